#pragma once
// Passwords: argon2id hashes through libsodium, and which passwords are refused. Hashing takes tens of
// milliseconds and tens of megabytes on purpose: never inside a transaction.

#include <cstddef>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>

#include "base/result.h"

namespace dichtbij::access {

struct PasswordCost {
    unsigned long long passes = 3;
    std::size_t memory_kib = 32 * 1024;
    bool operator==(const PasswordCost&) const = default;
};
// For tests only: the least that libsodium accepts.
inline constexpr PasswordCost cheapest_cost{1, 8};

inline constexpr std::size_t password_min_characters = 12;
inline constexpr std::size_t password_max_characters = 200;

// Thread-safe. At most two hashes are made at a time; others wait, so that a storm of attempts takes
// neither all memory nor all workers' time.
class PasswordHasher {
  public:
    explicit PasswordHasher(PasswordCost cost = {});
    std::string hash(std::string_view password) const;
    bool verify(const std::string& hash, std::string_view password) const;
    // Takes as long as verify: for accounts that do not exist.
    void verify_nothing(std::string_view password) const;
    // The hash was made at another cost.
    bool is_outdated(const std::string& hash) const;

  private:
    PasswordCost cost_;
    std::string of_nothing_;
    mutable std::counting_semaphore<> turns_{2};
};

// What is wrong with a new password, or nothing: too short, too long, too common, or made of the e-mail
// address. `field` names the form field.
std::optional<FieldError> judge_password(std::string_view password, std::string_view email, std::string field);

}  // namespace dichtbij::access
