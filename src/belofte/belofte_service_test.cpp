#include "belofte/belofte_service.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/zaken.h"

namespace dichtbij::belofte::belofte_service_test {
namespace {

using testing::at;
using testing::Zaken;
using werk::Attentiesoort;

struct Ochtend : Zaken {
    explicit Ochtend(store::Store& opened) : Zaken(opened, "2026-09-07 09:00"), beloften(opened, clock, zaken, werk) {}
    BelofteService beloften;

    Nagegaan check(std::string_view civil, int limit = 10'000) {
        set(civil);
        return beloften.check_promises(clock.now(), limit);
    }
    // Cases received on 7 September that ended on 19 October, thirty working days later.
    void history(int count, std::string_view uitkomst = "beantwoord") {
        set("2026-09-07 09:00");
        std::vector<zaak::Gemaakt> all;
        for (int i = 0; i < count; ++i) all.push_back(made());
        set("2026-10-19 09:00");
        store.write([&](store::Tx& tx) {
            for (const auto& one : all) {
                tx.run("update zaak set gesloten_op = ?1, einddatum = ?2, resultaat = 'verleend' where id = ?3", clock.now() - hours(20 + 48), day_of(clock.now()), one.zaak.id);
                tx.run("update werk set gesloten_op = ?1, uitkomst = ?2 where id = ?3", clock.now(), uitkomst, one.werk.id);
            }
        });
    }
    std::optional<Verwachting> of(const zaak::Gemaakt& one) {
        const auto gevaar = store.read([&](store::Tx& tx) { return beloften.of_zaak(tx, one.zaak.id); });
        return gevaar ? std::optional(gevaar->verwachting) : std::nullopt;
    }
    std::int64_t told(const access::Caller& who, Attentiesoort soort) {
        const auto all = attenties.list(who, {}, 100);
        return std::count_if(all.begin(), all.end(), [&](const auto& one) { return one.attentie.soort == soort; });
    }
    access::Caller manager() const { return organisatie::testing::caller(v.sanne, {{access::Rol::manager, v.oeverland, {}}}); }
};

template <class F>
void in_each_ochtend(F test) {
    auto schema = testing::zaken_schema();
    schema.insert(schema.end(), migrations().begin(), migrations().end());
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Ochtend ochtend(*fresh->store);
        test(ochtend);
    }
}

}  // namespace

TEST_CASE("the owner is asked a working day before the warning moment, the lead at it, each once") {
    in_each_ochtend([](Ochtend& o) {
        o.history(12);
        const auto gemaakt = o.made();
        const auto zaak = o.werk.accept(o.ruben(), gemaakt.werk.id, gemaakt.werk.versie).value();
        REQUIRE(day_of(*zaak.werk.beloofd_op) == make_day(2026, 11, 16));
        const Nagegaan first = o.check("2026-10-20 06:00");
        CHECK(first == Nagegaan{.geteld = 12, .zaken = 1, .in_gevaar = 1, .gevraagd = 0, .teamleiders = 0, .meer = false});
        const auto found = o.of(gemaakt).value();
        CHECK(found.kans == Kans::niet_haalbaar);
        CHECK(found.grond == Grond::status);
        CHECK(found.zaken == 12);
        CHECK(found.nog_werkdagen == 30);
        CHECK(found.verwacht_datum == make_day(2026, 11, 30));
        struct Row {
            const char* now;
            std::int64_t owner, lead;
        };
        for (const Row& row : {Row{"2026-11-10 06:00", 0, 0}, Row{"2026-11-11 06:00", 1, 0}, Row{"2026-11-11 16:00", 1, 0}, Row{"2026-11-12 06:00", 1, 1}, Row{"2026-11-13 06:00", 1, 1}}) {
            CAPTURE(row.now);
            o.check(row.now);
            CHECK(o.told(o.ruben(), Attentiesoort::waarschuwing) == row.owner);
            CHECK(o.told(o.marleen(), Attentiesoort::geescaleerd) == row.lead);
            CHECK(o.of(gemaakt)->sinds_op == at("2026-10-20 06:00"));
            CHECK(o.of(gemaakt)->verwacht_datum == make_day(2026, 11, 30));
        }
    });
}

TEST_CASE("once a day, from five o'clock on, and not when the gemeente is closed") {
    in_each_ochtend([](Ochtend& o) {
        o.set("2026-11-20 09:00");
        o.made();
        CHECK(o.check("2026-11-21 09:00").zaken == 0);  // Saturday
        CHECK(o.check("2026-11-23 04:59").zaken == 0);
        CHECK(o.check("2026-11-23 05:00").zaken == 1);
        CHECK(o.check("2026-11-23 05:01") == Nagegaan{});
        CHECK(o.check("2026-11-24 05:00").zaken == 1);
    });
}

TEST_CASE("a case that comes in later that day is looked at too") {
    in_each_ochtend([](Ochtend& o) {
        o.history(12);
        o.check("2026-10-20 06:00");
        o.set("2026-10-20 10:00");
        const auto later = o.made();
        CHECK(o.check("2026-10-20 10:05").zaken == 1);
        CHECK(o.of(later)->kans == Kans::niet_haalbaar);
        CHECK(o.check("2026-10-20 10:10") == Nagegaan{});
    });
}

TEST_CASE("a case that comes in while the gemeente is closed waits for the morning of the next working day") {
    in_each_ochtend([](Ochtend& o) {
        o.history(12);
        o.check("2026-10-23 06:00");  // Friday
        o.set("2026-10-24 11:00");
        const auto weekend = o.made();
        for (const char* closed : {"2026-10-24 11:05", "2026-10-25 09:00", "2026-10-26 04:59"}) {
            CAPTURE(closed);
            CHECK(o.check(closed) == Nagegaan{});
            CHECK_FALSE(o.of(weekend));
        }
        CHECK(o.check("2026-10-26 05:00").zaken == 1);
        CHECK(o.of(weekend)->sinds_op == at("2026-10-26 05:00"));
    });
}

TEST_CASE("a check that the weekend interrupts begins again on Monday") {
    in_each_ochtend([](Ochtend& o) {
        o.history(12);
        std::vector<zaak::Gemaakt> all;
        for (int i = 0; i < 5; ++i) all.push_back(o.made());
        REQUIRE(o.check("2026-10-23 23:55", 14).meer);  // the closed ones and two of the open
        CHECK(o.check("2026-10-24 00:05") == Nagegaan{});
        CHECK(o.check("2026-10-26 06:00").zaken == 5);
        for (const auto& one : all) CHECK(o.of(one).has_value());
    });
}

TEST_CASE("a check that was broken off goes on where it was") {
    in_each_ochtend([](Ochtend& o) {
        o.history(11);
        std::vector<zaak::Gemaakt> all;
        for (int i = 0; i < 7; ++i) all.push_back(o.made());
        Nagegaan sum;
        for (int turn = 0; turn < 50; ++turn) {
            const Nagegaan done = o.check("2026-10-20 06:00", 2);
            CHECK(done.geteld + done.zaken <= 2);
            sum.geteld += done.geteld;
            sum.zaken += done.zaken;
            if (!done.meer) break;
        }
        CHECK(sum.geteld == 11);
        CHECK(sum.zaken == 7);
        for (const auto& one : all) CHECK(o.of(one)->zaken == 11);
        CHECK(o.check("2026-10-20 06:30") == Nagegaan{});
    });
}

TEST_CASE("cases that were withdrawn say nothing of how long others take") {
    in_each_ochtend([](Ochtend& o) {
        o.history(12, "ingetrokken");
        const auto zaak = o.made();
        o.check("2026-10-20 06:00");
        CHECK_FALSE(o.of(zaak));
    });
}

TEST_CASE("another date that the resident was told takes the case from the lists at once") {
    in_each_ochtend([](Ochtend& o) {
        o.history(12);
        const auto gemaakt = o.made();
        const auto mine = o.werk.accept(o.ruben(), gemaakt.werk.id, gemaakt.werk.versie).value().werk;
        o.check("2026-11-12 06:00");
        o.set("2026-11-12 09:00");
        const auto late = o.beloften.list(o.manager(), {Wie::alles, {}, 50}).value();
        REQUIRE(late.regels.size() == 1);
        CHECK(late.regels[0].gevaar.niet_verteld);
        CHECK(late.regels[0].gevaar.over == 3);
        CHECK(late.regels[0].zaak.werk.eigenaar == o.v.ruben);
        CHECK(o.beloften.list(o.ruben(), {}).value().regels.size() == 1);
        CHECK(o.beloften.list(o.ilse(), {}).value().regels.empty());
        CHECK(o.beloften.list(o.marleen(), {Wie::team, {}, 50}).value().regels.size() == 1);
        CHECK(o.store.read([&](store::Tx& tx) { return o.beloften.count_mine(tx, o.ruben()); }) == 1);
        const werk::Verzetting move{at("2026-12-11 17:00"), werk::Nauwkeurigheid::dag, "Het advies van de boswachter kost meer tijd.", werk::PerBericht{"mijn_dichtbij", "U hoort het uiterlijk 11 december."}};
        REQUIRE(o.werk.move_toezegging(o.ruben(), {mine.id, mine.versie}, move).has_value());
        CHECK(o.beloften.list(o.manager(), {Wie::alles, {}, 50}).value().regels.empty());
        CHECK_FALSE(o.of(gemaakt));
        o.check("2026-11-13 06:00");
        CHECK_FALSE(o.of(gemaakt));
    });
}

TEST_CASE("a team's list is for its lead, the whole list for a manager, and nothing for another gemeente") {
    in_each_ochtend([](Ochtend& o) {
        o.history(12);
        o.made();
        o.made();
        o.check("2026-10-20 06:00");
        CHECK(o.beloften.list(o.ruben(), {Wie::team, {}, 50}).error().reason == Reason::forbidden);
        CHECK(o.beloften.list(o.marleen(), {Wie::alles, {}, 50}).error().reason == Reason::forbidden);
        CHECK(o.beloften.list(organisatie::testing::caller(o.v.tom, {}), {}).error().reason == Reason::forbidden);
        CHECK(o.beloften.list(o.noor(), {Wie::team, {}, 50}).value().regels.empty());
        const auto first = o.beloften.list(o.manager(), {Wie::alles, {}, 1}).value();
        REQUIRE(first.volgende.has_value());
        const auto second = o.beloften.list(o.manager(), {Wie::alles, first.volgende, 1}).value();
        REQUIRE(second.regels.size() == 1);
        CHECK(second.regels[0].zaak.zaak.id != first.regels[0].zaak.zaak.id);
        CHECK(o.beloften.list(o.manager(), {Wie::alles, second.volgende, 1}).value().regels.empty());
    });
}

}  // namespace dichtbij::belofte::belofte_service_test
