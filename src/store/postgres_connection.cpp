#include "store/postgres_connection.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/bug.h"
#include "store/postgres_values.h"

namespace dichtbij::store {

namespace {

constexpr std::size_t max_statements = 400;  // kept per session

std::int64_t rows_changed(PGresult* result) {
    const std::string_view command = PQcmdStatus(result);
    if (command.starts_with("SELECT")) return 0;
    const std::string_view text = PQcmdTuples(result);
    std::int64_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

// One line, without the values that stand in its detail.
std::string reason_of(const PGresult* result, const PGconn* session) {
    const char* primary = result != nullptr ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    std::string text = primary != nullptr ? primary : PQerrorMessage(session);
    while (!text.empty() && text.back() == '\n') text.pop_back();
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

// SQLSTATE classes, see PostgreSQL's appendix A.
std::exception_ptr failure_of(std::string_view state, const std::string& text) {
    const auto in = [&](std::string_view start) { return state.starts_with(start); };
    if (state == "40001" || state == "40P01") return std::make_exception_ptr(LostRace(text));
    if (state == "23505") return std::make_exception_ptr(TakenKey(text));
    if (in("23") || in("54")) return std::make_exception_ptr(BrokenConstraint(text));
    if (in("08") || in("57P")) return std::make_exception_ptr(ConnectionLost(text));
    if (in("42") || in("22") || in("25") || in("0A")) return std::make_exception_ptr(Bug(text));
    return std::make_exception_ptr(Unavailable(text));
}

}  // namespace

PostgresConnection::PostgresConnection(const std::string& url) {
    // What stands before dbname is a default that the URL may change.
    const std::array keys{"connect_timeout", "tcp_user_timeout", "fallback_application_name", "dbname", "client_encoding",
                          static_cast<const char*>(nullptr)};
    const std::array values{"10", "30000", "dichtbij", url.c_str(), "UTF8", static_cast<const char*>(nullptr)};
    session_.reset(PQconnectdbParams(keys.data(), values.data(), 1));
    if (session_ == nullptr || PQstatus(session_.get()) != CONNECTION_OK)
        throw Unavailable("cannot reach PostgreSQL: " + reason_of(nullptr, session_.get()));
    PQsetNoticeProcessor(session_.get(), [](void*, const char*) {}, nullptr);
    // A program that hangs in a transaction may not hold up the others for ever.
    control("set idle_in_transaction_session_timeout = '60s'");
}

std::int64_t PostgresConnection::run(std::string_view sql, std::span<const Value> params,
                                     const std::function<void(Row)>& row) {
    end_unit();
    const Prepared& statement = prepared(sql, params);
    const PostgresParams encoded(params, statement.types);
    const Answer answer = begin_ == nullptr ? execute(statement, encoded, sql) : begin_and_execute(statement, encoded, sql);
    const int width = PQnfields(answer.get());
    std::vector<Value> values;
    for (int at = 0; at < PQntuples(answer.get()); ++at) {
        values.clear();
        for (int column = 0; column < width; ++column) values.push_back(decoded(answer.get(), at, column));
        row(values);
    }
    return rows_changed(answer.get());
}

PostgresConnection::Answer PostgresConnection::execute(const Prepared& statement, const PostgresParams& params,
                                                       std::string_view sql) {
    return checked(PQexecPrepared(session_.get(), statement.name.c_str(), params.size(), params.values(), params.lengths(),
                                  params.formats(), 1),
                   sql);
}

PostgresConnection::Answer PostgresConnection::begin_and_execute(const Prepared& statement, const PostgresParams& params,
                                                                 std::string_view sql) {
    PGconn* session = session_.get();
    const char* begin = std::exchange(begin_, nullptr);
    const bool sent = PQenterPipelineMode(session) == 1 &&
                      PQsendQueryParams(session, begin, 0, nullptr, nullptr, nullptr, nullptr, 1) == 1 &&
                      PQsendQueryPrepared(session, statement.name.c_str(), params.size(), params.values(), params.lengths(),
                                          params.formats(), 1) == 1 &&
                      PQpipelineSync(session) == 1;
    if (!sent) fail(nullptr, sql);
    const auto next = [&] {
        Answer answer(PQgetResult(session));
        while (answer != nullptr && Answer(PQgetResult(session)) != nullptr) continue;  // a null ends each statement
        return answer;
    };
    const Answer begun = next();
    Answer answer = next();
    const Answer synced(PQgetResult(session));
    PQexitPipelineMode(session);
    if (begun == nullptr || PQresultStatus(begun.get()) != PGRES_COMMAND_OK) fail(begun.get(), begin);
    return checked(answer.release(), sql);
}

void PostgresConnection::begin(const char* statement) {
    failure_ = nullptr;
    finish_leaving();
    begin_ = statement;
}

void PostgresConnection::commit() {
    if (std::exchange(begin_, nullptr) != nullptr) return;  // there was nothing to do
    Answer answer;
    try {
        answer = control("commit");
    } catch (const ConnectionLost& lost) {
        // Whether it was saved is unknown, so the unit may not be run again.
        throw Unavailable(std::string("lost during the commit: ") + lost.what());
    }
    if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT") throw Bug("PostgreSQL rolled back instead of committing");
}

void PostgresConnection::leave() noexcept {
    if (std::exchange(begin_, nullptr) != nullptr) return;
    leaving_ = PQsendQuery(session_.get(), "commit") == 1;
}

void PostgresConnection::finish_leaving() {
    if (!std::exchange(leaving_, false)) return;
    while (const Answer answer{PQgetResult(session_.get())}) continue;
    if (!is_usable()) throw ConnectionLost("the session ended while it was idle");
}

void PostgresConnection::rollback() noexcept {
    begin_ = nullptr;
    failure_ = nullptr;
    if (leaving_ || PQtransactionStatus(session_.get()) == PQTRANS_IDLE) return;
    Answer(PQexec(session_.get(), "rollback"));
}

bool PostgresConnection::is_usable() const {
    return PQstatus(session_.get()) == CONNECTION_OK && (leaving_ || PQtransactionStatus(session_.get()) == PQTRANS_IDLE);
}

const PostgresConnection::Prepared& PostgresConnection::prepared(std::string_view sql, std::span<const Value> params) {
    auto found = statements_.find(sql);
    if (found == statements_.end()) {
        if (placeholders_in(sql) != params.size())
            throw Bug("another number of arguments than the statement has: " + std::string(sql));
        if (statements_.size() >= max_statements) forget_statements();
        found = statements_.emplace(std::string(sql), std::vector<Prepared>{}).first;
    }
    auto& variants = found->second;
    const auto carries = [&](const Prepared& one) {
        return std::equal(params.begin(), params.end(), one.types.begin(), one.types.end(), fits);
    };
    const auto variant = std::find_if(variants.begin(), variants.end(), carries);
    if (variant != variants.end()) return *variant;
    if (!variants.empty() && variants.front().types.size() != params.size())
        throw Bug("another number of arguments than the statement has: " + std::string(sql));
    variants.push_back(prepare(sql, params));
    return variants.back();
}

PostgresConnection::Prepared PostgresConnection::prepare(std::string_view sql, std::span<const Value> params) {
    Prepared made{"s" + std::to_string(++prepared_count_), {}};
    for (const Value& value : params) made.types.push_back(type_of(value));
    checked(PQprepare(session_.get(), made.name.c_str(), with_dollar_placeholders(sql).c_str(),
                      static_cast<int>(made.types.size()), made.types.data()),
            sql);
    // A NULL takes the type that PostgreSQL gave it, so that a later value can travel in its place.
    if (std::find(made.types.begin(), made.types.end(), Oid{0}) != made.types.end()) made.types = types_found(made.name, sql);
    return made;
}

std::vector<Oid> PostgresConnection::types_found(const std::string& name, std::string_view sql) {
    const Answer answer = checked(PQdescribePrepared(session_.get(), name.c_str()), sql);
    std::vector<Oid> types;
    for (int at = 0; at < PQnparams(answer.get()); ++at) types.push_back(PQparamtype(answer.get(), at));
    return types;
}

void PostgresConnection::forget_statements() {
    control("deallocate all");
    statements_.clear();
}

PostgresConnection::Answer PostgresConnection::control(const char* sql) { return checked(PQexec(session_.get(), sql), sql); }

PostgresConnection::Answer PostgresConnection::checked(PGresult* result, std::string_view sql) {
    Answer answer(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(result, sql);
    return answer;
}

void PostgresConnection::fail(const PGresult* result, std::string_view sql) {
    const std::string text = reason_of(result, session_.get()) + " in: " + std::string(sql);
    const char* state = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const bool lost = PQstatus(session_.get()) != CONNECTION_OK;
    failure_ = lost ? std::make_exception_ptr(ConnectionLost(text)) : failure_of(state != nullptr ? state : "", text);
    std::rethrow_exception(failure_);
}

}  // namespace dichtbij::store
