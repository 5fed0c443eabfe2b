#pragma once
// What is shipped with the program: variables, templates, events and rules (catalogus/berichten.json).

#include <filesystem>
#include <string_view>
#include <vector>

#include "bericht/regel.h"
#include "bericht/sjabloon.h"

namespace dichtbij::bericht {

struct Standaard {
    std::vector<Variabele> variabelen;
    std::vector<Sjabloon> sjablonen;
    std::vector<Gebeurtenis> gebeurtenissen;
    std::vector<Berichtregel> regels;

    const Sjabloon* sjabloon(std::string_view code) const;  // nullptr: there is none
    // The variables a template may use, in their own order.
    std::vector<Variabele> variabelen_van(const Sjabloon&) const;
};

// Throws std::runtime_error that names the file and what is wrong with it.
Standaard lees_standaard(const std::filesystem::path& file);
// The same from bytes; `naam` for the error.
Standaard lees_standaard(std::string_view bytes, std::string_view naam);

}  // namespace dichtbij::bericht
