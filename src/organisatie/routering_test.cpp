#include "organisatie/routering.h"

#include <doctest/doctest.h>

#include <array>

namespace dichtbij::organisatie::routering_test {
namespace {

constexpr Id<dichtbij::Onderwerp> bomen{{1}};
constexpr Id<dichtbij::Onderwerp> paspoort{{2}};
constexpr Id<dichtbij::Product> kap{{3}};
constexpr Id<dichtbij::Team> team{{4}};
constexpr Id<dichtbij::Medewerker> ruben{{5}};

Routeringsregel regel(int volgorde = 1) {
    Routeringsregel r;
    r.volgorde = volgorde;
    r.doel_team = team;
    return r;
}

Vraag vraag() {
    Vraag v;
    v.kanaal = "telefoon";
    v.onderwerp = bomen;
    v.product = kap;
    return v;
}

const Moment open_monday{0, true};

}  // namespace

TEST_CASE("each condition of a row is compared with the question, and the row says which ones fail") {
    struct Case {
        const char* what;
        void (*make)(Routeringsregel&);
        std::vector<Verschil> verschillen;
    };
    const std::array cases{
        Case{"no condition", [](Routeringsregel&) {}, {}},
        Case{"its subject", [](Routeringsregel& r) { r.onderwerp = bomen; }, {}},
        Case{"another subject", [](Routeringsregel& r) { r.onderwerp = paspoort; }, {Verschil::onderwerp}},
        Case{"its product", [](Routeringsregel& r) { r.product = kap; }, {}},
        Case{"another product", [](Routeringsregel& r) { r.product = Id<dichtbij::Product>{{9}}; }, {Verschil::product}},
        Case{"its channel", [](Routeringsregel& r) { r.kanaal = "telefoon"; }, {}},
        Case{"another channel", [](Routeringsregel& r) { r.kanaal = "email"; }, {Verschil::kanaal}},
        Case{"its language", [](Routeringsregel& r) { r.taal = "nld"; }, {}},
        Case{"another language", [](Routeringsregel& r) { r.taal = "eng"; }, {Verschil::taal}},
        Case{"a skill not asked for", [](Routeringsregel& r) { r.vaardigheid = "gebarentaal"; }, {Verschil::vaardigheid}},
        Case{"its weekday", [](Routeringsregel& r) { r.weekdagen = 0x1f; }, {}},
        Case{"only Sunday", [](Routeringsregel& r) { r.weekdagen = 0x40; }, {Verschil::weekdag}},
        Case{"inside opening hours", [](Routeringsregel& r) { r.openingstijd = Openingstijd::binnen; }, {}},
        Case{"after hours", [](Routeringsregel& r) { r.openingstijd = Openingstijd::buiten; }, {Verschil::openingstijd}},
        Case{"two that fail", [](Routeringsregel& r) { r.onderwerp = paspoort; r.kanaal = "brief"; }, {Verschil::onderwerp, Verschil::kanaal}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        Routeringsregel row = regel();
        c.make(row);
        const Oordeel oordeel = judge(row, vraag(), open_monday, Stand{});
        CHECK(oordeel.verschillen == c.verschillen);
        CHECK(oordeel.uitkomst == (c.verschillen.empty() ? Uitkomst::past : Uitkomst::past_niet));
    }
}

TEST_CASE("a skill is compared as people write it") {
    Routeringsregel row = regel();
    row.vaardigheid = "gebarentaal";
    Vraag asked = vraag();
    asked.vaardigheid = " Gebarentaal ";
    CHECK(judge(row, asked, open_monday, Stand{}).uitkomst == Uitkomst::past);
}

TEST_CASE("a row that points at what is gone is a storing and says why") {
    struct Case {
        const char* what;
        void (*make)(Routeringsregel&, Stand&, Moment&);
        std::vector<Oorzaak> oorzaken;
    };
    const std::array cases{
        Case{"subject gone", [](Routeringsregel& r, Stand& s, Moment&) { r.onderwerp = bomen; s.onderwerp_known = false; }, {Oorzaak::onderwerp_weg}},
        Case{"product gone", [](Routeringsregel& r, Stand& s, Moment&) { r.product = kap; s.product_known = false; }, {Oorzaak::product_weg}},
        Case{"no calendar", [](Routeringsregel& r, Stand&, Moment& m) { r.openingstijd = Openingstijd::binnen; m.is_open.reset(); }, {Oorzaak::kalender_ontbreekt}},
        Case{"no target", [](Routeringsregel& r, Stand&, Moment&) { r.doel_team.reset(); }, {Oorzaak::geen_doel}},
        Case{"team lifted", [](Routeringsregel&, Stand& s, Moment&) { s.team_active = false; }, {Oorzaak::team_weg}},
        Case{"team of elsewhere", [](Routeringsregel&, Stand& s, Moment&) { s.team_serves_gemeente = false; }, {Oorzaak::team_elders}},
        Case{"nobody with the skill", [](Routeringsregel& r, Stand& s, Moment&) { r.doel_vaardigheid = "engels"; s.skill_in_team = false; }, {Oorzaak::niemand_met_vaardigheid}},
        Case{"person left", [](Routeringsregel& r, Stand& s, Moment&) { r.doel_medewerker = ruben; s.medewerker_in_service = false; }, {Oorzaak::medewerker_uit_dienst}},
        Case{"person without a team", [](Routeringsregel& r, Stand& s, Moment&) { r.doel_team.reset(); r.doel_medewerker = ruben; s.medewerker_in_team = false; }, {Oorzaak::medewerker_zonder_team}},
        Case{"what it does not use does not matter", [](Routeringsregel&, Stand& s, Moment& m) {
                 s.onderwerp_known = s.product_known = s.medewerker_in_service = s.medewerker_in_team = s.skill_in_team = false;
                 m.is_open.reset();
             }, {}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        Routeringsregel row = regel();
        Stand stand;
        Moment moment = open_monday;
        c.make(row, stand, moment);
        const Oordeel oordeel = judge(row, vraag(), moment, stand);
        CHECK(oordeel.oorzaken == c.oorzaken);
        CHECK(oordeel.uitkomst == (c.oorzaken.empty() ? Uitkomst::past : Uitkomst::storing));
    }
}

TEST_CASE("a broken row could have matched only when the conditions that can be read hold") {
    Routeringsregel row = regel();
    Stand gone;
    gone.team_active = false;
    CHECK(judge(row, vraag(), open_monday, gone).could_match);
    row.kanaal = "brief";
    CHECK_FALSE(judge(row, vraag(), open_monday, gone).could_match);
}

TEST_CASE("a row that is switched off neither matches nor breaks") {
    Routeringsregel row = regel();
    row.actief = false;
    Stand gone;
    gone.team_active = false;
    CHECK(judge(row, vraag(), open_monday, gone).uitkomst == Uitkomst::uit);
    CHECK(judge(row, vraag(), open_monday, gone).oorzaken.empty());
}

TEST_CASE("the most specific matching row decides: a subject before a product, before a channel") {
    std::vector<Routeringsregel> rows{regel(1), regel(2), regel(3), regel(4)};
    rows[0].kanaal = "telefoon";
    rows[1].product = kap;
    rows[1].kanaal = "telefoon";
    rows[2].onderwerp = bomen;
    rows[3].onderwerp = paspoort;
    rows[3].kanaal = "telefoon";
    const auto decide = [&] {
        std::vector<Oordeel> oordelen;
        for (const auto& row : rows) oordelen.push_back(judge(row, vraag(), open_monday, Stand{}));
        return winner(rows, oordelen);
    };
    CHECK(decide() == 2);
    rows[2].actief = false;
    CHECK(decide() == 1);
    rows[1].product.reset();  // now as specific as the first, which stands above it
    CHECK(decide() == 0);
    rows[0].volgorde = 9;
    CHECK(decide() == 1);
    CHECK(winner({}, {}) == std::nullopt);
}

}  // namespace dichtbij::organisatie::routering_test
