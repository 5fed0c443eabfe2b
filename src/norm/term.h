#pragma once
// A term and when it is due. The kinds are never mixed: a day of work is not 24 hours and not 8.

#include <boost/describe/enum.hpp>

#include <variant>

#include "norm/legal_term.h"
#include "norm/service_calendar.h"

namespace dichtbij::norm {

struct WorkingTime {  // inside opening hours
    minutes duur{};
    bool operator==(const WorkingTime&) const = default;
};
struct ClockTime {  // at any hour of any day: acknowledgements
    minutes duur{};
    bool operator==(const ClockTime&) const = default;
};
struct WorkingDays {  // whole days; the day of receipt does not count
    int dagen = 0;
    bool operator==(const WorkingDays&) const = default;
};
struct CalendarDays {  // the day of receipt does not count; ends on any day
    int dagen = 0;
    bool operator==(const CalendarDays&) const = default;
};

using Term = std::variant<WorkingTime, ClockTime, WorkingDays, CalendarDays, LegalTerm>;

// The kinds as they stand in tables and on screens.
enum class Termijnsoort { werktijd, kloktijd, werkdagen, kalenderdagen, wettelijk };
BOOST_DESCRIBE_ENUM(Termijnsoort, werktijd, kloktijd, werkdagen, kalenderdagen, wettelijk)
Termijnsoort soort_of(const Term&);

// What a norm measures. Each is a clock of its own on the same werk.
enum class Meetmoment { ontvangstbevestiging, eerste_reactie, volledig_antwoord, acceptatie };
BOOST_DESCRIBE_ENUM(Meetmoment, ontvangstbevestiging, eerste_reactie, volledig_antwoord, acceptatie)

// A promise "in hours" is warned of otherwise than one in days.
bool is_in_hours(const Term&);

struct Due {
    Instant op;
    Explanation explanation;
};

// The moment by which a term that began at `start` must be met; meeting it at that very second is in
// time. Working days: the closing time of the day. Calendar days and legal terms: its last second.
Result<Due> due(const Term& term, Instant start, const ServiceCalendar& calendar);
// The same without the explanation.
Result<Instant> due_op(const Term& term, Instant start, const ServiceCalendar& calendar);

// The largest amount taken: minutes, working days or calendar days of about ten years.
Result<Done> validate(const Term& term);

}  // namespace dichtbij::norm
