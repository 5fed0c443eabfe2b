#include "norm/explanation.h"

#include <algorithm>

namespace dichtbij::norm {

std::string plain(const Argument& argument) {
    struct Writer {
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(Day day) const { return to_iso(day); }
        std::string operator()(Instant instant) const { return to_rfc3339(instant); }
        std::string operator()(const Key& key) const { return std::string(key.text); }
        std::string operator()(const std::string& text) const { return text; }
    };
    return std::visit(Writer{}, argument);
}

std::string plain(const Step& step) {
    std::string line(step.key);
    for (const Argument& argument : step.args) line += "|" + plain(argument);
    return line;
}

bool has_step(const Explanation& explanation, std::string_view key) {
    return std::any_of(explanation.begin(), explanation.end(), [&](const Step& step) { return step.key == key; });
}

Instant end_of(Day day) { return start_of(day + days(1)) - seconds(1); }

}  // namespace dichtbij::norm
