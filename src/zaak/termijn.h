#pragma once
// The legal term of a case: what happened to it, and the last day that follows from it. The day is computed
// from these facts each time (norm::last_day), never moved by hand. Pure.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

#include "norm/dwangsom.h"
#include "norm/klok.h"
#include "zaak/zaak.h"

namespace dichtbij::zaak {

// Clocks on the werk that stand for terms of law.
inline constexpr std::string_view klok_wettelijk = "wet:termijn";
inline constexpr std::string_view klok_ingebrekestelling = "wet:ingebrekestelling";

using norm::Opschortingsgrond;

// The term stands still on [van, tot). `tot` none: still. It ends by itself on `tot_uiterlijk`, the end of
// the time that was given.
struct Opschorting {
    Uuid id{};
    Id<dichtbij::Zaak> zaak;
    Opschortingsgrond grond = Opschortingsgrond::aanvulling;
    Day van{};                                          // the day after it was told
    std::optional<Day> tot;                             // the first day that counts again
    std::optional<Day> tot_uiterlijk;
    std::string wachten_op;                             // until what, in words
    std::string reden;
    Instant begonnen_op;
    std::optional<Id<Medewerker>> door;
    std::optional<Instant> geeindigd_op;
    bool operator==(const Opschorting&) const = default;

    bool loopt() const { return !tot; }
};
BOOST_DESCRIBE_STRUCT(Opschorting, (), (id, zaak, grond, van, tot, tot_uiterlijk, wachten_op, reden, begonnen_op, door, geeindigd_op))

// By decision of the gemeente, within what the case type allows; or with consent of the applicant.
enum class Verlengingsgrond { besluit, instemming };
BOOST_DESCRIBE_ENUM(Verlengingsgrond, besluit, instemming)

struct Verlenging {
    Uuid id{};
    Id<dichtbij::Zaak> zaak;
    Verlengingsgrond grond = Verlengingsgrond::besluit;
    int aantal = 0;
    zaaktype::Termijneenheid eenheid = zaaktype::Termijneenheid::weken;
    Day medegedeeld_datum{};
    std::string reden;
    Instant op;
    std::optional<Id<Medewerker>> door;
    bool operator==(const Verlenging&) const = default;
};
BOOST_DESCRIBE_STRUCT(Verlenging, (), (id, zaak, grond, aantal, eenheid, medegedeeld_datum, reden, op, door))

// What the applicant gets who gives written notice of default (Awb 4:17).
struct Ingebrekestelling {
    Uuid id{};
    Id<dichtbij::Zaak> zaak;
    Day ontvangen_datum{};
    Day termijn_datum{};                                // the last day as it was then
    std::string toelichting;
    Instant op;
    std::optional<Id<Medewerker>> door;
    bool operator==(const Ingebrekestelling&) const = default;
};
BOOST_DESCRIBE_STRUCT(Ingebrekestelling, (), (id, zaak, ontvangen_datum, termijn_datum, toelichting, op, door))

struct DwangsomBeeld {
    Ingebrekestelling ingebrekestelling;
    norm::Dwangsom tot_nu;                              // until today, or until the decision
    norm::Dwangsom hoogstens;                           // when nothing is decided
    bool loopt = false;                                 // not decided yet
};

// All that says when a case must be decided.
struct Termijn {
    zaaktype::WettelijkeTermijn wet;
    Day vanaf{};                                        // of the event; the term begins on the day after
    std::vector<Opschorting> opschortingen;
    std::vector<Verlenging> verlengingen;
};

struct TermijnBeeld {
    norm::Einde einde;                                  // a suspension that runs gives nothing yet
    std::optional<Day> verwacht;                        // when what runs lasts until the end of the time given
    std::vector<Opschorting> opschortingen;             // by first day
    std::vector<Verlenging> verlengingen;               // in order
    int verlengingen_over = 0;                          // by decision
};

// The day of the event from which the term counts: receipt; for an objection the last day to object, when
// it is known when the contested decision was published (Awb 7:10).
Result<Day> termijn_vanaf(const zaaktype::Zaaktype&, Day startdatum, std::optional<Day> bestreden_besluit);

// With what it was extended by; nothing when the law sets no term.
std::optional<norm::LegalTerm> wettelijke_termijn(const Termijn&);
// The suspensions that are over, as the term meets them. What overlaps with one that runs is part of that.
norm::Verloop verloop_van(const std::vector<Opschorting>&);
// CHECKs that the law sets a term.
Result<norm::Einde> laatste_dag(const Termijn&);
// The same if every suspension that runs ends on that day, or at the end of the time given.
Result<norm::Einde> laatste_dag_als_hervat(const Termijn&, Day hervat);
// For the clock of the term: what gives the same last day.
std::vector<norm::Pauze> pauzes_van(const std::vector<Opschorting>&, Instant gestart_op);
// When the term is taken to begin on a clock: now, or noon of a day before.
Instant moment_op(Day, Instant now);

Result<norm::Dwangsom> dwangsom(const Ingebrekestelling&, std::optional<Day> besluit_datum);

std::optional<FieldError> check_grond(const zaaktype::Zaaktype&, Opschortingsgrond);

}  // namespace dichtbij::zaak
