#pragma once
// The rows that an import refused, in a CSV file beside the one that was read: where each stood, what is
// wrong, and the row itself. Mended, it can be read again: the three columns in front are left out then.

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace dichtbij::app::contactimport {

struct Afgekeurd {
    std::int64_t regel = 0;
    std::string kolom;                // several separated by "; "
    std::string reden;                // in words
    std::vector<std::string> velden;  // as they were read; empty when the row could not be
};

class Afkeurbestand {
  public:
    // Replaces what an earlier run left there. Readable by this user only: the rows hold personal data.
    // Throws std::system_error when it cannot be made.
    explicit Afkeurbestand(std::filesystem::path path);
    // Closes it; without rows it goes away.
    ~Afkeurbestand();
    Afkeurbestand(const Afkeurbestand&) = delete;

    // Before the first row: the columns of the file that is read, and what stands between them.
    void begin(std::span<const std::string> kolommen, char separator);
    // Throws std::system_error when the disk is full.
    void add(const Afgekeurd& row);
    std::int64_t rows() const { return rows_; }
    const std::filesystem::path& path() const { return path_; }

  private:
    void write(const std::string& text) const;

    std::filesystem::path path_;
    int file_ = -1;
    char separator_ = ',';
    std::vector<bool> is_written_;  // of the columns: all but those of an earlier reject file
    std::int64_t rows_ = 0;
};

}  // namespace dichtbij::app::contactimport
