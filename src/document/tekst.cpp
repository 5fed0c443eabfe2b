#include "document/tekst.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace dichtbij::document {
namespace {

constexpr std::size_t piece_bytes = 64 * 1024;
constexpr std::size_t looked_at_bytes = 2048;
constexpr std::string_view bom = "\xef\xbb\xbf";

std::string_view without_bom(std::string_view text) { return text.starts_with(bom) ? text.substr(bom.size()) : text; }

bool is_control(unsigned char c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7f; }

// Has no character in Windows-1252.
bool is_hole(unsigned char c) { return c == 0x81 || c == 0x8d || c == 0x8f || c == 0x90 || c == 0x9d; }

// Bytes at the end of a piece that may be the begin of a character: at most three.
std::size_t unfinished_bytes(std::string_view piece) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, piece.size()); ++back) {
        const auto c = static_cast<unsigned char>(piece[piece.size() - back]);
        if ((c & 0xc0) == 0x80) continue;
        const std::size_t needed = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc0 ? 2 : 1;
        return needed > back ? back : 0;
    }
    return 0;
}

bool has_field(std::string_view line, std::string_view name) {
    return line.size() > name.size() && line[name.size()] == ':' && lower_ascii(line.substr(0, name.size())) == name;
}

}  // namespace

bool is_tekst(Bytes& bytes) {
    bool can_be_utf8 = true;
    bool can_be_1252 = true;
    for (std::int64_t at = 0; at < bytes.size();) {
        std::string piece = bytes.piece(at, piece_bytes);
        const bool is_last = at + static_cast<std::int64_t>(piece.size()) >= bytes.size();
        if (!is_last) piece.resize(piece.size() - unfinished_bytes(piece));
        if (piece.empty()) return false;
        for (const char c : piece) {
            if (is_control(static_cast<unsigned char>(c))) return false;
            if (is_hole(static_cast<unsigned char>(c))) can_be_1252 = false;
        }
        can_be_utf8 = can_be_utf8 && is_utf8(piece);
        if (!can_be_utf8 && !can_be_1252) return false;
        at += static_cast<std::int64_t>(piece.size());
    }
    return true;
}

bool is_opmaaktaal(std::string_view begin) {
    const std::string text = lower_ascii(without_bom(begin).substr(0, looked_at_bytes));
    const std::string_view first = trimmed(text);
    if (first.size() > 1 && first[0] == '<' && (first[1] == '!' || first[1] == '?' || first[1] == '%' || (first[1] >= 'a' && first[1] <= 'z'))) return true;
    for (const char* tag : {"<html", "<script", "<svg", "<!doctype", "<iframe", "<object", "<embed", "<?php", "javascript:"})
        if (text.find(tag) != std::string::npos) return true;
    return false;
}

bool is_script(std::string_view begin) {
    const std::string text = lower_ascii(trimmed(without_bom(begin).substr(0, looked_at_bytes)));
    for (const char* start : {"#!", "@echo off", "#requires", "<%", "<job", "{\"script"})
        if (text.starts_with(start)) return true;
    return false;
}

bool is_mail(std::string_view begin) {
    std::string_view rest = without_bom(begin);
    bool tells_who = false;
    for (int lines = 0; !rest.empty() && lines < 200; ++lines) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        if (line.empty()) break;
        if (line[0] == ' ' || line[0] == '\t') continue;
        const std::size_t colon = line.find(':');
        const bool is_field = colon != std::string_view::npos && colon > 0 && line.substr(0, colon).find(' ') == std::string_view::npos;
        if (!is_field && lines > 0 && end != std::string_view::npos) return false;
        if (!is_field && lines == 0 && !line.starts_with("From ")) return false;
        for (const char* name : {"from", "received", "date", "return-path", "message-id", "mime-version"})
            tells_who = tells_who || has_field(line, name);
    }
    return tells_who;
}

}  // namespace dichtbij::document
