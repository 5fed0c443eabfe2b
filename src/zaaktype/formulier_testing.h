#pragma once
// What a browser would send of a page: the fields of its forms, as they stand.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dichtbij::zaaktype::testing {

using Velden = std::vector<std::pair<std::string, std::string>>;

// Of the form that posts to `action`; without its token and its buttons.
Velden velden_van(const std::string& page, std::string_view action);

const std::string* find(const Velden&, std::string_view name);
void set(Velden&, std::string_view name, std::string value);  // CHECKs that it is there
void add(Velden&, std::string name, std::string value);
void remove(Velden&, std::string_view name);

}  // namespace dichtbij::zaaktype::testing
