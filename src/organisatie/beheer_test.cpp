#include "organisatie/organisatie_beheer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "organisatie/organisatie_store.h"
#include "organisatie/testing.h"
#include "support/stores.h"

namespace dichtbij::organisatie::beheer_test {
namespace {

using access::Caller;
using access::Rol;
using testing::caller;

const Instant now = *parse_instant("2026-11-23T09:00:00Z");  // a Monday
const Day today = day_of(now);

struct World {
    explicit World(store::testing::FreshStore& fresh) : store(*fresh.store), service(store, clock, ids) {
        v = store.write([&](store::Tx& tx) { return testing::build(tx, ids); });
        beheerder = caller(v.marleen, {{Rol::beheerder, v.oeverland, {}}});
        medewerker = caller(v.tom, {{Rol::kcc_medewerker, v.oeverland, {}}});
        vreemde = caller(v.noor, {{Rol::beheerder, v.heidedal, {}}});
    }
    template <class F>
    auto read(F f) {
        return store.read(f);
    }
    std::vector<journal::Line> lines(journal::Object soort, const Uuid& object) {
        return store.read([&](store::Tx& tx) { return journal::timeline_of_object(tx, soort, object, std::nullopt, 50); });
    }
    Team team(Id<dichtbij::Team> id) {
        return *store.read([&](store::Tx& tx) { return organisatie::team(tx, id); });
    }
    Medewerker person(Id<dichtbij::Medewerker> id) {
        return *store.read([&](store::Tx& tx) { return organisatie::medewerker(tx, id); });
    }

    SimulatedClock clock{now};
    IdSource ids{clock, 7};
    store::Store& store;
    OrganisatieService service;
    testing::Voorbeeld v;
    Caller beheerder, medewerker, vreemde;
};

template <class F>
void in_each_store(F test) {
    for (const auto& fresh : fresh_stores(testing::schema())) {
        CAPTURE(fresh->name);
        World world(*fresh);
        test(world);
    }
}

template <class T>
std::vector<std::string> wrong_fields(const Result<T>& result) {
    std::vector<std::string> fields;
    if (!result)
        for (const FieldError& error : result.error().fields) fields.push_back(error.field);
    return fields;
}

Afwezigheid absence(Id<dichtbij::Medewerker> who, Day van, Day tot) { return {{}, who, van, tot, "verlof", {}}; }

}  // namespace

TEST_CASE("a beheerder changes his gemeente, and the journal keeps the old words apart") {
    in_each_store([](World& w) {
        Gemeente wanted = *w.service.gemeente(w.beheerder, w.v.oeverland);
        wanted.naam = "  Nieuw Oeverland ";
        wanted.code = "gekaapt";
        REQUIRE(w.service.change(w.beheerder, wanted).has_value());
        const Gemeente after = *w.service.gemeente(w.beheerder, w.v.oeverland);
        CHECK(after.naam == "Nieuw Oeverland");
        CHECK(after.code == "oeverland");
        CHECK(after.versie == wanted.versie + 1);
        const auto lines = w.lines(journal::Object::gemeente, w.v.oeverland.bytes);
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].kenmerk("velden") == "naam");
        CHECK(lines[0].toelichting == "naam: Oeverland");
        CHECK(lines[0].door == w.v.marleen);
    });
}

TEST_CASE("a change on an old version is a conflict and writes nothing") {
    in_each_store([](World& w) {
        Gemeente mine = *w.service.gemeente(w.beheerder, w.v.oeverland);
        Gemeente theirs = mine;
        theirs.telefoon = "14 0398";
        REQUIRE(w.service.change(w.beheerder, theirs).has_value());
        mine.naam = "Anders";
        const auto refused = w.service.change(w.beheerder, mine);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().reason == Reason::conflict);
        CHECK(refused.error().key == "fout.gewijzigd");
        CHECK(w.service.gemeente(w.beheerder, w.v.oeverland)->naam == "Oeverland");
        CHECK(w.lines(journal::Object::gemeente, w.v.oeverland.bytes).size() == 1);
    });
}

TEST_CASE("without the role a change is refused, and what is of another gemeente is not there") {
    in_each_store([](World& w) {
        const Gemeente gemeente = *w.service.gemeente(w.beheerder, w.v.oeverland);
        const Team team = w.team(w.v.vergunningen);
        const Medewerker ruben = w.person(w.v.ruben);
        const Onderwerp bomen = *w.service.onderwerp(w.beheerder, w.v.bomen);
        Routeringsregel regel;
        regel.gemeente = w.v.oeverland;
        regel.naam = "Alles";
        regel.doel_team = w.v.kcc;
        const auto regel_id = w.service.add(w.beheerder, regel);
        REQUIRE(regel_id.has_value());
        struct Case {
            const Caller& who;
            Reason reason;
        };
        for (const Case& c : {Case{w.medewerker, Reason::forbidden}, Case{w.vreemde, Reason::not_found}}) {
            const auto refuses = [&](const auto& result) {
                CHECK_FALSE(result.has_value());
                if (!result.has_value()) CHECK(result.error().reason == c.reason);
            };
            refuses(w.service.change(c.who, gemeente));
            refuses(w.service.change_stijl(c.who, w.v.oeverland, {{}, "", false, 0}));
            refuses(w.service.add_afdeling(c.who, w.v.oeverland, "Nieuw"));
            refuses(w.service.change(c.who, team, {w.v.oeverland}));
            refuses(w.service.lift_team(c.who, team.id, team.versie));
            refuses(w.service.add_member(c.who, team.id, w.v.tom));
            refuses(w.service.remove_member(c.who, team.id, w.v.ilse));
            refuses(w.service.add_medewerker(c.who, w.v.oeverland, ruben));
            refuses(w.service.change(c.who, ruben));
            refuses(w.service.set_vaardigheden(c.who, ruben.id, {"engels"}));
            refuses(w.service.leave_service(c.who, ruben.id, today, 0));
            refuses(w.service.set_managers(c.who, w.v.oeverland, {}));
            refuses(w.service.add_afwezigheid(c.who, absence(w.v.ruben, today, today + days(1))));
            refuses(w.service.change(c.who, bomen));
            refuses(w.service.add(c.who, bomen));
            refuses(w.service.add(c.who, regel));
            refuses(w.service.regel(c.who, *regel_id));
            refuses(w.service.move(c.who, *regel_id, Richting::omhoog));
            refuses(w.service.remove(c.who, *regel_id, 0));
            refuses(w.service.reorder(c.who, w.v.oeverland, {*regel_id}));
            refuses(w.service.storingen(c.who, w.v.oeverland));
            Vraag vraag;
            vraag.gemeente = w.v.oeverland;
            refuses(w.service.probeer(c.who, vraag));
        }
        CHECK(w.service.gemeente(w.vreemde, w.v.oeverland).error().reason == Reason::not_found);
        CHECK(w.service.team(w.vreemde, w.v.vergunningen).error().reason == Reason::not_found);
        CHECK(w.service.team(w.vreemde, w.v.kcc).has_value());  // serves both
        CHECK(w.service.persoon(w.vreemde, w.v.ruben).error().reason == Reason::not_found);
    });
}

TEST_CASE("what is typed wrong is told by field, all at once") {
    in_each_store([](World& w) {
        Medewerker wanted;
        wanted.naam = std::string(101, 'x');
        wanted.email = "sanne de wit";
        wanted.telefoon = "bel mij";
        wanted.werkdagen = 0;
        CHECK(wrong_fields(w.service.add_medewerker(w.beheerder, w.v.oeverland, wanted)) ==
              std::vector<std::string>{"naam", "email", "telefoon", "werkdagen"});
        wanted.naam = "Sanne Twee";
        wanted.email = "SANNE@oeverland.example";
        wanted.telefoon = "+31 (0)6 1234-5600";
        wanted.werkdagen = 0x1f;
        CHECK(wrong_fields(w.service.add_medewerker(w.beheerder, w.v.oeverland, wanted)) == std::vector<std::string>{"email"});
        Onderwerp onderwerp = *w.service.onderwerp(w.beheerder, w.v.paspoort);
        onderwerp.naam = "bomen  KAPPEN";
        onderwerp.afhandelniveau = 6;
        onderwerp.team = w.v.jeugd;
        onderwerp.proceseigenaar = w.v.noor;
        CHECK(wrong_fields(w.service.change(w.beheerder, onderwerp)) ==
              std::vector<std::string>{"afhandelniveau", "team", "proceseigenaar", "naam"});
    });
}

TEST_CASE("another lead becomes a member and tells who listens") {
    in_each_store([](World& w) {
        std::vector<Id<dichtbij::Team>> told;
        w.service.hooks().on_lead_changed.push_back([&](store::Tx&, Id<dichtbij::Team> team) { told.push_back(team); });
        Team wanted = w.team(w.v.vergunningen);
        wanted.leider = w.v.tom;
        REQUIRE(w.service.change(w.beheerder, wanted, {w.v.oeverland}).has_value());
        CHECK(told == std::vector{w.v.vergunningen});
        CHECK(w.read([&](store::Tx& tx) { return members(tx, w.v.vergunningen).size(); }) == 4);
        wanted = w.team(w.v.vergunningen);
        wanted.naam = "Vergunningen en toezicht";
        REQUIRE(w.service.change(w.beheerder, wanted, {w.v.oeverland}).has_value());
        CHECK(told.size() == 1);
    });
}

TEST_CASE("a team that is still used cannot be lifted, and lifting it breaks the rows that point at it at once") {
    in_each_store([](World& w) {
        Routeringsregel regel;
        regel.gemeente = w.v.oeverland;
        regel.naam = "Kap";
        regel.doel_team = w.v.vergunningen;
        REQUIRE(w.service.add(w.beheerder, regel).has_value());
        const auto lift = [&] { return w.service.lift_team(w.beheerder, w.v.vergunningen, w.team(w.v.vergunningen).versie); };
        CHECK(lift().error().key == "organisatie.fout.team_in_gebruik");
        Onderwerp bomen = *w.service.onderwerp(w.beheerder, w.v.bomen);
        bomen.actief = false;
        REQUIRE(w.service.change(w.beheerder, bomen).has_value());
        Product kap = *w.service.product(w.beheerder, w.v.kapvergunning);
        kap.actief = false;
        REQUIRE(w.service.change(w.beheerder, kap).has_value());
        bool has_work = true;
        w.service.hooks().may_lift.push_back([&](store::Tx&, Id<dichtbij::Team>) -> Result<Done> {
            if (has_work) return conflict("open work", "werk.fout.team_heeft_werk");
            return Done{};
        });
        CHECK(lift().error().key == "werk.fout.team_heeft_werk");
        has_work = false;
        REQUIRE(lift().has_value());
        const auto storingen = w.read([&](store::Tx& tx) { return RouteringStore(tx).storingen(w.v.oeverland); });
        REQUIRE(storingen.size() == 1);
        CHECK(storingen[0].oorzaak == Oorzaak::team_weg);
    });
}

TEST_CASE("an employee leaves only without team, products and open work, and leaves his teams that day") {
    in_each_store([](World& w) {
        const auto leave = [&](Id<dichtbij::Medewerker> who, Day day) {
            return w.service.leave_service(w.beheerder, who, day, w.person(who).versie);
        };
        CHECK(leave(w.v.marleen, today).error().key == "organisatie.fout.leidt_team");
        CHECK(wrong_fields(leave(w.v.ruben, today - days(1))) == std::vector<std::string>{"in_dienst_tot"});
        bool has_work = true;
        w.service.hooks().may_leave.push_back([&](store::Tx&, Id<dichtbij::Medewerker>) -> Result<Done> {
            if (has_work) return conflict("open work", "werk.fout.heeft_werk");
            return Done{};
        });
        CHECK(leave(w.v.ruben, today).error().key == "werk.fout.heeft_werk");
        REQUIRE(leave(w.v.ruben, today + days(2)).has_value());
        CHECK(w.read([&](store::Tx& tx) { return members(tx, w.v.vergunningen).size(); }) == 3);
        w.clock.advance(days(2));
        w.service.process_departures();  // still has work: a day longer
        CHECK(w.person(w.v.ruben).in_dienst_tot == today + days(3));
        has_work = false;
        w.clock.advance(days(1));
        w.service.process_departures();
        CHECK(w.read([&](store::Tx& tx) { return members(tx, w.v.vergunningen).size(); }) == 2);
        CHECK_FALSE(w.read([&](store::Tx& tx) { return is_in_service(tx, w.v.ruben, today + days(3)); }));
        CHECK(w.person(w.v.ruben).naam == "Ruben Tjon-A-Fat");
    });
}

TEST_CASE("who substituted for others no longer does when he leaves") {
    in_each_store([](World& w) {
        REQUIRE(w.service.add_vervanging(w.beheerder, {{}, w.v.ilse, w.v.ruben, today, std::nullopt}).has_value());
        REQUIRE(w.service.leave_service(w.beheerder, w.v.ruben, today + days(10), w.person(w.v.ruben).versie).has_value());
        const auto persoon = w.service.persoon(w.beheerder, w.v.ilse);
        REQUIRE(persoon->vervanging.size() == 1);
        CHECK(persoon->vervanging[0].tot == today + days(10));
    });
}

TEST_CASE("absence is planned by the employee, his lead and the beheerder, and by nobody else") {
    in_each_store([](World& w) {
        const Caller lead = caller(w.v.sanne, {{Rol::kcc_medewerker, w.v.oeverland, {}}});
        const Caller teamleider = caller(w.v.ilse, {{Rol::teamleider, w.v.oeverland, w.v.kcc}});
        const Caller other_teamleider = caller(w.v.ilse, {{Rol::teamleider, w.v.oeverland, w.v.vergunningen}});
        int day = 0;
        std::vector<Id<dichtbij::Medewerker>> told;
        w.service.hooks().on_absence_changed.push_back([&](store::Tx&, Id<dichtbij::Medewerker> who) { told.push_back(who); });
        for (const Caller* who : std::array<const Caller*, 4>{&w.medewerker, &lead, &teamleider, &w.beheerder}) {
            const Day van = today + days(7 * day++);
            CHECK(w.service.add_afwezigheid(*who, absence(w.v.tom, van, van + days(5))).has_value());
        }
        CHECK(told.size() == 4);
        CHECK(w.service.add_afwezigheid(other_teamleider, absence(w.v.tom, today + days(60), today + days(61))).error().reason ==
              Reason::forbidden);
        CHECK(w.service.persoon(other_teamleider, w.v.tom)->afwezigheid.empty());
        CHECK(w.service.persoon(lead, w.v.tom)->afwezigheid.size() == 4);
    });
}

TEST_CASE("an absence has an end behind its begin, a known reason, another substitute and no overlap") {
    in_each_store([](World& w) {
        Afwezigheid wrong = absence(w.v.tom, today, today);
        wrong.reden = "griep";
        wrong.vervanger = w.v.tom;
        CHECK(wrong_fields(w.service.add_afwezigheid(w.medewerker, wrong)) == std::vector<std::string>{"reden", "tot", "vervanger"});
        REQUIRE(w.service.add_afwezigheid(w.medewerker, absence(w.v.tom, today, today + days(5))).has_value());
        CHECK(wrong_fields(w.service.add_afwezigheid(w.medewerker, absence(w.v.tom, today + days(4), today + days(9)))) ==
              std::vector<std::string>{"van"});
        CHECK(w.service.add_afwezigheid(w.medewerker, absence(w.v.tom, today + days(5), today + days(9))).has_value());
    });
}

TEST_CASE("coming back early ends an absence that began, and removes one that did not") {
    in_each_store([](World& w) {
        const auto begun = w.service.add_afwezigheid(w.medewerker, absence(w.v.tom, today - days(3), today + days(5)));
        const auto later = w.service.add_afwezigheid(w.medewerker, absence(w.v.tom, today + days(20), today + days(25)));
        REQUIRE(w.service.remove_afwezigheid(w.medewerker, *begun).has_value());
        REQUIRE(w.service.remove_afwezigheid(w.medewerker, *later).has_value());
        CHECK(w.service.persoon(w.medewerker, w.v.tom)->afwezigheid.empty());
        CHECK(w.read([&](store::Tx& tx) { return is_available(tx, w.v.tom, today); }));
        CHECK_FALSE(w.read([&](store::Tx& tx) { return is_available(tx, w.v.tom, today - days(3)); }));
        CHECK(w.service.remove_afwezigheid(w.medewerker, *begun).error().key == "organisatie.fout.al_voorbij");
    });
}

TEST_CASE("the directory finds by name, team and skill, and shows who is there and who acts") {
    in_each_store([](World& w) {
        REQUIRE(w.service.set_vaardigheden(w.beheerder, w.v.priya, {"Gebarentaal", "Engels", ""}).has_value());
        Afwezigheid leave = absence(w.v.priya, today, today + days(5));
        leave.vervanger = w.v.tom;
        REQUIRE(w.service.add_afwezigheid(w.beheerder, leave).has_value());
        REQUIRE(w.service.set_presence(w.medewerker, Staat::in_gesprek).has_value());
        struct Case {
            const char* zoek;
            std::vector<std::string> namen;
        };
        for (const Case& c : {Case{"koster", {"Marleen Köster"}}, Case{"geb", {"Priya Ramdin"}}, Case{"van brink", {"Ilse van den Brink"}},
                              Case{"vergun", {"Ilse van den Brink", "Marleen Köster", "Ruben Tjon-A-Fat"}}, Case{"oster", {}},
                              Case{"ramdin engels kcc", {"Priya Ramdin"}}, Case{"100%", {}}}) {
            CAPTURE(c.zoek);
            Gidsvraag vraag;
            vraag.zoek = c.zoek;
            std::vector<std::string> namen;
            const auto found = w.service.gids(w.medewerker, vraag);
            for (const Collega& collega : found->collegas) namen.push_back(collega.medewerker.naam);
            CHECK(namen == c.namen);
        }
        Gidsvraag vraag;
        vraag.vaardigheid = "Gebarentaal";
        const auto gids = w.service.gids(w.medewerker, vraag);
        REQUIRE(gids->collegas.size() == 1);
        CHECK(gids->collegas[0].beschikbaarheid.absent_until == today + days(5));
        CHECK(gids->collegas[0].beschikbaarheid.vervanger->naam == "Tom Baars");
        CHECK(w.service.persoon(w.medewerker, w.v.tom)->collega.beschikbaarheid.staat == Staat::in_gesprek);
        w.clock.advance(hours(3));
        CHECK(w.service.persoon(w.medewerker, w.v.tom)->collega.beschikbaarheid.staat == Staat::aanwezig);
        w.clock.advance(days(1));
        CHECK(w.service.persoon(w.medewerker, w.v.tom)->collega.beschikbaarheid.staat == std::nullopt);
        CHECK(w.service.gids(w.vreemde, {})->collegas.size() == 4);  // the KCC serves Heidedal too
    });
}

TEST_CASE("a routing row is saved only when it can be followed now, and keeps its place") {
    in_each_store([](World& w) {
        Routeringsregel regel;
        regel.gemeente = w.v.oeverland;
        regel.naam = "Eerste";
        CHECK(wrong_fields(w.service.add(w.beheerder, regel)) == std::vector<std::string>{"doel_team"});
        regel.doel_team = w.v.jeugd;
        CHECK(wrong_fields(w.service.add(w.beheerder, regel)) == std::vector<std::string>{"doel_team"});
        regel.doel_team = w.v.kcc;
        regel.doel_vaardigheid = "Chinees";
        CHECK(wrong_fields(w.service.add(w.beheerder, regel)) == std::vector<std::string>{"doel_vaardigheid"});
        regel.doel_vaardigheid.clear();
        std::vector<Id<Routeringsregel>> made;
        for (const char* naam : {"Een", "Twee", "Drie"}) {
            regel.naam = naam;
            made.push_back(*w.service.add(w.beheerder, regel));
        }
        const auto names = [&] {
            std::string all;
            const auto rows = w.service.regels(w.beheerder, w.v.oeverland);
            for (const auto& row : *rows) all += row.naam + " ";
            return all;
        };
        CHECK(names() == "Een Twee Drie ");
        REQUIRE(w.service.move(w.beheerder, made[2], Richting::omhoog).has_value());
        REQUIRE(w.service.move(w.beheerder, made[0], Richting::omhoog).has_value());
        CHECK(names() == "Een Drie Twee ");
        REQUIRE(w.service.reorder(w.beheerder, w.v.oeverland, {made[2], made[1], made[0]}).has_value());
        CHECK(names() == "Drie Twee Een ");
        CHECK(w.service.reorder(w.beheerder, w.v.oeverland, {made[2], made[1]}).error().key == "fout.gewijzigd");
        REQUIRE(w.service.remove(w.beheerder, made[1], 0).has_value());
        CHECK(names() == "Drie Een ");
    });
}

TEST_CASE("the test box tells of every row why, which one decides, and where the question goes") {
    in_each_store([](World& w) {
        Routeringsregel regel;
        regel.gemeente = w.v.oeverland;
        regel.doel_team = w.v.vergunningen;
        regel.naam = "Bomen";
        regel.onderwerp = w.v.bomen;
        REQUIRE(w.service.add(w.beheerder, regel).has_value());
        regel.naam = "Brieven";
        regel.onderwerp.reset();
        regel.kanaal = "brief";
        regel.doel_team = w.v.kcc;
        REQUIRE(w.service.add(w.beheerder, regel).has_value());
        Vraag vraag;
        vraag.gemeente = w.v.oeverland;
        vraag.kanaal = "telefoon";
        vraag.onderwerp = w.v.bomen;
        const auto proef = w.service.probeer(w.beheerder, vraag);
        REQUIRE(proef.has_value());
        CHECK(proef->afweging.winnaar == 0);
        CHECK(proef->afweging.oordelen[0].uitkomst == Uitkomst::past);
        CHECK(proef->afweging.oordelen[1].verschillen == std::vector{Verschil::kanaal});
        CHECK(proef->afweging.route.eigenaar == w.v.marleen);
        CHECK(w.lines(journal::Object::routering, proef->afweging.regels[0].id.bytes).size() == 1);  // only its making
    });
}

TEST_CASE("a style is kept only when it can be read, and its logo only when it is a picture") {
    in_each_store([](World& w) {
        Stijlwijziging wanted{{{"on-header", "#12394b"}}, "<svg/>", false, 0};
        CHECK(wrong_fields(w.service.change_stijl(w.beheerder, w.v.oeverland, wanted)) == std::vector<std::string>{"logo", "contrast"});
        wanted.nieuw_logo = "\x89PNG\r\n\x1a\n rest";
        wanted.variabelen = {{"brand", "#7a2a5f"}};
        REQUIRE(w.service.change_stijl(w.beheerder, w.v.oeverland, wanted).has_value());
        const Stijlrij kept = w.service.stijl(w.v.oeverland);
        CHECK(kept.stijl.value("brand") == "#7a2a5f");
        CHECK(kept.logo_soort == "image/png");
        CHECK(w.service.change_stijl(w.beheerder, w.v.oeverland, wanted).error().key == "fout.gewijzigd");
        CHECK(w.service.stijl(w.v.heidedal).versie == 0);
    });
}

TEST_CASE("a store that fails anywhere in a change of lead leaves nothing half done") {
    for (const auto& fresh : fresh_stores(testing::schema())) {
        World w(*fresh);
        Team wanted = w.team(w.v.vergunningen);
        wanted.leider = w.v.tom;
        for (int n = 1;; ++n) {
            const auto failing = failing_at(*fresh->store, n);
            const OrganisatieService service(*failing, w.clock, w.ids);
            try {
                const auto done = service.change(w.beheerder, wanted, {w.v.oeverland});
                if (done.has_value()) break;
            } catch (const store::Unavailable&) {
            }
            CHECK(w.team(w.v.vergunningen).leider == w.v.marleen);
            CHECK(w.read([&](store::Tx& tx) { return members(tx, w.v.vergunningen).size(); }) == 3);
            CHECK(w.lines(journal::Object::team, w.v.vergunningen.bytes).empty());
        }
        CHECK(w.team(w.v.vergunningen).leider == w.v.tom);
        CHECK(w.lines(journal::Object::team, w.v.vergunningen.bytes).size() == 2);
    }
}

}  // namespace dichtbij::organisatie::beheer_test
