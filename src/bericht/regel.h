#pragma once
// A rule: when this stands in the journal, that template goes out. Data, per gemeente; the rules shipped with
// the program hold until a gemeente switches one off or puts a more exact one beside it.

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "bericht/sjabloon.h"

namespace dichtbij::bericht {

inline constexpr std::size_t regels_limit = 100;        // of a gemeente
inline constexpr std::size_t voorwaarde_limit = 100;    // characters

struct Berichtregel {
    std::string code = {};
    std::string gebeurtenis = {};  // "zaak.status_gezet"
    std::string kenmerk = {};  // of the journal row: "status"; empty: any
    std::string waarde = {};  // that it must have
    std::string zaaktype = {};  // code; empty: any
    std::string kanaal = {};  // over which the question came; empty: any
    std::string sjabloon = {};  // empty: no message, also when a wider rule says so
    bool actief = true;
    bool eigen = false;              // made by the gemeente, not shipped
    bool operator==(const Berichtregel&) const = default;
};
BOOST_DESCRIBE_STRUCT(Berichtregel, (), (code, gebeurtenis, kenmerk, waarde, zaaktype, kanaal, sjabloon, actief, eigen))

// What happened, as far as rules look at it.
struct Voorval {
    std::string gebeurtenis;
    std::vector<std::pair<std::string, std::string>> kenmerken;
    std::string zaaktype;
    std::string kanaal;
};

// An event that rules may name, with the properties that its journal row has.
struct Gebeurtenis {
    std::string code;
    Tweetalig naam;
    std::vector<std::string> kenmerken;
};

bool geldt_voor(const Berichtregel&, const Voorval&);
// How exact a rule is: the number of its conditions.
int nauwkeurigheid(const Berichtregel&);
// The one that decides: of those that are on and hold, the most exact; of equal ones the gemeente's own, then
// the first. nullptr: none. One event gives at most one message.
const Berichtregel* beslissend(std::span<const Berichtregel>, const Voorval&);

}  // namespace dichtbij::bericht
