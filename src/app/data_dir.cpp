#include "app/data_dir.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <system_error>

namespace dichtbij::app {
namespace {

int open_lock_file(const DataDir& dir, int flags) {
    return open(dir.lock_file().c_str(), flags | O_CLOEXEC, 0600);
}

}  // namespace

std::unique_ptr<Lock> Lock::take(const DataDir& dir) {
    const int file = open_lock_file(dir, O_RDWR | O_CREAT);
    if (file < 0) throw std::system_error(errno, std::generic_category(), dir.lock_file().string());
    if (flock(file, LOCK_EX | LOCK_NB) != 0) {
        close(file);
        return nullptr;
    }
    std::unique_ptr<Lock> lock(new Lock(file));
    lock->sign("dichtbij");
    return lock;
}

std::optional<std::string> Lock::holder(const DataDir& dir) {
    const int file = open_lock_file(dir, O_RDONLY);
    if (file < 0) return std::nullopt;
    std::optional<std::string> name;
    if (flock(file, LOCK_SH | LOCK_NB) != 0) {
        char text[256];
        const auto length = read(file, text, sizeof text);
        name = length > 0 ? std::string(text, static_cast<std::size_t>(length)) : std::string("another process");
    }
    close(file);
    return name;
}

void Lock::sign(const std::string& command) {
    const std::string text = command + " (process " + std::to_string(getpid()) + ")";
    if (ftruncate(file_, 0) != 0 || pwrite(file_, text.data(), text.size(), 0) < 0)
        throw std::system_error(errno, std::generic_category(), "lock file");
}

Lock::~Lock() { close(file_); }

}  // namespace dichtbij::app
