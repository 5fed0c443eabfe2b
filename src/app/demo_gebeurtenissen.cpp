#include "app/demo_gebeurtenissen.h"

#include <array>
#include <cmath>

#include "app/demo_toeval.h"

namespace dichtbij::app::demo {
namespace {

struct Invloed {
    std::string_view onderwerp;
    double factor = 1;
};

// What kind of day it is, in which months, how often in a hundred days of them, and what it brings.
struct Dagsoort {
    std::uint64_t nummer = 0;
    int eerste_maand = 1, laatste_maand = 12;  // 11 to 2 runs over the new year
    int per_honderd = 0;
    std::array<Invloed, 4> invloeden;
};

constexpr Dagsoort soorten[] = {
    {1, 12, 2, 11, {{{"gladheid", 24}, {"schade", 3}, {"afvalkalender", 1.5}, {"container", 1.6}}}},
    {2, 10, 3, 4, {{{"groen", 6}, {"straatverlichting", 3}, {"bestrating", 2}, {"schade", 2.5}}}},
    {3, 5, 9, 4, {{{"riool", 9}, {"schade", 2}, {"groen", 1.5}, {"bestrating", 1.5}}}},
    {4, 1, 12, 2, {{{"container", 4.5}, {"afvalkalender", 3}, {"zwerfafval", 1.5}, {"klacht", 1.5}}}},
    {5, 1, 12, 1, {{{"digid", 8}, {"afspraak", 1.5}, {"verhuizing", 1.2}, {"voortgang", 1.2}}}},
    {6, 6, 8, 8, {{{"overlast", 2.5}, {"ongedierte", 1.8}, {"container", 1.4}, {"openingstijden", 1.2}}}},
};

bool in_months(const Dagsoort& soort, int maand) {
    if (soort.eerste_maand <= soort.laatste_maand) return maand >= soort.eerste_maand && maand <= soort.laatste_maand;
    return maand >= soort.eerste_maand || maand <= soort.laatste_maand;
}

bool is_day_of(std::uint64_t zaad, const Dagsoort& soort, Day day) {
    const int maand = static_cast<int>(static_cast<unsigned>(ymd(day).month()));
    if (!in_months(soort, maand)) return false;
    return Toeval::voor(zaad, 0xe7e17 + soort.nummer, static_cast<std::uint64_t>(day.time_since_epoch().count())).chance(soort.per_honderd);
}

// Loud on the first days, over after three weeks.
double after_assessment(std::string_view onderwerp, Day day) {
    constexpr std::array<Invloed, 6> invloeden{{{"ozb", 2.6}, {"woz", 2.4}, {"afvalstoffenheffing", 2.2}, {"kwijtschelding", 1.8}, {"betalen", 1.9}, {"hondenbelasting", 1.5}}};
    const auto since = (day - aanslagdag(static_cast<int>(ymd(day).year()))).count();
    if (since < 0 || since > 24) return 1;
    for (const Invloed& one : invloeden)
        if (one.onderwerp == onderwerp) return 1 + one.factor * std::exp(-static_cast<double>(since) / 8);
    return 1;
}

}  // namespace

Day aanslagdag(int year) {
    Day day = make_day(year, 3, 1) - days(1);
    while (weekday_of(day) != std::chrono::Friday) day -= days(1);
    return day;
}

double event_factor(std::uint64_t zaad, std::string_view onderwerp, Day day) {
    double factor = after_assessment(onderwerp, day);
    for (const Dagsoort& soort : soorten)
        for (const Invloed& one : soort.invloeden)
            if (one.onderwerp == onderwerp && is_day_of(zaad, soort, day)) factor *= one.factor;
    return factor;
}

}  // namespace dichtbij::app::demo
