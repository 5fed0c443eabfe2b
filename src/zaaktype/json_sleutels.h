#pragma once
// A key that stands twice in one object: a JSON parser keeps the last and says nothing. Internal to zaaktype.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dichtbij::zaaktype {

struct DubbeleSleutel {
    std::string naam;        // as written, shortened
    std::size_t plaats = 0;  // in bytes: where it stands again
};

// `json` is well formed JSON. The first key that stands twice, or nothing.
std::optional<DubbeleSleutel> dubbele_sleutel(std::string_view json);

}  // namespace dichtbij::zaaktype
