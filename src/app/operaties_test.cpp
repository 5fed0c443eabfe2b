// Walks every public operation of the services: who may not, is refused; what is of another gemeente, is not
// there; who looks at a person, stands in the access log; and what breaks half way leaves nothing behind.

#include <doctest/doctest.h>

#include <fstream>
#include <set>

#include "support/operaties.h"

namespace dichtbij::testing {
namespace {

constexpr int most_statements = 3'000;  // of one operation

struct Voorbeeldbestand {
    Voorbeeldbestand() : log_store(fresh_sqlite(access::access_log_migrations())), log(*log_store->store, clock) {
        there = Wereld::make(file(), log);
    }
    std::string file() const { return dir.path() + "/voorbeeld.sqlite"; }
    std::int64_t looks() {
        log.flush();
        return log_store->store->read([](store::Tx& tx) {
            return tx.value<std::int64_t>("select count(*) from inzage where partij is not null or zoek <> '' or object is not null");
        });
    }

    TempDir dir;
    SimulatedClock clock{*parse_instant("2026-11-23 10:00")};
    std::unique_ptr<FreshStore> log_store;
    access::AccessLog log;
    Voorwerpen there;
};

Operaties all_operations() {
    Operaties all;
    for (const auto& of_folder : {operaties_van_norm(), operaties_van_organisatie(), operaties_van_zaaktype(), operaties_van_toegang(), operaties_van_partij(),
                                  operaties_van_werk(), operaties_van_contact(), operaties_van_bericht(), operaties_van_zaak(), operaties_van_document(), operaties_van_inwoner(),
                                  operaties_van_overleg(), operaties_van_advies(), operaties_van_koppeling(), operaties_van_standaard(), operaties_van_opzoeken()})
        all.insert(all.end(), of_folder.begin(), of_folder.end());
    return all;
}

std::optional<access::Caller> without_role(const Wereld& w, Zonder zonder) {
    switch (zonder) {
        case Zonder::kcc: return w.alleen(access::Rol::kcc_medewerker);
        case Zonder::beheerder: return w.alleen(access::Rol::beheerder);
        case Zonder::manager: return w.alleen(access::Rol::manager);
        case Zonder::niemand: break;
    }
    return std::nullopt;
}

std::string why(const Antwoord& antwoord) {
    if (!antwoord.fout) return {};
    std::string text = antwoord.fout->detail + " " + antwoord.fout->key;
    for (const FieldError& field : antwoord.fout->fields) text.append(" ").append(field.field).append(":").append(field.key);
    return text;
}

std::string reason_of(const Antwoord& antwoord) {
    if (!antwoord.fout) return antwoord.leeg ? "nothing" : "allowed";
    std::string text;
    switch (antwoord.fout->reason) {
        case Reason::invalid: text = "invalid"; break;
        case Reason::not_found: text = "not found"; break;
        case Reason::forbidden: text = "forbidden"; break;
        case Reason::conflict: text = "conflict"; break;
    }
    return text;
}

std::string expected_elsewhere(Vreemd vreemd) {
    if (vreemd == Vreemd::leeg) return "nothing";
    return vreemd == Vreemd::ongeldig ? "invalid" : "not found";
}

void check_refusals(Wereld& w, const Operatie& one, const std::string& before) {
    if (const auto caller = without_role(w, one.zonder)) {
        CHECK(reason_of(one.doe(w, *caller)) == "forbidden");
        CHECK_MESSAGE(w.contents() == before, "changed");
    }
    if (one.vreemd == Vreemd::eigen) return;
    CHECK(reason_of(one.doe(w, w.elders())) == expected_elsewhere(one.vreemd));
    CHECK_MESSAGE(w.contents() == before, "changed");
}

// Breaks at every statement in turn, and at last not at all: then it works as if nothing had happened.
void check_breaking(Wereld& w, const Operatie& one, const std::string& before) {
    for (int n = 1; n < most_statements; ++n) {
        w.store.break_at(n);
        std::optional<Antwoord> antwoord;
        try {
            antwoord = one.doe(w, w.alles());
        } catch (const store::Unavailable&) {
        }
        if (!w.store.has_failed()) {
            w.store.heal();
            CHECK_MESSAGE(reason_of(antwoord.value()) == "allowed", why(*antwoord));
            return;
        }
        CAPTURE(n);
        const bool is_whole = one.bewaart == Bewaart::in_groepen || w.contents() == before;
        CHECK_MESSAGE(is_whole, "half done");
        CHECK_FALSE(antwoord.has_value());
        if (!is_whole) return;
    }
    FAIL("never ends");
}

void walk(Voorbeeldbestand& example, const Operatie& one) {
    CAPTURE(one.naam);
    Wereld w(example.file(), example.there, example.log);
    const std::string before = w.contents();
    check_refusals(w, one, before);
    check_breaking(w, one, before);
    if (one.leest != Leest::persoon) return;
    Wereld again(example.file(), example.there, example.log);
    const auto looks = example.looks();
    one.doe(again, again.alles());
    CHECK(example.looks() > looks);
}

}  // namespace

TEST_CASE("every operation refuses who may not, hides what is elsewhere, logs who looks, and keeps nothing half done") {
    Voorbeeldbestand example;
    for (const Operatie& one : all_operations()) walk(example, one);
}

TEST_CASE("every operation stands in the table once") {
    std::set<std::string> names;
    for (const Operatie& one : all_operations()) CHECK_MESSAGE(names.insert(one.naam).second, one.naam);
}

}  // namespace dichtbij::testing
