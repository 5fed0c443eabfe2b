#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>

#include "support/zaken.h"
#include "norm/legal_calendar.h"
#include "zaak/termijn.h"
#include "zaak/zaak_service.h"

namespace dichtbij::zaak::zaak_property_test {
namespace {

using testing::Zaken;

constexpr int steps = 40;

// Whatever the size that a run has grown to.
rc::Gen<int> any(int from, int until) { return rc::gen::resize(1000, rc::gen::inRange(from, until)); }

// What is tried at random; most of it is refused, and none of it may break what always holds.
class Walk {
  public:
    explicit Walk(Zaken& z) : z_(z), id_(z.made().zaak.id) {}

    void step() {
        z_.clock.advance(hours(*any(1, 24 * 9)));
        if (*any(0, 3) == 0) z_.zaken.end_lapsed_suspensions(z_.clock.now(), 100);
        static const std::vector<void (Walk::*)()> acts{&Walk::status, &Walk::status, &Walk::suspend, &Walk::suspend, &Walk::resume, &Walk::resume, &Walk::extend,
                                                        &Walk::ask, &Walk::answer, &Walk::task, &Walk::finish, &Walk::decide, &Walk::undecide, &Walk::default_notice,
                                                        &Walk::default_notice, &Walk::close, &Walk::withdraw, &Walk::reopen, &Walk::reopen, &Walk::wait, &Walk::give, &Walk::timer};
        (this->**rc::gen::elementOf(acts))();
    }

    void check() {
        RC_ASSERT(z_.zaak_faults() == std::vector<std::string>());
        const ZaakBeeld beeld = z_.beeld(id_);
        const Zaak& zaak = beeld.zaak;
        RC_ASSERT(!beeld.werk.eigenaar.is_nil());
        RC_ASSERT(beeld.werk.is_open() == zaak.is_open());
        RC_ASSERT(!zaak.is_open() || beeld.werk.beloofd_op.has_value());
        // No clock is lost.
        const auto klokken = z_.klokken(id_);
        for (const auto& [norm, count] : most_) RC_ASSERT(std::count_if(klokken.begin(), klokken.end(), [&](const auto& one) { return one.klok.norm == norm; }) >= count);
        for (const auto& one : klokken) most_[one.klok.norm] = std::max<std::ptrdiff_t>(most_[one.klok.norm], std::count_if(klokken.begin(), klokken.end(), [&](const auto& k) { return k.klok.norm == one.klok.norm; }));
        for (const auto& one : klokken) RC_ASSERT(one.klok.afloop.has_value() || zaak.is_open());
        // A closed case has its result and archiving, an open one neither.
        RC_ASSERT(zaak.is_open() == zaak.resultaat.empty());
        RC_ASSERT(zaak.is_open() || zaak.archiefactiedatum.has_value());
        RC_ASSERT(zaak.is_open() || !zaak.opgeschort);
        // Never two of a kind, and the last day is what follows from the days that were suspended and the weeks that were added.
        std::map<Opschortingsgrond, int> running;
        for (const auto& one : beeld.termijn->opschortingen)
            if (one.loopt()) ++running[one.grond];
        for (const auto& one : running) RC_ASSERT(one.second == 1);
        if (!running.empty()) return;
        if (const auto counted = by_counting(beeld)) RC_ASSERT(to_iso(*zaak.laatste_datum) == to_iso(*counted));
    }

    Id<dichtbij::Zaak> id() const { return id_; }

  private:
    // Day by day, without the help of the norms: 56 days and the weeks added, of those not suspended; then past free days.
    // Nothing when a suspension begins among these: it was told in time, and the law says nothing of it.
    static std::optional<Day> by_counting(const ZaakBeeld& beeld) {
        int weeks = 8;
        for (const auto& one : beeld.termijn->verlengingen) weeks += one.aantal;
        const auto is_suspended = [&](Day day) {
            return std::any_of(beeld.termijn->opschortingen.begin(), beeld.termijn->opschortingen.end(), [&](const auto& one) { return one.van <= day && day < *one.tot; });
        };
        Day last = beeld.zaak.termijn_vanaf;
        for (int left = 7 * weeks; left > 0; --left)
            for (last += days(1); is_suspended(last);) last += days(1);
        if (weeks > 12) return last;  // Termijnenwet art. 4
        const Day moved = norm::shift_end(last);
        for (Day day = last; day <= moved; day += days(1))
            if (is_suspended(day)) return std::nullopt;
        return moved;
    }

    access::Caller who() const { return *rc::gen::weightedElement<access::Caller>({{8, z_.ruben()}, {2, z_.marleen()}, {1, z_.tom()}, {1, z_.noor()}}); }
    Bij bij() const { return z_.bij(id_); }
    Day today() const { return day_of(z_.clock.now()); }
    Day soon() const { return today() + days(*rc::gen::resize(1000, rc::gen::inRange(-2, 30))); }
    Day lately() const { return today() - days(*any(0, 4)); }
    std::optional<Inwonerbericht> words() const { return *any(0, 8) == 0 ? std::nullopt : std::optional(Zaken::words()); }
    Opschortingsgrond grond() const { return *rc::gen::element(Opschortingsgrond::aanvulling, Opschortingsgrond::buitenland, Opschortingsgrond::instemming, Opschortingsgrond::overmacht); }

    void status() { (void)z_.zaken.set_status(who(), {bij(), *rc::gen::element<std::string>("ontvangen", "in-behandeling", "afgehandeld"), *rc::gen::element<std::string>("", "Terug")}); }
    void suspend() { (void)z_.zaken.suspend(who(), {bij(), grond(), "Reden", lately(), soon(), "", {}, words()}); }
    void resume() { (void)z_.zaken.resume(who(), {bij(), grond(), lately(), "", {}, words()}); }
    void extend() { (void)z_.zaken.extend(who(), {bij(), *rc::gen::element(Verlengingsgrond::besluit, Verlengingsgrond::instemming), *any(0, 8), "Reden", {}, words()}); }
    void ask() { (void)z_.zaken.ask_applicant(who(), {bij(), {}, "Vraag", soon(), *rc::gen::element(VraagAanAanvrager::Termijn::staat_stil, VraagAanAanvrager::Termijn::loopt_door), {}, words()}); }
    void answer() {
        for (const auto& one : z_.beeld(id_).taken)
            if (one.taak.gesteld_op) (void)z_.zaken.record_antwoord(who(), {one.taak.id, *rc::gen::element(Taakuitkomst::beantwoord, Taakuitkomst::niet_beantwoord), "Antwoord", lately(), {}});
    }
    void task() { (void)z_.zaken.add_taak(who(), {bij(), "Advies", *rc::gen::element(Taaksoort::intern_advies, Taaksoort::akkoord), "", {}, {}}); }
    void finish() {
        for (const auto& one : z_.beeld(id_).taken)
            if (one.taak.is_open() && !one.taak.gesteld_op) (void)z_.zaken.finish_taak(who(), {one.taak.id, *rc::gen::element(Taakuitkomst::positief, Taakuitkomst::vervallen), "Goed"});
    }
    void decide() { (void)z_.zaken.add_besluit(who(), {bij(), "Verleend", "", {}, *rc::gen::element(std::optional<Day>(), std::optional(today()), std::optional(lately())), {}, {}, {}, words(), "Is gezien"}); }
    void undecide() {
        for (const auto& one : z_.beeld(id_).besluiten) (void)z_.zaken.withdraw_besluit(who(), {bij(), one.besluit.id, "Fout", words()});
    }
    void default_notice() { (void)z_.zaken.record_ingebrekestelling(who(), {bij(), lately(), "", {}}); }
    void close() { (void)z_.zaken.close(who(), {bij(), *rc::gen::element<std::string>("verleend", "geweigerd", "x"), "", *rc::gen::element<std::string>("", "Omdat"), words()}); }
    void withdraw() {
        if (*any(0, 4) == 0) (void)z_.zaken.withdraw(who(), {bij(), "geweigerd", "", {}});
    }
    void reopen() { (void)z_.zaken.reopen(who(), {bij(), *rc::gen::element<std::string>("", "Vergissing", "Fout"), words()}); }
    void wait() {
        const werk::Werk werk = z_.beeld(id_).werk;
        if (werk.wacht) (void)z_.werk.resume(who(), {werk.id, werk.versie});
        else (void)z_.werk.pause(who(), {werk.id, werk.versie}, werk::Wachtreden::andere_partij, "Wacht");
    }
    void give() {
        const werk::Werk werk = z_.beeld(id_).werk;
        (void)z_.werk.accept(z_.ruben(), werk.id, werk.versie);
    }
    void timer() { (void)z_.timer.due_work(z_.clock.now(), 100); }

    Zaken& z_;
    Id<dichtbij::Zaak> id_;
    std::map<std::string, std::ptrdiff_t> most_;
};

std::map<std::string, int>& happened() {
    static std::map<std::string, int> counts;
    return counts;
}

}  // namespace

TEST_CASE("property: whatever is done to a case, it keeps its owner, promise and clocks, and its term is what happened to it") {
    CHECK(rc::check([] {
        const auto fresh = fresh_sqlite(testing::zaken_schema());
        Zaken z(*fresh->store);
        Walk walk(z);
        for (int i = 0; i < steps; ++i) {
            walk.step();
            walk.check();
        }
        for (const auto& line : z.events(walk.id())) ++happened()[line.gebeurtenis];
    }));
    // The walk went everywhere.
    for (const char* one : {"zaak.opgeschort", "zaak.hervat", "zaak.verlengd", "zaak.ingebrekestelling", "zaak.besluit", "zaak.besluit_ingetrokken", "zaak.vraag_gesteld", "zaak.taak_afgerond",
                            "zaak.gesloten", "zaak.ingetrokken", "zaak.heropend", "zaak.status_gezet"}) {
        CAPTURE(one);
        CHECK(happened()[one] > 0);
    }
}

TEST_CASE("property: clock and last day of a term agree for any suspensions and extensions") {
    CHECK(rc::check([] {
        const auto calendar = norm::ServiceCalendar::compile(norm::default_opening_hours(), {2020, 2035}).value();
        using zaaktype::Termijneenheid;
        Termijn termijn;
        termijn.wet = {*rc::gen::inRange(1, 14), *rc::gen::element(Termijneenheid::dagen, Termijneenheid::weken, Termijneenheid::maanden), *rc::gen::element<std::string>("Awb 4:13", "AVG 12 lid 3"), false};
        termijn.vanaf = make_day(2026, 1, 1) + days(*rc::gen::inRange(0, 700));
        for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
            Opschorting one;
            one.van = termijn.vanaf + days(*rc::gen::inRange(1, 90));
            if (*rc::gen::inRange(0, 5) != 0) one.tot = one.van + days(*rc::gen::inRange(0, 40));
            termijn.opschortingen.push_back(one);
        }
        for (int i = *rc::gen::inRange(0, 3); i > 0; --i) termijn.verlengingen.push_back({{}, {}, Verlengingsgrond::besluit, *rc::gen::inRange(1, 8), termijn.wet.eenheid, termijn.vanaf, "", {}, {}});
        const Instant started = start_of(termijn.vanaf);
        norm::Klok klok = norm::start({"wet:termijn", norm::Meetmoment::volledig_antwoord, *wettelijke_termijn(termijn)}, started, calendar).value();
        klok.pauzes = pauzes_van(termijn.opschortingen, started);
        klok = norm::recompute(klok, calendar).value();
        RC_ASSERT(day_of(klok.uiterlijk_op) == laatste_dag(termijn)->datum);
    }));
}

}  // namespace dichtbij::zaak::zaak_property_test
