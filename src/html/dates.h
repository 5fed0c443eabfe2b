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
// Always with the year and without the weekday: "14 maart 1984".
std::string full_date(const Texts& t, Day day);
// "17.00 uur", English "5 pm", "4.05 pm".
std::string time_of_day(const Texts& t, Instant at);
// "Vandaag, 8.02 uur", "Gisteren, 16.24 uur", "Maandag 23 november, 11.20 uur".
std::string moment(const Texts& t, Instant at, Instant now);
// "vandaag", "gisteren", "morgen" or the short day.
std::string near_day(const Texts& t, Day day, Day today);
// "do", "26", "nov" for the leaf of the calendar.
struct LeafWords {
    std::string weekday, day, month;
};
LeafWords leaf_words(const Texts& t, Day day);
// "4 min", "2 uur", "3 dagen": how long something lasts or has lasted, rounded down.
std::string span_of(const Texts& t, seconds length);

}  // namespace dichtbij::html
