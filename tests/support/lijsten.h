#pragma once
// For tests of what other systems read: contacts that differ in everything, and an application that reads them.

#include <algorithm>
#include <string>
#include <vector>

#include "klantcontact/actor_service.h"
#include "klantcontact/lijst_service.h"
#include "support/counting.h"
#include "support/desk.h"

namespace dichtbij::testing {

inline access::Rechten leest_alles() {
    access::Rechten rechten;
    for (const auto groep : {access::Groep::partijen, access::Groep::klantcontacten, access::Groep::taken, access::Groep::actoren}) rechten.add({groep, access::Actie::lezen});
    return rechten;
}

inline access::Caller application(Id<Gemeente> gemeente, access::Rechten rechten = leest_alles()) {
    access::Caller caller;
    caller.applicatie = access::Applicatietoegang{Id<Applicatie>{Uuid{1}}, gemeente, rechten, false};
    caller.naam = "Proefsysteem";
    caller.scherm = "proef";
    return caller;
}

// Reads as `caller` in his own gemeente.
template <class F>
auto reading(store::Store& store, const access::Caller& caller, F act) {
    return store.read([&](store::Tx& tx) {
        access::Raadpleging look(caller, caller.applicatie->gemeente);
        return act(tx, look);
    });
}

// Two contacts of Oeverland: a telephone call of Amira, who is known, and a letter of somebody who is not.
struct Tweetal {
    Id<Partij> amira;  // with a BSN and a nummer of the standard
    klantcontact::Klantcontact een, twee;
    klantcontact::Betrokkene bij_een, bij_twee;
    klantcontact::Objectverwijzing onderwerp_een, onderwerp_twee, bijlage_een, bijlage_twee;
    klantcontact::Actor actor_een, actor_twee;
    klantcontact::ActorKlantcontact link_een, link_twee;
};

template <class D>
klantcontact::NieuwKlantcontact call_of(const D& d) {
    klantcontact::NieuwKlantcontact nieuw = d.contact(klantcontact::Afloop::beantwoord);
    nieuw.inhoud.onderwerp = "Kapvergunning beuk";
    nieuw.inhoud.inhoud = "Mag ik de Beuk bij het Café kappen?";
    nieuw.inhoud.reactie = "Dat mag niet.";
    nieuw.inhoud.indicatie_contact_gelukt = true;
    nieuw.inhoud.plaatsgevonden_op = at("2026-11-20 09:00");
    nieuw.standaardnummer = "0000000012";
    nieuw.referentienummer = "0000000112";
    nieuw.metadata = {{"bron", "kiss"}, {"skill", "bomen"}};
    klantcontact::Betrokkene& wie = nieuw.betrokkenen.at(0);
    wie.naam = {"A.", "Amira", "El", "Idrissi"};
    wie.organisatienaam = "Bakkerij";
    wie.bezoekadres.emplace().straatnaam = "Kastanjelaan";
    wie.digitale_adressen = {{{}, partij::SoortDigitaalAdres::telefoonnummer, "0612345678", false, "Thuis", "portaal", make_day(2026, 3, 1)},
                             {{}, partij::SoortDigitaalAdres::email, "Amira@voorbeeld.example", false, "Werk", "", {}}};
    nieuw.onderwerpobjecten = {{{}, "zaak-1", "zgw-Zaak", "openzaak", "uuid", {}}};
    nieuw.bijlagen = {{{}, "document-1", "document", "documenten", "uuid", {}}};
    return nieuw;
}

template <class D>
klantcontact::NieuwKlantcontact letter_of(const D& d) {
    klantcontact::NieuwKlantcontact nieuw = d.contact(klantcontact::Afloop::beantwoord);
    nieuw.inhoud.kanaal = "brief";
    nieuw.inhoud.onderwerp = "Paspoort kwijt";
    nieuw.inhoud.inhoud = "Ik ben het kwijt.";
    nieuw.inhoud.reactie = "Vervelend.";
    nieuw.inhoud.indicatie_contact_gelukt = false;
    nieuw.inhoud.plaatsgevonden_op = at("2026-11-21 09:00");
    nieuw.standaardnummer = "0000000034";
    nieuw.referentienummer = "0000000134";
    klantcontact::Betrokkene wie;
    wie.rol = klantcontact::Rol::vertegenwoordiger;
    wie.naam = {"H.", "Henk", "de", "Vries"};
    wie.organisatienaam = "Slagerij";
    wie.digitale_adressen = {{{}, partij::SoortDigitaalAdres::overig, "postbus 12", true, "Post", "ander", make_day(2026, 6, 1)}};
    nieuw.betrokkenen = {wie};
    nieuw.onderwerpobjecten = {{{}, "melding-2", "melding", "openklant", "nummer", {}}};
    nieuw.bijlagen = {{{}, "foto-2", "foto", "archief", "nummer", {}}};
    return nieuw;
}

// `d` is a Desk, or another test world with its services.
template <class D>
Tweetal two_contacts(D& d) {
    Tweetal t;
    partij::Gegevens gegevens;
    gegevens.wie = partij::Persoon{{"A.", "Amira", "El", "Idrissi"}, {}, {}};
    gegevens.nummer = "0000000077";
    gegevens.identificatoren = {partij::make_identificator(partij::soort_bsn, "999990019")};
    t.amira = d.partijen.create(access::system_caller("proef"), d.v.oeverland, gegevens).value();
    auto call = call_of(d);
    call.betrokkenen.at(0).partij = t.amira;
    t.een = d.registered(call).klantcontact;
    auto letter = letter_of(d);
    letter.onderwerpobjecten.at(0).was_klantcontact = t.een.id;
    t.twee = d.registered(letter).klantcontact;
    klantcontact::ActorService actoren(d.store, d.clock, d.ids, d.contacten);
    const auto look = [&](const klantcontact::Klantcontact& one) { return d.contacten.get(access::system_caller("proef"), one.id).value(); };
    t.bij_een = look(t.een).betrokkenen.at(0);
    t.bij_twee = look(t.twee).betrokkenen.at(0);
    t.onderwerp_een = look(t.een).onderwerpobjecten.at(0);
    t.onderwerp_twee = look(t.twee).onderwerpobjecten.at(0);
    t.bijlage_een = look(t.een).bijlagen.at(0);
    t.bijlage_twee = look(t.twee).bijlagen.at(0);
    t.actor_een = actoren.create(d.tom(), {{}, d.v.oeverland, "Tom Baars", klantcontact::SoortActor::medewerker, true, "tom@oeverland.example", "mdw", "msei", "email", "", "", "", "", "", {}, {}}).value();
    t.actor_twee = actoren.create(d.tom(), {{}, d.v.oeverland, "Afdeling Wonen", klantcontact::SoortActor::organisatorische_eenheid, false, "wonen", "afd", "obj", "idf", "", "", "", "", "", {}, {}}).value();
    t.link_een = d.store.write([&](store::Tx& tx) { return actoren.link(tx, d.tom(), t.een.id, t.actor_een.id); }).value();
    t.link_twee = d.store.write([&](store::Tx& tx) { return actoren.link(tx, d.tom(), t.twee.id, t.actor_twee.id); }).value();
    return t;
}

template <class Rows, class F>
std::vector<Uuid> ids_of(const Rows& rows, F id) {
    std::vector<Uuid> ids;
    for (const auto& one : rows) ids.push_back(id(one));
    return ids;
}

}  // namespace dichtbij::testing
