// The twelve operations of Contactgegevens 1.1.1, over the router, on both stores.

#include <doctest/doctest.h>

#include <set>
#include <thread>

#include "api/contactgegevens/bewaring.h"
#include "api/contactgegevens/contactgegevens_json.h"
#include "api/contactgegevens/contactgegevens_routes.h"
#include "api/testing.h"
#include "http/server.h"
#include "http/test_client.h"
#include "support/spec.h"

namespace dichtbij::contactgegevens::contactgegevens_test {
namespace {

using api::testing::Geantwoord;
using api::testing::Proef;

const std::string place = "/contactgegevens/api/v1";
const std::string adres = R"({"nummeraanduidingId":"1234567890000001","straatnaam":"Dorpsstraat","huisnummer":10,"huisnummertoevoeging":"A2","postcode":"1008 DG",)"
                          R"("stad":"Amsterdam","adresregel1":"een","adresregel2":"twee","adresregel3":"drie","land":"NL"})";
const std::string organisatie = R"({"handelsnaam":"Bakkerij De Ster","oprichtingsdatum":"1996-03-12","opheffingsdatum":null,"adres":)" + adres + "}";
const std::string persoon = R"({"geboortedatum":"1972-05-05","overlijdensdatum":null,"geslachtsnaam":"Jansen","geslacht":"v","voorvoegsel":"van","voornamen":"Kim","adres":)" + adres + "}";

struct Wereld {
    explicit Wereld(store::Store& store) : proef(store), service(store, proef.buiten.clock, proef.buiten.ids), api(make_api(proef.platform, service)) {}

    Geantwoord get(const std::string& path) { return proef.get(place + path); }
    Geantwoord post(const std::string& path, const std::string& body) { return proef.post(place + path, body); }
    std::string made(const std::string& path, const std::string& body) { return post(path, body).text("uuid"); }

    Proef proef;
    ContactgegevensService service;
    std::unique_ptr<api::Api> api;
};

std::vector<store::Migration> schema() { return api::testing::schema(migrations()); }

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

// `body` with one member set to other JSON.
std::string with(const std::string& body, const std::string& name, const std::string& json) {
    const auto value = json::parse(body).value();
    std::string out;
    json::Writer w(out);
    w.begin_object();
    for (const auto& [key, one] : *value.object())
        if (key != name) w.free_key(key).value(one);
    w.free_key(name).raw(json).end_object();
    return out;
}
std::string without(const std::string& body, const std::string& name) {
    const auto value = json::parse(body).value();
    std::string out;
    json::Writer w(out);
    w.begin_object();
    for (const auto& [key, one] : *value.object())
        if (key != name) w.free_key(key).value(one);
    w.end_object();
    return out;
}
std::string quoted(const std::string& text) { return "\"" + text + "\""; }

}  // namespace

TEST_CASE("an organisation is made, read, replaced, changed in part and removed") {
    on_both_stores([](Wereld& w) {
        const auto made = w.post("/organisatie", organisatie);
        REQUIRE(made.status == 201);
        const std::string uuid = made.text("uuid");
        const std::string path = "/organisatie/" + uuid;
        CHECK(made.text("url") == "http://kcc.oeverland.example" + place + path);
        CHECK(made.body == R"({"uuid":")" + uuid + R"(","url":")" + made.text("url") + R"(","handelsnaam":"Bakkerij De Ster","oprichtingsdatum":"1996-03-12","opheffingsdatum":null,"adres":)" +
                               adres + "}");
        CHECK(w.get(path).body == made.body);
        const auto replaced = w.proef.put(place + path, R"({"handelsnaam":"De Maan"})");
        CHECK(replaced.status == 200);
        CHECK(replaced.text("handelsnaam") == "De Maan");
        CHECK(replaced.text("oprichtingsdatum") == "1996-03-12");
        CHECK(replaced.text("adres.stad") == "Amsterdam");
        const auto patched = w.proef.patch(place + path, R"({"opheffingsdatum":"2026-01-31","adres":null})");
        CHECK(patched.text("handelsnaam") == "De Maan");
        CHECK(patched.text("opheffingsdatum") == "2026-01-31");
        CHECK(patched.at("adres").is_null());
        CHECK(w.proef.del(place + path).status == 204);
        CHECK(w.get(path).status == 404);
        CHECK(w.proef.del(place + path).status == 404);
        CHECK(w.proef.put(place + path, organisatie).status == 404);
        CHECK(w.proef.patch(place + path, "{}").status == 404);
    });
}

TEST_CASE("a person is made, read, replaced, changed in part and removed") {
    on_both_stores([](Wereld& w) {
        const auto made = w.post("/persoon", persoon);
        REQUIRE(made.status == 201);
        const std::string path = "/persoon/" + made.text("uuid");
        CHECK(made.text("geslacht") == "v");
        CHECK(made.number("adres.huisnummer") == 10);
        CHECK(w.get(path).body == made.body);
        CHECK(w.proef.put(place + path, R"({"geboortedatum":"1972-05-06","geslachtsnaam":"Pietersen"})").text("voornamen") == "Kim");
        const auto patched = w.proef.patch(place + path, R"({"geslacht":"","adres":{"adresregel1":"Rue 1","land":"FR"}})");
        CHECK(patched.text("geslachtsnaam") == "Pietersen");
        CHECK(patched.at("geslacht") == json::Value(""));
        CHECK(patched.text("adres.land") == "FR");
        CHECK(patched.text("adres.stad").empty());
        CHECK(patched.at("adres.huisnummer").is_null());
        CHECK(w.proef.del(place + path).status == 204);
        CHECK(w.get(path).status == 404);
    });
}

TEST_CASE("only what is required is asked, and what is left out is empty") {
    on_both_stores([](Wereld& w) {
        const auto person = w.post("/persoon", R"({"geboortedatum":"2000-02-29","geslachtsnaam":"Bos"})");
        CHECK(person.status == 201);
        CHECK(person.text("voorvoegsel").empty());
        CHECK(person.at("geslacht") == json::Value(""));
        CHECK(person.at("overlijdensdatum").is_null());
        CHECK(person.at("adres").is_null());
        CHECK(refused(w.post("/persoon", "{}")) == "geboortedatum required");
        CHECK(w.post("/persoon", "{}").text("invalidParams.1.name") == "geslachtsnaam");
        CHECK(refused(w.post("/organisatie", "{}")) == "handelsnaam required");
        CHECK(w.post("/organisatie", R"({"handelsnaam":"x"})").status == 201);
    });
}

TEST_CASE("every field has its limits") {
    struct Row {
        const char* field;
        std::string json;
        const char* refusal;  // nullptr: taken
    };
    const std::vector<Row> of_person = {
        {"geboortedatum", "null", "geboortedatum null"},
        {"geboortedatum", quoted(""), "geboortedatum invalid"},
        {"geboortedatum", quoted("31-12-1999"), "geboortedatum invalid"},
        {"geboortedatum", quoted("2023-02-29"), "geboortedatum invalid"},
        {"overlijdensdatum", quoted("2023-02-28"), nullptr},
        {"overlijdensdatum", "17", "overlijdensdatum invalid"},
        {"geslachtsnaam", quoted(std::string(200, 'x')), nullptr},
        {"geslachtsnaam", quoted(std::string(201, 'x')), "geslachtsnaam max_length"},
        {"geslachtsnaam", quoted(""), "geslachtsnaam blank"},
        {"geslachtsnaam", "null", "geslachtsnaam null"},
        {"geslacht", quoted("m"), nullptr},
        {"geslacht", quoted("o"), nullptr},
        {"geslacht", quoted(""), nullptr},
        {"geslacht", quoted("x"), "geslacht invalid_choice"},
        {"geslacht", "null", "geslacht null"},
        {"voorvoegsel", quoted(std::string(10, 'x')), nullptr},
        {"voorvoegsel", quoted(std::string(11, 'x')), "voorvoegsel max_length"},
        {"voorvoegsel", "null", "voorvoegsel null"},
        {"voornamen", quoted(std::string(200, 'x')), nullptr},
        {"voornamen", quoted(std::string(201, 'x')), "voornamen max_length"},
        {"adres", "null", nullptr},
        {"adres", "{}", nullptr},
        {"adres", "[]", "adres.nonFieldErrors invalid"},
    };
    const std::vector<Row> of_organisation = {
        {"handelsnaam", quoted(std::string(255, 'x')), nullptr},
        {"handelsnaam", quoted(std::string(256, 'x')), "handelsnaam max_length"},
        {"handelsnaam", quoted("  "), "handelsnaam blank"},
        {"oprichtingsdatum", quoted("x"), "oprichtingsdatum invalid"},
        {"opheffingsdatum", "true", "opheffingsdatum invalid"},
    };
    const std::vector<Row> of_address = {
        {"nummeraanduidingId", quoted("123456789000000"), "adres.nummeraanduidingId invalid"},
        {"nummeraanduidingId", quoted("12345678900000011"), "adres.nummeraanduidingId max_length"},
        {"nummeraanduidingId", quoted("123456789000000x"), "adres.nummeraanduidingId invalid"},
        {"nummeraanduidingId", quoted(""), nullptr},
        {"straatnaam", quoted(std::string(255, 'x')), nullptr},
        {"straatnaam", quoted(std::string(256, 'x')), "adres.straatnaam max_length"},
        {"huisnummer", "1", nullptr},
        {"huisnummer", "99999", nullptr},
        {"huisnummer", "null", nullptr},
        {"huisnummer", quoted("10"), nullptr},
        {"huisnummer", "0", "adres.huisnummer min_value"},
        {"huisnummer", "100000", "adres.huisnummer max_value"},
        {"huisnummer", quoted("10a"), "adres.huisnummer invalid"},
        {"huisnummertoevoeging", quoted(std::string(20, 'x')), nullptr},
        {"huisnummertoevoeging", quoted(std::string(21, 'x')), "adres.huisnummertoevoeging max_length"},
        {"postcode", quoted("1008DG"), "adres.postcode invalid"},
        {"postcode", quoted("0008 DG"), "adres.postcode invalid"},
        {"postcode", quoted("1008 dg"), "adres.postcode invalid"},
        {"postcode", quoted("1008 DGX"), "adres.postcode max_length"},
        {"postcode", quoted(""), nullptr},
        {"stad", quoted(std::string(255, 'x')), nullptr},
        {"stad", quoted(std::string(256, 'x')), "adres.stad max_length"},
        {"adresregel1", quoted(std::string(80, 'x')), nullptr},
        {"adresregel1", quoted(std::string(81, 'x')), "adres.adresregel1 max_length"},
        {"adresregel2", quoted(std::string(81, 'x')), "adres.adresregel2 max_length"},
        {"adresregel3", quoted(std::string(81, 'x')), "adres.adresregel3 max_length"},
        {"land", quoted("DE"), nullptr},
        {"land", quoted("N"), "adres.land min_length"},
        {"land", quoted("NLD"), "adres.land max_length"},
        {"land", quoted("XX"), "adres.land invalid"},
        {"land", quoted("nl"), "adres.land invalid"},
        {"land", quoted(""), nullptr},
    };
    on_both_stores([&](Wereld& w) {
        const auto check = [&](const std::string& path, const std::string& body, const Row& row, int good) {
            CAPTURE(row.field);
            CAPTURE(row.json);
            const auto answer = body.empty() ? w.post(path, row.json) : w.post(path, body);
            if (row.refusal) CHECK(refused(answer) == row.refusal);
            else CHECK(answer.status == good);
        };
        for (const Row& row : of_person) check("/persoon", with(persoon, row.field, row.json), row, 201);
        for (const Row& row : of_organisation) check("/organisatie", with(organisatie, row.field, row.json), row, 201);
        for (const Row& row : of_address) {
            check("/persoon", with(persoon, "adres", with(adres, row.field, row.json)), row, 201);
            check("/organisatie", with(organisatie, "adres", with(adres, row.field, row.json)), row, 201);
        }
        CHECK(refused(w.proef.put(place + "/persoon/" + w.made("/persoon", persoon), without(persoon, "geslachtsnaam"))) == "geslachtsnaam required");
        CHECK(refused(w.proef.patch(place + "/persoon/" + w.made("/persoon", persoon), R"({"voorvoegsel":"12345678901"})")) == "voorvoegsel max_length");
    });
}

TEST_CASE("lists come with the newest first, in pages, and take no other parameters") {
    on_both_stores([](Wereld& w) {
        for (const std::string path : {"/persoon", "/organisatie"}) {
            CAPTURE(path);
            CHECK(w.get(path).body == R"({"count":0,"next":null,"previous":null,"results":[]})");
            std::vector<std::string> made;
            for (int i = 0; i < 12; ++i) made.push_back(w.made(path, path == "/persoon" ? persoon : organisatie));
            const auto first = w.get(path + "?pageSize=5");
            CHECK(first.number("count") == 12);
            CHECK(first.text("results.0.uuid") == made[11]);
            CHECK(first.text("next") == "http://kcc.oeverland.example" + place + path + "?page=2&pageSize=5");
            std::set<std::string> seen;
            std::string next = path + "?pageSize=5";
            while (!next.empty()) {
                const auto page = w.get(next);
                const json::Value rows = page.at("results");
                for (const auto& one : *rows.array()) seen.insert(*one.find("uuid")->text());
                const std::string url = page.text("next");
                next = url.empty() ? "" : url.substr(url.find(place) + place.size());
            }
            CHECK(seen.size() == 12);
            CHECK(w.get(path + "?handelsnaam=x").text("invalidParams.0.code") == "unknown-parameters");
            CHECK(w.get(path + "/" + made[0] + "?expand=x").text("invalidParams.0.code") == "unknown-parameters");
            CHECK(w.get(path + "?page=4&pageSize=5").status == 404);
        }
    });
}

TEST_CASE("an application sees and touches only its own gemeente") {
    on_both_stores([](Wereld& w) {
        const std::string uuid = w.made("/persoon", persoon);
        auto& b = w.proef.buiten;
        const auto elsewhere = b.service.make(b.beheerder_elders(), b.v.heidedal, b.gegevens("Elders")).value();
        const std::string token = "Token " + b.service.add_token(b.beheerder_elders(), elsewhere.id, {})->geheim;
        const auto ask = [&](http::Method method, const std::string& path, const std::string& body = {}) { return w.proef.ask_as(token, {method, place + path, body}); };
        CHECK(ask(http::Method::get, "/persoon").number("count") == 0);
        CHECK(ask(http::Method::get, "/persoon/" + uuid).status == 404);
        CHECK(ask(http::Method::put, "/persoon/" + uuid, persoon).status == 404);
        CHECK(ask(http::Method::patch, "/persoon/" + uuid, "{}").status == 404);
        CHECK(ask(http::Method::del, "/persoon/" + uuid).status == 404);
        CHECK(w.get("/persoon/" + uuid).status == 200);
    });
}

TEST_CASE("every operation refuses at the door") {
    on_both_stores([](Wereld& w) {
        for (const std::string& fault : w.proef.faults_at_the_door(*w.api)) FAIL_CHECK(fault);
        for (const std::string& fault : w.proef.faults_in_description(*w.api)) FAIL_CHECK(fault);
        CHECK(w.api->operations().size() == 12);
    });
}

TEST_CASE("a token that only reads, writes nothing, and one for other data reads nothing") {
    on_both_stores([](Wereld& w) {
        const std::string uuid = w.made("/organisatie", organisatie);
        auto& b = w.proef.buiten;
        auto gegevens = b.gegevens("Lezer");
        gegevens.rechten = toepassing::testing::rechten({{access::Groep::contactgegevens, access::Actie::lezen}});
        const std::string reader = b.koptekst(b.applicatie(gegevens));
        gegevens.naam = "Ander";
        gegevens.rechten = toepassing::testing::rechten({{access::Groep::partijen, access::Actie::lezen}, {access::Groep::partijen, access::Actie::schrijven}});
        const std::string other = b.koptekst(b.applicatie(gegevens));
        const std::string path = place + "/organisatie/" + uuid;
        CHECK(w.proef.ask_as(reader, {http::Method::get, path}).status == 200);
        CHECK(w.proef.ask_as(reader, {http::Method::put, path, organisatie}).status == 403);
        CHECK(w.proef.ask_as(reader, {http::Method::patch, path, "{}"}).status == 403);
        CHECK(w.proef.ask_as(reader, {http::Method::del, path}).status == 403);
        CHECK(w.proef.ask_as(reader, {http::Method::post, place + "/organisatie", organisatie}).status == 403);
        CHECK(w.proef.ask_as(other, {http::Method::get, path}).status == 403);
        CHECK(w.proef.ask_as(other, {http::Method::get, place + "/organisatie"}).status == 403);
    });
}

TEST_CASE("what is done stands in the journal, and what is read in the reading log, under the application") {
    on_both_stores([](Wereld& w) {
        const std::string uuid = w.made("/persoon", persoon);
        w.proef.patch(place + "/persoon/" + uuid, R"({"voornamen":"Bo"})");
        w.proef.patch(place + "/persoon/" + uuid, R"({"voornamen":"Bo"})");
        w.get("/persoon/" + uuid);
        w.proef.del(place + "/persoon/" + uuid);
        w.proef.buiten.store.read([&](store::Tx& tx) {
            const auto lines = journal::timeline_of_object(tx, journal::Object::contactgegevens, *parse_uuid(uuid), {}, 10);
            REQUIRE(lines.size() == 3);
            CHECK(lines[0].gebeurtenis == "contactgegevens.persoon_verwijderd");
            CHECK(lines[1].gebeurtenis == "contactgegevens.persoon_gewijzigd");
            CHECK(lines[2].gebeurtenis == "contactgegevens.persoon_gemaakt");
            for (const auto& line : lines) CHECK(line.applicatie() == w.proef.applicatie.id);
        });
        const auto rows = w.proef.inzagen();
        REQUIRE(rows.size() == 4);
        CHECK(rows.front().scherm == "api/contactgegevens/persoonRetrieve");
        CHECK(rows.front().object == parse_uuid(uuid));
    });
}

TEST_CASE("parallel changes of one person are all done, one after another") {
    on_both_stores([](Wereld& w) {
        const std::string path = place + "/persoon/" + w.made("/persoon", persoon);
        std::vector<std::thread> threads;
        std::atomic<int> done = 0;
        for (const char* body : {R"({"voornamen":"Bo"})", R"({"geslachtsnaam":"Bos"})", R"({"voorvoegsel":"de"})"})
            threads.emplace_back([&, body] { done += w.proef.patch(path, body).status == 200 ? 1 : 0; });
        for (auto& one : threads) one.join();
        CHECK(done == 3);
        const auto after = w.proef.get(path);
        CHECK(after.text("voornamen") == "Bo");
        CHECK(after.text("geslachtsnaam") == "Bos");
        CHECK(after.text("voorvoegsel") == "de");
    });
}

TEST_CASE("contact data goes seven years after its last change") {
    on_both_stores([](Wereld& w) {
        const std::string old_one = "/persoon/" + w.made("/persoon", persoon);
        const std::string kept = "/persoon/" + w.made("/persoon", persoon);
        const std::string company = "/organisatie/" + w.made("/organisatie", organisatie);
        auto& clock = w.proef.buiten.clock;
        clock.set(clock.now() + days(2000));
        REQUIRE(w.proef.patch(place + kept, R"({"voornamen":"Bo"})").status == 200);
        access::Bewaring bewaring(w.proef.buiten.store);
        bewaring.add(bewaar_regels());
        clock.set(clock.now() + days(600));
        bewaring.run(clock.now());
        CHECK(w.get(old_one).status == 404);
        CHECK(w.get(company).status == 404);
        CHECK(w.get(kept).status == 200);
    });
}

TEST_CASE("over a socket it answers as over the router") {
    const auto fresh = store::testing::fresh_sqlite(schema());
    Wereld w(*fresh->store);
    http::Server server({}, w.proef.router);
    http::TestClient client(server.port());
    const auto answer = client.ask("GET " + place + "/persoon HTTP/1.1\r\nHost: x\r\nAuthorization: " + w.proef.token + "\r\n\r\n");
    CHECK(answer.status == 200);
    CHECK(answer.headers.get("API-version") == "1.1.1");
    CHECK(answer.body == R"({"count":0,"next":null,"previous":null,"results":[]})");
    CHECK(client.ask("DELETE " + place + "/persoon HTTP/1.1\r\nHost: x\r\n\r\n").status == 405);
    CHECK(client.ask("GET " + place + "/persoon HTTP/1.1\r\nHost: x\r\n\r\n").status == 401);
}

TEST_CASE("its operations and answers are as the standard describes" * doctest::skip(!dichtbij::testing::Spec::is_there("contactgegevens-1.1.1.yaml"))) {
    const dichtbij::testing::Spec spec("contactgegevens-1.1.1.yaml");
    const auto fresh = store::testing::fresh_sqlite(schema());
    Wereld w(*fresh->store);
    std::set<std::string> ours;
    for (const auto& one : w.api->operations()) ours.insert(one.operation.id);
    CHECK(ours == spec.operations());
    const auto check = [&](const std::string& name, const Geantwoord& answer) {
        for (const std::string& fault : spec.faults(name, answer.value())) FAIL_CHECK(fault);
    };
    check("Persoon", w.post("/persoon", persoon));
    check("Persoon", w.post("/persoon", R"({"geboortedatum":"2000-02-29","geslachtsnaam":"Bos"})"));
    check("PaginatedPersoonList", w.get("/persoon?pageSize=1"));
    check("Organisatie", w.post("/organisatie", organisatie));
    check("Organisatie", w.post("/organisatie", R"({"handelsnaam":"x"})"));
    check("PaginatedOrganisatieList", w.get("/organisatie"));
}

}  // namespace dichtbij::contactgegevens::contactgegevens_test
