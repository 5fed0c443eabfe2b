#include "zaak/zaak_woorden_render.h"

#include <boost/describe/enum_to_string.hpp>

#include "bericht/waarde.h"
#include "document/document_render.h"
#include "html/dates.h"
#include "html/parts.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a part is written in elements

namespace {

constexpr days wet_binnenkort{14};

template <class T>
std::string naam_met_code(const Texts& t, const std::vector<T>& all, std::string_view code) {
    for (const T& one : all)
        if (one.code == code) return zaaktype::in_taal(t, one.naam);
    return std::string(code);
}

}  // namespace

Html zaak_badge(const Texts& t, const Zaak& zaak) {
    if (!zaak.is_open()) return badge("circle-check", t("zaakblad.gesloten"), Tone::good);
    if (zaak.opgeschort) return badge("player-pause", t("zaakblad.opgeschort"), Tone::today);
    return {};
}

Html wet_badge(const Texts& t, const Zaak& zaak, Day today) {
    if (!zaak.laatste_datum || !zaak.is_open()) return {};
    const Day last = *zaak.laatste_datum;
    if (zaak.opgeschort) return badge("player-pause", t("zaakblad.wet_staat_stil"));
    if (last < today) return badge("alert-triangle", t("zaakblad.wet_voorbij"), Tone::late);
    return badge("scale", t("zaakblad.wet_uiterlijk", short_day(t, last, today)), last < today + wet_binnenkort ? Tone::today : Tone::plain);
}

Html vertrouwelijk_badge(const Texts& t, Vertrouwelijkheid v) {
    if (v <= Vertrouwelijkheid::zaakvertrouwelijk) return {};
    return badge("lock", vertrouwelijkheid_naam(t, v));
}

std::string vertrouwelijkheid_naam(const Texts& t, Vertrouwelijkheid v) {
    const std::string code = boost::describe::enum_to_string(v, "");
    for (const Choice& choice : document::vertrouwelijkheid_choices(t))
        if (choice.value == code) return choice.label;
    return code;
}

std::string status_naam(const Texts& t, const zaaktype::Zaaktype& type_, std::string_view code) { return naam_met_code(t, type_.statussen, code); }
std::string resultaat_naam(const Texts& t, const zaaktype::Zaaktype& type_, std::string_view code) { return naam_met_code(t, type_.resultaten, code); }

std::string eigenschap_in_woorden(const Texts& t, const zaaktype::Eigenschap& eigenschap, const std::string& waarde) {
    if (eigenschap.soort == zaaktype::Eigenschapsoort::datum) {
        const auto day = parse_day(waarde);
        return day ? full_date(t, *day) : waarde;
    }
    if (eigenschap.soort == zaaktype::Eigenschapsoort::ja_nee && (waarde == "ja" || waarde == "nee")) return t("zaakblad." + waarde);
    if (eigenschap.soort == zaaktype::Eigenschapsoort::keuze)
        for (const auto& keuze : eigenschap.keuzes)
            if (keuze.nl == waarde) return zaaktype::in_taal(t, keuze);
    return waarde;
}

std::vector<Choice> documenttype_keuzes(const Texts& t, const zaaktype::Zaaktype& type) {
    std::vector<Choice> kinds;
    for (const auto& one : type.documenttypen)
        kinds.push_back({one.code, zaaktype::in_taal(t, one.naam) + (one.vertrouwelijk ? " (" + t("zaakdocument.soort_vertrouwelijk") + ")" : ""), ""});
    return kinds;
}

std::string bedrag(const Texts& t, std::int64_t cent) { return bericht::in_woorden(t, bericht::Bedrag{cent}, Day{}); }

std::string leges_in_woorden(const Texts& t, const zaaktype::Leges& leges) {
    return leges.soort == zaaktype::Legessoort::vast ? bedrag(t, leges.bedrag_cent) : t(std::string("zaaktype.waarde.soort.") + boost::describe::enum_to_string(leges.soort, ""));
}

std::string termijn_tekst(const Texts& t, int aantal, zaaktype::Termijneenheid eenheid) {
    return zaaktype::termijn_in_woorden(t, aantal, boost::describe::enum_to_string(eenheid, ""));
}

}  // namespace dichtbij::zaak
