#pragma once
// A case type in a gemeente: its versions and how the gemeente set it up.
//
// A version begins as a draft. Published, its content never changes again; a running case stays on its
// version. Publishing a next one ends the one before, so that at most one is in force on a day.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "zaaktype/zaaktype.h"

namespace dichtbij {
struct Zaaktype;
struct ZaaktypeVersie;
}  // namespace dichtbij

namespace dichtbij::zaaktype {

// What is kept. (Ended is a published one of which the last day has passed: see Staat.) A draft is "concept"
// in the standard, which is a keyword of C++.
enum class Status { ontwerp, gepubliceerd };
BOOST_DESCRIBE_ENUM(Status, ontwerp, gepubliceerd)

enum class Staat { ontwerp, gepubliceerd, beeindigd };
BOOST_DESCRIBE_ENUM(Staat, ontwerp, gepubliceerd, beeindigd)

// Where the content of a draft comes from. An import replaces what only an import wrote, never what a person did.
enum class Bron { medewerker, import };
BOOST_DESCRIBE_ENUM(Bron, medewerker, import)

struct Versie {  // without its content
    Id<dichtbij::ZaaktypeVersie> id;
    Id<dichtbij::Zaaktype> zaaktype;
    int nummer = 1;           // 1, 2, ... of the case type
    Status status = Status::ontwerp;
    Bron bron = Bron::medewerker;
    Instant gemaakt_op;
    Instant gewijzigd_op;
    std::optional<Instant> gepubliceerd_op;
    std::optional<Day> geldig_van;  // [van, tot): cases may begin; none in a draft
    std::optional<Day> geldig_tot;
    std::int64_t revisie = 0;       // rises with each save of the draft
    bool operator==(const Versie&) const = default;
};

struct Versieblad {  // a version with its content
    Versie versie;
    Id<dichtbij::Gemeente> gemeente;
    Zaaktype inhoud;
    bool mag_wijzigen = false;  // the caller
};

// What the gemeente chooses, for all versions at once. Not in the file.
struct Inrichting {
    Id<dichtbij::Zaaktype> zaaktype;
    std::optional<Id<dichtbij::Team>> team;  // none: not chosen yet
    std::optional<Id<dichtbij::Medewerker>> proceseigenaar;
    std::vector<Id<dichtbij::Product>> producten;      // that it serves
    std::vector<Id<dichtbij::Onderwerp>> onderwerpen;  // from which a case of it begins
    std::int64_t versie = 0;
    bool operator==(const Inrichting&) const = default;
};

struct Zaaktyperegel {  // one line of the list; of the version in force, else of the last
    Id<dichtbij::Zaaktype> id;
    std::string code;
    Tweetalig naam;
    std::string domein;
    Aanleiding aanleiding = Aanleiding::aanvraag;
    int afhandelniveau = 3;
    Staat staat = Staat::ontwerp;
    int nummer = 1;
    std::optional<Day> geldig_tot;
    int te_bevestigen = 0;  // things that the gemeente has to confirm: te_bevestigen in regels.h
    Id<dichtbij::ZaaktypeVersie> versie;
    std::optional<Id<dichtbij::ZaaktypeVersie>> ontwerp;  // the draft, when there is one
    std::optional<Id<dichtbij::Team>> team;
    std::optional<Id<dichtbij::Medewerker>> proceseigenaar;
    bool mag_wijzigen = false;
};

struct Zaaktypeblad {
    Zaaktyperegel regel;
    Id<dichtbij::Gemeente> gemeente;
    Inrichting inrichting;
    std::vector<Versie> versies;  // newest first
};

Staat staat_van(const Versie&, Day);
bool geldt_op(const Versie&, Day);  // a case may begin on it

}  // namespace dichtbij::zaaktype
