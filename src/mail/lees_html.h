#pragma once
// Text from HTML, for mails that have no plain text. Pure; what comes out is text, never markup to be shown.

#include <cstddef>
#include <string>
#include <string_view>

namespace dichtbij::mail {

// Paragraphs as empty lines, list items with "- ", links with their address behind them when it says something else,
// quoted parts with "> " as in plain mail. What is not shown (scripts, styles, display:none) is left out.
// Stops when `bytes` have been made.
std::string tekst_van_html(std::string_view utf8, std::size_t bytes);

}  // namespace dichtbij::mail
