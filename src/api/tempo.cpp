#include "api/tempo.h"

#include <algorithm>
#include <cmath>

namespace dichtbij::api {
namespace {

constexpr double burst_seconds = 5;
constexpr double least_burst = 20;

}  // namespace

Tempo::Tempo(int requests_per_minute) : per_second_(requests_per_minute / 60.0), size_(std::max(least_burst, per_second_ * burst_seconds)) {}

Stand Tempo::take(Id<Applicatie> applicatie, Instant now) {
    const std::lock_guard lock(mutex_);
    Bucket& bucket = buckets_.try_emplace(applicatie, Bucket{size_, now}).first->second;
    if (now > bucket.filled_op) {
        bucket.left = std::min(size_, bucket.left + static_cast<double>((now - bucket.filled_op).count()) * per_second_);
        bucket.filled_op = now;
    }
    Stand stand;
    stand.limit = static_cast<int>(size_);
    stand.allowed = bucket.left >= 1;
    if (stand.allowed) bucket.left -= 1;
    else stand.retry_after = seconds(static_cast<int>(std::ceil((1 - bucket.left) / per_second_)));
    stand.left = static_cast<int>(bucket.left);
    stand.reset = seconds(static_cast<int>(std::ceil((size_ - bucket.left) / per_second_)));
    return stand;
}

}  // namespace dichtbij::api
