#pragma once
// What others ask of the organisation inside their own transaction. (The public operations that change
// it, and the screens for them, stand in organisatie_beheer.h.)

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "organisatie/organisatie.h"
#include "store/dialect.h"

namespace dichtbij::norm {
class NormService;
}

namespace dichtbij::organisatie {

std::span<const store::Migration> migrations();

Result<Gemeente> gemeente(store::Tx&, Id<dichtbij::Gemeente>);
std::optional<Gemeente> gemeente_by_code(store::Tx&, std::string_view code);
std::vector<Gemeente> gemeenten(store::Tx&);
std::vector<Afdeling> afdelingen(store::Tx&);
Result<Team> team(store::Tx&, Id<dichtbij::Team>);
std::vector<Team> teams_of_gemeente(store::Tx&, Id<dichtbij::Gemeente>);
std::vector<Team> teams_of_medewerker(store::Tx&, Id<dichtbij::Medewerker>);
std::vector<Id<dichtbij::Gemeente>> gemeenten_of_team(store::Tx&, Id<dichtbij::Team>);
// By name. Who left is taken out of his teams; on a given day also who leaves before it.
std::vector<Medewerker> members(store::Tx&, Id<dichtbij::Team>);
std::vector<Medewerker> members(store::Tx&, Id<dichtbij::Team>, Day);
Result<Medewerker> medewerker(store::Tx&, Id<dichtbij::Medewerker>);
std::optional<Medewerker> medewerker_by_email(store::Tx&, std::string_view lower_case);
std::string naam_of(store::Tx&, Id<dichtbij::Medewerker>);        // also of who left
bool is_in_service(store::Tx&, Id<dichtbij::Medewerker>, Day);
bool is_available(store::Tx&, Id<dichtbij::Medewerker>, Day);     // in service, not absent, a working day of his
Result<Onderwerp> onderwerp(store::Tx&, Id<dichtbij::Onderwerp>);
std::vector<Onderwerp> onderwerpen(store::Tx&, Id<dichtbij::Gemeente>);  // active, by name
Result<Product> product(store::Tx&, Id<dichtbij::Product>);
std::vector<Product> products(store::Tx&, Id<dichtbij::Gemeente>);        // active, by name

// Who acts for `medewerker` on `day`: himself when in service and not absent (a day off that returns
// every week is no absence), else his substitute, that one's substitute when absent too. A chain that
// finds nobody or turns in a circle ends at the lead of a team of his; without any substitute: himself.
Id<dichtbij::Medewerker> acting_for(store::Tx&, Id<dichtbij::Medewerker>, Day);
// For whom `medewerker` acts on `day`, himself not included.
std::vector<Id<dichtbij::Medewerker>> substitutes_for(store::Tx&, Id<dichtbij::Medewerker>, Day);
// The team's lead or who acts for him. CHECKs that the team exists.
Id<dichtbij::Medewerker> lead_of(store::Tx&, Id<dichtbij::Team>, Day);
// A manager of the gemeente who is there, or the lead of the KCC when there is none; nil when the
// gemeente has no team either.
Id<dichtbij::Medewerker> manager_of(store::Tx&, Id<dichtbij::Gemeente>, Day);

// What routing asks of others. Without `open_work`: by name order. Without `is_open` a row about opening
// hours cannot be evaluated; nullopt says that the calendar has no answer.
struct Omgeving {
    std::function<int(store::Tx&, Id<dichtbij::Medewerker>)> open_work;
    std::function<std::optional<bool>(store::Tx&, Id<dichtbij::Gemeente>, Instant)> is_open;
};
// With the calendars of the gemeenten. The service must outlive it.
Omgeving with_calendars(norm::NormService&);

// Where a question goes: the most specific matching row of the routing table (of equal ones the upper),
// else the subject's team, else the product's, else the KCC. Always someone: fails only when the gemeente
// has no team at all. Notes rows that cannot be evaluated, so it asks for a transaction that may write.
// Whoever has an OrganisatieService asks that one: it knows calendars and open work.
Result<Route> route(store::Tx&, const Vraag&, const Omgeving& = {});
// The same without noting anything, for showing it beforehand.
Result<Route> preview_route(store::Tx&, const Vraag&, const Omgeving& = {});

}  // namespace dichtbij::organisatie
