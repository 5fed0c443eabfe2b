#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <string>

#include "app/demo_drukte.h"
#include "app/demo_gebeurtenissen.h"
#include "app/demo_inhoud.h"
#include "app/demo_invulling.h"
#include "app/demo_taakplan.h"
#include "app/demo_tekst.h"
#include "app/demo_bijlagen.h"
#include "app/demo_vaste_personen.h"
#include "app/demo_zaken_plan.h"
#include "base/text.h"
#include "document/inhoud.h"
#include "partij/identificator.h"
#include "partij/telefoon.h"
#include "zaaktype/zaaktype_json.h"

namespace dichtbij::app::demo::demo_inhoud_test {
namespace {

std::vector<std::string_view> all_texts() {
    std::vector<std::string_view> all;
    const auto add = [&](const auto& list) { all.insert(all.end(), list.begin(), list.end()); };
    for (const OnderwerpInhoud& one : onderwerpen()) {
        const Teksten& woorden = teksten(one.code);
        for (const auto* list : {&woorden.titels, &woorden.vragen, &woorden.berichten, &woorden.antwoorden}) add(*list);
    }
    const Werkteksten& w = werkteksten();
    for (const auto* list : {&w.notities, &w.redenen_doorgeven, &w.redenen_verzetten, &w.berichten_verzetten, &w.vragen_collega, &w.antwoorden_collega, &w.verwezen_naar,
                             &w.niet_bereikt, &w.ingetrokken, &w.wachten, &w.heropend, &w.voorkeurstijden, &w.engelse_vragen, &w.afspraken})
        add(*list);
    for (const Zaakinhoud& one : zaakinhouden()) {
        for (const auto* list : {&one.titels, &one.toelichtingen, &one.vragen}) add(*list);
        for (const auto& [eigenschap, text] : one.antwoorden) all.push_back(text);
        for (const Zaakuitslag& uitslag : one.uitslagen) all.insert(all.end(), {uitslag.besluit, uitslag.reden});
    }
    const Zaakwerkteksten& z = zaakwerkteksten();
    for (const auto* list : {&z.adviezen, &z.adviezen_negatief, &z.akkoorden, &z.antwoorden_aanvrager, &z.redenen_opschorten, &z.redenen_verlengen, &z.redenen_verzetten,
                             &z.intrekkingen, &z.ingebrekestellingen, &z.notities, &z.doorgeven, &z.heropend, &z.machtigingen, &z.vragen})
        add(*list);
    return all;
}

std::vector<zaaktype::Zaaktype> catalogue() {
    std::ifstream file("catalogus/zaaktypen.json");
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::vector<zaaktype::Zaaktype> all;
    for (auto& one : zaaktype::lees_bestand(bytes).zaaktypen) all.push_back(std::move(one.zaaktype));
    return all;
}

// The whole organisation without a store: ids are not needed to draw people.
DemoOrganisatie paper_organisation() {
    DemoOrganisatie all;
    for (const GemeenteInhoud& one : gemeenten()) all.gemeenten.push_back({{}, &one, {}});
    for (const MedewerkerInhoud& one : medewerkers()) all.medewerkers.push_back({{}, &one, "", {}, {}, {}});
    return all;
}

std::vector<norm::Kalender> calendars() {
    const auto kalender = std::make_shared<const norm::ServiceCalendar>(*norm::ServiceCalendar::compile(norm::default_opening_hours(), {2024, 2030}));
    return {kalender, kalender};
}

constexpr Day vandaag = std::chrono::local_days(std::chrono::year(2026) / 11 / 24);

}  // namespace

TEST_CASE("every subject has a team, texts for what is asked, written and answered, and fits its field") {
    std::set<std::string_view> codes, namen;
    for (const OnderwerpInhoud& one : onderwerpen()) {
        CAPTURE(one.code);
        CHECK(codes.insert(one.code).second);
        CHECK(namen.insert(one.naam).second);
        CHECK(std::any_of(teams().begin(), teams().end(), [&](const TeamInhoud& team) { return team.code == one.team; }));
        const Teksten& woorden = teksten(one.code);
        CHECK_FALSE(woorden.titels.empty());
        CHECK_FALSE(woorden.vragen.empty());
        CHECK_FALSE(woorden.berichten.empty());
        CHECK_FALSE(woorden.antwoorden.empty());
        CHECK(one.niveau >= 1);
        CHECK(one.niveau <= 5);
        CHECK(std::any_of(teams().begin(), teams().end(), [&](const TeamInhoud& team) { return team.domein == one.domein; }));
    }
    CHECK(codes.size() >= 60);
    CHECK(medewerkers().size() >= 60);
}

TEST_CASE("texts use only names that are filled in, and close what they open") {
    for (const std::string_view text : all_texts()) {
        CAPTURE(text);
        CHECK(is_utf8(text));
        for (const std::string& name : names_in(text)) CHECK_MESSAGE(is_known_name(name), name);
        CHECK(std::count(text.begin(), text.end(), '[') == std::count(text.begin(), text.end(), ']'));
    }
}

TEST_CASE("what cases are about fits the case types that are shipped") {
    const auto types = catalogue();
    CHECK(zaakinhouden().size() >= 30);
    for (const Zaakinhoud& one : zaakinhouden()) {
        CAPTURE(one.zaaktype);
        const auto type = std::find_if(types.begin(), types.end(), [&](const auto& known) { return known.code == one.zaaktype; });
        REQUIRE(type != types.end());
        for (const auto& [code, text] : one.antwoorden) {
            CAPTURE(code);
            CHECK(std::any_of(type->eigenschappen.begin(), type->eigenschappen.end(), [&](const auto& known) { return known.code == code; }));
        }
        for (const auto& vraag : type->eigenschappen) {
            const bool is_typed = vraag.soort == zaaktype::Eigenschapsoort::tekst || vraag.soort == zaaktype::Eigenschapsoort::getal || vraag.soort == zaaktype::Eigenschapsoort::datum;
            CAPTURE(vraag.code);
            if (vraag.verplicht && is_typed) CHECK(std::any_of(one.antwoorden.begin(), one.antwoorden.end(), [&](const auto& known) { return known.first == vraag.code; }));
        }
        for (const Zaakuitslag& uitslag : one.uitslagen) {
            CAPTURE(uitslag.resultaat);
            CHECK(std::any_of(type->resultaten.begin(), type->resultaten.end(), [&](const auto& known) { return known.code == uitslag.resultaat; }));
        }
        CHECK_FALSE(one.titels.empty());
    }
}

TEST_CASE("the plan of a case is in order, begins with who accepts it and ends it") {
    const auto types = catalogue();
    const auto kalender = calendars().front();
    const Instant op = instant_of(LocalTime(vandaag - days(300)) + hours(11));
    int ended = 0, asked = 0;
    for (std::uint64_t zaad = 0; zaad < 400; ++zaad) {
        const Zaakinhoud& over = zaakinhouden()[zaad % zaakinhouden().size()];
        const auto type = std::find_if(types.begin(), types.end(), [&](const auto& known) { return known.code == over.zaaktype; });
        Toeval toeval(zaad);
        const auto plan = plan_zaak(toeval, {op, *type, over}, *kalender);
        REQUIRE(plan.size() >= 2);
        CHECK(std::is_sorted(plan.begin(), plan.end(), [](const auto& a, const auto& b) { return a.op < b.op; }));
        CHECK(plan.front().op >= op);
        CHECK(std::any_of(plan.begin(), plan.end(), [](const auto& one) { return one.zet == Zet::aanvaarden; }));
        if (plan.back().zet == Zet::sluiten || plan.back().zet == Zet::intrekken) ++ended;
        for (const auto& one : plan) asked += one.zet == Zet::vraag ? 1 : 0;
    }
    CHECK(ended > 380);
    CHECK(asked > 30);
}

TEST_CASE("files of the demo are what they say") {
    Toeval toeval(3);
    const std::string pdf = pdf_van({"Onderwerp: café (proef)", "Regel"});
    const std::string png = png_van(toeval);
    const document::Inhoudsgrenzen grenzen;
    document::MemoryBytes page(pdf), picture(png);
    CHECK(document::keur(page, "brief.pdf", grenzen) == document::Bestandssoort::pdf);
    CHECK(document::keur(picture, "foto.png", grenzen) == document::Bestandssoort::png);
}

TEST_CASE("routing rows and substitutes name what exists") {
    const DemoOrganisatie all = paper_organisation();
    std::set<std::string> mail;
    for (const MedewerkerInhoud& one : medewerkers()) {
        CAPTURE(one.naam);
        CHECK(mail.insert(mail_name(one.naam)).second);
        CHECK(mail_name(one.naam).find_first_not_of("abcdefghijklmnopqrstuvwxyz.") == std::string::npos);
        if (!one.vervanger.empty()) CHECK(medewerkers()[all.medewerker(one.vervanger)].team == one.team);
    }
    for (const TeamInhoud& one : teams()) CHECK(medewerkers()[all.medewerker(one.leider)].team == one.code);
    for (const RegelInhoud& one : regels()) {
        CAPTURE(one.naam);
        CHECK((one.onderwerp.empty() || std::any_of(onderwerpen().begin(), onderwerpen().end(), [&](const auto& each) { return each.code == one.onderwerp; })));
        if (!one.medewerker.empty()) CHECK(medewerkers()[all.medewerker(one.medewerker)].team == one.team);
    }
}

TEST_CASE("a text chooses, fills in and leaves no double spaces") {
    Toeval toeval(1);
    const Invulling waarden{{"wie", "mevrouw"}, {"straat", "Kerkpad"}};
    CHECK(fill_in("{wie} woont aan {straat} [].", waarden, toeval) == "Mevrouw woont aan Kerkpad.");
    std::set<std::string> seen;
    for (int i = 0; i < 50; ++i) seen.insert(fill_in("[een|twee {straat}|]", waarden, toeval));
    CHECK(seen == std::set<std::string>{"Een", "Twee Kerkpad", ""});
    const std::string text = "De lantaarnpaal voor de deur brandt niet meer";
    int slips = 0;
    for (int i = 0; i < 50; ++i) {
        const std::string typed = mistyped(text, toeval);
        CHECK(is_utf8(typed));
        slips += typed != text;
    }
    CHECK(slips > 25);
}

TEST_CASE("chance repeats with its seed and spreads evenly") {
    CHECK(Toeval::voor(7, 1, 2).next() == Toeval::voor(7, 1, 2).next());
    CHECK(Toeval::voor(7, 1, 2).next() != Toeval::voor(7, 2, 1).next());
    Toeval toeval(3);
    std::array<int, 10> seen{};
    for (int i = 0; i < 10'000; ++i) ++seen[static_cast<std::size_t>(toeval.below(10))];
    for (const int count : seen) CHECK(std::abs(count - 1000) < 150);
    double sum = 0;
    for (int i = 0; i < 2000; ++i) sum += toeval.count(4.5);
    CHECK(std::abs(sum / 2000 - 4.5) < 0.3);
    CHECK(toeval.count(0) == 0);
}

TEST_CASE("residents have test BSNs, numbers that can be rung in theory and mail that goes nowhere") {
    const DemoOrganisatie all = paper_organisation();
    Bevolking bevolking(7, all, 3000, vandaag);
    std::set<std::pair<std::size_t, std::string>> bsns;
    int with_bsn = 0;
    for (const DemoPersoon& one : bevolking.personen()) {
        CAPTURE(partij::volledige_naam(one.gegevens));
        CHECK(partij::problems(partij::normalised(one.gegevens, vandaag), vandaag).empty());
        CHECK_FALSE(partij::volledige_naam(one.gegevens).empty());
        for (const auto& adres : one.gegevens.digitale_adressen) {
            if (adres.soort == partij::SoortDigitaalAdres::email) CHECK(adres.adres.ends_with(".example"));
            else CHECK(partij::e164(adres.adres).has_value());
        }
        const auto* bsn = partij::find_identificator(one.gegevens, partij::soort_bsn);
        if (bsn == nullptr) continue;
        ++with_bsn;
        CHECK(bsn->object_id.starts_with("9999"));
        CHECK(partij::elfproef(bsn->object_id));
        CHECK_MESSAGE(bsns.emplace(one.gemeente, bsn->object_id).second, "twice in one gemeente");
    }
    CHECK(with_bsn > 1500);
    CHECK(partij::volledige_naam(bevolking[0].gegevens) == "Fatima El Idrissi");
    CHECK(partij::find_identificator(bevolking[0].gegevens, partij::soort_bsn)->object_id.ends_with("653"));
}

TEST_CASE("Mondays are busier than Fridays, March brings assessments, and the year adds up") {
    const DemoOrganisatie all = paper_organisation();
    const Drukte drukte({7, vandaag - days(364), vandaag, 60'000}, all, calendars());
    double sum = 0;
    for (Day day = vandaag - days(364); day <= vandaag; day += days(1)) sum += drukte.expected(day);
    CHECK(std::abs(sum - 60'000) < 100);
    CHECK(drukte.expected(make_day(2026, 11, 23)) > 1.3 * drukte.expected(make_day(2026, 11, 20)));
    CHECK(drukte.expected(make_day(2026, 11, 22)) < 0.2 * drukte.expected(make_day(2026, 11, 20)));
    CHECK(event_factor(7, "ozb", aanslagdag(2026) + days(3)) > 2);
    CHECK(event_factor(7, "paspoort", aanslagdag(2026) + days(3)) == 1);
    CHECK(to_iso(aanslagdag(2026)) == "2026-02-27");

    const auto gesprekken = drukte.of_day(make_day(2026, 11, 23));
    const auto again = drukte.of_day(make_day(2026, 11, 23));
    REQUIRE(gesprekken.size() == again.size());
    REQUIRE(gesprekken.size() > 100);
    CHECK(gesprekken[10].zaad == again[10].zaad);
    for (const Binnenkomst& one : gesprekken) {
        CHECK(day_of(one.op) == make_day(2026, 11, 23));
        if (is_gesproken(one.kanaal)) CHECK(*calendars()[0]->is_open(one.op));
    }
    for (const Binnenkomst& one : drukte.of_day(make_day(2026, 11, 22))) CHECK_FALSE(is_gesproken(one.kanaal));
}

TEST_CASE("planned work is accepted before it is ended, mostly within the promise") {
    const auto kalender = calendars().front();
    const Instant op = instant_of(LocalTime(make_day(2026, 11, 23)) + hours(10));
    const Instant beloofd = instant_of(LocalTime(make_day(2026, 11, 25)) + hours(17));
    Toeval toeval(5);
    int kept = 0;
    for (int i = 0; i < 1000; ++i) {
        const auto plan = plan_taak(toeval, {op, beloofd, i % 2 == 0, false, 10}, *kalender);
        REQUIRE(plan.size() >= 2);
        CHECK(std::is_sorted(plan.begin(), plan.end(), [](const auto& a, const auto& b) { return a.op < b.op; }));
        CHECK((plan.front().stap == Stap::aanvaarden || plan.front().stap == Stap::toewijzen || plan.front().stap == Stap::verzetten));
        CHECK(plan.back().stap == Stap::afronden);
        CHECK(plan.front().op >= op);
        const auto first_end = std::find_if(plan.begin(), plan.end(), [](const auto& one) { return one.stap == Stap::afronden; });
        kept += first_end->op <= beloofd;
    }
    CHECK(kept > 830);
    CHECK(kept < 950);
}

}  // namespace dichtbij::app::demo::demo_inhoud_test
