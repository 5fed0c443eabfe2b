#pragma once
// A notice to an employee, on screen: work that came to him, a colleague who names him, a step of the
// escalation ladder. Unread until he opens it.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij::werk {

enum class Attentiesoort {
    nieuw_werk,            // you own it, not yet accepted
    genoemd,               // a colleague names you in a note
    vraag_van_collega,
    antwoord_van_collega,
    ingetrokken,           // what you had to do is no longer asked
    heropend,
    herinnering,           // the call you planned
    aanvaarding_verlopen,  // nobody accepted in time
    waarschuwing,          // the promise comes near
    geescaleerd            // the promise is near or past, and you lead who owns it
};
BOOST_DESCRIBE_ENUM(Attentiesoort, nieuw_werk, genoemd, vraag_van_collega, antwoord_van_collega, ingetrokken, heropend,
                    herinnering, aanvaarding_verlopen, waarschuwing, geescaleerd)

struct Attentie {
    Uuid id{};
    Id<Medewerker> medewerker;
    Id<Gemeente> gemeente;
    Id<dichtbij::Werk> werk;
    Attentiesoort soort = Attentiesoort::nieuw_werk;
    Instant op;
    std::optional<Id<Medewerker>> van;   // none: the system, by rule
    std::optional<Instant> gelezen_op;
    std::optional<Uuid> handeling;       // goes away with the act that is taken back
    bool operator==(const Attentie&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attentie, (), (id, medewerker, gemeente, werk, soort, op, van, gelezen_op, handeling))

}  // namespace dichtbij::werk
