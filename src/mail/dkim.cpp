#include "mail/dkim.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>

#include "base/result.h"
#include "base/text.h"

namespace dichtbij::mail {
namespace {

constexpr int rsa_bits_least = 2048;
constexpr std::size_t value_line = 68;

// What a reader sees or acts upon. Those that may stand once are named twice, so that nobody can add a second one.
constexpr std::array signed_headers{"from", "to", "subject", "date", "message-id", "reply-to", "in-reply-to", "references", "auto-submitted", "content-language", "mime-version", "content-type"};
constexpr std::array guarded_headers{"from", "to", "subject", "date", "message-id", "reply-to", "content-type"};

struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeBio {
    void operator()(BIO* bio) const { BIO_free(bio); }
};
struct FreeDigest {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

std::string base64_of(std::string_view bytes) {
    std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::string sha256_of(std::string_view bytes) {
    std::string digest(32, '\0');
    unsigned length = 0;
    CHECK_THAT(EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()), &length, EVP_sha256(), nullptr) == 1);
    return digest;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string name_of(std::string_view header) { return lower_ascii(trimmed(header.substr(0, std::min(header.find(':'), header.size())))); }

// Of several of one name the last is signed first (RFC 6376, 5.4.2).
std::string_view take_last(std::vector<std::string_view>& headers, std::string_view name) {
    for (auto at = headers.rbegin(); at != headers.rend(); ++at) {
        if (name_of(*at) != name) continue;
        const std::string_view found = *at;
        headers.erase(std::next(at).base());
        return found;
    }
    return {};
}

// On lines that no server folds again.
std::string folded_value(std::string_view value) {
    std::string out;
    for (std::size_t at = 0; at < value.size(); at += value_line) out.append("\r\n ").append(value.substr(at, value_line));
    return out;
}

// Broken behind its colons: within a name a space would make it another one.
std::string folded_names(std::string_view names) {
    std::string out;
    std::size_t column = 0;
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(':'), names.size() - 1) + 1;
        if (column + end > value_line) {
            out += "\r\n ";
            column = 0;
        }
        out.append(names.substr(0, end));
        column += end;
        names.remove_prefix(end);
    }
    return out;
}

}  // namespace

struct Dkim::Sleutel {
    std::unique_ptr<EVP_PKEY, FreeKey> key;
    Dkimsoort soort = Dkimsoort::rsa_sha256;

    std::string sign(std::string_view data) const {
        const std::unique_ptr<EVP_MD_CTX, FreeDigest> context(EVP_MD_CTX_new());
        CHECK_THAT(context != nullptr);
        // RFC 8463, 3: Ed25519 signs the hash.
        const bool is_rsa = soort == Dkimsoort::rsa_sha256;
        const std::string hash = is_rsa ? std::string() : sha256_of(data);
        const std::string_view what = is_rsa ? data : std::string_view(hash);
        CHECK_THAT(EVP_DigestSignInit(context.get(), nullptr, is_rsa ? EVP_sha256() : nullptr, nullptr, key.get()) == 1);
        std::size_t length = 0;
        const auto* bytes = reinterpret_cast<const unsigned char*>(what.data());
        CHECK_THAT(EVP_DigestSign(context.get(), nullptr, &length, bytes, what.size()) == 1);
        std::string signature(length, '\0');
        CHECK_THAT(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length, bytes, what.size()) == 1);
        signature.resize(length);
        return signature;
    }
    std::string public_part() const {
        if (soort == Dkimsoort::ed25519_sha256) {
            std::string raw(32, '\0');
            std::size_t length = raw.size();
            CHECK_THAT(EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char*>(raw.data()), &length) == 1);
            return raw;
        }
        unsigned char* der = nullptr;
        const int length = i2d_PUBKEY(key.get(), &der);
        CHECK_THAT(length > 0);
        std::string out(reinterpret_cast<char*>(der), static_cast<std::size_t>(length));
        OPENSSL_free(der);
        return out;
    }
};

Dkim::Dkim(std::string domein, std::string selector, std::unique_ptr<Sleutel> sleutel)
    : domein_(std::move(domein)), selector_(std::move(selector)), sleutel_(std::move(sleutel)) {}
Dkim::Dkim(Dkim&&) noexcept = default;
Dkim& Dkim::operator=(Dkim&&) noexcept = default;
Dkim::~Dkim() = default;

tl::expected<Dkim, std::string> Dkim::open(std::string domein, std::string selector, std::string_view pem) {
    const auto is_name = [](std::string_view text) {
        return !text.empty() && text.size() <= 200 && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string_view::npos && text.front() != '.' && text.back() != '.';
    };
    if (!is_name(domein) || domein.find('.') == std::string::npos) return tl::make_unexpected(std::string("the domain must be a name such as oeverland.nl, in lower case"));
    if (!is_name(selector)) return tl::make_unexpected(std::string("the selector must be letters in lower case, digits, hyphens and points"));
    const std::unique_ptr<BIO, FreeBio> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(std::min<std::size_t>(pem.size(), 64u << 10))));
    CHECK_THAT(bio != nullptr);
    auto sleutel = std::make_unique<Sleutel>();
    sleutel->key.reset(PEM_read_bio_PrivateKey(bio.get(), nullptr, [](char*, int, int, void*) { return -1; }, nullptr));
    if (!sleutel->key) return tl::make_unexpected(std::string("the file holds no private key in PEM without a password"));
    const int kind = EVP_PKEY_get_base_id(sleutel->key.get());
    if (kind == EVP_PKEY_RSA && EVP_PKEY_get_bits(sleutel->key.get()) < rsa_bits_least) return tl::make_unexpected(std::string("the RSA key has fewer than 2048 bits"));
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_ED25519) return tl::make_unexpected(std::string("the key is neither RSA nor Ed25519"));
    sleutel->soort = kind == EVP_PKEY_RSA ? Dkimsoort::rsa_sha256 : Dkimsoort::ed25519_sha256;
    return Dkim(std::move(domein), std::move(selector), std::move(sleutel));
}

Dkimsoort Dkim::soort() const { return sleutel_->soort; }

std::string Dkim::dns_naam() const { return selector_ + "._domainkey." + domein_; }

std::string Dkim::dns_waarde() const { return std::string("v=DKIM1; k=") + (soort() == Dkimsoort::rsa_sha256 ? "rsa" : "ed25519") + "; p=" + base64_of(sleutel_->public_part()); }

std::string Dkim::handtekening(std::string_view bericht, Instant op) const {
    const Gesplitst parts = gesplitst(bericht);
    std::vector<std::string_view> left = parts.kopregels;
    std::string names;
    std::string data;
    const auto add = [&](std::string_view name, std::string_view header) {
        names.append(names.empty() ? "" : ":").append(name);
        if (!header.empty()) data += dkim_kopregel(header);
    };
    for (const char* name : signed_headers)
        if (const auto header = take_last(left, name); !header.empty()) add(name, header);
    for (const char* name : guarded_headers) add(name, take_last(left, name));
    const std::string list = folded_names(names);
    std::string header = std::string("DKIM-Signature: v=1; a=") + (soort() == Dkimsoort::rsa_sha256 ? "rsa-sha256" : "ed25519-sha256") + "; c=relaxed/relaxed;\r\n d=" + domein_ +
                         "; s=" + selector_ + ";\r\n t=" + std::to_string(op.time_since_epoch().count()) + ";\r\n bh=" + base64_of(sha256_of(dkim_tekst(parts.tekst))) + ";\r\n h=" + list +
                         ";\r\n b=";
    std::string last = dkim_kopregel(header + "\r\n");
    last.resize(last.size() - 2);  // the signature itself ends without a line end
    return header + folded_value(base64_of(sleutel_->sign(data + last))) + "\r\n";
}

std::string dkim_kopregel(std::string_view kopregel) {
    const std::size_t colon = std::min(kopregel.find(':'), kopregel.size());
    std::string out = lower_ascii(trimmed(kopregel.substr(0, colon))) + ":";
    std::string value;
    for (const char c : kopregel.substr(std::min(colon + 1, kopregel.size()))) {
        if (c == '\r' || c == '\n') continue;
        if (!is_blank(c)) value += c;
        else if (!value.empty() && value.back() != ' ') value += ' ';
    }
    while (!value.empty() && value.back() == ' ') value.pop_back();
    return out + value + "\r\n";
}

std::string dkim_tekst(std::string_view tekst) {
    std::string out;
    out.reserve(tekst.size());
    std::size_t end = 0;  // behind the last line that is not empty
    for (std::size_t at = 0; at < tekst.size();) {
        const std::size_t stop = std::min(tekst.find("\r\n", at), tekst.size());
        for (const char c : tekst.substr(at, stop - at)) {
            if (!is_blank(c)) out += c;
            else if (out.empty() || out.back() != ' ') out += ' ';
        }
        while (!out.empty() && out.back() == ' ') out.pop_back();
        const bool is_empty = out.empty() || out.back() == '\n';
        out += "\r\n";
        if (!is_empty) end = out.size();
        at = stop + 2;
    }
    out.resize(end);
    return out;
}

Gesplitst gesplitst(std::string_view bericht) {
    Gesplitst parts;
    std::size_t at = 0;
    while (at < bericht.size()) {
        if (bericht.substr(at, 2) == "\r\n") {
            at += 2;
            break;
        }
        std::size_t end = at;
        do {
            const std::size_t stop = bericht.find("\r\n", end);
            end = stop == std::string_view::npos ? bericht.size() : stop + 2;
        } while (end < bericht.size() && is_blank(bericht[end]));
        parts.kopregels.push_back(bericht.substr(at, end - at));
        at = end;
    }
    parts.tekst = bericht.substr(std::min(at, bericht.size()));
    return parts;
}

}  // namespace dichtbij::mail
