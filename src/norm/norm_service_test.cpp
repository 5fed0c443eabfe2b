#include "norm/norm_service.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "journal/journal.h"
#include "norm/norm_test_calendars.h"
#include "support/stores.h"

namespace dichtbij::norm::norm_service_test {
namespace {

using namespace testing;

std::vector<store::Migration> schema() {
    std::vector<store::Migration> all(journal::migrations().begin(), journal::migrations().end());
    all.insert(all.end(), migrations().begin(), migrations().end());
    return all;
}

Id<Gemeente> gemeente(std::uint8_t n) {
    Id<Gemeente> id;
    id.bytes[15] = n;
    return id;
}

access::Caller with_role(access::Rol rol, std::uint8_t n = 1) {
    access::Caller caller;
    caller.medewerker.bytes[15] = 9;
    caller.grants = {{rol, gemeente(n), {}}};
    return caller;
}

const access::Caller beheerder = with_role(access::Rol::beheerder);

struct Node {  // one program on a store
    explicit Node(store::Store& on) : store(on) {}
    store::Store& store;
    SimulatedClock clock{at("2026-11-18 10:00")};
    IdSource ids{clock};
    NormService service{store, clock, ids};

    Kalender kalender(std::uint8_t n = 1) {
        return store.read([&](store::Tx& tx) { return service.kalender(tx, gemeente(n)); }).value();
    }
    std::string closing(const char* date) { return civil(kalender()->closing_of(day(date))); }
    std::string answer_norm(const char* kanaal = "email") {
        const Normvraag vraag{Aanleiding::vraag, kanaal, {}, {}, gemeente(1), day("2026-11-18")};
        const std::vector<Gekozen> chosen = service.try_norms(beheerder, vraag).value();
        for (const Gekozen& one : chosen)
            if (one.norm.meet == Meetmoment::volledig_antwoord) return one.norm.code;
        return "";
    }
    std::vector<journal::Line> lines(journal::Object object, const Uuid& id) {
        return store.read([&](store::Tx& tx) { return journal::timeline_of_object(tx, object, id, {}, 20); });
    }
};

Servicenorm own_norm() {
    return {{}, "email.snel", Aanleiding::vraag, Meetmoment::volledig_antwoord, WorkingDays{3}, "email", {}, {}, {}, day("2026-01-01"),
            {}, "collegebesluit 2026"};
}

}  // namespace

TEST_CASE("a gemeente that was never set up has the shipped hours and norms") {
    for (const auto& fresh : fresh_stores(schema())) {
        CAPTURE(fresh->name);
        Node node(*fresh->store);
        CHECK(node.closing("2026-11-18") == "2026-11-18 17:00");
        CHECK(node.service.opening_hours(beheerder, gemeente(1))->uren == default_opening_hours());
        CHECK(node.service.servicenormen(beheerder, gemeente(1))->normen == shipped_norms());
        CHECK(node.answer_norm() == "email.antwoord");
    }
}

TEST_CASE("what an administrator changes in the calendar comes back as entered and counts at once") {
    for (const auto& fresh : fresh_stores(schema())) {
        CAPTURE(fresh->name);
        Node node(*fresh->store);
        const WeekHours week{{{{540, 720}, {780, 1020}}, {{540, 1200}}, {{0, 1440}}, {{540, 1020}}, {{1320, 1560}}, {}, {}}};
        HolidaySettings keuze;
        keuze.goede_vrijdag = Feestdagkeuze::open;
        keuze.bevrijdingsdag = Bevrijdingsdag::nooit;
        keuze.weekend = Weekend::werkdag;
        std::int64_t versie = 0;
        for (const Kalenderwijziging& change :
             {Kalenderwijziging{week}, Kalenderwijziging{keuze}, Kalenderwijziging{ClosingDay{day("2026-12-24"), "kerstavond"}},
              Kalenderwijziging{ClosingDay{day("2026-12-31"), "oudjaar"}},
              Kalenderwijziging{ExceptionalHours{day("2026-12-22"), {{540, 720}}, "half"}},
              Kalenderwijziging{ExceptionalHours{day("2026-12-23"), {}, "dicht"}},
              Kalenderwijziging{ClosingDay{day("2026-12-24"), "kerstavond, 's middags"}},
              Kalenderwijziging{GeenSluitingsdag{day("2026-12-31")}}, Kalenderwijziging{NietAfwijkend{day("2026-12-23")}}}) {
            const auto changed = node.service.change_calendar(beheerder, gemeente(1), versie, change);
            REQUIRE(changed);
            CHECK(*changed == versie + 1);
            versie = *changed;
        }
        const Openingstijden stored = node.service.opening_hours(beheerder, gemeente(1)).value();
        CHECK(stored.versie == 9);
        CHECK(stored.uren == OpeningHours{week, {{day("2026-12-24"), "kerstavond, 's middags"}},
                                          {{day("2026-12-22"), {{540, 720}}, "half"}}, keuze});
        CHECK(node.closing("2026-12-22") == "2026-12-22 12:00");
        CHECK(plain(node.kalender()->why_closed(day("2026-12-24")).value()) == "kerstavond, 's middags");
        CHECK(node.kalender(2)->is_working_day(day("2026-12-24")).value());  // the other gemeente

        const auto lines = node.lines(journal::Object::kalender, gemeente(1).bytes);
        REQUIRE(lines.size() == 9);
        CHECK(lines[0].gebeurtenis == "kalender.gewijzigd");
        CHECK(lines[1].kenmerk("onderdeel") == "sluitingsdag_weg");
        CHECK(lines[1].kenmerk("datum") == "2026-12-31");
        CHECK(lines[1].toelichting == "oudjaar");
        CHECK(lines[8].toelichting == "1 510-1020; 2 510-1020; 3 510-1020; 4 510-1020; 5 510-1020");
    }
}

TEST_CASE("the year at a glance shows each day, when it is open and why it is not") {
    const auto fresh = fresh_sqlite(schema());
    Node node(*fresh->store);
    const auto year = node.service.year(with_role(access::Rol::kcc_medewerker), gemeente(1), 2026).value();
    REQUIRE(year.size() == 365);
    CHECK(plain(year[92].reden.value()) == "norm.dag.goede_vrijdag");  // 3 April
    CHECK(year[91].is_werkdag);
    CHECK(year[91].open.size() == 1);
    CHECK_FALSE(year[93].is_werkdag);
    CHECK_FALSE(year[93].reden);  // a Saturday
    CHECK_FALSE(node.service.year(beheerder, gemeente(1), 1994));
    CHECK_FALSE(node.service.year(beheerder, gemeente(1), 2037));
}

TEST_CASE("norms are added, changed and ended, and the most specific of that day wins") {
    for (const auto& fresh : fresh_stores(schema())) {
        CAPTURE(fresh->name);
        Node node(*fresh->store);
        REQUIRE(node.service.change_norms(beheerder, gemeente(1), 0, NieuweNorm{own_norm()}));
        Normenlijst list = node.service.servicenormen(beheerder, gemeente(1)).value();
        CHECK(list.versie == 1);
        CHECK(list.normen.size() == shipped_norms().size() + 1);
        CHECK(node.answer_norm() == "email.snel");

        const auto with_code = [&](std::string_view code) {
            return *std::find_if(list.normen.begin(), list.normen.end(), [&](const Servicenorm& norm) { return norm.code == code; });
        };
        Servicenorm letter = with_code("brief.antwoord");
        letter.term = LegalTerm{{8, Termijneenheid::weken}, Telling::vanaf_de_dag_erna, Regime::termijnenwet};
        letter.product = Id<Product>{gemeente(5).bytes};
        REQUIRE(node.service.change_norms(beheerder, gemeente(1), 1, GewijzigdeNorm{letter}));
        REQUIRE(node.service.change_norms(beheerder, gemeente(1), 2, BeeindigdeNorm{with_code("email.snel").id, day("2026-11-18")}));
        list = node.service.servicenormen(beheerder, gemeente(1)).value();
        CHECK(with_code("brief.antwoord") == letter);
        CHECK(with_code("email.snel").tot == day("2026-11-18"));
        CHECK(node.answer_norm() == "email.antwoord");
        CHECK(node.service.servicenormen(with_role(access::Rol::beheerder, 2), gemeente(2))->normen == shipped_norms());

        const auto lines = node.lines(journal::Object::norm, with_code("email.snel").id.bytes);
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].gebeurtenis == "norm.beeindigd");
        CHECK(lines[0].kenmerk("tot") == "2026-11-18");
        CHECK(lines[1].kenmerk("code") == "email.snel");
    }
}

TEST_CASE("every kind of term comes back from the store as it was") {
    const auto fresh = fresh_sqlite(schema());
    Node node(*fresh->store);
    std::int64_t versie = 0;
    for (const Term& term : {Term{WorkingTime{minutes(90)}}, Term{ClockTime{minutes(5)}}, Term{WorkingDays{4}}, Term{CalendarDays{30}},
                             Term{LegalTerm{{2, Termijneenheid::maanden}, Telling::vanaf_de_dag_zelf, Regime::verordening_1182_71}}}) {
        Servicenorm norm = own_norm();
        norm.code = "soort." + std::to_string(term.index());
        norm.term = term;
        versie = node.service.change_norms(beheerder, gemeente(1), versie, NieuweNorm{norm}).value();
        const auto list = node.service.servicenormen(beheerder, gemeente(1)).value();
        CHECK(std::count_if(list.normen.begin(), list.normen.end(),
                            [&](const Servicenorm& one) { return one.code == norm.code && one.term == term; }) == 1);
    }
}

TEST_CASE("a change by who may not, of an older version, or that is not sound changes nothing") {
    for (const auto& fresh : fresh_stores(schema())) {
        CAPTURE(fresh->name);
        Node node(*fresh->store);
        NormService& service = node.service;
        const ClosingDay closed{day("2026-12-24"), "kerstavond"};
        CHECK(service.change_calendar(with_role(access::Rol::teamleider), gemeente(1), 0, closed).error().reason == Reason::forbidden);
        CHECK(service.change_calendar(with_role(access::Rol::beheerder, 2), gemeente(1), 0, closed).error().reason == Reason::not_found);
        CHECK(service.opening_hours(with_role(access::Rol::beheerder, 2), gemeente(1)).error().reason == Reason::not_found);
        CHECK(service.servicenormen(with_role(access::Rol::beheerder, 2), gemeente(1)).error().reason == Reason::not_found);
        CHECK(service.change_norms(with_role(access::Rol::manager), gemeente(1), 0, NieuweNorm{own_norm()}).error().reason == Reason::forbidden);
        CHECK(service.change_calendar(beheerder, gemeente(1), 3, closed).error().key == "norm.fout.intussen_gewijzigd");
        CHECK(service.change_norms(beheerder, gemeente(1), 3, NieuweNorm{own_norm()}).error().key == "norm.fout.intussen_gewijzigd");
        CHECK(service.change_calendar(beheerder, gemeente(1), 0, WeekHours{}).error().fields[0].key == "norm.fout.nooit_open");
        CHECK(service.change_calendar(beheerder, gemeente(1), 0, working_week({600, 540})).error().fields.size() == 5);
        CHECK(service.change_calendar(beheerder, gemeente(1), 0, GeenSluitingsdag{day("2026-12-24")}).error().reason == Reason::not_found);
        Servicenorm twice = own_norm();
        twice.code = "email.antwoord";
        twice.van = day("1800-01-01");
        CHECK(service.change_norms(beheerder, gemeente(1), 0, NieuweNorm{twice}).error().fields[0].key == "norm.fout.code_bestaat");
        CHECK(service.change_norms(beheerder, gemeente(1), 0, BeeindigdeNorm{Id<Norm>{gemeente(77).bytes}, day("2026-12-01")}).error().reason ==
              Reason::not_found);
        CHECK(service.opening_hours(beheerder, gemeente(1))->versie == 0);
        CHECK(service.servicenormen(beheerder, gemeente(1))->versie == 0);
        CHECK(node.lines(journal::Object::kalender, gemeente(1).bytes).empty());
    }
}

TEST_CASE("nodes see one another's changes, and nothing of a change that did not last") {
    for (const auto& fresh : fresh_stores(schema())) {
        CAPTURE(fresh->name);
        Node one(*fresh->store), other(*fresh->store);
        const Kalender before = one.kalender();
        CHECK(one.kalender() == before);  // compiled once
        REQUIRE(other.service.change_calendar(beheerder, gemeente(1), 0, working_week({600, 960})));
        CHECK(one.closing("2026-11-18") == "2026-11-18 16:00");
        CHECK(civil(before->closing_of(day("2026-11-18"))) == "2026-11-18 17:00");  // who holds it keeps it

        fresh->store->write([&](store::Tx& tx) -> Result<Done> {
            CHECK(one.service.change_calendar(tx, beheerder, gemeente(1), 1, working_week({600, 900})));
            CHECK(civil(one.service.kalender(tx, gemeente(1)).value()->closing_of(day("2026-11-18"))) == "2026-11-18 15:00");
            return conflict("undone", "");
        });
        CHECK(one.closing("2026-11-18") == "2026-11-18 16:00");
        REQUIRE(other.service.change_calendar(beheerder, gemeente(1), 1, working_week({600, 780})));
        CHECK(one.closing("2026-11-18") == "2026-11-18 13:00");
    }
}

TEST_CASE("a calendar reaches ten years ahead, also in later years") {
    const auto fresh = fresh_sqlite(schema());
    Node node(*fresh->store);
    CHECK(node.kalender()->covers(day("2036-12-31")));
    CHECK(node.kalender()->covers(day("1995-01-01")));
    CHECK_FALSE(node.kalender()->covers(day("2037-01-01")));
    node.clock.set(at("2027-01-01 00:00"));
    CHECK(node.kalender()->covers(day("2037-01-01")));
}

TEST_CASE("a change that the store fails in leaves nothing half done") {
    const auto fresh = fresh_sqlite(schema());
    Node node(*fresh->store);
    for (int n = 1;; ++n) {
        const auto failing = failing_at(*fresh->store, n);
        NormService service(*failing, node.clock, node.ids);
        try {
            (void)service.change_norms(beheerder, gemeente(1), 0, NieuweNorm{own_norm()});
        } catch (const store::Unavailable&) {
        }
        if (!failing->has_failed()) break;
        CHECK(node.service.servicenormen(beheerder, gemeente(1))->normen == shipped_norms());
    }
    CHECK(node.service.servicenormen(beheerder, gemeente(1))->versie == 1);
    for (int n = 1;; ++n) {
        const auto failing = failing_at(*fresh->store, n);
        NormService service(*failing, node.clock, node.ids);
        try {
            (void)service.change_calendar(beheerder, gemeente(1), 0, ClosingDay{day("2026-12-24"), "dicht"});
        } catch (const store::Unavailable&) {
        }
        if (!failing->has_failed()) break;
        CHECK(node.service.opening_hours(beheerder, gemeente(1))->versie == 0);
        CHECK(node.lines(journal::Object::kalender, gemeente(1).bytes).empty());
    }
    CHECK(node.service.opening_hours(beheerder, gemeente(1))->versie == 1);
}

}  // namespace dichtbij::norm::norm_service_test
