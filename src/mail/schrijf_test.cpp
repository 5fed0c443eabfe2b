#include "mail/schrijf.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace dichtbij::mail::schrijf_test {
namespace {

NieuweMail example() {
    NieuweMail mail;
    mail.van = {"Gemeente Oeverland", "post@oeverland.example"};
    mail.aan = {"", "fatima@voorbeeld.example"};
    mail.onderwerp = "Uw antwoord komt vrijdag";
    mail.tekst = "Beste Fatima,\n\nHet wordt vrijdag.";
    mail.message_id = "0193abc@oeverland.example";
    mail.op = *parse_instant("2026-11-23T20:05:09Z");
    return mail;
}

std::string written(const NieuweMail& mail) {
    auto made = schrijf(mail);
    REQUIRE(made);
    return *made;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// Every line ends in CRLF, is short and in seven bits; returns the longest.
std::size_t longest_line(const std::string& text) {
    std::size_t longest = 0, at = 0;
    while (at < text.size()) {
        const std::size_t end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        const std::string_view line = std::string_view(text).substr(at, end - at);
        CHECK(std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\r' && c != '\n' && c != '\0'; }));
        longest = std::max(longest, line.size());
        at = end + 2;
    }
    return longest;
}

}  // namespace

TEST_CASE("a mail has the headers that readers and machines ask for, and its words") {
    const std::string text = written(example());
    for (const char* part : {"Date: Mon, 23 Nov 2026 20:05:09 +0000\r\n", "From: Gemeente Oeverland <post@oeverland.example>\r\n", "To: fatima@voorbeeld.example\r\n",
                             "Subject: Uw antwoord komt vrijdag\r\n", "Message-ID: <0193abc@oeverland.example>\r\n", "Auto-Submitted: auto-generated\r\n",
                             "X-Auto-Response-Suppress: ", "MIME-Version: 1.0\r\n", "Content-Type: text/plain; charset=utf-8\r\n", "\r\n\r\nBeste Fatima,\r\n\r\nHet wordt vrijdag.\r\n"})
        CHECK_MESSAGE(has(text, part), part);
    CHECK_FALSE(has(text, "In-Reply-To"));
    CHECK_FALSE(has(text, "List-"));
    CHECK(longest_line(text) <= 78);
}

TEST_CASE("what a person wrote is not marked as made by a machine, an answer of a machine is") {
    NieuweMail mail = example();
    mail.automatisch = Automatisch::nee;
    CHECK_FALSE(has(written(mail), "Auto-"));
    mail.automatisch = Automatisch::antwoord;
    CHECK(has(written(mail), "Auto-Submitted: auto-replied\r\n"));
}

TEST_CASE("no field can begin a header of its own") {
    NieuweMail mail = example();
    mail.onderwerp = "Hallo\r\nBcc: iedereen@voorbeeld.example\r\n\r\nTekst";
    mail.van.naam = "Gemeente\r\nBcc: een@voorbeeld.example";
    mail.antwoord_op = "x@y>\r\nBcc: twee@voorbeeld.example";
    mail.verwijzingen = {"goed@voorbeeld.example", "slecht\r\nBcc: drie@voorbeeld.example"};
    mail.merk = "a\r\nBcc: vier@voorbeeld.example";
    mail.taal = "nl\r\nBcc: vijf@voorbeeld.example";
    mail.bijlagen = {{"a\"\r\nBcc: zes@voorbeeld.example.pdf", "application/pdf\r\nBcc: zeven@voorbeeld.example", "inhoud"}};
    const std::string text = written(mail);
    CHECK_FALSE(has(text, "\r\nBcc"));
    CHECK(has(text, "References: <goed@voorbeeld.example>\r\n"));
    for (auto spoil : {+[](NieuweMail& m) { m.aan.adres = "a@b.example\r\nBcc: c@d.example"; }, +[](NieuweMail& m) { m.van.adres = "a@b.example>, <c@d.example"; },
                       +[](NieuweMail& m) { m.antwoord_aan = Adres{"", "a b@c.example"}; }, +[](NieuweMail& m) { m.message_id = "a@b>\r\nBcc: c@d"; }}) {
        NieuweMail bad = example();
        spoil(bad);
        CHECK_FALSE(schrijf(bad));
    }
}

TEST_CASE("addresses that servers disagree about are refused") {
    for (const char* good : {"a@b.example", "jan.de-groot+x@mail.voorbeeld.example", "o'neil@voorbeeld.example", "root@localhost"}) CHECK_MESSAGE(is_verzendbaar(good), good);
    for (const char* bad : {"", "a", "a@", "@b.example", "a@b", "a..b@c.example", ".a@b.example", "a@b..example", "a@-b.example", "\"a b\"@c.example", "a@[127.0.0.1]", "jos\xc3\xa9" "@b.example",
                            "a@b\xc3\xa9" ".example", "a b@c.example", "a@b@c.example ", "a@b.example,c@d.example", "a\n@b.example"})
        CHECK_MESSAGE(!is_verzendbaar(bad), bad);
    CHECK_FALSE(is_verzendbaar(std::string(65, 'a') + "@b.example"));
    CHECK_FALSE(is_verzendbaar("a@" + std::string(250, 'b') + ".example"));
}

TEST_CASE("words outside ASCII are encoded at whole characters, long subjects are folded") {
    CHECK(gecodeerd_onderwerp("Caf\xc3\xa9", 9) == "=?UTF-8?B?Q2Fmw6k=?=");
    CHECK(gecodeerd_onderwerp("=?UTF-8?Q?nep?=", 9).starts_with("=?UTF-8?B?"));
    NieuweMail mail = example();
    for (int i = 0; i < 60; ++i) mail.onderwerp += i % 2 ? " woord" : " \xe2\x82\xac";
    mail.van.naam = "Gemeente \"S\xc3\xba" "dwest\"";
    CHECK(longest_line(written(mail)) <= 78);
    mail.onderwerp = std::string(300, 'x');
    CHECK(longest_line(written(mail)) <= 78);
    mail.van.naam.clear();
    mail.onderwerp.clear();
    for (int i = 0; i < 40; ++i) mail.onderwerp += "gewone woorden ";
    const std::string text = written(mail);
    CHECK(longest_line(text) <= 78);
    CHECK_FALSE(has(text, "=?"));
}

TEST_CASE("quoted-printable keeps lines short and changes nothing that a server would") {
    CHECK(quoted_printable("") == "");
    CHECK(quoted_printable("a=b") == "a=3Db\r\n");
    CHECK(quoted_printable("eind \nvan\t") == "eind=20\r\nvan=09\r\n");
    CHECK(quoted_printable("From mij\n.punt\r\nFrom") == "=46rom mij\r\n=2Epunt\r\nFrom\r\n");
    CHECK(quoted_printable("\xc3\xa9\r\n\r\n") == "=C3=A9\r\n\r\n");
    CHECK(longest_line(quoted_printable(std::string(1000, 'a') + std::string(500, '\xc3'))) == 76);
}

TEST_CASE("text, HTML and files stand in parts whose edge cannot occur in them") {
    NieuweMail mail = example();
    mail.html = "<!doctype html><p>Het wordt vrijdag. --=_dichtbij_a</p>";
    mail.bijlagen = {{"besluit \xe2\x82\xac 5.pdf", "application/pdf", std::string(200, '\0')}, {"", "geen type", "x"}, {std::string(300, 'n') + ".pdf", "a/b", ""}};
    const std::string text = written(mail);
    CHECK(has(text, "multipart/mixed"));
    CHECK(text.find("text/plain") < text.find("text/html"));
    CHECK(has(text, "filename*=UTF-8''besluit%20%e2%82%ac%205.pdf"));
    CHECK(has(text, "application/octet-stream"));
    CHECK(has(text, "--=_dichtbij_m--\r\n"));
    CHECK(longest_line(text) <= 998);
    std::size_t edges = 0;
    for (auto at = text.find("\n--=_dichtbij_a"); at != std::string::npos; at = text.find("\n--=_dichtbij_a", at + 1)) ++edges;
    CHECK(edges == 3);
    mail.bijlagen = {{"groot", "a/b", std::string(mail_limit, 'x')}};
    CHECK(schrijf(mail).error() == Schrijffout::te_groot);
}

TEST_CASE("of a long conversation the first mail and the newest are named") {
    NieuweMail mail = example();
    for (int i = 0; i < 60; ++i) mail.verwijzingen.push_back("mail" + std::to_string(i) + "@oeverland.example");
    const std::string text = written(mail);
    CHECK(has(text, "<mail0@"));
    CHECK(has(text, "<mail59@"));
    CHECK(has(text, "<mail41@"));
    CHECK_FALSE(has(text, "<mail40@"));
}

}  // namespace dichtbij::mail::schrijf_test
