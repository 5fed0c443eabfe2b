#include "mail/mail.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/text.h"
#include "mail/citaat.h"

namespace dichtbij::mail::mail_test {

namespace fs = std::filesystem;

const fs::path folder = "tests/mail";

std::string content_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

// The outcome that stands beside a mail: lines "veld: waarde", with \n for a line end; "veld!" must not be in it, "veld="
// is the whole. Attachments, faults and kind are told in full: what is not told must not be there.
using Verwacht = std::multimap<std::string, std::string>;

Verwacht read_expected(const fs::path& path) {
    Verwacht expected;
    std::istringstream in(content_of(path));
    for (std::string line; std::getline(in, line);) {
        const auto colon = line.find(':');
        std::string value(trimmed(line.substr(colon + 1)));
        for (std::size_t at = value.find("\\n"); at != std::string::npos; at = value.find("\\n", at)) value.replace(at, 2, "\n");
        expected.emplace(line.substr(0, colon), value);
    }
    return expected;
}

std::string yes_no(bool value) { return value ? "ja" : "nee"; }

std::string name_of(Soort soort) { return boost::describe::enum_to_string(soort, "?"); }

std::vector<std::string> addresses(const std::vector<Adres>& list) {
    std::vector<std::string> all;
    for (const auto& one : list) all.push_back(one.adres);
    return all;
}

// The fields of a mail as text. Of a list each value, in order.
std::multimap<std::string, std::string> told(const Mail& mail) {
    std::multimap<std::string, std::string> fields{
        {"onderwerp", mail.onderwerp}, {"message_id", mail.message_id}, {"antwoord_op", mail.antwoord_op}, {"envelop_van", mail.envelop_van},
        {"tekst", mail.tekst}, {"html", mail.html}, {"reden", mail.soort_reden}, {"nieuw", splits_citaat(mail.tekst).nieuw},
        {"van", mail.van ? mail.van->adres : ""}, {"naam", mail.van ? mail.van->naam : ""}, {"geen_antwoord", yes_no(mail.geen_antwoord)},
        {"spam", yes_no(mail.spam)}, {"ondertekend", yes_no(mail.ondertekend)}, {"versleuteld", yes_no(mail.versleuteld)},
        {"verzonden_op", mail.verzonden_op ? to_rfc3339(*mail.verzonden_op) : ""}, {"verwijzingen", std::to_string(mail.verwijzingen.size())},
        {"authenticatie", mail.authenticatie.empty() ? "" : mail.authenticatie.front()}};
    const Rapport report = mail.rapport.value_or(Rapport{});
    fields.insert({{"status", report.status}, {"ontvanger", report.ontvanger}, {"over", report.message_id}, {"bericht", report.bericht},
                   {"uitleg", report.uitleg}, {"blijvend", yes_no(report.blijvend)}});
    for (const auto& [name, list] : {std::pair("aan", addresses(mail.aan)), {"cc", addresses(mail.cc)}, {"antwoord_aan", addresses(mail.antwoord_aan)}, {"bezorgd_aan", mail.bezorgd_aan}})
        for (const auto& one : list) fields.emplace(name, one);
    return fields;
}

std::vector<std::string> values(const std::multimap<std::string, std::string>& map, const std::string& key) {
    std::vector<std::string> found;
    for (auto [at, end] = map.equal_range(key); at != end; ++at) found.push_back(at->second);
    return found;
}

void check_parts(const Mail& mail, const Verwacht& expected) {
    const auto parts = values(expected, "deel");
    const auto count = values(expected, "delen");
    if (!count.empty()) {
        if (count.front() != "*") CHECK(std::to_string(mail.delen.size()) == count.front());
        return;
    }
    std::string seen;
    for (const auto& part : mail.delen) seen += part.naam + "|" + part.mime + " ";
    CAPTURE(seen);
    CHECK(mail.delen.size() == parts.size());
    for (std::size_t i = 0; i < std::min(parts.size(), mail.delen.size()); ++i) {
        const Deel& part = mail.delen[i];
        const bool any_size = parts[i].find("|*|") != std::string::npos;
        std::string shown = part.naam + "|" + part.mime + "|" + (any_size ? "*" : std::to_string(part.inhoud.size())) + "|" + yes_no(part.ingesloten);
        if (part.ingesloten) shown += "|" + part.content_id;
        CHECK(shown == parts[i]);
        CHECK(!part.inhoud.empty());
    }
}

void check_outcome(const Mail& mail, const Verwacht& expected) {
    const auto fields = told(mail);
    const auto kind = values(expected, "soort");
    CHECK(name_of(mail.soort) == (kind.empty() ? "mens" : kind.front()));
    CHECK(mail.gebreken == values(expected, "gebrek"));
    check_parts(mail, expected);
    for (const auto& [key, value] : expected) {
        if (key == "soort" || key == "gebrek" || key == "deel" || key == "delen") continue;
        const bool is_not = key.ends_with('!');
        const bool is_whole = key.ends_with('=');
        const std::string name = is_not || is_whole ? key.substr(0, key.size() - 1) : key;
        const auto found = values(fields, name);
        CAPTURE(key);
        const bool is_text = name == "tekst" || name == "html" || name == "reden" || name == "uitleg";
        if (is_text && !is_whole) {
            const bool is_there = found.front().find(value) != std::string::npos;
            INFO(found.front(), " | ", value);
            CHECK(is_there != is_not);
        } else {
            INFO(value);
            CAPTURE(found.empty() ? "-" : found.front());
            CHECK(std::find(found.begin(), found.end(), value) != found.end());
        }
    }
}

// What holds for every mail, whatever is in it.
void check_promises(const Mail& mail) {
    for (const std::string* text : {&mail.onderwerp, &mail.tekst, &mail.html, &mail.message_id, &mail.antwoord_op, &mail.envelop_van, &mail.soort_reden}) {
        CHECK(is_utf8(*text));
        CHECK(text->find('\0') == std::string::npos);
    }
    CHECK(mail.onderwerp.find('\n') == std::string::npos);
    for (const auto& part : mail.delen) {
        CHECK(is_utf8(part.naam));
        CHECK(part.naam.find_first_of("/\\\n") == std::string::npos);
    }
    for (const auto& address : mail.aan) CHECK(is_utf8(address.naam + address.adres));
}

TEST_CASE("each difficult mail is read as it was meant") {
    int count = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".eml") continue;
        ++count;
        const std::string name = entry.path().stem().string();
        CAPTURE(name);
        const Mail mail = lees(content_of(entry.path()));
        check_promises(mail);
        check_outcome(mail, read_expected(fs::path(entry.path()).replace_extension(".verwacht")));
    }
    CHECK(count >= 60);
}

TEST_CASE("a mail cut off at any byte is read without a throw") {
    for (const auto* name : {"bounce_postfix", "winmail", "doorgestuurd_dubbel", "kop_2047_gesplitst", "agenda"}) {
        const std::string raw = content_of(folder / (std::string(name) + ".eml"));
        for (std::size_t end = 0; end < raw.size(); end += 7) check_promises(lees(std::string_view(raw).substr(0, end)));
    }
}

const std::string head = "From: jan@example.nl\r\nSubject: groot\r\nMIME-Version: 1.0\r\n";

bool has_fault(const Mail& mail, const std::string& code) { return std::find(mail.gebreken.begin(), mail.gebreken.end(), code) != mail.gebreken.end(); }

std::string many_parts(int count) {
    std::string raw = head + "Content-Type: multipart/mixed; boundary=x\r\n\r\n";
    for (int i = 0; i < count; ++i) raw += "--x\r\nContent-Type: application/octet-stream\r\n\r\n" + std::to_string(i) + "\r\n";
    return raw + "--x--\r\n";
}

std::string nested_parts(int depth) {
    std::string raw = head;
    for (int i = 0; i < depth; ++i) raw += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" + std::to_string(i) + "\r\n";
    return raw + "Content-Type: text/plain\r\n\r\ndiep\r\n";
}

TEST_CASE("5,000 parts are read up to the limit") {
    const Mail mail = lees(many_parts(5000));
    CHECK(mail.delen.size() == 500);
    CHECK(has_fault(mail, "delen"));
    CHECK(mail.onderwerp == "groot");
}

TEST_CASE("300,000 borders do not become 300,000 parts") {
    const Mail mail = lees(many_parts(300'000));
    CHECK(mail.delen.size() == 500);
    CHECK(has_fault(mail, "delen"));
}

TEST_CASE("40 levels are read up to the limit, 19 are read whole") {
    CHECK(has_fault(lees(nested_parts(40)), "diepte"));
    CHECK(lees(nested_parts(40)).onderwerp == "groot");
    CHECK(has_fault(lees(nested_parts(5000)), "diepte"));
    const Mail shallow = lees(nested_parts(19));
    CHECK(shallow.tekst == "diep");
    CHECK(shallow.gebreken.empty());
}

TEST_CASE("mails within mails within mails end at the limit") {
    std::string raw = head;
    for (int i = 0; i < 40; ++i) raw += "Content-Type: message/rfc822\r\n\r\nSubject: " + std::to_string(i) + "\r\n";
    const Mail mail = lees(raw + "\r\nbinnen\r\n");
    CHECK(has_fault(mail, "diepte"));
    CHECK(mail.delen.size() == 1);
}

TEST_CASE("of 1 MB of headers the first part is read, and the text behind them") {
    std::string raw = head;
    while (raw.size() < (1u << 20)) raw += "X-Vol: " + std::string(90, 'x') + "\r\n";
    const Mail mail = lees(raw + "\r\nde tekst\r\n");
    CHECK(mail.onderwerp == "groot");
    CHECK(mail.tekst == "de tekst");
    CHECK(has_fault(mail, "kopregels"));
    const Mail one_line = lees(head + "X-Vol: " + std::string(1u << 20, 'x') + "\r\n\r\nde tekst\r\n");
    CHECK(one_line.onderwerp == "groot");
    CHECK(one_line.tekst == "de tekst");
}

TEST_CASE("a mail of 60 MB is read whole, one over the limit without its last attachment") {
    std::string raw = head + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nde tekst\r\n--x\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    const std::string line = std::string(76, 'A') + "\r\n";
    raw.reserve(70u << 20);
    while (raw.size() < (60u << 20)) raw += line;
    const Mail mail = lees(raw + "--x--\r\n");
    REQUIRE(mail.delen.size() == 1);
    CHECK(mail.delen.front().inhoud.size() > (43u << 20));
    CHECK(mail.gebreken.empty());
    while (raw.size() < (66u << 20)) raw += line;
    const Mail cut = lees(raw + "--x--\r\n");
    CHECK(cut.tekst == "de tekst");
    CHECK(cut.delen.empty());
    CHECK(has_fault(cut, "bytes"));
}

TEST_CASE("of a very long text the first megabyte is read, cut between characters") {
    std::string raw = head + "Content-Type: text/plain; charset=utf-8\r\n\r\n";
    while (raw.size() < (3u << 20)) raw += "één woord ";
    const Mail mail = lees(raw);
    CHECK(mail.tekst.size() <= (1u << 20));
    CHECK(is_utf8(mail.tekst));
    CHECK(has_fault(mail, "tekst"));
}

TEST_CASE("what looks like nothing at all is not a mail, and no fault of ours") {
    for (const std::string& raw : {std::string("\0\0\0\0", 4), std::string("\r\n\r\n\r\n"), std::string(5000, ':'), std::string(5000, '<'), std::string(5000, '('), std::string("From:"), std::string("=?=?=?")})
        check_promises(lees(raw));
    const Mail deep = lees("From: " + std::string(100'000, '(') + "\r\nTo: " + std::string(100'000, ',') + "\r\nSubject: " + std::string(100'000, '?') + "\r\n\r\nx");
    check_promises(deep);
    CHECK(deep.tekst == "x");
}

}  // namespace dichtbij::mail::mail_test
