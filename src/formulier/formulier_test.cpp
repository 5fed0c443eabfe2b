#include <doctest/doctest.h>

#include "journal/journal_service.h"
#include "support/formulier.h"
#include "formulier/formulier_store.h"

namespace dichtbij::formulier::formulier_test {
namespace {

using access::testing::holds;
using testing::Formulierwereld;
using testing::in_each;
using testing::Inwonersbrowser;

constexpr const char* base = "/g/oeverland/formulier/proef";

http::Upload upload(std::string field, std::string name, std::string content) {
    http::Upload one;
    one.field = std::move(field);
    one.filename = std::move(name);
    one.content = std::move(content);
    return one;
}

// To the page "wie", with a road.
std::string half_way(Formulierwereld&, Inwonersbrowser& browser, const std::string& onderwerp = "De stoep is kapot") {
    CHECK(browser.get(base).status == 200);
    const std::string first = browser.next(base, {});
    browser.get(first);
    const std::string second = browser.next(first, {{"v.onderwerp", onderwerp}, {"v.soort", "weg"}, {"actie", "verder"}});
    CHECK(second.ends_with("/wie"));
    return second;
}

std::string draft_of(const std::string& url) { return url.substr(0, url.rfind('/')); }

// To the summary.
std::string to_check(Formulierwereld& w, Inwonersbrowser& browser, const std::string& onderwerp = "De stoep is kapot") {
    const std::string page = half_way(w, browser, onderwerp);
    browser.get(page);
    const std::string confirm = browser.next(page, {{"v.voornaam", "Jan"}, {"v.achternaam", "van der Vis"}, {"v.email", "jan@voorbeeld.example"}, {"v.telefoon", "0612345678"}});
    CHECK(confirm.ends_with("/bevestig"));
    CHECK(w.post.brieven.back().naar == "jan@voorbeeld.example");
    browser.get(confirm);
    const std::string check = browser.next(confirm, {{"code", w.post.code()}});
    CHECK(check.ends_with("/controle"));
    return check;
}

}  // namespace

TEST_CASE("a form that was filled in becomes a contact, a task with a promise, answers and a receipt, in one go") {
    in_each([](Formulierwereld& w) {
        auto browser = w.anybody();
        const std::string check = to_check(w, browser);
        const auto summary = browser.get(check);
        for (const char* words : {"De stoep is kapot", "Een weg", "van der Vis", "jan@voorbeeld.example", "/een?wijzig=1"}) CHECK_MESSAGE(holds(summary, words), std::string(words));
        w.later(seconds(30));
        const std::string done = browser.next(check, {{"akkoord", "ja"}});
        const auto receipt = browser.get(done);
        CHECK(receipt.status == 200);
        for (const char* words : {"T-2026-", "De stoep is kapot", "Wij lezen uw vraag."}) CHECK_MESSAGE(holds(receipt, words), std::string(words));
        const auto id = Id<FormulierConcept>::parse(draft_of(done).substr(draft_of(done).rfind('/') + 1)).value();
        w.store.read([&](store::Tx& tx) {
            const auto row = find_concept(tx, id);
            const auto sent = find_inzending(tx, row->inzending.value()).value();
            CHECK(sent.antwoorden.size() == 6);
            CHECK(sent.inzending.beloofd_op.has_value());
            const auto contact = w.contacten.stored(tx, sent.inzending.klantcontact).value();
            CHECK(contact.inhoud.kanaal == "formulier");
            CHECK(contact.inhoud.onderwerp == "Proefvraag: De stoep is kapot");
            const auto taak = w.taken.of_werk(tx, sent.inzending.werk).value();
            CHECK(taak.gevraagde_handeling == "Beantwoord dit");
            CHECK(taak.telefoonnummer == "0612345678");
            CHECK(w.werk.stored(tx, sent.inzending.werk)->nummer == sent.inzending.nummer);
            REQUIRE(sent.inzending.partij.has_value());
            CHECK(w.partijen.naam_of(tx, *sent.inzending.partij) == "Jan van der Vis");
            CHECK(row->antwoorden == "{}");
            // The row of the journal says nothing of who he is.
            const auto lines = tx.rows<std::string>("select kenmerken from journaal where gebeurtenis = ?1", std::string("formulier.ingezonden"));
            CHECK(lines.size() == 1);
            CHECK(lines.front().find("stoep") == std::string::npos);
        });
        // The receipt names reference, time and next step, and none of the answers.
        const auto partij = w.store.read([&](store::Tx& tx) { return inzendingen_van_werk(tx, find_inzending(tx, find_concept(tx, id)->inzending.value())->inzending.werk).front().partij.value(); });
        w.send();
        const auto letters = w.store.read([&](store::Tx& tx) { return w.berichten.of_partij(tx, {partij}, {}, 10); });
        REQUIRE(letters.size() == 1);
        CHECK(letters.front().tekst.find("T-2026-") != std::string::npos);
        CHECK(letters.front().tekst.find("stoep") == std::string::npos);
    });
}

TEST_CASE("the same form sent twice is one, also from the browser's history") {
    in_each([](Formulierwereld& w) {
        auto browser = w.anybody();
        const std::string check = to_check(w, browser);
        browser.get(check);
        w.later(seconds(30));
        const std::string first = browser.next(check, {{"akkoord", "ja"}});
        CHECK(browser.next(check, {{"akkoord", "ja"}}) == first);
        CHECK(w.store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from formulier_inzending"); }) == 1);
        CHECK(w.store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from taak"); }) == 1);
        CHECK(browser.get(check).status == 303);
        w.later(hours(25));
        CHECK(browser.get(first).status == 404);
    });
}

TEST_CASE("a draft is of the browser that began it: nobody else sees it, and its number tells nothing") {
    in_each([](Formulierwereld& w) {
        auto browser = w.anybody();
        const std::string page = half_way(w, browser);
        auto other = w.anybody();
        other.get(base);
        for (const auto& url : {page, draft_of(page) + "/controle", draft_of(page) + "/klaar", draft_of(page) + "/bewaar", draft_of(page) + "/ontvangst.pdf"}) {
            const auto answer = other.get(url);
            CHECK_MESSAGE(answer.status == 404, url);
            CHECK_FALSE(holds(answer, "stoep"));
        }
        CHECK(other.post(draft_of(page) + "/controle", {{"akkoord", "ja"}}).status == 404);
    });
}

TEST_CASE("what is wrong is told on top and beside the question, and what was typed stays") {
    in_each([](Formulierwereld& w) {
        auto browser = w.anybody();
        browser.get(base);
        const std::string first = browser.next(base, {});
        browser.get(first);
        const auto wrong = browser.post(first, {{"v.onderwerp", std::string(41, 'x')}, {"v.soort", "nergens"}});
        CHECK(wrong.status == 422);
        for (const char* words : {"<title>Fout:", "href=\"#v.onderwerp\"", "Gebruik hoogstens 40 tekens", "href=\"#v.soort\"", "xxxxxxxx"}) CHECK_MESSAGE(holds(wrong, words), std::string(words));
        // Nothing at all, and everything twice.
        CHECK(browser.post(first, {}).status == 422);
        CHECK(browser.post(first, {{"v.onderwerp", "a"}, {"v.onderwerp", "b"}, {"v.soort", "weg"}}).status == 422);
        CHECK(browser.post(first, {{"v.onderwerp", "<script>alert(1)</script>"}, {"v.soort", ""}}).body.find("<script>alert") == std::string::npos);
        const auto english = browser.get(first + "?taal=en");
        CHECK(holds(english, "About what?"));
        CHECK(browser.post(first + "?taal=en", {}).body.find("Fill in: About what?") != std::string::npos);
    });
}

TEST_CASE("a stop lets nobody further, and sending around it is refused") {
    in_each([](Formulierwereld& w) {
        auto browser = w.anybody();
        browser.get(base);
        const std::string first = browser.next(base, {});
        browser.get(first);
        CHECK(browser.next(first, {{"v.onderwerp", "Een besluit"}, {"v.soort", "besluit"}}) == first);
        CHECK(holds(browser.get(first), "Maak bezwaar."));
        w.later(seconds(30));
        const auto sent = browser.post(draft_of(first) + "/controle", {{"akkoord", "ja"}});
        CHECK(sent.status != 303);
        CHECK(w.store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from formulier_inzending"); }) == 0);
    });
}

TEST_CASE("groups repeat, sums follow, and a file goes along and away again") {
    in_each([](Formulierwereld& w) {
        auto browser = w.anybody();
        browser.get(base);
        const std::string first = browser.next(base, {});
        browser.get(first);
        const std::string trees = browser.next(first, {{"v.onderwerp", "Bomen"}, {"v.soort", "boom"}});
        REQUIRE(trees.ends_with("/bomen"));
        browser.get(trees);
        CHECK(browser.next(trees, {{"v.boom.0.aantal", "2"}, {"actie", "erbij:boom"}}) == trees);
        CHECK(holds(browser.get(trees), "v.boom.1.aantal"));
        browser.post(trees, {{"v.boom.0.aantal", "2"}, {"v.boom.1.aantal", "900"}});
        CHECK(browser.post(trees, {{"v.boom.0.aantal", "2"}, {"v.boom.1.aantal", "900"}}).status == 422);
        CHECK(browser.post(trees, {{"v.boom.0.aantal", "2"}, {"v.boom.1.aantal", "3"}}, {upload("v.foto", "foto.png", "MZ geen plaatje")}).status == 422);
        CHECK(browser.next(trees, {{"v.boom.0.aantal", "2"}, {"v.boom.1.aantal", "3"}}, {upload("v.foto", "foto.png", document::testing::png())}).ends_with("/wie"));
        const auto seen = browser.get(trees);
        CHECK(holds(seen, "foto.png"));
        CHECK(holds(seen, "<strong>5</strong>"));
        const auto at = seen.body.find("weg:foto:");
        REQUIRE(at != std::string::npos);
        CHECK(browser.next(trees, {{"v.boom.0.aantal", "2"}, {"v.boom.1.aantal", "3"}, {"actie", seen.body.substr(at, seen.body.find('"', at) - at)}}) == trees);
        CHECK_FALSE(holds(browser.get(trees), "foto.png"));
        CHECK(browser.next(trees, {{"v.boom.0.aantal", "2"}, {"v.boom.1.aantal", "3"}, {"actie", "minder:boom"}}) == trees);
        CHECK_FALSE(holds(browser.get(trees), "v.boom.1.aantal"));
    });
}

TEST_CASE("who signed in finds his data filled in, sends an application, and sees it in Mijn Dichtbij with its file and PDF") {
    in_each([](Formulierwereld& w) {
        const std::string kap = "/g/oeverland/formulier/kap";
        CHECK(w.anybody().get(kap).headers.get("Location").find("/inloggen") != std::string::npos);
        auto fatima = w.signed_in(w.fatima);
        CHECK(fatima.get(kap).status == 200);
        const std::string first = fatima.next(kap, {});
        fatima.get(first);
        const std::string check = fatima.next(first, {{"v.aantal", "2"}}, {upload("v.foto", "boom.png", document::testing::png())});
        fatima.get(check);
        w.later(seconds(30));
        const std::string done = fatima.next(check, {});
        const auto receipt = fatima.get(done);
        CHECK(holds(receipt, "Z-2026-"));
        const auto sent = w.store.read([&](store::Tx& tx) { return inzendingen_van(tx, w.fatima).front(); });
        REQUIRE(sent.zaak.has_value());
        const auto zaak = w.store.read([&](store::Tx& tx) { return w.zaken.stored(tx, *sent.zaak).value(); });
        CHECK(zaak.kanaal == "formulier");
        CHECK(w.store.read([&](store::Tx& tx) { return w.zaken.documenten_voor(tx, zaak.id, w.fatima, day_of(w.clock.now())); }).size() == 1);
        const std::string own = "/mijn/formulieren/" + sent.id.text();
        CHECK(holds(fatima.get(own), "Hoeveel bomen?"));
        const auto pdf = fatima.get(own + "/ontvangst.pdf");
        CHECK(pdf.body.starts_with("%PDF-"));
        CHECK(pdf.body.find("StructTreeRoot") != std::string::npos);
        // Another resident finds nothing there.
        auto jan = w.signed_in(w.person("Jan", "Vis", w.v.oeverland));
        CHECK(jan.get(own).status == 404);
        CHECK(jan.get(done).status == 404);
        // Prefilled, for who is known.
        auto again = w.signed_in(w.fatima);
        again.get(base);
        const std::string page = again.next(base, {});
        again.get(page);
        const std::string wie = again.next(page, {{"v.onderwerp", "Nog iets"}, {"v.soort", "weg"}});
        CHECK(holds(again.get(wie), "value=\"Fatima\""));
    });
}

TEST_CASE("a link to go on shows nothing: it asks for a code, and then the draft is of that browser") {
    in_each([](Formulierwereld& w) {
        auto phone = w.anybody();
        const std::string page = half_way(w, phone);
        phone.get(draft_of(page) + "/bewaar");
        CHECK(phone.post(draft_of(page) + "/bewaar", {{"email", "geen adres"}}).status == 422);
        const auto saved = phone.post(draft_of(page) + "/bewaar", {{"email", "jan@voorbeeld.example"}});
        CHECK(saved.status == 200);
        const auto& letter = w.post.brieven.back().tekst;
        const auto at = letter.find("/g/oeverland/formulier-verder/");
        REQUIRE(at != std::string::npos);
        const std::string link = letter.substr(at, letter.find('\n', at) - at);
        auto laptop = w.anybody();
        const auto door = laptop.get(link);
        CHECK(door.status == 200);
        for (const char* secret : {"stoep", "jan@", "Proefvraag"}) CHECK_MESSAGE(!holds(door, secret), std::string(secret));
        CHECK(w.post.brieven.size() == 1);
        CHECK(laptop.post(link, {{"stuur", "1"}}).status == 200);
        CHECK(laptop.post(link, {{"code", "000000"}}).status == 422);
        const std::string on = laptop.next(link, {{"code", w.post.code()}});
        CHECK(laptop.get(on).status == 200);
        CHECK(laptop.get(draft_of(on) + "/een").body.find("De stoep is kapot") != std::string::npos);
        CHECK(phone.get(page).status == 404);
        // Wrong, old and expired links look alike.
        CHECK(laptop.get("/g/oeverland/formulier-verder/" + std::string(32, 'x')).status == 404);
        w.later(days(31));
        CHECK(laptop.get(link).status == 404);
    });
}

TEST_CASE("what was begun after signing in goes on after the same sign-in only") {
    in_each([](Formulierwereld& w) {
        auto fatima = w.signed_in(w.fatima);
        const std::string page = half_way(w, fatima);
        fatima.get(draft_of(page) + "/bewaar");
        const auto saved = fatima.post(draft_of(page) + "/bewaar", {{"email", ""}});
        const auto at = saved.body.find("/g/oeverland/formulier-verder/");
        REQUIRE(at != std::string::npos);
        const std::string link = saved.body.substr(at, saved.body.find_first_of("\"<", at) - at);
        auto jan = w.signed_in(w.person("Jan", "Vis", w.v.oeverland));
        auto nobody = w.anybody();
        for (auto* one : {&jan, &nobody}) {
            const auto door = one->get(link);
            CHECK(door.status == 200);
            CHECK_FALSE(holds(door, "stoep"));
            CHECK(one->get(page).status == 404);
        }
        auto elsewhere = w.signed_in(w.fatima);
        const auto on = elsewhere.get(link);
        CHECK(on.status == 303);
        CHECK(elsewhere.get(on.headers.get("Location")).status == 200);
    });
}

TEST_CASE("an address that nobody confirmed never leads to a known person, and a code is tried five times at most") {
    in_each([](Formulierwereld& w) {
        auto browser = w.anybody();
        const std::string page = half_way(w, browser);
        browser.get(page);
        const std::string confirm = browser.next(page, {{"v.voornaam", "Jan"}, {"v.achternaam", "Vis"}, {"v.email", "jan@voorbeeld.example"}});
        browser.get(confirm);
        const std::string good = w.post.code();
        const std::string wrong = good == "123456" ? "654321" : "123456";
        for (int i = 0; i < code_pogingen; ++i) CHECK(browser.post(confirm, {{"code", wrong}}).status == 422);
        CHECK(browser.post(confirm, {{"code", good}}).status == 422);
        w.later(seconds(30));
        CHECK(browser.post(draft_of(page) + "/controle", {{"akkoord", "ja"}}).headers.get("Location").ends_with("/bevestig"));
        CHECK(w.store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from formulier_inzending"); }) == 0);
    });
}

TEST_CASE("programs are told apart without a puzzle: an unseen field, a time too short, too many from one address") {
    in_each([](Formulierwereld& w) {
        auto browser = w.anybody();
        browser.get(base);
        const auto lured = browser.post(base, {{"website", "https://reclame.example"}});
        CHECK(lured.status == 422);
        CHECK(holds(lured, "onzichtbaar veld"));
        const auto who = w.inwoner(w.fatima);
        const Toegang toegang{who, true, "geheim", portaal::caller_of(who, "portaal/formulier", "r"), "192.0.2.7"};
        const auto quick = w.invullen.begin(toegang, "kap").value();
        http::Params fields;
        fields.add("v.aantal", "1");
        CHECK(w.invullen.keep(toegang, quick, "een", fields)->fouten.empty());
        CHECK(w.invullen.indienen(toegang, quick, true).error().key == "formulier.fout.te_snel");
        int begun = 1;
        while (begun < 100 && w.invullen.begin(toegang, "proef")) ++begun;
        CHECK(begun == 30);
        CHECK(w.invullen.begin(toegang, "proef").error().key == "formulier.fout.te_vaak");
    });
}

TEST_CASE("a form whose case type is missing, and one that was switched off, are not there") {
    in_each([](Formulierwereld& w) {
        auto browser = w.anybody();
        const auto list = browser.get("/g/oeverland/formulier");
        CHECK(holds(list, "Proefvraag"));
        CHECK_FALSE(holds(list, "Ontbreekt"));
        CHECK(browser.get("/g/oeverland/formulier/ontbreekt").status == 404);
        CHECK(browser.get("/g/oeverland/formulier/er-is-er-geen").status == 404);
        const auto lines = w.formulieren.ontbrekend();
        CHECK(std::any_of(lines.begin(), lines.end(), [](const std::string& one) { return one.find("is-er-niet") != std::string::npos; }));
        const auto beheerder = organisatie::testing::caller(w.v.sanne, {{access::Rol::beheerder, w.v.oeverland, {}}});
        CHECK(w.formulieren.set_aangeboden(beheerder, w.v.oeverland, "proef", false).has_value());
        CHECK(browser.get(base).status == 404);
        CHECK(w.formulieren.set_aangeboden(beheerder, w.v.oeverland, "niets", false).error().reason == Reason::not_found);
    });
}

TEST_CASE("a version that was begun stays as it was when the shipped form changes") {
    in_each([](Formulierwereld& w) {
        auto browser = w.anybody();
        const std::string page = half_way(w, browser);
        Definitie changed = read_definitie(testing::proef_json).value();
        changed.versie = 2;
        changed.titel.nl = "Andere titel";
        FormulierService newer(w.store, w.clock, w.ids, {changed});
        w.store.write([&](store::Tx& tx) {
            const auto second = newer.versie_van(tx, w.v.oeverland, changed);
            CHECK(newer.versie_van(tx, w.v.oeverland, changed) == second);
            CHECK(last_versie(tx, w.v.oeverland, "proef")->nummer == 2);
            CHECK(newer.definitie(tx, second)->titel.nl == "Andere titel");
        });
        CHECK(holds(browser.get(page), "Proefvraag"));
    });
}

TEST_CASE("counters tell where people stop and go wrong, without who; drafts go after thirty days with their files") {
    in_each([](Formulierwereld& w) {
        auto browser = w.anybody();
        const std::string page = half_way(w, browser);
        browser.get(page);
        browser.post(page, {{"v.email", "geen"}});
        w.later(days(31));
        access::Bewaring bewaring(w.store);
        bewaring.add(bewaar_regels(w.documenten));
        bewaring.run(w.clock.now());
        CHECK(w.store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from formulier_concept"); }) == 0);
        const auto beheerder = organisatie::testing::caller(w.v.sanne, {{access::Rol::beheerder, w.v.oeverland, {}}});
        const auto counted = w.formulieren.cijfers(beheerder, w.v.oeverland, "proef").value();
        const auto count = [&](const char* soort, const char* key) {
            for (const Telling& one : counted.tellingen)
                if (one.soort == soort && one.sleutel == key) return one.aantal;
            return std::int64_t{0};
        };
        CHECK(count("gestart", "") == 1);
        CHECK(count("fout", "email") == 1);
        CHECK(count("verlaten", "wie") == 1);
    });
}

TEST_CASE("what was sent goes with its work, and with who sent it") {
    in_each([](Formulierwereld& w) {
        auto fatima = w.signed_in(w.fatima);
        fatima.get("/g/oeverland/formulier/kap");
        const std::string first = fatima.next("/g/oeverland/formulier/kap", {});
        fatima.get(first);
        const std::string check = fatima.next(first, {{"v.aantal", "2"}});
        fatima.get(check);
        w.later(seconds(30));
        fatima.next(check, {});
        const auto sent = w.store.read([&](store::Tx& tx) { return inzendingen_van(tx, w.fatima).front(); });
        const access::Caller tom = w.tom();
        CHECK(w.invullen.of_werk(tom, sent.werk)->front().antwoorden.size() == 1);
        w.store.write([&](store::Tx& tx) { forget_partij(tx, w.documenten, w.fatima, w.clock.now()); });
        CHECK(w.invullen.of_werk(tom, sent.werk)->front().antwoorden.empty());
        w.store.write([&](store::Tx& tx) { destroy_of_werk(tx, w.documenten, sent.werk, w.clock.now()); });
        CHECK(w.invullen.of_werk(tom, sent.werk)->empty());
    });
}

}  // namespace dichtbij::formulier::formulier_test
