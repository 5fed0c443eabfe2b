#pragma once
// How a resident found it, once his case or question was done. Pure.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij {
struct Zaak;
struct Waardering;
}

namespace dichtbij::waardering {

inline constexpr int cijfer_laagste = 1;
inline constexpr int cijfer_hoogste = 5;
inline constexpr std::size_t woorden_limit = 1000;  // characters
inline constexpr int wijzigen_dagen = 14;           // after the day on which it was given

enum class Soort { zaak, klantcontact };
BOOST_DESCRIBE_ENUM(Soort, zaak, klantcontact)

struct Waarover {
    Soort soort = Soort::zaak;
    Uuid id{};
    static Waarover van(Id<Zaak> id) { return {Soort::zaak, id.bytes}; }
    static Waarover van(Id<Klantcontact> id) { return {Soort::klantcontact, id.bytes}; }
    bool operator==(const Waarover&) const = default;
};

// What is typed.
struct Oordeel {
    int cijfer = 0;
    std::string woorden;  // may be empty
};

struct Waardering {
    Id<dichtbij::Waardering> id;
    Soort soort = Soort::zaak;
    Uuid object{};
    Id<Werk> werk;
    Id<Gemeente> gemeente;
    std::optional<Id<Partij>> door;         // none: he was forgotten
    int cijfer = 0;
    Instant gegeven_op;
    std::optional<Instant> gewijzigd_op;
    std::optional<std::int64_t> journaal;   // with the words; none: there are none
    bool operator==(const Waardering&) const = default;

    Day laatste_datum() const { return day_of(gegeven_op) + days(wijzigen_dagen); }  // on which it may change
    bool is_te_wijzigen(Day today) const { return today <= laatste_datum(); }
};
BOOST_DESCRIBE_STRUCT(Waardering, (), (id, soort, object, werk, gemeente, door, cijfer, gegeven_op, gewijzigd_op, journaal))

inline bool is_cijfer(int cijfer) { return cijfer >= cijfer_laagste && cijfer <= cijfer_hoogste; }

}  // namespace dichtbij::waardering
