#pragma once
// What lists of Klantinteracties are asked by, and their lines, for partijen and what belongs to them. An empty filter
// is not asked; all that are asked hold together.

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

#include "partij/partij.h"
#include "partij/verband.h"

namespace dichtbij::partij {

// Each part is asked by itself: of several parts, different identifiers of one partij may answer.
struct Identificatorvraag {
    std::string code_objecttype;
    std::string code_register;
    std::string code_soort_object_id;
    std::string object_id;
    bool operator==(const Identificatorvraag&) const = default;
};

// Calls act(column, value) for each part that is asked.
template <class F>
void each_part(const Identificatorvraag& vraag, F&& act) {
    if (!vraag.object_id.empty()) act("object_id", vraag.object_id);
    if (!vraag.code_soort_object_id.empty()) act("code_soort_object_id", vraag.code_soort_object_id);
    if (!vraag.code_objecttype.empty()) act("code_objecttype", vraag.code_objecttype);
    if (!vraag.code_register.empty()) act("code_register", vraag.code_register);
}

struct Adresvraag {  // a bezoekadres or correspondentieadres, exactly
    std::string nummeraanduiding_id;
    std::string adresregel1;
    std::string adresregel2;
    std::string adresregel3;
    std::string land;
};

struct Partijvraag {
    std::string nummer;
    std::optional<SoortPartij> soort;
    std::optional<bool> indicatie_actief;
    std::optional<bool> indicatie_geheimhouding;
    Identificatorvraag identificator;
    Identificatorvraag sub_identificator_van;  // the parent of one of its identifiers
    Adresvraag bezoekadres;
    Adresvraag correspondentieadres;
    std::vector<std::string> categorieen;      // one of these names
    std::optional<PartijId> vertegenwoordiger; // whom it is represented by
    std::optional<std::vector<PartijId>> gevonden;  // by the search index
};

// Of the identifier itself, all parts together.
struct PartijIdentificatorvraag {
    Identificatorvraag identificator;
    std::string andere_partij_identificator;
};
struct PartijIdentificatorregel {
    Uuid id{};
    std::optional<PartijId> partij;
    std::string code_objecttype;
    std::string code_register;
    std::string code_soort_object_id;
    std::string object_id;
    std::string andere_partij_identificator;
    std::optional<Uuid> sub_identificator_van;
    bool operator==(const PartijIdentificatorregel&) const = default;
};
BOOST_DESCRIBE_STRUCT(PartijIdentificatorregel, (),
                      (id, partij, code_objecttype, code_register, code_soort_object_id, object_id, andere_partij_identificator, sub_identificator_van))

struct Rekeningnummervraag {
    std::optional<Uuid> id;
    std::string iban;
    std::string bic;
};
struct Rekeningnummerregel {
    Uuid id{};
    std::optional<PartijId> partij;
    std::string iban;
    std::string bic;
    bool operator==(const Rekeningnummerregel&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rekeningnummerregel, (), (id, partij, iban, bic))

struct CategorieRelatievraag {
    std::optional<PartijId> partij;
    std::string partij_nummer;
    std::optional<Uuid> categorie;
    std::string categorie_naam;
    std::optional<Day> begin_datum;
    std::optional<Day> eind_datum;
};
struct CategorieRelatieregel {
    Uuid id{};
    std::optional<PartijId> partij;
    Uuid categorie{};
    std::string categorie_naam;
    std::optional<Day> begin_datum;
    std::optional<Day> eind_datum;
    bool operator==(const CategorieRelatieregel&) const = default;
};
BOOST_DESCRIBE_STRUCT(CategorieRelatieregel, (), (id, partij, categorie, categorie_naam, begin_datum, eind_datum))

struct Vertegenwoordigingvraag {
    std::optional<PartijId> vertegenwoordigende;
    std::optional<PartijId> vertegenwoordigde;
};

// A digital address as it is kept: of a partij, of a betrokkene of a klantcontact, of both or of neither.
struct DigitaalAdresregel {
    Uuid id{};
    std::optional<PartijId> partij;
    std::optional<Uuid> betrokkene;
    SoortDigitaalAdres soort = SoortDigitaalAdres::overig;
    std::string adres;
    bool is_standaard = false;
    std::string omschrijving;
    std::string referentie;
    std::optional<Day> verificatie_datum;
    bool operator==(const DigitaalAdresregel&) const = default;
};
BOOST_DESCRIBE_STRUCT(DigitaalAdresregel, (), (id, partij, betrokkene, soort, adres, is_standaard, omschrijving, referentie, verificatie_datum))

// What hangs on one of the things that were asked for.
struct Verwijzing {
    Uuid van{};
    Uuid id{};
    bool operator==(const Verwijzing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Verwijzing, (), (van, id))

// A partij as the standard gives it: all that hangs on it but its contacts and afspraken.
struct Partijregel {
    Partij partij;                                          // without categorie_relaties
    std::vector<CategorieRelatieregel> categorie_relaties;
    std::vector<PartijId> vertegenwoordigden;               // whom it represents
    bool operator==(const Partijregel&) const = default;
};

}  // namespace dichtbij::partij
