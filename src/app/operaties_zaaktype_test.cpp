#include "support/operaties.h"
#include "zaaktype/testing.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_zaaktype_test {

std::int64_t revisie(Wereld& w) { return w.zaaktypen.versie(w.alles(), w.v.ontwerp)->versie.revisie; }

Operaties lezen() {
    return {
        {"ZaaktypeService::zaaktypen", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaaktypen.zaaktypen(c, w.v.oeverland)); }},
        {"ZaaktypeService::zaaktype", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaaktypen.zaaktype(c, w.v.zaaktype)); }},
        {"ZaaktypeService::versie", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaaktypen.versie(c, w.v.zaaktypeversie)); }},
        {"ZaaktypeService::compare", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaaktypen.compare(c, w.v.zaaktypeversie, w.v.ontwerp)); }},
        {"ZaaktypeService::ontbrekend", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto found = w.zaaktypen.ontbrekend(c, w.v.ontwerp);
             return found ? Antwoord{} : gaf(found);  // nothing, here
         }},
        {"ZaaktypeService::export_bestand", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaaktypen.export_bestand(c, w.v.oeverland)); }},
    };
}

Operaties wijzigen() {
    return {
        {"ZaaktypeService::add", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto added = zaaktype::testing::klacht();
             added.code = "woo-verzoek";
             return gaf(w.zaaktypen.add(c, w.v.oeverland, added));
         }},
        {"ZaaktypeService::start_ontwerp", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaaktypen.start_ontwerp(c, w.v.zaaktype)); }},
        {"ZaaktypeService::save_ontwerp", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto changed = zaaktype::testing::klacht();
             changed.servicenorm.aantal = 15;
             return gaf(w.zaaktypen.save_ontwerp(c, w.v.ontwerp, changed, revisie(w)));
         }},
        {"ZaaktypeService::withdraw_ontwerp", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaaktypen.withdraw_ontwerp(c, w.v.ontwerp, revisie(w))); }},
        {"ZaaktypeService::set_inrichting", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto changed = w.zaaktypen.zaaktype(w.alles(), w.v.zaaktype)->inrichting;
             changed.producten = {w.v.kapvergunning};
             changed.onderwerpen = {w.v.bomen};
             return gaf(w.zaaktypen.set_inrichting(c, changed));
         }},
        {"ZaaktypeService::publish", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.zaaktypen.publish(c, w.v.ontwerp, revisie(w))); }},
        {"ZaaktypeService::end", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto versie = w.zaaktypen.zaaktype(w.alles(), w.v.zaaktype)->inrichting.versie;
             return gaf(w.zaaktypen.end(c, w.v.zaaktype, w.today() + days(30), versie));
         }},
        {"ZaaktypeService::import_bestand", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto read = zaaktype::testing::kapvergunning();
             read.wettelijke_termijn.aantal = 6;
             return gaf(w.zaaktypen.import_bestand(c, w.v.oeverland, zaaktype::schrijf_bestand({read}), zaaktype::Importmodus::bewaren));
         }},
    };
}

}  // namespace operaties_zaaktype_test

Operaties operaties_van_zaaktype() {
    using namespace operaties_zaaktype_test;
    Operaties all = lezen();
    const Operaties changes = wijzigen();
    all.insert(all.end(), changes.begin(), changes.end());
    return all;
}

}  // namespace dichtbij::testing
