#include "app/unfinished.h"

#include <vector>

#include "app/disk.h"
#include "app/unfinished_store.h"

namespace dichtbij::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* workshop = ".opbouw";

// What complete() may have moved before it was interrupted.
std::vector<fs::path> moved_first(const DataDir& dir) {
    return {dir.access_log(), dir.access_log().string() + "-wal", dir.access_log().string() + "-shm", dir.search_index(),
            dir.files(),      dir.settings(),                     dir.root / "demo-accounts.json"};
}

void clear_interrupted(const DataDir& dir) {
    if (!fs::exists(dir.root / workshop)) return;
    for (const auto& path : moved_first(dir)) fs::remove_all(path);
    fs::remove_all(dir.root / workshop);
}

void require_empty(const DataDir& dir) {
    for (const auto& entry : fs::directory_iterator(dir.root)) {
        const auto name = entry.path().filename();
        // What a server leaves that was killed before it had a database, and a volume that was just made.
        if (name == dir.lock_file().filename() || name == dir.control_socket().filename() || name == "lost+found") continue;
        throw CommandFailure{exit_failed, dir.root.string() + " is not empty: it holds " + name.string()};
    }
}

void sync_tree(const fs::path& folder) {
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_directory() || entry.is_regular_file()) sync_to_disk(entry.path());
    sync_to_disk(folder);
}

}  // namespace

NewInstallation::NewInstallation(const Place& target, const std::string& command)
    : target_(target.dir()), lock_(take_lock(target, command)), made_{target_.root / workshop} {
    if (target_.holds_installation())
        throw CommandFailure{exit_failed, target.data + " holds an installation already; choose an empty folder"};
    clear_interrupted(target_);
    require_empty(target_);
    fs::create_directory(made_.root);
    fs::permissions(made_.root, fs::perms::owner_all);
}

NewInstallation::~NewInstallation() {
    std::error_code ignored;
    fs::remove_all(made_.root, ignored);
}

Place NewInstallation::place() const { return {made_.root.string(), {}}; }

void NewInstallation::complete() {
    sync_tree(made_.root);
    std::vector<fs::path> names;
    for (const auto& entry : fs::directory_iterator(made_.root))
        if (entry.path() != made_.database()) names.push_back(entry.path().filename());
    for (const auto& name : names) fs::rename(made_.root / name, target_.root / name);
    sync_to_disk(target_.root);
    fs::rename(made_.database(), target_.database());
    sync_to_disk(target_.root);
}

void refuse_unfinished(const DataDir& dir) {
    if (fs::exists(dir.root / workshop) && !dir.holds_installation())
        throw CommandFailure{exit_failed, dir.root.string() + " holds what an interrupted restore or demo left; do that again, or empty the folder"};
}

void refuse_unfinished(store::Store& store) {
    if (is_marked_unfinished(store))
        throw CommandFailure{exit_failed, "this database holds what an interrupted demo left; drop it and make it again"};
}

}  // namespace dichtbij::app
