#include "bericht/sjabloon.h"

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "bericht/bericht.h"

namespace dichtbij::bericht {
namespace {

const Variabele* find_variabele(const std::vector<Variabele>& variabelen, std::string_view code) {
    const auto found = std::find_if(variabelen.begin(), variabelen.end(), [&](const Variabele& one) { return one.code == code; });
    return found == variabelen.end() ? nullptr : &*found;
}

bool holds(const std::vector<std::string>& list, std::string_view one) { return std::find(list.begin(), list.end(), one) != list.end(); }

// Calls `words` for what stands between, and `place` for what stands in braces.
template <class Words, class Place>
void walk(std::string_view tekst, Words words, Place place) {
    std::size_t at = 0;
    while (at < tekst.size()) {
        const std::size_t open = tekst.find('{', at);
        words(tekst.substr(at, open - at));
        if (open == std::string_view::npos) return;
        const std::size_t close = tekst.find('}', open);
        if (close == std::string_view::npos) return place(tekst.substr(open + 1));
        place(tekst.substr(open + 1, close - open - 1));
        at = close + 1;
    }
}

std::string in_braces(std::string_view place) { return "{" + std::string(place) + "}"; }

using Opzoeker = std::function<std::string(std::string_view)>;

std::string filled(std::string_view tekst, const Opzoeker& find) {
    std::string made;
    walk(tekst, [&](std::string_view words) { made += words; }, [&](std::string_view place) { made += find(place); });
    return made;
}

struct Veld {
    std::string naam;
    std::string_view tekst;
    std::size_t limit;
    bool is_onderwerp;
};

std::vector<Veld> velden(const Inhoud& inhoud) {
    return {{"onderwerp_nl", inhoud.onderwerp_nl, onderwerp_limit, true},
            {"tekst_nl", inhoud.tekst_nl, tekst_limit, false},
            {"onderwerp_en", inhoud.onderwerp_en, onderwerp_limit, true},
            {"tekst_en", inhoud.tekst_en, tekst_limit, false}};
}

void check_words(std::vector<FieldError>& errors, const Veld& veld) {
    if (trimmed(veld.tekst).empty()) errors.push_back({veld.naam, "bericht.fout.leeg", {}});
    if (length_in_characters(veld.tekst) > veld.limit) errors.push_back({veld.naam, "bericht.fout.te_lang", {std::to_string(veld.limit)}});
    if (veld.is_onderwerp && veld.tekst.find('\n') != std::string_view::npos) errors.push_back({veld.naam, "bericht.fout.een_regel", {}});
    if (std::count(veld.tekst.begin(), veld.tekst.end(), '{') != std::count(veld.tekst.begin(), veld.tekst.end(), '}'))
        errors.push_back({veld.naam, "bericht.fout.haakje", {in_braces("naam")}});
}

void check_variables(std::vector<FieldError>& errors, const Sjabloon& sjabloon, const std::vector<Variabele>& variabelen, const Veld& veld) {
    for (const std::string& code : variabelen_in(veld.tekst)) {
        const Variabele* known = find_variabele(variabelen, code);
        if (!known || !(holds(sjabloon.mag, code) || holds(sjabloon.moet, code)))
            errors.push_back({veld.naam, "bericht.fout.variabele_onbekend", {in_braces(code)}});
        else if (veld.is_onderwerp && known->persoonlijk)
            errors.push_back({veld.naam, "bericht.fout.variabele_persoonlijk", {in_braces(code)}});
    }
}

// In each language somewhere: in the subject or in the text.
void check_required(std::vector<FieldError>& errors, const Sjabloon& sjabloon, std::string_view field, std::string_view onderwerp, std::string_view tekst) {
    const auto in_subject = variabelen_in(onderwerp);
    const auto in_text = variabelen_in(tekst);
    for (const std::string& code : sjabloon.moet)
        if (!holds(in_subject, code) && !holds(in_text, code)) errors.push_back({std::string(field), "bericht.fout.variabele_ontbreekt", {in_braces(code)}});
}

struct Woorden {
    const std::string& onderwerp;
    const std::string& tekst;
};

Woorden woorden(const html::Texts& t, const Inhoud& inhoud) {
    if (t.taal() == html::Taal::en) return {inhoud.onderwerp_en, inhoud.tekst_en};
    return {inhoud.onderwerp_nl, inhoud.tekst_nl};
}

std::string words_of_place(const html::Texts& t, const Waarden& waarden, std::string_view place, Day today) {
    const auto found = waarden.find(place);
    return found == waarden.end() ? std::string() : in_woorden(t, found->second, today);
}

// `value` gives what stands in a place; where that is nothing, its paragraph falls away when it may, and else
// `missing` says what stands there.
Ingevuld filled_in(const html::Texts& t, const Inhoud& inhoud, const std::vector<Variabele>& variabelen, const Opzoeker& value, const Opzoeker& missing) {
    bool is_left_out = false;
    const auto find = [&](std::string_view place) {
        std::string words = value(place);
        if (!trimmed(words).empty()) return words;
        const Variabele* known = find_variabele(variabelen, place);
        if (!known || !known->mag_leeg) return missing(place);
        is_left_out = true;
        return std::string();
    };
    const Woorden words = woorden(t, inhoud);
    Ingevuld made{filled(words.onderwerp, find), ""};
    for (const std::string& paragraph : paragraphs(words.tekst)) {
        is_left_out = false;
        const std::string line = filled(paragraph, find);
        if (!is_left_out) made.tekst.append(made.tekst.empty() ? "" : "\n\n").append(line);
    }
    return made;
}

}  // namespace

std::vector<std::string> variabelen_in(std::string_view tekst) {
    std::vector<std::string> found;
    walk(tekst, [](std::string_view) {}, [&](std::string_view place) {
        if (!holds(found, place)) found.emplace_back(place);
    });
    return found;
}

std::vector<FieldError> problems(const Sjabloon& sjabloon, const std::vector<Variabele>& variabelen, const Inhoud& inhoud) {
    std::vector<FieldError> errors;
    for (const Veld& veld : velden(inhoud)) {
        check_words(errors, veld);
        check_variables(errors, sjabloon, variabelen, veld);
    }
    check_required(errors, sjabloon, "tekst_nl", inhoud.onderwerp_nl, inhoud.tekst_nl);
    check_required(errors, sjabloon, "tekst_en", inhoud.onderwerp_en, inhoud.tekst_en);
    return errors;
}

Result<Ingevuld> vul_in(const html::Texts& t, const Inhoud& inhoud, const std::vector<Variabele>& variabelen, const Waarden& waarden, Day today) {
    std::vector<FieldError> errors;
    const Ingevuld made = filled_in(t, inhoud, variabelen, [&](std::string_view place) { return words_of_place(t, waarden, place, today); },
                                    [&](std::string_view place) {
                                        errors.push_back({std::string(place), "bericht.fout.waarde_ontbreekt", {std::string(place)}});
                                        return std::string();
                                    });
    if (!errors.empty()) return invalid(std::move(errors));
    return made;
}

Ingevuld vul_concept_in(const html::Texts& t, const Inhoud& inhoud, const std::vector<Variabele>& variabelen, const Waarden& waarden, Day today) {
    return filled_in(t, inhoud, variabelen, [&](std::string_view place) { return words_of_place(t, waarden, place, today); }, in_braces);
}

Ingevuld vul_voorbeeld_in(const html::Texts& t, const Inhoud& inhoud, const std::vector<Variabele>& variabelen) {
    const auto example = [&](std::string_view place) {
        const Variabele* known = find_variabele(variabelen, place);
        return known ? in_woorden(t, known->voorbeeld, {}) : std::string();
    };
    return filled_in(t, inhoud, variabelen, example, in_braces);
}

}  // namespace dichtbij::bericht
