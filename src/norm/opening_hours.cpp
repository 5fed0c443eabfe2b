#include "norm/opening_hours.h"

#include <algorithm>

#include "base/text.h"
#include "norm/legal_calendar.h"

namespace dichtbij::norm {
namespace {

constexpr int day_minutes = 24 * 60;

Feestdagkeuze choice(const FreeDay& free, const HolidaySettings& settings) {
    if (free.key == "norm.dag.goede_vrijdag") return settings.goede_vrijdag;
    if (free.key != "norm.dag.bevrijdingsdag") return Feestdagkeuze::vrij;
    const bool lustrum = int(ymd(free.datum).year()) % 5 == 0;
    const bool is_free = settings.bevrijdingsdag == Bevrijdingsdag::jaarlijks ||
                         (settings.bevrijdingsdag == Bevrijdingsdag::lustrum && lustrum);
    return is_free ? Feestdagkeuze::vrij : Feestdagkeuze::open;
}

template <class T>
void check_dates(const std::vector<T>& dates, const std::string& field, std::vector<FieldError>& errors) {
    if (dates.size() > std::size_t{dates_limit})
        errors.push_back({field, "norm.fout.te_veel_dagen", {std::to_string(dates_limit)}});
    std::vector<Day> seen;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const std::string name = field + "." + std::to_string(i);
        if (length_in_characters(dates[i].reden) > std::size_t{reason_limit_characters})
            errors.push_back({name + ".reden", "norm.fout.reden_te_lang", {std::to_string(reason_limit_characters)}});
        if (std::find(seen.begin(), seen.end(), dates[i].datum) != seen.end())
            errors.push_back({name + ".datum", "norm.fout.datum_dubbel", {to_iso(dates[i].datum)}});
        seen.push_back(dates[i].datum);
    }
}

}  // namespace

std::vector<HolidaySuggestion> holiday_suggestions(int year, const HolidaySettings& settings) {
    std::vector<HolidaySuggestion> suggestions;
    for (const FreeDay& free : feestdagen(year)) suggestions.push_back({free.datum, free.key, choice(free, settings)});
    // Always a Sunday, but a desk may be open on Sundays.
    suggestions.push_back({easter(year), "norm.dag.eerste_paasdag", Feestdagkeuze::vrij});
    suggestions.push_back({easter(year) + days(49), "norm.dag.eerste_pinksterdag", Feestdagkeuze::vrij});
    for (const Day day : equated_days())
        if (int(ymd(day).year()) == year)
            suggestions.push_back({day, "norm.dag.gelijkgesteld", settings.gelijkgestelde_dagen});
    std::stable_sort(suggestions.begin(), suggestions.end(),
                     [](const auto& a, const auto& b) { return a.datum < b.datum; });
    return suggestions;
}

std::vector<FieldError> range_errors(const std::vector<TimeRange>& ranges, const std::string& field) {
    if (ranges.size() > std::size_t{ranges_limit_per_day})
        return {{field, "norm.fout.te_veel_tijden", {std::to_string(ranges_limit_per_day)}}};
    int end = 0;
    for (const TimeRange& range : ranges) {
        if (range.van < 0 || range.van >= day_minutes || range.tot > range.van + day_minutes)
            return {{field, "norm.fout.tijd_buiten_dag", {}}};
        if (range.tot <= range.van) return {{field, "norm.fout.sluit_voor_opening", {}}};
        if (range.van < end) return {{field, "norm.fout.tijden_overlappen", {}}};
        end = range.tot;
    }
    return {};
}

Result<Done> validate(const OpeningHours& hours) {
    std::vector<FieldError> errors;
    const auto add = [&](std::vector<FieldError> more) { errors.insert(errors.end(), more.begin(), more.end()); };
    for (std::size_t i = 0; i < hours.week.size(); ++i) add(range_errors(hours.week[i], "week." + std::to_string(i)));
    check_dates(hours.sluitingsdagen, "sluitingsdagen", errors);
    check_dates(hours.afwijkend, "afwijkend", errors);
    for (std::size_t i = 0; i < hours.afwijkend.size(); ++i)
        add(range_errors(hours.afwijkend[i].open, "afwijkend." + std::to_string(i)));
    if (!errors.empty()) return invalid(std::move(errors));
    return Done{};
}

WeekHours working_week(TimeRange hours) {
    WeekHours week;
    for (std::size_t i = 0; i < 5; ++i) week[i] = {hours};
    return week;
}

OpeningHours default_opening_hours() { return {working_week({8 * 60 + 30, 17 * 60}), {}, {}, {}}; }

OpeningHours legal_working_week() {
    const HolidaySettings legal{Feestdagkeuze::vrij, Bevrijdingsdag::jaarlijks, Feestdagkeuze::vrij, Weekend::geen_werkdag};
    return {working_week({9 * 60, 17 * 60}), {}, {}, legal};
}

}  // namespace dichtbij::norm
