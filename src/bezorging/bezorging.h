#pragma once
// What happens to a message after it leaves the outbox by mail: under which Message-ID it goes, what the mail server said,
// what came back. Pure.

#include <boost/describe/class.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "mail/smtp.h"

namespace dichtbij {
struct Zending;
}

namespace dichtbij::bezorging {

inline constexpr std::string_view kanaal_email = "email";
inline constexpr std::size_t uitleg_limit = 300;  // octets of what a server says
inline constexpr int gesprek_limit = 30;          // mails of one work that are named as what came before

// One departure by mail. Its Message-ID stays the same over all attempts.
struct Mailbezorging {
    Id<dichtbij::Zending> zending;
    Id<Gemeente> gemeente;
    Id<Partij> partij;
    std::optional<Id<Werk>> werk;        // none: about nothing, or about more than one
    std::string message_id;              // without < >
    std::string adres_sleutel;           // of the address it went to
    Instant poging_op;                   // the last one
    std::optional<Instant> aangenomen_op;
    int code = 0;                        // of the last answer; 0: none
    std::string status;                  // "5.1.1"; ""
    std::string uitleg;                  // the answer as it stands; may hold the address
    std::optional<Instant> vertraagd_op; // another server said that it takes longer
    std::optional<Instant> teruggekomen_op;
    bool operator==(const Mailbezorging&) const = default;
};
BOOST_DESCRIBE_STRUCT(Mailbezorging, (), (zending, gemeente, partij, werk, message_id, adres_sleutel, poging_op, aangenomen_op, code, status, uitleg, vertraagd_op, teruggekomen_op))

// An address that a server said does not exist: no mail goes there until someone says that it works again.
struct Defect {
    Id<Partij> partij;
    std::string adres_sleutel;
    Id<Gemeente> gemeente;
    Instant sinds;
    std::string status;
    bool operator==(const Defect&) const = default;
};
BOOST_DESCRIBE_STRUCT(Defect, (), (partij, adres_sleutel, gemeente, sinds, status))

// Whether the mail server lets us in. While it does not, one message tries and the others wait, uncounted.
struct Serverstand {
    std::string kanaal;
    std::optional<Instant> storing_sinds;
    int pogingen = 0;
    Instant volgende_op;
    std::string fout;                    // what it said, or what went wrong
    bool operator==(const Serverstand&) const = default;
};
BOOST_DESCRIBE_STRUCT(Serverstand, (), (kanaal, storing_sinds, pogingen, volgende_op, fout))

// How long after attempt number `pogingen` (from 1) at a server that is away.
seconds wacht_op_server(int pogingen);

// By which an address is known again without keeping it: SHA-256 of its lower-case form, in hexadecimals.
std::string adres_sleutel(std::string_view adres);

// Why it did not arrive, as a code for people ("bericht.zendfout.CODE"): "adres_onbekend", "mailbox_vol", "mailbox_dicht",
// "te_groot", "geweigerd", "tijdelijk", "geen_antwoord".
std::string zendfout(int code, std::string_view status);
// The address itself is wrong, so that another attempt to it is useless (RFC 3463, 3.2 and 3.3).
bool is_adresfout(std::string_view status);

// "Gemeente Oeverland <post@oeverland.nl>" or the bare address.
struct Afzender {
    std::string naam;
    std::string adres;
    bool operator==(const Afzender&) const = default;
};
std::optional<Afzender> afzender_van(std::string_view text);

struct Mailopties {
    Afzender afzender;                               // when the gemeente has none of its own
    std::map<std::string, Afzender> per_gemeente;    // by code
    bool plusadressen = false;                       // answers go to post+TOKEN@...: the mail server must know plus addresses
    int per_minuut = 120;
    std::string mijn_url;                            // of the residents' side; ""
};

}  // namespace dichtbij::bezorging
