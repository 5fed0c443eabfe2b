#include "portaal/aanbieder.h"

#include <doctest/doctest.h>

namespace dichtbij::portaal::aanbieder_test {
namespace {

std::optional<std::string> no_file(const std::string&) { return std::nullopt; }
std::optional<std::string> secret_file(const std::string&) { return "geheim\n"; }

using Velden = std::map<std::string, std::string>;
Velden basis() { return {{"kind", "digid"}, {"issuer", "https://broker.example"}, {"client_id", "dichtbij"}, {"client_secret", "geheim"}}; }

}  // namespace

TEST_CASE("a provider is read with what brokers usually call things") {
    const auto a = read_aanbieder("digid", basis(), no_file);
    REQUIRE(a);
    CHECK(a->naam("nl") == "DigiD");
    CHECK(a->bsn == Claimpad{"urn:nl-eid-gdi:1.0:id:BSN"});
    CHECK(a->niveau_van("http://eidas.europa.eu/LoA/high") == Betrouwbaarheidsniveau::hoog);
    CHECK_FALSE(a->niveau_van("onbekend"));
    CHECK(a->geldt_voor("oeverland"));
}

TEST_CASE("claims, levels and gemeenten are as the settings say") {
    Velden velden = basis();
    velden.merge(Velden{{"bsn_claim", "act > bsn"}, {"levels", "c=hoog, urn:a=b=laag"}, {"gemeenten", "oeverland, heidedal"}, {"name_en", "Your login"}});
    const auto a = read_aanbieder("a-1", velden, no_file);
    REQUIRE(a);
    CHECK(a->bsn == Claimpad{"act", "bsn"});
    CHECK(a->acr_values(Betrouwbaarheidsniveau::laag) == "urn:a=b c");
    CHECK(a->acr_values(Betrouwbaarheidsniveau::substantieel) == "c");
    CHECK(a->geldt_voor("heidedal"));
    CHECK_FALSE(a->geldt_voor("elders"));
    CHECK(a->naam("en") == "Your login");
}

TEST_CASE("a provider that cannot work is refused, naming the field") {
    struct Row {
        const char* veld;
        const char* waarde;
        const char* fout;
    };
    for (const Row& row : {Row{"kind", "facebook", "kind"}, Row{"issuer", "http://broker.example", "issuer"}, Row{"issuer", "broker", "issuer"},
                           Row{"issuer", "https://a b", "issuer"}, Row{"client_id", "", "client_id"}, Row{"client_secret", "", "client_secret"},
                           Row{"private_key_file", "/nergens", "private_key_file"}, Row{"scopes", "profile", "scopes"}, Row{"levels", "a=enorm", "levels"},
                           Row{"default_level", "enorm", "default_level"}, Row{"signing_algorithm", "HS256", "signing_algorithm"}, Row{"colour", "red", "colour"}}) {
        CAPTURE(row.veld);
        CAPTURE(row.waarde);
        Velden velden = basis();
        velden[row.veld] = row.waarde;
        const auto a = read_aanbieder("digid", velden, no_file);
        REQUIRE_FALSE(a);
        CHECK(a.error().veld == row.fout);
    }
    Velden without = basis();
    without.erase("client_secret");
    CHECK(read_aanbieder("digid", without, no_file).error().veld == "client_secret");
    without["client_secret_file"] = "geheim.txt";
    CHECK(read_aanbieder("digid", without, secret_file)->client_secret == "geheim");
    CHECK_FALSE(read_aanbieder("Digi D", basis(), no_file));
    Velden local = basis();
    local["issuer"] = "http://127.0.0.1:9000";
    CHECK(read_aanbieder("digid", local, no_file)->mag_heen("http://127.0.0.1:9000/token"));
}

}  // namespace dichtbij::portaal::aanbieder_test
