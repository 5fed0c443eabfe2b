#include "portaal/openingstijden_portaal.h"

#include "html/dates.h"

namespace dichtbij::portaal {
namespace {

using namespace html;

constexpr int days_ahead = 28;

// A plain day to hang times on: what is written does not depend on it.
Instant at_minute(Day day, int minute) { return instant_of(LocalTime(day.time_since_epoch()) + minutes(minute)); }

std::string join_all(const Texts& t, const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& one : parts) all = all.empty() ? one : t("datum.en", all, one);
    return all;
}

std::string ranges_in_words(const Texts& t, const std::vector<norm::TimeRange>& ranges) {
    static const Day plain = make_day(2026, 3, 2);
    std::vector<std::string> words;
    for (const auto& range : ranges) words.push_back(time_range(t, at_minute(plain, range.van), at_minute(plain, range.tot)));
    return words.empty() ? t("portaal.open.gesloten") : join_all(t, words);
}

std::string intervals_in_words(const Texts& t, const std::vector<norm::OpenInterval>& open) {
    std::vector<std::string> words;
    for (const auto& one : open) words.push_back(time_range(t, one.van_op, one.tot_op));
    return words.empty() ? t("portaal.open.gesloten") : join_all(t, words);
}

std::string reason_of(const Texts& t, const norm::ServiceCalendar& kalender, Day day) {
    const auto why = kalender.why_closed(day);
    if (!why) return {};
    if (const auto* key = std::get_if<norm::Key>(&*why)) return t(key->text);
    if (const auto* words = std::get_if<std::string>(&*why)) return *words;
    return {};
}

bool is_as_usual(const norm::WeekHours& week, const std::vector<norm::OpenInterval>& open, Day day) {
    const auto& usual = week[weekday_of(day).iso_encoding() - 1];
    if (usual.size() != open.size()) return false;
    for (std::size_t i = 0; i < usual.size(); ++i)
        if (at_minute(day, usual[i].van) != open[i].van_op || at_minute(day, usual[i].tot) != open[i].tot_op) return false;
    return true;
}

std::string next_time(const Texts& t, const norm::ServiceCalendar& kalender, Instant now) {
    const auto next = kalender.next_opening(now);
    if (!next) return {};
    const Day day = day_of(*next);
    const Day today = day_of(now);
    const std::string words = day == today ? t("datum.vandaag") : day - today == days(1) ? t("datum.morgen") : long_day(t, day, today);
    return capitalised(t("portaal.open.weer", words, time_of_day(t, *next)));
}

}  // namespace

std::string open_vandaag(const Texts& t, const norm::ServiceCalendar& kalender, Instant now) {
    const Day today = day_of(now);
    if (!kalender.covers(today)) return {};
    const auto open = kalender.intervals_of(today);
    if (open.empty() || open.back().tot_op <= now) return t("portaal.open.nu_dicht") + " " + next_time(t, kalender, now);
    return t("portaal.open.vandaag", intervals_in_words(t, open));
}

std::string open_nu(const Texts& t, const norm::ServiceCalendar& kalender, Instant now) {
    const Day today = day_of(now);
    if (!kalender.covers(today)) return {};
    for (const auto& one : kalender.intervals_of(today))
        if (one.van_op <= now && now < one.tot_op) return t("portaal.open.nu", time_of_day(t, one.tot_op));
    return t("portaal.open.nu_dicht") + " " + next_time(t, kalender, now);
}

Html week_table(const Texts& t, const norm::WeekHours& week) {
    Html rows;
    for (std::size_t i = 0; i < week.size(); ++i)
        rows += tr(th(attr("scope", "row"), capitalised(t("datum.dag." + std::to_string(i + 1)))), td(ranges_in_words(t, week[i])));
    return table(cls("hours"), caption(cls("sr"), t("portaal.open.kop")),
                 thead(cls("sr"), tr(th(attr("scope", "col"), t("portaal.open.dag")), th(attr("scope", "col"), t("portaal.open.tijd")))), tbody(rows));
}

Html bijzondere_dagen(const Texts& t, const norm::ServiceCalendar& kalender, const norm::WeekHours& week, Day today) {
    Html items;
    for (Day day = today; day < today + days(days_ahead) && kalender.covers(day); day += days(1)) {
        const auto open = kalender.intervals_of(day);
        if (is_as_usual(week, open, day)) continue;
        const std::string reason = reason_of(t, kalender, day);
        items += li(strong(capitalised(long_day(t, day, today))), ": ", intervals_in_words(t, open), reason.empty() ? "" : " (" + reason + ")");
    }
    return items.empty() ? Html() : join(h3(t("portaal.open.bijzonder")), ul(cls("list-plain"), items));
}

}  // namespace dichtbij::portaal
