#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "support/mijnscherm.h"

namespace dichtbij::mijn::volgen_mijn_test {
namespace {

using access::testing::holds;
using klantcontact::Afloop;
using testing::Mijnscherm;

template <class F>
void in_each(F test) {
    testing::in_each<Mijnscherm>(std::move(test));
}

access::Caller working(access::Caller who, std::string scherm) {
    who.doel = "dienstverlening";
    who.scherm = std::move(scherm);
    return who;
}

// Words among colleagues: none of them may reach her.
constexpr const char* internal_words[] = {"Qnotitievraag", "Qnotitiezaak", "Qtoelichting", "Qtaak", "Qverlenging", "Qconcept", "Qstuk", "Qschorsing", "Qantwoordintern"};

// A case with all that colleagues write in one, and a question with a note.
zaak::Gemaakt full_case(Mijnscherm& w) {
    auto nieuw = w.nieuw(w.kap);
    nieuw.toelichting = "Qtoelichting van een collega";
    nieuw.eigenschappen = {{"aantal-bomen", "2"}, {"reden", "Ziek"}};
    const auto made = w.made(nieuw);
    const auto id = made.zaak.id;
    REQUIRE(w.werk.accept(w.ruben(), made.werk.id, made.werk.versie).has_value());
    REQUIRE(w.zaken.note(w.ruben(), id, {"Qnotitiezaak: de buurman is lastig", {}}).has_value());
    zaak::NieuweZaaktaak taak;
    taak.bij = w.bij(id);
    taak.naam = "Qtaak";
    taak.toelichting = "Qtaak voor een collega";
    const auto task = w.zaken.add_taak(w.ruben(), taak);
    REQUIRE(task.has_value());
    REQUIRE(w.zaken.finish_taak(w.ruben(), {task->taak.id, zaak::Taakuitkomst::gedaan, "Qantwoordintern"}).has_value());
    REQUIRE(w.zaken.extend(w.ruben(), {w.bij(id), zaak::Verlengingsgrond::besluit, 6, "Qverlenging: onderbezet", {}, Mijnscherm::words("meer tijd")}).has_value());
    const std::string content = document::testing::pdf();
    document::MemoryBytes bytes(content);
    document::NieuwDocument stuk;
    stuk.kenmerken.titel = "Qstuk";
    stuk.kenmerken.documenttype = "situatietekening";
    stuk.kenmerken.creatiedatum = day_of(w.clock.now());
    REQUIRE(w.zaken.add_document(w.ruben(), id, stuk, w.documenten.receive("Qstuk.pdf", bytes).value()).has_value());
    zaak::NieuwBesluit draft;
    draft.bij = w.bij(id);
    draft.omschrijving = "Qconcept";
    draft.toelichting = "Qconcept met uitleg";
    REQUIRE(w.zaken.add_besluit(w.ruben(), draft).has_value());
    zaak::Opschorten wait;
    wait.bij = w.bij(id);
    wait.grond = norm::Opschortingsgrond::overmacht;
    wait.reden = "Qschorsing: de kenner is ziek";
    wait.wachten_op = "Qschorsing";
    wait.bericht = Mijnscherm::words("uw aanvraag");
    const auto waits = w.zaken.suspend(w.ruben(), wait);
    REQUIRE(waits.has_value());
    return made;
}

void add_letter(Mijnscherm& w, const zaak::Gemaakt& made) {
    const std::string content = document::testing::png();
    document::MemoryBytes bytes(content);
    document::NieuwDocument letter;
    letter.kenmerken.titel = "Tekening van de tuin";
    letter.kenmerken.creatiedatum = day_of(w.clock.now());
    letter.kenmerken.inwoner_mag_zien = true;
    REQUIRE(w.zaken.add_document(w.ruben(), made.zaak.id, letter, w.documenten.receive("tuin.png", bytes).value()).has_value());
}

}  // namespace

TEST_CASE("whatever colleagues write among themselves, no word of it is on any page or in any file of hers") {
    in_each([](Mijnscherm& w) {
        auto note = w.contact(Afloop::doorgezet);
        note.inhoud.inhoud = "Qnotitievraag: mevrouw klinkt boos";
        const auto asked = w.registered(note);
        const auto made = full_case(w);
        w.send();
        const auto told = w.store.read([&](store::Tx& tx) { return w.berichten.of_partij(tx, {w.fatima}, {}, 10); });
        REQUIRE_FALSE(told.empty());
        std::vector<std::string> hers{"/mijn", "/mijn/alles", "/mijn/berichten", "/mijn/zaken/" + made.zaak.id.text(), "/mijn/zaken/" + made.zaak.id.text() + "/intrekken",
                                      "/mijn/vragen/" + asked.klantcontact.nummer, "/mijn/gegevens", "/mijn/gegevens/inzage", "/mijn/gegevens/download", "/mijn/gegevens/download.json"};
        for (const auto& one : told) hers.push_back("/mijn/berichten/" + one.id.text());
        const auto is_clean = [](const http::Response& page, const std::string& url) {
            CHECK_MESSAGE(page.status == 200, url);
            for (const char* words : internal_words) CHECK_MESSAGE(!holds(page, words), url << " tells " << words);
        };
        for (const char* taal : {"nl", "en"}) {
            auto fatima = w.as(w.fatima, taal);
            for (const auto& url : hers) is_clean(fatima.get(url), url);
        }
        auto follower = w.following("zaak", made.zaak.id.bytes);
        for (const char* url : {"/mijn/volgt", "/mijn/volgt?taal=en"}) is_clean(follower.get(url), url);
        auto other = w.following("klantcontact", asked.klantcontact.id.bytes);
        is_clean(other.get("/mijn/volgt"), "/mijn/volgt of a question");
        is_clean(other.get("/mijn/vragen/" + asked.klantcontact.nummer), "a question that is followed");
    });
}

TEST_CASE("the download holds her answers, what it costs and the way to her documents, on the page and in the file") {
    in_each([](Mijnscherm& w) {
        const auto made = full_case(w);
        add_letter(w, made);
        auto fatima = w.as(w.fatima);
        const auto page = fatima.get("/mijn/gegevens/download");
        for (const char* words : {"Hoeveel bomen wilt u kappen?", "Dit kost € 120,50.", "/documenten/", "Tekening van de tuin"}) CHECK_MESSAGE(holds(page, words), std::string(words));
        const auto file = boost::json::parse(fatima.get("/mijn/gegevens/download.json").body);
        const auto& zaak = file.at("zaken").at(0);
        REQUIRE(zaak.at("eigenschappen").as_array().size() == 2);
        CHECK(zaak.at("eigenschappen").at(0).at("naam") == "aantal-bomen");
        CHECK(zaak.at("eigenschappen").at(0).at("waarde") == "2");
        CHECK(zaak.at("kosten").at("bedrag_cent") == 12050);
        CHECK(zaak.at("verlengingen").at(0).at("aantal") == 6);
        const std::string url(zaak.at("documenten").at(0).at("adres").as_string());
        CHECK(url.starts_with("/mijn/zaken/" + made.zaak.id.text() + "/documenten/"));
        CHECK(fatima.get(url).status == 200);
        const auto buur = w.person("Bert", "Buur", w.v.oeverland);
        REQUIRE(w.zaken.add_rol(w.ruben(), w.bij(made.zaak.id), {zaak::Rolsoort::belanghebbende, buur, {}, {}, {}, {}, {}}).has_value());
        const auto his = w.as(buur).get("/mijn/gegevens/download.json");
        for (const char* words : {"aantal-bomen", "kosten", "/documenten/"}) CHECK_MESSAGE(!holds(his, words), std::string(words));
    });
}

TEST_CASE("who followed her number without signing in has a line of its own, apart from herself") {
    in_each([](Mijnscherm& w) {
        const auto made = w.made();
        w.following("zaak", made.zaak.id.bytes).get("/mijn/volgt");
        portaal::NieuweSessie coded{.gemeente = w.v.oeverland, .wijze = portaal::Aanmeldwijze::code, .volgt = portaal::Volgobject{"zaak", made.zaak.id.bytes}};
        coded.user_agent = access::testing::desk.user_agent;
        Mijnscherm::Bewoner(w.router, w.sessies.begin(coded)).get("/mijn/zaken/" + made.zaak.id.text());
        auto fatima = w.as(w.fatima);
        fatima.get("/mijn/zaken/" + made.zaak.id.text());
        const auto seen = w.inzagen.of(w.inwoner(w.fatima), {});
        const auto count = [&](Gevolgd how) { return std::count_if(seen.regels.begin(), seen.regels.end(), [&](const Keek& one) { return one.gevolgd == how && !one.zelf; }); };
        CHECK(count(Gevolgd::met_nummer) == 1);
        CHECK(count(Gevolgd::met_code) == 1);
        const auto page = fatima.get("/mijn/gegevens/inzage");
        for (const char* words : {"Iemand met uw nummer en postcode", "Iemand met de code die naar uw e-mailadres ging", "Om te zien hoe ver het is, zonder in te loggen", "Uzelf, of iemand namens u"})
            CHECK_MESSAGE(holds(page, words), std::string(words));
        CHECK(holds(w.as(w.fatima, "en").get("/mijn/gegevens/inzage"), "Someone with your number and postcode"));
        CHECK(holds(fatima.get("/mijn/gegevens/download.json"), "\"gevolgd\":\"met_nummer\""));
    });
}

TEST_CASE("why someone looked is told by what he did: which case of hers, a call, joining doubles; of another's case no number") {
    in_each([](Mijnscherm& w) {
        const auto made = w.made();
        const auto other = w.person("Jan", "Vis", w.v.oeverland);
        auto nieuw = w.nieuw(w.kap);
        nieuw.rollen = {{zaak::Rolsoort::initiator, other, {}, {}, {}, {}, {}}, {zaak::Rolsoort::adviseur, w.fatima, {}, {}, {}, {}, {}}};
        const auto theirs = w.made(nieuw);
        for (const auto& id : {made.zaak.id, theirs.zaak.id}) REQUIRE(w.zaken.get(working(w.ruben(), "zaken"), id).has_value());
        for (const char* scherm : {"contact", "personen/samenvoegen", "personen"})
            w.store.read([&](store::Tx& tx) { return w.partijen.read(tx, working(w.tom(), scherm), w.fatima); });
        w.log.flush();
        const auto page = w.as(w.fatima).get("/mijn/gegevens/inzage");
        for (const std::string& words : {"Om uw zaak " + made.zaak.nummer + " te behandelen", std::string("Om een zaak te behandelen"), std::string("U had contact met ons"),
                                         std::string("Om te zien of u dubbel in ons systeem staat"), std::string("Om u te helpen")})
            CHECK_MESSAGE(holds(page, words), words);
        CHECK_FALSE(holds(page, theirs.zaak.nummer));
    });
}

}  // namespace dichtbij::mijn::volgen_mijn_test
