#include "search/terms.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "search/klank.h"

namespace dichtbij::search {
namespace {

constexpr std::array<std::string_view, 26> particles{"van", "de", "der", "den", "het", "t", "ter", "ten", "te", "op", "in", "aan", "bij",
                                                     "uit", "la", "le", "el", "al", "du", "von", "v", "d", "vd", "s", "und", "en"};

std::string cut(std::string_view word) { return std::string(word.substr(0, word_max_bytes)); }

std::string in_realm(char what, std::string_view realm, std::string_view text) {
    std::string term(1, what);
    term.append(realm).append(":").append(text);
    return term;
}

}  // namespace

std::string encoded(const Realm& realm) {
    std::string text = realm.kind;
    for (const auto& [name, value] : realm.filters) text += '\n' + name + '\n' + value;
    return text;
}

Realm decoded_realm(std::string_view text, std::string code) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == '\n') parts.emplace_back();
        else parts.back() += c;
    }
    Realm realm{std::move(code), parts[0], {}};
    for (std::size_t i = 1; i + 1 < parts.size(); i += 2) realm.filters.emplace_back(parts[i], parts[i + 1]);
    return realm;
}

std::string document_term(std::string_view id) { return "Q" + std::string(id.substr(0, key_max_bytes)); }
std::string every_term(std::string_view realm) { return in_realm('A', realm, {}); }
std::string key_term(std::string_view realm, std::string_view key) { return in_realm('X', realm, key.substr(0, key_max_bytes)); }
std::string name_term(std::string_view realm, std::string_view folded_word) { return in_realm('W', realm, cut(folded_word)); }
std::string edge_term(std::string_view realm, std::string_view folded_beginning) { return in_realm('P', realm, folded_beginning); }
std::string initial_term(std::string_view realm, std::string_view folded_word) { return in_realm('I', realm, folded_word.substr(0, 1)); }
std::string stem_term(std::string_view realm, std::string_view stem) { return in_realm('Z', realm, stem); }

std::vector<std::string> edges(std::string_view folded_word) {
    std::vector<std::string> list;
    for (std::size_t size = edge_min_letters; size <= std::min(edge_max_letters, folded_word.size()); ++size) list.emplace_back(folded_word.substr(0, size));
    return list;
}

std::string vocabulary_term(std::string_view word) { return "V" + cut(word); }

bool is_particle(std::string_view folded_word) {
    return std::find(particles.begin(), particles.end(), folded_word) != particles.end();
}

std::vector<std::string> name_words(std::string_view name) {
    std::vector<std::string> words = words_of(folded(name));
    std::vector<std::string> joined;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!is_particle(words[i])) continue;
        std::string glued;
        for (std::size_t j = i; j < words.size(); ++j) {
            glued += words[j];
            if (is_particle(words[j])) continue;
            if (j > i) joined.push_back(glued);
            break;
        }
    }
    words.insert(words.end(), std::make_move_iterator(joined.begin()), std::make_move_iterator(joined.end()));
    for (auto& word : words) word = cut(word);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::string sound_term(std::string_view word) {
    const std::string sound = klank(word);
    return sound.empty() ? sound : "VS" + sound;
}

std::vector<std::string> near_terms(std::string_view word) {
    const std::string whole = cut(word);
    std::vector<std::string> terms{"VD" + whole};
    for (std::size_t i = 0; i < whole.size(); ++i) terms.push_back("VD" + whole.substr(0, i) + whole.substr(i + 1));
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

std::vector<std::string> trigram_terms(std::string_view word) {
    if (word.size() < trigram_min_letters) return {};
    const std::string marked = "^" + cut(word) + "$";
    std::vector<std::string> terms;
    for (std::size_t i = 0; i + 3 <= marked.size(); ++i) terms.push_back("VT" + marked.substr(i, 3));
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

int edit_distance(std::string_view a, std::string_view b, int limit) {
    a = a.substr(0, word_max_bytes);
    b = b.substr(0, word_max_bytes);
    const auto difference = static_cast<int>(a.size()) - static_cast<int>(b.size());
    if (difference > limit || -difference > limit) return limit + 1;
    std::array<std::array<int, word_max_bytes + 1>, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i + 2) % 3];
        const auto& two_above = rows[(i + 1) % 3];
        row[0] = static_cast<int>(i);
        int best = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int cost = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + cost});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], two_above[j - 2] + 1);
            best = std::min(best, row[j]);
        }
        if (best > limit) return limit + 1;
    }
    return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

int errors_allowed(std::size_t letters) {
    if (letters < 4) return 0;
    return letters < trigram_min_letters ? 1 : 2;
}

}  // namespace dichtbij::search
