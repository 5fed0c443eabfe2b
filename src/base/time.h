#pragma once
// Instants are UTC seconds. Days are civil days in Europe/Amsterdam. The two are never mixed:
// the compiler keeps them apart, and the functions below are the only way across.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dichtbij {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

using Instant = std::chrono::sys_seconds;    // UTC
using Day = std::chrono::local_days;         // civil day, Europe/Amsterdam
using LocalTime = std::chrono::local_seconds;  // civil day and time, Europe/Amsterdam

// Civil time of an instant in Europe/Amsterdam.
LocalTime local_time(Instant);
Day day_of(Instant);

// The instant of a civil time. In the hour that the spring change leaves out: the moment of the
// change itself. In the hour that the autumn change repeats: the first of the two.
Instant instant_of(LocalTime);
Instant start_of(Day);

Day make_day(int year, unsigned month, unsigned day);  // CHECKs that the date exists
std::chrono::year_month_day ymd(Day);
std::chrono::weekday weekday_of(Day);

// ISO 8601: 2026-11-22. nullopt for what is not a date between the years 1800 and 2200.
std::optional<Day> parse_day(std::string_view iso);
std::string to_iso(Day);
// RFC 3339 in UTC: 2026-11-22T09:30:00Z; parse takes any offset, or civil time without one.
std::optional<Instant> parse_instant(std::string_view rfc3339);
std::string to_rfc3339(Instant);

class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    // For ids: milliseconds since 1970.
    virtual std::int64_t now_ms() const = 0;
};

class SystemClock final : public Clock {
  public:
    Instant now() const override;
    std::int64_t now_ms() const override;
};

// For tests and the demo year. Not synchronised: set it when nobody reads.
class SimulatedClock final : public Clock {
  public:
    explicit SimulatedClock(Instant start) : now_(start) {}
    Instant now() const override { return now_; }
    std::int64_t now_ms() const override { return now_.time_since_epoch().count() * 1000; }
    void set(Instant now) { now_ = now; }
    void advance(seconds by) { now_ += by; }

  private:
    Instant now_;
};

}  // namespace dichtbij
