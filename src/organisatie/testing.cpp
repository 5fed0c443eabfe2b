#include "organisatie/testing.h"

#include <array>

#include "base/text.h"

namespace dichtbij::organisatie::testing {
namespace {

Gemeente gemeente(IdSource& ids, std::string code, std::string naam) {
    return {ids.make<dichtbij::Gemeente>(), code, naam, "14 0399", "info@" + code + ".example", "Plein 1", "https://" + code + ".example", 0};
}

Id<dichtbij::Medewerker> person(store::Tx& tx, IdSource& ids, std::string_view naam, Id<dichtbij::Gemeente> where) {
    Medewerker medewerker;
    medewerker.id = ids.make<dichtbij::Medewerker>();
    medewerker.naam = naam;
    medewerker.email = folded(naam.substr(0, naam.find(' '))) + "@oeverland.example";
    medewerker.taal = "nl";
    add(tx, medewerker, where);
    return medewerker.id;
}

Onderwerp onderwerp(IdSource& ids, Id<dichtbij::Gemeente> where, std::string naam, Id<dichtbij::Team> team, Id<dichtbij::Medewerker> eigenaar) {
    Onderwerp row;
    row.id = ids.make<dichtbij::Onderwerp>();
    row.gemeente = where;
    row.naam = std::move(naam);
    row.team = team;
    row.proceseigenaar = eigenaar;
    return row;
}

}  // namespace

std::vector<store::Migration> schema() {
    std::vector<store::Migration> list(journal::migrations().begin(), journal::migrations().end());
    list.insert(list.end(), migrations().begin(), migrations().end());
    return list;
}

Voorbeeld build(store::Tx& tx, IdSource& ids) {
    Voorbeeld v;
    const Gemeente oeverland = gemeente(ids, "oeverland", "Oeverland");
    const Gemeente heidedal = gemeente(ids, "heidedal", "Heidedal");
    add(tx, oeverland);
    add(tx, heidedal);
    v.oeverland = oeverland.id;
    v.heidedal = heidedal.id;
    v.sanne = person(tx, ids, "Sanne de Wit", v.oeverland);
    v.tom = person(tx, ids, "Tom Baars", v.oeverland);
    v.priya = person(tx, ids, "Priya Ramdin", v.oeverland);
    v.marleen = person(tx, ids, "Marleen Köster", v.oeverland);
    v.ruben = person(tx, ids, "Ruben Tjon-A-Fat", v.oeverland);
    v.ilse = person(tx, ids, "Ilse van den Brink", v.oeverland);
    v.noor = person(tx, ids, "Noor Bakkali", v.heidedal);
    v.dienstverlening = ids.make<dichtbij::Afdeling>();
    v.wonen = ids.make<dichtbij::Afdeling>();
    add(tx, Afdeling{v.dienstverlening, "Dienstverlening", 0}, v.oeverland);
    add(tx, Afdeling{v.wonen, "Wonen", 0}, v.oeverland);
    v.kcc = ids.make<dichtbij::Team>();
    v.vergunningen = ids.make<dichtbij::Team>();
    v.jeugd = ids.make<dichtbij::Team>();
    const std::array both{v.oeverland, v.heidedal};
    const std::array only_oeverland{v.oeverland};
    const std::array only_heidedal{v.heidedal};
    add(tx, Team{v.kcc, v.dienstverlening, "KCC", v.sanne, "", true, true, 0}, both);
    add(tx, Team{v.vergunningen, v.wonen, "Vergunningen", v.marleen, "", false, true, 0}, only_oeverland);
    add(tx, Team{v.jeugd, v.dienstverlening, "Jeugd", v.noor, "jeugd", false, true, 0}, only_heidedal);
    for (const auto& lid : {v.tom, v.priya}) add_member(tx, v.kcc, lid);
    for (const auto& lid : {v.ruben, v.ilse}) add_member(tx, v.vergunningen, lid);
    v.kapvergunning = ids.make<dichtbij::Product>();
    add(tx, Product{v.kapvergunning, v.oeverland, "Kapvergunning", "", v.marleen, v.vergunningen, true, 0});
    Onderwerp bomen = onderwerp(ids, v.oeverland, "Bomen kappen", v.vergunningen, v.marleen);
    bomen.product = v.kapvergunning;
    bomen.trefwoorden = "kapvergunning boom";
    add(tx, bomen);
    const Onderwerp paspoort = onderwerp(ids, v.oeverland, "Paspoort", v.kcc, v.sanne);
    add(tx, paspoort);
    v.bomen = bomen.id;
    v.paspoort = paspoort.id;
    return v;
}

access::Caller caller(Id<dichtbij::Medewerker> medewerker, std::vector<access::Grant> grants) {
    access::Caller made;
    made.medewerker = medewerker;
    made.grants = std::move(grants);
    made.scherm = "proef";
    made.doel = "beheer";
    return made;
}

}  // namespace dichtbij::organisatie::testing
