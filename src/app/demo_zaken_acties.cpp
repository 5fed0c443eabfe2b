// What is done in a case that the applicant hears of: questions, the term, promises, the decision and the end.
#include <algorithm>

#include "app/demo_zaken_beurt.h"
#include "zaak/overgang.h"
#include "zaak/zaak_toezegging_service.h"

namespace dichtbij::app::demo {
namespace {

constexpr std::string_view ontbreekt[] = {"De stukken kwamen op papier binnen en liggen in de map van de zaak.", "Staat in de brief, die apart is bewaard.", "Is bij de intake bekeken en niet bewaard."};

}  // namespace

// The words of the template of the gemeente, filled in; none when there is nobody to write to.
std::optional<zaak::Inwonerbericht> Zaakbehandeling::message(store::Tx& tx, const Beurt& b, std::string_view sjabloon, const bericht::Waarden& eigen) const {
    if (b.zaak.is_deelzaak()) return std::nullopt;
    auto voorstel = diensten_.voorstellen.concept_(tx, b.werk.id, sjabloon, eigen);
    CHECK_THAT(voorstel.has_value());
    return zaak::Inwonerbericht{std::move(voorstel->onderwerp), std::move(voorstel->tekst), {}};
}

bool Zaakbehandeling::is_decided(store::Tx& tx, const Beurt& b) const {
    const auto seen = diensten_.zaken.get(tx, access::system_caller("demo"), b.zaak.id);
    CHECK_THAT(seen.has_value());
    return std::any_of(seen->besluiten.begin(), seen->besluiten.end(), [](const auto& one) { return one.besluit.geldt(); });
}

Result<Done> Zaakbehandeling::ask(store::Tx& tx, Beurt& b) const {
    if (b.zaak.is_deelzaak() || b.zet.tot <= b.today() || b.zaak.opgeschort) return Done{};
    zaak::VraagAanAanvrager vraag;
    vraag.bij = b.bij();
    vraag.vraag = words(b, b.soort.over->vragen.empty() ? zaakwerkteksten().vragen : b.soort.over->vragen);
    vraag.antwoord_voor = b.zet.tot;
    for (const werk::Werk& one : open_tasks(tx, b)) {
        const auto taak = diensten_.zaken.taak_of_werk(tx, one.id);
        if (taak && taak->soort == zaak::Taaksoort::vraag_aan_aanvrager && !taak->gesteld_op) vraag.taak = taak->id;
    }
    // Awb 4:15: told while the term runs, or it does not stop.
    if (b.zaak.laatste_datum && b.today() >= *b.zaak.laatste_datum) vraag.termijn = zaak::VraagAanAanvrager::Termijn::loopt_door;
    bericht::Waarden eigen{{"vraag", vraag.vraag}, {"datum_antwoord", vraag.antwoord_voor}};
    if (b.werk.beloofd_op && *b.werk.beloofd_op > b.moment.nu && b.toeval.chance(75)) {
        vraag.beloofd_datum = day_of(*b.werk.beloofd_op) + days(14);
        eigen["datum_belofte"] = *vraag.beloofd_datum;
    }
    vraag.bericht = message(tx, b, "vraag", eigen);
    TRY_DONE(diensten_.zaken.ask_applicant(tx, b.caller, vraag));
    return Done{};
}

// Most answer in Mijn Dichtbij; else the casemanager notes it.
Result<Done> Zaakbehandeling::answer(store::Tx& tx, Beurt& b, zaak::Taakuitkomst uitkomst) const {
    const bool is_answered = uitkomst == zaak::Taakuitkomst::beantwoord;
    for (const werk::Werk& one : open_tasks(tx, b)) {
        const auto taak = diensten_.zaken.taak_of_werk(tx, one.id);
        if (!taak || !taak->gesteld_op) continue;
        zaak::Antwoord antwoord{taak->id, uitkomst, is_answered ? words(b, zaakwerkteksten().antwoorden_aanvrager) : std::string(), {}, {}};
        const bool is_online = is_answered && (b.toeval.chance(65) || !b.werk.aanvaard_op || !rooster_.works(b.wie, b.today()));
        TRY_DONE(diensten_.zaken.record_antwoord(tx, is_online ? access::system_caller("mijn dichtbij") : b.caller, antwoord));
        return Done{};
    }
    return Done{};
}

Result<Done> Zaakbehandeling::suspend(store::Tx& tx, Beurt& b) const {
    const bool is_in_time = b.zaak.laatste_datum && b.today() < *b.zaak.laatste_datum;
    if (!b.soort.inhoud.opschorten || b.zaak.opgeschort || !is_in_time || b.zaak.is_deelzaak() || b.zet.tot <= b.today() || is_decided(tx, b)) return Done{};
    zaak::Opschorten act;
    act.bij = b.bij();
    act.grond = zaak::Opschortingsgrond::instemming;
    act.reden = words(b, zaakwerkteksten().redenen_opschorten);
    act.tot_uiterlijk = b.zet.tot;
    bericht::Waarden eigen{{"reden", act.reden}, {"opgeschort_tot", b.zet.tot}};
    if (b.werk.beloofd_op && *b.werk.beloofd_op > b.moment.nu) {
        act.beloofd_datum = std::max(day_of(*b.werk.beloofd_op), b.zet.tot) + days(7);
        eigen["datum_belofte"] = *act.beloofd_datum;
    }
    act.bericht = message(tx, b, "opgeschort", eigen);
    TRY_DONE(diensten_.zaken.suspend(tx, b.caller, act));
    return Done{};
}

Result<Done> Zaakbehandeling::resume(store::Tx& tx, Beurt& b) const {
    if (!b.zaak.opgeschort) return Done{};
    TRY(const zaak::ZaakBeeld beeld, diensten_.zaken.get(tx, b.caller, b.zaak.id));
    if (!beeld.termijn) return Done{};
    for (const zaak::Opschorting& one : beeld.termijn->opschortingen) {
        if (!one.loopt() || one.grond != zaak::Opschortingsgrond::instemming) continue;
        TRY_DONE(diensten_.zaken.resume(tx, b.caller, {b.bij(), one.grond, {}, "", {}, {}}));
        return Done{};
    }
    return Done{};
}

Result<Done> Zaakbehandeling::extend(store::Tx& tx, Beurt& b) const {
    const auto& allowed = b.soort.inhoud.verlengen;
    const bool is_in_time = b.zaak.laatste_datum && b.today() <= *b.zaak.laatste_datum;
    if (allowed.keren == 0 || !is_in_time || b.zaak.opgeschort || b.zaak.is_deelzaak() || is_decided(tx, b)) return Done{};
    zaak::Verlengen act;
    act.bij = b.bij();
    act.aantal = std::max(1, allowed.aantal - (b.toeval.chance(40) ? 2 : 0));
    act.reden = words(b, zaakwerkteksten().redenen_verlengen);
    bericht::Waarden eigen{{"reden", act.reden}};
    if (b.werk.beloofd_op && b.zet.tot > std::max(b.today(), day_of(*b.werk.beloofd_op))) {
        act.beloofd_datum = b.zet.tot;
        eigen["datum_belofte_oud"] = day_of(*b.werk.beloofd_op);
        eigen["datum_belofte"] = b.zet.tot;
    }
    act.bericht = message(tx, b, "verlengd", eigen);
    if (!act.beloofd_datum) act.bericht = zaak::Inwonerbericht{"", "", "Aan de telefoon verteld, met de reden."};
    TRY_DONE(diensten_.zaken.extend(tx, b.caller, act));
    return Done{};
}

Result<Done> Zaakbehandeling::move(store::Tx& tx, Beurt& b) const {
    if (!b.werk.beloofd_op || b.zet.tot <= std::max(b.today(), day_of(*b.werk.beloofd_op))) return Done{};
    zaak::Belofteverzetting act{b.zaak.id, {b.werk.id, b.werk.versie}, b.zet.tot, words(b, zaakwerkteksten().redenen_verzetten), {}, werk::OpVerzoek{}};
    const int hoe = b.toeval.below(100);
    if (hoe >= 92) act.verteld = werk::NietTeBereiken{vuller_.fill("Gebeld om {tijd}, geen gehoor en geen voicemail.", b.plek, b.toeval)};
    else if (hoe < 82) act.bericht = message(tx, b, "belofte_verzet", {{"reden", act.reden}, {"datum_belofte_oud", day_of(*b.werk.beloofd_op)}, {"datum_belofte", b.zet.tot}});
    TRY_DONE(zaak::verzet_belofte(tx, {diensten_.store, diensten_.zaken, diensten_.werk, diensten_.berichten}, b.caller, act));
    return Done{};
}

Result<Done> Zaakbehandeling::default_notice(store::Tx& tx, Beurt& b) const {
    const bool is_late = b.zaak.laatste_datum && b.today() > *b.zaak.laatste_datum;
    if (!b.soort.inhoud.dwangsom || !is_late || b.zaak.opgeschort || b.zaak.is_deelzaak() || is_decided(tx, b)) return Done{};
    zaak::NieuweIngebrekestelling act;
    act.bij = b.bij();
    act.toelichting = words(b, zaakwerkteksten().ingebrekestellingen);
    const auto seen = diensten_.zaken.get(tx, b.caller, b.zaak.id);
    if (!seen || seen->dwangsom) return Done{};
    TRY_DONE(diensten_.zaken.record_ingebrekestelling(tx, b.caller, act));
    return Done{};
}

// What is not decided in writing is told when it ends.
Result<Done> Zaakbehandeling::decide(store::Tx& tx, Beurt& b) const {
    const Zaakuitslag& uitslag = outcome_of(b.moment.zaak);
    if (uitslag.besluit.empty() || zaak::rechtsmiddel_van(b.soort.inhoud) == zaak::Rechtsmiddel::geen || is_decided(tx, b)) return Done{};
    zaak::NieuwBesluit besluit;
    besluit.bij = b.bij();
    besluit.omschrijving = vuller_.fill(uitslag.besluit, b.plek, b.toeval);
    besluit.toelichting = vuller_.fill(uitslag.reden, b.plek, b.toeval);
    besluit.verzonden_datum = b.today();
    TRY(const norm::Einde bezwaar, zaak::reactietermijn(b.today()));
    besluit.bericht = message(tx, b, "besluit", {{"besluit", besluit.omschrijving}, {"reden", besluit.toelichting}, {"datum_bezwaar", bezwaar.datum}});
    besluit.ontbreekt_omdat = ontbreekt[0];
    TRY_DONE(diensten_.zaken.add_besluit(tx, b.caller, besluit));
    return Done{};
}

Result<Done> Zaakbehandeling::close(store::Tx& tx, Beurt& b) const {
    TRY(const zaak::ZaakBeeld beeld, diensten_.zaken.get(tx, b.caller, b.zaak.id));
    for (const auto& deel : beeld.deelzaken)
        if (deel.zaak.is_open()) {
            b.wacht_tot = b.moment.nu + days(2);
            return Done{};
        }
    const Zaakuitslag& uitslag = outcome_of(b.moment.zaak);
    zaak::Sluiting sluiting;
    sluiting.bij = b.bij();
    sluiting.resultaat = uitslag.resultaat;
    sluiting.toelichting = beeld.besluiten.empty() ? vuller_.fill(uitslag.reden, b.plek, b.toeval) : std::string();
    sluiting.ontbreekt_omdat = b.toeval.pick(ontbreekt);
    TRY_DONE(diensten_.zaken.close(tx, b.caller, sluiting));
    return Done{};
}

Result<Done> Zaakbehandeling::withdraw(store::Tx& tx, Beurt& b) const {
    if (zaak::resultaattype(b.soort.inhoud, "ingetrokken") == nullptr) return Done{};
    TRY(const zaak::ZaakBeeld beeld, diensten_.zaken.get(tx, b.caller, b.zaak.id));
    if (std::any_of(beeld.deelzaken.begin(), beeld.deelzaken.end(), [](const auto& one) { return one.zaak.is_open(); })) return Done{};
    TRY_DONE(diensten_.zaken.withdraw(tx, b.caller, {b.bij(), "", words(b, zaakwerkteksten().intrekkingen), {}}));
    return Done{};
}

Result<Done> Zaakbehandeling::reopen(store::Tx& tx, Beurt& b) const {
    zaak::Heropening act{b.bij(), words(b, zaakwerkteksten().heropend), {}};
    const auto& kalender = *wereld_.kalenders[b.moment.zaak.gemeente];
    const auto day = kalender.add_working_days(b.today(), std::max(1, b.soort.inhoud.servicenorm.aantal));
    act.bericht = message(tx, b, "heropend", {{"reden", act.reden}, {"datum_belofte", day ? *day : b.today() + days(28)}});
    TRY_DONE(diensten_.zaken.reopen(tx, b.caller, act));
    return Done{};
}

}  // namespace dichtbij::app::demo
