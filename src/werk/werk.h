#pragma once
// One open obligation: who owns it, what was promised, which clocks run. Worklists, substitution,
// escalation and figures are written on this alone, without knowing klantcontact, taak or zaak.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace dichtbij::werk {

// In characters, for forms and validation alike.
inline constexpr std::size_t titel_limit = 200;
inline constexpr std::size_t notitie_limit = 4000;
inline constexpr std::size_t reden_limit = 1000;
inline constexpr std::size_t bericht_limit = 4000;
inline constexpr std::size_t kanaal_limit = 50;
inline constexpr std::size_t taal_limit = 3;       // ISO 639-2/B: "nld"
inline constexpr std::size_t vermelding_limit = 20;  // colleagues named in one note
inline constexpr int afhandelniveau_hoogste = 5;
inline constexpr seconds ongedaan_termijn{60};

enum class Soort { klantcontact, taak, zaak, zaaktaak };
BOOST_DESCRIBE_ENUM(Soort, klantcontact, taak, zaak, zaaktaak)

enum class Uitkomst { beantwoord, doorverwezen, beeindigd, wordt_zaak, ingetrokken, niet_bereikt };
BOOST_DESCRIBE_ENUM(Uitkomst, beantwoord, doorverwezen, beeindigd, wordt_zaak, ingetrokken, niet_bereikt)

// Whom the work waits for while its clocks stand still.
enum class Wachtreden { inwoner, andere_partij };
BOOST_DESCRIBE_ENUM(Wachtreden, inwoner, andere_partij)

struct Werk {
    Id<dichtbij::Werk> id;
    Soort soort = Soort::klantcontact;
    Uuid object{};                                // of the kind `soort`
    std::string nummer;
    std::string titel;
    std::optional<Id<Gesprek>> gesprek;
    Id<Gemeente> gemeente;
    std::optional<Id<Partij>> partij;
    std::string kanaal;
    std::optional<Id<Product>> product;
    std::optional<Id<Onderwerp>> onderwerp;
    std::string taal = "nld";
    int afhandelniveau = 2;                       // 1 to 5
    std::string domein;                           // confidential domain, or ""
    Id<Team> team;
    Id<Medewerker> eigenaar;                      // always one person
    std::optional<Id<Medewerker>> toegewezen_aan;  // who was named; none: the team's lead owns it
    std::optional<Instant> aanvaard_op;           // none: "not yet accepted"
    std::optional<Id<dichtbij::Werk>> ouder;      // asked by a colleague: internal, no promise
    bool telt_als_vraag = true;
    Instant geopend_op;
    std::optional<Instant> gesloten_op;
    std::optional<Uitkomst> uitkomst;
    std::optional<Instant> beloofd_op;            // of the running toezegging
    std::optional<Instant> waarschuwing_op;
    Instant orde_op;                              // what lists are ordered by: the promise, else what stands for it
    std::optional<Wachtreden> wacht;
    int escalatie = 0;                            // steps of the ladder already taken
    std::optional<Instant> aandacht_op;           // when the timer looks at it next
    std::optional<Instant> herinnering_op;        // asked for by its owner: a call to try again
    std::string laatste_stap;                     // event of the journal: "werk.aanvaard"
    Instant laatste_op;
    std::optional<Id<Medewerker>> laatste_door;
    std::string zoektekst;                        // folded title and number, for the filter of a list
    std::int64_t versie = 1;                      // rises with every act of a person

    bool is_open() const { return !gesloten_op; }
    bool is_intern() const { return ouder.has_value(); }
    bool operator==(const Werk&) const = default;
};
BOOST_DESCRIBE_STRUCT(Werk, (),
                      (id, soort, object, nummer, titel, gesprek, gemeente, partij, kanaal, product, onderwerp, taal,
                       afhandelniveau, domein, team, eigenaar, toegewezen_aan, aanvaard_op, ouder, telt_als_vraag, geopend_op,
                       gesloten_op, uitkomst, beloofd_op, waarschuwing_op, orde_op, wacht, escalatie, aandacht_op,
                       herinnering_op, laatste_stap, laatste_op, laatste_door, zoektekst, versie))

// What a caller sees of work in a confidential domain he may not read: that something runs, where, and
// what was promised.
Werk masked(const Werk&);

std::string zoektekst_of(std::string_view titel, std::string_view nummer);

// One row of an act that can be taken back within `ongedaan_termijn` by who did it.
enum class Handeling { aanvaarden, toewijzen, doorgeven, afronden };
BOOST_DESCRIBE_ENUM(Handeling, aanvaarden, toewijzen, doorgeven, afronden)

// What an act leaves behind for the screen: the work as it is now, and the id that takes the act back.
struct Gedaan {
    Werk werk;
    std::optional<Uuid> ongedaan;
};

// FieldErrors for a text that is required or too long; nothing when it is right.
std::optional<FieldError> check_text(std::string_view field, std::string_view text, std::size_t limit);
std::optional<FieldError> check_required(std::string_view field, std::string_view text, std::size_t limit);

}  // namespace dichtbij::werk
