#pragma once
// For tests of everything that lets other systems in: two gemeenten and the service on a fresh store.

#include "access/access.h"
#include "organisatie/testing.h"
#include "store/testing.h"
#include "toepassing/toepassing_service.h"

namespace dichtbij::toepassing::testing {

inline std::vector<store::Migration> schema() {
    auto all = organisatie::testing::schema();
    for (const auto list : {access::migrations(), migrations()}) all.insert(all.end(), list.begin(), list.end());
    return all;
}

inline access::Rechten rechten(std::initializer_list<access::Recht> list) {
    access::Rechten all;
    for (const auto& one : list) all.add(one);
    return all;
}

inline access::Rechten alle_rechten() {
    access::Rechten all;
    for (const auto groep : access::alle_groepen)
        for (const auto actie : access::alle_acties) all.add({groep, actie});
    return all;
}

// Systems of others beside an organisation.
struct Buiten {
    explicit Buiten(store::Store& opened, Opties opties = {}) : store(opened), service(store, clock, ids, std::move(opties)) {
        store.write([&](store::Tx& tx) { v = organisatie::testing::build(tx, ids); });
    }

    access::Caller beheerder() const { return organisatie::testing::caller(v.sanne, {{access::Rol::beheerder, v.oeverland, {}}}); }
    access::Caller beheerder_elders() const { return organisatie::testing::caller(v.noor, {{access::Rol::beheerder, v.heidedal, {}}}); }
    Gegevens gegevens(std::string naam = "KISS") const { return {std::move(naam), "beheer@kiss.example", alle_rechten(), false, {}, std::nullopt}; }
    Applicatie applicatie(const Gegevens& of) { return service.make(beheerder(), v.oeverland, of).value(); }
    Applicatie applicatie() { return applicatie(gegevens()); }
    // The header that lets it in.
    std::string koptekst(const Applicatie& one) { return "Token " + service.add_token(beheerder(), one.id, {}).value().geheim; }
    bool komt_binnen(std::string_view authorization) { return service.toegang(authorization, clock.now()).has_value(); }

    SimulatedClock clock{*parse_instant("2026-11-23 10:00")};
    IdSource ids{clock, 7};
    store::Store& store;
    ToepassingService service;
    organisatie::testing::Voorbeeld v;
};

}  // namespace dichtbij::toepassing::testing
