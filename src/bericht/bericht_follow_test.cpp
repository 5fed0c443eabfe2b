#include "bericht/bericht_follow.h"

#include "support/post.h"

namespace dichtbij::bericht::bericht_follow_test {
namespace {

using testing::in_each;
using testing::Post;

std::int64_t events(Post& p, const werk::Werk& werk, std::string_view gebeurtenis) {
    const auto timeline = p.timeline(werk.id);
    return std::count_if(timeline.begin(), timeline.end(), [&](const journal::Line& one) { return one.gebeurtenis == gebeurtenis; });
}

}  // namespace

TEST_CASE("an event for which there is a rule gives one message, filled in for the person") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        p.append("zaak.geopend", werk);
        p.append("zaak.iets_anders", werk);
        p.follow();
        const auto berichten = p.of_werk(werk);
        REQUIRE(berichten.size() == 1);
        const Bericht& one = berichten[0];
        CHECK(one.sjabloon == "ontvangen");
        CHECK(one.sjabloon_versie == "standaard.1");
        CHECK(one.regel == "zaak-ontvangen");
        CHECK_FALSE(one.door);
        CHECK(one.oorzaak.has_value());
        CHECK(one.tekst.starts_with("Beste Fatima Idrissi,"));
        CHECK(one.tekst.find("{") == std::string::npos);
        CHECK(one.onderwerp.find(werk.nummer) != std::string::npos);
        p.follow();
        CHECK(p.of_werk(werk).size() == 1);
        p.release();
        CHECK(p.seen_by(p.fatima).size() == 1);
        CHECK(p.bericht_faults().empty());
    });
}

TEST_CASE("who reads English gets English") {
    in_each([](Post& p) {
        const auto emma = p.person("Emma", "Smith", [](partij::Gegevens& g) { g.voorkeuren.taal = "eng"; });
        const auto werk = p.asked(emma);
        p.append("zaak.geopend", werk);
        p.follow();
        CHECK(p.of_werk(werk).at(0).tekst.starts_with("Dear Emma Smith,"));
        CHECK(p.of_werk(werk).at(0).taal == "eng");
    });
}

TEST_CASE("a follower that dies keeps the message and the cursor, or neither") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        p.append("zaak.geopend", werk);
        for (int n = 1;; ++n) {
            FailingStore failing(p.store, n);
            const auto follower = bericht_follower(failing, "proef", p.maker);
            const auto before = bericht_follower(p.store, "proef", p.maker)->cursor();
            try {
                follower->run_once(p.clock.now(), 100);
            } catch (const store::Unavailable&) {
            }
            const bool has_moved = bericht_follower(p.store, "proef", p.maker)->cursor() != before;
            CHECK(p.of_werk(werk).size() == (has_moved ? 1U : 0U));
            if (!failing.has_failed() || has_moved) break;
        }
        p.follow();
        CHECK(p.of_werk(werk).size() == 1);
    });
}

TEST_CASE("two processes that follow make one message") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        p.append("zaak.geopend", werk);
        const auto one = bericht_follower(p.store, "een", p.maker), two = bericht_follower(p.store, "twee", p.maker);
        for (int round = 0; round < 3; ++round) {
            one->run_once(p.clock.now(), 1);
            two->run_once(p.clock.now(), 1);
            p.clock.advance(minutes(2));
        }
        p.follow();
        CHECK(p.of_werk(werk).size() == 1);
    });
}

TEST_CASE("internal work, the deceased and a confidential address get nothing; the last two are told to who works on it") {
    in_each([](Post& p) {
        const auto geheim = p.asked(p.person("Geheim", "Adres", [](partij::Gegevens& g) { g.indicaties.geheimhouding = true; }));
        const auto dood = p.asked(p.person("Jan", "Bos", [](partij::Gegevens& g) { g.indicaties.overleden = true; }));
        const auto ouder = p.asked();
        auto opening = p.question();
        opening.partij = p.fatima;
        opening.ouder = ouder.id;
        const auto intern = p.open(opening);
        const auto niemand = p.open();
        for (const auto& one : {geheim, dood, intern, niemand}) p.append("zaak.geopend", one);
        p.follow();
        for (const auto& one : {geheim, dood, intern, niemand}) CHECK(p.of_werk(one).empty());
        CHECK(events(p, geheim, "bericht.overgeslagen") == 1);
        CHECK(events(p, dood, "bericht.overgeslagen") == 1);
        CHECK(events(p, intern, "bericht.overgeslagen") == 0);
    });
}

TEST_CASE("a value that is missing stops the message and is told, and what knows cases may silence a sub-case") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        p.append("zaak.ingebrekestelling", werk);
        p.follow();
        CHECK(p.of_werk(werk).empty());
        const auto timeline = p.timeline(werk.id);
        REQUIRE(timeline[0].gebeurtenis == "bericht.overgeslagen");
        CHECK(timeline[0].kenmerk("reden") == "zonder_datum_dwangsom");
        p.bron.add([](store::Tx&, const journal::Line* line, Geadresseerde& naar) {
            if (line && line->kenmerk("deelzaak") == "ja") naar.zwijg = Zwijgreden::deelzaak;
            naar.waarden["datum_dwangsom"] = make_day(2026, 12, 7);
        });
        p.append("zaak.ingebrekestelling", werk, {{"deelzaak", "ja"}});
        p.follow();
        CHECK(p.of_werk(werk).empty());
        p.append("zaak.ingebrekestelling", werk);
        p.follow();
        CHECK(p.of_werk(werk).size() == 1);
    });
}

TEST_CASE("where a person wrote with the act, or chose not to, the rule keeps silent") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        p.wrote(p.words(werk));
        p.append("zaak.hervat", werk);
        p.clock.advance(minutes(1));
        p.follow();
        CHECK(p.of_werk(werk).size() == 1);
        p.append("zaak.hervat", werk);
        p.follow();
        CHECK(p.of_werk(werk).size() == 2);
        p.clock.advance(minutes(1));
        p.append("zaak.niet_bericht", werk);
        p.append("zaak.gesloten", werk);
        p.follow();
        CHECK(p.of_werk(werk).size() == 2);
    });
}

TEST_CASE("what is days old when the follower sees it is told no more") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        p.append("zaak.geopend", werk);
        p.clock.advance(te_oud_termijn + seconds(1));
        p.follow();
        CHECK(p.of_werk(werk).empty());
    });
}

TEST_CASE("a message by rule about an act that can be undone waits, and goes with the act") {
    in_each([](Post& p) {
        REQUIRE(p.beheer.set_actief(p.beheerder(), p.v.oeverland, "nieuwe-behandelaar", true));
        const auto werk = p.asked();
        const auto given = p.werk.assign(p.marleen(), {werk.id, werk.versie}, p.v.ilse).value();
        p.follow();
        REQUIRE(p.of_werk(werk).size() == 1);
        CHECK(p.of_werk(werk)[0].handeling == given.ongedaan);
        CHECK(p.of_werk(werk)[0].tekst.find("Ilse") != std::string::npos);
        CHECK(p.release().berichten == 0);
        p.clock.advance(seconds(30));
        REQUIRE(p.werk.undo(p.marleen(), *given.ongedaan));
        p.follow();
        CHECK(p.of_werk(werk)[0].staat == Staat::ingetrokken);
        // Taken back before the follower came by: nothing was ever written.
        const auto now = p.again(werk);
        const auto again = p.werk.assign(p.marleen(), {now.id, now.versie}, p.v.ilse).value();
        REQUIRE(p.werk.undo(p.marleen(), *again.ongedaan));
        p.follow();
        CHECK(p.of_werk(werk).size() == 1);
        p.clock.advance(hours(2));
        CHECK(p.release().berichten == 0);
    });
}

TEST_CASE("a rule that is off makes nothing, one of the gemeente that is more exact decides") {
    in_each([](Post& p) {
        REQUIRE(p.beheer.set_actief(p.beheerder(), p.v.oeverland, "zaak-ontvangen", false));
        const auto werk = p.asked();
        p.append("zaak.geopend", werk);
        p.follow();
        CHECK(p.of_werk(werk).empty());
        REQUIRE(p.beheer.set_actief(p.beheerder(), p.v.oeverland, "zaak-ontvangen", true));
        REQUIRE(p.beheer.add_regel(p.beheerder(), p.v.oeverland, {.code = "", .gebeurtenis = "zaak.geopend", .kanaal = "telefoon", .sjabloon = "document"}));
        p.append("zaak.geopend", werk);
        p.follow();
        REQUIRE(p.of_werk(werk).size() == 1);
        CHECK(p.of_werk(werk)[0].sjabloon == "document");
    });
}

TEST_CASE("in a confidential domain a subject does not say what it is about") {
    in_each([](Post& p) {
        auto opening = p.question();
        opening.partij = p.fatima;
        opening.domein = "wmo";
        const auto werk = p.try_open(opening, access::system_caller("proef")).value();
        p.bron.add([](store::Tx&, const journal::Line*, Geadresseerde& naar) { naar.waarden["zaaktype"] = Tweetalig{"Scootmobiel", "Mobility scooter"};
                                                                           naar.waarden["status"] = std::string("Bekeken"); });
        p.append("zaak.status_gezet", werk);
        p.follow();
        const auto one = p.of_werk(werk).at(0);
        CHECK(one.onderwerp == "Nieuws over uw vraag (" + werk.nummer + ")");
        CHECK(one.tekst.find("Scootmobiel") != std::string::npos);
    });
}

TEST_CASE("who writes himself starts from the template, with what is not known left to fill in") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        const auto concept_ = p.store.read([&](store::Tx& tx) {
            return p.voorstellen.concept_(tx, werk.id, "belofte_verzet", {{"datum_belofte_oud", make_day(2026, 11, 20)}, {"datum_belofte", make_day(2026, 11, 27)}});
        });
        REQUIRE(concept_);
        CHECK(concept_->tekst.find("vrijdag 27 november") != std::string::npos);
        CHECK(concept_->tekst.find("{reden}") != std::string::npos);
        CHECK(concept_->taal == "nld");
        CHECK_FALSE(p.store.read([&](store::Tx& tx) { return p.voorstellen.concept_(tx, werk.id, "bestaat_niet"); }));
    });
}

}  // namespace dichtbij::bericht::bericht_follow_test
