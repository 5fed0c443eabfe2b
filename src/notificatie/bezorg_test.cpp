// Attempts, order, rest and giving up, on both stores; and the administrator who looks at it.

#include "notificatie/bezorg_service.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/notificatie.h"

namespace dichtbij::notificatie::bezorg_test {
namespace {

using testing::in_each_verteller;
using testing::Verteller;

const std::string a_url = "https://a.example/haak";
const std::string b_url = "https://b.example/haak";

Reason reason_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().reason;
}

}  // namespace

TEST_CASE("a refusal is tried again, later each time, and arrives") {
    in_each_verteller([](Verteller& t) {
        const auto haak = t.webhook(a_url).abonnement;
        t.web.statussen = {500, 0, 503};
        t.person("Yusuf", "Demir", t.v.oeverland);
        CHECK(t.tell() == 1);
        CHECK(t.tell() == 0);
        t.clock.advance(seconds(10));
        CHECK(t.tell() == 1);
        t.clock.advance(seconds(59));
        CHECK(t.tell() == 0);
        t.clock.advance(seconds(1));
        CHECK(t.tell() == 1);
        CHECK(t.regel(haak).abonnement.storingen == 3);
        CHECK(t.regel(haak).abonnement.rust_tot == t.clock.now() + seconds(30));
        t.clock.advance(minutes(5));
        CHECK(t.tell() == 1);
        const auto regel = t.regel(haak);
        CHECK(regel.abonnement.storingen == 0);
        CHECK_FALSE(regel.abonnement.rust_tot.has_value());
        CHECK(regel.wachtend == 0);
        // A repeat can be recognised.
        for (const auto& one : t.web.ontvangen) CHECK(one.kop("webhook-id") == t.web.ontvangen[0].kop("webhook-id"));
        CHECK(t.web.ontvangen[0].kop("webhook-signature") != t.web.ontvangen[3].kop("webhook-signature"));
    });
}

TEST_CASE("what is told about one object arrives in order, and other objects do not wait for it") {
    in_each_verteller([](Verteller& t) {
        t.webhook(a_url);
        const auto yusuf = t.person("Yusuf", "Demir", t.v.oeverland);
        const std::string his = yusuf.text();
        t.web.statussen = {500};
        CHECK(t.tell() == 1);
        t.rename(yusuf, "Joesoef");
        t.rename(t.fatima, "Fatma");
        CHECK(t.tell() == 1);
        CHECK(t.web.ontvangen.back().kort() == "update " + t.fatima.text());
        t.rename(yusuf, "Josef");
        CHECK(t.tell() == 0);
        t.clock.advance(seconds(10));
        CHECK(t.tell() == 3);
        const auto all = t.web.kort();
        CHECK(std::vector<std::string>(all.end() - 3, all.end()) == std::vector<std::string>{"create " + his, "update " + his, "update " + his});
        CHECK(t.told_faults().empty());
    });
}

TEST_CASE("a subscriber that never answers holds up nobody else") {
    in_each_verteller([](Verteller& t) {
        t.webhook(a_url);
        t.webhook(b_url);
        t.web.kiest = [](const testing::Ontvangen& one) { return one.url == a_url ? 0 : 204; };
        for (int i = 0; i < 30; ++i) t.person("Persoon", std::to_string(i), t.v.oeverland);
        t.tell();
        const auto of = [&](const std::string& url) { return std::count_if(t.web.ontvangen.begin(), t.web.ontvangen.end(), [&](const auto& one) { return one.url == url; }); };
        CHECK(of(b_url) == 30);
        CHECK(of(a_url) == 3);  // then it rests
    });
}

TEST_CASE("after eight attempts it is given up, the next about that object goes, and the administrator sees why") {
    in_each_verteller([](Verteller& t) {
        const auto haak = t.webhook(a_url).abonnement;
        t.web.kiest = [](const testing::Ontvangen&) { return 503; };
        const auto yusuf = t.person("Yusuf", "Demir", t.v.oeverland);
        const Instant first = t.clock.now();
        t.rename(yusuf, "Joesoef");
        for (int i = 0; i < 8; ++i) {
            CHECK(t.tell() == 1);
            CHECK(t.dode().size() == (i == 7 ? 1 : 0));
            t.clock.advance(hours(25));
        }
        const auto dead = t.dode();
        REQUIRE(dead.size() == 1);
        CHECK(dead[0].naar == haak.naam);
        CHECK(dead[0].host == "a.example");
        CHECK(dead[0].notificatie.actie == "create");
        CHECK(dead[0].levering.fout == Leverfout::geweigerd);
        CHECK(dead[0].levering.status == 503);
        CHECK(dead[0].levering.fout_sinds == first);
        CHECK(dead[0].levering.pogingen == 8);
        CHECK(t.regel(haak).dood == 1);
        t.web.kiest = {};
        CHECK(t.tell() == 1);
        CHECK(t.web.ontvangen.back().kort() == "update " + yusuf.text());
        REQUIRE(t.bezorgen.send_again(t.beheerder(), dead[0].levering.id).has_value());
        CHECK(t.tell() == 1);
        CHECK(t.web.ontvangen.back().kort() == "create " + yusuf.text());
        CHECK(t.web.ontvangen.back().kop("webhook-id") == dead[0].levering.id.text());
        CHECK(t.dode().empty());
        CHECK(t.bezorgen.send_again(t.beheerder(), dead[0].levering.id).error().key == "notificatie.fout.niet_opgegeven");
        CHECK(t.told_faults().empty());
    });
}

TEST_CASE("what waits for a week is given up, and all of it can be sent again at once") {
    in_each_verteller([](Verteller& t) {
        const auto haak = t.webhook(a_url).abonnement;
        t.web.kiest = [](const testing::Ontvangen&) { return 0; };
        for (int i = 0; i < 5; ++i) t.person("Persoon", std::to_string(i), t.v.oeverland);
        t.tell();
        t.clock.advance(te_oud_termijn);
        CHECK(t.bezorgen.expire(t.clock.now(), 3) == 0);
        t.clock.advance(seconds(1));
        CHECK(t.bezorgen.expire(t.clock.now(), 3) == 3);
        CHECK(t.bezorgen.expire(t.clock.now(), 3) == 2);
        CHECK(t.dode().size() == 5);
        CHECK(t.dode().front().levering.fout == Leverfout::te_oud);
        t.web.kiest = {};
        CHECK(t.bezorgen.send_all_again(t.beheerder(), haak.id) == 5);
        CHECK(t.bezorgen.expire(t.clock.now(), 10) == 0);
        CHECK(t.tell() == 5);
        CHECK(t.dode().empty());
    });
}

TEST_CASE("what was sent and not noted is sent again, under the same id, and before what came later") {
    in_each_verteller([](Verteller& t) {
        t.webhook(a_url);
        const auto yusuf = t.person("Yusuf", "Demir", t.v.oeverland);
        t.follow();
        const auto lost = t.bezorgen.take(t.clock.now(), {});  // and then the process is killed
        REQUIRE(lost.has_value());
        t.rename(yusuf, "Joesoef");
        CHECK(t.tell() == 0);
        t.clock.advance(BezorgService::in_hand - seconds(1));
        CHECK(t.tell() == 0);
        t.clock.advance(seconds(1));
        CHECK(t.tell() == 2);
        CHECK(t.web.kort() == std::vector<std::string>{"create " + yusuf.text(), "update " + yusuf.text()});
        CHECK(t.web.ontvangen[0].kop("webhook-id") == lost->uitgaand[0].id.text());
        // Noted twice is noted once.
        t.bezorgen.report(*lost, {{lost->uitgaand[0].id, Uitkomst::Hoe::mislukt, Leverfout::geen_antwoord, 0}}, t.clock.now());
        CHECK(t.tell() == 0);
        CHECK(t.dode().empty());
    });
}

TEST_CASE("a store that breaks while outcomes are noted loses none") {
    const auto fresh = fresh_sqlite(testing::verteller_schema());
    Verteller t(*fresh->store);
    t.webhook(a_url);
    const auto yusuf = t.person("Yusuf", "Demir", t.v.oeverland);
    t.rename(yusuf, "Joesoef");
    t.follow();
    const auto ronde = t.bezorgen.take(t.clock.now(), {});
    REQUIRE(ronde.has_value());
    for (int n = 1;; ++n) {
        const auto failing = failing_at(*fresh->store, n);
        BezorgService breaking(*failing, t.clock, t.ids, t.opties);
        try {
            breaking.report(*ronde, {{ronde->uitgaand[0].id, Uitkomst::Hoe::bezorgd, Leverfout::geen, 204}}, t.clock.now());
        } catch (const store::Unavailable&) {
        }
        if (!failing->has_failed()) break;
        CHECK(t.told_faults().empty());
    }
    CHECK(t.tell() == 1);
    CHECK(t.web.kort() == std::vector<std::string>{"update " + yusuf.text()});
}

TEST_CASE("when its application is switched off, nothing goes to it any more") {
    in_each_verteller([](Verteller& t) {
        const auto ita = t.applicatie(Verteller::alle_rechten());
        t.abonneer(ita, a_url, {{"partijen", {}}});
        t.person("Yusuf", "Demir", t.v.oeverland);
        t.follow();
        REQUIRE(t.toepassingen.switch_off(t.beheerder(), ita.id, ita.versie).has_value());
        CHECK(t.tell() == 0);
        t.person("Nog", "Een", t.v.oeverland);
        CHECK(t.tell() == 0);
        CHECK(t.web.ontvangen.empty());
        CHECK(t.rows("levering") == 1);
    });
}

TEST_CASE("a server that is taken off the list is not called any more, and nothing goes out without our own address") {
    in_each_verteller([](Verteller& t) {
        t.webhook(a_url);
        t.person("Yusuf", "Demir", t.v.oeverland);
        t.opties.bestemmingen = {};
        CHECK(t.tell() == 1);
        CHECK(t.web.ontvangen.empty());
        t.opties.bestemmingen = Bestemmingen::parse({"a.example", "127.0.0.0/8"}).value();
        t.opties.basis.clear();
        t.clock.advance(minutes(1));
        CHECK(t.tell() == 1);
        CHECK(t.web.ontvangen.empty());
        t.opties.basis = "https://kcc.example";
        t.clock.advance(minutes(10));
        CHECK(t.tell() == 1);
        CHECK(t.web.ontvangen.size() == 1);
    });
}

TEST_CASE("a name that leads to a closed address is refused when connecting") {
    in_each_verteller([](Verteller& t) {
        const auto haak = t.webhook(a_url).abonnement;
        t.opties.bestemmingen = Bestemmingen::parse({"a.example"}).value();
        t.person("Yusuf", "Demir", t.v.oeverland);
        t.follow();
        const auto due = t.bezorgen.take(t.clock.now(), {});
        REQUIRE(due.has_value());
        t.clock.advance(minutes(2));
        CHECK(t.tell() == 1);  // the subscriber of this test says that it is at 127.0.0.1
        CHECK(t.web.ontvangen.empty());
        CHECK(t.regel(haak).abonnement.storingen == 1);
    });
}

TEST_CASE("secrets are kept under the key of the installation; under another key nothing goes out and it is said why") {
    in_each_verteller([](Verteller& t) {
        t.opties.sleutel = std::string(32, 'k');
        t.webhook(a_url);
        t.opties.sleutel = std::string(32, 'x');
        t.person("Yusuf", "Demir", t.v.oeverland);
        for (int i = 0; i < 8; ++i) {
            t.tell();
            t.clock.advance(hours(25));
        }
        CHECK(t.web.ontvangen.empty());
        REQUIRE(t.dode().size() == 1);
        CHECK(t.dode()[0].levering.fout == Leverfout::geheim_onleesbaar);
    });
}

TEST_CASE("what did not arrive is for the administrator of that gemeente, page by page") {
    in_each_verteller([](Verteller& t) {
        const auto haak = t.webhook(a_url).abonnement;
        for (int i = 0; i < BezorgService::pagina_limit + 5; ++i) t.person("Persoon", std::to_string(i), t.v.oeverland);
        t.follow();
        t.clock.advance(te_oud_termijn + seconds(1));
        t.bezorgen.expire(t.clock.now(), 1000);
        const auto first = t.bezorgen.dode(t.beheerder(), t.v.oeverland).value();
        REQUIRE(first.volgende.has_value());
        CHECK(first.regels.size() == BezorgService::pagina_limit);
        const auto second = t.bezorgen.dode(t.beheerder(), haak.id, first.volgende).value();
        CHECK(second.regels.size() == 5);
        CHECK_FALSE(second.volgende.has_value());
        CHECK(first.regels.front().nummer > second.regels.back().nummer);
        const auto elsewhere = organisatie::testing::caller(t.v.noor, {{access::Rol::beheerder, t.v.heidedal, {}}});
        const auto levering = first.regels[0].levering.id;
        for (const auto& [who, reason] : {std::pair{t.tom(), Reason::forbidden}, std::pair{elsewhere, Reason::not_found}}) {
            CHECK(reason_of(t.bezorgen.dode(who, t.v.oeverland)) == reason);
            CHECK(reason_of(t.bezorgen.dode(who, haak.id)) == reason);
            CHECK(reason_of(t.bezorgen.send_again(who, levering)) == reason);
            CHECK(reason_of(t.bezorgen.send_all_again(who, haak.id)) == reason);
        }
        const auto off = t.abonnementen.switch_off(t.beheerder(), haak.id, haak.versie);
        REQUIRE(off.has_value());
        CHECK(t.bezorgen.send_again(t.beheerder(), levering).error().key == "notificatie.fout.staat_uit");
        CHECK(t.bezorgen.send_all_again(t.beheerder(), haak.id).error().key == "notificatie.fout.staat_uit");
    });
}

}  // namespace dichtbij::notificatie::bezorg_test
