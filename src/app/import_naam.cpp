#include "app/import_naam.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "partij/zoek.h"

namespace dichtbij::app::contactimport {
namespace {

using Words = std::span<const std::string>;

constexpr std::size_t voorletters_max = 10;
constexpr std::size_t voorvoegsel_max = 10;

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words;
    constexpr std::string_view spaces = " \t\n";
    while (!(text = trimmed(text)).empty()) {
        const auto word = text.substr(0, text.find_first_of(spaces));
        words.emplace_back(word);
        text.remove_prefix(word.size());
    }
    return words;
}

std::string joined(Words words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::size_t read_title(Words words, partij::Aanhef& aanhef) {
    if (words.size() < 2) return 0;
    const std::string first = folded(words[0]);
    if (first == "mw" || first == "mevr" || first == "mevrouw") {
        aanhef = partij::Aanhef::mevrouw;
        return 1;
    }
    if (first == "dhr" || first == "meneer") {
        aanhef = partij::Aanhef::meneer;
        return 1;
    }
    if (words.size() > 2 && first == "de" && folded(words[1]) == "heer") {
        aanhef = partij::Aanhef::meneer;
        return 2;
    }
    return 0;
}

// "van", "El", "v.d.", "'t"; but "S." and "D" are initials.
bool is_prefix_of_name(std::string_view word) {
    std::string bare;
    for (const char c : word)
        if (c != '.') bare += c;
    const bool is_capital = word[0] >= 'A' && word[0] <= 'Z';
    if (is_capital && (bare.size() != word.size() || bare.size() == 1)) return false;
    return partij::is_voorvoegsel(folded(bare));
}

// "J.P.", "Th.", "J": letters with points, or one capital.
bool is_initials(std::string_view word) {
    if (word.find('.') != std::string_view::npos) return true;
    return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
}

void set_given(partij::Contactnaam& naam, Words words) {
    const auto end_of_initials = std::find_if_not(words.begin(), words.end(), is_initials) - words.begin();
    const std::string initials = joined(words.first(static_cast<std::size_t>(end_of_initials)));
    if (length_in_characters(initials) <= voorletters_max) {
        naam.voorletters = initials;
        words = words.subspan(static_cast<std::size_t>(end_of_initials));
    }
    naam.voornaam = joined(words);
}

void set_last(partij::Contactnaam& naam, Words voorvoegsel, Words last) {
    naam.voorvoegsel_achternaam = joined(voorvoegsel);
    naam.achternaam = joined(last);
    if (length_in_characters(naam.voorvoegsel_achternaam) <= voorvoegsel_max) return;
    naam.achternaam = naam.voorvoegsel_achternaam + " " + naam.achternaam;
    naam.voorvoegsel_achternaam.clear();
}

// "Vries, J. de" and "de Vries, Jan".
partij::Contactnaam with_comma(Words last, Words given) {
    partij::Contactnaam naam;
    std::size_t before = 0;
    while (before + 1 < last.size() && is_prefix_of_name(last[before])) ++before;
    std::size_t behind = given.size();
    while (before == 0 && behind > 0 && is_prefix_of_name(given[behind - 1])) --behind;
    set_given(naam, given.first(behind));
    set_last(naam, before > 0 ? last.first(before) : given.subspan(behind), last.subspan(before));
    return naam;
}

// "Fatima El Idrissi", "J.P. de Vries", "Jan Peter Smit".
partij::Contactnaam in_order(Words words) {
    partij::Contactnaam naam;
    const auto last = words.size() - 1;
    std::size_t from = 0;
    while (from < last && !is_prefix_of_name(words[from])) ++from;
    std::size_t to = from;
    while (to < last && is_prefix_of_name(words[to])) ++to;
    set_given(naam, words.first(from));
    set_last(naam, words.subspan(from, to - from), words.subspan(to));
    return naam;
}

}  // namespace

Naam read_naam(std::string_view text) {
    Naam read;
    const auto comma = text.find(',');
    const auto first = split(text.substr(0, comma));
    const auto behind = comma == std::string_view::npos ? std::vector<std::string>() : split(text.substr(comma + 1));
    if (first.empty()) {
        read.contactnaam.achternaam = joined(behind);
        return read;
    }
    const Words words = Words(first).subspan(read_title(first, read.aanhef));
    read.contactnaam = behind.empty() ? in_order(words) : with_comma(words, behind);
    return read;
}

}  // namespace dichtbij::app::contactimport
