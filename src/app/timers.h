#pragma once
// Calls the timers of the services, on a thread of its own, with the time that it is.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "base/time.h"

namespace dichtbij::app {

class Timers {
  public:
    explicit Timers(const Clock& clock) : clock_(clock) {}
    ~Timers() { stop(); }

    // Before start. `act` is called at the start and then every `every`; what it throws is logged, and it
    // is called again at the next turn.
    void add(std::string name, seconds every, std::function<void(Instant now)> act);
    void start();
    void stop();

  private:
    struct Timer {
        std::string name;
        seconds every;
        std::function<void(Instant)> act;
        Instant next{};
    };
    void work();

    const Clock& clock_;
    std::vector<Timer> timers_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace dichtbij::app
