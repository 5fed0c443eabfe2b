#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <latch>
#include <set>
#include <thread>

#include "base/bug.h"
#include "store/postgres_connection.h"
#include "store/postgres_values.h"
#include "support/stores.h"

namespace dichtbij::store::postgres_test {

namespace {

constexpr std::array schema{
    Migration{"proef.1", 1,
              "create table rij (id $serial, xid $xid, naam $text not null) $strict;\n"
              "create index rij_xid on rij (xid, id);\n"
              "create table teller (naam $text primary key, stand $int not null) $strict;\n"
              "insert into teller values ('a', 0), ('b', 0);\n"},
};

struct Position {
    std::int64_t xid = 0;
    std::int64_t id = 0;
    auto operator<=>(const Position&) const = default;
};
BOOST_DESCRIBE_STRUCT(Position, (), (xid, id))

template <class Work>
void in_threads(int count, Work work) {
    std::vector<std::thread> threads;
    for (int at = 0; at < count; ++at) threads.emplace_back(work, at);
    for (auto& thread : threads) thread.join();
}

// What a follower does: the next page behind its cursor, of rows that nothing can come before.
std::vector<Position> next_page(Store& store, Position cursor) {
    return store.read([&](Tx& tx) {
        const std::string xid(xid_as_int(tx.dialect()));
        return tx.rows<Position>("select " + xid + ", id from rij where (" + xid + ", id) > (?1, ?2) and " +
                                     std::string(settled_condition(tx.dialect())) + " order by " + xid + ", id limit 100",
                                 cursor.xid, cursor.id);
    });
}

struct Follower {
    Store& store;
    Position cursor;
    std::vector<Position> seen;
    void catch_up() {
        for (auto page = next_page(store, cursor); !page.empty(); page = next_page(store, cursor)) {
            seen.insert(seen.end(), page.begin(), page.end());
            cursor = page.back();
        }
    }
    // What is settled waits for the oldest transaction of the whole server, also of another test's database.
    void catch_up_to(std::size_t rows) {
        const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        for (catch_up(); seen.size() < rows && std::chrono::steady_clock::now() < patience; catch_up()) std::this_thread::yield();
    }
};

void add(Store& store, const char* naam) {
    store.write([&](Tx& tx) { tx.run("insert into rij (naam) values (?1)", naam); });
}

// Ends the server's side of a session, and waits until it has.
void end_session(const std::string& server, int pid) {
    PostgresConnection(server).run("select pg_terminate_backend(cast(?1 as int), 10000)", std::array<Value, 1>{std::int64_t{pid}}, [](Row) {});
}

}  // namespace

TEST_CASE("placeholders become PostgreSQL's, except inside quotes") {
    struct Case {
        const char* sql;
        const char* translated;
        std::size_t placeholders;
    };
    for (const Case& row : {
             Case{"select 1", "select 1", 0},
             Case{"a = ?1 and b = ?2 or c = ?1", "a = $1 and b = $2 or c = $1", 2},
             Case{"?12", "$12", 12},
             Case{"a = '?1' and \"b?\" = ?1", "a = '?1' and \"b?\" = $1", 1},
             Case{"a = 'it''s ?3' || ?1", "a = 'it''s ?3' || $1", 1},
         }) {
        CAPTURE(row.sql);
        CHECK(with_dollar_placeholders(row.sql) == row.translated);
        CHECK(placeholders_in(row.sql) == row.placeholders);
    }
    CHECK_THROWS_AS(with_dollar_placeholders("a = ?"), Bug);
    CHECK_THROWS_AS(with_dollar_placeholders("a = ?0"), Bug);
}

TEST_CASE("units that lose against each other are run again until all have counted") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Store& store = *fresh->store;
        in_threads(8, [&](int) {
            for (int i = 0; i < 25; ++i)
                store.write([](Tx& tx) {
                    const int stand = tx.value<int>("select stand from teller where naam = 'a'");
                    tx.run("update teller set stand = ?1 where naam = 'a'", stand + 1);
                });
        });
        CHECK(store.read([](Tx& tx) { return tx.value<int>("select stand from teller where naam = 'a'"); }) == 200);
    }
}

TEST_CASE("two units that each read what the other writes do not both go through unseen") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Store& store = *fresh->store;
        // Each takes 1 only while the sum is 0: under snapshots alone both could.
        in_threads(2, [&](int at) {
            store.write([&](Tx& tx) {
                if (tx.value<std::int64_t>("select cast(sum(stand) as bigint) from teller") == 0)
                    tx.run("update teller set stand = 1 where naam = ?1", at == 0 ? "a" : "b");
            });
        });
        CHECK(store.read([](Tx& tx) { return tx.value<std::int64_t>("select cast(sum(stand) as bigint) from teller"); }) == 1);
    }
}

TEST_CASE("a follower loses nothing while one transaction stays open and 1,000 others commit") {
    const auto fresh = fresh_postgres(schema);
    if (!fresh) return;
    Store& store = *fresh->store;
    std::latch written(1);
    std::latch go_on(1);
    std::thread slow([&] {
        store.write([&, first = true](Tx& tx) mutable {
            tx.run("insert into rij (naam) values ('traag')");
            if (std::exchange(first, false)) written.count_down();
            go_on.wait();
        });
    });
    written.wait();
    Follower follower{store, {}, {}};
    in_threads(4, [&](int) {
        for (int i = 0; i < 250; ++i) add(store, "snel");
    });
    follower.catch_up();
    CHECK(follower.seen.empty());
    go_on.count_down();
    slow.join();
    follower.catch_up_to(1001);
    CHECK(follower.seen.size() == 1001);
    CHECK(std::set(follower.seen.begin(), follower.seen.end()).size() == 1001);
    CHECK(std::is_sorted(follower.seen.begin(), follower.seen.end()));
}

TEST_CASE("a follower beside many writers sees every row once and in order") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Store& store = *fresh->store;
        Follower follower{store, {}, {}};
        std::thread writers([&] {
            in_threads(4, [&](int) {
                for (int i = 0; i < 50; ++i) add(store, "rij");
            });
        });
        while (follower.seen.size() < 50) follower.catch_up();
        writers.join();
        follower.catch_up_to(200);
        CHECK(follower.seen.size() == 200);
        CHECK(std::is_sorted(follower.seen.begin(), follower.seen.end()));
        CHECK(std::set(follower.seen.begin(), follower.seen.end()).size() == 200);
    }
}

TEST_CASE("a session that the server ended is replaced, and the unit is run again") {
    const auto fresh = fresh_postgres(schema);
    if (!fresh) return;
    const std::string server = std::getenv(testing::postgres_variable);
    const int idle = fresh->store->read([](Tx& tx) { return tx.value<int>("select pg_backend_pid()"); });
    end_session(server, idle);
    int runs = 0;
    fresh->store->write([&](Tx& tx) {
        tx.run("insert into rij (naam) values ('a')");
        if (++runs == 1) end_session(server, tx.value<int>("select pg_backend_pid()"));
        tx.run("insert into rij (naam) values ('b')");
    });
    CHECK(runs == 2);
    CHECK(fresh->store->read([](Tx& tx) { return tx.value<int>("select count(*) from rij"); }) == 2);
}

TEST_CASE("a server that cannot be reached is told as unavailable") {
    CHECK_THROWS_AS(open_postgres({.url = "postgresql://nobody@127.0.0.1:1/nothing"}), Unavailable);
    CHECK_THROWS_AS(open_postgres({.url = "not a url"}), Unavailable);
}

TEST_CASE("more callers than sessions wait for their turn") {
    const auto fresh = fresh_postgres(schema);
    if (!fresh) return;
    in_threads(20, [&](int) {
        for (int i = 0; i < 10; ++i) add(*fresh->store, "rij");
    });
    CHECK(fresh->store->read([](Tx& tx) { return tx.value<int>("select count(*) from rij"); }) == 200);
}

TEST_CASE("a column type that no value holds is told by name") {
    const auto fresh = fresh_postgres(schema);
    if (!fresh) return;
    const auto read = [&](const char* sql) { fresh->store->read([&](Tx& tx) { tx.rows<int>(sql); }); };
    add(*fresh->store, "rij");
    CHECK_THROWS_WITH_AS(read("select sum(id) as som from rij"), "column som is numeric: cast it to bigint", BadColumn);
    CHECK_THROWS_AS(read("select now()"), BadColumn);
}

}  // namespace dichtbij::store::postgres_test
