#pragma once
// Where a partij can be reached: postal addresses, e-mail and telephone.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij::partij {

// The bezoekadres or correspondentieadres of Klantinteracties.
struct Adres {
    std::string nummeraanduiding_id;  // BAG, 16 digits
    std::string straatnaam;
    std::optional<int> huisnummer;
    std::string huisnummertoevoeging;  // letter and addition
    std::string postcode;              // normal form "3999AB"
    std::string stad;
    std::string adresregel1;           // what does not stand in the BAG, and addresses abroad
    std::string adresregel2;
    std::string adresregel3;
    std::string land;                  // ISO 3166, two letters; empty is NL
    bool operator==(const Adres&) const = default;
};
BOOST_DESCRIBE_STRUCT(Adres, (), (nummeraanduiding_id, straatnaam, huisnummer, huisnummertoevoeging, postcode, stad, adresregel1, adresregel2, adresregel3, land))

enum class SoortDigitaalAdres { email, telefoonnummer, overig };
BOOST_DESCRIBE_ENUM(SoortDigitaalAdres, email, telefoonnummer, overig)

struct DigitaalAdres {
    Uuid id{};  // nil: not stored yet
    SoortDigitaalAdres soort = SoortDigitaalAdres::telefoonnummer;
    std::string adres;          // as it was given
    bool is_standaard = false;  // at most one of each kind for a partij
    std::string omschrijving;
    std::string referentie;     // tag for machines
    std::optional<Day> verificatie_datum;
    bool operator==(const DigitaalAdres&) const = default;
};
BOOST_DESCRIBE_STRUCT(DigitaalAdres, (), (id, soort, adres, is_standaard, omschrijving, referentie, verificatie_datum))

// "3999ab", "3999 AB" -> "3999AB". nullopt for what is no Dutch postcode (SA, SD and SS are not given out).
std::optional<std::string> normal_postcode(std::string_view typed);
std::string postcode_leesbaar(std::string_view normal);  // "3999 AB"

bool is_email(std::string_view);
std::string normal_email(std::string_view);  // lower case, for comparing

// By which equal addresses are found: E.164, lower-case e-mail, else the trimmed text. Empty when the
// text is not an address of that kind.
std::string zoekvorm(SoortDigitaalAdres, std::string_view adres);

// As it stands beside a stored address: the zoekvorm, or the text itself when that is no address of its kind.
std::string bewaarde_zoekvorm(const DigitaalAdres&);

// One line for people: "Kastanjelaan 18a, 3999 AB Oeverdorp".
std::string adresregel(const Adres&);

// Shown before someone is identified: enough to recognise, not enough to tell.
std::string masked(const DigitaalAdres&);              // "06 •••• ••78", "f•••@voorbeeld.example"
std::string masked_object_id(std::string_view number);  // "•••••• 653"

}  // namespace dichtbij::partij
