#pragma once
// Days and times in words, as they are read aloud.

#include <string>

#include "base/time.h"
#include "html/catalogue.h"

namespace dichtbij::html {

// "donderdag 26 november"; the year only when it is not that of `today`. English: "Thursday 26 November".
std::string long_day(const Texts& t, Day day, Day today);
// "do 26 november"; the year as above. English: "Thu 26 November".
std::string short_day(const Texts& t, Day day, Day today);
// "uiterlijk donderdag 26 november", English "by Thursday 26 November".
std::string by_day(const Texts& t, Day day, Day today);
// Weekday and year, for what is formal or stands on top of a page: "dinsdag 24 november 2026".
std::string formal_day(const Texts& t, Day day);
// Always with the year and without the weekday: "14 maart 1984".
std::string full_date(const Texts& t, Day day);
// "17.00 uur", English "5 pm", "4.05 pm".
std::string time_of_day(const Texts& t, Instant at);
// "8.30 tot 17.00 uur", English "8.30 am to 5 pm".
std::string time_range(const Texts& t, Instant from, Instant until);
// For narrow columns: "ma 23 nov, 16.10 uur", "vandaag, 15.15 uur".
std::string short_moment(const Texts& t, Instant at, Instant now);
// "Vandaag, 8.02 uur", "Gisteren, 16.24 uur", "Maandag 23 november, 11.20 uur".
std::string moment(const Texts& t, Instant at, Instant now);
// "vandaag", "gisteren", "morgen" or the short day.
std::string near_day(const Texts& t, Day day, Day today);
// "do", "26", "nov" for the leaf of the calendar.
struct LeafWords {
    std::string weekday, day, month;
};
LeafWords leaf_words(const Texts& t, Day day);
// "2 dagen te laat"; 0 working days: "vandaag te laat".
std::string days_late(const Texts& t, int working_days);
// "6 uur en 18 minuten", "18 minuten", "2 dagen en 3 uur": what is left until a promise, rounded down.
std::string time_left(const Texts& t, seconds left);
// "Dinsdag": with a capital, for the start of a sentence or a page.
std::string capitalised(std::string words);
// "4 min", "2 uur", "3 dagen": how long something lasts or has lasted, rounded down.
std::string span_of(const Texts& t, seconds length);

}  // namespace dichtbij::html
