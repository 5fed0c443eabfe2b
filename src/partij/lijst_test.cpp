// Lists of partijen over the standard: each filter with one that fits and one that does not.
#include "partij/lijst_service.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "journal/journal.h"
#include "partij/partij_service.h"
#include "store/testing.h"
#include "support/counting.h"

namespace dichtbij::partij::lijst_test {
namespace {

using access::Raadpleging;

const LijstService lijsten;

std::vector<store::Migration> lijst_schema() {
    std::vector<store::Migration> list(journal::migrations().begin(), journal::migrations().end());
    list.insert(list.end(), migrations().begin(), migrations().end());
    return list;
}

// Two partijen of Oeverland that differ in everything: Fatima, and a bakery whose vestiging stands under its KvK-nummer.
struct Buurt {
    explicit Buurt(store::Store& opened) : store(opened), log(*log_store->store, clock), service(opened, clock, ids, log) {
        const auto system = access::system_caller("proef");
        beheerder.medewerker = ids.make<dichtbij::Medewerker>();
        beheerder.grants = {{access::Rol::beheerder, oeverland, {}}, {access::Rol::behandelaar, oeverland, {}}};
        vip = service.add_categorie(beheerder, oeverland, "Vip").value();
        ondernemer = service.add_categorie(beheerder, oeverland, "Ondernemer").value();
        Gegevens persoon;
        persoon.wie = Persoon{{"F.", "Fatima", "El", "Idrissi"}, {}, {}};
        persoon.nummer = "0000000012";
        persoon.indicaties.geheimhouding = true;
        persoon.bezoekadres = Adres{"0399200000000001", "Kastanjelaan", 18, "a", "3999AB", "Oeverdorp", "Hoeve", "Achter", "Poort", "BE"};
        persoon.correspondentieadres = Adres{"0399200000000002", "", {}, "", "", "", "Postbus", "Twee", "Drie", "DE"};
        persoon.digitale_adressen = {{{}, SoortDigitaalAdres::email, "fatima@voorbeeld.example", true, "", "", {}}};
        persoon.identificatoren = {make_identificator(soort_bsn, "999990019")};
        persoon.identificatoren[0].andere_partij_identificator = "klant 7";
        persoon.rekeningnummers = {{{}, "NL91ABNA0417164300", "ABNANL2A"}};
        persoon.categorie_relaties = {{{}, vip, make_day(2026, 1, 1), make_day(2027, 1, 1)}};
        fatima = service.create(system, oeverland, persoon).value();
        Gegevens bedrijf;
        bedrijf.wie = Organisatie{"Bakkerij"};
        bedrijf.nummer = "0000000034";
        bedrijf.indicaties.actief = false;
        bedrijf.indicaties.geheimhouding = false;
        bedrijf.identificatoren = {make_identificator(soort_kvk_nummer, "12345678"), make_identificator(soort_vestigingsnummer, "000012345678")};
        bedrijf.rekeningnummers = {{{}, "DE89370400440532013000", "COBADEFF"}};
        bedrijf.categorie_relaties = {{{}, ondernemer, make_day(2026, 2, 2), {}}};
        bakkerij = service.create(system, oeverland, bedrijf).value();
        (void)service.represent(beheerder, fatima, bakkerij).value();
        persoon = {};
        persoon.wie = Persoon{{"", "Ver", "", "Weg"}, {}, {}};
        elders = service.create(system, heidedal, persoon).value();
    }

    access::Caller reader() const {
        access::Caller caller;
        access::Rechten rechten;
        rechten.add({access::Groep::partijen, access::Actie::lezen});
        caller.applicatie = access::Applicatietoegang{Id<Applicatie>{Uuid{1}}, oeverland, rechten, false};
        return caller;
    }
    template <class F>
    auto look(F act) {
        return look(store, act);
    }
    template <class F>
    auto look(store::Store& through, F act) {
        const access::Caller caller = reader();
        return through.read([&](store::Tx& tx) {
            Raadpleging reading(caller, oeverland);
            return act(tx, reading);
        });
    }
    std::vector<PartijId> partijen(const Partijvraag& vraag) {
        const auto found = look([&](store::Tx& tx, Raadpleging& reading) { return lijsten.partijen(tx, reading, vraag, {}).value(); });
        std::vector<PartijId> list;
        for (const auto& one : found.rows) list.push_back(one.partij.id);
        return list;
    }

    SimulatedClock clock{*parse_instant("2026-11-22T09:00:00Z")};
    IdSource ids{clock, 7};
    store::Store& store;
    std::unique_ptr<store::testing::FreshStore> log_store = store::testing::fresh_sqlite(access::access_log_migrations());
    access::AccessLog log;
    PartijService service;
    GemeenteId oeverland = ids.make<dichtbij::Gemeente>();
    GemeenteId heidedal = ids.make<dichtbij::Gemeente>();
    access::Caller beheerder;
    Uuid vip{}, ondernemer{};
    PartijId fatima, bakkerij, elders;
};

template <class F>
void in_each_buurt(F test) {
    for (const auto& fresh : store::testing::fresh_stores(lijst_schema())) {
        CAPTURE(fresh->name);
        Buurt buurt(*fresh->store);
        test(buurt);
    }
}

template <class V>
struct Filter {
    const char* name;
    std::function<void(V&)> fatima;    // fits what is Fatima's only
    std::function<void(V&)> bakkerij;  // fits what is the bakery's only; none: nothing
};

template <class V, class List, class Found>
void check(const std::vector<Filter<V>>& filters, const Found& een, const Found& twee, List list) {
    for (const auto& filter : filters) {
        CAPTURE(filter.name);
        V hit, miss;
        filter.fatima(hit);
        CHECK(list(hit) == een);
        if (!filter.bakkerij) continue;
        filter.bakkerij(miss);
        CHECK(list(miss) == twee);
    }
}

std::vector<Filter<Partijvraag>> partij_filters(const Buurt& b) {
    using V = Partijvraag;
    return {
        {"nummer", [](V& v) { v.nummer = "0000000012"; }, [](V& v) { v.nummer = "0000000034"; }},
        {"soortPartij", [](V& v) { v.soort = SoortPartij::persoon; }, [](V& v) { v.soort = SoortPartij::organisatie; }},
        {"indicatieActief", [](V& v) { v.indicatie_actief = true; }, [](V& v) { v.indicatie_actief = false; }},
        {"indicatieGeheimhouding", [](V& v) { v.indicatie_geheimhouding = true; }, [](V& v) { v.indicatie_geheimhouding = false; }},
        {"objectId", [](V& v) { v.identificator.object_id = "999990019"; }, [](V& v) { v.identificator.object_id = "000012345678"; }},
        {"codeSoortObjectId", [](V& v) { v.identificator.code_soort_object_id = "bsn"; }, [](V& v) { v.identificator.code_soort_object_id = "vestigingsnummer"; }},
        {"codeObjecttype", [](V& v) { v.identificator.code_objecttype = "natuurlijk_persoon"; }, [](V& v) { v.identificator.code_objecttype = "vestiging"; }},
        {"codeRegister", [](V& v) { v.identificator.code_register = "brp"; }, [](V& v) { v.identificator.code_register = "hr"; }},
        {"categorie", [](V& v) { v.categorieen = {"Vip", "Iets"}; }, [](V& v) { v.categorieen = {"Ondernemer"}; }},
        {"search index", [&b](V& v) { v.gevonden = std::vector{b.fatima}; }, [&b](V& v) { v.gevonden = std::vector{b.bakkerij, b.elders}; }},
    };
}

}  // namespace

TEST_CASE("each filter of partijen finds what fits and nothing else") {
    in_each_buurt([](Buurt& b) {
        using Ids = std::vector<PartijId>;
        using V = Partijvraag;
        const auto list = [&](const V& vraag) { return b.partijen(vraag); };
        check(partij_filters(b), Ids{b.fatima}, Ids{b.bakkerij}, list);
        check<V>({{"visit nummeraanduiding", [](V& v) { v.bezoekadres.nummeraanduiding_id = "0399200000000001"; }, [](V& v) { v.bezoekadres.nummeraanduiding_id = "0399200000000002"; }},
                  {"visit line 1", [](V& v) { v.bezoekadres.adresregel1 = "Hoeve"; }, [](V& v) { v.bezoekadres.adresregel1 = "Postbus"; }},
                  {"visit line 2", [](V& v) { v.bezoekadres.adresregel2 = "Achter"; }, [](V& v) { v.bezoekadres.adresregel2 = "Twee"; }},
                  {"visit line 3", [](V& v) { v.bezoekadres.adresregel3 = "Poort"; }, [](V& v) { v.bezoekadres.adresregel3 = "Drie"; }},
                  {"visit land", [](V& v) { v.bezoekadres.land = "BE"; }, [](V& v) { v.bezoekadres.land = "DE"; }},
                  {"mail nummeraanduiding", [](V& v) { v.correspondentieadres.nummeraanduiding_id = "0399200000000002"; }, [](V& v) { v.correspondentieadres.nummeraanduiding_id = "0399200000000001"; }},
                  {"mail line 1", [](V& v) { v.correspondentieadres.adresregel1 = "Postbus"; }, [](V& v) { v.correspondentieadres.adresregel1 = "Hoeve"; }},
                  {"mail line 2", [](V& v) { v.correspondentieadres.adresregel2 = "Twee"; }, [](V& v) { v.correspondentieadres.adresregel2 = "Achter"; }},
                  {"mail line 3", [](V& v) { v.correspondentieadres.adresregel3 = "Drie"; }, [](V& v) { v.correspondentieadres.adresregel3 = "Poort"; }},
                  {"mail land", [](V& v) { v.correspondentieadres.land = "DE"; }, [](V& v) { v.correspondentieadres.land = "BE"; }}},
                 Ids{b.fatima}, Ids{}, list);
        // Whom Fatima represents is the bakery; it has the only identifier that stands under another.
        check<V>({{"vertegenwoordigdePartij", [&](V& v) { v.vertegenwoordiger = b.fatima; }, [&](V& v) { v.vertegenwoordiger = b.bakkerij; }},
                  {"parent objectId", [](V& v) { v.sub_identificator_van.object_id = "12345678"; }, [](V& v) { v.sub_identificator_van.object_id = "000012345678"; }},
                  {"parent soort", [](V& v) { v.sub_identificator_van.code_soort_object_id = "kvk_nummer"; }, [](V& v) { v.sub_identificator_van.code_soort_object_id = "vestigingsnummer"; }},
                  {"parent objecttype", [](V& v) { v.sub_identificator_van.code_objecttype = "niet_natuurlijk_persoon"; }, [](V& v) { v.sub_identificator_van.code_objecttype = "vestiging"; }},
                  {"parent register", [](V& v) { v.sub_identificator_van.code_register = "hr"; }, [](V& v) { v.sub_identificator_van.code_register = "brp"; }}},
                 Ids{b.bakkerij}, Ids{}, list);
        CHECK(list({}) == Ids{b.bakkerij, b.fatima});
    });
}

TEST_CASE("filters on identifiers may each be answered by another identifier of the partij") {
    in_each_buurt([](Buurt& b) {
        Partijvraag vraag;
        vraag.identificator = {"vestiging", "hr", "kvk_nummer", "000012345678"};
        CHECK(b.partijen(vraag) == std::vector{b.bakkerij});
        vraag.identificator.object_id = "999990019";
        CHECK(b.partijen(vraag).empty());
        vraag = {};
        for (const auto& filter : partij_filters(b)) filter.fatima(vraag);
        CHECK(b.partijen(vraag) == std::vector{b.fatima});
    });
}

TEST_CASE("a partij comes with all that hangs on it, and an erased one not at all") {
    in_each_buurt([](Buurt& b) {
        const auto one = b.look([&](store::Tx& tx, Raadpleging& reading) { return lijsten.partij(tx, reading, b.fatima).value(); });
        CHECK(one.partij.gegevens.bezoekadres->straatnaam == "Kastanjelaan");
        CHECK(one.partij.gegevens.correspondentieadres->adresregel1 == "Postbus");
        CHECK(one.partij.gegevens.digitale_adressen.at(0).adres == "fatima@voorbeeld.example");
        CHECK(one.partij.gegevens.identificatoren.at(0).object_id == "999990019");
        CHECK(one.partij.gegevens.rekeningnummers.at(0).bic == "ABNANL2A");
        CHECK(one.categorie_relaties.at(0).categorie_naam == "Vip");
        CHECK(one.vertegenwoordigden == std::vector{b.bakkerij});
        CHECK(b.service.wis(b.beheerder, {b.fatima, Wisgrond::verzoek, "op verzoek"}).has_value());
        CHECK(b.partijen({}) == std::vector{b.bakkerij});
        CHECK(b.look([&](store::Tx& tx, Raadpleging& reading) { return lijsten.partij(tx, reading, b.fatima); }).error().reason == Reason::not_found);
        CHECK(b.look([&](store::Tx& tx, Raadpleging& reading) { return lijsten.partij(tx, reading, b.elders); }).error().reason == Reason::not_found);
    });
}

TEST_CASE("each filter of what belongs to partijen finds what fits and nothing else") {
    in_each_buurt([](Buurt& b) {
        using Namen = std::vector<std::string>;
        using I = PartijIdentificatorvraag;
        const auto identificatoren = [&](const I& vraag) {
            Namen list;
            for (const auto& one : b.look([&](store::Tx& tx, Raadpleging& reading) { return lijsten.identificatoren(tx, reading, vraag, {}).value(); }).rows) list.push_back(one.object_id);
            return list;
        };
        check<I>({{"objectId", [](I& v) { v.identificator.object_id = "999990019"; }, [](I& v) { v.identificator.object_id = "000012345678"; }},
                  {"soort", [](I& v) { v.identificator.code_soort_object_id = "bsn"; }, [](I& v) { v.identificator.code_soort_object_id = "vestigingsnummer"; }},
                  {"objecttype", [](I& v) { v.identificator.code_objecttype = "natuurlijk_persoon"; }, [](I& v) { v.identificator.code_objecttype = "vestiging"; }},
                  {"register", [](I& v) { v.identificator.code_register = "brp"; }, {}},
                  {"andere", [](I& v) { v.andere_partij_identificator = "klant 7"; }, {}}},
                 Namen{"999990019"}, Namen{"000012345678"}, identificatoren);
        CHECK(identificatoren({}).size() == 3);
        I torn;
        torn.identificator = {"", "", "kvk_nummer", "000012345678"};
        CHECK(identificatoren(torn).empty());

        using R = Rekeningnummervraag;
        const auto rekeningen = [&](const R& vraag) { return b.look([&](store::Tx& tx, Raadpleging& reading) { return lijsten.rekeningnummers(tx, reading, vraag, {}).value(); }).rows; };
        const auto ibans = [&](const R& vraag) {
            Namen list;
            for (const auto& one : rekeningen(vraag)) list.push_back(one.iban);
            return list;
        };
        const Uuid first = rekeningen({}).at(1).id, second = rekeningen({}).at(0).id;
        check<R>({{"iban", [](R& v) { v.iban = "NL91ABNA0417164300"; }, [](R& v) { v.iban = "DE89370400440532013000"; }},
                  {"bic", [](R& v) { v.bic = "ABNANL2A"; }, [](R& v) { v.bic = "COBADEFF"; }},
                  {"uuid", [&](R& v) { v.id = first; }, [&](R& v) { v.id = second; }}},
                 Namen{"NL91ABNA0417164300"}, Namen{"DE89370400440532013000"}, ibans);

        using C = CategorieRelatievraag;
        const auto relaties = [&](const C& vraag) {
            Namen list;
            for (const auto& one : b.look([&](store::Tx& tx, Raadpleging& reading) { return lijsten.categorie_relaties(tx, reading, vraag, {}).value(); }).rows) list.push_back(one.categorie_naam);
            return list;
        };
        check<C>({{"partij", [&](C& v) { v.partij = b.fatima; }, [&](C& v) { v.partij = b.bakkerij; }},
                  {"nummer", [](C& v) { v.partij_nummer = "0000000012"; }, [](C& v) { v.partij_nummer = "0000000034"; }},
                  {"categorie", [&](C& v) { v.categorie = b.vip; }, [&](C& v) { v.categorie = b.ondernemer; }},
                  {"naam", [](C& v) { v.categorie_naam = "Vip"; }, [](C& v) { v.categorie_naam = "Ondernemer"; }},
                  {"begin", [](C& v) { v.begin_datum = make_day(2026, 1, 1); }, [](C& v) { v.begin_datum = make_day(2026, 2, 2); }},
                  {"eind", [](C& v) { v.eind_datum = make_day(2027, 1, 1); }, {}}},
                 Namen{"Vip"}, Namen{"Ondernemer"}, relaties);

        using W = Vertegenwoordigingvraag;
        const auto vertegenwoordigingen = [&](const W& vraag) { return b.look([&](store::Tx& tx, Raadpleging& reading) { return lijsten.vertegenwoordigingen(tx, reading, vraag, {}).value(); }).rows.size(); };
        W by, of, torn_pair;
        by.vertegenwoordigende = b.fatima;
        of.vertegenwoordigde = b.bakkerij;
        torn_pair.vertegenwoordigende = b.bakkerij;
        CHECK(vertegenwoordigingen(by) == 1);
        CHECK(vertegenwoordigingen(of) == 1);
        CHECK(vertegenwoordigingen(torn_pair) == 0);
        CHECK(b.look([&](store::Tx& tx, Raadpleging& reading) { return lijsten.categorieen(tx, reading, {}).value(); }).total == 2);
    });
}

TEST_CASE("a list of many partijen takes as many statements as a list of one, and notes whom it showed") {
    in_each_buurt([](Buurt& b) {
        for (int i = 0; i < 6; ++i) {
            Gegevens gegevens;
            gegevens.wie = Organisatie{"Winkel " + std::to_string(i)};
            gegevens.digitale_adressen = {{{}, SoortDigitaalAdres::telefoonnummer, "061234567" + std::to_string(i), false, "", "", {}}};
            (void)b.service.create(access::system_caller("proef"), b.oeverland, gegevens).value();
        }
        const auto statements = [&](int size) {
            dichtbij::testing::CountingStore counting(b.store);
            b.look(counting, [&](store::Tx& tx, Raadpleging& reading) {
                const auto found = lijsten.partijen(tx, reading, {}, {1, size}).value();
                CHECK(found.rows.size() == static_cast<std::size_t>(size));
                CHECK(found.total == 8);
                CHECK(reading.inzage({}).partijen.size() == found.rows.size());
                return Done{};
            });
            return counting.statements();
        };
        CHECK(statements(1) == statements(7));
    });
}

}  // namespace dichtbij::partij::lijst_test
