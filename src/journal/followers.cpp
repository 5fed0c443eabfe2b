#include "journal/followers.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "journal/follower_store.h"

namespace dichtbij::journal {
namespace {

constexpr int batch_rows = 500;
constexpr std::chrono::milliseconds longest_pause{1000};
// Between two rounds: commits that come fast are handled together.
constexpr std::chrono::milliseconds shortest_pause{20};
constexpr int longest_backoff_s = 60;

}  // namespace

Followers::Followers(store::Store& store, const Clock& clock) : store_(store), clock_(clock) {}

Followers::~Followers() { stop(); }

void Followers::add(std::unique_ptr<Follower> follower) {
    CHECK_THAT(!thread_.joinable());
    members_.push_back({std::move(follower)});
}

void Followers::start() {
    CHECK_THAT(!thread_.joinable());
    stopping_ = false;
    thread_ = std::thread([this] { work(); });
}

void Followers::stop() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
    thread_ = {};
    for (Member& member : members_) {
        try {
            member.follower->release();
        } catch (const std::exception& failure) {
            // The lease runs out by itself.
            spdlog::warn("follower {} kept its lease: {}", member.follower->name(), failure.what());
        }
    }
}

void Followers::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_one();
}

void Followers::work() {
    while (true) {
        const bool more = run_round();
        std::unique_lock lock(mutex_);
        if (stopping_) return;
        if (more) continue;
        changed_.wait_for(lock, shortest_pause, [this] { return stopping_; });
        changed_.wait_for(lock, longest_pause, [this] { return stopping_ || woken_; });
        if (stopping_) return;
        woken_ = false;
    }
}

// Each follower a batch, so that a long one does not keep the others waiting. True: one had a full batch.
bool Followers::run_round() {
    bool more = false;
    for (Member& member : members_) {
        {
            const std::lock_guard lock(mutex_);
            if (stopping_) return false;
        }
        if (run_member(member) == batch_rows) more = true;
    }
    return more;
}

int Followers::run_member(Member& member) {
    const auto now = std::chrono::steady_clock::now();
    if (now < member.not_before) return 0;
    const std::string name(member.follower->name());
    try {
        const int handled = member.follower->run_once(clock_.now(), batch_rows);
        member.failures = 0;
        const std::lock_guard lock(mutex_);
        errors_.erase(name);
        return handled;
    } catch (const std::exception& failure) {
        const int wait_s = std::min(1 << std::min(member.failures++, 6), longest_backoff_s);
        member.not_before = now + seconds(wait_s);
        spdlog::error("follower {} failed, next attempt in {} s: {}", name, wait_s, failure.what());
        const std::lock_guard lock(mutex_);
        errors_[name] = failure.what();
        return 0;
    }
}

void Followers::run_until_idle(Instant now) {
    CHECK_THAT(!thread_.joinable());
    for (bool more = true; more;) {
        more = false;
        for (Member& member : members_)
            if (member.follower->run_once(now, batch_rows) > 0) more = true;
    }
}

std::vector<Lag> Followers::lags() {
    std::vector<Lag> lags;
    const Instant now = clock_.now();
    for (Member& member : members_) {
        const Cursor cursor = member.follower->cursor();
        const auto behind = store_.read([&](store::Tx& tx) { return read_lag(tx, cursor); });
        Lag lag{std::string(member.follower->name()), behind.rijen, {}, {}};
        if (behind.oudste) lag.age = std::max(seconds(0), seconds(now - *behind.oudste));
        const std::lock_guard lock(mutex_);
        if (const auto error = errors_.find(lag.name); error != errors_.end()) lag.error = error->second;
        lags.push_back(std::move(lag));
    }
    return lags;
}

void WakingStore::run_write(const Unit& unit) {
    const auto kept = inner_.write([&](store::Tx& tx) -> Result<Done> {
        if (unit(tx) == store::Outcome::undo) return conflict("undone by the unit of work", "");
        return Done{};
    });
    if (kept) wake_();
}

void WakingStore::run_read(const Unit& unit) {
    inner_.read([&](store::Tx& tx) { static_cast<void>(unit(tx)); });
}

}  // namespace dichtbij::journal
