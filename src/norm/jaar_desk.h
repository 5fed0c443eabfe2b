#pragma once
// The year at a glance: twelve months in which each day that is not like others carries a letter, and the
// same days as a list.

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "html/catalogue.h"
#include "html/writer.h"
#include "norm/norm_service.h"

namespace dichtbij::norm {

// What stands in the calendar for one date. The last that is there decides: hours, closing day, holiday.
struct Bijzonder {
    std::optional<HolidaySuggestion> feestdag;
    std::optional<ClosingDay> sluiting;
    std::optional<ExceptionalHours> afwijkend;
};
using Bijzonderheden = std::map<Day, Bijzonder>;
Bijzonderheden bijzonderheden(int year, const OpeningHours& hours);

// "Koningsdag", or the reason that was typed.
std::string naam_of(const html::Texts&, const Bijzonder&);
// "dicht" or "open 8.30-12.00 uur".
std::string open_words(const html::Texts&, const Kalenderdag&);

html::Html year_grid(const html::Texts&, const std::vector<Kalenderdag>& dates, const Bijzonderheden&, Day today);
html::Html year_legend(const html::Texts&);
// `extra` of a date stands behind its words: buttons.
html::Html special_days(const html::Texts&, const std::vector<Kalenderdag>& dates, const Bijzonderheden&,
                        const std::function<html::Html(Day, const Bijzonder&)>& extra);
// Read only, with the reason why.
html::Html legal_calendar_part(const html::Texts&, int year);

}  // namespace dichtbij::norm
