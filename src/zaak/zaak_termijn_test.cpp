#include <doctest/doctest.h>

#include <algorithm>

#include "support/zaken.h"
#include "zaak/zaak_service.h"

namespace dichtbij::zaak::zaak_termijn_test {
namespace {

constexpr const char* gezien = "De tekening is bij de aanvraag bekeken.";

using testing::at;
using testing::in_each_zaken;
using testing::Zaken;
using enum zaaktype::Termijneenheid;

Day day(std::string_view iso) { return *parse_day(iso); }

std::string key_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().fields.empty() ? result.error().key : result.error().fields[0].key;
}

std::string field_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().fields.empty() ? "" : result.error().fields[0].field;
}

Opschorten invited(const Bij& bij, Day tot, std::optional<Day> told = {}) {
    return {bij, Opschortingsgrond::aanvulling, "Tekening ontbreekt", told, tot, "", {}, Zaken::words()};
}

Verlengen longer(const Bij& bij, int aantal, Verlengingsgrond grond = Verlengingsgrond::besluit) { return {bij, grond, aantal, "Advies komt later", {}, Zaken::words()}; }

std::string last(Zaken& z, Id<dichtbij::Zaak> id) { return to_iso(*z.stored(id).laatste_datum); }

}  // namespace

TEST_CASE("the last day of a case is the one that was worked out by hand") {
    struct Row {
        const char* received;
        int aantal;
        zaaktype::Termijneenheid eenheid;
        const char* grondslag;
        const char* laatste;
    };
    in_each_zaken([](Zaken& z) {
        int nummer = 0;
        for (const Row& row : {Row{"2026-02-09", 8, weken, "Awb 4:13", "2026-04-07"},    // worked date 1
                               Row{"2026-02-06", 8, weken, "Awb 4:13", "2026-04-07"},    // 2
                               Row{"2026-03-07", 8, weken, "Awb 4:13", "2026-05-04"},    // 3
                               Row{"2025-11-07", 8, weken, "Awb 4:13", "2026-01-05"},    // 4
                               Row{"2026-03-09", 4, weken, "Woo 4.4", "2026-04-07"},     // 11
                               Row{"2026-03-30", 4, weken, "Woo 4.4", "2026-04-28"},     // 11
                               Row{"2026-06-02", 4, weken, "Woo 4.4", "2026-06-30"},     // 12
                               Row{"2026-06-02", 6, weken, "Awb 9:11", "2026-07-14"},    // 13
                               Row{"2026-06-02", 10, weken, "Awb 9:14", "2026-08-11"},   // 13, with a committee
                               Row{"2026-06-26", 6, maanden, "Awb 3:18", "2026-12-26"},  // 18: not moved
                               Row{"2026-06-02", 1, maanden, "AVG 12 lid 3", "2026-07-02"}}) {
            CAPTURE(row.received);
            CAPTURE(row.grondslag);
            const auto type = z.published(Zaken::with_term("proef-" + std::to_string(++nummer), row.aantal, row.eenheid, row.grondslag, zaaktype::Aanleiding::verzoek),
                                          z.v.oeverland, z.v.vergunningen);
            const auto id = z.received(type, day(row.received)).zaak.id;
            CHECK(last(z, id) == row.laatste);
            CHECK(day_of(z.klok(id, klok_wettelijk)->klok.uiterlijk_op) == day(row.laatste));
        }
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("an objection is decided on from the end of the time to object (worked date 10)") {
    in_each_zaken(
        [](Zaken& z) {
            for (const auto& [weeks, laatste] : {std::pair{6, "2026-09-23"}, {12, "2026-11-04"}}) {
                const auto type = z.published(Zaken::with_term("bezwaar-" + std::to_string(weeks), weeks, weken, "Awb 7:10", zaaktype::Aanleiding::bezwaar), z.v.oeverland, z.v.vergunningen);
                NieuweZaak nieuw = z.nieuw(type);
                nieuw.bestreden_besluit = day("2026-07-01");
                const auto id = z.made(nieuw).zaak.id;
                CHECK(last(z, id) == laatste);
                CHECK(z.stored(id).termijn_vanaf == day("2026-08-12"));
                z.set("2026-07-21 10:00");
                if (weeks == 12) {
                    CHECK(z.zaken.extend(z.ruben(), longer(z.bij(id), 6)).has_value());
                    CHECK(last(z, id) == "2026-12-16");
                }
                z.set("2026-07-20 10:00");
            }
            CHECK(z.zaak_faults().empty());
        },
        "2026-07-20 10:00");
}

TEST_CASE("a suspension moves the last day by the days it lasted (worked date 14), and pauses the service norm as well") {
    in_each_zaken(
        [](Zaken& z) {
            const auto id = z.made().zaak.id;
            CHECK(last(z, id) == "2026-10-27");
            const Instant promised = z.beeld(id).werk.beloofd_op.value();
            z.set("2026-09-10 15:00");
            const Zaak waiting = z.zaken.suspend(z.ruben(), invited(z.bij(id), day("2026-10-08"))).value();
            CHECK(waiting.opgeschort);
            CHECK(z.klok(id, klok_wettelijk)->stand == norm::Stand::gepauzeerd);
            CHECK(z.klok(id, "zaaktype.kapvergunning")->stand == norm::Stand::gepauzeerd);
            ZaakBeeld beeld = z.beeld(id);
            CHECK(beeld.werk.wacht == werk::Wachtreden::inwoner);
            CHECK(beeld.termijn->verwacht == day("2026-11-23"));  // 27 days, from 11 September on
            REQUIRE(z.berichten_over(id).size() == 1);
            CHECK(z.berichten_over(id)[0].sjabloon == "opgeschort");
            CHECK(z.berichten_over(id)[0].partij == z.fatima);
            CHECK(key_of(z.zaken.suspend(z.ruben(), invited(z.bij(id), day("2026-10-08")))) == "zaak.fout.al_opgeschort");

            z.set("2026-09-28 09:00");
            const Zaak running = z.zaken.resume(z.ruben(), {z.bij(id), Opschortingsgrond::aanvulling, day("2026-09-24"), "Tekening is binnen", {}, {}}).value();
            CHECK_FALSE(running.opgeschort);
            CHECK(last(z, id) == "2026-11-09");
            CHECK(z.klok(id, klok_wettelijk)->stand == norm::Stand::loopt);
            CHECK(z.klok(id, "zaaktype.kapvergunning")->stand == norm::Stand::loopt);
            beeld = z.beeld(id);
            CHECK_FALSE(beeld.werk.wacht);
            CHECK(beeld.werk.beloofd_op == promised);
            CHECK(key_of(z.zaken.resume(z.ruben(), {z.bij(id), Opschortingsgrond::aanvulling, {}, "", {}, {}})) == "zaak.fout.niet_opgeschort");
            CHECK(z.zaak_faults().empty());
        },
        "2026-09-01 10:00");
}

TEST_CASE("a suspension ends by itself when the time that was given is over") {
    in_each_zaken(
        [](Zaken& z) {
            const auto id = z.made().zaak.id;
            z.set("2026-09-10 15:00");
            CHECK(z.zaken.suspend(z.ruben(), invited(z.bij(id), day("2026-09-24"))).has_value());
            z.set("2026-09-23 23:59");
            CHECK(z.zaken.end_lapsed_suspensions(z.clock.now(), 100) == 0);
            z.set("2026-09-26 06:00");
            CHECK(z.zaken.end_lapsed_suspensions(z.clock.now(), 100) == 1);
            CHECK(z.zaken.end_lapsed_suspensions(z.clock.now(), 100) == 0);
            CHECK(last(z, id) == "2026-11-09");
            CHECK_FALSE(z.stored(id).opgeschort);
            CHECK(z.zaak_faults().empty());

            const auto late = z.made().zaak.id;
            CHECK(z.zaken.suspend(z.ruben(), invited(z.bij(late), day("2026-10-01"))).has_value());
            z.set("2026-10-12 10:00");  // nobody called the timer
            CHECK(z.zaken.resume(z.ruben(), {z.bij(late), Opschortingsgrond::aanvulling, day("2026-10-10"), "Te laat binnen", {}, {}}).has_value());
            CHECK(z.beeld(late).termijn->opschortingen[0].tot == day("2026-10-01"));
            CHECK(z.zaak_faults().empty());
        },
        "2026-09-01 10:00");
}

TEST_CASE("what a suspension is refused for") {
    in_each_zaken(
        [](Zaken& z) {
            const auto id = z.made().zaak.id;
            z.set("2026-09-10 15:00");
            struct Row {
                const char* what;
                std::function<void(Opschorten&)> change;
                const char* field;
                const char* key;
            };
            for (const Row& row : {Row{"no reason", [](auto& o) { o.reden = " "; }, "reden", "fout.veld.verplicht"},
                                   Row{"no day for completing", [](auto& o) { o.tot_uiterlijk.reset(); }, "tot_uiterlijk", "fout.veld.verplicht"},
                                   Row{"until yesterday", [](auto& o) { o.tot_uiterlijk = day("2026-09-09"); }, "tot_uiterlijk", "zaak.fout.datum_voorbij"},
                                   Row{"no end at all", [](auto& o) { o.grond = Opschortingsgrond::overmacht; o.tot_uiterlijk.reset(); }, "wachten_op", "zaak.fout.tot_wanneer"},
                                   Row{"told tomorrow", [](auto& o) { o.medegedeeld_datum = day("2026-09-11"); }, "medegedeeld_datum", "zaak.fout.datum_toekomst"},
                                   Row{"told before receipt", [](auto& o) { o.medegedeeld_datum = day("2026-08-31"); }, "medegedeeld_datum", "zaak.fout.voor_ontvangst"},
                                   Row{"no ground of this case", [](auto& o) { o.grond = Opschortingsgrond::zienswijze_derden; }, "grond", "zaak.fout.grond"},
                                   Row{"nor this", [](auto& o) { o.grond = Opschortingsgrond::herstel_verzuim; }, "grond", "zaak.fout.grond"},
                                   Row{"no words", [](auto& o) { o.bericht.reset(); }, "bericht.tekst", "fout.veld.verplicht"},
                                   Row{"empty words", [](auto& o) { o.bericht->tekst = " "; }, "bericht.tekst", "bericht.fout.leeg"},
                                   Row{"words and a reason for none", [](auto& o) { o.bericht->niet_omdat = "overleden"; }, "bericht.niet_omdat", "zaak.fout.bericht_of_reden"}}) {
                CAPTURE(row.what);
                Opschorten asked = invited(z.bij(id), day("2026-10-08"));
                row.change(asked);
                const auto refused = z.zaken.suspend(z.ruben(), asked);
                CHECK(key_of(refused) == row.key);
                CHECK(field_of(refused) == row.field);
            }
            CHECK_FALSE(z.stored(id).opgeschort);
            CHECK(z.berichten_over(id).empty());
            Opschorten told_otherwise = invited(z.bij(id), day("2026-10-08"));
            told_otherwise.bericht = Inwonerbericht{"", "", "Aan de balie verteld"};
            CHECK(z.zaken.suspend(z.ruben(), told_otherwise).has_value());
            CHECK(z.berichten_over(id).empty());
            z.set("2026-12-01 10:00");
            const auto old = z.received(z.kap, day("2026-09-01")).zaak.id;
            CHECK(key_of(z.zaken.suspend(z.ruben(), invited(z.bij(old), day("2026-12-08")))) == "zaak.fout.termijn_voorbij");
            auto type = Zaken::kapvergunning();
            type.code = "nooit-stil";
            type.opschorten = false;
            const auto never = z.made(z.nieuw(z.published(type, z.v.oeverland, z.v.vergunningen))).zaak.id;
            CHECK(key_of(z.zaken.suspend(z.ruben(), invited(z.bij(never), day("2026-12-08")))) == "zaak.fout.opschorten_niet");
        },
        "2026-09-01 10:00");
}

TEST_CASE("suspensions of different grounds run at once and count once; generic waiting leaves the legal clock running") {
    in_each_zaken(
        [](Zaken& z) {
            const auto id = z.made().zaak.id;
            z.set("2026-09-10 15:00");
            CHECK(z.zaken.suspend(z.ruben(), invited(z.bij(id), day("2026-10-08"))).has_value());
            z.set("2026-09-15 15:00");
            CHECK(z.zaken.suspend(z.ruben(), {z.bij(id), Opschortingsgrond::buitenland, "Ambassade", {}, {}, "het antwoord van de ambassade", {}, Zaken::words()}).has_value());
            z.set("2026-09-24 09:00");
            CHECK(z.zaken.resume(z.ruben(), {z.bij(id), Opschortingsgrond::aanvulling, {}, "", {}, {}}).has_value());
            CHECK(z.stored(id).opgeschort);
            CHECK(z.klok(id, klok_wettelijk)->stand == norm::Stand::gepauzeerd);
            CHECK(z.zaak_faults().empty());
            z.set("2026-09-28 09:00");
            CHECK(z.zaken.resume(z.ruben(), {z.bij(id), Opschortingsgrond::buitenland, {}, "", {}, {}}).has_value());
            CHECK(last(z, id) == to_iso(day("2026-10-27") + days(17)));  // 11 until 27 September
            const auto werk = z.beeld(id).werk;
            CHECK_FALSE(werk.wacht);
            CHECK(z.werk.pause(z.ruben(), {werk.id, werk.versie}, werk::Wachtreden::andere_partij, "Wij wachten op het waterschap").has_value());
            CHECK(z.klok(id, klok_wettelijk)->stand == norm::Stand::loopt);
            CHECK(z.klok(id, "zaaktype.kapvergunning")->stand == norm::Stand::gepauzeerd);
            z.set("2026-09-30 09:00");
            CHECK(z.zaken.suspend(z.ruben(), invited(z.bij(id), day("2026-10-08"))).has_value());
            z.set("2026-10-01 09:00");
            CHECK(z.zaken.resume(z.ruben(), {z.bij(id), Opschortingsgrond::aanvulling, {}, "", {}, {}}).has_value());
            CHECK(z.beeld(id).werk.wacht == werk::Wachtreden::andere_partij);
            CHECK(z.klok(id, "zaaktype.kapvergunning")->stand == norm::Stand::gepauzeerd);
            CHECK(z.zaak_faults().empty());
        },
        "2026-09-01 10:00");
}

TEST_CASE("a term is extended as often and as long as the case type says, further with consent, and told in time (worked date 12)") {
    in_each_zaken(
        [](Zaken& z) {
            auto type = Zaken::with_term("woo", 4, weken, "Woo 4.4", zaaktype::Aanleiding::verzoek);
            type.verlengen = {1, 2, weken, false, "Woo 4.4"};
            const auto woo = z.published(type, z.v.oeverland, z.v.vergunningen);
            const auto id = z.made(z.nieuw(woo)).zaak.id;
            CHECK(key_of(z.zaken.extend(z.ruben(), longer(z.bij(id), 3))) == "zaak.fout.verlengen_te_lang");
            CHECK(key_of(z.zaken.extend(z.ruben(), longer(z.bij(id), 0))) == "zaak.fout.aantal");
            CHECK(key_of(z.zaken.extend(z.ruben(), longer(z.bij(id), 2, Verlengingsgrond::instemming))) == "zaak.fout.instemming_niet");
            z.set("2026-06-30 16:00");
            Verlengen asked = longer(z.bij(id), 2);
            asked.beloofd_datum = day("2026-07-10");
            CHECK(z.zaken.extend(z.ruben(), asked).has_value());
            CHECK(last(z, id) == "2026-07-14");
            const ZaakBeeld beeld = z.beeld(id);
            CHECK(day_of(*beeld.werk.beloofd_op) == day("2026-07-10"));
            CHECK(z.toezeggingen(beeld.werk.id).back().hoe_verteld == werk::Hoe_verteld::bericht);
            CHECK(beeld.termijn->verlengingen_over == 0);
            CHECK(key_of(z.zaken.extend(z.ruben(), longer(z.bij(id), 2))) == "zaak.fout.verlengen_op");
            const auto late = z.received(woo, day("2026-06-01")).zaak.id;
            CHECK(key_of(z.zaken.extend(z.ruben(), longer(z.bij(late), 2))) == "norm.fout.verdaging_te_laat");

            const auto permit = z.made().zaak.id;
            CHECK(z.zaken.extend(z.ruben(), longer(z.bij(permit), 6)).has_value());
            CHECK(z.zaken.extend(z.ruben(), longer(z.bij(permit), 10, Verlengingsgrond::instemming)).has_value());
            CHECK(last(z, permit) == to_iso(day("2026-06-30") + days(7 * 24)));
            Verlengen without = longer(z.bij(permit), 2, Verlengingsgrond::instemming);
            without.bericht.reset();
            without.beloofd_datum = day("2026-12-01");
            CHECK(key_of(z.zaken.extend(z.ruben(), without)) == "zaak.fout.belofte_zonder_bericht");
            CHECK(z.zaak_faults().empty());
        },
        "2026-06-02 10:00");
}

TEST_CASE("a notice of default starts the penalty clock; a premature one is refused with the day from which it may come (worked date 15)") {
    in_each_zaken(
        [](Zaken& z) {
            const auto id = z.received(z.kap, day("2025-12-15")).zaak.id;  // until 9 February 2026
            CHECK(last(z, id) == "2026-02-09");
            const auto early = z.zaken.record_ingebrekestelling(z.ruben(), {z.bij(id), day("2026-02-09"), "", {}});
            CHECK(key_of(early) == "zaak.fout.in_gebreke_te_vroeg");
            CHECK(early.error().fields[0].args == std::vector<std::string>{"2026-02-10"});
            CHECK(z.zaken.record_ingebrekestelling(z.ruben(), {z.bij(id), {}, "Brief van mevrouw", Zaken::words()}).has_value());
            CHECK(key_of(z.zaken.record_ingebrekestelling(z.ruben(), {z.bij(id), {}, "", {}})) == "zaak.fout.al_in_gebreke");
            ZaakBeeld beeld = z.beeld(id);
            REQUIRE(beeld.dwangsom);
            CHECK(beeld.dwangsom->loopt);
            CHECK(beeld.dwangsom->tot_nu.bedrag_cent == 0);
            CHECK(beeld.dwangsom->hoogstens.eerste_datum == day("2026-03-17"));
            CHECK(beeld.dwangsom->hoogstens.laatste_datum == day("2026-04-27"));
            CHECK(beeld.dwangsom->hoogstens.bedrag_cent == 1442'00);
            CHECK(beeld.dwangsom->hoogstens.vaststellen_datum == day("2026-05-11"));
            CHECK(day_of(z.klok(id, klok_ingebrekestelling)->klok.uiterlijk_op) == day("2026-03-16"));
            z.set("2026-04-05 10:00");  // the twentieth day
            CHECK(z.beeld(id).dwangsom->tot_nu.bedrag_cent == 532'00);
            z.set("2026-04-06 10:00");
            CHECK(z.zaken.add_besluit(z.ruben(), {z.bij(id), "Vergunning verleend", "", {}, day("2026-04-06"), {}, {}, {}, Zaken::words(), gezien}).has_value());
            z.set("2026-05-01 10:00");
            beeld = z.beeld(id);
            CHECK_FALSE(beeld.dwangsom->loopt);
            CHECK(beeld.dwangsom->tot_nu.bedrag_cent == 532'00);
            CHECK(z.klok(id, klok_ingebrekestelling)->stand == norm::Stand::gebroken);
            CHECK(z.klok(id, klok_wettelijk)->stand == norm::Stand::gebroken);
            CHECK(z.zaak_faults().empty());

            auto type = Zaken::kapvergunning();
            type.code = "zonder-dwangsom";
            type.dwangsom = false;
            const auto none = z.received(z.published(type, z.v.oeverland, z.v.vergunningen), day("2026-01-01")).zaak.id;
            CHECK(key_of(z.zaken.record_ingebrekestelling(z.ruben(), {z.bij(none), {}, "", {}})) == "zaak.fout.geen_dwangsom");
        },
        "2026-03-02 10:00");
}

TEST_CASE("a decision shows the last day to object as it was worked out by hand, and stops the legal clock") {
    in_each_zaken(
        [](Zaken& z) {
            for (const auto& [sent, laatste] : {std::pair{"2026-04-02", "2026-05-18"}, {"2026-04-13", "2026-05-26"}, {"2026-11-13", "2026-12-28"}, {"2026-11-19", "2026-12-31"},
                                                {"2027-03-25", "2027-05-10"}}) {  // worked dates 5 to 9
                CAPTURE(sent);
                z.clock.set(at(std::string(sent) + " 10:00"));
                const auto id = z.made().zaak.id;
                const auto decided = z.zaken.add_besluit(z.ruben(), {z.bij(id), "Vergunning verleend", "De boom is ziek", {}, day(sent), {}, {}, {}, Zaken::words(), gezien}).value();
                CHECK(decided.besluit.reactie_datum == day(laatste));
                CHECK(decided.bezwaartermijn.size() > 1);
                CHECK(z.klok(id, klok_wettelijk)->stand == norm::Stand::gehaald);
                CHECK(z.berichten_over(id)[0].sjabloon == "besluit");
                CHECK(key_of(z.zaken.suspend(z.ruben(), invited(z.bij(id), day(sent) + days(14)))) == "zaak.fout.al_besloten");
            }
            CHECK(z.zaak_faults().empty());
        },
        "2026-04-02 10:00");
}

TEST_CASE("a decision is recorded, sent later, and withdrawn with a reason; then the case is undecided again") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        CHECK(key_of(z.zaken.add_besluit(z.ruben(), {z.bij(id), "", "", {}, {}, {}, {}, {}, {}})) == "fout.veld.verplicht");
        CHECK(field_of(z.zaken.add_besluit(z.ruben(), {z.bij(id), "Verleend", "", {}, {}, {}, {}, {}, Zaken::words()})) == "verzonden_datum");
        CHECK(key_of(z.zaken.add_besluit(z.ruben(), {z.bij(id), "Verleend", "", day("2026-11-22"), {}, {}, {}, {}, {}})) == "zaak.fout.voor_ontvangst");
        const auto lacking = z.zaken.add_besluit(z.ruben(), {z.bij(id), "Verleend", "", {}, {}, {}, {}, {}, {}}).error().fields;
        CHECK(lacking == std::vector<FieldError>{{"ontbreekt_omdat", "zaak.fout.document_ontbreekt", {"Tekening van de plek", "Drawing of the place"}}});
        const auto one = z.zaken.add_besluit(z.ruben(), {z.bij(id), "Verleend", "", {}, {}, day("2026-12-01"), day("2028-12-01"), {}, {}, gezien}).value();
        CHECK_FALSE(one.besluit.reactie_datum);
        CHECK(z.klok(id, klok_wettelijk)->stand == norm::Stand::loopt);
        CHECK(field_of(z.zaken.publish_besluit(z.ruben(), {z.bij(id), one.besluit.id, {}, {}})) == "bericht.tekst");
        CHECK(z.zaken.publish_besluit(z.ruben(), {z.bij(id), one.besluit.id, {}, Zaken::words()}).value().besluit.reactie_datum == day("2027-01-04"));
        CHECK(key_of(z.zaken.publish_besluit(z.ruben(), {z.bij(id), one.besluit.id, {}, Zaken::words()})) == "zaak.fout.besluit_verzonden");
        CHECK(z.klok(id, klok_wettelijk)->stand == norm::Stand::gehaald);
        CHECK(key_of(z.zaken.withdraw_besluit(z.ruben(), {z.bij(id), one.besluit.id, " ", {}})) == "fout.veld.verplicht");
        const auto gone = z.zaken.withdraw_besluit(z.ruben(), {z.bij(id), one.besluit.id, "Verkeerde boom", Zaken::words()}).value();
        CHECK(gone.besluit.ingetrokken_datum == day("2026-11-23"));
        CHECK(z.klok(id, klok_wettelijk)->stand == norm::Stand::loopt);
        CHECK(z.beeld(id).besluiten.size() == 1);
        CHECK(z.zaken.publish_besluit(z.ruben(), {z.bij(id), z.ids.make<dichtbij::Besluit>(), {}, Zaken::words()}).error().reason == Reason::not_found);
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("a document that the decision requires is asked for when it is published, whether at once or later") {
    in_each_zaken([](Zaken& z) {
        auto type = Zaken::kapvergunning();
        type.code = "met-beschikking";
        type.documenttypen = {{"beschikking", {"De beschikking", "The decision"}, zaaktype::Verplichtbij::besluit, false}};
        const auto id = z.made(z.nieuw(z.published(type, z.v.oeverland, z.v.vergunningen))).zaak.id;
        CHECK(field_of(z.zaken.add_besluit(z.ruben(), {z.bij(id), "Verleend", "", {}, day("2026-11-23"), {}, {}, {}, Zaken::words()})) == "ontbreekt_omdat");
        const auto one = z.zaken.add_besluit(z.ruben(), {z.bij(id), "Verleend", "", {}, {}, {}, {}, {}, {}}).value();
        CHECK(field_of(z.zaken.publish_besluit(z.ruben(), {z.bij(id), one.besluit.id, {}, Zaken::words()})) == "ontbreekt_omdat");
        const std::string too_long(reden_limit + 1, 'x');
        CHECK(key_of(z.zaken.publish_besluit(z.ruben(), {z.bij(id), one.besluit.id, {}, Zaken::words(), too_long})) == "fout.veld.te_lang");
        CHECK(z.berichten_over(id).empty());
        CHECK(z.zaken.publish_besluit(z.ruben(), {z.bij(id), one.besluit.id, {}, Zaken::words(), "Ligt op papier in de map."}).has_value());
        const auto lines = z.events(id);
        const auto told = std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.gebeurtenis == "zaak.besluit"; });
        REQUIRE(told != lines.end());
        CHECK(told->kenmerk("ontbreekt") == "1");
        CHECK(told->toelichting == "Ligt op papier in de map.");
    });
}

}  // namespace dichtbij::zaak::zaak_termijn_test
