#include "werk/klokken_service.h"

#include <algorithm>

#include <boost/describe/enum_to_string.hpp>

#include "werk/attentie_store.h"
#include "werk/klok_store.h"
#include "werk/toezegging_store.h"

namespace dichtbij::werk {
namespace {

std::string code_of(Wachtreden reden) { return std::string("wacht_op_") + boost::describe::enum_to_string(reden, ""); }

const norm::Gekozen* of_moment(const std::vector<norm::Gekozen>& gekozen, norm::Meetmoment meet) {
    const auto found = std::find_if(gekozen.begin(), gekozen.end(), [&](const auto& one) { return one.norm.meet == meet; });
    return found == gekozen.end() ? nullptr : &*found;
}

bool can_wait(const norm::Klok& klok) { return klok.meet != norm::Meetmoment::acceptatie && !is_of_law(klok); }

bool is_paused_for(const norm::Klok& klok, std::string_view reden) {
    return std::any_of(klok.pauzes.begin(), klok.pauzes.end(),
                       [&](const norm::Pauze& pauze) { return pauze.reden == reden && !pauze.tot_op; });
}

// As it was before the stop: the pauses that the stop ended run on.
norm::Klok unstopped(norm::Klok klok) {
    const Instant stopped_op = klok.afloop->op;
    klok.afloop.reset();
    for (norm::Pauze& pauze : klok.pauzes)
        if (pauze.tot_op == stopped_op && pauze.reden != norm::pauze_afgesloten) pauze.tot_op.reset();
    return klok;
}

void take_earliest(std::optional<Instant>& earliest, std::optional<Instant> candidate) {
    if (candidate && (!earliest || *candidate < *earliest)) earliest = candidate;
}

}  // namespace

bool is_of_law(const norm::Klok& klok) { return klok.norm.starts_with(of_law_prefix); }

Normbron normbron_of(norm::NormService& norms) {
    return {[&norms](store::Tx& tx, Id<Gemeente> gemeente) { return norms.kalender(tx, gemeente); },
            [&norms](store::Tx& tx, const norm::Normvraag& vraag) { return norms.choose_all(tx, vraag); }};
}

const norm::Gekozen* promising(const std::vector<norm::Gekozen>& gekozen) {
    const auto* answer = of_moment(gekozen, norm::Meetmoment::volledig_antwoord);
    return answer != nullptr ? answer : of_moment(gekozen, norm::Meetmoment::eerste_reactie);
}

Nauwkeurigheid nauwkeurigheid_of(const norm::Term& term) {
    return norm::is_in_hours(term) ? Nauwkeurigheid::tijdstip : Nauwkeurigheid::dag;
}

Result<Toezegging> with_warning(Toezegging toezegging, const norm::ServiceCalendar& kalender) {
    const auto soort =
        toezegging.nauwkeurigheid == Nauwkeurigheid::tijdstip ? norm::Toezeggingsoort::uren : norm::Toezeggingsoort::dagen;
    TRY(const norm::Waarschuwing moment, norm::warning_of({toezegging.gedaan_op, toezegging.beloofd_op, soort}, kalender));
    toezegging.waarschuwing_op = std::min(moment.op, std::max(toezegging.beloofd_op, toezegging.gedaan_op));
    toezegging.tijdig_tot_op = moment.tijdig_tot_op;
    return toezegging;
}

template <class F>
Result<Done> Klokken::each_running(Id<dichtbij::Werk> werk, F change) {
    for (const Werkklok& before : running_klokken_of(tx_, werk)) {
        Werkklok after = before;
        TRY_DONE(change(after));
        save_klok(tx_, before, after);
    }
    return Done{};
}

Result<std::vector<Werkklok>> started(const Werk& werk, const std::vector<norm::Gekozen>& gekozen, Instant op, const norm::ServiceCalendar& kalender,
                                      IdSource& ids, std::optional<Uuid> act) {
    std::vector<Werkklok> klokken;
    for (const norm::Gekozen& one : gekozen) {
        TRY(norm::Klok klok, norm::start(norm::keuze_of(one.norm), op, kalender));
        klokken.push_back({ids.next(), werk.id, werk.gemeente, std::move(klok), {}, act, {}});
    }
    return klokken;
}

Result<Done> Klokken::start(const Werk& werk, const std::vector<norm::Gekozen>& gekozen, Instant op, std::optional<Uuid> act) {
    TRY(const auto klokken, started(werk, gekozen, op, kalender_, ids_, act));
    for (const Werkklok& klok : klokken) insert_klok(tx_, klok);
    return Done{};
}

Result<Done> Klokken::meet(Id<dichtbij::Werk> werk, norm::Meetmoment moment, Instant op, std::optional<Uuid> act) {
    return each_running(werk, [&](Werkklok& klok) -> Result<Done> {
        if (klok.klok.meet != moment) return Done{};
        TRY(klok.klok, norm::stop(klok.klok, op, kalender_));
        klok.gestopt_door = act;
        return Done{};
    });
}

Result<Done> Klokken::stop_all(Id<dichtbij::Werk> werk, Instant op, std::optional<Uuid> act) {
    return each_running(werk, [&](Werkklok& klok) -> Result<Done> {
        TRY(klok.klok, norm::stop(klok.klok, op, kalender_));
        klok.gestopt_door = act;
        return Done{};
    });
}

Result<Done> Klokken::withdraw_all(Id<dichtbij::Werk> werk, Instant op, std::optional<Uuid> act) {
    return each_running(werk, [&](Werkklok& klok) -> Result<Done> {
        TRY(klok.klok, norm::withdraw(klok.klok, op));
        klok.gestopt_door = act;
        return Done{};
    });
}

Result<Done> Klokken::withdraw(Id<dichtbij::Werk> werk, norm::Meetmoment moment, Instant op, std::optional<Uuid> act) {
    return each_running(werk, [&](Werkklok& klok) -> Result<Done> {
        if (klok.klok.meet != moment) return Done{};
        TRY(klok.klok, norm::withdraw(klok.klok, op));
        klok.gestopt_door = act;
        return Done{};
    });
}

Result<Done> Klokken::pause(Id<dichtbij::Werk> werk, Wachtreden reden, Instant op) {
    return each_running(werk, [&](Werkklok& klok) -> Result<Done> {
        if (!can_wait(klok.klok)) return Done{};
        TRY(klok.klok, norm::pause(klok.klok, code_of(reden), op));
        return Done{};
    });
}

Result<Done> Klokken::resume(Id<dichtbij::Werk> werk, Wachtreden reden, Instant op) { return let_go(werk, code_of(reden), op); }

Result<Done> Klokken::hold(Id<dichtbij::Werk> werk, std::string_view reden, Instant op) {
    return each_running(werk, [&](Werkklok& klok) -> Result<Done> {
        if (!can_wait(klok.klok) || is_paused_for(klok.klok, reden)) return Done{};
        TRY(klok.klok, norm::pause(klok.klok, std::string(reden), op));
        return Done{};
    });
}

Result<Done> Klokken::let_go(Id<dichtbij::Werk> werk, std::string_view reden, Instant op) {
    return each_running(werk, [&](Werkklok& klok) -> Result<Done> {
        if (!is_paused_for(klok.klok, reden)) return Done{};
        TRY(klok.klok, norm::resume(klok.klok, reden, op, kalender_));
        return Done{};
    });
}

bool Klokken::is_waited_for(Id<dichtbij::Werk> werk) {
    const auto running = running_klokken_of(tx_, werk);
    return std::any_of(running.begin(), running.end(), [](const Werkklok& one) {
        return is_paused_for(one.klok, code_of(Wachtreden::inwoner)) || is_paused_for(one.klok, code_of(Wachtreden::andere_partij));
    });
}

Result<Done> Klokken::take_norm(const Werk& werk, const norm::Normkeuze& keuze, Instant op, Instant now) {
    for (const Werkklok& before : running_klokken_of(tx_, werk.id)) {
        const norm::Klok& klok = before.klok;
        if (klok.meet != keuze.meet || is_of_law(klok) || norm::stand(klok, now) == norm::Stand::te_laat) continue;
        Werkklok after = before;
        // What started in this same act was never under the other norm.
        const bool is_new = klok.gestart_op == op && klok.pauzes.empty() && !before.te_laat_op;
        TRY(after.klok, is_new ? norm::start(keuze, op, kalender_) : norm::change_norm(klok, keuze, kalender_));
        delete_klok(tx_, before.id);
        insert_klok(tx_, after);
        return Done{};
    }
    TRY(norm::Klok klok, norm::start(keuze, op, kalender_));
    insert_klok(tx_, {ids_.next(), werk.id, werk.gemeente, std::move(klok), {}, {}, {}});
    return Done{};
}

Result<Done> Klokken::keep_of_law(const Werk& werk, std::string_view code, const Wetsklok& wet) {
    TRY(norm::Klok klok, norm::start({std::string(code), norm::Meetmoment::volledig_antwoord, wet.term}, wet.gestart_op, kalender_));
    klok.pauzes = wet.pauzes;
    TRY(klok, norm::recompute(std::move(klok), kalender_));
    if (wet.gehaald_op) {
        TRY(klok, norm::stop(std::move(klok), *wet.gehaald_op, kalender_));
    }
    for (const Werkklok& before : klokken_of(tx_, werk.id)) {
        if (before.klok.norm != code) continue;
        Werkklok after = before;
        klok.aanvankelijk_op = before.klok.aanvankelijk_op;
        after.klok = std::move(klok);
        if (after.te_laat_op && *after.te_laat_op <= after.klok.uiterlijk_op) after.te_laat_op.reset();
        after.gestopt_door.reset();
        save_klok(tx_, before, after);
        return Done{};
    }
    insert_klok(tx_, {ids_.next(), werk.id, werk.gemeente, std::move(klok), {}, {}, {}});
    return Done{};
}

Result<Done> Klokken::reopen(Id<dichtbij::Werk> werk, norm::Meetmoment moment, Instant op) {
    for (const Werkklok& before : klokken_of(tx_, werk)) {
        if (before.klok.meet != moment || !before.klok.afloop || is_of_law(before.klok)) continue;
        Werkklok after = before;
        TRY(after.klok, norm::reopen(before.klok, op, kalender_));
        after.gestopt_door.reset();
        save_klok(tx_, before, after);
    }
    return Done{};
}

Result<Done> Klokken::take_back(Id<dichtbij::Werk> werk, const Uuid& act) {
    for (const Werkklok& before : klokken_of(tx_, werk)) {
        if (before.gestart_door == act) {
            delete_klok(tx_, before.id);
        } else if (before.gestopt_door == act) {
            Werkklok after = before;
            TRY(after.klok, norm::recompute(unstopped(before.klok), kalender_));
            after.gestopt_door.reset();
            save_klok(tx_, before, after);
        }
    }
    return Done{};
}

Ladder ladder_for(store::Tx& tx, Id<Gemeente> gemeente) {
    Ladder own = ladder_of(tx, gemeente);
    return own.empty() ? default_ladder() : own;
}

AddWorkingDays add_working_days(const norm::ServiceCalendar& kalender) {
    return [&kalender](Instant van, int count) {
        const auto day = kalender.add_working_days(kalender.day_of(van), count);
        // Outside the years of the calendar: calendar days are near enough for a notice.
        return day ? kalender.opening_of(*day) : van + days(count);
    };
}

std::optional<Instant> attention_of(store::Tx& tx, const Werk& werk, const norm::ServiceCalendar& kalender) {
    if (!werk.is_open()) return std::nullopt;
    const auto running = werk.beloofd_op ? last_toezegging(tx, werk.id) : std::nullopt;
    const Gemist gemist = running && !running->gemist_op ? Gemist::niet_gezien : Gemist::gezien;
    return attention_of(werk, running_klokken_of(tx, werk.id), gemist, werk.beloofd_op ? ladder_for(tx, werk.gemeente) : Ladder(), kalender);
}

std::optional<Instant> attention_of(const Werk& werk, const std::vector<Werkklok>& klokken, Gemist gemist, const Ladder& ladder,
                                    const norm::ServiceCalendar& kalender) {
    std::optional<Instant> earliest = werk.herinnering_op;
    for (const Werkklok& klok : klokken)
        if (!klok.te_laat_op && !klok.klok.afloop && !norm::is_paused(klok.klok)) take_earliest(earliest, klok.klok.uiterlijk_op + seconds(1));
    if (!werk.beloofd_op) return earliest;
    take_earliest(earliest, next_step_op(ladder, werk.escalatie, {*werk.waarschuwing_op, *werk.beloofd_op}, add_working_days(kalender)));
    if (gemist == Gemist::niet_gezien) take_earliest(earliest, *werk.beloofd_op + seconds(1));
    return earliest;
}

}  // namespace dichtbij::werk
