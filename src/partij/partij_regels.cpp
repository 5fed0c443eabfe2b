// What is wrong with the data of a partij. Lengths and patterns are those of Klantinteracties 0.9.0.
#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

#include "base/text.h"
#include "partij/partij.h"

namespace dichtbij::partij {
namespace {

constexpr std::size_t tijd_max = 100;
constexpr std::size_t afspraak_max = 500;
constexpr std::size_t lijst_max = 50;  // digital addresses, identifiers, ... of one partij
constexpr int huisnummer_max = 99'999;

class Problems {
  public:
    void add(std::string field, std::string key, std::vector<std::string> args = {}) {
        found_.push_back({std::move(field), std::move(key), std::move(args)});
    }
    void at_most(const std::string& field, std::string_view text, std::size_t characters) {
        if (length_in_characters(text) > characters) add(field, "fout.veld.te_lang", {std::to_string(characters)});
        else if (!is_utf8(text)) add(field, "fout.veld.tekens");
    }
    std::vector<FieldError> take() { return std::move(found_); }

  private:
    std::vector<FieldError> found_;
};

bool is_upper_letter(char c) { return c >= 'A' && c <= 'Z'; }

// ISO 13616: country, two check digits, the whole rearranged modulo 97 is 1.
bool is_iban(std::string_view iban) {
    if (iban.size() < 5 || iban.size() > 34 || !is_upper_letter(iban[0]) || !is_upper_letter(iban[1])) return false;
    if (!all_digits(iban.substr(2, 2))) return false;
    int rest = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        if (c >= '0' && c <= '9') rest = (rest * 10 + (c - '0')) % 97;
        else if (is_upper_letter(c)) rest = (rest * 100 + (c - 'A' + 10)) % 97;
        else return false;
    }
    return rest == 1;
}

bool is_referentie(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || is_upper_letter(c) || c == '-' || c == '_';
    });
}

void check(Problems& problems, const Contactnaam& naam) {
    problems.at_most("contactnaam.voorletters", naam.voorletters, 10);
    problems.at_most("contactnaam.voornaam", naam.voornaam, 200);
    problems.at_most("contactnaam.voorvoegsel_achternaam", naam.voorvoegsel_achternaam, 10);
    problems.at_most("contactnaam.achternaam", naam.achternaam, 200);
}

void check(Problems& problems, const Wie& wie, Day today) {
    if (const auto* organisatie = std::get_if<Organisatie>(&wie)) problems.at_most("naam", organisatie->naam, 200);
    if (const auto* contact = std::get_if<Contactpersoon>(&wie)) check(problems, contact->naam);
    const auto* persoon = std::get_if<Persoon>(&wie);
    if (!persoon) return;
    check(problems, persoon->naam);
    const auto& born = persoon->geboortedatum;
    if (born && (!exists(*born) || is_after(*born, today))) problems.add("geboortedatum", "partij.geboortedatum.fout");
}

void check(Problems& problems, const std::string& path, const std::optional<Adres>& given) {
    if (!given) return;
    const Adres& adres = *given;
    const bool bag = adres.nummeraanduiding_id.size() == 16 && all_digits(adres.nummeraanduiding_id);
    if (!adres.nummeraanduiding_id.empty() && !bag) problems.add(path + ".nummeraanduiding_id", "partij.bag.fout");
    if (!adres.postcode.empty() && !normal_postcode(adres.postcode)) problems.add(path + ".postcode", "partij.postcode.fout");
    if (adres.huisnummer && (*adres.huisnummer < 1 || *adres.huisnummer > huisnummer_max))
        problems.add(path + ".huisnummer", "partij.huisnummer.fout");
    const bool land = adres.land.size() == 2 && is_upper_letter(adres.land[0]) && is_upper_letter(adres.land[1]);
    if (!adres.land.empty() && !land) problems.add(path + ".land", "partij.land.fout");
    problems.at_most(path + ".straatnaam", adres.straatnaam, 255);
    problems.at_most(path + ".huisnummertoevoeging", adres.huisnummertoevoeging, 20);
    problems.at_most(path + ".stad", adres.stad, 255);
    problems.at_most(path + ".adresregel1", adres.adresregel1, 80);
    problems.at_most(path + ".adresregel2", adres.adresregel2, 80);
    problems.at_most(path + ".adresregel3", adres.adresregel3, 80);
}

void check(Problems& problems, const std::string& path, const DigitaalAdres& adres) {
    if (adres.adres.empty()) problems.add(path + ".adres", "fout.veld.verplicht");
    else if (zoekvorm(adres.soort, adres.adres).empty())
        problems.add(path + ".adres", adres.soort == SoortDigitaalAdres::email ? "partij.email.fout" : "partij.telefoonnummer.fout");
    problems.at_most(path + ".adres", adres.adres, 80);
    problems.at_most(path + ".omschrijving", adres.omschrijving, 40);
    problems.at_most(path + ".referentie", adres.referentie, 50);
    if (!is_referentie(adres.referentie)) problems.add(path + ".referentie", "partij.referentie.fout");
}

void check(Problems& problems, const std::string& path, const Identificator& given) {
    const std::string_view soort = given.code_soort_object_id;
    const Identificator standard = make_identificator(soort, given.object_id);
    if (soort.empty() && given.andere_partij_identificator.empty()) problems.add(path + ".code_soort_object_id", "fout.veld.verplicht");
    if (!standard.code_register.empty()) {
        if (given.code_register != standard.code_register) problems.add(path + ".code_register", "partij.register.fout");
        if (given.code_objecttype != standard.code_objecttype) problems.add(path + ".code_objecttype", "partij.objecttype.fout");
        if (!normal_object_id(soort, given.object_id)) problems.add(path + ".object_id", "partij." + std::string(soort) + ".fout");
    } else if (given.object_id.empty() && given.andere_partij_identificator.empty()) {
        problems.add(path + ".object_id", "fout.veld.verplicht");
    }
    problems.at_most(path + ".code_objecttype", given.code_objecttype, 200);
    problems.at_most(path + ".code_register", given.code_register, 200);
    problems.at_most(path + ".code_soort_object_id", given.code_soort_object_id, 200);
    problems.at_most(path + ".object_id", given.object_id, 200);
    problems.at_most(path + ".andere_partij_identificator", given.andere_partij_identificator, 200);
}

void check(Problems& problems, const std::string& path, const Rekeningnummer& nummer) {
    if (!is_iban(nummer.iban)) problems.add(path + ".iban", "partij.iban.fout");
    if (!nummer.bic.empty() && nummer.bic.size() != 8 && nummer.bic.size() != 11) problems.add(path + ".bic", "partij.bic.fout");
}

void check(Problems& problems, const std::string& path, const CategorieRelatie& relatie) {
    if (relatie.eind_datum && relatie.begin_datum && *relatie.eind_datum < *relatie.begin_datum)
        problems.add(path + ".eind_datum", "fout.veld.einde_voor_begin");
}

void check(Problems& problems, const std::string& path, const Afspraak& afspraak) {
    if (afspraak.tekst.empty()) problems.add(path + ".tekst", "fout.veld.verplicht");
    problems.at_most(path + ".tekst", afspraak.tekst, afspraak_max);
    if (afspraak.bekijk_datum < afspraak.van) problems.add(path + ".bekijk_datum", "fout.veld.einde_voor_begin");
}

template <class T>
void check_all(Problems& problems, const std::string& path, const std::vector<T>& list) {
    if (list.size() > lijst_max) problems.add(path, "fout.veld.te_veel", {std::to_string(lijst_max)});
    for (std::size_t i = 0; i < list.size() && i < lijst_max; ++i) check(problems, path + "." + std::to_string(i), list[i]);
}

// One identifier of each kind (Klantinteracties: "moet uniek zijn voor de Partij").
void check_one_of_each(Problems& problems, const std::vector<Identificator>& list) {
    for (std::size_t i = 0; i < list.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (!list[i].code_soort_object_id.empty() && list[i].code_soort_object_id == list[j].code_soort_object_id) {
                problems.add("identificatoren." + std::to_string(i) + ".code_soort_object_id", "partij.identificator.dubbel");
                break;
            }
}

bool is_unknown(const Gegevens& gegevens) {
    return volledige_naam(gegevens).empty() && gegevens.identificatoren.empty() && gegevens.digitale_adressen.empty();
}

}  // namespace

std::vector<FieldError> problems(const Gegevens& gegevens, Day today) {
    Problems problems;
    if (is_unknown(gegevens)) problems.add("naam", "partij.leeg");
    check(problems, gegevens.wie, today);
    check(problems, "bezoekadres", gegevens.bezoekadres);
    check(problems, "correspondentieadres", gegevens.correspondentieadres);
    const std::string& taal = gegevens.voorkeuren.taal;
    const bool letters = std::all_of(taal.begin(), taal.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!taal.empty() && (taal.size() != 3 || !letters)) problems.add("voorkeuren.taal", "partij.taal.fout");
    problems.at_most("voorkeuren.kanaal", gegevens.voorkeuren.kanaal, 50);
    problems.at_most("voorkeuren.tijd", gegevens.voorkeuren.tijd, tijd_max);
    problems.at_most("interne_notitie", gegevens.interne_notitie, 1000);
    if (gegevens.nummer.size() > 10 || (!gegevens.nummer.empty() && !all_digits(gegevens.nummer)))
        problems.add("nummer", "partij.nummer.fout");
    check_all(problems, "digitale_adressen", gegevens.digitale_adressen);
    check_all(problems, "identificatoren", gegevens.identificatoren);
    check_one_of_each(problems, gegevens.identificatoren);
    check_all(problems, "rekeningnummers", gegevens.rekeningnummers);
    check_all(problems, "categorie_relaties", gegevens.categorie_relaties);
    check_all(problems, "afspraken", gegevens.afspraken);
    return problems.take();
}

}  // namespace dichtbij::partij
