#include "html/dates.h"

namespace dichtbij::html {
namespace {

std::string weekday_key(Day day) { return std::to_string(weekday_of(day).iso_encoding()); }

std::string month_name(const Texts& t, Day day) {
    return t("datum.maand." + std::to_string(unsigned(ymd(day).month())));
}

std::string day_number(Day day) { return std::to_string(unsigned(ymd(day).day())); }

std::string year_if_other(Day day, Day today) {
    const int year = int(ymd(day).year());
    return year == int(ymd(today).year()) ? "" : " " + std::to_string(year);
}

struct ClockWords {
    std::string number;  // "17.00", English "5" or "4.05"
    std::string behind;  // " uur", " am", " pm"
};

ClockWords clock_words(const Texts& t, Instant at) {
    const LocalTime local = local_time(at);
    const auto minute_of_day = static_cast<int>((local - LocalTime(std::chrono::floor<days>(local))).count() / 60);
    const int hour = minute_of_day / 60;
    const int minute = minute_of_day % 60;
    const std::string minutes_text = (minute < 10 ? ".0" : ".") + std::to_string(minute);
    if (t.taal() == Taal::nl) return {std::to_string(hour) + minutes_text, " uur"};
    const int hour_of_twelve = hour % 12 == 0 ? 12 : hour % 12;
    return {std::to_string(hour_of_twelve) + (minute == 0 ? "" : minutes_text), hour < 12 ? " am" : " pm"};
}

}  // namespace

std::string capitalised(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
    return words;
}

std::string long_day(const Texts& t, Day day, Day today) {
    return t("datum.dag." + weekday_key(day)) + " " + day_number(day) + " " + month_name(t, day) + year_if_other(day, today);
}

std::string short_day(const Texts& t, Day day, Day today) {
    return t("datum.dag_kort." + weekday_key(day)) + " " + day_number(day) + " " + month_name(t, day) +
           year_if_other(day, today);
}

std::string full_date(const Texts& t, Day day) {
    return day_number(day) + " " + month_name(t, day) + " " + std::to_string(int(ymd(day).year()));
}

std::string by_day(const Texts& t, Day day, Day today) { return t("datum.uiterlijk", long_day(t, day, today)); }

std::string formal_day(const Texts& t, Day day) {
    return t("datum.dag." + weekday_key(day)) + " " + full_date(t, day);
}

std::string time_of_day(const Texts& t, Instant at) {
    const auto [number, behind] = clock_words(t, at);
    return number + behind;
}

std::string time_range(const Texts& t, Instant from, Instant until) {
    const std::string start = t.taal() == Taal::nl ? clock_words(t, from).number : time_of_day(t, from);
    return t("datum.van_tot", start, time_of_day(t, until));
}

std::string short_moment(const Texts& t, Instant at, Instant now) {
    const Day day = day_of(at);
    const Day today = day_of(now);
    const LeafWords words = leaf_words(t, day);
    const std::string day_words = day == today ? t("datum.vandaag")
                                               : words.weekday + " " + words.day + " " + words.month + year_if_other(day, today);
    return day_words + ", " + time_of_day(t, at);
}

std::string days_late(const Texts& t, int working_days) {
    return working_days > 0 ? t("termijn.dagen_te_laat", working_days) : t("termijn.vandaag_te_laat");
}

std::string time_left(const Texts& t, seconds left) {
    const auto whole_minutes = left.count() / 60;
    const auto in_words = [&](const char* key, auto count) { return t(key, count); };
    const auto both = [&](std::string large, auto rest, const char* key) {
        return rest == 0 ? large : t("datum.en", large, in_words(key, rest));
    };
    if (whole_minutes < 60) return in_words("datum.minuten_voluit", whole_minutes);
    const auto whole_hours = whole_minutes / 60;
    if (whole_hours < 24) return both(in_words("datum.uren_voluit", whole_hours), whole_minutes % 60, "datum.minuten_voluit");
    return both(in_words("datum.dagen", whole_hours / 24), whole_hours % 24, "datum.uren_voluit");
}

std::string near_day(const Texts& t, Day day, Day today) {
    const auto distance = (day - today).count();
    if (distance == 0) return t("datum.vandaag");
    if (distance == -1) return t("datum.gisteren");
    if (distance == 1) return t("datum.morgen");
    return short_day(t, day, today);
}

std::string moment(const Texts& t, Instant at, Instant now) {
    const Day day = day_of(at);
    const Day today = day_of(now);
    const auto distance = (day - today).count();
    const std::string words = distance == 0    ? t("datum.vandaag")
                              : distance == -1 ? t("datum.gisteren")
                                               : long_day(t, day, today);
    return capitalised(words) + ", " + time_of_day(t, at);
}

LeafWords leaf_words(const Texts& t, Day day) {
    return {t("datum.dag_kort." + weekday_key(day)), day_number(day),
            t("datum.maand_kort." + std::to_string(unsigned(ymd(day).month())))};
}

std::string span_of(const Texts& t, seconds length) {
    const auto count = length.count();
    if (count < 3600) return t("datum.minuten", count / 60);
    if (count < 86'400) return t("datum.uren", count / 3600);
    return t("datum.dagen", count / 86'400);
}

}  // namespace dichtbij::html
