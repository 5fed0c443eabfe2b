#include "norm/pauzes.h"

#include <algorithm>

#include "norm/legal_term.h"

namespace dichtbij::norm {
namespace {

// Moves a due moment past one pause, each kind of term in its own way.
struct Shift {
    const Klok& klok;
    const ServiceCalendar& calendar;
    Instant due;
    Instant van, tot;
    Explanation* steps;

    Result<Instant> operator()(const WorkingTime&) const {
        TRY(const seconds lost, calendar.working_time_between(van, tot));
        TRY(const Instant moved, calendar.add_working_time(due, lost));
        say("norm.uitleg.pauze.werktijd", lost.count() / 60, moved);
        return moved;
    }
    Result<Instant> operator()(const ClockTime&) const {
        say("norm.uitleg.pauze.kloktijd", (tot - van).count() / 60, due + (tot - van));
        return due + (tot - van);
    }
    Result<Instant> operator()(const WorkingDays&) const {
        TRY(const int lost, closings_between(klok.gestart_op, van, tot, calendar));
        if (lost == 0) return due;
        TRY(const Day day, calendar.add_working_days(calendar.day_of(due), lost));
        say("norm.uitleg.pauze.werkdagen", lost, calendar.closing_of(day));
        return calendar.closing_of(day);
    }
    Result<Instant> operator()(const CalendarDays&) const {
        const Day from = std::max(calendar.day_of(van), calendar.day_of(klok.gestart_op) + days(1));
        const auto lost = (calendar.day_of(tot) - from).count();
        if (lost <= 0) return due;
        const Instant moved = calendar.end_of(calendar.day_of(due) + days(lost));
        say("norm.uitleg.pauze.kalenderdagen", lost, moved);
        return moved;
    }
    Result<Instant> operator()(const LegalTerm&) const { return due; }  // by last_day: legal_due

  private:
    void say(std::string_view key, std::int64_t amount, Instant moved) const {
        if (steps && amount > 0) steps->push_back({key, {Argument(amount), Argument(van), Argument(tot), Argument(moved)}});
    }
};

Result<Instant> legal_due(const LegalTerm& term, const Klok& klok, const std::vector<Block>& blocks,
                          const ServiceCalendar& calendar, Explanation* steps) {
    Verloop verloop;
    for (const Block& block : blocks) {
        if (!block.tot_op) break;
        verloop.opschortingen.push_back(opschorting_after_invitation(
            calendar.day_of(block.van_op), calendar.day_of(*block.tot_op), Opschortingsgrond::aanvulling));
    }
    TRY(Einde einde, last_day(term, calendar.day_of(klok.gestart_op), verloop));
    if (steps) *steps = std::move(einde.explanation);
    return calendar.end_of(einde.datum);
}

}  // namespace

std::vector<Block> blocks_of(const std::vector<Pauze>& pauzes, Instant start) {
    std::vector<Pauze> sorted = pauzes;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Pauze& a, const Pauze& b) { return a.van_op < b.van_op; });
    std::vector<Block> blocks;
    for (const Pauze& pauze : sorted) {
        const Instant van = std::max(pauze.van_op, start);
        if (pauze.tot_op && *pauze.tot_op <= van) continue;
        if (!blocks.empty() && !blocks.back().tot_op) break;
        if (blocks.empty() || *blocks.back().tot_op < van) blocks.push_back({van, pauze.tot_op});
        else if (!pauze.tot_op) blocks.back().tot_op = std::nullopt;
        else blocks.back().tot_op = std::max(*blocks.back().tot_op, *pauze.tot_op);
    }
    return blocks;
}

Result<Instant> due_with(const Klok& klok, const ServiceCalendar& calendar, Explanation* steps) {
    const std::vector<Block> blocks = blocks_of(klok.pauzes, klok.gestart_op);
    if (const auto* legal = std::get_if<LegalTerm>(&klok.term)) return legal_due(*legal, klok, blocks, calendar, steps);
    Instant op;
    if (steps) {
        TRY(Due first, due(klok.term, klok.gestart_op, calendar));
        op = first.op;
        *steps = std::move(first.explanation);
    } else {
        TRY(op, due_op(klok.term, klok.gestart_op, calendar));
    }
    for (const Block& block : blocks) {
        if (!block.tot_op || block.van_op >= op) break;
        TRY(op, std::visit(Shift{klok, calendar, op, block.van_op, *block.tot_op, steps}, klok.term));
    }
    return op;
}

Result<int> closings_between(Instant start, Instant van, Instant tot, const ServiceCalendar& calendar) {
    return calendar.closings_between(std::max(van, calendar.end_of(calendar.day_of(start))), tot);
}

}  // namespace dichtbij::norm
