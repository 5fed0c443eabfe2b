#pragma once
// The one writer of a SQLite store: a thread that runs waiting units of work, each in its own
// savepoint, and commits them together. Internal to store/.

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "store/sqlite_connection.h"
#include "store/unit.h"

namespace dichtbij::store {

class SqliteWriter {
  public:
    explicit SqliteWriter(const SqliteOptions& options);  // throws Unavailable
    ~SqliteWriter();                                       // finishes what waits
    SqliteWriter(const SqliteWriter&) = delete;

    // Waits until the unit is durable or undone; throws what it threw, or Unavailable.
    void run(const UnitOfWork& unit);

    std::size_t waiting() const;  // units that have not started

  private:
    struct Job;
    using Group = std::vector<Job*>;

    void work();
    Job* wait_for_job();
    Job* next_job();
    Group take_waiting();
    void run_group(Job& first);
    bool has_room(const Group& group, std::chrono::steady_clock::time_point started) const;
    void run_unit(Job& job);
    void finish(const Group& group, const std::exception_ptr& lost);

    const std::size_t group_limit_;
    const std::chrono::milliseconds group_time_;
    SqliteConnection connection_;
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Job*> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace dichtbij::store
