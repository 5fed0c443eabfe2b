#include "partij/accountmanager_service.h"
#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_partij_test {

partij::Gegevens nieuw_persoon() {
    partij::Gegevens gegevens;
    gegevens.wie = partij::Persoon{{"", "Nina", "", "Nieuw"}, {}, {}};
    return gegevens;
}

Operaties lezen() {
    return {
        {"PartijService::read", Zonder::niemand, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.read(c, w.v.fatima)); }},
        {"PartijService::read onder een waarschuwing", Zonder::niemand, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.read(c, w.v.geheim)); }},
        {"PartijService::open", Zonder::niemand, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.open(c, w.v.geheim, "belt over een vergunning")); }},
        {"PartijService::find", Zonder::niemand, Vreemd::leeg, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.find(c, partij::parse_zoekvraag("999990019", w.today()))); }},
        {"PartijService::treffers", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.partijen.treffers(tx, c, {w.v.fatima, w.v.karel}); }); }},
        {"PartijService::find_caller", Zonder::niemand, Vreemd::leeg, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.find_caller(c, "06-12345678")); }},
        // For the system only: who has every role stands for it here.
        {"PartijService::recognise", Zonder::kcc, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto caller = c.grants.size() > 1 ? access::system_caller("proef") : c;
             return leest(w, [&](store::Tx& tx) { return w.partijen.recognise(tx, caller, w.v.oeverland, w.v.van_fatima); });
         }},
        {"PartijService::side_by_side", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto found = w.partijen.side_by_side(c, w.v.fatima);
             return found ? Antwoord{} : gaf(found);  // nobody in another gemeente of the caller
         }},
        {"PartijService::possible_doubles", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.possible_doubles(c, w.v.fatima)); }},
        {"PartijService::controlevragen", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.controlevragen(c, w.v.oeverland)); }},
        {"PartijService::categorieen", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.categorieen(c, w.v.oeverland)); }},
        {"PartijService::collect", Zonder::kcc, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.collect(c, w.v.fatima)); }},
    };
}

Operaties wijzigen() {
    return {
        {"PartijService::create", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.create(c, w.v.oeverland, nieuw_persoon())); }},
        {"PartijService::change", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto gegevens = w.v.van_fatima;
             gegevens.interne_notitie = "Liever bellen na vijven";
             gegevens.digitale_adressen.clear();
             gegevens.afspraken = {{{}, "Hoort slecht", w.today(), w.today() + days(90)}};
             return gaf(w.partijen.change(c, {w.v.fatima, 1, gegevens, {}}));
         }},
        {"PartijService::choose_controlevragen", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto vragen = partij::shipped_controlevragen();
             vragen.aantal_goed = 3;
             return gaf(w.partijen.choose_controlevragen(c, w.v.oeverland, vragen));
         }},
        {"PartijService::identify", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.identify(c, {w.v.fatima, w.v.gesprek, partij::Methode::legitimatiebewijs, {}})); }},
        {"PartijService::merge", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.merge(c, {w.v.fatima, w.v.tweeling})); }},
        {"PartijService::split", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.split(c, {w.v.samengevoegd, "is haar zus"})); }},
        {"AccountmanagerService::set", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(partij::AccountmanagerService(w.store, w.clock, w.partijen).set(c, w.v.bedrijf, w.v.ruben)); }},
        {"PartijService::represent", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.represent(c, w.v.fatima, w.v.karel)); }},
        {"PartijService::end_representation", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.end_representation(c, w.v.vertegenwoordiging)); }},
        {"PartijService::add_categorie", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.add_categorie(c, w.v.oeverland, "Vrijwilliger")); }},
        {"PartijService::wis", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.partijen.wis(c, {w.v.fatima, partij::Wisgrond::verzoek, "besluit 12"})); }},
    };
}

}  // namespace operaties_partij_test

Operaties operaties_van_partij() {
    using namespace operaties_partij_test;
    auto all = lezen();
    for (auto& one : wijzigen()) all.push_back(std::move(one));
    return all;
}

}  // namespace dichtbij::testing
