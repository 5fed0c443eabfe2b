#pragma once
// How documents and queries become terms of the index. Every term begins with a capital that says what it
// is; the vocabulary of names stands in the same database as documents of its own.
//
// Q<id> is the document itself, A stands on every document. Behind the other terms of documents comes the
// code of the realm (kind and filters), so that a search reads only what it may see:
//   W<realm>:<word>    a word of a name           I<realm>:<letter>  first letter of such a word
//   P<realm>:<letters> its first 2 to 5 letters   Z<realm>:<stem>    a word of the text
//   X<realm>:<key>     an exact key               A<realm>:          every document of the realm
// and without a realm:
//   V<word>       a word of the vocabulary: every different word of names, once
//   VD<rest>      the word, and what is left of it without one letter: words of which these meet differ
//                 by one typing error   VT<trigram>   trigrams of a long word   VS<sound>   how it sounds

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dichtbij::search {

inline constexpr std::size_t word_max_bytes = 40;
inline constexpr std::size_t key_max_bytes = 200;
inline constexpr std::size_t trigram_min_letters = 7;  // shorter words have too few trigrams to say anything
inline constexpr const char* every_document = "A";
inline constexpr std::size_t edge_min_letters = 2;  // a beginning of that many letters is a term
inline constexpr std::size_t edge_max_letters = 5;

// One kind of documents with one set of filters, under a short code.
struct Realm {
    std::string code;
    std::string kind;
    std::vector<std::pair<std::string, std::string>> filters;  // by name
};
// As it stands in the database. The code is not in it.
std::string encoded(const Realm& realm);
Realm decoded_realm(std::string_view text, std::string code);

std::string document_term(std::string_view id);
std::string every_term(std::string_view realm);
std::string key_term(std::string_view realm, std::string_view key);
std::string name_term(std::string_view realm, std::string_view folded_word);
std::string edge_term(std::string_view realm, std::string_view folded_beginning);
std::string initial_term(std::string_view realm, std::string_view folded_word);
std::string stem_term(std::string_view realm, std::string_view stem);
std::vector<std::string> edges(std::string_view folded_word);  // "ja", "jan", "jans", "janse"

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
