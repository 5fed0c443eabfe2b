#pragma once
// A store that counts the statements that run through it: to prove that a list costs no more for more rows.

#include "store/store.h"

namespace dichtbij::testing {

class CountingStore final : public store::Store {
  public:
    explicit CountingStore(store::Store& store) : store_(store) {}
    store::Dialect dialect() const override { return store_.dialect(); }
    int statements() const { return statements_; }
    void restart() { statements_ = 0; }

  protected:
    void run_write(const Unit& unit) override {
        store_.write([&](store::Tx& tx) { return counted(tx, unit); });
    }
    void run_read(const Unit& unit) override {
        store_.read([&](store::Tx& tx) { return counted(tx, unit); });
    }

  private:
    class Connection final : public store::Connection {
      public:
        Connection(store::Connection& connection, int& statements) : connection_(connection), statements_(statements) {}
        std::int64_t run(std::string_view sql, std::span<const store::Value> params, const std::function<void(store::Row)>& row) override {
            ++statements_;
            return connection_.run(sql, params, row);
        }
        store::Dialect dialect() const override { return connection_.dialect(); }

      private:
        store::Connection& connection_;
        int& statements_;
    };

    Result<Done> counted(store::Tx& tx, const Unit& unit) {
        Connection connection(tx.connection(), statements_);
        std::vector<std::function<void()>> after;
        store::Tx inner(connection, after);
        if (unit(inner) == store::Outcome::undo) return conflict("undone by the unit", "");
        for (auto& act : after) tx.after_commit(std::move(act));
        return Done{};
    }

    store::Store& store_;
    int statements_ = 0;
};

}  // namespace dichtbij::testing
