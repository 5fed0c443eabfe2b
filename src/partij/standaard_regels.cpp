#include <algorithm>
#include <array>

#include "base/text.h"
#include "partij/standaard.h"

namespace dichtbij::partij {
namespace {

struct Soort {
    std::string_view register_code;
    std::string_view objecttype;
    std::string_view soort;
    std::size_t length;
};
// The hierarchy of the registers, with the length of each number.
constexpr std::array soorten{Soort{"brp", "natuurlijk_persoon", soort_bsn, 9}, Soort{"hr", "niet_natuurlijk_persoon", soort_rsin, 9},
                             Soort{"hr", "niet_natuurlijk_persoon", soort_kvk_nummer, 8}, Soort{"hr", "vestiging", soort_vestigingsnummer, 12}};

bool is_digits(std::string_view text, std::size_t least, std::size_t most) { return text.size() >= least && text.size() <= most && all_digits(text); }

}  // namespace

bool is_standaardtelefoonnummer(std::string_view text) {
    if (text.starts_with('+')) return is_digits(text.substr(1), 9, 15);
    if (text.starts_with("00")) return is_digits(text.substr(2), 7, 13);
    return text.size() == 10 && text[0] == '0' && text[1] != '0' && all_digits(text);
}

std::vector<FieldError> standaard_problems(const Identificator& one) {
    std::vector<FieldError> wrong;
    const auto some = [](auto fits) { return std::any_of(soorten.begin(), soorten.end(), fits); };
    const auto has_type = [&](const Soort& soort) { return soort.register_code == one.code_register && soort.objecttype == one.code_objecttype; };
    if (!some(has_type)) wrong.push_back({"partij_identificator_code_objecttype", "partij.standaard.objecttype", {one.code_register}});
    const auto in_type = [&](const Soort& soort) { return soort.objecttype == one.code_objecttype && soort.soort == one.code_soort_object_id; };
    if (!some(in_type)) wrong.push_back({"partij_identificator_code_soort_object_id", "partij.standaard.soort_object_id", {one.code_objecttype}});
    const auto soort = std::find_if(soorten.begin(), soorten.end(), [&](const Soort& known) { return known.soort == one.code_soort_object_id; });
    const char* const object_id = "partij_identificator_object_id";
    if (soort == soorten.end()) return wrong;
    if (length_in_characters(one.object_id) != soort->length) wrong.push_back({object_id, "partij.standaard.lengte", {std::to_string(soort->length)}});
    else if (!all_digits(one.object_id)) wrong.push_back({object_id, "partij.standaard.cijfers", {}});
    else if (!normal_object_id(one.code_soort_object_id, one.object_id)) wrong.push_back({object_id, "partij." + one.code_soort_object_id + ".fout", {}});
    return wrong;
}

std::vector<FieldError> standaard_problems(const DigitaalAdresregel& one) {
    std::vector<FieldError> wrong;
    if (one.soort == SoortDigitaalAdres::email && !is_email(one.adres)) wrong.push_back({"adres", "partij.standaard.email", {}});
    if (one.soort == SoortDigitaalAdres::telefoonnummer && !is_standaardtelefoonnummer(one.adres)) wrong.push_back({"adres", "partij.standaard.telefoonnummer", {}});
    if (one.is_standaard && !one.partij) wrong.push_back({"is_standaard_adres", "partij.standaard.zonder_partij", {}});
    return wrong;
}

// Lists are written row by row, each by its own rules; and a partij may be made before anything is known of it.
std::vector<FieldError> standaard_problems(const Gegevens& given, Day today) {
    Gegevens bare = given;
    bare.digitale_adressen.clear();
    bare.identificatoren.clear();
    bare.rekeningnummers.clear();
    bare.categorie_relaties.clear();
    bare.afspraken.clear();
    auto wrong = problems(bare, today);
    std::erase_if(wrong, [](const FieldError& one) { return one.key == "partij.leeg"; });
    const auto limit = [&](const char* field, std::size_t size) {
        if (size > delen_max) wrong.push_back({field, "fout.veld.te_veel", {std::to_string(delen_max)}});
    };
    limit("digitale_adressen", given.digitale_adressen.size());
    limit("partij_identificatoren", given.identificatoren.size());
    limit("rekeningnummers", given.rekeningnummers.size());
    limit("categorie_relaties", given.categorie_relaties.size());
    return wrong;
}

}  // namespace dichtbij::partij
