#pragma once
// Who looked at the data of a resident and why: function and department; a name only when the gemeente chose so.

#include <boost/describe/enum.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/access_log.h"
#include "partij/partij.h"
#include "portaal/inwoner.h"

namespace dichtbij::mijn {

std::span<const store::Migration> migrations();

inline constexpr std::size_t inzagen_limit = 50;  // rows of the log on a page

// Someone who followed a number of his without signing in: he himself, or who knew enough.
enum class Gevolgd { niet, met_nummer, met_code };
BOOST_DESCRIBE_ENUM(Gevolgd, niet, met_nummer, met_code)

// What an employee did when he looked, as far as the log tells.
enum class Handeling { onbekend, zaak, nieuwe_zaak, vraag, gesprek, document, bericht, samenvoegen, gegevens, brp };
BOOST_DESCRIBE_ENUM(Handeling, onbekend, zaak, nieuwe_zaak, vraag, gesprek, document, bericht, samenvoegen, gegevens, brp)

// One employee on one day with one purpose, or the resident himself.
struct Keek {
    Day dag{};
    Instant eerste_op;
    Instant laatste_op;
    int keren = 1;
    bool zelf = false;
    Gevolgd gevolgd = Gevolgd::niet;
    bool systeem = false;  // another system of the gemeente, by its name in `afdeling`
    std::string naam;        // only when the gemeente chose so
    std::string functie;
    std::string afdeling;    // the team he works in
    std::string doel;        // "dienstverlening"
    std::string soort;       // what was opened: "zaak", "taak"; "": his data
    Handeling handeling = Handeling::onbekend;
    std::optional<Uuid> object;  // what was opened, of that kind
    std::string medewerker;  // for putting looks together; never shown
};

struct Keekpagina {
    std::vector<Keek> regels;          // newest first
    std::optional<std::int64_t> voor;  // for the next page
};

// What a gemeente chose about Mijn Dichtbij.
struct Instelling {
    bool toon_namen = false;
};

class InzageService {
  public:
    InzageService(store::Store& store, const Clock& clock, access::AccessLog& log) : store_(store), clock_(clock), log_(log) {}

    // Of all his doubles together.
    Keekpagina of(const portaal::Inwoner&, std::optional<std::int64_t> voor);

    // By a beheerder of the gemeente.
    Result<Instelling> instelling(const access::Caller&, Id<Gemeente>);
    Result<Done> set_instelling(const access::Caller&, Id<Gemeente>, const Instelling&);

  private:
    store::Store& store_;
    const Clock& clock_;
    access::AccessLog& log_;
};

}  // namespace dichtbij::mijn
