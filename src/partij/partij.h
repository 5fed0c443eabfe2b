#pragma once
// A person, company or contact person of one gemeente. The names of Klantinteracties 0.9.0; what that
// standard does not carry (aanhef, date of birth, preferences, agreements) is marked "own".

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "partij/adres.h"
#include "partij/geboortedatum.h"
#include "partij/identificator.h"

namespace dichtbij::partij {

using PartijId = Id<dichtbij::Partij>;
using GemeenteId = Id<dichtbij::Gemeente>;
using MedewerkerId = Id<dichtbij::Medewerker>;

enum class SoortPartij { persoon, organisatie, contactpersoon };
BOOST_DESCRIBE_ENUM(SoortPartij, persoon, organisatie, contactpersoon)

enum class Aanhef { geen, mevrouw, meneer };  // own
BOOST_DESCRIBE_ENUM(Aanhef, geen, mevrouw, meneer)

// How well someone manages alone with what the gemeente sends (own).
enum class Zelfredzaamheid { onbekend, zelfstandig, beperkt, afhankelijk };
BOOST_DESCRIBE_ENUM(Zelfredzaamheid, onbekend, zelfstandig, beperkt, afhankelijk)

struct Contactnaam {
    std::string voorletters;
    std::string voornaam;
    std::string voorvoegsel_achternaam;
    std::string achternaam;
    bool operator==(const Contactnaam&) const = default;
};

struct Persoon {
    Contactnaam naam;
    Aanhef aanhef = Aanhef::geen;
    std::optional<Geboortedatum> geboortedatum;  // own
    bool operator==(const Persoon&) const = default;
};

struct Organisatie {
    std::string naam;
    bool operator==(const Organisatie&) const = default;
};

struct Contactpersoon {
    Contactnaam naam;
    Aanhef aanhef = Aanhef::geen;
    std::optional<PartijId> werkte_voor;  // an Organisatie of the same gemeente
    bool operator==(const Contactpersoon&) const = default;
};

using Wie = std::variant<Persoon, Organisatie, Contactpersoon>;

struct Voorkeuren {
    std::string kanaal;          // code of the channel; empty: none (own)
    std::string taal = "nld";    // ISO 639-2/B; empty: unknown
    Zelfredzaamheid zelfredzaamheid = Zelfredzaamheid::onbekend;
    std::string tijd;            // "na 15.00 uur" (own)
    std::optional<Uuid> digitaal_adres;  // one of the partij's own
    std::optional<Uuid> rekeningnummer;
    bool operator==(const Voorkeuren&) const = default;
};

struct Indicaties {
    bool actief = true;
    std::optional<bool> geheimhouding;  // none: not said
    bool overleden = false;                  // own
    std::optional<MedewerkerId> medewerker;  // a colleague (own)
    bool operator==(const Indicaties&) const = default;
};

struct Rekeningnummer {
    Uuid id{};
    std::string iban;  // without spaces, upper case
    std::string bic;
    bool operator==(const Rekeningnummer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rekeningnummer, (), (id, iban, bic))

struct CategorieRelatie {
    Uuid id{};
    Uuid categorie{};
    std::optional<Day> begin_datum;
    std::optional<Day> eind_datum;
    bool operator==(const CategorieRelatie&) const = default;
};
BOOST_DESCRIBE_STRUCT(CategorieRelatie, (), (id, categorie, begin_datum, eind_datum))

// What colleagues keep in mind with this person, agreed with them (own): "hoort slecht aan de telefoon".
struct Afspraak {
    Uuid id{};
    std::string tekst;
    Day van{};
    Day bekijk_datum{};  // looked at again from this day
    bool operator==(const Afspraak&) const = default;
};
BOOST_DESCRIBE_STRUCT(Afspraak, (), (id, tekst, van, bekijk_datum))

// All that a person may change of a partij.
struct Gegevens {
    Wie wie;
    std::optional<Adres> bezoekadres;
    std::optional<Adres> correspondentieadres;
    Voorkeuren voorkeuren;
    Indicaties indicaties;
    std::string interne_notitie;
    std::string nummer;  // of the standard, for people; empty: none
    std::vector<DigitaalAdres> digitale_adressen;
    std::vector<Identificator> identificatoren;
    std::vector<Rekeningnummer> rekeningnummers;
    std::vector<CategorieRelatie> categorie_relaties;
    std::vector<Afspraak> afspraken;
    bool operator==(const Gegevens&) const = default;
};

struct Partij {
    PartijId id;
    GemeenteId gemeente;
    std::int64_t versie = 0;
    Gegevens gegevens;
    Instant gemaakt_op;
    Instant gewijzigd_op;
    std::optional<PartijId> opgegaan_in;  // a double that was linked to the surviving partij
    std::optional<Instant> gewist_op;     // erased: nothing personal is left
    bool operator==(const Partij&) const = default;
};

// Why a partij is opened with a reason only.
enum class Waarschuwing { geheimhouding, overleden, collega };
BOOST_DESCRIBE_ENUM(Waarschuwing, geheimhouding, overleden, collega)
std::vector<Waarschuwing> waarschuwingen(const Indicaties&);

SoortPartij soort(const Gegevens&);
// "Fatima El Idrissi"; without a first name "F. El Idrissi"; a company's name. Empty when nothing is known.
std::string volledige_naam(const Gegevens&);
std::string volledige_naam(const Contactnaam&);
const Contactnaam* contactnaam(const Gegevens&);  // nullptr for an organisation
const Identificator* find_identificator(const Gegevens&, std::string_view soort);

// In normal form: names and notes cleaned, postcodes, numbers and IBAN as they are stored, the language
// in lower case; of several standard addresses of one kind only the first stays standard.
Gegevens normalised(Gegevens, Day today);

// What is wrong with it, field by field, in the paths of the API ("contactnaam.achternaam",
// "digitale_adressen.0.adres"). Expects the normal form.
std::vector<FieldError> problems(const Gegevens&, Day today);

// Every field that holds something, as text: for what changed, a stale edit and a subject access request.
using Veldwaarde = std::pair<std::string, std::string>;
std::vector<Veldwaarde> veldwaarden(const Gegevens&);
struct Verschil {
    std::string veld;
    std::string oud;
    std::string nieuw;
    bool operator==(const Verschil&) const = default;
};
std::vector<Verschil> verschillen(const Gegevens& oud, const Gegevens& nieuw);

}  // namespace dichtbij::partij
