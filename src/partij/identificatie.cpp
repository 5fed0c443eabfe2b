#include "partij/identificatie.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace dichtbij::partij {
namespace {

constexpr std::size_t einde_digits = 3;  // of a BSN
constexpr std::size_t vragen_max = 12;
constexpr std::size_t tekst_max = 200;

// nullopt: nothing is stored to compare with.
using Compare = std::optional<bool> (*)(const Gegevens&, std::string_view given, Day today);

std::optional<bool> same_birth(const Gegevens& gegevens, std::string_view given, Day today) {
    const auto* persoon = std::get_if<Persoon>(&gegevens.wie);
    if (!persoon || !persoon->geboortedatum) return std::nullopt;
    return parse_geboortedatum(given, today) == persoon->geboortedatum;
}

// "3999 AB 18": the postcode, then the number; an addition may follow or not.
std::optional<bool> same_address(const Gegevens& gegevens, std::string_view given, Day) {
    const auto& adres = gegevens.bezoekadres ? gegevens.bezoekadres : gegevens.correspondentieadres;
    if (!adres || adres->postcode.empty() || !adres->huisnummer) return std::nullopt;
    std::string text;
    for (const char c : given)
        if (std::string_view(" ,.").find(c) == std::string_view::npos) text += c;
    if (text.size() < 7 || normal_postcode(std::string_view(text).substr(0, 6)) != adres->postcode) return false;
    const std::string rest = text.substr(text[6] == '-' ? 7 : 6);
    return rest.substr(0, rest.find_first_not_of("0123456789")) == std::to_string(*adres->huisnummer);
}

std::optional<bool> same_digital(const Gegevens& gegevens, SoortDigitaalAdres soort, std::string_view given) {
    const std::string asked = zoekvorm(soort, given);
    std::optional<bool> same;
    for (const DigitaalAdres& adres : gegevens.digitale_adressen) {
        if (adres.soort != soort) continue;
        same = same.value_or(false) || (!asked.empty() && zoekvorm(soort, adres.adres) == asked);
    }
    return same;
}

std::optional<bool> same_phone(const Gegevens& gegevens, std::string_view given, Day) {
    return same_digital(gegevens, SoortDigitaalAdres::telefoonnummer, given);
}

std::optional<bool> same_email(const Gegevens& gegevens, std::string_view given, Day) {
    return same_digital(gegevens, SoortDigitaalAdres::email, given);
}

std::optional<bool> same_bsn_end(const Gegevens& gegevens, std::string_view given, Day) {
    const Identificator* stored = find_identificator(gegevens, soort_bsn);
    if (!stored || stored->object_id.size() < einde_digits) return std::nullopt;
    const auto end = trimmed(given);
    return end.size() >= einde_digits && stored->object_id.ends_with(end);
}

std::optional<bool> same_kvk(const Gegevens& gegevens, std::string_view given, Day) {
    const Identificator* stored = find_identificator(gegevens, soort_kvk_nummer);
    if (!stored) return std::nullopt;
    return normal_object_id(soort_kvk_nummer, given) == stored->object_id;
}

struct Known {
    std::string_view code;
    Compare compare;
};
constexpr std::array<Known, 6> known{{{"geboortedatum", same_birth},
                                      {"postcode_huisnummer", same_address},
                                      {"telefoonnummer", same_phone},
                                      {"email", same_email},
                                      {"bsn_einde", same_bsn_end},
                                      {"kvk_nummer", same_kvk}}};

Compare compare_of(std::string_view code) {
    const auto* found = std::find_if(known.begin(), known.end(), [&](const Known& one) { return one.code == code; });
    return found == known.end() ? nullptr : found->compare;
}

}  // namespace

Controlevragen shipped_controlevragen() {
    Controlevragen made;
    for (const std::string_view code : {"geboortedatum", "postcode_huisnummer", "telefoonnummer", "email", "bsn_einde", "laatste_contact"})
        made.vragen.push_back({std::string(code), static_cast<int>(made.vragen.size()) + 1, {}});
    return made;
}

std::vector<FieldError> problems(const Controlevragen& chosen) {
    std::vector<FieldError> found;
    const auto add = [&](std::string field, std::string key, std::vector<std::string> args = {}) {
        found.push_back({std::move(field), std::move(key), std::move(args)});
    };
    if (chosen.vragen.size() > vragen_max) add("vragen", "fout.veld.te_veel", {std::to_string(vragen_max)});
    if (chosen.aantal_goed < 1 || chosen.aantal_goed > static_cast<int>(chosen.vragen.size())) add("aantal_goed", "controlevraag.aantal_fout");
    for (std::size_t i = 0; i < chosen.vragen.size(); ++i) {
        const Controlevraag& vraag = chosen.vragen[i];
        const std::string path = "vragen." + std::to_string(i);
        const bool shipped = is_vergelijkbaar(vraag.code) || vraag.code == "laatste_contact";
        if (vraag.code.empty() || vraag.code.size() > 40) add(path + ".code", "fout.veld.verplicht");
        if (!shipped && vraag.tekst.empty()) add(path + ".tekst", "fout.veld.verplicht");
        if (length_in_characters(vraag.tekst) > tekst_max) add(path + ".tekst", "fout.veld.te_lang", {std::to_string(tekst_max)});
        for (std::size_t j = 0; j < i; ++j)
            if (chosen.vragen[j].code == vraag.code) add(path + ".code", "controlevraag.dubbel");
    }
    return found;
}

bool is_vergelijkbaar(std::string_view code) { return compare_of(code) != nullptr; }

Oordeel beoordeel(const Gegevens& gegevens, const Antwoord& antwoord, Day today) {
    const Compare compare = compare_of(antwoord.vraag);
    if (!compare) return antwoord.oordeel;
    if (trimmed(antwoord.gegeven).empty()) return Oordeel::overgeslagen;
    const auto same = compare(gegevens, antwoord.gegeven, today);
    if (!same) return Oordeel::overgeslagen;
    return *same ? Oordeel::goed : Oordeel::fout;
}

bool is_geslaagd(const std::vector<BeoordeeldAntwoord>& antwoorden, int aantal_goed) {
    const auto count = [&](Oordeel oordeel) {
        return std::count_if(antwoorden.begin(), antwoorden.end(), [&](const BeoordeeldAntwoord& antwoord) { return antwoord.oordeel == oordeel; });
    };
    return count(Oordeel::fout) == 0 && count(Oordeel::goed) >= aantal_goed;
}

}  // namespace dichtbij::partij
