#include "support/operaties.h"
#include "toepassing/client_service.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_koppeling_test {

toepassing::Gegevens gegevens(std::string naam) {
    toepassing::Gegevens made;
    made.naam = std::move(naam);
    made.rechten.add({access::Groep::partijen, access::Actie::lezen});
    return made;
}

// Contact data is for applications: one with every right for who has every role, one with another right for who has one.
// Reading is logged by the interface, for all standards alike.
Caller applicatie(const Caller& who) {
    Caller caller = who;
    caller.medewerker = {};
    access::Rechten rechten;
    if (who.grants.size() > 1)
        for (const auto actie : access::alle_acties) rechten.add({access::Groep::contactgegevens, actie});
    else
        rechten.add({access::Groep::partijen, access::Actie::lezen});
    caller.applicatie = access::Applicatietoegang{{}, who.grants.front().gemeente, rechten, false};
    caller.grants.clear();
    return caller;
}

contactgegevens::Persoon persoon(Wereld& w) {
    contactgegevens::Persoon one = w.v.contactpersoon;
    one.voornamen = "Anders";
    return one;
}

contactgegevens::Organisatie bedrijf(Wereld& w) {
    contactgegevens::Organisatie one = w.v.contactbedrijf;
    one.handelsnaam = "Anders";
    return one;
}

Operaties toepassingen() {
    return {
        {"ToepassingService::list", Zonder::kcc, Vreemd::leeg, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.toepassingen.list(c)); }},
        {"ToepassingService::get", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.toepassingen.get(c, w.v.applicatie.id)); }},
        {"ToepassingService::make", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.toepassingen.make(c, w.v.oeverland, gegevens("ITA"))); }},
        {"ToepassingService::change", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.toepassingen.change(c, w.v.applicatie.id, w.v.applicatie.versie, gegevens("KISS 3"))); }},
        {"ToepassingService::switch_off", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.toepassingen.switch_off(c, w.v.applicatie.id, w.v.applicatie.versie)); }},
        {"ToepassingService::switch_on", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.toepassingen.switch_on(c, w.v.applicatie.id, w.v.applicatie.versie)); }},
        {"ToepassingService::add_token", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.toepassingen.add_token(c, w.v.applicatie.id, {})); }},
        {"ToepassingService::rotate", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.toepassingen.rotate(c, w.v.token, w.clock.now() + hours(1))); }},
        {"ToepassingService::revoke", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.toepassingen.revoke(c, w.v.token)); }},
    };
}

Operaties clients() {
    const auto with = [](auto act) {
        return [act](Wereld& w, const Caller& c) {
            toepassing::ClientService service(w.store, w.clock, w.toepassingen);
            return act(w, service, c);
        };
    };
    using toepassing::ClientService;
    return {
        {"ClientService::list", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         with([](Wereld& w, ClientService& s, const Caller& c) { return gaf(s.list(c, w.v.oeverland, {})); })},
        {"ClientService::get", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         with([](Wereld& w, ClientService& s, const Caller& c) { return gaf(s.get(c, w.v.applicatie.id)); })},
        {"ClientService::find", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         with([](Wereld& w, ClientService& s, const Caller& c) { return gaf(s.find(c, w.v.oeverland, "kiss")); })},
        {"ClientService::make", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         with([](Wereld& w, ClientService& s, const Caller& c) { return gaf(s.make(c, w.v.oeverland, gegevens("Formulieren"), {"formulieren"})); })},
        {"ClientService::change", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         with([](Wereld& w, ClientService& s, const Caller& c) {
            return gaf(s.change(c, w.v.applicatie.id, w.v.applicatie.versie, gegevens("KISS 3"), {"kiss", "kiss-nieuw"}));
         })},
        {"ClientService::remove", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         with([](Wereld& w, ClientService& s, const Caller& c) { return gaf(s.remove(c, w.v.applicatie.id, w.v.applicatie.versie)); })},
    };
}

Operaties organisaties() {
    return {
        {"ContactgegevensService::list_organisaties", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contactgegevens.list_organisaties(applicatie(c), w.v.oeverland, {})); }},
        {"ContactgegevensService::get_organisatie", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contactgegevens.get_organisatie(applicatie(c), w.v.contactbedrijf.id)); }},
        {"ContactgegevensService::stored_organisatie", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contactgegevens.stored_organisatie(applicatie(c), w.v.contactbedrijf.id)); }},
        {"ContactgegevensService::add_organisatie", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contactgegevens.add_organisatie(applicatie(c), w.v.oeverland, w.v.contactbedrijf)); }},
        {"ContactgegevensService::change_organisatie", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contactgegevens.change_organisatie(applicatie(c), bedrijf(w))); }},
        {"ContactgegevensService::remove_organisatie", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contactgegevens.remove_organisatie(applicatie(c), w.v.contactbedrijf.id, w.v.contactbedrijf.versie)); }},
    };
}

Operaties personen() {
    return {
        {"ContactgegevensService::list_personen", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contactgegevens.list_personen(applicatie(c), w.v.oeverland, {})); }},
        {"ContactgegevensService::get_persoon", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contactgegevens.get_persoon(applicatie(c), w.v.contactpersoon.id)); }},
        {"ContactgegevensService::stored_persoon", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contactgegevens.stored_persoon(applicatie(c), w.v.contactpersoon.id)); }},
        {"ContactgegevensService::add_persoon", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contactgegevens.add_persoon(applicatie(c), w.v.oeverland, w.v.contactpersoon)); }},
        {"ContactgegevensService::change_persoon", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contactgegevens.change_persoon(applicatie(c), persoon(w))); }},
        {"ContactgegevensService::remove_persoon", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.contactgegevens.remove_persoon(applicatie(c), w.v.contactpersoon.id, w.v.contactpersoon.versie)); }},
    };
}

}  // namespace operaties_koppeling_test

Operaties operaties_van_notificatie();
void fill_notificaties(Wereld&);
Operaties operaties_van_postvak();
void fill_postvak(Wereld&);

Operaties operaties_van_koppeling() {
    using namespace operaties_koppeling_test;
    Operaties all = toepassingen();
    for (auto&& more : {clients(), organisaties(), personen(), operaties_van_notificatie(), operaties_van_postvak()}) all.insert(all.end(), more.begin(), more.end());
    return all;
}

// Something of another system: an application with a token, and what it keeps here.
void Wereld::fill_koppelingen() {
    using namespace operaties_koppeling_test;
    const auto sanne = alles();
    v.applicatie = toepassingen.make(sanne, v.oeverland, gegevens("KISS")).value();
    v.token = toepassingen.add_token(sanne, v.applicatie.id, {})->id;
    CHECK_THAT(toepassingen.add_token(sanne, v.applicatie.id, {.soort = toepassing::Tokensoort::zgw, .client_id = "kiss"}).has_value());
    v.applicatie = toepassingen.get(sanne, v.applicatie.id)->applicatie;
    contactgegevens::Organisatie bakker;
    bakker.handelsnaam = "Bakkerij De Ster";
    v.contactbedrijf = contactgegevens.add_organisatie(applicatie(sanne), v.oeverland, bakker).value();
    contactgegevens::Persoon kim;
    kim.geboortedatum = make_day(1972, 5, 5);
    kim.geslachtsnaam = "Bos";
    v.contactpersoon = contactgegevens.add_persoon(applicatie(sanne), v.oeverland, kim).value();
    fill_notificaties(*this);
    fill_postvak(*this);
}

}  // namespace dichtbij::testing
