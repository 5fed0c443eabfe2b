#include "partij/partij_rij_store.h"

#include "base/text.h"

namespace dichtbij::partij {
namespace {

void put(PartijRij& row, const Contactnaam& naam) {
    row.voorletters = naam.voorletters;
    row.voornaam = naam.voornaam;
    row.voorvoegsel_achternaam = naam.voorvoegsel_achternaam;
    row.achternaam = naam.achternaam;
}

void put(PartijRij& row, const Wie& wie) {
    if (const auto* persoon = std::get_if<Persoon>(&wie)) {
        put(row, persoon->naam);
        row.aanhef = persoon->aanhef;
        if (persoon->geboortedatum) row.geboortedatum = persoon->geboortedatum->number();
    }
    if (const auto* contact = std::get_if<Contactpersoon>(&wie)) {
        put(row, contact->naam);
        row.aanhef = contact->aanhef;
        row.werkte_voor = contact->werkte_voor;
    }
    if (const auto* organisatie = std::get_if<Organisatie>(&wie)) row.organisatienaam = organisatie->naam;
}

// A telephone book: last name, then what stands before it.
std::string naam_sleutel(const PartijRij& row) {
    if (!row.organisatienaam.empty()) return sort_key(row.organisatienaam);
    return sort_key(row.achternaam + ", " + (row.voornaam.empty() ? row.voorletters : row.voornaam) + ", " + row.voorvoegsel_achternaam);
}

Contactnaam contactnaam_of(PartijRij& row) {
    return {std::move(row.voorletters), std::move(row.voornaam), std::move(row.voorvoegsel_achternaam), std::move(row.achternaam)};
}

Wie wie_of(PartijRij& row) {
    switch (row.soort) {
        case SoortPartij::organisatie: return Organisatie{std::move(row.organisatienaam)};
        case SoortPartij::contactpersoon: return Contactpersoon{contactnaam_of(row), row.aanhef, row.werkte_voor};
        case SoortPartij::persoon: break;
    }
    Persoon persoon{contactnaam_of(row), row.aanhef, std::nullopt};
    if (row.geboortedatum) persoon.geboortedatum = Geboortedatum::of_number(*row.geboortedatum);
    return persoon;
}

}  // namespace

PartijRij row_of(const Partij& partij, std::optional<MedewerkerId> door) {
    const Gegevens& gegevens = partij.gegevens;
    PartijRij row;
    row.id = partij.id;
    row.gemeente = partij.gemeente;
    row.soort = soort(gegevens);
    row.versie = partij.versie;
    row.nummer = gegevens.nummer;
    put(row, gegevens.wie);
    row.naam_sleutel = {naam_sleutel(row)};
    row.voorkeurskanaal = gegevens.voorkeuren.kanaal;
    row.voorkeurstaal = gegevens.voorkeuren.taal;
    row.zelfredzaamheid = gegevens.voorkeuren.zelfredzaamheid;
    row.voorkeurstijd = gegevens.voorkeuren.tijd;
    row.voorkeurs_digitaal_adres = gegevens.voorkeuren.digitaal_adres;
    row.voorkeurs_rekeningnummer = gegevens.voorkeuren.rekeningnummer;
    row.indicatie_actief = gegevens.indicaties.actief;
    row.indicatie_geheimhouding = gegevens.indicaties.geheimhouding;
    row.indicatie_overleden = gegevens.indicaties.overleden;
    row.medewerker = gegevens.indicaties.medewerker;
    row.interne_notitie = gegevens.interne_notitie;
    row.gemaakt_op = partij.gemaakt_op;
    row.gewijzigd_op = partij.gewijzigd_op;
    row.gewijzigd_door = door;
    row.gewist_op = partij.gewist_op;
    return row;
}

Partij partij_of(PartijRij&& row) {
    Partij partij;
    partij.id = row.id;
    partij.gemeente = row.gemeente;
    partij.versie = row.versie;
    partij.gemaakt_op = row.gemaakt_op;
    partij.gewijzigd_op = row.gewijzigd_op;
    partij.gewist_op = row.gewist_op;
    Gegevens& gegevens = partij.gegevens;
    gegevens.wie = wie_of(row);
    gegevens.nummer = std::move(row.nummer);
    gegevens.voorkeuren = {std::move(row.voorkeurskanaal), std::move(row.voorkeurstaal), row.zelfredzaamheid,
                           std::move(row.voorkeurstijd), row.voorkeurs_digitaal_adres, row.voorkeurs_rekeningnummer};
    gegevens.indicaties = {row.indicatie_actief, row.indicatie_geheimhouding, row.indicatie_overleden, row.medewerker};
    gegevens.interne_notitie = std::move(row.interne_notitie);
    return partij;
}

}  // namespace dichtbij::partij
