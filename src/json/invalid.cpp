#include "json/invalid.h"

#include <cctype>

namespace dichtbij::json {

std::string joined(const std::string& path, std::string_view name) {
    if (path.empty()) return std::string(name);
    return std::string(path).append(".").append(name);
}

std::string Path::text() const {
    const std::string before = within_ ? within_->text() : std::string();
    if (index_ != none) return joined(before, std::to_string(index_));
    return name_.empty() ? before : joined(before, name_);
}

std::string camel_case(std::string_view snake) {
    std::string camel;
    for (std::size_t at = 0; at < snake.size(); ++at) {
        const bool joins = snake[at] == '_' && !camel.empty() && at + 1 < snake.size() && std::islower(static_cast<unsigned char>(snake[at + 1]));
        if (!joins) camel += snake[at];
        else camel += static_cast<char>(std::toupper(static_cast<unsigned char>(snake[++at])));
    }
    return camel;
}

std::string snake_case(std::string_view camel) {
    std::string snake;
    for (const char c : camel) {
        if (std::isupper(static_cast<unsigned char>(c))) {
            if (!snake.empty()) snake += '_';
            snake += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else {
            snake += c;
        }
    }
    return snake;
}

}  // namespace dichtbij::json
