#include "store/backup.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>

#include "store/store.h"

namespace dichtbij::store {

namespace {

constexpr int pages_a_step = 2'000;  // 8 MB between two reports of progress
constexpr int busy_timeout_ms = 10'000;

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

Database open(const std::string& path) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(opened);
    if (code != SQLITE_OK) throw Unavailable("cannot open " + path + ": " + sqlite3_errstr(code));
    sqlite3_busy_timeout(database.get(), busy_timeout_ms);
    return database;
}

using Line = std::function<void(sqlite3_stmt*)>;

void query(sqlite3* database, const char* sql, const Line& line) {
    sqlite3_stmt* made = nullptr;
    int code = sqlite3_prepare_v2(database, sql, -1, &made, nullptr);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(made, sqlite3_finalize);
    if (code == SQLITE_OK)
        while ((code = sqlite3_step(made)) == SQLITE_ROW) line(made);
    if (code != SQLITE_DONE) throw Unavailable(std::string(sqlite3_errmsg(database)) + " in: " + sql);
}

std::string text(sqlite3_stmt* statement, int column) {
    const auto* found = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    return found == nullptr ? "" : found;
}

void sync(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!synced) throw Unavailable("cannot sync " + path + ": " + std::strerror(errno));
}

// The copy while it is being made; gone again unless it was completed.
class UnfinishedCopy {
  public:
    explicit UnfinishedCopy(const std::string& target) : target_(target), path_(target + ".part") {
        std::filesystem::remove(path_);
        const int file = ::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (file < 0) throw Unavailable("cannot make " + path_ + ": " + std::strerror(errno));
        ::close(file);
    }
    ~UnfinishedCopy() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    UnfinishedCopy(const UnfinishedCopy&) = delete;
    const std::string& path() const { return path_; }

    void complete() {
        sync(path_);
        std::error_code error;
        std::filesystem::rename(path_, target_, error);
        if (error) throw Unavailable("cannot make " + target_ + ": " + error.message());
        const auto folder = std::filesystem::absolute(target_).parent_path();
        sync(folder.string());
    }

  private:
    std::string target_;
    std::string path_;
};

void copy(sqlite3* from, sqlite3* to, const std::function<void(double)>& progress) {
    // One snapshot for the whole copy: without it, each write of the server would start it again.
    query(from, "begin", [](sqlite3_stmt*) {});
    query(from, "select count(*) from sqlite_schema", [](sqlite3_stmt*) {});
    const std::unique_ptr<sqlite3_backup, decltype(&sqlite3_backup_finish)> backup(
        sqlite3_backup_init(to, "main", from, "main"), sqlite3_backup_finish);
    if (backup == nullptr) throw Unavailable(sqlite3_errmsg(to));
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        code = sqlite3_backup_step(backup.get(), pages_a_step);
        const int pages = std::max(1, sqlite3_backup_pagecount(backup.get()));
        if (progress) progress(1.0 - double(sqlite3_backup_remaining(backup.get())) / pages);
    }
    if (code != SQLITE_DONE) throw Unavailable(std::string("the copy stopped: ") + sqlite3_errstr(code));
}

}  // namespace

void backup_sqlite(const std::string& from_path, const std::string& to_path, std::function<void(double)> progress) {
    const Database from = open(from_path);
    UnfinishedCopy unfinished(to_path);
    {
        const Database to = open(unfinished.path());
        copy(from.get(), to.get(), progress);
    }
    unfinished.complete();
}

std::vector<std::string> check_sqlite(const std::string& path) {
    std::vector<std::string> problems;
    try {
        const Database database = open(path);
        query(database.get(), "pragma integrity_check", [&](sqlite3_stmt* line) {
            if (text(line, 0) != "ok") problems.push_back(text(line, 0));
        });
        query(database.get(), "pragma foreign_key_check", [&](sqlite3_stmt* line) {
            problems.push_back("row " + text(line, 1) + " of " + text(line, 0) + " names a row of " + text(line, 2) +
                               " that does not exist");
        });
    } catch (const Unavailable& broken) {  // a file too damaged to be read is what was asked for
        problems.emplace_back(broken.what());
    }
    return problems;
}

}  // namespace dichtbij::store
