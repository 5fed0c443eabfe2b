// Letting in: by token or by a signed JWT, without the store for who came a moment ago.

#include <spdlog/spdlog.h>

#include "access/digest.h"
#include "base/text.h"
#include "toepassing/jwt.h"
#include "toepassing/memory_service.h"
#include "toepassing/toepassing_store.h"
#include "toepassing/zegel.h"

namespace dichtbij::toepassing {
namespace {

using Toegelaten = tl::expected<std::shared_ptr<const Toegang>, Geweigerd>;

Toegelaten refused(Geweigerd why) { return tl::make_unexpected(why); }

// What stands behind "Token" or "Bearer"; empty when it is another scheme.
std::string_view shown(std::string_view authorization) {
    const auto space = authorization.find(' ');
    const std::string scheme = lower_ascii(authorization.substr(0, space));
    if (space == std::string_view::npos || (scheme != "token" && scheme != "bearer")) return {};
    return trimmed(authorization.substr(space));
}

}  // namespace

std::string token_key(std::string_view token) { return access::sha256(token); }
std::string client_key(std::string_view client_id) { return access::sha256("client " + std::string(client_id)); }

Toegelaten ToepassingService::toegang(std::string_view authorization, Instant now) {
    if (trimmed(authorization).empty()) return refused(Geweigerd::geen);
    const std::string_view token = shown(authorization);
    if (token.empty() || token.size() > jwt_bytes_limit) return refused(Geweigerd::onleesbaar);
    const auto jwt = lijkt_jwt(token) ? parse_zgw_jwt(token) : std::nullopt;
    if (lijkt_jwt(token) && !jwt) return refused(Geweigerd::onleesbaar);
    const auto kenners = find(jwt ? client_key(jwt->client_id) : token_key(token), now);
    Geweigerd why = Geweigerd::onbekend;
    for (const Kenner& kenner : *kenners) {
        if (jwt && !is_echt(*jwt, kenner.geheim)) continue;
        if (jwt && !is_op_tijd(*jwt, now)) return refused(Geweigerd::verlopen);
        const auto refusal = why_not(kenner, now);
        if (!refusal) {
            note_use(kenner, now);
            return std::shared_ptr<const Toegang>(kenners, &kenner.toegang);
        }
        why = *refusal;
    }
    return refused(why);
}

std::optional<Geweigerd> ToepassingService::why_not(const Kenner& kenner, Instant now) const {
    const Applicatie& applicatie = kenner.toegang.applicatie;
    if (kenner.ingetrokken_op) return Geweigerd::ingetrokken;
    if ((kenner.verloopt_op && now >= *kenner.verloopt_op) || (applicatie.verloopt_op && now >= *applicatie.verloopt_op)) return Geweigerd::verlopen;
    if (applicatie.uit_op) return Geweigerd::uit;
    return std::nullopt;
}

std::shared_ptr<const ToepassingService::Kenners> ToepassingService::find(const std::string& key, Instant now) {
    const std::uint64_t generation = memory_->generation();
    if (auto kept = memory_->recent(key, now, opties_.onthouden)) return kept;
    auto found = std::make_shared<const Kenners>(read(key));
    if (!found->empty()) memory_->remember(key, found, now, generation);
    return found;
}

std::vector<ToepassingService::Kenner> ToepassingService::read(const std::string& key) {
    return store_.read([&](store::Tx& tx) {
        Kenners kenners;
        for (const TokenRij& row : tokens_by_key(tx, {key})) {
            const auto applicatie = find_applicatie(tx, row.applicatie);
            CHECK_THAT(applicatie.has_value());
            Kenner kenner{{*applicatie, row.id}, {}, row.verloopt_op, row.ingetrokken_op, row.gebruikt_op};
            if (row.soort == Tokensoort::zgw) {
                auto opened = open_zegel(row.geheim.bytes, opties_.sleutel);
                if (!opened) spdlog::error("the secret of a client cannot be read: the setting 'secret_key' is another one than when it was made");
                kenner.geheim = opened.value_or("");
            }
            kenners.push_back(std::move(kenner));
        }
        return kenners;
    });
}

// To the minute, so that a request is a read and not a write.
void ToepassingService::note_use(const Kenner& kenner, Instant now) {
    if (!memory_->is_new_use(kenner, now)) return;
    store_.write([&](store::Tx& tx) { save_use(tx, kenner.toegang.token, std::chrono::floor<minutes>(now)); });
}

void ToepassingService::forget_after(store::Tx& tx) {
    tx.after_commit([this] { memory_->forget(); });
}

std::shared_ptr<const ToepassingService::Kenners> ToepassingService::Memory::recent(const std::string& key, Instant now, seconds kept) {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(key);
    if (found == known_.end() || now - found->second.read_op >= kept || now < found->second.read_op) return nullptr;
    return found->second.kenners;
}

void ToepassingService::Memory::remember(const std::string& key, const std::shared_ptr<const Kenners>& kenners, Instant now, std::uint64_t generation) {
    const std::lock_guard lock(mutex_);
    if (generation == generation_) known_[key] = {kenners, now};
}

void ToepassingService::Memory::forget() {
    const std::lock_guard lock(mutex_);
    ++generation_;
    known_.clear();
}

std::uint64_t ToepassingService::Memory::generation() {
    const std::lock_guard lock(mutex_);
    return generation_;
}

bool ToepassingService::Memory::is_new_use(const Kenner& kenner, Instant now) {
    const Instant minute = std::chrono::floor<minutes>(now);
    const std::lock_guard lock(mutex_);
    auto [noted, is_first] = used_.try_emplace(kenner.toegang.token, kenner.gebruikt_op.value_or(Instant{}));
    if (noted->second >= minute) return false;
    noted->second = minute;
    return true;
}

}  // namespace dichtbij::toepassing
