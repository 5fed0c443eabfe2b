#include <doctest/doctest.h>

#include "support/advies.h"

namespace dichtbij::ketenpartner::advies_buiten_test {
namespace {

using access::testing::holds;
using access::testing::location;
using testing::Buiten;
using testing::in_each;
using testing::upload;
using testing::Wereld;

const std::string page = "/g/oeverland/advies";

}  // namespace

TEST_CASE("link and code go two ways, and neither stands in the store") {
    in_each([](Wereld& w) {
        const auto vraag = w.ask(w.made().zaak.id);
        REQUIRE(w.post.brieven.size() == 2);
        CHECK(w.post.brieven[0].naar == "anouk@regio.example");
        CHECK(w.post.brieven[1].naar == "+31612345678");
        const std::string link = w.post.secret();
        CHECK(link.size() == 43);  // 256 bits
        CHECK(w.post.code().size() == code_cijfers);
        CHECK(w.post.brieven[0].tekst.find("vluchtweg") == std::string::npos);
        CHECK(w.post.brieven[1].tekst.find(link) == std::string::npos);
        CHECK(vraag.link_hash.bytes.find(link) == std::string::npos);
        CHECK(vraag.link_hash.bytes.size() == 32);
        CHECK(vraag.code_hash.bytes.size() == 32);
        CHECK(w.lines(vraag.zaak, "zaak.advies_gevraagd") == 1);
    });
}

TEST_CASE("outside only the question, the case number, the casemanager and what was chosen are seen") {
    in_each([](Wereld& w) {
        auto nieuw = w.nieuw(w.kap);
        nieuw.toelichting = "Mevrouw klonk gehaast.";
        nieuw.eigenschappen = {{"reden", "Geen licht"}};
        const auto zaak = w.made(nieuw).zaak.id;
        REQUIRE(w.zaken.note(w.ruben(), zaak, {"De buurman is lastig.", {}}).has_value());
        const auto shown = w.add_document(zaak, "Tekening");
        const auto kept = w.add_document(zaak, "Brief van de buren");
        auto asked = w.question(zaak);
        asked.documenten = {shown.versie.id};
        const auto vraag = w.ask(asked);
        Buiten anouk = w.outside();
        CHECK(anouk.get(page).status == 403);
        const auto gate = anouk.get(w.post.link());
        CHECK(gate.status == 200);
        CHECK_FALSE(holds(gate, "vluchtweg"));
        CHECK_FALSE(holds(gate, "«"));
        CHECK(location(anouk.post(w.post.link(), {{"code", w.post.code().substr(0, 4) + " " + w.post.code().substr(4)}})) == page);
        const auto seen = anouk.get(page);
        REQUIRE(seen.status == 200);
        for (const std::string& words : {std::string("Is de vluchtweg breed genoeg?"), w.stored(zaak).nummer, std::string("Gemeente Oeverland"), std::string("Marleen Köster"), std::string("Tekening")})
            CHECK_MESSAGE(holds(seen, words), words);
        for (const char* words : {"beuk", "Idrissi", "Brief van de buren", "gehaast", "buurman", "Geen licht", "«"}) CHECK_MESSAGE(!holds(seen, words), words);
        CHECK(anouk.get(page + "/documenten/" + shown.versie.id.text()).status == 200);
        CHECK(anouk.get(page + "/documenten/" + kept.versie.id.text()).status == 404);
        CHECK(w.outside().get(page + "/documenten/" + shown.versie.id.text()).status == 404);
        CHECK(w.lines(zaak, "zaak.advies_geopend") == 1);
        CHECK(w.lines(zaak, "zaak.advies_document_gehaald") == 1);
        CHECK(w.logged("link geopend") == 0);
        CHECK(w.logged("advies: link geopend") >= 1);
        CHECK(w.logged("advies: goede code") == 1);
        CHECK(w.logged("advies: document geweigerd") == 2);
        CHECK(w.logged("document") == 1);
        CHECK(w.logged("zaak") == 1);
        CHECK(w.beeld_van(vraag).stand == Adviesstand::geopend);
        bool is_logged = false;
        for (const auto& line : w.looks_at(w.fatima)) is_logged = is_logged || line.doel == "ketenpartner";
        CHECK(is_logged);
    });
}

TEST_CASE("the page speaks English to who asks for it") {
    in_each([](Wereld& w) {
        auto asked = w.question(w.made().zaak.id);
        asked.taal = "en";
        w.ask(asked);
        CHECK(w.post.brieven[0].tekst.find("Dear Anouk Brand") == 0);
        CHECK(w.post.brieven[0].tekst.find("?taal=en") != std::string::npos);
        Buiten anouk = w.outside();
        const auto gate = anouk.get(w.post.link());
        CHECK(holds(gate, "lang=\"en\""));
        anouk.post(w.post.link(), {{"code", w.post.code()}});
        const auto seen = anouk.get(page);
        CHECK(holds(seen, "This is what we ask you"));
        CHECK_FALSE(holds(seen, "«"));
    });
}

TEST_CASE("an answer ends the task with its words, puts the files with the case and tells the casemanager") {
    in_each([](Wereld& w) {
        const auto zaak = w.made().zaak.id;
        const auto vraag = w.ask(zaak);
        Buiten anouk = w.outside();
        w.enter(anouk);
        anouk.get(page);
        const auto empty = anouk.post(page, {{"antwoord", " "}});
        CHECK(empty.status == 422);
        CHECK(holds(empty, "href=\"#antwoord\""));
        const auto lie = anouk.post(page, {{"antwoord", "Ja, mits"}}, {upload("plan.png", "MZ\x90 een programma")});
        CHECK(lie.status == 422);
        CHECK(holds(lie, "Ja, mits"));
        CHECK(w.task(vraag).is_open());
        const auto owner = w.beeld(zaak).werk.eigenaar;
        const auto before = w.attenties.unread(organisatie::testing::caller(owner, {{access::Rol::teamleider, w.v.oeverland, w.v.vergunningen}}));
        CHECK(location(anouk.post(page, {{"antwoord", "Ja, mits de deur naar buiten draait."}},
                                  {upload("advies.pdf", document::testing::pdf()), upload("deur.png", document::testing::png())})) == page);
        const auto thanks = anouk.get(page);
        CHECK(holds(thanks, "Wij hebben uw advies ontvangen"));
        CHECK(holds(thanks, "de deur naar buiten draait"));
        CHECK_FALSE(holds(thanks, "<textarea"));
        const auto task = w.task(vraag);
        CHECK(task.uitkomst == zaak::Taakuitkomst::gedaan);
        CHECK(task.antwoord == "Ja, mits de deur naar buiten draait.");
        const auto files = w.zaken.documenten(w.ruben(), zaak).value();
        REQUIRE(files.size() == 2);
        for (const auto& one : files) {
            CHECK(one.document.kenmerken.auteur == "Veiligheidsregio");
            CHECK_FALSE(one.document.kenmerken.inwoner_mag_zien);
        }
        CHECK(w.attenties.unread(organisatie::testing::caller(owner, {{access::Rol::teamleider, w.v.oeverland, w.v.vergunningen}})) > before);
        CHECK(w.lines(zaak, "zaak.advies_beantwoord") == 1);
        CHECK(w.beeld_van(vraag).stand == Adviesstand::beantwoord);
        CHECK(w.beeld_van(vraag).antwoord == "Ja, mits de deur naar buiten draait.");
        CHECK(w.zaak_faults().empty());

        // Twice: nothing changes, and the words are not lost.
        const auto again = anouk.post(page, {{"antwoord", "Toch niet."}});
        CHECK(again.status == 409);
        CHECK(holds(again, "Toch niet."));
        CHECK(w.task(vraag).antwoord == "Ja, mits de deur naar buiten draait.");
        CHECK(w.lines(zaak, "zaak.advies_beantwoord") == 1);
        CHECK(holds(w.outside().get(w.post.link()), "Deze vraag is beantwoord"));
    });
}

TEST_CASE("more than ten files are refused together, and nothing is kept of them") {
    in_each([](Wereld& w) {
        const auto zaak = w.made().zaak.id;
        w.ask(zaak);
        Buiten anouk = w.outside();
        w.enter(anouk);
        anouk.get(page);
        std::vector<http::Upload> files;
        for (int i = 0; i < 11; ++i) files.push_back(upload("foto" + std::to_string(i) + ".png", document::testing::png()));
        const auto refused = anouk.post(page, {{"antwoord", "Zie de foto's"}}, std::move(files));
        CHECK(refused.status == 422);
        CHECK(holds(refused, "hoogstens 10 bestanden"));
        CHECK(w.zaken.documenten(w.ruben(), zaak).value().empty());
        CHECK(w.files.files.empty());
    });
}

TEST_CASE("the fifth wrong code closes the link, for the right code too, and the owner reads why") {
    in_each([](Wereld& w) {
        const auto zaak = w.made().zaak.id;
        const auto vraag = w.ask(zaak);
        const auto owner = organisatie::testing::caller(w.beeld(zaak).werk.eigenaar, {{access::Rol::teamleider, w.v.oeverland, w.v.vergunningen}});
        const auto before = w.attenties.unread(owner);
        Buiten thief = w.outside();
        thief.get(w.post.link());
        for (int left = pogingen_limit - 1; left > 0; --left) {
            const auto wrong = thief.post(w.post.link(), {{"code", w.post.wrong_code()}});
            CHECK(wrong.status == 422);
            CHECK(holds(wrong, "nog " + std::to_string(left) + " keer"));
        }
        CHECK(w.beeld_van(vraag).vraag.pogingen == 4);
        const auto last = thief.post(w.post.link(), {{"code", w.post.wrong_code()}});
        CHECK(last.status == 410);
        CHECK(holds(last, "Deze link is gesloten"));
        CHECK(thief.post(w.post.link(), {{"code", w.post.code()}}).status == 410);
        CHECK(thief.get(page).status == 403);
        CHECK(w.beeld_van(vraag).stand == Adviesstand::te_veel_pogingen);
        CHECK(w.attenties.unread(owner) > before);
        CHECK(w.lines(zaak, "zaak.advies_foute_code") == 5);
        CHECK(w.lines(zaak, "zaak.advies_link_gesloten") == 1);
        CHECK(w.logged("advies: foute code") == 5);
        CHECK(w.task(vraag).is_open());
        bool is_noted = false;
        for (const auto& line : w.timeline(w.stored(zaak).werk)) is_noted = is_noted || (line.gebeurtenis == "werk.notitie" && line.toelichting.value_or("").find("5 foute codes") != std::string::npos);
        CHECK(is_noted);
        // A visit that ran already ends with it.
        CHECK(holds(thief.get(w.post.link()), "Deze link is gesloten"));
    });
}

TEST_CASE("someone who is in is put out when another guesses the link shut") {
    in_each([](Wereld& w) {
        w.ask(w.made().zaak.id);
        Buiten anouk = w.outside();
        w.enter(anouk);
        CHECK(anouk.get(page).status == 200);
        Buiten thief = w.outside("192.0.2.66");
        thief.get(w.post.link());
        for (int i = 0; i < pogingen_limit; ++i) thief.post(w.post.link(), {{"code", w.post.wrong_code()}});
        const auto out = anouk.post(page, {{"antwoord", "Mijn advies"}});
        CHECK(out.status == 409);
        CHECK(holds(out, "Mijn advies"));
    });
}

TEST_CASE("guessing links is slowed per address and leaves a trace") {
    in_each([](Wereld& w) {
        w.ask(w.made().zaak.id);
        Buiten thief = w.outside();
        int slowed = 0;
        for (int i = 0; i < 40; ++i) {
            const auto answer = thief.get(page + "/link?k=" + std::string(42, 'A') + static_cast<char>('a' + i % 26));
            CHECK((answer.status == 404 || answer.status == 429));
            slowed += answer.status == 429 ? 1 : 0;
        }
        CHECK(slowed == 10);
        CHECK(w.logged("advies: onbekende link") == 30);
        CHECK(thief.get(w.post.link()).status == 429);
        CHECK(w.outside("192.0.2.51").get(w.post.link()).status == 200);
        CHECK(w.outside("192.0.2.52").get(page + "/link?k=%0d%0aSet-Cookie:x").status == 404);
        CHECK(w.outside("192.0.2.53").get("/g/heidedal/advies/link?k=" + w.post.secret()).status == 404);
    });
}

TEST_CASE("a code belongs to its link") {
    in_each([](Wereld& w) {
        const auto first = w.made().zaak.id;
        w.ask(first);
        const std::string code = w.post.code();
        w.ask(w.made().zaak.id);
        if (code == w.post.code()) return;
        Buiten anouk = w.outside();
        anouk.get(w.post.link());
        CHECK(anouk.post(w.post.link(), {{"code", code}}).status == 422);
    });
}

TEST_CASE("a new code goes the same way, replaces the old one and keeps the wrong attempts") {
    in_each([](Wereld& w) {
        const auto vraag = w.ask(w.made().zaak.id);
        const std::string old = w.post.code();
        Buiten anouk = w.outside();
        anouk.get(w.post.link());
        anouk.post(w.post.link(), {{"code", w.post.wrong_code()}});
        const auto sent = anouk.post(page + "/link/code", {{"k", w.post.secret()}});
        CHECK(location(sent) == page + "/link?verstuurd=1&k=" + w.post.secret());
        CHECK(w.post.brieven.back().naar == "+31612345678");
        CHECK(w.beeld_van(vraag).vraag.pogingen == 1);
        if (old != w.post.code()) CHECK(anouk.post(w.post.link(), {{"code", old}}).status == 422);
        CHECK(location(anouk.post(w.post.link(), {{"code", w.post.code()}})) == page);
        for (int i = 0; i < 2; ++i) CHECK(anouk.post(page + "/link/code", {{"k", w.post.secret()}}).status == 303);
        CHECK(anouk.post(page + "/link/code", {{"k", w.post.secret()}}).status == 429);
    });
}

TEST_CASE("a link works up to and with its last day, and again when it is extended") {
    in_each([](Wereld& w) {
        const auto vraag = w.ask(w.made().zaak.id);
        w.clock.set(start_of(vraag.laatste_datum + days(1)) - seconds(1));
        Buiten anouk = w.outside();
        CHECK(location(w.enter(anouk)) == page);
        CHECK(anouk.get(page).status == 200);
        w.clock.advance(seconds(1));
        CHECK(w.beeld_van(vraag).stand == Adviesstand::verlopen);
        CHECK(holds(anouk.get(page), "de tijd is voorbij"));
        const auto late = anouk.post(page, {{"antwoord", "Net te laat"}});
        CHECK(late.status == 409);
        CHECK(holds(late, "Net te laat"));
        CHECK(anouk.get(w.post.link()).status == 410);
        const Day today = day_of(w.clock.now());
        CHECK_FALSE(w.advies.extend(w.ruben(), w.now(vraag), today + days(geldig_dagen_limit + 1), {}).has_value());
        CHECK_FALSE(w.advies.extend(w.ruben(), w.now(vraag), today - days(1), {}).has_value());
        REQUIRE(w.advies.extend(w.ruben(), w.now(vraag), today + days(3), {"Langer", "U hebt langer"}).has_value());
        CHECK(w.post.brieven.back().naar == "anouk@regio.example");
        CHECK(anouk.get(page).status == 200);
        CHECK(anouk.post(page, {{"antwoord", "Toch nog"}}).status == 303);
    });
}

TEST_CASE("a visit lasts two hours; what was typed after that is shown to copy") {
    in_each([](Wereld& w) {
        const auto vraag = w.ask(w.made().zaak.id);
        Buiten anouk = w.outside();
        w.enter(anouk);
        anouk.get(page);
        w.clock.advance(bezoek_duur);
        const auto over = anouk.post(page, {{"antwoord", "Twee uur geschreven"}});
        CHECK(over.status == 403);
        CHECK(holds(over, "Twee uur geschreven"));
        CHECK(w.task(vraag).is_open());
    });
}

TEST_CASE("a question withdrawn while it is open takes no answer") {
    in_each([](Wereld& w) {
        const auto zaak = w.made().zaak.id;
        const auto shown = w.add_document(zaak, "Tekening");
        auto asked = w.question(zaak);
        asked.documenten = {shown.versie.id};
        const auto vraag = w.ask(asked);
        Buiten anouk = w.outside();
        w.enter(anouk);
        anouk.get(page);
        REQUIRE(w.advies.withdraw(w.ruben(), w.now(vraag), {"Niet nodig", "U hoeft niets te doen"}).has_value());
        CHECK(w.post.brieven.back().naar == "anouk@regio.example");
        const auto out = anouk.post(page, {{"antwoord", "Mijn advies"}});
        CHECK(out.status == 409);
        CHECK(holds(out, "ingetrokken"));
        CHECK(anouk.get(page + "/documenten/" + shown.versie.id.text()).status == 409);
        CHECK(anouk.get(w.post.link()).status == 410);
        CHECK(w.task(vraag).is_open());
    });
}

TEST_CASE("a task that ended otherwise, or a case that became confidential, shuts the link") {
    in_each([](Wereld& w) {
        const auto vraag = w.ask(w.made().zaak.id);
        REQUIRE(w.zaken.finish_taak(w.ruben(), {vraag.taak, zaak::Taakuitkomst::gedaan, "Zij belden."}).has_value());
        CHECK(w.outside().get(w.post.link()).status == 410);
        CHECK(w.beeld_van(vraag).stand == Adviesstand::niet_nodig);

        const auto other = w.made().zaak.id;
        w.ask(other);
        Buiten anouk = w.outside("192.0.2.51");
        w.enter(anouk);
        CHECK(anouk.get(page).status == 200);
        const auto now = w.stored(other);
        REQUIRE(w.zaken.change(w.ruben(), {w.bij(other), now.omschrijving, now.toelichting, zaak::Vertrouwelijkheid::vertrouwelijk}).has_value());
        const auto shut = anouk.get(page);
        CHECK(shut.status == 410);
        CHECK_FALSE(holds(shut, "vluchtweg"));
    });
}

TEST_CASE("a document that became confidential is seen no more") {
    in_each([](Wereld& w) {
        const auto zaak = w.made().zaak.id;
        const auto shown = w.add_document(zaak, "Tekening");
        auto asked = w.question(zaak);
        asked.documenten = {shown.versie.id};
        w.ask(asked);
        Buiten anouk = w.outside();
        w.enter(anouk);
        CHECK(holds(anouk.get(page), "Tekening"));
        auto kenmerken = shown.document.kenmerken;
        kenmerken.vertrouwelijkheid = zaak::Vertrouwelijkheid::vertrouwelijk;
        REQUIRE(w.zaken.change_document(w.ruben(), {shown.document.id, shown.document.revisie, kenmerken}).has_value());
        CHECK_FALSE(holds(anouk.get(page), "Tekening"));
        CHECK(anouk.get(page + "/documenten/" + shown.versie.id.text()).status == 404);
    });
}

TEST_CASE("a form from elsewhere is refused") {
    in_each([](Wereld& w) {
        w.ask(w.made().zaak.id);
        Buiten other = w.outside();
        CHECK(other.post(w.post.link(), {{"code", w.post.code()}}).status == 403);
    });
}

}  // namespace dichtbij::ketenpartner::advies_buiten_test
