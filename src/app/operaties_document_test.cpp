#include "belofte/belofte_service.h"
#include "document/testing.h"
#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_document_test {

document::Ontvangen bestand(Wereld& w) {
    const std::string bytes = document::testing::pdf();
    document::MemoryBytes in(bytes);
    return w.documenten.receive("brief.pdf", in).value();
}

document::Documentobject of_zaak(const zaak::Zaak& zaak) { return {"zaak", zaak.id.bytes}; }

Operaties documenten() {
    return {
        {"DocumentService::add", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto ontvangen = bestand(w);
             document::NieuwDocument nieuw;
             nieuw.gemeente = w.v.oeverland;
             nieuw.bij = of_zaak(w.v.zaak);
             nieuw.kenmerken.auteur = "Gemeente Oeverland";
             return schrijft(w, [&](store::Tx& tx) { return w.documenten.add(tx, c, nieuw, ontvangen); });
         }},
        {"DocumentService::new_version", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto ontvangen = bestand(w);
             return schrijft(w, [&](store::Tx& tx) { return w.documenten.new_version(tx, c, {w.v.document.id, w.v.document.revisie, "Aangevuld", {}}, ontvangen); });
         }},
        {"DocumentService::change", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto changed = w.v.document.kenmerken;
             changed.titel = "Foto van de beuk";
             return schrijft(w, [&](store::Tx& tx) { return w.documenten.change(tx, c, {w.v.document.id, w.v.document.revisie, changed}); });
         }},
        {"DocumentService::withdraw", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return schrijft(w, [&](store::Tx& tx) { return w.documenten.withdraw(tx, c, {w.v.document.id, w.v.document.revisie, "Hoort hier niet"}); });
         }},
        {"DocumentService::get", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.documenten.get(tx, c, w.v.document.id); }); }},
        {"DocumentService::versions", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.documenten.versions(tx, c, w.v.document.id); }); }},
        {"DocumentService::version", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.documenten.version(tx, c, w.v.documentversie); }); }},
        {"DocumentService::move", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return schrijft(w, [&](store::Tx& tx) { return w.documenten.move(tx, c, of_zaak(w.v.zaak), of_zaak(w.v.te_laat), w.v.te_laat.werk) > 0; });
         }},
    };
}

Operaties beloften() {
    return {
        {"BelofteService::list", Zonder::beheerder, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto list = w.beloften.list(c, {belofte::Wie::alles, {}, 10});
             return list ? Antwoord{} : Antwoord{list.error(), false};
         }},
        {"BelofteService::count_mine", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) {
             w.store.read([&](store::Tx& tx) { return w.beloften.count_mine(tx, c); });
             return Antwoord{};
         }},
    };
}

}  // namespace operaties_document_test

Operaties operaties_van_document() {
    using namespace operaties_document_test;
    Operaties all = documenten();
    for (auto& one : beloften()) all.push_back(std::move(one));
    return all;
}

}  // namespace dichtbij::testing
