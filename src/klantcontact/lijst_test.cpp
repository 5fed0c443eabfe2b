// Lists of contacts over the standard: each filter with one that fits and one that does not.
#include <doctest/doctest.h>

#include <functional>

#include "support/lijsten.h"
#include "werk/nummer.h"

namespace dichtbij::klantcontact::lijst_test {
namespace {

using dichtbij::testing::application;
using dichtbij::testing::at;
using dichtbij::testing::Desk;
using dichtbij::testing::in_each_desk;
using dichtbij::testing::reading;
using dichtbij::testing::Tweetal;
using dichtbij::testing::two_contacts;

const LijstService lijsten;

using Contacten = std::vector<KlantcontactId>;

Contacten found(Desk& d, const Klantcontactvraag& vraag, const access::Caller& caller, store::Page page = {}) {
    const auto listed = reading(d.store, caller, [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.klantcontacten(tx, look, vraag, page).value(); });
    Contacten ids;
    for (const Klantcontact& one : listed.rows) ids.push_back(one.id);
    return ids;
}
Contacten found(Desk& d, const Klantcontactvraag& vraag) { return found(d, vraag, application(d.v.oeverland)); }

std::int64_t total(Desk& d, const access::Caller& caller, const Klantcontactvraag& vraag = {}) {
    return reading(d.store, caller, [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.klantcontacten(tx, look, vraag, {1, 1}).value().total; });
}

struct Filter {
    const char* name;
    std::function<void(Klantcontactvraag&, const Tweetal&)> een;   // fits the first contact only
    std::function<void(Klantcontactvraag&, const Tweetal&)> twee;  // fits the second only
};

using V = Klantcontactvraag;
using T = Tweetal;

const std::vector<Filter>& filters() {
    static const std::vector<Filter> list{
        {"nummer", [](V& v, const T&) { v.nummer = "0000000012"; }, [](V& v, const T&) { v.nummer = "0000000034"; }},
        {"referentienummer", [](V& v, const T&) { v.referentienummer = "0000000112"; }, [](V& v, const T&) { v.referentienummer = "0000000134"; }},
        {"kanaal", [](V& v, const T&) { v.kanaal = "telefoon"; }, [](V& v, const T&) { v.kanaal = "brief"; }},
        {"onderwerp", [](V& v, const T&) { v.onderwerp = "VERGUNNING"; }, [](V& v, const T&) { v.onderwerp = "paspoort"; }},
        {"inhoud", [](V& v, const T&) { v.inhoud = "het CAFÉ"; }, [](V& v, const T&) { v.inhoud = "kwijt"; }},
        {"reactie", [](V& v, const T&) { v.reactie = "mag niet"; }, [](V& v, const T&) { v.reactie = "vervelend"; }},
        {"indicatieContactGelukt", [](V& v, const T&) { v.indicatie_contact_gelukt = true; }, [](V& v, const T&) { v.indicatie_contact_gelukt = false; }},
        {"plaatsgevondenOp", [](V& v, const T&) { v.plaatsgevonden_op = at("2026-11-20 09:00"); }, [](V& v, const T&) { v.plaatsgevonden_op = at("2026-11-21 09:00"); }},
        {"from and until", [](V& v, const T&) { v.tot = at("2026-11-21 09:00"); }, [](V& v, const T&) { v.van = at("2026-11-21 09:00"); }},
        {"leiddeTotInterneTaken", [](V& v, const T&) { v.leidde_tot_taken = true; }, [](V& v, const T&) { v.leidde_tot_taken = false; }},
        {"hadBetrokkene__uuid", [](V& v, const T& t) { v.betrokkene = t.bij_een.id; }, [](V& v, const T& t) { v.betrokkene = t.bij_twee.id; }},
        {"hadBetrokkene__wasPartij", [](V& v, const T&) { v.betrokkene_is_partij = true; }, [](V& v, const T&) { v.betrokkene_is_partij = false; }},
        {"digitaaladres", [](V& v, const T&) { v.adres_bevat = "AMIRA@"; }, [](V& v, const T&) { v.adres_bevat = "bus 12"; }},
        {"onderwerpobject__uuid", [](V& v, const T& t) { v.onderwerpobject = t.onderwerp_een.id; }, [](V& v, const T& t) { v.onderwerpobject = t.onderwerp_twee.id; }},
        {"onderwerpobject objectId", [](V& v, const T&) { v.over.object_id = "zaak-1"; }, [](V& v, const T&) { v.over.object_id = "melding-2"; }},
        {"onderwerpobject objecttype", [](V& v, const T&) { v.over.code_objecttype = "zgw-Zaak"; }, [](V& v, const T&) { v.over.code_objecttype = "melding"; }},
        {"onderwerpobject register", [](V& v, const T&) { v.over.code_register = "openzaak"; }, [](V& v, const T&) { v.over.code_register = "openklant"; }},
        {"onderwerpobject soort", [](V& v, const T&) { v.over.code_soort_object_id = "uuid"; }, [](V& v, const T&) { v.over.code_soort_object_id = "nummer"; }},
        {"words", [](V& v, const T&) { v.woorden = {"beuk", "café"}; }, [](V& v, const T&) { v.woorden = {"KWIJT", "vervelend"}; }},
    };
    return list;
}

// Filters that only the first contact can fit.
struct Only {
    const char* name;
    std::function<void(Klantcontactvraag&, const Tweetal&)> hit;
    std::function<void(Klantcontactvraag&, const Tweetal&)> miss;
};

const std::vector<Only>& only_first() {
    static const std::vector<Only> list{
        {"wasPartij__uuid", [](V& v, const T& t) { v.partij = t.amira; }, [](V& v, const T&) { v.partij = Id<Partij>{Uuid{9}}; }},
        {"objectId", [](V& v, const T&) { v.identificator.object_id = "999990019"; }, [](V& v, const T&) { v.identificator.object_id = "999990020"; }},
        {"codeSoortObjectId", [](V& v, const T&) { v.identificator.code_soort_object_id = "bsn"; }, [](V& v, const T&) { v.identificator.code_soort_object_id = "rsin"; }},
        {"codeObjecttype", [](V& v, const T&) { v.identificator.code_objecttype = "natuurlijk_persoon"; }, [](V& v, const T&) { v.identificator.code_objecttype = "vestiging"; }},
        {"codeRegister", [](V& v, const T&) { v.identificator.code_register = "brp"; }, [](V& v, const T&) { v.identificator.code_register = "hr"; }},
        {"wasOnderwerpobject__uuid", [](V& v, const T& t) { v.was_onderwerpobject = t.onderwerp_twee.id; }, [](V& v, const T& t) { v.was_onderwerpobject = t.onderwerp_een.id; }},
        {"wasOnderwerpobject objectId", [](V& v, const T&) { v.was.object_id = "melding-2"; }, [](V& v, const T&) { v.was.object_id = "zaak-1"; }},
        {"wasOnderwerpobject objecttype", [](V& v, const T&) { v.was.code_objecttype = "melding"; }, [](V& v, const T&) { v.was.code_objecttype = "zgw-Zaak"; }},
        {"wasOnderwerpobject register", [](V& v, const T&) { v.was.code_register = "openklant"; }, [](V& v, const T&) { v.was.code_register = "openzaak"; }},
        {"wasOnderwerpobject soort", [](V& v, const T&) { v.was.code_soort_object_id = "nummer"; }, [](V& v, const T&) { v.was.code_soort_object_id = "uuid"; }},
    };
    return list;
}

}  // namespace

TEST_CASE("each filter of klantcontacten finds what fits and nothing else") {
    in_each_desk([](Desk& d) {
        const Tweetal t = two_contacts(d);
        d.store.write([&](store::Tx& tx) { note_taken(tx, t.een.id, 1); });
        for (const Filter& filter : filters()) {
            CAPTURE(filter.name);
            Klantcontactvraag een, twee, both;
            filter.een(een, t);
            filter.twee(twee, t);
            CHECK(found(d, een) == Contacten{t.een.id});
            CHECK(found(d, twee) == Contacten{t.twee.id});
        }
        for (const Only& filter : only_first()) {
            CAPTURE(filter.name);
            Klantcontactvraag hit, miss;
            filter.hit(hit, t);
            filter.miss(miss, t);
            CHECK(found(d, hit) == Contacten{t.een.id});
            CHECK(found(d, miss).empty());
        }
        CHECK(found(d, {}) == Contacten{t.twee.id, t.een.id});
        Klantcontactvraag oldest;
        oldest.volgorde = Volgorde::oudste_eerst;
        CHECK(found(d, oldest) == Contacten{t.een.id, t.twee.id});
    });
}

TEST_CASE("all filters together find what fits every one of them") {
    in_each_desk([](Desk& d) {
        const Tweetal t = two_contacts(d);
        d.store.write([&](store::Tx& tx) { note_taken(tx, t.een.id, 1); });
        Klantcontactvraag all;
        for (const Filter& filter : filters()) filter.een(all, t);
        for (const Only& filter : only_first()) filter.hit(all, t);
        CHECK(found(d, all) == Contacten{t.een.id});
        for (const Filter& filter : filters()) {
            CAPTURE(filter.name);
            Klantcontactvraag torn = all;
            filter.twee(torn, t);
            CHECK(found(d, torn).empty());
        }
    });
}

TEST_CASE("a contact with several betrokkenen and objects that fit stands in the list once") {
    in_each_desk([](Desk& d) {
        auto nieuw = dichtbij::testing::call_of(d);
        nieuw.betrokkenen.push_back(nieuw.betrokkenen.at(0));
        nieuw.onderwerpobjecten.push_back(nieuw.onderwerpobjecten.at(0));
        const auto id = d.registered(nieuw).klantcontact.id;
        Klantcontactvraag vraag;
        vraag.partij = d.fatima;
        CHECK(found(d, vraag) == Contacten{id});
        vraag = {};
        vraag.over.object_id = "zaak-1";
        CHECK(found(d, vraag) == Contacten{id});
        vraag = {};
        vraag.adres_bevat = "amira";
        vraag.betrokkene_is_partij = true;
        CHECK(found(d, vraag) == Contacten{id});
        CHECK(total(d, application(d.v.oeverland), vraag) == 1);
    });
}

TEST_CASE("hidden contacts, those of another gemeente and confidential ones are not there, and are not counted") {
    in_each_desk([](Desk& d) {
        const Tweetal t = two_contacts(d);
        auto secret = d.contact(Afloop::beantwoord);
        secret.inhoud.vertrouwelijk = true;
        const auto confidential = d.registered(secret).klantcontact;
        auto reader = application(d.v.oeverland);
        CHECK(found(d, {}, reader) == Contacten{t.twee.id, t.een.id});
        CHECK(total(d, reader) == 2);
        reader.applicatie->vertrouwelijk = true;
        CHECK(found(d, {}, reader).size() == 3);
        CHECK(total(d, reader) == 3);
        CHECK(d.contacten.hide(d.tom(), t.een.id, "dubbel").has_value());
        CHECK(total(d, reader) == 2);
        CHECK(found(d, {}, application(d.v.heidedal)).empty());
        CHECK(total(d, application(d.v.heidedal)) == 0);

        // What becomes confidential leaves the count of who may not read it.
        Correctie correctie{t.twee.id, 1, t.twee.inhoud, "toch gevoelig"};
        correctie.inhoud.vertrouwelijk = true;
        CHECK(d.contacten.correct(d.tom(), correctie).has_value());
        CHECK(total(d, application(d.v.oeverland)) == 0);
        CHECK(total(d, reader) == 2);
        CHECK(d.contact_faults().empty());

        const auto by_id = [&](const access::Caller& caller, KlantcontactId id) {
            return reading(d.store, caller, [&](store::Tx& tx, access::Raadpleging& look) { return lijsten.klantcontact(tx, look, id); });
        };
        CHECK(by_id(reader, confidential.id)->standaardnummer == confidential.standaardnummer);
        CHECK(by_id(application(d.v.oeverland), confidential.id).error().reason == Reason::not_found);
        CHECK(by_id(reader, t.een.id).error().reason == Reason::not_found);
        CHECK(by_id(application(d.v.heidedal), confidential.id).error().reason == Reason::not_found);
    });
}

TEST_CASE("contacts of a confidential domain are for who may read the domain") {
    in_each_desk([](Desk& d) {
        auto nieuw = d.contact(Afloop::doorgezet);
        nieuw.gemeente = d.v.heidedal;
        nieuw.inhoud.onderwerp_id.reset();
        nieuw.inhoud.onderwerp = "Mijn kind";
        nieuw.betrokkenen = {d.asks(std::nullopt)};
        nieuw.naar = werk::NaarTeam{d.v.jeugd};
        auto tom = d.someone(d.v.tom, access::Rol::kcc_medewerker, d.v.kcc, d.v.heidedal);
        const auto id = d.contacten.register_klantcontact(tom, nieuw).value().klantcontact.id;
        auto reader = application(d.v.heidedal);
        CHECK(found(d, {}, reader).empty());
        reader.domeinen = {"jeugd"};
        CHECK(found(d, {}, reader) == Contacten{id});
        CHECK(total(d, reader) == 1);
    });
}

TEST_CASE("who has no right to read contacts is refused, an employee too, and another gemeente does not exist") {
    in_each_desk([](Desk& d) {
        const auto ask = [&](const access::Caller& caller, Id<Gemeente> gemeente) {
            return d.store.read([&](store::Tx& tx) {
                access::Raadpleging look(caller, gemeente);
                return lijsten.klantcontacten(tx, look, {}, {});
            });
        };
        access::Rechten only_persons;
        only_persons.add({access::Groep::partijen, access::Actie::lezen});
        CHECK(ask(application(d.v.oeverland, only_persons), d.v.oeverland).error().reason == Reason::forbidden);
        CHECK(ask(d.tom(), d.v.oeverland).error().reason == Reason::forbidden);
        CHECK(ask(application(d.v.oeverland), d.v.heidedal).error().reason == Reason::not_found);
    });
}

TEST_CASE("every contact gets a nummer of ten digits, the same digits as its number for people") {
    in_each_desk([](Desk& d) {
        const auto one = d.registered(d.contact(Afloop::beantwoord)).klantcontact;
        CHECK(one.standaardnummer.size() == 10);
        CHECK(one.nummer == "K-" + one.standaardnummer.substr(0, 4) + "-" + one.standaardnummer.substr(4));
        auto given = d.contact(Afloop::beantwoord);
        given.standaardnummer = "42";
        const auto two = d.registered(given).klantcontact;
        CHECK(two.standaardnummer == "42");
        const auto taken = d.contacten.register_klantcontact(d.tom(), given);
        REQUIRE_FALSE(taken.has_value());
        CHECK(taken.error().fields.at(0).key == "klantcontact.fout.nummer_bestaat");
        given.standaardnummer = "12a";
        CHECK(d.contacten.register_klantcontact(d.tom(), given).error().fields.at(0).field == "standaardnummer");
        CHECK(werk::standaardnummer_for("K-2026-12345678", d.ids).size() == 10);
        CHECK(werk::standaardnummer_for("K-2026-12345678", d.ids).starts_with("1"));
    });
}

}  // namespace dichtbij::klantcontact::lijst_test
