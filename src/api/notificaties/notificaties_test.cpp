// The ten operations of Notificaties 1.0.1, over the router, on both stores.

#include <doctest/doctest.h>

#include <algorithm>

#include "api/notificaties/notificaties_json.h"
#include "api/notificaties/notificaties_routes.h"
#include "api/testing.h"
#include "notificatie/bezorg_service.h"
#include "support/spec.h"

namespace dichtbij::notificaties::notificaties_test {
namespace {

using api::testing::Geantwoord;
using api::testing::Proef;

const std::string place = "/notificaties/api/v1";
const std::string abonnement =
    R"({"callbackUrl":"https://ita.example/haak","auth":"Bearer abc","kanalen":[{"naam":"internetaken","filters":{"status":"te_verwerken","#actie":"*"}},{"naam":"partijen"}]})";
const std::string kanaal = R"({"naam":"zaken","documentatieLink":"https://zaken.example/uitleg","filters":["bronorganisatie","zaaktype"]})";
const std::string bericht =
    R"({"kanaal":"zaken","hoofdObject":"https://zaken.example/zaken/1","resource":"status","resourceUrl":"https://zaken.example/statussen/2","actie":"create",)"
    R"("aanmaakdatum":"2026-11-23T09:00:00.123456Z","kenmerken":{"bronorganisatie":"123456782"}})";

std::vector<store::Migration> schema() { return api::testing::schema(notificatie::migrations()); }

struct Wereld {
    explicit Wereld(store::Store& store)
        : proef(store), abonnementen(store, proef.buiten.clock, proef.buiten.ids, opties), kanalen(store, proef.buiten.clock, proef.buiten.ids),
          bezorgen(store, proef.buiten.clock, proef.buiten.ids, opties), api(make_api(proef.platform, abonnementen, kanalen)) {}

    Geantwoord get(const std::string& path) { return proef.get(place + path); }
    Geantwoord post(const std::string& path, const std::string& body) { return proef.post(place + path, body); }
    // The path of what was made.
    std::string made(const std::string& path, const std::string& body) {
        const std::string url = post(path, body).text("url");
        return url.substr(std::min(url.find(place), url.size()) + place.size());
    }
    std::string as_other() { return proef.buiten.koptekst(proef.buiten.applicatie(proef.buiten.gegevens("Ander"))); }

    notificatie::Opties opties{"https://kcc.example", notificatie::Bestemmingen::parse({"ita.example"}).value(), {}, {}};
    Proef proef;
    notificatie::AbonnementService abonnementen;
    notificatie::KanaalService kanalen;
    notificatie::BezorgService bezorgen;
    std::unique_ptr<api::Api> api;
};

template <class F>
void on_both_stores(F test) {
    for (const auto& fresh : store::testing::fresh_stores(schema())) {
        CAPTURE(fresh->name);
        Wereld w(*fresh->store);
        test(w);
    }
}

std::string refused(const Geantwoord& answer) {
    if (answer.status != 400) return std::to_string(answer.status);
    return answer.text("invalidParams.0.name") + " " + answer.text("invalidParams.0.code");
}

std::string with(std::string body, const std::string& from, const std::string& to) {
    const auto at = body.find(from);
    CHECK_THAT(at != std::string::npos);
    return body.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("every operation of the standard is there, and asks for a token, its right and what it knows") {
    on_both_stores([](Wereld& w) {
        CHECK(w.api->operations().size() == 10);
        CHECK(w.proef.faults_at_the_door(*w.api).empty());
        CHECK(w.proef.faults_in_description(*w.api) == std::vector<std::string>{});
    });
}

TEST_CASE("answers are as the standard describes" * doctest::skip(!testing::Spec::is_there("notificaties-1.0.1.yaml"))) {
    const testing::Spec spec("notificaties-1.0.1.yaml");
    on_both_stores([&](Wereld& w) {
        std::set<std::string> ids;
        for (const auto& one : w.api->operations()) ids.insert(one.operation.id);
        CHECK(ids == spec.operations());
        const auto fits = [&](const char* schema_name, const json::Value& value) {
            for (const auto& fault : spec.faults(schema_name, value)) CHECK_MESSAGE(false, fault);
        };
        fits("Kanaal", w.post("/kanaal", kanaal).value());
        const auto made = w.post("/abonnement", abonnement);
        CHECK(made.status == 201);
        fits("Abonnement", made.value());
        CHECK(made.headers.get("Location") == made.text("url"));
        CHECK(made.headers.get("API-version") == "1.0.1");
        const auto kanalen = w.get("/kanaal").value(), abonnementen = w.get("/abonnement").value();
        for (const auto& one : *kanalen.array()) fits("Kanaal", one);
        for (const auto& one : *abonnementen.array()) fits("Abonnement", one);
        const auto told = w.post("/notificaties", bericht);
        CHECK(told.status == 200);
        fits("Message", told.value());
        fits("ValidatieFout", w.post("/abonnement", "{}").value());
        fits("Fout", w.get("/abonnement/00000000-0000-0000-0000-0000000000ff").value());
    });
}

TEST_CASE("an application makes, reads, changes and removes its own abonnement; another does not see it") {
    on_both_stores([](Wereld& w) {
        const std::string path = w.made("/abonnement", abonnement);
        const auto read = w.get(path);
        CHECK(read.status == 200);
        CHECK(read.text("callbackUrl") == "https://ita.example/haak");
        CHECK(read.text("auth") == "Bearer abc");
        CHECK(read.at("kanalen.0").find("filters")->find("#actie") != nullptr);
        CHECK(read.at("kanalen.1.filters").object() != nullptr);
        const auto patched = w.proef.patch(place + path, R"({"callbackUrl":"https://ita.example/nieuw"})");
        CHECK(patched.status == 200);
        CHECK(patched.text("auth") == "Bearer abc");
        CHECK(w.proef.ask({http::Method::put, place + path, abonnement, {{"If-Match", "\"99\""}}}).status == 412);
        const auto put = w.proef.put(place + path, with(abonnement, "Bearer abc", "Bearer def"));
        CHECK(put.text("auth") == "Bearer def");
        CHECK(put.text("callbackUrl") == "https://ita.example/haak");
        const std::string other = w.as_other();
        CHECK(w.proef.ask_as(other, {http::Method::get, place + "/abonnement"}).body == "[]");
        for (const auto method : {http::Method::get, http::Method::del}) CHECK(w.proef.ask_as(other, {method, place + path}).status == 404);
        CHECK(w.proef.ask_as(other, {http::Method::patch, place + path, "{}"}).status == 404);
        CHECK(w.proef.del(place + path).status == 204);
        CHECK(w.get(path).status == 404);
        CHECK(w.get("/abonnement").body == "[]");
    });
}

TEST_CASE("an address that is not on the list is refused, and so is what is no address") {
    on_both_stores([](Wereld& w) {
        const auto to = [&](const std::string& url) { return refused(w.post("/abonnement", with(abonnement, "https://ita.example/haak", url))); };
        CHECK(to("https://evil.example/") == "callbackUrl callback-not-allowed");
        for (const char* inside : {"https://127.0.0.1/", "http://localhost/", "https://169.254.169.254/latest/", "https://10.0.0.1/", "https://[::1]/", "http://ita.example/"})
            CHECK_MESSAGE(to(inside) == "callbackUrl callback-not-allowed", inside);
        for (const char* bad : {"https://ita.example@evil.example/", "https://evil.example/#ita.example", "file:///etc/passwd", "gopher://ita.example/", "ita.example", ""})
            CHECK_MESSAGE(to(bad).starts_with("callbackUrl "), bad);
        CHECK(w.get("/abonnement").body == "[]");
    });
}

TEST_CASE("wrong input is told field by field") {
    on_both_stores([](Wereld& w) {
        const auto post = [&](const std::string& from, const std::string& to) { return refused(w.post("/abonnement", with(abonnement, from, to))); };
        CHECK(post("\"auth\":\"Bearer abc\",", "") == "auth required");
        CHECK(post("\"Bearer abc\"", "\"\"") == "auth blank");
        CHECK(post("\"Bearer abc\"", "\"a\\r\\nX: y\"") == "auth invalid");
        CHECK(post("\"Bearer abc\"", "\"" + std::string(1001, 'x') + "\"") == "auth max_length");
        CHECK(post("\"internetaken\"", "\"nergens\"") == "kanalen.0.naam does_not_exist");
        CHECK(post("\"status\"", "\"toelichting\"") == "kanalen.0.filters inconsistent-abonnement-filters");
        CHECK(post("{\"naam\":\"partijen\"}", "{}") == "kanalen.1.naam required");
        CHECK(refused(w.post("/abonnement", R"({"callbackUrl":"https://ita.example/","auth":"x","kanalen":[]})")) == "kanalen invalid");
        CHECK(w.post("/abonnement", std::string(300'000, ' ')).status != 201);
        CHECK(w.post("/abonnement", abonnement).status == 201);
        CHECK(refused(w.post("/abonnement", abonnement)) == "callbackUrl unique");
        const auto tell = [&](const std::string& from, const std::string& to) { return refused(w.post("/notificaties", with(bericht, from, to))); };
        CHECK(tell("\"zaken\"", "\"nergens\"") == "kanaal does_not_exist");
        w.post("/kanaal", kanaal);
        CHECK(tell("\"zaken\"", "\"partijen\"") == "kanaal permission_denied");
        CHECK(tell("\"bronorganisatie\"", "\"bsn\"") == "kenmerken kenmerken_inconsistent");
        CHECK(tell("\"https://zaken.example/zaken/1\"", "\"javascript:x\"").starts_with("hoofdObject "));
        CHECK(tell("2026-11-23T09:00:00.123456Z", "gisteren") == "aanmaakdatum invalid");
        CHECK(tell("\"create\"", "\"" + std::string(101, 'x') + "\"") == "actie max_length");
        CHECK(refused(w.post("/kanaal", kanaal)) == "naam unique");
        CHECK(refused(w.post("/kanaal", R"({"naam":"partijen"})")) == "naam unique");
        CHECK(refused(w.post("/kanaal", R"({"naam":"x","filters":["#actie"]})")) == "filters invalid");
        CHECK(w.get("/kanaal?zomaar=1").status == 400);
    });
}

TEST_CASE("our own channels are always there, with others by name") {
    on_both_stores([](Wereld& w) {
        const std::string path = w.made("/kanaal", kanaal);
        const auto all = w.get("/kanaal");
        const auto list = all.value();
        std::vector<std::string> names;
        for (const auto& one : *list.array()) names.push_back(*one.find("naam")->text());
        CHECK(names == std::vector<std::string>{"internetaken", "klantcontacten", "partijen", "zaken"});
        CHECK(w.get("/kanaal?naam=zaken").value().array()->size() == 1);
        CHECK(w.get("/kanaal?naam=nergens").body == "[]");
        CHECK(w.get(path).text("documentatieLink") == "https://zaken.example/uitleg");
        const std::string own = all.text("0.url");
        CHECK(w.get(own.substr(own.find(place) + place.size())).text("naam") == "internetaken");
        CHECK(w.get("/kanaal/00000000-0000-0000-0000-0000000000ff").status == 404);
    });
}

TEST_CASE("what is published reaches who hears that channel with those kenmerken, as it was sent") {
    on_both_stores([](Wereld& w) {
        w.post("/kanaal", kanaal);
        const auto hear = [&](const std::string& url, const std::string& filters) {
            w.post("/abonnement", R"({"callbackUrl":"https://ita.example/)" + url + R"(","auth":"x","kanalen":[{"naam":"zaken","filters":)" + filters + "}]}");
        };
        hear("alles", "{}");
        hear("onze", R"({"bronorganisatie":"123456782"})");
        hear("andere", R"({"bronorganisatie":"999999999"})");
        hear("weg", R"({"#actie":"destroy"})");
        CHECK(w.post("/notificaties", bericht).status == 200);
        std::vector<std::string> reached;
        std::vector<Id<dichtbij::Abonnement>> had;
        while (const auto ronde = w.bezorgen.take(w.proef.buiten.clock.now(), had)) {
            had.push_back(ronde->abonnement.id);
            reached.push_back(ronde->abonnement.callback_url);
            REQUIRE(ronde->uitgaand.size() == 1);
            const std::string body = notificatie::as_json(ronde->uitgaand[0].notificatie, "https://kcc.example");
            CHECK(json::parse(body)->find("hoofdObject")->text()->starts_with("https://zaken.example/"));
            CHECK(*json::parse(body)->find("aanmaakdatum")->text() == "2026-11-23T09:00:00Z");
        }
        std::sort(reached.begin(), reached.end());
        CHECK(reached == std::vector<std::string>{"https://ita.example/alles", "https://ita.example/onze"});
    });
}

TEST_CASE("without an address of our own nobody can subscribe") {
    on_both_stores([](Wereld& w) {
        w.opties.basis.clear();
        CHECK(w.post("/abonnement", abonnement).status == 409);
    });
}

}  // namespace dichtbij::notificaties::notificaties_test
