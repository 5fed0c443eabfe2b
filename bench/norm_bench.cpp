// Due moments per second on one core: a norm, a start and a compiled calendar of 35 years.
// Bar: at least 2,000,000/s. Prints one line per kind of term.

#include <chrono>
#include <cstdio>
#include <random>
#include <vector>

#include "norm/klok.h"

using namespace dichtbij;
using namespace dichtbij::norm;

namespace {

constexpr int rounds = 2'000'000;

OpeningHours hours_of_a_gemeente() {
    OpeningHours hours = default_opening_hours();
    for (auto& ranges : hours.week)
        if (!ranges.empty()) ranges = {{510, 720}, {750, 1020}};
    hours.week[3].push_back({1080, 1200});
    for (int year = 2000; year <= 2034; ++year) hours.sluitingsdagen.push_back({make_day(year, 12, 24), "kerstavond"});
    return hours;
}

std::vector<Instant> starts() {
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> within(0, 30LL * 365 * 86400);
    std::vector<Instant> moments(1 << 16);
    for (Instant& moment : moments) moment = start_of(make_day(2002, 1, 1)) + seconds(within(random));
    return moments;
}

void measure_term(const char* name, const Term& term, const ServiceCalendar& calendar, const std::vector<Instant>& moments) {
    std::int64_t sum = 0;
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < rounds; ++i) {
        const auto op = due_op(term, moments[static_cast<std::size_t>(i) & (moments.size() - 1)], calendar);
        sum += op->time_since_epoch().count();
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf("due moment, %-16s %12.0f/s  (checksum %lld)\n", name, rounds / took.count(), static_cast<long long>(sum));
}

}  // namespace

int main() {
    const auto begin = std::chrono::steady_clock::now();
    const ServiceCalendar calendar = ServiceCalendar::compile(hours_of_a_gemeente(), {2000, 2034}).value();
    const std::chrono::duration<double, std::milli> compiled = std::chrono::steady_clock::now() - begin;
    std::printf("calendar of 35 years compiled in %.1f ms\n", compiled.count());
    const std::vector<Instant> moments = starts();
    measure_term("2 working hours", WorkingTime{minutes(120)}, calendar, moments);
    measure_term("40 working hours", WorkingTime{minutes(2400)}, calendar, moments);
    measure_term("5 working days", WorkingDays{5}, calendar, moments);
    measure_term("5 minutes", ClockTime{minutes(5)}, calendar, moments);
    measure_term("10 calendar days", CalendarDays{10}, calendar, moments);
    measure_term("8 weeks, legal", LegalTerm{{8, Termijneenheid::weken}}, calendar, moments);
}
