#include "organisatie/toetsing.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace dichtbij::organisatie {
namespace {

bool is_phone_sign(char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '+' || c == '(' || c == ')'; }

}  // namespace

void Toetsing::regel(std::string_view field, std::string& text, std::size_t limit, Nodig nodig) {
    if (!is_utf8(text)) return eis(false, field, "organisatie.fout.tekens");
    text = cleaned(text);
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    if (text.empty()) return eis(nodig == Nodig::nee, field, "organisatie.fout.verplicht." + std::string(field));
    eis(length_in_characters(text) <= limit, field, "organisatie.fout.te_lang", {std::to_string(limit)});
}

void Toetsing::email(std::string_view field, std::string& text, Nodig nodig) {
    const auto before = errors_.size();
    regel(field, text, email_limit, nodig);
    text = lower_ascii(text);
    if (errors_.size() == before && !text.empty()) eis(is_email(text), field, "organisatie.fout.email");
}

void Toetsing::telefoon(std::string_view field, std::string& text, Nodig nodig) {
    const auto before = errors_.size();
    regel(field, text, telefoon_limit, nodig);
    if (errors_.size() != before || text.empty()) return;
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    eis(digits >= 3 && std::all_of(text.begin(), text.end(), is_phone_sign), field, "organisatie.fout.telefoon");
}

void Toetsing::website(std::string_view field, std::string& text) {
    const auto before = errors_.size();
    regel(field, text, website_limit, Nodig::nee);
    if (errors_.size() != before || text.empty()) return;
    const bool has_scheme = text.starts_with("https://") || text.starts_with("http://");
    const auto host = text.find("//") == std::string::npos ? std::string::npos : text.find("//") + 2;
    eis(has_scheme && host < text.size() && text.find_first_of(" \"<>") == std::string::npos, field, "organisatie.fout.website");
}

void Toetsing::eis(bool holds, std::string_view field, std::string_view key, std::vector<std::string> args) {
    if (!holds) errors_.push_back({std::string(field), std::string(key), std::move(args)});
}

Result<Done> Toetsing::uitkomst() const {
    if (!errors_.empty()) return invalid(errors_);
    return Done{};
}

// Enough to catch what is mistyped; whether the address exists, only a mail can tell.
bool is_email(std::string_view text) {
    const auto at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) return false;
    const auto domain = text.substr(at + 1);
    const auto dot = domain.find('.');
    const bool has_bad_sign = text.find_first_of(" \t\n,;:<>()[]\\\"") != std::string_view::npos;
    return !has_bad_sign && dot != std::string_view::npos && dot > 0 && domain.back() != '.' &&
           domain.find("..") == std::string_view::npos;
}

bool is_domein(std::string_view text) {
    constexpr std::array<std::string_view, 4> known{"", "wmo", "jeugd", "inkomen"};
    return std::find(known.begin(), known.end(), text) != known.end();
}

}  // namespace dichtbij::organisatie
