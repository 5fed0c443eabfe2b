#include "formulier/antwoord.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace dichtbij::formulier {
namespace {

// At most so many bytes, without half a character at the end: that could not be kept.
std::string_view whole_characters(std::string_view utf8, std::size_t bytes) {
    if (utf8.size() <= bytes) return utf8;
    while (bytes > 0 && (static_cast<unsigned char>(utf8[bytes]) & 0xC0) == 0x80) --bytes;
    return utf8.substr(0, bytes);
}

constexpr std::size_t ruwe_limit = 20'000;  // bytes of one value that is kept to be shown again
constexpr std::size_t adresdelen = 5;

std::string one_value(const http::Params& fields, const std::string& name, std::vector<FieldError>& errors) {
    const auto all = fields.all(name);
    if (all.size() > 1) errors.push_back({name, "formulier.fout.dubbel", {}});
    return all.empty() ? std::string() : cleaned(whole_characters(all.front(), ruwe_limit));
}

std::string without(std::string_view text, std::string_view characters) {
    std::string kept;
    for (const char c : text)
        if (characters.find(c) == std::string_view::npos) kept += c;
    return kept;
}

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::optional<int> small_number(std::string_view text) {
    if (text.empty() || text.size() > 4 || !all_digits(text)) return std::nullopt;
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<Day> day_from(std::string_view dag, std::string_view maand, std::string_view jaar) {
    const auto d = small_number(dag), m = small_number(maand), y = small_number(jaar);
    if (!d || !m || !y || *y < 1900 || *y > 2200) return std::nullopt;
    const std::string iso = std::to_string(*y) + (*m < 10 ? "-0" : "-") + std::to_string(*m) + (*d < 10 ? "-0" : "-") + std::to_string(*d);
    return parse_day(iso);
}

std::string normal_time(std::string_view typed) {
    std::string text(typed);
    std::replace(text.begin(), text.end(), '.', ':');
    const auto colon = text.find(':');
    const auto hour = small_number(std::string_view(text).substr(0, colon));
    const auto minute = colon == std::string::npos ? std::optional(0) : small_number(std::string_view(text).substr(colon + 1));
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::string(typed);
    return (*hour < 10 ? "0" : "") + std::to_string(*hour) + (*minute < 10 ? ":0" : ":") + std::to_string(*minute);
}

bool is_time(std::string_view text) {
    return text.size() == 5 && text[2] == ':' && all_digits(text.substr(0, 2)) && all_digits(text.substr(3)) && text.substr(0, 2) < "24" && text[3] < '6';
}

std::string normal_postcode(std::string_view typed) { return upper(without(typed, " -")); }

bool is_postcode(std::string_view text) {
    return text.size() == 6 && text[0] >= '1' && all_digits(text.substr(0, 4)) && text[4] >= 'A' && text[4] <= 'Z' && text[5] >= 'A' && text[5] <= 'Z';
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > 80 || text.find('@', at + 1) != std::string_view::npos) return false;
    const auto domain = text.substr(at + 1);
    const auto dot = domain.find('.');
    if (dot == std::string_view::npos || dot == 0 || domain.ends_with('.') || domain.find("..") != std::string_view::npos) return false;
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == ',' || c == ';' || c == '<' || c == '>' || c == '"' || c == '\\'; });
}

bool is_phone(std::string_view text) {
    const std::string digits = without(text, " -()+.");
    return all_digits(digits) && digits.size() >= 8 && digits.size() <= 15;
}

std::vector<std::string> read_parts(const Vraag& vraag, const std::string& name, const http::Params& fields, std::vector<FieldError>& errors) {
    const auto part = [&](const char* suffix) { return one_value(fields, name + suffix, errors); };
    if (vraag.soort == Vraagsoort::datum) {
        const std::string dag = part(".dag"), maand = part(".maand"), jaar = part(".jaar");
        if (dag.empty() && maand.empty() && jaar.empty()) return {};
        if (const auto day = day_from(dag, maand, jaar)) return {to_iso(*day)};
        return {dag, maand, jaar};
    }
    if (vraag.soort == Vraagsoort::adres) {
        std::vector<std::string> parts{normal_postcode(part(".postcode")), part(".huisnummer"), part(".toevoeging"), part(".straat"), part(".plaats")};
        const bool is_empty = std::all_of(parts.begin(), parts.end(), [](const std::string& one) { return one.empty(); });
        return is_empty ? std::vector<std::string>() : parts;
    }
    std::vector<std::string> parts{part(""), part(".breedte"), part(".lengte")};
    if (parts[0].empty() && parts[1].empty()) return {};
    return parts;
}

std::vector<std::string> read_value(const Vraag& vraag, const std::string& name, const http::Params& fields, std::vector<FieldError>& errors) {
    if (vraag.soort == Vraagsoort::datum || vraag.soort == Vraagsoort::adres || vraag.soort == Vraagsoort::plek) return read_parts(vraag, name, fields, errors);
    if (vraag.soort == Vraagsoort::keuzes) {
        std::vector<std::string> chosen;
        for (const auto one : fields.all(name)) {
            std::string value = cleaned(whole_characters(one, 2 * code_limit));
            if (value.empty() || chosen.size() >= keuzes_limit) continue;
            if (std::find(chosen.begin(), chosen.end(), value) == chosen.end()) chosen.push_back(std::move(value));
        }
        return chosen;
    }
    std::string typed = one_value(fields, name, errors);
    if (typed.empty()) return {};
    switch (vraag.soort) {
        case Vraagsoort::getal: {
            std::string normal = without(typed, " ");
            std::replace(normal.begin(), normal.end(), ',', '.');
            if (const auto value = honderdsten(normal)) return {getal_van(*value)};
            return {typed};
        }
        case Vraagsoort::tijd: return {normal_time(typed)};
        case Vraagsoort::iban: return {upper(without(typed, " -."))};
        default: return {typed};
    }
}

std::optional<FieldError> problem_of_day(const Vraag& vraag, const std::string& name, const std::vector<std::string>& values, Day today) {
    const auto day = values.size() == 1 ? parse_day(values.front()) : std::nullopt;
    if (!day) return FieldError{name, "formulier.fout.datum", {}};
    if (vraag.richting == Richting::verleden && *day > today) return FieldError{name, "formulier.fout.datum_toekomst", {}};
    if (vraag.richting == Richting::toekomst && *day < today) return FieldError{name, "formulier.fout.datum_verleden", {}};
    return std::nullopt;
}

std::optional<FieldError> problem_of_address(const std::string& name, const std::vector<std::string>& values) {
    if (values.size() != adresdelen) return FieldError{name, "formulier.fout.adres", {}};
    if (!is_postcode(values[0])) return FieldError{name + ".postcode", "formulier.fout.postcode", {}};
    const auto number = values[1].size() <= 5 && all_digits(values[1]) && !values[1].empty();
    if (!number) return FieldError{name + ".huisnummer", "formulier.fout.huisnummer", {}};
    for (const std::string& one : values)
        if (length_in_characters(one) > 100) return FieldError{name, "formulier.fout.te_lang", {"100"}};
    return std::nullopt;
}

std::optional<FieldError> problem_of_place(const std::string& name, const std::vector<std::string>& values) {
    if (values.empty() || length_in_characters(values.front()) < 3) return FieldError{name, "formulier.fout.plek", {}};
    if (length_in_characters(values.front()) > 300) return FieldError{name, "formulier.fout.te_lang", {"300"}};
    return std::nullopt;
}

std::optional<FieldError> problem_of_number(const Vraag& vraag, const std::string& name, const std::string& value) {
    const auto number = honderdsten(value);
    if (!number) return FieldError{name, "formulier.fout.getal", {}};
    const bool has_bounds = vraag.minimum != 0 || vraag.maximum != 0;
    if (has_bounds && (*number < vraag.minimum * 100 || (vraag.maximum != 0 && *number > vraag.maximum * 100))) {
        if (vraag.maximum == 0) return FieldError{name, "formulier.fout.getal_minimum", {std::to_string(vraag.minimum)}};
        return FieldError{name, "formulier.fout.getal_tussen", {std::to_string(vraag.minimum), std::to_string(vraag.maximum)}};
    }
    return std::nullopt;
}

std::optional<FieldError> problem_of_text(const Vraag& vraag, const std::string& name, const std::string& value) {
    const std::size_t usual = vraag.soort == Vraagsoort::tekstvak ? tekstvak_limit : tekst_limit;
    const std::size_t most = vraag.maximum_tekens > 0 ? static_cast<std::size_t>(vraag.maximum_tekens) : usual;
    const std::size_t length = length_in_characters(value);
    if (length > most) return FieldError{name, "formulier.fout.te_lang", {std::to_string(most)}};
    if (vraag.minimum_tekens > 0 && length < static_cast<std::size_t>(vraag.minimum_tekens)) return FieldError{name, "formulier.fout.te_kort", {std::to_string(vraag.minimum_tekens)}};
    if (vraag.soort == Vraagsoort::tekst && value.find('\n') != std::string::npos) return FieldError{name, "formulier.fout.regels", {}};
    return std::nullopt;
}

bool is_offered(const Vraag& vraag, const std::string& value) {
    return std::any_of(vraag.keuzes.begin(), vraag.keuzes.end(), [&](const Keuze& one) { return one.waarde == value; });
}

std::optional<FieldError> wrong(const Vraag& vraag, const std::string& name, const std::vector<std::string>& values, Day today) {
    const std::string& first = values.front();
    switch (vraag.soort) {
        case Vraagsoort::datum: return problem_of_day(vraag, name, values, today);
        case Vraagsoort::adres: return problem_of_address(name, values);
        case Vraagsoort::plek: return problem_of_place(name, values);
        case Vraagsoort::getal: return problem_of_number(vraag, name, first);
        case Vraagsoort::tekst:
        case Vraagsoort::tekstvak: return problem_of_text(vraag, name, first);
        case Vraagsoort::keuze:
        case Vraagsoort::keuzes:
            for (const std::string& one : values)
                if (!is_offered(vraag, one)) return FieldError{name, "formulier.fout.keuze", {}};
            return std::nullopt;
        case Vraagsoort::ja_nee:
            if (first != "ja" && first != "nee") return FieldError{name, "formulier.fout.keuze", {}};
            return std::nullopt;
        case Vraagsoort::akkoord:
            if (first != "ja") return FieldError{name, "formulier.fout.akkoord", {}};
            return std::nullopt;
        case Vraagsoort::tijd:
            if (!is_time(first)) return FieldError{name, "formulier.fout.tijd", {}};
            return std::nullopt;
        case Vraagsoort::email:
            if (!is_email(first)) return FieldError{name, "formulier.fout.email", {}};
            return std::nullopt;
        case Vraagsoort::telefoon:
            if (!is_phone(first)) return FieldError{name, "formulier.fout.telefoon", {}};
            return std::nullopt;
        case Vraagsoort::iban:
            if (!is_iban(first)) return FieldError{name, "formulier.fout.iban", {}};
            return std::nullopt;
        case Vraagsoort::bestand:
            if (values.size() > bestanden_limit) return FieldError{name, "formulier.fout.te_veel_bestanden", {std::to_string(bestanden_limit)}};
            return std::nullopt;
        default: return std::nullopt;
    }
}

const char* missing_key(Vraagsoort soort) {
    switch (soort) {
        case Vraagsoort::keuze:
        case Vraagsoort::ja_nee: return "formulier.fout.kies";
        case Vraagsoort::keuzes: return "formulier.fout.kies_een";
        case Vraagsoort::akkoord: return "formulier.fout.akkoord";
        case Vraagsoort::bestand: return "formulier.fout.bestand";
        case Vraagsoort::datum: return "formulier.fout.datum_leeg";
        case Vraagsoort::adres: return "formulier.fout.adres";
        case Vraagsoort::plek: return "formulier.fout.plek";
        default: return "formulier.fout.verplicht";
    }
}

bool fits(const Conditie& one, const Antwoorden& shown) {
    const auto found = shown.find(one.vraag);
    const std::vector<std::string> none;
    const auto& values = found == shown.end() ? none : found->second;
    const auto compared = [&](auto compare) {
        if (values.empty()) return false;
        const auto left = honderdsten(values.front()), right = honderdsten(one.waarde);
        if (left && right) return compare(*left, *right);
        const auto day = parse_day(values.front()), other = parse_day(one.waarde);
        return day && other && compare(*day, *other);
    };
    switch (one.hoe) {
        case Vergelijking::gevuld: return !values.empty();
        case Vergelijking::is: return std::find(values.begin(), values.end(), one.waarde) != values.end();
        case Vergelijking::is_niet: return std::find(values.begin(), values.end(), one.waarde) == values.end();
        case Vergelijking::bevat:
            return std::any_of(values.begin(), values.end(), [&](const std::string& value) { return folded(value).find(folded(one.waarde)) != std::string::npos; });
        case Vergelijking::groter: return compared([](auto a, auto b) { return a > b; });
        case Vergelijking::kleiner: return compared([](auto a, auto b) { return a < b; });
    }
    return false;
}

std::vector<std::string> calculated(const Vraag& vraag, const Antwoorden& shown, const Definitie& definitie, Day today) {
    if (vraag.rekenwijze == Rekenwijze::leeftijd) {
        const auto found = shown.find(vraag.met.front());
        const auto born = found == shown.end() || found->second.size() != 1 ? std::nullopt : parse_day(found->second.front());
        if (!born || *born > today) return {};
        const auto then = ymd(*born), now = ymd(today);
        int years = static_cast<int>(now.year()) - static_cast<int>(then.year());
        if (now.month() < then.month() || (now.month() == then.month() && now.day() < then.day())) --years;
        return {std::to_string(years)};
    }
    constexpr std::int64_t most = 1'000'000'000'000;  // in hundredths
    std::int64_t result = vraag.rekenwijze == Rekenwijze::product ? 100 : 0;
    bool has_any = false;
    for (const std::string& code : vraag.met) {
        const Groep* groep = definitie.groep_van(code);
        const Vraag* asked = definitie.vraag(code);
        if (groep == nullptr || asked == nullptr) continue;
        const std::size_t times = groep->herhaalt() ? aantal_van(*groep, shown) : 1;
        for (std::size_t i = 0; i < times; ++i) {
            const auto found = shown.find(sleutel(*groep, i, *asked));
            const auto value = found == shown.end() || found->second.empty() ? std::nullopt : honderdsten(found->second.front());
            if (!value) continue;
            has_any = true;
            if (vraag.rekenwijze == Rekenwijze::som) result += *value;
            else if (__builtin_mul_overflow(result, *value, &result)) return {};
            else result /= 100;
            if (result > most || result < -most) return {};
        }
    }
    return has_any ? std::vector<std::string>{getal_van(result)} : std::vector<std::string>();
}

std::string chosen_words(const Vraag& vraag, const std::string& value, std::string_view taal) {
    for (const Keuze& one : vraag.keuzes)
        if (one.waarde == value) return one.tekst.in(taal);
    return value;
}

// Each question that is shown, with its key.
template <class F>
void each_shown(const Pagina& pagina, const Antwoorden& shown, F act) {
    for (const Groep& groep : pagina.groepen) {
        if (!geldt(groep.voorwaarde, shown)) continue;
        for (std::size_t i = 0; i < aantal_van(groep, shown); ++i)
            for (const Vraag& vraag : groep.vragen)
                if (geldt(vraag.voorwaarde, shown)) act(groep, i, vraag, sleutel(groep, i, vraag));
    }
}

}  // namespace

std::string veldnaam(std::string_view key) { return "v." + std::string(key); }

std::string sleutel(const Groep& groep, std::size_t plek, const Vraag& vraag) {
    return groep.herhaalt() ? groep.code + "." + std::to_string(plek) + "." + vraag.code : vraag.code;
}

std::string aantal_sleutel(const Groep& groep) { return groep.code + ".#"; }

std::size_t aantal_van(const Groep& groep, const Antwoorden& antwoorden) {
    if (!groep.herhaalt()) return 1;
    const auto found = antwoorden.find(aantal_sleutel(groep));
    const auto count = found == antwoorden.end() || found->second.empty() ? std::nullopt : small_number(found->second.front());
    return static_cast<std::size_t>(std::clamp<std::int64_t>(count.value_or(1), 1, groep.herhalingen));
}

Gelezen lees_pagina(const Definitie&, const Pagina& pagina, const http::Params& fields, const Antwoorden& before) {
    Gelezen read{before, {}};
    for (const Groep& groep : pagina.groepen)
        for (std::size_t i = 0; i < aantal_van(groep, before); ++i)
            for (const Vraag& vraag : groep.vragen) {
                if (!is_vraag(vraag.soort) || vraag.soort == Vraagsoort::bestand) continue;
                const std::string key = sleutel(groep, i, vraag);
                auto values = read_value(vraag, veldnaam(key), fields, read.fouten);
                if (values.empty()) read.antwoorden.erase(key);
                else read.antwoorden[key] = std::move(values);
            }
    return read;
}

bool geldt(const Voorwaarde& voorwaarde, const Antwoorden& shown) {
    const auto& all = voorwaarde.condities;
    if (all.empty()) return true;
    const auto holds = [&](const Conditie& one) { return fits(one, shown); };
    return voorwaarde.koppel == Koppel::alle ? std::all_of(all.begin(), all.end(), holds) : std::any_of(all.begin(), all.end(), holds);
}

Antwoorden zichtbare(const Definitie& definitie, const Antwoorden& given, Day today) {
    Antwoorden shown;
    for (const Pagina& pagina : definitie.paginas) {
        if (!geldt(pagina.voorwaarde, shown)) continue;
        for (const Groep& groep : pagina.groepen) {
            if (!geldt(groep.voorwaarde, shown)) continue;
            if (groep.herhaalt()) shown[aantal_sleutel(groep)] = {std::to_string(aantal_van(groep, given))};
            for (std::size_t i = 0; i < aantal_van(groep, given); ++i)
                for (const Vraag& vraag : groep.vragen) {
                    if (!geldt(vraag.voorwaarde, shown)) continue;
                    const std::string key = sleutel(groep, i, vraag);
                    if (vraag.soort == Vraagsoort::berekend) {
                        if (auto value = calculated(vraag, shown, definitie, today); !value.empty()) shown[key] = std::move(value);
                    } else if (const auto found = given.find(key); is_vraag(vraag.soort) && found != given.end() && !found->second.empty()) {
                        shown[key] = found->second;
                    }
                }
        }
    }
    return shown;
}

std::vector<const Pagina*> paginas_voor(const Definitie& definitie, const Antwoorden& shown) {
    std::vector<const Pagina*> list;
    for (const Pagina& pagina : definitie.paginas) {
        if (!geldt(pagina.voorwaarde, shown)) continue;
        bool has_any = false;
        each_shown(pagina, shown, [&](const Groep&, std::size_t, const Vraag&, const std::string&) { has_any = true; });
        if (has_any) list.push_back(&pagina);
    }
    return list;
}

const Vraag* stop_op(const Pagina& pagina, const Antwoorden& shown) {
    const Vraag* found = nullptr;
    each_shown(pagina, shown, [&](const Groep&, std::size_t, const Vraag& vraag, const std::string&) {
        if (vraag.soort == Vraagsoort::stop && found == nullptr) found = &vraag;
    });
    return found;
}

std::optional<FieldError> problem(const Vraag& vraag, const std::string& key, const std::vector<std::string>& values, Day today) {
    if (!is_vraag(vraag.soort)) return std::nullopt;
    const std::string name = veldnaam(key);
    if (values.empty()) return vraag.verplicht ? std::optional(FieldError{name, missing_key(vraag.soort), {vraag.vraag.nl, vraag.vraag.en}}) : std::nullopt;
    return wrong(vraag, name, values, today);
}

std::vector<FieldError> problems(const Pagina& pagina, const Antwoorden& shown, Day today) {
    std::vector<FieldError> errors;
    const std::vector<std::string> none;
    each_shown(pagina, shown, [&](const Groep&, std::size_t, const Vraag& vraag, const std::string& key) {
        const auto found = shown.find(key);
        if (auto error = problem(vraag, key, found == shown.end() ? none : found->second, today)) {
            if (!vraag.fout.empty()) *error = {error->field, "formulier.fout.eigen", {vraag.fout.nl, vraag.fout.en}};
            errors.push_back(std::move(*error));
        }
    });
    return errors;
}

bool is_iban(std::string_view text) {
    if (text.size() < 15 || text.size() > 34 || (text.starts_with("NL") && text.size() != 18)) return false;
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!is_letter(text[0]) || !is_letter(text[1]) || !all_digits(text.substr(2, 2))) return false;
    int rest = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[(i + 4) % text.size()];
        if (is_letter(c)) rest = (rest * 100 + (c - 'A' + 10)) % 97;
        else if (c >= '0' && c <= '9') rest = (rest * 10 + (c - '0')) % 97;
        else return false;
    }
    return rest == 1;
}

std::optional<std::int64_t> honderdsten(std::string_view text) {
    const bool is_negative = text.starts_with('-');
    if (is_negative) text.remove_prefix(1);
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    const auto part = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
    if (whole.empty() || whole.size() > 9 || !all_digits(whole) || part.size() > 2 || (dot != std::string_view::npos && (part.empty() || !all_digits(part)))) return std::nullopt;
    std::int64_t value = 0;
    std::from_chars(whole.data(), whole.data() + whole.size(), value);
    value *= 100;
    if (!part.empty()) value += (part[0] - '0') * 10 + (part.size() > 1 ? part[1] - '0' : 0);
    return is_negative ? -value : value;
}

std::string getal_van(std::int64_t value) {
    std::string text = value < 0 ? "-" : "";
    const std::int64_t size = value < 0 ? -value : value;
    text += std::to_string(size / 100);
    if (size % 100 != 0) {
        text += "." + std::to_string(size / 10 % 10);
        if (size % 10 != 0) text += std::to_string(size % 10);
    }
    return text;
}

std::vector<Regel> regels(const Definitie& definitie, const Antwoorden& shown, std::string_view taal) {
    std::vector<Regel> list;
    for (const Pagina* pagina : paginas_voor(definitie, shown))
        each_shown(*pagina, shown, [&](const Groep& groep, std::size_t i, const Vraag& vraag, const std::string& key) {
            const auto found = shown.find(key);
            if (found == shown.end()) return;
            Regel regel{pagina->code, pagina->titel.in(taal), vraag.vraag.in(taal), key, vraag.soort, found->second};
            if (groep.herhaalt()) regel.vraag = groep.titel.in(taal) + " " + std::to_string(i + 1) + ": " + regel.vraag;
            if (!vraag.keuzes.empty())
                for (std::string& value : regel.waarden) value = chosen_words(vraag, value, taal);
            list.push_back(std::move(regel));
        });
    return list;
}

std::string met_betekenis(const Definitie& definitie, const Antwoorden& shown, Betekenis wanted) {
    for (const Pagina& pagina : definitie.paginas)
        for (const Groep& groep : pagina.groepen)
            for (const Vraag& vraag : groep.vragen) {
                if (vraag.betekenis != wanted || groep.herhaalt()) continue;
                const auto found = shown.find(vraag.code);
                if (found == shown.end() || found->second.empty()) continue;
                if (!vraag.keuzes.empty()) return chosen_words(vraag, found->second.front(), "nl");
                return found->second.front();
            }
    return {};
}

}  // namespace dichtbij::formulier
