#include "partij/invoer_desk.h"

#include <boost/describe/enum_from_string.hpp>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "html/dates.h"
#include "partij/telefoon.h"
#include "partij/zoek.h"

namespace dichtbij::partij {
namespace {

using http::Request;

constexpr int rows_max = 50;  // of a list in the form

template <class E>
E read_enum(std::string_view text, E otherwise) {
    E value{};
    return boost::describe::enum_from_string(std::string(text).c_str(), value) ? value : otherwise;
}

std::string field(const Request& request, const std::string& name) { return cleaned(request.form.get(name)); }

bool is_checked(const Request& request, const std::string& name) { return request.form.get(name) == "ja"; }

template <class T>
Uuid known_id(const std::vector<T>& list, std::string_view typed) {
    const auto id = parse_uuid(typed);
    const bool is_known = id && std::any_of(list.begin(), list.end(), [&](const T& one) { return one.id == *id; });
    return is_known ? *id : Uuid{};
}

Contactnaam read_naam(const Request& request) {
    return {field(request, "contactnaam.voorletters"), field(request, "contactnaam.voornaam"),
            field(request, "contactnaam.voorvoegsel_achternaam"), field(request, "contactnaam.achternaam")};
}

class Reader {
  public:
    Reader(const Request& request, Gegevens base, Day today) : request_(request), base_(std::move(base)), today_(today) {}

    Invoer read() {
        result_.gegevens = base_;
        read_wie();
        result_.gegevens.bezoekadres = read_adres("bezoekadres", base_.bezoekadres);
        result_.gegevens.correspondentieadres = read_adres("correspondentieadres", base_.correspondentieadres);
        read_voorkeuren();
        result_.gegevens.interne_notitie = field(request_, "interne_notitie");
        read_digitale_adressen();
        read_numbers();
        read_afspraken();
        return std::move(result_);
    }

  private:
    void read_wie() {
        const auto kind = read_enum(request_.form.get("soort"), SoortPartij::persoon);
        const auto aanhef = read_enum(request_.form.get("aanhef"), Aanhef::geen);
        if (kind == SoortPartij::organisatie) {
            result_.gegevens.wie = Organisatie{field(request_, "naam")};
        } else if (kind == SoortPartij::contactpersoon) {
            result_.gegevens.wie = Contactpersoon{read_naam(request_), aanhef, PartijId::parse(request_.form.get("werkte_voor_partij"))};
        } else {
            result_.gegevens.wie = Persoon{read_naam(request_), aanhef, read_geboortedatum()};
        }
    }

    std::optional<Geboortedatum> read_geboortedatum() {
        const std::string typed = field(request_, "geboortedatum");
        if (typed.empty()) return std::nullopt;
        const auto born = parse_geboortedatum(typed, today_);
        result_.getypt["geboortedatum"] = typed;
        if (!born) wrong("geboortedatum", "partij.geboortedatum.fout");
        return born;
    }

    std::optional<Adres> read_adres(const std::string& path, const std::optional<Adres>& before) {
        Adres adres;
        adres.straatnaam = field(request_, path + ".straatnaam");
        adres.huisnummertoevoeging = field(request_, path + ".huisnummertoevoeging");
        adres.postcode = field(request_, path + ".postcode");
        adres.stad = field(request_, path + ".stad");
        adres.adresregel1 = field(request_, path + ".adresregel1");
        adres.adresregel2 = field(request_, path + ".adresregel2");
        adres.adresregel3 = field(request_, path + ".adresregel3");
        adres.land = field(request_, path + ".land");
        const std::string huisnummer = field(request_, path + ".huisnummer");
        result_.getypt[path + ".huisnummer"] = huisnummer;
        if (!huisnummer.empty()) {
            int number = 0;
            const auto [end, error] = std::from_chars(huisnummer.data(), huisnummer.data() + huisnummer.size(), number);
            if (error == std::errc() && end == huisnummer.data() + huisnummer.size()) adres.huisnummer = number;
            else wrong(path + ".huisnummer", "partij.huisnummer.fout");
        }
        if (adres == Adres{} && huisnummer.empty()) return std::nullopt;
        if (before) {  // the number of the BAG goes with the address it was given for
            Adres same = *before;
            same.nummeraanduiding_id.clear();
            Adres normal = adres;
            if (const auto postcode = normal_postcode(adres.postcode)) normal.postcode = *postcode;
            if (normal == same) adres.nummeraanduiding_id = before->nummeraanduiding_id;
        }
        return adres;
    }

    void read_voorkeuren() {
        auto& voorkeuren = result_.gegevens.voorkeuren;
        voorkeuren.kanaal = field(request_, "voorkeuren.kanaal");
        voorkeuren.taal = field(request_, "voorkeuren.taal");
        voorkeuren.tijd = field(request_, "voorkeuren.tijd");
        voorkeuren.zelfredzaamheid = read_enum(request_.form.get("voorkeuren.zelfredzaamheid"), Zelfredzaamheid::onbekend);
        auto& indicaties = result_.gegevens.indicaties;
        if (is_checked(request_, "geheimhouding")) indicaties.geheimhouding = true;
        else if (indicaties.geheimhouding) indicaties.geheimhouding = false;
        indicaties.overleden = is_checked(request_, "overleden");
        indicaties.medewerker = MedewerkerId::parse(request_.form.get("medewerker"));
    }

    void read_digitale_adressen() {
        auto& list = result_.gegevens.digitale_adressen;
        list.clear();
        for (int i = 0; i < rows_max; ++i) {
            const std::string path = "digitale_adressen." + std::to_string(i);
            const std::string typed = field(request_, path + ".adres");
            if (typed.empty()) continue;
            DigitaalAdres adres;
            adres.id = known_id(base_.digitale_adressen, request_.form.get(path + ".id"));
            for (const auto& before : base_.digitale_adressen)
                if (before.id == adres.id && adres.id != Uuid{}) adres = before;
            if (adres.adres != typed) adres.verificatie_datum.reset();
            adres.adres = typed;
            adres.soort = read_enum(request_.form.get(path + ".soort"), SoortDigitaalAdres::telefoonnummer);
            adres.omschrijving = field(request_, path + ".omschrijving");
            adres.is_standaard = is_checked(request_, path + ".standaard");
            list.push_back(std::move(adres));
        }
    }

    // In the order of the form, those of other registers before the vestigingsnummer, which the service
    // keeps last: its errors go by place.
    void read_numbers() {
        std::vector<Identificator> others;
        for (const auto& one : base_.identificatoren)
            if (std::find(std::begin(kinds_of_number), std::end(kinds_of_number), one.code_soort_object_id) == std::end(kinds_of_number))
                others.push_back(one);
        auto& list = result_.gegevens.identificatoren;
        list.clear();
        for (const std::string_view kind : kinds_of_number) {
            if (kind == soort_vestigingsnummer) list.insert(list.end(), others.begin(), others.end());
            const std::string typed = field(request_, std::string(kind));
            if (typed.empty()) continue;
            Identificator number = make_identificator(kind, typed);
            if (const Identificator* before = find_identificator(base_, kind)) {
                number.id = before->id;
                number.sub_identificator_van = before->sub_identificator_van;
                number.andere_partij_identificator = before->andere_partij_identificator;
            }
            list.push_back(std::move(number));
        }
    }

    void read_afspraken() {
        auto& list = result_.gegevens.afspraken;
        list.clear();
        for (int i = 0; i < rows_max; ++i) {
            const std::string path = "afspraken." + std::to_string(i);
            const std::string tekst = field(request_, path + ".tekst");
            if (tekst.empty()) continue;
            Afspraak afspraak{known_id(base_.afspraken, request_.form.get(path + ".id")), tekst, today_, today_ + days(182)};
            for (const auto& before : base_.afspraken)
                if (before.id == afspraak.id && afspraak.id != Uuid{}) afspraak.van = before.van;
            const std::string bekijk = field(request_, path + ".bekijk_datum");
            const std::string at = "afspraken." + std::to_string(list.size()) + ".bekijk_datum";
            if (const auto day = parse_day(bekijk)) afspraak.bekijk_datum = *day;
            else if (!bekijk.empty()) wrong(at, "partij.scherm.datum_fout");
            list.push_back(std::move(afspraak));
        }
    }

    void wrong(std::string name, std::string key) { result_.fouten.push_back({std::move(name), std::move(key), {}}); }

    const Request& request_;
    const Gegevens base_;
    const Day today_;
    Invoer result_;
};

// "Jan van der Berg": the first word is the first name when there are more.
Contactnaam naam_from(std::string_view typed) {
    Contactnaam naam;
    std::vector<std::string> words;
    for (const auto& word : words_of(std::string(trimmed(typed)))) words.push_back(word);
    if (words.size() > 1 && !is_voorvoegsel(folded(words.front()))) {
        naam.voornaam = html::capitalised(words.front());
        words.erase(words.begin());
    }
    while (words.size() > 1 && is_voorvoegsel(folded(words.front()))) {
        naam.voorvoegsel_achternaam += (naam.voorvoegsel_achternaam.empty() ? "" : " ") + lower_ascii(words.front());
        words.erase(words.begin());
    }
    for (const auto& word : words) naam.achternaam += (naam.achternaam.empty() ? "" : " ") + html::capitalised(word);
    return naam;
}

void add_key(Gegevens& gegevens, const Sleutel& sleutel) {
    switch (sleutel.soort) {
        case SoortSleutel::telefoonnummer:
            gegevens.digitale_adressen.push_back({{}, SoortDigitaalAdres::telefoonnummer, telefoon_leesbaar(sleutel.waarde), false, {}, {}, {}});
            break;
        case SoortSleutel::email:
            gegevens.digitale_adressen.push_back({{}, SoortDigitaalAdres::email, sleutel.waarde, false, {}, {}, {}});
            break;
        case SoortSleutel::bsn:
            if (std::holds_alternative<Persoon>(gegevens.wie)) gegevens.identificatoren.push_back(make_identificator(soort_bsn, sleutel.waarde));
            break;
        case SoortSleutel::kvk_nummer:
            if (std::holds_alternative<Organisatie>(gegevens.wie)) gegevens.identificatoren.push_back(make_identificator(soort_kvk_nummer, sleutel.waarde));
            break;
        default: break;
    }
}

}  // namespace

std::string Invoer::typed(const std::string& name) const {
    const auto found = getypt.find(name);
    return found == getypt.end() ? std::string() : found->second;
}

std::string geboortedatum_getypt(const Geboortedatum& born) {
    std::string text = std::to_string(born.jaar);
    if (born.maand > 0) text = std::to_string(born.maand) + "-" + text;
    if (born.dag > 0) text = std::to_string(born.dag) + "-" + text;
    return text;
}

Invoer invoer_of(const Gegevens& gegevens) {
    Invoer invoer{gegevens, {}, {}};
    if (const auto* persoon = std::get_if<Persoon>(&gegevens.wie); persoon && persoon->geboortedatum)
        invoer.getypt["geboortedatum"] = geboortedatum_getypt(*persoon->geboortedatum);
    if (gegevens.bezoekadres && gegevens.bezoekadres->huisnummer)
        invoer.getypt["bezoekadres.huisnummer"] = std::to_string(*gegevens.bezoekadres->huisnummer);
    if (gegevens.correspondentieadres && gegevens.correspondentieadres->huisnummer)
        invoer.getypt["correspondentieadres.huisnummer"] = std::to_string(*gegevens.correspondentieadres->huisnummer);
    return invoer;
}

Invoer read_invoer(const Request& request, Gegevens base, Day today) { return Reader(request, std::move(base), today).read(); }

Invoer invoer_from_zoekvraag(std::string_view typed, SoortPartij kind, Day today) {
    Gegevens gegevens;
    const Zoekvraag vraag = parse_zoekvraag(typed, today);
    const bool only_words = !vraag.has_exact_key() && !vraag.geboortedatum;
    if (kind == SoortPartij::organisatie) gegevens.wie = Organisatie{only_words ? std::string(trimmed(typed)) : std::string()};
    else if (kind == SoortPartij::contactpersoon) gegevens.wie = Contactpersoon{};
    else gegevens.wie = Persoon{only_words ? naam_from(typed) : Contactnaam{}, Aanhef::geen, std::nullopt};
    if (auto* persoon = std::get_if<Persoon>(&gegevens.wie); persoon && vraag.geboortedatum && !vraag.geboortedatum_is_gok)
        persoon->geboortedatum = vraag.geboortedatum;
    for (const Sleutel& sleutel : vraag.sleutels) add_key(gegevens, sleutel);
    if (vraag.postcode) {
        gegevens.bezoekadres = Adres{};
        gegevens.bezoekadres->postcode = *vraag.postcode;
        gegevens.bezoekadres->huisnummer = vraag.huisnummer;
        gegevens.bezoekadres->huisnummertoevoeging = vraag.toevoeging;
    }
    return invoer_of(gegevens);
}

std::vector<FieldError> as_form_errors(std::vector<FieldError> errors, const Gegevens& sent) {
    constexpr std::string_view path = "identificatoren.";
    for (FieldError& error : errors) {
        if (error.field == "naam" && contactnaam(sent)) error.field = "contactnaam.achternaam";
        if (!error.field.starts_with(path)) continue;
        std::size_t at = 0;
        const char* begin = error.field.data() + path.size();
        std::from_chars(begin, error.field.data() + error.field.size(), at);
        if (at < sent.identificatoren.size()) error.field = sent.identificatoren[at].code_soort_object_id;
    }
    return errors;
}

}  // namespace dichtbij::partij
