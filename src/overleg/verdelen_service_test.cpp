#include "overleg/verdelen_service.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "overleg/overleg_service.h"
#include "support/zaken.h"

namespace dichtbij::overleg::verdelen_service_test {
namespace {

using testing::Zaken;

struct Team : Zaken {
    explicit Team(store::Store& opened) : Zaken(opened, "2026-09-07 09:00"), verdelen(opened, clock, ids, zaken, werk, log), overleg(opened, clock, ids, zaken, werk) {}
    VerdeelService verdelen;
    OverlegService overleg;

    std::vector<werk::Keuze> cases(int count) {
        std::vector<werk::Keuze> all;
        for (int i = 0; i < count; ++i) {
            const auto one = made();
            all.push_back({one.werk.id, one.werk.versie});
        }
        return all;
    }
    werk::Werk now(Id<Werk> id) {
        return store.read([&](store::Tx& tx) { return werk.stored(tx, id).value(); });
    }
    Verdeling over(std::vector<werk::Keuze> keuzes, std::vector<Id<Medewerker>> wie) { return {v.vergunningen, std::move(keuzes), OverMeer{std::move(wie)}, "Evenwicht", Vol::weigeren}; }
    Verdeling aan(std::vector<werk::Keuze> keuzes, Id<Medewerker> wie) { return {v.vergunningen, std::move(keuzes), AanEen{wie}, "Heeft ruimte", Vol::weigeren}; }
    void capacity(Id<Medewerker> wie, std::optional<int> most) { CHECK_THAT(verdelen.set_capaciteiten(marleen(), v.vergunningen, {{wie, most}}).has_value()); }
    int load(Id<Medewerker> wie) {
        const auto team = verdelen.bezetting(marleen(), v.vergunningen).value();
        const auto found = std::find_if(team.personen.begin(), team.personen.end(), [&](const Bezetting& one) { return one.medewerker == wie; });
        return found == team.personen.end() ? -1 : found->zaken;
    }
};

template <class F>
void in_each_team(F test) {
    auto schema = testing::zaken_schema();
    schema.insert(schema.end(), migrations().begin(), migrations().end());
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Team team(*fresh->store);
        test(team);
    }
}

}  // namespace

TEST_CASE("cases go to one colleague with the reason, and the timeline tells who divided") {
    in_each_team([](Team& o) {
        const auto chosen = o.cases(2);
        const auto uitslag = o.verdelen.verdeel(o.marleen(), o.aan(chosen, o.v.ilse)).value();
        CHECK(uitslag.gelukt() == 2);
        CHECK(o.load(o.v.ilse) == 2);
        for (const auto& one : chosen) {
            CHECK(o.now(one.werk).eigenaar == o.v.ilse);
            const auto lines = o.timeline(one.werk);
            const auto found = std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.gebeurtenis == "zaak.verdeeld"; });
            REQUIRE(found != lines.end());
            CHECK(found->toelichting == "Heeft ruimte");
            CHECK(found->door == o.v.marleen);
        }
        CHECK(o.zaak_faults().empty());
    });
}

TEST_CASE("over several the freest get the next, and who is full gets none without a word") {
    in_each_team([](Team& o) {
        o.capacity(o.v.ilse, 3);
        o.capacity(o.v.ruben, 1);
        const auto uitslag = o.verdelen.verdeel(o.marleen(), o.over(o.cases(5), {o.v.ruben, o.v.ilse})).value();
        CHECK(uitslag.gelukt() == 4);
        CHECK(o.load(o.v.ilse) == 3);
        CHECK(o.load(o.v.ruben) == 1);
        REQUIRE(uitslag.regels.back().fout.has_value());
        CHECK(uitslag.regels.back().fout->key == "verdelen.fout.allen_vol");
        auto again = o.over({{uitslag.regels.back().werk, o.now(uitslag.regels.back().werk).versie}}, {o.v.ruben, o.v.ilse});
        again.vol = Vol::toegestaan;
        CHECK(o.verdelen.verdeel(o.marleen(), again).value().gelukt() == 1);
        CHECK(o.verdelen.verdeel(o.marleen(), o.aan(o.cases(1), o.v.ruben)).value().regels[0].fout->key == "verdelen.fout.vol");
        o.capacity(o.v.ruben, std::nullopt);
        CHECK(o.verdelen.verdeel(o.marleen(), o.aan(o.cases(1), o.v.ruben)).value().gelukt() == 1);
    });
}

TEST_CASE("who is absent gets nothing when cases are divided over several, and his substitute what is given to him") {
    in_each_team([](Team& o) {
        o.absent(o.v.ruben, make_day(2026, 9, 7), make_day(2026, 9, 21), o.v.ilse);
        const auto uitslag = o.verdelen.verdeel(o.marleen(), o.over(o.cases(2), {o.v.ruben, o.v.ilse})).value();
        for (const auto& one : uitslag.regels) CHECK(one.naar == o.v.ilse);
        CHECK(o.verdelen.verdeel(o.marleen(), o.over(o.cases(1), {o.v.ruben})).value().regels[0].fout->key == "verdelen.fout.niemand_aanwezig");
        const auto given = o.verdelen.verdeel(o.marleen(), o.aan(o.cases(1), o.v.ruben)).value();
        CHECK(o.now(given.regels[0].werk).eigenaar == o.v.ilse);
        CHECK(o.load(o.v.ruben) == 1);
    });
}

TEST_CASE("one case that changed meanwhile is refused by itself, the others go") {
    in_each_team([](Team& o) {
        auto chosen = o.cases(3);
        CHECK_THAT(o.werk.accept(o.ruben(), chosen[1].werk, chosen[1].versie).has_value());
        chosen.push_back({Id<Werk>{o.ids.next()}, 1});
        const auto uitslag = o.verdelen.verdeel(o.marleen(), o.aan(chosen, o.v.ilse)).value();
        CHECK(uitslag.gelukt() == 2);
        CHECK(uitslag.regels[1].fout->key == "fout.gewijzigd");
        CHECK(uitslag.regels[1].nummer == o.now(chosen[1].werk).nummer);
        CHECK(uitslag.regels[3].fout->reason == Reason::not_found);
        CHECK(o.now(chosen[1].werk).eigenaar == o.v.ruben);
    });
}

TEST_CASE("a case that is given back is its lead's until someone accepts, and that is no passing on") {
    in_each_team([](Team& o) {
        const auto one = o.made();
        auto mine = o.werk.accept(o.ruben(), one.werk.id, one.werk.versie).value().werk;
        for (int turn = 0; turn < 2; ++turn) {
            const auto back = o.verdelen.verdeel(o.marleen(), {o.v.vergunningen, {{mine.id, o.now(mine.id).versie}}, Vrijgeven{}, "Ruben gaat met verlof", Vol::weigeren}).value();
            CHECK(back.gelukt() == 1);
            CHECK_FALSE(back.regels[0].naar.has_value());
            CHECK(o.now(mine.id).eigenaar == o.v.marleen);
            CHECK_FALSE(o.now(mine.id).aanvaard_op.has_value());
        }
        o.set("2026-09-08 06:00");
        CHECK(o.overleg.find_stuck(o.clock.now(), 100).vastgelopen == 0);
    });
}

TEST_CASE("dividing is for who leads the team and for managers, with a choice and a reason") {
    in_each_team([](Team& o) {
        const auto chosen = o.cases(1);
        CHECK(o.verdelen.verdeel(o.ruben(), o.aan(chosen, o.v.ilse)).error().reason == Reason::forbidden);
        CHECK(o.verdelen.verdeel(o.noor(), o.aan(chosen, o.v.ilse)).error().reason == Reason::not_found);
        CHECK(o.verdelen.bezetting(o.ruben(), o.v.vergunningen).error().reason == Reason::forbidden);
        CHECK(o.verdelen.set_capaciteiten(o.ruben(), o.v.vergunningen, {{o.v.ilse, 3}}).error().reason == Reason::forbidden);
        CHECK(o.verdelen.set_capaciteiten(o.marleen(), o.v.vergunningen, {{o.v.tom, 3}}).error().reason == Reason::invalid);
        CHECK(o.verdelen.set_capaciteiten(o.marleen(), o.v.vergunningen, {{o.v.ilse, -1}}).error().reason == Reason::invalid);
        CHECK(o.verdelen.verdeel(o.marleen(), o.aan({}, o.v.ilse)).error().fields.at(0).field == "keuze");
        auto wordless = o.aan(chosen, o.v.ilse);
        wordless.reden = " ";
        CHECK(o.verdelen.verdeel(o.marleen(), wordless).error().fields.at(0).field == "reden");
        CHECK(o.verdelen.verdeel(o.marleen(), o.over(chosen, {})).error().fields.at(0).field == "medewerkers");
        CHECK(o.verdelen.verdeel(o.marleen(), o.aan(chosen, o.v.tom)).value().regels[0].fout->reason == Reason::invalid);
        const auto manager = organisatie::testing::caller(o.v.sanne, {{access::Rol::manager, o.v.oeverland, {}}});
        CHECK(o.verdelen.verdeel(manager, o.aan(chosen, o.v.ilse)).value().gelukt() == 1);
    });
}

TEST_CASE("a list under a name that exists takes its place, and there is an end to how many") {
    in_each_team([](Team& o) {
        const auto first = o.verdelen.bewaar_keuze(o.ruben(), {Lijstplek::zaken, "Bomen", "lijst=alles", {}}).value();
        CHECK(o.verdelen.bewaar_keuze(o.ruben(), {Lijstplek::zaken, " Bomen ", "lijst=team", {}}).value().id == first.id);
        CHECK(o.verdelen.bewaar_keuze(o.ruben(), {Lijstplek::zaken, "", "lijst=team", {}}).error().reason == Reason::invalid);
        for (std::size_t i = 1; i < keuzes_limit; ++i) CHECK_THAT(o.verdelen.bewaar_keuze(o.ruben(), {Lijstplek::zaken, "Lijst " + std::to_string(i), "lijst=alles", {}}).has_value());
        CHECK(o.verdelen.bewaar_keuze(o.ruben(), {Lijstplek::zaken, "Een te veel", "lijst=alles", {}}).error().reason == Reason::conflict);
        CHECK(o.verdelen.verwijder_keuze(o.ilse(), first.id).error().reason == Reason::not_found);
        CHECK(o.verdelen.verwijder_keuze(o.ruben(), first.id).has_value());
        CHECK(o.store.read([&](store::Tx& tx) { return o.verdelen.keuzes(tx, o.ruben(), Lijstplek::zaken).size(); }) == keuzes_limit - 1);
    });
}

TEST_CASE("a list that is shared with a team is there for its members, and goes by its maker or who leads the team") {
    in_each_team([](Team& o) {
        const auto seen_by = [&](const access::Caller& caller) { return o.store.read([&](store::Tx& tx) { return o.verdelen.keuzes(tx, caller, Lijstplek::zaken).size(); }); };
        CHECK(o.verdelen.bewaar_keuze(o.ruben(), {Lijstplek::zaken, "Van het KCC", "lijst=team", o.v.kcc}).error().reason == Reason::forbidden);
        const auto shared = o.verdelen.bewaar_keuze(o.ruben(), {Lijstplek::zaken, "Bomen", "lijst=team", o.v.vergunningen}).value();
        CHECK_THAT(o.verdelen.bewaar_keuze(o.ruben(), {Lijstplek::zaken, "Van mij", "lijst=alles", {}}).has_value());
        CHECK(seen_by(o.ruben()) == 2);
        CHECK(seen_by(o.ilse()) == 1);
        CHECK(seen_by(o.tom()) == 0);
        CHECK(o.verdelen.verwijder_keuze(o.tom(), shared.id).error().reason == Reason::not_found);
        CHECK(o.verdelen.verwijder_keuze(o.ilse(), shared.id).error().reason == Reason::forbidden);
        CHECK(o.verdelen.verwijder_keuze(o.marleen(), shared.id).has_value());
        CHECK(seen_by(o.ruben()) == 1);
    });
}

TEST_CASE("columns and order of a list are kept for each employee and each list, the last ones only") {
    in_each_team([](Team& o) {
        const auto kept = [&](const access::Caller& caller, Lijstplek plek) { return o.store.read([&](store::Tx& tx) { return o.verdelen.vorm(tx, caller, plek); }); };
        CHECK(kept(o.ruben(), Lijstplek::zaken).empty());
        CHECK(o.verdelen.onthoud_vorm(o.ruben(), Lijstplek::zaken, "op=wet&kolom=wet").has_value());
        CHECK(o.verdelen.onthoud_vorm(o.ruben(), Lijstplek::zaken, "op=wet&kolom=stand").has_value());
        CHECK(o.verdelen.onthoud_vorm(o.ruben(), Lijstplek::zaken, std::string(lijstvorm_limit + 1, 'x')).error().reason == Reason::invalid);
        CHECK(kept(o.ruben(), Lijstplek::zaken) == "op=wet&kolom=stand");
        CHECK(kept(o.ruben(), Lijstplek::verdelen).empty());
        CHECK(kept(o.ilse(), Lijstplek::zaken).empty());
    });
}

}  // namespace dichtbij::overleg::verdelen_service_test
