#include "zaak/eigenschap.h"

#include <algorithm>

#include "base/text.h"
#include "werk/werk.h"

namespace dichtbij::zaak {
namespace {

using zaaktype::Eigenschapsoort;

Fail wrong(std::string key, std::vector<std::string> args = {}) { return invalid("waarde", std::move(key), std::move(args)); }

Result<std::string> text_within(std::string_view typed, std::size_t limit) {
    if (auto error = werk::check_text("waarde", typed, limit)) return wrong(error->key, error->args);
    return cleaned(typed);
}

// "1.234,5" is how people here write 1234.5. Without a comma a point is that of decimals.
Result<std::string> number(std::string_view typed) {
    std::string plain;
    for (const char c : typed)
        if (c != ' ') plain += c;
    if (plain.size() > getal_limit) return wrong("zaak.fout.getal");
    const bool negative = plain.starts_with('-');
    if (negative) plain.erase(0, 1);
    if (plain.find(',') != plain.npos) {
        std::erase(plain, '.');
        std::replace(plain.begin(), plain.end(), ',', '.');
    }
    const auto point = plain.find('.');
    const std::string_view whole = std::string_view(plain).substr(0, point);
    const std::string_view part = point == plain.npos ? std::string_view("0") : std::string_view(plain).substr(point + 1);
    if (whole.empty() || part.empty() || !all_digits(whole) || !all_digits(part)) return wrong("zaak.fout.getal");
    return (negative ? "-" : "") + plain;
}

Result<std::string> day(std::string_view typed) {
    const auto found = parse_day(typed);
    if (!found) return wrong("zaak.fout.datum");
    return to_iso(*found);
}

Result<std::string> yes_or_no(std::string_view typed) {
    const std::string plain = lower_ascii(typed);
    if (plain == "ja" || plain == "nee") return plain;
    return wrong("zaak.fout.ja_nee");
}

Result<std::string> choice(const zaaktype::Eigenschap& asked, std::string_view typed) {
    for (const auto& one : asked.keuzes)
        if (typed == one.nl || typed == one.en) return one.nl;
    return wrong("zaak.fout.keuze");
}

}  // namespace

Result<std::string> normale_waarde(const zaaktype::Eigenschap& asked, std::string_view typed) {
    const std::string_view plain = trimmed(typed);
    if (plain.empty()) return std::string();
    if (!is_utf8(plain)) return wrong("fout.veld.tekens");
    switch (asked.soort) {
        case Eigenschapsoort::tekst: return text_within(plain, waarde_limit);
        case Eigenschapsoort::adres: return text_within(plain, adres_limit);
        case Eigenschapsoort::getal: return number(plain);
        case Eigenschapsoort::datum: return day(plain);
        case Eigenschapsoort::ja_nee: return yes_or_no(plain);
        case Eigenschapsoort::keuze: return choice(asked, plain);
    }
    return wrong("zaak.fout.eigenschap");
}

const zaaktype::Eigenschap* eigenschap(const zaaktype::Zaaktype& type, std::string_view code) {
    const auto found = std::find_if(type.eigenschappen.begin(), type.eigenschappen.end(), [&](const auto& one) { return one.code == code; });
    return found == type.eigenschappen.end() ? nullptr : &*found;
}

Result<std::vector<Eigenschapswaarde>> met_antwoorden(const zaaktype::Zaaktype& type, std::vector<Eigenschapswaarde> stored,
                                                      const std::vector<Eigenschapswaarde>& typed) {
    std::vector<FieldError> errors;
    for (const Eigenschapswaarde& answer : typed) {
        const std::string field = "eigenschappen." + answer.code;
        const zaaktype::Eigenschap* asked = eigenschap(type, answer.code);
        if (asked == nullptr) {
            errors.push_back({field, "zaak.fout.eigenschap", {}});
            continue;
        }
        auto value = normale_waarde(*asked, answer.waarde);
        if (!value) {
            errors.push_back({field, value.error().fields[0].key, value.error().fields[0].args});
            continue;
        }
        std::erase_if(stored, [&](const auto& one) { return one.code == answer.code; });
        if (!value->empty()) stored.push_back({answer.code, std::move(*value)});
    }
    if (!errors.empty()) return invalid(std::move(errors));
    std::vector<Eigenschapswaarde> ordered;
    for (const auto& asked : type.eigenschappen)
        for (const auto& one : stored)
            if (one.code == asked.code) ordered.push_back(one);
    return ordered;
}

}  // namespace dichtbij::zaak
