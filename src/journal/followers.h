#pragma once
// Runs the followers of a process on one thread of its own: after commits, and at least every second.

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "journal/follower.h"

namespace dichtbij::journal {

// How far a follower is behind, for /healthz and /metrics.
struct Lag {
    std::string name;
    std::int64_t rows = 0;  // counted up to 10,000
    seconds age{0};         // of the oldest row not yet handled
    std::string error;      // of the last run; empty when it went well
};

class Followers {
  public:
    Followers(store::Store& store, const Clock& clock);
    ~Followers();  // stops
    Followers(const Followers&) = delete;

    // Before start.
    void add(std::unique_ptr<Follower> follower);

    void start();
    // Ends after the batch in hand and gives back the leases. Harmless when not started.
    void stop();
    // Thread-safe and cheap: there may be something to do.
    void wake();

    // On the caller's thread, for the demo year, import and tests: until nothing is left. Throws what a
    // follower throws. Not while started.
    void run_until_idle(Instant now);

    std::vector<Lag> lags();  // thread-safe

  private:
    struct Member {
        std::unique_ptr<Follower> follower;
        int failures = 0;
        std::chrono::steady_clock::time_point not_before{};
    };

    void work();
    bool run_round();
    int run_member(Member& member);

    store::Store& store_;
    const Clock& clock_;
    std::vector<Member> members_;
    std::mutex mutex_;  // guards what follows
    std::condition_variable changed_;
    std::map<std::string, std::string, std::less<>> errors_;
    bool woken_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

// Passes everything on to `inner`, and wakes the followers after each write that was kept. Services get
// this one; the followers themselves the inner.
class WakingStore final : public store::Store {
  public:
    WakingStore(store::Store& inner, std::function<void()> wake) : inner_(inner), wake_(std::move(wake)) {}
    store::Dialect dialect() const override { return inner_.dialect(); }

  protected:
    void run_write(const Unit& unit) override;
    void run_read(const Unit& unit) override;

  private:
    store::Store& inner_;
    std::function<void()> wake_;
};

}  // namespace dichtbij::journal
