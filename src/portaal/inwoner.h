#pragma once
// A resident who uses the portal: who he is, how sure we are of that, and for whom he acts.

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

#include "access/caller.h"
#include "base/id.h"
#include "base/time.h"
#include "zaaktype/zaaktype.h"

namespace dichtbij::portaal {

using zaaktype::Betrouwbaarheidsniveau;

// code and postcode: not signed in, follows one reference. demo: chosen from a list, without proof.
enum class Aanmeldwijze { oidc, demo, code, postcode };
BOOST_DESCRIBE_ENUM(Aanmeldwijze, oidc, demo, code, postcode)

// By which number the provider named him.
enum class Herkend { niet, bsn, kvk_nummer };
BOOST_DESCRIBE_ENUM(Herkend, niet, bsn, kvk_nummer)

// The one object that may be followed without signing in.
struct Volgobject {
    std::string soort;  // of the Onderdeel: "zaak"
    Uuid id{};
    bool operator==(const Volgobject&) const = default;
};

// The purpose in the access log of what is read on the residents' side.
inline constexpr std::string_view doel_inwoner = "inwoner";
inline constexpr std::string_view doel_met_nummer = "inwoner zonder inloggen";  // with number, postcode and house number
inline constexpr std::string_view doel_met_code = "inwoner met code";

struct Inwoner {
    Id<Gemeente> gemeente;
    Aanmeldwijze wijze = Aanmeldwijze::oidc;
    std::string aanbieder;                    // code of the identity provider; "" without one
    Herkend herkend = Herkend::niet;
    Betrouwbaarheidsniveau niveau = Betrouwbaarheidsniveau::laag;

    // Who acts. None: signed in, but this gemeente does not know him (yet), or an employee of a company whom
    // the provider names by a pseudonym only.
    std::optional<Id<Partij>> partij;
    // For whom he acts: by mandate (DigiD Machtigen), or the company (eHerkenning). None: for himself.
    std::optional<Id<Partij>> namens;
    bool voor_ander = false;                  // acts for someone, also when that one is not known here
    std::string vestiging;                    // eHerkenning, when it is for one establishment
    std::string pseudoniem;                   // eHerkenning: who in the company, the same each time

    // Whose matters he sees: the doubles of that one too, the surviving one first. Empty: nothing is known here.
    std::vector<Id<Partij>> van;
    std::string naam;                         // of `partij`, else of `namens`; may be empty
    std::optional<Volgobject> volgt;          // with code and postcode

    std::string taal = "nl";
    std::string sessie;                       // the session, for comparing; no secret and nothing of a person

    bool is_ingelogd() const { return wijze == Aanmeldwijze::oidc || wijze == Aanmeldwijze::demo; }
    bool is_bekend() const { return !van.empty(); }
    // The party his matters are: `namens` when he acts for someone, else himself.
    std::optional<Id<Partij>> voor() const { return voor_ander ? namens : partij; }
    // Whether he may see this object: signed in (whose it is, its own service asks), or following just this one.
    bool mag_volgen(std::string_view soort, const Uuid& id) const {
        return is_ingelogd() || (volgt && volgt->soort == soort && volgt->id == id);
    }
    bool operator==(const Inwoner&) const = default;
};

// For services: the system acts, on what the portal checked. `scherm`: "portaal/zaken".
access::Caller caller_of(const Inwoner&, std::string_view scherm, std::string_view request_id);

}  // namespace dichtbij::portaal
