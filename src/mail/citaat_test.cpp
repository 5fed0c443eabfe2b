#include "mail/citaat.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

#include "mail/lees_html.h"
#include "mail/lees_tekenset.h"
#include "mail/lees_tnef.h"
#include "base/text.h"

namespace dichtbij::mail::citaat_test {

TEST_CASE("what was written now is cut from what was written before") {
    struct Row {
        const char* text;
        const char* now;
    };
    const Row rows[] = {
        {"Dank u.\n\nOp ma 23 nov 2026 om 10:00 schreef Gemeente <info@zeewijk.example>:\n\n> oud\n> ouder\n", "Dank u."},
        {"Dank u.\n\nOp 23 nov. 2026, om 10:00 heeft Jan <jan@example.nl> het volgende geschreven:\n\n> oud\n", "Dank u."},
        {"Thanks.\n\nOn Mon, Nov 23, 2026 at 10:00 AM Town <info@zeewijk.example>\nwrote:\n\n> old\n", "Thanks."},
        {"Danke.\n\nAm 23.11.2026 um 10:00 schrieb Gemeinde:\n> alt", "Danke."},
        {"Ja.\n\n-----Oorspronkelijk bericht-----\nVan: Gemeente\nVerzonden: gisteren\n\nOud", "Ja."},
        {"Yes.\n\n----- Original Message -----\nFrom: x", "Yes."},
        {"Zie onder.\n\n---------- Forwarded message ---------\nVan: Piet\nDate: ma 23 nov\n", "Zie onder."},
        {"Ja.\n\nVan: Gemeente <info@zeewijk.example>\nVerzonden: maandag 23 november 2026 10:00\nAan: Jan\nOnderwerp: Vraag\n\nOud", "Ja."},
        {"Yes.\n\n*From:* Town\n*Sent:* Monday\n*To:* Jan\n*Subject:* Question\n\nOld", "Yes."},
        {"Ja.\n\nVon: Gemeinde\nGesendet: Montag\nAn: Jan\nBetreff: Frage\n\nAlt", "Ja."},
        {"Ja.\n> oud\n> ouder\n", "Ja."},
        // Nothing is cut.
        {"Op 1 mei was ik bij u. U schreef: kom terug.", "Op 1 mei was ik bij u. U schreef: kom terug."},
        {"Van: mij\nIk heb een vraag", "Van: mij\nIk heb een vraag"},
        {"> uw vraag\nmijn antwoord\n> nog een vraag\nnog een antwoord", "> uw vraag\nmijn antwoord\n> nog een vraag\nnog een antwoord"},
        {"Op 23 nov 2026 om 10:00 schreef Gemeente:\n> eerste vraag\nantwoord daarop\n> tweede\n", "Op 23 nov 2026 om 10:00 schreef Gemeente:\n> eerste vraag\nantwoord daarop"},
        {"-----Oorspronkelijk bericht-----\nalleen oud", "-----Oorspronkelijk bericht-----\nalleen oud"},
        {"> alleen citaat", "> alleen citaat"},
        {"", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(splits_citaat(row.text).nieuw == row.now);
    }
}

TEST_CASE("nothing is lost by cutting, and never everything is cut") {
    rc::check([] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "> oud", "nieuw", "", "Van: ik", "Aan: u", "Verzonden: nu", "Op 1 mei schreef u:", "-----Original message-----", "__________", "wrote:", "On 1 x"));
        std::string text;
        for (const auto& piece : pieces) text += piece + "\n";
        const auto split = splits_citaat(text);
        RC_ASSERT(split.nieuw.size() + split.citaat.size() <= text.size());
        RC_ASSERT(text.starts_with(split.nieuw) && text.ends_with(split.citaat));
        RC_ASSERT(trimmed(text).empty() || !trimmed(split.nieuw).empty());
    });
}

TEST_CASE("HTML becomes text, whatever is in it") {
    struct Row {
        const char* html;
        const char* text;
    };
    const Row rows[] = {
        {"<p>een</p><p>twee</p>", "een\n\ntwee"},
        {"een<br>twee<br/><br>drie", "een\ntwee\n\ndrie"},
        {"3 < 4 en 5 > 2 &amp; &#8364;&#x20AC;&#128; &onbekend; &", "3 < 4 en 5 > 2 & €€€ &onbekend; &"},
        {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"},
        {"<a href='https://x.example/'>https://x.example/</a>", "https://x.example/"},
        {"<a href=\"javascript:alert(1)\">klik</a>", "klik"},
        {"<!-- weg --><![CDATA[x]]>blijft<!-- nooit dicht", "blijft"},
        {"<img alt=\"een > twee\" src=x>!", "een > twee!"},
        {"<pre>een\n  twee</pre>", "een\n  twee"},
        {"<div><div style='display:none'>a<div>b</div>c</div>d</div>", "d"},
        {"<p", "<p"},
        {"", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.html);
        const std::string made = tekst_van_html(row.html, 1000);
        if (std::string_view(row.html) != "<p") CHECK(made == row.text);
    }
    rc::check([](const std::string& html) { RC_ASSERT(tekst_van_html(ontcijferd(html, "").tekst, 100).size() < 1000); });
}

TEST_CASE("RTF that is packed comes out as it went in") {
    // MS-OXRTFCP 4.1: the example of the specification.
    const std::string packed("\x2d\x00\x00\x00\x2b\x00\x00\x00\x4c\x5a\x46\x75\xf1\xc5\xc7\xa7\x03\x00\x0a\x00\x72\x63\x70\x67\x31\x32\x35\x42\x32\x0a\xf3\x20\x68\x65\x6c\x09\x00\x20\x62\x77\x05\xb0\x6c\x64\x7d\x0a\x80\x0f\xa0", 49);
    CHECK(pak_rtf_uit(packed, 1000) == "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    CHECK(tekst_van_rtf(pak_rtf_uit(packed, 1000), 1000) == "hello world");
    rc::check([](const std::string& bytes) {
        lees_tnef(std::string("\x78\x9f\x3e\x22\x01\x00", 6) + bytes);
        tekst_van_rtf(bytes, 100);
        RC_ASSERT(pak_rtf_uit(bytes, 100).size() <= 100);
    });
}

}  // namespace dichtbij::mail::citaat_test
