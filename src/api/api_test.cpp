// What all interfaces share, on an API of one resource.

#include <doctest/doctest.h>

#include <thread>

#include "api/idempotentie.h"
#include "api/testing.h"

namespace dichtbij::api::api_test {
namespace {

using access::Actie;
using access::Groep;
using testing::Geantwoord;
using testing::Proef;

struct Ding {
    Id<Ding> id;
    std::string naam;
    std::int64_t versie = 1;
};
const json::Resource<Ding> ding_json("Ding", {json::self<&Ding::id>(), json::self_url<&Ding::id>("/dingen"), json::field<&Ding::naam>("naam").must().max(10)});

constexpr const char* place = "/proef/api/v1";
constexpr const char* known_id = "00000000-0000-0000-0000-000000000001";

// Things kept in memory: 7 of them, and how often each operation ran.
struct Dingen {
    explicit Dingen(Proef& p) : api(p.platform, {"proef", "2.3.4", place}) {
        for (int i = 1; i <= 7; ++i) {
            Ding one;
            one.id.bytes[15] = static_cast<std::uint8_t>(i);
            one.naam = "ding " + std::to_string(i);
            all.push_back(one);
        }
        const toepassing::Eis lezen{{Groep::partijen, Actie::lezen}}, schrijven{{Groep::partijen, Actie::schrijven}};
        api.get("/dingen", {.id = "dingList", .eis = lezen, .parameters = paging() + filters(), .gives = &ding_json, .is_list = true}, [this](Call& call) { return list(call); });
        api.post("/dingen", {.id = "dingCreate", .eis = schrijven, .takes = &ding_json, .gives = &ding_json}, [this](Call& call) { return create(call); });
        api.get("/dingen/{uuid}", {.id = "dingRetrieve", .eis = lezen, .gives = &ding_json}, [this](Call& call) -> Answer {
            TRY(const auto id, call.id<Ding>());
            if (id != all[0].id) return not_found();
            return call.answer(ding_json, all[0], all[0].versie);
        });
        const auto change = [this](Call& call) { return save(call); };
        api.put("/dingen/{uuid}", {.id = "dingUpdate", .eis = schrijven, .takes = &ding_json, .gives = &ding_json}, change);
        api.patch("/dingen/{uuid}", {.id = "dingPartialUpdate", .eis = schrijven, .takes = &ding_json, .gives = &ding_json}, change);
        api.del("/dingen/{uuid}", {.id = "dingDestroy", .eis = schrijven}, [](Call& call) { return call.deleted(); });
        api.post("/mislukt", {.id = "mislukt", .eis = schrijven}, [this](Call&) -> Answer { return fail(); });
        api.get("/stuk", {.id = "stuk", .eis = lezen}, [](Call&) -> Answer { throw store::Unavailable("gone"); });
    }

    static Parameters filters() {
        return {{.name = "naam"}, {.name = "vanaf", .kind = ParameterKind::date}, {.name = "op", .kind = ParameterKind::date_time}, {.name = "aantal", .kind = ParameterKind::number},
                {.name = "actief", .kind = ParameterKind::boolean}, {.name = "van__uuid", .kind = ParameterKind::uuid}, {.name = "van__url", .kind = ParameterKind::reference_url},
                {.name = "soort", .kind = ParameterKind::choice, .choices = {"a", "b"}}, {.name = "expand", .kind = ParameterKind::list, .choices = {"x", "y"}}};
    }
    Answer list(Call& call) {
        TRY(const Page page, call.page());
        std::vector<Ding> rows;
        for (auto i = page.offset(); i < std::min<std::int64_t>(page.offset() + page.size, static_cast<std::int64_t>(all.size())); ++i) rows.push_back(all[static_cast<std::size_t>(i)]);
        asked = call.query.list("expand");
        van = call.query.uuid("van__url");
        return call.list(page, static_cast<std::int64_t>(all.size()), rows, [](json::Writer& w, const Ding& one) { ding_json.write(w, one); });
    }
    Answer create(Call& call) {
        ++created;
        Ding one = all[0];
        one.naam.clear();
        TRY_DONE(call.read(ding_json, one));
        if (one.naam == "dubbel") return conflict("exists", "api.fout.409");
        if (one.naam == "weg") return does_not_exist("van.uuid", "Partij");
        return call.created(ding_json, one, "/dingen", one.id.bytes, 1);
    }
    Answer save(Call& call) {
        ++saved;
        TRY_DONE(call.check_if_match(all[0].versie));
        TRY_DONE(call.read(ding_json, all[0]));
        if (saved <= lost) {
            ++all[0].versie;  // somebody else came in between
            return Refused(Problem(dichtbij::conflict("changed", "fout.gewijzigd").value()));
        }
        ++all[0].versie;
        return call.answer(ding_json, all[0], all[0].versie);
    }
    Answer fail() {
        const Result<Done> failed = dichtbij::invalid({{"onderwerp_objecten.0.object_id", "fout.veld.verplicht", {}}, {"titel", "fout.veld.te_lang", {"5"}}});
        TRY_DONE(renamed(failed, {{"titel", "onderwerp"}}));
        return http::Response::empty();
    }

    Api api;
    std::vector<Ding> all;
    std::vector<std::string> asked;
    std::optional<Uuid> van;
    int created = 0;
    int saved = 0;
    int lost = 0;  // how many times somebody else comes in between
};

template <class F>
void with_things(F test) {
    for (const auto& fresh : store::testing::fresh_stores(testing::schema())) {
        CAPTURE(fresh->name);
        Proef p(*fresh->store);
        Dingen things(p);
        test(p, things);
    }
}

std::string at(std::string_view rest) { return std::string(place) + std::string(rest); }

}  // namespace

TEST_CASE("without a good token every operation answers 401, whatever else is wrong") {
    with_things([](Proef& p, Dingen&) {
        for (const auto& [method, path] : std::vector<std::pair<http::Method, std::string>>{{http::Method::get, "/dingen"}, {http::Method::post, "/dingen"},
                                                                                          {http::Method::get, "/dingen/x"}, {http::Method::put, "/dingen/x"},
                                                                                          {http::Method::patch, "/dingen/x"}, {http::Method::del, "/dingen/x"}}) {
            const auto none = p.ask_as("", {method, at(path)});
            CHECK(none.status == 401);
            CHECK(none.headers.get("Content-Type") == "application/problem+json");
            CHECK(none.headers.get("API-version") == "2.3.4");
            CHECK(none.headers.get("WWW-Authenticate") == "Token");
            CHECK(none.text("code") == "not_authenticated");
            CHECK(none.text("detail") == "Authenticatiegegevens zijn niet opgegeven.");
            CHECK(none.number("status") == 401);
            CHECK(none.text("instance").starts_with("urn:uuid:"));
            CHECK(p.ask_as("Token verzonnen", {method, at(path)}).text("code") == "authentication_failed");
        }
    });
}

TEST_CASE("an application that lacks the right answers 403") {
    with_things([](Proef& p, Dingen&) {
        auto gegevens = p.buiten.gegevens("Lezer");
        gegevens.rechten = toepassing::testing::rechten({{Groep::partijen, Actie::lezen}});
        const std::string reader = p.buiten.koptekst(p.buiten.applicatie(gegevens));
        CHECK(p.ask_as(reader, {http::Method::get, at("/dingen")}).status == 200);
        const auto refused = p.ask_as(reader, {http::Method::post, at("/dingen"), R"({"naam":"x"})"});
        CHECK(refused.status == 403);
        CHECK(refused.text("code") == "permission_denied");
    });
}

TEST_CASE("a list has its envelope, its links and its pages") {
    with_things([](Proef& p, Dingen&) {
        const auto all = p.get(at("/dingen"));
        CHECK(all.status == 200);
        CHECK(all.body.starts_with(R"({"count":7,"next":null,"previous":null,"results":[{"uuid":"00000000-0000-0000-0000-000000000001","url":"http://kcc.oeverland.example/proef/api/v1/dingen/)"));
        CHECK(all.value().object()->size() == 4);
        const auto middle = p.get(at("/dingen?pageSize=2&naam=a%20b&page=2"));
        CHECK(middle.text("next") == "http://kcc.oeverland.example/proef/api/v1/dingen?naam=a%20b&page=3&pageSize=2");
        CHECK(middle.text("previous") == "http://kcc.oeverland.example/proef/api/v1/dingen?naam=a%20b&pageSize=2");
        CHECK(middle.headers.get("Link").find("page=4&pageSize=2>; rel=\"last\"") != std::string::npos);
        CHECK(middle.text("results.0.naam") == "ding 3");
        CHECK(p.get(at("/dingen?page=4&pageSize=2")).at("next").is_null());
        CHECK(p.get(at("/dingen?page=4&pageSize=2")).at("results").array()->size() == 1);
        CHECK(p.get(at("/dingen?pageSize=5")).text("next").ends_with("?page=2&pageSize=5"));
        for (const char* query : {"?page=0", "?page=-1", "?page=x", "?page=8&pageSize=1", "?page=99999999999999999999"}) {
            CAPTURE(query);
            const auto beyond = p.get(at("/dingen") + query);
            CHECK(beyond.status == 404);
            CHECK(beyond.text("detail") == "Ongeldige pagina.");
        }
        for (const char* query : {"?pageSize=0", "?pageSize=x", "?pageSize=501", "?pageSize=100000", "?page=", "?pageSize="}) {
            CAPTURE(query);
            CHECK(p.get(at("/dingen") + query).number("count") == 7);
        }
    });
}

TEST_CASE("unknown parameters are refused, and known ones are read by their kind") {
    with_things([](Proef& p, Dingen& things) {
        const auto unknown = p.get(at("/dingen?zomaar=1&naam=x&anders=2"));
        CHECK(unknown.status == 400);
        CHECK(unknown.text("invalidParams.0.name") == "nonFieldErrors");
        CHECK(unknown.text("invalidParams.0.code") == "unknown-parameters");
        CHECK(unknown.text("invalidParams.0.reason") == "Onbekende query parameters: zomaar, anders");
        CHECK(p.get(at("/dingen/") + known_id + "?naam=x").text("invalidParams.0.code") == "unknown-parameters");
        CHECK(p.get(at("/dingen/") + known_id + "?").status == 200);
        CHECK(p.get(at("/dingen?expand%5B%5D=x")).text("invalidParams.0.code") == "unknown-parameters");
        CHECK(p.post(at("/dingen?zomaar=1"), R"({"naam":"x"})").status == 201);
        for (const char* good : {"vanaf=2026-11-22", "op=2026-11-22T10:00:00Z", "op=2026-11-22", "aantal=-5", "actief=true", "actief=False", "van__uuid=00000000-0000-0000-0000-00000000000A",
                                 "soort=a", "expand=x,y", "expand=x&expand=y", "expand=", "naam="}) {
            CAPTURE(good);
            CHECK(p.get(at("/dingen?") + good).status == 200);
        }
        for (const auto& [bad, code] : std::vector<std::pair<const char*, const char*>>{{"vanaf=gisteren", "invalid"}, {"op=x", "invalid"}, {"aantal=1.5", "invalid"}, {"actief=ja", "invalid"},
                                                                                     {"van__uuid=1", "invalid"}, {"van__url=zomaar", "invalid"}, {"soort=c", "invalid_choice"},
                                                                                     {"expand=x,z", "invalid_choice"}}) {
            CAPTURE(bad);
            const auto refused = p.get(at("/dingen?") + bad);
            CHECK(refused.status == 400);
            CHECK(refused.text("invalidParams.0.code") == code);
        }
        p.get(at("/dingen?expand=x,%20y&expand=y"));
        CHECK(things.asked == std::vector<std::string>{"x", "y"});
        p.get(at("/dingen?van__url=https%3A%2F%2Felders.example%2Fpartijen%2F00000000-0000-0000-0000-000000000005%2F%3Fa%3D1"));
        CHECK(things.van == parse_uuid("00000000-0000-0000-0000-000000000005"));
        p.get(at("/dingen?van__url=https://elders.example/partijen/zomaar"));
        CHECK(things.van == Uuid{});
    });
}

TEST_CASE("a body is refused with the words of the standards, in the language that is asked") {
    with_things([](Proef& p, Dingen&) {
        const auto empty = p.post(at("/dingen"), "{}");
        CHECK(empty.status == 400);
        CHECK(empty.text("code") == "invalid");
        CHECK(empty.text("title") == "Ongeldige invoer.");
        CHECK(empty.text("invalidParams.0.name") == "naam");
        CHECK(empty.text("invalidParams.0.code") == "required");
        CHECK(empty.text("invalidParams.0.reason") == "Dit veld is vereist.");
        CHECK(p.post(at("/dingen"), R"({"naam":"12345678901"})").text("invalidParams.0.reason") == "Zorg ervoor dat dit veld niet meer dan 10 karakters bevat.");
        CHECK(p.post(at("/dingen"), R"({"naam":null})").text("invalidParams.0.reason") == "Dit veld mag niet leeg zijn.");
        CHECK(p.post(at("/dingen"), "").text("invalidParams.0.code") == "required");
        const auto broken = p.post(at("/dingen"), R"({"naam":)");
        CHECK(broken.text("code") == "parse_error");
        CHECK(broken.at("invalidParams").is_null());
        CHECK(p.post(at("/dingen"), R"({"naam":"a","naam":"b"})").text("invalidParams.0.code") == "duplicate-key");
        CHECK(p.post(at("/dingen"), std::string(10'000, '[')).text("invalidParams.0.code") == "too-deep");
        CHECK(p.ask({http::Method::post, at("/dingen"), "{}", {{"Accept-Language", "en-GB"}}}).text("invalidParams.0.reason") == "This field is required.");
        const auto missing = p.post(at("/dingen"), R"({"naam":"weg"})");
        CHECK(missing.text("invalidParams.0.name") == "van.uuid");
        CHECK(missing.text("invalidParams.0.reason") == "Partij object bestaat niet.");
        CHECK(p.post(at("/dingen"), R"({"naam":"dubbel"})").status == 409);
    });
}

TEST_CASE("fields of a service carry the names of the API") {
    with_things([](Proef& p, Dingen&) {
        const auto refused = p.post(at("/mislukt"), "{}");
        CHECK(refused.status == 400);
        CHECK(refused.text("invalidParams.0.name") == "onderwerpObjecten.0.objectId");
        CHECK(refused.text("invalidParams.0.code") == "required");
        CHECK(refused.text("invalidParams.1.name") == "onderwerp");
        CHECK(refused.text("invalidParams.1.code") == "max_length");
    });
}

TEST_CASE("other content than JSON is refused") {
    with_things([](Proef& p, Dingen&) {
        for (const char* type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "application/jsonp"})
            for (const auto method : {http::Method::post, http::Method::put, http::Method::patch}) {
                const std::string target = method == http::Method::post ? at("/dingen") : at("/dingen/") + known_id;
                const auto refused = p.ask({method, target, "naam=x", {{"Content-Type", type}}});
                CHECK(refused.status == 415);
                CHECK(refused.text("code") == "unsupported_media_type");
            }
        CHECK(p.ask({http::Method::post, at("/dingen"), R"({"naam":"x"})", {{"Content-Type", "Application/JSON; charset=utf-8"}}}).status == 201);
    });
}

TEST_CASE("what was made says where it is, and what is there already does not come again") {
    with_things([](Proef& p, Dingen&) {
        const auto made = p.post(at("/dingen"), R"({"naam":"nieuw"})");
        CHECK(made.status == 201);
        CHECK(made.headers.get("Location") == "http://kcc.oeverland.example/proef/api/v1/dingen/" + std::string(known_id));
        CHECK(made.headers.get("ETag") == "\"1\"");
        const auto first = p.get(at("/dingen/") + known_id);
        REQUIRE(first.headers.get("ETag") == "\"1\"");
        const auto again = p.ask({http::Method::get, at("/dingen/") + known_id, "", {{"If-None-Match", "\"9\", \"1\""}}});
        CHECK(again.status == 304);
        CHECK(again.body.empty());
        CHECK(p.ask({http::Method::get, at("/dingen/") + known_id, "", {{"If-None-Match", "\"2\""}}}).status == 200);
        CHECK(p.get(at("/dingen/geen-uuid")).status == 404);
        CHECK(p.get(at("/dingen/00000000-0000-0000-0000-000000000009")).text("code") == "not_found");
        CHECK(p.del(at("/dingen/") + known_id).status == 204);
    });
}

TEST_CASE("a change of another version than the client saw is refused, and without a version it is done on what is there") {
    with_things([](Proef& p, Dingen& things) {
        const std::string target = at("/dingen/") + known_id;
        CHECK(p.ask({http::Method::put, target, R"({"naam":"a"})", {{"If-Match", "\"7\""}}}).status == 412);
        CHECK(p.ask({http::Method::put, target, R"({"naam":"a"})", {{"If-Match", "\"1\""}}}).status == 200);
        CHECK(p.ask({http::Method::put, target, R"({"naam":"a"})", {{"If-Match", "*"}}}).status == 200);
        CHECK(p.put(target, "{}").text("invalidParams.0.code") == "required");
        CHECK(p.patch(target, "{}").status == 200);
        things.saved = 0;
        things.lost = 2;
        CHECK(p.patch(target, R"({"naam":"b"})").status == 200);
        CHECK(things.saved == 3);
        things.saved = 0;
        things.lost = 1;
        const std::string seen = "\"" + std::to_string(things.all[0].versie) + "\"";
        CHECK(p.ask({http::Method::patch, target, R"({"naam":"c"})", {{"If-Match", seen}}}).status == 412);
        things.saved = 0;
        things.lost = 100;
        CHECK(p.patch(target, R"({"naam":"d"})").status == 409);
        CHECK(things.saved == 5);
    });
}

TEST_CASE("a key makes a request that comes twice be done once") {
    with_things([](Proef& p, Dingen& things) {
        const auto send = [&](const std::string& key, const std::string& body, const std::string& token) {
            return p.ask_as(token, {http::Method::post, at("/dingen"), body, {{"Idempotency-Key", key}}});
        };
        const auto first = send("k-1", R"({"naam":"een"})", p.token);
        const auto again = send("k-1", R"({"naam":"een"})", p.token);
        CHECK(first.status == 201);
        CHECK(again.status == 201);
        CHECK(again.body == first.body);
        CHECK(again.headers.get("Location") == first.headers.get("Location"));
        CHECK(again.headers.get("Content-Type") == first.headers.get("Content-Type"));
        CHECK(again.headers.get("Idempotent-Replayed") == "true");
        CHECK(things.created == 1);
        CHECK(send("k-1", R"({"naam":"twee"})", p.token).status == 422);
        CHECK(send("k-2", R"({"naam":"een"})", p.token).status == 201);
        CHECK(things.created == 2);
        const std::string other = p.buiten.koptekst(p.buiten.applicatie(p.buiten.gegevens("ITA")));
        CHECK(send("k-1", R"({"naam":"een"})", other).status == 201);
        CHECK(things.created == 3);
        p.buiten.clock.set(p.buiten.clock.now() + hours(24));
        CHECK(send("k-1", R"({"naam":"twee"})", p.token).status == 201);
        CHECK(things.created == 4);
        for (const std::string& bad : {std::string(), std::string("met spatie"), std::string(256, 'x'), std::string("\xc3\xa9")}) CHECK(send(bad, R"({"naam":"x"})", p.token).status == 400);
    });
}

TEST_CASE("a key whose request was refused can be used again") {
    with_things([](Proef& p, Dingen& things) {
        const auto send = [&](const std::string& body) { return p.ask({http::Method::post, at("/dingen"), body, {{"Idempotency-Key", "k"}}}).status; };
        CHECK(send("{}") == 400);
        CHECK(send(R"({"naam":"x"})") == 201);
        CHECK(send(R"({"naam":"x"})") == 201);
        CHECK(things.created == 2);
    });
}

TEST_CASE("a key that is in use is refused until its request is done") {
    with_things([](Proef& p, Dingen&) {
        http::Request request;
        request.method = http::Method::post;
        request.raw_path = "/x";
        request.headers.add("Idempotency-Key", "k");
        const Instant now = p.buiten.clock.now();
        const auto id = p.applicatie.id;
        const auto outer = once(p.buiten.store, now, id, request, [&]() -> Answer {
            const auto inner = once(p.buiten.store, now, id, request, []() -> Answer { return http::Response::empty(); });
            CHECK(inner.error().status == 409);
            return http::Response::json("{}", 201);
        });
        CHECK(outer->status == 201);
        CHECK(once(p.buiten.store, now, id, request, []() -> Answer { return http::Response::empty(); })->status == 201);
        request.body = "x";
        CHECK_THROWS_AS(once(p.buiten.store, now, {}, request, []() -> Answer { throw store::Unavailable("gone"); }), store::Unavailable);
        CHECK(once(p.buiten.store, now, {}, request, []() -> Answer { return http::Response::empty(); })->status == 204);
    });
}

TEST_CASE("kept answers go after a day") {
    with_things([](Proef& p, Dingen&) {
        p.ask({http::Method::post, at("/dingen"), R"({"naam":"een"})", {{"Idempotency-Key", "k"}}});
        access::Bewaring bewaring(p.buiten.store);
        bewaring.add(bewaar_regels());
        bewaring.run(p.buiten.clock.now() + hours(24));
        const auto kept = [&] { return p.buiten.store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from api_sleutel"); }); };
        CHECK(kept() == 1);
        bewaring.run(p.buiten.clock.now() + hours(49));
        CHECK(kept() == 0);
    });
}

TEST_CASE("an application that asks too much waits, and sees how much is left") {
    for (const auto& fresh : store::testing::fresh_stores(testing::schema())) {
        Proef p(*fresh->store, 60);
        Dingen things(p);
        const auto first = p.get(at("/dingen"));
        CHECK(first.headers.get("RateLimit-Limit") == "20");
        CHECK(first.headers.get("RateLimit-Remaining") == "19");
        CHECK(first.headers.get("RateLimit-Reset") == "1");
        for (int i = 0; i < 19; ++i) CHECK(p.get(at("/dingen")).status == 200);
        const auto slow = p.get(at("/dingen"));
        CHECK(slow.status == 429);
        CHECK(slow.text("code") == "throttled");
        CHECK(slow.headers.get("Retry-After") == "1");
        const std::string other = p.buiten.koptekst(p.buiten.applicatie(p.buiten.gegevens("ITA")));
        CHECK(p.ask_as(other, {http::Method::get, at("/dingen")}).status == 200);
        p.buiten.clock.set(p.buiten.clock.now() + seconds(2));
        CHECK(p.get(at("/dingen")).status == 200);
        CHECK(p.get(at("/dingen")).status == 200);
        CHECK(p.get(at("/dingen")).status == 429);
    }
}

TEST_CASE("every request leaves a row in the reading log, by the application") {
    with_things([](Proef& p, Dingen&) {
        p.get(at("/dingen?naam=Jansen"));
        p.get(at("/dingen/") + known_id);
        p.get(at("/dingen/onzin"));
        p.del(at("/dingen/") + known_id);
        const auto rows = p.inzagen();
        REQUIRE(rows.size() == 2);
        CHECK(rows[1].soort == access::Inzagesoort::zoekopdracht);
        CHECK(rows[1].zoek == "naam=Jansen");
        CHECK(rows[1].scherm == "api/proef/dingList");
        CHECK(rows[0].object_soort == "Ding");
        CHECK(rows[0].object == parse_uuid(known_id));
        for (const auto& row : rows) {
            CHECK(row.applicatie == p.applicatie.id);
            CHECK_FALSE(row.medewerker.has_value());
            CHECK(row.gemeente == p.buiten.v.oeverland);
            CHECK(row.rollen == "applicatie");
        }
    });
}

TEST_CASE("what lies below an API but is no operation answers in the same words") {
    with_things([](Proef& p, Dingen& things) {
        CHECK(things.api.holds("/proef/api/v1/dingen"));
        CHECK_FALSE(things.api.holds("/proef/api/v10"));
        http::Request request;
        const auto lost = things.api.status_page(request, 404);
        CHECK(lost.status == 404);
        CHECK(lost.headers.get("API-version") == "2.3.4");
        CHECK(lost.headers.get("Content-Type") == "application/problem+json");
        CHECK(lost.body.find("\"code\":\"not_found\"") != std::string::npos);
        CHECK(things.api.error_page(store::Unavailable("x"), request).status == 503);
        CHECK(things.api.error_page(std::runtime_error("geheim"), request).status == 500);
        CHECK(things.api.error_page(std::runtime_error("geheim"), request).body.find("geheim") == std::string::npos);
        CHECK_THROWS_AS(p.get(at("/stuk")), store::Unavailable);
    });
}

TEST_CASE("addresses are those of the setting when there is one") {
    for (const auto& fresh : store::testing::fresh_stores(testing::schema())) {
        Proef p(*fresh->store);
        p.platform.public_url = "https://kcc.example.nl";
        Dingen things(p);
        CHECK(p.get(at("/dingen/") + known_id).text("url") == "https://kcc.example.nl/proef/api/v1/dingen/" + std::string(known_id));
        CHECK(p.get(at("/dingen?pageSize=1")).text("next") == "https://kcc.example.nl/proef/api/v1/dingen?page=2&pageSize=1");
    }
}

TEST_CASE("the description of an API is there for anyone, with its version and for scripts of any site") {
    const auto fresh = store::testing::fresh_sqlite(testing::schema());
    Proef proef(*fresh->store);
    Api api(proef.platform, {"klein", "1.0.0", "/klein/api/v1"});
    const toepassing::Eis lezen{{Groep::partijen, Actie::lezen}}, schrijven{{Groep::partijen, Actie::schrijven}};
    api.get("/dingen", {.id = "dingList", .eis = lezen, .parameters = paging(), .gives = &ding_json, .is_list = true, .tag = "dingen"}, [](Call& call) { return call.deleted(); });
    api.patch("/dingen/{uuid}", {.id = "dingPartialUpdate", .eis = schrijven, .takes = &ding_json, .gives = &ding_json, .tag = "dingen"}, [](Call& call) { return call.deleted(); });
    CHECK(proef.faults_in_description(api) == std::vector<std::string>{});
    const auto answer = proef.ask_as("", {http::Method::get, "/klein/api/v1/openapi.json"});
    CHECK(answer.status == 200);
    CHECK(answer.headers.get("Access-Control-Allow-Origin") == "*");
    CHECK(answer.headers.get("API-version") == "1.0.0");
    const json::Value document = answer.value();
    CHECK(*document.find("servers")->array()->at(0).find("url")->text() == "/klein/api/v1");
    const json::Value& patch = *document.find("paths")->find("/dingen/{uuid}")->find("patch");
    for (const char* status : {"200", "400", "401", "403", "404", "409", "412", "415", "429"}) CHECK_MESSAGE(patch.find("responses")->find(status) != nullptr, status);
    CHECK(patch.find("description")->text()->find("partijen.schrijven") != std::string::npos);
    CHECK(*patch.find("requestBody")->find("content")->find("application/json")->find("schema")->find("$ref")->text() == "#/components/schemas/PatchedDing");
    const auto english = proef.ask_as("", {http::Method::get, "/klein/api/v1/openapi.json", "", {{"Accept-Language", "en"}}}).value();
    CHECK(english.find("info")->find("description")->text()->starts_with("This description"));
}

}  // namespace dichtbij::api::api_test
