#include "document/testing.h"

#include <zlib.h>

#include "document/hash.h"

namespace dichtbij::document::testing {
namespace {

std::string low_first(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xff);
    return text;
}

std::string deflated(const std::string& plain) {
    z_stream stream{};
    CHECK_THAT(deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string packed(deflateBound(&stream, plain.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    CHECK_THAT(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string office(const std::string& main_part, const std::string& type) {
    return zip({{"[Content_Types].xml", "<Types><Override PartName=\"/" + main_part + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + type + ".main+xml\"/></Types>"},
                {main_part, "<document>Beste mevrouw Idrissi</document>"},
                {"docProps/app.xml", "<Properties/>"}});
}

class OwnedBytes final : public Bytes {
  public:
    explicit OwnedBytes(std::string text) : text_(std::move(text)) {}
    std::int64_t size() const override { return static_cast<std::int64_t>(text_.size()); }
    std::size_t read(std::int64_t at, std::span<char> into) override { return MemoryBytes(text_).read(at, into); }

  private:
    std::string text_;
};

}  // namespace

std::string zip(const std::vector<Deel>& parts) {
    std::string bytes;
    std::string list;
    for (const Deel& part : parts) {
        const std::string packed = part.pakken == Pakken::klein ? deflated(part.inhoud) : part.inhoud;
        const auto crc = crc32(crc32(0, nullptr, 0), reinterpret_cast<const Bytef*>(part.inhoud.data()), static_cast<uInt>(part.inhoud.size()));
        const std::string shared = low_first(part.is_versleuteld ? 1 : 0, 2) + low_first(part.pakken == Pakken::klein ? 8 : 0, 2) + std::string(4, '\0') + low_first(crc, 4) +
                                   low_first(packed.size(), 4) + low_first(part.inhoud.size(), 4) + low_first(part.naam.size(), 2) + low_first(0, 2);
        list += "PK\x01\x02" + low_first(20, 2) + low_first(20, 2) + shared + std::string(10, '\0') + low_first(bytes.size(), 4) + part.naam;
        bytes += "PK\x03\x04" + low_first(20, 2) + shared + part.naam + packed;
    }
    return bytes + list + "PK\x05\x06" + std::string(4, '\0') + low_first(parts.size(), 2) + low_first(parts.size(), 2) + low_first(list.size(), 4) + low_first(bytes.size(), 4) +
           std::string(2, '\0');
}

std::string pdf() {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n"
           "0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n";
}

std::string png() {
    static constexpr unsigned char bytes[] = {0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89,
                                              0, 0, 0, 0x0d, 'I', 'D', 'A', 'T', 0x78, 0x9c, 0x63, 0x60, 0x60, 0xf8, 0xcf, 0, 0, 2, 2, 1, 0, 0x7b, 9, 0x81, 0x78,
                                              0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82};
    return {reinterpret_cast<const char*>(bytes), sizeof(bytes)};
}

std::string jpeg() { return std::string("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9", 22); }
std::string docx() { return office("word/document.xml", "wordprocessingml.document"); }
std::string xlsx() { return office("xl/workbook.xml", "spreadsheetml.sheet"); }

std::string odt() {
    return zip({{"mimetype", "application/vnd.oasis.opendocument.text", Pakken::zo}, {"content.xml", "<office:document-content/>"}, {"META-INF/manifest.xml", "<manifest:manifest/>"}});
}

std::string ole(const std::vector<std::string>& names) {
    std::string header = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(16, '\0') + low_first(0x3e, 2) + low_first(3, 2) + low_first(0xfffe, 2) + low_first(9, 2) + low_first(6, 2);
    header += std::string(10, '\0') + low_first(1, 4) + low_first(1, 4) + std::string(24, '\xff');
    header.resize(76, '\xff');
    header += low_first(0, 4);  // the table is sector 0, the directory sector 1
    header.resize(512, '\xff');
    std::string table = low_first(0xfffffffd, 4) + low_first(0xfffffffe, 4);
    table.resize(512, '\xff');
    std::string directory;
    for (const std::string& name : names) {
        std::string entry;
        for (const char c : name) entry += std::string(1, c) + '\0';
        entry.resize(64, '\0');
        entry += low_first(2 * (name.size() + 1), 2);
        entry.resize(128, '\0');
        directory += entry;
    }
    directory.resize(512, '\0');
    return header + table + directory;
}

Opgeslagen MemoryFiles::put(Id<Bestand> id, Bytes& from) {
    files[id] = from.piece(0, static_cast<std::size_t>(from.size()));
    Sha256 hash;
    hash.add(files[id]);
    return {id, from.size(), hash.result()};
}

std::unique_ptr<Bytes> MemoryFiles::open(Id<Bestand> id) {
    const auto found = files.find(id);
    return found == files.end() ? nullptr : std::make_unique<OwnedBytes>(found->second);
}

void MemoryFiles::each(const std::function<void(Id<Bestand>)>& use) {
    const auto copy = files;
    for (const auto& [id, bytes] : copy) use(id);
}

}  // namespace dichtbij::document::testing
