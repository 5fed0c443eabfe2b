#include "app/archive.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <vector>

extern char** environ;

namespace dichtbij::app {
namespace {

void run_tar(std::vector<std::string> arguments, const std::string& about) {
    arguments.insert(arguments.begin(), "tar");
    std::vector<char*> raw;
    for (auto& argument : arguments) raw.push_back(argument.data());
    raw.push_back(nullptr);
    pid_t child = 0;
    if (posix_spawnp(&child, "tar", nullptr, nullptr, raw.data(), environ) != 0) throw std::runtime_error("cannot run tar");
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error("tar failed on " + about);
}

}  // namespace

void pack(const std::filesystem::path& folder, const std::filesystem::path& file) {
    const std::filesystem::path half = file.string() + ".half";
    run_tar({"-czf", half.string(), "-C", folder.string(), "."}, file.string());
    std::filesystem::permissions(half, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    std::filesystem::rename(half, file);
}

void unpack(const std::filesystem::path& file, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    run_tar({"-xzf", file.string(), "-C", folder.string(), "--no-same-owner"}, file.string());
}

}  // namespace dichtbij::app
