#pragma once
// The legal terms a municipality meets, as data, and the few rules that combine them.

#include <boost/describe/enum.hpp>

#include <optional>
#include <span>
#include <string_view>

#include "norm/legal_term.h"

namespace dichtbij::norm {

enum class WettelijkeTermijn {
    awb_3_16,             // views on a draft decision; the day it is laid open counts
    awb_3_18,             // decision in the extensive public procedure
    awb_4_5,              // refusing to treat an application that stayed incomplete
    awb_4_13,             // decision on an application when no statute sets a term
    awb_4_18,             // fixing the amount of the dwangsom
    awb_6_7,              // objection or appeal
    awb_7_10,             // decision on an objection
    awb_7_10_commissie,   // the same with an advisory committee (7:13)
    awb_9_8,              // telling that a complaint is not handled
    awb_9_11,             // handling a complaint
    awb_9_11_commissie,   // the same with a committee (9:14)
    woo_4_4,              // decision on a Woo request
    woo_4_4_verstrekking, // release when an interested party may object (lid 5)
    woo_4_6,              // deciding not to treat a misused request
    avg_12_3,             // answer to a request under the AVG
    ow_16_64,             // Omgevingswet, regular procedure
};
BOOST_DESCRIBE_ENUM(WettelijkeTermijn, awb_3_16, awb_3_18, awb_4_5, awb_4_13, awb_4_18, awb_6_7, awb_7_10,
                    awb_7_10_commissie, awb_9_8, awb_9_11, awb_9_11_commissie, woo_4_4, woo_4_4_verstrekking, woo_4_6,
                    avg_12_3, ow_16_64)

enum class Controle { gelezen, eigen };  // the source was read, or is still to be verified before citing

struct LegalRule {
    WettelijkeTermijn code;
    std::string_view bron;  // "Awb 4:13"
    LegalTerm term;
    std::optional<Duur> verdaging;  // how far the authority may extend by itself
    Controle controle = Controle::gelezen;
};

std::span<const LegalRule> legal_rules();
const LegalRule& rule_of(WettelijkeTermijn);

// An extension by decision stays within what the rule allows; with consent of the person it may be more.
enum class Verdagingsgrond { besluit, instemming };

// last_day for a rule. `from`: the day of receipt, publication, or for 7:10 the last day to object.
Result<Einde> last_day_of(WettelijkeTermijn code, Day from, const Verloop& verloop = {},
                          Verdagingsgrond grond = Verdagingsgrond::besluit);

enum class Behandeling { zonder_commissie, met_commissie };
struct Bezwaartermijn {
    Einde indienen;    // last day to object (6:7, 6:8)
    Einde beslissen;   // last day to decide on an objection (7:10, from the day after `indienen`)
};
// `bekendgemaakt`: the day the decision was published (Awb 3:41).
Result<Bezwaartermijn> objection_terms(Day bekendgemaakt, Behandeling behandeling, const Verloop& verloop = {},
                                       Verdagingsgrond grond = Verdagingsgrond::besluit);

// Awb 6:9: received before the end of the last day, or posted before it and received within a week after.
bool submitted_in_time(Day last_day, Day received, std::optional<Day> posted);

}  // namespace dichtbij::norm
