// Of the world: its messages and its cases.

#include "document/testing.h"
#include "portaal/bedrijfsrecht_service.h"
#include "support/wereld.h"
#include "zaaktype/testing.h"

namespace dichtbij::testing {
namespace {

using access::Rol;

zaak::Bij bij(const zaak::Zaak& one) { return {one.id, one.versie}; }

}  // namespace

// What Fatima sent with a form, that became the task.
void Wereld::fill_formulier(const std::string& bytes) {
    document::MemoryBytes in(bytes);
    const auto file = documenten.receive("bijlage.pdf", in).value();
    store.write([&](store::Tx& tx) {
        formulier::Inzending sent{ids.make<Inzending>(), v.oeverland, ids.make<FormulierVersie>(), "vraag", "Stel een vraag", "Ask a question", v.taak.taak.klantcontact.value(), v.taak.werk.id, {}, v.taak.werk.nummer, v.fatima, "nl", clock.now(), {}};
        formulier::insert_inzending(tx, sent, {{"Uw vraag", "Wat wilt u weten?", "tekstvak", "Hoe laat gaat de balie open?"}});
        document::NieuwDocument nieuw;
        nieuw.gemeente = v.oeverland;
        nieuw.bij = formulier::documentobject(sent.id);
        nieuw.kenmerken.creatiedatum = day_of(clock.now());
        static_cast<void>(documenten.add(tx, access::system_caller("proef"), nieuw, file).value());
        v.formulierbestand = inzendingen.bestanden_of(tx, sent).front().versie.id;
    });
}

// One message that waits, made by a rule; one that failed after all attempts; words of the gemeente, and its rule.
void Wereld::fill_berichten() {
    const auto sanne = alles();
    const auto regel = access::system_caller("berichtregels");
    const auto written = [&](std::int64_t oorzaak) {
        return store.write([&](store::Tx& tx) {
            return berichten.write(tx, regel, {v.oeverland, v.fatima, v.open.id, "", "nld", "Wij hebben uw vraag", "Beste mevrouw,\n\nWij zoeken het uit.", {}}, bericht::Herkomst{"zaak-ontvangen", oorzaak});
        }).value();
    };
    const auto found = [&](Id<Bericht> id) {
        return store.read([&](store::Tx& tx) { return berichten.stored(tx, id); }).value();
    };
    const auto failing = written(1);
    const html::Catalogue texts("text");
    bericht::VerzendService bode(store, clock, ids, texts, {std::string(bericht::mijn_dichtbij)});
    bode.release(clock.now(), 10);
    for (int attempt = 0; attempt < 12; ++attempt) {
        const Instant at = clock.now() + days(2 * attempt);
        for (const auto& one : bode.due(at, 10)) bode.failed(one.id, "geen_verbinding", at).value();
    }
    v.mislukt = found(failing);
    store.write([&](store::Tx& tx) {
        tx.run("insert into mailadres_defect (partij, adres_sleutel, gemeente, sinds, status) values (?1, 'proef', ?2, ?3, '5.1.1')", v.fatima, v.oeverland, clock.now());
    });
    CHECK_THAT(v.mislukt.staat == bericht::Staat::mislukt);
    v.bericht = found(written(2));

    const auto inhoud = berichtbeheer.standaard().sjabloon("ontvangen")->inhoud;
    const auto revisie = berichtbeheer.save_ontwerp(sanne, {v.oeverland, "ontvangen", inhoud, 0}).value();
    berichtbeheer.publish(sanne, v.oeverland, "ontvangen", revisie).value();
    v.sjabloonrevisie = berichtbeheer.save_ontwerp(sanne, {v.oeverland, "ontvangen", inhoud, 0}).value();
    v.berichtregel = berichtbeheer.add_regel(sanne, v.oeverland, {.gebeurtenis = "zaak.status_gezet", .kanaal = "brief"}).value();
}

void Wereld::fill_zaken() {
    const auto ruben = organisatie::testing::caller(v.ruben, {{Rol::behandelaar, v.oeverland, v.vergunningen}});
    const auto made = [&](Id<Zaaktype> type, Day van) {
        zaak::NieuweZaak nieuw;
        nieuw.gemeente = v.oeverland;
        nieuw.zaaktype = type;
        nieuw.kanaal = "balie";
        nieuw.startdatum = van;
        nieuw.rollen = {{zaak::Rolsoort::initiator, v.fatima, {}, {}, {}, {}, {}}};
        return zaken.create(ruben, nieuw).value().zaak;
    };
    const auto now_of = [&](const zaak::Zaak& one) {
        return store.read([&](store::Tx& tx) { return zaken.stored(tx, one.id); }).value();
    };
    const zaak::Inwonerbericht words{"Over uw aanvraag", "Beste mevrouw,\n\nWij schrijven u over uw aanvraag.", {}};

    v.te_laat = made(v.zaaktype, today() - days(100));
    v.gevraagd = made(v.zaaktype, today());
    v.zaakvraag = zaken.ask_applicant(ruben, {bij(v.gevraagd), {}, "Stuur een foto", today() + days(14), zaak::VraagAanAanvrager::Termijn::staat_stil, {}, words})->taak.id;
    v.gevraagd = now_of(v.gevraagd);
    v.dicht = made(v.met_de_hand, today());
    v.dicht = zaken.close(ruben, {bij(v.dicht), "verleend", "", "Volgt", words}).value();

    v.zaak = made(v.zaaktype, today());
    v.aanvrager = zaken.get(ruben, v.zaak.id)->rollen.front().id;
    v.besluit = zaken.add_besluit(ruben, {bij(v.zaak), "Verleend", "", {}, {}, {}, {}, {}, {}, "Is gezien"})->besluit.id;
    v.zaak = now_of(v.zaak);
    v.zaaktaak = zaken.add_taak(ruben, {bij(v.zaak), "Advies", zaak::Taaksoort::intern_advies, "Is de beuk ziek?", {}, {}})->taak.id;
    v.zaak = zaken.relate(ruben, bij(now_of(v.zaak)), v.dicht.id, zaak::Aard::onderwerp).value();
    v.dicht = now_of(v.dicht);
    const std::string bytes = document::testing::pdf();
    document::MemoryBytes in(bytes);
    document::NieuwDocument nieuw;
    nieuw.kenmerken.auteur = "F. Idrissi";
    nieuw.kenmerken.creatiedatum = today();
    v.document = zaken.add_document(ruben, v.zaak.id, nieuw, documenten.receive("foto.pdf", in).value()).value();
    v.documentversie = zaken.documenten(ruben, v.zaak.id)->front().versie.id;
    fill_formulier(bytes);
    overleg.ask(ruben, v.zaak.id, "Geen advies").value();
    ketenpartner::NieuweAdviesvraag vraag;
    vraag.bij = bij(now_of(v.zaak));
    vraag.organisatie = "Waterschap De Dommel";
    vraag.contactpersoon = "De heer Vos";
    vraag.email = "vos@waterschap.example";
    vraag.code_naar = "06 1234 5678";
    vraag.vraag = "Staat de beuk op uw grond?";
    vraag.laatste_datum = today() + days(14);
    const auto brief = [](const std::string&) { return ketenpartner::Brief{"Een vraag om advies", "Wij vragen u om advies."}; };
    v.adviesvraag = advies.ask(ruben, vraag, {brief, brief}).value();
    v.zaak = now_of(v.zaak);
    partij::Gegevens linde;
    linde.wie = partij::Organisatie{"Hoveniersbedrijf De Linde"};
    v.bedrijf = partijen.create(alles(), v.oeverland, linde).value();
    for (const char* pseudoniem : {"anna", "bas"}) {
        clock.advance(seconds(1));
        store.write([&](store::Tx& tx) { portaal::note_aangemeld(tx, {v.bedrijf}, pseudoniem, clock.now()); });
    }
    v.lijstkeuze = verdelen.bewaar_keuze(alles(), {overleg::Lijstplek::zaken, "Mijn bomen", "lijst=alles", {}}).value().id;
}

}  // namespace dichtbij::testing
