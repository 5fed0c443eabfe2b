#include "document/inhoud.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "document/testing.h"
#include "document/zip.h"

namespace dichtbij::document::inhoud_test {
namespace {

using namespace std::string_literals;
using testing::Deel;
using testing::Pakken;

// The kind, or the reason of the refusal with its args.
std::string judged(const std::string& content, std::string_view name, const Inhoudsgrenzen& grenzen = {}) {
    MemoryBytes bytes(content);
    const auto found = keur(bytes, name, grenzen);
    if (found) return std::string(gegevens(*found).naam);
    std::string text = boost::describe::enum_to_string(found.error().reden, "");
    for (const std::string& arg : found.error().args) text += " " + arg;
    return text;
}

std::vector<Deel> docx_parts() {
    return {{"[Content_Types].xml", "wordprocessingml.document.main+xml"}, {"word/document.xml", "<w:document/>"}};
}

std::string docx_with(Deel extra) {
    auto parts = docx_parts();
    parts.push_back(std::move(extra));
    return testing::zip(parts);
}

std::string ftyp(const std::string& brand) { return "\0\0\0\x18" "ftyp"s + brand + "\0\0\0\0"s + brand + "xxxx" + std::string(40, 'm'); }

}  // namespace

TEST_CASE("a kind is found in the content") {
    struct Row {
        std::string name;
        std::string content;
        std::string expected;
    };
    const Row rows[] = {
        {"a.pdf", testing::pdf(), "PDF"},
        {"scan", testing::pdf(), "PDF"},
        {"a.pdf", "\n\n" + testing::pdf(), "PDF"},
        {"a.png", testing::png(), "PNG"},
        {"a.jpg", testing::jpeg(), "JPEG"},
        {"a.JPEG", testing::jpeg(), "JPEG"},
        {"a.gif", "GIF89a" + std::string(20, 1), "GIF"},
        {"a.webp", "RIFF\x18\0\0\0WEBPVP8 "s + std::string(16, 0), "WebP"},
        {"a.tif", "II*\0\x08\0\0\0\x01\0"s, "TIFF"},
        {"a.tiff", "MM\0*\0\0\0\x08\0\x01"s, "TIFF"},
        {"IMG_1.HEIC", ftyp("heic"), "HEIC"},
        {"a.mp4", ftyp("isom"), "MP4"},
        {"a.mov", ftyp("qt  "), "QuickTime"},
        {"a.txt", "Beste gemeente,\r\n\tde boom \xe2\x82\xac 5", "TXT"},
        {"a.txt", "caf\xe9 van Windows \x80 5", "TXT"},
        {"a.txt", "MZ is de afkorting", "TXT"},
        {"notities", "los", "TXT"},
        {"lijst.csv", "naam;bedrag\nboom;5\n", "CSV"},
        {"a.rtf", "{\\rtf1\\ansi Beste}", "RTF"},
        {"a.docx", testing::docx(), "Word"},
        {"a.xlsx", testing::xlsx(), "Excel"},
        {"a.odt", testing::odt(), "ODT"},
        {"a.eml", "Received: by mx\r\nFrom: fatima@example.nl\r\nSubject: boom\r\n\r\n<html>Hallo</html>", "EML"},
        {"a.msg", testing::ole({"Root Entry", "__properties_version1.0"}), "Outlook"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(judged(row.content, row.name) == row.expected);
    }
}

TEST_CASE("what a gemeente cannot take is refused for its own reason") {
    struct Row {
        std::string name;
        std::string content;
        std::string expected;
    };
    const Row rows[] = {
        {"a.pdf", "", "leeg"},
        {"a.exe", "MZ\x90\0\x03\0"s, "programma"},
        {"foto.jpg", "MZ\x90\0\x03\0"s, "programma"},
        {"a", "\x7f" "ELF\x02\x01\0"s, "programma"},
        {"a.txt", "#!/bin/sh\nrm -rf /\n", "programma"},
        {"a.js", "alert(1)", "programma"},
        {"a.bat", "dir", "programma"},
        {"a.html", "Hallo", "webpagina"},
        {"a.txt", "\xef\xbb\xbf  <!DOCTYPE html><p>", "webpagina"},
        {"a.txt", "Hallo <script>alert(1)</script>", "webpagina"},
        {"a.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>", "webpagina"},
        {"a.xml", "<?xml version='1.0'?><a/>", "webpagina"},
        {"a.zip", testing::zip({{"a.txt", "los"}}), "archief"},
        {"a.docx", testing::zip({{"a.txt", "los"}}), "archief"},
        {"a.7z", "7z\xbc\xaf\x27\x1c\0\x04"s, "archief"},
        {"a.gz", "\x1f\x8b\x08\0"s, "archief"},
        {"a.rar", "Rar!\x1a\x07\x01\0"s, "archief"},
        {"a.tar", "naam" + std::string(253, '\0') + "ustar\0"s + std::string(300, '\0'), "archief"},
        {"a.zip", testing::zip({{"a.txt", "los", Pakken::klein, true}}), "versleuteld_archief"},
        {"a.pdf", testing::pdf() + "trailer<</Encrypt 5 0 R>>", "versleutelde_pdf"},
        {"a.docx", testing::ole({"Root Entry", "EncryptionInfo", "EncryptedPackage"}), "versleuteld_document"},
        {"a.odt", testing::zip({{"mimetype", "application/vnd.oasis.opendocument.text", Pakken::zo}, {"META-INF/manifest.xml", "<manifest:encryption-data/>"}}), "versleuteld_document"},
        {"a.docm", docx_with({"word/vbaProject.bin", "x"}), "macros"},
        {"a.docx", docx_with({"word/vbaProject.bin", "x"}), "macros"},
        {"a.docm", testing::docx(), "macros"},
        {"a.odt", testing::zip({{"mimetype", "application/vnd.oasis.opendocument.text", Pakken::zo}, {"META-INF/manifest.xml", "-"}, {"Basic/Standard/Module1.xml", "-"}}), "macros"},
        {"a.rtf", "{\\rtf1{\\object\\objdata 0105}}", "macros"},
        {"a.doc", testing::ole({"Root Entry", "WordDocument"}), "oud_office"},
        {"a.msg", testing::ole({"Root Entry", "Workbook"}), "oud_office"},
        {"a.pdf", "%PDF-1.7 en dan niets", "beschadigd PDF"},
        {"a.png", "\x89PNG\r\n\x1a\n" + std::string(40, 'x'), "beschadigd PNG"},
        {"a.docx", testing::docx().substr(0, 200), "beschadigd ZIP"},
        {"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "beschadigd Office"},
        {"a.pdf", testing::png(), "naam_klopt_niet PDF PNG"},
        {"a.png", testing::pdf(), "naam_klopt_niet PNG PDF"},
        {"a.docx", testing::xlsx(), "naam_klopt_niet Word Excel"},
        {"a.jpg", "gewoon tekst", "naam_klopt_niet JPEG TXT"},
        {"a.eml", "gewoon tekst", "naam_klopt_niet EML TXT"},
        {"a.txt", "tekst met \x01 erin", "onbekend"},
        {"a.txt", std::string("nul\0nul", 7), "onbekend"},
        {"a.csv", "\xff\xfe" "a\0b\0"s, "onbekend"},
        {"a.txt", "geen van beide \x81\xe9", "onbekend"},
        {"a.bin", "\x01\x02\x03\x04", "onbekend"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CAPTURE(row.expected);
        CHECK(judged(row.content, row.name) == row.expected);
    }
}

TEST_CASE("a word in a PDF is not taken for a password") {
    CHECK(judged(testing::pdf() + "<</EncryptMetadata false>>", "a.pdf") == "PDF");
    CHECK(judged(testing::pdf() + "(over /Encrypt in tekst)", "a.pdf") == "PDF");
    CHECK(judged(testing::pdf() + std::string(400'000, ' ') + "<</Encrypt<</Filter/Standard>>>> startxref", "a.pdf") == "versleutelde_pdf");
}

TEST_CASE("a file above the limit is refused with the limit") {
    Inhoudsgrenzen grenzen;
    grenzen.bestand_bytes = 2 * mebibyte;
    CHECK(judged(std::string(2 * mebibyte, 'a'), "a.txt", grenzen) == "TXT");
    CHECK(judged(std::string(2 * mebibyte + 1, 'a'), "a.txt", grenzen) == "te_groot 2");
}

TEST_CASE("a zip bomb is refused by what it claims, by what it holds, and by parts that overlap") {
    Inhoudsgrenzen grenzen;
    grenzen.uitgepakt_bytes = mebibyte;
    const std::string large(2 * mebibyte, 'a');
    CHECK(judged(docx_with({"word/groot.xml", large}), "a.docx", grenzen) == "zipbom");
    CHECK(judged(docx_with({"word/groot.xml", large}), "a.docx") == "Word");
    grenzen = {};
    grenzen.verhouding_vanaf_bytes = mebibyte;
    CHECK(judged(docx_with({"word/groot.xml", large}), "a.docx", grenzen) == "zipbom");
    // The list claims less than there is.
    std::string lying = docx_with({"word/groot.xml", large});
    const std::size_t list = lying.rfind("word/groot.xml") - 46;
    for (int i = 0; i < 4; ++i) lying[list + 24 + static_cast<std::size_t>(i)] = i == 0 ? 10 : 0;
    CHECK(judged(lying, "a.docx") == "zipbom");
    // Two parts at one place.
    std::string shared = docx_with({"word/a.xml", "inhoud"});
    const std::size_t place = shared.rfind("word/a.xml") - 46 + 42;
    for (std::size_t i = 0; i < 4; ++i) shared[place + i] = 0;
    CHECK(judged(shared, "a.docx") == "zipbom");
    grenzen = {};
    grenzen.zip_delen = 2;
    CHECK(judged(docx_with({"word/a.xml", "x"}), "a.docx", grenzen) == "zipbom");
}

TEST_CASE("a damaged part, a double name, bytes before or behind the zip: damaged") {
    std::string flipped = testing::zip({{"[Content_Types].xml", "wordprocessingml.document.main+xml"}, {"word/document.xml", "de inhoud hier", Pakken::zo}});
    flipped[flipped.find("inhoud")] = 'X';
    CHECK(judged(flipped, "a.docx") == "beschadigd Word");
    CHECK(judged(docx_with({"word/document.xml", "nog een"}), "a.docx") == "beschadigd ZIP");
    CHECK(judged(testing::docx() + "erachter", "a.docx") == "beschadigd ZIP");
    CHECK(judged("ervoor" + testing::docx(), "a.docx") == "onbekend");
    CHECK(judged(testing::docx().substr(0, 60), "a.docx") == "beschadigd ZIP");
}

TEST_CASE("any cut or changed byte of a file is judged without harm") {
    rc::check([] {
        const std::string whole = *rc::gen::element(testing::docx(), testing::odt(), testing::pdf(), testing::ole({"Root Entry", "__properties_version1.0"}));
        std::string content = whole.substr(0, *rc::gen::inRange<std::size_t>(0, whole.size() + 1));
        if (!content.empty()) content[*rc::gen::inRange<std::size_t>(0, content.size())] = *rc::gen::arbitrary<char>();
        judged(content, "a.docx");
    });
}

TEST_CASE("a character that lies across two pieces of a large text is read as one") {
    for (std::size_t shift = 0; shift < 4; ++shift) {
        const std::string text = std::string(64 * 1024 - shift, 'a') + "\xf0\x9f\x8c\xb3\xe2\x82\xac\x81";
        CHECK(judged(text.substr(0, text.size() - 1), "a.txt") == "TXT");
        CHECK(judged(text, "a.txt") == "onbekend");
    }
}

}  // namespace dichtbij::document::inhoud_test
