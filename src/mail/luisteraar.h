#pragma once
// Takes mail in by LMTP (RFC 2033) or SMTP (RFC 5321) from the mail servers of the municipality.
// It answers 250 only after `Ontvangst::neem_aan` said so; on anything else the sender keeps the mail and tries again.

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "mail/lmtp_sessie.h"

namespace dichtbij::mail {

struct Luisteradres {
    std::string adres;                    // "127.0.0.1:24", "[::1]:24" or "unix:/run/dichtbij/lmtp"; port 0 is any free port
    Protocol protocol = Protocol::lmtp;
};

struct Luisterkeuzes {
    std::vector<Luisteradres> adressen;
    std::string naam = "dichtbij";        // what we call ourselves
    // Who may connect over TCP; others get 554. Over a unix socket who may open the file.
    std::vector<std::string> netwerken = {"127.0.0.0/8", "::1"};
    unsigned socketrechten = 0660;
    Sessiegrenzen sessie;
    std::size_t geheugen = 256u << 20;    // bytes of mails that are coming in, all together; then 452
    int verbindingen = 64;                // all together; then 421
    int per_adres = 32;                   // of one IP address; then 421
    std::chrono::seconds stilte{300};     // for one command to come, and between two pieces of a mail
    std::chrono::seconds bericht{900};    // for one mail to come in
};

// A thread for each connection and one that waits for them.
class Luisteraar {
  public:
    // Fails (invalid) on an address or network that is not understood, or that cannot be listened at.
    static Result<std::unique_ptr<Luisteraar>> open(const Luisterkeuzes&, Ontvangst);
    // Lets no more in; waits for the calls of `neem_aan` that run, and their answers.
    virtual ~Luisteraar() = default;
    // In the order of `adressen`; 0 for a unix socket.
    virtual std::vector<std::uint16_t> poorten() const = 0;
};

}  // namespace dichtbij::mail
