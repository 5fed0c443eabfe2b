#include "app/demo_rooster.h"

#include <algorithm>

namespace dichtbij::app::demo {
namespace {

constexpr days vooruit{60};

int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(ymd(day).month())); }

}  // namespace

class Rooster::Planner {
  public:
    Planner(Rooster& rooster, std::uint64_t zaad, Day vandaag)
        : rooster_(rooster), toeval_(Toeval::voor(zaad, 0x40057)), vandaag_(vandaag), eind_(vandaag + vooruit) {}

    void plan() {
        away_now("tom.baars", "verlof", days(2), days(4));
        away_now("ruben.tjon.a.fat", "ziekte", days(1), days(3));
        for (std::size_t i = 0; i < rooster_.organisatie_.medewerkers.size(); ++i) {
            for (Day day = rooster_.van_; day < eind_; day += days(365)) year_of(i, day);
            sickness(i);
        }
        std::stable_sort(rooster_.alle_.begin(), rooster_.alle_.end(), [](const Afwezig& a, const Afwezig& b) { return a.gemeld < b.gemeld; });
    }

  private:
    void away_now(std::string_view wie, std::string reden, days terug, days verder) {
        const Day van = std::max(rooster_.van_, vandaag_ - terug);
        const Day gemeld = reden == "ziekte" ? van : std::max(rooster_.van_, van - days(20));
        store({rooster_.organisatie_.medewerker(wie), van, vandaag_ + verder, std::move(reden), gemeld});
    }

    // Two or three weeks in summer, a week in spring, autumn or at Christmas, some single days.
    void year_of(std::size_t wie, Day begin) {
        holiday(wie, begin, {7, 8}, toeval_.between(14, 21));
        holiday(wie, begin, {10, 2}, 7);
        holiday(wie, begin, {12, 5}, toeval_.between(5, 9));
        for (int i = toeval_.between(3, 7); i > 0; --i) {
            const Day van = begin + days(toeval_.below(365));
            leave(wie, van, days(toeval_.between(1, 2)));
        }
    }

    void holiday(std::size_t wie, Day begin, std::pair<int, int> maanden, int dagen) {
        for (int attempt = 0; attempt < 6; ++attempt) {
            Day van = begin + days(toeval_.below(365));
            if (month_of(van) != maanden.first && month_of(van) != maanden.second) continue;
            while (weekday_of(van) != std::chrono::Monday) van -= days(1);
            if (leave(wie, van, days(dagen))) return;
        }
    }

    bool leave(std::size_t wie, Day van, days lengte) {
        if (van < rooster_.van_ || van + lengte >= eind_ || is_crowded(wie, van, van + lengte)) return false;
        return store({wie, van, van + lengte, "verlof", std::max(rooster_.van_, van - days(toeval_.between(5, 60)))});
    }

    // A spell now and then, in winter more; for one or two employees a long one.
    void sickness(std::size_t wie) {
        for (Day day = rooster_.van_; day < vandaag_; day += days(1)) {
            const bool winter = month_of(day) >= 11 || month_of(day) <= 2;
            if (!toeval_.per_mille(winter ? 6 : 3)) continue;
            const int lengte = toeval_.per_mille(15) ? toeval_.between(40, 90) : toeval_.between(1, 5);
            const Day tot = std::min(day + days(lengte), vandaag_ + days(3));
            if (!is_crowded(wie, day, std::min(tot, day + days(2)))) store({wie, day, tot, "ziekte", day});
            day += days(lengte);
        }
    }

    // At most two fifths of a team on leave, and of two people who replace each other at least one there.
    bool is_crowded(std::size_t wie, Day van, Day tot) const {
        const auto& people = rooster_.organisatie_.medewerkers;
        for (Day day = van; day < tot; day += days(1)) {
            if (const auto& ander = people[wie].vervanger; ander && rooster_.is_absent(*ander, day)) return true;
            if (!people[wie].team) continue;
            const auto& leden = rooster_.organisatie_.teams[*people[wie].team].leden;
            const auto away = std::count_if(leden.begin(), leden.end(), [&](std::size_t lid) { return rooster_.is_absent(lid, day); });
            if (away * 5 >= static_cast<std::ptrdiff_t>(leden.size()) * 2) return true;
        }
        return false;
    }

    bool store(Afwezig afwezig) {
        // A day between two absences, so that none touches another.
        for (Day day = afwezig.van; day < afwezig.tot; day += days(1))
            if (rooster_.is_absent(afwezig.medewerker, day)) return false;
        for (Day day = afwezig.van; day < afwezig.tot; day += days(1)) {
            const auto at = static_cast<std::size_t>((day - rooster_.van_).count());
            if (at < rooster_.afwezig_[afwezig.medewerker].size()) rooster_.afwezig_[afwezig.medewerker][at] = true;
        }
        rooster_.alle_.push_back(std::move(afwezig));
        return true;
    }

    Rooster& rooster_;
    Toeval toeval_;
    Day vandaag_;
    Day eind_;
};

Rooster::Rooster(std::uint64_t zaad, const DemoOrganisatie& organisatie, Day van, Day vandaag) : organisatie_(organisatie), van_(van) {
    afwezig_.assign(organisatie.medewerkers.size(), std::vector<bool>(static_cast<std::size_t>((vandaag + vooruit - van).count()), false));
    Planner(*this, zaad, vandaag).plan();
}

std::vector<Afwezig> Rooster::gemeld_op(Day day) const {
    std::vector<Afwezig> found;
    std::copy_if(alle_.begin(), alle_.end(), std::back_inserter(found), [&](const Afwezig& one) { return one.gemeld == day; });
    return found;
}

bool Rooster::is_absent(std::size_t medewerker, Day day) const {
    const auto at = (day - van_).count();
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(afwezig_[medewerker].size())) return false;
    return afwezig_[medewerker][static_cast<std::size_t>(at)];
}

bool Rooster::works(std::size_t medewerker, Day day) const {
    const unsigned bit = weekday_of(day).iso_encoding() - 1;
    return (organisatie_.medewerkers[medewerker].inhoud->werkdagen >> bit & 1) != 0 && !is_absent(medewerker, day);
}

std::vector<std::size_t> Rooster::working(std::size_t team, Day day) const {
    std::vector<std::size_t> found;
    for (const std::size_t lid : organisatie_.teams[team].leden)
        if (works(lid, day)) found.push_back(lid);
    return found;
}

}  // namespace dichtbij::app::demo
