#include "app/import_afgekeurd.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "base/csv.h"

namespace dichtbij::app::contactimport {
namespace {

constexpr std::array<std::string_view, 3> eigen_kolommen{"afgekeurd_regel", "afgekeurd_kolom", "afgekeurd_reden"};
// Without it office programs do not read UTF-8.
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

bool is_own(std::string_view kolom) {
    return std::any_of(eigen_kolommen.begin(), eigen_kolommen.end(), [&](std::string_view own) { return csv_column_key(own) == csv_column_key(kolom); });
}

[[noreturn]] void broken(const std::filesystem::path& path) { throw std::system_error(errno, std::generic_category(), "cannot write " + path.string()); }

}  // namespace

Afkeurbestand::Afkeurbestand(std::filesystem::path path) : path_(std::move(path)) {
    file_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file_ < 0 || fchmod(file_, 0600) != 0) broken(path_);
}

Afkeurbestand::~Afkeurbestand() {
    if (file_ >= 0) close(file_);
    std::error_code ignored;  // an empty file that stays does no harm
    if (rows_ == 0) std::filesystem::remove(path_, ignored);
}

void Afkeurbestand::begin(std::span<const std::string> kolommen, char separator) {
    separator_ = separator;
    std::string line(byte_order_mark);
    for (const auto own : eigen_kolommen) line += (own == eigen_kolommen.front() ? "" : std::string(1, separator)) + std::string(own);
    for (const auto& kolom : kolommen) {
        is_written_.push_back(!is_own(kolom));
        if (is_written_.back()) line += separator + csv_field(kolom, separator);
    }
    write(line + "\r\n");
}

void Afkeurbestand::add(const Afgekeurd& row) {
    std::string line = std::to_string(row.regel) + separator_ + csv_field(row.kolom, separator_) + separator_ + csv_field(row.reden, separator_);
    for (std::size_t i = 0; i < std::max(row.velden.size(), is_written_.size()); ++i) {
        if (i < is_written_.size() && !is_written_[i]) continue;
        line += separator_;
        if (i < row.velden.size()) line += csv_field(row.velden[i], separator_);
    }
    ++rows_;
    write(line + "\r\n");
}

void Afkeurbestand::write(const std::string& text) const {
    std::string_view left = text;
    while (!left.empty()) {
        const auto written = ::write(file_, left.data(), left.size());
        if (written < 0) broken(path_);
        left.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace dichtbij::app::contactimport
