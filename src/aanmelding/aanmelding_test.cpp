#include "aanmelding/aanmelding.h"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <functional>

#include "aanmelding/testing.h"

namespace dichtbij::aanmelding::aanmelding_test {
namespace {

using access::Factoren;
using access::Rol;
using testing::werkaanbieder;
namespace json = boost::json;

json::object parsed(const char* text) { return json::parse(text).as_object(); }

Verklaring said_by(const char* id, const oidc::Velden& velden = {}) { return *verklaring_van(werkaanbieder(velden), parsed(id), {}); }

const auto oeverland = access::testing::oeverland;
const auto kcc = access::testing::test_id<Team>(5);

}  // namespace

TEST_CASE("groups are read as Keycloak and Entra ID write them") {
    CHECK(said_by(R"({"sub":"a","groups":["/kcc","beheer"]})").groepen == std::vector<std::string>{"/kcc", "beheer"});
    CHECK(said_by(R"({"sub":"a","groups":"kcc"})").groepen == std::vector<std::string>{"kcc"});
    CHECK(said_by(R"({"sub":"a","realm_access":{"roles":["kcc"]}})", {{"groups_claim", "realm_access > roles"}}).groepen == std::vector<std::string>{"kcc"});
    CHECK(said_by(R"({"sub":"a","groups":["kcc",1,null,{}]})").groepen == std::vector<std::string>{"kcc"});
    const auto entra = said_by(R"({"sub":"pair","oid":"11-22","preferred_username":"N@Oeverland.example","xms_edov":"1","groups":["aa-bb"]})",
                               {{"subject_claim", "oid"}, {"email_claim", "preferred_username"}, {"email_verified_claim", "xms_edov"}});
    CHECK(entra.onderwerp == "11-22");
    CHECK(entra.sub == "pair");
    CHECK(entra.email == "n@oeverland.example");
    CHECK(entra.email_bevestigd);
}

TEST_CASE("groups that the provider left out of the token are missed, not taken for none") {
    CHECK(said_by(R"({"sub":"a","_claim_names":{"groups":"src1"},"_claim_sources":{}})").groepen_elders);
    CHECK(said_by(R"({"sub":"a","hasgroups":true})").groepen_elders);
    CHECK_FALSE(said_by(R"({"sub":"a","groups":[]})").groepen_elders);
    CHECK_FALSE(verklaring_van(werkaanbieder({{"subject_claim", "oid"}}), parsed(R"({"sub":"a"})"), parsed(R"({"sub":"a","oid":"x"})")));
}

TEST_CASE("a second factor counts when the token says so, or as the settings say") {
    struct Row {
        const char* id;
        Factoren factoren;
    };
    for (const Row& row : {Row{R"({"sub":"a"})", Factoren::een}, Row{R"({"sub":"a","amr":["pwd"]})", Factoren::een}, Row{R"({"sub":"a","amr":["pwd","otp"]})", Factoren::meer},
                           Row{R"({"sub":"a","amr":["pwd","mfa"]})", Factoren::meer}, Row{R"({"sub":"a","amr":["otp"]})", Factoren::een}, Row{R"({"sub":"a","acr":"2"})", Factoren::meer},
                           Row{R"({"sub":"a","acr":"1"})", Factoren::een}}) {
        CAPTURE(row.id);
        CHECK(said_by(row.id, {{"strong_acr", "2, gold"}}).factoren == row.factoren);
        CHECK(said_by(row.id, {{"second_factor", "provider"}}).factoren == Factoren::meer);
        CHECK(said_by(row.id, {{"second_factor", "own"}}).factoren == Factoren::een);
    }
}

TEST_CASE("groups give roles, teams and domains, each once; a domain only by its own line") {
    const std::vector<Toewijzing> lines{{{}, "kcc", "", access::Grant{Rol::kcc_medewerker, oeverland, kcc}}, {{}, "iedereen", "", access::Grant{Rol::kcc_medewerker, oeverland, kcc}},
                                        {{}, "kcc", "", Teamlid{kcc}}, {{}, "wmo", "", Vertrouwelijk{"wmo"}}};
    const Gaven both = gaven_van(lines, {"/kcc", "iedereen", "onbekend"});
    CHECK(both.rollen == std::vector<access::Grant>{{Rol::kcc_medewerker, oeverland, kcc}});
    CHECK(both.teams == std::vector<Id<Team>>{kcc});
    CHECK(both.domeinen.empty());
    CHECK(gaven_van(lines, {"wmo"}).domeinen == std::vector<std::string>{"wmo"});
    CHECK(gaven_van(lines, {"KCC"}).empty());
    CHECK(gaven_van(lines, {}).empty());
}

TEST_CASE("what was given by hand stays when a group goes, what the group gave goes") {
    const access::Grant hand{Rol::behandelaar, oeverland, {}};
    const access::Grant group{Rol::kcc_medewerker, oeverland, kcc};
    const auto change = verschil({{hand, group}, {kcc}, {}}, {{group}, {kcc}, {}}, {{hand}, {}, {"wmo"}});
    CHECK(change.eraf == Gaven{{group}, {kcc}, {}});
    CHECK(change.erbij == Gaven{{}, {}, {"wmo"}});
}

TEST_CASE("settings of the provider that cannot work are refused, naming the field") {
    for (const auto& [veld, waarde] : std::vector<std::pair<const char*, const char*>>{{"issuer", "http://idp.example"}, {"only", "misschien"}, {"second_factor", "geen"}, {"recheck_minutes", "9"},
                                                                                      {"recheck_minutes", "10"}, {"url", "kcc"}, {"url", "http://kcc.example"}, {"groups_claim", ""}, {"colour", "red"}}) {
        CAPTURE(veld);
        CAPTURE(waarde);
        oidc::Velden velden = testing::basis();
        velden[veld] = waarde;
        const auto made = read_werkaanbieder(velden, [](const std::string&) { return std::optional<std::string>(); });
        REQUIRE_FALSE(made);
        CHECK(made.error().veld == veld);
    }
    CHECK(bewaarsleutel(werkaanbieder()).size() == 32);
    CHECK(bewaarsleutel(werkaanbieder()) != bewaarsleutel(werkaanbieder({{"client_secret", "ander"}})));
}

}  // namespace dichtbij::aanmelding::aanmelding_test
