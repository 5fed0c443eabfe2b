#include "norm/legal_rules.h"

#include <array>

namespace dichtbij::norm {
namespace {

constexpr Duur weeks(int count) { return {count, Termijneenheid::weken}; }
constexpr Duur months(int count) { return {count, Termijneenheid::maanden}; }
constexpr LegalTerm after(Duur duur) { return {duur, Telling::vanaf_de_dag_erna, Regime::termijnenwet}; }
constexpr LegalTerm from_the_day(Duur duur) { return {duur, Telling::vanaf_de_dag_zelf, Regime::termijnenwet}; }
constexpr LegalTerm european(Duur duur) { return {duur, Telling::vanaf_de_dag_erna, Regime::verordening_1182_71}; }

using enum WettelijkeTermijn;

constexpr std::array rules = {
    LegalRule{awb_3_16, "Awb 3:16", from_the_day(weeks(6)), {}},
    LegalRule{awb_3_18, "Awb 3:18", after(months(6)), {}},
    LegalRule{awb_4_5, "Awb 4:5", after(weeks(4)), {}, Controle::eigen},
    LegalRule{awb_4_13, "Awb 4:13", after(weeks(8)), {}},
    LegalRule{awb_4_18, "Awb 4:18", after(weeks(2)), {}},
    LegalRule{awb_6_7, "Awb 6:7, 6:8", after(weeks(6)), {}},
    LegalRule{awb_7_10, "Awb 7:10", after(weeks(6)), weeks(6)},
    LegalRule{awb_7_10_commissie, "Awb 7:10, 7:13", after(weeks(12)), weeks(6)},
    LegalRule{awb_9_8, "Awb 9:8", after(weeks(4)), {}},
    LegalRule{awb_9_11, "Awb 9:11", after(weeks(6)), weeks(4)},
    LegalRule{awb_9_11_commissie, "Awb 9:11, 9:14", after(weeks(10)), weeks(4)},
    LegalRule{woo_4_4, "Woo 4.4", after(weeks(4)), weeks(2)},
    LegalRule{woo_4_4_verstrekking, "Woo 4.4 lid 5", after(weeks(2)), {}},
    LegalRule{woo_4_6, "Woo 4.6", after(weeks(2)), {}},
    LegalRule{avg_12_3, "AVG 12 lid 3", european(months(1)), months(2), Controle::eigen},
    LegalRule{ow_16_64, "Omgevingswet 16.64", after(weeks(8)), weeks(6)},
};

}  // namespace

std::span<const LegalRule> legal_rules() { return rules; }

const LegalRule& rule_of(WettelijkeTermijn code) {
    const LegalRule* found = nullptr;
    for (const LegalRule& rule : rules)
        if (rule.code == code) found = &rule;
    CHECK_THAT(found != nullptr);
    return *found;
}

Result<Einde> last_day_of(WettelijkeTermijn code, Day from, const Verloop& verloop, Verdagingsgrond grond) {
    const LegalRule& rule = rule_of(code);
    if (verloop.verdaging && grond == Verdagingsgrond::besluit) {
        if (!rule.verdaging) return conflict("this term cannot be extended", "norm.fout.verdaging_niet_mogelijk");
        const Duur& asked = verloop.verdaging->duur;
        if (asked.eenheid != rule.verdaging->eenheid || asked.aantal > rule.verdaging->aantal)
            return invalid("verdaging", "norm.fout.verdaging_te_lang", {std::to_string(rule.verdaging->aantal)});
    }
    return last_day(rule.term, from, verloop);
}

Result<Bezwaartermijn> objection_terms(Day bekendgemaakt, Behandeling behandeling, const Verloop& verloop,
                                       Verdagingsgrond grond) {
    TRY(Einde submit, last_day_of(awb_6_7, bekendgemaakt));
    const auto code = behandeling == Behandeling::met_commissie ? awb_7_10_commissie : awb_7_10;
    TRY(Einde decide, last_day_of(code, submit.datum, verloop, grond));
    return Bezwaartermijn{std::move(submit), std::move(decide)};
}

bool submitted_in_time(Day last_day, Day received, std::optional<Day> posted) {
    if (received <= last_day) return true;
    return posted && *posted <= last_day && received <= last_day + days(7);
}

}  // namespace dichtbij::norm
