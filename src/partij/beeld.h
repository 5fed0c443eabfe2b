#pragma once
// What a caller gets to see of a partij.

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "partij/identificatie.h"
#include "partij/partij.h"

namespace dichtbij::partij {

// beperkt: nobody made sure who is on the line, or the role is not enough. Then there is no address, note
// or bank account, numbers and digital addresses are masked, and no confidential matter may be shown.
enum class Zicht { beperkt, volledig };
BOOST_DESCRIBE_ENUM(Zicht, beperkt, volledig)

// One line of a list. Of a warned partij only the name and the warning.
struct Treffer {
    PartijId id;
    GemeenteId gemeente;
    SoortPartij soort = SoortPartij::persoon;
    std::string naam;
    std::optional<Geboortedatum> geboortedatum;
    std::vector<Waarschuwing> waarschuwingen;
    bool operator==(const Treffer&) const = default;
};

// To be opened with a reason first.
struct Afgeschermd {
    PartijId id;
    GemeenteId gemeente;
    std::string naam;
    std::vector<Waarschuwing> waarschuwingen;
    bool operator==(const Afgeschermd&) const = default;
};

struct PartijBeeld {
    Partij partij;  // the surviving one, when a double was asked for
    Zicht zicht = Zicht::beperkt;
    bool is_geidentificeerd = false;  // in the gesprek that was named
    std::vector<Waarschuwing> waarschuwingen;
    std::vector<PartijId> dubbelen;   // linked to it: their contacts are this partij's too
    bool operator==(const PartijBeeld&) const = default;
};

using Inzage = std::variant<Afgeschermd, PartijBeeld>;

// The partij as Zicht::beperkt shows it.
Partij beperkt(Partij);
Treffer treffer_of(const Partij&);

// The same person or company in another gemeente where the caller has a role too, or another partij of
// the same gemeente that may be a double. BSN and KvK-nummer are sure; the rest only suggests.
enum class Verband { bsn, kvk_nummer, rsin, email, telefoonnummer, naam_en_geboortedatum };
BOOST_DESCRIBE_ENUM(Verband, bsn, kvk_nummer, rsin, email, telefoonnummer, naam_en_geboortedatum)

struct Verwant {
    Treffer partij;
    Verband verband = Verband::bsn;
    bool operator==(const Verwant&) const = default;
    bool is_zeker() const { return verband == Verband::bsn || verband == Verband::kvk_nummer || verband == Verband::rsin; }
};

}  // namespace dichtbij::partij
