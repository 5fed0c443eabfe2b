#include "app/demo_drukte.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "app/demo_gebeurtenissen.h"

namespace dichtbij::app::demo {
namespace {

constexpr double vragen_per_gesprek = 1.15;
constexpr double op_dichte_dag = 0.09;  // of a usual day: only what people write
constexpr std::array<double, 7> per_weekdag{1.30, 1.08, 0.96, 1.00, 0.80, 0.8, 0.8};
// By hour of the day, for what is said while the gemeente is open, and for what is written.
constexpr std::array<int, 24> uren_gesproken{0, 0, 0, 0, 0, 0, 0, 0, 6, 15, 17, 14, 8, 10, 13, 11, 7, 4, 3, 2, 0, 0, 0, 0};
constexpr std::array<int, 24> uren_geschreven{1, 0, 0, 0, 0, 0, 2, 4, 8, 10, 10, 8, 7, 8, 8, 7, 6, 5, 6, 9, 10, 8, 5, 2};

unsigned weekday_index(Day day) { return weekday_of(day).iso_encoding() - 1; }

std::uint64_t number_of(Day day) { return static_cast<std::uint64_t>(day.time_since_epoch().count()); }

}  // namespace

double season_of(const Seizoen& seizoen, Day day) {
    const auto date = ymd(day);
    const int maand = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    const double at = (static_cast<double>(static_cast<unsigned>(date.day())) - 15.5) / 30.5;
    const int other = (maand + (at < 0 ? 11 : 1)) % 12;
    const double part = at < 0 ? -at : at;
    const auto value = [&](int which) { return seizoen[static_cast<std::size_t>(which)] / 100.0; };
    return value(maand) * (1 - part) + value(other) * part;
}

bool is_gesproken(std::string_view kanaal) { return kanaal == "telefoon" || kanaal == "balie" || kanaal == "chat"; }

Drukte::Drukte(const Drukteplan& plan, const DemoOrganisatie& organisatie, std::vector<norm::Kalender> kalenders)
    : plan_(plan), organisatie_(organisatie), kalenders_(std::move(kalenders)) {
    double sum = 0;
    int dagen = 0;
    for (Day day = plan_.van; day <= plan_.vandaag; day += days(1), ++dagen) sum += raw(day);
    scale_ = plan_.vragen_per_jaar * dagen / 365.25 / sum;
}

double Drukte::day_factor(Day day) const {
    const auto open = kalenders_.front()->is_working_day(day);
    if (!open || !*open) return op_dichte_dag;
    const auto before = kalenders_.front()->is_working_day(day - days(1));
    const bool after_holiday = before && !*before && weekday_index(day) != 0;
    return per_weekdag[weekday_index(day)] * (after_holiday ? 1.25 : 1.0);
}

std::vector<double> Drukte::weights(Day day) const {
    std::vector<double> all;
    for (const OnderwerpInhoud& one : onderwerpen()) all.push_back(one.gewicht * season_of(one.seizoen, day) * event_factor(plan_.zaad, one.code, day));
    return all;
}

double Drukte::raw(Day day) const {
    const auto all = weights(day);
    return std::accumulate(all.begin(), all.end(), 0.0) * day_factor(day);
}

double Drukte::expected(Day day) const { return raw(day) * scale_; }

std::vector<Binnenkomst> Drukte::of_day(Day day) const {
    const auto gewichten = weights(day);
    const double gesprekken = expected(day) / vragen_per_gesprek;
    int inwoners = 0;
    for (const DemoGemeente& gemeente : organisatie_.gemeenten) inwoners += gemeente.inhoud->inwoners;
    std::vector<Binnenkomst> all;
    for (std::size_t g = 0; g < organisatie_.gemeenten.size(); ++g) {
        Toeval toeval = Toeval::voor(plan_.zaad, 0xd4a7 + g, number_of(day));
        const int aantal = toeval.count(gesprekken * organisatie_.gemeenten[g].inhoud->inwoners / inwoners);
        for (int i = 0; i < aantal; ++i) all.push_back(draw(toeval, day, g, gewichten));
    }
    std::stable_sort(all.begin(), all.end(), [](const Binnenkomst& a, const Binnenkomst& b) { return a.op < b.op; });
    return all;
}

Binnenkomst Drukte::draw(Toeval& toeval, Day day, std::size_t gemeente, const std::vector<double>& gewichten) const {
    Binnenkomst made;
    made.gemeente = gemeente;
    made.zaad = toeval.next();
    made.onderwerpen.push_back(subject(toeval, gewichten));
    const auto open = kalenders_[gemeente]->is_working_day(day);
    std::vector<int> kansen;
    const auto kanalen = kanaal_gewichten(onderwerpen()[made.onderwerpen.front()].kanalen);
    for (const Kanaalgewicht& one : kanalen) kansen.push_back(is_gesproken(one.kanaal) && !(open && *open) ? 0 : one.gewicht);
    made.kanaal = kanalen[toeval.weighted(kansen)].kanaal;
    if (is_gesproken(made.kanaal))
        while (made.onderwerpen.size() < 4 && toeval.chance(made.kanaal == "balie" ? 16 : 19)) made.onderwerpen.push_back(subject(toeval, gewichten));
    made.op = moment(toeval, day, gemeente, is_gesproken(made.kanaal));
    return made;
}

Instant Drukte::moment(Toeval& toeval, Day day, std::size_t gemeente, bool is_spoken) const {
    const auto& uren = is_spoken ? uren_gesproken : uren_geschreven;
    for (int attempt = 0; attempt < 40; ++attempt) {
        const int uur = static_cast<int>(toeval.weighted(uren));
        const Instant at = instant_of(LocalTime(day) + hours(uur) + minutes(toeval.below(60)) + seconds(toeval.below(60)));
        if (!is_spoken) return at;
        // Who calls in the last minutes is helped within them.
        const auto open = kalenders_[gemeente]->is_open(at + minutes(12));
        const auto already = kalenders_[gemeente]->is_open(at);
        if (open && already && *open && *already) return at;
    }
    return kalenders_[gemeente]->opening_of(day) + minutes(toeval.between(5, 90));
}

std::size_t Drukte::subject(Toeval& toeval, const std::vector<double>& gewichten) const {
    double at = toeval.unit() * std::accumulate(gewichten.begin(), gewichten.end(), 0.0);
    for (std::size_t i = 0; i < gewichten.size(); ++i) {
        at -= gewichten[i];
        if (at < 0) return i;
    }
    return gewichten.size() - 1;
}

}  // namespace dichtbij::app::demo
