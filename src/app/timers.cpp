#include "app/timers.h"

#include <spdlog/spdlog.h>

namespace dichtbij::app {

void Timers::add(std::string name, seconds every, std::function<void(Instant)> act) {
    timers_.push_back({std::move(name), every, std::move(act), Instant{}});
}

void Timers::start() {
    thread_ = std::thread([this] { work(); });
}

void Timers::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Timers::work() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        lock.unlock();
        for (Timer& timer : timers_) {
            const Instant now = clock_.now();
            if (timer.next > now) continue;
            timer.next = now + timer.every;
            try {
                timer.act(now);
            } catch (const std::exception& error) {
                spdlog::error("timer {}: {}", timer.name, error.what());
            }
        }
        lock.lock();
        changed_.wait_for(lock, std::chrono::milliseconds(500), [this] { return stopping_; });
    }
}

}  // namespace dichtbij::app
