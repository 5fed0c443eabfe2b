#pragma once
// What the service keeps between requests of this process. Internal to toepassing.

#include "toepassing/toepassing_service.h"

namespace dichtbij::toepassing {

// A token or client as it was read: who it is, and whether it may still be used.
struct ToepassingService::Kenner {
    Toegang toegang;
    std::string geheim;  // of zgw
    std::optional<Instant> verloopt_op;
    std::optional<Instant> ingetrokken_op;
    std::optional<Instant> gebruikt_op;
};

struct ToepassingService::Memory {
    std::shared_ptr<const Kenners> recent(const std::string& key, Instant now, seconds kept);
    void remember(const std::string& key, const std::shared_ptr<const Kenners>& kenners, Instant now, std::uint64_t generation);
    // Everything read before this moment counts no more.
    void forget();
    std::uint64_t generation();
    // Whether this use falls in a later minute than the last that was noted; then it is noted here.
    bool is_new_use(const Kenner& kenner, Instant now);

  private:
    struct Kept {
        std::shared_ptr<const Kenners> kenners;
        Instant read_op;
    };
    std::mutex mutex_;
    std::unordered_map<std::string, Kept> known_;
    std::unordered_map<Id<dichtbij::Token>, Instant> used_;
    std::uint64_t generation_ = 0;
};

// By what a token is found in the store.
std::string token_key(std::string_view token);
std::string client_key(std::string_view client_id);

}  // namespace dichtbij::toepassing
