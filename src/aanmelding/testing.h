#pragma once
// For tests of signing in through the provider: an organisation, a provider that is not there, and someone who signs in.

#include "aanmelding/aanmelding_routes.h"
#include "access/desk_testing.h"
#include "journal/account_events.h"
#include "oidc/testing.h"
#include "organisatie/testing.h"

namespace dichtbij::aanmelding::testing {

namespace json = boost::json;
using oidc::testing::Nepaanbieder;
using oidc::testing::query_value;

inline std::vector<store::Migration> schema() {
    auto all = organisatie::testing::schema();
    for (const auto list : {access::migrations(), migrations()}) all.insert(all.end(), list.begin(), list.end());
    return all;
}

inline oidc::Velden basis() {
    return {{"issuer", oidc::testing::issuer}, {"client_id", "dichtbij"}, {"client_secret", "geheim"}, {"url", "https://kcc.oeverland.example"}};
}
inline Werkaanbieder werkaanbieder(const oidc::Velden& more = {}) {
    oidc::Velden velden = more;
    velden.merge(basis());
    auto made = read_werkaanbieder(velden, [](const std::string&) { return std::optional<std::string>(); });
    CHECK_THAT(made.has_value());
    return *made;
}

struct Persoon {  // at the provider
    std::string sub = "p1";
    std::string email = "nieuw@oeverland.example";
    std::string naam = "Nina Nieuw";
    std::vector<std::string> groepen{};
    bool bevestigd = true;
    bool sterk = true;
};

struct Wereld {
    store::Store& store;
    SimulatedClock clock{*parse_instant("2026-11-23T09:00:00Z")};
    IdSource ids{clock, 7};
    access::Accounts accounts;
    Werkaanbieder aanbieder;
    Nepaanbieder nep;
    oidc::OidcClient client;
    AanmeldService service;
    AanmeldbeheerService beheer;
    organisatie::testing::Voorbeeld v;
    access::Caller baas;  // beheerder of both gemeenten

    explicit Wereld(store::Store& s, const oidc::Velden& velden = {})
        : store(s),
          accounts(s, clock, access::testing::cheap_options(), {journal::append_account_event, {}}),
          aanbieder(werkaanbieder(velden)),
          client(aanbieder, aanbieder.eigen_url + std::string(terug_pad), nep, clock),
          service(accounts, ids, aanbieder, client),
          beheer(accounts, ids, &aanbieder) {
        v = store.write([&](store::Tx& tx) { return organisatie::testing::build(tx, ids); });
        nep.refresh_token = "r1";
        baas = organisatie::testing::caller(v.marleen, {{access::Rol::beheerder, v.oeverland, {}}, {access::Rol::beheerder, v.heidedal, {}}});
    }

    json::object claims_of(const Persoon& p, std::string_view nonce) const {
        json::object claims = oidc::testing::token_claims(clock.now(), nonce);
        claims["sub"] = p.sub;
        claims["email"] = p.email;
        claims["email_verified"] = p.bevestigd;
        claims["name"] = p.naam;
        claims["groups"] = json::array(p.groepen.begin(), p.groepen.end());
        if (p.sterk) claims["amr"] = json::array{"pwd", "mfa"};
        return claims;
    }
    // From the button to the session.
    tl::expected<Binnen, Buiten> enter(const Persoon& p) {
        const auto url = service.begin("/taken", "nl", "browser");
        CHECK_THAT(url.has_value());
        nep.claims = claims_of(p, query_value(*url, "nonce"));
        return service.finish({query_value(*url, "state"), "c1", "", std::string(oidc::testing::issuer), "browser", access::testing::desk});
    }
    // What the provider says of him from now on, when it is asked again.
    void now_says(const Persoon& p) {
        nep.claims = claims_of(p, "");
        nep.claims.erase("nonce");
    }
    std::shared_ptr<const access::Session> session(const Binnen& binnen) { return access::find_session(accounts, binnen.sessie.token, access::testing::desk.user_agent); }
    // Time goes on in steps, with the timer at each.
    void pass(seconds time) {
        for (seconds done{0}; done < time; done += seconds(10)) {
            clock.advance(std::min(seconds(10), time - done));
            const std::int64_t at = clock.now().time_since_epoch().count();
            nep.claims["iat"] = at;
            nep.claims["exp"] = at + 300;
            service.recheck(clock.now(), 100);
        }
    }
    void geef(const std::string& groep, const Gave& gave) { CHECK_THAT(beheer.add(baas, {groep, "", gave}).has_value()); }
    std::vector<Id<Team>> teams_of(Id<Medewerker> id) {
        return store.read([&](store::Tx& tx) {
            std::vector<Id<Team>> all;
            for (const auto& one : organisatie::teams_of_medewerker(tx, id)) all.push_back(one.id);
            return all;
        });
    }
};

}  // namespace dichtbij::aanmelding::testing
