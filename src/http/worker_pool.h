#pragma once
// A fixed number of threads that run plain blocking functions.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace dichtbij::http {

class WorkerPool {
  public:
    using Job = std::function<void()>;  // does not throw

    WorkerPool(std::size_t threads, std::size_t queue_limit);
    ~WorkerPool();  // finish()

    // False when `queue_limit` jobs wait already, or after finish().
    bool try_run(Job job);
    // For work that was admitted before: no limit. False after finish().
    bool run(Job job);
    // Takes no more jobs, runs those that wait, and ends. Not from a worker.
    void finish();

  private:
    void work();

    const std::size_t queue_limit_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    bool finishing_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace dichtbij::http
