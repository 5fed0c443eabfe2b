#pragma once
// Internetaken as they come in. Internal to klantinteracties.

#include "api/klantinteracties/schrijven.h"
#include "taak/aanlever_service.h"

namespace dichtbij::klantinteracties {

void add_interne_taken_schrijven(Omgeving&);

Result<InterneTaak> find_taak(const Lezer&, const Uuid&);
// Who it is for: by one of two names, never both; of a PATCH that names neither those of `before`. `within` is what stands
// before the names: "internetaak".
api::Found<std::vector<Uuid>> actoren_from(const Schrijving&, const InterneTaak& before, const InterneTaak& one, const json::Given&, const std::string& within = {});
taak::Aanlevering new_taak(const InterneTaak&, std::vector<Uuid> actoren);

}  // namespace dichtbij::klantinteracties
