#include "app/bewaring.h"

#include <doctest/doctest.h>

#include "app/check.h"
#include "support/desk.h"
#include "taak/taak_service.h"

namespace dichtbij::app::bewaring_test {
namespace {

using dichtbij::testing::Desk;
using klantcontact::Afloop;

struct Kantoor : Desk {
    explicit Kantoor(store::Store& opened) : Desk(opened, "2026-11-23 10:00"), taken(store, clock, ids, werk, contacten), files(document::open_database(store)),
                                          documenten(store, clock, ids, *files), bewaring(store) {
        bewaring.add(alle_bewaar_regels(documenten, [this](Instant voor, int limit) { return log.destroy_before(voor, limit); }, 30));
    }

    // A question that was handed on as a taak, called about, asked a colleague about, and closed.
    klantcontact::Geregistreerd handed_on_and_closed() {
        const auto contact = registered(this->contact(Afloop::doorgezet));
        taak::NieuweTaak nieuw;
        nieuw.klantcontact = contact.klantcontact.id;
        nieuw.gevraagde_handeling = "terugbellen";
        taken.create(tom(), nieuw).value();
        const auto inner = taken.create(tom(), nieuw).value();
        CHECK(inner.werk.ouder == contact.werk.id);
        CHECK(werk.note(tom(), contact.werk.id, {"Mevrouw belt liever zelf.", {}}).has_value());
        close(ruben(), again(contact.werk)).value();
        return contact;
    }
    std::int64_t count(std::string_view table) {
        return store.read([&](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from " + std::string(table)); });
    }
    bool is_recorded(const Uuid& id) {
        return store.read([&](store::Tx& tx) { return access::was_destroyed(tx, id); });
    }
    std::vector<std::string> faults() {
        std::vector<std::string> all;
        for (const auto& result : check_store(store, *files, clock))
            for (const auto& problem : result.problems) all.push_back(problem);
        return all;
    }
    void later(int days_later) {
        clock.advance(days(days_later));
        bewaring.run(clock.now());
    }

    taak::TaakService taken;
    std::unique_ptr<document::FileStore> files;
    document::DocumentService documenten;
    access::Bewaring bewaring;
};

template <class F>
void in_each_kantoor(F test) {
    for (const auto& fresh : fresh_stores(all_migrations())) {
        CAPTURE(fresh->name);
        Kantoor kantoor(*fresh->store);
        test(kantoor);
    }
}

constexpr const char* of_a_question[] = {"werk", "klok", "toezegging", "klantcontact", "betrokkene", "gesprek", "taak", "taak_actor"};

}  // namespace

TEST_CASE("every table of the program says what it holds, and what is personal has a rule") {
    const auto fresh = fresh_sqlite(all_migrations());
    CHECK(bewaar_problems(*fresh->store, all_migrations()).empty());
}

TEST_CASE("a closed question goes after five years with its tasks, clocks and promises, and leaves a record of each") {
    in_each_kantoor([](Kantoor& k) {
        const auto old = k.handed_on_and_closed();
        const auto answered = k.registered(k.contact(Afloop::beantwoord));
        k.later(1000);
        const auto young = k.handed_on_and_closed();
        const auto open = k.registered(k.contact(Afloop::doorgezet));
        CHECK(k.count("klantcontact") == 4);
        k.later(5 * 365 - 1000);
        CHECK(k.count("klantcontact") == 4);
        k.later(3);
        k.store.read([&](store::Tx& tx) {
            for (const auto& gone : {old, answered}) {
                CHECK_FALSE(k.werk.stored(tx, gone.werk.id).has_value());
                CHECK_FALSE(k.contacten.stored(tx, gone.klantcontact.id).has_value());
            }
            for (const auto& kept : {young, open}) {
                CHECK(k.werk.stored(tx, kept.werk.id).has_value());
                CHECK(k.contacten.stored(tx, kept.klantcontact.id).has_value());
            }
        });
        CHECK(k.count("taak") == 2);
        CHECK(k.count("gesprek") == 2);
        CHECK(k.count("vernietiging where soort = 'taak'") == 2);
        for (const auto& id : {old.werk.id.bytes, old.klantcontact.id.bytes, old.klantcontact.gesprek.bytes}) CHECK(k.is_recorded(id));
        CHECK_FALSE(k.is_recorded(young.werk.id.bytes));
        CHECK(k.faults().empty());
    });
}

TEST_CASE("nothing is left of questions that all went, and what is said of them in the journal is gone") {
    in_each_kantoor([](Kantoor& k) {
        for (int i = 0; i < 12; ++i) k.handed_on_and_closed();
        CHECK(k.count("toelichting where tekst is not null") > 0);
        k.later(5 * 365 + 3);
        for (const char* table : of_a_question) {
            CAPTURE(table);
            CHECK(k.count(table) == 0);
        }
        CHECK(k.count("toelichting t join journaal j on j.nummer = t.nummer where t.tekst is not null and j.werk is not null") == 0);
        CHECK(k.faults().empty());
    });
}

TEST_CASE("work that is part of other work stays as long as that, and the whole waits for its youngest part") {
    in_each_kantoor([](Kantoor& k) {
        auto outer = k.open();
        auto question = k.question();
        question.ouder = outer.id;
        k.open(question);
        k.close(k.ruben(), k.again(outer)).value();
        k.later(100);
        CHECK(k.store.write([&](store::Tx& tx) {
            const auto child = k.werk.children(tx, access::system_caller("proef"), outer.id).front();
            return k.werk.reopen(tx, access::system_caller("proef"), child.id, child.versie, "toch nog").has_value();
        }));
        k.later(3000);
        CHECK(k.count("werk") == 2);
    });
}

TEST_CASE("a person is erased five years after the last change when nothing names him any more") {
    in_each_kantoor([](Kantoor& k) {
        const auto asked = k.handed_on_and_closed();  // by Fatima
        const auto unused = k.person("Karel", "Vos", k.v.oeverland);
        k.later(1000);
        const auto younger = k.person("Lotte", "Kok", k.v.oeverland);
        k.registered(k.contact(Afloop::beantwoord));  // Fatima again
        const auto names = [&](Id<Partij> id) { return k.store.read([&](store::Tx& tx) { return k.partijen.naam_of(tx, id); }); };
        k.later(830);
        CHECK(names(unused).empty());
        CHECK(k.is_recorded(unused.bytes));
        CHECK_FALSE(names(younger).empty());
        CHECK_FALSE(names(k.fatima).empty());
        k.later(1000);
        CHECK(k.is_recorded(k.fatima.bytes));
        CHECK(k.faults().empty());
    });
}

TEST_CASE("a double goes before the person it was merged into, and both go in the end") {
    in_each_kantoor([](Kantoor& k) {
        const auto again = k.person("F.", "Idrissi", k.v.oeverland);
        auto sanne = k.beheerder();
        sanne.grants.push_back({access::Rol::kcc_medewerker, k.v.oeverland, {}});
        CHECK(k.partijen.merge(sanne, {k.fatima, again}).has_value());
        k.later(5 * 365 + 3);
        k.later(1);
        CHECK(k.count("partij where gewist_op is null") == 0);
        CHECK(k.faults().empty());
    });
}

TEST_CASE("notices, identifications, openings and loose data go after their own terms") {
    in_each_kantoor([](Kantoor& k) {
        const auto one = k.open();
        k.store.write([&](store::Tx& tx) {
            k.werk.notify(tx, one, k.v.ruben, werk::Attentiesoort::herinnering, k.tom());
            tx.run("insert into identificatie (id, gemeente, gesprek, partij, medewerker, methode, geslaagd, op) values (?1, ?2, ?3, ?4, null, 'controlevragen', 1, ?5)",
                   k.ids.next(), k.v.oeverland, k.ids.next(), k.fatima, k.clock.now());
            tx.run("insert into identificatie_antwoord (identificatie, gemeente, vraag, oordeel) select id, gemeente, 'adres', 'goed' from identificatie");
            tx.run("insert into partij_opening (id, gemeente, partij, medewerker, reden, op) values (?1, ?2, ?3, ?4, 'proef', ?5)", k.ids.next(),
                   k.v.oeverland, k.fatima, k.v.tom, k.clock.now());
            tx.run("insert into rekeningnummer (id, gemeente, partij, volgorde, iban, bic) values (?1, ?2, null, 1, 'NL00PROEF', '')", k.ids.next(),
                   k.v.oeverland);
        });
        k.attenties.read_all(k.ruben());
        const auto of_ruben = [&] { return k.store.read([&](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from attentie where medewerker = ?1", k.v.ruben); }); };
        k.later(89);
        CHECK(of_ruben() == 1);
        k.later(3);
        CHECK(of_ruben() == 0);
        k.later(270);
        CHECK(k.count("identificatie") == 1);
        k.later(10);
        CHECK(k.count("identificatie") + k.count("identificatie_antwoord") + k.count("rekeningnummer") == 0);
        CHECK(k.count("partij_opening") == 1);
        k.later(400);
        CHECK(k.count("partij_opening") == 0);
        CHECK(k.count("vernietiging where soort in ('attentie', 'identificatie', 'partij_opening', 'los_gegeven')") >= 4);
    });
}

TEST_CASE("a draft goes when nobody touched it for a week") {
    in_each_kantoor([](Kantoor& k) {
        const auto draft = [&](std::string kop) {
            k.store.write([&](store::Tx& tx) {
                tx.run("insert into concept (id, gemeente, medewerker, kanaal, partij, kop, inhoud, begonnen_op, gewijzigd_op, versie) "
                       "values (?1, ?2, ?3, 'telefoon', null, ?4, '', ?5, ?5, 1)", k.ids.next(), k.v.oeverland, k.v.tom, kop, k.clock.now());
            });
        };
        draft("oud");
        k.later(5);
        draft("jong");
        k.later(3);
        CHECK(k.count("concept where kop = 'oud'") == 0);
        CHECK(k.count("concept where kop = 'jong'") == 1);
        CHECK(k.count("vernietiging where soort = 'concept'") == 1);
    });
}

TEST_CASE("the access log goes after the days of its setting") {
    in_each_kantoor([](Kantoor& k) {
        k.partijen.read(k.tom(), k.fatima).value();
        CHECK(k.looks_at(k.fatima).size() == 1);
        k.later(29);
        CHECK(k.looks_at(k.fatima).size() == 1);
        k.later(3);
        CHECK(k.looks_at(k.fatima).empty());
    });
}

}  // namespace dichtbij::app::bewaring_test
