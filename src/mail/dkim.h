#pragma once
// A signature under a mail, by which the receiver's server sees that it came from our domain as it stands (DKIM, RFC 6376
// with the key types of RFC 8301 and RFC 8463). Relaxed form of headers and text: servers on the way may fold and trim.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "base/time.h"

namespace dichtbij::mail {

enum class Dkimsoort { rsa_sha256, ed25519_sha256 };

class Dkim {
  public:
    // `pem`: a private key, RSA of 2048 bits or more, or Ed25519. The error is one English sentence, without the key.
    static tl::expected<Dkim, std::string> open(std::string domein, std::string selector, std::string_view pem);
    Dkim(Dkim&&) noexcept;
    Dkim& operator=(Dkim&&) noexcept;
    ~Dkim();

    // The header with its line end, to stand before the mail. Expects CRLF line ends.
    std::string handtekening(std::string_view bericht, Instant op) const;
    // What must stand in the DNS at SELECTOR._domainkey.DOMAIN: "v=DKIM1; k=rsa; p=...".
    std::string dns_waarde() const;
    std::string dns_naam() const;
    Dkimsoort soort() const;

  private:
    struct Sleutel;
    Dkim(std::string domein, std::string selector, std::unique_ptr<Sleutel> sleutel);
    std::string domein_;
    std::string selector_;
    std::unique_ptr<Sleutel> sleutel_;
};

// RFC 6376, 3.4.2 and 3.4.4. A header as it stands, with its folds and line end; the relaxed one ends in CRLF.
std::string dkim_kopregel(std::string_view kopregel);
std::string dkim_tekst(std::string_view tekst);
// The headers of a mail as they stand, and what comes behind them.
struct Gesplitst {
    std::vector<std::string_view> kopregels;
    std::string_view tekst;
};
Gesplitst gesplitst(std::string_view bericht);

}  // namespace dichtbij::mail
