#include "bericht/bericht_service.h"

#include <algorithm>

#include "bericht/bewaring.h"
#include "support/post.h"

namespace dichtbij::bericht::bericht_service_test {
namespace {

using access::Rol;
using testing::in_each;
using testing::key_of;
using testing::Post;
using testing::reason_of;

std::vector<Staat> staten(const std::vector<Bericht>& list) {
    std::vector<Staat> found;
    for (const Bericht& one : list) found.push_back(one.staat);
    return found;
}

}  // namespace

TEST_CASE("a message that a person wrote stands with its act, and departs") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        const Bericht one = p.wrote(p.words(werk));
        CHECK(one.staat == Staat::wacht);
        CHECK(one.door == p.v.ruben);
        CHECK(one.nummer == werk.nummer);
        CHECK(one.kanaal == mijn_dichtbij);
        CHECK(p.seen_by(p.fatima).empty());
        CHECK(p.release() == Vertrokken{1, 1, 1, false});
        REQUIRE(p.seen_by(p.fatima).size() == 1);
        CHECK(p.stored(one.id).staat == Staat::verzonden);
        CHECK(p.stored(one.id).verzonden_op == p.clock.now());
        CHECK(p.release() == Vertrokken{});
        CHECK(p.bericht_faults().empty());
    });
}

TEST_CASE("a message of an act that fails is not kept") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        const auto failed = p.store.write([&](store::Tx& tx) -> Result<Done> {
            REQUIRE(p.berichten.write(tx, p.ruben(), p.words(werk)));
            return conflict("the act", "fout.gewijzigd");
        });
        CHECK_FALSE(failed);
        CHECK(p.of_werk(werk).empty());
    });
}

TEST_CASE("a message of an act that can be undone waits until its minute is over, and goes when it is taken back") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        const Uuid handeling = p.ids.next(), andere = p.ids.next();
        NieuwBericht nieuw = p.words(werk);
        nieuw.handeling = handeling;
        const auto taken = p.wrote(nieuw).id;
        nieuw.handeling = andere;
        const auto kept = p.wrote(nieuw).id;
        CHECK(p.release().berichten == 0);
        p.clock.advance(seconds(60));  // the last moment of the minute
        CHECK(p.release().berichten == 0);
        CHECK(p.store.write([&](store::Tx& tx) { return p.berichten.withdraw_of(tx, handeling); }) == 1);
        CHECK(p.store.write([&](store::Tx& tx) { return p.berichten.withdraw_of(tx, handeling); }) == 0);
        p.clock.advance(seconds(5));
        CHECK(p.release().berichten == 1);
        CHECK(p.stored(taken).staat == Staat::ingetrokken);
        CHECK(p.stored(kept).staat == Staat::verzonden);
        CHECK(p.seen_by(p.fatima).size() == 1);
        CHECK(p.store.write([&](store::Tx& tx) { return p.berichten.withdraw_of(tx, andere); }) == 0);
        CHECK(p.bericht_faults().empty());
    });
}

TEST_CASE("nobody writes to who died or was erased, in a foreign gemeente, or with a name in the subject") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        const auto dood = p.person("Jan", "Bos", [](partij::Gegevens& g) { g.indicaties.overleden = true; });
        NieuwBericht nieuw = p.words(werk);
        nieuw.werk.reset();
        nieuw.partij = dood;
        CHECK(key_of(p.try_write(p.ruben(), nieuw)) == "bericht.fout.overleden");
        nieuw.partij = p.fatima;
        nieuw.onderwerp = "Besluit voor Fátima Idrissi.";
        CHECK(key_of(p.try_write(p.ruben(), nieuw)) == "bericht.fout.onderwerp_naam");
        nieuw.onderwerp = "";
        CHECK(key_of(p.try_write(p.ruben(), nieuw)) == "bericht.fout.leeg");
        nieuw.onderwerp = "Goed";
        CHECK(reason_of(p.try_write(p.noor(), nieuw)) == Reason::not_found);
        CHECK(reason_of(p.try_write(p.beheerder(), nieuw)) == Reason::forbidden);
        nieuw.partij = Id<Partij>{p.ids.next()};
        CHECK(reason_of(p.try_write(p.ruben(), nieuw)) == Reason::not_found);
        REQUIRE(p.partijen.wis(p.beheerder(), {p.fatima, partij::Wisgrond::verzoek, "verzoek"}));
        nieuw.partij = p.fatima;
        CHECK(key_of(p.try_write(p.ruben(), nieuw)) == "bericht.fout.gewist");
    });
}

TEST_CASE("a waiting message is changed by who wrote it, and withdrawn with a reason, also by who leads") {
    in_each([](Post& p) {
        p.set("2026-11-23 21:00");
        const auto werk = p.asked();
        const Bericht one = p.wrote(p.words(werk));
        CHECK(one.gepland_op == dichtbij::testing::at("2026-11-24 08:00"));
        CHECK(reason_of(p.berichten.change(p.marleen(), {one.id, one.versie, "Anders", "Anders"})) == Reason::forbidden);
        CHECK(reason_of(p.berichten.change(p.ilse(), {one.id, one.versie, "Anders", "Anders"})) == Reason::forbidden);
        CHECK(reason_of(p.berichten.change(p.noor(), {one.id, one.versie, "Anders", "Anders"})) == Reason::not_found);
        const auto changed = p.berichten.change(p.ruben(), {one.id, one.versie, "Nieuwe datum", "Vrijdag."});
        REQUIRE(changed);
        CHECK(key_of(p.berichten.change(p.ruben(), {one.id, one.versie, "Oud", "Oud"})) == "fout.gewijzigd");
        CHECK(key_of(p.berichten.withdraw(p.marleen(), {one.id, changed->versie, "  "})) == "bericht.fout.reden");
        REQUIRE(p.berichten.withdraw(p.marleen(), {one.id, changed->versie, "Al gebeld"}));
        p.set("2026-11-24 09:00");
        CHECK(p.release().berichten == 0);
        CHECK(p.stored(one.id).intrekreden == "Al gebeld");
        CHECK(key_of(p.berichten.withdraw(p.marleen(), {one.id, changed->versie + 1, "Nog eens"})) == "bericht.fout.is_weg");
        CHECK(p.bericht_faults().empty());
    });
}

TEST_CASE("what went out can no longer be changed or withdrawn") {
    in_each([](Post& p) {
        const auto id = p.wrote(p.words(p.asked())).id;
        p.release();
        const auto versie = p.stored(id).versie;
        CHECK(key_of(p.berichten.change(p.ruben(), {id, versie, "Anders", "Anders"})) == "bericht.fout.is_weg");
        CHECK(key_of(p.berichten.withdraw(p.ruben(), {id, versie, "Spijt"})) == "bericht.fout.is_weg");
    });
}

TEST_CASE("the outbox shows a gemeente to who leads there, and to others what they wrote") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        const auto first = p.wrote(p.words(werk)).id;
        p.release();
        p.clock.advance(minutes(1));
        const auto second = p.wrote(p.words(werk)).id;
        Filter filter;
        CHECK(reason_of(p.berichten.list(p.ruben(), filter)) == Reason::forbidden);
        const auto all = p.berichten.list(p.marleen(), filter).value();
        REQUIRE(all.size() == 2);
        CHECK(all[0].id == second);
        CHECK(all[1].id == first);
        CHECK(p.berichten.list(p.noor(), filter).value().empty());
        filter.gemeente = p.v.oeverland;
        CHECK(reason_of(p.berichten.list(p.noor(), filter)) == Reason::not_found);
        filter.staat = Staat::wacht;
        CHECK(p.berichten.list(p.marleen(), filter).value().size() == 1);
        filter.staat.reset();
        filter.nummer = werk.nummer;
        filter.limit = 1;
        CHECK(p.berichten.list(p.marleen(), filter).value()[0].id == second);
        filter.voor = second;
        CHECK(p.berichten.list(p.marleen(), filter).value()[0].id == first);
        filter = {};
        filter.wie = Wie::van_mij;
        CHECK(p.berichten.list(p.ruben(), filter).value().size() == 2);
        CHECK(p.berichten.list(p.ilse(), filter).value().empty());
        REQUIRE(p.berichten.get(p.ruben(), first));
        CHECK(reason_of(p.berichten.get(p.ilse(), first)) == Reason::forbidden);
        CHECK(reason_of(p.berichten.get(p.noor(), first)) == Reason::not_found);
        p.log.flush();
        CHECK(p.log.of_partij(p.fatima, {}).regels.size() == 1);
    });
}

TEST_CASE("in a confidential domain others see that a message went, not what it says") {
    in_each([](Post& p) {
        auto opening = p.question();
        opening.partij = p.fatima;
        opening.domein = "wmo";
        const auto werk = p.try_open(opening, access::system_caller("proef")).value();
        const auto id = p.wrote(p.words(werk)).id;
        const Bericht shown = p.berichten.get(p.marleen(), id).value();
        CHECK(shown.onderwerp.empty());
        CHECK(shown.tekst.empty());
        CHECK(p.berichten.list(p.marleen(), {}).value()[0].tekst.empty());
        CHECK(reason_of(p.berichten.withdraw(p.marleen(), {id, shown.versie, "Nee"})) == Reason::forbidden);
        auto wmo = p.marleen();
        wmo.domeinen = {"wmo"};
        CHECK(p.berichten.get(wmo, id)->tekst.starts_with("Beste"));
        const auto of_werk = p.store.read([&](store::Tx& tx) { return p.berichten.of_werk(tx, p.ruben(), werk.id, {}, 10); });
        REQUIRE(of_werk.size() == 1);
        CHECK(of_werk[0].tekst.empty());
    });
}

TEST_CASE("a resident sees what went out and is his, and reading marks it once") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        const auto other = p.person("Jan", "Bos", [](partij::Gegevens&) {});
        const auto id = p.wrote(p.words(werk)).id;
        const auto read = [&](Id<Partij> who) { return p.store.write([&](store::Tx& tx) { return p.berichten.read(tx, {who}, id); }); };
        CHECK(reason_of(read(p.fatima)) == Reason::not_found);  // it waits
        p.release();
        CHECK(p.store.read([&](store::Tx& tx) { return p.berichten.ongelezen(tx, {p.fatima}); }) == 1);
        CHECK(reason_of(read(other)) == Reason::not_found);
        REQUIRE(read(p.fatima));
        const Instant first = *p.stored(id).gelezen_op;
        p.clock.advance(minutes(5));
        REQUIRE(read(p.fatima));
        CHECK(p.stored(id).gelezen_op == first);
        CHECK(p.store.read([&](store::Tx& tx) { return p.berichten.ongelezen(tx, {p.fatima}); }) == 0);
        const auto of_werk = [&](Id<Partij> who) { return p.store.read([&](store::Tx& tx) { return p.berichten.of_werk(tx, {who}, werk.id, {}, 10); }); };
        CHECK(of_werk(p.fatima).size() == 1);
        CHECK(of_werk(other).empty());
        CHECK(p.bericht_faults().empty());
    });
}

TEST_CASE("whom we forget keeps no words, and what waited does not go") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        const auto gone = p.wrote(p.words(werk)).id;
        p.release();
        const auto waiting = p.wrote(p.words(werk)).id;
        p.store.write([&](store::Tx& tx) { p.berichten.forget_partij(tx, p.fatima); });
        CHECK(p.stored(gone).tekst.empty());
        CHECK(p.stored(gone).onderwerp.empty());
        CHECK(p.stored(waiting).staat == Staat::ingetrokken);
        CHECK(p.stored(waiting).tekst.empty());
        p.clock.advance(hours(24));
        CHECK(p.release().berichten == 0);
        CHECK(p.bericht_faults().empty());
    });
}

TEST_CASE("messages go with their work, and without work after two years") {
    in_each([](Post& p) {
        const auto werk = p.asked();
        p.wrote(p.words(werk));
        NieuwBericht los = p.words(werk);
        los.werk.reset();
        const auto alone = p.wrote(los).id;
        const auto destroyed = p.store.write([&](store::Tx& tx) { return destroy_of_werk(tx, werk.id, p.clock.now()); });
        CHECK(destroyed.size() == 1);
        CHECK(p.of_werk(werk).empty());
        access::Bewaring bewaring(p.store);
        bewaring.add(bewaar_regels());
        bewaring.run(p.clock.now() + days(729));
        CHECK(p.store.read([&](store::Tx& tx) { return p.berichten.stored(tx, alone); }).has_value());
        bewaring.run(p.clock.now() + days(731));
        CHECK_FALSE(p.store.read([&](store::Tx& tx) { return p.berichten.stored(tx, alone); }).has_value());
    });
}

TEST_CASE("the tables say how long they are kept") {
    const auto fresh = fresh_sqlite(testing::post_schema());
    access::Bewaring bewaring(*fresh->store);
    bewaring.add(bewaar_regels());
    CHECK(bewaring.problems(migrations()) == std::vector<std::string>{});
}

TEST_CASE("a store that fails at any statement keeps no half message") {
    for (int n = 1; n < 40; ++n) {
        const auto fresh = fresh_sqlite(testing::post_schema());
        Post whole(*fresh->store);
        const auto werk = whole.asked();
        FailingStore failing(*fresh->store, n);
        try {
            const auto done = failing.write([&](store::Tx& tx) { return whole.berichten.write(tx, whole.ruben(), whole.words(werk)); });
            if (done) {
                CHECK(whole.of_werk(werk).size() == 1);
                return;
            }
        } catch (const store::Unavailable&) {
        }
        CHECK(whole.of_werk(werk).empty());
    }
    FAIL("it never succeeded");
}

TEST_CASE("the states are a table: no way back from withdrawn or read") {
    for (const Staat naar : {Staat::wacht, Staat::klaar, Staat::verzonden, Staat::gelezen, Staat::ingetrokken, Staat::mislukt}) {
        CHECK_FALSE(may_follow(Staat::ingetrokken, naar));
        CHECK_FALSE(may_follow(Staat::gelezen, naar));
        CHECK_FALSE(may_follow(naar, Staat::wacht));
    }
    CHECK(staten({}).empty());
}

}  // namespace dichtbij::bericht::bericht_service_test
