#include "document/ole.h"

#include <string>

#include "document/getallen.h"

namespace dichtbij::document {
namespace {

constexpr std::size_t header_bytes = 512;
constexpr std::size_t entry_bytes = 128;
constexpr int sectors_limit = 256;             // of the directory that are looked at
constexpr std::uint32_t last_regular = 0xfffffffa;
constexpr std::size_t fat_places = 109;        // that the header itself holds

struct File {
    Bytes& bytes;
    std::string header;
    std::size_t sector_bytes = 512;
    std::string sector(std::uint32_t number) const {
        return bytes.piece((static_cast<std::int64_t>(number) + 1) * static_cast<std::int64_t>(sector_bytes), sector_bytes);
    }
    // The sector behind this one; last_regular + 1 at the end, or when it is told in a place we do not read.
    std::uint32_t next(std::uint32_t number) const {
        const std::size_t per_sector = sector_bytes / 4;
        const std::size_t which = number / per_sector;
        if (which >= fat_places) return last_regular + 1;
        const std::uint32_t fat = u32(header, 76 + 4 * which);
        if (fat >= last_regular) return last_regular + 1;
        const std::string table = sector(fat);
        const std::size_t at = 4 * (number % per_sector);
        return table.size() < at + 4 ? last_regular + 1 : u32(table, at);
    }
};

// Names are UTF-16; those that matter are ASCII.
std::string name_of(std::string_view entry) {
    const std::size_t bytes = u16(entry, 64);
    std::string name;
    for (std::size_t at = 0; at + 2 < bytes && at < 64; at += 2)
        if (entry[at + 1] == 0) name += entry[at];
    return name;
}

Olesoort soort_of_name(std::string_view name) {
    if (name == "EncryptedPackage" || name == "EncryptionInfo") return Olesoort::versleuteld;
    if (name == "__properties_version1.0") return Olesoort::bericht;
    for (const char* stream : {"WordDocument", "Workbook", "Book", "PowerPoint Document"})
        if (name == stream) return Olesoort::office;
    return Olesoort::anders;
}

}  // namespace

Olesoort ole_soort(Bytes& bytes) {
    File file{bytes, bytes.piece(0, header_bytes)};
    if (file.header.size() < header_bytes || !file.header.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return Olesoort::geen;
    const std::uint32_t shift = u16(file.header, 30);
    if (shift != 9 && shift != 12) return Olesoort::geen;
    file.sector_bytes = std::size_t{1} << shift;
    auto found = Olesoort::anders;
    std::uint32_t number = u32(file.header, 48);
    for (int count = 0; number < last_regular && count < sectors_limit; ++count, number = file.next(number)) {
        const std::string sector = file.sector(number);
        if (sector.size() < entry_bytes) return count == 0 ? Olesoort::geen : found;
        for (std::size_t at = 0; at + entry_bytes <= sector.size(); at += entry_bytes) {
            const Olesoort soort = soort_of_name(name_of(std::string_view(sector).substr(at, entry_bytes)));
            if (soort == Olesoort::versleuteld) return soort;
            if (soort != Olesoort::anders && found != Olesoort::bericht) found = soort;
        }
    }
    return found;
}

}  // namespace dichtbij::document
