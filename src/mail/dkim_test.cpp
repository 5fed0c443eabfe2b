#include "mail/dkim.h"

#include <doctest/doctest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "mail/schrijf.h"

namespace dichtbij::mail::dkim_test {
namespace {

std::string decoded(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\r' || c == '\n' || c == '\t'; });
    std::string out(text.size(), '\0');
    const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    REQUIRE(length >= 0);
    out.resize(static_cast<std::size_t>(length) - static_cast<std::size_t>(std::count(text.begin(), text.end(), '=')));
    return out;
}

std::map<std::string, std::string> tags(std::string_view list) {
    std::map<std::string, std::string> found;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(';'), list.size());
        const std::string_view one = list.substr(0, end);
        if (const auto equals = one.find('='); equals != std::string_view::npos) found[std::string(trimmed(one.substr(0, equals)))] = trimmed(one.substr(equals + 1));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return found;
}

std::string sha256(std::string_view bytes) {
    std::string digest(32, '\0');
    EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()), nullptr, EVP_sha256(), nullptr);
    return digest;
}

// A reader of signatures, written from RFC 6376 section 6 apart from the signer. `which`: the header of that number.
bool holds(std::string_view mail, std::string_view record, int which = 0) {
    const Gesplitst parts = gesplitst(mail);
    std::string_view signature;
    for (const auto one : parts.kopregels)
        if (lower_ascii(one.substr(0, 15)) == "dkim-signature:" && which-- == 0) signature = one;
    if (signature.empty()) return false;
    auto said = tags(signature.substr(15));
    auto key = tags(record);
    if (decoded(said["bh"]) != sha256(dkim_tekst(parts.tekst))) return false;
    std::vector<std::string_view> left = parts.kopregels;
    std::string data;
    std::string names = said["h"] + ":";
    for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = names.find(':', at);
        const std::string name = lower_ascii(trimmed(std::string_view(names).substr(at, end - at))) + ":";
        at = end + 1;
        for (auto one = left.rbegin(); one != left.rend(); ++one) {
            if (!lower_ascii(*one).starts_with(name)) continue;
            data += dkim_kopregel(*one);
            left.erase(std::next(one).base());
            break;
        }
    }
    std::string bare = dkim_kopregel(signature);
    bare = bare.substr(0, bare.rfind("b=") + 2);  // b= is the last tag in all that is read here
    data += bare;
    const std::string point = decoded(key["p"]);
    const bool is_rsa = said["a"] == "rsa-sha256";
    const auto* bytes = reinterpret_cast<const unsigned char*>(point.data());
    EVP_PKEY* open = is_rsa ? d2i_PUBKEY(nullptr, &bytes, static_cast<long>(point.size())) : EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes, point.size());
    if (open == nullptr) return false;
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    const std::string what = is_rsa ? data : sha256(data);
    const std::string b = decoded(said["b"]);
    const bool good = EVP_DigestVerifyInit(context, nullptr, is_rsa ? EVP_sha256() : nullptr, nullptr, open) == 1 &&
                      EVP_DigestVerify(context, reinterpret_cast<const unsigned char*>(b.data()), b.size(), reinterpret_cast<const unsigned char*>(what.data()), what.size()) == 1;
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(open);
    return good;
}

std::string pem_of(EVP_PKEY* key) {
    BIO* bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
    char* data = nullptr;
    const long length = BIO_get_mem_data(bio, &data);
    std::string pem(data, static_cast<std::size_t>(length));
    BIO_free(bio);
    EVP_PKEY_free(key);
    return pem;
}

// The key of RFC 8463, A.2.
std::string rfc_pem() {
    const std::string raw = decoded("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=");
    return pem_of(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char*>(raw.data()), raw.size()));
}

// RFC 8463, A.3: signed by someone else's program.
constexpr std::string_view rfc_mail =
    "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n"
    " d=football.example.com; i=@football.example.com;\r\n"
    " q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n"
    " subject : date : message-id : from : subject : date;\r\n"
    " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n"
    " b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus\r\n"
    " Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==\r\n"
    "From: Joe SixPack <joe@football.example.com>\r\n"
    "To: Suzie Q <suzie@shopping.example.net>\r\n"
    "Subject: Is dinner ready?\r\n"
    "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\n"
    "Message-ID: <20030712040037.46341.5F8J@football.example.com>\r\n"
    "\r\n"
    "Hi.\r\n"
    "\r\n"
    "We lost the game.  Are you hungry yet?\r\n"
    "\r\n"
    "Joe.\r\n";

std::string changed(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string example() {
    NieuweMail mail;
    mail.van = {"Gemeente Oeverland", "post@oeverland.example"};
    mail.aan = {"", "fatima@voorbeeld.example"};
    mail.onderwerp = "Uw antwoord komt vrijdag, en het wordt een lang onderwerp met nog meer woorden erin";
    mail.tekst = "Beste Fatima,\n\nHet  wordt vrijdag.\n\n\n";
    mail.html = "<p>Het wordt vrijdag.</p>";
    mail.message_id = "a@oeverland.example";
    mail.antwoord_aan = Adres{"", "post+x@oeverland.example"};
    mail.verwijzingen = {"b@voorbeeld.example"};
    return schrijf(mail).value();
}

}  // namespace

TEST_CASE("relaxed headers and text are as RFC 6376 shows them") {
    CHECK(dkim_kopregel("A: X\r\n") == "a:X\r\n");
    CHECK(dkim_kopregel("B : Y\t\r\n\tZ  \r\n") == "b:Y Z\r\n");
    CHECK(dkim_tekst(" C \r\nD \t E\r\n\r\n\r\n") == " C\r\nD E\r\n");
    CHECK(dkim_tekst("") == "");
    CHECK(dkim_tekst("\r\n\r\n") == "");
    CHECK(dkim_tekst("x") == "x\r\n");
}

TEST_CASE("the reader of these tests believes the signature of the RFC, and not one over other words") {
    constexpr std::string_view record = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    CHECK(holds(rfc_mail, record));
    CHECK_FALSE(holds(changed(std::string(rfc_mail), "lost", "won"), record));
    CHECK_FALSE(holds(changed(std::string(rfc_mail), "dinner", "lunch"), record));
    CHECK(Dkim::open("football.example.com", "brisbane", rfc_pem()).value().dns_waarde() == record);
}

TEST_CASE("what we sign with RSA or Ed25519 is believed, also after folding on the way, and nothing can be added") {
    for (const std::string& pem : {rfc_pem(), pem_of(EVP_RSA_gen(2048))}) {
        const auto dkim = Dkim::open("oeverland.example", "mail2026", pem);
        REQUIRE(dkim);
        CHECK(dkim->dns_naam() == "mail2026._domainkey.oeverland.example");
        const std::string mail = example();
        const std::string header = dkim->handtekening(mail, Instant(seconds(1528637909)));
        CHECK(header.find("t=1528637909") != std::string::npos);
        for (std::size_t at = 0; at < header.size(); at = header.find("\r\n", at) + 2) CHECK(header.find("\r\n", at) - at <= 78);
        const std::string signed_mail = header + mail;
        CHECK(holds(signed_mail, dkim->dns_waarde()));
        CHECK(holds(changed(signed_mail, "Subject: ", "SUBJECT:   "), dkim->dns_waarde()));
        CHECK(holds(signed_mail + "\r\n\r\n", dkim->dns_waarde()));
        CHECK_FALSE(holds(changed(signed_mail, "vrijdag", "maandag"), dkim->dns_waarde()));
        CHECK_FALSE(holds(changed(signed_mail, "Fatima,", "Karel,"), dkim->dns_waarde()));
        for (const char* added : {"From: iemand@anders.example\r\n", "Subject: Anders\r\n", "Reply-To: dief@anders.example\r\n", "Content-Type: text/html\r\n"})
            CHECK_FALSE(holds(header + added + mail, dkim->dns_waarde()));
    }
}

TEST_CASE("a key that cannot sign is refused in a sentence") {
    CHECK_FALSE(Dkim::open("oeverland.example", "s", "geen sleutel"));
    CHECK_FALSE(Dkim::open("oeverland.example", "s", pem_of(EVP_RSA_gen(1024))));
    CHECK_FALSE(Dkim::open("oeverland.example", "s", pem_of(EVP_EC_gen("P-256"))));
    CHECK_FALSE(Dkim::open("oeverland", "s", rfc_pem()));
    CHECK_FALSE(Dkim::open("oeverland.example; d=x", "s", rfc_pem()));
    CHECK_FALSE(Dkim::open("oeverland.example", "", rfc_pem()));
}

}  // namespace dichtbij::mail::dkim_test
