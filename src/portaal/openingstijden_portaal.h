#pragma once
// Opening hours in words, from the calendar of the gemeente.

#include <string>
#include <vector>

#include "html/catalogue.h"
#include "html/writer.h"
#include "norm/norm_service.h"

namespace dichtbij::portaal {

// "Vandaag open van 8.30 tot 17.00 uur." or "Vandaag gesloten. Morgen om 8.30 uur zijn wij er weer."; "" when
// the calendar has no answer.
std::string open_vandaag(const html::Texts&, const norm::ServiceCalendar&, Instant now);
// "Wij zijn nu open, tot 17.00 uur."
std::string open_nu(const html::Texts&, const norm::ServiceCalendar&, Instant now);
// A table of the week as it usually is.
html::Html week_table(const html::Texts&, const norm::WeekHours&);
// Days in the coming weeks that are not as usual, with what they are.
html::Html bijzondere_dagen(const html::Texts&, const norm::ServiceCalendar&, const norm::WeekHours&, Day today);

}  // namespace dichtbij::portaal
