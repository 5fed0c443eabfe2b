#pragma once
// Text as people write it: UTF-8, with limits in characters (code points), not bytes.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dichtbij {

bool is_utf8(std::string_view);
std::size_t length_in_characters(std::string_view utf8);
std::string_view trimmed(std::string_view);
// Line ends as \n, control characters other than \n and \t removed, ends trimmed.
std::string cleaned(std::string_view utf8);
// At most `characters` long; a longer text ends in an ellipsis.
std::string shortened(std::string_view utf8, std::size_t characters);
// For comparing and searching: lower case, without accents or punctuation, single spaces.
// "Müller-Jánský" becomes "muller jansky"; the Dutch "ij" ligature becomes "ij".
std::string folded(std::string_view utf8);
// Binary key of the Dutch alphabet: comparing keys byte by byte gives the order people expect.
std::string sort_key(std::string_view utf8);
std::vector<std::string> words_of(std::string_view folded_text);
std::string lower_ascii(std::string_view);
bool all_digits(std::string_view);
std::string hex(std::string_view bytes);
std::string base64url(std::string_view bytes);  // without padding

}  // namespace dichtbij
