#pragma once
// How documents and queries become terms of the index. Every term begins with a capital that says what it
// is; the vocabulary of names stands in the same database as documents of its own.
//
//   Q<id>         the document                  W<word>     a word of a name
//   K<kind>       its kind                      I<letter>   first letter of a word of a name
//   F<name>=<v>   a filter                      Z<stem>     a word of the text
//   X<key>        an exact key
//   V<word>       a word of the vocabulary: every different word of names, once
//   VD<rest>      the word, and what is left of it without one letter: words of which these meet differ
//                 by one typing error   VT<trigram>   trigrams of a long word   VS<sound>   how it sounds
//   A             on every document, not on the vocabulary

#include <string>
#include <string_view>
#include <vector>

namespace dichtbij::search {

inline constexpr std::size_t word_max_bytes = 40;
inline constexpr std::size_t key_max_bytes = 200;
inline constexpr std::size_t trigram_min_letters = 7;  // shorter words have too few trigrams to say anything
inline constexpr const char* every_document = "A";

std::string document_term(std::string_view id);
std::string kind_term(std::string_view kind);
std::string filter_term(std::string_view name, std::string_view value);
std::string key_term(std::string_view key);
std::string name_term(std::string_view folded_word);
std::string initial_term(std::string_view folded_word);

// The words a name is found by: its folded words, and prefixes joined to what follows ("vandenberg").
std::vector<std::string> name_words(std::string_view name);
// "van", "der", "el": asked for only when nothing else was typed.
bool is_particle(std::string_view folded_word);

std::string vocabulary_term(std::string_view word);
std::string sound_term(std::string_view word);  // empty when the word has no sound
std::vector<std::string> near_terms(std::string_view word);
std::vector<std::string> trigram_terms(std::string_view word);  // "^ja", "jan", ..., "en$"

// Damerau-Levenshtein: one letter more, less or other, or two exchanged, each count for one. Stops at
// `limit`: more than that comes back as limit + 1.
int edit_distance(std::string_view a, std::string_view b, int limit);
// How many typing errors a word of that length may have and still be meant.
int errors_allowed(std::size_t letters);

}  // namespace dichtbij::search
