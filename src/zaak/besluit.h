#pragma once
// A decision in a case. Fields as in the Besluiten API; what that does not carry is "own".

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>

#include "norm/legal_term.h"
#include "zaak/zaak.h"

namespace dichtbij::zaak {

// What whoever disagrees can do within six weeks (Awb 6:7); own.
enum class Rechtsmiddel { bezwaar, beroep, geen };
BOOST_DESCRIBE_ENUM(Rechtsmiddel, bezwaar, beroep, geen)
Rechtsmiddel rechtsmiddel_van(const zaaktype::Zaaktype&);  // when nothing else was chosen

struct Besluit {
    Id<dichtbij::Besluit> id;
    Id<dichtbij::Zaak> zaak;
    std::string omschrijving;                           // what was decided
    std::string toelichting;                            // why
    Day datum{};
    std::optional<Day> verzonden_datum;                 // published: the day it was sent (Awb 3:41)
    std::optional<Day> ingang_datum;                    // ingangsdatum
    std::optional<Day> verval_datum;                    // vervaldatum
    Rechtsmiddel rechtsmiddel = Rechtsmiddel::bezwaar;  // own
    std::optional<Day> reactie_datum;                   // uiterlijkeReactiedatum: last day to object; computed
    std::optional<Day> ingetrokken_datum;
    std::string intrekkingsreden;
    std::optional<Id<Medewerker>> door;
    Instant vastgelegd_op;
    bool operator==(const Besluit&) const = default;

    bool geldt() const { return !ingetrokken_datum; }
};
BOOST_DESCRIBE_STRUCT(Besluit, (),
                      (id, zaak, omschrijving, toelichting, datum, verzonden_datum, ingang_datum, verval_datum, rechtsmiddel, reactie_datum,
                       ingetrokken_datum, intrekkingsreden, door, vastgelegd_op))

struct BesluitBeeld {
    Besluit besluit;
    norm::Explanation bezwaartermijn;                   // why the last day is what it is; empty without one
};

// Awb 6:7 and 6:8: six weeks from the day after it was sent.
Result<norm::Einde> reactietermijn(Day verzonden_datum);

}  // namespace dichtbij::zaak
