#include "app/import_velden.h"

#include <algorithm>
#include <utility>

#include "app/import_naam.h"
#include "base/text.h"
#include "klantcontact/klantcontact.h"
#include "norm/norm_service.h"
#include "partij/telefoon.h"

namespace dichtbij::app::contactimport {
namespace {

namespace kc = klantcontact;

constexpr std::size_t naam_max = 200;
constexpr int belofte_dagen_max = 3660;

// What old systems call the channels, folded.
struct Kanaalwoord {
    std::string_view woord;
    std::string_view kanaal;
};
constexpr Kanaalwoord kanaalwoorden[] = {
    {"tel", "telefoon"}, {"telefonisch", "telefoon"}, {"bellen", "telefoon"}, {"phone", "telefoon"},
    {"loket", "balie"}, {"baliebezoek", "balie"},
    {"mail", "email"}, {"e mail", "email"},
    {"webformulier", "formulier"}, {"web formulier", "formulier"}, {"e formulier", "formulier"}, {"eformulier", "formulier"},
    {"website", "formulier"}, {"web", "formulier"}, {"internet", "formulier"},
    {"post", "brief"}, {"chatbot", "chat"}, {"livechat", "chat"}, {"webchat", "chat"},
    {"social media", "social_media"}, {"sociale media", "social_media"}, {"facebook", "social_media"}, {"twitter", "social_media"},
    {"x", "social_media"}, {"instagram", "social_media"},
    {"whats app", "whatsapp"}, {"videobellen", "video"}, {"huis bezoek", "huisbezoek"},
};

std::string channel_list() {
    std::string list;
    for (const auto kanaal : kc::kanalen) list += (list.empty() ? "" : ", ") + std::string(kanaal);
    return list;
}

std::string channel_of(std::string_view typed) {
    const std::string code = lower_ascii(typed);
    if (std::find(std::begin(kc::kanalen), std::end(kc::kanalen), code) != std::end(kc::kanalen)) return code;
    const std::string word = folded(typed);
    for (const auto kanaal : kc::kanalen)
        if (word == kanaal) return std::string(kanaal);
    const auto found = std::find_if(std::begin(kanaalwoorden), std::end(kanaalwoorden), [&](const Kanaalwoord& one) { return one.woord == word; });
    return found == std::end(kanaalwoorden) ? std::string() : std::string(found->kanaal);
}

}  // namespace

void Veldlezer::wrong(std::string kolom, std::string key, std::vector<std::string> args) { fouten_.push_back({std::move(kolom), std::move(key), std::move(args)}); }

std::string Veldlezer::optional(std::string_view kolom, std::size_t limit) {
    std::string text = cleaned(get(kolom));
    if (length_in_characters(text) > limit) wrong(std::string(kolom), "fout.veld.te_lang", {std::to_string(limit)});
    return text;
}

std::string Veldlezer::required(std::string_view kolom, std::size_t limit) {
    std::string text = optional(kolom, limit);
    if (text.empty()) wrong(std::string(kolom), "fout.veld.verplicht");
    return text;
}

std::string Veldlezer::kanaal() {
    const auto typed = get("kanaal");
    std::string code = channel_of(typed);
    if (!typed.empty() && code.empty()) wrong("kanaal", "import.fout.kanaal", {channel_list()});
    return code;
}

std::optional<Moment> Veldlezer::moment(std::string_view kolom) {
    const auto typed = get(kolom);
    if (typed.empty()) return std::nullopt;
    const auto read = read_moment(typed);
    if (!read) wrong(std::string(kolom), "import.fout.moment");
    else if (read->op < start_of(make_day(norm::first_calendar_year, 1, 1)))
        wrong(std::string(kolom), "import.fout.te_oud", {std::to_string(norm::first_calendar_year)});
    else if (read->op > now_ + kc::klok_afwijking) wrong(std::string(kolom), "klantcontact.fout.in_toekomst");
    else return read;
    return Moment{now_, Moment::Soort::tijdstip};
}

std::optional<Moment> Veldlezer::moment_of_belofte(std::string_view kolom) {
    const auto typed = get(kolom);
    if (typed.empty()) return std::nullopt;
    const auto read = read_moment(typed);
    if (!read) wrong(std::string(kolom), "import.fout.moment");
    else if (read->op < start_of(make_day(norm::first_calendar_year, 1, 1))) wrong(std::string(kolom), "import.fout.te_oud", {std::to_string(norm::first_calendar_year)});
    else if (read->op > now_ + days(belofte_dagen_max)) wrong(std::string(kolom), "import.fout.te_ver");
    else return read;
    return std::nullopt;
}

std::optional<partij::Gegevens> Veldlezer::wie() {
    partij::Gegevens gegevens;
    read_identificatoren(gegevens);
    const bool is_person = gegevens.identificatoren.empty() || gegevens.identificatoren.front().code_soort_object_id == partij::soort_bsn;
    const std::string naam = optional("naam", naam_max);
    if (is_person) {
        Naam read = read_naam(naam);
        partij::Persoon persoon{std::move(read.contactnaam), read.aanhef, {}};
        if (const auto typed = get("geboortedatum"); !typed.empty()) {
            persoon.geboortedatum = partij::parse_geboortedatum(typed, day_of(now_));
            if (!persoon.geboortedatum) wrong("geboortedatum", "partij.geboortedatum.fout");
        }
        gegevens.wie = std::move(persoon);
    } else {
        gegevens.wie = partij::Organisatie{naam};
    }
    read_adres(gegevens);
    read_digitale_adressen(gegevens);
    const bool is_known = !naam.empty() || !gegevens.identificatoren.empty() || !gegevens.digitale_adressen.empty() || gegevens.bezoekadres;
    if (!is_known) return std::nullopt;
    gegevens = partij::normalised(std::move(gegevens), day_of(now_));
    // An address alone is no partij, and need not be one: it stands with the contact.
    if (is_herkenbaar(gegevens))
        for (const FieldError& error : partij::problems(gegevens, day_of(now_))) tell_once(error, gegevens);
    return gegevens;
}

void Veldlezer::tell_once(const FieldError& error, const partij::Gegevens& gegevens) {
    const std::string kolom = kolom_of(error.field, gegevens);
    const bool told = std::any_of(fouten_.begin(), fouten_.end(), [&](const Rijfout& one) { return one.kolom == kolom; });
    if (!told) wrong(kolom, error.key, error.args);
}

void Veldlezer::read_identificatoren(partij::Gegevens& gegevens) {
    constexpr std::pair<std::string_view, std::string_view> nummers[] = {{"bsn", partij::soort_bsn}, {"kvk", partij::soort_kvk_nummer}};
    for (const auto& [kolom, soort] : nummers) {
        const auto typed = get(kolom);
        if (typed.empty()) continue;
        if (const auto number = partij::normal_object_id(soort, typed)) gegevens.identificatoren.push_back(partij::make_identificator(soort, *number));
        else wrong(std::string(kolom), "partij." + std::string(soort) + ".fout");
    }
}

void Veldlezer::read_adres(partij::Gegevens& gegevens) {
    const auto postcode = get("postcode"), huisnummer = get("huisnummer");
    if (postcode.empty() && huisnummer.empty()) return;
    partij::Adres& adres = gegevens.bezoekadres.emplace();
    if (!postcode.empty()) {
        const auto normal = partij::normal_postcode(postcode);
        if (normal) adres.postcode = *normal;
        else wrong("postcode", "partij.postcode.fout");
    }
    if (!huisnummer.empty()) read_huisnummer(adres, huisnummer);
}

// "18", "18a", "18-2", "18 bis".
void Veldlezer::read_huisnummer(partij::Adres& adres, std::string_view typed) {
    constexpr std::size_t toevoeging_max = 20;
    const auto digits = std::min(typed.find_first_not_of("0123456789"), typed.size());
    int number = 0;
    for (const char c : typed.substr(0, std::min(digits, std::size_t{6}))) number = number * 10 + (c - '0');
    auto rest = typed.substr(digits);
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '-' || rest.front() == '/')) rest.remove_prefix(1);
    adres.huisnummer = number;
    adres.huisnummertoevoeging = cleaned(rest);
    const bool fits = digits > 0 && number >= 1 && number <= 99'999 && length_in_characters(adres.huisnummertoevoeging) <= toevoeging_max;
    if (!fits) wrong("huisnummer", "partij.huisnummer.fout");
}

void Veldlezer::read_digitale_adressen(partij::Gegevens& gegevens) {
    using partij::SoortDigitaalAdres;
    constexpr std::pair<std::string_view, SoortDigitaalAdres> adressen[] = {{"telefoon", SoortDigitaalAdres::telefoonnummer}, {"email", SoortDigitaalAdres::email}};
    for (const auto& [kolom, soort] : adressen) {
        partij::DigitaalAdres adres;
        adres.soort = soort;
        adres.adres = optional(kolom, kc::adres_limit);
        adres.is_standaard = true;
        if (adres.adres.empty()) continue;
        const std::string normal = partij::zoekvorm(soort, adres.adres);
        if (normal.empty()) {
            wrong(std::string(kolom), soort == SoortDigitaalAdres::email ? "partij.email.fout" : "partij.telefoonnummer.fout");
            continue;
        }
        if (soort == SoortDigitaalAdres::telefoonnummer) telefoon_ = partij::telefoon_leesbaar(normal);
        gegevens.digitale_adressen.push_back(std::move(adres));
    }
}

std::string Veldlezer::notitie() const {
    std::string text;
    for (const auto place : columns_.unknown())
        if (const std::string field = cleaned(record_.fields[place]); !field.empty()) text += (text.empty() ? "" : "\n") + columns_.names()[place] + ": " + field;
    return text;
}

bool is_herkenbaar(const partij::Gegevens& gegevens) {
    if (!gegevens.identificatoren.empty()) return true;
    if (partij::volledige_naam(gegevens).empty()) return false;
    const auto* persoon = std::get_if<partij::Persoon>(&gegevens.wie);
    const bool has_home = gegevens.bezoekadres && !gegevens.bezoekadres->postcode.empty() && gegevens.bezoekadres->huisnummer;
    return !gegevens.digitale_adressen.empty() || has_home || (persoon && persoon->geboortedatum);
}

std::string kolom_of(std::string_view field, const partij::Gegevens& wie) {
    constexpr std::pair<std::string_view, std::string_view> places[] = {
        {"inhoud", "vraag"}, {"reactie", "antwoord"}, {"plaatsgevonden_op", "tijdstip"}, {"contactnaam", "naam"}, {"organisatienaam", "naam"},
        {"achternaam", "naam"}, {"voornaam", "naam"}, {"rollen", "naam"}, {"bezoekadres.postcode", "postcode"}, {"bezoekadres.huisnummer", "huisnummer"}};
    constexpr std::string_view of_person = "betrokkenen.0.";
    if (field.starts_with(of_person)) field.remove_prefix(of_person.size());
    for (std::size_t i = 0; i < wie.identificatoren.size(); ++i)
        if (field.starts_with("identificatoren." + std::to_string(i))) return wie.identificatoren[i].code_soort_object_id == partij::soort_bsn ? "bsn" : "kvk";
    for (std::size_t i = 0; i < wie.digitale_adressen.size(); ++i)
        if (field.starts_with("digitale_adressen." + std::to_string(i)))
            return wie.digitale_adressen[i].soort == partij::SoortDigitaalAdres::email ? "email" : "telefoon";
    for (const auto& [begin, kolom] : places)
        if (field.starts_with(begin)) return std::string(kolom);
    return std::string(field);
}

std::vector<Rijfout> fouten_of(const Failure& failure, const std::optional<partij::Gegevens>& wie) {
    std::vector<Rijfout> fouten;
    for (const FieldError& field : failure.fields) fouten.push_back({kolom_of(field.field, wie.value_or(partij::Gegevens{})), field.key, field.args});
    if (fouten.empty()) fouten.push_back({"", failure.key.empty() ? "import.fout.geweigerd" : failure.key, {}});
    return fouten;
}

}  // namespace dichtbij::app::contactimport
