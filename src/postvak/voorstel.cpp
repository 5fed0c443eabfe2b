#include "postvak/voorstel.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"

namespace dichtbij::postvak {
namespace {

constexpr std::size_t gelezen_bytes = 20'000;  // a longer mail says what it is about before that
constexpr std::size_t kort_woord = 4;
constexpr double naam_punten = 3, trefwoord_punten = 2.5, product_punten = 2, onderwerpregel_factor = 2;
constexpr double genoeg_punten = 2.5, voorsprong = 1.4;
constexpr std::int64_t les_minimum = 2;        // one mail teaches nothing yet

const std::set<std::string, std::less<>> nederlands{"de", "het", "een", "en", "van", "ik", "is", "dat", "niet", "op", "te", "voor", "met", "mijn", "wij", "u", "er", "maar",
                                                    "aan", "kan", "graag", "heb", "bij", "deze", "naar", "ook", "wat", "hoe", "wanneer", "geen", "uw", "om", "nog", "wil"};
const std::set<std::string, std::less<>> engels{"the", "a", "and", "of", "i", "is", "that", "not", "on", "to", "for", "with", "my", "we", "you", "there", "but", "can", "please",
                                                "have", "at", "this", "it", "also", "what", "how", "when", "no", "your", "are", "would", "like", "be", "do"};
// Words in the names of subjects that say nothing about what a mail is about.
const std::set<std::string, std::less<>> vulwoorden{"aanvragen", "aanvraag", "melden", "melding", "vraag", "vragen", "gemeente", "over", "algemeen", "overig", "overige", "informatie",
                                                    "wijzigen", "doorgeven", "voor", "van", "het", "een", "met", "naar", "onze", "mijn", "andere", "kosten", "hulp"};

std::vector<std::string> gelezen(std::string_view text) {
    if (text.size() <= gelezen_bytes) return words_of(folded(text));
    std::size_t end = gelezen_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return words_of(folded(text.substr(0, end)));
}

// "paspoorten" is about paspoort, "rijbewijsnummer" about rijbewijs.
bool past(std::string_view woord, std::string_view term) {
    return woord == term || (term.size() >= 6 && woord.starts_with(term)) || (woord.size() >= 6 && term.starts_with(woord));
}

struct Punten {
    double totaal = 0;
    std::map<std::string, double> per_woord;
    void add(const std::string& woord, double punten) {
        totaal += punten;
        per_woord[woord] += punten;
    }
};

struct Woorden {
    std::set<std::string> regel, alle;
};

void count_terms(Punten& punten, const Woorden& woorden, std::string_view terms, double weight) {
    for (const std::string& term : words_of(folded(terms))) {
        // A product that is named as its subject says nothing twice.
        if (term.size() < 3 || vulwoorden.contains(term) || nederlands.contains(term) || engels.contains(term) || punten.per_woord.contains(term)) continue;
        const auto hit = [&](const std::string& woord) { return past(woord, term); };
        if (std::any_of(woorden.regel.begin(), woorden.regel.end(), hit)) punten.add(term, weight * onderwerpregel_factor);
        else if (std::any_of(woorden.alle.begin(), woorden.alle.end(), hit)) punten.add(term, weight);
    }
}

}  // namespace

std::vector<std::string> leswoorden(std::string_view onderwerp, std::string_view tekst) {
    std::vector<std::string> found;
    for (const auto& source : {gelezen(onderwerp), gelezen(tekst)})
        for (const std::string& woord : source) {
            if (woord.size() < kort_woord || woord.size() > 40 || nederlands.contains(woord) || engels.contains(woord) || vulwoorden.contains(woord)) continue;
            if (woord.find_first_of("0123456789") != std::string::npos) continue;  // numbers say who, not what
            if (std::find(found.begin(), found.end(), woord) == found.end()) found.push_back(woord);
            if (found.size() == lesgrootte) return found;
        }
    return found;
}

std::optional<Voorstel> stel_onderwerp_voor(const std::vector<Kandidaat>& kandidaten, const std::vector<Les>& lessen, std::string_view onderwerp, std::string_view tekst) {
    Woorden woorden;
    for (auto& one : gelezen(onderwerp)) woorden.regel.insert(one);
    woorden.alle = woorden.regel;
    for (auto& one : gelezen(tekst)) woorden.alle.insert(one);
    std::map<std::string, std::int64_t> overal;
    for (const Les& les : lessen) overal[les.woord] += les.aantal;
    std::vector<std::pair<Punten, const Kandidaat*>> all;
    for (const Kandidaat& one : kandidaten) {
        Punten punten;
        count_terms(punten, woorden, one.naam, naam_punten);
        count_terms(punten, woorden, one.trefwoorden, trefwoord_punten);
        count_terms(punten, woorden, one.product, product_punten);
        for (const Les& les : lessen) {
            if (les.onderwerp != one.onderwerp || les.aantal < les_minimum || !woorden.alle.contains(les.woord)) continue;
            const double share = static_cast<double>(les.aantal) / static_cast<double>(overal[les.woord]);
            punten.add(les.woord, 3 * share * share * std::min(1.0, std::log2(static_cast<double>(les.aantal)) / 2 + 0.5));
        }
        if (punten.totaal >= genoeg_punten) all.emplace_back(std::move(punten), &one);
    }
    if (all.empty()) return std::nullopt;
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first.totaal > b.first.totaal; });
    if (all.size() > 1 && all[0].first.totaal < all[1].first.totaal * voorsprong) return std::nullopt;
    Voorstel found{all[0].second->onderwerp, {}, all[0].first.totaal};
    std::vector<std::pair<double, std::string>> by_weight;
    for (const auto& [woord, weight] : all[0].first.per_woord) by_weight.emplace_back(-weight, woord);
    std::sort(by_weight.begin(), by_weight.end());
    for (const auto& [weight, woord] : by_weight)
        if (found.woorden.size() < 5) found.woorden.push_back(woord);
    return found;
}

std::optional<std::string> gok_taal(std::string_view tekst) {
    int dutch = 0, english = 0;
    for (const std::string& woord : gelezen(tekst)) {
        dutch += nederlands.contains(woord) ? 1 : 0;
        english += engels.contains(woord) ? 1 : 0;
    }
    if (dutch + english < 3 || dutch == english) return std::nullopt;
    if (std::max(dutch, english) < 2 * std::min(dutch, english)) return std::nullopt;
    return dutch > english ? "nld" : "eng";
}

}  // namespace dichtbij::postvak
