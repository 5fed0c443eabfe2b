// Lists of internetaken over the standard: each filter with one that fits and one that does not.
#include "taak/lijst_service.h"

#include <doctest/doctest.h>

#include <functional>

#include "support/lijsten.h"
#include "taak/taak_service.h"

namespace dichtbij::taak::lijst_test {
namespace {

using dichtbij::testing::application;
using dichtbij::testing::at;
using dichtbij::testing::Desk;
using store::testing::fresh_stores;
using dichtbij::testing::Tweetal;

const LijstService lijsten;

// Two taken, of the two contacts: the first is open, the second is done.
struct Taken : Desk {
    explicit Taken(store::Store& opened) : Desk(opened), taken(store, clock, ids, werk, contacten) {
        t = dichtbij::testing::two_contacts(*this);
        NieuweTaak nieuw;
        nieuw.klantcontact = t.een.id;
        nieuw.gevraagde_handeling = "Bel terug over de beuk";
        nieuw.toelichting = "Zij is thuis.";
        nieuw.standaardnummer = "0000000051";
        nieuw.referentienummer = "0000000151";
        nieuw.actoren = {t.actor_twee.id, t.actor_een.id};
        een = taken.create(tom(), nieuw).value().taak;
        clock.advance(hours(1));
        nieuw = {};
        nieuw.klantcontact = t.twee.id;
        nieuw.gevraagde_handeling = "Zoek het paspoort";
        nieuw.standaardnummer = "0000000052";
        nieuw.referentienummer = "0000000152";
        const auto made = taken.create(tom(), nieuw).value();
        twee = made.taak;
        clock.advance(hours(1));
        Afronding afronding;
        afronding.bij = {made.werk.id, made.werk.versie};
        afronding.antwoord = "Gevonden.";
        afronding.inwoner_weet_het = true;
        CHECK(taken.close(access::system_caller("proef"), afronding).has_value());
    }
    std::vector<Id<dichtbij::Taak>> found(const Taakvraag& vraag, const access::Caller& caller) {
        const auto listed = dichtbij::testing::reading(store, caller, [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.taken(tx, look, vraag, {}).value(); });
        std::vector<Id<dichtbij::Taak>> list;
        for (const Taakregel& one : listed.rows) list.push_back(one.taak.id);
        return list;
    }
    std::vector<Id<dichtbij::Taak>> found(const Taakvraag& vraag) { return found(vraag, application(v.oeverland)); }
    std::int64_t total(const access::Caller& caller) {
        return dichtbij::testing::reading(store, caller, [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.taken(tx, look, {}, {1, 1}).value().total; });
    }

    TaakService taken;
    Tweetal t;
    Taak een, twee;
};

template <class F>
void in_each_takenlijst(F test) {
    auto schema = dichtbij::testing::desk_schema();
    schema.insert(schema.end(), migrations().begin(), migrations().end());
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Taken taken(*fresh->store);
        test(taken);
    }
}

using V = Taakvraag;
struct Filter {
    const char* name;
    std::function<void(V&, const Taken&)> een;   // fits the first only
    std::function<void(V&, const Taken&)> twee;  // fits the second only; none: nothing
};

const std::vector<Filter>& filters() {
    static const std::vector<Filter> list{
        {"nummer", [](V& v, const Taken&) { v.nummer = "0000000051"; }, [](V& v, const Taken&) { v.nummer = "0000000052"; }},
        {"referentienummer", [](V& v, const Taken&) { v.referentienummer = "0000000151"; }, [](V& v, const Taken&) { v.referentienummer = "0000000152"; }},
        {"status", [](V& v, const Taken&) { v.status = Taakstatus::te_verwerken; }, [](V& v, const Taken&) { v.status = Taakstatus::verwerkt; }},
        {"klantcontact", [](V& v, const Taken& d) { v.klantcontacten = {d.t.een.id}; }, [](V& v, const Taken& d) { v.klantcontacten = {d.t.twee.id}; }},
        {"klantcontact nummer", [](V& v, const Taken&) { v.klantcontact_nummer = "0000000012"; }, [](V& v, const Taken&) { v.klantcontact_nummer = "0000000034"; }},
        {"klantcontact referentie", [](V& v, const Taken&) { v.klantcontact_referentienummer = "0000000112"; }, [](V& v, const Taken&) { v.klantcontact_referentienummer = "0000000134"; }},
        {"actor", [](V& v, const Taken& d) { v.actor = d.t.actor_een.id; }, {}},
        {"actor naam", [](V& v, const Taken&) { v.actor_naam = "Afdeling Wonen"; }, {}},
        {"toegewezenOp", [](V& v, const Taken& d) { v.toegewezen_op = d.een.toegewezen_op; }, [](V& v, const Taken& d) { v.toegewezen_op = d.twee.toegewezen_op; }},
        {"period", [](V& v, const Taken& d) { v.tot = d.twee.toegewezen_op; }, [](V& v, const Taken& d) { v.van = d.twee.toegewezen_op; }},
        {"words", [](V& v, const Taken&) { v.woorden = {"BEUK", "thuis"}; }, [](V& v, const Taken&) { v.woorden = {"paspoort"}; }},
    };
    return list;
}

}  // namespace

TEST_CASE("each filter of internetaken finds what fits and nothing else") {
    in_each_takenlijst([](Taken& d) {
        using Ids = std::vector<Id<dichtbij::Taak>>;
        V all;
        for (const Filter& filter : filters()) {
            CAPTURE(filter.name);
            V een, twee;
            filter.een(een, d);
            filter.een(all, d);
            CHECK(d.found(een) == Ids{d.een.id});
            if (!filter.twee) continue;
            filter.twee(twee, d);
            CHECK(d.found(twee) == Ids{d.twee.id});
        }
        CHECK(d.found(all) == Ids{d.een.id});
        V both, by_name;
        both.klantcontacten = {d.t.een.id, d.t.twee.id};
        CHECK(d.found(both).empty());
        by_name.actor_naam = "afdeling wonen";
        CHECK(d.found(by_name).empty());
        CHECK(d.found({}) == Ids{d.twee.id, d.een.id});
        V order;
        order.volgorde = Volgorde::eerst_toegewezen_eerst;
        CHECK(d.found(order) == Ids{d.een.id, d.twee.id});
        order.volgorde = Volgorde::laatst_toegewezen_eerst;
        CHECK(d.found(order) == Ids{d.twee.id, d.een.id});
    });
}

TEST_CASE("a taak is listed as it stands: its actors in the order they were given, done when its work is") {
    in_each_takenlijst([](Taken& d) {
        const auto one = [&](Id<dichtbij::Taak> id) {
            return dichtbij::testing::reading(d.store, application(d.v.oeverland), [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.taak(tx, look, id).value(); });
        };
        CHECK(one(d.een.id).actoren == std::vector{d.t.actor_twee.id, d.t.actor_een.id});
        CHECK(one(d.een.id).taak.status == Taakstatus::te_verwerken);
        CHECK_FALSE(one(d.een.id).taak.afgehandeld_op);
        CHECK(one(d.een.id).partij == d.t.amira);
        CHECK(one(d.twee.id).taak.status == Taakstatus::verwerkt);
        CHECK(one(d.twee.id).taak.afgehandeld_op == at("2026-11-23 12:00"));
        for (const auto& id : {d.een.id, d.twee.id}) {
            const auto listed = one(id).taak;
            CHECK(d.store.read([&](store::Tx& tx) { return d.taken.stored(tx, id); }) == listed);
        }
    });
}

TEST_CASE("taken of hidden contacts, of other gemeenten and in confidential work are not there, and are not counted") {
    in_each_takenlijst([](Taken& d) {
        CHECK(d.total(application(d.v.oeverland)) == 2);
        CHECK(d.total(application(d.v.heidedal)) == 0);
        CHECK(d.contacten.hide(d.tom(), d.t.een.id, "dubbel").has_value());
        CHECK(d.total(application(d.v.oeverland)) == 1);
        CHECK(d.found({}) == std::vector{d.twee.id});
        d.store.write([&](store::Tx& tx) {
            auto werk = d.werk.stored(tx, d.twee.werk).value();
            werk.domein = "wmo";
            CHECK(d.werk.correct(tx, access::system_caller("proef"), werk).has_value());
        });
        auto reader = application(d.v.oeverland);
        CHECK(d.total(reader) == 0);
        CHECK(d.found({}, reader).empty());
        reader.domeinen = {"wmo"};
        CHECK(d.total(reader) == 1);
        CHECK(d.found({}, reader) == std::vector{d.twee.id});
        const auto by_id = dichtbij::testing::reading(d.store, application(d.v.oeverland), [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.taak(tx, look, d.twee.id); });
        CHECK(by_id.error().reason == Reason::not_found);
        CHECK(d.contact_faults().empty());
    });
}

TEST_CASE("every taak has a nummer of ten digits, and who brings his own keeps it, once") {
    in_each_takenlijst([](Taken& d) {
        CHECK(d.een.standaardnummer == "0000000051");
        NieuweTaak nieuw;
        nieuw.klantcontact = d.t.een.id;
        nieuw.gevraagde_handeling = "Nog eens";
        const Taak made = d.taken.create(d.tom(), nieuw).value().taak;
        CHECK(made.nummer == "T-" + made.standaardnummer.substr(0, 4) + "-" + made.standaardnummer.substr(4));
        nieuw.standaardnummer = "0000000051";
        CHECK(d.taken.create(d.tom(), nieuw).error().fields.at(0).field == "standaardnummer");
        CHECK(d.total(application(d.v.oeverland)) == 3);
    });
}

TEST_CASE("a list of many taken takes as many statements as a list of one") {
    in_each_takenlijst([](Taken& d) {
        const auto statements = [&](int size) {
            dichtbij::testing::CountingStore counting(d.store);
            dichtbij::testing::reading(counting, application(d.v.oeverland), [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.taken(tx, look, {}, {1, size}).value().total; });
            return counting.statements();
        };
        CHECK(statements(1) == statements(2));
    });
}

namespace {

std::vector<store::Migration> schema_of_takenlijst() {
    auto schema = dichtbij::testing::desk_schema();
    schema.insert(schema.end(), migrations().begin(), migrations().end());
    return schema;
}

struct Tabel {
    std::string naam;
    std::string kolommen;
    std::vector<std::vector<store::Value>> rijen;
};

// Every row that the older tables have room for.
void copy_rows(store::Store& from, store::Store& to) {
    auto tabellen = to.read([](store::Tx& tx) {
        std::vector<Tabel> found;
        for (const auto& naam : tx.rows<std::string>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'schema_migratie' order by rootpage")) {
            std::string kolommen;
            for (const auto& one : tx.rows<std::string>("select name from pragma_table_info('" + naam + "')")) kolommen += (kolommen.empty() ? "" : ", ") + one;
            found.push_back({naam, kolommen, {}});
        }
        return found;
    });
    from.read([&](store::Tx& tx) {
        for (Tabel& one : tabellen) {
            const bool is_moved = one.naam == "betrokkene_digitaal_adres";
            const std::string source = is_moved ? "digitaal_adres where betrokkene is not null" : one.naam == "digitaal_adres" ? "digitaal_adres where betrokkene is null" : one.naam;
            tx.connection().run("select " + one.kolommen + " from " + source, {}, [&](store::Row row) { one.rijen.emplace_back(row.begin(), row.end()); });
        }
    });
    to.write([&](store::Tx& tx) {
        for (const Tabel& one : tabellen)
            for (const auto& row : one.rijen) {
                std::string marks;
                for (std::size_t i = 1; i <= row.size(); ++i) marks += (i == 1 ? "?" : ", ?") + std::to_string(i);
                tx.run_with("insert into " + one.naam + " (" + one.kolommen + ") values (" + marks + ")", row);
            }
    });
}

}  // namespace

TEST_CASE("contacts and taken of before the standard get their numbers, their addresses and their count") {
    const auto fresh = dichtbij::fresh_sqlite(schema_of_takenlijst());
    Taken d(*fresh->store);
    std::vector<store::Migration> older;
    for (const auto& one : schema_of_takenlijst())
        if (!one.name.ends_with(".standaard") && !one.name.ends_with(".adressen")) older.push_back(one);
    const auto old = dichtbij::fresh_sqlite(older);
    copy_rows(*fresh->store, *old->store);
    store::migrate(*old->store, schema_of_takenlijst());
    old->store->read([&](store::Tx& tx) {
        const std::string digits = d.een.nummer.substr(2, 4) + d.een.nummer.substr(7);
        CHECK(tx.value<std::string>("select standaardnummer from taak where id = ?1", d.een.id) == digits);
        CHECK(tx.value<std::string>("select standaardnummer from klantcontact where id = ?1", d.t.een.id) == d.t.een.nummer.substr(2, 4) + d.t.een.nummer.substr(7));
        CHECK(tx.value<std::int64_t>("select aantal_taken from klantcontact where id = ?1", d.t.een.id) == 1);
        CHECK(tx.value<std::int64_t>("select count(*) from digitaal_adres where betrokkene = ?1", d.t.bij_een.id) == 2);
        CHECK(klantcontact::klantcontact_check(tx, d.werk).empty());
    });
}

}  // namespace dichtbij::taak::lijst_test
