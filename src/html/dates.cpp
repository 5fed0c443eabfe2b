#include "html/dates.h"

#include <array>
#include <cstdio>

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

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
}

}  // namespace

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

std::string time_of_day(const Texts& t, Instant at) {
    const LocalTime local = local_time(at);
    const auto minute_of_day = static_cast<int>((local - LocalTime(std::chrono::floor<days>(local))).count() / 60);
    const int hour = minute_of_day / 60;
    const int minute = minute_of_day % 60;
    char text[24];
    if (t.taal() == Taal::nl) {
        std::snprintf(text, sizeof text, "%d.%02d uur", hour, minute);
    } else if (minute == 0) {
        std::snprintf(text, sizeof text, "%d %s", hour % 12 == 0 ? 12 : hour % 12, hour < 12 ? "am" : "pm");
    } else {
        std::snprintf(text, sizeof text, "%d.%02d %s", hour % 12 == 0 ? 12 : hour % 12, minute, hour < 12 ? "am" : "pm");
    }
    return text;
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
