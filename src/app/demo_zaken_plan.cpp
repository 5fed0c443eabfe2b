#include "app/demo_zaken_plan.h"

#include <algorithm>

namespace dichtbij::app::demo {
namespace {

constexpr double werkdag_seconden = 8.0 * 3600;
constexpr int antwoordtermijn_dagen = 14;
constexpr int wet_dagen = 56;

// Of a hundred cases.
constexpr int te_laat = 11, veel_te_laat = 2, vast = 3, ingetrokken = 4, met_vraag = 20, met_instemming = 2, met_gemachtigde = 7, met_stuk = 9, met_notitie = 30;

class Planner {
  public:
    Planner(Toeval& toeval, const Zaakplanvraag& vraag, const norm::ServiceCalendar& kalender) : toeval_(toeval), vraag_(vraag), kalender_(kalender) {}

    std::vector<GeplandeZet> plan() {
        draw();
        Instant at = begin();
        const int delen = static_cast<int>(vraag_.type.statussen.size()) - 1;
        for (int deel = 0; deel < delen; ++deel) {
            at = part(at, deel, delen);
            if (deel + 1 < delen) add(at, Zet::status);
        }
        end(at);
        if (trekt_in_) withdraw();
        std::stable_sort(zetten_.begin(), zetten_.end(), [](const auto& a, const auto& b) { return a.op < b.op; });
        return std::move(zetten_);
    }

  private:
    bool is_deelzaak() const { return vraag_.soort == Zaaksoort::deelzaak; }
    bool has_role(zaaktype::Rolsoort soort) const { return std::find(vraag_.type.rollen.begin(), vraag_.type.rollen.end(), soort) != vraag_.type.rollen.end(); }

    void draw() {
        const int delen = static_cast<int>(vraag_.type.statussen.size()) - 1;
        norm_ = std::max(1, vraag_.type.servicenorm.aantal);
        const int hoe = toeval_.below(100);
        is_veel_te_laat_ = !is_deelzaak() && vraag_.type.dwangsom && norm_ >= 20 && hoe < veel_te_laat;
        is_laat_ = is_veel_te_laat_ || hoe < te_laat;
        zit_vast_ = !is_deelzaak() && delen >= 3 && toeval_.chance(vast);
        trekt_in_ = toeval_.chance(ingetrokken);
        vraagt_in_ = !is_deelzaak() && delen >= 2 && toeval_.chance(met_vraag) ? toeval_.below(std::min(delen, 2)) : -1;
        wacht_in_ = !is_deelzaak() && vraag_.type.opschorten && norm_ >= 15 && toeval_.chance(met_instemming) ? delen - 1 : -1;
        werkdagen_ = norm_ * vraag_.inhoud.vlot / 100.0 * (0.45 + 0.65 * toeval_.unit());
        if (is_laat_) werkdagen_ = norm_ * (1.08 + 0.6 * toeval_.unit());
        if (is_veel_te_laat_) werkdagen_ = 46 + 30 * toeval_.unit();
        if (is_deelzaak()) werkdagen_ = std::min(werkdagen_, 12.0);
        stuk_ = toeval_.chance(met_stuk);
    }

    void add(Instant op, Zet zet, Day tot = {}) { zetten_.push_back({op, zet, tot}); }
    Instant later(Instant van, double werkdagen) const {
        const auto at = kalender_.add_working_time(van, seconds(std::max<std::int64_t>(60, static_cast<std::int64_t>(werkdagen * werkdag_seconden))));
        return at ? *at : van + days(1 + static_cast<int>(werkdagen * 1.4));
    }
    Day working_day(Day day) const {
        const auto next = kalender_.next_working_day(day - days(1));
        return next ? *next : day;
    }
    double around(double mean) { return mean * (0.5 + toeval_.unit()); }

    Instant begin() {
        if (stuk_) add(vraag_.op + minutes(toeval_.between(2, 45)), Zet::stuk_in);
        const double wait = toeval_.chance(8) ? around(2) : 0.05 + 0.8 * toeval_.unit();
        const Instant accepted = later(vraag_.op, std::min(wait, werkdagen_ * 0.4));
        add(accepted, Zet::aanvaarden);
        if (has_role(zaaktype::Rolsoort::gemachtigde) && toeval_.chance(met_gemachtigde)) add(later(accepted, 0.1), Zet::gemachtigde);
        if (!is_deelzaak() && norm_ >= 25 && toeval_.chance(3)) add(later(accepted, 0.6), Zet::deelzaak);
        if (!is_deelzaak() && norm_ >= 15 && toeval_.chance(4)) add(later(accepted, 0.4), Zet::gerelateerd);
        if (toeval_.chance(met_notitie)) add(later(accepted, werkdagen_ * 0.6 * toeval_.unit()), Zet::notitie);
        if (toeval_.chance(6)) add(later(accepted, werkdagen_ * 0.3 * toeval_.unit()), Zet::doorgeven);
        return accepted;
    }

    // One status: what is asked, what waits, what gets stuck, and the tasks of it at the end.
    Instant part(Instant at, int deel, int delen) {
        double lengte = around(werkdagen_ / delen);
        if (deel == vraagt_in_) {
            const Instant asked = later(at, lengte * 0.3);
            const Day due = working_day(day_of(asked) + days(antwoordtermijn_dagen));
            add(asked, Zet::vraag, due);
            const bool answers = toeval_.chance(78);
            at = answers ? later(asked, around(4.5)) : later(kalender_.opening_of(due), 0.2 + toeval_.unit());
            add(at, answers ? Zet::beantwoord : Zet::niet_beantwoord);
            lengte *= 0.7;
        }
        if (deel == wacht_in_) {
            const Day until = working_day(day_of(at) + days(toeval_.between(10, 28)));
            add(later(at, 0.1), Zet::opschorten, until);
            at = later(kalender_.opening_of(until), 0.2);
            add(at, Zet::hervatten);
        }
        if (zit_vast_ && deel == 1) {
            add(later(at, around(2)), Zet::doorgeven);
            add(later(at, 9 + around(3)), Zet::doorgeven);
            at = later(at, 24 + around(12));
        }
        const Instant klaar = later(at, std::max(0.1, lengte));
        add(later(at, std::max(0.05, lengte * 0.85)), Zet::taken);
        return klaar;
    }

    void end(Instant klaar) {
        tell_of_delay(klaar);
        if (stuk_ && toeval_.chance(60)) add(later(klaar, 0.02), Zet::stuk_uit);
        add(later(klaar, 0.05), Zet::besluit);
        const Instant gesloten = toeval_.chance(60) ? later(klaar, 0.1) : later(klaar, around(1.5));
        add(gesloten, Zet::sluiten);
        if (is_deelzaak() || !toeval_.per_mille(8)) return;
        const Instant terug = later(gesloten, around(4));
        add(terug, Zet::heropenen);
        add(later(terug, around(5)), Zet::sluiten);
    }

    // Told in time when it can be seen coming, else afterwards, or not at all.
    void tell_of_delay(Instant klaar) {
        const Day nieuw = working_day(day_of(klaar) + days(toeval_.between(2, 9)));
        const Instant seen = later(vraag_.op, norm_ * (toeval_.chance(65) ? 0.55 + 0.3 * toeval_.unit() : 1.0 + 0.1 * toeval_.unit()));
        const bool may_extend = vraag_.type.verlengen.keren > 0 && norm_ >= 20;
        if (is_laat_ && may_extend && toeval_.chance(is_veel_te_laat_ ? 35 : 40)) add(seen, Zet::verlengen, nieuw);
        else if (toeval_.chance(is_laat_ || zit_vast_ ? 62 : 3)) add(seen, Zet::verzetten, is_laat_ && toeval_.chance(25) ? working_day(day_of(klaar) - days(4)) : nieuw);
        if (is_laat_ && toeval_.chance(18)) add(later(seen, norm_ * 0.2), Zet::verzetten, working_day(nieuw + days(toeval_.between(5, 12))));
        if (is_veel_te_laat_ && toeval_.chance(60)) add(later(vraag_.op + days(wet_dagen), around(4)), Zet::ingebrekestelling);
    }

    void withdraw() {
        const Instant last = zetten_.back().op;
        const Instant at = vraag_.op + seconds(static_cast<std::int64_t>(static_cast<double>((last - vraag_.op).count()) * (0.15 + 0.7 * toeval_.unit())));
        const Instant during = kalender_.opening_of(working_day(day_of(at))) + minutes(toeval_.between(20, 400));
        std::erase_if(zetten_, [&](const GeplandeZet& one) { return one.op > during && one.zet != Zet::aanvaarden; });
        add(during, Zet::intrekken);
    }

    Toeval& toeval_;
    const Zaakplanvraag& vraag_;
    const norm::ServiceCalendar& kalender_;
    int norm_ = 1;
    double werkdagen_ = 1;
    bool is_laat_ = false, is_veel_te_laat_ = false, zit_vast_ = false, trekt_in_ = false, stuk_ = false;
    int vraagt_in_ = -1, wacht_in_ = -1;
    std::vector<GeplandeZet> zetten_;
};

}  // namespace

std::vector<GeplandeZet> plan_zaak(Toeval& toeval, const Zaakplanvraag& vraag, const norm::ServiceCalendar& kalender) { return Planner(toeval, vraag, kalender).plan(); }

}  // namespace dichtbij::app::demo
