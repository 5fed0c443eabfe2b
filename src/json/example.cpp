#include "json/example.h"

#include <string_view>

namespace dichtbij::json {
namespace {

constexpr const char* an_id = "018f3a2c-5b7e-7d10-9c4e-2f6a8b1d0e35";
constexpr std::string_view some_text = "voorbeeld";

Uuid example_id() { return parse_uuid(an_id).value_or(Uuid{}); }

void write_text(Writer& w, const Field& field) {
    if (!field.choices.empty()) return void(w.text(field.choices.front()));
    const bool has_form = !field.pattern.expression.empty() || field.pattern.fits != nullptr || field.min_characters > 0;
    if (has_form && field.blank) return void(w.text(""));
    w.text(field.max_characters > 0 ? some_text.substr(0, field.max_characters) : some_text);
}

void write_one(Writer& w, const Field& field, Side side) {
    if (!field.example.empty()) return void(w.raw(field.example));
    switch (field.kind) {
        case Kind::integer: return void(w.integer(field.minimum.value_or(1)));
        case Kind::boolean: return void(w.boolean(true));
        case Kind::date: return void(w.text("2026-11-23"));
        case Kind::date_time: return void(w.text("2026-11-23T09:30:00Z"));
        case Kind::uuid: return void(w.uuid(example_id()));
        case Kind::uri:
            if (field.path.empty()) return void(w.text("https://voorbeeld.example/1"));
            return void(w.url(field.path, example_id()));
        case Kind::reference:
            if (side == Side::answered) return void(w.reference(field.path, example_id()));
            return void(w.begin_object().key("uuid").uuid(example_id()).end_object());
        case Kind::object:
            if (field.of) return write_example(w, *field.of, side);
            return void(w.begin_object().end_object());
        case Kind::map: return void(w.begin_object().end_object());
        case Kind::any:
            if (!field.kinds.empty()) return write_example(w, *field.kinds.front(), side);
            return void(w.null());
        case Kind::string:
        case Kind::enumeration: return write_text(w, field);
    }
}

}  // namespace

void write_example(Writer& w, const Definition& definition, Side side) {
    w.begin_object();
    for (const Field& field : definition.fields()) {
        if (side == Side::sent ? field.read_only || field.superseded : field.write_only) continue;
        w.key(field.name);
        const bool is_left_out = side == Side::sent && field.nullable && !field.required && field.example.empty() && field.kind != Kind::object;
        if (field.many && is_left_out) w.begin_array().end_array();
        else if (is_left_out) w.null();
        else if (field.many) {
            w.begin_array();
            write_one(w, field, side);
            w.end_array();
        } else write_one(w, field, side);
    }
    w.end_object();
}

}  // namespace dichtbij::json
