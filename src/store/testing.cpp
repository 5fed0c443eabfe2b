#include "store/testing.h"

#include <cstdlib>
#include <filesystem>

#include "base/id.h"
#include "base/text.h"
#include "store/postgres_connection.h"

namespace dichtbij::store::testing {

namespace {

class FreshSqlite final : public FreshStore {
  public:
    FreshSqlite() { name = "sqlite"; }
    ~FreshSqlite() override { store.reset(); }
    std::unique_ptr<Store> reopen() const override { return open_sqlite({.path = directory_.path() + "/store.db"}); }

  private:
    TempDir directory_;
};

// A schema of its own: cheaper than a database, and as separate.
class FreshPostgres final : public FreshStore {
  public:
    explicit FreshPostgres(std::string server) : server_(std::move(server)), schema_("test_" + hex(random_bytes(8))) {
        name = "postgres";
        PostgresConnection(server_).run("create schema " + schema_, {}, [](Row) {});
    }
    ~FreshPostgres() override {
        store.reset();
        PostgresConnection(server_).run("drop schema " + schema_ + " cascade", {}, [](Row) {});
    }
    std::unique_ptr<Store> reopen() const override {
        const char* separator = server_.find('?') == server_.npos ? "?" : "&";
        return open_postgres({.url = server_ + separator + "options=-csearch_path%3D" + schema_});
    }

  private:
    std::string server_;
    std::string schema_;
};

// A connection that counts down to the statement that fails.
class FailingConnection final : public Connection {
  public:
    FailingConnection(Connection& connection, std::atomic<int>& left) : connection_(connection), left_(left) {}
    std::int64_t run(std::string_view sql, std::span<const Value> params, const std::function<void(Row)>& row) override {
        count();
        return connection_.run(sql, params, row);
    }
    Dialect dialect() const override { return connection_.dialect(); }
    void count() {
        if (left_.fetch_sub(1) == 1) throw Unavailable("this statement was told to fail");
    }

  private:
    Connection& connection_;
    std::atomic<int>& left_;
};

enum class CommitCounts { no, yes };

// A failure undoes the unit in the store below; nobody sees its text.
Result<Done> run_counted(Tx& tx, const std::function<Outcome(Tx&)>& unit, std::atomic<int>& left, CommitCounts commit) {
    FailingConnection connection(tx.connection(), left);
    std::vector<std::function<void()>> after;
    Tx failing(connection, after);
    if (unit(failing) == Outcome::undo) return conflict("undone by the unit", "");
    if (commit == CommitCounts::yes) connection.count();
    for (auto& act : after) tx.after_commit(std::move(act));
    return Done{};
}

}  // namespace

TempDir::TempDir() : path_((std::filesystem::temp_directory_path() / ("dichtbij-" + hex(random_bytes(8)))).string()) {
    std::filesystem::create_directory(path_);
}

TempDir::~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::unique_ptr<FreshStore> fresh_sqlite(std::span<const Migration> migrations) {
    auto fresh = std::make_unique<FreshSqlite>();
    fresh->store = fresh->reopen();
    migrate(*fresh->store, migrations);
    return fresh;
}

std::unique_ptr<FreshStore> fresh_postgres(std::span<const Migration> migrations) {
    const char* server = std::getenv(postgres_variable);
    if (server == nullptr || *server == '\0') return nullptr;
    auto fresh = std::make_unique<FreshPostgres>(server);
    fresh->store = fresh->reopen();
    migrate(*fresh->store, migrations);
    return fresh;
}

std::vector<std::unique_ptr<FreshStore>> fresh_stores(std::span<const Migration> migrations) {
    std::vector<std::unique_ptr<FreshStore>> stores;
    stores.push_back(fresh_sqlite(migrations));
    if (auto postgres = fresh_postgres(migrations)) stores.push_back(std::move(postgres));
    return stores;
}

void FailingStore::run_write(const Unit& unit) {
    store_.write([&](Tx& tx) { return run_counted(tx, unit, left_, CommitCounts::yes); });
}

void FailingStore::run_read(const Unit& unit) {
    store_.read([&](Tx& tx) { return run_counted(tx, unit, left_, CommitCounts::no); });
}

std::unique_ptr<FailingStore> failing_at(Store& store, int statement) {
    return std::make_unique<FailingStore>(store, statement);
}

}  // namespace dichtbij::store::testing
