#pragma once
// All SQL about employees of companies.

#include <string_view>
#include <vector>

#include "access/bewaring.h"
#include "portaal/bedrijfsrecht_service.h"

namespace dichtbij::portaal {

std::vector<Bedrijfsmedewerker> find_bedrijfsmedewerkers(store::Tx&, const std::vector<Id<Partij>>& van);
void insert_bedrijfsmedewerker(store::Tx&, const Bedrijfsmedewerker&);
void update_bedrijfsmedewerker(store::Tx&, const Bedrijfsmedewerker&);
void set_gezien(store::Tx&, const Uuid& medewerker, Instant);
std::vector<Id<Zaaktype>> find_zaaktypen(store::Tx&, const Uuid& medewerker);
void set_zaaktypen(store::Tx&, const Uuid& medewerker, const std::vector<Id<Zaaktype>>&);
void put_eigen(store::Tx&, const Uuid& medewerker, std::string_view soort, const Uuid& object);
bool has_eigen(store::Tx&, const Uuid& medewerker, std::string_view soort, const Uuid& object);
bool has_blocked(store::Tx&, std::string_view pseudoniem);
void delete_of_bedrijf(store::Tx&, Id<Partij>);
std::vector<access::Vernietigd> delete_old_bedrijfsmedewerkers(store::Tx&, Instant voor, int limit);

}  // namespace dichtbij::portaal
