#pragma once
// What others ask of the organisation inside their own transaction. (The public operations that change
// it, and the screens for them, stand in organisatie_beheer.h.)

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "organisatie/organisatie.h"
#include "store/dialect.h"

namespace dichtbij::organisatie {

std::span<const store::Migration> migrations();

Result<Gemeente> gemeente(store::Tx&, Id<dichtbij::Gemeente>);
std::optional<Gemeente> gemeente_by_code(store::Tx&, std::string_view code);
std::vector<Gemeente> gemeenten(store::Tx&);
Result<Team> team(store::Tx&, Id<dichtbij::Team>);
std::vector<Team> teams_of_gemeente(store::Tx&, Id<dichtbij::Gemeente>);
std::vector<Team> teams_of_medewerker(store::Tx&, Id<dichtbij::Medewerker>);
std::vector<Medewerker> members(store::Tx&, Id<dichtbij::Team>);  // in service, by name
Result<Medewerker> medewerker(store::Tx&, Id<dichtbij::Medewerker>);
std::string naam_of(store::Tx&, Id<dichtbij::Medewerker>);        // also of who left
bool is_in_service(store::Tx&, Id<dichtbij::Medewerker>, Day);
bool is_available(store::Tx&, Id<dichtbij::Medewerker>, Day);     // in service, not absent, a working day of his
Result<Onderwerp> onderwerp(store::Tx&, Id<dichtbij::Onderwerp>);
std::vector<Onderwerp> onderwerpen(store::Tx&, Id<dichtbij::Gemeente>);  // active, by name

// Who acts for `medewerker` on `day`: himself when present, else his substitute, that one's substitute
// when absent too (a circle ends at the team lead), else himself when there is none.
Id<dichtbij::Medewerker> acting_for(store::Tx&, Id<dichtbij::Medewerker>, Day);
// For whom `medewerker` acts on `day`, himself not included.
std::vector<Id<dichtbij::Medewerker>> substitutes_for(store::Tx&, Id<dichtbij::Medewerker>, Day);
// The team's lead or who acts for him.
Id<dichtbij::Medewerker> lead_of(store::Tx&, Id<dichtbij::Team>, Day);
// Managers: who has the role manager in the gemeente, or the lead of the KCC when there is none.
Id<dichtbij::Medewerker> manager_of(store::Tx&, Id<dichtbij::Gemeente>, Day);

// Where a question goes: the first matching row of the routing table, else the subject's team, else the
// KCC. Always someone: fails only when the gemeente has no team at all.
Result<Route> route(store::Tx&, const Vraag&);

}  // namespace dichtbij::organisatie
