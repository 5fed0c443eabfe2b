#pragma once
// Syllables of a word, by the vowels that are heard together, with a list of words for which that is wrong.

#include "taal/taal.h"

namespace dichtbij::taal {

// `klein`: one word in lower case. At least 1.
int lettergrepen(std::string_view klein, Taal);

}  // namespace dichtbij::taal
