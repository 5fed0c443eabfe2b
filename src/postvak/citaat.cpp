#include "postvak/citaat.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace dichtbij::postvak {
namespace {

constexpr std::size_t kop_regels = 6;   // a header block of a quoted mail
constexpr std::size_t kop_lengte = 300;

std::vector<std::string_view> citaat_regels(std::string_view tekst) {
    std::vector<std::string_view> lines;
    while (true) {
        const auto end = tekst.find('\n');
        lines.push_back(tekst.substr(0, end));
        if (end == std::string_view::npos) return lines;
        tekst.remove_prefix(end + 1);
    }
}

bool begins_with_any(std::string_view line, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view one) { return line.starts_with(one); });
}

// "Op ma 23 nov 2026 om 10:12 schreef Gemeente <...>:", also broken over two lines.
bool is_schreef(const std::vector<std::string_view>& lines, std::size_t at) {
    std::string line = lower_ascii(trimmed(lines[at]));
    if (line.size() > kop_lengte || !begins_with_any(line, {"op ", "on ", "am ", "le "})) return false;
    if (!line.ends_with(':') && at + 1 < lines.size()) line += " " + lower_ascii(trimmed(lines[at + 1]));
    if (!line.ends_with(':')) return false;
    return line.find(" schreef") != std::string::npos || line.find(" wrote:") != std::string::npos || line.find(" schrieb") != std::string::npos ||
           line.find(" a écrit") != std::string::npos || line.find("geschreven:") != std::string::npos;
}

// "-----Oorspronkelijk bericht-----", and the line that Outlook draws.
bool is_streep(std::string_view line) {
    const std::string lower = lower_ascii(trimmed(line));
    if (lower.size() < 10 || lower.size() > kop_lengte) return false;
    if (lower.find_first_not_of('_') == std::string::npos) return true;
    return lower.starts_with("---") && (lower.find("oorspronkelijk bericht") != std::string::npos || lower.find("original message") != std::string::npos ||
                                        lower.find("doorgestuurd bericht") != std::string::npos || lower.find("forwarded message") != std::string::npos);
}

// "Van: ..." with "Verzonden: ..." close below it.
bool is_kop(const std::vector<std::string_view>& lines, std::size_t at) {
    const std::string first = lower_ascii(trimmed(lines[at]));
    if (!begins_with_any(first, {"van:", "from:", "*van:*", "*from:*"})) return false;
    for (std::size_t i = at + 1; i < std::min(lines.size(), at + kop_regels); ++i)
        if (begins_with_any(lower_ascii(trimmed(lines[i])), {"verzonden:", "sent:", "datum:", "date:", "*verzonden:*", "*sent:*", "*datum:*", "*date:*"})) return true;
    return false;
}

bool is_aangehaald(std::string_view line) { return trimmed(line).starts_with('>'); }

std::string joined(const std::vector<std::string_view>& lines, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text.append(i == from ? "" : "\n").append(lines[i]);
    return cleaned(text);
}

// The answer stands between and below the lines of the quote.
Gesplitst tussendoor(const std::vector<std::string_view>& lines) {
    std::string nieuw, citaat;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string& into = is_aangehaald(lines[i]) || is_schreef(lines, i) ? citaat : nieuw;
        into.append(lines[i]).append("\n");
    }
    return {cleaned(nieuw), cleaned(citaat)};
}

}  // namespace

Gesplitst splits_citaat(std::string_view tekst) {
    const std::string whole = cleaned(tekst);
    const auto lines = citaat_regels(whole);
    std::size_t at = 0;
    while (at < lines.size() && !is_schreef(lines, at) && !is_streep(lines[at]) && !is_kop(lines, at) && !is_aangehaald(lines[at])) ++at;
    if (at == lines.size()) return {whole, ""};
    const bool goes_on = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end(), is_aangehaald) &&
                         !trimmed(lines.back()).empty() && !is_aangehaald(lines.back()) && !is_streep(lines[at]) && !is_kop(lines, at);
    Gesplitst found = goes_on ? tussendoor(lines) : Gesplitst{joined(lines, 0, at), joined(lines, at, lines.size())};
    if (found.nieuw.empty()) return {whole, ""};
    return found;
}

}  // namespace dichtbij::postvak
