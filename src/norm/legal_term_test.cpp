#include "norm/legal_term.h"

#include <doctest/doctest.h>

#include "norm/legal_calendar.h"
#include "norm/legal_rules.h"

namespace dichtbij::norm::legal_term_test {
namespace {

Day day(const char* iso) { return *parse_day(iso); }
constexpr Duur weeks(int count) { return {count, Termijneenheid::weken}; }
constexpr Duur of_days(int count) { return {count, Termijneenheid::dagen}; }
constexpr Duur of_months(int count) { return {count, Termijneenheid::maanden}; }

std::string end(const Duur& duur, const char* from) { return to_iso(last_day({duur}, day(from))->datum); }
std::string end(WettelijkeTermijn code, const char* from, const Verloop& verloop = {}) {
    return to_iso(last_day_of(code, day(from), verloop).value().datum);
}
Verloop extended(Duur duur, const char* told) { return {{}, Verdaging{duur, day(told)}}; }

using enum WettelijkeTermijn;

}  // namespace

TEST_CASE("a decision term of eight weeks ends on the days that were worked out by hand") {
    CHECK(end(awb_4_13, "2026-02-09") == "2026-04-07");  // worked date 1: 2e Paasdag
    CHECK(end(awb_4_13, "2026-02-06") == "2026-04-07");  // worked date 2: Goede Vrijdag
    CHECK(end(awb_4_13, "2026-03-07") == "2026-05-04");  // worked date 3: Saturday
    CHECK(end(awb_4_13, "2025-11-07") == "2026-01-05");  // worked date 4: 2 January equated
}

TEST_CASE("an objection term of six weeks ends on the days that were worked out by hand") {
    CHECK(end(awb_6_7, "2026-04-02") == "2026-05-18");  // worked date 5: Hemelvaart, then equated
    CHECK(end(awb_6_7, "2026-04-13") == "2026-05-26");  // worked date 6: 2e Pinksterdag
    CHECK(end(awb_6_7, "2026-11-13") == "2026-12-28");  // worked date 7: Christmas
    CHECK(end(awb_6_7, "2026-11-19") == "2026-12-31");  // worked date 8: no feestdag
    CHECK(end(awb_6_7, "2027-03-25") == "2027-05-10");  // worked date 9: Hemelvaart, then equated
}

TEST_CASE("a decision on an objection counts from the end of the objection term (worked date 10)") {
    const auto alone = objection_terms(day("2026-07-01"), Behandeling::zonder_commissie).value();
    CHECK(to_iso(alone.indienen.datum) == "2026-08-12");
    CHECK(to_iso(alone.beslissen.datum) == "2026-09-23");
    const auto committee = objection_terms(day("2026-07-01"), Behandeling::met_commissie).value();
    CHECK(to_iso(committee.beslissen.datum) == "2026-11-04");
    const auto longer = objection_terms(day("2026-07-01"), Behandeling::met_commissie, extended(weeks(6), "2026-10-20")).value();
    CHECK(to_iso(longer.beslissen.datum) == "2026-12-16");
}

TEST_CASE("a term that carries its extension ends where one that is told of it ends") {
    for (const auto& [duur, longer] : {std::pair{weeks(8), weeks(6)}, {weeks(4), weeks(2)}, {of_months(1), of_months(2)}, {of_days(10), of_days(3)}}) {
        CAPTURE(duur.aantal);
        const Verloop paused{{{day("2026-09-11"), day("2026-09-24"), Opschortingsgrond::aanvulling}}, {}};
        Verloop told = paused;
        told.verdaging = Verdaging{longer, day("2026-09-01")};
        const LegalTerm carries{duur, {}, {}, longer};
        CHECK(last_day(carries, day("2026-09-01"), paused)->datum == last_day({duur}, day("2026-09-01"), told)->datum);
        told.opschortingen.clear();
        CHECK(last_day_only(carries, day("2026-09-01")) == last_day({duur}, day("2026-09-01"), told)->datum);
    }
}

TEST_CASE("a Woo request is decided in four weeks, two more when that was told in time") {
    CHECK(end(woo_4_4, "2026-03-09") == "2026-04-07");  // worked date 11
    CHECK(end(woo_4_4, "2026-03-30") == "2026-04-28");  // worked date 11: Koningsdag
    CHECK(end(woo_4_4, "2026-06-02") == "2026-06-30");  // worked date 12
    CHECK(end(woo_4_4, "2026-06-02", extended(weeks(2), "2026-06-30")) == "2026-07-14");
    const auto late = last_day_of(woo_4_4, day("2026-06-02"), extended(weeks(2), "2026-07-01"));
    REQUIRE_FALSE(late);
    CHECK(late.error().key == "norm.fout.verdaging_te_laat");
    CHECK(end(woo_4_4_verstrekking, "2026-06-02") == "2026-06-16");
    CHECK(end(woo_4_6, "2026-06-02") == "2026-06-16");
}

TEST_CASE("an extension counts from the end that was not moved, the safe side for the municipality") {
    const auto einde = last_day_of(woo_4_4, day("2026-03-09"), extended(weeks(2), "2026-04-07")).value();
    CHECK(to_iso(einde.datum) == "2026-04-20");
}

TEST_CASE("a complaint is handled in six weeks, ten with a committee, four more when told (worked date 13)") {
    CHECK(end(awb_9_11, "2026-06-02") == "2026-07-14");
    CHECK(end(awb_9_11, "2026-06-02", extended(weeks(4), "2026-07-14")) == "2026-08-11");
    CHECK(end(awb_9_11_commissie, "2026-06-02") == "2026-08-11");
    CHECK(end(awb_9_11_commissie, "2026-06-02", extended(weeks(4), "2026-08-01")) == "2026-09-08");
    CHECK(end(awb_9_8, "2026-06-02") == "2026-06-30");
}

TEST_CASE("a term stands still from the day after the invitation until the day of completion (worked date 14)") {
    CHECK(end(awb_4_13, "2026-09-01") == "2026-10-27");
    const auto pause = opschorting_after_invitation(day("2026-09-10"), day("2026-09-24"), Opschortingsgrond::aanvulling);
    CHECK((pause.tot - pause.van).count() == 13);
    CHECK(end(awb_4_13, "2026-09-01", {{pause}, {}}) == "2026-11-09");
}

TEST_CASE("a term of three days holds at least two working days (worked date 16)") {
    CHECK(end(of_days(3), "2026-12-24") == "2026-12-29");
    CHECK(end(of_days(3), "2026-04-02") == "2026-04-08");
    CHECK(end(of_days(2), "2026-12-24") == "2026-12-28");  // art. 2 not below three days; art. 1 moves it
    CHECK(end(of_days(3), "2026-06-01") == "2026-06-04");
}

TEST_CASE("six weeks of views begin on the day itself (worked date 17)") {
    CHECK(end(awb_3_16, "2026-04-02") == "2026-05-13");
    const LegalTerm month{of_months(1), Telling::vanaf_de_dag_zelf};
    CHECK(to_iso(last_day(month, day("2026-05-01"))->zonder_verschuiving) == "2026-05-31");
    CHECK(to_iso(last_day(month, day("2026-01-31"))->zonder_verschuiving) == "2026-02-28");
}

TEST_CASE("a long term does not move its end (worked date 18)") {
    const auto einde = last_day_of(awb_3_18, day("2026-06-26")).value();
    CHECK(to_iso(einde.datum) == "2026-12-26");
    CHECK(has_step(einde.explanation, "norm.uitleg.niet_verschoven_artikel_4"));
}

TEST_CASE("the Termijnenwet ends at 90 days, 12 weeks and 3 months, and knows no hours or years") {
    for (const Duur& covered : {of_days(90), weeks(12), of_months(3), of_days(1)}) CHECK(termijnenwet_applies(covered));
    for (const Duur& beyond : {of_days(91), weeks(13), of_months(4), Duur{1, Termijneenheid::jaren}, Duur{2, Termijneenheid::uren}})
        CHECK_FALSE(termijnenwet_applies(beyond));
    CHECK(end(weeks(12), "2026-02-07") == "2026-05-04");                         // Saturday moves
    CHECK(end(weeks(13), "2026-02-07") == "2026-05-09");                         // Saturday stays
    CHECK(end({1, Termijneenheid::jaren}, "2025-12-25") == "2026-12-25");
    CHECK(end(awb_7_10_commissie, "2026-02-07", extended(weeks(6), "2026-04-01")) == "2026-06-13");  // 18 weeks: stays
    CHECK_FALSE(last_day({{48, Termijneenheid::uren}}, day("2026-06-01")));
}

TEST_CASE("a term in months ends on the day of the same number, or the last of a shorter month") {
    CHECK(end(of_months(1), "2026-02-28") == "2026-03-30");  // 28 March is a Saturday
    CHECK(to_iso(last_day({of_months(1)}, day("2026-01-31"))->zonder_verschuiving) == "2026-02-28");
    CHECK(to_iso(last_day({{1, Termijneenheid::jaren}}, day("2028-02-29"))->datum) == "2029-02-28");
}

TEST_CASE("a term counted back does not move") {
    const auto einde = counted_back(of_days(10), day("2026-04-16")).value();
    CHECK(to_iso(einde.datum) == "2026-04-06");  // 2e Paasdag
    CHECK(has_step(einde.explanation, "norm.uitleg.teruggeteld_schuift_niet"));
    CHECK(to_iso(counted_back(weeks(6), day("2026-06-15"))->datum) == "2026-05-04");
}

TEST_CASE("suspensions that overlap count once, and one that begins after the term has ended not at all") {
    const auto part = [](const char* van, const char* tot) {
        return Opschorting{day(van), day(tot), Opschortingsgrond::instemming};
    };
    const Verloop overlap{{part("2026-09-15", "2026-09-24"), part("2026-09-11", "2026-09-18")}, {}};
    CHECK(end(awb_4_13, "2026-09-01", overlap) == "2026-11-09");
    CHECK(end(awb_4_13, "2026-09-01", {{part("2026-10-28", "2026-11-20")}, {}}) == "2026-10-27");
    CHECK(end(awb_4_13, "2026-09-01", {{part("2026-10-27", "2026-10-29")}, {}}) == "2026-10-29");
    // Before the term began, and empty.
    CHECK(end(awb_4_13, "2026-09-01", {{part("2026-08-01", "2026-09-02"), part("2026-09-09", "2026-09-09")}, {}}) == "2026-10-27");
    const auto same_day = opschorting_after_invitation(day("2026-09-10"), day("2026-09-10"), Opschortingsgrond::aanvulling);
    CHECK(end(awb_4_13, "2026-09-01", {{same_day}, {}}) == "2026-10-27");
}

TEST_CASE("suspension and extension of one term add up") {
    const Verloop both{{opschorting_after_invitation(day("2026-09-10"), day("2026-09-24"), Opschortingsgrond::herstel_verzuim)},
                       Verdaging{weeks(6), day("2026-10-01")}};
    CHECK(end(awb_7_10, "2026-09-01", both) == "2026-12-07");  // 13 October, 13 days and 6 weeks
}

TEST_CASE("an authority extends no further than the law allows, unless the person agrees") {
    CHECK_FALSE(last_day_of(awb_9_11, day("2026-06-02"), extended(weeks(5), "2026-06-10")));
    CHECK_FALSE(last_day_of(awb_4_13, day("2026-06-02"), extended(weeks(2), "2026-06-10")));
    const auto agreed = last_day_of(awb_9_11, day("2026-06-02"), extended(weeks(8), "2026-06-10"), Verdagingsgrond::instemming);
    CHECK(to_iso(agreed.value().datum) == "2026-09-08");
}

TEST_CASE("the Omgevingswet, the AVG and the other terms of the table have their length") {
    CHECK(end(ow_16_64, "2026-02-09") == "2026-04-07");
    CHECK(end(ow_16_64, "2026-02-09", extended(weeks(6), "2026-04-01")) == "2026-05-18");
    CHECK(end(avg_12_3, "2026-03-05") == "2026-04-07");  // Sunday, then 2e Paasdag
    CHECK(end(avg_12_3, "2026-03-05", extended(of_months(2), "2026-03-20")) == "2026-06-05");
    CHECK_FALSE(last_day_of(avg_12_3, day("2026-02-14"), extended(of_months(3), "2026-03-01")));
    CHECK(end(awb_4_5, "2026-06-02") == "2026-06-30");
    CHECK(end(awb_4_18, "2026-04-27") == "2026-05-11");
    for (const LegalRule& rule : legal_rules()) CHECK(&rule_of(rule.code) == &rule);
    CHECK(legal_rules().size() == 16);
}

TEST_CASE("an objection is in time when received by the last day, or posted by then and received within a week") {
    const Day last = day("2026-08-12");
    CHECK(submitted_in_time(last, day("2026-08-12"), {}));
    CHECK_FALSE(submitted_in_time(last, day("2026-08-13"), {}));
    CHECK(submitted_in_time(last, day("2026-08-19"), day("2026-08-12")));
    CHECK_FALSE(submitted_in_time(last, day("2026-08-20"), day("2026-08-12")));
    CHECK_FALSE(submitted_in_time(last, day("2026-08-14"), day("2026-08-13")));
}

TEST_CASE("the reason below a date names every free day that moved it") {
    const auto einde = last_day({weeks(6)}, day("2026-04-02")).value();
    std::string lines;
    for (const Step& step : einde.explanation) lines += plain(step) + "\n";
    CHECK(lines ==
          "norm.uitleg.begin|2026-04-03\n"
          "norm.uitleg.duur.weken|6|2026-05-14\n"
          "norm.uitleg.vrije_dag|2026-05-14|norm.dag.hemelvaartsdag\n"
          "norm.uitleg.vrije_dag|2026-05-15|norm.dag.gelijkgesteld\n"
          "norm.uitleg.vrije_dag|2026-05-16|norm.dag.zaterdag\n"
          "norm.uitleg.vrije_dag|2026-05-17|norm.dag.zondag\n"
          "norm.uitleg.verschoven|2026-05-18\n");
}

TEST_CASE("a date beyond the known royal decrees says so") {
    CHECK(has_step(last_day({weeks(6)}, day("2029-01-02"))->explanation, "norm.uitleg.gelijkgesteld_onbekend"));
    CHECK_FALSE(has_step(last_day({weeks(6)}, day("2028-01-02"))->explanation, "norm.uitleg.gelijkgesteld_onbekend"));
}

TEST_CASE("a length of time is read as a number and a letter") {
    CHECK(parse_duur("8w") == weeks(8));
    CHECK(parse_duur("42d") == of_days(42));
    CHECK(parse_duur("6m") == of_months(6));
    CHECK(parse_duur("1j") == Duur{1, Termijneenheid::jaren});
    for (const char* bad : {"", "w", "8", "0w", "-1w", "8x", "8.5w", "99999w", "8 w", "1000001d", "101j"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_duur(bad));
    }
}

}  // namespace dichtbij::norm::legal_term_test
