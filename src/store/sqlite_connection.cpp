#include "store/sqlite_connection.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "base/bug.h"
#include "store/unit.h"

namespace dichtbij::store {

namespace {

constexpr std::size_t max_statements = 400;    // kept per connection
constexpr int writer_cache_kb = 32 * 1024;
constexpr int reader_cache_kb = 8 * 1024;
constexpr int checkpoint_pages = 4'000;        // 16 MB of write-ahead log
constexpr int journal_limit_bytes = 64 << 20;  // what a write-ahead log is cut back to

// SQLite would make the file with the umask of the process; its helper files follow the file's mode.
void make_private_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) throw Unavailable("cannot open " + path + ": " + std::strerror(errno));
    ::close(file);
}

// Texts keep the room that an earlier row took.
void read_column(sqlite3_stmt* statement, int at, Value& into) {
    const auto length = [&] { return static_cast<std::size_t>(sqlite3_column_bytes(statement, at)); };
    switch (sqlite3_column_type(statement, at)) {
        case SQLITE_INTEGER: into = std::int64_t{sqlite3_column_int64(statement, at)}; break;
        case SQLITE_FLOAT: into = sqlite3_column_double(statement, at); break;
        case SQLITE_TEXT: {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, at));
            if (auto* held = std::get_if<std::string>(&into)) held->assign(text, length());
            else into.emplace<std::string>(text, length());
            break;
        }
        case SQLITE_BLOB: {
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, at));
            into = bytes == nullptr ? Value(Blob{}) : value_of_bytes(bytes, length());
            break;
        }
        default: into = Null{};
    }
}

struct Binder {
    sqlite3_stmt* statement;
    int at;
    int operator()(Null) const { return sqlite3_bind_null(statement, at); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, at, value); }
    int operator()(double value) const { return sqlite3_bind_double(statement, at, value); }
    // Static: the parameters outlive the run, which clears them.
    int operator()(const std::string& text) const {
        refuse_bad_text(text);
        return sqlite3_bind_text64(statement, at, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    int operator()(const Blob& blob) const {
        return sqlite3_bind_blob64(statement, at, blob.bytes.data(), blob.bytes.size(), SQLITE_STATIC);
    }
    int operator()(const Uuid& id) const { return sqlite3_bind_blob64(statement, at, id.data(), id.size(), SQLITE_STATIC); }
};

}  // namespace

class SqliteConnection::Use {
  public:
    Use(SqliteConnection& connection, std::string_view sql) : kept_(connection.cached(sql)) {
        if (kept_ == nullptr) own_ = connection.prepare(sql);
        else kept_->busy = true;
    }
    ~Use() {
        sqlite3_reset(get());
        sqlite3_clear_bindings(get());
        if (kept_ != nullptr) kept_->busy = false;
    }
    Use(const Use&) = delete;
    sqlite3_stmt* get() const { return kept_ != nullptr ? kept_->statement.get() : own_.get(); }

  private:
    Prepared* kept_;
    Statement own_;
};

SqliteConnection::SqliteConnection(const SqliteOptions& options, SqliteAccess access) {
    // Counting its memory takes a lock at every allocation, and nobody asks for the count.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(uncounted);
    if (access == SqliteAccess::write) make_private_file(options.path);
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(options.path.c_str(), &opened,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    database_.reset(opened);
    if (code != SQLITE_OK) throw Unavailable("cannot open " + options.path + ": " + sqlite3_errstr(code));
    configure(options, access);
}

SqliteConnection::~SqliteConnection() { statements_.clear(); }

void SqliteConnection::configure(const SqliteOptions& options, SqliteAccess access) {
    sqlite3_busy_timeout(database_.get(), options.busy_timeout_ms);
    for (const int off : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL})
        sqlite3_db_config(database_.get(), off, 0, nullptr);
    for (const int on : {SQLITE_DBCONFIG_DEFENSIVE, SQLITE_DBCONFIG_ENABLE_FKEY})
        sqlite3_db_config(database_.get(), on, 1, nullptr);
    std::string mode;
    run("pragma journal_mode = wal", {}, [&](Row row) { mode = std::get<std::string>(row[0]); });
    if (mode != "wal") throw Unavailable(options.path + " cannot have a write-ahead log: " + mode);
    pragma("synchronous = full");
    pragma("temp_store = memory");
    pragma("journal_size_limit = " + std::to_string(journal_limit_bytes));
    const bool reads = access == SqliteAccess::read;
    pragma("cache_size = -" + std::to_string(reads ? reader_cache_kb : writer_cache_kb));
    if (reads) return pragma("query_only = on");
    pragma("wal_autocheckpoint = " + std::to_string(checkpoint_pages));
    if (options.max_pages > 0) pragma("max_page_count = " + std::to_string(options.max_pages));
}

void SqliteConnection::pragma(const std::string& text) {
    const std::string sql = "pragma " + text;
    const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code, sql);
}

std::int64_t SqliteConnection::run(std::string_view sql, std::span<const Value> params,
                                   const std::function<void(Row)>& row) {
    end_unit();
    const Use use(*this, sql);
    sqlite3_stmt* statement = use.get();
    if (static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)) != params.size())
        throw Bug("another number of arguments than the statement has: " + std::string(sql));
    for (int at = 0; at < static_cast<int>(params.size()); ++at)
        if (const int code = std::visit(Binder{statement, at + 1}, params[static_cast<std::size_t>(at)]); code != SQLITE_OK)
            fail(code, sql);
    std::vector<Value> values;
    for (;;) {
        const int code = sqlite3_step(statement);
        if (code == SQLITE_DONE) break;
        if (code != SQLITE_ROW) fail(code, sql);
        values.resize(static_cast<std::size_t>(sqlite3_data_count(statement)));
        for (int at = 0; at < static_cast<int>(values.size()); ++at) read_column(statement, at, values[static_cast<std::size_t>(at)]);
        row(values);
    }
    return sqlite3_stmt_readonly(statement) != 0 ? 0 : sqlite3_changes64(database_.get());
}

void SqliteConnection::control(std::string_view sql) {
    const Use use(*this, sql);
    if (const int code = sqlite3_step(use.get()); code != SQLITE_DONE) fail(code, sql);
}

SqliteConnection::Prepared* SqliteConnection::cached(std::string_view sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return found->second.busy ? nullptr : &found->second;
    if (statements_.size() >= max_statements) forget_idle_statements();
    return &statements_.emplace(std::string(sql), Prepared{prepare(sql)}).first->second;
}

void SqliteConnection::forget_idle_statements() {
    std::erase_if(statements_, [](const auto& entry) { return !entry.second.busy; });
}

SqliteConnection::Statement SqliteConnection::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, &rest);
    Statement prepared(statement);
    if (code != SQLITE_OK) fail(code, sql);
    const std::string_view tail(rest, static_cast<std::size_t>(sql.data() + sql.size() - rest));
    if (statement == nullptr || tail.find_first_not_of(" \t\r\n;") != tail.npos)
        throw Bug("one statement expected: " + std::string(sql));
    return prepared;
}

void SqliteConnection::fail(int code, std::string_view sql) {
    const std::string text = std::string(sqlite3_errmsg(database_.get())) + " in: " + std::string(sql);
    const bool write_in_a_read = code == SQLITE_READONLY && sqlite3_db_readonly(database_.get(), "main") == 0;
    switch (code & 0xff) {
        case SQLITE_CONSTRAINT:
        case SQLITE_TOOBIG: failure_ = std::make_exception_ptr(BrokenConstraint(text)); break;
        case SQLITE_ERROR:
        case SQLITE_MISMATCH:
        case SQLITE_MISUSE:
        case SQLITE_RANGE: failure_ = std::make_exception_ptr(Bug(text)); break;
        default:
            failure_ = write_in_a_read ? std::make_exception_ptr(Bug(text)) : std::make_exception_ptr(Unavailable(text));
    }
    std::rethrow_exception(failure_);
}

}  // namespace dichtbij::store
