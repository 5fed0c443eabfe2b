#include "opzoek/opzoek.h"

#include <boost/describe/enum_to_string.hpp>

#include "base/text.h"

namespace dichtbij::opzoek {
namespace {

constexpr std::size_t naam_minimum = 2;
constexpr std::size_t naam_limit = 200;
constexpr int huisnummer_limit = 99'999;

std::string without(std::string_view text, std::string_view characters) {
    std::string kept;
    for (const char c : text)
        if (characters.find(c) == std::string_view::npos) kept += c;
    return kept;
}

std::string upper(std::string_view text) {
    std::string all(text);
    for (char& c : all)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return all;
}

bool is_postcode(std::string_view code) {
    if (code.size() != 6 || !all_digits(code.substr(0, 4)) || code.front() == '0') return false;
    return code[4] >= 'A' && code[4] <= 'Z' && code[5] >= 'A' && code[5] <= 'Z';
}

// Weights 9 to 2 and -1; the sum is divisible by 11.
bool is_bsn(std::string_view number) {
    if (number.size() != 9 || !all_digits(number) || number == "000000000") return false;
    int sum = 0;
    for (std::size_t i = 0; i < 8; ++i) sum += (number[i] - '0') * static_cast<int>(9 - i);
    return (sum - (number[8] - '0')) % 11 == 0;
}

bool is_letter_of_huisnummer(std::string_view text) { return text.empty() || (text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z'); }

std::vector<FieldError> wrong(bool is_wrong, const char* field, const char* key) {
    if (!is_wrong) return {};
    return {{field, key, {}}};
}

void add(std::vector<FieldError>& all, std::vector<FieldError> more) { all.insert(all.end(), more.begin(), more.end()); }

bool is_naam(std::string_view naam) {
    const auto characters = length_in_characters(naam);
    return characters >= naam_minimum && characters <= naam_limit;
}

}  // namespace

bool is_antwoord(Uitkomst uitkomst) {
    return uitkomst == Uitkomst::gevonden || uitkomst == Uitkomst::onbekend || uitkomst == Uitkomst::te_veel || uitkomst == Uitkomst::verkeerd;
}

std::string naam_of(Bron bron) { return boost::describe::enum_to_string(bron, ""); }
std::string naam_of(Uitkomst uitkomst) { return boost::describe::enum_to_string(uitkomst, ""); }

std::string toevoeging_of(std::string_view huisletter, std::string_view toevoeging) {
    std::string all(huisletter);
    if (!all.empty() && !toevoeging.empty()) all += "-";
    return all.append(toevoeging);
}

std::string adresregel(const Vondstadres& adres) {
    std::string line;
    const auto add_part = [&](std::string_view between, std::string_view part) {
        if (!part.empty()) line.append(line.empty() ? "" : between).append(part);
    };
    if (adres.straat.empty()) {
        for (const auto* part : {&adres.regel1, &adres.regel2, &adres.regel3}) add_part(", ", *part);
        return line;
    }
    line = adres.straat;
    if (adres.huisnummer) add_part(" ", std::to_string(*adres.huisnummer));
    add_part(" ", adres.toevoeging);
    add_part(", ", adres.postcode.size() == 6 ? adres.postcode.substr(0, 4) + " " + adres.postcode.substr(4) : adres.postcode);
    add_part(adres.postcode.empty() ? ", " : " ", adres.plaats);
    return line;
}

MetAdres normalised(MetAdres vraag) {
    vraag.postcode = upper(without(vraag.postcode, " -"));
    vraag.huisletter = upper(trimmed(vraag.huisletter));
    vraag.toevoeging = cleaned(vraag.toevoeging);
    return vraag;
}

Persoonsvraag normalised(Persoonsvraag vraag) {
    if (auto* bsn = std::get_if<MetBsn>(&vraag)) {
        bsn->bsn = without(bsn->bsn, " .-");
        if (bsn->bsn.size() == 8) bsn->bsn.insert(0, 1, '0');
    } else if (auto* naam = std::get_if<MetNaam>(&vraag)) {
        naam->geslachtsnaam = cleaned(naam->geslachtsnaam);
        naam->voorvoegsel = lower_ascii(cleaned(naam->voorvoegsel));
    } else {
        vraag = normalised(std::get<MetAdres>(vraag));
    }
    return vraag;
}

Bedrijfsvraag normalised(Bedrijfsvraag vraag) { return {without(vraag.kvk_nummer, " .-"), cleaned(vraag.naam)}; }

std::vector<FieldError> problems(const MetAdres& vraag) {
    auto all = wrong(!is_postcode(vraag.postcode), "postcode", "opzoek.fout.postcode");
    add(all, wrong(vraag.huisnummer < 1 || vraag.huisnummer > huisnummer_limit, "huisnummer", "opzoek.fout.huisnummer"));
    add(all, wrong(!is_letter_of_huisnummer(vraag.huisletter) || vraag.toevoeging.size() > 10, "toevoeging", "opzoek.fout.toevoeging"));
    return all;
}

std::vector<FieldError> problems(const Persoonsvraag& vraag) {
    if (const auto* bsn = std::get_if<MetBsn>(&vraag)) return wrong(!is_bsn(bsn->bsn), "bsn", "opzoek.fout.bsn");
    if (const auto* naam = std::get_if<MetNaam>(&vraag)) {
        // A * widens the question to whole families: the register would take it, we do not ask it.
        const bool is_wild = naam->geslachtsnaam.find_first_of("*?") != std::string::npos;
        auto all = wrong(is_wild || !is_naam(naam->geslachtsnaam), "geslachtsnaam", "opzoek.fout.naam");
        add(all, wrong(naam->voorvoegsel.size() > 10, "voorvoegsel", "opzoek.fout.voorvoegsel"));
        return all;
    }
    return problems(std::get<MetAdres>(vraag));
}

std::vector<FieldError> problems(const Bedrijfsvraag& vraag) {
    if (!vraag.kvk_nummer.empty()) return wrong(vraag.kvk_nummer.size() != 8 || !all_digits(vraag.kvk_nummer), "kvk_nummer", "opzoek.fout.kvk_nummer");
    return wrong(!is_naam(vraag.naam), "naam", "opzoek.fout.bedrijfsnaam");
}

std::string als_tekst(const MetAdres& vraag) {
    return "adres|" + vraag.postcode + "|" + std::to_string(vraag.huisnummer) + "|" + vraag.huisletter + "|" + lower_ascii(vraag.toevoeging);
}

std::string als_tekst(const Persoonsvraag& vraag) {
    if (const auto* bsn = std::get_if<MetBsn>(&vraag)) return "bsn|" + bsn->bsn;
    if (const auto* naam = std::get_if<MetNaam>(&vraag)) return "naam|" + folded(naam->geslachtsnaam) + "|" + naam->voorvoegsel + "|" + to_iso(naam->geboortedatum);
    return als_tekst(std::get<MetAdres>(vraag));
}

std::string als_tekst(const Bedrijfsvraag& vraag) { return vraag.kvk_nummer.empty() ? "naam|" + folded(vraag.naam) : "kvk|" + vraag.kvk_nummer; }

std::string soort_of(const Persoonsvraag& vraag) {
    if (std::holds_alternative<MetBsn>(vraag)) return "bsn";
    return std::holds_alternative<MetNaam>(vraag) ? "naam" : "adres";
}

std::string soort_of(const Bedrijfsvraag& vraag) { return vraag.kvk_nummer.empty() ? "naam" : "kvk_nummer"; }

}  // namespace dichtbij::opzoek
