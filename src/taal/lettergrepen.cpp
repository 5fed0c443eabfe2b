#include "taal/lettergrepen.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dichtbij::taal {
namespace {

using Uitzondering = std::pair<std::string_view, int>;

// Sorted. Loan words whose vowels are not read the Dutch way.
constexpr Uitzondering uitzonderingen_nl[] = {
    {"apparatuur", 4}, {"burn-out", 2},  {"college", 3},   {"deadline", 2},   {"doordeweeks", 3}, {"feedback", 2},  {"helpdesk", 2},  {"homepage", 2},
    {"jubileum", 4},   {"lease", 1},     {"leasen", 2},    {"linoleum", 4},   {"lobbyen", 3},     {"lyceum", 3},    {"mascotte", 3},  {"museum", 3},
    {"mysterieus", 4}, {"nerveus", 2},   {"offline", 2},   {"online", 2},     {"petroleum", 4},   {"populier", 3},  {"regio", 3},     {"serieus", 3},
    {"serieuze", 4},   {"service", 2},   {"site", 1},      {"sites", 1},      {"team", 1},        {"teams", 1},     {"timen", 2},     {"update", 2},
    {"updates", 2},    {"website", 2},   {"websites", 2},  {"workshop", 2},
};

constexpr Uitzondering uitzonderingen_en[] = {
    {"area", 3},     {"areas", 3},     {"being", 2},    {"business", 2},   {"businesses", 3}, {"create", 2},   {"created", 3},  {"doing", 2},   {"every", 2},
    {"everyone", 3}, {"going", 2},     {"idea", 3},     {"ideas", 3},      {"people", 2},     {"period", 3},   {"quiet", 2},    {"reliable", 4}, {"science", 2},
    {"seeing", 2},   {"something", 2}, {"sometimes", 2}, {"somewhere", 2}, {"therefore", 2},  {"whole", 1},
};

template <std::size_t N>
int uitzondering(const Uitzondering (&list)[N], std::string_view klein) {
    const auto found = std::lower_bound(std::begin(list), std::end(list), klein, [](const Uitzondering& one, std::string_view word) { return one.first < word; });
    return found != std::end(list) && found->first == klein ? found->second : 0;
}

// Letters with accents as one byte: a trema begins a syllable (capital), other accents change nothing.
std::string plain(std::string_view klein) {
    std::string out;
    out.reserve(klein.size());
    for (std::size_t i = 0; i < klein.size(); ++i) {
        if (klein[i] != '\xC3' || i + 1 == klein.size()) {
            out += klein[i];
            continue;
        }
        const auto second = static_cast<unsigned char>(klein[++i]);
        static constexpr std::string_view base = "aaaaAaaceeeEiiiI-nooooO-ouuuUy-y";  // from U+00E0
        const std::size_t place = second - 0xA0u;
        out += second >= 0xA0 ? base[place] : '?';
    }
    return out;
}

bool is_vowel(char c) { return std::string_view("aeiouyAEIOU").find(c) != std::string_view::npos; }

int dutch(std::string_view klein) {
    static constexpr std::string_view together[] = {"aai", "ooi", "oei", "eeu", "ieu", "eau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "ou", "au", "ai", "oi"};
    const std::string word = plain(klein);
    int count = 0;
    for (std::size_t i = 0; i < word.size();) {
        if (!is_vowel(word[i]) || (word[i] == 'y' && i + 1 < word.size() && is_vowel(word[i + 1]))) {
            ++i;
            continue;
        }
        std::size_t length = 1;
        const char first = static_cast<char>(word[i] | 0x20);
        for (const auto group : together) {
            if (group[0] == first && std::string_view(word).substr(i + 1).starts_with(group.substr(1))) {
                length = group.size();
                break;
            }
        }
        ++count;
        i += length;
    }
    return count;
}

int english(std::string_view klein) {
    const std::string word = plain(klein);
    int count = 0;
    bool in_group = false;
    for (const char c : word) {
        const bool vowel = is_vowel(c);
        count += vowel && !in_group;
        in_group = vowel;
    }
    const auto ends = [&](std::string_view with) { return word.size() > with.size() + 1 && word.ends_with(with); };
    const auto before = [&](std::size_t back) { return word[word.size() - back]; };
    if (ends("e") && !is_vowel(before(2)) && !(before(2) == 'l' && word.size() > 2 && !is_vowel(before(3)))) --count;
    if (ends("ed") && !is_vowel(before(3)) && before(3) != 't' && before(3) != 'd') --count;
    if (ends("es") && std::string_view("sxzcgh").find(before(3)) == std::string_view::npos && !is_vowel(before(3)) && !(before(3) == 'l' && word.size() > 3 && !is_vowel(before(4)))) --count;
    if (ends("ia") || ends("io") || ends("ium") || ends("ious") || ends("ual") || ends("uous") || ends("iar")) ++count;
    if (ends("cious") || ends("tious") || ends("gious")) --count;
    return count;
}

}  // namespace

int lettergrepen(std::string_view klein, Taal taal) {
    const int known = taal == Taal::nl ? uitzondering(uitzonderingen_nl, klein) : uitzondering(uitzonderingen_en, klein);
    if (known > 0) return known;
    return std::max(1, taal == Taal::nl ? dutch(klein) : english(klein));
}

}  // namespace dichtbij::taal
