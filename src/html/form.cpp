#include "html/form.h"

#include <algorithm>

#include "html/parts.h"

namespace dichtbij::html {
namespace {

std::string id_of(const Field& field) { return field.id.empty() ? field.name : field.id; }

}  // namespace

std::optional<std::string> Form::error_of(std::string_view name) const {
    const auto found = std::find_if(errors_.begin(), errors_.end(), [&](const FieldError& e) { return e.field == name; });
    if (found == errors_.end()) return std::nullopt;
    return t_.fill(found->key, found->args);
}

Html Form::summary() const {
    if (errors_.empty()) return {};
    return div(cls("error-summary section"), id("fouten"), attr("tabindex", "-1"), attr("role", "alert"),
               attr("data-focus", ""), h2(t_("formulier.fouten_kop", errors_.size())),
               ul(each(errors_, [&](const FieldError& error) {
                   return li(a(href("#" + error.field), t_.fill(error.key, error.args)));
               })));
}

std::vector<Attribute> Form::described(const Field& field) const {
    std::string ids;
    if (!field.hint.empty()) ids = id_of(field) + "-uitleg";
    const bool is_wrong = error_of(field.name).has_value();
    if (is_wrong) ids += (ids.empty() ? "" : " ") + id_of(field) + "-fout";
    return {attr_if(!ids.empty(), "aria-describedby", ids), attr_if(is_wrong, "aria-invalid", "true")};
}

Html Form::around(const Field& field, const Html& control) const {
    const auto error = error_of(field.name);
    return div(cls(error ? "field field-error" : "field"),
               label(attr("for", id_of(field)), field.label,
                     when(field.needed == Needed::no, [&] { return span(cls("soft small"), " " + t_("formulier.hoeft_niet")); })),
               when(!field.hint.empty(), [&] { return span(cls("hint"), id(id_of(field) + "-uitleg"), field.hint); }),
               when(error.has_value(), [&] { return p(cls("error"), id(id_of(field) + "-fout"), icon("alert-circle"), *error); }),
               control);
}

Html Form::input(const Field& field) const {
    return around(field, html::input(type(field.type), id(id_of(field)), name(field.name), value(field.value),
                                     described(field), field.attributes));
}

Html Form::textarea(const Field& field, int rows) const {
    // The line end after the tag keeps one that the text itself begins with.
    return around(field, html::textarea(id(id_of(field)), name(field.name), attr("rows", std::to_string(rows)),
                                        described(field), field.attributes, "\n" + field.value));
}

Html Form::select(const Field& field, const std::vector<Choice>& choices) const {
    return around(field, html::select(id(id_of(field)), name(field.name), described(field), field.attributes,
                                      each(choices, [&](const Choice& choice) {
                                          return option(value(choice.value), flag("selected", choice.value == field.value),
                                                        choice.label);
                                      })));
}

Html Form::select(const Field& field, const std::vector<Choice>& choices, std::string_view empty_label) const {
    std::vector<Choice> all{{"", std::string(empty_label)}};
    all.insert(all.end(), choices.begin(), choices.end());
    return select(field, all);
}

Html Form::radio_group(const Field& field, const std::vector<Choice>& choices, std::string_view classes) const {
    const auto error = error_of(field.name);
    bool is_first = true;
    return fieldset(
        cls(error ? "field field-error" : "field"), described(field), legend(field.label),
        when(!field.hint.empty(), [&] { return span(cls("hint"), id(id_of(field) + "-uitleg"), field.hint); }),
        when(error.has_value(), [&] { return p(cls("error"), id(id_of(field) + "-fout"), icon("alert-circle"), *error); }),
        div(cls(classes), each(choices, [&](const Choice& choice) {
                // The first one carries the id that the summary links to.
                const std::string choice_id = is_first ? id_of(field) : id_of(field) + "-" + choice.value;
                is_first = false;
                return label(cls("choice"),
                             html::input(type("radio"), id(choice_id), name(field.name), value(choice.value),
                                         flag("checked", choice.value == field.value), field.attributes),
                             span(choice.label, when(!choice.hint.empty(), [&] { return span(cls("hint"), choice.hint); })));
            })));
}

Html Form::radios(const Field& field, const std::vector<Choice>& choices) const { return radio_group(field, choices, "choices"); }

Html Form::radio_segment(const Field& field, const std::vector<Choice>& choices) const {
    return radio_group(field, choices, "seg");
}

Html Form::checkbox(const Field& field, bool is_checked) const {
    const auto error = error_of(field.name);
    return div(cls(error ? "field field-error" : "field"),
               when(error.has_value(), [&] { return p(cls("error"), id(id_of(field) + "-fout"), icon("alert-circle"), *error); }),
               label(cls("choice"),
                     html::input(type("checkbox"), id(id_of(field)), name(field.name), value(field.value.empty() ? "ja" : field.value),
                                 flag("checked", is_checked), described(field), field.attributes),
                     span(field.label, when(!field.hint.empty(), [&] {
                              return span(cls("hint"), id(id_of(field) + "-uitleg"), field.hint);
                          }))));
}

Html Form::checkboxes(const Field& field, const std::vector<Choice>& choices, const std::vector<std::string>& checked) const {
    const auto error = error_of(field.name);
    bool is_first = true;
    return fieldset(
        cls(error ? "field field-error" : "field"), described(field), legend(field.label),
        when(!field.hint.empty(), [&] { return span(cls("hint"), id(id_of(field) + "-uitleg"), field.hint); }),
        when(error.has_value(), [&] { return p(cls("error"), id(id_of(field) + "-fout"), icon("alert-circle"), *error); }),
        each(choices, [&](const Choice& choice) {
            const std::string choice_id = is_first ? id_of(field) : id_of(field) + "-" + choice.value;
            is_first = false;
            const bool is_checked = std::find(checked.begin(), checked.end(), choice.value) != checked.end();
            return label(cls("choice"),
                         html::input(type("checkbox"), id(choice_id), name(field.name), value(choice.value),
                                     flag("checked", is_checked)),
                         span(choice.label));
        }));
}

Html hidden(std::string_view field_name, std::string_view field_value) {
    return input(type("hidden"), name(field_name), value(field_value));
}

Html csrf_field(std::string_view token) { return hidden("_csrf", token); }

Html submit(std::string_view label_) { return button(cls("btn btn-primary"), type("submit"), label_); }

Html submit_named(std::string_view field_name, std::string_view field_value, std::string_view label_) {
    return button(cls("btn"), type("submit"), name(field_name), value(field_value), label_);
}

Html button_link(std::string_view url, std::string_view label_, std::string_view icon_name) {
    return a(cls("btn"), href(url), when(!icon_name.empty(), [&] { return icon(icon_name); }), label_);
}

Html post_button(std::string_view url, std::string_view csrf, std::string_view label_, std::string_view icon_name) {
    return form(cls("inline"), attr("method", "post"), action(url), csrf_field(csrf),
                button(cls("btn btn-small"), type("submit"), when(!icon_name.empty(), [&] { return icon(icon_name); }), label_));
}

}  // namespace dichtbij::html
