#include "werk/werk.h"

#include "base/text.h"

namespace dichtbij::werk {

Werk masked(const Werk& werk) {
    Werk seen = werk;
    seen.titel.clear();
    seen.zoektekst.clear();
    seen.gesprek.reset();
    seen.partij.reset();
    seen.product.reset();
    seen.onderwerp.reset();
    seen.kanaal.clear();
    seen.domein.clear();
    seen.laatste_stap.clear();
    seen.laatste_door.reset();
    return seen;
}

std::string zoektekst_of(std::string_view titel, std::string_view nummer) {
    return folded(titel) + " " + folded(nummer);
}

std::optional<FieldError> check_text(std::string_view field, std::string_view text, std::size_t limit) {
    if (!is_utf8(text)) return FieldError{std::string(field), "fout.veld.tekens", {}};
    if (length_in_characters(text) > limit) return FieldError{std::string(field), "fout.veld.te_lang", {std::to_string(limit)}};
    return std::nullopt;
}

std::optional<FieldError> check_required(std::string_view field, std::string_view text, std::size_t limit) {
    if (trimmed(text).empty()) return FieldError{std::string(field), "fout.veld.verplicht", {}};
    return check_text(field, text, limit);
}

}  // namespace dichtbij::werk
