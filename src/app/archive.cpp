#include "app/archive.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "app/disk.h"

extern char** environ;

namespace dichtbij::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kept_bytes = 1000;  // of what tar says

// Everything that is written to it, of which the beginning is kept.
std::string read_all(int pipe) {
    std::string text;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = read(pipe, buffer.data(), buffer.size())) > 0;)
        if (text.size() < kept_bytes) text.append(buffer.data(), static_cast<std::size_t>(got));
    return text.substr(0, kept_bytes);
}

void run_tar(std::vector<std::string> arguments, const std::string& about) {
    arguments.insert(arguments.begin(), "tar");
    std::vector<char*> raw;
    for (auto& argument : arguments) raw.push_back(argument.data());
    raw.push_back(nullptr);
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    pid_t child = 0;
    const int spawned = posix_spawnp(&child, "tar", &actions, nullptr, raw.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    const std::string said = spawned == 0 ? read_all(ends[0]) : std::strerror(spawned);
    close(ends[0]);
    if (spawned != 0) throw std::runtime_error("cannot run tar: " + said);
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error("tar failed on " + about + ": " + said);
}

// A new file, for this user only. One of that name is unlinked, not emptied: the tar of a process that was
// killed may still be writing to it.
void make_private(const fs::path& path) {
    fs::remove(path);
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) throw std::system_error(errno, std::generic_category(), "cannot make " + path.string());
    close(file);
}

}  // namespace

void pack(const fs::path& folder, const fs::path& file) {
    const fs::path half = file.string() + ".half";
    make_private(half);
    try {
        run_tar({"-czf", half.string(), "-C", folder.string(), "."}, file.string());
        sync_to_disk(half);
        fs::rename(half, file);
    } catch (...) {
        fs::remove(half);
        throw;
    }
    sync_to_disk(fs::absolute(file).parent_path());
}

void unpack(const fs::path& file, const fs::path& folder) {
    fs::create_directories(folder);
    run_tar({"-xzf", file.string(), "-C", folder.string(), "--no-same-owner"}, file.string());
}

}  // namespace dichtbij::app
