#include "access/account.h"

#include "access/memory.h"
#include "base/text.h"

namespace dichtbij::access {
namespace {

constexpr seconds recent{2};
constexpr std::size_t kept_sessions = 10'000;

http::RateLimit per_minute(int attempts) {
    http::RateLimit limit;
    limit.burst = attempts;
    limit.refill_per_minute = attempts;
    return limit;
}

}  // namespace

Accounts::Accounts(store::Store& store, const Clock& clock, Options options, Hooks hooks)
    : store_(store),
      clock_(clock),
      options_(std::move(options)),
      hooks_(std::move(hooks)),
      hasher_(options_.cost),
      memory_(std::make_unique<Memory>(per_minute(options_.attempts_per_minute))) {}

Accounts::~Accounts() = default;

std::string normalised_email(std::string_view typed) { return lower_ascii(trimmed(typed)); }

std::shared_ptr<const Session> Accounts::Memory::recent(const std::string& hash, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto found = sessions_.find(hash);
    if (found == sessions_.end()) return nullptr;
    const Kept& kept = found->second;
    const bool holds = kept.read_op <= now && now - kept.read_op < access::recent && kept.session->stil_tot > now &&
                       kept.session->einde_op > now;
    return holds ? kept.session : nullptr;
}

void Accounts::Memory::remember(const std::shared_ptr<const Session>& session, Instant now, std::uint64_t generation) {
    const std::lock_guard lock(mutex_);
    if (generation != generation_) return;  // it may have been read before the change
    if (sessions_.size() >= kept_sessions) sessions_.clear();
    sessions_[session->hash] = {session, now};
}

void Accounts::Memory::forget() {
    const std::lock_guard lock(mutex_);
    ++generation_;
    sessions_.clear();
}

std::uint64_t Accounts::Memory::generation() {
    const std::lock_guard lock(mutex_);
    return generation_;
}

void forget_after(store::Tx& tx, const Accounts& accounts) {
    tx.after_commit([&accounts] { accounts.memory().forget(); });
}

}  // namespace dichtbij::access
