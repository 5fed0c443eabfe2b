#pragma once
// The rows a partij consists of, and the way to and from the value.

#include <optional>
#include <string>

#include "partij/partij.h"
#include "store/store.h"

namespace dichtbij::partij {

struct PartijRij {
    PartijId id;
    GemeenteId gemeente;
    SoortPartij soort = SoortPartij::persoon;
    std::int64_t versie = 0;
    std::string nummer;
    std::string voorletters;
    std::string voornaam;
    std::string voorvoegsel_achternaam;
    std::string achternaam;
    Aanhef aanhef = Aanhef::geen;
    std::string organisatienaam;
    std::optional<PartijId> werkte_voor;
    std::optional<int> geboortedatum;
    store::Blob naam_sleutel;
    std::string voorkeurskanaal;
    std::string voorkeurstaal;
    Zelfredzaamheid zelfredzaamheid = Zelfredzaamheid::onbekend;
    std::string voorkeurstijd;
    std::optional<Uuid> voorkeurs_digitaal_adres;
    std::optional<Uuid> voorkeurs_rekeningnummer;
    bool indicatie_actief = true;
    std::optional<bool> indicatie_geheimhouding;
    bool indicatie_overleden = false;
    std::optional<MedewerkerId> medewerker;
    std::string interne_notitie;
    Instant gemaakt_op;
    Instant gewijzigd_op;
    std::optional<MedewerkerId> gewijzigd_door;
    std::optional<Instant> gewist_op;
};
BOOST_DESCRIBE_STRUCT(PartijRij, (), (id, gemeente, soort, versie, nummer, voorletters, voornaam, voorvoegsel_achternaam,
    achternaam, aanhef, organisatienaam, werkte_voor, geboortedatum, naam_sleutel, voorkeurskanaal,
    voorkeurstaal, zelfredzaamheid, voorkeurstijd, voorkeurs_digitaal_adres, voorkeurs_rekeningnummer, indicatie_actief,
    indicatie_geheimhouding, indicatie_overleden, medewerker, interne_notitie, gemaakt_op, gewijzigd_op, gewijzigd_door, gewist_op))

PartijRij row_of(const Partij&, std::optional<MedewerkerId> door);
// Without what stands in other tables.
Partij partij_of(PartijRij&&);

}  // namespace dichtbij::partij
