#pragma once
// What has to be on disk before something else may happen.

#include <filesystem>

namespace dichtbij::app {

// Waits until the contents of a file, or the names in a folder, are on disk. Throws std::system_error.
void sync_to_disk(const std::filesystem::path&);

}  // namespace dichtbij::app
