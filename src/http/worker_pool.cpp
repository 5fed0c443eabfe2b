#include "http/worker_pool.h"

#include <utility>

#include "base/result.h"

namespace dichtbij::http {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue_limit) : queue_limit_(queue_limit) {
    CHECK_THAT(threads > 0);
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() { finish(); }

bool WorkerPool::try_run(Job job) {
    {
        const std::lock_guard lock(mutex_);
        if (finishing_ || jobs_.size() >= queue_limit_) return false;
        jobs_.push_back(std::move(job));
    }
    changed_.notify_one();
    return true;
}

bool WorkerPool::run(Job job) {
    {
        const std::lock_guard lock(mutex_);
        if (finishing_) return false;
        jobs_.push_back(std::move(job));
    }
    changed_.notify_one();
    return true;
}

void WorkerPool::finish() {
    {
        const std::lock_guard lock(mutex_);
        finishing_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_)
        if (thread.joinable()) thread.join();
}

void WorkerPool::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return finishing_ || !jobs_.empty(); });
        if (jobs_.empty()) return;
        Job job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        job();
        job = nullptr;
        lock.lock();
    }
}

}  // namespace dichtbij::http
