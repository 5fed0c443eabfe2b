#include <algorithm>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "zaak/besluit_store.h"
#include "zaak/termijn_store.h"
#include "zaak/zaak_act_service.h"
#include "zaak/zaak_store.h"

namespace dichtbij::zaak {
namespace {

constexpr int usual_working_days = 5;    // of a task that says no day
constexpr int reminder_working_days = 2; // before the answer of an applicant is due

bool tells(Taaksoort soort, Taakuitkomst uitkomst) {
    if (uitkomst == Taakuitkomst::beantwoord || uitkomst == Taakuitkomst::negatief) return true;
    const bool is_advice = soort == Taaksoort::intern_advies || soort == Taaksoort::extern_advies;
    return is_advice && uitkomst != Taakuitkomst::vervallen;
}

// Lists show work inside a case by its own day, and its owner is reminded in the morning of it.
werk::Werk due_on(werk::Werk werk, Day day, const norm::ServiceCalendar& kalender, Instant now) {
    werk.orde_op = kalender.end_of(day);
    const auto is_working = kalender.is_working_day(day);
    const Instant morning = is_working && *is_working ? kalender.opening_of(day) : start_of(day);
    werk.herinnering_op = morning > now ? std::optional(morning) : std::nullopt;
    return werk;
}

werk::Kenmerken kenmerken_of(const ZaaktaakBeeld& beeld) {
    return {{"taak", beeld.taak.id.text()}, {"soort", code_of(beeld.taak.soort)}, {"eigenaar", beeld.werk.eigenaar.text()},
            {"uiterlijk_datum", to_iso(beeld.taak.uiterlijk_datum)}};
}

std::string words_of(const Zaaktaak& taak) { return taak.toelichting.empty() ? taak.naam : taak.naam + "\n" + taak.toelichting; }

}  // namespace

// Its work hangs under that of the case.
Result<ZaaktaakBeeld> ZaakService::store_taak(Act& act, Zaaktaak taak, const std::optional<werk::Bestemming>& naar) {
    if (zaaktaken_of(act.tx, act.zaak.id).size() >= zaaktaken_limit) return conflict("too many tasks", "zaak.fout.te_veel_taken");
    taak.id = ids_.make<dichtbij::Zaaktaak>();
    taak.zaak = act.zaak.id;
    taak.gemeente = act.zaak.gemeente;
    taak.nummer = new_nummer(act.tx, taak.gemeente, 'A', act.now);
    const werk::Werk& ouder = act.werk;
    werk::Opening opening;
    opening.soort = werk::Soort::zaaktaak;
    opening.object = taak.id.bytes;
    opening.nummer = taak.nummer;
    opening.titel = taak.naam;
    opening.gemeente = ouder.gemeente;
    opening.partij = ouder.partij;
    opening.kanaal = ouder.kanaal;
    opening.product = ouder.product;
    opening.onderwerp = ouder.onderwerp;
    opening.taal = ouder.taal;
    opening.afhandelniveau = ouder.afhandelniveau;
    opening.domein = ouder.domein;
    opening.team = ouder.team;
    opening.toegewezen_aan = ouder.toegewezen_aan;
    opening.ouder = ouder.id;
    opening.op = act.now;
    if (naar && !std::holds_alternative<werk::NaarRoutering>(*naar)) {
        const auto* person = std::get_if<werk::NaarMedewerker>(&*naar);
        opening.team = person != nullptr ? person->team : std::get<werk::NaarTeam>(*naar).team;
        opening.toegewezen_aan = person != nullptr ? std::optional(person->medewerker) : std::nullopt;
        TRY_DONE(werk_.check_destination(act.tx, opening.gemeente, opening.team, opening.toegewezen_aan));
        TRY(const organisatie::Team team, organisatie::team(act.tx, opening.team));
        // Whoever works there could not read it.
        if (!ouder.domein.empty() && person == nullptr && team.domein != ouder.domein) return invalid("naar", "zaak.fout.team_buiten_domein");
    }
    TRY(werk::Werk werk, werk_.open(act.tx, act.caller, opening));
    if (naar && std::holds_alternative<werk::NaarRoutering>(*naar)) {
        TRY(werk::Gedaan given, werk_.hand_on(act.tx, act.caller, {werk.id, werk.versie}, {*naar, taak.naam}));
        werk = std::move(given.werk);
    }
    taak.werk = werk.id;
    insert_zaaktaak(act.tx, taak);
    werk = werk_.touch(act.tx, act.caller, due_on(std::move(werk), taak.uiterlijk_datum, *act.kalender, act.now), "zaak.taak_gemaakt");
    return ZaaktaakBeeld{std::move(taak), std::move(werk)};
}

Result<Done> ZaakService::make_tasks_of_status(Act& act) {
    const auto made = zaaktaken_of(act.tx, act.zaak.id);
    for (const auto& sjabloon : act.type.taken) {
        if (sjabloon.bij_status != act.zaak.status) continue;
        // A case that went back and comes here again has it already.
        if (std::any_of(made.begin(), made.end(), [&](const auto& one) { return one.sjabloon == sjabloon.naam && one.uitkomst != Taakuitkomst::vervallen; })) continue;
        Zaaktaak taak;
        taak.naam = sjabloon.naam;
        taak.soort = sjabloon.soort;
        taak.sjabloon = sjabloon.naam;
        TRY(taak.uiterlijk_datum, act.kalender->add_working_days(act.today, std::max(1, sjabloon.werkdagen)));
        TRY(const ZaaktaakBeeld beeld, store_taak(act, std::move(taak), {}));
        journal::Entry entry = zaak_entry(act.caller, act.now, "zaak.taak_gemaakt", act.zaak, act.werk);
        entry.kenmerken = kenmerken_of(beeld);
        entry.toelichting = words_of(beeld.taak);
        journal::append(act.tx, entry);
    }
    return Done{};
}

Result<ZaaktaakBeeld> ZaakService::add_taak(const access::Caller& caller, const NieuweZaaktaak& nieuw) {
    return store_.write([&](store::Tx& tx) { return add_taak(tx, caller, nieuw); });
}

Result<ZaaktaakBeeld> ZaakService::add_taak(store::Tx& tx, const access::Caller& caller, const NieuweZaaktaak& nieuw) {
    TRY(Act act, begin_open(tx, caller, nieuw.bij));
    if (auto errors = problems(nieuw, act.today); !errors.empty()) return invalid(std::move(errors));
    Zaaktaak taak;
    taak.naam = cleaned(nieuw.naam);
    taak.soort = nieuw.soort;
    taak.toelichting = cleaned(nieuw.toelichting);
    if (nieuw.uiterlijk_datum) taak.uiterlijk_datum = *nieuw.uiterlijk_datum;
    else {
        TRY(taak.uiterlijk_datum, act.kalender->add_working_days(act.today, usual_working_days));
    }
    TRY(ZaaktaakBeeld made, store_taak(act, std::move(taak), nieuw.naar));
    TRY_DONE(finish(act, "zaak.taak_gemaakt", kenmerken_of(made), words_of(made.taak)));
    return made;
}

Result<ZaaktaakBeeld> ZaakService::ask_applicant(const access::Caller& caller, const VraagAanAanvrager& vraag) {
    return store_.write([&](store::Tx& tx) { return ask_applicant(tx, caller, vraag); });
}

Result<ZaaktaakBeeld> ZaakService::ask_applicant(store::Tx& tx, const access::Caller& caller, const VraagAanAanvrager& vraag) {
    TRY(Act act, begin_open(tx, caller, vraag.bij));
    if (auto errors = problems(vraag, act.today); !errors.empty()) return invalid(std::move(errors));
    if (!ontvanger(tx, act.zaak, act.today)) return conflict("nobody to ask", act.zaak.is_deelzaak() ? "zaak.fout.deelzaak_bericht" : "zaak.fout.geen_ontvanger");
    ZaaktaakBeeld beeld;
    if (vraag.taak) {
        const auto found = find_zaaktaak(tx, *vraag.taak);
        if (!found || found->zaak != act.zaak.id || found->soort != Taaksoort::vraag_aan_aanvrager) return not_found("question " + vraag.taak->text());
        if (!found->is_open() || found->gesteld_op) return conflict("asked already", "zaak.fout.vraag_gesteld");
        werk::Werk werk = due_on(werk_.stored(tx, found->werk).value(), vraag.antwoord_voor, *act.kalender, act.now);
        beeld = {*found, werk_.touch(tx, caller, std::move(werk), "zaak.vraag_gesteld")};
    } else {
        Zaaktaak taak;
        taak.naam = shortened(cleaned(vraag.vraag), taaknaam_limit);
        taak.soort = Taaksoort::vraag_aan_aanvrager;
        taak.uiterlijk_datum = vraag.antwoord_voor;
        TRY(beeld, store_taak(act, std::move(taak), {}));
    }
    Zaaktaak& taak = beeld.taak;
    taak.toelichting = cleaned(vraag.vraag);
    taak.uiterlijk_datum = vraag.antwoord_voor;
    taak.gesteld_op = act.now;
    if (vraag.termijn == VraagAanAanvrager::Termijn::staat_stil && act.type.opschorten && !besloten_op(tx, act.zaak.id)) {
        TRY(taak.opschorting, suspend_for(act, vraag));
    }
    save_zaaktaak(tx, taak);
    TRY_DONE(promise(act, vraag.beloofd_datum, vraag.vraag, vraag.bericht));
    TRY_DONE(tell(act, "vraag", vraag.bericht, Woorden::verplicht));
    TRY_DONE(finish(act, "zaak.vraag_gesteld", {{"taak", taak.id.text()}, {"antwoord_voor", to_iso(vraag.antwoord_voor)}, {"opgeschort", taak.opschorting ? "1" : "0"}},
                    vraag.vraag));
    return beeld;
}

// A second question waits in the suspension of the first, until the later of their days.
Result<Uuid> ZaakService::suspend_for(Act& act, const VraagAanAanvrager& vraag) {
    const auto grond = act.type.aanleiding == zaaktype::Aanleiding::bezwaar ? Opschortingsgrond::herstel_verzuim : Opschortingsgrond::aanvulling;
    for (Opschorting running : opschortingen_of(act.tx, act.zaak.id)) {
        if (!running.loopt() || running.grond != grond) continue;
        running.tot_uiterlijk = std::max(running.tot_uiterlijk.value_or(vraag.antwoord_voor), vraag.antwoord_voor);
        save_opschorting(act.tx, running);
        return running.id;
    }
    Opschorten asked;
    asked.bij = vraag.bij;
    asked.grond = grond;
    asked.reden = vraag.vraag;
    asked.tot_uiterlijk = vraag.antwoord_voor;
    TRY(const Opschorting row, start_suspension(act, asked));
    return row.id;
}

Result<ZaaktaakBeeld> ZaakService::record_antwoord(const access::Caller& caller, const Antwoord& antwoord) {
    return store_.write([&](store::Tx& tx) { return record_antwoord(tx, caller, antwoord); });
}

Result<ZaaktaakBeeld> ZaakService::record_antwoord(store::Tx& tx, const access::Caller& caller, const Antwoord& antwoord) {
    TRY(ZaaktaakBeeld found, open_taak(tx, caller, antwoord.taak));
    if (found.taak.soort != Taaksoort::vraag_aan_aanvrager || !found.taak.gesteld_op) return conflict("not asked", "zaak.fout.vraag_niet_gesteld");
    TRY_DONE(check_end(found.taak, antwoord.uitkomst, antwoord.antwoord));
    const auto zaak = find_zaak(tx, found.taak.zaak);
    CHECK_THAT(zaak.has_value());
    // Whoever works on the task need not be of the case's team.
    const access::Caller system = access::system_caller(caller.scherm);
    TRY(const Act of_case, begin_open(tx, system, {zaak->id, zaak->versie}));
    Act act{tx, caller, of_case.now, of_case.today, of_case.before, of_case.zaak, of_case.werk, of_case.type, of_case.kalender};
    const Day received = antwoord.ontvangen_datum.value_or(act.today);
    if (received > act.today) return invalid("ontvangen_datum", "zaak.fout.datum_toekomst");
    if (received < day_of(*found.taak.gesteld_op)) return invalid("ontvangen_datum", "zaak.fout.voor_vraag");
    TRY(ZaaktaakBeeld done, end_taak(act, found.taak, found.werk, antwoord.uitkomst, antwoord.antwoord));
    const auto others = zaaktaken_of(tx, act.zaak.id);
    const bool still_asked = std::any_of(others.begin(), others.end(), [&](const auto& one) { return one.is_open() && one.gesteld_op && one.opschorting == done.taak.opschorting; });
    bool resumed = false;
    for (const Opschorting& row : opschortingen_of(tx, act.zaak.id))
        if (!still_asked && row.id == done.taak.opschorting && row.loopt()) {
            TRY_DONE(end_suspension(act, row, received));
            resumed = true;
        }
    TRY_DONE(tell(act, "hervat", antwoord.bericht, Woorden::mag));
    TRY_DONE(finish(act, resumed ? "zaak.hervat" : "zaak.vraag_beantwoord",
                    {{"taak", done.taak.id.text()}, {"uitkomst", code_of(antwoord.uitkomst)}, {"ontvangen_datum", to_iso(received)}}));
    return done;
}

Result<ZaaktaakBeeld> ZaakService::finish_taak(const access::Caller& caller, const Taakafronding& afronding) {
    return store_.write([&](store::Tx& tx) { return finish_taak(tx, caller, afronding); });
}

Result<ZaaktaakBeeld> ZaakService::finish_taak(store::Tx& tx, const access::Caller& caller, const Taakafronding& afronding) {
    TRY(ZaaktaakBeeld found, open_taak(tx, caller, afronding.taak));
    if (found.taak.soort == Taaksoort::vraag_aan_aanvrager && found.taak.gesteld_op)
        return record_antwoord(tx, caller, {afronding.taak, afronding.uitkomst, afronding.antwoord, {}, {}});
    TRY_DONE(check_end(found.taak, afronding.uitkomst, afronding.antwoord));
    const auto zaak = find_zaak(tx, found.taak.zaak);
    CHECK_THAT(zaak.has_value());
    const access::Caller system = access::system_caller(caller.scherm);
    TRY(const Act of_case, begin_open(tx, system, {zaak->id, zaak->versie}));
    Act act{tx, caller, of_case.now, of_case.today, of_case.before, of_case.zaak, of_case.werk, of_case.type, of_case.kalender};
    if (found.taak.soort == Taaksoort::verstuur_document && afronding.uitkomst == Taakuitkomst::gedaan) TRY_DONE(send_document(act, afronding.document));
    return end_taak(act, found.taak, found.werk, afronding.uitkomst, afronding.antwoord);
}

// An open task that the caller may end: his own or his team's, or in a case of his.
Result<ZaaktaakBeeld> ZaakService::open_taak(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Zaaktaak> id) {
    TRY(ZaaktaakBeeld found, taak(tx, caller, id));
    const auto ouder = werk_.stored(tx, found.werk.ouder.value());
    CHECK_THAT(ouder.has_value());
    if (!werk_.may_act(tx, caller, found.werk) && !werk_.may_act(tx, caller, *ouder)) return forbidden("may not act on task " + id.text());
    if (!found.taak.is_open()) return conflict("done already: task " + id.text(), "zaak.fout.taak_klaar");
    return found;
}

Result<Done> ZaakService::check_end(const Zaaktaak& taak, Taakuitkomst uitkomst, std::string_view antwoord) const {
    if (!kan_eindigen(taak.soort, uitkomst)) return invalid("uitkomst", "zaak.fout.taakuitkomst");
    const auto error = tells(taak.soort, uitkomst) ? werk::check_required("antwoord", antwoord, toelichting_limit) : werk::check_text("antwoord", antwoord, toelichting_limit);
    if (error) return invalid({*error});
    return Done{};
}

// Without the casemanager's version: what a colleague does with his task does not make what the casemanager typed stale.
Result<ZaaktaakBeeld> ZaakService::end_taak(Act& act, Zaaktaak taak, const werk::Werk& werk, Taakuitkomst uitkomst, std::string_view antwoord) {
    const access::Caller system = access::system_caller(act.caller.scherm);
    const access::Caller& closer = werk_.may_act(act.tx, act.caller, werk) ? act.caller : system;
    const werk::Uitkomst ends = uitkomst == Taakuitkomst::vervallen ? werk::Uitkomst::ingetrokken : werk::Uitkomst::beantwoord;
    TRY(werk::Gedaan closed, werk_.close(act.tx, closer, werk.id, werk.versie, {ends, {{"uitkomst_taak", code_of(uitkomst)}}, {}}));
    closed.werk = werk_.touch(act.tx, act.caller, std::move(closed.werk), "zaak.taak_afgerond");
    taak.uitkomst = uitkomst;
    taak.antwoord = cleaned(antwoord);
    taak.afgerond_op = act.now;
    taak.afgerond_door = act.door();
    save_zaaktaak(act.tx, taak);
    act.werk = werk_.touch(act.tx, act.caller, std::move(act.werk), "zaak.taak_afgerond");
    werk_.notify(act.tx, act.werk, act.werk.eigenaar, werk::Attentiesoort::antwoord_van_collega, act.caller);
    journal::Entry entry = zaak_entry(act.caller, act.now, "zaak.taak_afgerond", act.zaak, act.werk);
    entry.kenmerken = {{"taak", taak.id.text()}, {"soort", code_of(taak.soort)}, {"uitkomst", code_of(uitkomst)}};
    if (!taak.antwoord.empty()) entry.toelichting = taak.antwoord;
    journal::append(act.tx, entry);
    return ZaaktaakBeeld{std::move(taak), std::move(closed.werk)};
}

Result<ZaaktaakBeeld> ZaakService::taak(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Zaaktaak> id) {
    const auto found = find_zaaktaak(tx, id);
    if (!found) return not_found("task of a case " + id.text());
    TRY(werk::Werk werk, werk_.get(tx, caller, found->werk));
    return ZaaktaakBeeld{*found, std::move(werk)};
}

int ZaakService::remind_applicants(Instant now, int limit) {
    const access::Caller system = access::system_caller("zaak");
    return store_.write([&](store::Tx& tx) {
        int told = 0;
        // Far enough ahead for the longest closing; which of them are due is decided per calendar.
        for (Zaaktaak& taak : vragen_to_remind(tx, day_of(now) + days(7 * reminder_working_days), limit)) {
            const auto zaak = find_zaak(tx, taak.zaak);
            CHECK_THAT(zaak.has_value());
            const auto kalender = werk_.normbron().kalender(tx, zaak->gemeente);
            if (!kalender) continue;
            const auto from = (*kalender)->add_working_days(day_of(now), reminder_working_days);
            if (!from || taak.uiterlijk_datum > *from) continue;
            taak.herinnerd_op = now;
            save_zaaktaak(tx, taak);
            const auto werk = werk_.stored(tx, zaak->werk);
            CHECK_THAT(werk.has_value());
            journal::Entry entry = zaak_entry(system, now, "zaak.vraag_herinnering", *zaak, *werk);
            entry.kenmerken = {{"taak", taak.id.text()}, {"antwoord_voor", to_iso(taak.uiterlijk_datum)}};
            journal::append(tx, entry);
            ++told;
        }
        return told;
    });
}

}  // namespace dichtbij::zaak
