#pragma once
// When the owner of a promise is warned that it comes near.

#include "norm/service_calendar.h"
#include "norm/term.h"

namespace dichtbij::norm {

enum class Toezeggingsoort { uren, dagen };

struct Belofte {
    Instant intake_op;
    Instant toegezegd_op;
    Toezeggingsoort soort = Toezeggingsoort::dagen;
};

struct Waarschuwing {
    // When the system warns: inside opening hours, never before the intake.
    Instant op;
    // Until when telling the resident counts as in time. Two working days before a promised day is a
    // day: its closing time. For the short promises: the warning moment itself.
    Instant tijdig_tot_op;
    bool operator==(const Waarschuwing&) const = default;
};

// Five working days or more: the opening of the day two working days before. Fewer: when half of the
// opening time has passed. In hours: when a quarter of the opening time is left.
Result<Waarschuwing> warning_of(const Belofte& belofte, const ServiceCalendar& calendar);

inline Toezeggingsoort promise_kind(const Term& term) {
    return is_in_hours(term) ? Toezeggingsoort::uren : Toezeggingsoort::dagen;
}

}  // namespace dichtbij::norm
