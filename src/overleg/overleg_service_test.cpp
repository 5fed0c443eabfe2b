#include "overleg/overleg_service.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/zaken.h"

namespace dichtbij::overleg::overleg_service_test {
namespace {

using testing::at;
using testing::Zaken;

struct Tafel : Zaken {
    explicit Tafel(store::Store& opened) : Zaken(opened, "2026-09-07 09:00"), overleg(opened, clock, ids, zaken, werk) {}
    OverlegService overleg;

    Nagegaan check(std::string_view civil, int limit = 10'000) {
        set(civil);
        return overleg.find_stuck(clock.now(), limit);
    }
    // A case that Ruben accepted on 7 September.
    zaak::Gemaakt accepted() {
        auto one = made();
        one.werk = werk.accept(ruben(), one.werk.id, one.werk.versie).value().werk;
        return one;
    }
    std::vector<Lijstregel> listed(Lijst which = Lijst::vast) { return overleg.list(manager(), {.lijst = which, .oorzaak = {}, .team = {}, .zaaktype = {}, .na = {}, .limit = 50}).value().regels; }
    werk::Werk werk_of(const zaak::Gemaakt& one) {
        return store.read([&](store::Tx& tx) { return werk.stored(tx, one.werk.id).value(); });
    }
    Bij seen(const zaak::Gemaakt& one) {
        const auto all = listed();
        const auto found = std::find_if(all.begin(), all.end(), [&](const Lijstregel& regel) { return regel.vastloper.zaak == one.zaak.id; });
        CHECK_THAT(found != all.end());
        return {found->vastloper.id, found->vastloper.versie, werk_of(one).versie};
    }
    void pass_on(const zaak::Gemaakt& one, const access::Caller& who, Id<Medewerker> to) {
        CHECK_THAT(werk.hand_on(who, {one.werk.id, werk_of(one).versie}, {werk::NaarMedewerker{to, v.vergunningen}, "Ander gebied"}).has_value());
    }
    void move(const zaak::Gemaakt& one, std::string_view to) {
        const werk::Verzetting verzetting{at(to), werk::Nauwkeurigheid::dag, "Het advies laat op zich wachten.", werk::PerBericht{"mijn_dichtbij", "U hoort later van ons."}};
        CHECK_THAT(werk.move_toezegging(marleen(), {one.werk.id, werk_of(one).versie}, verzetting).has_value());
    }
    std::vector<std::string> events_of(const zaak::Gemaakt& one) {
        std::vector<std::string> all;
        for (const auto& line : events(one.zaak.id)) all.push_back(line.gebeurtenis);
        return all;
    }
    access::Caller manager() const { return organisatie::testing::caller(v.sanne, {{access::Rol::manager, v.oeverland, {}}}); }
    access::Caller elders() const { return organisatie::testing::caller(v.noor, {{access::Rol::teamleider, v.heidedal, v.jeugd}}); }
};

std::vector<std::pair<Oorzaak, int>> causes(const Lijstregel& regel) {
    std::vector<std::pair<Oorzaak, int>> all;
    for (const Aanleiding& one : regel.aanleidingen) all.emplace_back(one.oorzaak, one.aantal);
    return all;
}

bool has(const std::vector<std::string>& all, std::string_view one) { return std::find(all.begin(), all.end(), one) != all.end(); }

template <class F>
void at_the_table(F test) {
    auto schema = testing::zaken_schema();
    schema.insert(schema.end(), migrations().begin(), migrations().end());
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Tafel tafel(*fresh->store);
        test(tafel);
    }
}

}  // namespace

TEST_CASE("a case on which nobody acted for ten working days comes onto the list, once") {
    at_the_table([](Tafel& o) {
        const auto one = o.accepted();
        CHECK(o.check("2026-09-21 06:00") == Nagegaan{.zaken = 1, .vastgelopen = 0, .aanleidingen = 0, .meer = false});
        CHECK(o.check("2026-09-22 04:59") == Nagegaan{});
        CHECK(o.check("2026-09-22 06:00").vastgelopen == 1);
        CHECK(o.check("2026-09-22 06:05") == Nagegaan{});
        CHECK(o.check("2026-09-26 06:00") == Nagegaan{});  // Saturday
        CHECK(o.check("2026-09-28 06:00").vastgelopen == 0);
        const auto lines = o.listed();
        REQUIRE(lines.size() == 1);
        CHECK(causes(lines[0]) == std::vector<std::pair<Oorzaak, int>>{{Oorzaak::stilstand, 10}});
        CHECK(lines[0].vastloper.sinds_op == at("2026-09-22 06:00"));
        CHECK(lines[0].zaak.werk.eigenaar == o.v.ruben);
        CHECK(has(o.events_of(one), "zaak.vastgelopen"));
    });
}

TEST_CASE("an act on the case, on a task in it or a term that stands still keeps it from the list") {
    at_the_table([](Tafel& o) {
        const auto moving = o.accepted(), asked = o.accepted(), waits = o.accepted();
        const auto task = o.zaken.add_taak(o.ruben(), {.bij = o.bij(asked.zaak.id), .naam = "Advies boswachter", .soort = zaak::Taaksoort::intern_advies, .toelichting = {}, .uiterlijk_datum = {}, .naar = {}}).value();
        o.set("2026-09-14 09:00");
        CHECK_THAT(o.zaken.finish_taak(o.ruben(), {task.taak.id, zaak::Taakuitkomst::gedaan, "Mag"}).has_value());
        o.zaken.set_status(o.ruben(), {o.bij(moving.zaak.id), "in-behandeling", {}}).value();
        o.set("2026-09-07 10:00");
        CHECK_THAT(o.werk.pause(o.ruben(), {waits.werk.id, o.werk_of(waits).versie}, werk::Wachtreden::inwoner, "Wacht op foto").has_value());
        CHECK(o.check("2026-09-22 06:00").vastgelopen == 0);
        CHECK(o.check("2026-09-29 06:00").vastgelopen == 2);
        for (const Lijstregel& regel : o.listed()) CHECK(regel.vastloper.zaak != waits.zaak.id);
    });
}

TEST_CASE("what was passed on twice or promised anew twice comes onto the list the next morning") {
    at_the_table([](Tafel& o) {
        const auto passed = o.accepted(), moved = o.accepted();
        o.pass_on(passed, o.ruben(), o.v.ilse);
        o.move(moved, "2026-10-20 17:00");
        CHECK(o.check("2026-09-08 06:00").vastgelopen == 0);
        o.pass_on(passed, o.ilse(), o.v.ruben);
        o.move(moved, "2026-10-27 17:00");
        CHECK(o.check("2026-09-09 06:00").vastgelopen == 2);
        for (const Lijstregel& regel : o.listed()) CHECK(causes(regel) == std::vector<std::pair<Oorzaak, int>>{{regel.vastloper.zaak == passed.zaak.id ? Oorzaak::doorgegeven : Oorzaak::verzet, 2}});
        const auto later = o.check("2026-09-24 06:00");  // and now they stand still too
        CHECK(later.vastgelopen == 0);
        CHECK(later.aanleidingen == 2);
    });
}

TEST_CASE("who may read a case may ask the team once, with a reason, and who may not is refused") {
    at_the_table([](Tafel& o) {
        const auto one = o.accepted();
        CHECK(o.overleg.ask(o.tom(), one.zaak.id, "  ").error().fields.at(0).field == "reden");
        CHECK(o.overleg.ask(o.elders(), one.zaak.id, "Hulp").error().reason == Reason::not_found);
        const auto id = o.overleg.ask(o.tom(), one.zaak.id, "De aanvrager belt elke week.").value();
        CHECK(o.overleg.ask(o.ruben(), one.zaak.id, "Ik ook").error().key == "vastgelopen.fout.al_gevraagd");
        const auto blad = o.overleg.get(o.marleen(), id).value();
        CHECK(causes(blad.regel) == std::vector<std::pair<Oorzaak, int>>{{Oorzaak::gevraagd, 0}});
        CHECK(blad.redenen == std::vector<std::string>{"De aanvrager belt elke week."});
        CHECK(blad.regel.aanleidingen[0].door == o.v.tom);
        CHECK(o.check("2026-09-22 06:00").aanleidingen == 1);
    });
}

TEST_CASE("the list is for leads and managers of the gemeente") {
    at_the_table([](Tafel& o) {
        const auto one = o.accepted();
        const auto id = o.overleg.ask(o.ruben(), one.zaak.id, "Hulp").value();
        CHECK(o.overleg.list(o.ruben(), {}).error().reason == Reason::forbidden);
        CHECK(o.overleg.get(o.ruben(), id).error().reason == Reason::forbidden);
        CHECK(o.overleg.list(o.marleen(), {}).value().regels.size() == 1);
        CHECK(o.overleg.list(o.elders(), {}).value().regels.empty());
        CHECK(o.overleg.get(o.elders(), id).error().reason == Reason::not_found);
        CHECK(o.store.read([&](store::Tx& tx) { return o.overleg.count_open(tx, o.marleen()); }) == 1);
        CHECK(o.store.read([&](store::Tx& tx) { return o.overleg.count_open(tx, o.ruben()); }) == 0);
        CHECK(o.overleg.settle(o.ruben(), o.seen(one), {Afloop::niet_nodig, "Loopt al"}).error().reason == Reason::forbidden);
    });
}

TEST_CASE("the team gives a case of another team away, fixes the next step and takes it off the list, and all of it stands on the timeline") {
    at_the_table([](Tafel& o) {
        const auto one = o.accepted();
        o.overleg.ask(o.ruben(), one.zaak.id, "Geen advies").value();
        const auto sanne = organisatie::testing::caller(o.v.sanne, {{access::Rol::teamleider, o.v.oeverland, o.v.kcc}});  // leads another team
        const Bij first = o.seen(one);
        CHECK(o.overleg.reassign(sanne, first, {werk::NaarMedewerker{o.v.ilse, o.v.vergunningen}, ""}).error().reason == Reason::invalid);
        CHECK(o.overleg.reassign(sanne, first, {werk::NaarMedewerker{o.v.ilse, o.v.vergunningen}, "Ilse kent de boswachter"}).value().eigenaar == o.v.ilse);
        CHECK(o.overleg.fix_step(sanne, first, Taakstap{"Bel de boswachter", zaak::Taaksoort::intern_advies, {}, make_day(2026, 9, 11)}).error().key == "fout.gewijzigd");
        CHECK(o.overleg.fix_step(sanne, o.seen(one), Taakstap{"Bel de boswachter", zaak::Taaksoort::intern_advies, {}, {}}).error().fields.at(0).field == "uiterlijk_datum");
        REQUIRE(o.overleg.fix_step(sanne, o.seen(one), Taakstap{"Bel de boswachter", zaak::Taaksoort::intern_advies, o.v.ruben, make_day(2026, 9, 11)}).has_value());
        const auto tasks = o.beeld(one.zaak.id).taken;
        REQUIRE(tasks.size() == 1);
        CHECK(tasks[0].werk.eigenaar == o.v.ruben);
        CHECK(tasks[0].taak.uiterlijk_datum == make_day(2026, 9, 11));
        REQUIRE(o.overleg.fix_step(sanne, o.seen(one), Notitiestap{"Daarna besluiten.", {}}).has_value());
        const Bij last = o.seen(one);
        CHECK(o.overleg.settle(sanne, last, {Afloop::stap_afgesproken, ""}).error().fields.at(0).field == "besluit");
        REQUIRE(o.overleg.settle(sanne, last, {Afloop::stap_afgesproken, "Ilse belt en besluit vrijdag."}).has_value());
        CHECK(o.overleg.settle(sanne, last, {Afloop::stap_afgesproken, "Nog eens"}).error().key == "vastgelopen.fout.behandeld");
        CHECK(o.listed().empty());
        const auto treated = o.listed(Lijst::behandeld);
        REQUIRE(treated.size() == 1);
        CHECK(treated[0].vastloper.behandeld_door == o.v.sanne);
        CHECK(treated[0].gevolg == Gevolg::loopt);
        const auto blad = o.overleg.get(sanne, last.id).value();
        CHECK(blad.besluit == "Ilse belt en besluit vrijdag.");
        for (const char* event : {"zaak.overleg_gevraagd", "zaak.overleg_toegewezen", "zaak.overleg_stap", "zaak.overleg_behandeld"}) CHECK(has(o.events_of(one), event));
        CHECK(o.zaak_faults().empty());
    });
}

TEST_CASE("the owner reads why his case left the list and what he does now") {
    at_the_table([](Tafel& o) {
        using werk::Attentiesoort;
        for (const auto& [afloop, notice] : {std::pair{Afloop::stap_afgesproken, Attentiesoort::overleg_stap_afgesproken},
                                             {Afloop::andere_eigenaar, Attentiesoort::overleg_andere_eigenaar},
                                             {Afloop::loopt_weer, Attentiesoort::overleg_loopt_weer},
                                             {Afloop::niet_nodig, Attentiesoort::overleg_niet_nodig}}) {
            const auto one = o.accepted();
            REQUIRE(o.overleg.ask(o.ruben(), one.zaak.id, "Ik kom er niet uit.").has_value());
            REQUIRE(o.overleg.settle(o.marleen(), o.seen(one), {afloop, "Zo gaan we verder."}).has_value());
            const auto told = o.attenties.list(o.ruben(), {}, 1).at(0).attentie;
            CHECK(told.soort == notice);
            CHECK(told.werk == one.werk.id);
            CHECK(told.van == o.v.marleen);
        }
    });
}

TEST_CASE("a treated case comes back only with something new, and the treated list says so") {
    at_the_table([](Tafel& o) {
        const auto one = o.accepted();
        o.pass_on(one, o.ruben(), o.v.ilse);
        o.pass_on(one, o.ilse(), o.v.ruben);
        REQUIRE(o.check("2026-09-22 06:00").vastgelopen == 1);
        o.set("2026-09-23 10:00");
        REQUIRE(o.overleg.settle(o.marleen(), o.seen(one), {Afloop::loopt_weer, "Ruben gaat verder."}).has_value());
        CHECK(o.check("2026-09-24 06:00").vastgelopen == 0);
        CHECK(o.check("2026-10-07 06:00").vastgelopen == 0);
        CHECK(o.listed(Lijst::behandeld).at(0).gevolg == Gevolg::loopt);
        CHECK(o.check("2026-10-08 06:00").vastgelopen == 1);
        CHECK(causes(o.listed().at(0)) == std::vector<std::pair<Oorzaak, int>>{{Oorzaak::stilstand, 10}});
        CHECK(o.listed(Lijst::behandeld).at(0).gevolg == Gevolg::weer_vastgelopen);
    });
}

TEST_CASE("what came of a treated case follows its promise") {
    at_the_table([](Tafel& o) {
        const auto moved = o.accepted(), missed = o.accepted();
        for (const auto& one : {moved, missed}) {
            o.overleg.ask(o.ruben(), one.zaak.id, "Hulp").value();
            REQUIRE(o.overleg.settle(o.marleen(), o.seen(one), {Afloop::loopt_weer, "Verder"}).has_value());
        }
        o.set("2026-09-08 10:00");
        o.move(moved, "2026-10-20 17:00");
        o.store.write([&](store::Tx& tx) { tx.run("update toezegging set gemist_op = ?1 where werk = ?2", o.clock.now(), missed.werk.id); });
        for (const Lijstregel& regel : o.listed(Lijst::behandeld)) CHECK(regel.gevolg == (regel.vastloper.zaak == moved.zaak.id ? Gevolg::opnieuw_verzet : Gevolg::gemist));
    });
}

TEST_CASE("a case that closes leaves the list by itself, and one that is gone leaves nothing") {
    at_the_table([](Tafel& o) {
        const auto closed = o.accepted(), gone = o.accepted();
        o.overleg.ask(o.ruben(), closed.zaak.id, "Hulp").value();
        o.overleg.ask(o.ruben(), gone.zaak.id, "Hulp").value();
        o.store.write([&](store::Tx& tx) {
            tx.run("update werk set gesloten_op = ?1, uitkomst = 'beantwoord' where id in (?2, ?3)", o.clock.now(), closed.werk.id, gone.werk.id);
            tx.run("update zaak set gesloten_op = ?1, einddatum = ?2, resultaat = 'verleend' where id = ?3", o.clock.now(), day_of(o.clock.now()), closed.zaak.id);
            tx.run("update vastloper set zaak = ?1 where zaak = ?2", Id<dichtbij::Zaak>{o.ids.next()}, gone.zaak.id);
        });
        CHECK(o.listed().empty());
        o.check("2026-09-08 06:00");
        const auto treated = o.listed(Lijst::behandeld);
        REQUIRE(treated.size() == 1);
        CHECK(treated[0].vastloper.afloop == Afloop::gesloten);
        CHECK(o.store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from vastloper"); }) == 1);
    });
}

TEST_CASE("how long a case may stand still is set by a manager, for the gemeente and for a case type") {
    at_the_table([](Tafel& o) {
        o.accepted();
        Grenzen grenzen;
        grenzen.van_type[o.kap] = 3;
        CHECK(o.overleg.set_grenzen(o.marleen(), o.v.oeverland, grenzen).error().reason == Reason::forbidden);
        CHECK(o.overleg.set_grenzen(o.elders(), o.v.oeverland, grenzen).error().reason == Reason::not_found);
        CHECK(o.overleg.set_grenzen(o.manager(), o.v.oeverland, {0, {}}).error().fields.at(0).field == "standaard");
        CHECK(o.overleg.set_grenzen(o.manager(), o.v.oeverland, {10, {{Id<dichtbij::Zaaktype>{{9}}, 5}}}).error().reason == Reason::not_found);
        REQUIRE(o.overleg.set_grenzen(o.manager(), o.v.oeverland, grenzen).has_value());
        CHECK(o.overleg.grenzen(o.marleen(), o.v.oeverland).value() == grenzen);
        CHECK(o.check("2026-09-10 06:00").vastgelopen == 0);
        CHECK(o.check("2026-09-11 06:00").vastgelopen == 1);
    });
}

TEST_CASE("a check that was broken off goes on where it was, and the list is paged by key") {
    at_the_table([](Tafel& o) {
        for (int i = 0; i < 7; ++i) o.accepted();
        Nagegaan sum;
        for (int turn = 0; turn < 50; ++turn) {
            const Nagegaan done = o.check("2026-09-22 06:00", 2);
            CHECK(done.zaken <= 2);
            sum.zaken += done.zaken;
            sum.vastgelopen += done.vastgelopen;
            if (!done.meer) break;
        }
        CHECK(sum.zaken == 7);
        CHECK(sum.vastgelopen == 7);
        Lijstvraag vraag;
        vraag.limit = 3;
        int seen = 0;
        for (int page = 0; page < 5; ++page) {
            const auto blad = o.overleg.list(o.manager(), vraag).value();
            seen += static_cast<int>(blad.regels.size());
            vraag.na = blad.volgende;
            if (!vraag.na) break;
        }
        CHECK(seen == 7);
        vraag.na.reset();
        vraag.oorzaak = Oorzaak::verzet;
        CHECK(o.overleg.list(o.manager(), vraag).value().regels.empty());
        vraag.oorzaak = Oorzaak::stilstand;
        vraag.zaaktype = o.kap;
        vraag.team = o.v.vergunningen;
        CHECK(o.overleg.list(o.manager(), vraag).value().regels.size() == 3);
    });
}

TEST_CASE("of a case in a confidential domain the team sees that it is stuck, and treats it only when it may read it") {
    at_the_table([](Tafel& o) {
        const auto help = o.published(Zaken::jeugdhulp(), o.v.heidedal, o.v.jeugd);
        auto nieuw = o.nieuw(help);
        nieuw.gemeente = o.v.heidedal;
        nieuw.rollen.clear();
        auto noor = o.noor();
        const auto one = o.zaken.create(noor, nieuw).value();
        o.overleg.ask(noor, one.zaak.id, "Wachtlijst").value();
        const auto other = organisatie::testing::caller(o.v.sanne, {{access::Rol::manager, o.v.heidedal, {}}});
        const auto lines = o.overleg.list(other, {}).value().regels;
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].zaak.afgeschermd);
        CHECK(o.overleg.get(other, lines[0].vastloper.id).error().reason == Reason::forbidden);
        const Bij bij{lines[0].vastloper.id, lines[0].vastloper.versie, o.werk_of(one).versie};
        CHECK(o.overleg.settle(other, bij, {Afloop::niet_nodig, "Weg"}).error().reason == Reason::forbidden);
    });
}

}  // namespace dichtbij::overleg::overleg_service_test
