#include "document/document.h"

#include <algorithm>

#include "base/text.h"

namespace dichtbij::document {
namespace {

void hold_length(std::vector<FieldError>& found, std::string_view field, std::string_view text, std::size_t limit) {
    if (length_in_characters(text) > limit) found.push_back({std::string(field), "fout.te_lang", {std::to_string(limit)}});
}

bool is_draft(Documentstatus status) { return status == Documentstatus::in_bewerking || status == Documentstatus::ter_vaststelling; }

bool is_taal(std::string_view code) {
    return code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

bool mag_inwoner_zien(const Document& document) {
    return document.kenmerken.inwoner_mag_zien && !document.ingetrokken && !is_draft(document.kenmerken.status);
}

std::vector<FieldError> problems(const Kenmerken& kenmerken) {
    std::vector<FieldError> found;
    if (trimmed(kenmerken.titel).empty()) found.push_back({"titel", "document.fout.titel", {}});
    hold_length(found, "titel", kenmerken.titel, titel_limit);
    hold_length(found, "auteur", kenmerken.auteur, auteur_limit);
    hold_length(found, "documenttype", kenmerken.documenttype, documenttype_limit);
    if (!is_taal(kenmerken.taal)) found.push_back({"taal", "document.fout.taal", {}});
    if (kenmerken.ontvangstdatum && kenmerken.richting != Richting::inkomend) found.push_back({"ontvangstdatum", "document.fout.niet_ontvangen", {}});
    else if (kenmerken.ontvangstdatum && is_draft(kenmerken.status)) found.push_back({"status", "document.fout.ontvangen_is_af", {}});
    if (kenmerken.verzenddatum && kenmerken.richting != Richting::uitgaand) found.push_back({"verzenddatum", "document.fout.niet_verzonden", {}});
    return found;
}

std::vector<FieldError> problems_of_reden(std::string_view reden) {
    std::vector<FieldError> found;
    if (trimmed(reden).empty()) found.push_back({"reden", "document.fout.reden", {}});
    hold_length(found, "reden", reden, reden_limit);
    return found;
}

}  // namespace dichtbij::document
