#pragma once
// One facade over SQLite and PostgreSQL. A unit of work runs whole, in one serialisable transaction,
// and may run more than once: it has no effect outside the transaction.
//
//     store.write([&](store::Tx& tx) -> Result<Done> {
//         tx.insert("werk", row);
//         tx.run("update klok set tot_op = ?1 where werk = ?2", now, id);
//         return Done{};
//     });
//
// SQL is written once for both stores: placeholders ?1, ?2, ...; no dialect words (those are in
// store/dialect.h); aggregates that are not bigint are cast.

#include <boost/describe/class.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/result.h"
#include "store/column.h"

namespace dichtbij::store {

// The machine broke: disk full, I/O error, database gone. Nothing of the unit of work was saved.
// The edge answers 503 (mail: 4xx).
class Unavailable : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// A constraint of the schema was broken (unique, foreign key, check, kind of value). On PostgreSQL a
// broken unique constraint is thrown after the last attempt. Services look first and do not catch it.
class BrokenConstraint : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Text with a NUL in it, or that is not UTF-8. The edge cleans text, so this is a fault of the program.
class BadText : public std::invalid_argument {
  public:
    using std::invalid_argument::invalid_argument;
};

enum class Dialect { sqlite, postgres };

using Row = std::span<Value>;

// One database session, as the two stores implement it. Not for capabilities.
class Connection {
  public:
    virtual ~Connection() = default;
    // Runs one statement. Calls `row` for each row; returns the number of rows changed (0 for a select).
    // Statements are prepared once per connection and text. After a failed statement the unit of work
    // cannot be kept any more, also when it catches the exception.
    virtual std::int64_t run(std::string_view sql, std::span<const Value> params,
                             const std::function<void(Row)>& row) = 0;
    virtual Dialect dialect() const = 0;
};

template <class T>
constexpr bool is_described = boost::describe::has_describe_members<T>::value;

// "a, b, c" of a described row struct, each behind `prefix.` when one is given.
template <class T>
std::string columns(std::string_view prefix = {}) {
    std::string list;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
        if (!list.empty()) list += ", ";
        if (!prefix.empty()) list.append(prefix).append(".");
        list += member.name;
    });
    return list;
}

// " (a, b, c) values (?1, ?2, ?3)" of a described row struct.
template <class T>
std::string insert_tail() {
    std::string marks;
    for (std::size_t i = 1; i <= boost::mp11::mp_size<boost::describe::describe_members<T, boost::describe::mod_public>>::value; ++i)
        marks += (i == 1 ? "?" : ", ?") + std::to_string(i);
    return " (" + columns<T>() + ") values (" + marks + ")";
}

// A transaction, as services and stores see it. Lives on the stack of Store::write and Store::read.
class Tx {
  public:
    Tx(Connection& connection, std::vector<std::function<void()>>& after) : connection_(connection), after_(after) {}
    Tx(const Tx&) = delete;

    // A statement that changes rows; returns how many.
    template <class... A>
    std::int64_t run(std::string_view sql, const A&... args) {
        const std::vector<Value> params{Column<std::decay_t<A>>::to(args)...};
        return connection_.run(sql, params, [](Row) {});
    }

    // All rows; a described struct is filled by position, any other type reads the one column.
    template <class T, class... A>
    std::vector<T> rows(std::string_view sql, const A&... args) {
        std::vector<T> found;
        each<T>([&](T&& row) { found.push_back(std::move(row)); }, sql, args...);
        return found;
    }

    // The first row, or nothing.
    template <class T, class... A>
    std::optional<T> row(std::string_view sql, const A&... args) {
        std::optional<T> found;
        each<T>([&](T&& row) { if (!found) found = std::move(row); }, sql, args...);
        return found;
    }

    // The one value of the one row; CHECKs that there is one (counts, sums with coalesce, exists).
    template <class T, class... A>
    T value(std::string_view sql, const A&... args) {
        auto found = row<T>(sql, args...);
        CHECK_THAT(found.has_value());
        return std::move(*found);
    }

    // Calls `use(T&&)` for each row, without keeping them.
    template <class T, class F, class... A>
    void each(F&& use, std::string_view sql, const A&... args) {
        const std::vector<Value> params{Column<std::decay_t<A>>::to(args)...};
        connection_.run(sql, params, [&](Row row) { use(read<T>(row)); });
    }

    // For lists of arguments made at run time (filters, scopes).
    template <class T>
    std::vector<T> rows_with(std::string_view sql, std::span<const Value> params) {
        std::vector<T> found;
        connection_.run(sql, params, [&](Row row) { found.push_back(read<T>(row)); });
        return found;
    }
    std::int64_t run_with(std::string_view sql, std::span<const Value> params) {
        return connection_.run(sql, params, [](Row) {});
    }

    // Inserts a described row struct: its members are the columns.
    template <class T>
    void insert(std::string_view table, const T& row) {
        using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
        static const std::string columns_and_marks = insert_tail<T>();
        std::vector<Value> params;
        params.reserve(boost::mp11::mp_size<Members>::value);
        boost::mp11::mp_for_each<Members>([&](auto member) {
            params.push_back(Column<std::decay_t<decltype(row.*member.pointer)>>::to(row.*member.pointer));
        });
        connection_.run(std::string("insert into ").append(table).append(columns_and_marks), params, [](Row) {});
    }

    // Runs after the transaction is durable, on the thread of the caller of write. Not when it failed.
    // It may use the store. What it throws is logged and does not reach the caller: the work is saved.
    void after_commit(std::function<void()> act) { after_.push_back(std::move(act)); }

    Dialect dialect() const { return connection_.dialect(); }
    Connection& connection() { return connection_; }  // for what wraps a store; not for capabilities

  private:
    template <class T>
    static T read(Row row) {
        if constexpr (is_described<T>) {
            T value{};
            std::size_t at = 0;
            boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
                if (at >= row.size()) throw BadColumn("fewer columns than the row struct has members");
                using Member = std::decay_t<decltype(value.*member.pointer)>;
                value.*member.pointer = Column<Member>::from(std::move(row[at++]));
            });
            if (at != row.size()) throw BadColumn("more columns than the row struct has members");
            return value;
        } else {
            if (row.size() != 1) throw BadColumn("one column expected");
            return Column<T>::from(std::move(row[0]));
        }
    }

    Connection& connection_;
    std::vector<std::function<void()>>& after_;
};

template <class T>
struct is_result : std::false_type {};
template <class T>
struct is_result<Result<T>> : std::true_type {};

enum class Outcome { keep, undo };

class Store {
  public:
    virtual ~Store() = default;

    // Runs `work(Tx&)` in a transaction. A Result that holds a failure, or an exception, undoes it.
    // Throws Unavailable when the machine broke, Bug when called inside another unit of work.
    template <class F>
    auto write(F&& work) -> std::invoke_result_t<F&, Tx&> {
        return perform(work, [this](const Unit& unit) { run_write(unit); });
    }
    // The same on one snapshot, without the right to change anything.
    template <class F>
    auto read(F&& work) -> std::invoke_result_t<F&, Tx&> {
        return perform(work, [this](const Unit& unit) { run_read(unit); });
    }

    virtual Dialect dialect() const = 0;

  protected:
    using Unit = std::function<Outcome(Tx&)>;
    // Both run the unit once or more, on any thread, and return when it is durable (or undone), or
    // throw what the unit threw. after_commit work is done by them.
    virtual void run_write(const Unit&) = 0;
    virtual void run_read(const Unit&) = 0;

  private:
    template <class F, class Run>
    static auto perform(F& work, Run run) -> std::invoke_result_t<F&, Tx&> {
        using Answer = std::invoke_result_t<F&, Tx&>;
        if constexpr (std::is_void_v<Answer>) {
            run([&](Tx& tx) { work(tx); return Outcome::keep; });
        } else {
            std::optional<Answer> answer;
            run([&](Tx& tx) {
                answer.emplace(work(tx));
                if constexpr (is_result<Answer>::value) return answer->has_value() ? Outcome::keep : Outcome::undo;
                else return Outcome::keep;
            });
            return std::move(*answer);
        }
    }
};

struct SqliteOptions {
    std::string path;
    int readers = 4;               // connections for reading
    int group_limit = 256;         // waiting units that one commit may take together
    int group_time_ms = 20;        // a group that has run this long takes no more units
    int busy_timeout_ms = 10'000;  // for another process that writes (backup, check do not)
    std::int64_t max_pages = 0;    // of 4 KiB; a file that would grow beyond them is a full disk; 0 is no limit
};

// Opens the file or makes it, for this user only. Durable: WAL with synchronous=FULL. Throws Unavailable.
std::unique_ptr<Store> open_sqlite(SqliteOptions options);

struct PostgresOptions {
    std::string url;               // postgresql://...
    int connections = 8;
    int attempts = 12;             // of a unit that loses against another (40001, 40P01, 23505)
};

std::unique_ptr<Store> open_postgres(PostgresOptions options);

}  // namespace dichtbij::store
