#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_overleg_test {

overleg::Bij bij(Wereld& w) {
    return w.store.read([&](store::Tx& tx) {
        const auto one = w.overleg.of_zaak(tx, w.v.zaak.id).value();
        return overleg::Bij{one.id, one.versie, w.werk.stored(tx, one.werk).value().versie};
    });
}

overleg::Verdeling verdeling(Wereld& w) {
    const werk::Werk werk = w.store.read([&](store::Tx& tx) { return w.werk.stored(tx, w.v.zaak.werk).value(); });
    return {werk.team, {{werk.id, werk.versie}}, overleg::Vrijgeven{}, "Verlof", overleg::Vol::weigeren};
}

Operaties vastgelopen() {
    return {
        {"OverlegService::ask", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.overleg.ask(c, w.v.te_laat.id, "Wij komen er niet uit")); }},
        {"OverlegService::list", Zonder::kcc, Vreemd::leeg, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.overleg.list(c, {})); }},
        {"OverlegService::get", Zonder::kcc, Vreemd::niet_gevonden, Leest::persoon, [](Wereld& w, const Caller& c) { return gaf(w.overleg.get(c, bij(w).id)); }},
        {"OverlegService::reassign", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.overleg.reassign(c, bij(w), {werk::NaarTeam{w.v.vergunningen}, "Past daar beter"})); }},
        {"OverlegService::fix_step", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.overleg.fix_step(c, bij(w), overleg::Taakstap{"Bel de boswachter", zaak::Taaksoort::intern_advies, {}, w.today() + days(3)})); }},
        {"OverlegService::settle", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.overleg.settle(c, bij(w), {overleg::Afloop::loopt_weer, "Ruben belt"})); }},
        {"OverlegService::count_open", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) {
             w.store.read([&](store::Tx& tx) { return w.overleg.count_open(tx, c); });
             return Antwoord{};
         }},
        {"OverlegService::grenzen", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.overleg.grenzen(c, w.v.oeverland)); }},
        {"OverlegService::set_grenzen", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.overleg.set_grenzen(c, w.v.oeverland, {12, {}})); }},
    };
}

Operaties verdelen() {
    return {
        {"VerdeelService::bezetting", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.verdelen.bezetting(c, w.v.vergunningen)); }},
        {"VerdeelService::teams", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.verdelen.teams(tx, c, w.v.oeverland); }); }},
        {"VerdeelService::verdeel", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.verdelen.verdeel(c, verdeling(w))); }},
        {"VerdeelService::set_capaciteiten", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.verdelen.set_capaciteiten(c, w.v.vergunningen, {{w.v.ilse, 12}})); }},
        {"VerdeelService::keuzes", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) {
             w.store.read([&](store::Tx& tx) { return w.verdelen.keuzes(tx, c, overleg::Lijstplek::zaken); });
             return Antwoord{};
         }},
        {"VerdeelService::bewaar_keuze", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.verdelen.bewaar_keuze(c, {overleg::Lijstplek::zaken, "Bomen", "lijst=alles", {}})); }},
        {"VerdeelService::verwijder_keuze", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.verdelen.verwijder_keuze(c, w.v.lijstkeuze)); }},
        {"VerdeelService::vorm", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) {
             w.store.read([&](store::Tx& tx) { return w.verdelen.vorm(tx, c, overleg::Lijstplek::zaken); });
             return Antwoord{};
         }},
        {"VerdeelService::onthoud_vorm", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.verdelen.onthoud_vorm(c, overleg::Lijstplek::zaken, "op=wet&kolom=wet")); }},
        // Says that a list left as a file; the screen asked for the list.
        {"VerdeelService::record_export", Zonder::niemand, Vreemd::eigen, Leest::persoon,
         [](Wereld& w, const Caller& c) {
             w.verdelen.record_export(c, w.v.oeverland, "lijst=alles");
             return Antwoord{};
         }},
    };
}

}  // namespace operaties_overleg_test

Operaties operaties_van_overleg() {
    using namespace operaties_overleg_test;
    Operaties all = vastgelopen();
    for (auto& one : verdelen()) all.push_back(std::move(one));
    return all;
}

}  // namespace dichtbij::testing
