#pragma once
// Named values of a query, a form, cookies or a path, decoded, in the order they came. Names may repeat.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dichtbij::http {

class Params {
  public:
    using Item = std::pair<std::string, std::string>;

    void add(std::string name, std::string value) { items_.emplace_back(std::move(name), std::move(value)); }

    const std::string* find(std::string_view name) const;  // the first, or nullptr
    std::string_view get(std::string_view name) const;     // the first, or empty
    std::vector<std::string_view> all(std::string_view name) const;
    bool has(std::string_view name) const { return find(name) != nullptr; }

    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }
    std::size_t size() const { return items_.size(); }
    bool empty() const { return items_.empty(); }
    bool operator==(const Params&) const = default;

  private:
    std::vector<Item> items_;
};

// `+` means a space in queries and forms, and itself in paths.
enum class Plus { is_plus, is_space };

// False when `text` has an escape that is not % and two hex digits; `out` then holds rubbish.
bool percent_decode(std::string_view text, Plus plus, std::string& out);
// Everything but letters, digits and -._~ escaped: for a path segment or a query value.
std::string percent_encoded(std::string_view text);

}  // namespace dichtbij::http
