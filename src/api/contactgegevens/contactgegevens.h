#pragma once
// Contactgegevens 1.1.1 (VNG, as Open Klant has it): addresses of persons and organisations that another system keeps here.
// They stand by themselves: no link to a partij.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij::contactgegevens {

struct Adres {
    std::string nummeraanduiding_id;  // 16 digits
    std::string straatnaam;
    std::optional<int> huisnummer;
    std::string huisnummertoevoeging;
    std::string postcode;             // "1008 DG"
    std::string stad;
    std::string adresregel1;
    std::string adresregel2;
    std::string adresregel3;
    std::string land;                 // ISO 3166, two letters
    bool operator==(const Adres&) const = default;
};

struct Organisatie {
    Id<Organisatie> id;
    Id<Gemeente> gemeente;
    std::string handelsnaam;
    std::optional<Day> oprichtingsdatum;
    std::optional<Day> opheffingsdatum;
    std::optional<Adres> adres;
    std::int64_t versie = 0;
    bool operator==(const Organisatie&) const = default;
};

enum class Geslacht { m, v, o };
BOOST_DESCRIBE_ENUM(Geslacht, m, v, o)

struct Persoon {
    Id<Persoon> id;
    Id<Gemeente> gemeente;
    Day geboortedatum{};
    std::optional<Day> overlijdensdatum;
    std::string geslachtsnaam;
    std::optional<Geslacht> geslacht;
    std::string voorvoegsel;
    std::string voornamen;
    std::optional<Adres> adres;
    std::int64_t versie = 0;
    bool operator==(const Persoon&) const = default;
};

// Which part of a list.
struct Venster {
    std::int64_t vanaf = 0;  // rows before it
    int aantal = 100;
};

template <class T>
struct Lijst {
    std::int64_t count = 0;  // of the whole list
    std::vector<T> rows;
};

bool is_landcode(std::string_view code);             // of ISO 3166, two capitals
bool is_nummeraanduiding(std::string_view text);     // 16 digits
bool is_postcode(std::string_view text);             // "1008 DG"

}  // namespace dichtbij::contactgegevens
