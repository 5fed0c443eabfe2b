// The seven operations of Autorisaties 1.1.0, over the router, on both stores.

#include <doctest/doctest.h>

#include <set>

#include "api/autorisaties/autorisaties_json.h"
#include "api/autorisaties/autorisaties_routes.h"
#include "api/testing.h"
#include "support/spec.h"
#include "toepassing/jwt.h"

namespace dichtbij::autorisaties::autorisaties_test {
namespace {

using api::testing::Geantwoord;
using api::testing::Proef;

const std::string place = "/autorisaties/api/v1";
const std::string formulieren =
    R"({"clientIds":["formulieren","formulieren-test"],"label":"Open Formulieren","autorisaties":[{"component":"nrc","scopes":["notificaties.consumeren"]}],)"
    R"("rechten":["partijen.lezen","klantcontacten.schrijven"]})";

struct Wereld {
    explicit Wereld(store::Store& store) : proef(store), clients(store, proef.buiten.clock, proef.buiten.service), api(make_api(proef.platform, clients)) {}

    Geantwoord get(const std::string& path) { return proef.get(place + path); }
    Geantwoord post(const std::string& body) { return proef.post(place + "/applicaties", body); }
    std::string made(const std::string& body) {
        const std::string url = post(body).text("url");
        return url.substr(std::min(url.find(place), url.size()) + place.size());
    }
    // What the administrator does on the page: a secret that he knows.
    std::string new_secret(const std::string& path) {
        const auto blad = proef.buiten.service.get(proef.buiten.beheerder(), id_of(path)).value();
        return proef.buiten.service.rotate(proef.buiten.beheerder(), blad.tokens.back().id, proef.buiten.clock.now())->geheim;
    }
    static Id<dichtbij::Applicatie> id_of(const std::string& path) { return {*parse_uuid(path.substr(path.rfind('/') + 1))}; }

    Proef proef;
    toepassing::ClientService clients;
    std::unique_ptr<api::Api> api;
};

template <class F>
void on_both_stores(F test) {
    for (const auto& fresh : store::testing::fresh_stores(api::testing::schema())) {
        CAPTURE(fresh->name);
        Wereld w(*fresh->store);
        test(w);
    }
}

std::string refused(const Geantwoord& answer) {
    if (answer.status != 400) return std::to_string(answer.status);
    return answer.text("invalidParams.0.name") + " " + answer.text("invalidParams.0.code");
}

}  // namespace

TEST_CASE("every operation of the standard is there, and asks for a token, its right and what it knows") {
    on_both_stores([](Wereld& w) {
        CHECK(w.api->operations().size() == 7);
        CHECK(w.proef.faults_at_the_door(*w.api).empty());
        CHECK(w.proef.faults_in_description(*w.api) == std::vector<std::string>{});
    });
}

TEST_CASE("answers are as the standard describes" * doctest::skip(!testing::Spec::is_there("autorisaties-1.1.0.yaml"))) {
    const testing::Spec spec("autorisaties-1.1.0.yaml");
    const std::string own_field = "Applicatie: has rechten, which is not described";
    on_both_stores([&](Wereld& w) {
        std::set<std::string> ids;
        for (const auto& one : w.api->operations()) ids.insert(one.operation.id);
        CHECK(ids == spec.operations());
        const auto fits = [&](const char* schema_name, const json::Value& value) {
            for (const auto& fault : spec.faults(schema_name, value))
                if (fault != own_field) CHECK_MESSAGE(false, fault);
        };
        const auto made = w.post(formulieren);
        CHECK(made.status == 201);
        CHECK(made.headers.get("Location") == made.text("url"));
        CHECK(made.headers.get("API-version") == "1.1.0");
        fits("Applicatie", made.value());
        fits("Applicatie", w.get("/applicaties").at("results.1"));
        fits("Applicatie", w.get("/applicaties/consumer?clientId=formulieren").at("0"));
        fits("ValidatieFout", w.post("{}").value());
        fits("Fout", w.get("/applicaties/00000000-0000-0000-0000-0000000000ff").value());
    });
}

TEST_CASE("an application that is made here comes in once the administrator gave its client id a secret") {
    on_both_stores([](Wereld& w) {
        const std::string path = w.made(R"({"clientIds":["ita"],"label":"ITA","heeftAlleAutorisaties":true})");
        const std::string secret = w.new_secret(path);
        const std::string bearer = "Bearer " + toepassing::sign_zgw_jwt("ita", secret, w.proef.buiten.clock.now());
        CHECK(w.proef.ask_as(bearer, {http::Method::get, place + "/applicaties"}).status == 200);
        CHECK(w.proef.del(place + path).status == 204);
        CHECK(w.proef.ask_as(bearer, {http::Method::get, place + "/applicaties"}).status == 401);
        CHECK(w.get(path).status == 404);
    });
}

TEST_CASE("scopes and own rights become the rights of the page, and come back the same") {
    on_both_stores([](Wereld& w) {
        const std::string path = w.made(formulieren);
        const auto read = w.get(path);
        CHECK(read.text("clientIds.0") == "formulieren");
        CHECK(read.text("clientIds.1") == "formulieren-test");
        CHECK(read.text("autorisaties.0.component") == "nrc");
        CHECK(read.text("autorisaties.0.componentWeergave") == "Notificaties API");
        CHECK(read.text("autorisaties.0.scopes.0") == "notificaties.consumeren");
        CHECK(read.text("rechten.0") == "partijen.lezen");
        CHECK(read.text("rechten.1") == "klantcontacten.schrijven");
        const auto rechten = w.proef.buiten.service.get(w.proef.buiten.beheerder(), Wereld::id_of(path))->applicatie.rechten;
        CHECK(rechten == toepassing::testing::rechten({{access::Groep::notificaties, access::Actie::lezen},
                                                       {access::Groep::partijen, access::Actie::lezen},
                                                       {access::Groep::klantcontacten, access::Actie::schrijven}}));
    });
}

TEST_CASE("a change keeps what it does not name, and revokes a client id that is not named any more") {
    on_both_stores([](Wereld& w) {
        const std::string path = w.made(formulieren);
        const auto patched = w.proef.patch(place + path, R"({"clientIds":["formulieren","acceptatie"]})");
        CHECK(patched.status == 200);
        CHECK(patched.text("label") == "Open Formulieren");
        CHECK(patched.text("clientIds.0") == "acceptatie");
        CHECK(patched.text("clientIds.1") == "formulieren");
        CHECK(w.get("/applicaties/consumer?clientId=formulieren-test").status == 404);
        const auto put = w.proef.put(place + path, R"({"clientIds":["formulieren"],"label":"Formulieren","autorisaties":[],"rechten":["taken.lezen"]})");
        CHECK(put.text("label") == "Formulieren");
        CHECK(put.text("rechten.0") == "taken.lezen");
        CHECK(put.at("autorisaties").array()->empty());
    });
}

TEST_CASE("who changes an application on an older view is told, also when only its client ids changed") {
    on_both_stores([](Wereld& w) {
        const std::string path = w.made(formulieren);
        const std::string etag(w.get(path).headers.get("ETag"));
        const auto beheerder = w.proef.buiten.beheerder();
        CHECK(w.proef.buiten.service.add_token(beheerder, Wereld::id_of(path), {.soort = toepassing::Tokensoort::zgw, .client_id = "nog-een"}).has_value());
        CHECK(w.proef.ask({http::Method::put, place + path, formulieren, {{"If-Match", etag}}}).status == 412);
        CHECK(w.get(path).text("clientIds.2") == "nog-een");
    });
}

TEST_CASE("nothing is kept of an application that is refused") {
    on_both_stores([](Wereld& w) {
        w.made(formulieren);
        const auto with = [](const std::string& rest) { return R"({"clientIds":["nieuw"],"label":"Nieuw",)" + rest + "}"; };
        CHECK(refused(w.post(R"({"label":"x","heeftAlleAutorisaties":true})")) == "clientIds required");
        CHECK(refused(w.post(R"({"clientIds":["nieuw","formulieren"],"label":"Nieuw","heeftAlleAutorisaties":true})")) == "clientIds.1 clientId-exists");
        CHECK(refused(w.post(R"({"clientIds":["met spatie"],"label":"Nieuw","heeftAlleAutorisaties":true})")) == "clientIds.0 invalid");
        CHECK(refused(w.post(R"({"clientIds":["nieuw"],"label":"open formulieren","heeftAlleAutorisaties":true})")) == "label unique");
        CHECK(refused(w.post(with(R"("heeftAlleAutorisaties":false)"))) == "nonFieldErrors missing-authorizations");
        CHECK(refused(w.post(with(R"("heeftAlleAutorisaties":true,"autorisaties":[{"component":"ac","scopes":["autorisaties.lezen"]}])"))) ==
              "nonFieldErrors ambiguous-authorizations-specified");
        CHECK(refused(w.post(with(R"("autorisaties":[{"component":"zrc","scopes":["zaken.lezen"]}])"))) == "autorisaties.0.component invalid_choice");
        CHECK(refused(w.post(with(R"("autorisaties":[{"component":"nrc","scopes":["zaken.lezen"]}])"))) == "autorisaties.0.scopes.0 invalid_choice");
        CHECK(refused(w.post(with(R"("heeftAlleAutorisaties":true,"alleenIsGereedVoorPublicatie":true)"))) == "alleenIsGereedVoorPublicatie invalid_choice");
        CHECK(w.get("/applicaties").number("count") == 2);
        CHECK(w.get("/applicaties?clientIds=nieuw").number("count") == 0);
    });
}

TEST_CASE("the list finds by client id, in pages, and shows nothing of another gemeente") {
    on_both_stores([](Wereld& w) {
        w.made(formulieren);
        const auto elders = w.proef.buiten.service.make(w.proef.buiten.beheerder_elders(), w.proef.buiten.v.heidedal, w.proef.buiten.gegevens("Elders")).value();
        CHECK(w.get("/applicaties").number("count") == 2);
        CHECK(w.get("/applicaties?clientIds=anders,formulieren").text("results.0.label") == "Open Formulieren");
        CHECK(w.get("/applicaties?pageSize=1&page=2").number("count") == 2);
        CHECK(w.get("/applicaties?pageSize=1&page=3").status == 404);
        CHECK(w.get("/applicaties/" + to_string(elders.id.bytes)).status == 404);
        CHECK(refused(w.get("/applicaties/consumer")) == "clientId required");
    });
}

}  // namespace dichtbij::autorisaties::autorisaties_test
