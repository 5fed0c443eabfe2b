#pragma once
// A mailbox of a gemeente, and what became of each mail that came in there. The raw mail is kept first; a worker
// understands it after.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "mail/mail.h"

namespace dichtbij {
struct Postvak;
struct RuweMail;
struct Bestand;
}  // namespace dichtbij

namespace dichtbij::postvak {

// In characters, for forms and validation alike.
inline constexpr std::size_t naam_limit = 100;
inline constexpr std::size_t adres_limit = 254;             // of an address (RFC 5321)
inline constexpr std::size_t adressen_limit = 20;           // of one mailbox
inline constexpr std::size_t postvakken_limit = 200;        // of a gemeente
inline constexpr std::size_t ontvangers_limit = 100;        // of one mail
inline constexpr std::size_t mailtekst_limit = 100'000;     // of the text that is shown; the rest is in the raw mail
inline constexpr std::size_t bijlagen_limit = 50;           // taken out of one mail; the rest is named and stays in it
inline constexpr int pogingen_limit = 3;                    // then a mail counts as one that cannot be understood
inline constexpr minutes poging_termijn{5};                 // who took a mail in hand and says nothing has died
inline constexpr int bevestigingen_per_uur = 5;             // to one address
inline constexpr int vragen_per_uur = 20;                   // of one address; what is more is put aside
inline constexpr days heropen_termijn{60};                  // an answer to what closed longer ago is a new question

// How mail comes into it: delivered to us, or fetched by us.
enum class Weg { lmtp, imap };
BOOST_DESCRIBE_ENUM(Weg, lmtp, imap)

struct Postvak {
    Id<dichtbij::Postvak> id;
    Id<Gemeente> gemeente;
    std::string naam;                          // for colleagues: "Gemeente Oeverland"
    std::vector<std::string> adressen;         // lower case; answers go out from the first
    std::string taal = "nld";                  // when the text does not tell
    std::optional<Id<Onderwerp>> onderwerp;    // when the text does not tell
    std::optional<Id<Team>> team;              // the same; none: as routing says
    Weg weg = Weg::lmtp;
    bool actief = true;
    std::int64_t versie = 1;
    bool operator==(const Postvak&) const = default;
};

// What became of a mail. wacht: nobody looked at it yet; verwerkt: it is a contact; mislukt: it is a contact with a
// notice, because it could not be understood; dubbel: the same as one that is a contact; stil: no question, such as an
// answer of a machine; apart: spam, or too many of one address: somebody should look; gelaten: looked at, and left.
enum class Mailstaat { wacht, verwerkt, mislukt, dubbel, stil, apart, gelaten };
BOOST_DESCRIBE_ENUM(Mailstaat, wacht, verwerkt, mislukt, dubbel, stil, apart, gelaten)

// Whether our own mail server says that it is from who it says (RFC 8601). weersproken: it says it is not.
enum class Echtheid { onbekend, bevestigd, weersproken };
BOOST_DESCRIBE_ENUM(Echtheid, onbekend, bevestigd, weersproken)

// Why no acknowledgement went.
enum class Bevestigingsrem { geen, per_adres, geen_antwoord, in_gesprek, geen_partij, zwijgen };
BOOST_DESCRIBE_ENUM(Bevestigingsrem, geen, per_adres, geen_antwoord, in_gesprek, geen_partij, zwijgen)

// As it came over the wire (RFC 5321).
struct Envelop {
    std::string van;                // "" of a report
    std::vector<std::string> aan;   // at most ontvangers_limit
};

// For each recipient. Where the machine breaks there is no answer but an exception: the sender keeps the mail.
enum class Ontvangst { bewaard, onbekend };

// About a mail that we sent: it did not arrive, or is late. For what sends.
struct Bezorgmelding {
    Id<Gemeente> gemeente;
    mail::Soort soort = mail::Soort::niet_bezorgd;
    mail::Rapport rapport;
};

// FieldErrors of what was filled in; `adressen` in normal form.
std::vector<FieldError> problems(const Postvak&);
// Lower case and trimmed, doubles and empty ones left out.
Postvak normalised(Postvak);

// What our own server `authserv_id` says about who it is from; only its newest line counts. Empty: nothing is believed.
Echtheid echtheid_van(const mail::Mail&, std::string_view authserv_id);
// Nobody reads an answer, as the address or the kind of mail says.
bool is_zonder_antwoord(const mail::Mail&);
// Nothing could be read in it.
bool is_onleesbaar(const mail::Mail&);
// The same for the same words of the same sender with the same parts, whatever servers added on the way.
std::string inhoud_hash(const mail::Mail&);

}  // namespace dichtbij::postvak
