#include "mijn/gegevens_service.h"
#include "mijn/inzage_service.h"
#include "support/operaties.h"
#include "zaak/volgen_service.h"

namespace dichtbij::testing {

using access::Caller;

namespace {

// Whose case it is; for a caller of elsewhere, someone whose case it is not.
portaal::Inwoner inwoner(const Wereld& w, const Caller& c) {
    const bool is_here = access::is_active_in(c, w.v.oeverland);
    portaal::Inwoner one;
    one.gemeente = w.v.oeverland;
    one.niveau = portaal::Betrouwbaarheidsniveau::hoog;
    one.partij = is_here ? w.v.fatima : w.v.karel;
    one.van = {*one.partij};
    return one;
}

// Calls `what` as the portal does: the system acts, for him.
template <class F>
Antwoord volgt(Wereld& w, const Caller& c, F what) {
    zaak::ZaakVolgService volgen(w.store, w.clock, {w.zaken, w.werk, w.contacten, w.taken, w.berichten, w.documenten});
    const auto who = inwoner(w, c);
    return gaf(what(volgen, portaal::caller_of(who, "portaal/zaken", "r1"), who));
}

Operaties volgen() {
    return {
        {"ZaakVolgService::answer", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return volgt(w, c, [&](auto& volgen, const Caller& system, const auto& who) { return volgen.answer(system, who, w.v.gevraagd.id, w.v.zaakvraag, {"De boom staat achter het huis", {}}); });
         }},
        {"ZaakVolgService::send", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return volgt(w, c, [&](auto& volgen, const Caller& system, const auto& who) { return volgen.send(system, who, w.v.zaak.id, {"Wanneer komt iemand kijken?", {}}); });
         }},
        {"ZaakVolgService::withdraw", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return volgt(w, c, [&](auto& volgen, const Caller& system, const auto& who) { return volgen.withdraw(system, who, w.v.zaak.id, "De boom is omgewaaid", "Ik wil mijn aanvraag intrekken"); });
         }},
    };
}

Operaties mijn() {
    return {
        {"InzageService::instelling", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(mijn::InzageService(w.store, w.clock, w.log).instelling(c, w.v.oeverland)); }},
        {"InzageService::set_instelling", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(mijn::InzageService(w.store, w.clock, w.log).set_instelling(c, w.v.oeverland, {true})); }},
        {"GegevensService::change", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) {
             mijn::GegevensService gegevens(w.store, w.partijen, w.berichten);
             const auto who = inwoner(w, c);
             const auto now = w.store.read([&](store::Tx& tx) { return gegevens.get(tx, who); });
             return gaf(gegevens.change(portaal::caller_of(who, "portaal/gegevens", "r1"), who, now->versie, {"0612345679", "fatima@example.org", "eng", "email", ""},
                                        {"Uw gegevens zijn gewijzigd", "Beste mevrouw,\n\nWas u dit niet? Bel ons dan."}));
         }},
    };
}

}  // namespace

Operaties operaties_van_inwoner() {
    Operaties all = volgen();
    for (auto& one : mijn()) all.push_back(std::move(one));
    return all;
}

}  // namespace dichtbij::testing
