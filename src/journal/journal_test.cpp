#include "journal/journal.h"

#include <doctest/doctest.h>

#include "base/bug.h"
#include "journal/journal_service.h"
#include "journal/kenmerk.h"
#include "journal/testing.h"
#include "support/stores.h"

namespace dichtbij::journal::journal_test {
namespace {

using testing::an_entry;
using testing::moment;
using testing::uuid;

}  // namespace

TEST_CASE("an entry comes back in the timelines of its object, its werk and its partij, newest first") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        Entry entry = an_entry("taak.doorgezet", 1);
        entry.werk = Id<Werk>{uuid(7)};
        entry.partij = Id<Partij>{uuid(8)};
        entry.door = Id<Medewerker>{uuid(9)};
        entry.kenmerken = {{"van", "a"}, {"reden", "x=y"}};
        entry.toelichting = "Belt liever 's ochtends.";
        const auto first = fresh->store->write([&](store::Tx& tx) { return append(tx, entry); });
        entry.gebeurtenis = "taak.gesloten";
        const auto second = fresh->store->write([&](store::Tx& tx) { return append(tx, entry); });
        CHECK(second > first);
        fresh->store->read([&](store::Tx& tx) {
            for (const auto& lines :
                 {timeline_of_werk(tx, Id<Werk>{uuid(7)}, {}, 10), timeline_of_partij(tx, Id<Partij>{uuid(8)}, {}, 10),
                  timeline_of_object(tx, Object::taak, uuid(1), {}, 10)}) {
                REQUIRE(lines.size() == 2);
                CHECK(lines[0].gebeurtenis == "taak.gesloten");
                CHECK(lines[1].nummer == first);
                CHECK(lines[1].op == moment);
                CHECK(lines[1].door == entry.door);
                CHECK(lines[1].kenmerk("reden") == "x=y");
                CHECK(lines[1].kenmerk("niets").empty());
                CHECK(lines[1].toelichting == "Belt liever 's ochtends.");
            }
            CHECK(timeline_of_werk(tx, Id<Werk>{uuid(7)}, second, 10).size() == 1);
            CHECK(timeline_of_werk(tx, Id<Werk>{uuid(7)}, {}, 1).size() == 1);
            CHECK(timeline_of_object(tx, Object::zaak, uuid(1), {}, 10).empty());
        });
    }
}

TEST_CASE("what is about a partij itself stands in the timeline of that partij") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        Entry entry = an_entry("partij.gemaakt", 3);
        entry.object_soort = Object::partij;
        fresh->store->write([&](store::Tx& tx) { append(tx, entry); });
        CHECK(fresh->store->read([&](store::Tx& tx) { return timeline_of_partij(tx, Id<Partij>{uuid(3)}, {}, 10).size(); }) == 1);
    }
}

TEST_CASE("words are destroyed for a partij and the rows stay") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        fresh->store->write([&](store::Tx& tx) {
            Entry entry = an_entry("klantcontact.geregistreerd", 1);
            entry.partij = Id<Partij>{uuid(8)};
            entry.toelichting = "Over de partij";
            append(tx, entry);
            entry.partij = Id<Partij>{uuid(9)};
            entry.toelichting = "Over een ander";
            append(tx, entry);
        });
        const auto destroy = [&](store::Tx& tx) { return destroy_toelichtingen(tx, Object::partij, uuid(8), moment); };
        CHECK(fresh->store->write(destroy) == 1);
        CHECK(fresh->store->write(destroy) == 0);
        const auto lines =
            fresh->store->read([&](store::Tx& tx) { return timeline_of_object(tx, Object::taak, uuid(1), {}, 10); });
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].toelichting == "Over een ander");
        CHECK_FALSE(lines[1].toelichting);
    }
}

TEST_CASE("words of one row are destroyed and those of its neighbours stay") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        fresh->store->write([&](store::Tx& tx) {
            Entry entry = an_entry("waardering.gegeven", 1);
            entry.toelichting = "Snel geholpen";
            const auto first = append(tx, entry);
            entry.toelichting = "Toch niet zo snel";
            append(tx, entry);
            destroy_toelichting(tx, first, moment);
            destroy_toelichting(tx, first, moment);
        });
        const auto lines = fresh->store->read([&](store::Tx& tx) { return timeline_of_object(tx, Object::taak, uuid(1), {}, 10); });
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].toelichting == "Toch niet zo snel");
        CHECK_FALSE(lines[1].toelichting);
    }
}

TEST_CASE("corrected words replace the old ones everywhere and can be corrected again") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        Entry entry = an_entry("taak.notitie", 1);
        entry.toelichting = "eerste";
        const auto nummer = fresh->store->write([&](store::Tx& tx) { return append(tx, entry); });
        Entry correction = an_entry("toelichting.verbeterd", 1);
        for (const char* words : {"tweede", "derde"}) {
            correction.toelichting = words;
            const auto corrected =
                fresh->store->write([&](store::Tx& tx) { return correct_toelichting(tx, nummer, correction); });
            CHECK(corrected.has_value() == (std::string(words) == "tweede"));
        }
        const auto lines =
            fresh->store->read([&](store::Tx& tx) { return timeline_of_object(tx, Object::taak, uuid(1), {}, 10); });
        REQUIRE(lines.size() == 2);
        const auto again =
            fresh->store->write([&](store::Tx& tx) { return correct_toelichting(tx, lines[0].nummer, correction); });
        CHECK(again.has_value());
        const auto after =
            fresh->store->read([&](store::Tx& tx) { return timeline_of_object(tx, Object::taak, uuid(1), {}, 10); });
        REQUIRE(after.size() == 3);
        for (const Line& line : after) CHECK(line.toelichting == "derde");
    }
}

TEST_CASE("words do not fit in a kenmerk") {
    const auto fresh = fresh_sqlite(migrations());
    for (const std::pair<std::string, std::string>& bad :
         {std::pair<std::string, std::string>{"reden", std::string(201, 'x')}, {"re=den", "x"}, {"", "x"}, {"reden", "a\nb"}}) {
        CAPTURE(bad.first);
        Entry entry = an_entry("taak.doorgezet", 1);
        entry.kenmerken = {bad};
        CHECK_THROWS_AS(fresh->store->write([&](store::Tx& tx) { append(tx, entry); }), Bug);
    }
}

TEST_CASE("every table of the journal says what it holds and has a rule where it must") {
    const auto fresh = fresh_sqlite(migrations());
    access::Bewaring bewaring(*fresh->store);
    bewaring.add(bewaar_regels());
    CHECK(bewaring.problems(migrations()).empty());
}

TEST_CASE("the system acts without a name in the journal, a person with one") {
    const auto by_rule = entry(access::system_caller("tijd"), moment, "werk.geescaleerd", {}, Object::werk, uuid(1));
    CHECK_FALSE(by_rule.door);
    access::Caller person;
    person.medewerker = Id<Medewerker>{uuid(2)};
    CHECK(entry(person, moment, "werk.aanvaard", {}, Object::werk, uuid(1)).door == person.medewerker);
}

TEST_CASE("a list of names that is too long for a kenmerk says that there are more") {
    CHECK(names_that_fit("naam,leider") == "naam,leider");
    CHECK(names_that_fit(std::string(kenmerk_bytes, 'a')).size() == kenmerk_bytes);
    const std::string cut = names_that_fit("naam," + std::string(150, 'b') + "," + std::string(100, 'c'));
    CHECK(cut == "naam," + std::string(150, 'b') + ",...");
    CHECK(names_that_fit(std::string(500, 'a')) == "...");
    CHECK(names_that_fit(std::string(196, 'a') + ",bbbbbb").size() <= kenmerk_bytes);
}

}  // namespace dichtbij::journal::journal_test
