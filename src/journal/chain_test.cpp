#include "journal/chain.h"

#include <doctest/doctest.h>

#include "journal/journal_service.h"
#include "journal/testing.h"
#include "support/stores.h"

namespace dichtbij::journal::chain_test {
namespace {

using testing::an_entry;
using testing::moment;
using testing::uuid;

// Ten rows, each with words, and the chain over them.
void fill(store::Store& store) {
    store.write([](store::Tx& tx) {
        for (int i = 1; i <= 10; ++i) {
            Entry entry = an_entry("taak.notitie", i);
            entry.toelichting = "Woorden " + std::to_string(i);
            entry.kenmerken = {{"poging", std::to_string(i)}};
            append(tx, entry);
        }
    });
    ChainFollower chain(store, "a");
    while (chain.run_once(moment, 4) > 0) {
    }
}

std::vector<std::string> problems_of(store::Store& store) {
    return store.read([](store::Tx& tx) { return check_chain(tx); });
}

std::vector<std::string> after_tampering(store::Store& store, std::string_view sql) {
    fill(store);
    store.write([&](store::Tx& tx) { tx.run(sql); });
    return problems_of(store);
}

}  // namespace

TEST_CASE("a journal that nobody touched has a whole chain") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        CHECK(problems_of(*fresh->store).empty());
        fill(*fresh->store);
        CHECK(problems_of(*fresh->store).empty());
        CHECK(fresh->store->read([](store::Tx& tx) { return chain_head(tx); }).starts_with("10 "));
    }
}

TEST_CASE("the chain stays whole when words are destroyed or corrected") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        fill(*fresh->store);
        fresh->store->write([](store::Tx& tx) {
            CHECK(destroy_toelichtingen(tx, Object::taak, uuid(3), moment) == 1);
            Entry correction = an_entry("toelichting.verbeterd", 5);
            correction.toelichting = "Beter";
            CHECK(correct_toelichting(tx, 5, correction).has_value());
        });
        ChainFollower(*fresh->store, "a").run_once(moment, 100);
        CHECK(problems_of(*fresh->store).empty());
    }
}

TEST_CASE("a change behind the back of the program breaks the chain at that row") {
    struct Row {
        const char* sql;
        const char* problem;
    };
    for (const Row& row :
         {Row{"update journaal set op = op + 1 where nummer = 4", "journal row 4 was changed"},
          Row{"update journaal set door = object where nummer = 4", "journal row 4 was changed"},
          Row{"update journaal set kenmerken = '' where nummer = 4", "journal row 4 was changed"},
          Row{"update toelichting set tekst = 'Anders' where nummer = 4", "the words of journal row 4 were changed"},
          Row{"update toelichting set tekst = null where nummer = 4", "journal row 4 lost its words without a record"},
          Row{"delete from toelichting where nummer = 4", "journal row 4 lost its words without a record"},
          Row{"delete from keten where nummer = 10", "journal row 10 was slipped in, or its link was removed"}}) {
        for (const auto& fresh : fresh_stores(migrations())) {
            CAPTURE(fresh->name);
            CAPTURE(row.sql);
            CHECK(after_tampering(*fresh->store, row.sql) == std::vector<std::string>{row.problem});
        }
    }
}

TEST_CASE("a removed row and a row with an old number are found") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        fill(*fresh->store);
        fresh->store->write([](store::Tx& tx) {
            tx.run("delete from toelichting where nummer = 6");
            tx.run("delete from journaal where nummer = 6");
            tx.run(
                "insert into journaal (nummer, xid, gebeurtenis, gemeente, object_soort, object, op, kenmerken) "
                "select 0, 0, gebeurtenis, gemeente, object_soort, object, op, kenmerken from journaal where nummer = 1");
        });
        CHECK(problems_of(*fresh->store) ==
              std::vector<std::string>{"journal row 6 was removed", "journal row 0 was slipped in, or its link was removed"});
    }
}

TEST_CASE("only the holder of the lease extends the chain, and another takes over when it runs out or is given back") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        const auto add_row = [&] { fresh->store->write([](store::Tx& tx) { append(tx, an_entry("taak.gemaakt", 1)); }); };
        ChainFollower first(*fresh->store, "first");
        ChainFollower second(*fresh->store, "second");
        add_row();
        CHECK(first.run_once(moment, 10) == 1);
        add_row();
        CHECK(second.run_once(moment + seconds(1), 10) == 0);
        CHECK(second.run_once(moment + seconds(60), 10) == 1);
        add_row();
        CHECK(first.run_once(moment + seconds(61), 10) == 0);
        second.release();
        CHECK(first.run_once(moment + seconds(61), 10) == 1);
        CHECK(problems_of(*fresh->store).empty());
    }
}

}  // namespace dichtbij::journal::chain_test
