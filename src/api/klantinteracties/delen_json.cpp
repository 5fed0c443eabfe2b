#include "api/klantinteracties/delen_json.h"

#include <unicode/uloc.h>

#include <algorithm>

#include "base/text.h"
#include "partij/standaard.h"

namespace dichtbij::klantinteracties {
namespace {

using json::field;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_nummeraanduiding(std::string_view text) { return text.size() == 16 && all_digits(text); }

bool is_postcode(std::string_view text) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return text.size() == 7 && text[0] != '0' && all_digits(text.substr(0, 4)) && text[4] == ' ' && is_capital(text[5]) && is_capital(text[6]);
}

bool is_land(std::string_view text) {
    for (const char* const* known = uloc_getISOCountries(); *known != nullptr; ++known)
        if (text == *known) return true;
    return false;
}

bool is_referentie(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; });
}

bool is_iban(std::string_view text) {
    return text.size() >= 5 && is_letter(text[0]) && is_letter(text[1]) && is_digit(text[2]) && is_digit(text[3]) &&
           std::all_of(text.begin() + 4, text.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

bool has_no_space(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

}  // namespace

bool is_nummer(std::string_view text) { return all_digits(text); }

bool is_telefoonnummer(std::string_view text) { return partij::is_standaardtelefoonnummer(text); }

json::Pattern nummer_pattern() { return {"^[0-9]*$", is_nummer, "invalid", "klantinteracties.fout.cijfers"}; }
json::Pattern telefoonnummer_pattern() { return {"^(0[1-9][0-9]{8}|\\+[0-9]{9,15}|00[0-9]{7,13})$", is_telefoonnummer, "invalid", "klantinteracties.fout.telefoonnummer"}; }
json::Pattern referentie_pattern() { return {"^[-a-zA-Z0-9_]+$", is_referentie, "invalid", "klantinteracties.fout.referentie"}; }
json::Pattern iban_pattern() { return {"^[A-Za-z]{2}[0-9]{2}[A-Za-z0-9]{1,30}$", is_iban, "invalid", "klantinteracties.fout.iban"}; }
json::Pattern bic_pattern() { return {"^[\\S]+$", has_no_space, "invalid", "klantinteracties.fout.bic"}; }

std::vector<json::Field> adres_fields() {
    return {
        field<&Adres::nummeraanduiding_id>("nummeraanduidingId").or_blank().max(16).like({"^[0-9]{16}$", is_nummeraanduiding, "invalid", "klantinteracties.fout.nummeraanduiding"}),
        field<&Adres::straatnaam>("straatnaam").or_blank().max(255).such_as(R"("Kastanjelaan")"),
        field<&Adres::huisnummer>("huisnummer").between(1, 99'999).such_as(R"(12)"),
        field<&Adres::huisnummertoevoeging>("huisnummertoevoeging").or_blank().max(20),
        field<&Adres::postcode>("postcode").or_blank().max(7).like({"^[1-9][0-9]{3} [A-Z]{2}$", is_postcode, "invalid", "klantinteracties.fout.postcode"}).such_as(R"("3999 AB")"),
        field<&Adres::stad>("stad").or_blank().max(255).such_as(R"("Oeverdorp")"),
        field<&Adres::adresregel1>("adresregel1").or_blank().max(80),
        field<&Adres::adresregel2>("adresregel2").or_blank().max(80),
        field<&Adres::adresregel3>("adresregel3").or_blank().max(80),
        field<&Adres::land>("land").or_blank().min(2).max(2).like({"", is_land, "invalid", "klantinteracties.fout.land"}).such_as(R"("NL")"),
    };
}

std::vector<json::Field> contactnaam_fields() {
    return {
        field<&Contactnaam::voorletters>("voorletters").or_blank().max(10).such_as(R"("A.")"),
        field<&Contactnaam::voornaam>("voornaam").or_blank().max(200).such_as(R"("Amira")"),
        field<&Contactnaam::voorvoegsel_achternaam>("voorvoegselAchternaam").or_blank().max(10).such_as(R"("El")"),
        field<&Contactnaam::achternaam>("achternaam").or_blank().max(200).such_as(R"("Idrissi")"),
    };
}

std::vector<json::Field> identificator_fields() {
    return {
        field<&Identificator::object_id>("objectId").or_blank().max(objectveld_max),
        field<&Identificator::code_objecttype>("codeObjecttype").or_blank().max(objectveld_max),
        field<&Identificator::code_register>("codeRegister").or_blank().max(objectveld_max),
        field<&Identificator::code_soort_object_id>("codeSoortObjectId").or_blank().max(objectveld_max),
    };
}

}  // namespace dichtbij::klantinteracties
