#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

Operaties operaties_van_norm() {
    return {
        {"NormService::opening_hours", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.norms.opening_hours(c, w.v.oeverland)); }},
        {"NormService::year", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.norms.year(c, w.v.oeverland, 2026)); }},
        {"NormService::change_calendar", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.norms.change_calendar(c, w.v.oeverland, 0, norm::ClosingDay{w.today() + days(2), "Heidag"})); }},
        {"NormService::servicenormen", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.norms.servicenormen(c, w.v.oeverland)); }},
        {"NormService::try_norms", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return gaf(w.norms.try_norms(c, {norm::Aanleiding::vraag, "telefoon", {}, {}, w.v.oeverland, w.today()}));
         }},
        {"NormService::change_norms", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             norm::Servicenorm norm;
             norm.code = "proef.antwoord";
             norm.term = norm::WorkingDays{3};
             norm.van = w.today();
             norm.bron = "proef";
             return gaf(w.norms.change_norms(c, w.v.oeverland, 0, norm::NieuweNorm{norm}));
         }},
    };
}

}  // namespace dichtbij::testing
