// Registers that listen on this machine, asked by the service, on both databases.

#include <doctest/doctest.h>

#include <thread>

#include "opzoek/bewaring.h"
#include "opzoek/opzoek_store.h"
#include "opzoek/testing.h"

namespace dichtbij::opzoek::opzoek_service_test {
namespace {

using testing::Register;
using testing::Zoekkamer;

const Persoonsvraag over_fatima{MetBsn{testing::bsn_fatima}};
const MetAdres over_18{"3999AB", 18, "", ""};

template <class F>
void with_each_store(F test) {
    for (const auto& fresh : store::testing::fresh_stores(testing::schema())) {
        CAPTURE(fresh->name);
        test(*fresh->store);
    }
}

Uitkomst ask_brp(Zoekkamer& k) { return k.service.personen(k.tom(), k.v.oeverland, over_fatima, "BZ").value().uitkomst; }
Uitkomst ask_kvk(Zoekkamer& k) { return k.service.bedrijven(k.tom(), k.v.oeverland, {"90001234", ""}).value().uitkomst; }
Uitkomst ask_adres(Zoekkamer& k) { return k.service.adressen(k.tom(), k.v.oeverland, over_18).value().uitkomst; }

std::int64_t logged(Zoekkamer& k) {
    return k.store.read([&](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from opzoeking"); });
}

std::string closed_port() {
    const Register gone("{}");
    return gone.url();
}

}  // namespace

TEST_CASE("a person is asked with key, purpose and fields, and nothing of the answer is stored") {
    with_each_store([](store::Store& store) {
        Register brp(testing::brp_json({testing::fatima_json()}));
        Opties opties = testing::opties_met(brp.url(), "", "");
        opties.instellingen.brp.gebruiker_kop = "X-GEBRUIKER";
        Zoekkamer k(store, brp, opties);
        const auto antwoord = k.service.personen(k.tom(), k.v.oeverland, over_fatima, "BZ").value();
        CHECK(antwoord.uitkomst == Uitkomst::gevonden);
        CHECK(antwoord.vondsten.at(0).naam == "Fatima El Idrissi");
        const auto asked = brp.gevraagd().at(0);
        CHECK(asked.kop("X-API-KEY") == "sleutel-van-ons");
        CHECK(asked.kop("X-DOELBINDING") == "BZ");
        CHECK(asked.kop("X-GEBRUIKER") == k.v.tom.text());
        CHECK(asked.body.find("RaadpleegMetBurgerservicenummer") != std::string::npos);
        CHECK(logged(k) == 1);
        k.store.read([&](store::Tx& tx) {
            const auto row = opzoekingen(tx, k.v.oeverland, {}, 1).at(0);
            CHECK(row.doel == "BZ");
            CHECK(row.door == k.v.tom);
            CHECK(row.kenmerk.bytes.size() == 32);
            CHECK(row.kenmerk.bytes.find(testing::bsn_fatima) == std::string::npos);
        });
    });
}

TEST_CASE("without a purpose of the list nothing is asked, and a purpose of a domain is for who may read it") {
    with_each_store([](store::Store& store) {
        Register brp(testing::brp_json({testing::fatima_json()}));
        Zoekkamer k(store, brp);
        for (const char* doel : {"", "XX", "JEUGD"}) {
            const auto refused = k.service.personen(k.tom(), k.v.oeverland, over_fatima, doel);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().fields.at(0).field == "doel");
        }
        CHECK(brp.aantal() == 0);
        CHECK(logged(k) == 0);
        auto noor = k.tom();
        noor.domeinen = {"jeugd"};
        CHECK(k.service.doelen(noor, k.v.oeverland)->size() == 2);
        CHECK(k.service.personen(noor, k.v.oeverland, over_fatima, "JEUGD"));
        CHECK(k.service.personen(k.elders(), k.v.oeverland, over_fatima, "BZ").error().reason == Reason::not_found);
        CHECK(k.service.personen(k.beheerder(), k.v.oeverland, over_fatima, "BZ").error().reason == Reason::forbidden);
        CHECK_FALSE(k.service.personen(k.tom(), k.v.oeverland, MetBsn{"123"}, "BZ"));
        CHECK(brp.aantal() == 1);
    });
}

TEST_CASE("an answer about a person is kept for a short time, for the same employee and purpose only") {
    with_each_store([](store::Store& store) {
        Register brp(testing::brp_json({testing::fatima_json()}));
        Zoekkamer k(store, brp);
        ask_brp(k);
        CHECK(k.service.personen(k.tom(), k.v.oeverland, over_fatima, "BZ")->herkomst == Herkomst::geheugen);
        CHECK(brp.aantal() == 1);
        CHECK(logged(k) == 2);  // a look at what is remembered is a look
        CHECK(k.service.personen(k.priya(), k.v.oeverland, over_fatima, "BZ")->herkomst == Herkomst::bron);
        CHECK(brp.aantal() == 2);
        k.clock.advance(seconds(121));
        CHECK(k.service.personen(k.tom(), k.v.oeverland, over_fatima, "BZ")->herkomst == Herkomst::bron);
    });
}

TEST_CASE("who is a person here and was shown stands in the access log with the purpose") {
    with_each_store([](store::Store& store) {
        Register brp(testing::brp_json({testing::fatima_json(), testing::jan_json()}, "ZoekMetPostcodeEnHuisnummer"));
        Zoekkamer k(store, brp);
        const Id<Partij> fatima{k.ids.next()};
        k.service.on_bekenden([&](store::Tx&, Id<Gemeente>, const std::string& bsn) {
            return bsn == testing::bsn_fatima ? std::vector<Id<Partij>>{fatima} : std::vector<Id<Partij>>{};
        });
        CHECK(k.service.personen(k.tom(), k.v.oeverland, over_18, "BZ")->vondsten.size() == 2);
        k.log.flush();
        const auto seen = k.log.of_partij(fatima, {}).regels;
        REQUIRE(seen.size() == 1);
        CHECK(seen[0].doel == "Burgerzaken");
        CHECK(seen[0].medewerker == k.v.tom);
        CHECK(seen[0].zoek == "brp: adres");
    });
}

TEST_CASE("each source says found, none, refused, too busy, broken, and does so without failing the page") {
    struct Row {
        std::string json;
        int status;
        Uitkomst verwacht;
    };
    const std::string huge = "{\"x\":\"" + std::string(300 * 1024, 'x') + "\"}";
    const std::string deep = std::string(200, '[') + std::string(200, ']');
    const Row rows[] = {{"{}", 401, Uitkomst::geweigerd},        {"{}", 403, Uitkomst::geweigerd},   {"{}", 404, Uitkomst::onbekend},
                        {"{}", 429, Uitkomst::druk},             {"{}", 500, Uitkomst::geen_antwoord}, {"{}", 503, Uitkomst::geen_antwoord},
                        {"{\"personen\":", 200, Uitkomst::onleesbaar}, {"<html>", 200, Uitkomst::onleesbaar}, {deep, 200, Uitkomst::onleesbaar},
                        {"{}", 200, Uitkomst::onleesbaar},       {huge, 200, Uitkomst::geen_antwoord}, {"{}", 422, Uitkomst::verkeerd},
                        {R"({"code":"tooManyResults"})", 400, Uitkomst::te_veel}};
    with_each_store([&](store::Store& store) {
        Register bron("{}");
        Opties opties = testing::opties_met(bron.url(), bron.url(), bron.url());
        opties.instellingen.brp.bron.grens.fouten = opties.instellingen.kvk.bron.grens.fouten = opties.instellingen.adressen.bron.grens.fouten = 100;
        opties.instellingen.brp.bron.bewaar = opties.instellingen.kvk.bron.bewaar = opties.instellingen.adressen.bron.bewaar = seconds(0);
        Zoekkamer k(store, bron, opties);
        for (const Row& row : rows) {
            CAPTURE(row.status);
            CAPTURE(row.json.substr(0, 20));
            bron.antwoord(row.json, row.status);
            CHECK(ask_brp(k) == row.verwacht);
            CHECK(ask_kvk(k) == row.verwacht);
            CHECK(ask_adres(k) == row.verwacht);
        }
        bron.antwoord(testing::kvk_lijst_json);
        CHECK(ask_kvk(k) == Uitkomst::gevonden);
        bron.antwoord(testing::locatieserver_json);
        CHECK(ask_adres(k) == Uitkomst::gevonden);
        bron.antwoord(testing::brp_json({}));
        CHECK(ask_brp(k) == Uitkomst::onbekend);
    });
}

TEST_CASE("a source that is too slow or not there is no answer, and after so many it is left alone until its pause is over") {
    with_each_store([](store::Store& store) {
        Register bron(testing::brp_json({testing::fatima_json()}));
        Zoekkamer k(store, bron, testing::opties_met(bron.url(), closed_port(), ""));
        bron.hold();
        for (int i = 0; i < 3; ++i) CHECK(ask_brp(k) == Uitkomst::geen_antwoord);
        bron.let_go();
        CHECK(ask_brp(k) == Uitkomst::onderbroken);
        CHECK(bron.aantal() == 3);
        CHECK(k.service.overzicht(k.beheerder(), k.v.oeverland)->bronnen.at(0).toestand.stand == Onderbreekstand::open);
        k.clock.advance(seconds(60));
        CHECK(ask_brp(k) == Uitkomst::gevonden);
        CHECK(k.service.overzicht(k.beheerder(), k.v.oeverland)->bronnen.at(0).toestand.stand == Onderbreekstand::dicht);
        CHECK(ask_kvk(k) == Uitkomst::geen_antwoord);
        CHECK(ask_adres(k) == Uitkomst::uit);
    });
}

TEST_CASE("no more questions than the setting says are on their way at once") {
    Register bron(testing::kvk_lijst_json);
    const auto fresh = store::testing::fresh_sqlite(testing::schema());
    Opties opties = testing::opties_met("", bron.url(), "");
    opties.instellingen.kvk.bron.tegelijk = 1;
    Zoekkamer k(*fresh->store, bron, opties);
    bron.hold();
    std::thread first([&] { ask_kvk(k); });
    bron.wait_for(1);
    CHECK(k.service.bedrijven(k.tom(), k.v.oeverland, {"", "Bakkerij"})->uitkomst == Uitkomst::bezet);
    bron.let_go();
    first.join();
}

TEST_CASE("an access token is asked once, goes along, and is asked anew when it was refused") {
    const auto fresh = store::testing::fresh_sqlite(testing::schema());
    std::atomic<int> tokens{0};
    std::atomic<int> status{200};
    Register bron([&](const testing::Gevraagd& asked) {
        if (asked.pad == "/token") return http::Response::json(R"({"access_token":"bewijs-)" + std::to_string(++tokens) + R"(","expires_in":300})");
        return http::Response::json(testing::brp_json({testing::fatima_json()}), status);
    });
    Opties opties = testing::opties_met(bron.url(), "", "");
    opties.instellingen.brp.bron.bewaar = seconds(0);
    opties.instellingen.brp.token = {bron.url() + "/token", "dichtbij", "geheim & zo", "brp"};
    Zoekkamer k(*fresh->store, bron, opties);
    CHECK(ask_brp(k) == Uitkomst::gevonden);
    CHECK(ask_brp(k) == Uitkomst::gevonden);
    CHECK(tokens == 1);
    CHECK(bron.gevraagd().at(0).body.find("client_secret=geheim & zo") != std::string::npos);
    CHECK(bron.gevraagd().at(1).kop("Authorization") == "Bearer bewijs-1");
    k.clock.advance(seconds(280));
    CHECK(ask_brp(k) == Uitkomst::gevonden);
    CHECK(tokens == 2);
    status = 401;
    CHECK(ask_brp(k) == Uitkomst::geweigerd);
    status = 200;
    CHECK(ask_brp(k) == Uitkomst::gevonden);
    CHECK(tokens == 3);
}

TEST_CASE("a company comes with its own vestiging") {
    with_each_store([](store::Store& store) {
        Register kvk([](const testing::Gevraagd& asked) {
            return http::Response::json(asked.pad.starts_with("/v1/basisprofielen/90001234") ? testing::kvk_profiel_json : testing::kvk_lijst_json);
        });
        Zoekkamer k(store, kvk);
        const auto hoofd = k.service.bedrijf(k.tom(), k.v.oeverland, "90001234", "").value().vondsten.at(0);
        CHECK(hoofd.vestigingsnummer == "000090001234");
        CHECK(hoofd.postadres.straat == "Postbus");
        const auto neven = k.service.bedrijf(k.tom(), k.v.oeverland, "90001234", "000090005678").value().vondsten.at(0);
        CHECK(neven.adres.straat == "Rietdreef");
        CHECK(neven.rsin == "900012346");
        CHECK(k.service.bedrijf(k.tom(), k.v.oeverland, "90001234", "000000000000")->uitkomst == Uitkomst::onbekend);
        CHECK(kvk.aantal() == 2);  // the rest was remembered
        CHECK(kvk.gevraagd().at(0).kop("apikey") == "sleutel-van-ons");
    });
}

TEST_CASE("our own table answers when the source is off or down, and the answer says so") {
    with_each_store([](store::Store& store) {
        Register bron(testing::locatieserver_json);
        Zoekkamer k(store, bron);
        k.store.write([](store::Tx& tx) -> Result<Done> {
            CHECK(bewaar(tx, {"3999AB", 18, "", "", "Kastanjelaan", "Oeverdorp"}));
            CHECK_FALSE(bewaar(tx, {"3999AB", 18, "", "", "Kastanjelaan", "Oeverdorp"}));
            CHECK(bewaar(tx, {"3999AB", 18, "", "", "Kastanjedreef", "Oeverdorp"}));
            return Done{};
        });
        const auto ask = [&] { return k.service.adressen(k.tom(), k.v.oeverland, over_18).value(); };
        CHECK(ask().herkomst == Herkomst::bron);
        CHECK(ask().herkomst == Herkomst::geheugen);
        CHECK(k.service.schakel(k.beheerder(), k.v.oeverland, Bron::adressen, Schakeling::uit));
        CHECK(ask().herkomst == Herkomst::lokaal);
        CHECK(ask().vondsten.at(0).straat == "Kastanjedreef");
        CHECK(k.service.adressen(k.tom(), k.v.oeverland, {"3999AB", 99, "", ""})->uitkomst == Uitkomst::onbekend);
        CHECK(k.service.schakel(k.beheerder(), k.v.oeverland, Bron::adressen, Schakeling::aan));
        CHECK(ask().herkomst == Herkomst::geheugen);
        k.clock.advance(hours(2));
        bron.antwoord("{}", 500);
        CHECK(ask().herkomst == Herkomst::lokaal);
        CHECK(k.service.adressen(k.tom(), k.v.oeverland, {"3999AB", 99, "", ""})->uitkomst == Uitkomst::geen_antwoord);
    });
}

TEST_CASE("an administrator switches a source off in his own gemeente, sees how it goes, and the log is emptied in time") {
    with_each_store([](store::Store& store) {
        Register bron(testing::brp_json({testing::fatima_json()}));
        Zoekkamer k(store, bron);
        ask_brp(k);
        CHECK(k.service.schakel(k.tom(), k.v.oeverland, Bron::brp, Schakeling::uit).error().reason == Reason::forbidden);
        CHECK(k.service.schakel(k.beheerder(), k.v.heidedal, Bron::brp, Schakeling::uit).error().reason == Reason::not_found);
        CHECK(k.service.schakel(k.beheerder(), k.v.oeverland, Bron::brp, Schakeling::uit));
        CHECK(k.service.schakel(k.beheerder(), k.v.oeverland, Bron::brp, Schakeling::uit));
        CHECK(ask_brp(k) == Uitkomst::uit);
        CHECK_FALSE(k.service.is_aan(k.tom(), k.v.oeverland, Bron::brp).value());
        const auto overzicht = k.service.overzicht(k.beheerder(), k.v.oeverland).value();
        CHECK(overzicht.bronnen.at(0).vandaag == 2);
        CHECK(overzicht.bronnen.at(0).mislukt_vandaag == 1);
        CHECK(overzicht.bronnen.at(0).laatst_mislukt == "uit");
        CHECK(overzicht.bronnen.at(0).uit_op == k.clock.now());
        const auto regels = k.service.regels(k.beheerder(), k.v.oeverland, {}).value();
        REQUIRE(regels.regels.size() == 2);
        CHECK(regels.regels[0].uitkomst == "uit");
        CHECK_FALSE(regels.regels[0].door.empty());
        CHECK(k.service.schakel(k.beheerder(), k.v.oeverland, Bron::brp, Schakeling::aan));
        CHECK(ask_brp(k) == Uitkomst::gevonden);
        CHECK(k.service.regels(k.tom(), k.v.oeverland, {}).error().reason == Reason::forbidden);
        access::Bewaring bewaring(k.store);
        bewaring.add(bewaar_regels());
        CHECK(bewaring.problems(migrations()).empty());
        CHECK(bewaring.run(k.clock.now() + days(700)).empty());
        CHECK(bewaring.run(k.clock.now() + days(732)).at(0).aantal == 3);
    });
}

TEST_CASE("the log is paged by key") {
    with_each_store([](store::Store& store) {
        Register bron(testing::brp_json({testing::fatima_json()}));
        Zoekkamer k(store, bron);
        for (int i = 0; i < 51; ++i) {
            k.clock.advance(seconds(1));
            ask_brp(k);
        }
        const auto first = k.service.regels(k.beheerder(), k.v.oeverland, {}).value();
        CHECK(first.regels.size() == 50);
        REQUIRE(first.voor);
        const auto second = k.service.regels(k.beheerder(), k.v.oeverland, first.voor).value();
        CHECK(second.regels.size() == 1);
        CHECK_FALSE(second.voor);
    });
}

}  // namespace dichtbij::opzoek::opzoek_service_test
