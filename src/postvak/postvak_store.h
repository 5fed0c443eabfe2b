#pragma once
// SQL of mailboxes.

#include <optional>
#include <string_view>
#include <vector>

#include "postvak/postvak.h"
#include "store/store.h"

namespace dichtbij::postvak {

void insert_postvak(store::Tx&, const Postvak&, Instant now);
void save_postvak(store::Tx&, const Postvak&);  // with its addresses
std::optional<Postvak> find_postvak(store::Tx&, Id<dichtbij::Postvak>);
std::vector<Postvak> postvakken_of(store::Tx&, Id<Gemeente>);  // by name
std::optional<Id<dichtbij::Postvak>> postvak_met_adres(store::Tx&, std::string_view adres);  // also of one that is off

}  // namespace dichtbij::postvak
