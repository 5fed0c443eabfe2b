#include "api/parameters.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace dichtbij::api {
namespace {

const Parameter* find(const Parameters& known, std::string_view name) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const Parameter& one) { return one.name == name; });
    return found == known.end() ? nullptr : &*found;
}

std::optional<std::int64_t> number_of(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<bool> boolean_of(std::string_view text) {
    const std::string word = lower_ascii(text);
    if (word == "true" || word == "1") return true;
    if (word == "false" || word == "0") return false;
    return std::nullopt;
}

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        if (const auto part = trimmed(text.substr(0, comma)); !part.empty()) parts.emplace_back(part);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return parts;
}

bool is_choice(const Parameter& parameter, const std::string& value) {
    return parameter.choices.empty() || std::find(parameter.choices.begin(), parameter.choices.end(), value) != parameter.choices.end();
}

// Why the value is refused: code and text; nothing when it is right.
std::optional<json::Invalid> fault(const Parameter& parameter, const std::string& value) {
    const auto refuse = [&](std::string code, std::string key, std::vector<std::string> args = {}) {
        return json::Invalid{parameter.name, std::move(code), std::move(key), std::move(args)};
    };
    if (value.find('\0') != std::string::npos) return refuse("null_characters_not_allowed", "json.fout.nulteken");
    if (length_in_characters(value) > parameter.max_characters) return refuse("max_length", "json.fout.te_lang", {std::to_string(parameter.max_characters)});
    switch (parameter.kind) {
        case ParameterKind::text:
        case ParameterKind::page_number: return std::nullopt;
        case ParameterKind::number: return number_of(value) ? std::nullopt : std::optional(refuse("invalid", "json.fout.getal"));
        case ParameterKind::boolean: return boolean_of(value) ? std::nullopt : std::optional(refuse("invalid", "json.fout.ja_nee"));
        case ParameterKind::date: return parse_day(value) ? std::nullopt : std::optional(refuse("invalid", "json.fout.datum"));
        case ParameterKind::date_time: return parse_instant(value) || parse_day(value) ? std::nullopt : std::optional(refuse("invalid", "json.fout.moment"));
        case ParameterKind::uuid: return parse_uuid(value) ? std::nullopt : std::optional(refuse("invalid", "json.fout.uuid"));
        case ParameterKind::reference_url: return is_address(value) ? std::nullopt : std::optional(refuse("invalid", "json.fout.uri"));
        case ParameterKind::choice:
            return is_choice(parameter, value) ? std::nullopt : std::optional(refuse("invalid_choice", "json.fout.keuze", {shortened(value, 40)}));
        case ParameterKind::list:
            for (const std::string& one : split(value))
                if (!is_choice(parameter, one)) return refuse("invalid_choice", "json.fout.keuze", {shortened(one, 40)});
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

Parameters paging() {
    return {{.name = "page", .kind = ParameterKind::page_number, .description = "api.parameter.page"},
            {.name = "pageSize", .kind = ParameterKind::page_number, .description = "api.parameter.page_size"}};
}

Parameters operator+(Parameters left, const Parameters& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

Found<Query> Query::read(const Parameters& known, const http::Params& given) {
    std::string unknown;
    json::Invalids invalids;
    Query query;
    for (const auto& [name, value] : given) {
        const Parameter* parameter = find(known, name);
        if (!parameter) {
            unknown += (unknown.empty() ? "" : ", ") + shortened(name, 80);
            continue;
        }
        if (value.empty()) continue;
        if (auto refused = fault(*parameter, value)) invalids.push_back(std::move(*refused));
        query.given_.add(name, value);
    }
    if (!unknown.empty()) return invalid(json::non_field, "unknown-parameters", "api.fout.onbekende_parameters", {unknown});
    if (!invalids.empty()) return Refused(Problem(std::move(invalids)));
    return query;
}

std::string_view Query::get(std::string_view name) const { return given_.get(name); }

std::optional<std::string> Query::text(std::string_view name) const {
    const std::string* found = given_.find(name);
    return found ? std::optional(*found) : std::nullopt;
}

std::optional<std::int64_t> Query::number(std::string_view name) const { return number_of(get(name)); }
std::optional<bool> Query::boolean(std::string_view name) const { return boolean_of(get(name)); }
std::optional<Day> Query::date(std::string_view name) const { return parse_day(get(name)); }

std::optional<Instant> Query::instant(std::string_view name) const {
    if (const auto day = parse_day(get(name))) return start_of(*day);
    return has(name) ? parse_instant(get(name)) : std::nullopt;
}

std::optional<Uuid> Query::uuid(std::string_view name) const {
    std::string_view given = get(name);
    if (given.empty()) return std::nullopt;
    if (const auto found = parse_uuid(given)) return found;
    given = given.substr(0, given.find_first_of("?#"));
    while (given.ends_with('/')) given.remove_suffix(1);
    return parse_uuid(given.substr(given.rfind('/') + 1)).value_or(Uuid{});
}

std::vector<std::string> Query::list(std::string_view name) const {
    std::vector<std::string> all;
    for (const auto value : given_.all(name))
        for (std::string& one : split(value))
            if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
    return all;
}

}  // namespace dichtbij::api
