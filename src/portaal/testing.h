#pragma once
// For tests of the portal and of pages of others on it: a provider that is not there, a gemeente with residents,
// a site with a browser.

#include "access/access.h"
#include "access/desk_testing.h"
#include "base/text.h"
#include "journal/journal.h"
#include "oidc/testing.h"
#include "organisatie/organisatie_opbouw.h"
#include "organisatie/testing.h"
#include "portaal/portaal_routes.h"
#include "portaal/portaal_schema_store.h"
#include "store/testing.h"

namespace dichtbij::portaal::testing {

namespace json = boost::json;

using oidc::testing::issuer;
using oidc::testing::Nepaanbieder;
using oidc::testing::query_value;

inline Aanbieder digid() {
    auto made = read_aanbieder("digid", {{"kind", "digid"}, {"issuer", issuer}, {"client_id", "dichtbij"}, {"client_secret", "geheim"}},
                               [](const std::string&) { return std::optional<std::string>(); });
    CHECK_THAT(made.has_value());
    return *made;
}

// What such a provider says of someone, ready to be spoiled by a test.
inline json::object claims_of(Instant now, std::string_view nonce, std::string_view bsn) {
    json::object claims = oidc::testing::token_claims(now, nonce);
    claims["acr"] = "http://eidas.europa.eu/LoA/substantial";
    claims["urn:nl-eid-gdi:1.0:id:BSN"] = json::string_view(bsn.data(), bsn.size());
    return claims;
}

inline constexpr const char* bsn_fatima = "999993653";
inline constexpr const char* bsn_onbekend = "999990019";

inline std::vector<store::Migration> schema() {
    std::vector<store::Migration> all;
    for (const auto list : {journal::migrations(), access::migrations(), access::access_log_migrations(), norm::migrations(), organisatie::migrations(), partij::migrations(), migrations()})
        all.insert(all.end(), list.begin(), list.end());
    return all;
}

// Keeps what would have been mailed.
struct Postvak final : Codepost {
    struct Brief {
        std::string naar, tekst;
    };
    std::vector<Brief> brieven;
    void send(const std::string& naar, const std::string&, const std::string& tekst) override { brieven.push_back({naar, tekst}); }
    // The six digits in the last one.
    std::string code() const {
        const auto at = brieven.back().tekst.find_first_of("0123456789");
        return brieven.back().tekst.substr(at, 6);
    }
};

// Matters as a test gives them.
struct Zaken final : Onderdeel {
    std::vector<Volgbaar> alle;
    std::string_view soort() const override { return "zaak"; }
    std::vector<Loopt> of(store::Tx&, const Inwoner& inwoner, const html::Texts&, int) const override {
        std::vector<Loopt> his;
        for (const Volgbaar& one : alle)
            if (one.van == inwoner.van) his.push_back(one.loopt);
        return his;
    }
    std::optional<Volgbaar> by_nummer(store::Tx&, Id<Gemeente>, std::string_view nummer, const html::Texts&) const override {
        for (const Volgbaar& one : alle)
            if (one.nummer == nummer) return one;
        return std::nullopt;
    }
    std::optional<Volgbaar> by_id(store::Tx&, Id<Gemeente>, const Uuid& id, const html::Texts&) const override {
        for (const Volgbaar& one : alle)
            if (one.object.id == id) return one;
        return std::nullopt;
    }
};

struct WereldKeuze {
    bool heeft_aanbieder = true;
    bool heeft_demo = false;
    bool heeft_codes = true;
};

// The gemeente Oeverland with Fatima El Idrissi, who has a BSN, an address and an e-mail address.
struct Wereld {
    store::Store& store;
    SimulatedClock clock{*parse_instant("2026-11-23T09:00:00Z")};
    IdSource ids{clock, 7};
    access::AccessLog log{store, clock, "proef"};
    norm::NormService normen{store, clock, ids};
    partij::PartijService partijen{store, clock, ids, log};
    SessieService sessies{store, clock, partijen};
    Nepaanbieder aanbieder;
    AanmeldService aanmelden;
    Postvak post;
    VolgService volgen;
    http::Router router;
    Site site;
    Zaken zaken;
    organisatie::testing::Voorbeeld v;
    Id<Partij> fatima;

    explicit Wereld(store::Store& s, WereldKeuze keuze = {})
        : store(s),
          aanmelden(sessies, aanbieders(keuze)),
          volgen(sessies, partijen, log, keuze.heeft_codes ? &post : nullptr),
          site(SiteDelen{.router = router, .sessies = sessies, .aanmelden = aanmelden, .volgen = volgen, .partijen = partijen, .normen = normen, .log = log,
                         .texts = access::testing::test_texts(), .assets = [](std::string_view file) { return "/assets/" + std::string(file); },
                         .public_url = "https://mijn.oeverland.example", .demo = keuze.heeft_demo ? Demobewoners([this](store::Tx&, Id<Gemeente>) {
                             return std::vector<Demobewoner>{{fatima, "Fatima El Idrissi", "Kastanjelaan"}};
                         }) : Demobewoners(), .heeft_logo = {}}) {
        v = store.write([&](store::Tx& tx) { return organisatie::testing::build(tx, ids); });
        fatima = add("Fatima", bsn_fatima, v.oeverland);
        add_routes(site);
        site.add(zaken);
    }

    Id<Partij> add(const std::string& voornaam, const std::string& bsn, Id<Gemeente> gemeente) {
        partij::Gegevens g;
        partij::Persoon persoon;
        persoon.naam.voornaam = voornaam;
        persoon.naam.achternaam = "El Idrissi";
        g.wie = persoon;
        if (!bsn.empty()) g.identificatoren = {partij::make_identificator(partij::soort_bsn, bsn)};
        partij::Adres adres;
        adres.straatnaam = "Kastanjelaan";
        adres.huisnummer = 18;
        adres.huisnummertoevoeging = "a";
        adres.postcode = "3999AB";
        adres.stad = "Oeverdorp";
        g.bezoekadres = adres;
        partij::DigitaalAdres email;
        email.soort = partij::SoortDigitaalAdres::email;
        email.adres = "fatima@voorbeeld.example";
        g.digitale_adressen = {email};
        return partijen.create(access::system_caller("proef"), gemeente, std::move(g)).value();
    }
    Volgbaar& add_zaak(const std::string& nummer) {
        Volgbaar zaak;
        zaak.object = {"zaak", ids.next()};
        zaak.nummer = nummer;
        zaak.van = {fatima};
        zaak.loopt.nummer = nummer;
        zaak.loopt.titel = "Kapvergunning Kastanjelaan 18";
        zaak.loopt.nu = "Wij nemen een besluit.";
        zaak.loopt.behandelaar = "Pieter Hoekstra";
        zaak.loopt.beloofd = make_day(2026, 11, 27);
        zaak.loopt.url = "/mijn/zaken/1";
        zaak.loopt.sinds = make_day(2026, 10, 5);
        zaken.alle.push_back(zaak);
        return zaken.alle.back();
    }
    // A browser in which someone is signed in, as after coming back from the provider.
    access::testing::Browser browser() const { return access::testing::Browser(router); }

  private:
    std::vector<std::unique_ptr<OidcClient>> aanbieders(const WereldKeuze& keuze) {
        std::vector<std::unique_ptr<OidcClient>> all;
        if (keuze.heeft_aanbieder) all.push_back(std::make_unique<OidcClient>(digid(), "https://mijn.oeverland.example/oidc/digid/terug", aanbieder, clock));
        return all;
    }
};

// From the button to the page where he wanted to be; what the provider says can be spoiled in between.
inline http::Response sign_in(Wereld& w, access::testing::Browser& browser, const std::string& bsn, const std::string& naar = "/mijn") {
    const auto away = browser.get("/g/oeverland/inloggen/digid?naar=" + http::percent_encoded(naar));
    const std::string url(away.headers.get("Location"));
    w.aanbieder.claims = claims_of(w.clock.now(), query_value(url, "nonce"), bsn);
    return browser.get("/oidc/digid/terug?code=c1&state=" + query_value(url, "state") + "&iss=" + http::percent_encoded(issuer));
}

}  // namespace dichtbij::portaal::testing
