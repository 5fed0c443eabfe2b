#include "document/zip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "document/getallen.h"

namespace dichtbij::document {
namespace {

constexpr std::size_t end_bytes = 22;
constexpr std::size_t comment_bytes = 65'535;
constexpr std::size_t entry_bytes = 46;
constexpr std::size_t local_bytes = 30;
constexpr std::size_t name_bytes = 1024;
constexpr std::size_t piece_bytes = 64 * 1024;
constexpr std::uint32_t in_zip64 = 0xffffffff;

using Use = std::function<bool(std::string_view)>;  // false: enough

tl::unexpected<Zipfout> fault(Zipfout fout) { return tl::make_unexpected(fout); }

class Inflater {
  public:
    Inflater() { CHECK_THAT(inflateInit2(&stream_, -MAX_WBITS) == Z_OK); }
    ~Inflater() { inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;

    // Whether all went well so far; `is_end` after the last block.
    bool feed(std::string& packed, const Use& use) {
        stream_.next_in = reinterpret_cast<Bytef*>(packed.data());
        stream_.avail_in = static_cast<uInt>(packed.size());
        do {
            stream_.next_out = reinterpret_cast<Bytef*>(out_.data());
            stream_.avail_out = static_cast<uInt>(out_.size());
            const int state = inflate(&stream_, Z_NO_FLUSH);
            if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) return false;
            const std::size_t made = out_.size() - stream_.avail_out;
            if (made > 0 && !use({out_.data(), made})) return false;
            is_end_ = state == Z_STREAM_END;
            if (state == Z_BUF_ERROR && made == 0) break;
        } while (!is_end_ && (stream_.avail_in > 0 || stream_.avail_out == 0));
        return !is_end_ || stream_.avail_in == 0;
    }
    bool is_end() const { return is_end_; }

  private:
    z_stream stream_{};
    std::array<char, piece_bytes> out_{};
    bool is_end_ = false;
};

// All bytes of a part, in pieces. False when it is damaged or `use` had enough.
bool each_piece(Bytes& bytes, const Zipdeel& deel, const Use& use) {
    Inflater inflater;
    for (std::int64_t done = 0; done < deel.ingepakt;) {
        std::string piece = bytes.piece(deel.begin + done, static_cast<std::size_t>(std::min<std::int64_t>(piece_bytes, deel.ingepakt - done)));
        if (piece.empty()) return false;
        done += static_cast<std::int64_t>(piece.size());
        if (deel.methode == 0 ? !use(piece) : (inflater.is_end() || !inflater.feed(piece, use))) return false;
    }
    return deel.methode == 0 || inflater.is_end();
}

}  // namespace

tl::expected<Zip, Zipfout> Zip::open(Bytes& bytes, const Inhoudsgrenzen& grenzen) {
    Zip zip(bytes, grenzen);
    if (auto read = zip.read_list(); !read) return fault(read.error());
    return zip;
}

const Zipdeel* Zip::find(std::string_view naam) const {
    const auto found = std::find_if(delen_.begin(), delen_.end(), [&](const Zipdeel& deel) { return deel.naam == naam; });
    return found == delen_.end() ? nullptr : &*found;
}

tl::expected<Done, Zipfout> Zip::read_list() {
    if (bytes_.size() < static_cast<std::int64_t>(end_bytes) || !bytes_.piece(0, 4).starts_with("PK\x03\x04")) return fault(Zipfout::geen_zip);
    const std::int64_t tail_at = std::max<std::int64_t>(0, bytes_.size() - static_cast<std::int64_t>(end_bytes + comment_bytes));
    const std::string tail = bytes_.piece(tail_at, end_bytes + comment_bytes);
    const std::size_t at = tail.rfind(std::string_view("PK\x05\x06", 4));
    if (at == std::string::npos || at + end_bytes > tail.size()) return fault(Zipfout::beschadigd);
    const std::string_view end = std::string_view(tail).substr(at);
    // The record must be the end of the file, and there is one disk.
    if (at + end_bytes + u16(end, 20) != tail.size() || u16(end, 4) != 0 || u16(end, 6) != 0) return fault(Zipfout::beschadigd);
    const std::size_t count = u16(end, 10);
    const std::int64_t list_bytes = u32(end, 12);
    const std::int64_t list_at = u32(end, 16);
    if (count != u16(end, 8) || count == 0xffff || list_at + list_bytes != tail_at + static_cast<std::int64_t>(at)) return fault(Zipfout::beschadigd);
    if (count > grenzen_.zip_delen || list_bytes > grenzen_.zip_lijst_bytes) return fault(Zipfout::bom);
    return read_entries(bytes_.piece(list_at, static_cast<std::size_t>(list_bytes)), count, list_at);
}

tl::expected<Done, Zipfout> Zip::read_entries(const std::string& list, std::size_t count, std::int64_t list_at) {
    std::string_view rest = list;
    std::set<std::string_view> names;
    delen_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (rest.size() < entry_bytes || !rest.starts_with("PK\x01\x02")) return fault(Zipfout::beschadigd);
        const std::size_t named = u16(rest, 28);
        const std::size_t whole = entry_bytes + named + u16(rest, 30) + u16(rest, 32);
        if (whole > rest.size() || named == 0 || named > name_bytes) return fault(Zipfout::beschadigd);
        Zipdeel deel;
        deel.naam = rest.substr(entry_bytes, named);
        deel.is_versleuteld = (u16(rest, 8) & 0x2041) != 0;
        deel.methode = static_cast<int>(u16(rest, 10));
        deel.crc = u32(rest, 16);
        deel.ingepakt = u32(rest, 20);
        deel.uitgepakt = u32(rest, 24);
        deel.begin = u32(rest, 42);  // of its local header, until locate()
        if (u32(rest, 20) == in_zip64 || u32(rest, 24) == in_zip64 || u32(rest, 42) == in_zip64) return fault(Zipfout::beschadigd);
        // Two parts of one name: one program checks the first, another opens the second.
        if (!names.insert(rest.substr(entry_bytes, named)).second) return fault(Zipfout::beschadigd);
        delen_.push_back(std::move(deel));
        rest.remove_prefix(whole);
    }
    if (!rest.empty() || delen_.empty()) return fault(Zipfout::beschadigd);
    return locate(list_at);
}

// Each part must lie behind the one before: parts that share bytes are how a small file becomes a large one.
tl::expected<Done, Zipfout> Zip::locate(std::int64_t list_at) {
    std::vector<Zipdeel*> by_place;
    for (Zipdeel& deel : delen_) by_place.push_back(&deel);
    std::sort(by_place.begin(), by_place.end(), [](const Zipdeel* a, const Zipdeel* b) { return a->begin < b->begin; });
    if (by_place.front()->begin != 0) return fault(Zipfout::beschadigd);
    std::int64_t free_from = 0;
    for (Zipdeel* deel : by_place) {
        if (deel->begin < free_from) return fault(Zipfout::bom);
        const std::string local = bytes_.piece(deel->begin, local_bytes);
        if (local.size() < local_bytes || !local.starts_with("PK\x03\x04") || static_cast<int>(u16(local, 8)) != deel->methode) return fault(Zipfout::beschadigd);
        if (u16(local, 26) != deel->naam.size() || bytes_.piece(deel->begin + static_cast<std::int64_t>(local_bytes), deel->naam.size()) != deel->naam) return fault(Zipfout::beschadigd);
        deel->is_versleuteld = deel->is_versleuteld || (u16(local, 6) & 0x2041) != 0;
        deel->begin += static_cast<std::int64_t>(local_bytes) + u16(local, 26) + u16(local, 28);
        free_from = deel->begin + deel->ingepakt;
        if (free_from > list_at) return fault(Zipfout::beschadigd);
    }
    return Done{};
}

tl::expected<std::string, Zipfout> Zip::content(const Zipdeel& deel, std::int64_t limit) const {
    if (deel.is_versleuteld || (deel.methode != 0 && deel.methode != 8)) return fault(Zipfout::beschadigd);
    std::string text;
    bool is_too_much = false;
    const bool is_whole = each_piece(bytes_, deel, [&](std::string_view piece) {
        is_too_much = static_cast<std::int64_t>(text.size() + piece.size()) > limit;
        if (!is_too_much) text.append(piece);
        return !is_too_much;
    });
    if (is_too_much) return fault(Zipfout::bom);
    if (!is_whole) return fault(Zipfout::beschadigd);
    return text;
}

tl::expected<Done, Zipfout> Zip::verify() const {
    const std::int64_t by_ratio = std::max(grenzen_.verhouding_vanaf_bytes, bytes_.size() * grenzen_.verhouding);
    const std::int64_t most = std::min(grenzen_.uitgepakt_bytes, by_ratio);
    std::int64_t claimed = 0;
    for (const Zipdeel& deel : delen_) {
        claimed += deel.uitgepakt;
        if (claimed > most) return fault(Zipfout::bom);
    }
    for (const Zipdeel& deel : delen_) {
        if (deel.is_versleuteld || (deel.methode != 0 && deel.methode != 8)) return fault(Zipfout::beschadigd);
        std::int64_t made = 0;
        uLong crc = crc32(0, nullptr, 0);
        const bool is_whole = each_piece(bytes_, deel, [&](std::string_view piece) {
            made += static_cast<std::int64_t>(piece.size());
            crc = crc32(crc, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(piece.size()));
            return made <= deel.uitgepakt;
        });
        // More than the list claims is a bomb: the list is what the limits were held against.
        if (made > deel.uitgepakt) return fault(Zipfout::bom);
        if (!is_whole || made != deel.uitgepakt || crc != deel.crc) return fault(Zipfout::beschadigd);
    }
    return Done{};
}

}  // namespace dichtbij::document
