#include "mail/lees_agenda.h"

#include <array>

#include "base/text.h"
#include "base/time.h"

namespace dichtbij::mail {
namespace {

constexpr std::size_t most_lines = 5000;
constexpr std::size_t most_characters = 300;

std::string unescaped(std::string_view value) {
    std::string text;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '\\' && at + 1 < value.size()) ++at, text += value[at] == 'n' || value[at] == 'N' ? ' ' : value[at];
        else text += value[at];
    }
    return shortened(trimmed(text), most_characters);
}

// 20261125T090000Z, 20261125T100000 or 20261125.
std::string moment(std::string_view value) {
    if (value.size() < 8 || !all_digits(value.substr(0, 8))) return {};
    const std::string day = std::string(value.substr(0, 4)) + "-" + std::string(value.substr(4, 2)) + "-" + std::string(value.substr(6, 2));
    if (value.size() < 13 || value[8] != 'T' || !all_digits(value.substr(9, 4))) return day;
    const std::string time = std::string(value.substr(9, 2)) + ":" + std::string(value.substr(11, 2));
    if (!value.ends_with('Z')) return day + " " + time;
    const auto instant = parse_instant(day + "T" + time + ":00Z");
    if (!instant) return day + " " + time;
    const LocalTime local = local_time(*instant);
    const auto whole_day = std::chrono::floor<days>(local);
    const auto past = std::chrono::duration_cast<minutes>(local - whole_day).count();
    const auto two = [](long n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    return to_iso(Day(whole_day)) + " " + two(past / 60) + ":" + two(past % 60);
}

struct Afspraak {
    std::string methode, titel, begin, einde, plaats;
};

void apply_line(std::string_view line, Afspraak& found, bool is_inside) {
    const auto name_end = std::min(line.find_first_of(":;"), line.size());
    const std::string name = lower_ascii(line.substr(0, name_end));
    bool is_quoted = false;
    std::size_t colon = name_end;
    for (; colon < line.size() && (is_quoted || line[colon] != ':'); ++colon)
        if (line[colon] == '"') is_quoted = !is_quoted;
    if (colon >= line.size()) return;
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (name == "method") found.methode = unescaped(value);
    if (!is_inside) return;
    if (name == "summary") found.titel = unescaped(value);
    else if (name == "location") found.plaats = unescaped(value);
    else if (name == "dtstart") found.begin = moment(value);
    else if (name == "dtend") found.einde = moment(value);
}

}  // namespace

std::string afspraak_in_een_regel(std::string_view utf8) {
    Afspraak found;
    bool is_inside = false;
    std::string line;
    std::size_t count = 0;
    const auto take = [&] {
        const std::string upper = lower_ascii(line);
        if (upper == "begin:vevent") is_inside = true;
        else if (upper == "end:vevent") return false;
        else if (line.size() < 10'000) apply_line(line, found, is_inside);
        line.clear();
        return true;
    };
    bool goes_on = true;
    while (!utf8.empty() && goes_on && ++count < most_lines) {
        const auto end = std::min(utf8.find('\n'), utf8.size());
        std::string_view piece = utf8.substr(0, end);
        utf8.remove_prefix(std::min(end + 1, utf8.size()));
        if (piece.ends_with('\r')) piece.remove_suffix(1);
        if (piece.starts_with(' ') || piece.starts_with('\t')) {  // a folded line
            line += piece.substr(1);
            continue;
        }
        goes_on = take();
        if (goes_on) line = piece;
    }
    if (goes_on) take();
    if (found.titel.empty() && found.begin.empty()) return {};
    if (found.einde.substr(0, 10) == found.begin.substr(0, 10) && found.einde.size() > 11) found.einde.erase(0, 11);
    std::string text = lower_ascii(found.methode) == "cancel" ? "CANCEL" : "";
    const auto add = [&](const std::string& part) {
        if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
    };
    add(found.titel);
    add(found.einde.empty() || found.einde == found.begin ? found.begin : found.begin + " – " + found.einde);
    add(found.plaats);
    return text;
}

}  // namespace dichtbij::mail
