#include "document/bestandsnaam.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/text.h"

namespace dichtbij::document::bestandsnaam_test {
namespace {

// Points of code that trouble makers use, among plain ones.
std::string nasty_name() {
    const auto points = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::oneOf(
        rc::gen::inRange<std::uint32_t>(0, 0x80), rc::gen::inRange<std::uint32_t>(0x80, 0x3000), rc::gen::inRange<std::uint32_t>(0x1F000, 0x1FB00),
        rc::gen::element<std::uint32_t>('/', '\\', '.', '.', ' ', 0x202E, 0x2066, 0x200F, 0x061C, 0xFEFF, 0x2028, 0xFF0F, 0x2044, 0xE0001, 0xE000, 0xFFFF, 0x00AD)));
    icu::UnicodeString text;
    for (const std::uint32_t point : points)
        if (point < 0xD800 || point > 0xDFFF) text.append(static_cast<UChar32>(point));
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

void hold_clean(const std::string& name) {
    RC_ASSERT(!name.empty());
    RC_ASSERT(is_utf8(name));
    RC_ASSERT(length_in_characters(name) <= bestandsnaam_limit);
    RC_ASSERT(name.find_first_of("/\\") == std::string::npos);
    RC_ASSERT(name.front() != '.' && name.front() != ' ' && name.back() != ' ' && name.back() != '.');
    const auto text = icu::UnicodeString::fromUTF8(name);
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 c = text.char32At(at);
        RC_ASSERT(!u_iscntrl(c));
        RC_ASSERT(!u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL));
        RC_ASSERT(u_charType(c) != U_FORMAT_CHAR && u_charType(c) != U_LINE_SEPARATOR && u_charType(c) != U_PARAGRAPH_SEPARATOR);
    }
}

}  // namespace

TEST_CASE("a file name keeps what a person wrote and loses what would harm") {
    struct Row {
        const char* claimed;
        const char* name;
    };
    for (const Row& row : {
             Row{"Aanvraag kapvergunning.pdf", "Aanvraag kapvergunning.pdf"},
             Row{"C:\\Users\\fatima\\boom.jpg", "boom.jpg"},
             Row{"../../etc/passwd", "passwd"},
             Row{"map/", "document"},
             Row{"", "document"},
             Row{"...", "document"},
             Row{".htaccess", "htaccess"},
             Row{"factuur\xE2\x80\xAEgpj.exe", "factuurgpj.exe"},           // right-to-left override
             Row{"a\xE2\x80\x8B" "b\xEF\xBB\xBF.txt", "ab.txt"},            // zero width
             Row{"regel\r\nX-Kop: kwaad.txt", "regelX-Kop- kwaad.txt"},
             Row{"vraag?*<b>.pdf", "vraag---b-.pdf"},
             Row{"caf\xC3\xA9 \xF0\x9F\x8C\xB3.png", "caf\xC3\xA9 \xF0\x9F\x8C\xB3.png"},
             Row{"caf\xE9.png", "caf_.png"},                                  // not UTF-8
             Row{"CON.pdf", "_CON.pdf"},
             Row{"com1", "_com1"},
             Row{"conclusie.pdf", "conclusie.pdf"},
             Row{"a\xEF\xBC\x8F" "b.pdf", "b.pdf"},                          // a slash of full width
         }) {
        CAPTURE(row.claimed);
        CHECK(cleaned_bestandsnaam(row.claimed) == row.name);
    }
}

TEST_CASE("a long name is cut in its middle and keeps its extension") {
    const std::string name = cleaned_bestandsnaam(std::string(300, 'a') + ".docx");
    CHECK(length_in_characters(name) == bestandsnaam_limit);
    CHECK(name.ends_with("a.docx"));
    CHECK(length_in_characters(cleaned_bestandsnaam(std::string(300, 'b'))) == bestandsnaam_limit);
}

TEST_CASE("a name without the right extension gets one") {
    CHECK(bestandsnaam_of("scan", Bestandssoort::pdf) == "scan.pdf");
    CHECK(bestandsnaam_of("SCAN.PDF", Bestandssoort::pdf) == "SCAN.PDF");
    CHECK(bestandsnaam_of("foto.jpeg", Bestandssoort::jpeg) == "foto.jpeg");
    CHECK(bestandsnaam_of("brief 12.3", Bestandssoort::docx) == "brief 12.3.docx");
    CHECK(bestandsnaam_of("", Bestandssoort::png) == "document.png");
    CHECK(extensie_of("a.tar.gz") == "gz");
    CHECK(extensie_of("geen") == "");
    CHECK(extensie_of("punt.") == "");
}

TEST_CASE("whatever is claimed, a cleaned name is never empty and holds no separator, control or bidi character") {
    rc::check([] {
        const std::string claimed = nasty_name();
        const std::string name = cleaned_bestandsnaam(claimed);
        hold_clean(name);
        RC_ASSERT(cleaned_bestandsnaam(name) == name);
        hold_clean(bestandsnaam_of(claimed, Bestandssoort::xlsx));
    });
    rc::check([] { hold_clean(cleaned_bestandsnaam(*rc::gen::arbitrary<std::string>())); });
}

}  // namespace dichtbij::document::bestandsnaam_test
