#include <doctest/doctest.h>

#include <set>

#include "support/heart.h"
#include "werk/escalatie.h"
#include "werk/klok_store.h"
#include "werk/nummer.h"
#include "werk/toezegging.h"
#include "werk/werklijst.h"

namespace dichtbij::werk::werk_model_test {
namespace {

using testing::at;

Toezegging promised(std::string_view made, std::string_view warned, std::string_view due) {
    Toezegging one;
    one.gedaan_op = at(made);
    one.waarschuwing_op = one.tijdig_tot_op = at(warned);
    one.beloofd_op = at(due);
    return one;
}

const Toezegging running = promised("2026-11-02 10:00", "2026-11-09 17:00", "2026-11-11 17:00");

}  // namespace

TEST_CASE("moving a promise keeps its history and says whether the resident knew in time") {
    struct Row {
        const char* now;
        Stand old_stand;
        bool missed, told_too_late;
    };
    for (const Row& row : {Row{"2026-11-03 09:00", Stand::verzet, false, false}, Row{"2026-11-09 17:00", Stand::verzet, false, false},
                           Row{"2026-11-09 17:01", Stand::verzet, false, true}, Row{"2026-11-11 17:00", Stand::verzet, false, true},
                           Row{"2026-11-11 17:01", Stand::gemist, true, true}, Row{"2026-12-01 09:00", Stand::gemist, true, true}}) {
        CAPTURE(row.now);
        const Verzet verzet = move(running, {at("2027-01-04 17:00"), Nauwkeurigheid::dag, " advies is later ", OpVerzoek{}}, at(row.now));
        CHECK(verzet.oude.stand == row.old_stand);
        CHECK(verzet.oude.gemist_op.has_value() == row.missed);
        CHECK(verzet.oude.beeindigd_op == at(row.now));
        CHECK(verzet.nieuwe.te_laat_verteld == row.told_too_late);
        CHECK(verzet.nieuwe.volgnummer == 2);
        CHECK(verzet.nieuwe.stand == Stand::lopend);
        CHECK(verzet.nieuwe.reden == "advies is later");
        CHECK(verzet.nieuwe.hoe_verteld == Hoe_verteld::op_verzoek);
    }
}

TEST_CASE("a move asks for a reason, words for the resident or the attempt to reach him, and a moment to come") {
    const Instant now = at("2026-11-03 09:00"), later = at("2026-11-20 17:00");
    struct Row {
        const char* what;
        Verzetting verzetting;
        std::vector<std::string> wrong;
    };
    for (const Row& row : {Row{"whole", {later, {}, "ziek", PerBericht{"telefoon", "Wij bellen u later."}}, {}},
                           Row{"asked for", {later, {}, "op vakantie", OpVerzoek{}}, {}},
                           Row{"not reached", {later, {}, "ziek", NietTeBereiken{"2 keer gebeld"}}, {}},
                           Row{"no reason", {later, {}, "  ", OpVerzoek{}}, {"reden"}},
                           Row{"no words", {later, {}, "ziek", PerBericht{"email", ""}}, {"bericht"}},
                           Row{"no channel", {later, {}, "ziek", PerBericht{"", "Later."}}, {"kanaal"}},
                           Row{"no attempt", {later, {}, "ziek", NietTeBereiken{""}}, {"poging"}},
                           Row{"in the past", {now, {}, "ziek", OpVerzoek{}}, {"beloofd_op"}},
                           Row{"too long", {later, {}, std::string(reden_limit + 1, 'x'), OpVerzoek{}}, {"reden"}}}) {
        CAPTURE(row.what);
        std::vector<std::string> wrong;
        if (const auto checked = check(row.verzetting, now); !checked)
            for (const auto& field : checked.error().fields) wrong.push_back(field.field);
        CHECK(wrong == row.wrong);
    }
}

TEST_CASE("the ladder climbs owner, lead, manager, and never before its anchor") {
    const Beloftemomenten week{at("2026-11-23 08:30"), at("2026-11-25 17:00")};
    const auto add = [](Instant van, int count) { return van + days(count); };
    const Ladder ladder = default_ladder();
    CHECK(next_step_op(ladder, 0, week, add) == at("2026-11-23 08:30"));
    CHECK(next_step_op(ladder, 1, week, add) == at("2026-11-24 08:30"));
    CHECK(next_step_op(ladder, 2, week, add) == at("2026-11-25 17:00:01"));
    CHECK_FALSE(next_step_op(ladder, 3, week, add));
    const Beloftemomenten hours{at("2026-11-23 11:30"), at("2026-11-23 12:00")};
    CHECK(next_step_op(ladder, 1, hours, add) == at("2026-11-23 12:00"));
}

TEST_CASE("a number is drawn in its year, is read as people type it, and gets longer when short ones are gone") {
    SimulatedClock clock(at("2026-12-31 23:30"));
    IdSource ids(clock, 3);
    const std::string first = draw_nummer('T', clock.now(), 0, ids);
    CHECK(first.size() == 13);
    CHECK(first.starts_with("T-2026-"));
    CHECK(draw_nummer('T', clock.now(), short_nummer_attempts, ids).size() == 15);
    std::set<std::string> drawn;
    for (int i = 0; i < 1000; ++i) drawn.insert(draw_nummer('T', clock.now(), 0, ids));
    CHECK(drawn.size() > 990);
    CHECK(nummer_from("t 2026 048291") == "T-2026-048291");
    CHECK(nummer_from(" T2026048291 ") == "T-2026-048291");
    CHECK(nummer_from("K-2026-04829112") == "K-2026-04829112");
    for (const char* bad : {"", "T", "048291", "T-2026-0482", "T-2026-04829x", "T-2026-0482911234"}) {
        CAPTURE(bad);
        CHECK(nummer_from(bad).empty());
    }
}

TEST_CASE("buckets: late, today, the week until Sunday, later, and what waits apart unless it is late") {
    const Bakgrenzen grenzen = bakgrenzen(at("2026-11-25 10:00"));  // a Wednesday
    CHECK(grenzen.morgen == at("2026-11-26 00:00"));
    CHECK(grenzen.volgende_week == at("2026-11-30 00:00"));
    Werk one;
    struct Row {
        const char* moment;
        bool waits;
        Bak bak;
    };
    for (const Row& row : {Row{"2026-11-25 09:59", false, Bak::te_laat}, Row{"2026-11-25 09:59", true, Bak::te_laat},
                           Row{"2026-11-25 17:00", false, Bak::vandaag}, Row{"2026-11-25 17:00", true, Bak::wacht},
                           Row{"2026-11-29 17:00", false, Bak::deze_week}, Row{"2026-11-30 00:00", false, Bak::later}}) {
        CAPTURE(row.moment);
        one.orde_op = at(row.moment);
        one.wacht = row.waits ? std::optional(Wachtreden::inwoner) : std::nullopt;
        CHECK(bak_of(one, grenzen) == row.bak);
    }
    CHECK(bakgrenzen(at("2026-11-29 10:00")).volgende_week == at("2026-11-30 00:00"));  // a Sunday
}

TEST_CASE("a saved view and a bookmark come back as they were") {
    WerklijstVraag vraag;
    vraag.wie = Wie::team;
    vraag.team = Id<Team>{Uuid{1, 2}};
    vraag.bak = Bak::te_laat;
    vraag.soort = Soort::zaak;
    vraag.aanvaarding = Aanvaarding::niet_aanvaard;
    vraag.kanaal = "email";
    vraag.tekst = "beuk";
    CHECK(vraag_from(as_text(vraag)) == vraag);
    CHECK(vraag_from("wie=iets\nonbekend=1\n\n=") == WerklijstVraag{});
    const Bladwijzer here{at("2026-11-25 17:00"), Id<dichtbij::Werk>{Uuid{7}}};
    CHECK(Bladwijzer::parse(here.text()) == here);
    for (const char* bad : {"", "12", "12.", "x.00000000-0000-0000-0000-000000000000", "1.2"}) CHECK_FALSE(Bladwijzer::parse(bad));
}

TEST_CASE("a term is stored as text and read back") {
    for (const norm::Term& term : {norm::Term{norm::WorkingDays{2}}, norm::Term{norm::WorkingTime{minutes(120)}}, norm::Term{norm::ClockTime{minutes(5)}},
                                   norm::Term{norm::CalendarDays{42}}, norm::Term{norm::LegalTerm{{8, norm::Termijneenheid::weken}, norm::Telling::vanaf_de_dag_zelf, norm::Regime::geen}},
                                   norm::Term{norm::LegalTerm{{8, norm::Termijneenheid::weken}, {}, {}, norm::Duur{6, norm::Termijneenheid::weken}}}}) {
        CAPTURE(term_text(term));
        CHECK(term_from(term_text(term)) == term);
    }
    for (const char* bad : {"", "dagen 2", "werkdagen", "werkdagen x", "wettelijk 8w", "wettelijk 8q 0 0", "wettelijk 8w 0 0 6q"}) CHECK_THROWS_AS(term_from(bad), store::BadColumn);
}

}  // namespace dichtbij::werk::werk_model_test
