#include "partij/partij_service.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "journal/journal.h"
#include "store/testing.h"

namespace dichtbij::partij::partij_service_test {
namespace {

using access::Caller;
using access::Rol;
using store::testing::fresh_stores;

std::vector<store::Migration> schema() {
    std::vector<store::Migration> list(journal::migrations().begin(), journal::migrations().end());
    list.insert(list.end(), migrations().begin(), migrations().end());
    return list;
}

struct World {
    explicit World(store::Store& opened) : store(opened), log(*log_store->store, clock), service(opened, clock, ids, log) {}

    // What the access log has about the partij, newest first.
    std::vector<access::InzageRegel> looks_at(PartijId id) {
        log.flush();
        return log.of_partij(id, {}).regels;
    }
    std::vector<access::InzageRegel> looks() {
        log.flush();
        return log.zoek(beheerder, {}).value().regels;
    }

    Caller caller(Rol rol, std::vector<GemeenteId> where) {
        Caller made;
        made.medewerker = ids.make<dichtbij::Medewerker>();
        for (const auto& gemeente : where) made.grants.push_back({rol, gemeente, {}});
        return made;
    }
    PartijId make(Gegevens gegevens) { return service.create(access::system_caller("test"), oeverland, std::move(gegevens)).value(); }
    Partij stored(PartijId id) {
        auto inzage = service.read(access::system_caller("test"), id);
        REQUIRE(inzage.has_value());
        return std::get<PartijBeeld>(*inzage).partij;
    }
    std::vector<PartijId> found(const Caller& who, std::string_view typed) {
        std::vector<PartijId> list;
        const auto hits = service.find(who, parse_zoekvraag(typed, day_of(clock.now())));
        for (const Treffer& hit : hits.value()) list.push_back(hit.id);
        return list;
    }
    std::vector<std::string> events(PartijId id) {
        std::vector<std::string> names;
        store.read([&](store::Tx& tx) {
            for (const auto& line : journal::timeline_of_partij(tx, id, {}, 100)) names.push_back(line.gebeurtenis);
        });
        return names;
    }

    SimulatedClock clock{*parse_instant("2026-11-22T09:00:00Z")};
    IdSource ids{clock, 7};
    store::Store& store;
    std::unique_ptr<store::testing::FreshStore> log_store = store::testing::fresh_sqlite(access::access_log_migrations());
    access::AccessLog log;
    PartijService service;
    GemeenteId oeverland = ids.make<dichtbij::Gemeente>();
    GemeenteId heidedal = ids.make<dichtbij::Gemeente>();
    Caller kcc = caller(Rol::kcc_medewerker, {oeverland});
    Caller behandelaar = caller(Rol::behandelaar, {oeverland});
    Caller beheerder = caller(Rol::beheerder, {oeverland});
    Caller elsewhere = caller(Rol::behandelaar, {heidedal});
    Caller both = caller(Rol::behandelaar, {oeverland, heidedal});
};

Gegevens fatima() {
    Gegevens gegevens;
    gegevens.wie = Persoon{{"F.", "Fatima", "El", "Idrissi"}, Aanhef::mevrouw, Geboortedatum{1984, 3, 14}};
    Adres adres;
    adres.straatnaam = "Kastanjelaan";
    adres.huisnummer = 18;
    adres.postcode = "3999AB";
    adres.stad = "Oeverdorp";
    gegevens.bezoekadres = adres;
    DigitaalAdres phone;
    phone.adres = "06 1234 5678";
    phone.is_standaard = true;
    DigitaalAdres mail;
    mail.soort = SoortDigitaalAdres::email;
    mail.adres = "Fatima@voorbeeld.example";
    gegevens.digitale_adressen = {phone, mail};
    gegevens.identificatoren = {make_identificator(soort_bsn, "999990019")};
    gegevens.afspraken = {{{}, "Hoort slecht aan de telefoon", make_day(2026, 9, 2), make_day(2027, 3, 2)}};
    return gegevens;
}

Gegevens named(std::string voornaam, std::string achternaam) {
    Gegevens gegevens;
    gegevens.wie = Persoon{{"", std::move(voornaam), "", std::move(achternaam)}, Aanhef::geen, {}};
    return gegevens;
}

// Runs the test on each store there is, in a world of its own.
template <class F>
void on_each_store(F&& test) {
    for (const auto& fresh : fresh_stores(schema())) {
        INFO(fresh->name);
        World world(*fresh->store);
        test(world);
    }
}

template <class T>
std::string key_of(const Result<T>& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().fields.empty() ? result.error().key : result.error().fields.front().key;
}

}  // namespace

TEST_CASE("a partij is stored with all that hangs on it") {
    on_each_store([](World& w) {
        Gegevens given = fatima();
        given.identificatoren = {make_identificator(soort_vestigingsnummer, "000012345678"), make_identificator(soort_kvk_nummer, "12345678")};
        given.rekeningnummers = {{{}, "nl91 abna 0417 1643 00", ""}};
        const PartijId id = w.make(given);
        const Gegevens read = w.stored(id).gegevens;
        CHECK(volledige_naam(read) == "Fatima El Idrissi");
        CHECK(read.bezoekadres == given.bezoekadres);
        CHECK_FALSE(read.correspondentieadres);
        REQUIRE(read.digitale_adressen.size() == 2);
        CHECK(read.digitale_adressen[0].adres == "06 1234 5678");
        CHECK(read.digitale_adressen[0].is_standaard);
        CHECK(read.rekeningnummers[0].iban == "NL91ABNA0417164300");
        CHECK(read.afspraken[0].tekst == "Hoort slecht aan de telefoon");
        REQUIRE(read.identificatoren.size() == 2);
        CHECK(read.identificatoren[1].sub_identificator_van == read.identificatoren[0].id);
        CHECK(w.events(id) == std::vector<std::string>{"partij.gemaakt"});
    });
}

TEST_CASE("a change keeps what it does not touch, and the journal keeps what was") {
    on_each_store([](World& w) {
        const PartijId id = w.make(fatima());
        Partij partij = w.stored(id);
        const Uuid phone = partij.gegevens.digitale_adressen[0].id;
        partij.gegevens.digitale_adressen.erase(partij.gegevens.digitale_adressen.begin() + 1);
        partij.gegevens.digitale_adressen.push_back({{}, SoortDigitaalAdres::telefoonnummer, "020 123 4567", false, "werk", "", {}});
        partij.gegevens.bezoekadres->huisnummer = 20;
        partij.gegevens.voorkeuren.digitaal_adres = phone;
        CHECK(w.service.change(w.behandelaar, {id, 1, partij.gegevens, {}}).has_value());
        const Partij after = w.stored(id);
        CHECK(after.versie == 2);
        CHECK(after.gegevens.digitale_adressen[0].id == phone);
        CHECK(after.gegevens.digitale_adressen[1].omschrijving == "werk");
        CHECK(after.gegevens.voorkeuren.digitaal_adres == phone);
        CHECK(after.gegevens.bezoekadres->huisnummer == 20);
        w.store.read([&](store::Tx& tx) {
            const auto line = journal::timeline_of_partij(tx, id, {}, 1).at(0);
            CHECK(line.gebeurtenis == "partij.gewijzigd");
            CHECK(line.kenmerk("velden").find("bezoekadres.huisnummer") != std::string::npos);
            CHECK(line.toelichting.value_or("").find("bezoekadres.huisnummer: 18") != std::string::npos);
        });
        CHECK(w.service.change(w.behandelaar, {id, 2, after.gegevens, {}}).has_value());
        CHECK(w.stored(id).versie == 2);  // nothing changed
    });
}

TEST_CASE("a stale change is refused") {
    on_each_store([](World& w) {
        const PartijId id = w.make(fatima());
        Gegevens other = w.stored(id).gegevens;
        other.interne_notitie = "eerst";
        CHECK(w.service.change(w.behandelaar, {id, 1, other, {}}).has_value());
        other.interne_notitie = "te laat";
        CHECK(key_of(w.service.change(w.behandelaar, {id, 1, other, {}})) == "fout.gewijzigd");
    });
}

TEST_CASE("an identifier belongs to one partij of a gemeente") {
    on_each_store([](World& w) {
        w.make(fatima());
        const auto again = w.service.create(w.kcc, w.oeverland, fatima());
        CHECK(key_of(again) == "partij.identificator.bezet");
        CHECK(w.service.create(w.both, w.heidedal, fatima()).has_value());
        Gegevens orphan = named("Jan", "Jansen");
        orphan.identificatoren = {make_identificator(soort_vestigingsnummer, "000012345678")};
        CHECK(key_of(w.service.create(w.kcc, w.oeverland, orphan)) == "partij.vestiging_zonder_kvk");
    });
}

TEST_CASE("rows of another partij cannot be taken over") {
    on_each_store([](World& w) {
        const PartijId id = w.make(fatima());
        Gegevens thief = named("Jan", "Jansen");
        thief.digitale_adressen = w.stored(id).gegevens.digitale_adressen;
        CHECK(key_of(w.service.create(w.kcc, w.oeverland, thief)) == "fout.veld.onbekend");
        Gegevens unknown = named("Jan", "Jansen");
        unknown.categorie_relaties = {{{}, w.ids.next(), {}, {}}};
        CHECK(key_of(w.service.create(w.kcc, w.oeverland, unknown)) == "fout.veld.onbekend");
        Gegevens contact;
        contact.wie = Contactpersoon{{"", "Jan", "", "Jansen"}, Aanhef::geen, id};
        CHECK(key_of(w.service.create(w.kcc, w.oeverland, contact)) == "fout.veld.onbekend");
    });
}

TEST_CASE("the search box finds by exact key, in any notation") {
    on_each_store([](World& w) {
        const PartijId id = w.make(fatima());
        w.make(named("Jan", "Jansen"));
        for (const char* typed : {"999990019", "+31 6 12345678", "0612345678", "fatima@VOORBEELD.example", "3999 ab 18", "3999ab", "14-3-1984", "idrissi 3999ab",
                                  "fatima 14 maart 1984", "f idrissi 14-3-84", "3999ab 14-3-1984"}) {
            CAPTURE(std::string(typed));
            CHECK(w.found(w.kcc, typed) == std::vector{id});
        }
        for (const char* typed : {"123456782", "3999ab 19", "15-3-1984", "jansen 3999ab", "3999ab 15-3-1984", "fatima"}) {
            CAPTURE(std::string(typed));
            CHECK(w.found(w.kcc, typed).empty());
        }
        CHECK(w.found(w.elsewhere, "999990019").empty());
        CHECK(w.service.find_caller(w.kcc, "tel:+31612345678").value().size() == 1);
        CHECK(w.service.find_caller(w.kcc, "anonymous").value().empty());
    });
}

TEST_CASE("a date of birth of which only the year is known is found by a whole date") {
    on_each_store([](World& w) {
        Gegevens partial = named("Amira", "Haddad");
        std::get<Persoon>(partial.wie).geboortedatum = Geboortedatum{1984, 0, 0};
        const PartijId id = w.make(partial);
        CHECK(w.found(w.kcc, "14-3-1984") == std::vector{id});
        CHECK(w.found(w.kcc, "14-3-1985").empty());
    });
}

TEST_CASE("until someone is identified the contact centre sees no address") {
    on_each_store([](World& w) {
        const PartijId id = w.make(fatima());
        const auto gesprek = w.ids.make<Gesprek>();
        auto seen = std::get<PartijBeeld>(w.service.read(w.kcc, id, gesprek).value());
        CHECK(seen.zicht == Zicht::beperkt);
        CHECK_FALSE(seen.partij.gegevens.bezoekadres);
        CHECK(key_of(w.service.change(w.kcc, {id, 1, seen.partij.gegevens, gesprek})) == "partij.eerst_identificeren");

        CHECK(w.service.identify(w.kcc, {id, gesprek, Methode::controlevragen, {{"geboortedatum", "14-3-1984", {}}}}).value() == false);
        CHECK(w.service.identify(w.kcc, {id, gesprek, Methode::controlevragen, {{"geboortedatum", "14-3-1984", {}}, {"postcode_huisnummer", "3999ab18", {}}}}).value());
        seen = std::get<PartijBeeld>(w.service.read(w.kcc, id, gesprek).value());
        CHECK(seen.zicht == Zicht::volledig);
        CHECK(seen.is_geidentificeerd);
        CHECK(seen.partij.gegevens.bezoekadres.has_value());
        const auto other_call = w.ids.make<Gesprek>();
        CHECK(std::get<PartijBeeld>(w.service.read(w.kcc, id, other_call).value()).zicht == Zicht::beperkt);
        CHECK(std::get<PartijBeeld>(w.service.read(w.behandelaar, id).value()).zicht == Zicht::volledig);
        CHECK(std::get<PartijBeeld>(w.service.read(w.behandelaar, id, other_call).value()).zicht == Zicht::beperkt);
        CHECK(w.events(id) == std::vector<std::string>{"partij.geidentificeerd", "partij.identificatie_mislukt", "partij.gemaakt"});
    });
}

TEST_CASE("after three failed identifications the conversation gets no fourth") {
    on_each_store([](World& w) {
        const PartijId id = w.make(fatima());
        const Identificeren wrong{id, w.ids.make<Gesprek>(), Methode::controlevragen, {{"bsn_einde", "123", {}}}};
        for (int i = 0; i < identificatie_max_pogingen; ++i) CHECK(w.service.identify(w.kcc, wrong).value() == false);
        CHECK(key_of(w.service.identify(w.kcc, wrong)) == "partij.identificatie.te_vaak");
    });
}

TEST_CASE("a gemeente chooses its own control questions") {
    on_each_store([](World& w) {
        Controlevragen own;
        own.vragen = {{"huisdier", 1, "Hoe heet uw huisdier?"}};
        own.aantal_goed = 1;
        CHECK(w.service.choose_controlevragen(w.kcc, w.oeverland, own).error().reason == Reason::forbidden);
        CHECK(w.service.choose_controlevragen(w.beheerder, w.oeverland, own).has_value());
        CHECK(key_of(w.service.choose_controlevragen(w.beheerder, w.oeverland, own)) == "fout.gewijzigd");
        CHECK(w.service.controlevragen(w.kcc, w.oeverland).value().vragen == own.vragen);
        const PartijId id = w.make(fatima());
        CHECK(w.service.identify(w.kcc, {id, w.ids.make<Gesprek>(), Methode::controlevragen, {{"huisdier", "", Oordeel::goed}}}).value());
    });
}

TEST_CASE("a warned person is opened with a reason only, and the team lead hears it") {
    on_each_store([](World& w) {
        Gegevens secret = fatima();
        secret.indicaties.geheimhouding = true;
        secret.indicaties.medewerker = w.kcc.medewerker;
        const PartijId id = w.make(secret);
        std::vector<std::string> told;
        w.service.on_opening([&](store::Tx&, const Caller&, const Opening& opening) { told = {opening.reden}; });

        const auto closed = w.service.read(w.behandelaar, id);
        const auto* shielded = std::get_if<Afgeschermd>(&closed.value());
        REQUIRE(shielded);
        CHECK(shielded->waarschuwingen == std::vector{Waarschuwing::geheimhouding, Waarschuwing::collega});
        CHECK(w.looks_at(id).empty());
        CHECK(key_of(w.service.open(w.behandelaar, id, "  ")) == "fout.veld.verplicht");
        CHECK(told.empty());

        CHECK(w.service.open(w.behandelaar, id, "Belt over haar paspoort").has_value());
        CHECK(told == std::vector<std::string>{"Belt over haar paspoort"});
        CHECK(w.looks_at(id).size() == 1);
        CHECK(std::holds_alternative<PartijBeeld>(w.service.read(w.behandelaar, id).value()));
        CHECK(std::holds_alternative<Afgeschermd>(w.service.read(w.both, id).value()));
        CHECK(w.events(id).front() == "partij.geopend");
        w.clock.advance(hours(24));
        CHECK(std::holds_alternative<Afgeschermd>(w.service.read(w.behandelaar, id).value()));
    });
}

TEST_CASE("doubles are merged by a link, and parted again") {
    on_each_store([](World& w) {
        const PartijId kept = w.make(fatima());
        Gegevens second = fatima();
        second.identificatoren.clear();
        const PartijId twin = w.make(second);
        const PartijId third = w.make(named("Fatima", "Idrissi"));
        CHECK(w.service.possible_doubles(w.kcc, kept).value().size() == 1);

        CHECK(w.service.merge(w.kcc, {kept, twin}).has_value());
        CHECK(w.service.merge(w.kcc, {twin, third}).has_value());  // lands at the survivor
        const auto seen = std::get<PartijBeeld>(w.service.read(w.behandelaar, twin).value());
        CHECK(seen.partij.id == kept);
        CHECK(seen.dubbelen == std::vector{twin, third});
        CHECK(w.found(w.kcc, "0612345678") == std::vector{kept});
        CHECK(key_of(w.service.merge(w.kcc, {twin, kept})) == "partij.samenvoegen.zelfde");
        CHECK(w.service.possible_doubles(w.kcc, kept).value().empty());

        CHECK(w.service.split(w.kcc, {twin, ""}).has_value());
        CHECK(std::get<PartijBeeld>(w.service.read(w.behandelaar, twin).value()).partij.id == twin);
        CHECK(w.found(w.kcc, "0612345678").size() == 2);
        CHECK(w.service.split(w.kcc, {twin, ""}).error().reason == Reason::not_found);
    });
}

TEST_CASE("a merge is undone without a reason for a minute, by who made it, when nobody went on") {
    on_each_store([](World& w) {
        const PartijId kept = w.make(fatima());
        const PartijId twin = w.make(named("Fatima", "Idrissi"));
        CHECK(w.service.merge(w.kcc, {kept, twin}).has_value());
        CHECK(key_of(w.service.split(w.behandelaar, {twin, ""})) == "partij.scheiden.ander");
        Gegevens changed = w.stored(kept).gegevens;
        changed.interne_notitie = "gewijzigd";
        CHECK(w.service.change(w.behandelaar, {kept, 1, changed, {}}).has_value());
        CHECK(key_of(w.service.split(w.kcc, {twin, ""})) == "partij.scheiden.ander_werkte_verder");
        w.clock.advance(minutes(2));
        CHECK(key_of(w.service.split(w.kcc, {twin, ""})) == "partij.scheiden.te_laat");
        CHECK(w.service.split(w.behandelaar, {twin, "Dit zijn twee mensen"}).has_value());
    });
}

TEST_CASE("the same person in another gemeente is seen only by who has a role there") {
    on_each_store([](World& w) {
        const PartijId here = w.make(fatima());
        const PartijId there = w.service.create(access::system_caller("test"), w.heidedal, fatima()).value();
        Gegevens shares_phone = named("Ali", "Idrissi");
        shares_phone.digitale_adressen = {fatima().digitale_adressen[0]};
        CHECK(w.service.create(access::system_caller("test"), w.heidedal, shares_phone).has_value());
        const auto related = w.service.side_by_side(w.both, here).value();
        REQUIRE(related.size() == 2);
        CHECK(related[0].partij.id == there);
        CHECK(related[0].is_zeker());
        CHECK_FALSE(related[1].is_zeker());
        CHECK(w.service.side_by_side(w.behandelaar, here).value().empty());
        CHECK(w.service.read(w.behandelaar, there).error().reason == Reason::not_found);
        CHECK(key_of(w.service.merge(w.both, {here, there})) == "partij.samenvoegen.andere_gemeente");
    });
}

TEST_CASE("someone is represented once, by another of the same gemeente, until it ends") {
    on_each_store([](World& w) {
        const PartijId mother = w.make(fatima());
        const PartijId son = w.make(named("Ali", "Idrissi"));
        const PartijId there = w.service.create(access::system_caller("test"), w.heidedal, named("Jan", "Jansen")).value();
        const Uuid id = w.service.represent(w.kcc, son, mother).value();
        CHECK(key_of(w.service.represent(w.kcc, son, mother)) == "partij.vertegenwoordiging.dubbel");
        CHECK(key_of(w.service.represent(w.kcc, son, son)) == "partij.vertegenwoordiging.zelf");
        CHECK(key_of(w.service.represent(w.both, son, there)) == "partij.vertegenwoordiging.andere_gemeente");
        w.store.read([&](store::Tx& tx) {
            CHECK(w.service.vertegenwoordigingen(tx, mother).size() == 1);
            CHECK(w.service.vertegenwoordigingen(tx, son).front().vertegenwoordigde_partij == mother);
        });
        CHECK(w.events(mother).front() == "partij.vertegenwoordiging_gemaakt");
        CHECK(w.service.end_representation(w.elsewhere, id).error().reason == Reason::not_found);
        CHECK(w.service.end_representation(w.kcc, id).has_value());
        CHECK(w.service.end_representation(w.kcc, id).error().reason == Reason::not_found);
    });
}

TEST_CASE("a partij falls in categories of its own gemeente") {
    on_each_store([](World& w) {
        CHECK(w.service.add_categorie(w.kcc, w.oeverland, "ondernemer").error().reason == Reason::forbidden);
        const Uuid categorie = w.service.add_categorie(w.beheerder, w.oeverland, " ondernemer ").value();
        CHECK(key_of(w.service.add_categorie(w.beheerder, w.oeverland, "ondernemer")) == "partij.categorie.dubbel");
        CHECK(w.service.categorieen(w.kcc, w.oeverland).value().front().naam == "ondernemer");
        Gegevens given = fatima();
        given.categorie_relaties = {{{}, categorie, {}, {}}};
        const Partij partij = w.stored(w.make(given));
        CHECK(partij.gegevens.categorie_relaties.front().begin_datum == day_of(w.clock.now()));
        CHECK(key_of(w.service.create(w.both, w.heidedal, given)) == "fout.veld.onbekend");
    });
}

TEST_CASE("erasing leaves a row that says so, and nothing of the person") {
    on_each_store([](World& w) {
        const PartijId id = w.make(fatima());
        const PartijId twin = w.make(named("Fatima", "Idrissi"));
        CHECK(w.service.merge(w.kcc, {id, twin}).has_value());
        std::vector<PartijId> also;
        w.service.on_wissen([&](store::Tx&, const Caller&, PartijId gone) { also.push_back(gone); });
        CHECK(w.service.wis(w.behandelaar, {id, Wisgrond::verzoek, "Besluit 12"}).error().reason == Reason::forbidden);
        CHECK(w.service.wis(w.beheerder, {id, Wisgrond::verzoek, "Besluit 12"}).has_value());
        CHECK(also == std::vector{id, twin});
        CHECK(w.service.read(w.behandelaar, id).error().reason == Reason::not_found);
        CHECK(w.found(w.kcc, "999990019").empty());
        CHECK(w.found(w.kcc, "0612345678").empty());
        w.store.read([&](store::Tx& tx) {
            CHECK(w.service.naam_of(tx, id).empty());
            CHECK(tx.value<std::int64_t>("select count(*) from partij where gewist_op is not null and achternaam = ''") == 2);
            for (const char* table : {"partij_adres", "digitaal_adres", "partij_identificator", "partij_afspraak", "partij_samenvoeging"})
                CHECK(tx.value<std::int64_t>(std::string("select count(*) from ") + table) == 0);
            const auto line = journal::timeline_of_partij(tx, id, {}, 1).at(0);
            CHECK(line.gebeurtenis == "partij.gewist");
            CHECK(line.kenmerk("grond") == "verzoek");
        });
        CHECK(w.service.create(w.kcc, w.oeverland, fatima()).has_value());  // the BSN is free again
    });
}

TEST_CASE("a subject access request gives everything, and is a reading") {
    on_each_store([](World& w) {
        const PartijId id = w.make(fatima());
        CHECK(w.service.collect(w.kcc, id).error().reason == Reason::forbidden);
        const auto dossier = w.service.collect(w.beheerder, id).value();
        REQUIRE(dossier.partijen.size() == 1);
        const auto& fields = dossier.partijen[0].gegevens;
        CHECK(std::find(fields.begin(), fields.end(), Veldwaarde{"identificatoren.0.object_id", "999990019"}) != fields.end());
        CHECK(dossier.gebeurtenissen.size() == 1);
        CHECK(w.looks_at(id).size() == 1);
        CHECK(w.service.collect(w.beheerder, id).value().ingezien.size() == 1);
    });
}

TEST_CASE("every reading in detail is recorded, a list of hits without persons") {
    on_each_store([](World& w) {
        const PartijId id = w.make(fatima());
        w.found(w.kcc, "999990019");
        const auto search = w.looks().at(0);
        CHECK(search.soort == access::Inzagesoort::zoekopdracht);
        CHECK(search.zoek == "bsn:999990019 rsin:999990019");
        CHECK(search.partijen.empty());
        CHECK(w.service.read(w.kcc, id).has_value());
        const auto rows = w.looks_at(id);
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].medewerker == w.kcc.medewerker);
        CHECK(rows[0].rollen == "kcc_medewerker");
        CHECK(rows[0].gemeente == w.oeverland);
    });
}

TEST_CASE("a partij of a foreign gemeente does not exist, and a role that is not enough is refused") {
    on_each_store([](World& w) {
        const PartijId id = w.make(fatima());
        const Caller manager = w.caller(Rol::manager, {w.oeverland});
        CHECK(w.service.read(w.elsewhere, id).error().reason == Reason::not_found);
        CHECK(w.service.open(w.elsewhere, id, "reden").error().reason == Reason::not_found);
        CHECK(w.service.change(w.elsewhere, {id, 1, fatima(), {}}).error().reason == Reason::not_found);
        CHECK(w.service.create(w.elsewhere, w.oeverland, named("Jan", "Jansen")).error().reason == Reason::not_found);
        CHECK(w.service.wis(w.elsewhere, {id, Wisgrond::verzoek, "x"}).error().reason == Reason::not_found);
        CHECK(w.service.create(manager, w.oeverland, named("Jan", "Jansen")).error().reason == Reason::forbidden);
        CHECK(w.service.merge(manager, {id, w.make(named("Jan", "Jansen"))}).error().reason == Reason::forbidden);
    });
}

TEST_CASE("a store that fails anywhere in an erasure leaves the person whole") {
    const auto fresh = store::testing::fresh_sqlite(schema());
    World w(*fresh->store);
    const PartijId id = w.make(fatima());
    const Partij before = w.stored(id);
    int statements = 0;
    for (int n = 1;; ++n) {
        const auto failing = store::testing::failing_at(*fresh->store, n);
        PartijService service(*failing, w.clock, w.ids, w.log);
        try {
            (void)service.wis(w.beheerder, {id, Wisgrond::verzoek, "Besluit 12"});
        } catch (const store::Unavailable&) {
        }
        if (!failing->has_failed()) break;
        statements = n;
        CHECK(w.stored(id) == before);
    }
    CHECK(statements > 10);
    CHECK(w.service.read(w.beheerder, id).error().reason == Reason::not_found);
}

}  // namespace dichtbij::partij::partij_service_test
