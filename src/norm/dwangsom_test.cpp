#include "norm/dwangsom.h"

#include <doctest/doctest.h>

namespace dichtbij::norm::dwangsom_test {
namespace {

Day day(const char* iso) { return *parse_day(iso); }
Ingebrekestelling notice() { return {day("2026-02-20"), day("2026-03-02"), {}, {}}; }

}  // namespace

TEST_CASE("a notice of default on 2 March 2026 costs at most 1442 euros (worked date 15)") {
    const Dwangsom whole = dwangsom(notice()).value();
    CHECK(to_iso(whole.eerste_datum) == "2026-03-17");
    CHECK(to_iso(whole.laatste_datum) == "2026-04-27");  // Koningsdag: the 42 days do not move
    CHECK(whole.aantal_dagen == 42);
    CHECK(whole.bedrag_cent == 1442'00);
    CHECK(to_iso(whole.vaststellen_datum) == "2026-05-11");
}

TEST_CASE("the penalty grows in three steps of fourteen days (worked date 15)") {
    struct Row {
        int count;
        std::int64_t euro;
    };
    for (const Row& row : {Row{0, 0}, Row{1, 23}, Row{14, 322}, Row{15, 357}, Row{20, 532}, Row{28, 812}, Row{42, 1442}, Row{99, 1442}}) {
        CAPTURE(row.count);
        CHECK(dwangsom_cent(row.count, day("2026-03-17")) == row.euro * 100);
    }
    CHECK(dwangsom_cent(42, day("2018-12-31")) == 1260'00);
    CHECK(dwangsom_cent(42, day("2019-01-01")) == 1442'00);
}

TEST_CASE("a decision ends the penalty; one within the two weeks prevents it") {
    auto decided = notice();
    decided.besluit_datum = day("2026-04-06");
    CHECK(dwangsom(decided)->aantal_dagen == 20);
    CHECK(dwangsom(decided)->bedrag_cent == 532'00);
    decided.besluit_datum = day("2026-03-16");
    CHECK(dwangsom(decided)->aantal_dagen == 0);
    CHECK(dwangsom(decided)->bedrag_cent == 0);
    decided.besluit_datum = day("2026-09-01");
    CHECK(dwangsom(decided)->bedrag_cent == 1442'00);
}

TEST_CASE("no penalty in the cases of 4:17 lid 6 and for the Woo") {
    for (const auto reason : {GeenDwangsom::onredelijk_laat, GeenDwangsom::geen_belanghebbende, GeenDwangsom::kennelijk_ongegrond,
                              GeenDwangsom::woo}) {
        auto excepted = notice();
        excepted.uitzondering = reason;
        CHECK(dwangsom(excepted)->bedrag_cent == 0);
        CHECK(dwangsom(excepted)->explanation.size() == 1);
    }
}

TEST_CASE("a notice before the term has passed is refused") {
    auto early = notice();
    early.ontvangen_datum = early.termijn_datum;
    const auto refused = dwangsom(early);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "norm.fout.ingebrekestelling_te_vroeg");
}

TEST_CASE("amounts after the day to which the law was read are marked to be checked") {
    CHECK(has_step(dwangsom(notice())->explanation, "norm.uitleg.dwangsom.bedragen_nakijken"));
}

}  // namespace dichtbij::norm::dwangsom_test
