#pragma once
// Another system at the door of Klantinteracties: a platform with the real services behind it, on a fresh store.

#include "api/klantinteracties/klantinteracties_routes.h"
#include "api/testing.h"
#include "klantcontact/actor_service.h"
#include "support/heart.h"
#include "support/lijsten.h"
#include "taak/taak_service.h"

namespace dichtbij::testing {

inline constexpr const char* klantinteracties_plaats = "/klantinteracties/api/v1";

struct Koppeling {
    explicit Koppeling(store::Store& opened)
        : proef(opened), store(opened), clock(proef.buiten.clock), ids(proef.buiten.ids), v(proef.buiten.v), log(proef.log), werk(opened, clock, ids, normbron),
          partijen(opened, clock, ids, proef.log), contacten(opened, clock, ids, werk, partijen, proef.log), taken(opened, clock, ids, werk, contacten),
          actoren(opened, clock, ids, contacten), api(klantinteracties::make_api(proef.platform, {.store = opened, .partijen = standaard, .betrokkenheid = betrokkenheid, .contacten = contacten, .aangeleverd = aangeleverd, .actoren = actoren, .taken = aangeleverde_taken})) {
        partij::Gegevens gegevens;
        gegevens.wie = partij::Persoon{{"", "Fatima", "", "Idrissi"}, {}, {}};
        fatima = partijen.create(access::system_caller("proef"), v.oeverland, gegevens).value();
    }

    access::Caller tom() const { return organisatie::testing::caller(v.tom, {{access::Rol::kcc_medewerker, v.oeverland, v.kcc}}); }
    klantcontact::NieuwKlantcontact contact(klantcontact::Afloop afloop) const { return contact_of(fatima, v, clock.now(), afloop); }
    klantcontact::Geregistreerd registered(const klantcontact::NieuwKlantcontact& nieuw) { return contacten.register_klantcontact(tom(), nieuw).value(); }

    // Below the place of the API.
    api::testing::Geantwoord get(const std::string& target) { return proef.get(klantinteracties_plaats + target); }
    api::testing::Geantwoord post(const std::string& target, const std::string& body) { return proef.post(klantinteracties_plaats + target, body); }
    api::testing::Geantwoord put(const std::string& target, const std::string& body) { return proef.put(klantinteracties_plaats + target, body); }
    api::testing::Geantwoord patch(const std::string& target, const std::string& body) { return proef.patch(klantinteracties_plaats + target, body); }
    api::testing::Geantwoord del(const std::string& target) { return proef.del(klantinteracties_plaats + target); }
    std::string url(std::string_view path, const Uuid& id) const {
        return std::string("http://kcc.oeverland.example").append(klantinteracties_plaats).append(path).append("/").append(to_string(id));
    }

    api::testing::Proef proef;
    store::Store& store;
    SimulatedClock& clock;
    IdSource& ids;
    organisatie::testing::Voorbeeld& v;
    access::AccessLog& log;
    werk::Normbron normbron = shipped_norms();
    werk::WerkService werk;
    partij::PartijService partijen;
    klantcontact::KlantcontactService contacten;
    taak::TaakService taken;
    klantcontact::ActorService actoren;
    partij::StandaardService standaard{clock, ids};
    klantcontact::BetrokkenheidService betrokkenheid{clock, werk, standaard};
    klantcontact::AanleverService aangeleverd{clock, ids, werk, contacten, partijen};
    taak::AanleverService aangeleverde_taken{clock, werk, ids, taken, contacten, aangeleverd, actoren};
    std::unique_ptr<api::Api> api;
    Id<Partij> fatima;
};

inline std::vector<store::Migration> koppeling_schema() {
    auto list = api::testing::schema();
    for (const auto more : {werk::migrations(), partij::migrations(), klantcontact::migrations(), taak::migrations()}) list.insert(list.end(), more.begin(), more.end());
    return list;
}

template <class F>
void in_each_koppeling(F test) {
    for (const auto& fresh : fresh_stores(koppeling_schema())) {
        CAPTURE(fresh->name);
        Koppeling koppeling(*fresh->store);
        test(koppeling);
    }
}

}  // namespace dichtbij::testing
