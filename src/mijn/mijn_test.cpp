#include <doctest/doctest.h>

#include "support/mijnscherm.h"

namespace dichtbij::mijn::mijn_test {
namespace {

using access::testing::holds;
using access::testing::location;
using klantcontact::Afloop;

struct Mijnwereld : testing::Mijnscherm {
    using Mijnscherm::Mijnscherm;

    // Fatima's question over the phone, with an answer at once.
    klantcontact::Geregistreerd answered() {
        auto nieuw = contact(Afloop::beantwoord);
        nieuw.inhoud.inhoud = "Mevrouw klinkt boos over de vorige keer";
        nieuw.inhoud.onderwerp = "Beuk in de tuin";
        nieuw.inhoud.reactie = "U mag de beuk kappen zonder vergunning.";
        return registered(nieuw);
    }
    klantcontact::Geregistreerd passed_on() {
        auto nieuw = contact(Afloop::doorgezet);
        nieuw.inhoud.inhoud = "Mevrouw klinkt boos over de vorige keer";
        return registered(nieuw);
    }
    void looked(const access::Caller& caller, std::string_view doel) {
        auto who = caller;
        who.doel = doel;
        store.read([&](store::Tx& tx) { return partijen.read(tx, who, fatima); });
        log.flush();
    }
};

template <class F>
void in_each(F test) {
    testing::in_each<Mijnwereld>(std::move(test));
}

const std::vector<std::pair<std::string, std::string>> good_form = {
    {"telefoon", "06 1234 5678"}, {"email", "fatima@example.org"}, {"kanaal", "email"}, {"taal", "eng"}, {"tijd", "na 15.00 uur"}};

std::vector<std::pair<std::string, std::string>> form_with(std::string versie, std::string name, std::string value) {
    auto form = good_form;
    for (auto& [key, typed] : form)
        if (key == name) typed = value;
    form.emplace_back("versie", std::move(versie));
    return form;
}

std::string versie_on(const http::Response& page) {
    static constexpr std::string_view before = "name=\"versie\" value=\"";
    const auto at = page.body.find(before);
    CHECK_THAT(at != std::string::npos);
    return page.body.substr(at + before.size(), page.body.find('"', at + before.size()) - at - before.size());
}

}  // namespace

TEST_CASE("a resident sees his questions with answer and promise, and no note of an employee") {
    in_each([](Mijnwereld& w) {
        const auto done = w.answered();
        const auto running = w.passed_on();
        auto fatima = w.as(w.fatima);
        const auto home = fatima.get("/mijn");
        CHECK(home.status == 200);
        CHECK(holds(home, "Beuk in de tuin"));
        const auto one = fatima.get("/mijn/vragen/" + done.klantcontact.nummer);
        REQUIRE(one.status == 200);
        CHECK(holds(one, "U mag de beuk kappen zonder vergunning."));
        const auto other = fatima.get("/mijn/vragen/" + running.klantcontact.nummer);
        REQUIRE(other.status == 200);
        CHECK(holds(other, "bellen wij u terug"));
        for (const auto* page : {&home, &one, &other}) CHECK_FALSE(holds(*page, "boos"));
    });
}

TEST_CASE("another's question, one that is not there and one that is no number look alike") {
    in_each([](Mijnwereld& w) {
        const auto done = w.answered();
        auto jan = w.as(w.person("Jan", "Vis", w.v.oeverland));
        const auto other = jan.get("/mijn/vragen/" + done.klantcontact.nummer);
        CHECK(other.status == 404);
        CHECK_FALSE(holds(other, "Beuk"));
        CHECK(jan.get("/mijn/vragen/K-2026-999999").status == 404);
        CHECK(jan.get("/mijn/vragen/onzin").status == 404);
        CHECK(jan.get("/mijn").status == 200);
    });
}

TEST_CASE("a question without signing in shows only while it is followed, and never of a confidential kind") {
    in_each([](Mijnwereld& w) {
        const auto running = w.passed_on();
        CHECK(w.following("klantcontact", running.klantcontact.id.bytes).get("/mijn/vragen/" + running.klantcontact.nummer).status == 200);
        auto secret = w.contact(Afloop::doorgezet);
        secret.inhoud.vertrouwelijk = true;
        const auto hidden = w.registered(secret);
        CHECK(w.following("klantcontact", hidden.klantcontact.id.bytes).get("/mijn/vragen/" + hidden.klantcontact.nummer).status != 200);
    });
}

TEST_CASE("contact data are kept, and told in a message in the language that was chosen") {
    in_each([](Mijnwereld& w) {
        auto fatima = w.as(w.fatima);
        const std::string versie = versie_on(fatima.get("/mijn/gegevens/wijzigen"));
        CHECK(location(fatima.post("/mijn/gegevens/wijzigen", form_with(versie, "", ""))) == "/mijn/gegevens?gedaan=1");
        const auto page = fatima.get("/mijn/gegevens?gedaan=1");
        CHECK(holds(page, "06 1234 5678"));
        CHECK(holds(page, "Engels"));
        w.send();
        CHECK(holds(fatima.get("/mijn/berichten"), "/mijn/berichten/"));
        const auto me = w.inwoner(w.fatima);
        const auto seen = w.store.read([&](store::Tx& tx) { return w.gegevens.get(tx, me); }).value();
        CHECK(seen.contact == Contactgegevens{"06 1234 5678", "fatima@example.org", "eng", "email", "na 15.00 uur"});
        // The same again writes nothing.
        const std::string again = versie_on(fatima.get("/mijn/gegevens/wijzigen"));
        CHECK(fatima.post("/mijn/gegevens/wijzigen", form_with(again, "", "")).status == 303);
        w.send();
        const auto told = w.store.read([&](store::Tx& tx) { return w.berichten.of_partij(tx, {w.fatima}, {}, 10); });
        CHECK(told.size() == 1);
    });
}

TEST_CASE("what cannot be kept is said beside the field, and what was typed stays") {
    struct Row {
        const char* field;
        const char* typed;
        const char* at;
    };
    in_each([](Mijnwereld& w) {
        auto fatima = w.as(w.fatima);
        const std::string versie = versie_on(fatima.get("/mijn/gegevens/wijzigen"));
        for (const Row& row : {Row{"email", "geen adres", "#email"}, Row{"email", "", "#email"}, Row{"telefoon", "12", "#telefoon"}, Row{"kanaal", "postduif", "#kanaal"}}) {
            CAPTURE(row.typed);
            const auto page = fatima.post("/mijn/gegevens/wijzigen", form_with(versie, row.field, row.typed));
            CHECK(page.status == 422);
            CHECK(holds(page, "href=\"" + std::string(row.at)));
            CHECK(holds(page, "na 15.00 uur"));
        }
        const auto stale = fatima.post("/mijn/gegevens/wijzigen", form_with("77", "", ""));
        CHECK(stale.status == 422);
        CHECK(holds(stale, "fatima@example.org"));
    });
}

TEST_CASE("who acts for another person reads how to reach him and cannot change it") {
    in_each([](Mijnwereld& w) {
        auto inwoner = w.inwoner(w.fatima);
        inwoner.partij = w.person("Jan", "Vis", w.v.oeverland);
        inwoner.namens = w.fatima;
        inwoner.voor_ander = true;
        const auto seen = w.store.read([&](store::Tx& tx) { return w.gegevens.get(tx, inwoner); }).value();
        CHECK_FALSE(seen.mag_wijzigen);
        const auto refused = w.gegevens.change(access::system_caller("portaal"), inwoner, seen.versie, {"0612345678", "", "nld", "", ""}, {"x", "y"});
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().reason == Reason::forbidden);
    });
}

TEST_CASE("who looked is told by team and day; by name only when the gemeente chose so") {
    in_each([](Mijnwereld& w) {
        w.looked(w.tom(), "dienstverlening");
        w.looked(w.tom(), "dienstverlening");
        auto inwoner = w.inwoner(w.fatima);
        auto page = w.inzagen.of(inwoner, {});
        REQUIRE(page.regels.size() == 1);
        CHECK(page.regels[0].keren == 2);
        CHECK(page.regels[0].naam.empty());
        CHECK_FALSE(page.regels[0].afdeling.empty());
        CHECK_FALSE(page.regels[0].zelf);
        const auto name = w.store.read([&](store::Tx& tx) { return organisatie::naam_of(tx, w.v.tom); });
        auto fatima = w.as(w.fatima);
        CHECK_FALSE(holds(fatima.get("/mijn/gegevens/inzage"), name));
        REQUIRE(w.inzagen.set_instelling(w.beheerder(), w.v.oeverland, {true}).has_value());
        CHECK(w.inzagen.of(inwoner, {}).regels.at(0).naam == name);
        CHECK(holds(fatima.get("/mijn/gegevens/inzage"), name));
        CHECK(w.inzagen.set_instelling(w.tom(), w.v.oeverland, {false}).error().reason == Reason::forbidden);
        inwoner.wijze = portaal::Aanmeldwijze::code;
        CHECK(w.inzagen.of(inwoner, {}).regels.empty());
    });
}

TEST_CASE("another system that looked is told by its name, and is not the resident himself") {
    in_each([](Mijnwereld& w) {
        toepassing::ToepassingService toepassingen(w.store, w.clock, w.ids);
        access::Rechten rechten;
        rechten.add({access::Groep::partijen, access::Actie::lezen});
        const auto kiss = toepassingen.make(w.beheerder(), w.v.oeverland, {.naam = "KISS", .contact = "", .rechten = rechten, .domeinen = {}, .verloopt_op = {}}).value();
        w.looked(toepassing::caller_of(kiss, {{access::Groep::partijen, access::Actie::lezen}}, "api/klantinteracties/partijRetrieve", "1").value(), "dienstverlening");
        const auto page = w.inzagen.of(w.inwoner(w.fatima), {});
        REQUIRE(page.regels.size() == 1);
        CHECK_FALSE(page.regels[0].zelf);
        CHECK(page.regels[0].afdeling == "KISS");
        const auto shown = w.as(w.fatima).get("/mijn/gegevens/inzage");
        CHECK(holds(shown, "KISS"));
        CHECK(holds(shown, "Een programma van de gemeente"));
    });
}

TEST_CASE("many looks come in pages, each row once") {
    in_each([](Mijnwereld& w) {
        constexpr int days_looked = 60;
        for (int i = 0; i < days_looked; ++i) {
            w.clock.set(w.clock.now() + days(1));
            w.looked(w.tom(), "dienstverlening");
        }
        const auto inwoner = w.inwoner(w.fatima);
        std::size_t rows = 0;
        std::optional<std::int64_t> before;
        do {
            const auto page = w.inzagen.of(inwoner, before);
            rows += page.regels.size();
            before = page.voor;
        } while (before);
        CHECK(rows == days_looked);
    });
}

TEST_CASE("a message is his to read, once it was sent; of another it is not there") {
    in_each([](Mijnwereld& w) {
        const auto made = w.made();
        zaak::VraagAanAanvrager vraag;
        vraag.bij = w.bij(made.zaak.id);
        vraag.vraag = "Waar komt de nieuwe boom?";
        vraag.antwoord_voor = make_day(2026, 12, 7);
        vraag.bericht = Mijnwereld::words();
        REQUIRE(w.zaken.ask_applicant(w.ruben(), vraag).has_value());
        auto fatima = w.as(w.fatima);
        CHECK(holds(fatima.get("/mijn"), "U heeft alles gelezen."));
        w.send();
        const auto told = w.store.read([&](store::Tx& tx) { return w.berichten.of_partij(tx, {w.fatima}, {}, 10); });
        REQUIRE(told.size() == 1);
        const std::string url = "/mijn/berichten/" + told[0].id.text();
        CHECK(holds(fatima.get("/mijn"), "1 bericht dat u nog niet las"));
        CHECK(holds(fatima.get("/mijn/berichten"), url));
        CHECK(holds(fatima.get(url), "Wij schrijven u over uw aanvraag."));
        CHECK(holds(fatima.get("/mijn"), "U heeft alles gelezen."));
        auto jan = w.as(w.person("Jan", "Vis", w.v.oeverland));
        CHECK(jan.get(url).status == 404);
        CHECK(jan.get("/mijn/berichten/onzin").status == 404);
        CHECK(holds(jan.get("/mijn/berichten"), "</main>"));
    });
}

TEST_CASE("the download holds questions, cases, messages and looks, and nothing internal") {
    in_each([](Mijnwereld& w) {
        const auto done = w.answered();
        const auto made = w.made();
        REQUIRE(w.store.write([&](store::Tx& tx) { return w.zaken.note(tx, w.ruben(), made.zaak.id, {"Buurman is lastig", {}}); }).has_value());
        w.looked(w.tom(), "dienstverlening");
        auto fatima = w.as(w.fatima);
        const auto page = fatima.get("/mijn/gegevens/download");
        const auto file = fatima.get("/mijn/gegevens/download.json");
        REQUIRE(page.status == 200);
        REQUIRE(file.status == 200);
        CHECK(file.headers.get("Content-Disposition") == "attachment; filename=\"mijn-gegevens.json\"");
        for (const auto* one : {&page, &file}) {
            CHECK(holds(*one, done.klantcontact.nummer));
            CHECK(holds(*one, made.zaak.nummer));
            CHECK_FALSE(holds(*one, "boos"));
            CHECK_FALSE(holds(*one, "lastig"));
        }
    });
}

TEST_CASE("a company sees who may act for it; a person has no such page") {
    in_each([](Mijnwereld& w) {
        partij::Gegevens gegevens;
        partij::Organisatie bedrijf;
        bedrijf.naam = "Hoveniersbedrijf De Linde";
        gegevens.wie = bedrijf;
        const auto linde = w.partijen.create(access::system_caller("proef"), w.v.oeverland, gegevens).value();
        auto nieuw = w.nieuw(w.kap);
        nieuw.rollen = {{zaak::Rolsoort::initiator, linde, {}, {}, {}, {}, {}}, {zaak::Rolsoort::gemachtigde, w.fatima, {}, linde, "Volmacht", {}, {}}};
        const auto made = w.made(nieuw);
        auto inwoner = w.inwoner(linde);
        const auto seen = w.store.read([&](store::Tx& tx) { return w.bedrijven.get(tx, inwoner); }).value();
        CHECK(seen.naam == "Hoveniersbedrijf De Linde");
        REQUIRE(seen.mensen.size() == 1);
        CHECK(seen.mensen[0].naam == "Fatima Idrissi");
        REQUIRE(seen.mensen[0].zaken.size() == 1);
        CHECK(seen.mensen[0].zaken[0].zaak == made.zaak.id);
        CHECK(holds(w.as(linde).get("/mijn/bedrijf"), "Fatima Idrissi"));
        CHECK(w.as(w.fatima).get("/mijn/bedrijf").status == 404);
    });
}

}  // namespace dichtbij::mijn::mijn_test
