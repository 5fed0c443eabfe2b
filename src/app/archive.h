#pragma once
// A folder as one compressed file, with the system's tar: readable without this program.

#include <filesystem>

namespace dichtbij::app {

// Written beside, for this user only, and renamed into place when whole and on disk. Throws
// std::runtime_error with what tar said.
void pack(const std::filesystem::path& folder, const std::filesystem::path& file);
// Into a new folder. Throws std::runtime_error when the file is no archive or is damaged.
void unpack(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace dichtbij::app
