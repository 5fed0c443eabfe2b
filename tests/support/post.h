#pragma once
// The Heart with persons and an outbox, for tests of this folder and of those below it.

#include <doctest/doctest.h>

#include "access/access_log.h"
#include "access/access.h"
#include "bericht/bericht_follow.h"
#include "bericht/verzend_service.h"
#include "bericht/werkbron_service.h"
#include "partij/partij_service.h"
#include "support/heart.h"

namespace dichtbij::bericht::testing {

inline const html::Catalogue& texts() {
    static const html::Catalogue catalogue("text");
    return catalogue;
}

inline const Standaard& standaard() {
    static const Standaard shipped = lees_standaard(std::filesystem::path("catalogus/berichten.json"));
    return shipped;
}

struct Post : dichtbij::testing::Heart {
    explicit Post(store::Store& opened, std::vector<std::string> kanalen = {})
        : Heart(opened), log(*log_store->store, clock), partijen(store, clock, ids, log), berichten(store, clock, ids, werk, log, &standaard()),
          beheer(store, clock, ids, standaard()), bron(werk, texts()), voorstellen(beheer, bron, texts(), clock), verzenden(store, clock, ids, texts(), std::move(kanalen)),
          maker(berichten, voorstellen) {
        fatima = person("Fatima", "Idrissi", [](partij::Gegevens&) {});
    }

    template <class Change>
    Id<Partij> person(std::string voornaam, std::string achternaam, Change change) {
        partij::Gegevens gegevens;
        gegevens.wie = partij::Persoon{{"", std::move(voornaam), "", std::move(achternaam)}, {}, {}};
        change(gegevens);
        return partijen.create(access::system_caller("proef"), v.oeverland, gegevens).value();
    }
    // A question of Fatima, for Vergunningen.
    werk::Werk asked(std::optional<Id<Partij>> who = std::nullopt) {
        werk::Opening opening = question();
        opening.partij = who ? *who : fatima;
        return open(opening);
    }
    NieuwBericht words(const werk::Werk& one) const {
        return {v.oeverland, *one.partij, one.id, "", "nld", "Uw antwoord komt op een andere dag", "Beste Fatima,\n\nHet wordt vrijdag.", {}};
    }
    Result<Id<dichtbij::Bericht>> try_write(const access::Caller& caller, const NieuwBericht& nieuw) {
        return store.write([&](store::Tx& tx) { return berichten.write(tx, caller, nieuw); });
    }
    Bericht wrote(const NieuwBericht& nieuw) { return stored(try_write(ruben(), nieuw).value()); }
    Bericht stored(Id<dichtbij::Bericht> id) {
        return store.read([&](store::Tx& tx) { return berichten.stored(tx, id); }).value();
    }
    std::vector<Bericht> of_werk(const werk::Werk& one) {
        return store.read([&](store::Tx& tx) { return berichten.of_werk(tx, access::system_caller("proef"), one.id, {}, 100); });
    }
    // What a resident sees.
    std::vector<Bericht> seen_by(Id<Partij> who) {
        return store.read([&](store::Tx& tx) { return berichten.of_partij(tx, {who}, {}, 100); });
    }
    Vertrokken release() { return verzenden.release(clock.now(), 1000); }
    std::vector<std::string> bericht_faults() {
        return store.read([&](store::Tx& tx) { return bericht_check(tx, clock.now()); });
    }
    std::int64_t append(const std::string& gebeurtenis, const werk::Werk& one, std::vector<std::pair<std::string, std::string>> kenmerken = {},
                        std::optional<Id<Medewerker>> door = {}) {
        return store.write([&](store::Tx& tx) {
            journal::Entry entry = journal::entry(access::system_caller("proef"), clock.now(), gebeurtenis, one.gemeente, journal::Object::werk, one.id.bytes);
            entry.werk = one.id;
            entry.partij = one.partij;
            entry.kenmerken = std::move(kenmerken);
            entry.door = door;
            return journal::append(tx, entry);
        });
    }
    // Until nothing is left to follow.
    void follow() {
        const auto follower = bericht_follower(store, "proef", maker);
        while (follower->run_once(clock.now(), 100) > 0) {}
    }

    std::unique_ptr<FreshStore> log_store = fresh_sqlite(access::access_log_migrations());
    access::AccessLog log;
    partij::PartijService partijen;
    BerichtService berichten;
    BeheerService beheer;
    WerkBron bron;
    VoorstelService voorstellen;
    VerzendService verzenden;
    Berichtmaker maker;
    Id<Partij> fatima;
};

inline std::vector<store::Migration> post_schema() {
    auto list = dichtbij::testing::heart_schema();
    list.insert(list.end(), access::migrations().begin(), access::migrations().end());
    list.insert(list.end(), partij::migrations().begin(), partij::migrations().end());
    list.insert(list.end(), migrations().begin(), migrations().end());
    return list;
}

template <class F>
void in_each(F test, const std::vector<std::string>& kanalen = {}) {
    for (const auto& fresh : fresh_stores(post_schema())) {
        CAPTURE(fresh->name);
        Post post(*fresh->store, kanalen);
        test(post);
    }
}

inline Reason reason_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().reason;
}

inline std::string key_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().fields.empty() ? result.error().key : result.error().fields[0].key;
}

}  // namespace dichtbij::bericht::testing
