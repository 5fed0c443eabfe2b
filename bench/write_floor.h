#pragma once
// The floor of write_bench: the rows that the service wrote, found back per contact, and written once more
// under other ids by a bare loop on each store.

#include <libpq-fe.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "app/installation.h"
#include "base/text.h"
#include "http_client.h"

namespace dichtbij::bench {

inline constexpr std::size_t writers = 16;  // threads, and contacts in a group of the bare loop

struct Cost {
    int contacts = 0;
    double wall_s = 0;
    double cpu_s = 0;  // of this process
};

// In an order in which each row finds what it refers to.
inline constexpr std::array tables{"gesprek", "werk", "klantcontact", "betrokkene", "digitaal_adres", "taak", "klok", "toezegging", "attentie", "journaal", "toelichting"};
inline constexpr std::size_t journaal = 9, toelichting = 10;

struct SavedRow {
    std::size_t table = 0;
    std::vector<store::Value> values;
};
using Contact = std::vector<SavedRow>;

struct Mark {  // a moment in the store
    Uuid id{};
    std::int64_t nummer = 0;
};

inline Mark mark(app::Installation& in) {
    return {in.ids.next(), in.store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select coalesce(max(nummer), 0) from journaal"); })};
}

// Every row belongs to the conversation that it leads to through the ids in it.
inline std::vector<Contact> rows_since(app::Installation& in, const Mark& since) {
    return in.base().read([&](store::Tx& tx) {
        std::vector<Contact> contacts;
        std::map<Uuid, std::size_t> of_id;
        std::map<std::int64_t, std::size_t> of_nummer;
        for (std::size_t table = 0; table < tables.size(); ++table) {
            const bool by_nummer = table >= journaal;
            const std::string sql = std::string("select * from ") + tables[table] + (by_nummer ? " where nummer > ?1 order by nummer" : " where id > ?1 order by id");
            const std::array params{by_nummer ? store::Value(since.nummer) : store::Column<Uuid>::to(since.id)};
            tx.connection().run(sql, params, [&](store::Row row) {
                SavedRow saved{table, {row.begin(), row.end()}};
                std::size_t contact = contacts.size();
                if (table == toelichting) contact = of_nummer.at(std::get<std::int64_t>(saved.values[0]));
                for (const auto& value : saved.values)
                    if (const auto* id = std::get_if<Uuid>(&value); id != nullptr && of_id.contains(*id)) contact = of_id.at(*id);
                if (contact == contacts.size()) {
                    if (table != 0) throw std::runtime_error(std::string("a row of ") + tables[table] + " belongs to no contact");
                    contacts.emplace_back();
                }
                if (by_nummer) of_nummer.emplace(std::get<std::int64_t>(saved.values[0]), contact);
                else of_id.emplace(std::get<Uuid>(saved.values[0]), contact);
                contacts[contact].push_back(std::move(saved));
            });
        }
        return contacts;
    });
}

// The same rows once more, under ids and numbers that are free.
inline void make_other(std::vector<Contact>& contacts) {
    constexpr std::int64_t free_nummers = 1'000'000'000;
    std::map<Uuid, Uuid> other;
    for (const auto& contact : contacts)
        for (const auto& row : contact)
            if (row.table < journaal) {
                const Uuid& id = std::get<Uuid>(row.values[0]);
                Uuid changed = id;
                for (std::size_t i = 9; i < 13; ++i) changed[i] ^= 0x5a;
                other.emplace(id, changed);
            }
    for (auto& contact : contacts)
        for (auto& row : contact) {
            if (row.table >= journaal) std::get<std::int64_t>(row.values[0]) += free_nummers;
            for (auto& value : row.values) {
                if (auto* id = std::get_if<Uuid>(&value)) {
                    if (const auto found = other.find(*id); found != other.end()) *id = found->second;
                } else if (auto* text = std::get_if<std::string>(&value)) {
                    if (text->starts_with("K-20") || text->starts_with("T-20")) text->front() = 'X';
                    if (text->size() == 10 && text->starts_with("20") && all_digits(*text)) text->front() = '9';
                }
            }
        }
}

inline std::string insert_sql(std::size_t table, std::size_t columns, char mark) {
    std::string sql = std::string("insert into ") + tables[table] + " values (";
    for (std::size_t i = 1; i <= columns; ++i) sql += (i == 1 ? "" : ", ") + std::string(1, mark) + std::to_string(i);
    return sql + ")";
}

// ---- SQLite: one thread, sixteen contacts a commit, set as the store sets it

class BareSqlite {
  public:
    explicit BareSqlite(const std::string& path) {
        must(sqlite3_open(path.c_str(), &database_));
        for (const char* pragma : {"journal_mode = wal", "synchronous = full", "foreign_keys = on", "temp_store = memory", "cache_size = -32768", "wal_autocheckpoint = 4000"})
            run(std::string("pragma ") + pragma);
    }
    ~BareSqlite() {
        for (auto* statement : inserts_) sqlite3_finalize(statement);
        sqlite3_close(database_);
    }
    BareSqlite(const BareSqlite&) = delete;

    void run(const std::string& sql) { must(sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr)); }
    void insert(const SavedRow& row) {
        auto*& statement = inserts_[row.table];
        if (statement == nullptr) must(sqlite3_prepare_v3(database_, insert_sql(row.table, row.values.size(), '?').c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        for (int at = 0; at < static_cast<int>(row.values.size()); ++at) bind(statement, at + 1, row.values[static_cast<std::size_t>(at)]);
        must(sqlite3_step(statement));
        sqlite3_reset(statement);
    }

  private:
    void must(int code) {
        if (code != SQLITE_OK && code != SQLITE_DONE) throw std::runtime_error(std::string("the bare loop failed: ") + sqlite3_errmsg(database_));
    }
    static void bind(sqlite3_stmt* statement, int at, const store::Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) sqlite3_bind_int64(statement, at, *number);
        else if (const auto* text = std::get_if<std::string>(&value)) sqlite3_bind_text(statement, at, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
        else if (const auto* blob = std::get_if<store::Blob>(&value)) sqlite3_bind_blob(statement, at, blob->bytes.data(), static_cast<int>(blob->bytes.size()), SQLITE_STATIC);
        else if (const auto* id = std::get_if<Uuid>(&value)) sqlite3_bind_blob(statement, at, id->data(), static_cast<int>(id->size()), SQLITE_STATIC);
        else sqlite3_bind_null(statement, at);
    }

    sqlite3* database_ = nullptr;
    std::array<sqlite3_stmt*, tables.size()> inserts_{};
};

inline Cost insert_sqlite(const std::string& path, const std::vector<Contact>& contacts) {
    BareSqlite store(path);
    const double wall = now_s(), cpu = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    for (std::size_t at = 0; at < contacts.size();) {
        store.run("begin immediate");
        for (const std::size_t end = std::min(contacts.size(), at + writers); at < end; ++at)
            for (const auto& row : contacts[at]) store.insert(row);
        store.run("commit");
    }
    return {static_cast<int>(contacts.size()), now_s() - wall, seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu};
}

// ---- PostgreSQL: sixteen connections, each commits a contact; the server makes the group

class BarePostgres {
  public:
    explicit BarePostgres(const std::string& url) : connection_(PQconnectdb(url.c_str())) {
        if (PQstatus(connection_) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(connection_));
    }
    ~BarePostgres() { PQfinish(connection_); }
    BarePostgres(const BarePostgres&) = delete;

    void insert(const Contact& contact) {
        done(PQexec(connection_, "begin"));
        for (const auto& row : contact) insert(row);
        done(PQexec(connection_, "commit"));
    }

  private:
    void insert(const SavedRow& row) {
        const char* name = tables[row.table];
        const int count = static_cast<int>(row.values.size());
        if (!prepared_[row.table]) done(PQprepare(connection_, name, insert_sql(row.table, row.values.size(), '$').c_str(), count, nullptr));
        prepared_[row.table] = true;
        std::vector<std::string> numbers(row.values.size());
        std::vector<const char*> values(row.values.size(), nullptr);
        std::vector<int> lengths(row.values.size(), 0), formats(row.values.size(), 0);
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            if (const auto* number = std::get_if<std::int64_t>(&row.values[i])) values[i] = (numbers[i] = std::to_string(*number)).c_str();
            else if (const auto* text = std::get_if<std::string>(&row.values[i])) values[i] = text->c_str();
            else if (const auto* blob = std::get_if<store::Blob>(&row.values[i])) values[i] = blob->bytes.data(), lengths[i] = static_cast<int>(blob->bytes.size()), formats[i] = 1;
            else if (const auto* id = std::get_if<Uuid>(&row.values[i])) values[i] = reinterpret_cast<const char*>(id->data()), lengths[i] = static_cast<int>(id->size()), formats[i] = 1;
        }
        done(PQexecPrepared(connection_, name, count, values.data(), lengths.data(), formats.data(), 1));
    }
    void done(PGresult* result) {
        const auto status = PQresultStatus(result);
        PQclear(result);
        if (status != PGRES_COMMAND_OK) throw std::runtime_error(std::string("the bare loop failed: ") + PQerrorMessage(connection_));
    }

    PGconn* connection_;
    std::array<bool, tables.size()> prepared_{};
};

inline Cost insert_postgres(const std::string& url, const std::vector<Contact>& contacts) {
    std::vector<std::unique_ptr<BarePostgres>> stores;
    for (std::size_t i = 0; i < writers; ++i) stores.push_back(std::make_unique<BarePostgres>(url));
    std::atomic<std::size_t> next = 0;
    const double wall = now_s(), cpu = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    std::vector<std::thread> threads;
    for (auto& store : stores)
        threads.emplace_back([&] {
            for (std::size_t at = next++; at < contacts.size(); at = next++) store->insert(contacts[at]);
        });
    for (auto& thread : threads) thread.join();
    return {static_cast<int>(contacts.size()), now_s() - wall, seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu};
}

}  // namespace dichtbij::bench
