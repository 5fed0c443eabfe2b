#pragma once
// Which Dutch names sound alike: "Meijer", "Meyer" and "Meier"; "Jansen", "Janssen" and "Janszen";
// "Claessens" and "Klaassen". A key of our own: Soundex and Metaphone are made for English.

#include <string>
#include <string_view>

namespace dichtbij::search {

// Of one folded word (base/text.h). Words that sound alike have the same key. Empty for a word without
// Latin letters.
std::string klank(std::string_view folded_word);

}  // namespace dichtbij::search
