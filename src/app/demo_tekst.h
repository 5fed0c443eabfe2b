#pragma once
// Turns the texts of the demo into what someone would write: chooses between [one|or another], fills in
// {names}, and sometimes hits the wrong key.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/demo_toeval.h"

namespace dichtbij::app::demo {

// What stands for a {name}. CHECKs are on the caller: an unknown name gives an empty text.
using Invulling = std::map<std::string, std::string, std::less<>>;

// Doubled and leading spaces that an empty choice leaves behind are taken away; the first letter is a
// capital when the text begins with a filled-in name.
std::string fill_in(std::string_view sjabloon, const Invulling&, Toeval&);

// A slip of the keys or two: letters swapped, left out, doubled, or a capital forgotten.
std::string mistyped(std::string_view tekst, Toeval&);

// Every {name} in the text, for checking that all are known.
std::vector<std::string> names_in(std::string_view sjabloon);

}  // namespace dichtbij::app::demo
