#pragma once
// When a gemeente is open, as its administrator enters it.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace dichtbij::norm {

// [van, tot) in minutes after midnight of the day it begins. `tot` is at most 24 hours after `van`:
// 1440 is 24:00, 1560 is 02:00 of the next day.
struct TimeRange {
    int van = 0;
    int tot = 0;
    bool operator==(const TimeRange&) const = default;
};
BOOST_DESCRIBE_STRUCT(TimeRange, (), (van, tot))

struct ClosingDay {
    Day datum{};
    std::string reden;
    bool operator==(const ClosingDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClosingDay, (), (datum, reden))

// Replaces what the weekday, a holiday or a closing day says of this date. Without ranges: closed.
struct ExceptionalHours {
    Day datum{};
    std::vector<TimeRange> open;
    std::string reden;
    bool operator==(const ExceptionalHours&) const = default;
};

enum class Feestdagkeuze { vrij, open };
BOOST_DESCRIBE_ENUM(Feestdagkeuze, vrij, open)
enum class Bevrijdingsdag { jaarlijks, lustrum, nooit };  // lustrum: free in 2025, 2030, ...
BOOST_DESCRIBE_ENUM(Bevrijdingsdag, jaarlijks, lustrum, nooit)
// Whether an open Saturday or Sunday counts as one of N working days. Its hours always count as
// opening time.
enum class Weekend { geen_werkdag, werkdag };
BOOST_DESCRIBE_ENUM(Weekend, geen_werkdag, werkdag)

struct HolidaySettings {
    Feestdagkeuze goede_vrijdag = Feestdagkeuze::vrij;
    Bevrijdingsdag bevrijdingsdag = Bevrijdingsdag::jaarlijks;
    Feestdagkeuze gelijkgestelde_dagen = Feestdagkeuze::open;  // equated by royal decree
    Weekend weekend = Weekend::geen_werkdag;
    bool operator==(const HolidaySettings&) const = default;
};
BOOST_DESCRIBE_STRUCT(HolidaySettings, (), (goede_vrijdag, bevrijdingsdag, gelijkgestelde_dagen, weekend))

using WeekHours = std::array<std::vector<TimeRange>, 7>;  // Monday first

struct OpeningHours {
    WeekHours week;
    std::vector<ClosingDay> sluitingsdagen;
    std::vector<ExceptionalHours> afwijkend;
    HolidaySettings feestdagen;
    bool operator==(const OpeningHours&) const = default;
};

// A public holiday of the year, with what the settings make of it.
struct HolidaySuggestion {
    Day datum{};
    std::string_view key;
    Feestdagkeuze keuze = Feestdagkeuze::vrij;
    bool operator==(const HolidaySuggestion&) const = default;
};
std::vector<HolidaySuggestion> holiday_suggestions(int year, const HolidaySettings&);

inline constexpr int ranges_limit_per_day = 6;
inline constexpr int dates_limit = 2000;         // closing days, and exceptional dates
inline constexpr int reason_limit_characters = 200;

// What is wrong with what was entered, by field: "week.0", "sluitingsdagen.3.reden", "afwijkend.2".
Result<Done> validate(const OpeningHours&);
// Ranges of one day: in order, not overlapping, within the limits.
std::vector<FieldError> range_errors(const std::vector<TimeRange>& ranges, const std::string& field);

// Monday to Friday, the same hours each day.
WeekHours working_week(TimeRange hours);
OpeningHours default_opening_hours();  // 08:30 to 17:00
// Monday to Friday; the days of the legal calendar are free.
OpeningHours legal_working_week();

}  // namespace dichtbij::norm
