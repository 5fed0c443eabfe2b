#pragma once
// The date promised to the resident, with its history. It can always be moved and nothing of it is ever
// hidden: a move tells why and how the resident knows, and a missed date stays broken.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace dichtbij::werk {

// Where a promise comes from. `overgenomen` (inherited): from a system that was used before.
enum class Herkomst { norm, medewerker, overgenomen };
BOOST_DESCRIBE_ENUM(Herkomst, norm, medewerker, overgenomen)

// "uiterlijk donderdag 26 november" is kept until the end of that day, "voor 12.00 uur" until then.
enum class Nauwkeurigheid { dag, tijdstip };
BOOST_DESCRIBE_ENUM(Nauwkeurigheid, dag, tijdstip)

enum class Stand { lopend, gehaald, gemist, verzet, vervallen };
BOOST_DESCRIBE_ENUM(Stand, lopend, gehaald, gemist, verzet, vervallen)

enum class Hoe_verteld { bericht, op_verzoek, niet_te_bereiken };
BOOST_DESCRIBE_ENUM(Hoe_verteld, bericht, op_verzoek, niet_te_bereiken)

struct Toezegging {
    Uuid id{};
    Id<dichtbij::Werk> werk;
    Id<Gemeente> gemeente;
    int volgnummer = 1;                   // from 1, without gaps
    Instant beloofd_op;
    Nauwkeurigheid nauwkeurigheid = Nauwkeurigheid::dag;
    Instant waarschuwing_op;
    Instant tijdig_tot_op;                // telling the resident of another date until then is in time
    Herkomst herkomst = Herkomst::norm;
    Instant gedaan_op;
    std::optional<Id<Medewerker>> door;
    Stand stand = Stand::lopend;
    std::optional<Instant> gemist_op;     // when it passed unkept; never cleared again
    std::optional<Instant> beeindigd_op;  // answered, moved or withdrawn
    // Of a promise that replaced another: why, how the resident knows, and whether he knew in time.
    std::string reden;
    std::optional<Hoe_verteld> hoe_verteld;
    std::string verteld_kanaal;
    std::string verteld_tekst;            // the message itself, or the attempt to reach him
    bool te_laat_verteld = false;
    bool operator==(const Toezegging&) const = default;
};
BOOST_DESCRIBE_STRUCT(Toezegging, (),
                      (id, werk, gemeente, volgnummer, beloofd_op, nauwkeurigheid, waarschuwing_op, tijdig_tot_op, herkomst, gedaan_op,
                       door, stand, gemist_op, beeindigd_op, reden, hoe_verteld, verteld_kanaal, verteld_tekst, te_laat_verteld))

// How the resident is told of a new date.
struct PerBericht {
    std::string kanaal;
    std::string tekst;
};
struct OpVerzoek {};  // he asked for it himself
struct NietTeBereiken {
    std::string poging;  // what was tried, when
};
using Verteld = std::variant<PerBericht, OpVerzoek, NietTeBereiken>;

// A move, as the employee gives it.
struct Verzetting {
    Instant beloofd_op;
    Nauwkeurigheid nauwkeurigheid = Nauwkeurigheid::dag;
    std::string reden;
    Verteld verteld;
};

// The only things a move can be refused for: no reason, no words, a moment that has passed already.
Result<Done> check(const Verzetting&, Instant now);

// What becomes of the running promise at `now`, and the one that takes its place (without id and
// warning moment). Told too late: after `tijdig_tot_op` of the one that was running.
struct Verzet {
    Toezegging oude;
    Toezegging nieuwe;
};
Verzet move(const Toezegging& running, const Verzetting&, Instant now);

// The promise at the end of the work: kept when now is not after it.
Toezegging ended(const Toezegging& running, Instant now);
// The promise of work that was withdrawn: neither kept nor missed, unless it had passed already.
Toezegging lapsed(const Toezegging& running, Instant now);

}  // namespace dichtbij::werk
