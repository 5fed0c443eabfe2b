#include "zaaktype/json_sleutels.h"

#include <set>
#include <vector>

#include "base/text.h"

namespace dichtbij::zaaktype {
namespace {

constexpr std::size_t naam_getoond = 60;  // characters

// The place of the quote that closes the string opened at `from`.
std::size_t closing_quote(std::string_view json, std::size_t from) {
    std::size_t at = from + 1;
    while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2 : 1;
    return at;
}

}  // namespace

std::optional<DubbeleSleutel> dubbele_sleutel(std::string_view json) {
    std::vector<std::set<std::string_view>> open;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char sign = json[at];
        if (sign == '{' || sign == '[') open.emplace_back();
        if ((sign == '}' || sign == ']') && !open.empty()) open.pop_back();
        if (sign != '"') continue;
        const std::size_t end = closing_quote(json, at);
        const std::size_t next = json.find_first_not_of(" \t\r\n", end + 1);
        const bool is_key = next != std::string_view::npos && json[next] == ':';
        if (is_key && !open.empty()) {
            const std::string_view name = json.substr(at + 1, end - at - 1);
            if (!open.back().insert(name).second) return DubbeleSleutel{shortened(cleaned(name), naam_getoond), at};
        }
        at = end;
    }
    return std::nullopt;
}

}  // namespace dichtbij::zaaktype
