#pragma once
// Turns a Query into one of Xapian. Only for the index.

#include <xapian.h>

#include "search/index.h"
#include "search/terms.h"

namespace dichtbij::search {

enum class Reading { as_typed, by_guess };

// All realms of the database.
std::vector<Realm> read_realms(const Xapian::Database& database);
// Of the metadata: all encoded realms, in the order of their codes, each with realm_end behind it. One
// value, because walking the keys of metadata leaks in Xapian when the writer commits meanwhile.
inline constexpr const char* realms_key = "realms";
inline constexpr char realm_end = '\x1e';
std::string with_realm(std::string all, std::string_view encoded_realm);

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
