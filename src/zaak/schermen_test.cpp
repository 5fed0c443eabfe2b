#include <doctest/doctest.h>

#include "access/desk_testing.h"
#include "html/parts.h"
#include "support/zaken.h"
#include "zaak/zaak_berichtbron_follow.h"
#include "zaak/zaak_routes.h"
#include "zaak/zaak_volgende_service.h"

namespace dichtbij::zaak::schermen_test {
namespace {

using Recht = access::Rol;
using access::testing::Browser;
using access::testing::holds;
using access::testing::location;
using testing::Zaken;

using Form = std::vector<std::pair<std::string, std::string>>;

const bericht::Standaard& shipped() {
    static const bericht::Standaard messages = bericht::lees_standaard(std::filesystem::path("catalogus/berichten.json"));
    return messages;
}

// Ruben handles permits, Marleen leads his team, Tom answers the phone. Signed in as 1, 2, 3.
struct Wereld : Zaken {
    explicit Wereld(store::Store& opened)
        : Zaken(opened), beheer(store, clock, ids, shipped()), bron(werk, access::testing::test_texts()), voorstellen(beheer, bron, access::testing::test_texts(), clock), site(store) {
        site.desk.clock.set(clock.now());
        bron.add(bericht_aanvulling(zaken, clock));
        account(1, v.ruben, {Recht::behandelaar, v.oeverland, v.vergunningen});
        account(2, v.marleen, {Recht::teamleider, v.oeverland, v.vergunningen});
        account(3, v.tom, {Recht::kcc_medewerker, v.oeverland, v.kcc});
        add_routes(site.site, {store, zaken, werk, partijen, contacten, taken, berichten, voorstellen, documenten, access::testing::test_texts(), nullptr});
    }
    void account(int n, Id<Medewerker> who, const access::Grant& grant) {
        const access::NewAccount made{.medewerker = who, .email = access::testing::Desk::email(n), .naam = "Medewerker " + std::to_string(n), .grants = {grant}, .domeinen = {}};
        const access::HashedPassword password{site.desk.accounts.hasher().hash(access::testing::good_password), access::Geldigheid::blijvend};
        CHECK_THAT(store.write([&](store::Tx& tx) { return access::make_account(site.desk.accounts, tx, access::system_caller("proef"), made, password); }).has_value());
    }
    Browser as(int n, std::string language = "nl") {
        Browser browser(site.router);
        browser.language = std::move(language);
        browser.sign_in(n);
        return browser;
    }
    // What every form of the page carries.
    Form seen(Id<dichtbij::Zaak> id, Form more = {}) {
        const auto now = beeld(id);
        more.insert(more.end(), {{"versie", std::to_string(now.zaak.versie)}, {"werkversie", std::to_string(now.werk.versie)}, {"blad", "overzicht"}});
        return more;
    }
    http::Response act(Browser& browser, Id<dichtbij::Zaak> id, std::string_view paneel, Form form) {
        browser.get("/zaken/" + id.text());
        return browser.post("/zaken/" + id.text() + "/" + std::string(paneel), seen(id, std::move(form)));
    }
    void accept(Id<dichtbij::Zaak> id) {
        const auto now = beeld(id);
        CHECK_THAT(werk.accept(ruben(), now.werk.id, now.werk.versie).has_value());
    }

    bericht::BeheerService beheer;
    bericht::WerkBron bron;
    bericht::VoorstelService voorstellen;
    access::testing::Site site;
};

struct Vers {
    std::unique_ptr<store::testing::FreshStore> fresh = fresh_sqlite(testing::zaken_schema());
    Wereld w{*fresh->store};
};

Form with_words(Form form) {
    form.insert(form.end(), {{"bericht", "stuur"}, {"bericht_taal", "nld"}, {"bericht_onderwerp", "Over uw aanvraag"}, {"bericht_tekst", "Beste mevrouw,\n\nDit is waarom: {reden}"}});
    return form;
}

Form decision() {
    return with_words({{"omschrijving", "U krijgt de vergunning."}, {"toelichting", "De beuk is ziek."}, {"reden", ""}, {"datum", "2026-11-23"}, {"rechtsmiddel", "bezwaar"}, {"bekend", "nu"}, {"verzonden_datum", "2026-11-23"}, {"ontbreekt_omdat", "De plek is duidelijk zonder tekening."}});
}

}  // namespace

TEST_CASE("every tab and every panel of a case opens, with all its words, in Dutch and English") {
    Vers vers;
    Wereld& w = vers.w;
    const auto made = w.made();
    w.accept(made.zaak.id);
    for (const std::string language : {"nl", "en"}) {
        Browser browser = w.as(1, language);
        for (const std::string tab : {"overzicht", "taken", "documenten", "besluiten", "berichten", "betrokkenen", "verloop"}) {
            CAPTURE(tab);
            const auto page = browser.get("/zaken/" + made.zaak.id.text() + "?blad=" + tab);
            CHECK(page.status == 200);
            CHECK_FALSE(holds(page, "«"));
        }
        for (const std::string paneel : {"status", "terug", "sluiten", "ingetrokken", "geef_door", "opschorten", "hervatten", "verlengen", "ingebreke", "verzet", "besluit", "taak", "vraag", "wijzig",
                                         "eigenschappen", "rol", "verband", "notitie", "document"}) {
            CAPTURE(paneel);
            const auto page = browser.get("/zaken/" + made.zaak.id.text() + "?paneel=" + paneel);
            CHECK(page.status == 200);
            CHECK(holds(page, "id=\"h-paneel\""));
            CHECK_FALSE(holds(page, "«"));
        }
        for (const std::string url : {"/zaken", "/zaken?lijst=team", "/zaken?lijst=alles", "/zaken?lijst=wet", "/zaken?lijst=alles&loopt=gesloten", "/zaken?lijst=alles&op=wet", "/zaken/nieuw"}) {
            CAPTURE(url);
            const auto page = browser.get(url);
            CHECK(page.status == 200);
            CHECK_FALSE(holds(page, "«"));
        }
    }
}

TEST_CASE("a case begins with a case type; what is wrong stands beside its field and what was typed stays") {
    Vers vers;
    Wereld& w = vers.w;
    Browser tom = w.as(3);
    const auto types = tom.get("/zaken/nieuw?partij=" + w.fatima.text());
    CHECK(holds(types, "Kapvergunning"));
    const auto form = tom.get("/zaken/nieuw?partij=" + w.fatima.text() + "&zaaktype=" + w.kap.text());
    CHECK(form.status == 200);
    CHECK(holds(form, "Fatima Idrissi"));
    CHECK(holds(form, "uiterlijk maandag 21 december"));  // the promise
    CHECK(holds(form, "maandag 18 januari 2027"));        // the law
    CHECK(holds(form, "€ 120,50. U betaalt na de beslissing."));
    const auto type = w.store.read([&](store::Tx& tx) { return zaaktype::versie_op(tx, w.kap, make_day(2026, 11, 23)); }).value();
    const Form typed{{"gemeente", w.v.oeverland.text()}, {"zaaktype", w.kap.text()}, {"typeversie", type.versie.id.text()}, {"partij", w.fatima.text()}, {"omschrijving", "Beuk in de tuin"},
                     {"eigenschappen.aantal-bomen", "veel"}, {"eigenschappen.reden", "Ziek"}, {"startdatum", "2026-11-23"}, {"kanaal", "telefoon"}, {"naar", ""}};
    const auto wrong = tom.post("/zaken/nieuw", typed);
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "href=\"#eigenschappen.aantal-bomen\""));
    CHECK(holds(wrong, "Beuk in de tuin"));
    Form right = typed;
    right[5].second = "1";
    const auto made = tom.post("/zaken/nieuw", right);
    REQUIRE(made.status == 303);
    const auto page = tom.get(location(made));
    CHECK(holds(page, "Beuk in de tuin"));
    CHECK(holds(page, "De zaak is gemaakt."));
    CHECK(holds(page, "€ 120,50"));
    CHECK(holds(page, "Marleen"));  // who owns it until someone accepts
    Form stale = right;
    stale[2].second = "00000000-0000-7000-8000-000000000001";
    CHECK(tom.post("/zaken/nieuw", stale).status == 409);
}

TEST_CASE("a case goes from acceptance to decision, with advice, a question that suspends, and an answer that resumes") {
    Vers vers;
    Wereld& w = vers.w;
    const auto id = w.made().zaak.id;
    const std::string url = "/zaken/" + id.text();
    Browser ruben = w.as(1);
    CHECK(holds(ruben.get(url), "Aanvaard de zaak"));
    CHECK(w.act(ruben, id, "aanvaard", {}).status == 303);
    CHECK(holds(ruben.get(url), "De volgende is: In behandeling"));
    CHECK(w.act(ruben, id, "status", {{"status", "in-behandeling"}}).status == 303);  // makes the advice task of the case type
    const auto taak = w.beeld(id).taken.front();
    CHECK(holds(ruben.get(url + "?blad=taken"), "Advies van de bomenadviseur"));
    CHECK(location(ruben.get("/zaaktaken/" + taak.taak.id.text())).starts_with(url + "?blad=taken&taak="));
    CHECK(w.act(ruben, id, "taak_af", {{"taak", taak.taak.id.text()}, {"uitkomst", "positief"}, {"antwoord", "De stam is rot."}}).status == 303);

    const Form question{{"vraag", "Waar wilt u de nieuwe boom planten?"}, {"antwoord_voor", "2026-12-07"}, {"termijn", "staat_stil"}, {"beloofd_datum", ""}, {"bericht", "stuur"},
                        {"bericht_onderwerp", "Wij hebben iets van u nodig"}, {"bericht_tekst", "Beste mevrouw,\n\n{vraag} Laat het weten uiterlijk {datum_antwoord}."}};
    CHECK(w.act(ruben, id, "vraag", question).status == 303);
    CHECK(w.beeld(id).zaak.opgeschort);
    CHECK(w.berichten_over(id).front().tekst == "Beste mevrouw,\n\nWaar wilt u de nieuwe boom planten? Laat het weten uiterlijk zondag 6 december.");
    CHECK(holds(ruben.get(url), "De aanvrager is aan zet"));
    const auto asked = w.beeld(id).taken.back();
    CHECK(w.act(ruben, id, "antwoord", {{"taak", asked.taak.id.text()}, {"uitkomst", "beantwoord"}, {"antwoord", "Achter in de tuin."}, {"ontvangen_datum", "2026-11-23"}}).status == 303);
    CHECK_FALSE(w.beeld(id).zaak.opgeschort);
    CHECK(holds(ruben.get(url), "Het antwoord op je vraag is binnen"));

    Form too_early = decision();
    for (auto& [name, value] : too_early)
        if (name == "ontbreekt_omdat") value = " ";
    const auto lacking = w.act(ruben, id, "besluit", too_early);
    CHECK(lacking.status == 422);
    CHECK(holds(lacking, "href=\"#ontbreekt_omdat\""));
    CHECK(holds(lacking, "Dit document ontbreekt: Tekening van de plek."));
    CHECK(w.act(ruben, id, "besluit", decision()).status == 303);
    CHECK(holds(ruben.get(url + "?blad=besluiten"), "Bezwaar maken kan tot en met maandag 4 januari 2027."));
    const auto missing = w.act(ruben, id, "sluiten", {{"resultaat", "verleend"}, {"bericht", "niet"}, {"bericht_niet_omdat", "Het besluit zegt het al."}});
    CHECK(missing.status == 422);
    CHECK(holds(missing, "href=\"#ontbreekt_omdat\""));
    CHECK(w.act(ruben, id, "sluiten", {{"resultaat", "verleend"}, {"ontbreekt_omdat", "De tekening is niet nodig."}, {"bericht", "niet"}, {"bericht_niet_omdat", "Het besluit zegt het al."}}).status == 303);
    CHECK(holds(ruben.get(url), "Het resultaat is: Verleend"));
    CHECK(holds(ruben.get(url), "23 november 2031"));  // archived five years later
    CHECK(w.act(ruben, id, "heropenen", with_words({{"reden", "De buurman maakte bezwaar."}})).status == 303);
    CHECK(w.beeld(id).zaak.is_open());
    CHECK(w.zaak_faults().empty());
}

TEST_CASE("words to the resident start from the template, and do not go out with a place left open") {
    Vers vers;
    Wereld& w = vers.w;
    const auto id = w.made().zaak.id;
    w.accept(id);
    Browser ruben = w.as(1);
    const auto page = ruben.get("/zaken/" + id.text() + "?paneel=opschorten");
    CHECK(holds(page, "Beste Fatima Idrissi"));
    CHECK(holds(page, "{reden}"));
    CHECK(holds(page, "sjabloon=opgeschort\" aria-current=\"true\""));
    CHECK(holds(ruben.get("/zaken/" + id.text() + "?paneel=opschorten&sjabloon=antwoord"), "sjabloon=antwoord\" aria-current=\"true\""));
    CHECK(holds(ruben.get("/zaken/" + id.text() + "?paneel=opschorten&sjabloon=onbekend"), "sjabloon=opgeschort\" aria-current=\"true\""));
    Form form{{"grond", "aanvulling"}, {"reden", "De tekening ontbreekt."}, {"tot_uiterlijk", "2026-12-07"}, {"bericht", "stuur"}, {"bericht_onderwerp", "Wij kunnen nog niet verder"}, {"bericht_tekst", "Wat er is: {besluit}"}};
    const auto open = w.act(ruben, id, "opschorten", form);
    CHECK(open.status == 422);
    CHECK(holds(open, "{besluit}"));
    form.back().second = "{reden}\n\nTot {opgeschort_tot}.";
    CHECK(w.act(ruben, id, "opschorten", form).status == 303);
    CHECK(w.berichten_over(id).front().tekst == "De tekening ontbreekt.\n\nTot maandag 7 december.");
}

TEST_CASE("a notice of default says from which day on it can come, and what the resident reads names the day it came") {
    Vers vers;
    Wereld& w = vers.w;
    const auto id = w.made().zaak.id;
    w.accept(id);
    Browser ruben = w.as(1);
    CHECK(holds(ruben.get("/zaken/" + id.text() + "?paneel=ingebreke"), "Wij hebben op {datum_ontvangst} uw ingebrekestelling gekregen."));
    Form form{{"ontvangen_datum", "2026-11-23"}, {"bericht", "stuur"}, {"bericht_onderwerp", "Uw brief"}, {"bericht_tekst", "Binnen op {datum_ontvangst}. Wij besluiten uiterlijk {datum_dwangsom}."}};
    const auto early = w.act(ruben, id, "ingebreke", form);
    CHECK(early.status == 422);
    CHECK(holds(early, "Een ingebrekestelling kan vanaf 19 januari 2027."));
    w.set("2027-01-25 10:00");
    w.site.desk.clock.set(w.clock.now());
    Browser later = w.as(1);
    form.front().second = "2027-01-20";
    CHECK(w.act(later, id, "ingebreke", form).status == 303);
    CHECK(w.berichten_over(id).front().tekst == "Binnen op woensdag 20 januari. Wij besluiten uiterlijk donderdag 4 februari.");
    CHECK(holds(later.get("/zaken/" + id.text()), "Besluit vóór donderdag 4 februari."));
}

TEST_CASE("a sub-case proposes who asked the main case") {
    Vers vers;
    Wereld& w = vers.w;
    const auto id = w.made().zaak.id;
    Browser ruben = w.as(1);
    const auto page = ruben.get("/zaken/nieuw?hoofdzaak=" + id.text() + "&zaaktype=" + w.kap.text());
    CHECK(holds(page, "Dit wordt een deelzaak van"));
    CHECK(holds(page, "name=\"partij\" value=\"" + w.fatima.text() + "\""));
}

TEST_CASE("who did not see what a colleague saved sees both versions, and can save again") {
    Vers vers;
    Wereld& w = vers.w;
    const auto id = w.made().zaak.id;
    w.accept(id);
    Browser ruben = w.as(1);
    ruben.get("/zaken/" + id.text());
    Form mine = w.seen(id, {{"omschrijving", "Kappen van een eik"}, {"toelichting", ""}, {"vertrouwelijkheid", "zaakvertrouwelijk"}});
    CHECK(w.zaken.change(w.marleen(), {w.bij(id), "Kappen van twee beuken", "", Vertrouwelijkheid::zaakvertrouwelijk}).has_value());
    const auto both = ruben.post("/zaken/" + id.text() + "/wijzig", mine);
    CHECK(both.status == 409);
    CHECK(holds(both, "Kappen van een eik"));
    CHECK(holds(both, "Kappen van twee beuken"));
    CHECK(w.act(ruben, id, "wijzig", {{"omschrijving", "Kappen van een eik"}, {"toelichting", ""}, {"vertrouwelijkheid", "zaakvertrouwelijk"}}).status == 303);
    CHECK(w.stored(id).omschrijving == "Kappen van een eik");
}

TEST_CASE("of a case in a confidential domain the contact centre sees that it runs and whom to ask, and nothing else") {
    Vers vers;
    Wereld& w = vers.w;
    auto type = Zaken::jeugdhulp();
    const auto jeugd = w.published(type, w.v.heidedal, w.v.jeugd);
    auto nieuw = w.nieuw(jeugd);
    nieuw.gemeente = w.v.heidedal;
    nieuw.omschrijving = "Geheime hulpvraag";
    nieuw.toelichting = "Zeer persoonlijk";
    nieuw.rollen = {};
    const auto made = w.zaken.create(w.noor(), nieuw);
    REQUIRE(made.has_value());
    w.account(4, w.v.priya, {Recht::kcc_medewerker, w.v.heidedal, w.v.kcc});
    Browser priya = w.as(4);
    for (const std::string rest : {"", "?blad=verloop", "?paneel=notitie"}) {
        const auto page = priya.get("/zaken/" + made->zaak.id.text() + rest);
        CHECK(page.status == 200);
        CHECK(holds(page, "Er loopt een zaak"));
        CHECK(holds(page, "Noor"));
        CHECK_FALSE(holds(page, "Geheime hulpvraag"));
        CHECK_FALSE(holds(page, "persoonlijk"));
        CHECK_FALSE(holds(page, "jeugdhulp"));
    }
    const auto list = priya.get("/zaken?lijst=alles&gemeente=" + w.v.heidedal.text());
    CHECK_FALSE(holds(list, "Geheime hulpvraag"));
    CHECK(priya.get("/zaken/" + made->zaak.id.text() + "/deel").status == 403);
    Browser elsewhere = w.as(1);  // of another gemeente: it does not exist
    CHECK(elsewhere.get("/zaken/" + made->zaak.id.text()).status == 404);
}

TEST_CASE("the list shows mine, my team's and all, and gives the same as a file") {
    Vers vers;
    Wereld& w = vers.w;
    const auto one = w.made();
    w.accept(one.zaak.id);
    auto other = w.nieuw(w.kap);
    other.omschrijving = "=Kappen van een eik";
    w.made(other);
    Browser ruben = w.as(1);
    const auto mine = ruben.get("/zaken");
    CHECK(holds(mine, "Kappen van een beuk"));
    CHECK_FALSE(holds(mine, "Kappen van een eik"));
    CHECK(holds(ruben.get("/zaken?lijst=team&team=" + w.v.vergunningen.text()), "Kappen van een eik"));
    CHECK(holds(ruben.get("/zaken?lijst=alles&zaaktype=" + w.kap.text() + "&status=ontvangen"), "Kappen van een eik"));
    CHECK(holds(ruben.get("/zaken?lijst=alles&zaaktype=" + w.kap.text() + "&status=in-behandeling"), "Geen zaken."));
    CHECK(holds(ruben.get("/zaken?lijst=wet"), "Goed: geen wettelijke termijn"));
    auto file = ruben.get("/zaken/export.csv?lijst=alles");
    std::string all, chunk;
    for (bool more = true; more; all += chunk) more = file.stream(chunk = "");
    CHECK(all.find(";'=Kappen van een eik;") != std::string::npos);
    CHECK(all.find(one.zaak.nummer) != std::string::npos);
}

TEST_CASE("a document shows its versions and gives its bytes with the case it belongs to, and with no other") {
    Vers vers;
    Wereld& w = vers.w;
    const auto id = w.made().zaak.id;
    const auto other = w.made().zaak.id;
    const std::string picture = document::testing::png();
    document::MemoryBytes bytes(picture);
    document::NieuwDocument nieuw;
    nieuw.gemeente = w.v.oeverland;
    nieuw.kenmerken.titel = "Foto van de beuk";
    nieuw.kenmerken.creatiedatum = make_day(2026, 11, 23);
    const auto document = w.zaken.add_document(w.ruben(), id, nieuw, w.documenten.receive("beuk.png", bytes).value()).value();
    Browser ruben = w.as(1);
    CHECK(holds(ruben.get("/zaken/" + id.text() + "?blad=documenten"), "Foto van de beuk"));
    const auto page = ruben.get("/zaken/" + id.text() + "/documenten/" + document.id.text());
    CHECK(page.status == 200);
    CHECK_FALSE(holds(page, "«"));
    const auto versie = w.store.read([&](store::Tx& tx) { return w.documenten.get(tx, w.ruben(), document.id); }).value().versie.id.text();
    auto file = ruben.get("/zaken/" + id.text() + "/bestanden/" + versie);
    CHECK(file.status == 200);
    CHECK(file.headers.get("Content-Type") == "image/png");
    CHECK(ruben.get("/zaken/" + other.text() + "/documenten/" + document.id.text()).status == 404);
    CHECK(ruben.get("/zaken/" + other.text() + "/bestanden/" + versie).status == 404);
    const std::string acts = "/zaken/" + id.text() + "/documenten/" + document.id.text();
    ruben.get(acts);
    CHECK(ruben.post(acts + "/intrekken", {{"revisie", std::to_string(document.revisie)}, {"reden_intrekken", ""}}).status == 422);
    CHECK(ruben.post(acts + "/intrekken", {{"revisie", std::to_string(document.revisie)}, {"reden_intrekken", "Verkeerde boom"}}).status == 303);
    CHECK(holds(ruben.get(acts), "Dit document is ingetrokken."));
}

TEST_CASE("a case type that ends while its form is open takes no answer along: they go to the next") {
    Vers vers;
    Wereld& w = vers.w;
    auto other = Zaken::kapvergunning();
    other.code = "snoeien";
    other.naam = {"Snoeien", "Pruning"};
    other.eigenschappen = {{"aantal-bomen", {"Hoeveel bomen?", "How many trees?"}, zaaktype::Eigenschapsoort::getal, true, {}}};
    const auto next = w.published(other, w.v.oeverland, w.v.vergunningen);
    Browser ruben = w.as(1);
    const auto page = ruben.get("/zaken/nieuw?gemeente=" + w.v.oeverland.text() + "&zaaktype=" + w.kap.text());
    REQUIRE(page.status == 200);
    const auto at = page.body.find("name=\"typeversie\" value=\"");
    REQUIRE(at != std::string::npos);
    const std::string version = page.body.substr(at + 25, 36);
    const auto chef = organisatie::testing::caller(w.v.marleen, {{access::Rol::beheerder, w.v.oeverland, {}}});
    CHECK_THAT(w.typen.end(chef, w.kap, day_of(w.clock.now()), w.typen.zaaktype(chef, w.kap).value().inrichting.versie).has_value());
    Form typed{{"gemeente", w.v.oeverland.text()}, {"zaaktype", w.kap.text()}, {"typeversie", version}, {"kanaal", "balie"}, {"partij", w.fatima.text()}, {"startdatum", "2026-11-20"},
               {"omschrijving", "Twee beuken"}, {"toelichting", "Aan de Lindelaan."}, {"eigenschappen.aantal-bomen", "2"}, {"eigenschappen.reden", "Ziek"}};
    const auto refused = ruben.post("/zaken/nieuw", typed);
    CHECK(refused.status == 409);
    for (const char* words : {"Dit zaaktype geldt niet meer.", "Twee beuken", "Aan de Lindelaan.", "Hoeveel bomen wilt u kappen?", "Waarom?", "value=\"2026-11-20\""})
        CHECK_MESSAGE(holds(refused, words), std::string(words));
    typed[1].second = next.text();
    typed.emplace_back("actie", "ander_type");
    const auto carried = ruben.post("/zaken/nieuw", typed);
    CHECK(carried.status == 200);
    for (const char* words : {"Twee beuken", "Aan de Lindelaan.\nWaarom? Ziek", "name=\"eigenschappen.aantal-bomen\"", "value=\"2\"", "Fatima"}) CHECK_MESSAGE(holds(carried, words), std::string(words));
    CHECK_FALSE(holds(carried, "name=\"eigenschappen.reden\""));
}

TEST_CASE("who closes a case after a colleague did sees that, and what he had typed") {
    Vers vers;
    Wereld& w = vers.w;
    const auto id = w.made().zaak.id;
    w.accept(id);
    Browser ruben = w.as(1), marleen = w.as(2);
    const auto closing = [&](const char* result, const char* words) {
        return w.seen(id, {{"resultaat", result}, {"toelichting", words}, {"ontbreekt_omdat", "Niet nodig."}, {"bericht", "niet"}, {"bericht_niet_omdat", "Al gebeld."}});
    };
    const Form first = closing("verleend", "De beuk is ziek."), second = closing("geweigerd", "De beuk is gezond.");
    ruben.get("/zaken/" + id.text());
    marleen.get("/zaken/" + id.text());
    CHECK(ruben.post("/zaken/" + id.text() + "/sluiten", first).status == 303);
    const auto lost = marleen.post("/zaken/" + id.text() + "/sluiten", second);
    CHECK(lost.status == 409);
    for (const char* words : {"role=\"alert\"", "Een collega was je voor.", "De beuk is gezond.", "Het resultaat is: Verleend"}) CHECK_MESSAGE(holds(lost, words), std::string(words));
    CHECK(w.beeld(id).zaak.resultaat == "verleend");
    CHECK(w.zaak_faults().empty());
}

TEST_CASE("columns and order of the list come back where the address says nothing, and the file has the same") {
    Vers vers;
    Wereld& w = vers.w;
    std::string kept;
    access::testing::Site site(w.store);
    site.desk.clock.set(w.clock.now());
    ZaakSchermen screens{w.store, w.zaken, w.werk, w.partijen, w.contacten, w.taken, w.berichten, w.voorstellen, w.documenten, access::testing::test_texts(), nullptr};
    screens.boven_lijst = [](const access::Desk&, const std::string& vraag) { return html::p("Bewaarde lijsten: " + vraag); };
    screens.vorm = {[&](const access::Desk&) { return kept; }, [&](const access::Caller&, const std::string& vorm) { kept = vorm; }};
    add_routes(site.site, screens);
    w.made();
    Browser ruben(site.router);
    ruben.sign_in(1);
    CHECK(holds(ruben.get("/zaken?lijst=alles"), "data-l=\"Aanvrager\""));
    CHECK(kept.empty());
    const auto chosen = ruben.get("/zaken?lijst=alles&op=wet&kolom=wet&kolom=ontvangen");
    CHECK(kept == "op=wet&kolom=wet&kolom=ontvangen");
    CHECK(holds(chosen, "Bewaarde lijsten: lijst=alles&amp;gemeente=" + w.v.oeverland.text() + "&amp;op=wet&amp;kolom=wet&amp;kolom=ontvangen"));
    const auto later = ruben.get("/zaken?lijst=alles");
    CHECK_FALSE(holds(later, "data-l=\"Aanvrager\""));
    CHECK(holds(later, "kolom=wet&amp;kolom=ontvangen"));
    auto file = ruben.get("/zaken/export.csv?lijst=alles");
    std::string all, chunk;
    for (bool more = true; more; all += chunk) more = file.stream(chunk = "");
    CHECK(all.find("Zaaktype;Volgens de wet;Ontvangen") != std::string::npos);
    CHECK(all.find("Fatima") == std::string::npos);
}

TEST_CASE("roles that can be given are those of the case type, and those that every case has") {
    Vers vers;
    Wereld& w = vers.w;
    auto type = Zaken::kapvergunning();
    type.code = "met-coordinator";
    type.rollen = {Rolsoort::initiator, Rolsoort::behandelaar, Rolsoort::zaakcoordinator};
    const auto id = w.made(w.nieuw(w.published(type, w.v.oeverland, w.v.vergunningen))).zaak.id;
    w.accept(id);
    Browser ruben = w.as(1);
    const auto page = ruben.get("/zaken/" + id.text() + "?paneel=rol");
    for (const char* soort : {"belanghebbende", "gemachtigde", "klantcontacter", "zaakcoordinator"}) CHECK_MESSAGE(holds(page, "<option value=\"" + std::string(soort) + "\""), std::string(soort));
    for (const char* soort : {"behandelaar", "adviseur", "beslisser", "mede_initiator"}) CHECK_MESSAGE(!holds(page, "<option value=\"" + std::string(soort) + "\""), std::string(soort));
    CHECK(w.act(ruben, id, "rol", {{"soort", "zaakcoordinator"}, {"medewerker", w.v.ilse.text()}}).status == 303);
    CHECK(w.beeld(id).rollen.back().soort == Rolsoort::zaakcoordinator);
}

TEST_CASE("a document tells who wrote it where that is not who put it there") {
    Vers vers;
    Wereld& w = vers.w;
    const auto id = w.made().zaak.id;
    const std::string picture = document::testing::png();
    document::MemoryBytes bytes(picture);
    document::NieuwDocument nieuw;
    nieuw.kenmerken.titel = "Rapport over de beuk";
    nieuw.kenmerken.auteur = "Boomadvies De Eik";
    nieuw.kenmerken.creatiedatum = make_day(2026, 11, 23);
    const auto document = w.zaken.add_document(w.ruben(), id, nieuw, w.documenten.receive("rapport.png", bytes).value()).value();
    w.accept(id);
    Browser ruben = w.as(1);
    CHECK(holds(ruben.get("/zaken/" + id.text() + "?blad=documenten"), "van Boomadvies De Eik"));
    const std::string page = "/zaken/" + id.text() + "/documenten/" + document.id.text();
    CHECK(holds(ruben.get(page), "value=\"Boomadvies De Eik\""));
    CHECK(ruben.post(page + "/wijzig", {{"revisie", "1"}, {"titel", "Rapport"}, {"auteur", "Boomadvies De Es"}, {"richting", "intern"}, {"status", "definitief"}}).status == 303);
    CHECK(holds(ruben.get(page), "value=\"Boomadvies De Es\""));
}

TEST_CASE("what must be done next follows from the case and from who looks") {
    Vers vers;
    Wereld& w = vers.w;
    const auto id = w.made().zaak.id;
    const auto seen_by = [&](const access::Caller& caller) { return nu_te_doen(w.zaken.get(caller, id).value(), caller.medewerker, w.clock.now()).wat; };
    CHECK(seen_by(w.tom()) == Nu_te_doen::meekijken);
    CHECK(seen_by(w.ruben()) == Nu_te_doen::aanvaarden);
    w.accept(id);
    CHECK(seen_by(w.ruben()) == Nu_te_doen::volgende_status);
    CHECK(w.zaken.set_status(w.ruben(), {w.bij(id), "in-behandeling", ""}).has_value());
    CHECK(seen_by(w.ruben()) == Nu_te_doen::eigen_taak);
    CHECK(w.zaken.finish_taak(w.ruben(), {w.beeld(id).taken.front().taak.id, Taakuitkomst::positief, "Ja"}).has_value());
    CHECK(seen_by(w.ruben()) == Nu_te_doen::besluit_vastleggen);
    w.set("2026-12-22 10:00");
    CHECK(seen_by(w.ruben()) == Nu_te_doen::belofte_voorbij);
}

}  // namespace dichtbij::zaak::schermen_test
