#pragma once
// A message to a person: what is told, in which language, over which channel, and how far it came. What a
// person wrote is kept in the transaction of the act; what a rule says is made by a follower. Both are this.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace dichtbij {
struct Bericht;
}

namespace dichtbij::bericht {

// In characters, for forms and validation alike.
inline constexpr std::size_t onderwerp_limit = 120;
inline constexpr std::size_t tekst_limit = 6000;
inline constexpr std::size_t reden_limit = 1000;

inline constexpr std::string_view mijn_dichtbij = "mijn_dichtbij";  // the channel that is always there
// What waits for the minute in which an act can be taken back, waits this long: a little more.
inline constexpr seconds handeling_termijn{65};

// wacht: its minute, quiet hours or bundle are not over; can still be withdrawn and edited.
// klaar: goes out now; verzonden: delivered; gelezen: opened by the resident in Mijn Dichtbij.
enum class Staat { wacht, klaar, verzonden, gelezen, ingetrokken, mislukt };
BOOST_DESCRIBE_ENUM(Staat, wacht, klaar, verzonden, gelezen, ingetrokken, mislukt)

// The channel over which someone with this preference is written to: mail or a letter, else Mijn Dichtbij.
std::string schrijfkanaal(std::string_view voorkeur);

// May this state follow that one? A table of data; `ingetrokken` and `gelezen` are ends.
bool may_follow(Staat van, Staat naar);
// What a resident sees in Mijn Dichtbij: everything that went out.
bool is_zichtbaar(Staat);

struct NieuwBericht {
    Id<Gemeente> gemeente;
    Id<Partij> partij;
    std::optional<Id<Werk>> werk;
    std::string sjabloon;            // code; empty: free words
    std::string taal = "nld";        // nld or eng
    std::string onderwerp;           // never personal data: it stands in a mail's subject and on a lock screen
    std::string tekst;               // plain text; an empty line begins a paragraph
    std::optional<Uuid> handeling;   // an act that can be undone: waits until its minute is over, goes with it when taken back
};

struct Bericht {
    Id<dichtbij::Bericht> id;
    Id<Gemeente> gemeente;
    Id<Partij> partij;
    std::optional<Id<Werk>> werk;
    std::string nummer;              // of the werk, for searching; "" without
    std::string sjabloon;            // code; "": free words
    std::string sjabloon_versie;     // "standaard.1", "eigen.3"; "": free words
    std::string taal = "nld";
    std::string kanaal;              // by preference of the partij
    std::string onderwerp;
    std::string tekst;
    Staat staat = Staat::wacht;
    bool spoed = false;              // does not wait for quiet hours or a bundle
    std::optional<Id<Medewerker>> door;  // none: a rule
    std::string regel;               // code of the rule; "": a person wrote it
    std::optional<std::int64_t> oorzaak;  // row of the journal that the rule saw
    std::optional<Uuid> handeling;
    Instant ontstaan_op;
    Instant niet_voor_op;
    Instant gepland_op;              // when it will go, as far as known now
    std::optional<Uuid> bundel;      // the departure (Zending) it went with; others may have gone along
    std::optional<Instant> verzonden_op;
    std::optional<Instant> gelezen_op;
    std::optional<Instant> ingetrokken_op;
    std::optional<Id<Medewerker>> ingetrokken_door;
    std::string intrekreden;         // words of who withdrew it
    std::int64_t versie = 1;

    bool operator==(const Bericht&) const = default;
};
BOOST_DESCRIBE_STRUCT(Bericht, (),
                      (id, gemeente, partij, werk, nummer, sjabloon, sjabloon_versie, taal, kanaal, onderwerp, tekst, staat, spoed,
                       door, regel, oorzaak, handeling, ontstaan_op, niet_voor_op, gepland_op, bundel, verzonden_op, gelezen_op,
                       ingetrokken_op, ingetrokken_door, intrekreden, versie))

// In a confidential domain the reader may not read: that a message went, not what it says.
Bericht masked(Bericht);

// FieldErrors of what a person typed: required, too long, a place of the template that nobody filled in, a number
// or address in the subject that says who.
std::vector<FieldError> problems(std::string_view onderwerp, std::string_view tekst);
std::string normal_taal(std::string_view taal);  // "eng" for English, else "nld"
// The paragraphs of a text, without empty ones; lines inside a paragraph stay.
std::vector<std::string> paragraphs(std::string_view tekst);

}  // namespace dichtbij::bericht
