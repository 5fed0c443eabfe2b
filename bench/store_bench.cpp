// Durable writes through Store::write from 16 threads, against a bare sqlite3 loop that inserts the
// same rows in groups of the same size: store_bench [UNITS] [ROWS_A_UNIT]

#include <sqlite3.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <vector>

#include "base/bug.h"
#include "store/dialect.h"
#include "store/testing.h"

namespace dichtbij::store {

namespace {

constexpr int writers = 16;
constexpr std::array schema{
    Migration{"bench.1", 1,
              "create table rij (id $id primary key, team $id not null, stand $int not null, tekst $text not null) $strict;\n"
              "create index rij_team on rij (team, stand);\n"},
};
constexpr const char* insert_sql = "insert into rij (id, team, stand, tekst) values (?1, ?2, ?3, ?4)";
const std::string tekst(200, 't');

struct Measured {
    double wall_s = 0;
    double cpu_s = 0;
};

using Latencies = std::vector<double>;  // milliseconds from the call of write to its return

template <class Act>
Measured measure(Act act) {
    const auto cpu = [] {
        timespec used{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
        return double(used.tv_sec) + double(used.tv_nsec) * 1e-9;
    };
    const auto started = std::chrono::steady_clock::now();
    const double cpu_started = cpu();
    act();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count(), cpu() - cpu_started};
}

// Rising, as ids of this program are.
Blob id_of(int unit, int row) {
    std::string bytes(16, '\0');
    for (int i = 0; i < 4; ++i) bytes[static_cast<std::size_t>(i)] = static_cast<char>(unit >> (24 - 8 * i));
    bytes[15] = static_cast<char>(row);
    return {bytes};
}

Blob team_of(int unit) { return {std::string(16, static_cast<char>(unit % 50))}; }

Measured through_store(const std::string& path, int units, int rows, Latencies& latencies) {
    const auto store = open_sqlite({.path = path});
    migrate(*store, schema);
    std::atomic<int> next = 0;
    latencies.resize(static_cast<std::size_t>(units));
    return measure([&] {
        std::vector<std::thread> threads;
        for (int i = 0; i < writers; ++i)
            threads.emplace_back([&] {
                for (int unit = next++; unit < units; unit = next++) {
                    const auto called = std::chrono::steady_clock::now();
                    store->write([&](Tx& tx) {
                        for (int row = 0; row < rows; ++row) tx.run(insert_sql, id_of(unit, row), team_of(unit), unit, tekst);
                    });
                    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - called;
                    latencies[static_cast<std::size_t>(unit)] = took.count();
                }
            });
        for (auto& thread : threads) thread.join();
    });
}

void must(int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE) throw Bug("the bare loop failed");
}

Measured bare(const std::string& path, int units, int rows) {
    migrate(*open_sqlite({.path = path}), schema);
    sqlite3* database = nullptr;
    must(sqlite3_open(path.c_str(), &database));
    must(sqlite3_exec(database, "pragma synchronous = full", nullptr, nullptr, nullptr));
    sqlite3_stmt* insert = nullptr;
    must(sqlite3_prepare_v2(database, insert_sql, -1, &insert, nullptr));
    const auto add = [&](int unit, int row) {
        const Blob id = id_of(unit, row);
        const Blob team = team_of(unit);
        sqlite3_bind_blob(insert, 1, id.bytes.data(), 16, SQLITE_STATIC);
        sqlite3_bind_blob(insert, 2, team.bytes.data(), 16, SQLITE_STATIC);
        sqlite3_bind_int(insert, 3, unit);
        sqlite3_bind_text(insert, 4, tekst.data(), static_cast<int>(tekst.size()), SQLITE_STATIC);
        must(sqlite3_step(insert));
        sqlite3_reset(insert);
    };
    const Measured measured = measure([&] {
        for (int unit = 0; unit < units;) {
            must(sqlite3_exec(database, "begin immediate", nullptr, nullptr, nullptr));
            for (int end = std::min(units, unit + writers); unit < end; ++unit)
                for (int row = 0; row < rows; ++row) add(unit, row);
            must(sqlite3_exec(database, "commit", nullptr, nullptr, nullptr));
        }
    });
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return measured;
}

void print(const char* name, const Measured& measured, int units) {
    std::printf("%-28s %9.0f units/s  %7.1f us cpu a unit\n", name, units / measured.wall_s, measured.cpu_s * 1e6 / units);
}

}  // namespace

}  // namespace dichtbij::store

int main(int argc, char** argv) {
    using namespace dichtbij::store;
    const int units = argc > 1 ? std::atoi(argv[1]) : 20'000;
    const int rows = argc > 2 ? std::atoi(argv[2]) : 4;
    const testing::TempDir directory;
    const Measured floor = bare(directory.path() + "/bare.db", units, rows);
    Latencies latencies;
    const Measured ours = through_store(directory.path() + "/store.db", units, rows, latencies);
    std::printf("%d units of %d rows, %d threads, groups of %d in the bare loop\n", units, rows, writers, writers);
    print("bare sqlite3 loop", floor, units);
    print("Store::write", ours, units);
    std::printf("%-28s %9.2f (bar: at least 0.5)\n", "ratio of units/s", floor.wall_s / ours.wall_s);
    std::printf("%-28s %9.2f\n", "ratio of cpu", floor.cpu_s / ours.cpu_s);
    std::sort(latencies.begin(), latencies.end());
    const auto at = [&](double part) { return latencies[static_cast<std::size_t>(part * double(latencies.size() - 1))]; };
    std::printf("%-28s p50 %.2f ms  p99 %.2f ms  max %.2f ms\n", "latency", at(0.5), at(0.99), at(1));
}
