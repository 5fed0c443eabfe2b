#include "partij/partij.h"

#include "base/text.h"

namespace dichtbij::partij {
namespace {

void add_word(std::string& text, std::string_view word) {
    if (word.empty()) return;
    if (!text.empty()) text += ' ';
    text += word;
}

void clean(std::string& text) { text = cleaned(text); }

void normalise(Contactnaam& naam) {
    clean(naam.voorletters);
    clean(naam.voornaam);
    clean(naam.voorvoegsel_achternaam);
    clean(naam.achternaam);
}

void normalise(Adres& adres) {
    for (std::string* text : {&adres.nummeraanduiding_id, &adres.straatnaam, &adres.huisnummertoevoeging, &adres.stad,
                              &adres.adresregel1, &adres.adresregel2, &adres.adresregel3, &adres.land})
        clean(*text);
    adres.postcode = normal_postcode(adres.postcode).value_or(cleaned(adres.postcode));
    for (char& c : adres.land)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
}

std::optional<Adres> normal_address(std::optional<Adres> adres) {
    if (adres) normalise(*adres);
    if (adres == Adres{}) return std::nullopt;
    return adres;
}

void normalise(std::vector<DigitaalAdres>& adressen) {
    std::vector<SoortDigitaalAdres> standard;
    for (DigitaalAdres& adres : adressen) {
        clean(adres.adres);
        clean(adres.omschrijving);
        if (!adres.is_standaard) continue;
        adres.is_standaard = std::find(standard.begin(), standard.end(), adres.soort) == standard.end();
        standard.push_back(adres.soort);
    }
}

std::string normal_iban(std::string_view typed) {
    std::string iban;
    for (const char c : typed)
        if (c != ' ' && c != '.' && c != '-') iban += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return iban;
}

}  // namespace

std::vector<Waarschuwing> waarschuwingen(const Indicaties& indicaties) {
    std::vector<Waarschuwing> found;
    if (indicaties.geheimhouding.value_or(false)) found.push_back(Waarschuwing::geheimhouding);
    if (indicaties.overleden) found.push_back(Waarschuwing::overleden);
    if (indicaties.medewerker) found.push_back(Waarschuwing::collega);
    return found;
}

SoortPartij soort(const Gegevens& gegevens) { return static_cast<SoortPartij>(gegevens.wie.index()); }

std::string volledige_naam(const Contactnaam& naam) {
    std::string text;
    add_word(text, naam.voornaam.empty() ? naam.voorletters : naam.voornaam);
    add_word(text, naam.voorvoegsel_achternaam);
    add_word(text, naam.achternaam);
    return text;
}

std::string volledige_naam(const Gegevens& gegevens) {
    if (const auto* organisatie = std::get_if<Organisatie>(&gegevens.wie)) return organisatie->naam;
    return volledige_naam(*contactnaam(gegevens));
}

const Contactnaam* contactnaam(const Gegevens& gegevens) {
    if (const auto* persoon = std::get_if<Persoon>(&gegevens.wie)) return &persoon->naam;
    if (const auto* contact = std::get_if<Contactpersoon>(&gegevens.wie)) return &contact->naam;
    return nullptr;
}

const Identificator* find_identificator(const Gegevens& gegevens, std::string_view soort) {
    for (const Identificator& found : gegevens.identificatoren)
        if (found.code_soort_object_id == soort) return &found;
    return nullptr;
}

Gegevens normalised(Gegevens gegevens, Day today) {
    if (auto* organisatie = std::get_if<Organisatie>(&gegevens.wie)) clean(organisatie->naam);
    if (auto* persoon = std::get_if<Persoon>(&gegevens.wie)) normalise(persoon->naam);
    if (auto* contact = std::get_if<Contactpersoon>(&gegevens.wie)) normalise(contact->naam);
    gegevens.bezoekadres = normal_address(std::move(gegevens.bezoekadres));
    gegevens.correspondentieadres = normal_address(std::move(gegevens.correspondentieadres));
    clean(gegevens.interne_notitie);
    clean(gegevens.voorkeuren.tijd);
    gegevens.voorkeuren.taal = lower_ascii(trimmed(gegevens.voorkeuren.taal));
    normalise(gegevens.digitale_adressen);
    for (Identificator& identificator : gegevens.identificatoren)
        identificator.object_id = normal_object_id(identificator.code_soort_object_id, identificator.object_id)
                                      .value_or(cleaned(identificator.object_id));
    for (Rekeningnummer& nummer : gegevens.rekeningnummers) {
        nummer.iban = normal_iban(nummer.iban);
        nummer.bic = normal_iban(nummer.bic);
    }
    for (CategorieRelatie& relatie : gegevens.categorie_relaties)
        if (!relatie.begin_datum) relatie.begin_datum = today;
    for (Afspraak& afspraak : gegevens.afspraken) clean(afspraak.tekst);
    return gegevens;
}

}  // namespace dichtbij::partij
