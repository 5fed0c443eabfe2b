#pragma once
// Cases that are stuck, and what the multidisciplinary team did with them. Pure.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "werk/toezegging.h"

namespace dichtbij {
struct Zaak;
struct Zaaktype;
struct Vastloper;
}  // namespace dichtbij

namespace dichtbij::overleg {

inline constexpr int stilstand_standaard = 10;  // working days without movement, when the gemeente chose no other
inline constexpr int stilstand_hoogste = 250;
inline constexpr int te_vaak = 2;               // times passed on, times the promise was moved
inline constexpr std::size_t reden_limit = 1000;

// Why a case is on the list of the team.
enum class Oorzaak {
    stilstand,    // nobody did anything for as many working days as its case type may stand still
    doorgegeven,  // passed on again
    verzet,       // the promise was moved again
    gevraagd,     // someone asked for it
};
BOOST_DESCRIBE_ENUM(Oorzaak, stilstand, doorgegeven, verzet, gevraagd)

// With what it left the list.
enum class Afloop {
    stap_afgesproken,
    andere_eigenaar,
    loopt_weer,
    niet_nodig,
    gesloten,  // the case ended while it was on the list; by itself
};
BOOST_DESCRIBE_ENUM(Afloop, stap_afgesproken, andere_eigenaar, loopt_weer, niet_nodig, gesloten)

// One time that a case was on the list. The words of people stand in the journal, under the number named here.
struct Vastloper {
    Id<dichtbij::Vastloper> id;
    Id<dichtbij::Zaak> zaak;
    Id<Werk> werk;
    Id<Gemeente> gemeente;
    Instant sinds_op;
    std::optional<Instant> behandeld_op;             // none: it is on the list
    std::optional<Id<Medewerker>> behandeld_door;
    std::optional<Afloop> afloop;
    std::optional<std::int64_t> journaal;            // with what was decided
    std::int64_t versie = 1;                         // rises with every act of the team
    bool operator==(const Vastloper&) const = default;

    bool is_op_de_lijst() const { return !behandeld_op; }
};
BOOST_DESCRIBE_STRUCT(Vastloper, (), (id, zaak, werk, gemeente, sinds_op, behandeld_op, behandeld_door, afloop, journaal, versie))

struct Aanleiding {  // each cause once for one time on the list
    Id<dichtbij::Vastloper> vastloper;
    Oorzaak oorzaak = Oorzaak::stilstand;
    int aantal = 0;                                  // working days, or times; 0 when it was asked for
    Instant op;
    std::optional<Id<Medewerker>> door;              // who asked
    std::optional<std::int64_t> journaal;            // with why
    bool operator==(const Aanleiding&) const = default;
};
BOOST_DESCRIBE_STRUCT(Aanleiding, (), (vastloper, oorzaak, aantal, op, door, journaal))

// Of an open case, counted since the team last treated it: so it comes back with something new only.
struct Waarneming {
    int stil = 0;         // working days without movement, 0 while its term stands still or it waits for someone
    int doorgegeven = 0;
    int verzet = 0;
};
struct Gevonden {
    Oorzaak oorzaak = Oorzaak::stilstand;
    int aantal = 0;
    bool operator==(const Gevonden&) const = default;
};
// `grens`: of its case type.
std::vector<Gevonden> oorzaken(const Waarneming&, int grens);

// How many working days a case may stand still.
struct Grenzen {
    int standaard = stilstand_standaard;
    std::map<Id<dichtbij::Zaaktype>, int> van_type;  // where it differs
    int van(Id<dichtbij::Zaaktype>) const;
    bool operator==(const Grenzen&) const = default;
};

// What came of it after the team.
enum class Gevolg {
    loopt,             // nothing went wrong since
    gehaald,           // answered by the promise
    gesloten,          // ended; nothing was promised then
    opnieuw_verzet,
    gemist,
    weer_vastgelopen,
};
BOOST_DESCRIBE_ENUM(Gevolg, loopt, gehaald, gesloten, opnieuw_verzet, gemist, weer_vastgelopen)

struct Beloftestand {  // a promise, as far as this needs it
    Id<Werk> werk;
    werk::Stand stand = werk::Stand::lopend;
    std::optional<Instant> beeindigd_op;
    std::optional<Instant> gemist_op;
};
BOOST_DESCRIBE_STRUCT(Beloftestand, (), (werk, stand, beeindigd_op, gemist_op))

enum class Zaakstand { open, gesloten };
// Of one that was treated; the gravest of what happened since.
Gevolg gevolg(Instant behandeld_op, const std::vector<Beloftestand>&, Zaakstand);

}  // namespace dichtbij::overleg
