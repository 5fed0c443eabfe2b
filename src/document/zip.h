#pragma once
// Zip files as office programs make them, read without unpacking: the list of parts from the central directory,
// held against the local headers. Everything has a ceiling. No zip64, no prefix, no gaps that hide an overlap.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/bytes.h"
#include "document/inhoud.h"

namespace dichtbij::document {

struct Zipdeel {
    std::string naam;
    int methode = 0;                 // 0: as it is, 8: deflated
    bool is_versleuteld = false;
    std::uint32_t crc = 0;
    std::int64_t ingepakt = 0;
    std::int64_t uitgepakt = 0;      // as the list claims
    std::int64_t begin = 0;          // of the data
};

enum class Zipfout { geen_zip, beschadigd, bom };

class Zip {
  public:
    static tl::expected<Zip, Zipfout> open(Bytes&, const Inhoudsgrenzen&);

    const std::vector<Zipdeel>& delen() const { return delen_; }
    const Zipdeel* find(std::string_view naam) const;
    // The content of a part; bom when it is more than `limit`.
    tl::expected<std::string, Zipfout> content(const Zipdeel&, std::int64_t limit) const;
    // Inflates every part and throws the outcome away: holds size and checksum against the list, and the total
    // against the limits.
    tl::expected<Done, Zipfout> verify() const;

  private:
    Zip(Bytes& bytes, const Inhoudsgrenzen& grenzen) : bytes_(bytes), grenzen_(grenzen) {}
    tl::expected<Done, Zipfout> read_list();
    tl::expected<Done, Zipfout> read_entries(const std::string& list, std::size_t count, std::int64_t list_at);
    tl::expected<Done, Zipfout> locate(std::int64_t list_at);

    Bytes& bytes_;
    const Inhoudsgrenzen& grenzen_;
    std::vector<Zipdeel> delen_;
};

}  // namespace dichtbij::document
