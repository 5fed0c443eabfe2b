#pragma once
// Turns opening hours into the tables of a ServiceCalendar. Only service_calendar.cpp uses it.

#include <map>
#include <string_view>

#include "norm/service_calendar.h"

namespace dichtbij::norm {

class CalendarCompiler {
  public:
    CalendarCompiler(const OpeningHours& hours, YearRange years);
    ServiceCalendar compile();

  private:
    const std::vector<TimeRange>& ranges_of(Day day);
    void add_day(Day day);
    void add_interval(std::int64_t open, std::int64_t close);
    void add_working_day(Day day, std::int64_t open, std::int64_t close);

    const OpeningHours& hours_;
    YearRange years_;
    std::map<Day, const ExceptionalHours*> exceptional_;
    std::map<Day, Argument> closed_;  // closing days and holidays
    ServiceCalendar calendar_;
    std::uint32_t day_index_ = 0;
};

}  // namespace dichtbij::norm
