#pragma once
// For tests of everything above the store: fresh stores, and stores that break at a chosen moment.
//
//     for (const auto& fresh : testing::fresh_stores(schema)) {
//         CAPTURE(fresh->name);
//         ...(*fresh->store)...
//     }

#include <atomic>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "store/dialect.h"
#include "store/store.h"

namespace dichtbij::store::testing {

// The environment variable with the URL of a PostgreSQL server that tests may make schemas in.
// tools/with_postgres.sh starts one and sets it; without it only SQLite is tested.
inline constexpr const char* postgres_variable = "DICHTBIJ_TEST_POSTGRES";

// A directory of its own, removed with all that is in it.
class TempDir {
  public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

// A migrated, empty store that nobody else uses. Its file or schema is removed with it.
class FreshStore {
  public:
    virtual ~FreshStore() = default;
    std::string name;              // "sqlite" or "postgres"
    std::unique_ptr<Store> store;
    virtual std::unique_ptr<Store> reopen() const = 0;  // a second one on the same data
};

std::unique_ptr<FreshStore> fresh_sqlite(std::span<const Migration> migrations);
// Nothing when the environment names no server.
std::unique_ptr<FreshStore> fresh_postgres(std::span<const Migration> migrations);
// One of each kind there is.
std::vector<std::unique_ptr<FreshStore>> fresh_stores(std::span<const Migration> migrations);

// A store that throws Unavailable at one statement: the nth (from 1) that runs through it, over all
// units, where the commit of a write counts as a statement. Before and after that it works. To prove
// that an operation leaves nothing half done, let it fail everywhere:
//
//     for (int n = 1;; ++n) {
//         const auto failing = testing::failing_at(*fresh->store, n);
//         try { operation(*failing); } catch (const Unavailable&) {}
//         if (!failing->has_failed()) break;  // the operation has fewer than n statements
//         CHECK(everything_in(*fresh->store) == before);
//     }
class FailingStore final : public Store {
  public:
    FailingStore(Store& store, int statement) : store_(store), left_(statement) {}
    bool has_failed() const { return left_ <= 0; }
    Dialect dialect() const override { return store_.dialect(); }

  protected:
    void run_write(const Unit& unit) override;
    void run_read(const Unit& unit) override;

  private:
    Store& store_;
    std::atomic<int> left_;
};

std::unique_ptr<FailingStore> failing_at(Store& store, int statement);

}  // namespace dichtbij::store::testing
