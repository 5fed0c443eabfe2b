#include "http/temp_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <system_error>

namespace dichtbij::http {

namespace {

[[noreturn]] void broken(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

int open_unnamed(const std::filesystem::path& folder) {
    const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) return file;
    // A file system without O_TMPFILE: a name for a moment.
    std::string name = (folder / "upload-XXXXXX").string();
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0) ::unlink(name.c_str());
    return named;
}

}  // namespace

TempFile::TempFile(const std::filesystem::path& folder) : file_(open_unnamed(folder)) {
    if (file_ < 0) broken("cannot make a temporary file");
}

TempFile::~TempFile() { ::close(file_); }

void TempFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::pwrite(file_, bytes.data(), bytes.size(), size_);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) broken("cannot write a temporary file");
        size_ += count;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

std::size_t TempFile::read(std::int64_t at, std::span<char> into) const {
    std::size_t done = 0;
    while (done < into.size()) {
        const auto count = ::pread(file_, into.data() + done, into.size() - done, at + static_cast<std::int64_t>(done));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) broken("cannot read a temporary file");
        if (count == 0) break;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

}  // namespace dichtbij::http
