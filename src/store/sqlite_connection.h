#pragma once
// One SQLite session with its prepared statements. Used by one thread at a time. Internal to store/.

#include <sqlite3.h>

#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/store.h"

namespace dichtbij::store {

enum class SqliteAccess { read, write };

class SqliteConnection final : public Connection {
  public:
    SqliteConnection(const SqliteOptions& options, SqliteAccess access);  // throws Unavailable
    ~SqliteConnection() override;

    std::int64_t run(std::string_view sql, std::span<const Value> params, const std::function<void(Row)>& row) override;
    Dialect dialect() const override { return Dialect::sqlite; }

    // BEGIN, SAVEPOINT, COMMIT and the like.
    void control(std::string_view sql);
    bool in_transaction() const { return sqlite3_get_autocommit(database_.get()) == 0; }

    // Around a unit of work: a unit that went on after a failed statement fails with that failure.
    void start_unit() { failure_ = nullptr; }
    void end_unit() const {
        if (failure_) std::rethrow_exception(failure_);
    }

  private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;
    struct Prepared {
        Statement statement;
        bool busy = false;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    class Use;  // a statement in use; reset when it goes

    void configure(const SqliteOptions& options, SqliteAccess access);
    void pragma(const std::string& text);
    Statement prepare(std::string_view sql);
    Prepared* cached(std::string_view sql);
    void forget_idle_statements();
    [[noreturn]] void fail(int code, std::string_view sql);

    std::unique_ptr<sqlite3, Close> database_;
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> statements_;
    std::exception_ptr failure_;
};

}  // namespace dichtbij::store
