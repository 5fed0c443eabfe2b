#include "app/import_contactrij.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/import_moment.h"
#include "app/import_naam.h"
#include "base/text.h"
#include "klantcontact/klantcontact.h"
#include "norm/norm_service.h"
#include "partij/telefoon.h"

namespace dichtbij::app::contactimport {
namespace {

namespace kc = klantcontact;

constexpr std::size_t naam_max = 200;
constexpr std::size_t afdeling_max = 200;

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

class Lezer {
  public:
    Lezer(const CsvColumns& columns, const CsvRecord& record, Instant now) : columns_(columns), record_(record), now_(now) {}

    Gelezen read() {
        rij_.extern_id = required("extern_id", kc::extern_id_limit);
        read_kanaal();
        read_times();
        rij_.vraag = required("vraag", kc::inhoud_limit);
        rij_.antwoord = optional("antwoord", kc::reactie_limit);
        rij_.onderwerp = optional("onderwerp", kc::onderwerp_limit);
        if (rij_.onderwerp.empty()) rij_.onderwerp = shortened(std::string_view(rij_.vraag).substr(0, rij_.vraag.find('\n')), kc::onderwerp_limit);
        rij_.afdeling = optional("afdeling", afdeling_max);
        rij_.medewerker = optional("medewerker", afdeling_max);
        read_status();
        read_wie();
        for (const auto place : columns_.unknown())
            if (const std::string text = cleaned(record_.fields[place]); !text.empty())
                rij_.notitie += (rij_.notitie.empty() ? "" : "\n") + columns_.names()[place] + ": " + text;
        if (!fouten_.empty()) return tl::make_unexpected(std::move(fouten_));
        return std::move(rij_);
    }

  private:
    void wrong(std::string kolom, std::string key, std::vector<std::string> args = {}) {
        fouten_.push_back({std::move(kolom), std::move(key), std::move(args)});
    }
    std::string_view get(std::string_view kolom) const { return columns_.get(record_, kolom); }

    std::string optional(std::string_view kolom, std::size_t limit) {
        std::string text = cleaned(get(kolom));
        if (length_in_characters(text) > limit) wrong(std::string(kolom), "fout.veld.te_lang", {std::to_string(limit)});
        return text;
    }
    std::string required(std::string_view kolom, std::size_t limit) {
        std::string text = optional(kolom, limit);
        if (text.empty()) wrong(std::string(kolom), "fout.veld.verplicht");
        return text;
    }

    void read_kanaal() {
        const auto typed = get("kanaal");
        rij_.kanaal = channel_of(typed);
        if (typed.empty()) wrong("kanaal", "fout.veld.verplicht");
        else if (rij_.kanaal.empty()) wrong("kanaal", "import.fout.kanaal", {channel_list()});
    }

    // Nothing when the field is empty; the moment of a wrong one does not matter, the row is refused.
    std::optional<Moment> moment(std::string_view kolom) {
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

    void read_times() {
        const std::size_t before = fouten_.size();
        const auto tijdstip = moment("tijdstip");
        if (!tijdstip) wrong("tijdstip", "fout.veld.verplicht");
        rij_.tijdstip = tijdstip ? tijdstip->op : now_;
        const auto einde = moment("afgehandeld_op");
        if (!einde) return;
        rij_.afgehandeld_op = einde->op;
        if (einde->soort == Moment::Soort::dag) rij_.afgehandeld_op = std::min(now_, start_of(day_of(einde->op) + days(1)) - seconds(1));
        if (fouten_.size() == before && *rij_.afgehandeld_op < rij_.tijdstip) wrong("afgehandeld_op", "fout.veld.einde_voor_begin");
    }

    void read_status() {
        const std::string typed = folded(get("status"));
        if (typed == "open") rij_.status = Status::open;
        else if (typed == "afgehandeld") rij_.status = Status::afgehandeld;
        else if (!get("status").empty()) wrong("status", "import.fout.status");
        else rij_.status = rij_.afgehandeld_op || !rij_.antwoord.empty() ? Status::afgehandeld : Status::open;
        if (typed == "open" && rij_.afgehandeld_op) wrong("afgehandeld_op", "import.fout.open_met_einde");
    }

    void read_wie() {
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
        if (!is_known) return;
        gegevens = partij::normalised(std::move(gegevens), day_of(now_));
        // An address alone is no partij, and need not be one: it stands with the contact.
        if (is_herkenbaar(gegevens))
            for (const FieldError& error : partij::problems(gegevens, day_of(now_))) tell_once(error, gegevens);
        rij_.wie = std::move(gegevens);
    }

    void tell_once(const FieldError& error, const partij::Gegevens& gegevens) {
        const std::string kolom = kolom_of(error.field, gegevens);
        const bool told = std::any_of(fouten_.begin(), fouten_.end(), [&](const Rijfout& one) { return one.kolom == kolom; });
        if (!told) wrong(kolom, error.key, error.args);
    }

    void read_identificatoren(partij::Gegevens& gegevens) {
        constexpr std::pair<std::string_view, std::string_view> nummers[] = {{"bsn", partij::soort_bsn}, {"kvk", partij::soort_kvk_nummer}};
        for (const auto& [kolom, soort] : nummers) {
            const auto typed = get(kolom);
            if (typed.empty()) continue;
            if (const auto number = partij::normal_object_id(soort, typed)) gegevens.identificatoren.push_back(partij::make_identificator(soort, *number));
            else wrong(std::string(kolom), "partij." + std::string(soort) + ".fout");
        }
    }

    void read_adres(partij::Gegevens& gegevens) {
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
    void read_huisnummer(partij::Adres& adres, std::string_view typed) {
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

    void read_digitale_adressen(partij::Gegevens& gegevens) {
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
            if (soort == SoortDigitaalAdres::telefoonnummer) rij_.telefoon = partij::telefoon_leesbaar(normal);
            gegevens.digitale_adressen.push_back(std::move(adres));
        }
    }

    const CsvColumns& columns_;
    const CsvRecord& record_;
    Instant now_;
    Contactrij rij_;
    std::vector<Rijfout> fouten_;
};

// What follows the known columns with nothing in it was put there by the office program.
bool has_right_size(const CsvColumns& columns, const CsvRecord& record) {
    if (record.fields.size() < columns.count()) return false;
    return std::all_of(record.fields.begin() + static_cast<std::ptrdiff_t>(columns.count()), record.fields.end(),
                       [](const std::string& field) { return trimmed(field).empty(); });
}

}  // namespace

std::span<const CsvColumns::Column> kolommen() {
    static constexpr std::array<CsvColumns::Column, 21> list{{{"extern_id", true}, {"kanaal", true}, {"tijdstip", true}, {"vraag", true},
        {"naam", false}, {"geboortedatum", false}, {"postcode", false}, {"huisnummer", false}, {"telefoon", false}, {"email", false},
        {"bsn", false}, {"kvk", false}, {"onderwerp", false}, {"antwoord", false}, {"afdeling", false}, {"medewerker", false},
        {"status", false}, {"afgehandeld_op", false}, {"afgekeurd_regel", false}, {"afgekeurd_kolom", false}, {"afgekeurd_reden", false}}};
    return list;
}

Gelezen read_contactrij(const CsvColumns& columns, const CsvRecord& record, Instant now) {
    if (!has_right_size(columns, record))
        return tl::make_unexpected(std::vector<Rijfout>{{"", "csv.fout.aantal_velden", {std::to_string(columns.count()), std::to_string(record.fields.size())}}});
    return Lezer(columns, record, now).read();
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
        {"achternaam", "naam"}, {"voornaam", "naam"}, {"bezoekadres.postcode", "postcode"}, {"bezoekadres.huisnummer", "huisnummer"}};
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

}  // namespace dichtbij::app::contactimport
