#include <doctest/doctest.h>

#include "html/catalogue.h"
#include "html/dates.h"

namespace dichtbij::html::dates_test {
namespace {

const Texts& texts(Taal taal) {
    static const Catalogue catalogue("text");
    return catalogue.of(taal);
}

Instant at(const char* civil) { return *parse_instant(std::string(civil) + ":00"); }

const Instant now = at("2026-11-24T10:42");  // a Tuesday
const Day today = day_of(now);

}  // namespace

TEST_CASE("days are written as they are read aloud, with the year only when it is another") {
    const struct {
        Day day;
        const char* dutch;
        const char* english;
        const char* dutch_short;
        const char* english_short;
    } rows[] = {
        {make_day(2026, 11, 26), "donderdag 26 november", "Thursday 26 November", "do 26 november", "Thu 26 November"},
        {make_day(2026, 11, 24), "dinsdag 24 november", "Tuesday 24 November", "di 24 november", "Tue 24 November"},
        {make_day(2026, 3, 1), "zondag 1 maart", "Sunday 1 March", "zo 1 maart", "Sun 1 March"},
        {make_day(2027, 1, 8), "vrijdag 8 januari 2027", "Friday 8 January 2027", "vr 8 januari 2027", "Fri 8 January 2027"},
        {make_day(2025, 12, 31), "woensdag 31 december 2025", "Wednesday 31 December 2025", "wo 31 december 2025", "Wed 31 December 2025"},
    };
    for (const auto& row : rows) {
        CHECK(long_day(texts(Taal::nl), row.day, today) == row.dutch);
        CHECK(long_day(texts(Taal::en), row.day, today) == row.english);
        CHECK(short_day(texts(Taal::nl), row.day, today) == row.dutch_short);
        CHECK(short_day(texts(Taal::en), row.day, today) == row.english_short);
    }
    CHECK(by_day(texts(Taal::nl), make_day(2026, 11, 26), today) == "uiterlijk donderdag 26 november");
    CHECK(by_day(texts(Taal::en), make_day(2026, 11, 26), today) == "by Thursday 26 November");
    CHECK(capitalised(formal_day(texts(Taal::nl), today)) == "Dinsdag 24 november 2026");
    CHECK(full_date(texts(Taal::nl), make_day(1984, 3, 14)) == "14 maart 1984");
}

TEST_CASE("times have a point and a word") {
    const struct {
        const char* civil;
        const char* dutch;
        const char* english;
    } rows[] = {
        {"2026-11-24T17:00", "17.00 uur", "5 pm"},     {"2026-11-24T08:05", "8.05 uur", "8.05 am"},
        {"2026-11-24T16:05", "16.05 uur", "4.05 pm"},  {"2026-11-24T12:00", "12.00 uur", "12 pm"},
        {"2026-11-24T00:30", "0.30 uur", "12.30 am"},  {"2026-07-01T09:15", "9.15 uur", "9.15 am"},
        {"2026-10-25T03:00", "3.00 uur", "3 am"},
    };
    for (const auto& row : rows) {
        CHECK(time_of_day(texts(Taal::nl), at(row.civil)) == row.dutch);
        CHECK(time_of_day(texts(Taal::en), at(row.civil)) == row.english);
    }
    CHECK(time_range(texts(Taal::nl), at("2026-11-24T08:30"), at("2026-11-24T17:00")) == "8.30 tot 17.00 uur");
    CHECK(time_range(texts(Taal::en), at("2026-11-24T08:30"), at("2026-11-24T17:00")) == "8.30 am to 5 pm");
}

TEST_CASE("today and yesterday are words, other days are named") {
    const struct {
        const char* civil;
        const char* dutch;
        const char* dutch_short;
    } rows[] = {
        {"2026-11-24T08:02", "Vandaag, 8.02 uur", "vandaag, 8.02 uur"},
        {"2026-11-23T16:24", "Gisteren, 16.24 uur", "ma 23 nov, 16.24 uur"},
        {"2026-11-20T11:46", "Vrijdag 20 november, 11.46 uur", "vr 20 nov, 11.46 uur"},
        {"2025-11-20T11:46", "Donderdag 20 november 2025, 11.46 uur", "do 20 nov 2025, 11.46 uur"},
    };
    for (const auto& row : rows) {
        CHECK(moment(texts(Taal::nl), at(row.civil), now) == row.dutch);
        CHECK(short_moment(texts(Taal::nl), at(row.civil), now) == row.dutch_short);
    }
    CHECK(near_day(texts(Taal::nl), today + days(1), today) == "morgen");
    CHECK(near_day(texts(Taal::en), today - days(1), today) == "yesterday");
    CHECK(near_day(texts(Taal::nl), today + days(2), today) == "do 26 november");
}

TEST_CASE("lateness is in working days, what is left in hours and minutes") {
    CHECK(days_late(texts(Taal::nl), 2) == "2 dagen te laat");
    CHECK(days_late(texts(Taal::nl), 1) == "1 dag te laat");
    CHECK(days_late(texts(Taal::nl), 0) == "vandaag te laat");
    CHECK(days_late(texts(Taal::en), 2) == "2 days late");
    const struct {
        seconds left;
        const char* dutch;
        const char* english;
    } rows[] = {
        {hours(6) + minutes(18), "6 uur en 18 minuten", "6 hours and 18 minutes"},
        {hours(6), "6 uur", "6 hours"},
        {minutes(18) + seconds(59), "18 minuten", "18 minutes"},
        {hours(1) + minutes(1), "1 uur en 1 minuut", "1 hour and 1 minute"},
        {hours(51), "2 dagen en 3 uur", "2 days and 3 hours"},
        {seconds(5), "0 minuten", "0 minutes"},
    };
    for (const auto& row : rows) {
        CHECK(time_left(texts(Taal::nl), row.left) == row.dutch);
        CHECK(time_left(texts(Taal::en), row.left) == row.english);
    }
}

TEST_CASE("the leaf of the calendar has three short words") {
    const LeafWords words = leaf_words(texts(Taal::nl), make_day(2026, 11, 26));
    CHECK(words.weekday + words.day + words.month == "do26nov");
}

}  // namespace dichtbij::html::dates_test
