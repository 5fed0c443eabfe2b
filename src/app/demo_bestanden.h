#pragma once
// What the demo leaves beside the store, for people and for tests that sign in.

#include <filesystem>
#include <span>

#include "app/demo_jaar.h"

namespace dichtbij::app::demo {

// demo-accounts.json: [{naam, email, wachtwoord, rol, gemeente}], for its owner only to read.
std::filesystem::path accounts_file(const std::filesystem::path& dir);
// Writes that file, and settings that ask no second factor on the machine itself. Settings that are there
// already stay as they are. Throws std::runtime_error when a file cannot be written.
void write_demo_files(const std::filesystem::path& dir, std::span<const DemoAccount>);

}  // namespace dichtbij::app::demo
