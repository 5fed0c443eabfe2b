#include "ketenpartner/advies.h"

#include <algorithm>

#include "base/text.h"
#include "partij/adres.h"
#include "partij/telefoon.h"
#include "werk/werk.h"

namespace dichtbij::ketenpartner {

Adviesstand stand_van(const Adviesvraag& vraag, Nodig nodig, Day today) {
    if (vraag.slot) switch (*vraag.slot) {
            case Adviesslot::beantwoord: return Adviesstand::beantwoord;
            case Adviesslot::ingetrokken: return Adviesstand::ingetrokken;
            case Adviesslot::te_veel_pogingen: return Adviesstand::te_veel_pogingen;
        }
    if (nodig == Nodig::nee) return Adviesstand::niet_nodig;
    if (vraag.laatste_datum < today) return Adviesstand::verlopen;
    return vraag.geopend_op ? Adviesstand::geopend : Adviesstand::wacht;
}

bool mag_naar_buiten(const zaak::Zaak& zaak, const zaaktype::Zaaktype& type) {
    return zaak.domein.empty() && type.domein.empty() && zaak.vertrouwelijkheid <= zaak::Vertrouwelijkheid::zaakvertrouwelijk;
}

bool mag_naar_buiten(const document::Document& document, const document::Versie& versie, const zaaktype::Zaaktype& type) {
    if (document.ingetrokken || !versie.is_leesbaar()) return false;
    if (document.kenmerken.vertrouwelijkheid > zaak::Vertrouwelijkheid::zaakvertrouwelijk) return false;
    return std::none_of(type.documenttypen.begin(), type.documenttypen.end(),
                        [&](const auto& one) { return one.vertrouwelijk && one.code == document.kenmerken.documenttype; });
}

NieuweAdviesvraag normal(NieuweAdviesvraag vraag) {
    for (std::string* text : {&vraag.organisatie, &vraag.contactpersoon, &vraag.email, &vraag.code_naar, &vraag.vraag}) *text = cleaned(*text);
    vraag.email = partij::normal_email(vraag.email);
    if (vraag.codeweg == Codeweg::email) vraag.code_naar = partij::normal_email(vraag.code_naar);
    else if (auto number = partij::e164(vraag.code_naar)) vraag.code_naar = std::move(*number);
    vraag.taal = vraag.taal == "en" ? "en" : "nl";
    std::sort(vraag.documenten.begin(), vraag.documenten.end());
    vraag.documenten.erase(std::unique(vraag.documenten.begin(), vraag.documenten.end()), vraag.documenten.end());
    return vraag;
}

std::optional<FieldError> problem_of_laatste_datum(Day laatste, Day today) {
    if (laatste < today) return FieldError{"laatste_datum", "advies.fout.datum_voorbij", {}};
    if (laatste > today + days(geldig_dagen_limit)) return FieldError{"laatste_datum", "advies.fout.datum_te_ver", {std::to_string(geldig_dagen_limit)}};
    return std::nullopt;
}

std::vector<FieldError> problems(const NieuweAdviesvraag& vraag, Day today) {
    std::vector<FieldError> errors;
    const auto add = [&](std::optional<FieldError> error) {
        if (error) errors.push_back(std::move(*error));
    };
    add(werk::check_required("organisatie", vraag.organisatie, organisatie_limit));
    add(werk::check_required("contactpersoon", vraag.contactpersoon, contactpersoon_limit));
    const bool has_email = partij::is_email(vraag.email) && vraag.email.size() <= adres_limit;
    if (!has_email) errors.push_back({"email", "advies.fout.email", {}});
    if (vraag.codeweg == Codeweg::sms) {
        const auto number = partij::e164(vraag.code_naar);
        if (!number) errors.push_back({"code_naar", "advies.fout.telefoon", {}});
    } else if (!partij::is_email(vraag.code_naar) || vraag.code_naar.size() > adres_limit) {
        errors.push_back({"code_naar", "advies.fout.code_email", {}});
    } else if (vraag.code_naar == vraag.email) {
        errors.push_back({"code_naar", "advies.fout.zelfde_weg", {}});
    }
    add(werk::check_required("vraag", vraag.vraag, vraag_limit));
    if (vraag.documenten.size() > documenten_limit) errors.push_back({"documenten", "advies.fout.te_veel_documenten", {std::to_string(documenten_limit)}});
    add(problem_of_laatste_datum(vraag.laatste_datum, today));
    return errors;
}

}  // namespace dichtbij::ketenpartner
