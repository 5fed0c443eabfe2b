#pragma once
// The Heart with persons and klantcontacten.

#include "access/access_log.h"
#include "klantcontact/klantcontact_service.h"
#include "partij/partij_service.h"
#include "support/heart.h"

namespace dichtbij::testing {

// Somebody of Oeverland asks about a tree, over the phone.
inline klantcontact::NieuwKlantcontact contact_of(Id<Partij> who, const organisatie::testing::Voorbeeld& v, Instant now, klantcontact::Afloop afloop) {
    klantcontact::NieuwKlantcontact nieuw;
    nieuw.gemeente = v.oeverland;
    nieuw.inhoud.kanaal = "telefoon";
    nieuw.inhoud.inhoud = "Mag ik de beuk kappen?";
    nieuw.inhoud.onderwerp_id = v.bomen;
    nieuw.inhoud.plaatsgevonden_op = now;
    nieuw.afloop = afloop;
    klantcontact::Betrokkene betrokkene;
    betrokkene.partij = who;
    nieuw.betrokkenen = {betrokkene};
    if (afloop == klantcontact::Afloop::doorgezet) nieuw.aanleiding = norm::Aanleiding::terugbelverzoek;
    if (afloop == klantcontact::Afloop::doorverwezen) nieuw.inhoud.verwezen_naar = "Waterschap";
    return nieuw;
}

struct Desk : Heart {
    explicit Desk(store::Store& opened, std::string_view now = "2026-11-23 10:00")
        : Heart(opened, now), log(*log_store->store, clock), partijen(store, clock, ids, log), contacten(store, clock, ids, werk, partijen, log) {
        fatima = person("Fatima", "Idrissi", v.oeverland);
    }

    Id<Partij> person(std::string voornaam, std::string achternaam, Id<Gemeente> gemeente) {
        partij::Gegevens gegevens;
        gegevens.wie = partij::Persoon{{"", std::move(voornaam), "", std::move(achternaam)}, {}, {}};
        return partijen.create(access::system_caller("proef"), gemeente, gegevens).value();
    }
    klantcontact::Betrokkene asks(std::optional<Id<Partij>> who) const {
        klantcontact::Betrokkene betrokkene;
        betrokkene.partij = who;
        return betrokkene;
    }
    klantcontact::NieuwKlantcontact contact(klantcontact::Afloop afloop) const { return contact_of(fatima, v, clock.now(), afloop); }
    klantcontact::Geregistreerd registered(const klantcontact::NieuwKlantcontact& nieuw) { return contacten.register_klantcontact(tom(), nieuw).value(); }
    std::vector<std::string> contact_faults() {
        return store.read([&](store::Tx& tx) { return klantcontact::klantcontact_check(tx, werk); });
    }

    // Who the access log says was looked at, newest first.
    std::vector<access::InzageRegel> looks_at(Id<Partij> who) {
        log.flush();
        return log.of_partij(who, {}).regels;
    }

    std::unique_ptr<FreshStore> log_store = fresh_sqlite(access::access_log_migrations());
    access::AccessLog log;
    partij::PartijService partijen;
    klantcontact::KlantcontactService contacten;
    Id<Partij> fatima;
};

inline std::vector<store::Migration> desk_schema() {
    auto list = heart_schema();
    list.insert(list.end(), partij::migrations().begin(), partij::migrations().end());
    list.insert(list.end(), klantcontact::migrations().begin(), klantcontact::migrations().end());
    return list;
}

template <class F>
void in_each_desk(F test) {
    for (const auto& fresh : fresh_stores(desk_schema())) {
        Desk desk(*fresh->store);
        test(desk);
    }
}

}  // namespace dichtbij::testing
