#pragma once
// A mail as it came in, understood as far as it could be. What is here was decoded to valid UTF-8 without NUL;
// what could not be decoded is in `gebreken`, and the raw text is always kept beside it (RFC 5322, 2045 to 2049).

#include <boost/describe/enum.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace dichtbij::mail {

// Header that every mail of our own carries, with the id of the message as its value. A mail that comes in with it is
// our own (Soort::eigen); in a returned mail it tells which one came back, also when Message-ID was rewritten.
inline constexpr std::string_view kop_eigen = "X-Dichtbij-Bericht";

struct Adres {
    std::string naam;   // as shown; "" when there is none
    std::string adres;  // local@domain, the domain in lower case
    bool operator==(const Adres&) const = default;
};

// What kind of mail this is, from its headers and form alone.
// mens: somebody wrote it, as far as can be seen; automatisch: out of office, answers of machines (RFC 3834 and
// what providers do instead); lijst: a mailing list or newsletter; niet_bezorgd, vertraagd: a report about a mail
// that was sent (RFC 3464, and what providers do instead); leesbevestiging: RFC 8098; eigen: our own mail came back.
enum class Soort { mens, automatisch, lijst, niet_bezorgd, vertraagd, leesbevestiging, eigen };
BOOST_DESCRIBE_ENUM(Soort, mens, automatisch, lijst, niet_bezorgd, vertraagd, leesbevestiging, eigen)

struct Deel {  // an attachment, or an image inside the text
    std::string naam;        // as sent, without folders; "" when there is none
    std::string mime;        // as declared: "application/pdf"
    std::string content_id;  // of an image inside the text; ""
    bool ingesloten = false; // shown inside the text, not beside it
    std::string inhoud;
};

struct Rapport {  // of niet_bezorgd and vertraagd: which mail, to whom, why
    std::string message_id;  // of the mail it is about, without < >; "" when it does not say
    std::string bericht;     // its X-Dichtbij-Bericht; "" when it does not say
    std::string ontvanger;
    std::string status;      // "5.1.1"; ""
    std::string uitleg;      // of the other server, one line
    bool blijvend = true;
};

struct Mail {
    std::string message_id;                // without < >; "" when there is none
    std::string antwoord_op;               // In-Reply-To, the first one
    std::vector<std::string> verwijzingen; // References, oldest first, at most 50
    std::optional<Adres> van;
    std::vector<Adres> antwoord_aan, aan, cc;
    std::string envelop_van;               // Return-Path; "" also for a report
    std::vector<std::string> bezorgd_aan;  // Delivered-To, X-Original-To
    std::string onderwerp;
    std::optional<Instant> verzonden_op;
    Soort soort = Soort::mens;
    std::string soort_reden;               // the header or form that told: "Auto-Submitted: auto-replied"
    bool geen_antwoord = false;            // nobody reads an answer: no-reply address, list, report, machine
    bool spam = false;                     // said by a server before us: X-Spam-Flag, X-Spam-Status
    std::vector<std::string> authenticatie;// Authentication-Results as they stand, newest first (RFC 8601)
    std::string tekst;                     // plain text: as sent, or made from the HTML
    std::string html;                      // as sent, not made safe; "" when there is none
    std::vector<Deel> delen;
    std::optional<Rapport> rapport;
    bool ondertekend = false, versleuteld = false;  // S/MIME or PGP; the parts are kept as attachments
    // Codes of what could not be understood, each once: "niet_gelezen" (nothing was), "leeg", "bytes", "kopregels",
    // "geen_kop", "delen", "diepte", "tekst" (one of the Grenzen was reached), "charset", "base64", "codering", "datum",
    // "adres", "tnef", "rapport".
    std::vector<std::string> gebreken;
};

struct Grenzen {
    std::size_t bytes = 64u << 20;
    std::size_t kopregels = 256u << 10;  // bytes of all headers; what is beyond is left out
    int diepte = 20;
    int delen = 500;
    std::size_t tekst = 1u << 20;        // of the text that is read; the rest is in the raw mail
};

// Never throws on any input; of what cannot be understood as a mail at all the text is "", `gebreken` says why.
Mail lees(std::string_view ruw, const Grenzen& = {});

}  // namespace dichtbij::mail
