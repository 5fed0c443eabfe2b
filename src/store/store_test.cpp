#include "store/store.h"

#include <doctest/doctest.h>

#include <boost/describe/enum.hpp>

#include <array>
#include <limits>
#include <thread>

#include "base/bug.h"
#include "support/stores.h"

namespace dichtbij::store::store_test {

namespace {

constexpr std::array schema{
    Migration{"proef.1", 1,
              "create table waarde (id $id primary key, aantal $int not null, maat $real, naam $text, inhoud $blob, "
              "soort $text not null, waar $int not null, moment_op $int not null, dag_datum $int) $strict;\n"
              "create table soort (naam $text primary key, volgorde $int) $strict;\n"
              "create table deel (id $serial, soort $text not null references soort (naam)) $strict;\n"},
};

enum class Soort { appel, peer };
BOOST_DESCRIBE_ENUM(Soort, appel, peer)

struct Waarde {
    Id<Werk> id;
    std::int64_t aantal = 0;
    std::optional<double> maat;
    std::optional<std::string> naam;
    std::optional<Blob> inhoud;
    Soort soort = Soort::appel;
    bool waar = false;
    Instant moment_op{};
    std::optional<Day> dag_datum;
    bool operator==(const Waarde&) const = default;
};
BOOST_DESCRIBE_STRUCT(Waarde, (), (id, aantal, maat, naam, inhoud, soort, waar, moment_op, dag_datum))

void add(Store& store, const char* naam) {
    store.write([&](Tx& tx) { tx.run("insert into soort (naam) values (?1)", naam); });
}

std::vector<std::string> all(Store& store) {
    return store.read([](Tx& tx) { return tx.rows<std::string>("select naam from soort order by naam"); });
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("what is written is read back, in every kind of column") {
    const Waarde full{Id<Werk>{{0, 1, 2, 255}}, std::numeric_limits<std::int64_t>::min(), -0.1, "Zoë 'het' ?1 $1 \"ĳ\"",
                      Blob{std::string("\0\xff?", 3)}, Soort::peer, true, Instant(seconds(-1)), make_day(2026, 11, 22)};
    const Waarde empty{Id<Werk>{{9}}, std::numeric_limits<std::int64_t>::max(), 0.0, "", Blob{}, Soort::appel, false, Instant{}, {}};
    const Waarde absent{Id<Werk>{{10}}, 0, {}, {}, {}, Soort::appel, false, Instant{}, {}};
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        for (const Waarde& row : {absent, full, empty}) {
            fresh->store->write([&](Tx& tx) { tx.insert("waarde", row); });
            const auto found = fresh->store->read([&](Tx& tx) {
                return tx.row<Waarde>("select " + columns<Waarde>("w") + " from waarde w where id = ?1", row.id);
            });
            CHECK(found == row);
        }
    }
}

TEST_CASE("an argument may be absent at one call and given at the next") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        const auto count = [&](std::optional<int> volgorde, std::optional<std::string> naam) {
            return fresh->store->write([&](Tx& tx) {
                tx.run("insert into soort (naam, volgorde) values (coalesce(?2, 'geen'), ?1) on conflict (naam) do nothing",
                       volgorde, naam);
                return tx.value<int>("select count(*) from soort where (?1 is null or volgorde = ?1) and naam <> 'x?1'", volgorde);
            });
        };
        CHECK(count({}, {}) == 1);
        CHECK(count(4, "vier") == 1);
        CHECK(count(5, {}) == 0);
        CHECK(count({}, "vijf") == 3);
    }
}

TEST_CASE("run tells how many rows it changed") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        for (const char* naam : {"a", "b", "c"}) add(*fresh->store, naam);
        fresh->store->write([](Tx& tx) {
            CHECK(tx.run("update soort set volgorde = 1 where naam > ?1", "a") == 2);
            CHECK(tx.run("update soort set volgorde = 1 where naam > ?1", "z") == 0);
            CHECK(tx.run("select naam from soort") == 0);
            CHECK(tx.run("insert into soort (naam) values ('a') on conflict (naam) do nothing") == 0);
            CHECK(tx.run("delete from soort") == 3);
        });
    }
}

TEST_CASE("a failure or an exception undoes the unit, and only that") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Store& store = *fresh->store;
        add(store, "eerst");
        const Result<Done> refused = store.write([](Tx& tx) -> Result<Done> {
            tx.run("insert into soort (naam) values ('refused')");
            return not_found("a");
        });
        CHECK(refused.error().reason == Reason::not_found);
        CHECK_THROWS_AS(store.write([](Tx& tx) {
            tx.run("insert into soort (naam) values ('thrown')");
            throw std::out_of_range("b");
        }), std::out_of_range);
        add(store, "later");
        CHECK(all(store) == Names{"eerst", "later"});
    }
}

TEST_CASE("a broken constraint is thrown and undoes the unit") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Store& store = *fresh->store;
        add(store, "eerst");
        const auto write = [&](const char* sql) {
            store.write([&](Tx& tx) {
                tx.run("insert into soort (naam) values ('met')");
                tx.run(sql);
            });
        };
        CHECK_THROWS_AS(write("insert into soort (naam) values ('eerst')"), BrokenConstraint);
        CHECK_THROWS_AS(write("insert into deel (soort) values ('onbekend')"), BrokenConstraint);
        CHECK_THROWS_AS(write("insert into deel (soort) values (null)"), BrokenConstraint);
        CHECK(all(store) == Names{"eerst"});
    }
}

TEST_CASE("a unit that goes on after a failed statement is not kept") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        CHECK_THROWS_AS(fresh->store->write([](Tx& tx) {
            tx.run("insert into soort (naam) values ('eerst')");
            CHECK_THROWS_AS(tx.run("insert into soort (naam) values (null)"), BrokenConstraint);
        }), BrokenConstraint);
        CHECK(all(*fresh->store) == Names{});
        add(*fresh->store, "later");
        CHECK(all(*fresh->store) == Names{"later"});
    }
}

TEST_CASE("statements that no store can run are bugs") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        const auto write = [&](std::string_view sql, auto... args) { fresh->store->write([&](Tx& tx) { tx.run(sql, args...); }); };
        CHECK_THROWS_AS(write("selekt 1"), Bug);
        CHECK_THROWS_AS(write("insert into nergens (a) values (1)"), Bug);
        CHECK_THROWS_AS(write("update soort set volgorde = ?1"), Bug);
        CHECK_THROWS_AS(write("update soort set volgorde = ?1 where naam = ?2", 1), Bug);
        CHECK_THROWS_AS(write("update soort set volgorde = ?1", 1, 2), Bug);
        CHECK_THROWS_AS(write("delete from soort; delete from deel"), Bug);
        CHECK_THROWS_AS(fresh->store->read([](Tx& tx) { tx.run("delete from soort"); }), Bug);
        CHECK_THROWS_AS(fresh->store->read([](Tx& tx) { return tx.value<int>("select volgorde from soort"); }), Bug);
    }
}

TEST_CASE("text that PostgreSQL cannot hold is refused by both stores") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        for (const std::string& bad : {std::string("a\0b", 3), std::string("a\xff")}) {
            CHECK_THROWS_AS(fresh->store->write([&](Tx& tx) { tx.run("insert into soort (naam) values (?1)", bad); }), BadText);
        }
        CHECK(all(*fresh->store) == Names{});
    }
}

TEST_CASE("a column of another kind than the row struct says is told") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        add(*fresh->store, "a");
        const auto read = [&](auto what) {
            using T = decltype(what);
            fresh->store->read([](Tx& tx) { return tx.rows<T>("select naam from soort"); });
        };
        CHECK_THROWS_AS(read(1), BadColumn);
        CHECK_THROWS_AS(read(Blob{}), BadColumn);
        CHECK_THROWS_AS(read(Soort{}), BadColumn);
        CHECK_THROWS_AS(read(Waarde{}), BadColumn);
    }
}

TEST_CASE("a unit of work inside another one is a bug, also through another store") {
    const auto neighbour = fresh_sqlite(schema);
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Store& store = *fresh->store;
        CHECK_THROWS_AS(store.write([&](Tx&) { add(store, "a"); }), Bug);
        CHECK_THROWS_AS(store.write([&](Tx&) { all(store); }), Bug);
        CHECK_THROWS_AS(store.read([&](Tx&) { all(store); }), Bug);
        CHECK_THROWS_AS(store.read([&](Tx&) { add(*neighbour->store, "a"); }), Bug);
        add(store, "a");
        CHECK(all(store) == Names{"a"});
    }
}

TEST_CASE("work for after the commit runs once it is durable, on the thread of the caller") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Store& store = *fresh->store;
        Names seen;
        std::thread::id thread;
        store.write([&](Tx& tx) {
            tx.run("insert into soort (naam) values ('a')");
            tx.after_commit([] { throw std::runtime_error("is logged and keeps nobody from going on"); });
            tx.after_commit([&] {
                add(store, "b");
                seen = all(store);
                thread = std::this_thread::get_id();
            });
        });
        CHECK(seen == Names{"a", "b"});
        CHECK(thread == std::this_thread::get_id());
    }
}

TEST_CASE("work for after the commit does not run when there is none") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        bool ran = false;
        (void)fresh->store->write([&](Tx& tx) -> Result<Done> {
            tx.after_commit([&] { ran = true; });
            return not_found("a");
        });
        CHECK_THROWS(fresh->store->write([&](Tx& tx) {
            tx.after_commit([&] { ran = true; });
            throw std::runtime_error("b");
        }));
        CHECK_FALSE(ran);
    }
}

TEST_CASE("a read sees one snapshot while others write") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Store& store = *fresh->store;
        store.read([&](Tx& tx) {
            CHECK(tx.value<int>("select count(*) from soort") == 0);
            std::thread([&] { add(store, "a"); }).join();
            CHECK(tx.value<int>("select count(*) from soort") == 0);
        });
        CHECK(all(store) == Names{"a"});
    }
}

TEST_CASE("a statement may run while its own rows are being read") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        for (const char* naam : {"a", "b"}) add(*fresh->store, naam);
        Names pairs;
        fresh->store->read([&](Tx& tx) {
            constexpr auto sql = "select naam from soort order by naam";
            tx.each<std::string>([&](std::string&& one) {
                tx.each<std::string>([&](std::string&& two) { pairs.push_back(one + two); }, sql);
            }, sql);
        });
        CHECK(pairs == Names{"aa", "ab", "ba", "bb"});
    }
}

TEST_CASE("more different statements than are kept prepared") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        fresh->store->read([&](Tx& tx) {
            for (std::int64_t i = 0; i < 1000; ++i)
                if (tx.value<std::int64_t>("select ?1 + " + std::to_string(i), i) != 2 * i) FAIL("another answer");
        });
    }
}

TEST_CASE("a store that fails at statement n leaves nothing half done") {
    const auto operation = [](Store& store) {
        store.write([](Tx& tx) {
            tx.run("insert into soort (naam) values ('a')");
            tx.run("insert into deel (soort) values ('a')");
        });
        all(store);
    };
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        int failures = 0;
        for (int n = 1;; ++n) {
            CAPTURE(n);
            const auto failing = failing_at(*fresh->store, n);
            try {
                operation(*failing);
            } catch (const Unavailable&) {
                ++failures;
            }
            if (!failing->has_failed()) break;
            CHECK(all(*fresh->store) == (n <= 3 ? Names{} : Names{"a"}));
            fresh->store->write([](Tx& tx) {
                tx.run("delete from deel");
                tx.run("delete from soort");
            });
        }
        CHECK(failures == 4);  // two statements, the commit, the read
    }
}

}  // namespace dichtbij::store::store_test
