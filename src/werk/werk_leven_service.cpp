#include <algorithm>

#include "base/text.h"
#include "werk/attentie_store.h"
#include "werk/klok_store.h"
#include "werk/toegang_service.h"
#include "werk/toezegging_store.h"
#include "werk/werk_act_service.h"
#include "werk/werk_service.h"
#include "werk/werk_store.h"

namespace dichtbij::werk {
namespace {

norm::Normvraag normvraag_of(const Opening& opening) {
    return {opening.aanleiding, opening.kanaal, opening.product, opening.onderwerp, opening.gemeente, day_of(opening.op)};
}

norm::Normvraag normvraag_of(const Werk& werk, norm::Aanleiding aanleiding, Instant op) {
    return {aanleiding, werk.kanaal, werk.product, werk.onderwerp, werk.gemeente, day_of(op)};
}

Werk row_of(const Opening& opening, Id<dichtbij::Werk> id) {
    Werk werk;
    werk.id = id;
    werk.soort = opening.soort;
    werk.object = opening.object;
    werk.nummer = opening.nummer;
    werk.titel = shortened(cleaned(opening.titel), titel_limit);
    werk.gesprek = opening.gesprek;
    werk.gemeente = opening.gemeente;
    werk.partij = opening.partij;
    werk.kanaal = opening.kanaal;
    werk.product = opening.product;
    werk.onderwerp = opening.onderwerp;
    werk.taal = opening.taal;
    werk.afhandelniveau = opening.afhandelniveau;
    werk.domein = opening.domein;
    werk.team = opening.team;
    werk.toegewezen_aan = opening.toegewezen_aan;
    werk.ouder = opening.ouder;
    werk.telt_als_vraag = !opening.ouder;
    werk.geopend_op = opening.op;
    werk.orde_op = opening.op;
    werk.zoektekst = zoektekst_of(werk.titel, werk.nummer);
    return werk;
}

Kenmerken opened(const Werk& werk) {
    Kenmerken kenmerken{{"soort", code_of(werk.soort)},
                        {"kanaal", werk.kanaal},
                        {"team", werk.team.text()},
                        {"eigenaar", werk.eigenaar.text()},
                        {"niveau", std::to_string(werk.afhandelniveau)},
                        {"telt", werk.telt_als_vraag ? "1" : "0"},
                        {"op", to_rfc3339(werk.geopend_op)}};
    if (werk.onderwerp) kenmerken.emplace_back("onderwerp", werk.onderwerp->text());
    if (werk.product) kenmerken.emplace_back("product", werk.product->text());
    if (werk.beloofd_op) kenmerken.emplace_back("beloofd_op", to_rfc3339(*werk.beloofd_op));
    return kenmerken;
}

// How each clock ended, for the figures: {"volledig_antwoord", "gehaald"}.
void add_outcomes(Kenmerken& kenmerken, const std::vector<Werkklok>& klokken) {
    for (const Werkklok& klok : klokken)
        if (klok.klok.afloop) {
            // "wet:termijn" as "wettelijke_termijn": no figure of a norm.
            const std::string key = is_of_law(klok.klok) ? "wettelijke_" + klok.klok.norm.substr(of_law_prefix.size()) : code_of(klok.klok.meet);
            kenmerken.emplace_back(key, code_of(klok.klok.afloop->uitkomst));
        }
}

// The resident was spoken to while he asked: he has had his acknowledgement and, unless he was promised
// a call, his first reaction.
bool is_met_at_intake(const Opening& opening, norm::Meetmoment moment) {
    if (opening.gereageerd == Gereageerd::nog_niet) return false;
    if (moment == norm::Meetmoment::ontvangstbevestiging) return true;
    return moment == norm::Meetmoment::eerste_reactie && opening.aanleiding == norm::Aanleiding::vraag;
}

Fail no_norm() { return conflict("no norm promises anything for this question", "werk.fout.geen_norm"); }

Result<Belofte> belofte_of(const norm::Gekozen& gekozen, Instant op, const norm::ServiceCalendar& kalender) {
    TRY(const Instant due, norm::due_op(gekozen.norm.term, op, kalender));
    return Belofte{due, nauwkeurigheid_of(gekozen.norm.term), Herkomst::norm};
}

Result<Toezegging> first_promise(const Opening& opening, const std::vector<norm::Gekozen>& gekozen, const Werk& werk, Uuid id,
                                 const norm::ServiceCalendar& kalender) {
    std::optional<Belofte> belofte = opening.belofte;
    if (!belofte) {
        const norm::Gekozen* promise = promising(gekozen);
        if (promise == nullptr) return no_norm();
        TRY(belofte, belofte_of(*promise, opening.op, kalender));
        belofte->herkomst = opening.herkomst;
    }
    Toezegging first;
    first.id = id;
    first.werk = werk.id;
    first.gemeente = werk.gemeente;
    first.beloofd_op = belofte->beloofd_op;
    first.nauwkeurigheid = belofte->nauwkeurigheid;
    first.herkomst = belofte->herkomst;
    first.gedaan_op = opening.op;
    first.door = werk.laatste_door;
    return with_warning(first, kalender);
}

// Lists and the timer read the running promise from the werk itself.
void carry(Werk& werk, const Toezegging& toezegging) {
    werk.beloofd_op = werk.orde_op = toezegging.beloofd_op;
    werk.waarschuwing_op = toezegging.waarschuwing_op;
}

}  // namespace

Result<Vooruitblik> WerkService::preview(store::Tx& tx, const norm::Normvraag& vraag, Instant op) const {
    TRY(const Kalender kalender, normbron_.kalender(tx, vraag.gemeente));
    const auto gekozen = normbron_.choose_all(tx, vraag);
    const norm::Gekozen* promise = promising(gekozen);
    if (promise == nullptr) return no_norm();
    TRY(norm::Due due, norm::due(promise->norm.term, op, *kalender));
    return Vooruitblik{{due.op, nauwkeurigheid_of(promise->norm.term), Herkomst::norm}, promise->norm.code, promise->waarom, std::move(due.explanation)};
}

Result<Done> WerkService::start_acceptance(Act& act) {
    const auto gekozen = normbron_.choose_all(act.tx, normvraag_of(act.werk, norm::Aanleiding::toewijzing, act.now));
    Klokken klokken(act.tx, ids_, *act.kalender);
    TRY_DONE(klokken.withdraw(act.werk.id, norm::Meetmoment::acceptatie, act.now, act.handeling));
    return klokken.start(act.werk, gekozen, act.now, act.handeling);
}

Result<Werk> WerkService::open(store::Tx& tx, const access::Caller& caller, const Opening& opening) {
    TRY_DONE(may_know(caller, opening.gemeente));
    TRY(const Kalender kalender, normbron_.kalender(tx, opening.gemeente));
    const Instant now = clock_.now();
    Act act{tx, caller, now, day_of(now), {}, row_of(opening, ids_.make<dichtbij::Werk>()), ids_.next(), kalender};
    Werk& werk = act.werk;
    own(act, werk.toegewezen_aan);
    werk.laatste_stap = "werk.geopend";
    werk.laatste_op = now;
    werk.laatste_door = caller.employee();

    std::vector<norm::Gekozen> gekozen;
    std::optional<Toezegging> toezegging;
    const Ladder ladder = werk.is_intern() ? Ladder() : ladder_for(tx, werk.gemeente);
    if (werk.is_intern()) {
        const auto ouder = find_werk(tx, *werk.ouder);
        CHECK_THAT(ouder.has_value());
        werk.orde_op = ouder->orde_op;
    } else {
        gekozen = normbron_.choose_all(tx, normvraag_of(opening));
        TRY(toezegging, first_promise(opening, gekozen, werk, ids_.next(), *kalender));
        carry(werk, *toezegging);
        // What was late before it came here is shown as late, but nobody is told of it again.
        if (toezegging->herkomst == Herkomst::overgenomen && toezegging->beloofd_op < now) werk.escalatie = static_cast<int>(ladder.size());
    }
    TRY(auto klokken, first_clocks(act, opening, gekozen));
    werk.aandacht_op = attention_of(werk, klokken, Gemist::niet_gezien, ladder, *kalender);
    insert_werk(tx, werk);
    for (const Werkklok& klok : klokken) insert_klok(tx, klok);
    if (toezegging) insert_toezegging(tx, *toezegging);
    // What an import brings stands in the worklist; thousands of notices would hide the ones that count.
    if (opening.herkomst != Herkomst::overgenomen) tell_owner(act, werk.is_intern() ? Attentiesoort::vraag_van_collega : Attentiesoort::nieuw_werk);
    journal::Entry entry = werk_entry(caller, now, "werk.geopend", werk);
    entry.kenmerken = opened(werk);
    journal::append(tx, entry);
    return werk;
}

// Those of the norms, and that of acceptance until someone accepted.
Result<std::vector<Werkklok>> WerkService::first_clocks(Act& act, const Opening& opening, const std::vector<norm::Gekozen>& gekozen) {
    TRY(auto klokken, started(act.werk, gekozen, opening.op, *act.kalender, ids_));
    for (Werkklok& klok : klokken)
        if (is_met_at_intake(opening, klok.klok.meet)) {
            TRY(klok.klok, norm::stop(std::move(klok.klok), opening.op, *act.kalender));
        }
    if (act.werk.aanvaard_op) return klokken;
    const auto given = normbron_.choose_all(act.tx, normvraag_of(act.werk, norm::Aanleiding::toewijzing, act.now));
    TRY(auto acceptance, started(act.werk, given, act.now, *act.kalender, ids_));
    std::move(acceptance.begin(), acceptance.end(), std::back_inserter(klokken));
    return klokken;
}

Result<Werk> WerkService::record_closed(store::Tx& tx, const access::Caller& caller, const Opening& opening, const Intakeafloop& afloop) {
    TRY_DONE(may_know(caller, opening.gemeente));
    const Instant now = clock_.now();
    Werk werk = row_of(opening, ids_.make<dichtbij::Werk>());
    werk.eigenaar = afloop.eigenaar;
    werk.toegewezen_aan = afloop.eigenaar;
    werk.aanvaard_op = opening.op;
    werk.gesloten_op = std::max(opening.op, afloop.gesloten_op.value_or(opening.op));
    werk.uitkomst = afloop.uitkomst;
    werk.laatste_stap = "werk.gesloten";
    werk.laatste_op = now;
    werk.laatste_door = caller.employee();
    insert_werk(tx, werk);
    journal::Entry entry = werk_entry(caller, now, "werk.geopend", werk);
    entry.kenmerken = opened(werk);
    journal::append(tx, entry);
    journal::Entry closing = werk_entry(caller, now, "werk.gesloten", werk);
    closing.kenmerken = {{"uitkomst", code_of(*werk.uitkomst)}, {"op", to_rfc3339(*werk.gesloten_op)}};
    // A case ended in another system: not while it was asked, and by norms that held there.
    const bool is_zaak = werk.soort == Soort::zaak;
    if (!is_zaak) closing.kenmerken.emplace_back("bij_intake", "1");
    if (afloop.gesloten_op && !is_zaak) {
        TRY(const Kalender kalender, normbron_.kalender(tx, opening.gemeente));
        for (const norm::Gekozen& one : normbron_.choose_all(tx, normvraag_of(opening))) {
            // Sent by another system, or said while asking: not known from here.
            if (one.norm.meet == norm::Meetmoment::ontvangstbevestiging) continue;
            TRY(norm::Klok klok, norm::start(norm::keuze_of(one.norm), opening.op, *kalender));
            TRY(klok, norm::stop(std::move(klok), *werk.gesloten_op, *kalender));
            closing.kenmerken.emplace_back(code_of(klok.meet), code_of(klok.afloop->uitkomst));
            insert_klok(tx, Werkklok{ids_.next(), werk.id, werk.gemeente, std::move(klok), {}, {}, {}});
        }
    }
    journal::append(tx, closing);
    return werk;
}

Result<Werk> WerkService::take_over(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Werk> id, const Overname& overname) {
    // Whoever hands a question on need not be able to read the domain it goes to.
    const auto found = find_werk(tx, id);
    if (!found) return not_found("werk " + id.text());
    TRY_DONE(may_know(caller, found->gemeente));
    Werk werk = *found;
    if (!werk.is_open()) return conflict("closed work cannot be taken over", "werk.fout.gesloten");
    journal::Entry entry = werk_entry(caller, clock_.now(), "werk.overgenomen", werk);
    entry.kenmerken = {{"van", code_of(werk.soort)}, {"naar", code_of(overname.soort)}, {"object", to_string(overname.object)}};
    werk.soort = overname.soort;
    werk.object = overname.object;
    werk.nummer = overname.nummer;
    werk.titel = shortened(cleaned(overname.titel), titel_limit);
    werk.zoektekst = zoektekst_of(werk.titel, werk.nummer);
    save_kind(tx, werk);
    journal::append(tx, entry);
    return werk;
}

Result<Werk> WerkService::withdraw(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Werk> id, std::string_view reden) {
    TRY(Werk found, get(tx, caller, id));
    // A case that took the question over ends by its own acts only.
    if (!found.is_open() || found.soort == Soort::zaak) return found;
    TRY(Kalender kalender, normbron_.kalender(tx, found.gemeente));
    const Instant now = clock_.now();
    Act act{tx, caller, now, day_of(now), found, found, ids_.next(), std::move(kalender)};
    TRY_DONE(end_children(act));
    TRY_DONE(end(act, {Uitkomst::ingetrokken, {}, std::string(reden)}));
    tell_owner(act, Attentiesoort::ingetrokken);
    return act.werk;
}

Result<Gedaan> WerkService::close(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Werk> id, std::int64_t versie, const Afsluiting& afsluiting) {
    TRY(Act act, begin(tx, caller, {id, versie}));
    if (!act.werk.is_open()) return conflict("closed already", "werk.fout.gesloten");
    TRY_DONE(end_children(act));
    TRY_DONE(end(act, afsluiting));
    return Gedaan{act.werk, act.handeling};
}

Result<Done> WerkService::end_children(Act& act) {
    for (const Werk& child : children_of(act.tx, act.werk.id)) {
        if (!child.is_open()) continue;
        Act ended{act.tx, act.caller, act.now, act.today, child, child, act.handeling, act.kalender};
        TRY_DONE(end_children(ended));
        TRY_DONE(end(ended, {Uitkomst::ingetrokken, {}, {}}));
        tell_owner(ended, Attentiesoort::ingetrokken);
    }
    return Done{};
}

Result<Done> WerkService::end(Act& act, const Afsluiting& afsluiting) {
    Klokken klokken(act.tx, ids_, *act.kalender);
    const bool withdrawn = afsluiting.uitkomst == Uitkomst::ingetrokken;
    TRY_DONE(withdrawn ? klokken.withdraw_all(act.werk.id, act.now, act.handeling) : klokken.stop_all(act.werk.id, act.now, act.handeling));
    if (const auto running = last_toezegging(act.tx, act.werk.id); running && running->stand == Stand::lopend)
        save_stand(act.tx, withdrawn ? lapsed(*running, act.now) : ended(*running, act.now));
    remember(act, Handeling::afronden);
    Werk& werk = act.werk;
    if (!werk.aanvaard_op && !withdrawn && act.caller.is_employee()) {
        werk.eigenaar = act.caller.medewerker;
        werk.toegewezen_aan = act.caller.medewerker;
        werk.aanvaard_op = act.now;
    }
    werk.gesloten_op = act.now;
    werk.uitkomst = afsluiting.uitkomst;
    werk.wacht.reset();
    werk.herinnering_op.reset();
    Kenmerken kenmerken{{"uitkomst", code_of(afsluiting.uitkomst)}, {"op", to_rfc3339(act.now)}};
    add_outcomes(kenmerken, klokken_of(act.tx, werk.id));
    kenmerken.insert(kenmerken.end(), afsluiting.kenmerken.begin(), afsluiting.kenmerken.end());
    return finish(act, "werk.gesloten", std::move(kenmerken), afsluiting.toelichting);
}

Result<Werk> WerkService::reopen(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Werk> id, std::int64_t versie, std::string_view reden) {
    return reopen(tx, caller, {id, versie}, {std::string(reden), {}});
}

Result<Werk> WerkService::reopen(store::Tx& tx, const access::Caller& caller, Keuze keuze, const Heropening& heropening) {
    if (auto error = check_required("reden", heropening.reden, reden_limit)) return invalid({*error});
    const Id<dichtbij::Werk> id = keuze.werk;
    TRY(Werk found, get(tx, caller, id));
    if (found.versie != keuze.versie) return conflict("werk " + id.text() + " has changed", "fout.gewijzigd");
    if (found.is_open()) return conflict("open already", "werk.fout.open");
    TRY(Kalender kalender, normbron_.kalender(tx, found.gemeente));
    const Instant now = clock_.now();
    Act act{tx, caller, now, day_of(now), found, found, ids_.next(), kalender};
    Werk& werk = act.werk;
    werk.gesloten_op.reset();
    werk.uitkomst.reset();
    werk.escalatie = 0;
    own(act, organisatie::is_in_service(tx, found.eigenaar, act.today) ? std::optional(found.eigenaar) : std::nullopt);
    Klokken klokken(tx, ids_, *kalender);
    TRY_DONE(klokken.reopen(id, norm::Meetmoment::volledig_antwoord, now));
    if (!werk.is_intern()) {
        TRY(const Toezegging anew, promise_again(act, heropening.belofte));
        carry(werk, anew);
    }
    if (!werk.aanvaard_op) TRY_DONE(start_acceptance(act));
    tell_owner(act, Attentiesoort::heropend);
    TRY_DONE(finish(act, "werk.heropend", {{"eigenaar", werk.eigenaar.text()}}, cleaned(heropening.reden)));
    return act.werk;
}

Result<Toezegging> WerkService::promise_again(Act& act, const std::optional<Belofte>& given) {
    const auto gekozen = normbron_.choose_all(act.tx, normvraag_of(act.werk, norm::Aanleiding::vraag, act.now));
    const norm::Gekozen* promise = promising(gekozen);
    if (promise == nullptr && !given) return no_norm();
    Belofte belofte = given.value_or(Belofte{});
    if (!given) {
        TRY(belofte, belofte_of(*promise, act.now, *act.kalender));
    }
    const auto last = last_toezegging(act.tx, act.werk.id);
    Toezegging anew;
    anew.id = ids_.next();
    anew.werk = act.werk.id;
    anew.gemeente = act.werk.gemeente;
    anew.volgnummer = last ? last->volgnummer + 1 : 1;
    anew.beloofd_op = belofte.beloofd_op;
    anew.nauwkeurigheid = belofte.nauwkeurigheid;
    anew.herkomst = belofte.herkomst;
    anew.gedaan_op = act.now;
    anew.door = act.caller.employee();
    TRY(anew, with_warning(anew, *act.kalender));
    insert_toezegging(act.tx, anew);
    return anew;
}

Result<Werk> WerkService::correct(store::Tx& tx, const access::Caller& caller, const Werk& corrected) {
    TRY(Werk werk, get(tx, caller, corrected.id));
    werk.titel = shortened(cleaned(corrected.titel), titel_limit);
    werk.product = corrected.product;
    werk.onderwerp = corrected.onderwerp;
    werk.partij = corrected.partij;
    werk.domein = corrected.domein;
    ++werk.versie;
    save_titel(tx, werk);
    return werk;
}

Result<Done> WerkService::meet(store::Tx& tx, Id<dichtbij::Werk> id, norm::Meetmoment moment, Instant op) {
    const auto werk = find_werk(tx, id);
    if (!werk) return not_found("werk " + id.text());
    TRY(const Kalender kalender, normbron_.kalender(tx, werk->gemeente));
    return Klokken(tx, ids_, *kalender).meet(id, moment, op);
}

}  // namespace dichtbij::werk
