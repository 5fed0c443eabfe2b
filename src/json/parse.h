#pragma once
// From bytes to a value. Refuses what is too large, too deep, half a character, or has a key twice.

#include <cstddef>
#include <string_view>

#include "json/invalid.h"
#include "json/value.h"

namespace dichtbij::json {

struct Limits {
    std::size_t bytes = 2 * 1024 * 1024;
    std::size_t depth = 32;        // of objects and lists inside each other
    std::size_t values = 100'000;  // in the whole
};

// One Invalid when it cannot be read: code "parse_error", "too-large", "too-deep" or "duplicate-key". `name` is the path
// of a key that is there twice, else nonFieldErrors.
Read<Value> parse(std::string_view bytes, const Limits& limits = {});

}  // namespace dichtbij::json
