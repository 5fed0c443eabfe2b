#include "zaak/opdracht.h"

#include <charconv>

#include "base/text.h"

namespace dichtbij::zaak {
namespace {

using Errors = std::vector<FieldError>;

void add(Errors& errors, std::optional<FieldError> error) {
    if (error) errors.push_back(std::move(*error));
}

void not_after(Errors& errors, std::string field, std::optional<Day> day, Day latest) {
    if (day && *day > latest) errors.push_back({std::move(field), "zaak.fout.datum_toekomst", {}});
}

void after(Errors& errors, std::string field, std::optional<Day> day, Day earliest) {
    if (day && *day <= earliest) errors.push_back({std::move(field), "zaak.fout.datum_voorbij", {}});
}

void within_reason(Errors& errors, std::string field, std::optional<Day> day, Day today) {
    if (day && (*day > today + days(opschorting_dagen_limit) || *day < today - days(366 * termijn_jaren_terug)))
        errors.push_back({std::move(field), "zaak.fout.datum_te_ver", {}});
}

void add_bericht(Errors& errors, const std::optional<Inwonerbericht>& bericht) {
    if (!bericht) return;
    for (FieldError& error : problems(*bericht)) errors.push_back(std::move(error));
}

// Of an extension, one act: two years, whatever the unit.
constexpr int verlenging_limit = 104;

}  // namespace

std::vector<FieldError> problems(const Inwonerbericht& bericht) {
    if (!trimmed(bericht.niet_omdat).empty()) {
        Errors errors;
        add(errors, werk::check_text("bericht.niet_omdat", bericht.niet_omdat, reden_limit));
        if (!trimmed(bericht.onderwerp).empty() || !trimmed(bericht.tekst).empty()) errors.push_back({"bericht.niet_omdat", "zaak.fout.bericht_of_reden", {}});
        return errors;
    }
    Errors errors = bericht::problems(bericht.onderwerp, bericht.tekst);
    for (FieldError& error : errors) error.field = "bericht." + error.field;
    for (const auto& [field, text] : {std::pair{"bericht.onderwerp", &bericht.onderwerp}, {"bericht.tekst", &bericht.tekst}})
        if (!is_utf8(*text)) errors.push_back({field, "fout.veld.tekens", {}});
    return errors;
}

std::vector<FieldError> problems(const NieuweRol& rol, const std::string& prefix) {
    Errors errors;
    const bool is_gemachtigde = rol.soort == Rolsoort::gemachtigde;
    if (rol.partij.has_value() == rol.medewerker.has_value()) errors.push_back({prefix + "partij", "zaak.fout.rol_wie", {}});
    if (rol.soort == Rolsoort::behandelaar) errors.push_back({prefix + "soort", "zaak.fout.rol_behandelaar", {}});
    if (rol.medewerker && (rol.soort == Rolsoort::initiator || rol.soort == Rolsoort::mede_initiator || is_gemachtigde))
        errors.push_back({prefix + "medewerker", "zaak.fout.rol_van_inwoner", {}});
    if (is_gemachtigde) add(errors, werk::check_required(prefix + "machtiging", rol.machtiging, machtiging_limit));
    else if (!trimmed(rol.machtiging).empty() || rol.namens) errors.push_back({prefix + "machtiging", "zaak.fout.rol_geen_machtiging", {}});
    if (rol.namens && rol.namens == rol.partij) errors.push_back({prefix + "namens", "zaak.fout.rol_namens_zichzelf", {}});
    if (rol.van && rol.tot && *rol.tot <= *rol.van) errors.push_back({prefix + "tot", "zaak.fout.tot_voor_van", {}});
    return errors;
}

std::vector<FieldError> problems(const NieuweZaak& nieuw, Day today) {
    Errors errors;
    add(errors, werk::check_text("omschrijving", nieuw.omschrijving, omschrijving_limit));
    add(errors, werk::check_text("toelichting", nieuw.toelichting, toelichting_limit));
    add(errors, werk::check_text("kanaal", nieuw.kanaal, werk::kanaal_limit));
    add(errors, werk::check_text("taal", nieuw.taal, werk::taal_limit));
    not_after(errors, "startdatum", nieuw.startdatum, today);
    within_reason(errors, "startdatum", nieuw.startdatum, today);
    not_after(errors, "bestreden_besluit", nieuw.bestreden_besluit, today);
    within_reason(errors, "bestreden_besluit", nieuw.bestreden_besluit, today);
    if (nieuw.klantcontact && nieuw.taak) errors.push_back({"taak", "zaak.fout.een_herkomst", {}});
    if (!nieuw.klantcontact && !nieuw.taak && trimmed(nieuw.kanaal).empty()) errors.push_back({"kanaal", "fout.veld.verplicht", {}});
    if (nieuw.rollen.size() > rollen_limit) errors.push_back({"rollen", "fout.veld.te_veel", {std::to_string(rollen_limit)}});
    for (std::size_t i = 0; i < nieuw.rollen.size(); ++i)
        for (FieldError& error : problems(nieuw.rollen[i], "rollen." + std::to_string(i) + ".")) errors.push_back(std::move(error));
    return errors;
}

std::vector<FieldError> problems(const Wijziging& wijziging) {
    Errors errors;
    add(errors, werk::check_required("omschrijving", wijziging.omschrijving, omschrijving_limit));
    add(errors, werk::check_text("toelichting", wijziging.toelichting, toelichting_limit));
    return errors;
}

std::vector<FieldError> problems(const Opschorten& opschorten, Day today) {
    Errors errors;
    add(errors, werk::check_required("reden", opschorten.reden, reden_limit));
    add(errors, werk::check_text("wachten_op", opschorten.wachten_op, reden_limit));
    const bool is_aanvulling = opschorten.grond == Opschortingsgrond::aanvulling || opschorten.grond == Opschortingsgrond::herstel_verzuim;
    // Awb 4:15 lid 1: until it is completed or the time that was given is over.
    if (!opschorten.tot_uiterlijk && is_aanvulling) errors.push_back({"tot_uiterlijk", "fout.veld.verplicht", {}});
    else if (!opschorten.tot_uiterlijk && trimmed(opschorten.wachten_op).empty()) errors.push_back({"wachten_op", "zaak.fout.tot_wanneer", {}});
    after(errors, "tot_uiterlijk", opschorten.tot_uiterlijk, today);
    within_reason(errors, "tot_uiterlijk", opschorten.tot_uiterlijk, today);
    not_after(errors, "medegedeeld_datum", opschorten.medegedeeld_datum, today);
    after(errors, "beloofd_datum", opschorten.beloofd_datum, today - days(1));
    within_reason(errors, "beloofd_datum", opschorten.beloofd_datum, today);
    add_bericht(errors, opschorten.bericht);
    return errors;
}

std::vector<FieldError> problems(const Verlengen& verlengen) {
    Errors errors;
    add(errors, werk::check_required("reden", verlengen.reden, reden_limit));
    if (verlengen.aantal < 1 || verlengen.aantal > verlenging_limit) errors.push_back({"aantal", "zaak.fout.aantal", {"1", std::to_string(verlenging_limit)}});
    add_bericht(errors, verlengen.bericht);
    return errors;
}

std::vector<FieldError> problems(const NieuwBesluit& besluit, Day today) {
    Errors errors;
    add(errors, werk::check_required("omschrijving", besluit.omschrijving, omschrijving_limit));
    add(errors, werk::check_text("toelichting", besluit.toelichting, toelichting_limit));
    not_after(errors, "datum", besluit.datum, today);
    within_reason(errors, "datum", besluit.datum, today);
    not_after(errors, "verzonden_datum", besluit.verzonden_datum, today);
    const Day datum = besluit.datum.value_or(today);
    if (besluit.verzonden_datum && *besluit.verzonden_datum < datum) errors.push_back({"verzonden_datum", "zaak.fout.verzonden_voor_besluit", {}});
    if (besluit.ingang_datum && besluit.verval_datum && *besluit.verval_datum < *besluit.ingang_datum)
        errors.push_back({"verval_datum", "zaak.fout.tot_voor_van", {}});
    if (besluit.bericht && !besluit.verzonden_datum) errors.push_back({"verzonden_datum", "fout.veld.verplicht", {}});
    add_bericht(errors, besluit.bericht);
    return errors;
}

std::vector<FieldError> problems(const NieuweZaaktaak& taak, Day today) {
    Errors errors;
    add(errors, werk::check_required("naam", taak.naam, taaknaam_limit));
    add(errors, werk::check_text("toelichting", taak.toelichting, toelichting_limit));
    after(errors, "uiterlijk_datum", taak.uiterlijk_datum, today - days(1));
    within_reason(errors, "uiterlijk_datum", taak.uiterlijk_datum, today);
    return errors;
}

std::vector<FieldError> problems(const VraagAanAanvrager& vraag, Day today) {
    Errors errors;
    add(errors, werk::check_required("vraag", vraag.vraag, reden_limit));
    after(errors, "antwoord_voor", vraag.antwoord_voor, today);
    within_reason(errors, "antwoord_voor", vraag.antwoord_voor, today);
    after(errors, "beloofd_datum", vraag.beloofd_datum, today - days(1));
    within_reason(errors, "beloofd_datum", vraag.beloofd_datum, today);
    add_bericht(errors, vraag.bericht);
    return errors;
}

std::string Plaats::text() const { return std::to_string(sleutel) + "." + to_string(id); }

std::optional<Plaats> Plaats::parse(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point == text.npos) return std::nullopt;
    Plaats plaats;
    const auto [end, error] = std::from_chars(text.data(), text.data() + point, plaats.sleutel);
    const auto id = parse_uuid(text.substr(point + 1));
    if (error != std::errc() || end != text.data() + point || !id) return std::nullopt;
    plaats.id = *id;
    return plaats;
}

}  // namespace dichtbij::zaak
