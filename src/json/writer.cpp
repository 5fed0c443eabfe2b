#include "json/writer.h"

#include <array>
#include <charconv>
#include <cmath>

namespace dichtbij::json {
namespace {

constexpr char digits[] = "0123456789abcdef";

void append_padded(std::string& out, int value, int width) {
    char buffer[8];
    for (int i = width - 1; i >= 0; --i, value /= 10) buffer[i] = static_cast<char>('0' + value % 10);
    out.append(buffer, static_cast<std::size_t>(width));
}

void append_day(std::string& out, std::chrono::year_month_day day) {
    append_padded(out, static_cast<int>(day.year()), 4);
    out += '-';
    append_padded(out, static_cast<int>(static_cast<unsigned>(day.month())), 2);
    out += '-';
    append_padded(out, static_cast<int>(static_cast<unsigned>(day.day())), 2);
}

void append_uuid(std::string& out, const Uuid& value) {
    char buffer[36];
    std::size_t at = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) buffer[at++] = '-';
        buffer[at++] = digits[value[i] >> 4];
        buffer[at++] = digits[value[i] & 15];
    }
    out.append(buffer, at);
}

// What may not stand in a string as it is (RFC 8259 7).
constexpr std::array<bool, 256> needs_escape = [] {
    std::array<bool, 256> table{};
    for (std::size_t i = 0; i < 0x20; ++i) table[i] = true;
    table['"'] = table['\\'] = true;
    return table;
}();

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default:
            out += "\\u00";
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[static_cast<unsigned char>(c) & 15];
    }
}

}  // namespace

void Writer::separate() {
    if (out_.empty()) return;
    const char last = out_.back();
    if (last != '{' && last != '[' && last != ':') out_ += ',';
}

Writer& Writer::open(char bracket) {
    separate();
    out_ += bracket;
    return *this;
}

Writer& Writer::close(char bracket) {
    out_ += bracket;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    return *this;
}

Writer& Writer::prepared_key(std::string_view name_and_colon) {
    separate();
    out_ += name_and_colon;
    return *this;
}

Writer& Writer::free_key(std::string_view name) {
    separate();
    quoted(name);
    out_ += ':';
    return *this;
}

Writer& Writer::null() { return raw("null"); }
Writer& Writer::boolean(bool value) { return raw(value ? "true" : "false"); }

Writer& Writer::integer(std::int64_t value) {
    char buffer[24];
    return raw({buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr});
}

Writer& Writer::number(double value) {
    if (!std::isfinite(value)) return null();
    char buffer[40];
    const std::string_view written(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
    raw(written);
    if (written.find_first_of(".e") == std::string_view::npos) out_ += ".0";  // stays a double when read again
    return *this;
}

void Writer::quoted(std::string_view utf8) {
    out_ += '"';
    std::size_t written = 0;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (!needs_escape[static_cast<unsigned char>(utf8[at])]) continue;
        out_.append(utf8, written, at - written);
        append_escaped(out_, utf8[at]);
        written = at + 1;
    }
    out_.append(utf8, written, utf8.size() - written);
    out_ += '"';
}

Writer& Writer::text(std::string_view utf8) {
    separate();
    quoted(utf8);
    return *this;
}

Writer& Writer::uuid(const Uuid& value) {
    separate();
    out_ += '"';
    append_uuid(out_, value);
    out_ += '"';
    return *this;
}

Writer& Writer::day(Day value) {
    separate();
    out_ += '"';
    append_day(out_, ymd(value));
    out_ += '"';
    return *this;
}

Writer& Writer::instant(Instant value) {
    const auto midnight = std::chrono::floor<days>(value);
    const auto of_day = static_cast<int>((value - midnight).count());
    separate();
    out_ += '"';
    append_day(out_, std::chrono::year_month_day(midnight));
    out_ += 'T';
    append_padded(out_, of_day / 3600, 2);
    out_ += ':';
    append_padded(out_, of_day / 60 % 60, 2);
    out_ += ':';
    append_padded(out_, of_day % 60, 2);
    out_ += "Z\"";
    return *this;
}

Writer& Writer::url(std::string_view path, const Uuid& id) {
    separate();
    out_ += '"';
    out_ += base_;
    out_ += path;
    out_ += '/';
    append_uuid(out_, id);
    out_ += '"';
    return *this;
}

Writer& Writer::reference(std::string_view path, const Uuid& id) {
    begin_object().key("uuid").uuid(id);
    return key("url").url(path, id).end_object();
}

Writer& Writer::value(const Value& value) {
    if (const auto* text_ = value.text()) return text(*text_);
    if (const auto* integer_ = value.integer()) return integer(*integer_);
    if (const auto* boolean_ = value.boolean()) return boolean(*boolean_);
    if (const auto* number_ = value.number()) return number(*number_);
    if (const auto* array = value.array()) {
        begin_array();
        for (const Value& one : *array) this->value(one);
        return end_array();
    }
    if (const auto* object = value.object()) {
        begin_object();
        for (const auto& [name, one] : *object) free_key(name).value(one);
        return end_object();
    }
    return null();
}

Writer& Writer::raw(std::string_view json) {
    separate();
    out_ += json;
    return *this;
}

}  // namespace dichtbij::json
