#pragma once
// What another system writes of a partij over Klantinteracties, and the rules that standard has for it.

#include <optional>
#include <string_view>
#include <vector>

#include "partij/lijst.h"
#include "partij/partij.h"

namespace dichtbij::partij {

// A partij as far as the standard carries it. What is our own (date of birth, salutation, agreements, ...) stays.
struct Standaardpartij {
    Wie wie;  // names and for whom he works
    std::optional<Adres> bezoekadres;
    std::optional<Adres> correspondentieadres;
    std::string taal;
    bool indicatie_actief = true;
    std::optional<bool> geheimhouding;
    std::string interne_notitie;
    std::string nummer;  // empty: the one it has, or a new partij draws one
    std::optional<Uuid> voorkeurs_digitaal_adres;
    std::optional<Uuid> voorkeurs_rekeningnummer;
    // Which are its own from now on, in this order: those of others move, those that are left out stand alone. None: as it was.
    std::optional<std::vector<Uuid>> digitale_adressen;
    std::optional<std::vector<Uuid>> rekeningnummers;
    // With an id: change it; without: a new one; left out: gone. None: as it was.
    std::optional<std::vector<Identificator>> identificatoren;
};

// Rows of one kind that one partij may have.
inline constexpr std::size_t delen_max = 50;
// How deep identifiers may stand under each other.
inline constexpr int sub_identificatoren_max_depth = 16;
// Relations that removing a category may take along.
inline constexpr int categorie_relaties_max = 100;

// ^(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})$: no 0800, 0900 or 14 0xx.
bool is_standaardtelefoonnummer(std::string_view);

// In the names of the standard's fields ("partij_identificator_object_id"). Of the value alone, without what else is stored.
std::vector<FieldError> standaard_problems(const Identificator&);
std::vector<FieldError> standaard_problems(const DigitaalAdresregel&);
// The partij without what stands in lists.
std::vector<FieldError> standaard_problems(const Gegevens&, Day today);

// An error of the whole, beside its fields: what the standard calls "__all__".
inline constexpr std::string_view hele_waarde = "hele_waarde";

}  // namespace dichtbij::partij
