#pragma once
// Who may do what to which part of the organisation, inside a transaction.

#include <string>
#include <vector>

#include "access/caller.h"
#include "journal/journal.h"
#include "organisatie/organisatie.h"
#include "organisatie/overzicht.h"
#include "organisatie/wijziging.h"
#include "store/store.h"

namespace dichtbij::organisatie {

// A role that must hold in one of several gemeenten; the gemeente in which it holds, for the journal.
// not_found when the caller has no role in any of them.
Result<Id<dichtbij::Gemeente>> require_in_one(const access::Caller&, const std::vector<Id<dichtbij::Gemeente>>&,
                                              std::initializer_list<access::Rol>);

std::vector<Id<dichtbij::Gemeente>> gemeenten_of(store::Tx&, const access::Caller&);  // the system: all

struct Toegang {  // to a team or an employee
    Id<dichtbij::Gemeente> gemeente;  // through which
    Mag mag = Mag::kijken;
};
Result<Toegang> toegang_tot(store::Tx&, const access::Caller&, const Team&);
Result<Toegang> toegang_tot(store::Tx&, const access::Caller&, Id<dichtbij::Medewerker>);
// forbidden when it is less than asked.
Result<Done> require(const Toegang&, Mag asked);

// A row of the journal about a change; nothing when nothing changed.
struct Daad {
    std::string gebeurtenis;
    Id<dichtbij::Gemeente> gemeente;
    journal::Object soort;
    Uuid object;
};
void note(store::Tx&, const access::Caller&, Instant now, const Daad&, std::vector<std::pair<std::string, std::string>> kenmerken = {});
void note(store::Tx&, const access::Caller&, Instant now, const Daad&, const Wijziging&);

Fail changed_meanwhile(const Uuid& object);

}  // namespace dichtbij::organisatie
