#pragma once
// Sends rounds to subscribers, on threads of its own: each thread one subscriber at a time, so a slow one keeps one thread
// for the time-out of a call and no other subscriber waits for it. Who failed last time gets at most half of the threads.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "notificatie/bezorg_service.h"
#include "client/web.h"

namespace dichtbij::notificatie {

struct Bezorgopties {
    int threads = 8;
    seconds ronde_time{20};              // no new call of a round is begun after it; stays below BezorgService::in_hand
    std::chrono::milliseconds pause{500};  // between two looks when nothing is due
};
// Of the calls: enough at once for all threads, and nothing of an answer is needed but its status.
client::Webgrenzen call_limits(const Bezorgopties& = {});

class Bezorger {
  public:
    Bezorger(BezorgService& service, client::Web& web, const Clock& clock, Bezorgopties opties = {});
    ~Bezorger() { stop(); }
    Bezorger(const Bezorger&) = delete;

    void start();
    // Returns when the calls that run have ended. Harmless when not started.
    void stop();
    // Thread-safe and cheap: there may be something to send.
    void wake();

    // On the caller's thread, until nothing is due: tests. How many were tried.
    int run_until_idle(Instant now);

  private:
    class Looking {  // one thread at a time
      public:
        explicit Looking(Bezorger& of);
        ~Looking();
        Looking(const Looking&) = delete;

      private:
        Bezorger& of_;
    };
    class Busy {  // while a round of this subscriber is sent
      public:
        Busy(Bezorger& of, const Ronde& ronde) : of_(of), ronde_(ronde) {}
        ~Busy();
        Busy(const Busy&) = delete;

      private:
        Bezorger& of_;
        const Ronde& ronde_;
    };

    void work();
    std::optional<Ronde> next();
    std::vector<Uitkomst> send_all(const Ronde&);
    Uitkomst send(const Ronde&, const Uitgaand&);
    Uitkomst call(const Uitgaand&, client::Webvraag vraag, bool is_guarded);
    std::optional<Uitkomst> register_kanalen(const Uitgaand&);
    std::vector<std::pair<std::string, std::string>> component_headers() const;

    BezorgService& service_;
    client::Web& web_;
    const Clock& clock_;
    const Bezorgopties opties_;
    std::mutex mutex_;  // guards what follows
    std::condition_variable changed_;
    std::vector<Id<dichtbij::Abonnement>> bezet_;
    int hinderlijk_ = 0;  // of those that are busy: how many failed before
    bool is_looking_ = false;
    bool woken_ = false;
    bool stopping_ = false;
    bool kanalen_bekend_ = false;  // the component has our channels
    std::vector<std::thread> threads_;
};

}  // namespace dichtbij::notificatie
