#pragma once
// A task inside a case: advice, an approval, a question to the applicant, a document to send. It has a werk of
// its own under that of the case: internal, with its own owner, without a promise.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>

#include "zaak/zaak.h"

namespace dichtbij::zaak {

using zaaktype::Taaksoort;

inline constexpr std::size_t taaknaam_limit = 200;

// What came of it. An approval is given or refused; a question is answered or not.
enum class Taakuitkomst { gedaan, positief, negatief, beantwoord, niet_beantwoord, vervallen };
BOOST_DESCRIBE_ENUM(Taakuitkomst, gedaan, positief, negatief, beantwoord, niet_beantwoord, vervallen)
bool kan_eindigen(Taaksoort, Taakuitkomst);

struct Zaaktaak {
    Id<dichtbij::Zaaktaak> id;
    Id<dichtbij::Zaak> zaak;
    Id<Gemeente> gemeente;
    std::string nummer;                                 // for people: "A-2026-048291"
    std::string naam;
    Taaksoort soort = Taaksoort::intern_advies;
    std::string toelichting;                            // what is asked
    std::string sjabloon;                               // name of the template it was made from, or ""
    Day uiterlijk_datum{};
    std::optional<Instant> gesteld_op;                  // vraag_aan_aanvrager: when the applicant was asked
    std::optional<Uuid> opschorting;                    // that the question began
    std::optional<Taakuitkomst> uitkomst;               // none: open
    std::string antwoord;
    std::optional<Instant> afgerond_op;
    std::optional<Id<Medewerker>> afgerond_door;
    Id<Werk> werk;
    std::optional<Instant> herinnerd_op;                // vraag_aan_aanvrager: when its coming end was told
    bool operator==(const Zaaktaak&) const = default;

    bool is_open() const { return !uitkomst; }
};
BOOST_DESCRIBE_STRUCT(Zaaktaak, (),
                      (id, zaak, gemeente, nummer, naam, soort, toelichting, sjabloon, uiterlijk_datum, gesteld_op, opschorting, uitkomst,
                       antwoord, afgerond_op, afgerond_door, werk, herinnerd_op))

}  // namespace dichtbij::zaak
