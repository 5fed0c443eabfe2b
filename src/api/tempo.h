#pragma once
// How fast one application may ask: a bucket that is filled again all the time.

#include <mutex>
#include <unordered_map>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij {
struct Applicatie;
}

namespace dichtbij::api {

struct Stand {
    bool allowed = true;
    int limit = 0;           // requests in a full bucket
    int left = 0;
    seconds reset{0};        // until it is full again
    seconds retry_after{0};  // until the next request, when not allowed
};

// Thread-safe. A clock that goes back refills nothing.
class Tempo {
  public:
    explicit Tempo(int requests_per_minute);
    Stand take(Id<Applicatie> applicatie, Instant now);

  private:
    struct Bucket {
        double left;
        Instant filled_op;
    };
    const double per_second_;
    const double size_;
    std::mutex mutex_;
    std::unordered_map<Id<Applicatie>, Bucket> buckets_;
};

}  // namespace dichtbij::api
