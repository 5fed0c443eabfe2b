#pragma once
// Turns a Query into one of Xapian. Only for the index.

#include <xapian.h>

#include "search/index.h"
#include "search/terms.h"

namespace dichtbij::search {

enum class Reading { as_typed, by_guess };

// All realms of the database.
std::vector<Realm> read_realms(const Xapian::Database& database);
inline constexpr const char* realm_key = "realm\n";  // of the metadata, followed by the encoded realm: its code

// Empty (matches nothing) when there is nothing to look for, or nowhere to look.
Xapian::Query build_query(const Xapian::Database& database, const Query& query, Reading reading);

// Words of the vocabulary that may be meant by `word`, with how well each fits (0 to 1), best first.
struct Meant {
    std::string word;
    double fit = 0;
};
std::vector<Meant> words_meant(const Xapian::Database& database, std::string_view word);

std::string stemmed(std::string_view folded_word);

}  // namespace dichtbij::search
