#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_opzoek_test {

const opzoek::Persoonsvraag wie = opzoek::MetBsn{"999990019"};
const opzoek::MetAdres waar{"3999AB", 18, "", ""};

opzoek::BrpPersoon persoon() {
    opzoek::BrpPersoon one;
    one.bsn = "999990032";
    one.geslachtsnaam = "Nieuw";
    return one;
}

opzoek::Bedrijf bedrijf() {
    opzoek::Bedrijf one;
    one.kvk_nummer = "90001234";
    one.naam = "Bakkerij Oever";
    return one;
}

}  // namespace operaties_opzoek_test

Operaties operaties_van_opzoeken() {
    using namespace operaties_opzoek_test;
    return {
        {"OpzoekService::doelen", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.opzoeken.doelen(c, w.v.oeverland)); }},
        {"OpzoekService::personen", Zonder::beheerder, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.opzoeken.personen(c, w.v.oeverland, wie, "BZ")); }},
        {"OpzoekService::note_taken", Zonder::beheerder, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.opzoeken.note_taken(c, w.v.oeverland, "BZ", w.v.fatima)); }},
        {"OpzoekService::bedrijven", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.opzoeken.bedrijven(c, w.v.oeverland, {"90001234", ""})); }},
        {"OpzoekService::bedrijf", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.opzoeken.bedrijf(c, w.v.oeverland, "90001234", "")); }},
        {"OpzoekService::adressen", Zonder::manager, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.opzoeken.adressen(c, w.v.oeverland, waar)); }},
        {"OpzoekService::is_aan", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.opzoeken.is_aan(c, w.v.oeverland, opzoek::Bron::brp)); }},
        {"OpzoekService::overzicht", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.opzoeken.overzicht(c, w.v.oeverland)); }},
        {"OpzoekService::regels", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.opzoeken.regels(c, w.v.oeverland, {})); }},
        {"OpzoekService::schakel", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.opzoeken.schakel(c, w.v.oeverland, opzoek::Bron::kvk, opzoek::Schakeling::uit)); }},
        {"OvernameService::take_persoon", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.overnames.take_persoon(c, w.v.oeverland, persoon())); }},
        {"OvernameService::take_bedrijf", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.overnames.take_bedrijf(c, w.v.oeverland, bedrijf())); }},
    };
}

}  // namespace dichtbij::testing
