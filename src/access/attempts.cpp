#include "access/attempts.h"

#include <algorithm>

#include "access/digest.h"
#include "base/text.h"

namespace dichtbij::access {
namespace {

constexpr int free_attempts = 5;
constexpr seconds first_wait{30};
constexpr seconds longest_wait = minutes(15);
constexpr int longest_wait_doublings = 5;
constexpr hours forgotten_after{24};

seconds wait_after(std::int64_t failed) {
    const auto doublings = std::min<std::int64_t>(failed - free_attempts, longest_wait_doublings);
    return std::min(longest_wait, first_wait * (std::int64_t{1} << doublings));
}

}  // namespace

std::string attempt_key(std::string_view what, std::string_view account) {
    return std::string(what) + ":" + hex(sha256(account));
}

std::optional<Instant> start_attempt(store::Tx& tx, std::string_view key, Instant now) {
    Pogingen attempts = attempts_of(tx, key).value_or(Pogingen{});
    if (attempts.geblokkeerd_tot > now) return attempts.geblokkeerd_tot;
    if (now - attempts.laatste_op > forgotten_after) attempts.mislukt = 0;
    ++attempts.mislukt;
    attempts.laatste_op = now;
    if (attempts.mislukt >= free_attempts) attempts.geblokkeerd_tot = now + wait_after(attempts.mislukt);
    put_attempts(tx, key, attempts);
    return std::nullopt;
}

Failure wait_failure(std::string field, seconds wait) {
    const auto whole_minutes = std::max<std::int64_t>(1, (wait.count() + 59) / 60);
    return invalid(std::move(field), "access.inloggen.wacht", {std::to_string(whole_minutes)}).value();
}

}  // namespace dichtbij::access
