#pragma once
// A name as old systems keep it, in one field, read as the parts that a Contactnaam has. Pure.

#include <string_view>

#include "partij/partij.h"

namespace dichtbij::app::contactimport {

struct Naam {
    partij::Contactnaam contactnaam;
    partij::Aanhef aanhef = partij::Aanhef::geen;
    bool operator==(const Naam&) const = default;
};

// "Mw. F. El Idrissi", "Jan de Vries", "Vries, J. de", "de Vries, Jan". What cannot be told apart
// stands in the last name; no word is lost but the title.
Naam read_naam(std::string_view text);

}  // namespace dichtbij::app::contactimport
