#pragma once
// Bytes that may be looked at in any order, wherever they are: in memory, in a file, in the store.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace dichtbij::document {

class Bytes {
  public:
    virtual ~Bytes() = default;
    virtual std::int64_t size() const = 0;
    // Fills `into` from `at` on; fewer only at the end. Throws when the machine breaks.
    virtual std::size_t read(std::int64_t at, std::span<char> into) = 0;
    // At most `count` bytes from `at` on.
    std::string piece(std::int64_t at, std::size_t count);
};

// The text must outlive it.
class MemoryBytes final : public Bytes {
  public:
    explicit MemoryBytes(std::string_view text) : text_(text) {}
    std::int64_t size() const override { return static_cast<std::int64_t>(text_.size()); }
    std::size_t read(std::int64_t at, std::span<char> into) override;

  private:
    std::string_view text_;
};

// An open file; closes it. nullptr when there is none.
class FileBytes final : public Bytes {
  public:
    static std::unique_ptr<FileBytes> open(const std::string& path);
    // Takes over `file`.
    FileBytes(int file, std::int64_t size) : file_(file), size_(size) {}
    ~FileBytes() override;
    FileBytes(const FileBytes&) = delete;
    std::int64_t size() const override { return size_; }
    std::size_t read(std::int64_t at, std::span<char> into) override;

  private:
    int file_;
    std::int64_t size_;
};

}  // namespace dichtbij::document
