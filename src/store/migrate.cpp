#include <algorithm>
#include <set>

#include "store/dialect.h"

namespace dichtbij::store {

namespace {

constexpr std::string_view program_row = "programma";  // the newest release that used the store

constexpr std::string_view own_table =
    "create table if not exists schema_migratie (naam $text primary key, release $int not null) $strict";

struct Applied {
    std::string naam;
    std::int64_t release = 0;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (naam, release))

// "a;\nb;\n" as "a" and "b".
std::vector<std::string> statements_of(std::string_view sql) {
    std::vector<std::string> found;
    while (!sql.empty()) {
        const std::size_t end = std::min(sql.find(";\n"), sql.size());
        std::string_view one = sql.substr(0, end);
        sql.remove_prefix(std::min(end + 2, sql.size()));
        while (!one.empty() && (one.back() == ';' || std::isspace(static_cast<unsigned char>(one.back())) != 0))
            one.remove_suffix(1);
        if (one.find_first_not_of(" \t\r\n") != one.npos) found.emplace_back(one);
    }
    return found;
}

void refuse_newer(const std::vector<Applied>& applied) {
    std::int64_t newest = 0;
    for (const Applied& row : applied) newest = std::max(newest, row.release);
    if (newest <= current_release + 1) return;
    throw std::runtime_error("this store was last used by release " + std::to_string(newest) + "; this program is release " +
                             std::to_string(current_release) + " and cannot open it");
}

void apply(Tx& tx, const Migration& migration) {
    for (const std::string& statement : statements_of(translate_ddl(tx.dialect(), migration.sql))) tx.run(statement);
    tx.run("insert into schema_migratie (naam, release) values (?1, ?2)", migration.name, migration.release);
}

void apply_missing(Tx& tx, std::span<const Migration> migrations) {
    // Before the first read: two programs that start together must not both find it missing.
    if (tx.dialect() == Dialect::postgres) tx.run("lock table schema_migratie in exclusive mode");
    const auto applied = tx.rows<Applied>("select naam, release from schema_migratie");
    refuse_newer(applied);
    std::set<std::string, std::less<>> known;
    for (const Applied& row : applied) known.insert(row.naam);
    for (const Migration& migration : migrations)
        if (!known.contains(migration.name)) apply(tx, migration);
    tx.run("insert into schema_migratie (naam, release) values (?1, ?2) on conflict (naam) do update "
           "set release = excluded.release where schema_migratie.release < excluded.release",
           program_row, current_release);
}

}  // namespace

void migrate(Store& store, std::span<const Migration> migrations) {
    store.write([](Tx& tx) { tx.run(translate_ddl(tx.dialect(), own_table)); });
    store.write([&](Tx& tx) { apply_missing(tx, migrations); });
}

}  // namespace dichtbij::store
