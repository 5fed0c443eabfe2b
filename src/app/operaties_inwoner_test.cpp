#include "mijn/bedrijf_service.h"
#include "mijn/gegevens_service.h"
#include "mijn/inzage_service.h"
#include "portaal/bedrijfsrecht_service.h"
#include "support/operaties.h"
#include "zaak/volgen_service.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_inwoner_test {

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
        {"ZaakVolgService::send_van_volger", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto gemeente = access::is_active_in(c, w.v.oeverland) ? w.v.oeverland : w.v.heidedal;
             return volgt(w, c, [&](auto& volgen, const Caller& system, const auto&) {
                 return volgen.send_van_volger(system, gemeente, w.v.zaak.id, {"Wanneer komt iemand kijken?", {}, "Bericht zonder inloggen", "nl"});
             });
         }},
        {"ZaakVolgService::withdraw", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return volgt(w, c, [&](auto& volgen, const Caller& system, const auto& who) { return volgen.withdraw(system, who, w.v.zaak.id, {w.v.zaak.versie, "De boom is omgewaaid", "Ik wil mijn aanvraag intrekken"}); });
         }},
    };
}

// An employee of the company De Linde: who manages, or one of another company.
portaal::Inwoner employee(const Wereld& w, const Caller& c, std::string pseudoniem) {
    portaal::Inwoner one;
    one.gemeente = w.v.oeverland;
    one.niveau = portaal::Betrouwbaarheidsniveau::hoog;
    one.herkend = portaal::Herkend::kvk_nummer;
    one.voor_ander = true;
    one.namens = access::is_active_in(c, w.v.oeverland) ? w.v.bedrijf : w.v.fatima;
    one.van = {*one.namens};
    one.pseudoniem = std::move(pseudoniem);
    return one;
}

template <class F>
Antwoord van_bedrijf(Wereld& w, const Caller& c, F what) {
    zaak::ZaakVolgService volgen(w.store, w.clock, {w.zaken, w.werk, w.contacten, w.taken, w.berichten, w.documenten});
    mijn::BedrijfService bedrijven(w.clock, w.partijen, w.zaken, volgen);
    const auto who = employee(w, c, "anna");
    return schrijft(w, [&](store::Tx& tx) { return what(tx, bedrijven, portaal::caller_of(who, "portaal/bedrijf", "r1"), who); });
}

Operaties bedrijf() {
    return {
        {"BedrijfService::set_naam", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return van_bedrijf(w, c, [](store::Tx& tx, auto& bedrijven, const Caller& system, const auto& who) { return bedrijven.set_naam(tx, system, who, "Anna van kantoor"); });
         }},
        {"BedrijfService::set_recht", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return van_bedrijf(w, c, [&](store::Tx& tx, auto& bedrijven, const Caller& system, const auto& who) {
                 const auto other = portaal::bedrijfsmedewerkers(tx, {w.v.bedrijf}).at(1);
                 mijn::Rechtwijziging wanted;
                 wanted.medewerker = other.id;
                 wanted.versie = other.versie;
                 wanted.zicht = portaal::Bedrijfszicht::alles;
                 return bedrijven.set_recht(tx, system, who, wanted);
             });
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

Operaties waardering() {
    return {
        {"WaarderingService::rate", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto who = inwoner(w, c);
             return gaf(w.waarderingen.rate(portaal::caller_of(who, "portaal/waardering", "r1"), who, waardering::Waarover::van(w.v.dicht.id), {4, "Snel geholpen"}));
         }},
        {"WaarderingService::of_werk", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.waarderingen.of_werk(c, w.v.dicht.werk)); }},
    };
}

Operaties formulieren() {
    return {
        {"FormulierService::lijst", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.formulieren.lijst(c, w.v.oeverland)); }},
        {"FormulierService::cijfers", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.formulieren.cijfers(c, w.v.oeverland, "vraag")); }},
        {"FormulierService::set_aangeboden", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.formulieren.set_aangeboden(c, w.v.oeverland, "vraag", false)); }},
        {"InvulService::of_werk", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.inzendingen.of_werk(c, w.v.taak.werk.id)); }},
        {"InvulService::open_bestand", Zonder::beheerder, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.inzendingen.open_bestand(c, w.v.formulierbestand)); }},
    };
}

}  // namespace operaties_inwoner_test

Operaties operaties_van_inwoner() {
    using namespace operaties_inwoner_test;
    Operaties all = volgen();
    for (auto& one : mijn()) all.push_back(std::move(one));
    for (auto& one : bedrijf()) all.push_back(std::move(one));
    for (auto& one : waardering()) all.push_back(std::move(one));
    for (auto& one : formulieren()) all.push_back(std::move(one));
    return all;
}

}  // namespace dichtbij::testing
