#pragma once
// What is wrong in a body, by field: becomes one of the invalidParams of an answer.

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace dichtbij::json {

// `name` is the dotted path in camelCase ("partijIdentificatoren.0.objectId"), "nonFieldErrors" for the whole; `code` is
// the standards' own word ("required"); `key` is a text of the catalogue, filled with `args`.
struct Invalid {
    std::string name;
    std::string code;
    std::string key;
    std::vector<std::string> args = {};
    bool operator==(const Invalid&) const = default;
};
using Invalids = std::vector<Invalid>;

inline constexpr const char* non_field = "nonFieldErrors";

template <class T>
using Read = tl::expected<T, Invalids>;

// "partij.adres" and "postcode" make "partij.adres.postcode"; an empty start adds nothing.
std::string joined(const std::string& path, std::string_view name);
// Where in a body something stands. Lives on the stack while it is read; put into words only when something is refused.
class Path {
  public:
    Path() = default;  // the whole
    explicit Path(std::string_view name) : name_(name) {}
    Path(const Path& within, std::string_view name) : within_(&within), name_(name) {}
    Path(const Path& within, std::size_t index) : within_(&within), index_(index) {}
    std::string text() const;  // "partijIdentificatoren.0.objectId"; empty for the whole

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    const Path* within_ = nullptr;
    std::string_view name_;
    std::size_t index_ = none;
};

// "was_partij" is "wasPartij" in the APIs, and back. Both leave the other form as it is.
std::string camel_case(std::string_view snake);
std::string snake_case(std::string_view camel);

}  // namespace dichtbij::json
