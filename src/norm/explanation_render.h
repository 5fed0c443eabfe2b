#pragma once
// An explanation in the words and the language of the reader.

#include <string>
#include <vector>

#include "html/catalogue.h"
#include "norm/explanation.h"

namespace dichtbij::norm {

// Each step a sentence. Days are written with weekday and year, instants with their time.
std::vector<std::string> in_words(const html::Texts& t, const Explanation& explanation);

}  // namespace dichtbij::norm
