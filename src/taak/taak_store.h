#pragma once
// The rows of taken and of what was tried. Status and end are the werk's: here a taak always reads as
// te_verwerken, the service fills them in.

#include <optional>
#include <string_view>
#include <vector>

#include "store/store.h"
#include "taak/taak.h"

namespace dichtbij::taak {

void insert_taak(store::Tx&, const Taak&);
void save_taak(store::Tx&, const Taak&);
std::optional<Taak> find_taak(store::Tx&, Id<dichtbij::Taak>);
std::optional<Taak> find_taak_of_werk(store::Tx&, Id<Werk>);
std::vector<Taak> taken_of_klantcontact(store::Tx&, Id<Klantcontact>);  // oldest first
std::vector<Taak> taken_after(store::Tx&, Id<dichtbij::Taak> after, int limit);
bool numbers_in_use(store::Tx&, Id<Gemeente>, std::string_view nummer, std::string_view standaardnummer);  // either of them
bool standaardnummer_in_use(store::Tx&, Id<Gemeente>, std::string_view nummer);
bool referentienummer_in_use(store::Tx&, Id<Gemeente>, std::string_view nummer);
void wipe_words(store::Tx&, Id<Werk>);

void insert_belpoging(store::Tx&, const Belpoging&);
std::vector<Belpoging> belpogingen_of(store::Tx&, Id<dichtbij::Taak>);  // oldest first

void insert_actoren(store::Tx&, Id<dichtbij::Taak>, const std::vector<Uuid>& actoren);
std::vector<Uuid> actoren_of(store::Tx&, Id<dichtbij::Taak>);

}  // namespace dichtbij::taak
