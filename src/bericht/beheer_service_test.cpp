#include "bericht/beheer_service.h"

#include "support/post.h"

namespace dichtbij::bericht::beheer_service_test {
namespace {

using testing::in_each;
using testing::key_of;
using testing::Post;
using testing::reason_of;
using testing::standaard;

Inhoud own_words() { return {"Ontvangen: {nummer}", "Received: {nummer}", "Beste {naam},\n\nU hoort het uiterlijk {datum_belofte}.", "Dear {naam},\n\nYou will hear by {datum_belofte}."}; }

std::optional<Geldend> geldend(Post& p, const char* code) {
    return p.store.read([&](store::Tx& tx) { return p.beheer.geldend(tx, p.v.oeverland, code); });
}

}  // namespace

TEST_CASE("a gemeente writes its own words, publishes them, and goes back to the shipped ones") {
    in_each([](Post& p) {
        const auto caller = p.beheerder();
        const auto gemeente = p.v.oeverland;
        CHECK(geldend(p, "ontvangen")->versie == "standaard.1");
        CHECK(p.beheer.save_ontwerp(caller, {gemeente, "ontvangen", own_words(), 0}).value() == 1);
        CHECK(geldend(p, "ontvangen")->versie == "standaard.1");
        Inhoud better = own_words();
        better.onderwerp_nl = "Wij hebben het: {nummer}";
        CHECK(p.beheer.save_ontwerp(caller, {gemeente, "ontvangen", better, 1}).value() == 2);
        CHECK(p.beheer.save_ontwerp(caller, {gemeente, "ontvangen", better, 2}).value() == 2);
        CHECK(key_of(p.beheer.save_ontwerp(caller, {gemeente, "ontvangen", own_words(), 1})) == "fout.gewijzigd");
        CHECK(key_of(p.beheer.publish(caller, gemeente, "ontvangen", 1)) == "fout.gewijzigd");
        REQUIRE(p.beheer.publish(caller, gemeente, "ontvangen", 2));
        CHECK(geldend(p, "ontvangen")->versie == "eigen.1");
        CHECK(geldend(p, "ontvangen")->inhoud == better);
        // The next draft leaves the published version as it is.
        REQUIRE(p.beheer.save_ontwerp(caller, {gemeente, "ontvangen", own_words(), 0}));
        CHECK(geldend(p, "ontvangen")->inhoud == better);
        REQUIRE(p.beheer.publish(caller, gemeente, "ontvangen", 1));
        CHECK(geldend(p, "ontvangen")->versie == "eigen.2");
        const auto blad = p.beheer.sjabloon(caller, gemeente, "ontvangen").value();
        REQUIRE(blad.versies.size() == 2);
        CHECK(blad.versies[1].inhoud() == better);
        CHECK(blad.versies[1].status == Versiestatus::vervallen);
        REQUIRE(p.beheer.restore(caller, gemeente, "ontvangen"));
        CHECK(geldend(p, "ontvangen")->versie == "standaard.1");
        CHECK(reason_of(p.beheer.restore(caller, gemeente, "ontvangen")) == Reason::not_found);
    });
}

TEST_CASE("own words are used by rules, with their version") {
    in_each([](Post& p) {
        REQUIRE(p.beheer.save_ontwerp(p.beheerder(), {p.v.oeverland, "ontvangen", own_words(), 0}));
        REQUIRE(p.beheer.publish(p.beheerder(), p.v.oeverland, "ontvangen", 1));
        const auto werk = p.asked();
        p.append("zaak.geopend", werk);
        p.follow();
        CHECK(p.of_werk(werk).at(0).sjabloon_versie == "eigen.1");
        CHECK(p.of_werk(werk).at(0).onderwerp == "Ontvangen: " + werk.nummer);
    });
}

TEST_CASE("a draft is thrown away; wrong words and the wrong people are refused") {
    in_each([](Post& p) {
        const auto gemeente = p.v.oeverland;
        Inhoud wrong = own_words();
        wrong.tekst_nl = "Beste {voornaam}";
        CHECK(key_of(p.beheer.save_ontwerp(p.beheerder(), {gemeente, "ontvangen", wrong, 0})) == "bericht.fout.variabele_onbekend");
        CHECK(reason_of(p.beheer.save_ontwerp(p.marleen(), {gemeente, "ontvangen", own_words(), 0})) == Reason::forbidden);
        CHECK(reason_of(p.beheer.save_ontwerp(p.noor(), {gemeente, "ontvangen", own_words(), 0})) == Reason::not_found);
        CHECK(reason_of(p.beheer.save_ontwerp(p.beheerder(), {gemeente, "bestaat_niet", own_words(), 0})) == Reason::not_found);
        CHECK(reason_of(p.beheer.sjablonen(p.ruben(), gemeente)) == Reason::forbidden);
        CHECK(p.beheer.sjablonen(p.marleen(), gemeente)->size() == standaard().sjablonen.size());
        REQUIRE(p.beheer.save_ontwerp(p.beheerder(), {gemeente, "ontvangen", own_words(), 0}));
        CHECK(reason_of(p.beheer.withdraw_ontwerp(p.marleen(), gemeente, "ontvangen", 1)) == Reason::forbidden);
        REQUIRE(p.beheer.withdraw_ontwerp(p.beheerder(), gemeente, "ontvangen", 1));
        CHECK(reason_of(p.beheer.publish(p.beheerder(), gemeente, "ontvangen", 1)) == Reason::not_found);
    });
}

TEST_CASE("rules of a gemeente: switched, added, tried and removed") {
    in_each([](Post& p) {
        const auto gemeente = p.v.oeverland;
        const auto shipped = standaard().regels.size();
        CHECK(p.beheer.regels(p.marleen(), gemeente)->size() == shipped);
        CHECK(reason_of(p.beheer.regels(p.ruben(), gemeente)) == Reason::forbidden);
        CHECK(reason_of(p.beheer.set_actief(p.marleen(), gemeente, "zaak-ontvangen", false)) == Reason::forbidden);
        CHECK(reason_of(p.beheer.set_actief(p.beheerder(), gemeente, "bestaat-niet", false)) == Reason::not_found);
        CHECK(key_of(p.beheer.remove_regel(p.beheerder(), gemeente, "zaak-ontvangen")) == "bericht.fout.meegeleverd");
        const Berichtregel stil{.code = "", .gebeurtenis = "zaak.status_gezet", .zaaktype = "klacht", .sjabloon = ""};
        const auto code = p.beheer.add_regel(p.beheerder(), gemeente, stil).value();
        CHECK(key_of(p.beheer.add_regel(p.beheerder(), gemeente, stil)) == "bericht.fout.regel_bestaat");
        CHECK(p.beheer.probeer(p.marleen(), gemeente, {"zaak.status_gezet", {}, "klacht", ""})->regel->code == code);
        CHECK(p.beheer.probeer(p.marleen(), gemeente, {"zaak.status_gezet", {}, "kap", ""})->regel->sjabloon == "status");
        CHECK_FALSE(p.beheer.probeer(p.marleen(), gemeente, {"taak.belpoging", {{"resultaat", "geen_gehoor"}}, "", ""})->regel);
        CHECK(p.beheer.probeer(p.marleen(), gemeente, {"taak.belpoging", {{"resultaat", "geen_gehoor"}}, "", ""})->regels.size() == 1);
        REQUIRE(p.beheer.remove_regel(p.beheerder(), gemeente, code));
        CHECK(p.beheer.regels(p.marleen(), gemeente)->size() == shipped);
        for (Berichtregel bad : {Berichtregel{.gebeurtenis = "bericht.geschreven"}, Berichtregel{.gebeurtenis = "zaak.geopend", .kenmerk = "kleur", .waarde = "rood"},
                                 Berichtregel{.gebeurtenis = "zaak.status_gezet", .kenmerk = "status"}, Berichtregel{.gebeurtenis = "zaak.geopend", .sjabloon = "nergens"}})
            CHECK(reason_of(p.beheer.add_regel(p.beheerder(), gemeente, bad)) == Reason::invalid);
    });
}

}  // namespace dichtbij::bericht::beheer_service_test
