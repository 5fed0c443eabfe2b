#include "norm/klok.h"

#include <doctest/doctest.h>

#include "norm/norm_test_calendars.h"

namespace dichtbij::norm::klok_test {
namespace {

using namespace testing;

const ServiceCalendar& office() {
    static const ServiceCalendar calendar = compiled(office_hours());
    return calendar;
}

Klok started(const Term& term, const char* op) {
    return start({"test", Meetmoment::volledig_antwoord, term}, at(op), office()).value();
}
Klok paused(const Klok& klok, const char* op, const char* reden = "wacht") { return pause(klok, reden, at(op)).value(); }
Klok resumed(const Klok& klok, const char* op, const char* reden = "wacht") {
    return resume(klok, reden, at(op), office()).value();
}
Klok stopped(const Klok& klok, const char* op) { return stop(klok, at(op), office()).value(); }
std::string due_of(const Klok& klok) { return civil(klok.uiterlijk_op); }

const Term two_hours = WorkingTime{minutes(120)};
const Term two_days = WorkingDays{2};

}  // namespace

TEST_CASE("a clock is kept at its due moment and broken a second later") {
    const Klok klok = started(two_hours, "2026-06-03 10:00");
    CHECK(due_of(klok) == "2026-06-03 12:00");
    CHECK(stopped(klok, "2026-06-03 12:00").afloop->uitkomst == Uitkomst::gehaald);
    CHECK(stopped(klok, "2026-06-03 12:00:01").afloop->uitkomst == Uitkomst::gebroken);
    CHECK(stand(klok, at("2026-06-03 12:00")) == Stand::loopt);
    CHECK(stand(klok, at("2026-06-03 12:00:01")) == Stand::te_laat);
    CHECK_FALSE(stop(stopped(klok, "2026-06-03 11:00"), at("2026-06-03 11:30"), office()));
}

TEST_CASE("a pause gives back the opening time inside it") {
    Klok klok = started(two_hours, "2026-06-03 10:00");
    klok = paused(klok, "2026-06-03 11:00");
    CHECK(stand(klok, at("2026-06-09 11:00")) == Stand::gepauzeerd);
    klok = resumed(klok, "2026-06-04 10:00");  // six hours on Wednesday, one on Thursday
    CHECK(due_of(klok) == "2026-06-04 11:00");
    CHECK(civil(klok.aanvankelijk_op) == "2026-06-03 12:00");
}

TEST_CASE("several pauses within one minute each count for their own seconds") {
    Klok klok = started(two_hours, "2026-06-03 10:00");
    klok = resumed(paused(klok, "2026-06-03 10:30:05"), "2026-06-03 10:30:15");
    klok = resumed(paused(klok, "2026-06-03 10:30:20"), "2026-06-03 10:30:40");
    klok = resumed(paused(klok, "2026-06-03 10:30:50"), "2026-06-03 10:30:50");
    CHECK(due_of(klok) == "2026-06-03 12:00:30");
    CHECK(klok.pauzes.size() == 3);
}

TEST_CASE("pauses inside or over one another count once, and the clock runs when the last has ended") {
    Klok klok = started(two_hours, "2026-06-03 10:00");
    klok = paused(klok, "2026-06-03 10:10", "wacht_op_inwoner");
    klok = paused(klok, "2026-06-03 10:20", "wacht_op_keten");
    CHECK_FALSE(pause(klok, "wacht_op_keten", at("2026-06-03 10:25")));
    klok = resumed(klok, "2026-06-03 10:40", "wacht_op_inwoner");
    CHECK(is_paused(klok));
    CHECK(due_of(klok) == "2026-06-03 12:00");
    CHECK(stand(klok, at("2026-06-03 15:00")) == Stand::gepauzeerd);
    klok = resumed(klok, "2026-06-03 11:00", "wacht_op_keten");
    CHECK(due_of(klok) == "2026-06-03 12:50");

    Klok nested = started(two_hours, "2026-06-03 10:00");
    nested = paused(nested, "2026-06-03 10:10", "a");
    nested = resumed(paused(nested, "2026-06-03 10:20", "b"), "2026-06-03 10:30", "b");
    CHECK(due_of(nested) == "2026-06-03 12:00");
    CHECK(due_of(resumed(nested, "2026-06-03 11:10", "a")) == "2026-06-03 13:00");
}

TEST_CASE("a pause over a holiday gives back no time of the holiday") {
    Klok klok = started(two_hours, "2026-04-02 16:00");
    klok = resumed(paused(klok, "2026-04-02 16:30"), "2026-04-07 09:30");  // Easter between
    CHECK(due_of(klok) == "2026-04-07 11:00");
}

TEST_CASE("a pause over a change of summer time gives back real time") {
    const Klok spring = started(ClockTime{minutes(300)}, "2026-03-29 00:00");
    CHECK(due_of(resumed(paused(spring, "2026-03-29 01:00"), "2026-03-29 04:00")) == "2026-03-29 08:00");
    const Klok autumn = started(WorkingTime{minutes(600)}, "2026-10-23 16:00");
    CHECK(due_of(resumed(paused(autumn, "2026-10-23 16:30"), "2026-10-26 09:30")) == "2026-10-27 11:00");
}

TEST_CASE("pausing and answering in one act meets the norm") {
    const Klok klok = started(two_hours, "2026-06-03 10:00");
    CHECK(stopped(paused(klok, "2026-06-03 11:00"), "2026-06-03 11:00").afloop->uitkomst == Uitkomst::gehaald);
    const Klok answered = stopped(klok, "2026-06-03 11:00");
    CHECK(pause(answered, "wacht", at("2026-06-03 11:00")).value() == answered);
}

TEST_CASE("closing while paused ends the pause and is in time") {
    const Klok klok = stopped(paused(started(two_hours, "2026-06-03 10:00"), "2026-06-03 11:00"), "2026-06-19 15:00");
    CHECK(klok.afloop->uitkomst == Uitkomst::gehaald);
    CHECK_FALSE(is_paused(klok));
    CHECK(klok.pauzes.back().tot_op == at("2026-06-19 15:00"));
    const Klok in_days = stopped(paused(started(two_days, "2026-06-03 10:00"), "2026-06-05 12:00"), "2026-06-08 12:00");
    CHECK(in_days.afloop->uitkomst == Uitkomst::gehaald);
}

TEST_CASE("a clock that is reopened gets back the time it was closed") {
    Klok klok = stopped(started(two_hours, "2026-06-03 10:00"), "2026-06-03 11:00");
    klok = reopen(klok, at("2026-06-08 09:00"), office()).value();
    CHECK(due_of(klok) == "2026-06-08 10:00");
    CHECK(stand(klok, at("2026-06-08 09:30")) == Stand::loopt);
    CHECK_FALSE(reopen(klok, at("2026-06-08 09:00"), office()));

    Klok late = stopped(started(two_hours, "2026-06-03 10:00"), "2026-06-03 14:00");
    late = reopen(late, at("2026-06-08 09:00"), office()).value();
    CHECK(due_of(late) == "2026-06-03 12:00");
    CHECK(stand(late, at("2026-06-08 09:00")) == Stand::te_laat);

    // Paused, closed, reopened: the pauses join.
    Klok joined = stopped(paused(started(two_hours, "2026-06-03 10:00"), "2026-06-03 11:00"), "2026-06-04 11:00");
    joined = reopen(joined, at("2026-06-05 11:00"), office()).value();
    CHECK(due_of(joined) == "2026-06-05 12:00");
}

TEST_CASE("a pause after the due moment repairs nothing") {
    Klok klok = started(two_hours, "2026-06-03 10:00");
    klok = paused(klok, "2026-06-03 14:00");
    CHECK(stand(klok, at("2026-06-03 15:00")) == Stand::te_laat);
    CHECK(due_of(resumed(klok, "2026-06-05 10:00")) == "2026-06-03 12:00");
}

TEST_CASE("a paused working day is one whose closing time falls in the pause") {
    struct Row {
        const char* van;
        const char* tot;
        const char* due;
    };
    for (const Row& row : {
             Row{"2026-06-03 10:30", "2026-06-03 16:00", "2026-06-05 17:00"},  // the day of receipt
             Row{"2026-06-03 10:30", "2026-06-04 08:00", "2026-06-05 17:00"},  // its closing does not count either
             Row{"2026-06-04 10:00", "2026-06-04 16:00", "2026-06-05 17:00"},  // within one day
             Row{"2026-06-04 10:00", "2026-06-05 10:00", "2026-06-08 17:00"},  // one closing
             Row{"2026-06-03 17:30", "2026-06-05 08:00", "2026-06-08 17:00"},  // Thursday whole
             Row{"2026-06-05 10:00", "2026-06-08 10:00", "2026-06-08 17:00"},  // over the weekend
             Row{"2026-06-05 17:00", "2026-06-08 10:00", "2026-06-05 17:00"},  // begun when it was due
             Row{"2026-06-04 10:00", "2026-06-11 10:00", "2026-06-12 17:00"},  // five closings
         }) {
        CAPTURE(row.van);
        CHECK(due_of(resumed(paused(started(two_days, "2026-06-03 10:00"), row.van), row.tot)) == row.due);
    }
}

TEST_CASE("a clock in working days is never late at the moment its pause ends") {
    for (const char* end : {"2026-06-05 16:59", "2026-06-05 17:00", "2026-06-08 08:00", "2026-06-08 17:00", "2026-06-30 23:00"}) {
        CAPTURE(end);
        const Klok klok = resumed(paused(started(two_days, "2026-06-03 10:00"), "2026-06-05 16:00"), end);
        CHECK(stand(klok, at(end)) == Stand::loopt);
    }
}

TEST_CASE("a legal term stands still as Awb 4:15 says, a term in calendar days by its midnights") {
    const Klok legal = started(LegalTerm{{8, Termijneenheid::weken}}, "2026-09-01 10:00");
    CHECK(due_of(resumed(paused(legal, "2026-09-10 15:00"), "2026-09-24 09:00")) == "2026-11-09 23:59:59");
    const Klok days = started(CalendarDays{10}, "2026-09-01 10:00");
    CHECK(due_of(days) == "2026-09-11 23:59:59");
    CHECK(due_of(resumed(paused(days, "2026-09-10 15:00"), "2026-09-12 09:00")) == "2026-09-13 23:59:59");
}

TEST_CASE("a change of norm keeps the start and what the pauses gave") {
    Klok klok = resumed(paused(started(two_hours, "2026-06-03 10:00"), "2026-06-03 10:30"), "2026-06-03 11:30");
    CHECK(due_of(klok) == "2026-06-03 13:00");
    klok = change_norm(klok, {"spoed", Meetmoment::volledig_antwoord, WorkingTime{minutes(60)}}, office()).value();
    CHECK(klok.norm == "spoed");
    CHECK(due_of(klok) == "2026-06-03 12:00");
    CHECK(civil(klok.aanvankelijk_op) == "2026-06-03 12:00");

    // Also while paused, and from hours to days.
    Klok waiting = paused(started(two_hours, "2026-06-03 10:00"), "2026-06-03 10:30");
    waiting = change_norm(waiting, {"dagen", Meetmoment::volledig_antwoord, two_days}, office()).value();
    CHECK(is_paused(waiting));
    CHECK(due_of(resumed(waiting, "2026-06-05 10:00")) == "2026-06-08 17:00");
}

TEST_CASE("a stopped clock keeps its outcome when the norm or the calendar changes") {
    const Klok klok = stopped(started(two_hours, "2026-06-03 10:00"), "2026-06-03 13:00");
    CHECK(change_norm(klok, {"ruim", Meetmoment::volledig_antwoord, WorkingDays{9}}, office()).value() == klok);
    CHECK(recompute(klok, office()).value() == klok);
}

TEST_CASE("a holiday that is added later moves the due moment, paused or not, and the first one stays known") {
    OpeningHours hours = office_hours();
    hours.sluitingsdagen = {{day("2026-06-04"), "brand"}};
    const ServiceCalendar changed = compiled(hours);
    const Klok klok = recompute(started(two_days, "2026-06-03 10:00"), changed).value();
    CHECK(due_of(klok) == "2026-06-08 17:00");
    CHECK(civil(klok.aanvankelijk_op) == "2026-06-05 17:00");

    Klok waiting = paused(started(two_hours, "2026-06-03 10:00"), "2026-06-03 11:00");
    waiting = recompute(waiting, changed).value();
    waiting = resume(waiting, "wacht", at("2026-06-05 10:00"), changed).value();  // Thursday is closed now
    CHECK(due_of(waiting) == "2026-06-05 11:00");
}

TEST_CASE("a withdrawn clock has no outcome and counts nowhere") {
    const Klok klok = withdraw(paused(started(two_hours, "2026-06-03 10:00"), "2026-06-03 11:00"), at("2026-06-09 10:00")).value();
    CHECK(stand(klok, at("2026-06-10 10:00")) == Stand::vervallen);
    CHECK_FALSE(is_paused(klok));
    CHECK_FALSE(withdraw(klok, at("2026-06-09 10:00")));
}

TEST_CASE("clocks of nodes that differ by seconds never give a pause of less than nothing") {
    const Klok klok = resumed(paused(started(two_hours, "2026-06-03 10:00"), "2026-06-03 11:00:05"), "2026-06-03 11:00:03");
    CHECK(klok.pauzes[0].tot_op == at("2026-06-03 11:00:05"));
    CHECK(due_of(klok) == "2026-06-03 12:00");
    CHECK(stopped(started(two_hours, "2026-06-03 10:00"), "2026-06-03 09:59:58").afloop->op == at("2026-06-03 10:00"));
}

TEST_CASE("the figures of a clock leave out its pauses and are never absent") {
    Klok klok = resumed(paused(started(two_days, "2026-06-03 10:00"), "2026-06-03 11:00"), "2026-06-03 12:00");
    klok = paused(klok, "2026-06-04 10:00");
    const Meting running = measure(klok, at("2026-06-05 10:00"), office()).value();
    CHECK(running == Meting{hours_of(48), hours_of(25), hours_of(7), 0});
    klok = stopped(resumed(klok, "2026-06-05 10:00"), "2026-06-08 12:00");
    CHECK(klok.afloop->uitkomst == Uitkomst::gehaald);
    const Meting closed = measure(klok, at("2027-01-01 00:00"), office()).value();
    CHECK(closed.doorlooptijd == hours_of(122));
    CHECK(closed.werktijd == hours_of(1 + 5 + 1 + 7 + 3));
    CHECK(closed.werkdagen == 1);
    CHECK(measure(started(two_hours, "2026-06-06 10:00"), at("2026-06-06 10:00"), office()).value() == Meting{});
}

TEST_CASE("the reason of a due moment names the pauses that moved it") {
    const Klok klok = resumed(paused(started(two_hours, "2026-06-03 10:00"), "2026-06-03 10:30"), "2026-06-03 11:30");
    const Due reason = explain(klok, office()).value();
    CHECK(reason.op == klok.uiterlijk_op);
    CHECK(plain(reason.explanation.back()) ==
          "norm.uitleg.pauze.werktijd|60|2026-06-03T08:30:00Z|2026-06-03T09:30:00Z|2026-06-03T11:00:00Z");
    const Klok legal = resumed(paused(started(LegalTerm{{8, Termijneenheid::weken}}, "2026-09-01 10:00"), "2026-09-10 15:00"), "2026-09-24 09:00");
    CHECK(has_step(explain(legal, office())->explanation, "norm.uitleg.opgeschort"));
}

}  // namespace dichtbij::norm::klok_test
