#pragma once
// Copies and checks of a SQLite store. Both work beside a running server and do not hold it up.

#include <functional>
#include <string>
#include <vector>

namespace dichtbij::store {

// Copies the store as it is at the start into one new file, readable by this user only. `to_path`
// appears when the copy is whole and on disk; a file that stands there is replaced. `progress` gets
// 0 to 1. Throws Unavailable.
void backup_sqlite(const std::string& from_path, const std::string& to_path, std::function<void(double)> progress);

// What is wrong with the file, a line each; empty when it is whole: its pages and indexes
// (integrity_check) and its references (foreign_key_check).
std::vector<std::string> check_sqlite(const std::string& path);

}  // namespace dichtbij::store
