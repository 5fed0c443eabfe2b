#include <doctest/doctest.h>

#include "ketenpartner/advies_store.h"
#include "ketenpartner/bewaring.h"
#include "support/advies.h"

namespace dichtbij::ketenpartner::advies_test {
namespace {

using access::testing::Browser;
using access::testing::holds;
using access::testing::location;
using testing::in_each;
using testing::Wereld;

using Form = std::vector<std::pair<std::string, std::string>>;

std::string key_of(const Result<Adviesvraag>& result) {
    if (result) return "gelukt";
    return result.error().fields.empty() ? result.error().key : result.error().fields.front().field;
}

// Ruben of the team of permits, Tom of the contact centre, each signed in at the desk.
struct Balie : Wereld {
    explicit Balie(store::Store& opened) : Wereld(opened), desk(store) {
        desk.desk.clock.set(clock.now());
        account(1, v.ruben, {access::Rol::behandelaar, v.oeverland, v.vergunningen});
        account(2, v.tom, {access::Rol::kcc_medewerker, v.oeverland, v.kcc});
        add_routes(desk.site, AdviesSchermen{store, advies, access::testing::test_texts(), "https://mijn.example"});
    }
    void account(int n, Id<Medewerker> who, const access::Grant& grant) {
        const access::NewAccount made{.medewerker = who, .email = access::testing::Desk::email(n), .naam = "Medewerker " + std::to_string(n), .grants = {grant}, .domeinen = {}};
        const access::HashedPassword password{desk.desk.accounts.hasher().hash(access::testing::good_password), access::Geldigheid::blijvend};
        CHECK_THAT(store.write([&](store::Tx& tx) { return access::make_account(desk.desk.accounts, tx, access::system_caller("proef"), made, password); }).has_value());
    }
    Browser as(int n, std::string language = "nl") {
        Browser browser(desk.router);
        browser.language = std::move(language);
        browser.sign_in(n);
        return browser;
    }
    Form typed(Id<dichtbij::Zaak> zaak) {
        return {{"versie", std::to_string(stored(zaak).versie)}, {"organisatie", "Waterschap"}, {"contactpersoon", "Bram Sluis"}, {"email", "bram@schap.example"}, {"codeweg", "email"},
                {"code_email", "b.sluis@thuis.example"}, {"vraag", "Mag de sloot dicht?"}, {"laatste_datum", to_iso(day_of(clock.now()) + days(10))}, {"taal", "nl"}};
    }
    access::testing::Site desk;
};

template <class F>
void at_each_desk(F test) {
    for (const auto& fresh : fresh_stores(testing::advies_schema())) {
        Balie balie(*fresh->store);
        test(balie);
    }
}

}  // namespace

TEST_CASE("what is asked outside has two ways, a day and words") {
    const Day today = make_day(2026, 11, 23);
    NieuweAdviesvraag good;
    good.organisatie = " Veiligheidsregio ";
    good.contactpersoon = "Anouk";
    good.email = "anouk@regio.example";
    good.code_naar = "06 1234 5678";
    good.vraag = "Is het veilig?";
    good.laatste_datum = today + days(14);
    CHECK(problems(normal(good), today).empty());
    CHECK(normal(good).organisatie == "Veiligheidsregio");
    CHECK(normal(good).code_naar == "+31612345678");
    struct Rij {
        const char* field;
        void (*spoil)(NieuweAdviesvraag&);
    };
    const Rij rows[] = {
        {"organisatie", [](NieuweAdviesvraag& v) { v.organisatie = " "; }},
        {"contactpersoon", [](NieuweAdviesvraag& v) { v.contactpersoon = std::string(200, 'a'); }},
        {"email", [](NieuweAdviesvraag& v) { v.email = "anouk"; }},
        {"code_naar", [](NieuweAdviesvraag& v) { v.code_naar = "112"; }},
        {"code_naar", [](NieuweAdviesvraag& v) { v.codeweg = Codeweg::email; }},
        {"code_naar", [](NieuweAdviesvraag& v) { v.codeweg = Codeweg::email; v.code_naar = "ANOUK@regio.example"; }},
        {"vraag", [](NieuweAdviesvraag& v) { v.vraag.clear(); }},
        {"vraag", [](NieuweAdviesvraag& v) { v.vraag = std::string(vraag_limit + 1, 'a'); }},
        {"laatste_datum", [](NieuweAdviesvraag& v) { v.laatste_datum = Day{}; }},
        {"laatste_datum", [](NieuweAdviesvraag& v) { v.laatste_datum = make_day(2027, 1, 23); }},
    };
    for (const Rij& row : rows) {
        NieuweAdviesvraag bad = good;
        row.spoil(bad);
        const auto errors = problems(normal(bad), today);
        REQUIRE(errors.size() == 1);
        CHECK(errors.front().field == row.field);
    }
}

TEST_CASE("nothing confidential goes outside: no case, no domain, no document") {
    in_each([](Wereld& w) {
        const auto zaak = w.made().zaak.id;
        const auto secret = w.add_document(zaak, "Medisch advies", zaak::Vertrouwelijkheid::vertrouwelijk);
        CHECK(w.advies.keuze(w.ruben(), zaak).value().documenten.empty());
        auto asked = w.question(zaak);
        asked.documenten = {secret.versie.id};
        CHECK(key_of(w.try_ask(w.ruben(), asked)) == "documenten");
        const auto other = w.made().zaak.id;
        const auto elsewhere = w.add_document(other, "Van een andere zaak");
        asked.documenten = {elsewhere.versie.id};
        CHECK(key_of(w.try_ask(w.ruben(), asked)) == "documenten");

        const auto now = w.stored(zaak);
        REQUIRE(w.zaken.change(w.ruben(), {w.bij(zaak), now.omschrijving, now.toelichting, zaak::Vertrouwelijkheid::vertrouwelijk}).has_value());
        CHECK(key_of(w.try_ask(w.ruben(), w.question(zaak))) == "advies.fout.vertrouwelijk");

        const auto type = w.published(Wereld::jeugdhulp(), w.v.heidedal, w.v.jeugd);
        auto nieuw = w.nieuw(type);
        nieuw.gemeente = w.v.heidedal;
        nieuw.rollen = {{zaak::Rolsoort::initiator, w.person("Kim", "Bos", w.v.heidedal), {}, {}, {}, {}, {}}};
        const auto made = w.zaken.create(w.noor(), nieuw);
        REQUIRE(made.has_value());
        auto of_youth = w.question(made->zaak.id);
        CHECK(key_of(w.try_ask(w.noor(), of_youth)) == "advies.fout.vertrouwelijk");
        CHECK(w.post.brieven.empty());
    });
}

TEST_CASE("who may act on the case asks; others are refused, and another gemeente knows nothing of it") {
    in_each([](Wereld& w) {
        const auto zaak = w.made().zaak.id;
        CHECK(w.try_ask(w.tom(), w.question(zaak)).error().reason == Reason::forbidden);
        CHECK(w.try_ask(w.noor(), w.question(zaak)).error().reason == Reason::not_found);
        auto stale = w.question(zaak);
        stale.bij.versie += 5;
        CHECK(key_of(w.try_ask(w.ruben(), stale)) == "fout.gewijzigd");
        const auto vraag = w.ask(zaak);
        CHECK(w.advies.of_zaak(w.tom(), zaak).value().vragen.size() == 1);
        CHECK(w.advies.of_zaak(w.noor(), zaak).error().reason == Reason::not_found);
        CHECK(w.advies.withdraw(w.tom(), w.now(vraag), {}).error().reason == Reason::forbidden);
        CHECK(w.advies.withdraw(w.noor(), w.now(vraag), {}).error().reason == Reason::not_found);
        auto old = w.now(vraag);
        REQUIRE(w.advies.extend(w.ruben(), old, vraag.laatste_datum + days(1), {}).has_value());
        CHECK(key_of(w.advies.withdraw(w.ruben(), old, {})) == "fout.gewijzigd");
        const auto elsewhere = w.made().zaak.id;
        auto wrong = w.now(vraag);
        wrong.zaak = elsewhere;
        CHECK(w.advies.withdraw(w.ruben(), wrong, {}).error().reason == Reason::not_found);
        CHECK(w.post.brieven.size() == 3);
    });
}

TEST_CASE("a task that the case type made is asked once at a time, and again after withdrawing") {
    in_each([](Wereld& w) {
        const auto zaak = w.made().zaak.id;
        zaak::NieuweZaaktaak taak;
        taak.bij = w.bij(zaak);
        taak.naam = "Advies brandveiligheid";
        taak.soort = zaak::Taaksoort::extern_advies;
        const auto made = w.zaken.add_taak(w.ruben(), taak).value();
        CHECK(w.advies.keuze(w.ruben(), zaak).value().taken.size() == 1);
        auto asked = w.question(zaak);
        asked.taak = made.taak.id;
        const auto vraag = w.ask(asked);
        CHECK(vraag.taak == made.taak.id);
        CHECK(w.advies.keuze(w.ruben(), zaak).value().taken.empty());
        CHECK(key_of(w.try_ask(w.ruben(), asked)) == "advies.fout.al_gevraagd");
        REQUIRE(w.advies.withdraw(w.ruben(), w.now(vraag), {}).has_value());
        CHECK(key_of(w.advies.withdraw(w.ruben(), w.now(vraag), {})) == "advies.fout.klaar");
        CHECK(key_of(w.advies.extend(w.ruben(), w.now(vraag), vraag.laatste_datum, {})) == "advies.fout.klaar");
        CHECK(w.try_ask(w.ruben(), asked).has_value());
        CHECK(w.beeld(zaak).taken.size() == 1);
    });
}

TEST_CASE("without post nothing can be asked") {
    in_each([](Wereld& w) {
        AdviesService shut({w.store, w.clock, w.ids, w.zaken, w.werk, w.documenten, w.log}, nullptr);
        const auto asked = w.question(w.made().zaak.id);
        CHECK_FALSE(shut.kan_vragen());
        CHECK(key_of(shut.ask(w.ruben(), asked, w.letters(asked))) == "advies.uit");
    });
}

TEST_CASE("questions go with their case, visits after a day") {
    in_each([](Wereld& w) {
        const auto zaak = w.made().zaak.id;
        auto asked = w.question(zaak);
        asked.documenten = {w.add_document(zaak, "Tekening").versie.id};
        const auto vraag = w.ask(asked);
        testing::Buiten anouk = w.outside();
        w.enter(anouk);
        const auto rules = bewaar_regels();
        const auto& visits = std::get<access::Vernietig>(rules.at(1).hoe);
        CHECK(w.store.write([&](store::Tx& tx) { return visits(tx, w.clock.now(), 10); }).empty());
        CHECK(w.store.write([&](store::Tx& tx) { return visits(tx, w.clock.now() + hours(3), 10); }).size() == 1);
        const auto gone = w.store.write([&](store::Tx& tx) { return destroy_of_werk(tx, vraag.werk, w.clock.now()); });
        CHECK(gone.size() == 1);
        CHECK_FALSE(w.store.read([&](store::Tx& tx) { return find_adviesvraag(tx, vraag.id); }).has_value());
    });
}

TEST_CASE("asking that breaks anywhere leaves no task, question or message behind") {
    const auto fresh = fresh_sqlite(testing::advies_schema());
    Wereld w(*fresh->store);
    const auto zaak = w.made().zaak.id;
    const auto asked = w.question(zaak);
    for (int n = 1; n < 400; ++n) {
        const auto failing = failing_at(*fresh->store, n);
        AdviesService broken({*failing, w.clock, w.ids, w.zaken, w.werk, w.documenten, w.log}, &w.post);
        try {
            if (broken.ask(w.ruben(), asked, w.letters(asked)) && !failing->has_failed()) return;
        } catch (const store::Unavailable&) {
        }
        CHECK(w.beeld(zaak).taken.empty());
        CHECK(w.advies.of_zaak(w.ruben(), zaak).value().vragen.empty());
        CHECK(w.post.brieven.empty());
    }
    FAIL("asking never succeeded");
}

TEST_CASE("at the desk a question is asked, extended and withdrawn, in Dutch and English") {
    at_each_desk([](Balie& w) {
        const auto zaak = w.made().zaak.id;
        const auto drawing = w.add_document(zaak, "Tekening");
        w.add_document(zaak, "Medisch advies", zaak::Vertrouwelijkheid::vertrouwelijk);
        const std::string url = "/zaken/" + zaak.text() + "/advies";
        for (const std::string language : {"nl", "en"}) {
            Browser ruben = w.as(1, language);
            for (const std::string& at : {url, url + "/nieuw"}) {
                const auto shown = ruben.get(at);
                CHECK(shown.status == 200);
                CHECK_FALSE(holds(shown, "«"));
            }
        }
        Browser ruben = w.as(1);
        const auto form = ruben.get(url + "/nieuw");
        CHECK(holds(form, "Tekening"));
        CHECK_FALSE(holds(form, "Medisch advies"));
        auto wrong = w.typed(zaak);
        wrong[5].second = "bram@schap.example";
        const auto refused = ruben.post(url, wrong);
        CHECK(refused.status == 422);
        CHECK(holds(refused, "href=\"#code_email\""));
        CHECK(holds(refused, "Mag de sloot dicht?"));
        auto right = w.typed(zaak);
        right.emplace_back("documenten", drawing.versie.id.text());
        CHECK(location(ruben.post(url, right)) == url + "?gedaan=gevraagd");
        REQUIRE(w.post.brieven.size() == 2);
        CHECK(w.post.brieven[0].tekst.find("https://mijn.example/g/oeverland/advies/link?") != std::string::npos);
        CHECK(w.post.brieven[1].naar == "b.sluis@thuis.example");
        const auto list = ruben.get(url + "?gedaan=gevraagd");
        for (const char* words : {"Waterschap", "Bram Sluis", "Mag de sloot dicht?", "Nog niet geopend", "Tekening", "De vraag is verstuurd"}) CHECK_MESSAGE(holds(list, words), words);

        const auto vraag = w.advies.of_zaak(w.ruben(), zaak).value().vragen.at(0).vraag;
        const std::string of_this = url + "/" + vraag.id.text();
        const auto far = ruben.post(of_this + "/verlengen", {{"revisie", "1"}, {"laatste_datum", "2027-12-31"}});
        CHECK(far.status == 422);
        CHECK(holds(far, "binnen 60 dagen"));
        CHECK(location(ruben.post(of_this + "/verlengen", {{"revisie", "1"}, {"laatste_datum", "2026-12-31"}})) == url + "?gedaan=verlengd");
        CHECK(ruben.post(of_this + "/intrekken", {{"revisie", "1"}}).status == 409);
        CHECK(location(ruben.post(of_this + "/intrekken", {{"revisie", "2"}})) == url + "?gedaan=ingetrokken");
        CHECK(holds(ruben.get(url), "Ingetrokken"));

        Browser tom = w.as(2);
        CHECK(holds(tom.get(url), "Waterschap"));
        CHECK(holds(tom.get(url + "/nieuw"), "Alleen de casemanager"));
        CHECK(tom.post(url, w.typed(zaak)).status == 403);
        CHECK(tom.get("/zaken/" + to_string(w.ids.next()) + "/advies").status == 404);
        CHECK(tom.get("/zaken/onzin/advies").status == 404);
    });
}

}  // namespace dichtbij::ketenpartner::advies_test
