#include "search/klank.h"

#include <array>

namespace dichtbij::search {
namespace {

// How a group of letters sounds. Longer groups first; the first that fits is taken. `place` says where.
enum class Place { anywhere, at_end, before_front_vowel };
struct Sound {
    std::string_view letters;
    std::string_view key;
    Place place = Place::anywhere;
};

// Vowels: A, E, I, O, U short or long alike; Y for ij and ei; W for ou and au; V for eu; F is consonant.
constexpr std::array<Sound, 60> sounds{{
    {"tsch", "tj"}, {"eij", "Y"},   {"eyn", "Yn"},  {"sch", "s", Place::at_end}, {"sch", "sg"}, {"ieu", "iw"}, {"auw", "W"}, {"ouw", "W"},
    {"cks", "ks"},  {"ngh", "ng"},  {"cht", "gt"},  {"szn", "sn"},
    {"ij", "Y"},    {"ei", "Y"},    {"ey", "Y"},    {"ai", "Y"},   {"ay", "Y"},  {"au", "W"},   {"ou", "W"},    {"eu", "V"},  {"oe", "u"},
    {"ue", "u"},    {"ie", "i"},    {"ea", "i"},    {"ae", "a"},   {"aa", "a"},  {"ee", "e"},   {"oo", "o"},    {"oi", "o"},  {"uu", "u"},
    {"ph", "f"},    {"th", "t"},    {"dt", "t"},    {"td", "t"},   {"ck", "k"},  {"kh", "g"},   {"gh", "g"},    {"ch", "g"},  {"qu", "kw"},
    {"sz", "s"},    {"zs", "s"},    {"sj", "s"},    {"sh", "s"},   {"tz", "ts"}, {"dj", "j"},   {"dd", "t", Place::at_end},
    {"x", "ks"},    {"q", "k"},     {"c", "s", Place::before_front_vowel},       {"c", "k"},    {"z", "s"},     {"v", "f"},   {"y", "i", Place::at_end},
    {"y", "Y"},     {"d", "t", Place::at_end},      {"b", "p", Place::at_end},   {"j", "i", Place::at_end},  {"h", "", Place::at_end}, {"w", "", Place::at_end},
    {"ss", "s"},
}};

bool is_front_vowel(char c) { return c == 'e' || c == 'i' || c == 'y'; }

bool fits(const Sound& sound, std::string_view word, std::size_t at) {
    if (word.substr(at, sound.letters.size()) != sound.letters) return false;
    const std::size_t end = at + sound.letters.size();
    switch (sound.place) {
        case Place::at_end: return at > 0 && end == word.size();
        case Place::before_front_vowel: return end < word.size() && is_front_vowel(word[end]);
        case Place::anywhere: return true;
    }
    return false;
}

void add(std::string& key, std::string_view letters) {
    for (const char c : letters)
        if (key.empty() || key.back() != c) key += c;  // double letters sound once
}

}  // namespace

std::string klank(std::string_view folded_word) {
    std::string key;
    for (std::size_t at = 0; at < folded_word.size();) {
        const Sound* found = nullptr;
        for (const Sound& sound : sounds)
            if (fits(sound, folded_word, at)) {
                found = &sound;
                break;
            }
        if (found) {
            add(key, found->key);
            at += found->letters.size();
            continue;
        }
        const char c = folded_word[at++];
        // "h" between or behind consonants is not heard: "Lambrecht" is caught above, "Rhee" here.
        if (c == 'h' && !key.empty()) continue;
        if (c >= 'a' && c <= 'z') add(key, {&c, 1});
    }
    // "-sens", "-sen", "-se" and "-s" of a father's name are mixed up all the time.
    for (const std::string_view ending : {"sens", "sen", "ses", "se"})
        if (key.size() > ending.size() + 1 && key.ends_with(ending)) {
            key.resize(key.size() - ending.size() + 1);
            break;
        }
    return key;
}

}  // namespace dichtbij::search
