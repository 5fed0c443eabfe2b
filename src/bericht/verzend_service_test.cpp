#include "bericht/verzend_service.h"

#include <algorithm>

#include "support/post.h"

namespace dichtbij::bericht::verzend_service_test {
namespace {

using testing::in_each;
using testing::key_of;
using testing::Post;
using testing::reason_of;

// Wants mail.
Id<Partij> mailer(Post& p) {
    return p.person("Jan", "Bos", [](partij::Gegevens& g) { g.voorkeuren.kanaal = "email"; });
}

Bericht mailed(Post& p) {
    const auto werk = p.asked(mailer(p));
    const auto id = p.wrote(p.words(werk)).id;
    REQUIRE(p.release().berichten == 1);
    return p.stored(id);
}

}  // namespace

TEST_CASE("without a sender for it a preferred channel still means Mijn Dichtbij, and nothing piles up") {
    in_each([](Post& p) {
        const Bericht one = mailed(p);
        CHECK(one.kanaal == "email");
        CHECK(one.staat == Staat::verzonden);
        CHECK(p.verzenden.due(p.clock.now(), 10).empty());
    });
}

TEST_CASE("a sender gets what is due under an id that stays the same, and again when it said nothing") {
    in_each([](Post& p) {
        const Bericht one = mailed(p);
        CHECK(one.staat == Staat::klaar);
        CHECK(p.seen_by(one.partij).size() == 1);  // it stands in Mijn Dichtbij already
        const auto first = p.verzenden.due(p.clock.now(), 10);
        REQUIRE(first.size() == 1);
        CHECK(first[0].onderwerp == one.onderwerp);
        CHECK(first[0].poging == 1);
        CHECK(p.verzenden.due(p.clock.now(), 10).empty());
        p.clock.advance(VerzendService::in_hand);
        const auto second = p.verzenden.due(p.clock.now(), 10);
        REQUIRE(second.size() == 1);
        CHECK(second[0].id == first[0].id);
        CHECK(second[0].poging == 2);
        REQUIRE(p.verzenden.sent(first[0].id, p.clock.now()));
        REQUIRE(p.verzenden.sent(first[0].id, p.clock.now() + hours(1)));
        CHECK(p.stored(one.id).verzonden_op == p.clock.now());
        CHECK(p.verzenden.due(p.clock.now() + days(2), 10).empty());
        CHECK(reason_of(p.verzenden.sent(Id<dichtbij::Zending>{p.ids.next()}, p.clock.now())) == Reason::not_found);
        CHECK(p.bericht_faults().empty());
    }, {"email"});
}

TEST_CASE("a departure that fails is tried again ever later, then a person may try") {
    in_each([](Post& p) {
        const Bericht one = mailed(p);
        int attempts = 0;
        for (auto due = p.verzenden.due(p.clock.now(), 10); !due.empty(); due = p.verzenden.due(p.clock.now(), 10)) {
            ++attempts;
            REQUIRE(p.verzenden.failed(due[0].id, "mailbox_vol", p.clock.now()));
            const auto wait = wacht_na(attempts);
            if (!wait) break;
            p.clock.advance(*wait - seconds(1));
            CHECK(p.verzenden.due(p.clock.now(), 10).empty());
            p.clock.advance(seconds(1));
        }
        CHECK(attempts == 11);
        const Bericht failed = p.stored(one.id);
        CHECK(failed.staat == Staat::mislukt);
        CHECK(p.seen_by(one.partij).size() == 1);
        CHECK(reason_of(p.verzenden.retry(p.ruben(), one.id, failed.versie)) == Reason::forbidden);
        CHECK(reason_of(p.verzenden.retry(p.noor(), one.id, failed.versie)) == Reason::not_found);
        CHECK(key_of(p.verzenden.retry(p.marleen(), one.id, failed.versie - 1)) == "fout.gewijzigd");
        REQUIRE(p.verzenden.retry(p.marleen(), one.id, failed.versie));
        CHECK(p.verzenden.due(p.clock.now(), 10).size() == 1);
        CHECK(key_of(p.verzenden.retry(p.marleen(), one.id, failed.versie + 1)) == "bericht.fout.niet_mislukt");
        CHECK(p.bericht_faults().empty());
    }, {"email"});
}

TEST_CASE("messages within an hour leave as one, that lists them in order") {
    in_each([](Post& p) {
        const auto jan = mailer(p);
        const auto werk = p.asked(jan);
        auto nieuw = p.words(werk);
        for (const char* onderwerp : {"Eerste", "Tweede", "Derde"}) {
            nieuw.onderwerp = onderwerp;
            p.wrote(nieuw);
            if (std::string(onderwerp) == "Eerste") CHECK(p.release().berichten == 1);
            p.clock.advance(minutes(10));
        }
        CHECK(p.release().berichten == 0);
        p.clock.advance(hours(1));
        CHECK(p.release() == Vertrokken{1, 2, 1, false});
        const auto due = p.verzenden.due(p.clock.now(), 10);
        REQUIRE(due.size() == 2);
        CHECK(due[0].onderwerp == "Eerste");
        CHECK(due[1].onderwerp == "2 berichten van gemeente Oeverland");
        CHECK(due[1].berichten.size() == 2);
        CHECK(due[1].tekst.find("1. Tweede") < due[1].tekst.find("2. Derde"));
        CHECK(p.bericht_faults().empty());
    }, {"email"});
}

TEST_CASE("quiet hours are chosen by a beheerder, and what waits is planned again") {
    in_each([](Post& p) {
        p.set("2026-11-23 21:00");
        const auto id = p.wrote(p.words(p.asked())).id;
        CHECK(p.release().berichten == 0);
        const Stilte kort{23 * 60, 7 * 60, 0};
        CHECK(reason_of(p.verzenden.set_stilte(p.marleen(), p.v.oeverland, kort, 0)) == Reason::forbidden);
        CHECK(reason_of(p.verzenden.set_stilte(p.beheerder(), p.v.heidedal, kort, 0)) == Reason::not_found);
        CHECK(reason_of(p.verzenden.set_stilte(p.beheerder(), p.v.oeverland, {0, 0, 127}, 0)) == Reason::invalid);
        REQUIRE(p.verzenden.set_stilte(p.beheerder(), p.v.oeverland, kort, 0));
        CHECK(key_of(p.verzenden.set_stilte(p.beheerder(), p.v.oeverland, {}, 0)) == "fout.gewijzigd");
        CHECK(p.verzenden.stilte(p.ruben(), p.v.oeverland)->stilte == kort);
        CHECK(p.verzenden.stilte(p.noor(), p.v.heidedal)->stilte == Stilte());
        CHECK(p.release().berichten == 1);
        CHECK(p.stored(id).staat == Staat::verzonden);
    });
}

TEST_CASE("many persons depart in transactions of a few, and the rest at the next call") {
    in_each([](Post& p) {
        for (int i = 0; i < 7; ++i) {
            NieuwBericht nieuw = p.words(p.asked());
            nieuw.werk.reset();
            nieuw.partij = p.person("Bewoner" + std::to_string(i), "Test", [](partij::Gegevens&) {});
            p.wrote(nieuw);
        }
        const Vertrokken some = p.verzenden.release(p.clock.now(), 5);
        CHECK(some.personen == 5);
        CHECK(some.meer);
        CHECK(p.verzenden.release(p.clock.now(), 5) == Vertrokken{2, 2, 2, false});
    });
}

}  // namespace dichtbij::bericht::verzend_service_test
