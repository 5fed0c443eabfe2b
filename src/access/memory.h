#pragma once
// What access keeps between requests of this process. Internal to access.

#include <atomic>
#include <mutex>
#include <string>
#include <unordered_map>

#include "access/account.h"
#include "access/session.h"
#include "http/rate_limit.h"

namespace dichtbij::access {

struct Accounts::Memory {
    explicit Memory(http::RateLimit limit) : per_address(limit) {}

    http::RateLimiter per_address;  // attempts to sign in
    std::atomic<bool> alleen_noodtoegang{false};  // see extern.h

    // Sessions read in the last moments, by hash of the token: a busy screen asks many times a second.
    std::shared_ptr<const Session> recent(const std::string& hash, Instant now);
    void remember(const std::shared_ptr<const Session>& session, Instant now, std::uint64_t generation);
    // Everything read before this moment counts no more.
    void forget();
    std::uint64_t generation();

  private:
    struct Kept {
        std::shared_ptr<const Session> session;
        Instant read_op;
    };
    std::mutex mutex_;
    std::unordered_map<std::string, Kept> sessions_;
    std::uint64_t generation_ = 0;
};

// When the transaction commits, this process reads sessions and accounts anew.
void forget_after(store::Tx&, const Accounts&);

}  // namespace dichtbij::access
