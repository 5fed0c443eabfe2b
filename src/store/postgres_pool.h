#pragma once
// PostgreSQL sessions, lent to one caller at a time. Internal to store/.

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/postgres_connection.h"

namespace dichtbij::store {

class PostgresPool {
  public:
    PostgresPool(std::string url, int connections);

    class Lease {
      public:
        explicit Lease(PostgresPool& pool) : pool_(pool), connection_(pool.take()) {}  // throws Unavailable
        ~Lease() { pool_.give_back(std::move(connection_)); }
        Lease(const Lease&) = delete;
        PostgresConnection& operator*() { return *connection_; }

      private:
        PostgresPool& pool_;
        std::unique_ptr<PostgresConnection> connection_;
    };

    // After one session was found dead: the others that wait here probably are, too.
    void forget_idle();

  private:
    std::unique_ptr<PostgresConnection> take();
    std::unique_ptr<PostgresConnection> connect();
    void give_back(std::unique_ptr<PostgresConnection> connection) noexcept;

    const std::string url_;
    const int limit_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<PostgresConnection>> idle_;
    int open_ = 0;  // idle and lent
};

}  // namespace dichtbij::store
