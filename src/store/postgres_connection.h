#pragma once
// One PostgreSQL session with its prepared statements. Used by one thread at a time. Internal to store/.

#include <libpq-fe.h>

#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/store.h"

namespace dichtbij::store {

class PostgresParams;

// Another transaction was first (40001, 40P01): the same unit may succeed when it is run again.
class LostRace : public Unavailable {
  public:
    using Unavailable::Unavailable;
};
// 23505. Under concurrency it can mean the same.
class TakenKey : public BrokenConstraint {
  public:
    using BrokenConstraint::BrokenConstraint;
};
// The session is gone and with it what was not committed.
class ConnectionLost : public Unavailable {
  public:
    using Unavailable::Unavailable;
};

class PostgresConnection final : public Connection {
  public:
    explicit PostgresConnection(const std::string& url);  // throws Unavailable

    std::int64_t run(std::string_view sql, std::span<const Value> params, const std::function<void(Row)>& row) override;
    Dialect dialect() const override { return Dialect::postgres; }

    // Travels together with the first statement of the unit.
    void begin(const char* statement);
    void commit();
    // The end of a unit that changed nothing: does not wait for the answer.
    void leave() noexcept;
    void rollback() noexcept;
    // A unit that went on after a failed statement fails with that failure.
    void end_unit() const {
        if (failure_) std::rethrow_exception(failure_);
    }
    bool is_usable() const;  // alive and outside a transaction, or leaving it

  private:
    struct Close {
        void operator()(PGconn* session) const { PQfinish(session); }
    };
    struct Clear {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    using Answer = std::unique_ptr<PGresult, Clear>;
    struct Prepared {
        std::string name;
        std::vector<Oid> types;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    const Prepared& prepared(std::string_view sql, std::span<const Value> params);
    Prepared prepare(std::string_view sql, std::span<const Value> params);
    std::vector<Oid> types_found(const std::string& name, std::string_view sql);
    void forget_statements();
    Answer execute(const Prepared& statement, const PostgresParams& params, std::string_view sql);
    Answer begin_and_execute(const Prepared& statement, const PostgresParams& params, std::string_view sql);
    void finish_leaving();
    Answer control(const char* sql);
    Answer checked(PGresult* result, std::string_view sql);
    [[noreturn]] void fail(const PGresult* result, std::string_view sql);

    std::unique_ptr<PGconn, Close> session_;
    // More than one for a text when its parameters have been of several kinds.
    std::unordered_map<std::string, std::vector<Prepared>, TextHash, std::equal_to<>> statements_;
    std::size_t prepared_count_ = 0;
    const char* begin_ = nullptr;  // not sent yet
    bool leaving_ = false;         // the answer to the last commit has not been read
    std::exception_ptr failure_;
};

}  // namespace dichtbij::store
