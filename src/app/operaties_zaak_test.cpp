#include "document/testing.h"
#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_zaak_test {

zaak::Bij bij(const zaak::Zaak& one) { return {one.id, one.versie}; }

zaak::Inwonerbericht woorden() { return {"Over uw aanvraag", "Beste mevrouw,\n\nWij schrijven u over uw aanvraag.", {}}; }

zaak::NieuweZaak nieuw(const Wereld& w) {
    zaak::NieuweZaak nieuw;
    nieuw.gemeente = w.v.oeverland;
    nieuw.zaaktype = w.v.zaaktype;
    nieuw.omschrijving = "Kappen van een beuk";
    nieuw.kanaal = "balie";
    return nieuw;
}

zaak::VraagAanAanvrager vraag(const Wereld& w) {
    zaak::VraagAanAanvrager vraag;
    vraag.bij = bij(w.v.zaak);
    vraag.vraag = "Stuur een foto van de boom";
    vraag.antwoord_voor = w.today() + days(14);
    vraag.beloofd_datum = w.today() + days(42);
    vraag.bericht = woorden();
    return vraag;
}

zaak::Opschorten opschorten(const Wereld& w) {
    zaak::Opschorten asked;
    asked.bij = bij(w.v.zaak);
    asked.reden = "De tekening ontbreekt";
    asked.tot_uiterlijk = w.today() + days(14);
    asked.beloofd_datum = w.today() + days(42);
    asked.bericht = woorden();
    return asked;
}

document::Ontvangen bestand(Wereld& w) {
    const std::string bytes = document::testing::pdf();
    document::MemoryBytes in(bytes);
    return w.documenten.receive("tekening.pdf", in).value();
}

document::Kenmerken kenmerken(const Wereld& w) {
    document::Kenmerken kenmerken;
    kenmerken.titel = "Tekening van de plek";
    kenmerken.documenttype = "situatietekening";
    kenmerken.auteur = "Gemeente Oeverland";
    kenmerken.creatiedatum = w.today();
    return kenmerken;
}

document::NieuwDocument document_van(const Wereld& w) {
    document::NieuwDocument nieuw;
    nieuw.kenmerken = kenmerken(w);
    return nieuw;
}

Operaties lezen() {
    return {
        {"ZaakService::get", Zonder::beheerder, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.get(c, w.v.zaak.id)); }},
        {"ZaakService::get_masked", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.get_masked(c, w.v.zaak.id)); }},
        {"ZaakService::timeline", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.zaken.timeline(tx, c, w.v.zaak.id, {}, 10); }); }},
        {"ZaakService::list", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             zaak::Zakenvraag asked;
             asked.gemeente = w.v.oeverland;
             return gaf(w.zaken.list(c, asked));
         }},
        {"ZaakService::of_partijen", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.zaken.of_partijen(tx, c, {w.v.fatima}, 10); }); }},
        {"ZaakService::by_nummer", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.zaken.by_nummer(tx, c, w.v.zaak.nummer); }); }},
        {"ZaakService::taak", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.zaken.taak(tx, c, w.v.zaaktaak); }); }},
        {"ZaakService::documenten", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.documenten(c, w.v.zaak.id)); }},
        {"ZaakService::open_document", Zonder::beheerder, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.open_document(c, w.v.documentversie)); }},
    };
}

Operaties leven() {
    return {
        {"ZaakService::create", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto asked = nieuw(w);
             asked.rollen = {{zaak::Rolsoort::initiator, w.v.fatima, {}, {}, {}, {}, {}}};
             return gaf(w.zaken.create(c, asked));
         }},
        {"ZaakService::create of a question", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto asked = nieuw(w);
             asked.klantcontact = w.v.vraag.id;
             return gaf(w.zaken.create(c, asked));
         }},
        {"ZaakService::create of a question that was answered", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto asked = nieuw(w);
             asked.klantcontact = w.v.beantwoord.id;
             return gaf(w.zaken.create(c, asked));
         }},
        {"ZaakService::create of a taak", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto asked = nieuw(w);
             asked.taak = w.v.taak.taak.id;
             return gaf(w.zaken.create(c, asked));
         }},
        {"ZaakService::change", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.change(c, {bij(w.v.zaak), "Kappen van een eik", "Het was geen beuk", zaak::Vertrouwelijkheid::vertrouwelijk})); }},
        {"ZaakService::set_status", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.set_status(c, {bij(w.v.zaak), "in-behandeling", ""})); }},
        {"ZaakService::set_eigenschappen", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.set_eigenschappen(c, bij(w.v.zaak), {{"aantal-bomen", "2"}})); }},
        {"ZaakService::close", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.close(c, {bij(w.v.gevraagd), "verleend", "Afgesproken", "Het besluit volgt", woorden()})); }},
        {"ZaakService::withdraw", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.withdraw(c, {bij(w.v.zaak), "geweigerd", "De boom is omgewaaid", woorden()})); }},
        {"ZaakService::reopen", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.reopen(c, {bij(w.v.dicht), "Vergissing", woorden()})); }},
        {"ZaakService::set_archiefdatum", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.set_archiefdatum(c, {bij(w.v.dicht), w.today() + days(1000), "Volgt uit het dossier"})); }},
    };
}

Operaties termijnen() {
    return {
        {"ZaakService::suspend", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.suspend(c, opschorten(w))); }},
        {"ZaakService::resume", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             zaak::Hervatten asked;
             asked.bij = bij(w.v.gevraagd);
             asked.bericht = woorden();
             return gaf(w.zaken.resume(c, asked));
         }},
        {"ZaakService::extend", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return gaf(w.zaken.extend(c, {bij(w.v.zaak), zaak::Verlengingsgrond::besluit, 6, "Wij wachten op advies", w.today() + days(42), woorden()}));
         }},
        {"ZaakService::record_ingebrekestelling", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.record_ingebrekestelling(c, {bij(w.v.te_laat), {}, "Per brief", woorden()})); }},
        {"ZaakService::add_besluit", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.add_besluit(c, {bij(w.v.zaak), "Verleend", "De boom is ziek", {}, w.today(), {}, {}, {}, woorden(), "Is gezien"})); }},
        {"ZaakService::publish_besluit", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.publish_besluit(c, {bij(w.v.zaak), w.v.besluit, {}, woorden()})); }},
        {"ZaakService::withdraw_besluit", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.withdraw_besluit(c, {bij(w.v.zaak), w.v.besluit, "Er stond een fout in", woorden()})); }},
    };
}

Operaties taken() {
    return {
        {"ZaakService::add_taak", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return gaf(w.zaken.add_taak(c, {bij(w.v.zaak), "Advies boomveiligheid", zaak::Taaksoort::intern_advies, "Is de beuk ziek?", {}, werk::NaarMedewerker{w.v.ilse, w.v.vergunningen}}));
         }},
        {"ZaakService::ask_applicant", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.ask_applicant(c, vraag(w))); }},
        {"ZaakService::record_antwoord", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.record_antwoord(c, {w.v.zaakvraag, zaak::Taakuitkomst::beantwoord, "De foto is er", {}, woorden()})); }},
        {"ZaakService::finish_taak", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.finish_taak(c, {w.v.zaaktaak, zaak::Taakuitkomst::positief, "De beuk is ziek"})); }},
        {"ZaakService::note", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.note(c, w.v.zaak.id, {"Mevrouw belt morgen terug", {w.v.ruben}})); }},
    };
}

Operaties betrokken() {
    return {
        {"ZaakService::add_rol", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return gaf(w.zaken.add_rol(c, bij(w.v.zaak), {zaak::Rolsoort::gemachtigde, w.v.karel, {}, {}, "Volmacht van 20 november", {}, {}}));
         }},
        {"ZaakService::end_rol", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.end_rol(c, bij(w.v.zaak), w.v.aanvrager, {})); }},
        {"ZaakService::relate", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.relate(c, bij(w.v.zaak), w.v.te_laat.id, zaak::Aard::vervolg)); }},
        {"ZaakService::unrelate", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.unrelate(c, bij(w.v.zaak), w.v.dicht.id)); }},
        {"ZaakService::set_hoofdzaak", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.set_hoofdzaak(c, bij(w.v.zaak), w.v.te_laat.id)); }},
    };
}

Operaties stukken() {
    return {
        {"ZaakService::add_document", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.add_document(c, w.v.zaak.id, document_van(w), bestand(w))); }},
        {"ZaakService::add_documents", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.add_documents(c, w.v.zaak.id, document_van(w), {bestand(w)})); }},
        {"ZaakService::add_version", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.add_version(c, {w.v.document.id, w.v.document.revisie, "Aangevuld", {}}, bestand(w))); }},
        {"ZaakService::change_document", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto changed = w.v.document.kenmerken;
             changed.inwoner_mag_zien = true;
             return gaf(w.zaken.change_document(c, {w.v.document.id, w.v.document.revisie, changed}));
         }},
        {"ZaakService::withdraw_document", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaken.withdraw_document(c, {w.v.document.id, w.v.document.revisie, "Hoort hier niet"})); }},
    };
}

}  // namespace operaties_zaak_test

Operaties operaties_van_zaak() {
    using namespace operaties_zaak_test;
    Operaties all = lezen();
    for (const auto& some : {leven(), termijnen(), taken(), betrokken(), stukken()}) all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace dichtbij::testing
