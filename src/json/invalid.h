#pragma once
// What is wrong in a body, by field: becomes one of the invalidParams of an answer.

#include <string>
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
// "was_partij" is "wasPartij" in the APIs, and back. Both leave the other form as it is.
std::string camel_case(std::string_view snake);
std::string snake_case(std::string_view camel);

}  // namespace dichtbij::json
