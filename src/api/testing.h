#pragma once
// For tests of interfaces to other systems: a platform on a fresh store, an application with its token, and a client that
// speaks to the router as the server does.
//
//     for (const auto& fresh : store::testing::fresh_stores(api::testing::schema(my::migrations()))) {
//         api::testing::Proef proef(*fresh->store);
//         MyService service(...);
//         const auto api = make_api(proef.platform, service);
//         const auto answer = proef.post("/my/api/v1/things", R"({"naam":"x"})");
//         CHECK(answer.status == 201);
//     }

#include <filesystem>
#include <set>

#include "access/access_log.h"
#include "api/api.h"
#include "api/idempotentie_store.h"
#include "api/omschrijving.h"
#include "base/text.h"
#include "json/parse.h"
#include "toepassing/testing.h"

namespace dichtbij::api::testing {

inline std::vector<store::Migration> schema(std::span<const store::Migration> more = {}) {
    auto all = toepassing::testing::schema();
    for (const auto& one : migrations()) all.push_back(one);
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

// The texts as they stand in the source.
inline const html::Catalogue& texts() {
    static const html::Catalogue catalogue(std::filesystem::path("text"));
    return catalogue;
}

struct Geantwoord {
    int status = 0;
    http::Headers headers;
    std::string body;
    json::Value value() const { return json::parse(body).value(); }
    // A member by its path: "results.0.uuid"; null when it is not there.
    json::Value at(std::string_view path) const;
    std::string text(std::string_view path) const {
        const auto found = at(path);
        return found.text() ? *found.text() : std::string();
    }
    std::int64_t number(std::string_view path) const {
        const auto found = at(path);
        return found.integer() ? *found.integer() : -1;
    }
};

struct Vraag {
    http::Method method = http::Method::get;
    std::string target;  // with what stands behind the question mark
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
};

struct Proef {
    explicit Proef(store::Store& opened, int requests_per_minute = 60'000)
        : buiten(opened), log_store(store::testing::fresh_sqlite(access::access_log_migrations())), log(*log_store->store, buiten.clock),
          platform{router, buiten.service, log, texts(), opened, buiten.clock, {}, requests_per_minute}, applicatie(buiten.applicatie()), token(buiten.koptekst(applicatie)) {}

    // With the token, as the server hands it to the router.
    Geantwoord ask(const Vraag& vraag) { return ask_as(token, vraag); }
    // With another Authorization; empty: none.
    Geantwoord ask_as(const std::string& authorization, const Vraag& vraag);
    Geantwoord get(const std::string& target) { return ask({http::Method::get, target}); }
    Geantwoord post(const std::string& target, const std::string& body) { return ask({http::Method::post, target, body}); }
    Geantwoord put(const std::string& target, const std::string& body) { return ask({http::Method::put, target, body}); }
    Geantwoord patch(const std::string& target, const std::string& body) { return ask({http::Method::patch, target, body}); }
    Geantwoord del(const std::string& target) { return ask({http::Method::del, target}); }
    // Of every operation of an API: without a token 401, without its right 403, with a parameter that it does not know 400.
    // One line for each that answers otherwise; none is as it should be.
    std::vector<std::string> faults_at_the_door(const Api& api);
    // What the router knows below the place of the API and its description does not, or the other way round, and words that
    // are missing. One line for each.
    std::vector<std::string> faults_in_description(const Api& api);
    // Rows of the reading log so far.
    std::vector<access::InzageRegel> inzagen();

    toepassing::testing::Buiten buiten;
    std::unique_ptr<store::testing::FreshStore> log_store;
    access::AccessLog log;
    http::Router router;
    Platform platform;
    toepassing::Applicatie applicatie;  // of Oeverland, with all rights
    std::string token;                  // "Token dbt_..."
};

inline json::Value Geantwoord::at(std::string_view path) const {
    json::Value found = value();
    while (!path.empty()) {
        const auto dot = std::min(path.find('.'), path.size());
        const std::string name(path.substr(0, dot));
        path.remove_prefix(std::min(dot + 1, path.size()));
        const json::Value* inside = found.find(name);
        if (const auto* items = found.array()) {
            const auto index = static_cast<std::size_t>(std::stoul(name));
            inside = index < items->size() ? &(*items)[index] : nullptr;
        }
        if (inside == nullptr) return {};
        found = json::Value(*inside);
    }
    return found;
}

inline Geantwoord Proef::ask_as(const std::string& authorization, const Vraag& vraag) {
    http::Request request;
    request.method = vraag.method;
    request.target = vraag.target;
    CHECK_THAT(http::split_target(request));
    request.headers.add("Host", "kcc.oeverland.example");
    if (!authorization.empty()) request.headers.add("Authorization", authorization);
    for (const auto& [name, value] : vraag.headers) request.headers.add(name, value);
    const bool has_body = vraag.method == http::Method::post || vraag.method == http::Method::put || vraag.method == http::Method::patch;
    if (has_body && !request.headers.has("Content-Type")) request.headers.add("Content-Type", "application/json");
    request.body = vraag.body;
    CHECK_THAT(http::understand(request, {"127.0.0.1", nullptr}, {}).has_value());
    http::Response response = router.handle(request);
    return {response.status, response.headers, response.body};
}

inline std::vector<std::string> Proef::faults_at_the_door(const Api& api) {
    std::vector<std::string> faults;
    for (const Declared& one : api.operations()) {
        std::string target = api.about().plaats + one.path;
        for (auto open = target.find('{'); open != std::string::npos; open = target.find('{'))
            target.replace(open, target.find('}', open) - open + 1, "00000000-0000-0000-0000-0000000000ff");
        auto gegevens = buiten.gegevens("Zonder " + one.operation.id);
        gegevens.rechten = {};
        for (const auto groep : access::alle_groepen)
            for (const auto actie : access::alle_acties)
                if (!(access::Recht{groep, actie} == one.operation.eis.recht)) gegevens.rechten.add({groep, actie});
        const std::string other = buiten.koptekst(buiten.applicatie(gegevens));
        const auto expect = [&](int status, int wanted, const char* why) {
            if (status != wanted) faults.push_back(one.operation.id + ": " + std::to_string(status) + " " + why);
        };
        expect(ask_as("", {one.method, target}).status, 401, "without a token");
        expect(ask_as("Token onbekend", {one.method, target}).status, 401, "with an unknown token");
        expect(ask_as(other, {one.method, target, "{}"}).status, 403, "without the right");
        const bool asks = one.method == http::Method::get || one.method == http::Method::del;
        if (asks) expect(ask({one.method, target + "?zomaar=1"}).status, 400, "with an unknown parameter");
        else expect(ask({one.method, target, "x", {{"Content-Type", "text/plain"}}}).status, 415, "with plain text");
    }
    return faults;
}

inline std::vector<std::string> Proef::faults_in_description(const Api& api) {
    std::vector<std::string> faults;
    const std::string& plaats = api.about().plaats;
    for (const auto taal : {html::Taal::nl, html::Taal::en}) {
        std::set<std::string> described, routed;
        const json::Value document = json::parse(api.description(taal), {.bytes = 16 * 1024 * 1024, .depth = 100, .values = 1'000'000}).value();
        for (const auto& [path, item] : *document.find("paths")->object())
            for (const auto& [method, operation] : *item.object()) {
                const json::Value* summary = operation.find("summary");
                if (method == "parameters") continue;
                described.insert(method + " " + path);
                if (!summary || summary->text()->find("\u00ab") != std::string::npos) faults.push_back(method + " " + path + ": no words for what it does");
            }
        for (const auto& route : router.routes()) {
            if (!route->pattern.starts_with(plaats + "/") || route->pattern == plaats + "/openapi.json") continue;
            routed.insert(lower_ascii(method_name(route->method)) + " " + route->pattern.substr(plaats.size()));
        }
        for (const auto& one : routed)
            if (!described.contains(one)) faults.push_back(one + " is not described");
        for (const auto& one : described)
            if (!routed.contains(one)) faults.push_back(one + " is described and not there");
        for (const Declared& one : api.operations())
            if (one.operation.tag.empty()) faults.push_back(one.operation.id + " has no tag");
    }
    return faults;
}

inline std::vector<access::InzageRegel> Proef::inzagen() {
    log.flush();
    return log.zoek(access::system_caller("proef"), {})->regels;
}

}  // namespace dichtbij::api::testing
