#pragma once
// A file without a name: gone when it is closed, also after a crash.

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace dichtbij::http {

class TempFile {
  public:
    // Throws std::system_error, as all below.
    explicit TempFile(const std::filesystem::path& folder);
    ~TempFile();
    TempFile(const TempFile&) = delete;

    void append(std::string_view bytes);
    std::int64_t size() const { return size_; }
    // Fills `into` from `at` on; fewer only at the end. Thread-safe beside other reads.
    std::size_t read(std::int64_t at, std::span<char> into) const;

  private:
    int file_ = -1;
    std::int64_t size_ = 0;
};

}  // namespace dichtbij::http
