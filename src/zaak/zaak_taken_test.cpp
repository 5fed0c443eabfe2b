#include <doctest/doctest.h>

#include <algorithm>

#include "support/zaken.h"
#include "zaak/zaak_service.h"

namespace dichtbij::zaak::zaak_taken_test {
namespace {

using testing::at;
using testing::in_each_zaken;
using testing::Zaken;

Day day(std::string_view iso) { return *parse_day(iso); }

Reason reason_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().reason;
}

std::string key_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().fields.empty() ? result.error().key : result.error().fields[0].key;
}

NieuweZaaktaak advice(const Bij& bij) { return {bij, "Advies boomveiligheid", Taaksoort::intern_advies, "Is de beuk ziek?", {}, {}}; }
VraagAanAanvrager question(const Bij& bij, Day voor) { return {bij, {}, "Stuur een foto van de boom", voor, VraagAanAanvrager::Termijn::staat_stil, {}, Zaken::words("een foto")}; }

std::int64_t unread(Zaken& z, const access::Caller& caller, werk::Attentiesoort soort) {
    const auto regels = z.attenties.list(caller, {}, 100);
    return std::count_if(regels.begin(), regels.end(), [&](const auto& one) { return one.attentie.soort == soort; });
}

document::Document letter(Zaken& z, Id<dichtbij::Zaak> id, document::Kenmerken kenmerken = {}) {
    const std::string bytes = document::testing::pdf();
    document::MemoryBytes in(bytes);
    document::NieuwDocument nieuw;
    nieuw.kenmerken = std::move(kenmerken);
    nieuw.kenmerken.titel = "Brief over de beuk";
    nieuw.kenmerken.creatiedatum = day("2026-11-23");
    return z.zaken.add_document(z.ruben(), id, nieuw, z.documenten.receive("brief.pdf", in).value()).value();
}

}  // namespace

TEST_CASE("a task has its own owner and day, and its outcome comes back in the case") {
    in_each_zaken([](Zaken& z) {
        auto one = z.made();
        const auto id = one.zaak.id;
        one.werk = z.werk.accept(z.ruben(), one.werk.id, one.werk.versie).value().werk;
        NieuweZaaktaak asked = advice(z.bij(id));
        asked.naar = werk::NaarMedewerker{z.v.ilse, z.v.vergunningen};
        const ZaaktaakBeeld made = z.zaken.add_taak(z.ruben(), asked).value();
        CHECK(made.taak.nummer.starts_with("A-2026-"));
        CHECK(made.taak.uiterlijk_datum == day("2026-11-30"));
        CHECK(made.werk.eigenaar == z.v.ilse);
        CHECK(made.werk.ouder == one.werk.id);
        CHECK_FALSE(made.werk.beloofd_op);
        CHECK_FALSE(made.werk.telt_als_vraag);
        CHECK(day_of(made.werk.orde_op) == day("2026-11-30"));
        CHECK(made.werk.herinnering_op == at("2026-11-30 08:30"));
        CHECK(unread(z, z.ilse(), werk::Attentiesoort::vraag_van_collega) == 1);
        CHECK(key_of(z.zaken.add_taak(z.ruben(), asked)) == "fout.gewijzigd");

        CHECK(key_of(z.zaken.finish_taak(z.ilse(), {made.taak.id, Taakuitkomst::beantwoord, "x"})) == "zaak.fout.taakuitkomst");
        CHECK(key_of(z.zaken.finish_taak(z.ilse(), {made.taak.id, Taakuitkomst::positief, " "})) == "fout.veld.verplicht");
        CHECK(reason_of(z.zaken.finish_taak(z.tom(), {made.taak.id, Taakuitkomst::positief, "Ziek"})) == Reason::forbidden);
        const std::int64_t before = z.stored(id).versie;
        const ZaaktaakBeeld done = z.zaken.finish_taak(z.ilse(), {made.taak.id, Taakuitkomst::positief, "De beuk is ziek."}).value();
        CHECK(done.taak.afgerond_door == z.v.ilse);
        CHECK_FALSE(done.werk.is_open());
        CHECK(z.stored(id).versie == before);
        CHECK(unread(z, z.ruben(), werk::Attentiesoort::antwoord_van_collega) == 1);
        CHECK(z.timeline(one.werk.id)[0].toelichting == "De beuk is ziek.");
        CHECK(key_of(z.zaken.finish_taak(z.ilse(), {made.taak.id, Taakuitkomst::positief, "Nog eens"})) == "zaak.fout.taak_klaar");
        CHECK_FALSE(z.store.read([&](store::Tx& tx) { return z.werk.ongedaan_te_maken(tx, z.ilse(), done.werk.id); }));
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("a task can go to another team, and the casemanager can call it off") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        NieuweZaaktaak asked = advice(z.bij(id));
        asked.soort = Taaksoort::verstuur_document;
        asked.naar = werk::NaarTeam{z.v.kcc};
        const ZaaktaakBeeld made = z.zaken.add_taak(z.ruben(), asked).value();
        CHECK(made.werk.team == z.v.kcc);
        CHECK(made.werk.eigenaar == z.v.sanne);
        CHECK(key_of(z.zaken.finish_taak(z.tom(), {made.taak.id, Taakuitkomst::gedaan, ""})) == "zaak.fout.kies_document");
        CHECK(z.zaken.finish_taak(z.tom(), {made.taak.id, Taakuitkomst::gedaan, "", letter(z, id).id}).has_value());
        asked.bij = z.bij(id);
        const ZaaktaakBeeld off = z.zaken.add_taak(z.ruben(), asked).value();
        const ZaaktaakBeeld ended = z.zaken.finish_taak(z.ruben(), {off.taak.id, Taakuitkomst::vervallen, ""}).value();
        CHECK(ended.werk.uitkomst == werk::Uitkomst::ingetrokken);
        CHECK(ended.taak.afgerond_door == z.v.ruben);
        asked.bij = z.bij(id);
        asked.naar = werk::NaarTeam{z.v.jeugd};
        CHECK(key_of(z.zaken.add_taak(z.ruben(), asked)) == "werk.fout.team_onbekend");
        asked.naar.reset();
        asked.uiterlijk_datum = day("2026-11-22");
        CHECK(key_of(z.zaken.add_taak(z.ruben(), asked)) == "zaak.fout.datum_voorbij");
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("a task to send a document sends it: the resident sees it from then on, and it is told") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        const auto other = z.made().zaak.id;
        NieuweZaaktaak asked = advice(z.bij(id));
        asked.soort = Taaksoort::verstuur_document;
        const auto taak = z.zaken.add_taak(z.ruben(), asked).value().taak.id;
        const auto sends = [&](Id<dichtbij::Document> document) { return z.zaken.finish_taak(z.ruben(), {taak, Taakuitkomst::gedaan, "", document}); };
        document::Kenmerken draft;
        draft.status = document::Documentstatus::in_bewerking;
        CHECK(key_of(sends(letter(z, other).id)) == "zaak.fout.kies_document");
        CHECK(key_of(sends(letter(z, id, draft).id)) == "zaak.fout.document_niet_af");
        const auto gone = letter(z, id);
        CHECK_THAT(z.zaken.withdraw_document(z.ruben(), {gone.id, gone.revisie, "Verkeerde brief"}).has_value());
        CHECK(key_of(sends(gone.id)) == "zaak.fout.kies_document");
        CHECK(z.beeld(id).taken.front().taak.is_open());
        const auto sent = letter(z, id);
        CHECK(sends(sent.id).has_value());
        const auto seen = z.store.read([&](store::Tx& tx) { return z.zaken.documenten_voor(tx, id, z.fatima, day("2026-11-23")); });
        REQUIRE(seen.size() == 1);
        CHECK(seen[0].document.id == sent.id);
        CHECK(seen[0].document.kenmerken.richting == document::Richting::uitgaand);
        CHECK(seen[0].document.kenmerken.verzenddatum == day("2026-11-23"));
        const auto lines = z.events(id);
        CHECK(std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.gebeurtenis == "zaak.document_zichtbaar"; }) == 1);
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("a question to the applicant stands the clocks still until the answer comes") {
    in_each_zaken(
        [](Zaken& z) {
            const auto id = z.made().zaak.id;
            z.set("2026-09-10 15:00");
            CHECK(key_of(z.zaken.ask_applicant(z.ruben(), question(z.bij(id), day("2026-09-10")))) == "zaak.fout.datum_voorbij");
            VraagAanAanvrager silent = question(z.bij(id), day("2026-10-08"));
            silent.bericht.reset();
            CHECK(key_of(z.zaken.ask_applicant(z.ruben(), silent)) == "fout.veld.verplicht");
            const ZaaktaakBeeld asked = z.zaken.ask_applicant(z.ruben(), question(z.bij(id), day("2026-10-08"))).value();
            CHECK(asked.taak.gesteld_op == z.clock.now());
            CHECK(z.stored(id).opgeschort);
            CHECK(z.beeld(id).termijn->opschortingen[0].grond == Opschortingsgrond::aanvulling);
            REQUIRE(z.berichten_over(id).size() == 1);
            CHECK(z.berichten_over(id)[0].sjabloon == "vraag");
            const ZaaktaakBeeld second = z.zaken.ask_applicant(z.ruben(), question(z.bij(id), day("2026-10-15"))).value();
            CHECK(second.taak.opschorting == asked.taak.opschorting);
            CHECK(z.beeld(id).termijn->opschortingen[0].tot_uiterlijk == day("2026-10-15"));

            z.set("2026-09-22 09:00");
            CHECK(z.zaken.record_antwoord(z.ruben(), {asked.taak.id, Taakuitkomst::beantwoord, "Foto's gekregen", {}, {}}).has_value());
            CHECK(z.stored(id).opgeschort);
            z.set("2026-09-28 09:00");
            CHECK(key_of(z.zaken.record_antwoord(z.ruben(), {second.taak.id, Taakuitkomst::beantwoord, "Ook", day("2026-09-09"), {}})) == "zaak.fout.voor_vraag");
            CHECK(key_of(z.zaken.record_antwoord(z.ruben(), {second.taak.id, Taakuitkomst::beantwoord, "Ook", day("2026-09-29"), {}})) == "zaak.fout.datum_toekomst");
            const ZaaktaakBeeld answered = z.zaken.record_antwoord(access::system_caller("mijn"), {second.taak.id, Taakuitkomst::beantwoord, "Hier is de tekening", day("2026-09-24"), {}}).value();
            CHECK(answered.taak.uitkomst == Taakuitkomst::beantwoord);
            CHECK_FALSE(z.stored(id).opgeschort);
            CHECK(z.stored(id).laatste_datum == day("2026-11-09"));  // worked date 14
            CHECK(z.zaak_faults().empty());
        },
        "2026-09-01 10:00");
}

TEST_CASE("a question that a template made waits to be asked; without suspension the clocks run on") {
    in_each_zaken([](Zaken& z) {
        auto type = Zaken::kapvergunning();
        type.code = "met-vraag";
        type.opschorten = false;
        type.taken = {{"Vraag om een foto", Taaksoort::vraag_aan_aanvrager, "ontvangen", 3}, {"Teamleider akkoord", Taaksoort::akkoord, "in-behandeling", 2}};
        const auto id = z.made(z.nieuw(z.published(type, z.v.oeverland, z.v.vergunningen))).zaak.id;
        ZaakBeeld beeld = z.beeld(id);
        REQUIRE(beeld.taken.size() == 1);
        CHECK(beeld.taken[0].taak.uiterlijk_datum == day("2026-11-26"));
        CHECK_FALSE(beeld.taken[0].taak.gesteld_op);
        CHECK(key_of(z.zaken.record_antwoord(z.ruben(), {beeld.taken[0].taak.id, Taakuitkomst::beantwoord, "x", {}, {}})) == "zaak.fout.vraag_niet_gesteld");
        VraagAanAanvrager vraag = question(z.bij(id), day("2026-12-07"));
        vraag.taak = beeld.taken[0].taak.id;
        const ZaaktaakBeeld asked = z.zaken.ask_applicant(z.ruben(), vraag).value();
        CHECK(asked.taak.id == beeld.taken[0].taak.id);
        CHECK_FALSE(asked.taak.opschorting);
        CHECK_FALSE(z.stored(id).opgeschort);
        vraag.bij = z.bij(id);
        CHECK(key_of(z.zaken.ask_applicant(z.ruben(), vraag)) == "zaak.fout.vraag_gesteld");
        CHECK(z.zaken.set_status(z.ruben(), {z.bij(id), "in-behandeling", ""}).has_value());
        CHECK(z.beeld(id).taken.size() == 2);
        z.set("2026-12-02 06:00");
        CHECK(z.zaken.remind_applicants(z.clock.now(), 100) == 0);
        z.set("2026-12-03 06:00");
        CHECK(z.zaken.remind_applicants(z.clock.now(), 100) == 1);
        CHECK(z.zaken.remind_applicants(z.clock.now(), 100) == 0);
        CHECK(z.events(id)[0].gebeurtenis == "zaak.vraag_herinnering");
        CHECK(z.zaken.record_antwoord(z.ruben(), {asked.taak.id, Taakuitkomst::niet_beantwoord, "", {}, {}}).has_value());
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("what is asked of a case without an applicant, or of one who died, is refused as words and goes on without them") {
    in_each_zaken([](Zaken& z) {
        NieuweZaak nieuw = z.nieuw(z.kap);
        nieuw.rollen.clear();
        const auto id = z.made(nieuw).zaak.id;
        CHECK_FALSE(z.beeld(id).schrijft_inwoner);
        CHECK(key_of(z.zaken.ask_applicant(z.ruben(), question(z.bij(id), day("2026-12-07")))) == "zaak.fout.geen_ontvanger");
        CHECK(key_of(z.zaken.extend(z.ruben(), {z.bij(id), Verlengingsgrond::besluit, 6, "Advies", {}, Zaken::words()})) == "zaak.fout.geen_ontvanger");
        CHECK(z.zaken.extend(z.ruben(), {z.bij(id), Verlengingsgrond::besluit, 6, "Advies", {}, {}}).has_value());
        partij::Gegevens gegevens;
        gegevens.wie = partij::Persoon{{"", "Henk", "", "Bos"}, {}, {}};
        gegevens.indicaties.overleden = true;
        nieuw.rollen = {{Rolsoort::initiator, z.partijen.create(access::system_caller("proef"), z.v.oeverland, gegevens).value(), {}, {}, {}, {}, {}}};
        const auto dead = z.made(nieuw).zaak.id;
        CHECK_FALSE(z.beeld(dead).schrijft_inwoner);
        CHECK(z.zaken.extend(z.ruben(), {z.bij(dead), Verlengingsgrond::besluit, 6, "Advies", {}, {}}).has_value());
    });
}

}  // namespace dichtbij::zaak::zaak_taken_test
