#pragma once
// A notice to an employee, on screen: work that came to him, a colleague who names him, a step of the
// escalation ladder, a person whose data a colleague opened with a reason. Unread until he opens it.

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
    geescaleerd,           // the promise is near or past, and you lead who owns it
    partij_geopend,        // someone of your team opened a person under a warning, with a reason
    overleg_stap_afgesproken,  // the multidisciplinary team took your case from its list: the next step is fixed
    overleg_andere_eigenaar,   // ... you have it from now on
    overleg_loopt_weer,        // ... it moves again
    overleg_niet_nodig,        // ... nothing had to be done
    bericht_niet_aangekomen    // what we wrote to the resident about it did not reach him
};
BOOST_DESCRIBE_ENUM(Attentiesoort, nieuw_werk, genoemd, vraag_van_collega, antwoord_van_collega, ingetrokken, heropend,
                    herinnering, aanvaarding_verlopen, waarschuwing, geescaleerd, partij_geopend, overleg_stap_afgesproken,
                    overleg_andere_eigenaar, overleg_loopt_weer, overleg_niet_nodig, bericht_niet_aangekomen)

struct Attentie {
    Uuid id{};
    Id<Medewerker> medewerker;
    Id<Gemeente> gemeente;
    std::optional<Id<dichtbij::Werk>> werk;  // of partij_geopend: none
    Attentiesoort soort = Attentiesoort::nieuw_werk;
    Instant op;
    std::optional<Id<Medewerker>> van;   // none: the system, by rule
    std::optional<Instant> gelezen_op;
    std::optional<Uuid> handeling;       // goes away with the act that is taken back
    std::optional<Id<Partij>> partij;    // of partij_geopend
    bool operator==(const Attentie&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attentie, (), (id, medewerker, gemeente, werk, soort, op, van, gelezen_op, handeling, partij))

}  // namespace dichtbij::werk
