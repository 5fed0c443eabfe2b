#include "json/schema.h"

#include <algorithm>

namespace dichtbij::json {
namespace {

std::string_view type_of(Kind kind) {
    switch (kind) {
        case Kind::integer: return "integer";
        case Kind::boolean: return "boolean";
        case Kind::object:
        case Kind::reference:
        case Kind::map: return "object";
        case Kind::any: return "";
        default: return "string";
    }
}

std::string_view format_of(Kind kind) {
    switch (kind) {
        case Kind::date: return "date";
        case Kind::date_time: return "date-time";
        case Kind::uuid: return "uuid";
        case Kind::uri: return "uri";
        default: return "";
    }
}

constexpr const char* address_expression = "^https?://";

// Its own, and beside it the empty text where that is allowed: to this no least length and no format applies.
std::string expression_of(const Field& field) {
    if (!field.blank) return field.pattern.expression;
    const std::string least = field.min_characters > 0 ? "(?=^[\\s\\S]{" + std::to_string(field.min_characters) + ",}$)" : std::string();
    const std::string own = field.kind == Kind::uri ? address_expression : field.pattern.expression;
    return least.empty() && own.empty() ? std::string() : "^$|" + least + (own.empty() ? "" : "(?:" + own + ")");
}

void write_limits(Writer& w, const Field& field) {
    if (field.max_characters > 0) w.key("maxLength").integer(static_cast<std::int64_t>(field.max_characters));
    if (field.min_characters > 0 && !field.blank) w.key("minLength").integer(static_cast<std::int64_t>(field.min_characters));
    if (field.minimum) w.key("minimum").integer(*field.minimum);
    if (field.maximum) w.key("maximum").integer(*field.maximum);
    if (const std::string expression = expression_of(field); !expression.empty()) w.key("pattern").text(expression);
    if (field.choices.empty()) return;
    w.key("enum").begin_array();
    for (const std::string& one : field.choices) w.text(one);
    if (field.blank) w.text("");
    w.end_array();
}

// What one value is, without the brackets around it.
void write_one(Writer& w, const Field& field) {
    if (field.kind == Kind::object && field.of) {
        if (field.nullable && !field.many) w.key("type").text("object");  // nullable asks for it
        w.key("allOf").begin_array().begin_object().key("$ref").text("#/components/schemas/" + field.of->name()).end_object().end_array();
        return;
    }
    if (!field.kinds.empty()) {
        w.key("anyOf").begin_array();
        for (const Definition* one : field.kinds) w.begin_object().key("$ref").text("#/components/schemas/" + one->name()).end_object();
        w.end_array();
        return;
    }
    if (const auto type = type_of(field.kind); !type.empty()) w.key("type").text(type);
    const bool may_be_empty = field.blank && field.kind == Kind::uri;
    if (const auto format = format_of(field.kind); !format.empty() && !may_be_empty) w.key("format").text(format);
    if (field.kind == Kind::reference) {
        w.key("properties").begin_object();
        w.key("uuid").begin_object().key("type").text("string").key("format").text("uuid").end_object();
        w.key("url").begin_object().key("type").text("string").key("format").text("uri").key("readOnly").boolean(true).end_object();
        w.end_object().key("required").begin_array().text("uuid").end_array();
    }
    if (field.kind == Kind::map) {
        w.key("additionalProperties").begin_object().key("type").text("string");
        write_limits(w, field);
        w.end_object();
        return;
    }
    write_limits(w, field);
}

void write_field(Writer& w, const Field& field, const Words& words) {
    w.free_key(field.name).begin_object();
    if (field.many) {
        w.key("type").text("array").key("items").begin_object();
        write_one(w, field);
        w.end_object();
        if (field.max_items > 0) w.key("maxItems").integer(static_cast<std::int64_t>(field.max_items));
    } else {
        write_one(w, field);
    }
    if (field.nullable) w.key("nullable").boolean(true);
    if (field.read_only) w.key("readOnly").boolean(true);
    if (field.write_only) w.key("writeOnly").boolean(true);
    if (field.superseded) w.key("deprecated").boolean(true);
    if (!field.standard.empty()) w.key("default").raw(field.standard);
    if (!field.example.empty()) w.key("example").raw(field.example);
    if (words && !field.description.empty())
        if (const std::string text = words(field.description); !text.empty()) w.key("description").text(text);
    w.end_object();
}

void collect(const Definition& definition, std::vector<const Definition*>& found) {
    if (std::find(found.begin(), found.end(), &definition) != found.end()) return;
    for (const Field& field : definition.fields()) {
        if (field.of) collect(*field.of, found);
        for (const Definition* one : field.kinds) collect(*one, found);
    }
    if (std::find(found.begin(), found.end(), &definition) == found.end()) found.push_back(&definition);
}

}  // namespace

void write_schema(Writer& w, const Definition& definition, Variant variant, const Words& words) {
    w.begin_object().key("type").text("object");
    const auto is_required = [](const Field& field) { return field.required || field.read_only; };
    if (variant == Variant::full && std::any_of(definition.fields().begin(), definition.fields().end(), is_required)) {
        w.key("required").begin_array();
        for (const Field& field : definition.fields())
            if (is_required(field)) w.text(field.name);
        w.end_array();
    }
    w.key("properties").begin_object();
    for (const Field& field : definition.fields()) write_field(w, field, words);
    w.end_object().end_object();
}

std::vector<const Definition*> all_inside(const Definition& definition) {
    std::vector<const Definition*> found;
    collect(definition, found);
    return found;
}

}  // namespace dichtbij::json
