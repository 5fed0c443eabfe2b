#include <algorithm>
#include <chrono>
#include <mutex>
#include <random>
#include <thread>

#include "store/postgres_pool.h"
#include "store/store.h"
#include "store/unit.h"

namespace dichtbij::store {

namespace {

constexpr int max_reconnects = 3;  // of one unit
constexpr int losses_before_queue = 3;
constexpr int patience_in_queue = 8;  // times the attempts that a unit has in the crowd

enum class Access { read, write };

// Rolls back unless it was kept.
class PostgresTransaction {
  public:
    PostgresTransaction(PostgresConnection& connection, Access access) : connection_(connection), access_(access) {
        connection_.begin(access == Access::write ? "begin isolation level serializable"
                                                  : "begin isolation level repeatable read read only");
    }
    ~PostgresTransaction() { connection_.rollback(); }
    PostgresTransaction(const PostgresTransaction&) = delete;

    void keep() {
        if (access_ == Access::write) connection_.commit();
        else connection_.leave();
    }

  private:
    PostgresConnection& connection_;
    Access access_;
};

// Waits a random part of a span that doubles, so that those who met do not meet again.
class Backoff {
  public:
    void wait() {
        thread_local std::minstd_rand random{std::random_device{}()};
        std::uniform_int_distribution<std::int64_t> part(0, span_.count());
        std::this_thread::sleep_for(std::chrono::microseconds(part(random)));
        span_ = std::min(span_ * 2, longest);
    }

  private:
    static constexpr std::chrono::microseconds longest{100'000};
    std::chrono::microseconds span_{1'000};
};

class PostgresStore final : public Store {
  public:
    explicit PostgresStore(const PostgresOptions& options)
        : pool_(options.url, options.connections), attempts_(std::max(1, options.attempts)) {
        const PostgresPool::Lease reachable(pool_);
    }
    Dialect dialect() const override { return Dialect::postgres; }

  protected:
    void run_write(const Unit& unit) override { insist(Access::write, unit); }
    void run_read(const Unit& unit) override { insist(Access::read, unit); }

  private:
    void insist(Access access, const Unit& unit) {
        refuse_nested_unit();
        AfterCommit after;
        if (keep_trying(access, unit, after) == Outcome::keep) run_after_commit(after);
    }

    // Units that lose go on one at a time, so that they meet only those that just began: without it, a
    // crowd that writes at the same places loses attempt after attempt.
    Outcome keep_trying(Access access, const Unit& unit, AfterCommit& after) {
        Backoff backoff;
        std::unique_lock queue(losers_, std::defer_lock);
        int losses = 0;
        int taken = 0;
        int reconnects = 0;
        while (true) {
            after.clear();
            try {
                return try_once(access, unit, after);
            } catch (const LostRace&) {
                if (++losses >= attempts_ * patience_in_queue) throw;
            } catch (const TakenKey&) {
                if (++taken >= attempts_) throw;
            } catch (const ConnectionLost&) {
                if (++reconnects > max_reconnects) throw;
                pool_.forget_idle();
            }
            if (losses >= losses_before_queue && !queue) {
                queue.lock();
                backoff = Backoff();
            }
            backoff.wait();
        }
    }

    Outcome try_once(Access access, const Unit& unit, AfterCommit& after) {
        PostgresPool::Lease connection(pool_);
        PostgresTransaction transaction(*connection, access);
        const InsideUnit inside;
        Tx tx(*connection, after);
        const Outcome outcome = unit(tx);
        (*connection).end_unit();
        if (outcome == Outcome::keep) transaction.keep();
        return outcome;
    }

    PostgresPool pool_;
    const int attempts_;
    std::mutex losers_;
};

}  // namespace

std::unique_ptr<Store> open_postgres(PostgresOptions options) { return std::make_unique<PostgresStore>(options); }

}  // namespace dichtbij::store
