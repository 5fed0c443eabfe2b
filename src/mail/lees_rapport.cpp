#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/text.h"
#include "mail/lees_soort.h"

namespace dichtbij::mail {
namespace {

constexpr std::size_t status_bytes = 256u << 10;
constexpr std::size_t explanation_characters = 500;
constexpr std::size_t text_bytes = 64u << 10;

using Velden = Kop;

// Groups of fields with empty lines between them; folded lines joined.
std::vector<Velden> groups_of(std::string_view status) {
    std::vector<Velden> groups(1);
    std::string line;
    bool is_empty = true;
    const auto finish = [&] {
        if (const auto colon = line.find(':'); colon != std::string::npos) {
            groups.back().add(std::string_view(line).substr(0, colon), std::string_view(line).substr(colon + 1));
            is_empty = false;
        }
        line.clear();
    };
    for (std::string_view rest = status.substr(0, status_bytes); !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view raw = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!raw.empty() && (raw.front() == ' ' || raw.front() == '\t') && !trimmed(raw).empty()) {
            line.append(" ").append(trimmed(raw));
            continue;
        }
        finish();
        if (trimmed(raw).empty() && !is_empty && groups.size() < 200) groups.emplace_back(), is_empty = true;
        else line = raw;
    }
    finish();
    return groups;
}

// "rfc822; <jan@example.nl>" is "jan@example.nl".
std::string recipient(std::string_view value) {
    if (const auto semicolon = value.find(';'); semicolon != std::string_view::npos) value.remove_prefix(semicolon + 1);
    const auto addresses = lees_adressen(value).lijst;
    return addresses.empty() ? in_woorden(value, 320) : addresses.front().adres;
}

std::string without_type(std::string_view value) {
    const auto semicolon = value.substr(0, 30).find(';');
    return in_woorden(semicolon == std::string_view::npos ? value : value.substr(semicolon + 1), explanation_characters);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "5.1.1" somewhere in a text, RFC 3463; not a piece of an IP address.
std::string enhanced_code(std::string_view text) {
    for (std::size_t at = 0; at + 4 < text.size(); ++at) {
        if ((text[at] != '4' && text[at] != '5') || text[at + 1] != '.' || (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.'))) continue;
        std::size_t end = at + 2;
        const auto digits = [&] {
            const std::size_t begin = end;
            while (end < text.size() && end < begin + 3 && is_digit(text[end])) ++end;
            return end > begin;
        };
        if (!digits() || end >= text.size() || text[end] != '.') continue;
        ++end;
        if (!digits() || (end < text.size() && (text[end] == '.' ? end + 1 < text.size() && is_digit(text[end + 1]) : is_digit(text[end])))) continue;
        return std::string(text.substr(at, end - at));
    }
    return {};
}

// The first word with an @ in it that is no Message-ID.
std::string address_in(std::string_view line) {
    for (std::size_t at = line.find('@'); at != std::string_view::npos; at = line.find('@', at + 1)) {
        constexpr std::string_view ends = " \t<>()[]{},;:\"'";
        const auto before = line.find_last_of(ends, at);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        const auto end = std::min(line.find_first_of(ends, at), line.size());
        const auto found = lees_adressen(line.substr(begin, end - begin)).lijst;
        if (!found.empty() && found.front().adres.find('.', found.front().adres.rfind('@')) != std::string::npos) return found.front().adres;
    }
    return {};
}

bool is_header_of_copy(std::string_view lower) {
    constexpr std::array<std::string_view, 12> names{"message-id:", "from:", "to:", "received:", "return-path:", "reply-to:", "references:", "in-reply-to:", "van:", "aan:", "sender:", "by "};
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return lower.starts_with(name); });
}

}  // namespace

Bezorgstatus lees_bezorgstatus(std::string_view status) {
    Bezorgstatus result;
    const Velden* chosen = nullptr;
    const auto groups = groups_of(status);
    const auto action_of = [](const Velden& group) { return lower_ascii(group.eerste("action").substr(0, 20)); };
    for (const Velden& group : groups) {
        if (!group.has("action") && !group.has("final-recipient")) continue;
        const bool is_better = !chosen || (action_of(*chosen) != "failed" && (action_of(group) == "failed" || (action_of(*chosen) != "delayed" && action_of(group) == "delayed")));
        if (is_better) chosen = &group;
    }
    if (!chosen) return result;
    const std::string action = action_of(*chosen);
    for (const auto* known : {"failed", "delayed", "delivered", "relayed", "expanded"})
        if (action.starts_with(known)) result.actie = known;
    Rapport& report = result.rapport;
    report.ontvanger = recipient(chosen->has("original-recipient") ? chosen->eerste("original-recipient") : chosen->eerste("final-recipient"));
    report.uitleg = without_type(chosen->eerste("diagnostic-code"));
    report.status = enhanced_code(std::string(chosen->eerste("status")) + " ");
    // Many servers say 5.0.0 and give the real code in words.
    if (report.status.empty() || report.status.ends_with(".0.0"))
        if (const std::string told = enhanced_code(report.uitleg + " "); !told.empty()) report.status = told;
    report.blijvend = result.actie != "delayed" && !report.status.starts_with('4');
    return result;
}

Rapport rapport_uit_tekst(std::string_view tekst) {
    Rapport report;
    std::string_view rest = tekst.substr(0, text_bytes);
    for (int line_number = 0; !rest.empty() && line_number < 2000; ++line_number) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = trimmed(rest.substr(0, end).substr(0, 2000));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::string lower = lower_ascii(line);
        if (lower.starts_with("message-id:") && report.message_id.empty())
            if (const auto ids = lees_message_ids(line.substr(11)); !ids.empty()) report.message_id = ids.front();
        if (lower.starts_with("x-dichtbij-bericht:") && report.bericht.empty()) report.bericht = in_woorden(line.substr(19), 200);
        if (is_header_of_copy(lower)) continue;
        if (report.ontvanger.empty()) report.ontvanger = address_in(line);
        if (report.status.empty()) {
            report.status = enhanced_code(std::string(line) + " ");
            if (!report.status.empty()) report.uitleg = shortened(cleaned(line), explanation_characters);
        }
    }
    report.blijvend = !report.status.starts_with('4');
    return report;
}

}  // namespace dichtbij::mail
