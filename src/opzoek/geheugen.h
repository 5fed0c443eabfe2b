#pragma once
// Answers that are kept for a short time, in memory only. Thread-safe; what is too old is forgotten with every use, and
// by forget_old when nobody uses it.

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/time.h"

namespace dichtbij::opzoek {

template <class T>
class Geheugen {
  public:
    // At most `most` answers; the oldest go first. An age of 0: nothing is kept.
    Geheugen(seconds age, std::size_t most) : age_(age), most_(most) {}

    std::optional<T> get(const std::string& key, Instant now) {
        const std::lock_guard lock(mutex_);
        drop_old(now);
        const auto found = kept_.find(key);
        return found == kept_.end() ? std::nullopt : std::optional(found->second.value);
    }
    void put(const std::string& key, T value, Instant now) {
        const std::lock_guard lock(mutex_);
        drop_old(now);
        if (age_ <= seconds(0)) return;
        drop(key);
        while (kept_.size() >= most_ && !by_age_.empty()) drop(std::string(by_age_.begin()->second));
        const auto place = by_age_.emplace(now, key);
        kept_.emplace(key, Kept{std::move(value), place});
    }
    void forget_old(Instant now) {
        const std::lock_guard lock(mutex_);
        drop_old(now);
    }
    std::size_t size() const {
        const std::lock_guard lock(mutex_);
        return kept_.size();
    }

  private:
    using Ages = std::multimap<Instant, std::string>;
    struct Kept {
        T value;
        Ages::iterator place;
    };
    void drop(const std::string& key) {
        const auto found = kept_.find(key);
        if (found == kept_.end()) return;
        by_age_.erase(found->second.place);
        kept_.erase(found);
    }
    void drop_old(Instant now) {
        while (!by_age_.empty() && by_age_.begin()->first + age_ <= now) drop(std::string(by_age_.begin()->second));
    }

    const seconds age_;
    const std::size_t most_;
    mutable std::mutex mutex_;
    std::map<std::string, Kept, std::less<>> kept_;
    Ages by_age_;
};

}  // namespace dichtbij::opzoek
