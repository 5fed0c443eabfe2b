#pragma once
// Why a date is what it is, as data: catalogue keys with arguments, in reading order. Whoever shows it
// writes days and moments in the words and language of the reader.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"

namespace dichtbij::norm {

struct Key {  // an argument that is itself a text of the catalogue: "norm.dag.koningsdag"
    std::string_view text;
    bool operator==(const Key&) const = default;
};

// A string is what an administrator typed: the reason of a closing day, the name of a norm.
using Argument = std::variant<std::int64_t, Day, Instant, Key, std::string>;

struct Step {
    std::string_view key;  // lives as long as the program
    std::vector<Argument> args;
    bool operator==(const Step&) const = default;
};

using Explanation = std::vector<Step>;

// The argument for logs and tests: 2026-04-07, 2026-04-07T15:00:00Z, the key itself.
std::string plain(const Argument&);
std::string plain(const Step&);  // "key|arg|arg"

bool has_step(const Explanation&, std::string_view key);

// The last second of the civil day. What must be done by the end of a day is due then, so that the
// day of the due moment is the day itself.
Instant end_of(Day);

}  // namespace dichtbij::norm
