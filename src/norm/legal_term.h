#pragma once
// Terms set by law: days, weeks, months or years, whose end is moved by the Algemene termijnenwet
// (art. 1, 2 and 4) or by Regulation 1182/71, with suspension (Awb 4:15) and extension (verdaging).

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "norm/explanation.h"

namespace dichtbij::norm {

enum class Termijneenheid { uren, dagen, weken, maanden, jaren };
BOOST_DESCRIBE_ENUM(Termijneenheid, uren, dagen, weken, maanden, jaren)

struct Duur {
    int aantal = 0;
    Termijneenheid eenheid = Termijneenheid::weken;
    bool operator==(const Duur&) const = default;
};

// "8w", "42d", "6m", "1j" (also 1y). nullopt for anything else, zero and what exceeds duur_limit.
std::optional<Duur> parse_duur(std::string_view text);
int duur_limit(Termijneenheid);  // the largest amount that is taken: about a hundred years

// The term begins on the day after the event (receipt, publication), or on the day itself (Awb 3:16).
enum class Telling { vanaf_de_dag_erna, vanaf_de_dag_zelf };
BOOST_DESCRIBE_ENUM(Telling, vanaf_de_dag_erna, vanaf_de_dag_zelf)

// What moves the end: the Algemene termijnenwet, Regulation (EEC, Euratom) 1182/71 (for the AVG; knows
// no longest term), or nothing (the 42 days of Awb 4:17).
enum class Regime { termijnenwet, verordening_1182_71, geen };
BOOST_DESCRIBE_ENUM(Regime, termijnenwet, verordening_1182_71, geen)

struct LegalTerm {
    Duur duur;
    Telling telling = Telling::vanaf_de_dag_erna;
    Regime regime = Regime::termijnenwet;
    std::optional<Duur> verdaagd = std::nullopt;  // extended by, told in time; a Verdaging of the Verloop comes instead
    bool operator==(const LegalTerm&) const = default;
};

enum class Opschortingsgrond {
    aanvulling,            // Awb 4:15 lid 1 a: invited to complete the application
    buitenland,            // lid 1 b: information from abroad
    instemming,            // lid 2 a: the applicant agrees
    vertraging_aanvrager,  // lid 2 b: the delay is the applicant's
    overmacht,             // lid 2 c
    herstel_verzuim,       // 7:10 lid 2: repair of an objection under 6:6
    zienswijze_derden,     // Woo 4.4: third parties are heard under 4:8
};
BOOST_DESCRIBE_ENUM(Opschortingsgrond, aanvulling, buitenland, instemming, vertraging_aanvrager, overmacht,
                    herstel_verzuim, zienswijze_derden)

// The term stands still on the days [van, tot).
struct Opschorting {
    Day van{};
    Day tot{};
    Opschortingsgrond grond = Opschortingsgrond::aanvulling;
    bool operator==(const Opschorting&) const = default;
};

// Awb 4:15 lid 1: from the day after the invitation until the day on which the application is completed
// or the time given for it has lapsed. That day itself counts again: the safe side for who must decide.
Opschorting opschorting_after_invitation(Day invited, Day completed_or_lapsed, Opschortingsgrond grond);

struct Verdaging {
    Duur duur;
    Day medegedeeld_datum{};  // the day it was told; on or before the last day, or it has no effect
    bool operator==(const Verdaging&) const = default;
};

// What happened to a running term.
struct Verloop {
    std::vector<Opschorting> opschortingen;  // any order, may overlap; a day counts once
    std::optional<Verdaging> verdaging;
};

struct Einde {
    Day datum{};                // last day, moved by the Termijnenwet
    Day zonder_verschuiving{};  // before art. 1 moved it; extension and suspension count from here
    Explanation explanation;
};

// The last day of a term. `from` is the day of the event. An extension is counted from the end that
// was not moved (the safe side for who must decide). Fails for a term in hours, an amount out of limits,
// or an extension told after the last day.
Result<Einde> last_day(const LegalTerm& term, Day from, const Verloop& verloop = {});

// The same for a term that nothing happened to, without the reason.
Result<Day> last_day_only(const LegalTerm& term, Day from);

// The first day of a term counted back from an event; its end does not move (Termijnenwet art. 1 lid 2).
// What must happen "until N days before" is in time on the day before the day that is given.
Result<Einde> counted_back(const Duur& duur, Day event);

// Termijnenwet art. 4: not for terms in hours, in years, or of more than 90 days, 12 weeks or 3 months.
bool termijnenwet_applies(const Duur& duur);

}  // namespace dichtbij::norm
