#include "app/demo_bijlagen.h"

#include <array>
#include <cstdint>

#include "base/text.h"

namespace dichtbij::app::demo {
namespace {

// As the standard fonts of PDF know them (WinAnsi).
std::string in_latin(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            if (lead == '(' || lead == ')' || lead == '\\') out += '\\';
            out += text[i];
        } else if ((lead == 0xc2 || lead == 0xc3) && i + 1 < text.size()) {
            out += static_cast<char>(((lead & 3) << 6) | (static_cast<unsigned char>(text[++i]) & 0x3f));
        } else {
            while (i + 1 < text.size() && (static_cast<unsigned char>(text[i + 1]) & 0xc0) == 0x80) ++i;
        }
    }
    return out;
}

std::string page_of(const std::vector<std::string>& regels) {
    std::string page = "BT\n/F1 16 Tf\n72 770 Td\n18 TL\n";
    bool first = true;
    for (const std::string& regel : regels) {
        page += "(" + in_latin(regel) + ") Tj T*\n";
        if (first) page += "/F1 11 Tf T*\n";
        first = false;
    }
    return page + "ET\n";
}

void add_number(std::string& to, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) to += static_cast<char>((value >> shift) & 0xff);
}

std::uint32_t crc_of(std::string_view bytes) {
    std::uint32_t crc = 0xffffffff;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320u : 0u);
    }
    return ~crc;
}

std::uint32_t adler_of(std::string_view bytes) {
    std::uint32_t a = 1, b = 0;
    for (const char c : bytes) {
        a = (a + static_cast<unsigned char>(c)) % 65521;
        b = (b + a) % 65521;
    }
    return (b << 16) | a;
}

void add_chunk(std::string& to, std::string_view kind, const std::string& data) {
    add_number(to, static_cast<std::uint32_t>(data.size()));
    const std::string checked = std::string(kind) + data;
    to += checked;
    add_number(to, crc_of(checked));
}

// zlib without packing: one stored block holds up to 65,535 bytes.
std::string stored(const std::string& raw) {
    std::string out("\x78\x01\x01", 3);
    const auto size = static_cast<std::uint16_t>(raw.size());
    for (const std::uint16_t number : {size, static_cast<std::uint16_t>(~size)}) {
        out += static_cast<char>(number & 0xff);
        out += static_cast<char>(number >> 8);
    }
    out += raw;
    add_number(out, adler_of(raw));
    return out;
}

}  // namespace

std::string pdf_van(const std::vector<std::string>& regels) {
    const std::string page = page_of(regels);
    const std::array<std::string, 5> parts{
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + std::to_string(page.size()) + " >>\nstream\n" + page + "endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
    std::string pdf = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
    std::string table = "xref\n0 6\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string at = std::to_string(pdf.size());
        table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        pdf += std::to_string(i + 1) + " 0 obj\n" + parts[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(pdf.size());
    return pdf + table + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string png_van(Toeval& toeval) {
    constexpr std::uint32_t width = 96, height = 64;
    std::string raw;
    std::array<std::array<char, 3>, 4> stripes{};
    for (auto& stripe : stripes)
        for (char& value : stripe) value = static_cast<char>(toeval.between(60, 220));
    for (std::uint32_t y = 0; y < height; ++y) {
        raw += '\0';
        for (std::uint32_t x = 0; x < width; ++x) {
            const auto& stripe = stripes[(x / 24 + y / 16) % stripes.size()];
            raw.append(stripe.data(), stripe.size());
        }
    }
    std::string png("\x89PNG\r\n\x1a\n", 8);
    std::string head;
    add_number(head, width);
    add_number(head, height);
    head += std::string("\x08\x02\x00\x00\x00", 5);
    add_chunk(png, "IHDR", head);
    add_chunk(png, "IDAT", stored(raw));
    add_chunk(png, "IEND", "");
    return png;
}

}  // namespace dichtbij::app::demo
