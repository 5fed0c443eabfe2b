#include "document/bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <system_error>

namespace dichtbij::document {

std::string Bytes::piece(std::int64_t at, std::size_t count) {
    if (at < 0 || at >= size()) return {};
    std::string text(static_cast<std::size_t>(std::min<std::int64_t>(static_cast<std::int64_t>(count), size() - at)), '\0');
    text.resize(read(at, text));
    return text;
}

std::size_t MemoryBytes::read(std::int64_t at, std::span<char> into) {
    if (at < 0 || at >= size()) return 0;
    const std::size_t count = std::min(into.size(), text_.size() - static_cast<std::size_t>(at));
    std::memcpy(into.data(), text_.data() + at, count);
    return count;
}

std::unique_ptr<FileBytes> FileBytes::open(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno == ENOENT) return nullptr;
    if (file < 0) throw std::system_error(errno, std::generic_category(), "cannot open a file");
    struct stat found {};
    if (::fstat(file, &found) != 0) {
        const int error = errno;
        ::close(file);
        throw std::system_error(error, std::generic_category(), "cannot look at a file");
    }
    return std::make_unique<FileBytes>(file, found.st_size);
}

FileBytes::~FileBytes() { ::close(file_); }

std::size_t FileBytes::read(std::int64_t at, std::span<char> into) {
    std::size_t done = 0;
    while (done < into.size()) {
        const auto count = ::pread(file_, into.data() + done, into.size() - done, at + static_cast<std::int64_t>(done));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw std::system_error(errno, std::generic_category(), "cannot read a file");
        if (count == 0) break;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

}  // namespace dichtbij::document
