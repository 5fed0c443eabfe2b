#include <doctest/doctest.h>

#include "journal/journal_service.h"
#include "waardering/bewaring.h"
#include "support/waardering.h"

namespace dichtbij::waardering::waardering_service_test {
namespace {

using testing::in_each;

struct Dienst : testing::Waardeerwereld {
    using Waardeerwereld::Waardeerwereld;

    Result<Waardering> rate(const portaal::Inwoner& who, const Waarover& over, int cijfer, std::string woorden = {}) {
        return waarderingen.rate(portaal::caller_of(who, "portaal/waardering", "r-1"), who, over, {cijfer, std::move(woorden)});
    }
    Result<Eigenbeeld> seen(const portaal::Inwoner& who, const Waarover& over) {
        return store.read([&](store::Tx& tx) { return waarderingen.get(tx, who, over); });
    }
    Reason refusal(const portaal::Inwoner& who, const Waarover& over) { return rate(who, over, 4).error().reason; }
    std::string conflict_of(const portaal::Inwoner& who, const Waarover& over) { return rate(who, over, 4).error().key; }
    std::string words_of(Id<Werk> id) { return waarderingen.of_werk(manager(), id).value().value().woorden; }
};

}  // namespace

TEST_CASE("whose case it was gives a figure with words once it is done, and the journal row holds the figure only") {
    in_each<Dienst>([](Dienst& w) {
        const auto me = w.inwoner(w.fatima);
        const auto made = w.made();
        const auto over = Waarover::van(made.zaak.id);
        CHECK_FALSE(w.seen(me, over)->mag_geven);
        CHECK(w.conflict_of(me, over) == "waardering.fout.loopt");
        w.closed(made);
        CHECK(w.seen(me, over)->mag_geven);
        const auto given = w.rate(me, over, 4, "  Snel geholpen ").value();
        CHECK(given.door == w.fatima);
        const auto seen = w.seen(me, over).value();
        CHECK(seen.gegeven->woorden == "Snel geholpen");
        CHECK(seen.gegeven->waardering == given);
        CHECK_FALSE(seen.mag_geven);
        CHECK(seen.mag_wijzigen);
        const auto line = w.events(made.zaak.id).front();
        CHECK(line.gebeurtenis == "waardering.gegeven");
        CHECK(line.kenmerken == std::vector<std::pair<std::string, std::string>>{{"cijfer", "4"}});
        CHECK(line.toelichting == "Snel geholpen");
        CHECK_FALSE(line.werk);
        CHECK_FALSE(line.partij);
        // No colleague reads it in the course of the case.
        const auto course = w.store.read([&](store::Tx& tx) { return w.zaken.timeline(tx, w.tom(), made.zaak.id, {}, 100); });
        for (const auto& one : course.value()) CHECK(one.gebeurtenis != "waardering.gegeven");
    });
}

TEST_CASE("another resident, an interested party, who asked along, and who follows by number find nothing to rate") {
    in_each<Dienst>([](Dienst& w) {
        const auto jan = w.person("Jan", "Vis", w.v.oeverland);
        const auto buur = w.person("Bea", "Buur", w.v.oeverland);
        const auto mede = w.person("Mo", "Mede", w.v.oeverland);
        auto samen = Dienst::kapvergunning();
        samen.code = "samen-kappen";
        samen.rollen.push_back(zaak::Rolsoort::mede_initiator);
        auto nieuw = w.nieuw(w.published(samen, w.v.oeverland, w.v.vergunningen));
        nieuw.rollen.push_back({zaak::Rolsoort::belanghebbende, buur, {}, {}, {}, {}, {}});
        nieuw.rollen.push_back({zaak::Rolsoort::mede_initiator, mede, {}, {}, {}, {}, {}});
        const auto over = Waarover::van(w.closed(w.made(nieuw)).id);
        for (const auto& who : {jan, buur, mede}) {
            CHECK(w.refusal(w.inwoner(who), over) == Reason::not_found);
            CHECK_FALSE(w.seen(w.inwoner(who), over).has_value());
        }
        auto follower = w.inwoner(w.fatima);
        follower.wijze = portaal::Aanmeldwijze::code;
        follower.volgt = portaal::Volgobject{"zaak", over.id};
        CHECK(w.refusal(follower, over) == Reason::not_found);
        auto elsewhere = w.inwoner(w.fatima);
        elsewhere.gemeente = w.v.heidedal;
        CHECK(w.refusal(elsewhere, over) == Reason::not_found);
        CHECK(w.refusal(w.inwoner(w.fatima), Waarover::van(Id<Zaak>{w.ids.next()})) == Reason::not_found);
        CHECK(w.refusal(w.inwoner(w.fatima), Waarover::van(Id<Klantcontact>{w.ids.next()})) == Reason::not_found);
    });
}

TEST_CASE("who signed in too low for a case may not rate it") {
    in_each<Dienst>([](Dienst& w) {
        auto type = Dienst::kapvergunning();
        type.code = "zwaar";
        type.betrouwbaarheidsniveau = zaaktype::Betrouwbaarheidsniveau::hoog;
        const auto over = Waarover::van(w.closed(w.made(w.nieuw(w.published(type, w.v.oeverland, w.v.vergunningen)))).id);
        auto me = w.inwoner(w.fatima);
        me.niveau = portaal::Betrouwbaarheidsniveau::substantieel;
        CHECK(w.refusal(me, over) == Reason::forbidden);
        me.niveau = portaal::Betrouwbaarheidsniveau::hoog;
        CHECK(w.rate(me, over, 5).has_value());
    });
}

TEST_CASE("a representative rates while his mandate holds; whom he acted for sees the figure and not the words") {
    in_each<Dienst>([](Dienst& w) {
        const auto anna = w.person("Anna", "Advocaat", w.v.oeverland);
        auto nieuw = w.nieuw(w.kap);
        nieuw.rollen.push_back({zaak::Rolsoort::gemachtigde, anna, {}, w.fatima, "Volmacht", {}, make_day(2026, 12, 1)});
        const auto over = Waarover::van(w.closed(w.made(nieuw)).id);
        CHECK(w.rate(w.inwoner(anna), over, 2, "Het duurde lang").has_value());
        const auto seen = w.seen(w.inwoner(w.fatima), over).value();
        CHECK(seen.gegeven->waardering.cijfer == 2);
        CHECK(seen.gegeven->woorden.empty());
        CHECK_FALSE(seen.mag_wijzigen);
        CHECK(w.conflict_of(w.inwoner(w.fatima), over) == "waardering.fout.al_gegeven");
        w.set("2026-12-01 10:00");
        CHECK(w.refusal(w.inwoner(anna), over) == Reason::not_found);
    });
}

TEST_CASE("it changes for fourteen days, the old words are gone, and the same again changes nothing") {
    in_each<Dienst>([](Dienst& w) {
        const auto me = w.inwoner(w.fatima);
        const auto zaak = w.closed();
        const auto over = Waarover::van(zaak.id);
        const auto first = w.rate(me, over, 4, "Snel geholpen").value();
        CHECK(w.rate(me, over, 4, "Snel geholpen").value() == first);
        w.set("2026-12-07 23:30");
        const auto second = w.rate(me, over, 2, "Bij nader inzien niet").value();
        CHECK(second.id == first.id);
        CHECK(second.gegeven_op == first.gegeven_op);
        CHECK(second.gewijzigd_op == w.clock.now());
        CHECK(w.words_of(zaak.werk) == "Bij nader inzien niet");
        int with_words = 0;
        for (const auto& line : w.events(zaak.id))
            if (line.gebeurtenis.starts_with("waardering.") && line.toelichting) ++with_words;
        CHECK(with_words == 1);
        CHECK_FALSE(w.rate(me, over, 2).value().journaal);
        CHECK(w.words_of(zaak.werk).empty());
        w.set("2026-12-08 00:30");
        CHECK(w.conflict_of(me, over) == "waardering.fout.te_lang_geleden");
        CHECK_FALSE(w.seen(me, over)->mag_wijzigen);
        CHECK(w.seen(me, over)->gegeven->waardering.cijfer == 2);
    });
}

TEST_CASE("a figure outside one to five and too many words are refused, both at once") {
    in_each<Dienst>([](Dienst& w) {
        const auto me = w.inwoner(w.fatima);
        const auto over = Waarover::van(w.closed().id);
        for (const int cijfer : {-1, 0, 6, 10}) {
            CAPTURE(cijfer);
            const auto refused = w.rate(me, over, cijfer).error();
            REQUIRE(refused.fields.size() == 1);
            CHECK(refused.fields[0] == FieldError{"cijfer", "waardering.fout.cijfer", {}});
        }
        const auto both = w.rate(me, over, 0, std::string(woorden_limit + 1, 'x')).error();
        REQUIRE(both.fields.size() == 2);
        CHECK(both.fields[1] == FieldError{"woorden", "fout.veld.te_lang", {"1000"}});
        CHECK(w.seen(me, over)->mag_geven);
        CHECK(w.rate(me, over, 1, std::string(woorden_limit, 'x')).has_value());
    });
}

TEST_CASE("a case that is opened again keeps what was given, and nothing changes while it runs") {
    in_each<Dienst>([](Dienst& w) {
        const auto me = w.inwoner(w.fatima);
        const auto zaak = w.closed();
        const auto over = Waarover::van(zaak.id);
        const auto given = w.rate(me, over, 3, "Ging wel").value();
        REQUIRE(w.zaken.reopen(w.ruben(), {w.bij(zaak.id), "Er kwam nog een stuk", Dienst::words()}).has_value());
        const auto seen = w.seen(me, over).value();
        CHECK(seen.gegeven->waardering == given);
        CHECK_FALSE(seen.mag_wijzigen);
        CHECK(w.conflict_of(me, over) == "waardering.fout.loopt");
        CHECK(w.words_of(zaak.werk) == "Ging wel");
    });
}

TEST_CASE("a question is rated by who asked it, once it is answered, and not when it became a case") {
    in_each<Dienst>([](Dienst& w) {
        const auto me = w.inwoner(w.fatima);
        const auto answered = w.registered(w.contact(klantcontact::Afloop::beantwoord)).klantcontact;
        const auto running = w.registered(w.contact(klantcontact::Afloop::doorgezet)).klantcontact;
        CHECK(w.rate(me, Waarover::van(answered.id), 5, "Fijn gesprek").has_value());
        CHECK(w.conflict_of(me, Waarover::van(running.id)) == "waardering.fout.loopt");
        CHECK(w.refusal(w.inwoner(w.person("Jan", "Vis", w.v.oeverland)), Waarover::van(answered.id)) == Reason::not_found);
        auto nieuw = w.nieuw(w.kap);
        nieuw.klantcontact = running.id;
        nieuw.rollen.clear();
        const auto zaak = w.closed(w.made(nieuw));
        CHECK(w.refusal(me, Waarover::van(running.id)) == Reason::not_found);
        CHECK(w.rate(me, Waarover::van(zaak.id), 4).has_value());
    });
}

TEST_CASE("only the lead of its team and a manager read it, and of a confidential domain who may read that") {
    in_each<Dienst>([](Dienst& w) {
        const auto zaak = w.closed();
        w.rate(w.inwoner(w.fatima), Waarover::van(zaak.id), 4, "Snel geholpen").value();
        const auto of = [&](const access::Caller& who) { return w.waarderingen.of_werk(who, zaak.werk); };
        CHECK(of(w.manager()).value()->woorden == "Snel geholpen");
        CHECK(of(w.lead_of(w.v.vergunningen)).value()->waardering.cijfer == 4);
        CHECK(of(w.lead_of(w.v.kcc)).error().reason == Reason::forbidden);
        for (const auto& who : {w.tom(), w.ruben(), w.beheerder()}) CHECK(of(who).error().reason == Reason::forbidden);
        CHECK(of(w.noor()).error().reason == Reason::not_found);
        CHECK(w.waarderingen.of_werk(w.manager(), w.made().werk.id).value().has_value() == false);
        auto hulp = w.nieuw(w.published(Dienst::jeugdhulp(), w.v.heidedal, w.v.jeugd));
        hulp.gemeente = w.v.heidedal;
        hulp.rollen[0].partij = w.person("Lisa", "Vos", w.v.heidedal);
        const auto kcc = organisatie::testing::caller(w.v.tom, {{access::Rol::kcc_medewerker, w.v.heidedal, {}}});
        const auto secret = w.zaken.create(kcc, hulp).value();
        auto manager = organisatie::testing::caller(w.v.sanne, {{access::Rol::manager, w.v.heidedal, {}}});
        CHECK(w.waarderingen.of_werk(manager, secret.werk.id).error().reason == Reason::forbidden);
        manager.domeinen = {"jeugd"};
        CHECK(w.waarderingen.of_werk(manager, secret.werk.id).value().has_value() == false);
    });
}

TEST_CASE("of who is forgotten the words go and the figure stays; with the work all of it goes") {
    in_each<Dienst>([](Dienst& w) {
        const auto zaak = w.closed();
        w.rate(w.inwoner(w.fatima), Waarover::van(zaak.id), 4, "Snel geholpen").value();
        w.forget(w.fatima);
        const auto left = w.waarderingen.of_werk(w.manager(), zaak.werk).value().value();
        CHECK(left.waardering.cijfer == 4);
        CHECK_FALSE(left.waardering.door);
        CHECK(left.woorden.empty());
        CHECK_FALSE(w.events(zaak.id).front().toelichting);
        const auto gone = w.store.write([&](store::Tx& tx) { return destroy_of_werk(tx, zaak.werk, w.clock.now()); });
        CHECK(gone.size() == 1);
        CHECK(w.waarderingen.of_werk(w.manager(), zaak.werk).value().has_value() == false);
    });
}

}  // namespace dichtbij::waardering::waardering_service_test
