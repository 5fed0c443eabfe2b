#include "app/disk.h"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

namespace dichtbij::app {

void sync_to_disk(const std::filesystem::path& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = file >= 0 && fsync(file) == 0;
    const int error = errno;
    if (file >= 0) close(file);
    if (!synced) throw std::system_error(error, std::generic_category(), "cannot sync " + path.string());
}

}  // namespace dichtbij::app
