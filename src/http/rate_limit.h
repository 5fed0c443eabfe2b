#pragma once
// How often one address or account may try: a bucket of tokens a key, refilled at a steady pace.

#include <cstddef>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.h"

namespace dichtbij::http {

struct RateLimit {
    double burst = 10;                // tokens in a full bucket
    double refill_per_minute = 5;     // tokens
    std::size_t keys = 100'000;       // kept at most; the one unused longest is forgotten first
};

struct RateDecision {
    bool allowed = true;
    seconds retry_after{0};  // until the next token, when not allowed
    bool operator==(const RateDecision&) const = default;
};

// Thread-safe. A clock that goes back refills nothing.
class RateLimiter {
  public:
    explicit RateLimiter(RateLimit limit);
    // Takes one token.
    RateDecision take(std::string_view key, Instant now);
    // The same answer without taking: to ask before costly work.
    RateDecision peek(std::string_view key, Instant now) const;
    // After a success: the key starts with a full bucket again.
    void forget(std::string_view key);
    std::size_t keys() const;

  private:
    struct Bucket {
        std::string key;
        double tokens;
        Instant filled_op;
    };
    using Order = std::list<Bucket>;  // used last stands first

    double tokens_at(const Bucket& bucket, Instant now) const;
    RateDecision decide(double tokens) const;

    const RateLimit limit_;
    mutable std::mutex mutex_;
    Order order_;
    std::unordered_map<std::string_view, Order::iterator> by_key_;  // keys point into order_
};

}  // namespace dichtbij::http
