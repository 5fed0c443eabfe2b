#include <doctest/doctest.h>

#include "support/mijn.h"
#include "zaak/zaak_portaal.h"

namespace dichtbij::zaak::zaak_portaal_test {
namespace {

using access::testing::holds;
using access::testing::location;
using testing::MijnWereld;

struct Volgwereld : MijnWereld {
    explicit Volgwereld(store::Store& opened) : MijnWereld(opened), volgen(store, clock, {zaken, werk, contacten, taken, berichten, documenten}), onderdeel(volgen) {
        add_zaak_portaal(site, {store, volgen, documenten});
        site.add(onderdeel);
    }
    std::string url(const Gemaakt& made, std::string_view more = {}) const { return "/mijn/zaken/" + made.zaak.id.text() + std::string(more); }
    // Ruben asks where the new tree comes.
    Id<dichtbij::Zaaktaak> ask(const Gemaakt& made) {
        VraagAanAanvrager vraag;
        vraag.bij = bij(made.zaak.id);
        vraag.vraag = "Waar komt de nieuwe boom?";
        vraag.antwoord_voor = make_day(2026, 12, 7);
        vraag.bericht = words();
        return zaken.ask_applicant(ruben(), vraag).value().taak.id;
    }
    // What the log says was refused.
    int refusals() {
        log.flush();
        const auto all = log.zoek(beheerder(), {}).value().regels;
        return static_cast<int>(std::count_if(all.begin(), all.end(), [](const auto& one) { return one.zoek == "geweigerd"; }));
    }

    ZaakVolgService volgen;
    ZaakOnderdeel onderdeel;
};

template <class F>
void in_each(F test) {
    for (const auto& fresh : fresh_stores(testing::mijn_schema())) {
        CAPTURE(fresh->name);
        Volgwereld w(*fresh->store);
        test(w);
    }
}

std::string versie_on(const http::Response& page) {
    static constexpr std::string_view before = "name=\"versie\" value=\"";
    const auto at = page.body.find(before);
    CHECK_THAT(at != std::string::npos);
    return page.body.substr(at + before.size(), page.body.find('"', at + before.size()) - at - before.size());
}

http::Upload upload(std::string name, std::string content) {
    http::Upload one;
    one.field = "bestand";
    one.filename = std::move(name);
    one.content = std::move(content);
    return one;
}

}  // namespace

TEST_CASE("the page of a case tells promise, steps, question and who handles it, in Dutch and English") {
    in_each([](Volgwereld& w) {
        const auto made = w.made();
        w.ask(made);
        w.send();
        auto fatima = w.as(w.fatima);
        const auto page = fatima.get(w.url(made));
        REQUIRE(page.status == 200);
        for (const char* words : {"Kappen van een beuk", "krijgt u ons besluit", "Waar komt de nieuwe boom?", "vóór maandag 7 december", "Wij wachten op uw antwoord.", "Wij lezen uw aanvraag.",
                                  "aria-current=\"step\"", "In behandeling", "Marleen", "Over uw aanvraag", "Stuur een bericht aan"})
            CHECK_MESSAGE(holds(page, words), std::string(words));
        CHECK(page.body.size() < 60'000);
        for (const char* words : {"Over deze zaak", "Waar gaat dit over?", "U wilt een boom kappen. Wij kijken of dat mag.", "Kosten:", "Dit kost € 120,50.", "U betaalt na de beslissing."})
            CHECK_MESSAGE(holds(page, words), std::string(words));
        auto english = w.as(w.fatima, "en");
        const auto in_english = english.get(w.url(made));
        for (const char* words : {"you will get our decision", "This is what we ask of you", "before Monday 7 December", "We read your application.", "Being handled"})
            CHECK_MESSAGE(holds(in_english, words), std::string(words));
        for (const char* words : {"<h1 lang=\"nl\">Kappen van een beuk", "<p lang=\"nl\">Waar komt de nieuwe boom?", "This costs €120.50.", "You pay after the decision."})
            CHECK_MESSAGE(holds(in_english, words), std::string(words));
        CHECK(holds(english.get("/mijn"), "/vragen/"));
    });
}

TEST_CASE("another's case, a case that is not there and an address that is no id look alike, and are logged") {
    in_each([](Volgwereld& w) {
        const auto made = w.made();
        auto jan = w.as(w.person("Jan", "Vis", w.v.oeverland));
        const auto other = jan.get(w.url(made));
        CHECK(other.status == 404);
        CHECK_FALSE(holds(other, "beuk"));
        CHECK(jan.get("/mijn/zaken/" + to_string(w.ids.next())).status == 404);
        CHECK(jan.get("/mijn/zaken/onzin").status == 404);
        CHECK(jan.get(w.url(made, "/intrekken")).status == 404);
        CHECK(w.refusals() == 4);
        w.as(w.fatima).get(w.url(made));
        bool is_logged = false;
        for (const auto& line : w.looks_at(w.fatima)) is_logged = is_logged || (line.object_soort == "zaak" && line.object == made.zaak.id.bytes && !line.medewerker);
        CHECK(is_logged);
    });
}

TEST_CASE("a question is answered with words and a picture; a program as picture is refused and the words stay") {
    in_each([](Volgwereld& w) {
        const auto made = w.made();
        const auto vraag = w.ask(made);
        auto fatima = w.as(w.fatima);
        const std::string url = w.url(made, "/vragen/" + vraag.text());
        CHECK(holds(fatima.get(url), "Waar komt de nieuwe boom?"));
        const auto empty = fatima.post(url, {{"antwoord", " "}});
        CHECK(empty.status == 422);
        CHECK(holds(empty, "href=\"#antwoord\""));
        CHECK(holds(empty, "<title>Fout:"));
        const auto wrong = fatima.post(url, {{"antwoord", "Naast de schuur"}}, {upload("plek.png", "MZ\x90 een programma")});
        CHECK(wrong.status == 422);
        CHECK(holds(wrong, "Naast de schuur"));
        CHECK(holds(wrong, "href=\"#bestand\""));
        const auto done = fatima.post(url, {{"antwoord", "Naast de schuur"}}, {upload("plek.png", document::testing::png())});
        CHECK(location(done) == w.url(made, "?gedaan=antwoord"));
        const auto page = fatima.get(location(done));
        CHECK(holds(page, "Wij hebben uw antwoord."));
        CHECK(holds(page, "plek.png"));
        CHECK_FALSE(holds(page, "Geef antwoord"));
        CHECK(location(fatima.get(url)) == w.url(made));
        const auto at = page.body.find("/documenten/");
        REQUIRE(at != std::string::npos);
        const auto file = fatima.get(w.url(made, page.body.substr(at, 12 + 36)));
        CHECK(file.status == 200);
        CHECK(w.as(w.person("Jan", "Vis", w.v.oeverland)).get(w.url(made, page.body.substr(at, 12 + 36))).status == 404);
    });
}

TEST_CASE("an internal document is not downloaded by who guesses its address") {
    in_each([](Volgwereld& w) {
        const auto made = w.made();
        const std::string content = document::testing::pdf();
        document::MemoryBytes bytes(content);
        document::NieuwDocument nieuw;
        nieuw.kenmerken.titel = "Intern advies";
        nieuw.kenmerken.creatiedatum = day_of(w.clock.now());
        REQUIRE(w.zaken.add_document(w.ruben(), made.zaak.id, nieuw, w.documenten.receive("advies.pdf", bytes).value()).has_value());
        const auto all = w.zaken.documenten(w.ruben(), made.zaak.id).value();
        auto fatima = w.as(w.fatima);
        CHECK_FALSE(holds(fatima.get(w.url(made)), "Intern advies"));
        CHECK(fatima.get(w.url(made, "/documenten/" + all.at(0).versie.id.text())).status == 404);
    });
}

TEST_CASE("an interested party sees the status and what was sent to him, and cannot act") {
    in_each([](Volgwereld& w) {
        const auto buur = w.person("Bert", "Buur", w.v.oeverland);
        auto nieuw = w.nieuw(w.kap);
        nieuw.rollen.push_back({Rolsoort::belanghebbende, buur, {}, {}, {}, {}, {}});
        const auto made = w.made(nieuw);
        const auto vraag = w.ask(made);
        auto bert = w.as(buur);
        const auto page = bert.get(w.url(made));
        CHECK(page.status == 200);
        CHECK(holds(page, "Kapvergunning"));
        CHECK(holds(page, "Stap 1 van 3: Ontvangen."));
        for (const char* words : {"Waar komt de nieuwe boom?", "Kappen van een beuk", "Over uw aanvraag", "intrekken", "name=\"tekst\"", "Kosten:"}) CHECK_MESSAGE(!holds(page, words), words);
        CHECK(bert.get(w.url(made, "/vragen/" + vraag.text())).status == 404);
        CHECK(bert.post(w.url(made, "/berichten"), {{"tekst", "Niet doen!"}}).status != 303);
    });
}

TEST_CASE("who follows by number sees that case only, and only status, casemanager and promise") {
    in_each([](Volgwereld& w) {
        const auto made = w.made();
        const auto other = w.made();
        w.ask(made);
        auto follower = w.following("zaak", made.zaak.id.bytes);
        const auto page = follower.get(w.url(made));
        CHECK(page.status == 200);
        CHECK(holds(page, "Stap 1 van 3"));
        for (const char* words : {"Waar komt de nieuwe boom?", "beuk", "Over uw aanvraag", "Fatima", "Kosten:", "Waar gaat dit over?"}) CHECK_MESSAGE(!holds(page, words), words);
        CHECK(follower.get(w.url(other)).status == 404);
        CHECK(follower.get(w.url(made, "/intrekken")).status == 303);
    });
}

TEST_CASE("who follows by number writes to the casemanager, hears when that is answered, and not too often") {
    in_each([](Volgwereld& w) {
        const auto made = w.made();
        auto follower = w.following("zaak", made.zaak.id.bytes);
        const auto page = follower.get("/mijn/volgt");
        REQUIRE(page.status == 200);
        for (const char* words : {"Uw bericht aan", "name=\"tekst\"", "Ons antwoord gaat daarom naar wie de vraag stelde"}) CHECK_MESSAGE(holds(page, words), std::string(words));
        for (const char* words : {"beuk", "Fatima", "Kosten:"}) CHECK_MESSAGE(!holds(page, words), std::string(words));
        const auto empty = follower.post("/mijn/volgt", {{"tekst", " "}});
        CHECK(empty.status == 422);
        CHECK(holds(empty, "href=\"#tekst\""));
        const auto sent = follower.post("/mijn/volgt", {{"tekst", "Wanneer komt iemand kijken?"}});
        CHECK(location(sent).starts_with("/mijn/volgt?gedaan=bericht&voor=2026-"));
        CHECK(holds(follower.get(location(sent)), "Wij hebben uw bericht. Wij antwoorden uiterlijk"));
        const auto odd = follower.get("/mijn/volgt?gedaan=bericht&voor=%3Cb%3Emorgen");
        CHECK(holds(odd, "Wij hebben uw bericht.</p>"));
        CHECK_FALSE(holds(odd, "<b>morgen"));
        CHECK_FALSE(holds(w.as(w.fatima).get(w.url(made)), "Wanneer komt iemand kijken?"));
        for (int i = 0; i < 2; ++i) CHECK(follower.post("/mijn/volgt", {{"tekst", "En nu?"}}).status == 303);
        const auto enough = follower.post("/mijn/volgt", {{"tekst", "En nu dan?"}});
        CHECK(enough.status == 422);
        CHECK(holds(enough, "U stuurde al een paar berichten."));
        CHECK(holds(enough, "En nu dan?"));
    });
}

TEST_CASE("a message and a withdrawal tell what comes of them") {
    in_each([](Volgwereld& w) {
        const auto made = w.made();
        auto fatima = w.as(w.fatima);
        fatima.get(w.url(made));
        CHECK(fatima.post(w.url(made, "/berichten"), {{"tekst", ""}}).status == 422);
        const auto sent = fatima.post(w.url(made, "/berichten"), {{"tekst", "Mag het ook een haagbeuk zijn?"}});
        const auto page = fatima.get(location(sent));
        CHECK(holds(page, "Wij hebben uw bericht. Uw nummer is T-2026-"));
        CHECK(holds(page, "Mag het ook een haagbeuk zijn?"));
        CHECK(holds(fatima.get(w.url(made, "/intrekken")), "Niet intrekken"));
        CHECK(fatima.post(w.url(made, "/intrekken"), {}).status == 422);
        const auto form = fatima.get(w.url(made, "/intrekken"));
        const std::string versie = versie_on(form);
        REQUIRE(w.zaken.note(w.ruben(), made.zaak.id, {"Intern: buurman belde", {}}).has_value());
        REQUIRE(w.zaken.change(w.ruben(), {w.bij(made.zaak.id), "Kappen van een eik", ""}).has_value());
        const auto stale = fatima.post(w.url(made, "/intrekken"), {{"zeker", "ja"}, {"versie", versie}, {"reden", "Toch niet nodig"}});
        CHECK(stale.status == 409);
        for (const char* words : {"Er gebeurde intussen iets in deze zaak.", "role=\"alert\"", "Toch niet nodig", "<title>Fout:"}) CHECK_MESSAGE(holds(stale, words), std::string(words));
        CHECK_FALSE(holds(stale, "buurman"));
        CHECK(location(fatima.post(w.url(made, "/intrekken"), {{"zeker", "ja"}, {"versie", versie_on(stale)}})) == w.url(made, "?gedaan=gevraagd"));
    });
}

TEST_CASE("a decision tells until when one can object, and that day is the last") {
    in_each([](Volgwereld& w) {
        const auto made = w.made();
        NieuwBesluit besluit;
        besluit.bij = w.bij(made.zaak.id);
        besluit.omschrijving = "U krijgt de vergunning.";
        besluit.toelichting = "De beuk is ziek.";
        besluit.ontbreekt_omdat = "De plek is bekend.";
        auto fatima = w.as(w.fatima);
        const auto added = w.zaken.add_besluit(w.ruben(), besluit).value();
        CHECK_FALSE(holds(fatima.get(w.url(made)), "De beuk is ziek."));
        Verzending sent{w.bij(made.zaak.id), added.besluit.id, {}, MijnWereld::words("ons besluit")};
        REQUIRE(w.zaken.publish_besluit(w.ruben(), sent).has_value());
        const auto page = fatima.get(w.url(made));
        for (const char* words : {"U kunt bezwaar maken tot en met maandag 4 januari 2027.", "Zo maakt u bezwaar", "U schrijft ons een brief.", "Stuur de brief naar", "‘<span>U krijgt de vergunning.</span>’",
                                  "Uw handtekening.", "Doe de brief uiterlijk op maandag 4 januari 2027 op de post."})
            CHECK_MESSAGE(holds(page, words), std::string(words));
        const auto in_english = w.as(w.fatima, "en").get(w.url(made));
        for (const char* words : {"<h3 lang=\"nl\">U krijgt de vergunning.", "<p lang=\"nl\">De beuk is ziek.", "How to object", "Post the letter on Monday 4 January 2027 at the latest."})
            CHECK_MESSAGE(holds(in_english, words), std::string(words));
        w.set("2027-01-05 10:00");
        const auto too_late = w.as(w.fatima).get(w.url(made));
        CHECK(holds(too_late, "U kon bezwaar maken tot en met maandag 4 januari 2027."));
        CHECK_FALSE(holds(too_late, "Zo maakt u bezwaar"));
    });
}

}  // namespace dichtbij::zaak::zaak_portaal_test
