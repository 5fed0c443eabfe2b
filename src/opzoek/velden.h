#pragma once
// Reading what registers answer, field by field: a field that is not there, or is of another kind, is empty. Pure.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "json/value.h"

namespace dichtbij::opzoek {

// What stands at the end of the names; nullptr when one of them is not there.
const json::Value* veld(const json::Value&, std::initializer_list<std::string_view> pad);
// Cut to what a field of ours holds; a number becomes its digits.
std::string tekst(const json::Value&, std::initializer_list<std::string_view> pad, std::size_t characters = 200);
std::optional<int> getal(const json::Value&, std::initializer_list<std::string_view> pad);
bool is_waar(const json::Value&, std::initializer_list<std::string_view> pad);  // true, or "Ja"
const json::Array* lijst(const json::Value&, std::initializer_list<std::string_view> pad);

}  // namespace dichtbij::opzoek
