#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "json/resource.h"

namespace dichtbij::json::part {
namespace {

constexpr std::size_t shown_characters = 40;  // of what was sent, in a refusal
constexpr std::size_t uri_bytes = 1000;

std::string as_text(const Value& value) {
    std::string out;
    Writer(out).value(value);
    return value.text() ? *value.text() : out;
}

std::string shown(const Value& value) { return shortened(as_text(value), shown_characters); }

// http or https with a host, and no spaces or control characters.
bool is_uri(std::string_view text) {
    const auto scheme = text.find("://");
    if (scheme == std::string_view::npos || text.size() > uri_bytes) return false;
    const std::string name = lower_ascii(text.substr(0, scheme));
    if (name != "http" && name != "https") return false;
    const std::string_view host = text.substr(scheme + 3, text.find_first_of("/?#", scheme + 3) - scheme - 3);
    if (host.empty() || host.front() == '.' || host.front() == ':') return false;
    return std::none_of(text.begin(), text.end(), [](unsigned char c) { return c <= 0x20 || c == 0x7f || c == '<' || c == '>' || c == '"'; });
}

bool check_length(const Field& field, const std::string& text, Reading& reading, const Path& path) {
    const std::size_t length = length_in_characters(text);
    if (field.max_characters > 0 && length > field.max_characters) {
        reading.refuse(path, "max_length", "json.fout.te_lang", {std::to_string(field.max_characters)});
        return false;
    }
    if (length < field.min_characters && !text.empty()) {
        reading.refuse(path, "min_length", "json.fout.te_kort", {std::to_string(field.min_characters)});
        return false;
    }
    return true;
}

bool check_form(const Field& field, const std::string& text, Reading& reading, const Path& path) {
    if (text.empty()) return true;
    if (field.kind == Kind::uri && !is_uri(text)) {
        reading.refuse(path, "invalid", "json.fout.uri");
        return false;
    }
    if (field.pattern.fits && !field.pattern.fits(text)) {
        reading.refuse(path, field.pattern.code, field.pattern.key);
        return false;
    }
    return true;
}

bool is_choice(const Field& field, const std::string& text) {
    return field.choices.empty() || std::find(field.choices.begin(), field.choices.end(), text) != field.choices.end();
}

}  // namespace

std::optional<std::string> text(const Field& field, const Value& value, Reading& reading, const Path& path) {
    const bool is_choice_field = field.kind == Kind::enumeration || !field.choices.empty();
    if (!value.text() && is_choice_field) {
        reading.refuse(path, "invalid_choice", "json.fout.keuze", {shown(value)});
        return std::nullopt;
    }
    if (!value.text() && !value.integer() && !value.number()) {
        reading.refuse(path, "invalid", "json.fout.tekst");
        return std::nullopt;
    }
    std::string found = value.text() ? std::string(trimmed(*value.text())) : as_text(value);
    if (found.find('\0') != std::string::npos) {
        reading.refuse(path, "null_characters_not_allowed", "json.fout.nulteken");
        return std::nullopt;
    }
    if (found.empty() && !field.blank) {
        if (is_choice_field) reading.refuse(path, "invalid_choice", "json.fout.keuze", {""});
        else reading.refuse(path, "blank", "json.fout.leeg");
        return std::nullopt;
    }
    if (!found.empty() && !is_choice(field, found)) {
        reading.refuse(path, "invalid_choice", "json.fout.keuze", {shown(value)});
        return std::nullopt;
    }
    if (!check_length(field, found, reading, path) || !check_form(field, found, reading, path)) return std::nullopt;
    return found;
}

std::optional<std::int64_t> integer(const Field& field, const Value& value, Reading& reading, const Path& path) {
    std::optional<std::int64_t> found;
    if (const auto* whole = value.integer()) found = *whole;
    constexpr double exact = 9007199254740992.0;  // 2^53
    if (const auto* number = value.number(); number && std::abs(*number) < exact && std::trunc(*number) == *number) found = static_cast<std::int64_t>(*number);
    if (const auto* typed = value.text()) {
        const std::string_view digits = trimmed(*typed);
        std::int64_t read = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), read);
        if (error == std::errc() && end == digits.data() + digits.size()) found = read;
    }
    if (!found) {
        reading.refuse(path, "invalid", "json.fout.getal");
        return std::nullopt;
    }
    if (field.maximum && *found > *field.maximum) {
        reading.refuse(path, "max_value", "json.fout.te_groot", {std::to_string(*field.maximum)});
        return std::nullopt;
    }
    if (field.minimum && *found < *field.minimum) {
        reading.refuse(path, "min_value", "json.fout.te_klein", {std::to_string(*field.minimum)});
        return std::nullopt;
    }
    return found;
}

std::optional<bool> boolean(const Field&, const Value& value, Reading& reading, const Path& path) {
    if (const auto* found = value.boolean()) return *found;
    if (const auto* whole = value.integer(); whole && (*whole == 0 || *whole == 1)) return *whole == 1;
    if (const auto* typed = value.text()) {
        const std::string word = lower_ascii(*typed);
        if (word == "true" || word == "1") return true;
        if (word == "false" || word == "0") return false;
    }
    reading.refuse(path, "invalid", "json.fout.ja_nee");
    return std::nullopt;
}

std::optional<Day> day(const Field&, const Value& value, Reading& reading, const Path& path) {
    if (const auto* typed = value.text())
        if (auto found = parse_day(*typed)) return found;
    reading.refuse(path, "invalid", "json.fout.datum");
    return std::nullopt;
}

std::optional<Instant> instant(const Field&, const Value& value, Reading& reading, const Path& path) {
    if (const auto* typed = value.text())
        if (auto found = parse_instant(*typed)) return found;
    reading.refuse(path, "invalid", "json.fout.moment");
    return std::nullopt;
}

std::optional<Uuid> uuid(const Field& field, const Value& value, Reading& reading, const Path& path) {
    const Value* asked = &value;
    const Path inside(path, "uuid");
    const Path& place = field.kind == Kind::reference ? inside : path;
    if (field.kind == Kind::reference) {
        if (!value.object()) {
            reading.refuse(Path(path, non_field), "invalid", "json.fout.verwijzing");
            return std::nullopt;
        }
        asked = value.find("uuid");
        if (!asked) {
            reading.refuse(place, "required", "json.fout.verplicht");
            return std::nullopt;
        }
    }
    if (asked->is_null()) {
        null(reading, place);
        return std::nullopt;
    }
    if (const auto* typed = asked->text())
        if (auto found = parse_uuid(*typed)) return found;
    reading.refuse(place, "invalid", "json.fout.uuid");
    return std::nullopt;
}

std::optional<std::map<std::string, std::string>> map(const Field& field, const Value& value, Reading& reading, const Path& path) {
    const Object* members = value.object();
    if (!members) {
        reading.refuse(path, "not_a_dict", "json.fout.lijst_van_namen");
        return std::nullopt;
    }
    std::map<std::string, std::string> found;
    const std::size_t before = reading.invalids.size();
    for (const auto& [name, one] : *members) {
        const Path place(path, name);
        std::string written = as_text(one);
        if (one.is_null()) null(reading, place);
        else if (written.find('\0') != std::string::npos || name.find('\0') != std::string::npos) reading.refuse(place, "null_characters_not_allowed", "json.fout.nulteken");
        else if (check_length(field, written, reading, place)) found[name] = std::move(written);
    }
    if (field.max_items > 0 && members->size() > field.max_items) reading.refuse(path, "max_length", "json.fout.te_veel", {std::to_string(field.max_items)});
    if (reading.invalids.size() != before) return std::nullopt;
    return found;
}

const Array* array(const Field& field, const Value& value, Reading& reading, const Path& path) {
    const Array* items = value.array();
    if (!items) {
        reading.refuse(path, "not_a_list", "json.fout.lijst");
        return nullptr;
    }
    if (field.max_items > 0 && items->size() > field.max_items) {
        reading.refuse(path, "max_length", "json.fout.te_veel", {std::to_string(field.max_items)});
        return nullptr;
    }
    return items;
}

void null(Reading& reading, const Path& path) { reading.refuse(path, "null", "json.fout.leeg"); }

void write_uuid(const Field& field, const Uuid& value, Writer& w) {
    if (field.kind == Kind::reference) w.reference(field.path, value);
    else if (field.kind == Kind::uri) w.url(field.path, value);
    else w.uuid(value);
}

}  // namespace dichtbij::json::part
