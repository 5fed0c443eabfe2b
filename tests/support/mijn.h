#pragma once
// Zaken with Mijn Dichtbij on it: a resident's browser, signed in or following, without sockets.

#include "access/desk_testing.h"
#include "bericht/verzend_service.h"
#include "portaal/portaal_routes.h"
#include "portaal/portaal_schema_store.h"
#include "support/zaken.h"
#include "toepassing/toepassing_service.h"

namespace dichtbij::testing {

struct MijnWereld : Zaken {
    explicit MijnWereld(store::Store& opened, std::string_view now = "2026-11-23 10:00")
        : Zaken(opened, now), normen(store, clock, ids), sessies(store, clock, partijen), aanmelden(sessies, {}), portaalvolgen(sessies, partijen, log, nullptr),
          site(portaal::SiteDelen{.router = router, .sessies = sessies, .aanmelden = aanmelden, .volgen = portaalvolgen, .partijen = partijen, .normen = normen,
                                  .log = log, .texts = access::testing::test_texts(), .assets = [](std::string_view file) { return "/assets/" + std::string(file); },
                                  .public_url = {}, .demo = {}, .heeft_logo = {}}) {
        portaal::add_routes(site);
    }

    // What a browser does: keeps the cookie of its session and the form token of the page seen last.
    class Bewoner {
      public:
        Bewoner(const http::Router& router, std::string token) : router_(router), token_(std::move(token)) {}
        http::Response get(std::string_view target) { return send(http::Method::get, target, {}, {}); }
        http::Response post(std::string_view target, std::vector<std::pair<std::string, std::string>> form, std::vector<http::Upload> files = {}) {
            form.emplace_back("_csrf", csrf_);
            return send(http::Method::post, target, std::move(form), std::move(files));
        }

      private:
        http::Response send(http::Method method, std::string_view target, std::vector<std::pair<std::string, std::string>> form, std::vector<http::Upload> files) {
            http::Request request;
            request.method = method;
            request.target = target;
            CHECK_THAT(http::split_target(request));
            request.headers.add("Cookie", "mijn=" + token_);
            request.headers.add("Host", "mijn.example");
            request.headers.add("User-Agent", access::testing::desk.user_agent);
            CHECK_THAT(http::understand(request, {access::testing::desk.adres, nullptr}, {}).has_value());
            for (auto& [name, value] : form) request.form.add(name, value);
            request.files = std::move(files);
            request.id = "r-1";
            http::Response response = router_.handle(request);
            static constexpr std::string_view before = "name=\"_csrf\" value=\"";
            if (const auto at = response.body.find(before); at != std::string::npos)
                csrf_ = response.body.substr(at + before.size(), response.body.find('"', at + before.size()) - at - before.size());
            return response;
        }

        const http::Router& router_;
        const std::string token_;
        std::string csrf_;
    };

    Bewoner as(Id<Partij> partij, std::string taal = "nl") {
        portaal::NieuweSessie sessie{.gemeente = v.oeverland, .wijze = portaal::Aanmeldwijze::demo, .partij = partij, .taal = std::move(taal)};
        sessie.user_agent = access::testing::desk.user_agent;
        return {router, sessies.begin(sessie)};
    }
    Bewoner following(std::string soort, const Uuid& id) {
        portaal::NieuweSessie sessie{.gemeente = v.oeverland, .wijze = portaal::Aanmeldwijze::postcode, .volgt = portaal::Volgobject{std::move(soort), id}};
        sessie.user_agent = access::testing::desk.user_agent;
        return {router, sessies.begin(sessie)};
    }
    // Messages go: ten minutes later, when no act can be undone any more.
    void send() {
        clock.set(clock.now() + minutes(10));
        bericht::VerzendService(store, clock, ids, access::testing::test_texts()).release(clock.now(), 10);
    }
    // As the site knows him.
    portaal::Inwoner inwoner(Id<Partij> partij) {
        portaal::Inwoner one;
        one.gemeente = v.oeverland;
        one.wijze = portaal::Aanmeldwijze::demo;
        one.niveau = portaal::Betrouwbaarheidsniveau::hoog;
        one.partij = partij;
        one.van = store.read([&](store::Tx& tx) { return partijen.familie(tx, partij); });
        one.naam = store.read([&](store::Tx& tx) { return partijen.naam_of(tx, partij); });
        return one;
    }

    norm::NormService normen;
    portaal::SessieService sessies;
    portaal::AanmeldService aanmelden;
    portaal::VolgService portaalvolgen;
    http::Router router;
    portaal::Site site;
};

inline std::vector<store::Migration> mijn_schema() {
    auto list = zaken_schema();
    const auto has = [&](const store::Migration& one) {
        for (const auto& known : list)
            if (known.name == one.name) return true;
        return false;
    };
    for (const auto& more : {norm::migrations(), portaal::migrations(), toepassing::migrations()})
        for (const auto& one : more)
            if (!has(one)) list.push_back(one);
    return list;
}

// A world made on each store, with these tables beside those of the resident's side.
template <class World, class Migrations, class F>
void in_each_with(const Migrations& more, F test) {
    auto schema = mijn_schema();
    schema.insert(schema.end(), more.begin(), more.end());
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        World world(*fresh->store);
        test(world);
    }
}

template <class F>
void in_each_mijn(F test, std::string_view now = "2026-11-23 10:00") {
    for (const auto& fresh : fresh_stores(mijn_schema())) {
        MijnWereld wereld(*fresh->store, now);
        test(wereld);
    }
}

}  // namespace dichtbij::testing
