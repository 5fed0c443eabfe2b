// Looking a company up in the handelsregister, and taking it over with its vestiging.
#include "base/text.h"
#include "html/parts.h"
#include "partij/opzoek_desk.h"
#include "partij/zoek.h"

namespace dichtbij::partij {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;
using opzoek::Bedrijf;
using opzoek::Uitkomst;

constexpr std::string_view kvk_url = "/personen/handelsregister";

struct Registerblad {
    Zoekplek plek;
    opzoek::Bedrijfsvraag getypt;
    std::vector<FieldError> fouten = {};
    std::optional<opzoek::Antwoord<Bedrijf>> antwoord = {};
};

Html register_row(const Desk& desk, const Registerblad& blad, const Bedrijf& one) {
    const Texts& t = desk.t;
    const std::string soort = t.has("opzoek.vestiging." + one.soort) ? t("opzoek.vestiging." + one.soort) : one.soort;
    return row(cell(strong(one.naam), when(one.is_opgeheven, [&] { return join(" ", badge("ban", t("opzoek.opgeheven"), Tone::late)); }), span(cls("sub"), soort)),
               cell(attr("data-l", t("opzoek.kvk_nummer")), one.kvk_nummer), cell(attr("data-l", t("opzoek.adres_kop")), opzoek::adresregel(one.adres)),
               cell(form(attr("method", "post"), action(std::string(kvk_url) + "/overnemen"), csrf_field(desk.csrf), blad.plek.verborgen(), hidden("gemeente", blad.plek.gemeente->text()),
                         hidden("kvk_nummer", one.kvk_nummer), hidden("vestigingsnummer", one.vestigingsnummer),
                         button(cls("btn btn-small"), type("submit"), t("opzoek.neem_over"), span(cls("sr"), " " + one.naam + " " + soort)))));
}

Html gevonden_bedrijven(const Desk& desk, const Registerblad& blad) {
    const Texts& t = desk.t;
    if (!blad.antwoord) return {};
    const auto& vondsten = blad.antwoord->vondsten;
    if (vondsten.empty()) return div(cls("section"), uitkomst_melding(t, blad.antwoord->uitkomst, opzoek::Bron::kvk));
    return section_of({"h-gevonden", t("opzoek.gevonden"), std::to_string(vondsten.size())},
                      join(when(blad.antwoord->is_meer, [&] { return p(cls("soft"), t("opzoek.er_is_meer")); }),
                           stackable_table(t("opzoek.gevonden"), {{t("opzoek.naam")}, {t("opzoek.kvk_nummer")}, {t("opzoek.adres_kop")}, {t("opzoek.kies")}},
                                           each(vondsten, [&](const Bedrijf& one) { return register_row(desk, blad, one); }))));
}

Response register_page(const Desk& desk, const Registerblad& blad) {
    const Texts& t = desk.t;
    const Form fields(t, blad.fouten);
    const std::string back = blad.plek.with("/personen/nieuw?soort=organisatie");
    const auto field = [&](std::string_view name, std::string_view key, const std::string& value, int longest) {
        return fields.input({.name = std::string(name), .label = t(key), .value = value, .needed = Needed::no,
                             .attributes = {attr("maxlength", std::to_string(longest)), attr("autocomplete", "off")}});
    };
    return desk.page({t("opzoek.zoek_kvk"), fields.has_errors()},
                     join(fields.summary(), back_link(back, t("partij.scherm.nieuw.organisatie")), page_head(t("opzoek.zoek_kvk")), gevonden_bedrijven(desk, blad),
                          form(cls("stack"), attr("method", "post"), action(kvk_url), flag("novalidate"), csrf_field(desk.csrf), blad.plek.verborgen(), blad.plek.gemeente_veld(t, fields),
                               fieldset(cls("question"), legend(t("opzoek.met_kvk")),
                                        div(cls("filters"), field("kvk_nummer", "opzoek.kvk_nummer", blad.getypt.kvk_nummer, 12), field("naam", "opzoek.bedrijfsnaam", blad.getypt.naam, 200))),
                               div(cls("row toolbar"), submit(t("opzoek.zoek")), button_link(back, t("formulier.annuleer"))))),
                     fields.has_errors() ? 422 : 200);
}

Result<Registerblad> register_blad(const PartijSchermen& s, const Request& request, const Desk& desk, opzoek::Bedrijfsvraag in) {
    Registerblad blad{zoekplek(s, request, desk), std::move(in)};
    if (!blad.plek.gemeente) return forbidden("no gemeente");
    return blad;
}

// From what was typed in a search box before.
opzoek::Bedrijfsvraag register_vraag_from(std::string_view typed, Day today) {
    const Zoekvraag vraag = parse_zoekvraag(typed, today);
    for (const Sleutel& sleutel : vraag.sleutels)
        if (sleutel.soort == SoortSleutel::kvk_nummer) return {sleutel.waarde, {}};
    const Invoer invoer = invoer_from_zoekvraag(typed, SoortPartij::organisatie, today);
    return {{}, std::get<Organisatie>(invoer.gegevens.wie).naam};
}

Response show_register(const PartijSchermen& s, Request& request, Desk& desk) {
    const auto blad = register_blad(s, request, desk, register_vraag_from(request.query.get("q"), desk.today()));
    return blad ? register_page(desk, *blad) : desk.fail(blad.error());
}

Response look_in_register(const PartijSchermen& s, Request& request, Desk& desk) {
    auto blad = register_blad(s, request, desk, {cleaned(request.form.get("kvk_nummer")), cleaned(request.form.get("naam"))});
    if (!blad) return desk.fail(blad.error());
    auto antwoord = s.opzoeken->bedrijven(desk.caller, *blad->plek.gemeente, blad->getypt);
    if (antwoord) blad->antwoord = std::move(*antwoord);
    else if (antwoord.error().reason == Reason::invalid) blad->fouten = antwoord.error().fields;
    else return desk.fail(antwoord.error());
    return register_page(desk, *blad);
}

Response take_from_register(const PartijSchermen& s, Request& request, Desk& desk) {
    auto blad = register_blad(s, request, desk, {cleaned(request.form.get("kvk_nummer")), {}});
    if (!blad) return desk.fail(blad.error());
    auto antwoord = s.opzoeken->bedrijf(desk.caller, *blad->plek.gemeente, blad->getypt.kvk_nummer, cleaned(request.form.get("vestigingsnummer")));
    if (!antwoord) return desk.fail(antwoord.error());
    if (antwoord->uitkomst != Uitkomst::gevonden) {
        blad->antwoord = std::move(*antwoord);
        return register_page(desk, *blad);
    }
    const auto bekend = s.store.read([&](store::Tx& tx) { return s.overnames->bekend(tx, *blad->plek.gemeente, soort_kvk_nummer, blad->getypt.kvk_nummer); });
    return naar_overgenomen(desk, blad->plek, s.overnames->take_bedrijf(desk.caller, *blad->plek.gemeente, antwoord->vondsten.front(), blad->plek.gesprek), bekend);
}

}  // namespace

void add_handelsregister_routes(access::DeskRoutes& routes, const PartijSchermen& s) {
    routes.get(kvk_url, [s](Request& request, Desk& desk) { return show_register(s, request, desk); });
    routes.post(kvk_url, [s](Request& request, Desk& desk) { return look_in_register(s, request, desk); });
    routes.post(std::string(kvk_url) + "/overnemen", [s](Request& request, Desk& desk) { return take_from_register(s, request, desk); });
}

}  // namespace dichtbij::partij
