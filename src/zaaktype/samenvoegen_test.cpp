#include "zaaktype/samenvoegen.h"

#include <doctest/doctest.h>

#include "zaaktype/invoer_desk.h"
#include "zaaktype/regels.h"
#include "zaaktype/testing.h"

namespace dichtbij::zaaktype::samenvoegen_test {
namespace {

std::vector<std::string> paden(const std::vector<Keuzeverschil>& list) {
    std::vector<std::string> all;
    for (const auto& one : list) all.push_back(one.pad);
    return all;
}

using Paden = std::vector<std::string>;

}  // namespace

TEST_CASE("of two edits of a draft a person takes one field of the other and keeps his own") {
    Zaaktype hun = testing::kapvergunning(), mijn = hun;
    hun.wettelijke_termijn.aantal = 6;
    hun.statussen[1].naam.nl = "Wij bekijken het";
    mijn.statussen[1].naam.nl = "In onderzoek";
    mijn.doel = "Anders.";
    CHECK(paden(keuzeverschillen(hun, mijn)) == Paden{"doel", "wettelijke_termijn.aantal", "statussen[in-behandeling].naam.nl"});
    const Zaaktype merged = samengevoegd(hun, mijn, {"wettelijke_termijn.aantal"});
    CHECK(merged.wettelijke_termijn.aantal == 6);
    CHECK(merged.statussen[1].naam.nl == "In onderzoek");
    CHECK(merged.doel == "Anders.");
    CHECK(samengevoegd(hun, mijn, paden(keuzeverschillen(hun, mijn))) == hun);
    CHECK(samengevoegd(hun, mijn, {}) == mijn);
    CHECK(samengevoegd(hun, mijn, {"bestaat[niet].nl", "doel.nl", "[", "]"}) == mijn);
}

TEST_CASE("a status that came, went or moved is one choice about the list") {
    Zaaktype hun = testing::kapvergunning(), mijn = hun;
    hun.statussen.erase(hun.statussen.begin() + 1);
    mijn.statussen[1].naam.nl = "In onderzoek";
    mijn.statussen[0].naam.nl = "Binnen";
    CHECK(paden(keuzeverschillen(hun, mijn)) == Paden{"statussen", "statussen[ontvangen].naam.nl"});
    const Zaaktype theirs = samengevoegd(hun, mijn, {"statussen"});
    CHECK(theirs.statussen.size() == 2);
    CHECK(theirs.statussen[0].naam.nl == "Binnen");
    std::swap(hun.resultaten[0], hun.resultaten[1]);
    CHECK(samengevoegd(hun, mijn, {"resultaten"}).resultaten == hun.resultaten);
}

TEST_CASE("tasks and the choices of a question are chosen about as a whole") {
    Zaaktype hun = testing::kapvergunning(), mijn = hun;
    hun.taken.push_back({"Nog een advies", Taaksoort::extern_advies, "in-behandeling", 3});
    mijn.eigenschappen[1].keuzes.pop_back();
    CHECK(paden(keuzeverschillen(hun, mijn)) == Paden{"eigenschappen[reden].keuzes", "taken"});
    CHECK(samengevoegd(hun, mijn, {"taken", "eigenschappen[reden].keuzes"}) == hun);
}

TEST_CASE("what is confirmed by nobody is told by path") {
    Zaaktype z = testing::kapvergunning();
    CHECK(te_bevestigen(z) == Paden{"wettelijke_termijn.grondslag", "verlengen.grondslag", "resultaten[0].archief.selectielijst", "resultaten[1].archief.selectielijst"});
    z.wettelijke_termijn.te_bevestigen = false;
    z.verlengen.grondslag = "Awb 4:14";
    for (auto& resultaat : z.resultaten) resultaat.archief = {Nominatie::vernietigen, 5, Afleiding::afgehandeld, "11.1", false};
    CHECK(te_bevestigen(z).empty());
}

TEST_CASE("a form says what a case type is, and back") {
    for (const Zaaktype& z : {testing::kapvergunning(), testing::klacht()}) {
        const auto gelezen = Invoer(z).lees();
        CHECK(gelezen.fouten.empty());
        CHECK(gelezen.zaaktype == z);
    }
}

TEST_CASE("rows move, come and go with what was typed in them, also when it is no number") {
    http::Params form;
    form.add("taken[0].naam", "Eerste");
    form.add("taken[0].werkdagen", "vijf");
    form.add("taken[1].naam", "Tweede");
    form.add("taken[1].werkdagen", "3");
    Invoer in(form);
    CHECK(doe(in, *rijknop_of("taken[1].omhoog")) == 0);
    CHECK(in.get("taken[0].naam") == "Tweede");
    CHECK(in.get("taken[1].werkdagen") == "vijf");
    CHECK(doe(in, *rijknop_of("taken[0].weg")) == 0);
    CHECK(in.rijen("taken") == 1);
    CHECK(in.get("taken[0].naam") == "Eerste");
    CHECK(in.get("taken[1].naam").empty());
    CHECK(doe(in, *rijknop_of("taken.erbij")) == 1);
    CHECK(in.get("taken[1].werkdagen") == "0");
    CHECK(doe(in, *rijknop_of("taken[7].weg")) == 1);
    CHECK(doe(in, *rijknop_of("taken[1].omlaag")) == 1);
    CHECK(in.rijen("taken") == 2);
    CHECK(in.lees().fouten.size() >= 1);
}

TEST_CASE("what is no button among the rows does nothing") {
    for (const char* wrong : {"", "bewaar", "taken", "taken[1]", "taken[x].weg", "taken[-1].weg", "rollen.erbij", "taken[1].anders", "taken[99999999999].weg"}) {
        CAPTURE(wrong);
        CHECK(!rijknop_of(wrong));
    }
}

TEST_CASE("a form with rows without end, numbers of any size and unknown names is read without harm") {
    http::Params form;
    for (const char* naam : {"statussen[99999].code", "statussen[4294967296].code", "statussen[-1].code", "statussen[", "]statussen[", "statussen[1]", "keuzes[3]"}) form.add(naam, "x");
    form.add("wettelijke_termijn.aantal", "999999999999");
    form.add("leges.bedrag_cent", "12,5");
    for (int i = 0; i < 500; ++i) form.add("rollen", "niets");
    const auto gelezen = Invoer(form).lees();
    CHECK(gelezen.zaaktype.statussen.size() == 2);
    CHECK(!gelezen.fouten.empty());
}

TEST_CASE("the fee is typed in euros") {
    const std::pair<const char*, int> good[] = {{"", 0}, {"120", 12'000}, {"120,50", 12'050}, {"0.05", 5}, {"20000000", 2'000'000'000}};
    for (const auto& [typed, cents] : good) {
        CAPTURE(typed);
        http::Params form;
        form.add("leges.bedrag_cent", typed);
        CHECK(Invoer(form).lees().zaaktype.leges.bedrag_cent == cents);
    }
}

}  // namespace dichtbij::zaaktype::samenvoegen_test
