#include "mail/citaat.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace dichtbij::mail {
namespace {

constexpr std::size_t intro_lines = 4;      // over how many lines "On ... wrote:" may be broken
constexpr std::size_t intro_bytes = 600;

struct Regel {
    std::string_view text;   // trimmed, without the marks of quoting
    std::size_t begin = 0;
    bool is_quoted = false;
    bool is_blank = false;
};

std::vector<Regel> lines_of(std::string_view text) {
    std::vector<Regel> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        std::string_view line = trimmed(text.substr(at, end - at));
        Regel row{line, at, line.starts_with('>'), false};
        while (row.text.starts_with('>')) row.text = trimmed(row.text.substr(1));
        row.is_blank = row.text.empty();
        lines.push_back(row);
        at = end + 1;
    }
    return lines;
}

struct Inleiding {  // of a quoted mail: begins with, ends with
    std::string_view begin, end;
};
constexpr std::array inleidingen{
    Inleiding{"op ", "schreef:"},     Inleiding{"op ", "het volgende geschreven:"}, Inleiding{"op ", "geschreven:"},
    Inleiding{"op ", "schreef het volgende:"}, Inleiding{"on ", "wrote:"},          Inleiding{"am ", "schrieb:"},
    Inleiding{"le ", "écrit :"},      Inleiding{"le ", "écrit:"},
};
constexpr std::array<std::string_view, 4> verbs{" schreef ", " wrote ", " schrieb ", " heeft "};

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

// "Op ma 23 nov 2026 om 10:00 schreef Jan <jan@example.nl>:", perhaps broken over lines.
bool is_introduction(const std::vector<Regel>& lines, std::size_t at) {
    const std::string first = lower_ascii(lines[at].text.substr(0, 4));
    if (!first.starts_with("op ") && !first.starts_with("on ") && !first.starts_with("am ") && !first.starts_with("le ")) return false;
    std::string text;
    for (std::size_t i = at; i < lines.size() && i < at + intro_lines && text.size() < intro_bytes; ++i) {
        if (lines[i].is_blank) return false;
        text += (text.empty() ? "" : " ") + lower_ascii(lines[i].text.substr(0, intro_bytes));
        if (!text.ends_with(':')) continue;
        if (!has_digit(text)) return false;
        if (std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) { return text.find(verb) != std::string::npos; })) return true;
        return std::any_of(inleidingen.begin(), inleidingen.end(), [&](const Inleiding& form) { return text.starts_with(form.begin) && text.ends_with(form.end); });
    }
    return false;
}

constexpr std::array<std::string_view, 14> separators{
    "oorspronkelijk bericht", "origineel bericht",   "original message",  "original appointment",    "ursprüngliche nachricht", "message d'origine",
    "doorgestuurd bericht",   "forwarded message",   "weitergeleitete nachricht", "oorspronkelijke afspraak", "begin doorgestuurd bericht:",
    "begin forwarded message:", "oorspronkelijk e-mailbericht", "forwarded by"};

// "-----Oorspronkelijk bericht-----", "---------- Forwarded message ---------".
bool is_separator(std::string_view line) {
    if (line.size() > 80) return false;
    const bool has_dashes = line.starts_with("--");
    std::string inside = lower_ascii(line);
    std::erase(inside, '*');
    while (!inside.empty() && (inside.front() == '-' || inside.front() == ' ')) inside.erase(0, 1);
    while (!inside.empty() && (inside.back() == '-' || inside.back() == ' ')) inside.pop_back();
    return std::any_of(separators.begin(), separators.end(), [&](std::string_view known) { return inside == known && (has_dashes || known.ends_with(':')); });
}

constexpr std::array<std::string_view, 4> from_names{"van", "from", "von", "de"};
constexpr std::array<std::string_view, 13> other_names{"verzonden", "aan", "onderwerp", "datum", "sent", "to", "subject", "date", "gesendet", "an", "betreff", "envoyé", "objet"};

std::string header_name(std::string_view line) {
    const auto colon = line.substr(0, 30).find(':');
    if (colon == std::string_view::npos) return {};
    std::string name = lower_ascii(line.substr(0, colon));
    // Stars stand around bold letters when HTML became text.
    std::erase(name, '*');
    std::erase(name, ' ');
    std::erase_if(name, [](char c) { return c == '\xc2' || c == '\xa0'; });  // a space that does not break
    return name;
}

// "Van: ..." with at least two other headers in the next lines.
bool is_header_block(const std::vector<Regel>& lines, std::size_t at) {
    const std::string name = header_name(lines[at].text);
    if (std::find(from_names.begin(), from_names.end(), name) == from_names.end()) return false;
    int others = 0;
    for (std::size_t i = at + 1; i < lines.size() && i < at + 7; ++i) {
        if (lines[i].is_blank && others > 0) break;
        const std::string other = header_name(lines[i].text);
        others += std::find(other_names.begin(), other_names.end(), other) != other_names.end();
    }
    return others >= 2;
}

bool is_rule(std::string_view line) { return line.size() >= 10 && line.find_first_not_of("_") == std::string_view::npos; }

// Where quoted lines begin that go on to the end; the size of the list when they do not.
std::size_t quoted_tail(const std::vector<Regel>& lines) {
    std::size_t begin = lines.size();
    while (begin > 0 && (lines[begin - 1].is_quoted || lines[begin - 1].is_blank)) --begin;
    while (begin < lines.size() && !lines[begin].is_quoted) ++begin;
    return begin;
}

// The last quoted line below which somebody answers: nothing may be cut before it, as answers stand between the quotes.
// The size of the list when there is none.
std::size_t last_answered(const std::vector<Regel>& lines) {
    std::size_t at = lines.size();
    while (at > 0 && (lines[at - 1].is_quoted || lines[at - 1].is_blank)) --at;
    while (at > 0 && !lines[at - 1].is_quoted) --at;
    return at == 0 ? lines.size() : at - 1;
}

std::size_t cut_line(const std::vector<Regel>& lines) {
    const std::size_t answered = last_answered(lines);
    const bool has_answers = answered < lines.size();
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (lines[at].is_blank) continue;
        const bool is_start = is_separator(lines[at].text) || is_header_block(lines, at);
        if (is_start && !lines[at].is_quoted) return at;
        if (is_introduction(lines, at) && !lines[at].is_quoted && !(has_answers && answered > at)) return at;
        if (is_rule(lines[at].text) && at + 2 < lines.size() && (is_header_block(lines, at + 1) || is_header_block(lines, at + 2))) return at;
    }
    return quoted_tail(lines);
}

}  // namespace

Citaatsplitsing splits_citaat(std::string_view tekst) {
    const std::vector<Regel> lines = lines_of(tekst);
    const std::size_t at = cut_line(lines);
    if (at >= lines.size()) return {std::string(tekst), {}};
    const std::string_view before = tekst.substr(0, lines[at].begin);
    if (trimmed(before).empty()) return {std::string(tekst), {}};
    const auto last = before.find_last_not_of(" \t\r\n");
    return {std::string(before.substr(0, last + 1)), std::string(tekst.substr(lines[at].begin))};
}

}  // namespace dichtbij::mail
