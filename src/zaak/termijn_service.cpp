#include <algorithm>

#include "base/text.h"
#include "zaak/besluit_store.h"
#include "zaak/termijn_store.h"
#include "zaak/zaak_act_service.h"
#include "zaak/zaak_store.h"

namespace dichtbij::zaak {
namespace {

std::string hold_reason(Opschortingsgrond grond) { return "opgeschort_" + code_of(grond); }

// Whom a suspended case waits for, as lists show it.
werk::Wachtreden waits_for(Opschortingsgrond grond) {
    switch (grond) {
        case Opschortingsgrond::buitenland:
        case Opschortingsgrond::overmacht:
        case Opschortingsgrond::zienswijze_derden: return werk::Wachtreden::andere_partij;
        default: return werk::Wachtreden::inwoner;
    }
}

zaaktype::Termijneenheid unit_of_extension(const zaaktype::Zaaktype& type) {
    return type.verlengen.keren > 0 ? type.verlengen.eenheid : type.wettelijke_termijn.eenheid;
}

// Awb 4:17: two weeks after the notice, which nothing moves.
norm::LegalTerm grace() { return {{14, norm::Termijneenheid::dagen}, norm::Telling::vanaf_de_dag_erna, norm::Regime::geen}; }

std::string of_day(std::optional<Day> day) { return day ? to_iso(*day) : std::string(); }

}  // namespace

Termijn ZaakService::termijn_of(store::Tx& tx, const Zaak& zaak, const zaaktype::Zaaktype& type) const {
    return {type.wettelijke_termijn, zaak.termijn_vanaf, opschortingen_of(tx, zaak.id), verlengingen_of(tx, zaak.id)};
}

std::optional<Day> ZaakService::besloten_op(store::Tx& tx, Id<dichtbij::Zaak> zaak) const {
    std::optional<Day> first;
    for (const Besluit& one : besluiten_of(tx, zaak))
        if (one.geldt() && one.verzonden_datum && (!first || *one.verzonden_datum < *first)) first = one.verzonden_datum;
    return first;
}

Result<Done> ZaakService::keep_term(Act& act) {
    const Termijn termijn = termijn_of(act.tx, act.zaak, act.type);
    act.zaak.opgeschort = std::any_of(termijn.opschortingen.begin(), termijn.opschortingen.end(), [](const auto& one) { return one.loopt(); });
    const auto term = wettelijke_termijn(termijn);
    if (!term) return Done{};
    TRY(const norm::Einde einde, laatste_dag(termijn));
    act.zaak.laatste_datum = einde.datum;
    std::optional<Instant> decided;
    if (const auto day = besloten_op(act.tx, act.zaak.id)) decided = start_of(*day);
    auto klokken = act.klokken(ids_);
    const Instant started = start_of(termijn.vanaf);
    TRY_DONE(klokken.keep_of_law(act.werk, klok_wettelijk, {*term, started, pauzes_van(termijn.opschortingen, started), decided}));
    if (const auto notice = ingebrekestelling_of(act.tx, act.zaak.id))
        TRY_DONE(klokken.keep_of_law(act.werk, klok_ingebrekestelling, {grace(), start_of(notice->ontvangen_datum), {}, decided}));
    return Done{};
}

Result<Opschorting> ZaakService::start_suspension(Act& act, const Opschorten& asked) {
    if (!act.type.opschorten) return conflict("this case type is not suspended", "zaak.fout.opschorten_niet");
    if (auto error = check_grond(act.type, asked.grond)) return invalid({*error});
    if (besloten_op(act.tx, act.zaak.id)) return conflict("decided already", "zaak.fout.al_besloten");
    const Termijn termijn = termijn_of(act.tx, act.zaak, act.type);
    if (termijn.opschortingen.size() >= opschortingen_limit) return conflict("too many suspensions", "zaak.fout.te_veel_opschortingen");
    for (const Opschorting& one : termijn.opschortingen)
        if (one.loopt() && one.grond == asked.grond) return conflict("suspended already: " + code_of(asked.grond), "zaak.fout.al_opgeschort");
    const Day told = asked.medegedeeld_datum.value_or(act.today);
    if (told < act.zaak.startdatum) return invalid("medegedeeld_datum", "zaak.fout.voor_ontvangst");
    const Day van = told + days(1);
    if (wettelijke_termijn(termijn)) {
        TRY(const norm::Einde einde, laatste_dag_als_hervat(termijn, act.today));
        if (van > einde.datum) return invalid("medegedeeld_datum", "zaak.fout.termijn_voorbij", {to_iso(einde.datum)});
    }
    Opschorting row{ids_.next(), act.zaak.id, asked.grond, van, {}, asked.tot_uiterlijk, cleaned(asked.wachten_op), cleaned(asked.reden), act.now, act.door(), {}};
    insert_opschorting(act.tx, row);
    TRY_DONE(act.klokken(ids_).hold(act.werk.id, hold_reason(asked.grond), told == act.today ? act.now : act.kalender->end_of(told)));
    if (!act.werk.wacht) act.werk.wacht = waits_for(asked.grond);
    TRY_DONE(keep_term(act));
    return row;
}

Result<Done> ZaakService::end_suspension(Act& act, Opschorting row, Day tot) {
    if (row.tot_uiterlijk) tot = std::min(tot, *row.tot_uiterlijk);
    row.tot = std::max(tot, row.van);
    row.geeindigd_op = act.now;
    save_opschorting(act.tx, row);
    auto klokken = act.klokken(ids_);
    TRY_DONE(klokken.let_go(act.werk.id, hold_reason(row.grond), std::min(act.now, std::max(row.begonnen_op, start_of(*row.tot)))));
    TRY_DONE(keep_term(act));
    // Work that waits for another reason goes on waiting.
    if (!act.zaak.opgeschort && act.werk.wacht && !klokken.is_waited_for(act.werk.id)) act.werk.wacht.reset();
    return Done{};
}

// A decision, and the end of the case: then nothing is waited for any more.
Result<Done> ZaakService::end_suspensions(Act& act, Day tot) {
    for (const Opschorting& row : opschortingen_of(act.tx, act.zaak.id))
        if (row.loopt()) TRY_DONE(end_suspension(act, row, tot));
    return Done{};
}

Result<Zaak> ZaakService::suspend(const access::Caller& caller, const Opschorten& asked) {
    return store_.write([&](store::Tx& tx) { return suspend(tx, caller, asked); });
}

Result<Zaak> ZaakService::suspend(store::Tx& tx, const access::Caller& caller, const Opschorten& asked) {
    TRY(Act act, begin_open(tx, caller, asked.bij));
    if (auto errors = problems(asked, act.today); !errors.empty()) return invalid(std::move(errors));
    TRY(const Opschorting row, start_suspension(act, asked));
    TRY_DONE(promise(act, asked.beloofd_datum, asked.reden, asked.bericht));
    TRY_DONE(tell(act, "opgeschort", asked.bericht, Woorden::verplicht));
    return finish(act, "zaak.opgeschort",
                  {{"grond", code_of(row.grond)}, {"van", to_iso(row.van)}, {"tot_uiterlijk", of_day(row.tot_uiterlijk)}}, asked.reden);
}

Result<Zaak> ZaakService::resume(const access::Caller& caller, const Hervatten& asked) {
    return store_.write([&](store::Tx& tx) { return resume(tx, caller, asked); });
}

Result<Zaak> ZaakService::resume(store::Tx& tx, const access::Caller& caller, const Hervatten& asked) {
    TRY(Act act, begin_open(tx, caller, asked.bij));
    if (auto error = werk::check_text("toelichting", asked.toelichting, reden_limit)) return invalid({*error});
    if (asked.hervat_datum && *asked.hervat_datum > act.today) return invalid("hervat_datum", "zaak.fout.datum_toekomst");
    const auto rows = opschortingen_of(tx, act.zaak.id);
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.loopt() && one.grond == asked.grond; });
    if (row == rows.end()) return conflict("not suspended: " + code_of(asked.grond), "zaak.fout.niet_opgeschort");
    if (asked.hervat_datum && *asked.hervat_datum < row->van - days(1)) return invalid("hervat_datum", "zaak.fout.voor_opschorting");
    TRY_DONE(end_suspension(act, *row, asked.hervat_datum.value_or(act.today)));
    TRY_DONE(promise(act, asked.beloofd_datum, asked.toelichting, asked.bericht));
    TRY_DONE(tell(act, "hervat", asked.bericht, Woorden::mag));
    return finish(act, "zaak.hervat", {{"grond", code_of(row->grond)}, {"laatste_datum", of_day(act.zaak.laatste_datum)}}, asked.toelichting);
}

Result<Zaak> ZaakService::extend(const access::Caller& caller, const Verlengen& asked) {
    return store_.write([&](store::Tx& tx) { return extend(tx, caller, asked); });
}

Result<Zaak> ZaakService::extend(store::Tx& tx, const access::Caller& caller, const Verlengen& asked) {
    TRY(Act act, begin_open(tx, caller, asked.bij));
    if (auto errors = problems(asked); !errors.empty()) return invalid(std::move(errors));
    const Termijn termijn = termijn_of(tx, act.zaak, act.type);
    const zaaktype::Verlenging& allowed = act.type.verlengen;
    if (!wettelijke_termijn(termijn)) return conflict("the law sets no term", "zaak.fout.geen_termijn");
    if (besloten_op(tx, act.zaak.id)) return conflict("decided already", "zaak.fout.al_besloten");
    if (termijn.verlengingen.size() >= verlengingen_limit) return conflict("too many extensions", "zaak.fout.verlengen_op");
    if (asked.grond == Verlengingsgrond::besluit) {
        const auto used = std::count_if(termijn.verlengingen.begin(), termijn.verlengingen.end(), [](const auto& one) { return one.grond == Verlengingsgrond::besluit; });
        if (used >= allowed.keren) return conflict("extended as often as may be", "zaak.fout.verlengen_op");
        if (asked.aantal > allowed.aantal) return invalid("aantal", "zaak.fout.verlengen_te_lang", {std::to_string(allowed.aantal)});
    } else if (!allowed.met_instemming) {
        return conflict("not further with consent", "zaak.fout.instemming_niet");
    }
    TRY(const norm::Einde einde, laatste_dag_als_hervat(termijn, act.today));
    if (act.today > einde.datum) return conflict("extension told after the last day", "norm.fout.verdaging_te_laat");
    const std::optional<Day> before = act.zaak.laatste_datum;
    insert_verlenging(tx, {ids_.next(), act.zaak.id, asked.grond, asked.aantal, unit_of_extension(act.type), act.today, cleaned(asked.reden), act.now, act.door()});
    TRY_DONE(keep_term(act));
    TRY_DONE(promise(act, asked.beloofd_datum, asked.reden, asked.bericht));
    TRY_DONE(tell(act, "verlengd", asked.bericht, Woorden::verplicht));
    return finish(act, "zaak.verlengd",
                  {{"grond", code_of(asked.grond)}, {"aantal", std::to_string(asked.aantal)}, {"eenheid", code_of(unit_of_extension(act.type))},
                   {"van", of_day(before)}, {"naar", of_day(act.zaak.laatste_datum)}},
                  asked.reden);
}

Result<Zaak> ZaakService::record_ingebrekestelling(const access::Caller& caller, const NieuweIngebrekestelling& asked) {
    return store_.write([&](store::Tx& tx) { return record_ingebrekestelling(tx, caller, asked); });
}

Result<Zaak> ZaakService::record_ingebrekestelling(store::Tx& tx, const access::Caller& caller, const NieuweIngebrekestelling& asked) {
    TRY(Act act, begin_open(tx, caller, asked.bij));
    if (auto error = werk::check_text("toelichting", asked.toelichting, toelichting_limit)) return invalid({*error});
    const Day received = asked.ontvangen_datum.value_or(act.today);
    if (received > act.today) return invalid("ontvangen_datum", "zaak.fout.datum_toekomst");
    if (received < act.zaak.startdatum) return invalid("ontvangen_datum", "zaak.fout.voor_ontvangst");
    if (!act.type.dwangsom) return conflict("no penalty in this case type", "zaak.fout.geen_dwangsom");
    if (!act.zaak.laatste_datum) return conflict("the law sets no term", "zaak.fout.geen_termijn");
    if (ingebrekestelling_of(tx, act.zaak.id)) return conflict("in default already", "zaak.fout.al_in_gebreke");
    if (besloten_op(tx, act.zaak.id)) return conflict("decided already", "zaak.fout.al_besloten");
    if (act.zaak.opgeschort) return conflict("the term stands still", "zaak.fout.in_gebreke_opgeschort");
    const Ingebrekestelling notice{ids_.next(), act.zaak.id, received, *act.zaak.laatste_datum, cleaned(asked.toelichting), act.now, act.door()};
    const auto penalty = dwangsom(notice, {});
    if (!penalty && penalty.error().key == "norm.fout.ingebrekestelling_te_vroeg")
        return invalid("ontvangen_datum", "zaak.fout.in_gebreke_te_vroeg", {to_iso(notice.termijn_datum + days(1))});
    TRY_DONE(penalty);
    insert_ingebrekestelling(tx, notice);
    TRY_DONE(keep_term(act));
    TRY_DONE(tell(act, "ingebrekestelling", asked.bericht, Woorden::mag));
    return finish(act, "zaak.ingebrekestelling",
                  {{"ontvangen_datum", to_iso(received)}, {"dwangsom_vanaf", to_iso(penalty->eerste_datum)}, {"hoogstens_cent", std::to_string(penalty->bedrag_cent)}},
                  asked.toelichting);
}

// Until the decision; without one until the case ended, or until today.
std::optional<DwangsomBeeld> ZaakService::dwangsom_of(store::Tx& tx, const Zaak& zaak) const {
    const auto notice = ingebrekestelling_of(tx, zaak.id);
    if (!notice) return std::nullopt;
    std::optional<Day> decided = besloten_op(tx, zaak.id);
    if (!decided) decided = zaak.einddatum;
    auto so_far = dwangsom(*notice, decided.value_or(day_of(clock_.now()) + days(1)));
    auto at_most = dwangsom(*notice, {});
    CHECK_THAT(so_far && at_most);
    return DwangsomBeeld{*notice, std::move(*so_far), std::move(*at_most), !decided};
}

int ZaakService::end_lapsed_suspensions(Instant now, int limit) {
    const access::Caller system = access::system_caller("zaak");
    return store_.write([&](store::Tx& tx) {
        int ended = 0;
        for (const Opschorting& row : lapsed_opschortingen(tx, day_of(now), limit)) {
            const auto zaak = find_zaak(tx, row.zaak);
            CHECK_THAT(zaak.has_value());
            Act act = begin_open(tx, system, {zaak->id, zaak->versie}).value();
            CHECK_THAT(end_suspension(act, row, *row.tot_uiterlijk).has_value());
            werk_.notify(tx, act.werk, act.werk.eigenaar, werk::Attentiesoort::herinnering, system);
            CHECK_THAT(finish(act, "zaak.hervat", {{"grond", code_of(row.grond)}, {"verlopen", "1"}, {"laatste_datum", of_day(act.zaak.laatste_datum)}}).has_value());
            ++ended;
        }
        return ended;
    });
}

}  // namespace dichtbij::zaak
