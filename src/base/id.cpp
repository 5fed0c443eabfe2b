#include "base/id.h"

#include <sys/random.h>

#include <mutex>
#include <random>
#include <system_error>

#include "base/time.h"

namespace dichtbij {

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    std::size_t filled = 0;
    while (filled < count) {
        const auto got = getrandom(bytes.data() + filled, count - filled, 0);
        if (got < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category(), "getrandom");
        if (got > 0) filled += static_cast<std::size_t>(got);
    }
    return bytes;
}

std::string to_string(const Uuid& uuid) {
    static constexpr char hex[] = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < uuid.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += hex[uuid[i] >> 4];
        text += hex[uuid[i] & 15];
    }
    return text;
}

namespace {

int nibble(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::optional<Uuid> parse_uuid(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    Uuid uuid{};
    std::size_t at = 0;
    for (std::size_t i = 0; i < uuid.size(); ++i) {
        if ((i == 4 || i == 6 || i == 8 || i == 10) && text[at++] != '-') return std::nullopt;
        const int high = nibble(text[at]);
        const int low = nibble(text[at + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        uuid[i] = static_cast<std::uint8_t>(high << 4 | low);
        at += 2;
    }
    return uuid;
}

struct IdSource::State {
    const Clock& clock;
    std::optional<std::mt19937_64> repeatable;
    std::mutex mutex;
    std::int64_t last_ms = 0;
    std::uint32_t counter = 0;  // 12 bits: rises within a millisecond

    std::uint64_t random() {
        if (repeatable) return (*repeatable)();
        const std::string bytes = random_bytes(8);
        std::uint64_t value = 0;
        for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
        return value;
    }
};

IdSource::IdSource(const Clock& clock, std::optional<std::uint64_t> seed) : state_(new State{clock, {}, {}}) {
    if (seed) state_->repeatable.emplace(*seed);
}

IdSource::~IdSource() { delete state_; }

Uuid IdSource::next() {
    const std::lock_guard lock(state_->mutex);
    const std::int64_t now = state_->clock.now_ms();
    if (now > state_->last_ms) {
        state_->last_ms = now;
        state_->counter = static_cast<std::uint32_t>(state_->random() & 0x3ff);
    } else if (++state_->counter > 0xfff) {
        // More than the counter holds, or the clock went back: borrow the next millisecond.
        ++state_->last_ms;
        state_->counter = 0;
    }
    const std::uint64_t random = state_->random();
    Uuid uuid{};
    for (std::size_t i = 0; i < 6; ++i) uuid[i] = static_cast<std::uint8_t>(state_->last_ms >> (40 - 8 * i));
    uuid[6] = static_cast<std::uint8_t>(0x70 | state_->counter >> 8);
    uuid[7] = static_cast<std::uint8_t>(state_->counter);
    for (std::size_t i = 0; i < 8; ++i) uuid[8 + i] = static_cast<std::uint8_t>(random >> (56 - 8 * i));
    uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3f) | 0x80);
    return uuid;
}

}  // namespace dichtbij
