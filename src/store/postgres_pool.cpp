#include "store/postgres_pool.h"

#include <algorithm>

namespace dichtbij::store {

namespace {
constexpr std::chrono::seconds max_wait{30};  // for a free session
}

PostgresPool::PostgresPool(std::string url, int connections) : url_(std::move(url)), limit_(std::max(1, connections)) {
    idle_.reserve(static_cast<std::size_t>(limit_));
}

std::unique_ptr<PostgresConnection> PostgresPool::take() {
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, max_wait, [&] { return !idle_.empty() || open_ < limit_; }))
        throw Unavailable("no PostgreSQL session became free");
    if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
    }
    ++open_;
    lock.unlock();
    return connect();
}

std::unique_ptr<PostgresConnection> PostgresPool::connect() {
    try {
        return std::make_unique<PostgresConnection>(url_);
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void PostgresPool::give_back(std::unique_ptr<PostgresConnection> connection) noexcept {
    {
        const std::lock_guard lock(mutex_);
        if (connection != nullptr && connection->is_usable()) idle_.push_back(std::move(connection));
        else --open_;
    }
    returned_.notify_one();
}

void PostgresPool::forget_idle() {
    std::vector<std::unique_ptr<PostgresConnection>> dead;
    {
        const std::lock_guard lock(mutex_);
        open_ -= static_cast<int>(idle_.size());
        std::move(idle_.begin(), idle_.end(), std::back_inserter(dead));
        idle_.clear();  // keeps its room
    }
    returned_.notify_all();
}

}  // namespace dichtbij::store
