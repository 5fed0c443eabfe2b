#include "dossier/klantbeeld.h"
#include "support/aanleveren.h"
#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;
using klantcontact::Afloop;

namespace operaties_contact_test {

const klantcontact::Objectverwijzing een_object{{}, "boom-2", "boom", "bomenregister", "nummer", {}};

Operaties registreren() {
    return {
        {"KlantcontactService::start_gesprek", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contacten.start_gesprek(c, w.v.oeverland, "telefoon", w.clock.now())); }},
        {"KlantcontactService::register_klantcontact", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto nieuw = w.nieuwe_vraag(Afloop::doorgezet);
             nieuw.onderwerpobjecten = nieuw.bijlagen = {een_object};
             nieuw.metadata = {{"bron", "proef"}};
             return gaf(w.contacten.register_klantcontact(c, nieuw));
         }},
        {"KlantcontactService::register_klantcontact van een vreemde persoon", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto nieuw = w.nieuwe_vraag(Afloop::beantwoord);
             nieuw.gemeente = c.grants.front().gemeente;
             if (nieuw.gemeente != w.v.oeverland) nieuw.inhoud.onderwerp_id.reset();
             return gaf(w.contacten.register_klantcontact(c, nieuw));
         }},
        {"KlantcontactService::correct", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto inhoud = w.v.vraag.inhoud;
             inhoud.inhoud = "Het ging om de eik";
             return gaf(w.contacten.correct(c, {w.v.vraag.id, w.v.vraag.versie, inhoud, "verkeerd verstaan"}));
         }},
        {"KlantcontactService::replace_metadata", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return w.contacten.replace_metadata(tx, c, w.v.vraag.id, {{"bron", "proef"}}); }); }},
        {"KlantcontactService::hide", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contacten.hide(c, w.v.vraag.id, "dubbel ingevoerd")); }},
        {"KlantcontactService::link_partij", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contacten.link_partij(c, w.v.onbekende, w.v.karel)); }},
        {"KlantcontactService::add_betrokkene", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             klantcontact::Betrokkene betrokkene;
             betrokkene.partij = w.v.karel;
             return schrijft(w, [&](store::Tx& tx) { return w.contacten.add_betrokkene(tx, c, w.v.vraag.id, betrokkene); });
         }},
        {"KlantcontactService::change_betrokkene", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto betrokkene = w.v.betrokkenen.front();
             betrokkene.naam.achternaam = "Idrissi";
             return schrijft(w, [&](store::Tx& tx) { return w.contacten.change_betrokkene(tx, c, betrokkene); });
         }},
        {"KlantcontactService::remove_betrokkene", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return w.contacten.remove_betrokkene(tx, c, w.v.betrokkenen.front().id); }); }},
        {"KlantcontactService::add_onderwerpobject", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return w.contacten.add_onderwerpobject(tx, c, w.v.vraag.id, een_object); }); }},
        {"KlantcontactService::add_bijlage", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return w.contacten.add_bijlage(tx, c, w.v.vraag.id, een_object); }); }},
        {"KlantcontactService::remove_object", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return w.contacten.remove_object(tx, c, w.v.vraag.id, w.v.onderwerpobject); }); }},
    };
}

Operaties lezen() {
    return {
        {"KlantcontactService::get", Zonder::beheerder, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.contacten.get(c, w.v.vraag.id)); }},
        {"KlantcontactService::of_partijen", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const Id<Partij> who[] = {w.v.fatima};
             return leest(w, [&](store::Tx& tx) { return w.contacten.of_partijen(tx, c, who, {}, 10); });
         }},
        {"KlantcontactService::of_gemeente", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.contacten.of_gemeente(tx, c, w.v.oeverland, {}, 10); }); }},
        {"KlantcontactService::of_gesprek", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.contacten.of_gesprek(tx, c, w.v.gesprek); }); }},
        {"KlantcontactService::by_nummer", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.contacten.by_nummer(tx, c, w.v.vraag.nummer); }); }},
        {"KlantcontactService::with_adres", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.contacten.with_adres(tx, c, "+31687654321", 10); }); }},
        {"dossier::look", Zonder::niemand, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) {
             const dossier::DossierSchermen screens{w.store, w.partijen, w.contacten, w.werk, w.werklijsten, w.attenties};
             return gaf(dossier::look(screens, c, {w.v.fatima, {}, "", {}}, w.clock.now()));
         }},
    };
}

Operaties actoren() {
    return {
        {"ActorService::create", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             klantcontact::Actor actor;
             actor.gemeente = w.v.oeverland;
             actor.naam = "Robot";
             actor.soort_actor = klantcontact::SoortActor::geautomatiseerde_actor;
             return gaf(w.actoren.create(c, actor));
         }},
        {"ActorService::change", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             klantcontact::Actor actor;
             actor.id = w.v.actor;
             actor.naam = "Afdeling Bomen";
             return gaf(w.actoren.change(c, actor));
         }},
        {"ActorService::remove", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.actoren.remove(c, w.v.actor)); }},
        {"ActorService::get", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.actoren.get(tx, c, w.v.actor); }); }},
        {"ActorService::find", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.actoren.find(tx, c, w.v.oeverland, {}); }); }},
        {"ActorService::link", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return w.actoren.link(tx, c, w.v.vraag.id, w.v.losse_actor); }); }},
        {"ActorService::unlink", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return w.actoren.unlink(tx, c, w.v.actorlink); }); }},
        {"ActorService::of_klantcontact", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.actoren.of_klantcontact(tx, c, w.v.vraag.id); }); }},
    };
}

Operaties taken() {
    return {
        {"TaakService::create", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             taak::NieuweTaak nieuw;
             nieuw.klantcontact = w.v.vraag.id;
             nieuw.gevraagde_handeling = "terugbellen";
             nieuw.actoren = {w.v.actor};
             nieuw.naar = werk::NaarTeam{w.v.kcc};
             return gaf(w.taken.create(c, nieuw));
         }},
        {"TaakService::change", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.taken.change(c, {w.v.taak.taak.id, w.v.taak.taak.versie, "terugbellen", "", "0687654321", "na vijven"})); }},
        {"TaakService::get", Zonder::beheerder, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.taken.get(c, w.v.taak.taak.id)); }},
        {"TaakService::record_belpoging", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.taken.record_belpoging(c, {w.keuze(w.v.taak.werk), taak::Belresultaat::gesproken, {}})); }},
        {"TaakService::ask_colleague", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.taken.ask_colleague(c, {w.keuze(w.v.taak.werk), w.v.ilse, "En jij?"})); }},
        {"TaakService::close", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.taken.close(c, {w.keuze(w.v.taak.werk), werk::Uitkomst::beantwoord, "Mag niet", true})); }},
        {"TaakService::reopen", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.taken.reopen(c, w.keuze(w.v.afgerond.werk), "belde toch weer")); }},
        {"TaakService::undo", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.taken.undo(c, w.v.ongedaan_taak)); }},
    };
}

// In the caller's own gemeente, about what is of Oeverland: there it is not found.
Operaties balie_van_een_vreemde() {
    return {
        {"BalieService::start voor een vreemde persoon", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto invoer = w.invoer();
             invoer.contactnaam = "Iemand";
             return gaf(w.balie.start(c, c.grants.front().gemeente, invoer));
         }},
        {"BalieService::propose voor een vreemd onderwerp", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto invoer = w.invoer();
             invoer.partij.reset();
             return gaf(w.balie.propose(c, c.grants.front().gemeente, invoer, 0));
         }},
        {"BalieService::propose voor een vreemd team", Zonder::beheerder, Vreemd::ongeldig, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto invoer = w.invoer();
             invoer.partij.reset();
             invoer.vragen[0].onderwerp.reset();
             invoer.vragen[0].naar.team = w.v.vergunningen;
             return gaf(w.balie.propose(c, c.grants.front().gemeente, invoer, 0));
         }},
    };
}

Operaties balie() {
    return {
        {"BalieService::start", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto invoer = w.invoer();
             invoer.partij.reset();
             return gaf(w.balie.start(c, w.v.oeverland, invoer));
         }},
        {"BalieService::get", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.balie.get(c, w.v.concept_id)); }},
        {"BalieService::keep", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto invoer = w.invoer();
             invoer.vragen[0].antwoord = "Half getypt";
             return gaf(w.balie.keep(c, w.v.concept_id, invoer));
         }},
        {"BalieService::discard", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.balie.discard(c, w.v.concept_id)); }},
        {"BalieService::save", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto invoer = w.invoer();
             invoer.vragen.push_back(invoer.vragen[0]);
             invoer.vragen[1].afloop = Afloop::beantwoord;
             invoer.vragen[1].antwoord = "Dat mag";
             return gaf(w.balie.save(c, w.v.concept_id, invoer));
         }},
        {"BalieService::propose", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.balie.propose(c, w.v.oeverland, w.invoer(), 0)); }},
    };
}

Operaties aanleveren() {
    return {
        {"AanleverService::add", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).contacten.add(tx, c, w.nieuwe_vraag(Afloop::beantwoord)); }); }},
        {"AanleverService::change", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto inhoud = w.v.beantwoord.inhoud;
             inhoud.verdere_actie_ondernomen = true;
             inhoud.indicatie_contact_gelukt = false;
             return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).contacten.change(tx, c, {w.v.beantwoord.id, inhoud, {{"bron", "proef"}}, "4711", "4712", "gewijzigd"}); });
         }},
        {"AanleverService::add_betrokkene", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).contacten.add_betrokkene(tx, c, w.v.vraag.id, {}); }); }},
        {"AanleverService::change_betrokkene", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto betrokkene = w.v.betrokkenen.front();
             betrokkene.partij = w.v.karel;
             return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).contacten.change_betrokkene(tx, c, w.v.beantwoord.id, betrokkene); });
         }},
        {"AanleverService::remove_betrokkene", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).contacten.remove_betrokkene(tx, c, w.v.betrokkenen.front().id); }); }},
        {"AanleverService::add_object", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).contacten.add_object(tx, c, w.v.oeverland, {klantcontact::Objectsoort::bijlage, {}, een_object}); }); }},
        {"AanleverService::change_object", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto object = een_object;
             object.id = w.v.onderwerpobject;
             return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).contacten.change_object(tx, c, {klantcontact::Objectsoort::onderwerpobject, w.v.beantwoord.id, object}); });
         }},
        {"AanleverService::remove_object", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).contacten.remove_object(tx, c, w.v.onderwerpobject); }); }},
        {"AanleverService::relink_actor", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).contacten.relink_actor(tx, c, {w.v.actorlink, w.v.beantwoord.id, w.v.losse_actor}); }); }},
        {"AanleverService::resume", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).contacten.resume(tx, c, w.v.beantwoord, {}, "toch niet klaar"); }); }},
        {"AanleverService::renew_werk", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).contacten.renew_werk(tx, c, *w.v.taak.taak.klantcontact); }); }},
        {"AanleverService::add van een taak", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             taak::Aanlevering nieuw;
             nieuw.klantcontact = w.v.vraag.id;
             nieuw.gevraagde_handeling = "terugbellen";
             nieuw.actoren = {w.v.actor};
             nieuw.status = taak::Taakstatus::verwerkt;
             return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).taken.add(tx, c, nieuw); });
         }},
        {"AanleverService::change van een taak", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             taak::Aanlevering naar;
             naar.klantcontact = w.v.beantwoord.id;
             naar.standaardnummer = "4713";
             naar.gevraagde_handeling = "mailen";
             naar.actoren = {w.v.losse_actor};
             naar.status = taak::Taakstatus::verwerkt;
             return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).taken.change(tx, c, {w.v.taak.taak.id, naar, "gewijzigd"}); });
         }},
        {"AanleverService::withdraw", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).taken.withdraw(tx, c, w.v.taak.taak.id, "dubbel"); }); }},
        {"AanleverService::withdraw_of", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return Aanlever(w).taken.withdraw_of(tx, c, *w.v.taak.taak.klantcontact, "dubbel"); }); }},
    };
}

}  // namespace operaties_contact_test

Operaties operaties_van_contact() {
    using namespace operaties_contact_test;
    Operaties all;
    for (const auto& some : {registreren(), lezen(), actoren(), taken(), aanleveren(), balie(), balie_van_een_vreemde()}) all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace dichtbij::testing
