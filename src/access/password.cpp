#include "access/password.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <new>
#include <set>
#include <stdexcept>

#include "base/id.h"
#include "base/text.h"

namespace dichtbij::access {
namespace {

class Turn {
  public:
    explicit Turn(std::counting_semaphore<>& turns) : turns_(turns) { turns_.acquire(); }
    ~Turn() { turns_.release(); }
    Turn(const Turn&) = delete;

  private:
    std::counting_semaphore<>& turns_;
};

// What is left of a common password when figures and signs are taken off: "Welkom2026!" is "welkom".
constexpr std::array common_words{
    "wachtwoord",   "password",   "passwort",     "welkom",    "welcome",      "geheim",          "hallo",
    "qwerty",       "qwertyuiop", "azerty",       "asdfghjkl", "letmein",      "iloveyou",        "admin",
    "beheerder",    "gemeente",   "gemeentehuis", "dichtbij",  "balie",        "klantcontact",    "lente",
    "zomer",        "herfst",     "winter",       "voorjaar",  "najaar",       "januari",         "februari",
    "maart",        "april",      "mei",          "juni",      "juli",         "augustus",        "september",
    "oktober",      "november",   "december",     "maandag",   "dinsdag",      "woensdag",        "donderdag",
    "vrijdag",      "zaterdag",   "zondag",       "nederland", "amsterdam",    "rotterdam",       "ajax",
    "feyenoord",    "voetbal",    "monkey",       "dragon",    "sunshine",     "princess",        "football",
    "computer",     "internet",   "inloggen",     "test",      "testtest",     "nieuwwachtwoord", "mijnwachtwoord",
    "welkomwelkom", "abc",        "abcdefghijkl", "abcdef",    "abcabcabcabc", "koffie",          "kantoor"};

constexpr std::size_t least_distinct_characters = 5;

bool is_common(std::string_view password) {
    std::string letters;
    for (const char c : folded(password))
        if (c >= 'a' && c <= 'z') letters += c;
    if (std::find(common_words.begin(), common_words.end(), letters) != common_words.end()) return true;
    if (std::set<char>(password.begin(), password.end()).size() < least_distinct_characters) return true;
    // Figures that count on: 123456789012, 098765432109.
    if (!all_digits(password)) return false;
    int up = 0;
    int down = 0;
    for (std::size_t i = 1; i < password.size(); ++i) {
        const int step = (password[i] - password[i - 1] + 10) % 10;
        up += step == 1;
        down += step == 9;
    }
    const int steps = static_cast<int>(password.size()) - 1;
    return up == steps || down == steps;
}

bool holds_email(std::string_view password, std::string_view email) {
    const std::string typed = lower_ascii(password);
    const std::string local = lower_ascii(email.substr(0, email.find('@')));
    return local.size() >= 4 && typed.find(local) != std::string::npos;
}

}  // namespace

PasswordHasher::PasswordHasher(PasswordCost cost) : cost_(cost) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
    of_nothing_ = hash(random_bytes(16));
}

std::string PasswordHasher::hash(std::string_view password) const {
    if (password.data() == nullptr) password = "";
    const Turn turn(turns_);
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), cost_.passes, cost_.memory_kib * 1024,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return out.data();
}

bool PasswordHasher::verify(const std::string& hash, std::string_view password) const {
    // libsodium hands the pointer to memcpy, which may not be null, not even for nothing.
    if (password.data() == nullptr) password = "";
    const Turn turn(turns_);
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void PasswordHasher::verify_nothing(std::string_view password) const { static_cast<void>(verify(of_nothing_, password)); }

bool PasswordHasher::is_outdated(const std::string& hash) const {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), cost_.passes, cost_.memory_kib * 1024) != 0;
}

std::optional<FieldError> judge_password(std::string_view password, std::string_view email, std::string field) {
    const std::size_t length = length_in_characters(password);
    if (length < password_min_characters)
        return FieldError{std::move(field), "access.wachtwoord.te_kort", {std::to_string(password_min_characters)}};
    if (length > password_max_characters)
        return FieldError{std::move(field), "access.wachtwoord.te_lang", {std::to_string(password_max_characters)}};
    if (holds_email(password, email)) return FieldError{std::move(field), "access.wachtwoord.bevat_email", {}};
    if (is_common(password)) return FieldError{std::move(field), "access.wachtwoord.te_gewoon", {}};
    return std::nullopt;
}

}  // namespace dichtbij::access
