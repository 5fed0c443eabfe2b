#pragma once
// How many cases someone has in a team and can have, and the lists that people keep.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/bewaring.h"
#include "overleg/verdelen.h"
#include "store/store.h"

namespace dichtbij::overleg {

std::map<Id<Medewerker>, int> capaciteiten(store::Tx&, Id<Team>);
void save_capaciteit(store::Tx&, Id<Team>, Id<Medewerker>, std::optional<int>);
// Open cases of the team by who was named for them, else by who owns them.
std::map<Id<Medewerker>, int> belasting(store::Tx&, Id<Team>);

void insert_keuze(store::Tx&, const Lijstkeuze&);
void save_keuze(store::Tx&, const Lijstkeuze&);
void delete_keuze(store::Tx&, Id<dichtbij::Lijstkeuze>);
std::optional<Lijstkeuze> find_keuze(store::Tx&, Id<dichtbij::Lijstkeuze>);
std::vector<Lijstkeuze> keuzes_of(store::Tx&, Id<Medewerker>, Lijstplek);  // made by; by name
std::vector<Lijstkeuze> keuzes_shared_with(store::Tx&, Id<Team>, Lijstplek);  // by name

std::string vorm_of(store::Tx&, Id<Medewerker>, Lijstplek);  // "": never kept
void save_vorm(store::Tx&, Id<Medewerker>, Lijstplek, std::string_view vorm);

std::vector<access::Vernietigd> delete_capaciteit_of_who_left(store::Tx&, Instant voor, int limit);
std::vector<access::Vernietigd> delete_keuzes_of_who_left(store::Tx&, Instant voor, int limit);  // not those of a team
std::vector<access::Vernietigd> delete_vormen_of_who_left(store::Tx&, Instant voor, int limit);

}  // namespace dichtbij::overleg
