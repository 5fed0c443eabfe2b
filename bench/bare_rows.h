#pragma once
// Selects on both stores without anything of the product between: SQLite's and libpq's own calls, one prepared
// statement for each text.

#include <libpq-fe.h>
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "base/bug.h"
#include "base/id.h"
#include "base/result.h"

namespace dichtbij::bench {

using Param = std::variant<std::int64_t, Uuid>;

// The rows of one select, one at a time. What a column gives holds until the next row.
class Rows {
  public:
    virtual ~Rows() = default;
    virtual bool next() = 0;
    virtual bool is_null(int at) = 0;
    virtual std::string_view text(int at) = 0;
    virtual std::int64_t number(int at) = 0;
    virtual std::string_view blob(int at) = 0;
    Uuid uuid(int at) {
        Uuid id{};
        const auto bytes = blob(at);
        CHECK_THAT(bytes.size() == id.size());
        std::copy(bytes.begin(), bytes.end(), id.begin());
        return id;
    }
};

class Base {
  public:
    virtual ~Base() = default;
    virtual void begin() = 0;
    virtual void commit() = 0;
    // Parameters are written ?1, ?2. The rows live until the next select of the same text.
    virtual Rows& select(const std::string& sql, const std::vector<Param>& params) = 0;
};

class BaseSqlite final : public Base {
  public:
    explicit BaseSqlite(const std::string& path) {
        must(sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READONLY, nullptr));
        run("pragma cache_size = -32768");
    }
    void begin() override { run("begin"); }
    void commit() override { run("commit"); }
    Rows& select(const std::string& sql, const std::vector<Param>& params) override {
        auto& rows = statements_[sql];
        if (!rows) rows = std::make_unique<Select>(database_, sql);
        rows->start(params);
        return *rows;
    }

  private:
    class Select final : public Rows {
      public:
        Select(sqlite3* database, const std::string& sql) { must(sqlite3_prepare_v3(database, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr)); }
        void start(const std::vector<Param>& params) {
            sqlite3_reset(statement_);
            int at = 0;
            for (const Param& one : params) {
                ++at;
                if (const auto* number = std::get_if<std::int64_t>(&one)) must(sqlite3_bind_int64(statement_, at, *number));
                else must(sqlite3_bind_blob(statement_, at, std::get<Uuid>(one).data(), 16, SQLITE_TRANSIENT));
            }
        }
        bool next() override {
            if (sqlite3_step(statement_) == SQLITE_ROW) return true;
            sqlite3_reset(statement_);
            return false;
        }
        bool is_null(int at) override { return sqlite3_column_type(statement_, at) == SQLITE_NULL; }
        std::string_view text(int at) override { return bytes(sqlite3_column_text(statement_, at), at); }
        std::int64_t number(int at) override { return sqlite3_column_int64(statement_, at); }
        std::string_view blob(int at) override { return bytes(sqlite3_column_blob(statement_, at), at); }

      private:
        std::string_view bytes(const void* from, int at) {
            return {from == nullptr ? "" : static_cast<const char*>(from), static_cast<std::size_t>(sqlite3_column_bytes(statement_, at))};
        }
        sqlite3_stmt* statement_ = nullptr;  // until the process ends
    };

    static void must(int code) {
        if (code != SQLITE_OK) throw Bug("the bare program failed on SQLite");
    }
    void run(const char* sql) { must(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr)); }

    sqlite3* database_ = nullptr;  // until the process ends
    std::unordered_map<std::string, std::unique_ptr<Select>> statements_;
};

class BasePostgres final : public Base {
  public:
    explicit BasePostgres(const std::string& url) : connection_(PQconnectdb(url.c_str())) { CHECK_THAT(PQstatus(connection_) == CONNECTION_OK); }
    void begin() override { PQclear(PQexec(connection_, "begin read only")); }
    void commit() override { PQclear(PQexec(connection_, "commit")); }
    Rows& select(const std::string& sql, const std::vector<Param>& params) override {
        auto& rows = statements_[sql];
        if (!rows) {
            rows = std::make_unique<Select>();
            rows->name = "s" + std::to_string(statements_.size());
            std::string text = sql;
            for (char& c : text)
                if (c == '?') c = '$';
            PGresult* made = PQprepare(connection_, rows->name.c_str(), text.c_str(), 0, nullptr);
            CHECK_THAT(PQresultStatus(made) == PGRES_COMMAND_OK);
            PQclear(made);
        }
        rows->start(connection_, params);
        return *rows;
    }

  private:
    // Numbers travel as text, which both sides read and write fast; ids as bytes.
    class Select final : public Rows {
      public:
        std::string name;

        void start(PGconn* connection, const std::vector<Param>& params) {
            std::vector<std::string> numbers(params.size());
            std::vector<const char*> values(params.size());
            std::vector<int> lengths(params.size(), 0), formats(params.size(), 0);
            for (std::size_t i = 0; i < params.size(); ++i) {
                if (const auto* number = std::get_if<std::int64_t>(&params[i])) values[i] = (numbers[i] = std::to_string(*number)).c_str();
                else values[i] = reinterpret_cast<const char*>(std::get<Uuid>(params[i]).data()), lengths[i] = 16, formats[i] = 1;
            }
            PQclear(result_);
            result_ = PQexecPrepared(connection, name.c_str(), static_cast<int>(params.size()), values.data(), lengths.data(), formats.data(), 1);
            if (PQresultStatus(result_) != PGRES_TUPLES_OK) throw Bug(std::string("the bare program failed on PostgreSQL: ") + PQerrorMessage(connection));
            row_ = -1;
        }
        bool next() override { return ++row_ < PQntuples(result_); }
        bool is_null(int at) override { return PQgetisnull(result_, row_, at) != 0; }
        std::string_view text(int at) override { return {PQgetvalue(result_, row_, at), static_cast<std::size_t>(PQgetlength(result_, row_, at))}; }
        std::int64_t number(int at) override {  // int4 or int8, most significant byte first
            std::int64_t value = 0;
            for (const char byte : text(at)) value = (value << 8) | static_cast<unsigned char>(byte);
            return value;
        }
        std::string_view blob(int at) override { return text(at); }

      private:
        PGresult* result_ = nullptr;
        int row_ = -1;
    };

    PGconn* connection_;  // until the process ends
    std::unordered_map<std::string, std::unique_ptr<Select>> statements_;
};

// "?2, ?3, ?4": from the number `first`.
inline std::string marks(std::size_t first, std::size_t count) {
    std::string all;
    for (std::size_t i = first; i < first + count; ++i) all += (i == first ? "?" : ", ?") + std::to_string(i);
    return all;
}

}  // namespace dichtbij::bench
