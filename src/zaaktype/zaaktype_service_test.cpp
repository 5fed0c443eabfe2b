#include "zaaktype/zaaktype_service.h"

#include <doctest/doctest.h>

#include "organisatie/organisatie_opbouw.h"
#include "organisatie/testing.h"
#include "support/stores.h"
#include "zaaktype/testing.h"

namespace dichtbij::zaaktype::zaaktype_service_test {
namespace {

using access::Caller;
using access::Rol;

std::vector<store::Migration> schema() {
    auto list = organisatie::testing::schema();
    list.insert(list.end(), migrations().begin(), migrations().end());
    return list;
}

struct World {
    store::Store& store;
    SimulatedClock clock{*parse_instant("2026-11-23T09:00:00Z")};
    IdSource ids{clock, 7};
    ZaaktypeService service{store, clock, ids};
    organisatie::testing::Voorbeeld v;
    Caller beheerder, medewerker, eigenaar, vreemd;

    explicit World(store::Store& s) : store(s) {
        v = store.write([&](store::Tx& tx) { return organisatie::testing::build(tx, ids); });
        using organisatie::testing::caller;
        beheerder = caller(v.sanne, {{Rol::beheerder, v.oeverland, {}}});
        medewerker = caller(v.tom, {{Rol::behandelaar, v.oeverland, {}}});
        eigenaar = caller(v.marleen, {{Rol::behandelaar, v.oeverland, {}}});
        vreemd = caller(v.noor, {{Rol::beheerder, v.heidedal, {}}});
    }
    Day today() const { return day_of(clock.now()); }

    Versieblad made(Zaaktype z = testing::kapvergunning()) {
        return service.versie(beheerder, service.add(beheerder, v.oeverland, std::move(z)).value()).value();
    }
    Inrichting choices(Id<dichtbij::Zaaktype> id) const {
        auto inrichting = service.zaaktype(beheerder, id).value().inrichting;
        inrichting.team = v.vergunningen;
        inrichting.proceseigenaar = v.marleen;
        return inrichting;
    }
    Versieblad published(Zaaktype z = testing::kapvergunning()) {
        const Versieblad blad = made(std::move(z));
        REQUIRE(service.set_inrichting(beheerder, choices(blad.versie.zaaktype)));
        REQUIRE(service.publish(beheerder, blad.versie.id, blad.versie.revisie));
        return service.versie(beheerder, blad.versie.id).value();
    }
    std::int64_t count(const std::string& table) {
        return store.read([&](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from " + table); });
    }
    std::vector<std::string> events() {
        return store.read([](store::Tx& tx) {
            return tx.rows<std::string>("select gebeurtenis from journaal where object_soort = 'zaaktype' order by nummer");
        });
    }
    std::string raw(Id<dichtbij::ZaaktypeVersie> id) {
        return store.read([&](store::Tx& tx) { return tx.value<std::string>("select inhoud from zaaktype_versie where id = ?1", id); });
    }
    Result<Importuitslag> import(const std::vector<Zaaktype>& list, Importmodus modus = Importmodus::bewaren) {
        return service.import_bestand(beheerder, v.oeverland, schrijf_bestand(list), modus);
    }
};

template <class F>
void in_each_world(F test) {
    for (const auto& fresh : fresh_stores(schema())) {
        CAPTURE(fresh->name);
        World world(*fresh->store);
        test(world);
    }
}

template <class T>
Reason reason(const Result<T>& result) {
    REQUIRE(!result);
    return result.error().reason;
}

bool names(const Failure& failure, std::string_view field, std::string_view key) {
    for (const FieldError& fout : failure.fields)
        if (fout.field == field && fout.key == key) return true;
    return false;
}

std::string counts(const Importuitslag& u) {
    std::string text;
    for (const std::size_t n : {u.gelezen, u.nieuw, u.gewijzigd, u.ongewijzigd, u.overgeslagen, u.afgekeurd}) text += std::to_string(n) + " ";
    return text;
}

}  // namespace

TEST_CASE("a case type goes from draft to published to ended, and each step stands in the journal") {
    in_each_world([](World& w) {
        const Versieblad blad = w.made();
        CHECK(blad.versie.nummer == 1);
        CHECK(blad.inhoud == testing::kapvergunning());
        CHECK(w.service.zaaktypen(w.medewerker, w.v.oeverland).value()[0].staat == Staat::ontwerp);
        CHECK(w.service.ontbrekend(w.beheerder, blad.versie.id).value() ==
              std::vector<FieldError>{{"team", "zaaktype.fout.kies_team", {}}, {"proceseigenaar", "zaaktype.fout.kies_proceseigenaar", {}}});
        const auto id = blad.versie.zaaktype;
        REQUIRE(w.service.set_inrichting(w.beheerder, w.choices(id)));
        REQUIRE(w.service.publish(w.beheerder, blad.versie.id, 0));
        const auto regel = w.service.zaaktypen(w.medewerker, w.v.oeverland).value()[0];
        CHECK(regel.staat == Staat::gepubliceerd);
        CHECK(regel.naam.en == "Tree felling permit");
        CHECK(!regel.mag_wijzigen);
        REQUIRE(w.service.end(w.beheerder, id, w.today() + days(1), 1));
        CHECK(w.service.zaaktype(w.beheerder, id).value().regel.staat == Staat::gepubliceerd);
        w.clock.advance(hours(24));
        CHECK(w.service.zaaktype(w.beheerder, id).value().regel.staat == Staat::beeindigd);
        CHECK(reason(w.service.end(w.beheerder, id, std::nullopt, 2)) == Reason::conflict);
        CHECK(w.events() == std::vector<std::string>{"zaaktype.ontwerp_begonnen", "zaaktype.ingericht", "zaaktype.gepubliceerd", "zaaktype.beeindigd"});
    });
}

TEST_CASE("a published version never changes, whatever is done with the case type") {
    in_each_world([](World& w) {
        const Versieblad first = w.published();
        const std::string before = w.raw(first.versie.id);
        Zaaktype other = first.inhoud;
        other.naam.nl = "Anders";
        CHECK(w.service.save_ontwerp(w.beheerder, first.versie.id, other, 0).error().key == "zaaktype.fout.geen_ontwerp");
        CHECK(w.service.withdraw_ontwerp(w.beheerder, first.versie.id, 0).error().key == "zaaktype.fout.geen_ontwerp");
        CHECK(w.service.publish(w.beheerder, first.versie.id, 0).error().key == "zaaktype.fout.geen_ontwerp");
        const auto second = w.service.start_ontwerp(w.beheerder, first.versie.zaaktype).value();
        CHECK(w.service.save_ontwerp(w.beheerder, second, other, 0).value() == 1);
        CHECK(counts(w.import({testing::kapvergunning()}).value()) == "1 0 0 1 0 0 ");
        w.clock.advance(hours(48));
        REQUIRE(w.service.publish(w.beheerder, second, 1));
        CHECK(w.raw(first.versie.id) == before);
        const auto now = w.service.versie(w.medewerker, first.versie.id).value();
        CHECK(now.versie.geldig_tot == w.today());
        CHECK(now.versie.revisie == first.versie.revisie);
        w.store.read([&](store::Tx& tx) {
            CHECK(versie_op(tx, first.versie.zaaktype, w.today() - days(1)).value().versie.id == first.versie.id);
            CHECK(versie_op(tx, first.versie.zaaktype, w.today()).value().inhoud.naam.nl == "Anders");
            CHECK(versie_op(tx, first.versie.zaaktype, w.today() - days(3)).error().key == "zaaktype.fout.geldt_niet");
        });
    });
}

TEST_CASE("who saves an older draft is told what stands there now, and nothing is written") {
    in_each_world([](World& w) {
        const Versieblad blad = w.made();
        Zaaktype mine = blad.inhoud, theirs = blad.inhoud;
        theirs.naam.nl = "Boom kappen";
        mine.doel = "Iets anders.";
        CHECK(w.service.save_ontwerp(w.beheerder, blad.versie.id, theirs, 0).value() == 1);
        CHECK(w.service.save_ontwerp(w.beheerder, blad.versie.id, theirs, 1).value() == 1);
        const auto stale = w.service.save_ontwerp(w.beheerder, blad.versie.id, mine, 0);
        CHECK(reason(stale) == Reason::conflict);
        CHECK(stale.error().key == "fout.gewijzigd");
        CHECK(stale.error().fields == std::vector<FieldError>{{"naam.nl", "zaaktype.verschil", {"Boom kappen", "Kapvergunning"}},
                                                              {"doel", "zaaktype.verschil", {blad.inhoud.doel, "Iets anders."}}});
        CHECK(w.service.publish(w.beheerder, blad.versie.id, 0).error().key == "fout.gewijzigd");
        CHECK(w.service.withdraw_ontwerp(w.beheerder, blad.versie.id, 0).error().key == "fout.gewijzigd");
        CHECK(w.service.versie(w.beheerder, blad.versie.id).value().inhoud == theirs);
        CHECK(w.events().size() == 2);
    });
}

TEST_CASE("publishing names by field what is missing, also at team and process owner") {
    in_each_world([](World& w) {
        Zaaktype z = testing::kapvergunning();
        z.naam.en = "";
        z.statussen.back().eind = false;
        z.resultaten.clear();
        const Versieblad blad = w.made(z);
        const auto refused = w.service.publish(w.beheerder, blad.versie.id, 0);
        CHECK(reason(refused) == Reason::invalid);
        CHECK(names(refused.error(), "naam.en", "fout.veld.verplicht"));
        CHECK(names(refused.error(), "statussen[2].eind", "zaaktype.fout.eind_ontbreekt"));
        CHECK(names(refused.error(), "resultaten", "zaaktype.fout.geen_resultaat"));
        CHECK(names(refused.error(), "team", "zaaktype.fout.kies_team"));
        CHECK(names(refused.error(), "proceseigenaar", "zaaktype.fout.kies_proceseigenaar"));
        CHECK(refused.error().fields == w.service.ontbrekend(w.medewerker, blad.versie.id).value());
    });
}

TEST_CASE("team, process owner, products and subjects are active ones of the gemeente") {
    in_each_world([](World& w) {
        const Versieblad blad = w.made();
        Inrichting wrong = w.choices(blad.versie.zaaktype);
        wrong.team = w.v.jeugd;
        wrong.proceseigenaar = w.v.noor;
        wrong.producten = {Id<Product>{w.ids.next()}};
        const auto refused = w.service.set_inrichting(w.beheerder, wrong);
        CHECK(reason(refused) == Reason::invalid);
        CHECK(names(refused.error(), "team", "zaaktype.fout.team_weg"));
        CHECK(names(refused.error(), "proceseigenaar", "zaaktype.fout.proceseigenaar_weg"));
        CHECK(names(refused.error(), "producten", "fout.veld.onbekend"));
        Inrichting right = w.choices(blad.versie.zaaktype);
        right.producten = {w.v.kapvergunning, w.v.kapvergunning};
        right.onderwerpen = {w.v.bomen};
        REQUIRE(w.service.set_inrichting(w.beheerder, right));
        CHECK(w.service.set_inrichting(w.beheerder, right).error().key == "fout.gewijzigd");
        const auto stored = w.service.zaaktype(w.medewerker, blad.versie.zaaktype).value().inrichting;
        CHECK(stored.producten == std::vector{w.v.kapvergunning});
        w.store.read([&](store::Tx& tx) {
            CHECK(zaaktypen_of(tx, w.v.bomen) == std::vector{blad.versie.zaaktype});
            CHECK(zaaktypen_of(tx, w.v.paspoort).empty());
            CHECK(may_lift(tx, w.v.vergunningen, w.today()).error().key == "zaaktype.fout.team_in_gebruik");
            CHECK(may_lift(tx, w.v.kcc, w.today()).has_value());
            CHECK(may_leave(tx, w.v.marleen, w.today()).error().key == "zaaktype.fout.medewerker_in_gebruik");
        });
        Zaaktype confidential = blad.inhoud;
        confidential.domein = "wmo";
        CHECK(w.service.save_ontwerp(w.beheerder, blad.versie.id, confidential, 0).has_value());
        CHECK(names(w.service.publish(w.beheerder, blad.versie.id, 1).error(), "team", "zaaktype.fout.team_domein"));
    });
}

TEST_CASE("an end that has not come can be moved and taken back, and not be set in the past") {
    in_each_world([](World& w) {
        const auto id = w.published().versie.zaaktype;
        CHECK(names(w.service.end(w.beheerder, id, w.today() - days(1), 1).error(), "geldig_tot", "zaaktype.fout.dag_voorbij"));
        REQUIRE(w.service.end(w.beheerder, id, w.today() + days(9), 1));
        CHECK(w.service.end(w.beheerder, id, w.today() + days(5), 1).error().key == "fout.gewijzigd");
        REQUIRE(w.service.end(w.beheerder, id, std::nullopt, 2));
        CHECK(!w.service.zaaktype(w.beheerder, id).value().regel.geldig_tot);
        REQUIRE(w.service.end(w.beheerder, id, w.today(), 3));
        CHECK(w.service.zaaktype(w.beheerder, id).value().regel.staat == Staat::beeindigd);
        w.store.read([&](store::Tx& tx) {
            CHECK(te_beginnen(tx, w.v.oeverland, w.today()).empty());
            CHECK(may_lift(tx, w.v.vergunningen, w.today()).has_value());
        });
        const auto again = w.service.start_ontwerp(w.beheerder, id).value();
        REQUIRE(w.service.publish(w.beheerder, again, 0));
        CHECK(w.service.zaaktype(w.beheerder, id).value().regel.staat == Staat::gepubliceerd);
    });
}

TEST_CASE("there is one draft at a time, and a withdrawn first draft leaves nothing behind") {
    in_each_world([](World& w) {
        const Versieblad blad = w.made();
        CHECK(w.service.start_ontwerp(w.beheerder, blad.versie.zaaktype).error().key == "zaaktype.fout.ontwerp_bestaat");
        CHECK(names(w.service.add(w.beheerder, w.v.oeverland, blad.inhoud).error(), "code", "zaaktype.fout.code_bezet"));
        Zaaktype renamed = blad.inhoud;
        renamed.code = "anders";
        CHECK(names(w.service.save_ontwerp(w.beheerder, blad.versie.id, renamed, 0).error(), "code", "zaaktype.fout.code_vast"));
        REQUIRE(w.service.withdraw_ontwerp(w.beheerder, blad.versie.id, 0));
        CHECK(w.count("zaaktype") == 0);
        CHECK(w.count("zaaktype_versie") == 0);
        const auto id = w.published().versie.zaaktype;
        const auto draft = w.service.start_ontwerp(w.beheerder, id).value();
        REQUIRE(w.service.withdraw_ontwerp(w.beheerder, draft, 0));
        CHECK(w.service.zaaktype(w.beheerder, id).value().versies.size() == 1);
    });
}

TEST_CASE("two versions are compared field by field") {
    in_each_world([](World& w) {
        const Versieblad first = w.published();
        const auto second = w.service.start_ontwerp(w.beheerder, first.versie.zaaktype).value();
        CHECK(w.service.compare(w.medewerker, first.versie.id, second).value().empty());
        Zaaktype changed = first.inhoud;
        changed.statussen[0].naam.en = "Arrived";
        CHECK(w.service.save_ontwerp(w.beheerder, second, changed, 0).has_value());
        CHECK(w.service.compare(w.medewerker, first.versie.id, second).value() ==
              std::vector<Verschil>{{"statussen[ontvangen].naam.en", "Received", "Arrived"}});
    });
}

TEST_CASE("the process owner may change his own case type, other employees may only read, other gemeenten see nothing") {
    in_each_world([](World& w) {
        const Versieblad blad = w.published();
        const auto id = blad.versie.zaaktype;
        const auto draft = w.service.start_ontwerp(w.eigenaar, id).value();
        CHECK(w.service.save_ontwerp(w.eigenaar, draft, blad.inhoud, 0).has_value());
        CHECK(w.service.versie(w.eigenaar, draft).value().mag_wijzigen);
        CHECK(reason(w.service.add(w.eigenaar, w.v.oeverland, testing::klacht())) == Reason::forbidden);
        CHECK(reason(w.service.import_bestand(w.eigenaar, w.v.oeverland, "{}", Importmodus::proef)) == Reason::forbidden);

        const auto all_of = [&](const Caller& c) {
            return std::vector{reason(w.service.add(c, w.v.oeverland, testing::klacht())), reason(w.service.start_ontwerp(c, id)),
                               reason(w.service.save_ontwerp(c, draft, blad.inhoud, 0)), reason(w.service.withdraw_ontwerp(c, draft, 0)),
                               reason(w.service.set_inrichting(c, w.choices(id))), reason(w.service.publish(c, draft, 0)),
                               reason(w.service.end(c, id, w.today(), 1)),
                               reason(w.service.import_bestand(c, w.v.oeverland, "{}", Importmodus::bewaren))};
        };
        for (const Reason got : all_of(w.medewerker)) CHECK(got == Reason::forbidden);
        for (const Reason got : all_of(w.vreemd)) CHECK(got == Reason::not_found);
        CHECK(w.service.zaaktypen(w.medewerker, w.v.oeverland).value().size() == 1);
        CHECK(w.service.export_bestand(w.medewerker, w.v.oeverland).has_value());
        CHECK(reason(w.service.zaaktypen(w.vreemd, w.v.oeverland)) == Reason::not_found);
        CHECK(reason(w.service.zaaktype(w.vreemd, id)) == Reason::not_found);
        CHECK(reason(w.service.versie(w.vreemd, draft)) == Reason::not_found);
        CHECK(reason(w.service.ontbrekend(w.vreemd, draft)) == Reason::not_found);
        CHECK(reason(w.service.compare(w.vreemd, draft, draft)) == Reason::not_found);
        CHECK(reason(w.service.export_bestand(w.vreemd, w.v.oeverland)) == Reason::not_found);
        CHECK(w.service.zaaktypen(w.vreemd, w.v.heidedal).value().empty());
        Caller left = w.eigenaar;
        left.grants = {{Rol::behandelaar, w.v.heidedal, {}}};
        CHECK(reason(w.service.save_ontwerp(left, draft, blad.inhoud, 0)) == Reason::not_found);
    });
}

TEST_CASE("an import makes drafts, and the same file again changes nothing") {
    in_each_world([](World& w) {
        Zaaktype half = testing::klacht();
        half.naam.en = "";
        const auto proof = w.import({testing::kapvergunning(), half}, Importmodus::proef).value();
        CHECK(counts(proof) == "2 2 0 0 0 0 ");
        CHECK(proof.onvolledig == std::vector<FieldError>{{"zaaktypen[1].naam.en", "fout.veld.verplicht", {}}});
        CHECK(w.count("zaaktype") == 0);
        CHECK(w.events().empty());
        CHECK(counts(w.import({testing::kapvergunning(), half}).value()) == "2 2 0 0 0 0 ");
        CHECK(counts(w.import({testing::kapvergunning(), half}).value()) == "2 0 0 2 0 0 ");
        CHECK(w.count("zaaktype_versie") == 2);
        CHECK(w.events().size() == 2);
        CHECK(counts(w.import({testing::kapvergunning(), testing::klacht()}).value()) == "2 0 1 1 0 0 ");
        CHECK(w.count("zaaktype_versie") == 2);
    });
}

TEST_CASE("an import begins a draft beside what is published, and leaves a draft that someone works on") {
    in_each_world([](World& w) {
        const Versieblad blad = w.published();
        Zaaktype other = blad.inhoud;
        other.naam.nl = "Uit het bestand";
        CHECK(counts(w.import({other}).value()) == "1 0 1 0 0 0 ");
        const auto draft = w.service.zaaktype(w.beheerder, blad.versie.zaaktype).value().regel.ontwerp.value();
        CHECK(w.service.versie(w.beheerder, draft).value().inhoud == other);
        Zaaktype mine = other;
        mine.doel = "Met de hand.";
        CHECK(w.service.save_ontwerp(w.beheerder, draft, mine, 0).has_value());
        const auto again = w.import({other}).value();
        CHECK(counts(again) == "1 0 0 0 1 0 ");
        CHECK(again.fouten == std::vector<FieldError>{{"zaaktypen[0]", "zaaktype.fout.ontwerp_in_bewerking", {}}});
        CHECK(w.service.versie(w.beheerder, draft).value().inhoud == mine);
        CHECK(counts(w.import({testing::kapvergunning()}).value()) == "1 0 0 1 0 0 ");
    });
}

TEST_CASE("an import takes the good case types beside a bad one, and refuses a file that is none") {
    in_each_world([](World& w) {
        Zaaktype bad = testing::kapvergunning();
        bad.afhandelniveau = 9;
        const auto result = w.import({bad, testing::klacht()}).value();
        CHECK(counts(result) == "2 1 0 0 0 1 ");
        CHECK(names({Reason::invalid, "", "", result.fouten}, "zaaktypen[0].afhandelniveau", "zaaktype.fout.bereik"));
        const auto none = w.service.import_bestand(w.beheerder, w.v.oeverland, "code;naam", Importmodus::bewaren);
        CHECK(reason(none) == Reason::invalid);
        CHECK(names(none.error(), "", "zaaktype.fout.geen_json"));
    });
}

TEST_CASE("an export holds what is published and no draft, and another gemeente reads it back equal") {
    in_each_world([](World& w) {
        const Versieblad blad = w.published();
        w.made(testing::klacht());
        const auto draft = w.service.start_ontwerp(w.beheerder, blad.versie.zaaktype).value();
        Zaaktype changed = blad.inhoud;
        changed.naam.nl = "Nog niet";
        CHECK(w.service.save_ontwerp(w.beheerder, draft, changed, 0).has_value());
        const std::string bytes = w.service.export_bestand(w.beheerder, w.v.oeverland).value();
        CHECK(bytes == schrijf_bestand({testing::kapvergunning()}));
        CHECK(counts(w.service.import_bestand(w.vreemd, w.v.heidedal, bytes, Importmodus::bewaren).value()) == "1 1 0 0 0 0 ");
        const auto regel = w.service.zaaktypen(w.vreemd, w.v.heidedal).value()[0];
        CHECK(w.service.versie(w.vreemd, regel.versie).value().inhoud == blad.inhoud);
        CHECK(!regel.team);
    });
}

TEST_CASE("a store that breaks at any statement leaves nothing half done") {
    in_each_world([](World& w) {
        const Versieblad first = w.published();
        const auto draft = w.service.start_ontwerp(w.beheerder, first.versie.zaaktype).value();
        const auto before = w.events().size();
        for (int n = 1;; ++n) {
            const auto failing = failing_at(w.store, n);
            const ZaaktypeService service(*failing, w.clock, w.ids);
            try {
                (void)service.publish(w.beheerder, draft, 0);
            } catch (const store::Unavailable&) {
                CHECK(w.events().size() == before);
                CHECK(!w.service.versie(w.beheerder, first.versie.id).value().versie.geldig_tot);
                CHECK(w.service.versie(w.beheerder, draft).value().versie.status == Status::ontwerp);
            }
            if (!failing->has_failed()) break;
        }
        CHECK(w.events().size() == before + 1);
    });
}

}  // namespace dichtbij::zaaktype::zaaktype_service_test
