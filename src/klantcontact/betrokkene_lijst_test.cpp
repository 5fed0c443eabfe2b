// Lists over the standard of what hangs on contacts: each filter with one that fits and one that does not.
#include <doctest/doctest.h>

#include <functional>

#include "support/lijsten.h"

namespace dichtbij::klantcontact::betrokkene_lijst_test {
namespace {

using dichtbij::testing::application;
using dichtbij::testing::CountingStore;
using dichtbij::testing::Desk;
using dichtbij::testing::in_each_desk;
using dichtbij::testing::reading;
using dichtbij::testing::Tweetal;
using dichtbij::testing::two_contacts;

const LijstService lijsten;

using Ids = std::vector<Uuid>;
using T = Tweetal;

template <class V>
using Set = std::function<void(V&, const Tweetal&)>;

template <class V>
struct Filter {
    const char* name;
    Set<V> hit;
    Set<V> miss;
};

// `list` gives the ids that a question finds; the hits find `expected` only, the misses nothing of it.
template <class V, class List>
void check(const std::vector<Filter<V>>& filters, const Tweetal& t, const Ids& expected, List list) {
    for (const auto& filter : filters) {
        CAPTURE(filter.name);
        V hit, miss;
        filter.hit(hit, t);
        filter.miss(miss, t);
        CHECK(list(hit) == expected);
        const Ids missed = list(miss);
        for (const Uuid& id : expected) CHECK(std::find(missed.begin(), missed.end(), id) == missed.end());
    }
}

template <class V>
Ids betrokkenen(Desk& d, const V& vraag) {
    const auto listed = reading(d.store, application(d.v.oeverland), [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.betrokkenen(tx, look, vraag, {}).value(); });
    CHECK(listed.total == static_cast<std::int64_t>(listed.rows.size()));
    return dichtbij::testing::ids_of(listed.rows, [](const Betrokkeneregel& one) { return one.betrokkene.id; });
}

Ids objecten(Desk& d, Objectsoort soort, const Objectvraag& vraag) {
    const auto listed = reading(d.store, application(d.v.oeverland), [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.objecten(tx, look, soort, vraag, {}).value(); });
    return dichtbij::testing::ids_of(listed.rows, [](const Objectregel& one) { return one.id; });
}

Ids actoren(Desk& d, const Actorvraag& vraag) {
    const auto listed = reading(d.store, application(d.v.oeverland), [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.actoren(tx, look, vraag, {}).value(); });
    return dichtbij::testing::ids_of(listed.rows, [](const Actor& one) { return one.id; });
}

Ids links(Desk& d, const ActorKlantcontactvraag& vraag) {
    const auto listed = reading(d.store, application(d.v.oeverland), [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.actorklantcontacten(tx, look, vraag, {}).value(); });
    return dichtbij::testing::ids_of(listed.rows, [](const ActorKlantcontact& one) { return one.id; });
}

Ids adressen(Desk& d, const DigitaalAdresvraag& vraag, const access::Caller& caller) {
    const auto listed = reading(d.store, caller, [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.digitale_adressen(tx, look, vraag, {}).value(); });
    return dichtbij::testing::ids_of(listed.rows, [](const partij::DigitaalAdresregel& one) { return one.id; });
}

}  // namespace

TEST_CASE("each filter of betrokkenen finds what fits and nothing else") {
    in_each_desk([](Desk& d) {
        const Tweetal t = two_contacts(d);
        using V = Betrokkenevraag;
        const std::vector<Filter<V>> filters{
            {"voorletters", [](V& v, const T&) { v.naam.voorletters = "A."; }, [](V& v, const T&) { v.naam.voorletters = "H."; }},
            {"voornaam", [](V& v, const T&) { v.naam.voornaam = "Amira"; }, [](V& v, const T&) { v.naam.voornaam = "amira"; }},
            {"voorvoegsel", [](V& v, const T&) { v.naam.voorvoegsel_achternaam = "El"; }, [](V& v, const T&) { v.naam.voorvoegsel_achternaam = "de"; }},
            {"achternaam", [](V& v, const T&) { v.naam.achternaam = "Idrissi"; }, [](V& v, const T&) { v.naam.achternaam = "Vries"; }},
            {"organisatienaam", [](V& v, const T&) { v.organisatienaam = "Bakkerij"; }, [](V& v, const T&) { v.organisatienaam = "Slagerij"; }},
            {"klantcontact", [](V& v, const T& two) { v.klantcontact = two.een.id; }, [](V& v, const T& two) { v.klantcontact = two.twee.id; }},
            {"nummer", [](V& v, const T&) { v.klantcontact_nummer = "0000000012"; }, [](V& v, const T&) { v.klantcontact_nummer = "0000000112"; }},
            {"referentienummer", [](V& v, const T&) { v.klantcontact_referentienummer = "0000000112"; }, [](V& v, const T&) { v.klantcontact_referentienummer = "0000000134"; }},
            {"digitaal adres", [](V& v, const T& two) { v.digitaal_adres = two.bij_een.digitale_adressen.at(0).id; }, [](V& v, const T& two) { v.digitaal_adres = two.bij_twee.digitale_adressen.at(0).id; }},
            {"adres", [](V& v, const T&) { v.adres = "Amira@voorbeeld.example"; }, [](V& v, const T&) { v.adres = "amira@voorbeeld.example"; }},
            {"telefoonnummer", [](V& v, const T&) { v.adres = "0612345678"; }, [](V& v, const T&) { v.adres = "+31612345678"; }},
            {"partij", [](V& v, const T& two) { v.partij = two.amira; }, [](V& v, const T&) { v.partij = Id<Partij>{Uuid{9}}; }},
            {"partij nummer", [](V& v, const T&) { v.partij_nummer = "0000000077"; }, [](V& v, const T&) { v.partij_nummer = "0000000078"; }},
            {"objectId", [](V& v, const T&) { v.identificator.object_id = "999990019"; }, [](V& v, const T&) { v.identificator.object_id = "999990020"; }},
            {"soort", [](V& v, const T&) { v.identificator.code_soort_object_id = "bsn"; }, [](V& v, const T&) { v.identificator.code_soort_object_id = "rsin"; }},
            {"objecttype", [](V& v, const T&) { v.identificator.code_objecttype = "natuurlijk_persoon"; }, [](V& v, const T&) { v.identificator.code_objecttype = "vestiging"; }},
            {"register", [](V& v, const T&) { v.identificator.code_register = "brp"; }, [](V& v, const T&) { v.identificator.code_register = "hr"; }},
        };
        check(filters, t, {t.bij_een.id}, [&](const V& vraag) { return betrokkenen(d, vraag); });
        CHECK(betrokkenen(d, V{}) == Ids{t.bij_twee.id, t.bij_een.id});
        V all;
        for (const auto& filter : filters) filter.hit(all, t);
        all.adres.clear();
        CHECK(betrokkenen(d, all) == Ids{t.bij_een.id});
    });
}

TEST_CASE("each filter of onderwerpobjecten and bijlagen finds what fits and nothing else") {
    in_each_desk([](Desk& d) {
        const Tweetal t = two_contacts(d);
        using V = Objectvraag;
        check<V>({{"klantcontact", [](V& v, const T& two) { v.klantcontact = two.een.id; }, [](V& v, const T& two) { v.klantcontact = two.twee.id; }},
                  {"objectId", [](V& v, const T&) { v.identificatie.object_id = "zaak-1"; }, [](V& v, const T&) { v.identificatie.object_id = "document-1"; }},
                  {"objecttype", [](V& v, const T&) { v.identificatie.code_objecttype = "zaak"; }, [](V& v, const T&) { v.identificatie.code_objecttype = "besluit"; }},
                  {"register", [](V& v, const T&) { v.identificatie.code_register = "openzaak"; }, [](V& v, const T&) { v.identificatie.code_register = "openklant"; }},
                  {"soort", [](V& v, const T&) { v.identificatie.code_soort_object_id = "uuid"; }, [](V& v, const T&) { v.identificatie.code_soort_object_id = "nummer"; }}},
                 t, {t.onderwerp_een.id}, [&](const V& vraag) { return objecten(d, Objectsoort::onderwerpobject, vraag); });
        check<V>({{"wasKlantcontact", [](V& v, const T& two) { v.was_klantcontact = two.een.id; }, [](V& v, const T& two) { v.was_klantcontact = two.twee.id; }}}, t,
                 {t.onderwerp_twee.id}, [&](const V& vraag) { return objecten(d, Objectsoort::onderwerpobject, vraag); });
        check<V>({{"klantcontact", [](V& v, const T& two) { v.klantcontact = two.een.id; }, [](V& v, const T& two) { v.klantcontact = two.twee.id; }},
                  {"objectId", [](V& v, const T&) { v.identificatie.object_id = "document-1"; }, [](V& v, const T&) { v.identificatie.object_id = "zaak-1"; }},
                  {"objecttype", [](V& v, const T&) { v.identificatie.code_objecttype = "document"; }, [](V& v, const T&) { v.identificatie.code_objecttype = "foto"; }}},
                 t, {t.bijlage_een.id}, [&](const V& vraag) { return objecten(d, Objectsoort::bijlage, vraag); });
        CHECK(objecten(d, Objectsoort::bijlage, {}).size() == 2);
        const auto by_id = [&](Objectsoort soort, const Uuid& id) {
            return reading(d.store, application(d.v.oeverland), [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.object(tx, look, soort, id); });
        };
        CHECK(by_id(Objectsoort::bijlage, t.bijlage_een.id)->object_id == "document-1");
        CHECK_FALSE(by_id(Objectsoort::onderwerpobject, t.bijlage_een.id).has_value());
    });
}

TEST_CASE("each filter of actoren and of their links finds what fits and nothing else") {
    in_each_desk([](Desk& d) {
        const Tweetal t = two_contacts(d);
        using V = Actorvraag;
        check<V>({{"naam", [](V& v, const T&) { v.naam = "baars"; }, [](V& v, const T&) { v.naam = "wonen"; }},
                  {"soort", [](V& v, const T&) { v.soort_actor = SoortActor::medewerker; }, [](V& v, const T&) { v.soort_actor = SoortActor::organisatorische_eenheid; }},
                  {"actief", [](V& v, const T&) { v.indicatie_actief = true; }, [](V& v, const T&) { v.indicatie_actief = false; }},
                  {"objectId", [](V& v, const T&) { v.object_id = "tom@oeverland.example"; }, [](V& v, const T&) { v.object_id = "wonen"; }},
                  {"objecttype", [](V& v, const T&) { v.code_objecttype = "mdw"; }, [](V& v, const T&) { v.code_objecttype = "afd"; }},
                  {"register", [](V& v, const T&) { v.code_register = "msei"; }, [](V& v, const T&) { v.code_register = "obj"; }},
                  {"soortObjectId", [](V& v, const T&) { v.code_soort_object_id = "email"; }, [](V& v, const T&) { v.code_soort_object_id = "idf"; }}},
                 t, {t.actor_een.id}, [&](const V& vraag) { return actoren(d, vraag); });
        CHECK(actoren(d, {}) == Ids{t.actor_twee.id, t.actor_een.id});
        using L = ActorKlantcontactvraag;
        check<L>({{"actor", [](L& v, const T& two) { v.actor = two.actor_een.id; }, [](L& v, const T& two) { v.actor = two.actor_twee.id; }},
                  {"klantcontact", [](L& v, const T& two) { v.klantcontact = two.een.id; }, [](L& v, const T& two) { v.klantcontact = two.twee.id; }}},
                 t, {t.link_een.id}, [&](const L& vraag) { return links(d, vraag); });
        L torn;
        torn.actor = t.actor_een.id;
        torn.klantcontact = t.twee.id;
        CHECK(links(d, torn).empty());
    });
}

TEST_CASE("each filter of digitale adressen finds what fits and nothing else, of partijen and betrokkenen alike") {
    in_each_desk([](Desk& d) {
        const Tweetal t = two_contacts(d);
        const Uuid phone = t.bij_een.digitale_adressen.at(0).id;
        const Uuid post = t.bij_twee.digitale_adressen.at(0).id;
        partij::Gegevens gegevens;
        gegevens.wie = partij::Organisatie{"Bakkerij"};
        gegevens.identificatoren = {partij::make_identificator(partij::soort_kvk_nummer, "12345678")};
        gegevens.digitale_adressen = {{{}, partij::SoortDigitaalAdres::email, "post@bakkerij.example", true, "Algemeen", "formulier", make_day(2026, 9, 1)}};
        const auto bakery = d.partijen.create(access::system_caller("proef"), d.v.oeverland, gegevens).value();
        const auto list = [&](const DigitaalAdresvraag& vraag) { return adressen(d, vraag, application(d.v.oeverland)); };
        using V = DigitaalAdresvraag;
        check<V>({{"adres", [](V& v, const T&) { v.adres = "0612345678"; }, [](V& v, const T&) { v.adres = "06 1234 5678"; }},
                  {"icontains", [](V& v, const T&) { v.adres_bevat = "12345678"; }, [](V& v, const T&) { v.adres_bevat = "BAKKERIJ"; }},
                  {"omschrijving", [](V& v, const T&) { v.omschrijving = "thuis"; }, [](V& v, const T&) { v.omschrijving = "post"; }},
                  {"referentie", [](V& v, const T&) { v.referentie = "portaal"; }, [](V& v, const T&) { v.referentie = "Portaal"; }},
                  {"soort", [](V& v, const T&) { v.soort = partij::SoortDigitaalAdres::telefoonnummer; }, [](V& v, const T&) { v.soort = partij::SoortDigitaalAdres::email; }},
                  {"datum", [](V& v, const T&) { v.verificatie_datum = make_day(2026, 3, 1); }, [](V& v, const T&) { v.verificatie_datum = make_day(2026, 3, 2); }},
                  {"lt", [](V& v, const T&) { v.geverifieerd_voor = make_day(2026, 3, 2); }, [](V& v, const T&) { v.geverifieerd_voor = make_day(2026, 3, 1); }},
                  {"lte", [](V& v, const T&) { v.geverifieerd_tot_en_met = make_day(2026, 3, 1); }, [](V& v, const T&) { v.geverifieerd_tot_en_met = make_day(2026, 2, 28); }}},
                 t, {phone}, list);
        V after, from, verified, unverified;
        after.geverifieerd_na = make_day(2026, 6, 1);
        from.geverifieerd_vanaf = make_day(2026, 6, 1);
        verified.is_geverifieerd = true;
        unverified.is_geverifieerd = false;
        CHECK(list(after).size() == 1);
        CHECK(list(from).size() == 2);
        CHECK(list(verified).size() == 3);
        CHECK(list(unverified) == Ids{t.bij_een.digitale_adressen.at(1).id});
        check<V>({{"betrokkene", [](V& v, const T& two) { v.betrokkene = two.bij_twee.id; }, [](V& v, const T& two) { v.betrokkene = two.bij_een.id; }},
                  {"rol", [](V& v, const T&) { v.rol = Rol::vertegenwoordiger; }, [](V& v, const T&) { v.rol = Rol::klant; }}},
                 t, {post}, list);
        const Uuid mail = list(after).at(0);
        check<V>({{"partij", [&](V& v, const T&) { v.partij = bakery; }, [](V& v, const T& two) { v.partij = two.amira; }},
                  {"soort partij", [](V& v, const T&) { v.soort_partij = partij::SoortPartij::organisatie; }, [](V& v, const T&) { v.soort_partij = partij::SoortPartij::persoon; }},
                  {"objectId", [](V& v, const T&) { v.identificator.object_id = "12345678"; }, [](V& v, const T&) { v.identificator.object_id = "999990019"; }},
                  {"soort", [](V& v, const T&) { v.identificator.code_soort_object_id = "kvk_nummer"; }, [](V& v, const T&) { v.identificator.code_soort_object_id = "bsn"; }},
                  {"objecttype", [](V& v, const T&) { v.identificator.code_objecttype = "niet_natuurlijk_persoon"; }, [](V& v, const T&) { v.identificator.code_objecttype = "vestiging"; }},
                  {"register", [](V& v, const T&) { v.identificator.code_register = "hr"; }, [](V& v, const T&) { v.identificator.code_register = "brp"; }},
                  {"exact adres", [](V& v, const T&) { v.adres = "post@bakkerij.example"; }, [](V& v, const T&) { v.adres = "POST@bakkerij.example"; }}},
                 t, {mail}, list);
        V standard;
        standard.is_standaard = false;
        CHECK(list(standard).size() == 2);
    });
}

TEST_CASE("an address is shown by the right to what it belongs to, and of a confidential contact not at all") {
    in_each_desk([](Desk& d) {
        const Tweetal t = two_contacts(d);
        partij::Gegevens gegevens;
        gegevens.wie = partij::Organisatie{"Bakkerij"};
        gegevens.digitale_adressen = {{{}, partij::SoortDigitaalAdres::email, "post@bakkerij.example", true, "", "", {}}};
        (void)d.partijen.create(access::system_caller("proef"), d.v.oeverland, gegevens).value();
        const auto right = [&](access::Groep groep) {
            access::Rechten rechten;
            rechten.add({groep, access::Actie::lezen});
            return application(d.v.oeverland, rechten);
        };
        CHECK(adressen(d, {}, application(d.v.oeverland)).size() == 4);
        CHECK(adressen(d, {}, right(access::Groep::partijen)).size() == 1);
        CHECK(adressen(d, {}, right(access::Groep::klantcontacten)).size() == 3);
        CHECK(d.contacten.hide(d.tom(), t.een.id, "dubbel").has_value());
        CHECK(adressen(d, {}, application(d.v.oeverland)).size() == 2);
        const auto by_id = reading(d.store, application(d.v.oeverland),
                                   [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.digitaal_adres(tx, look, t.bij_een.digitale_adressen.at(0).id); });
        CHECK(by_id.error().reason == Reason::not_found);
        CHECK(reading(d.store, right(access::Groep::taken), [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.digitale_adressen(tx, look, {}, {}); }).error().reason == Reason::forbidden);
    });
}

TEST_CASE("whoever is shown in a list is noted for the access log, each once") {
    in_each_desk([](Desk& d) {
        const Tweetal t = two_contacts(d);
        const auto caller = application(d.v.oeverland);
        const auto shown = d.store.read([&](store::Tx& tx) {
            access::Raadpleging look(caller, d.v.oeverland);
            (void)lijsten.betrokkenen(tx, look, {}, {});
            (void)lijsten.betrokkenen_of(tx, look, {t.een.id});
            return look.inzage({});
        });
        CHECK(shown.partijen == std::vector{t.amira});
        CHECK(shown.gemeente == d.v.oeverland);
    });
}

TEST_CASE("what hangs on many contacts takes as many statements as on one") {
    in_each_desk([](Desk& d) {
        std::vector<KlantcontactId> ids;
        for (int i = 0; i < 5; ++i) {
            auto nieuw = dichtbij::testing::call_of(d);
            nieuw.standaardnummer = nieuw.referentienummer = "";
            ids.push_back(d.registered(nieuw).klantcontact.id);
        }
        const auto statements = [&](const std::vector<KlantcontactId>& of) {
            CountingStore counting(d.store);
            reading(counting, application(d.v.oeverland), [&](store::Tx& tx, access::Raadpleging& look) {
                const auto who = lijsten.betrokkenen_of(tx, look, of).value();
                CHECK(who.size() == of.size());
                CHECK(who.at(0).betrokkene.bezoekadres->straatnaam == "Kastanjelaan");
                CHECK(who.at(0).betrokkene.digitale_adressen.size() == 2);
                CHECK(lijsten.objecten_of(tx, look, of).size() == 2 * of.size());
                CHECK(lijsten.metadata_of(tx, look, of).size() == 2 * of.size());
                CHECK(lijsten.betrokkene_ids_of(tx, look, of).size() == of.size());
                CHECK(lijsten.klantcontacten_by_id(tx, look, of)->size() == of.size());
                std::vector<Uuid> persons;
                for (const auto& one : who) persons.push_back(one.betrokkene.id);
                CHECK(lijsten.digitale_adressen_of_betrokkenen(tx, look, persons)->size() == 2 * of.size());
                CHECK(lijsten.betrokkene_ids_of_partijen(tx, look, {d.fatima}).size() == 5);
                return Done{};
            });
            return counting.statements();
        };
        CHECK(statements({ids.at(0)}) == statements(ids));
    });
}

}  // namespace dichtbij::klantcontact::betrokkene_lijst_test
