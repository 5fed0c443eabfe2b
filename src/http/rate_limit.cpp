#include "http/rate_limit.h"

#include <algorithm>
#include <cmath>

#include "base/result.h"

namespace dichtbij::http {

namespace {
constexpr double seconds_per_minute = 60;
}

RateLimiter::RateLimiter(RateLimit limit) : limit_(limit) {
    CHECK_THAT(limit.burst >= 1 && limit.refill_per_minute > 0 && limit.keys > 0);
}

RateDecision RateLimiter::take(std::string_view key, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) {
        if (order_.size() == limit_.keys) {
            by_key_.erase(order_.back().key);
            order_.pop_back();
        }
        order_.push_front({std::string(key), limit_.burst, now});
        by_key_.emplace(order_.front().key, order_.begin());
    } else {
        order_.splice(order_.begin(), order_, found->second);
    }
    Bucket& bucket = order_.front();
    bucket.tokens = tokens_at(bucket, now);
    bucket.filled_op = std::max(bucket.filled_op, now);
    const RateDecision decision = decide(bucket.tokens);
    if (decision.allowed) bucket.tokens -= 1;
    return decision;
}

RateDecision RateLimiter::peek(std::string_view key, Instant now) const {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? RateDecision{} : decide(tokens_at(*found->second, now));
}

void RateLimiter::forget(std::string_view key) {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return;
    const auto bucket = found->second;
    by_key_.erase(found);
    order_.erase(bucket);
}

std::size_t RateLimiter::keys() const {
    const std::lock_guard lock(mutex_);
    return order_.size();
}

double RateLimiter::tokens_at(const Bucket& bucket, Instant now) const {
    const auto passed = static_cast<double>(std::max((now - bucket.filled_op).count(), seconds::rep{0}));
    return std::min(limit_.burst, bucket.tokens + passed * limit_.refill_per_minute / seconds_per_minute);
}

RateDecision RateLimiter::decide(double tokens) const {
    if (tokens >= 1) return {};
    const double wait = (1 - tokens) * seconds_per_minute / limit_.refill_per_minute;
    return {false, seconds(static_cast<seconds::rep>(std::ceil(wait)))};
}

}  // namespace dichtbij::http
