#pragma once
// Forms: label, hint, error, field, in that order, linked by aria-describedby. On an error the same words
// stand beside the field and in a summary on top that links to it, and what was typed stays.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "html/catalogue.h"
#include "html/writer.h"

namespace dichtbij::html {

enum class Needed { yes, no };  // no: "(hoeft niet)" stands behind the label

struct Field {
    std::string name;
    std::string label;
    std::string value = {};
    std::string hint = {};
    Needed needed = Needed::yes;
    std::string type = "text";           // of the input
    std::vector<Attribute> attributes = {};  // maxlength, autocomplete, inputmode, ...
    std::string id = {};                 // when the name stands twice on a page
};

struct Choice {
    std::string value;
    std::string label;
    std::string hint = {};
};

class Form {
  public:
    // `errors` of the last attempt; none for a fresh form.
    explicit Form(const Texts& t, std::vector<FieldError> errors = {}) : t_(t), errors_(std::move(errors)) {}
    bool has_errors() const { return !errors_.empty(); }

    // Links to every field that is wrong; takes the focus. Nothing when all is well.
    Html summary() const;

    Html input(const Field&) const;
    Html textarea(const Field&, int rows = 4) const;
    Html select(const Field&, const std::vector<Choice>&) const;
    // A first choice that is none of them: the text of `empty_label`.
    Html select(const Field&, const std::vector<Choice>&, std::string_view empty_label) const;
    Html radios(const Field&, const std::vector<Choice>&) const;
    Html radio_segment(const Field&, const std::vector<Choice>&) const;  // side by side
    Html checkbox(const Field&, bool is_checked) const;
    Html checkboxes(const Field&, const std::vector<Choice>&, const std::vector<std::string>& checked) const;
    std::optional<std::string> error_of(std::string_view name) const;

  private:
    Html around(const Field&, const Html& control) const;
    Html radio_group(const Field&, const std::vector<Choice>&, std::string_view classes) const;
    std::vector<Attribute> described(const Field&) const;

    const Texts& t_;
    std::vector<FieldError> errors_;
};

Html hidden(std::string_view name, std::string_view value);
Html csrf_field(std::string_view token);
Html submit(std::string_view label);                       // the one primary button
Html submit_named(std::string_view name, std::string_view value, std::string_view label);
Html button_link(std::string_view url, std::string_view label, std::string_view icon_name = {});
// A button that posts at once: its own small form.
Html post_button(std::string_view url, std::string_view csrf, std::string_view label, std::string_view icon_name = {});

}  // namespace dichtbij::html
