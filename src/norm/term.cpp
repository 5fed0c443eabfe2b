#include "norm/term.h"

namespace dichtbij::norm {
namespace {

constexpr std::int64_t minutes_limit = 5'256'000;
constexpr std::int64_t days_limit = 3'650;
constexpr int skipped_days_limit = 10;  // that an explanation names

Result<Done> within(std::int64_t amount, std::int64_t limit) {
    if (amount >= 1 && amount <= limit) return Done{};
    return invalid("aantal", "norm.fout.aantal", {"1", std::to_string(limit)});
}

Step step(std::string_view key, std::vector<Argument> args) { return {key, std::move(args)}; }

void explain_skipped(Explanation& steps, Day after, Day last, const ServiceCalendar& calendar) {
    int named = 0;
    for (Day day = after + days(1); day < last && named < skipped_days_limit; day += days(1)) {
        const auto reason = calendar.why_closed(day);
        if (!reason || weekday_of(day).iso_encoding() > 5) continue;
        steps.push_back(step("norm.uitleg.dag_gesloten", {day, *reason}));
        ++named;
    }
}

struct DueMoment {
    Instant start;
    const ServiceCalendar& calendar;

    Result<Instant> operator()(const WorkingTime& term) const { return calendar.add_working_time(start, term.duur); }
    Result<Instant> operator()(const ClockTime& term) const { return start + term.duur; }
    Result<Instant> operator()(const WorkingDays& term) const {
        TRY(const Day day, calendar.add_working_days(calendar.day_of(start), term.dagen));
        return calendar.closing_of(day);
    }
    Result<Instant> operator()(const CalendarDays& term) const {
        return calendar.end_of(calendar.day_of(start) + days(term.dagen));
    }
    Result<Instant> operator()(const LegalTerm& term) const {
        TRY(const Day last, last_day_only(term, calendar.day_of(start)));
        return calendar.end_of(last);
    }
};

struct Explainer {
    Instant start;
    Instant due;
    const ServiceCalendar& calendar;

    Explanation operator()(const WorkingTime& term) const {
        Explanation steps;
        const auto opening = calendar.next_opening(start);
        if (opening && *opening != start) steps.push_back(step("norm.uitleg.begint_bij_opening", {*opening}));
        explain_skipped(steps, calendar.day_of(start), calendar.day_of(due), calendar);
        steps.push_back(step("norm.uitleg.werktijd", {std::int64_t{term.duur.count()}, due}));
        return steps;
    }
    Explanation operator()(const ClockTime& term) const {
        return {step("norm.uitleg.kloktijd", {std::int64_t{term.duur.count()}, due})};
    }
    Explanation operator()(const WorkingDays& term) const {
        const Day received = calendar.day_of(start), last = calendar.day_of(due);
        Explanation steps{step("norm.uitleg.ontvangst_telt_niet", {received})};
        explain_skipped(steps, received, last, calendar);
        steps.push_back(step("norm.uitleg.werkdagen", {std::int64_t{term.dagen}, last, due}));
        return steps;
    }
    Explanation operator()(const CalendarDays& term) const {
        return {step("norm.uitleg.ontvangst_telt_niet", {calendar.day_of(start)}),
                step("norm.uitleg.kalenderdagen", {std::int64_t{term.dagen}, calendar.day_of(due)})};
    }
    Explanation operator()(const LegalTerm& term) const {
        return last_day(term, calendar.day_of(start)).map([](Einde einde) { return einde.explanation; }).value_or(Explanation{});
    }
};

}  // namespace

Termijnsoort soort_of(const Term& term) { return static_cast<Termijnsoort>(term.index()); }

bool is_in_hours(const Term& term) {
    return std::holds_alternative<WorkingTime>(term) || std::holds_alternative<ClockTime>(term);
}

Result<Instant> due_op(const Term& term, Instant start, const ServiceCalendar& calendar) {
    TRY_DONE(validate(term));
    return std::visit(DueMoment{start, calendar}, term);
}

Result<Due> due(const Term& term, Instant start, const ServiceCalendar& calendar) {
    TRY(const Instant op, due_op(term, start, calendar));
    return Due{op, std::visit(Explainer{start, op, calendar}, term)};
}

Result<Done> validate(const Term& term) {
    struct Limits {
        Result<Done> operator()(const WorkingTime& of) const { return within(of.duur.count(), minutes_limit); }
        Result<Done> operator()(const ClockTime& of) const { return within(of.duur.count(), minutes_limit); }
        Result<Done> operator()(const WorkingDays& of) const { return within(of.dagen, days_limit); }
        Result<Done> operator()(const CalendarDays& of) const { return within(of.dagen, days_limit); }
        Result<Done> operator()(const LegalTerm& of) const {
            if (of.duur.eenheid == Termijneenheid::uren) return invalid("eenheid", "norm.fout.termijn_in_uren");
            return within(of.duur.aantal, duur_limit(of.duur.eenheid));
        }
    };
    return std::visit(Limits{}, term);
}

}  // namespace dichtbij::norm
