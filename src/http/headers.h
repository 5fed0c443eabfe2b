#pragma once
// Header fields in the order they were added. Names compare without case; a name may repeat.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dichtbij::http {

bool equals_ignoring_case(std::string_view, std::string_view);

struct Header {
    std::string name;
    std::string value;
    bool operator==(const Header&) const = default;
};

class Headers {
  public:
    void add(std::string name, std::string value);
    // Replaces every field of that name.
    void set(std::string_view name, std::string value);
    void remove(std::string_view name);

    const std::string* find(std::string_view name) const;  // the first, or nullptr
    std::string_view get(std::string_view name) const;     // the first, or empty
    bool has(std::string_view name) const { return find(name) != nullptr; }
    std::size_t count(std::string_view name) const;
    // All values of that name, joined by `separator`.
    std::string joined(std::string_view name, std::string_view separator) const;

    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }
    std::size_t size() const { return fields_.size(); }

  private:
    std::vector<Header> fields_;
};

}  // namespace dichtbij::http
