#include <sstream>

#include "organisatie/organisatie_import.h"
#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_organisatie_test {

// As they stand, to be changed.
organisatie::Team team(Wereld& w, Id<Team> id) {
    return w.store.read([&](store::Tx& tx) { return organisatie::team(tx, id); }).value();
}
organisatie::Medewerker medewerker(Wereld& w, Id<Medewerker> id) {
    return w.store.read([&](store::Tx& tx) { return organisatie::medewerker(tx, id); }).value();
}
organisatie::Onderwerp onderwerp(Wereld& w, Id<Onderwerp> id) {
    return w.store.read([&](store::Tx& tx) { return organisatie::onderwerp(tx, id); }).value();
}
organisatie::Product product(Wereld& w, Id<Product> id) {
    return w.store.read([&](store::Tx& tx) { return organisatie::product(tx, id); }).value();
}
organisatie::Routeringsregel regel(Wereld& w) {
    organisatie::Routeringsregel rule;
    rule.gemeente = w.v.oeverland;
    rule.naam = "Formulieren";
    rule.kanaal = "formulier";
    rule.doel_team = w.v.vergunningen;
    return rule;
}

Operaties gemeenten_en_teams() {
    return {
        {"OrganisatieService::own_gemeenten", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.own_gemeenten(c)); }},
        {"OrganisatieService::gemeente", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.gemeente(c, w.v.oeverland)); }},
        {"OrganisatieService::change gemeente", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return gaf(w.organisatie.change(c, organisatie::Gemeente{w.v.oeverland, "", "Oeverland aan Zee", "14 0399", "", "", "", 0}));
         }},
        {"OrganisatieService::change_stijl", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.change_stijl(c, w.v.oeverland, {})); }},
        {"OrganisatieService::afdelingen", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.afdelingen(c)); }},
        {"OrganisatieService::add_afdeling", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.add_afdeling(c, w.v.oeverland, "Zorg")); }},
        {"OrganisatieService::change afdeling", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.change(c, organisatie::Afdeling{w.v.afdeling, "Ruimte en Groen", 0})); }},
        {"OrganisatieService::teams", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.teams(c)); }},
        {"OrganisatieService::team", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.team(c, w.v.vergunningen)); }},
        {"OrganisatieService::add_team", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return gaf(w.organisatie.add_team(c, {{}, w.v.afdeling, "Bomen", w.v.ruben, "", false, true, 0}, {w.v.oeverland}));
         }},
        {"OrganisatieService::change team", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto changed = team(w, w.v.vergunningen);
             changed.leider = w.v.ruben;
             return gaf(w.organisatie.change(c, changed, {w.v.oeverland}));
         }},
        {"OrganisatieService::lift_team", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.lift_team(c, w.v.los, team(w, w.v.los).versie)); }},
        {"OrganisatieService::add_member", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.add_member(c, w.v.vergunningen, w.v.bart)); }},
        {"OrganisatieService::remove_member", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.remove_member(c, w.v.los, w.v.bart)); }},
    };
}

Operaties mensen() {
    return {
        {"OrganisatieService::gids", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             organisatie::Gidsvraag vraag;
             vraag.gemeente = w.v.oeverland;
             return gaf(w.organisatie.gids(c, vraag));
         }},
        {"OrganisatieService::vaardigheden", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.vaardigheden(c)); }},
        {"OrganisatieService::collegas", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.collegas(c, w.v.oeverland)); }},
        {"OrganisatieService::persoon", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.persoon(c, w.v.ruben)); }},
        {"OrganisatieService::add_medewerker", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             organisatie::Medewerker added;
             added.naam = "Nico Nieuw";
             added.email = "nico@oeverland.example";
             return gaf(w.organisatie.add_medewerker(c, w.v.oeverland, added));
         }},
        {"OrganisatieService::change medewerker", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto changed = medewerker(w, w.v.ruben);
             changed.email = "ruben.tjon@oeverland.example";
             return gaf(w.organisatie.change(c, changed));
         }},
        {"OrganisatieService::set_vaardigheden", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.set_vaardigheden(c, w.v.ruben, {"Pools", "Gebarentaal"})); }},
        {"OrganisatieService::set_managers", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.set_managers(c, w.v.oeverland, {w.v.ruben, w.v.bart})); }},
        {"OrganisatieService::managers", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.managers(c, w.v.oeverland)); }},
        {"OrganisatieService::leave_service", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.leave_service(c, w.v.bart, w.today(), medewerker(w, w.v.bart).versie)); }},
        {"OrganisatieService::stay_in_service", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.stay_in_service(c, w.v.vertrekt, medewerker(w, w.v.vertrekt).versie)); }},
        {"OrganisatieService::set_presence", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.set_presence(c, organisatie::Staat::pauze)); }},
        {"OrganisatieService::add_afwezigheid", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return gaf(w.organisatie.add_afwezigheid(c, {{}, w.v.marleen, w.today(), w.today() + days(3), "ziekte", w.v.ruben}));
         }},
        {"OrganisatieService::change afwezigheid", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return gaf(w.organisatie.change(c, organisatie::Afwezigheid{w.v.afwezigheid, {}, w.today(), w.today() + days(3), "anders", {}}));
         }},
        {"OrganisatieService::remove_afwezigheid", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.remove_afwezigheid(c, w.v.afwezigheid)); }},
        {"OrganisatieService::add_vervanging", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.add_vervanging(c, {{}, w.v.ruben, w.v.ilse, w.today(), std::nullopt})); }},
        {"OrganisatieService::remove_vervanging", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.remove_vervanging(c, w.v.vervanging)); }},
    };
}

Operaties onderwerpen() {
    return {
        {"OrganisatieService::products", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.products(c, w.v.oeverland)); }},
        {"OrganisatieService::onderwerpen", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.onderwerpen(c, w.v.oeverland)); }},
        {"OrganisatieService::product", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.product(c, w.v.kapvergunning)); }},
        {"OrganisatieService::onderwerp", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.onderwerp(c, w.v.bomen)); }},
        {"OrganisatieService::add product", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return gaf(w.organisatie.add(c, organisatie::Product{{}, w.v.oeverland, "Rijbewijs", "", w.v.marleen, w.v.kcc, true, 0}));
         }},
        {"OrganisatieService::add onderwerp", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto added = onderwerp(w, w.v.bomen);
             added.naam = "Snoeien";
             return gaf(w.organisatie.add(c, added));
         }},
        {"OrganisatieService::change product", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto changed = product(w, w.v.kapvergunning);
             changed.naam = "Omgevingsvergunning kappen";
             return gaf(w.organisatie.change(c, changed));
         }},
        {"OrganisatieService::change onderwerp", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto changed = onderwerp(w, w.v.paspoort);
             changed.actief = false;
             return gaf(w.organisatie.change(c, changed));
         }},
        {"organisatie::import_organisatie", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) {
             std::istringstream file("gemeente;afdeling;team;naam;email;teamleider\noeverland;Zorg;Wmo;Wil Wever;wil@oeverland.example;ja\n"
                                     "oeverland;Zorg;Wmo;Zus Zeeman;zus@oeverland.example;nee\n");
             return gaf(organisatie::import_organisatie(w.organisatie, c, file, organisatie::Importmodus::bewaren));
         },
         Bewaart::in_groepen},
        {"organisatie::import_producten", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             std::istringstream file("UniformeProductnaam,URI,Gemeente\nparkeervergunning,https://standaarden.example/parkeervergunning,X\n");
             return gaf(organisatie::import_producten(w.organisatie, c, file, {w.v.oeverland, w.v.vergunningen}));
         }},
    };
}

Operaties routering() {
    return {
        {"OrganisatieService::regels", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.regels(c, w.v.oeverland)); }},
        {"OrganisatieService::regel", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.regel(c, w.v.eerste_regel)); }},
        {"OrganisatieService::add regel", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.add(c, regel(w))); }},
        {"OrganisatieService::change regel", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto changed = regel(w);
             changed.id = w.v.tweede_regel;
             return gaf(w.organisatie.change(c, changed));
         }},
        {"OrganisatieService::remove", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.remove(c, w.v.eerste_regel, 0)); }},
        {"OrganisatieService::move", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.move(c, w.v.eerste_regel, organisatie::Richting::omlaag)); }},
        {"OrganisatieService::reorder", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.organisatie.reorder(c, w.v.oeverland, {w.v.tweede_regel, w.v.eerste_regel})); }},
        {"OrganisatieService::storingen", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto found = w.organisatie.storingen(c, w.v.oeverland);
             return found ? Antwoord{} : gaf(found);  // none, here
         }},
        {"OrganisatieService::probeer", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             organisatie::Vraag vraag;
             vraag.gemeente = w.v.oeverland;
             vraag.kanaal = "brief";
             vraag.onderwerp = w.v.bomen;
             return gaf(w.organisatie.probeer(c, vraag));
         }},
    };
}

}  // namespace operaties_organisatie_test

Operaties operaties_van_organisatie() {
    using namespace operaties_organisatie_test;
    Operaties all;
    for (const auto& some : {gemeenten_en_teams(), mensen(), onderwerpen(), routering()}) all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace dichtbij::testing
