#include "store/backup.h"

#include <doctest/doctest.h>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "support/stores.h"

namespace dichtbij::store::backup_test {

namespace {

constexpr std::array schema{
    Migration{"proef.1", 1,
              "create table rij (nummer $int primary key, inhoud $blob not null) $strict;\n"
              "create index rij_inhoud on rij (inhoud);\n"
              "create table deel (rij $int not null references rij (nummer)) $strict;\n"},
};

// Rows [van, tot), large enough that a copy takes several steps.
void add(Store& store, int van, int tot) {
    store.write([&](Tx& tx) {
        for (int number = van; number < tot; ++number)
            tx.run("insert into rij values (?1, ?2)", number, Blob{std::string(20'000, static_cast<char>(number))});
    });
}

int count(Store& store) {
    return store.read([](Tx& tx) { return tx.value<int>("select count(*) from rij"); });
}

}  // namespace

TEST_CASE("a backup made while the store is written to holds one moment of it, in one private file") {
    const TempDir directory;
    const std::string path = directory.path() + "/store.db";
    const std::string copy = directory.path() + "/copy.db";
    const auto store = open_sqlite({.path = path});
    migrate(*store, schema);
    add(*store, 0, 1000);
    std::vector<double> progress;
    backup_sqlite(path, copy, [&](double part) {
        progress.push_back(part);
        const int next = 1000 + static_cast<int>(progress.size());
        add(*store, next, next + 1);
    });
    CHECK(progress.size() > 2);
    CHECK(std::is_sorted(progress.begin(), progress.end()));
    CHECK(progress.back() == 1.0);
    CHECK(std::filesystem::status(copy).permissions() == std::filesystem::perms(0600));
    for (const char* extra : {"-wal", "-journal", ".part"}) CHECK_FALSE(std::filesystem::exists(copy + extra));
    CHECK(check_sqlite(copy) == std::vector<std::string>{});
    CHECK(count(*open_sqlite({.path = copy})) == 1000);
    CHECK(count(*store) == 1000 + static_cast<int>(progress.size()));
}

TEST_CASE("a backup that cannot be made leaves the older one as it was") {
    const TempDir directory;
    const std::string copy = directory.path() + "/copy.db";
    std::ofstream(copy) << "older";
    CHECK_THROWS_AS(backup_sqlite(directory.path() + "/none.db", copy, {}), Unavailable);
    std::ofstream(directory.path() + "/text.db") << std::string(5000, 'x');
    CHECK_THROWS_AS(backup_sqlite(directory.path() + "/text.db", copy, {}), Unavailable);
    CHECK_THROWS_AS(backup_sqlite(copy, directory.path() + "/no/folder/copy.db", {}), Unavailable);
    CHECK(std::filesystem::file_size(copy) == 5);
    CHECK_FALSE(std::filesystem::exists(copy + ".part"));
}

TEST_CASE("a check finds nothing in a whole store that is open, and damage where there is damage") {
    const TempDir directory;
    const std::string path = directory.path() + "/store.db";
    {
        const auto store = open_sqlite({.path = path});
        migrate(*store, schema);
        add(*store, 0, 20);
        CHECK(check_sqlite(path) == std::vector<std::string>{});
    }
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096 * 4);
    file << std::string(4096, '\x55') << std::flush;
    CHECK_FALSE(check_sqlite(path).empty());
    CHECK(check_sqlite(directory.path() + "/none.db").size() == 1);
}

TEST_CASE("a check names the row that names one that does not exist") {
    const TempDir directory;
    const std::string path = directory.path() + "/store.db";
    migrate(*open_sqlite({.path = path}), schema);
    sqlite3* careless = nullptr;  // does not hold references
    REQUIRE(sqlite3_open(path.c_str(), &careless) == SQLITE_OK);
    CHECK(sqlite3_exec(careless, "insert into deel values (3)", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(careless);
    CHECK(check_sqlite(path) == std::vector<std::string>{"row 1 of deel names a row of rij that does not exist"});
}

}  // namespace dichtbij::store::backup_test
