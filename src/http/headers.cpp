#include "http/headers.h"

#include <algorithm>

namespace dichtbij::http {

namespace {
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
}  // namespace

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

void Headers::add(std::string name, std::string value) { fields_.push_back({std::move(name), std::move(value)}); }

void Headers::set(std::string_view name, std::string value) {
    remove(name);
    add(std::string(name), std::move(value));
}

void Headers::remove(std::string_view name) {
    std::erase_if(fields_, [&](const Header& field) { return equals_ignoring_case(field.name, name); });
}

const std::string* Headers::find(std::string_view name) const {
    for (const Header& field : fields_)
        if (equals_ignoring_case(field.name, name)) return &field.value;
    return nullptr;
}

std::string_view Headers::get(std::string_view name) const {
    const std::string* value = find(name);
    return value != nullptr ? std::string_view(*value) : std::string_view();
}

std::size_t Headers::count(std::string_view name) const {
    return static_cast<std::size_t>(std::count_if(
        fields_.begin(), fields_.end(), [&](const Header& field) { return equals_ignoring_case(field.name, name); }));
}

std::string Headers::joined(std::string_view name, std::string_view separator) const {
    std::string all;
    for (const Header& field : fields_) {
        if (!equals_ignoring_case(field.name, name)) continue;
        if (!all.empty()) all += separator;
        all += field.value;
    }
    return all;
}

}  // namespace dichtbij::http
