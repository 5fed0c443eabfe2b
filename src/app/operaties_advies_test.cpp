#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_advies_test {

ketenpartner::Brief brief() { return {"Een vraag om advies", "Geachte heer,\n\nWij vragen u om advies."}; }

ketenpartner::Adviesbrieven brieven() {
    const auto same = [](const std::string&) { return brief(); };
    return {same, same};
}

ketenpartner::NieuweAdviesvraag nieuw(Wereld& w) {
    ketenpartner::NieuweAdviesvraag nieuw;
    nieuw.bij = {w.v.te_laat.id, w.v.te_laat.versie};
    nieuw.organisatie = "Waterschap De Dommel";
    nieuw.contactpersoon = "De heer Vos";
    nieuw.email = "vos@waterschap.example";
    nieuw.code_naar = "06 1234 5678";
    nieuw.vraag = "Staat de beuk op uw grond?";
    nieuw.laatste_datum = w.today() + days(14);
    return nieuw;
}

ketenpartner::Bij bij(Wereld& w) { return {w.v.zaak.id, w.v.adviesvraag.id, w.v.adviesvraag.revisie}; }

}  // namespace operaties_advies_test

Operaties operaties_van_advies() {
    using namespace operaties_advies_test;
    return {
        {"AdviesService::ask", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.advies.ask(c, nieuw(w), brieven())); }},
        {"AdviesService::withdraw", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.advies.withdraw(c, bij(w), brief())); }},
        {"AdviesService::extend", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.advies.extend(c, bij(w), w.today() + days(21), brief())); }},
        {"AdviesService::of_zaak", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.advies.of_zaak(c, w.v.zaak.id)); }},
        {"AdviesService::keuze", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.advies.keuze(c, w.v.zaak.id)); }},
    };
}

}  // namespace dichtbij::testing
