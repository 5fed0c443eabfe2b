#pragma once
// Which case is which of another system.

#include <optional>
#include <string_view>

#include "store/store.h"
#include "zaak/zaak.h"

namespace dichtbij::zaak {

void insert_overname(store::Tx&, const Zaak&, std::string_view extern_id);
std::optional<Id<dichtbij::Zaak>> find_overname(store::Tx&, Id<Gemeente>, std::string_view extern_id);

}  // namespace dichtbij::zaak
