#include <condition_variable>
#include <mutex>
#include <vector>

#include "store/sqlite_connection.h"
#include "store/sqlite_writer.h"
#include "store/store.h"
#include "store/unit.h"

namespace dichtbij::store {

namespace {

// Connections for reading, lent to one caller at a time.
class SqliteReaders {
  public:
    explicit SqliteReaders(const SqliteOptions& options) {
        for (int i = 0; i < std::max(1, options.readers); ++i)
            idle_.push_back(std::make_unique<SqliteConnection>(options, SqliteAccess::read));
    }

    class Lease {
      public:
        explicit Lease(SqliteReaders& readers) : readers_(readers), connection_(readers.take()) {}
        ~Lease() { readers_.give_back(std::move(connection_)); }
        Lease(const Lease&) = delete;
        SqliteConnection& operator*() { return *connection_; }

      private:
        SqliteReaders& readers_;
        std::unique_ptr<SqliteConnection> connection_;
    };

  private:
    std::unique_ptr<SqliteConnection> take() {
        std::unique_lock lock(mutex_);
        returned_.wait(lock, [&] { return !idle_.empty(); });
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
    }
    void give_back(std::unique_ptr<SqliteConnection> connection) {
        {
            const std::lock_guard lock(mutex_);
            idle_.push_back(std::move(connection));
        }
        returned_.notify_one();
    }

    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_;
};

// One snapshot, given up at the end: there is nothing to keep.
class SqliteSnapshot {
  public:
    explicit SqliteSnapshot(SqliteConnection& connection) : connection_(connection) {
        connection_.start_unit();
        connection_.control("begin");
    }
    ~SqliteSnapshot() {
        try {
            if (connection_.in_transaction()) connection_.control("rollback");
        } catch (const std::exception&) {
            // Nothing was changed; the next reader finds out whether the file can still be read.
        }
        connection_.start_unit();
    }
    SqliteSnapshot(const SqliteSnapshot&) = delete;

  private:
    SqliteConnection& connection_;
};

class SqliteStore final : public Store {
  public:
    explicit SqliteStore(const SqliteOptions& options) : writer_(options), readers_(options) {}
    Dialect dialect() const override { return Dialect::sqlite; }

  protected:
    void run_write(const Unit& unit) override { writer_.run(unit); }

    void run_read(const Unit& unit) override {
        refuse_nested_unit();
        AfterCommit after;
        Outcome outcome{};
        {
            SqliteReaders::Lease connection(readers_);
            const SqliteSnapshot snapshot(*connection);
            const InsideUnit inside;
            Tx tx(*connection, after);
            outcome = unit(tx);
            (*connection).end_unit();
        }
        if (outcome == Outcome::keep) run_after_commit(after);
    }

  private:
    // The readers go first, so that the writer is the last connection: SQLite then moves the
    // write-ahead log into the file.
    SqliteWriter writer_;
    SqliteReaders readers_;
};

}  // namespace

std::unique_ptr<Store> open_sqlite(SqliteOptions options) { return std::make_unique<SqliteStore>(options); }

}  // namespace dichtbij::store
