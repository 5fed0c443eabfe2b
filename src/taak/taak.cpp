#include "taak/taak.h"

#include <algorithm>

#include "base/text.h"
#include "partij/telefoon.h"
#include "werk/werk.h"

namespace dichtbij::taak {
namespace {

void add(std::vector<FieldError>& errors, std::optional<FieldError> error) {
    if (error) errors.push_back(std::move(*error));
}

void check_phone(std::vector<FieldError>& errors, std::string_view number) {
    add(errors, werk::check_text("telefoonnummer", number, telefoonnummer_limit));
    if (!trimmed(number).empty() && !partij::e164(number)) errors.push_back({"telefoonnummer", "taak.fout.telefoonnummer", {}});
}

bool ends_a_taak(werk::Uitkomst uitkomst, Doel doel) {
    using enum werk::Uitkomst;
    if (doel == Doel::collega) return uitkomst == beantwoord || uitkomst == ingetrokken || uitkomst == doorverwezen;
    return uitkomst != beeindigd;
}

}  // namespace

std::vector<FieldError> problems(const Wijziging& wijziging) {
    std::vector<FieldError> errors;
    add(errors, werk::check_required("gevraagde_handeling", wijziging.gevraagde_handeling, gevraagde_handeling_limit));
    add(errors, werk::check_text("toelichting", wijziging.toelichting, toelichting_limit));
    check_phone(errors, wijziging.telefoonnummer);
    add(errors, werk::check_text("voorkeursmoment", wijziging.voorkeursmoment, voorkeursmoment_limit));
    return errors;
}

std::vector<FieldError> problems(const NieuweTaak& nieuw) {
    auto errors = problems(Wijziging{{}, 0, nieuw.gevraagde_handeling, nieuw.toelichting, nieuw.telefoonnummer, nieuw.voorkeursmoment});
    if (!nieuw.referentienummer.empty() && (!all_digits(nieuw.referentienummer) || nieuw.referentienummer.size() > referentienummer_limit))
        errors.push_back({"referentienummer", "taak.fout.referentienummer", {}});
    if (!nieuw.standaardnummer.empty() && (!all_digits(nieuw.standaardnummer) || nieuw.standaardnummer.size() > referentienummer_limit))
        errors.push_back({"standaardnummer", "taak.fout.referentienummer", {}});
    if (nieuw.actoren.size() > actoren_limit) errors.push_back({"actoren", "fout.veld.te_veel", {std::to_string(actoren_limit)}});
    return errors;
}

std::vector<FieldError> problems(const Collegavraag& vraag) {
    std::vector<FieldError> errors;
    add(errors, werk::check_required("vraag", vraag.vraag, toelichting_limit));
    return errors;
}

std::vector<FieldError> problems(const Afronding& afronding, Doel doel) {
    std::vector<FieldError> errors;
    if (!ends_a_taak(afronding.uitkomst, doel)) errors.push_back({"uitkomst", "taak.fout.uitkomst", {}});
    const bool tells = afronding.uitkomst == werk::Uitkomst::beantwoord || afronding.uitkomst == werk::Uitkomst::doorverwezen;
    add(errors, tells ? werk::check_required("antwoord", afronding.antwoord, verslag_limit) : werk::check_text("antwoord", afronding.antwoord, verslag_limit));
    if (doel == Doel::inwoner && !afronding.inwoner_weet_het) errors.push_back({"inwoner_weet_het", "taak.fout.weet_het", {}});
    return errors;
}

}  // namespace dichtbij::taak
