#pragma once
// Writing a mail (RFC 5322, 2045, 2047, 2231, 3834). What comes out has CRLF line ends, lines of at most 998 octets and
// seven bits only, so that every server takes it as it stands and a signature over it holds. Pure.

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "base/time.h"
#include "mail/mail.h"

namespace dichtbij::mail {

inline constexpr std::size_t mail_limit = 20u << 20;         // octets of the whole mail
inline constexpr std::size_t onderwerp_octets = 500;         // what is beyond is left out
inline constexpr std::size_t verwijzingen_limit = 20;        // References: the oldest one and the newest

// Whether a machine wrote it: nee; gemaakt: of its own accord; antwoord: upon a mail that came in.
enum class Automatisch { nee, gemaakt, antwoord };
BOOST_DESCRIBE_ENUM(Automatisch, nee, gemaakt, antwoord)

struct Bijlage {
    std::string naam;    // of the file, without folders
    std::string mime;    // "application/pdf"; what is no type becomes application/octet-stream
    std::string inhoud;
};

struct NieuweMail {
    Adres van;
    std::optional<Adres> antwoord_aan;
    Adres aan;
    std::string onderwerp;                 // control characters become spaces
    std::string tekst;
    std::string html;                      // ""; else the same words as `tekst`
    std::vector<Bijlage> bijlagen;
    std::string message_id;                // without < >
    std::string antwoord_op;               // In-Reply-To; ""
    std::vector<std::string> verwijzingen; // References, oldest first; what is no Message-ID is left out
    Automatisch automatisch = Automatisch::gemaakt;
    std::string merk;                      // X-Dichtbij-Bericht: by which we know our own mail; ""
    std::string taal;                      // "nl"; ""
    Instant op;                            // Date
};

// What makes that a mail cannot be written.
enum class Schrijffout { van, aan, antwoord_aan, message_id, te_groot };
BOOST_DESCRIBE_ENUM(Schrijffout, van, aan, antwoord_aan, message_id, te_groot)

tl::expected<std::string, Schrijffout> schrijf(const NieuweMail&);

// An address that every server takes: ASCII, no quotes, comments or literals, a domain with a dot (or localhost). Others
// are refused: they are rare, and where readers disagree about them mail goes to somebody else.
bool is_verzendbaar(std::string_view adres);
// local@domain between < >, as stands in Message-ID and References; without the < >.
bool is_message_id(std::string_view);

// For tests and for who writes headers elsewhere. `koplengte`: of what stands before it on the line.
std::string gecodeerd_onderwerp(std::string_view utf8, std::size_t koplengte);
std::string quoted_printable(std::string_view utf8);

}  // namespace dichtbij::mail
