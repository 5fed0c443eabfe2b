#include "store/testing.h"

#include <cstdlib>
#include <filesystem>

#include "base/id.h"
#include "base/text.h"

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

std::unique_ptr<FreshStore> fresh_postgres(std::span<const Migration>) { return nullptr; }

std::vector<std::unique_ptr<FreshStore>> fresh_stores(std::span<const Migration> migrations) {
    std::vector<std::unique_ptr<FreshStore>> stores;
    stores.push_back(fresh_sqlite(migrations));
    if (auto postgres = fresh_postgres(migrations)) stores.push_back(std::move(postgres));
    return stores;
}

void FailingStore::run_write(const Unit& unit) {
    store_.write([&](Tx& tx) -> Result<Done> {
        FailingConnection connection(tx.connection(), left_);
        std::vector<std::function<void()>> after;
        Tx failing(connection, after);
        if (unit(failing) == Outcome::undo) return conflict("undone by the unit", "");
        connection.count();
        for (auto& act : after) tx.after_commit(std::move(act));
        return Done{};
    });
}

void FailingStore::run_read(const Unit& unit) {
    store_.read([&](Tx& tx) -> Result<Done> {
        FailingConnection connection(tx.connection(), left_);
        std::vector<std::function<void()>> after;
        Tx failing(connection, after);
        if (unit(failing) == Outcome::undo) return conflict("undone by the unit", "");
        for (auto& act : after) tx.after_commit(std::move(act));
        return Done{};
    });
}

std::unique_ptr<FailingStore> failing_at(Store& store, int statement) {
    return std::make_unique<FailingStore>(store, statement);
}

}  // namespace dichtbij::store::testing
