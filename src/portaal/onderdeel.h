#pragma once
// What other capabilities plug into the portal: their matters in the list of "Mijn Dichtbij", their numbers
// on the page for following without signing in. The portal lies below them and knows them by this only.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "base/result.h"
#include "base/time.h"
#include "html/catalogue.h"
#include "portaal/inwoner.h"
#include "store/store.h"

namespace dichtbij::portaal {

// One matter of a resident, in his language and in plain words.
struct Loopt {
    std::string nummer;            // "Z-2026-048291"
    std::string titel;
    std::string titeltaal = {};    // "nl" when the title is Dutch whatever the page is in; "": as the page
    std::string nu;                // "Stap 4 van 5: wij nemen een besluit."
    std::string daarna = {};       // what comes next; may be empty
    std::string behandelaar = {};  // name of who does it
    std::optional<Day> beloofd = {};
    std::optional<Instant> beloofd_op = {};  // when it is promised to the hour; then `beloofd` is its day
    std::string belofte = {};      // what happens by then: "krijgt u het besluit"
    std::string url;               // on the portal: "/mijn/zaken/ID"
    bool is_open = true;
    Day sinds{};                   // asked for on
    std::optional<Day> klaar = {}; // closed on
    // What is asked of him, in Dutch: on top of the page, with a button. Empty: nothing.
    std::string vraag = {};
    std::string vraag_url = {};
    std::string vraag_knop = {};   // words on the button
    std::optional<Day> vraag_voor = {};
};

// Something with a number that someone without a session may want to follow.
struct Volgbaar {
    Volgobject object;
    std::string nummer;
    std::string domein;                        // confidential domain: never followed without signing in
    bool met_postcode = false;                 // of a kind for which postcode and house number suffice
    std::vector<Id<Partij>> van;               // whose it is: their addresses count
    Loopt loopt;                               // what is shown: status, who does it, promised date; nothing else of it
    std::string telefoon_behandelaar = {};     // else the number of the gemeente
    bool mag_schrijven = false;                // a message to who does it can be sent
};

inline constexpr std::size_t volgbericht_limit = 3000;  // characters

// What someone writes who follows without signing in. Who he is nobody knows.
struct Volgbericht {
    std::string tekst;
    std::string onderwerp;  // in Dutch, for colleagues
    std::string taal;       // "nl" or "en"
};
struct Volgontvangst {
    std::optional<Instant> beloofd_op;  // when it is answered
};

class Onderdeel {
  public:
    virtual ~Onderdeel() = default;
    virtual std::string_view soort() const = 0;  // "zaak"
    // His matters: running ones all, then the ones closed last; at most `limit` in all. Only what he may see:
    // a mandate that ended shows nothing. Called inside a reading transaction.
    virtual std::vector<Loopt> of(store::Tx&, const Inwoner&, const html::Texts&, int limit) const = 0;
    // By number as typed. No rights are asked: the portal decides. Nothing: not a number of this kind.
    virtual std::optional<Volgbaar> by_nummer(store::Tx&, Id<Gemeente>, std::string_view nummer, const html::Texts&) const = 0;
    // The same for an object that is being followed; nothing when it is gone.
    virtual std::optional<Volgbaar> by_id(store::Tx&, Id<Gemeente>, const Uuid& id, const html::Texts&) const = 0;
    // To who does it; the answer goes to whose it is, on the address we know. invalid "tekst".
    virtual Result<Volgontvangst> schrijf(const access::Caller&, Id<Gemeente>, const Uuid&, const Volgbericht&) const { return not_found("no messages about this"); }
};

}  // namespace dichtbij::portaal
