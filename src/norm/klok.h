#pragma once
// One running norm: which norm, started, due, paused, stopped, kept or broken. A pure value: every act
// gives the clock as it is after it. The caller stores it.
//
// What a pause gives back, by kind of term:
//   working time   the opening time inside the pause
//   clock time     the time of the pause
//   working days   the working days whose closing time falls inside the pause, after the day of receipt
//   calendar days  the days whose midnight falls inside it
//   legal term     whole days, from the day after the pause began until the day it ended (Awb 4:15)
// Pauses that overlap count once. A pause that begins when the clock is already too late gives nothing.
//
// Moments that run backwards (nodes whose clocks differ by a second) are taken as the latest one seen.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

#include "norm/term.h"

namespace dichtbij::norm {

struct Pauze {  // [van_op, tot_op); without an end: still paused
    std::string reden;  // code: "wacht_op_inwoner"
    Instant van_op;
    std::optional<Instant> tot_op;
    bool operator==(const Pauze&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pauze, (), (reden, van_op, tot_op))

inline constexpr std::string_view pauze_afgesloten = "afgesloten";  // from a stop until a reopening
inline constexpr std::size_t pauzes_limit = 500;                    // per clock

enum class Uitkomst { gehaald, gebroken, vervallen };
BOOST_DESCRIBE_ENUM(Uitkomst, gehaald, gebroken, vervallen)

struct Afloop {
    Instant op;
    Uitkomst uitkomst = Uitkomst::gehaald;
    bool operator==(const Afloop&) const = default;
};

struct Klok {
    std::string norm;          // code of the servicenorm
    Meetmoment meet = Meetmoment::volledig_antwoord;
    Term term;
    Instant gestart_op;
    Instant aanvankelijk_op;   // due moment at the start; never changes
    Instant uiterlijk_op;      // due moment; while paused: as it was when the pause began
    std::vector<Pauze> pauzes; // in the order they began
    std::optional<Afloop> afloop;
    bool operator==(const Klok&) const = default;
};

struct Normkeuze {  // what a clock is started with, or changed to
    std::string norm;
    Meetmoment meet = Meetmoment::volledig_antwoord;
    Term term;
};

Result<Klok> start(const Normkeuze& keuze, Instant op, const ServiceCalendar& calendar);

// Pauses of different reasons may run at once; the clock runs again when the last has ended. Conflict
// when this reason already pauses it. A clock that has stopped stays as it is.
Result<Klok> pause(Klok klok, std::string reden, Instant op);
// Conflict when this reason does not pause the clock.
Result<Klok> resume(Klok klok, std::string_view reden, Instant op, const ServiceCalendar& calendar);

// Ends running pauses, and decides: kept when `op` is at or before the due moment. Conflict when it has
// stopped already.
Result<Klok> stop(Klok klok, Instant op, const ServiceCalendar& calendar);
// Ends the clock without an outcome: the question was withdrawn.
Result<Klok> withdraw(Klok klok, Instant op);
// Runs on from a stop; the time in between counts as a pause. Conflict when it is not stopped. A clock
// that was broken stays too late.
Result<Klok> reopen(Klok klok, Instant op, const ServiceCalendar& calendar);

// Another norm from the same start, with the pauses kept. `aanvankelijk_op` stays. A stopped clock keeps
// its outcome and stays as it is.
Result<Klok> change_norm(Klok klok, const Normkeuze& keuze, const ServiceCalendar& calendar);
// After a change of the calendar. Promised dates are not here and do not move. A stopped clock stays.
Result<Klok> recompute(Klok klok, const ServiceCalendar& calendar);

// Why the clock is due when it is, pauses included.
Result<Due> explain(const Klok& klok, const ServiceCalendar& calendar);

enum class Stand { loopt, gepauzeerd, te_laat, gehaald, gebroken, vervallen };
BOOST_DESCRIBE_ENUM(Stand, loopt, gepauzeerd, te_laat, gehaald, gebroken, vervallen)
bool is_paused(const Klok& klok);
Stand stand(const Klok& klok, Instant now);

// Figures of a clock until it stopped, or until now. Never absent; pauses left out but in doorlooptijd.
struct Meting {
    seconds doorlooptijd{};  // from start to end, pauses included
    seconds gepauzeerd{};
    seconds werktijd{};      // opening time
    int werkdagen = 0;       // working days whose closing time passed, after the day of receipt
    bool operator==(const Meting&) const = default;
};
Result<Meting> measure(const Klok& klok, Instant now, const ServiceCalendar& calendar);

}  // namespace dichtbij::norm
