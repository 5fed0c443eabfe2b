#include <algorithm>

#include "base/text.h"
#include "zaak/archief.h"
#include "zaak/besluit_store.h"
#include "zaak/overgang.h"
#include "zaak/termijn_store.h"
#include "zaak/zaak_act_service.h"
#include "zaak/zaak_store.h"

namespace dichtbij::zaak {
namespace {

// Of a case that ended: the end of its main case decides when it may go, or that of related ones.
std::vector<Id<dichtbij::Zaak>> waiting_for(store::Tx& tx, const Zaak& zaak) {
    std::vector<Id<dichtbij::Zaak>> found;
    for (const Zaak& one : deelzaken_of(tx, zaak.id)) found.push_back(one.id);
    for (const Relatie& one : relaties_of(tx, zaak.id)) found.push_back(one.andere);
    return found;
}

}  // namespace

Result<Zaak> ZaakService::change(const access::Caller& caller, const Wijziging& wijziging) {
    return store_.write([&](store::Tx& tx) { return change(tx, caller, wijziging); });
}

Result<Zaak> ZaakService::change(store::Tx& tx, const access::Caller& caller, const Wijziging& wijziging) {
    TRY(Act act, begin_open(tx, caller, wijziging.bij));
    if (auto errors = problems(wijziging); !errors.empty()) return invalid(std::move(errors));
    std::string changed;
    const auto set = [&](auto& field, auto value, std::string_view name) {
        if (field == value) return;
        field = std::move(value);
        changed += (changed.empty() ? "" : ",") + std::string(name);
    };
    set(act.zaak.omschrijving, cleaned(wijziging.omschrijving), "omschrijving");
    set(act.zaak.toelichting, cleaned(wijziging.toelichting), "toelichting");
    set(act.zaak.vertrouwelijkheid, wijziging.vertrouwelijkheid, "vertrouwelijkheid");
    if (changed.empty()) return act.zaak;
    if (act.zaak.omschrijving != act.before.omschrijving) {
        werk::Werk titled = act.werk;
        titled.titel = act.zaak.omschrijving;
        TRY(act.werk, werk_.correct(tx, caller, titled));
    }
    return finish(act, "zaak.gewijzigd", {{"velden", changed}});
}

Result<Zaak> ZaakService::set_status(const access::Caller& caller, const Statuswijziging& wijziging) {
    return store_.write([&](store::Tx& tx) { return set_status(tx, caller, wijziging); });
}

Result<Zaak> ZaakService::set_status(store::Tx& tx, const access::Caller& caller, const Statuswijziging& wijziging) {
    TRY(Act act, begin_open(tx, caller, wijziging.bij));
    if (auto error = werk::check_text("toelichting", wijziging.toelichting, toelichting_limit)) return invalid({*error});
    if (auto error = check_overgang(act.type, act.zaak.status, wijziging.status, wijziging.toelichting)) return invalid({*error});
    act.zaak.status = wijziging.status;
    insert_status(tx, {ids_.next(), act.zaak.id, act.zaak.status, act.now, act.door(), cleaned(wijziging.toelichting)});
    TRY_DONE(make_tasks_of_status(act));
    return finish(act, "zaak.status_gezet", {{"van", act.before.status}, {"status", act.zaak.status}}, wijziging.toelichting);
}

std::vector<FieldError> ZaakService::missing(const Act& act, std::initializer_list<zaaktype::Verplichtbij> moments) const {
    const std::set<std::string> present = documenttypen_of(act.tx, act.zaak.id);
    std::vector<FieldError> errors;
    for (const auto& wanted : act.type.documenttypen)
        if (std::find(moments.begin(), moments.end(), wanted.verplicht_bij) != moments.end() && !present.contains(wanted.code))
            errors.push_back({"ontbreekt_omdat", std::string(document_ontbreekt), {wanted.naam.nl, wanted.naam.en.empty() ? wanted.naam.nl : wanted.naam.en}});
    return errors;
}

Result<Zaak> ZaakService::close(const access::Caller& caller, const Sluiting& sluiting) {
    return store_.write([&](store::Tx& tx) { return close(tx, caller, sluiting); });
}

Result<Zaak> ZaakService::close(store::Tx& tx, const access::Caller& caller, const Sluiting& sluiting) {
    TRY(Act act, begin_open(tx, caller, sluiting.bij));
    std::vector<FieldError> errors;
    for (const auto& [field, text, limit] : {std::tuple{"toelichting", &sluiting.toelichting, toelichting_limit}, {"ontbreekt_omdat", &sluiting.ontbreekt_omdat, reden_limit}})
        if (auto error = werk::check_text(field, *text, limit)) errors.push_back(std::move(*error));
    const auto* resultaat = resultaattype(act.type, sluiting.resultaat);
    if (resultaat == nullptr) errors.push_back({"resultaat", sluiting.resultaat.empty() ? "fout.veld.verplicht" : "zaak.fout.resultaat_onbekend", {}});
    // Awb: a decision on an application (4:17 gives the penalty for its absence) or on an objection.
    const bool decides = act.type.dwangsom || act.type.aanleiding == zaaktype::Aanleiding::bezwaar;
    auto lacking = missing(act, {zaaktype::Verplichtbij::aanvraag, zaaktype::Verplichtbij::besluit});
    if (decides && !besloten_op(tx, act.zaak.id)) lacking.insert(lacking.begin(), {"ontbreekt_omdat", "zaak.fout.besluit_ontbreekt", {}});
    if (trimmed(sluiting.ontbreekt_omdat).empty()) errors.insert(errors.end(), lacking.begin(), lacking.end());
    if (!errors.empty()) return invalid(std::move(errors));
    TRY_DONE(tell(act, "afgesloten", sluiting.bericht, Woorden::mag));
    TRY_DONE(end(act, *resultaat, werk::Uitkomst::beantwoord));
    werk::Kenmerken kenmerken = end_kenmerken(act.zaak);
    if (!lacking.empty()) kenmerken.emplace_back("ontbreekt", std::to_string(lacking.size()));
    TRY(Zaak ended, finish(act, "zaak.gesloten", std::move(kenmerken),
                           lacking.empty() ? sluiting.toelichting : sluiting.toelichting + "\n" + sluiting.ontbreekt_omdat));
    derive_archive_of_those_that_wait(tx, ended);
    return ended;
}

Result<Zaak> ZaakService::withdraw(const access::Caller& caller, const IntrekkingAanvraag& intrekking) {
    return store_.write([&](store::Tx& tx) { return withdraw(tx, caller, intrekking); });
}

Result<Zaak> ZaakService::withdraw(store::Tx& tx, const access::Caller& caller, const IntrekkingAanvraag& intrekking) {
    TRY(Act act, begin_open(tx, caller, intrekking.bij));
    if (auto error = werk::check_text("reden", intrekking.reden, reden_limit)) return invalid({*error});
    const auto* resultaat = resultaattype(act.type, intrekking.resultaat.empty() ? "ingetrokken" : intrekking.resultaat);
    if (resultaat == nullptr) return invalid("resultaat", intrekking.resultaat.empty() ? "fout.veld.verplicht" : "zaak.fout.resultaat_onbekend");
    TRY_DONE(tell(act, "ingetrokken", intrekking.bericht, Woorden::mag));
    TRY_DONE(end(act, *resultaat, werk::Uitkomst::ingetrokken));
    TRY(Zaak ended, finish(act, "zaak.ingetrokken", end_kenmerken(act.zaak), intrekking.reden));
    derive_archive_of_those_that_wait(tx, ended);
    return ended;
}

Result<Zaak> ZaakService::reopen(const access::Caller& caller, const Heropening& heropening) {
    return store_.write([&](store::Tx& tx) { return reopen(tx, caller, heropening); });
}

Result<Zaak> ZaakService::reopen(store::Tx& tx, const access::Caller& caller, const Heropening& heropening) {
    TRY(Act act, begin(tx, caller, heropening.bij));
    if (auto error = werk::check_required("reden", heropening.reden, reden_limit)) return invalid({*error});
    if (act.zaak.is_open()) return conflict("open already: zaak " + act.zaak.id.text(), "zaak.fout.open");
    if (act.zaak.archiefstatus != Archiefstatus::nog_te_archiveren) return conflict("archived", "zaak.fout.gearchiveerd");
    if (act.zaak.hoofdzaak)
        if (const auto hoofdzaak = find_zaak(tx, *act.zaak.hoofdzaak); hoofdzaak && !hoofdzaak->is_open())
            return conflict("the main case is closed", "zaak.fout.hoofdzaak_gesloten");
    TRY_DONE(tell(act, "heropend", heropening.bericht, Woorden::verplicht));
    act.zaak.resultaat.clear();
    act.zaak.gesloten_op.reset();
    act.zaak.einddatum.reset();
    act.zaak.archiefnominatie.reset();
    act.zaak.archiefactiedatum.reset();
    act.zaak.zonder_archiefdatum.reset();
    act.zaak.status = laatste_status(act.type);
    insert_status(tx, {ids_.next(), act.zaak.id, act.zaak.status, act.now, act.door(), cleaned(heropening.reden)});
    TRY(const auto belofte, first_promise(act.type, act.today, act.today, *act.kalender));
    TRY(act.werk, werk_.reopen(tx, caller, {act.werk.id, act.werk.versie}, {heropening.reden, belofte}));
    TRY_DONE(keep_term(act));
    TRY(Zaak open, finish(act, "zaak.heropend", {{"status", act.zaak.status}}, heropening.reden));
    derive_archive_of_those_that_wait(tx, open);
    return open;
}

Result<Zaak> ZaakService::set_archiefdatum(const access::Caller& caller, const Archiefdatum& asked) {
    return store_.write([&](store::Tx& tx) { return set_archiefdatum(tx, caller, asked); });
}

Result<Zaak> ZaakService::set_archiefdatum(store::Tx& tx, const access::Caller& caller, const Archiefdatum& asked) {
    TRY(Act act, begin(tx, caller, asked.bij));
    if (auto error = werk::check_required("reden", asked.reden, reden_limit)) return invalid({*error});
    if (act.zaak.is_open()) return conflict("open: zaak " + act.zaak.id.text(), "zaak.fout.open");
    if (!act.zaak.zonder_archiefdatum || *act.zaak.zonder_archiefdatum == Zonder_archiefdatum::blijvend_bewaren)
        return conflict("the day follows from the result", "zaak.fout.archiefdatum_volgt");
    if (asked.archiefactiedatum < *act.zaak.einddatum) return invalid("archiefactiedatum", "zaak.fout.archiefdatum_voor_einde");
    act.zaak.archiefactiedatum = asked.archiefactiedatum;
    act.zaak.zonder_archiefdatum.reset();
    return finish(act, "zaak.archiefdatum", {{"archiefactiedatum", to_iso(asked.archiefactiedatum)}}, asked.reden);
}

werk::Kenmerken ZaakService::end_kenmerken(const Zaak& zaak) const {
    werk::Kenmerken kenmerken{{"resultaat", zaak.resultaat}, {"einddatum", to_iso(*zaak.einddatum)}};
    if (zaak.archiefactiedatum) kenmerken.emplace_back("archiefactiedatum", to_iso(*zaak.archiefactiedatum));
    if (zaak.zonder_archiefdatum) kenmerken.emplace_back("zonder_archiefdatum", code_of(*zaak.zonder_archiefdatum));
    return kenmerken;
}

// What runs in it ends first, so that clocks stop on what is stored.
Result<Done> ZaakService::end(Act& act, const zaaktype::Resultaattype& resultaat, werk::Uitkomst uitkomst) {
    for (const Zaak& one : deelzaken_of(act.tx, act.zaak.id))
        if (one.is_open()) return conflict("a deelzaak is open: " + one.id.text(), "zaak.fout.deelzaken_open");
    TRY_DONE(end_suspensions(act, act.today));
    TRY_DONE(keep_term(act));
    TRY_DONE(end_tasks(act));
    act.zaak.resultaat = resultaat.code;
    act.zaak.gesloten_op = act.now;
    act.zaak.einddatum = act.today;
    act.zaak.status = eindstatus(act.type);
    insert_status(act.tx, {ids_.next(), act.zaak.id, act.zaak.status, act.now, act.door(), {}});
    derive_archive(act.tx, act.zaak, act.type);
    TRY(werk::Gedaan closed, werk_.close(act.tx, act.caller, act.werk.id, act.werk.versie, {uitkomst, {{"resultaat", resultaat.code}}, {}}));
    act.werk = std::move(closed.werk);
    return Done{};
}

Result<Done> ZaakService::end_tasks(Act& act) {
    for (Zaaktaak taak : zaaktaken_of(act.tx, act.zaak.id)) {
        if (!taak.is_open()) continue;
        taak.uitkomst = Taakuitkomst::vervallen;
        taak.afgerond_op = act.now;
        taak.afgerond_door = act.door();
        save_zaaktaak(act.tx, taak);
    }
    return Done{};  // their work ends with that of the case
}

void ZaakService::derive_archive(store::Tx& tx, Zaak& zaak, const zaaktype::Zaaktype& type) const {
    const auto* resultaat = resultaattype(type, zaak.resultaat);
    CHECK_THAT(resultaat != nullptr && zaak.einddatum);
    Archiefgegevens known;
    known.einddatum = *zaak.einddatum;
    if (zaak.hoofdzaak)
        if (const auto hoofdzaak = find_zaak(tx, *zaak.hoofdzaak)) known.einddatum_hoofdzaak = hoofdzaak->einddatum;
    for (const Relatie& one : relaties_of(tx, zaak.id))
        if (const auto other = find_zaak(tx, one.andere)) known.gerelateerde.push_back(other->einddatum);
    known.besluiten = besluiten_of(tx, zaak.id);
    known.eigenschappen = eigenschappen_of(tx, zaak.id);
    set_archivering(zaak, archivering(type, resultaat->archief, known));
}

void ZaakService::derive_archive_of_those_that_wait(store::Tx& tx, const Zaak& zaak) {
    for (const auto& id : waiting_for(tx, zaak)) {
        auto other = find_zaak(tx, id);
        if (!other || other->is_open()) continue;
        const auto blad = zaaktype::versie(tx, other->zaaktype_versie);
        CHECK_THAT(blad.has_value());
        const auto* resultaat = resultaattype(blad->inhoud, other->resultaat);
        CHECK_THAT(resultaat != nullptr);
        const auto afleiding = resultaat->archief.afleiding;
        if (afleiding != zaaktype::Afleiding::hoofdzaak && afleiding != zaaktype::Afleiding::gerelateerde_zaak) continue;
        Zaak derived = *other;
        derive_archive(tx, derived, blad->inhoud);
        if (derived == *other) continue;
        ++derived.versie;
        CHECK_THAT(save_zaak(tx, derived));
    }
}

}  // namespace dichtbij::zaak
