#pragma once
// All SQL of followers: where they are and who may run them.

#include <string>
#include <string_view>

#include "journal/journal_store.h"

namespace dichtbij::journal {

inline constexpr seconds lease{15};

struct LeaseRequest {
    std::string_view follower;
    std::string_view holder;  // names the process
    Instant now;
};

// The cursor, when the lease is free, run out or already `holder`'s; it then runs until now + lease.
// Nothing when another process has it.
std::optional<Cursor> take_lease(store::Tx&, const LeaseRequest&);
void release_lease(store::Tx&, std::string_view follower, std::string_view holder);
void move_cursor(store::Tx&, std::string_view follower, const Cursor&);
Cursor read_cursor(store::Tx&, std::string_view follower);  // the beginning when it never ran

struct Achterstand {
    std::int64_t rijen = 0;         // not yet handled, counted up to `lag_count_limit`
    std::optional<Instant> oudste;  // instant of the oldest of them
};
inline constexpr int lag_count_limit = 10'000;
Achterstand read_lag(store::Tx&, const Cursor&);

}  // namespace dichtbij::journal
