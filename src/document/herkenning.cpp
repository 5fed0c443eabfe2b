#include "document/herkenning.h"

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "document/getallen.h"

namespace dichtbij::document {
namespace {

using Gekeurd = tl::expected<Bestandssoort, Geweigerd>;
using namespace std::string_view_literals;

constexpr std::size_t piece_bytes = 256 * 1024;
constexpr std::size_t overlap_bytes = 64;      // longer than anything that is looked for
constexpr std::size_t pdf_tail_bytes = 16 * 1024;

tl::unexpected<Geweigerd> refuse(Weigering reden, std::vector<std::string> args = {}) { return tl::make_unexpected(Geweigerd{reden, std::move(args)}); }

Gekeurd whole_or(Bestandssoort soort, bool is_whole) {
    if (!is_whole) return refuse(Weigering::beschadigd, {std::string(gegevens(soort).naam)});
    return soort;
}

// Whether a place where `token` stands also satisfies `and_then`, which gets what follows it.
bool has_token(Bytes& bytes, std::string_view token, const std::function<bool(std::string_view)>& and_then) {
    for (std::int64_t at = 0; at < bytes.size(); at += static_cast<std::int64_t>(piece_bytes - overlap_bytes)) {
        const std::string piece = bytes.piece(at, piece_bytes);
        for (std::size_t place = piece.find(token); place != std::string::npos; place = piece.find(token, place + 1))
            if (and_then(std::string_view(piece).substr(place + token.size(), overlap_bytes - token.size()))) return true;
        if (piece.size() < piece_bytes) break;
    }
    return false;
}

// "/Encrypt 5 0 R" or "/Encrypt<<": not /EncryptMetadata, and not the word in a text.
bool is_reference(std::string_view behind) {
    const std::size_t first = behind.find_first_not_of(" \r\n\t\f"sv);
    if (first == std::string_view::npos) return false;
    return behind.substr(first).starts_with("<<") || (first > 0 && behind[first] >= '0' && behind[first] <= '9');
}

bool is_png(Bytes& bytes, std::string_view begin) {
    return begin.size() >= 33 && begin.substr(12, 4) == "IHDR" && u32_be(begin, 16) > 0 && u32_be(begin, 20) > 0 && bytes.size() > 33;
}

bool is_jpeg(std::string_view begin) { return begin.size() >= 4 && byte_at(begin, 3) >= 0xc0 && byte_at(begin, 3) < 0xff; }

bool is_webp(Bytes& bytes, std::string_view begin) {
    return begin.size() >= 16 && static_cast<std::int64_t>(u32(begin, 4)) + 8 <= bytes.size() + 1 && begin.substr(12, 3) == "VP8";
}

bool is_tiff(Bytes& bytes, std::string_view begin) {
    if (begin.size() < 8) return false;
    const std::int64_t list_at = begin[0] == 'I' ? u32(begin, 4) : u32_be(begin, 4);
    return list_at >= 8 && list_at + 2 <= bytes.size();
}

// ISO base media: HEIC, MP4, QuickTime, told apart by brand.
std::optional<Bestandssoort> of_brands(std::string_view box) {
    const auto is_one_of = [](std::string_view brand, std::initializer_list<std::string_view> list) {
        return std::find(list.begin(), list.end(), brand) != list.end();
    };
    for (std::size_t at = 8; at + 4 <= box.size(); at += at == 8 ? 8 : 4) {
        const std::string_view brand = box.substr(at, 4);
        if (is_one_of(brand, {"heic", "heix", "heim", "heis", "hevc", "mif1"})) return Bestandssoort::heic;
        if (brand == "qt  ") return Bestandssoort::mov;
        if (is_one_of(brand, {"isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "3gp4", "3gp5"})) return Bestandssoort::mp4;
    }
    return std::nullopt;
}

}  // namespace

bool is_programma(std::string_view begin) {
    for (const auto magic : {"\x7f" "ELF"sv, "\xca\xfe\xba\xbe"sv, "\xfe\xed\xfa\xce"sv, "\xfe\xed\xfa\xcf"sv, "\xce\xfa\xed\xfe"sv, "\xcf\xfa\xed\xfe"sv,
                             "\0asm"sv, "dex\n"sv, "L\0\0\0\x01\x14\x02\0"sv, "FWS"sv, "CWS"sv, "ZWS"sv})
        if (begin.starts_with(magic)) return magic.size() > 3 || begin.find('\0') != std::string_view::npos;
    // "MZ" may also begin a text.
    return begin.starts_with("MZ") && begin.find('\0') != std::string_view::npos;
}

bool is_archief(Bytes& bytes, std::string_view begin) {
    for (const auto magic : {"7z\xbc\xaf\x27\x1c"sv, "Rar!\x1a\x07"sv, "\x1f\x8b"sv, "BZh"sv, "\xfd" "7zXZ\0"sv, "MSCF\0\0\0\0"sv, "\x28\xb5\x2f\xfd"sv,
                             "\x04\x22\x4d\x18"sv, "PK\x05\x06"sv, "PK\x07\x08"sv, "!<arch>\n"sv, "LZIP"sv, "\x1f\x9d"sv})
        if (begin.starts_with(magic)) return magic != "BZh" || (begin.size() > 10 && begin.substr(4, 6) == "1AY&SY");
    if (begin.size() > 262 && begin.substr(257, 5) == "ustar") return true;
    return bytes.piece(0x8001, 5) == "CD001";
}

std::optional<Gekeurd> herken_pdf(Bytes& bytes, std::string_view begin) {
    std::string_view text = begin.starts_with("\xef\xbb\xbf") ? begin.substr(3) : begin;
    while (!text.empty() && (text[0] == '\n' || text[0] == '\r' || text[0] == ' ')) text.remove_prefix(1);
    if (!text.starts_with("%PDF-")) return std::nullopt;
    const std::int64_t tail_at = std::max<std::int64_t>(0, bytes.size() - static_cast<std::int64_t>(pdf_tail_bytes));
    const std::string tail = bytes.piece(tail_at, pdf_tail_bytes);
    if (tail.find("startxref") == std::string::npos) return refuse(Weigering::beschadigd, {"PDF"});
    if (has_token(bytes, "/Encrypt", is_reference)) return refuse(Weigering::versleutelde_pdf);
    return Bestandssoort::pdf;
}

std::optional<Gekeurd> herken_beeld(Bytes& bytes, std::string_view begin) {
    if (begin.starts_with("\x89PNG\r\n\x1a\n")) return whole_or(Bestandssoort::png, is_png(bytes, begin));
    if (begin.starts_with("\xff\xd8\xff")) return whole_or(Bestandssoort::jpeg, is_jpeg(begin));
    if (begin.starts_with("GIF87a") || begin.starts_with("GIF89a")) return whole_or(Bestandssoort::gif, bytes.size() > 13);
    if (begin.starts_with("RIFF") && begin.size() >= 12 && begin.substr(8, 4) == "WEBP") return whole_or(Bestandssoort::webp, is_webp(bytes, begin));
    if (begin.starts_with("II*\0"sv) || begin.starts_with("MM\0*"sv)) return whole_or(Bestandssoort::tiff, is_tiff(bytes, begin));
    if (begin.size() >= 16 && begin.substr(4, 4) == "ftyp") {
        const std::size_t box = u32_be(begin, 0);
        if (box < 16 || box > begin.size()) return refuse(Weigering::onbekend);
        if (const auto soort = of_brands(begin.substr(0, box))) return *soort;
        return refuse(Weigering::onbekend);
    }
    return std::nullopt;
}

// Objects in RTF are programs or files of other programs.
Gekeurd herken_rtf(Bytes& bytes) {
    const auto any = [](std::string_view) { return true; };
    if (has_token(bytes, "\\objdata", any) || has_token(bytes, "\\object", any)) return refuse(Weigering::macros);
    if (trimmed(bytes.piece(std::max<std::int64_t>(0, bytes.size() - 64), 64)).find('}') == std::string_view::npos) return refuse(Weigering::beschadigd, {"RTF"});
    return Bestandssoort::rtf;
}

}  // namespace dichtbij::document
