#pragma once
// Ids are UUIDv7 (RFC 9562): 16 bytes, ordered by the time they were made. Typed by what they name.

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace dichtbij {

class Clock;
using Uuid = std::array<std::uint8_t, 16>;

std::string to_string(const Uuid&);                    // lower case with hyphens
std::optional<Uuid> parse_uuid(std::string_view text);  // any case, hyphens required

template <class T>
struct Id {
    Uuid bytes{};
    auto operator<=>(const Id&) const = default;
    bool operator==(const Id&) const = default;
    bool is_nil() const { return bytes == Uuid{}; }
    std::string text() const { return to_string(bytes); }
    static std::optional<Id> parse(std::string_view text) {
        const auto uuid = parse_uuid(text);
        if (!uuid) return std::nullopt;
        return Id{*uuid};
    }
};

// What ids name. The full types live in their folders; an Id needs only the name.
struct Gemeente;
struct Afdeling;
struct Team;
struct Medewerker;
struct Product;
struct Onderwerp;
struct Account;
struct Sessie;
struct Partij;
struct Werk;
struct Gesprek;
struct Klantcontact;
struct Taak;
struct Norm;
struct Klok;

// Makes ids. Thread-safe. Within one millisecond ids still rise.
class IdSource {
  public:
    // `seed` makes the random part repeatable (tests, demo); without it the system's randomness.
    explicit IdSource(const Clock& clock, std::optional<std::uint64_t> seed = std::nullopt);
    ~IdSource();
    Uuid next();
    template <class T>
    Id<T> make() {
        return Id<T>{next()};
    }

  private:
    struct State;
    State* state_;
};

// `count` bytes that nobody can guess (getrandom).
std::string random_bytes(std::size_t count);

}  // namespace dichtbij

template <class T>
struct std::hash<dichtbij::Id<T>> {
    std::size_t operator()(const dichtbij::Id<T>& id) const noexcept {
        std::size_t value = 0;
        for (int i = 8; i < 16; ++i) value = value << 8 | id.bytes[static_cast<std::size_t>(i)];
        return value;
    }
};
