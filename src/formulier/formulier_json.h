#pragma once
// A definition as JSON, by one table that reads and writes it. Source: the files of catalogus/formulieren.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "formulier/formulier.h"

namespace dichtbij::formulier {

// invalid, with what is wrong in `detail`: one English sentence a fault.
Result<Definitie> read_definitie(std::string_view json);
std::string to_json(const Definitie&);

// The shipped forms, in the order of their file names. Throws std::runtime_error that names the file and what is wrong.
std::vector<Definitie> read_map(const std::filesystem::path&);

}  // namespace dichtbij::formulier
