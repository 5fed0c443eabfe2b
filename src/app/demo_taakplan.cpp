#include "app/demo_taakplan.h"

#include <algorithm>
#include <cmath>

namespace dichtbij::app::demo {
namespace {

constexpr seconds werkdag = hours(8);

class Planner {
  public:
    Planner(Toeval& toeval, const Taakvraag& vraag, const norm::ServiceCalendar& kalender) : toeval_(toeval), vraag_(vraag), kalender_(kalender) {
        const auto open = kalender.working_time_between(vraag.op, vraag.beloofd_op);
        termijn_ = std::max(open ? *open : werkdag, seconds(hours(1)));
    }

    std::vector<GeplandeStap> plan() {
        const bool is_late = toeval_.chance(vraag_.te_laat_procent);
        const Instant klaar = finish(is_late);
        // Now and then nobody takes it until the lead, told that it is late, gives it to someone.
        const bool is_rescued = is_late && toeval_.chance(12);
        const Instant aanvaard = is_rescued ? std::min(later(vraag_.beloofd_op, seconds(hours(1))), klaar - minutes(6)) : accept(klaar);
        add(aanvaard, is_rescued ? Stap::toewijzen : Stap::aanvaarden);
        between(aanvaard, klaar);
        if (is_late && toeval_.chance(45)) move(klaar);
        else if (!is_late && toeval_.chance(3)) move(klaar);
        end(aanvaard, klaar);
        std::stable_sort(stappen_.begin(), stappen_.end(), [](const GeplandeStap& a, const GeplandeStap& b) { return a.op < b.op; });
        return std::move(stappen_);
    }

  private:
    void add(Instant op, Stap stap) {
        GeplandeStap one;
        one.op = op;
        one.stap = stap;
        stappen_.push_back(one);
    }

    Instant later(Instant van, seconds werktijd) const {
        const auto at = kalender_.add_working_time(van, std::max(werktijd, seconds(0)));
        return at ? *at : van + werktijd;
    }
    Instant earlier(Instant tot, seconds werktijd) const {
        const auto at = kalender_.subtract_working_time(tot, werktijd);
        return at ? *at : tot - werktijd;
    }
    seconds part(double of) const { return seconds(static_cast<std::int64_t>(static_cast<double>(termijn_.count()) * of)); }
    seconds exponential(seconds mean) {
        return seconds(static_cast<std::int64_t>(-std::log(1 - toeval_.unit() * 0.98) * static_cast<double>(mean.count())));
    }

    // Most of it soon, much on the last day, a few after it.
    Instant finish(bool is_late) {
        if (is_late) return later(vraag_.beloofd_op, seconds(minutes(40)) + exponential(seconds(hours(22))));
        const double where = 0.08 + 0.87 * std::pow(toeval_.unit(), 0.75);
        return later(vraag_.op, part(where));
    }

    Instant accept(Instant klaar) {
        const int kind = toeval_.below(100);
        seconds wait = seconds(minutes(4)) + exponential(kind < 72 ? seconds(hours(1)) : seconds(hours(4)));
        if (kind >= 94) wait = werkdag + exponential(seconds(hours(4)));
        return std::min(later(vraag_.op, wait), std::max(later(vraag_.op, seconds(60)), klaar - minutes(6)));
    }

    Instant somewhere(Instant van, Instant tot) {
        if (tot <= van + minutes(4)) return van + minutes(2);
        const auto open = kalender_.working_time_between(van, tot);
        if (!open || *open < minutes(4)) return van + minutes(2);
        return later(van, seconds(static_cast<std::int64_t>(static_cast<double>(open->count()) * (0.05 + 0.9 * toeval_.unit()))));
    }

    void between(Instant van, Instant tot) {
        if (toeval_.chance(7)) add(somewhere(van, std::min(tot, later(van, seconds(hours(5))))), Stap::doorgeven);
        for (int notes = toeval_.chance(26) ? toeval_.between(1, 2) : 0; notes > 0; --notes) add(somewhere(van, tot), Stap::notitie);
        if (toeval_.chance(5)) add(somewhere(van, van + (tot - van) / 3), Stap::vraag_collega);
        if (toeval_.chance(4)) {
            const Instant stil = somewhere(van, tot);
            add(stil, Stap::wachten);
            add(std::min(later(stil, exponential(3 * werkdag)), std::max(tot - minutes(5), stil + minutes(5))), Stap::hervatten);
        }
    }

    // Told in time when it can be seen coming, else afterwards.
    void move(Instant klaar) {
        GeplandeStap one;
        one.stap = Stap::verzetten;
        one.op = toeval_.chance(60) ? earlier(vraag_.beloofd_op, part(0.1 + 0.4 * toeval_.unit())) : later(vraag_.beloofd_op, exponential(seconds(hours(3))));
        one.op = std::clamp(one.op, vraag_.op + minutes(10), std::max(klaar - minutes(5), vraag_.op + minutes(10)));
        const auto days_more = kalender_.add_working_days(kalender_.day_of(std::max(klaar, vraag_.beloofd_op)), toeval_.between(1, 4));
        if (!days_more) return;
        one.nieuw_op = kalender_.closing_of(*days_more);
        stappen_.push_back(one);
    }

    void call(Instant op, taak::Belresultaat gehoor) {
        GeplandeStap one;
        one.op = op;
        one.stap = Stap::belpoging;
        one.gehoor = gehoor;
        stappen_.push_back(one);
    }

    taak::Belresultaat no_answer() { return toeval_.chance(55) ? taak::Belresultaat::geen_gehoor : taak::Belresultaat::voicemail; }

    void end(Instant aanvaard, Instant klaar) {
        werk::Uitkomst uitkomst = werk::Uitkomst::beantwoord;
        const int kind = toeval_.below(100);
        if (kind < 3) uitkomst = werk::Uitkomst::doorverwezen;
        else if (kind < 6) uitkomst = werk::Uitkomst::ingetrokken;
        else if (kind < 10 && vraag_.soms_een_zaak) uitkomst = werk::Uitkomst::wordt_zaak;
        if (vraag_.is_terugbellen) {
            const int attempts = toeval_.below(100);
            const bool never = attempts >= 95;
            const int fails = attempts < 58 ? 0 : attempts < 84 ? 1 : never ? 3 : 2;
            for (int i = fails; i > 0; --i) {
                const Instant op = earlier(klaar, seconds(hours(3)) * i + seconds(minutes(toeval_.between(-40, 40))));
                call(std::max(op, aanvaard + minutes(3 * (fails - i + 1))), no_answer());
            }
            if (never) uitkomst = werk::Uitkomst::niet_bereikt;
            else call(std::max(klaar - minutes(2), aanvaard + minutes(14)), taak::Belresultaat::gesproken);
        }
        GeplandeStap last;
        last.op = std::max(klaar, aanvaard + minutes(18));
        last.stap = Stap::afronden;
        last.uitkomst = uitkomst;
        stappen_.push_back(last);
        if (uitkomst != werk::Uitkomst::beantwoord || !toeval_.per_mille(12)) return;
        const Instant terug = later(last.op, werkdag + exponential(werkdag));
        add(terug, Stap::heropenen);
        last.op = later(terug, exponential(werkdag));
        stappen_.push_back(last);
    }

    Toeval& toeval_;
    const Taakvraag& vraag_;
    const norm::ServiceCalendar& kalender_;
    seconds termijn_{};
    std::vector<GeplandeStap> stappen_;
};

}  // namespace

std::vector<GeplandeStap> plan_taak(Toeval& toeval, const Taakvraag& vraag, const norm::ServiceCalendar& kalender) {
    return Planner(toeval, vraag, kalender).plan();
}

}  // namespace dichtbij::app::demo
