#pragma once
// The rows of werk. Reads return what is there; what a caller may see is the service's to say.

#include <optional>
#include <string_view>
#include <vector>

#include "store/store.h"
#include "werk/werk.h"

namespace dichtbij::werk {

std::optional<Werk> find_werk(store::Tx&, Id<dichtbij::Werk>);
std::optional<Werk> find_werk_of_object(store::Tx&, const Uuid& object);
std::vector<Werk> werk_by_nummer(store::Tx&, std::string_view nummer);
std::vector<Werk> children_of(store::Tx&, Id<dichtbij::Werk> ouder);  // oldest first
std::vector<Werk> werk_of_partij(store::Tx&, Id<Partij>);
// Open first (by promise), then closed (newest first).
std::vector<Werk> werk_of_partijen(store::Tx&, const std::vector<Id<Partij>>&, int limit);
std::vector<Werk> open_werk_of_partijen(store::Tx&, const std::vector<Id<Partij>>&, int limit);  // by promise
std::int64_t open_werk_of(store::Tx&, Id<Medewerker> eigenaar);
std::int64_t open_werk_of(store::Tx&, Id<Team> team);

void insert_werk(store::Tx&, const Werk&);
// Everything that acts change. Kind, object, number, title, partij and parent stay.
void save_werk(store::Tx&, const Werk&);
// What the timer changes, without a new version.
void save_timer(store::Tx&, const Werk&);
void save_kind(store::Tx&, const Werk&);   // kind, object, number, title: a taak takes over
void save_titel(store::Tx&, const Werk&);  // title, product, subject, domain, partij: a correction

// Open work that nobody accepted, by what its owner follows from.
struct Eigenaarsgroep {
    Id<Team> team;
    std::optional<Id<Medewerker>> toegewezen_aan;
    Id<Medewerker> eigenaar;
};
BOOST_DESCRIBE_STRUCT(Eigenaarsgroep, (), (team, toegewezen_aan, eigenaar))
std::vector<Eigenaarsgroep> unaccepted_groups(store::Tx&);
std::vector<Werk> unaccepted_in(store::Tx&, const Eigenaarsgroep&);
void save_eigenaar(store::Tx&, const Werk&);

// Open work whose moment of attention has come, oldest first.
std::vector<Werk> werk_due(store::Tx&, Instant now, int limit);
std::vector<Werk> werk_after(store::Tx&, Id<dichtbij::Werk> after, int limit);  // by id

void forget_partij_in_werk(store::Tx&, Id<Partij>);

// The day on which something was last done: "eigenaren".
std::optional<Day> dagstand(store::Tx&, std::string_view naam);
void save_dagstand(store::Tx&, std::string_view naam, Day);

}  // namespace dichtbij::werk
