#include "opzoek/velden.h"

#include <charconv>

#include "base/text.h"

namespace dichtbij::opzoek {

const json::Value* veld(const json::Value& value, std::initializer_list<std::string_view> pad) {
    const json::Value* at = &value;
    for (const auto name : pad) {
        at = at->find(name);
        if (at == nullptr) return nullptr;
    }
    return at;
}

std::string tekst(const json::Value& value, std::initializer_list<std::string_view> pad, std::size_t characters) {
    const auto* found = veld(value, pad);
    if (found == nullptr) return {};
    if (const auto* number = found->integer()) return std::to_string(*number);
    const auto* text = found->text();
    return text == nullptr ? std::string() : shortened(cleaned(*text), characters);
}

std::optional<int> getal(const json::Value& value, std::initializer_list<std::string_view> pad) {
    const std::string text = tekst(value, pad);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return !text.empty() && error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

bool is_waar(const json::Value& value, std::initializer_list<std::string_view> pad) {
    const auto* found = veld(value, pad);
    if (found == nullptr) return false;
    if (const auto* truth = found->boolean()) return *truth;
    return found->text() != nullptr && lower_ascii(*found->text()) == "ja";
}

const json::Array* lijst(const json::Value& value, std::initializer_list<std::string_view> pad) {
    const auto* found = veld(value, pad);
    return found == nullptr ? nullptr : found->array();
}

}  // namespace dichtbij::opzoek
