#include "norm/klok.h"

#include <algorithm>

#include "norm/pauzes.h"

namespace dichtbij::norm {
namespace {

bool is_open(const Pauze& pauze) { return !pauze.tot_op.has_value(); }

// The latest moment the clock has seen.
Instant last_seen(const Klok& klok) {
    Instant latest = klok.gestart_op;
    for (const Pauze& pauze : klok.pauzes) latest = std::max({latest, pauze.van_op, pauze.tot_op.value_or(pauze.van_op)});
    return klok.afloop ? std::max(latest, klok.afloop->op) : latest;
}

void end_pauses(Klok& klok, Instant op) {
    for (Pauze& pauze : klok.pauzes)
        if (is_open(pauze)) pauze.tot_op = op;
}

Result<Klok> with_due(Klok klok, const ServiceCalendar& calendar) {
    TRY(klok.uiterlijk_op, due_with(klok, calendar, nullptr));
    return klok;
}

Fail stopped_already() { return conflict("the clock has stopped", "norm.fout.klok_gestopt"); }

}  // namespace

Result<Klok> start(const Normkeuze& keuze, Instant op, const ServiceCalendar& calendar) {
    TRY(const Instant due, due_op(keuze.term, op, calendar));
    return Klok{keuze.norm, keuze.meet, keuze.term, op, due, due, {}, {}};
}

Result<Klok> pause(Klok klok, std::string reden, Instant op) {
    if (klok.afloop) return klok;
    if (klok.pauzes.size() >= pauzes_limit) return conflict("too many pauses", "norm.fout.te_veel_pauzes");
    for (const Pauze& pauze : klok.pauzes)
        if (is_open(pauze) && pauze.reden == reden) return conflict("paused already: " + reden, "norm.fout.al_gepauzeerd");
    klok.pauzes.push_back({std::move(reden), std::max(op, last_seen(klok)), std::nullopt});
    return klok;
}

Result<Klok> resume(Klok klok, std::string_view reden, Instant op, const ServiceCalendar& calendar) {
    const auto paused = std::find_if(klok.pauzes.begin(), klok.pauzes.end(),
                                     [&](const Pauze& pauze) { return is_open(pauze) && pauze.reden == reden; });
    if (paused == klok.pauzes.end()) return conflict("not paused", "norm.fout.niet_gepauzeerd");
    paused->tot_op = std::max(op, last_seen(klok));
    return with_due(std::move(klok), calendar);
}

Result<Klok> stop(Klok klok, Instant op, const ServiceCalendar& calendar) {
    if (klok.afloop) return stopped_already();
    const Instant stopped_op = std::max(op, last_seen(klok));
    end_pauses(klok, stopped_op);
    TRY(klok, with_due(std::move(klok), calendar));
    klok.afloop = Afloop{stopped_op, stopped_op <= klok.uiterlijk_op ? Uitkomst::gehaald : Uitkomst::gebroken};
    return klok;
}

Result<Klok> withdraw(Klok klok, Instant op) {
    if (klok.afloop) return stopped_already();
    const Instant stopped_op = std::max(op, last_seen(klok));
    end_pauses(klok, stopped_op);
    klok.afloop = Afloop{stopped_op, Uitkomst::vervallen};
    return klok;
}

Result<Klok> reopen(Klok klok, Instant op, const ServiceCalendar& calendar) {
    if (!klok.afloop) return conflict("the clock runs", "norm.fout.klok_loopt");
    if (klok.pauzes.size() >= pauzes_limit) return conflict("too many pauses", "norm.fout.te_veel_pauzes");
    const Instant stopped_op = klok.afloop->op;
    klok.afloop.reset();
    klok.pauzes.push_back({std::string(pauze_afgesloten), stopped_op, std::max(op, stopped_op)});
    return with_due(std::move(klok), calendar);
}

Result<Klok> change_norm(Klok klok, const Normkeuze& keuze, const ServiceCalendar& calendar) {
    if (klok.afloop) return klok;
    klok.norm = keuze.norm;
    klok.meet = keuze.meet;
    klok.term = keuze.term;
    return with_due(std::move(klok), calendar);
}

Result<Klok> recompute(Klok klok, const ServiceCalendar& calendar) {
    if (klok.afloop) return klok;
    return with_due(std::move(klok), calendar);
}

Result<Due> explain(const Klok& klok, const ServiceCalendar& calendar) {
    Explanation steps;
    TRY(const Instant op, due_with(klok, calendar, &steps));
    return Due{op, std::move(steps)};
}

bool is_paused(const Klok& klok) {
    return !klok.afloop && std::any_of(klok.pauzes.begin(), klok.pauzes.end(), is_open);
}

Stand stand(const Klok& klok, Instant now) {
    if (klok.afloop) {
        switch (klok.afloop->uitkomst) {
            case Uitkomst::gehaald: return Stand::gehaald;
            case Uitkomst::gebroken: return Stand::gebroken;
            case Uitkomst::vervallen: return Stand::vervallen;
        }
    }
    if (!is_paused(klok)) return now > klok.uiterlijk_op ? Stand::te_laat : Stand::loopt;
    const Instant paused_op = blocks_of(klok.pauzes, klok.gestart_op).back().van_op;
    return paused_op > klok.uiterlijk_op ? Stand::te_laat : Stand::gepauzeerd;
}

Result<Meting> measure(const Klok& klok, Instant now, const ServiceCalendar& calendar) {
    const Instant end = klok.afloop ? klok.afloop->op : std::max(now, last_seen(klok));
    const Instant begin = klok.gestart_op;
    Meting meting;
    meting.doorlooptijd = end - begin;
    TRY(meting.werktijd, calendar.working_time_between(begin, end));
    TRY(meting.werkdagen, closings_between(begin, begin, end, calendar));
    for (const Block& block : blocks_of(klok.pauzes, begin)) {
        const Instant tot = std::min(block.tot_op.value_or(end), end);
        meting.gepauzeerd += tot - block.van_op;
        TRY(const seconds opening, calendar.working_time_between(block.van_op, tot));
        meting.werktijd -= opening;
        TRY(const int closings, closings_between(begin, block.van_op, tot, calendar));
        meting.werkdagen -= closings;
    }
    return meting;
}

}  // namespace dichtbij::norm
