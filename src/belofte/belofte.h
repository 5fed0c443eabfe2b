#pragma once
// Whether a promise will be met: what a case still takes, by what such cases took before. Pure; all lengths are
// working days in which the case was not suspended.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "norm/service_calendar.h"

namespace dichtbij {
struct Zaak;
}

namespace dichtbij::belofte {

// Fewer cases than this say nothing.
inline constexpr std::int64_t genoeg_zaken = 10;
inline constexpr int langste_werkdagen = 2000;  // what lasted longer is counted as this long

enum class Kans {
    haalbaar,
    krap,           // most cases end in time from here, one in five does not
    niet_haalbaar,  // most cases from here end after the promise
};
BOOST_DESCRIBE_ENUM(Kans, haalbaar, krap, niet_haalbaar)

// What the expectation rests on.
enum class Grond {
    status,    // cases of the type, from this status to their end
    zaaktype,  // cases of the type, from receipt to their end
    termijn,   // too few ended yet: an even share of the term for each step
};
BOOST_DESCRIBE_ENUM(Grond, status, zaaktype, termijn)

struct Telling {
    int werkdagen = 0;
    std::int64_t aantal = 0;
    bool operator==(const Telling&) const = default;
};

// How long cases lasted from one point on.
class Doorlooptijd {
  public:
    Doorlooptijd() = default;
    explicit Doorlooptijd(std::vector<Telling>);  // in any order; the same length may come twice
    std::int64_t langer_dan(int werkdagen) const;
    // Of the cases that lasted longer than `verstreken`: the length within which `procent` of them ended. Nothing
    // when there are fewer than `genoeg_zaken`.
    std::optional<int> lengte(int verstreken, int procent) const;

  private:
    std::vector<Telling> tellingen_;     // by length
    std::vector<std::int64_t> tot_en_met_;  // cases up to and including each
};

struct Geval {  // an open case, on a morning
    int verstreken = 0;         // since receipt, through yesterday
    int verstreken_status = 0;  // since it got its status
    int termijn = 0;            // from receipt to the promise
    int stappen = 0;            // statuses of its case type
    int gedaan = 0;             // of those, before the one it has
};

struct Raming {  // working days from this morning until the end, today included; at least 1
    int meestal = 1;          // half of such cases end within it
    int ruim = 1;             // four out of five do
    Grond grond = Grond::termijn;
    std::int64_t zaken = 0;   // on which it rests
    bool operator==(const Raming&) const = default;
};
Raming raam(const Geval&, const Doorlooptijd& van_status, const Doorlooptijd& van_zaaktype);

// `over`: working days through the promised day, today included; 0 when it has passed.
Kans kans_van(const Raming&, int over);

// A suspension, [van, tot); without an end it runs.
struct Stilstand {
    Day van{};
    std::optional<Day> tot;
    std::optional<Day> uiterlijk;  // of a running one: until when it was given
};
// Working days in (after, last] on which nothing of `stil` ran.
Result<int> werkdagen(const norm::ServiceCalendar&, Day after, Day last, std::vector<Stilstand> stil);
// The last day on which a running suspension still holds the case, when that is given.
std::optional<Day> stil_tot(const std::vector<Stilstand>&);

// What is kept of a case whose promise is in danger; no row: it can be kept. Of the promise that ran then: another
// one since makes the row void.
struct Verwachting {
    Id<dichtbij::Zaak> zaak;
    Id<Werk> werk;
    Id<Gemeente> gemeente;
    Instant beloofd_op;
    Kans kans = Kans::krap;
    Day verwacht_datum{};
    int nog_werkdagen = 1;                  // what `meestal` was
    Grond grond = Grond::termijn;
    std::int64_t zaken = 0;
    Instant sinds_op;                       // in danger without a break
    std::optional<Instant> eigenaar_op;     // when the owner was asked
    std::optional<Instant> teamleider_op;
    bool operator==(const Verwachting&) const = default;
};
BOOST_DESCRIBE_STRUCT(Verwachting, (),
                      (zaak, werk, gemeente, beloofd_op, kans, verwacht_datum, nog_werkdagen, grond, zaken, sinds_op, eigenaar_op, teamleider_op))

}  // namespace dichtbij::belofte
