// The forms about what belongs to a case: its words and properties, people, other cases, notes, documents.

#include <algorithm>

#include "document/document_render.h"
#include "html/dates.h"
#include "zaak/zaak_paneel_render.h"
#include "zaak/zaak_woorden_render.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a part is written in elements

namespace {

Html change_fields(const Paneelbron& bron) {
    const Texts& t = bron.t();
    const Zaak& zaak = bron.blad.zaak();
    const auto limit = [](std::size_t characters) { return std::vector<Attribute>{attr("maxlength", std::to_string(characters))}; };
    return join(
        bron.velden.input(
            {.name = "omschrijving", .label = t("zaakveld.zaaknaam"), .value = bron.typed("omschrijving", zaak.omschrijving), .attributes = limit(omschrijving_limit)}),
        bron.velden.textarea({.name = "toelichting",
                              .label = t("zaakveld.toelichting"),
                              .value = bron.typed("toelichting", zaak.toelichting),
                              .needed = Needed::no,
                              .attributes = limit(toelichting_limit)},
                             6),
        bron.velden.select(
            {.name = "vertrouwelijkheid", .label = t("zaakveld.vertrouwelijkheid"), .value = bron.typed("vertrouwelijkheid", woord(zaak.vertrouwelijkheid))},
            document::vertrouwelijkheid_choices(t)));
}

Html property_fields(const Paneelbron& bron) {
    return each(bron.blad.beeld.zaaktype.eigenschappen, [&](const zaaktype::Eigenschap& one) {
        const auto& known = bron.blad.beeld.eigenschappen;
        const auto found = std::find_if(known.begin(), known.end(), [&](const Eigenschapswaarde& value_) { return value_.code == one.code; });
        return eigenschap_veld(bron.t(), bron.velden, one, bron.typed("eigenschappen." + one.code, found == known.end() ? "" : found->waarde));
    });
}

// Searches and comes back with what was typed; who was found can be chosen then.
Html search_field(const Paneelbron& bron) {
    const Texts& t = bron.t();
    return div(cls("row search-in-panel"),
               bron.velden.input({.name = "q",
                                  .label = t("zaakrolveld.zoek"),
                                  .value = bron.typed("q"),
                                  .hint = t("zaakrolveld.zoek_uitleg"),
                                  .needed = Needed::no,
                                  .type = "search",
                                  .attributes = {attr("maxlength", "200"), attr("autocomplete", "off")}}),
               button(cls("btn"), type("submit"), name("actie"), value("zoek"), flag("formnovalidate"), icon("search"), t("balie.zoek")));
}

Html role_fields(const Paneelbron& bron) {
    const Texts& t = bron.t();
    std::vector<Choice> roles, found, names;
    for (const auto soort : rollen_te_geven(bron.blad.beeld.zaaktype))
        roles.push_back({woord(soort), t("zaakrol." + woord(soort)), ""});
    for (const Gevonden& one : bron.paneel.gevonden) found.push_back({one.id, one.naam, one.onder});
    for (const auto& [id_, naam] : bron.blad.partijen) names.push_back({id_.text(), naam, ""});
    const Html who = !found.empty() ? bron.velden.radios({.name = "partij", .label = t("zaakrolveld.wie"), .value = bron.typed("partij", found.front().value)}, found)
                     : !bron.typed("q").empty()                   ? p(cls("soft"), t("zaakrolveld.niemand"))
                     : bron.velden.error_of("partij").has_value() ? p(cls("error"), icon("alert-circle"), *bron.velden.error_of("partij"))
                                                                  : Html();
    return join(
        search_field(bron), who, bron.velden.select({.name = "soort", .label = t("zaakveld.rol"), .value = bron.typed("soort", "belanghebbende")}, roles),
        div(attr("data-when", "soort=klantcontacter|adviseur|beslisser|zaakcoordinator"),
            bron.velden.select({.name = "medewerker", .label = t("zaakrolveld.collega"), .value = bron.typed("medewerker"), .needed = Needed::no}, bron.blad.collegas,
                               t("taak.kies"))),
        div(cls("stack"), attr("data-when", "soort=gemachtigde"),
            bron.velden.select(
                {.name = "namens", .label = t("zaakrolveld.namens"), .value = bron.typed("namens", bron.blad.aanvrager ? bron.blad.aanvrager->text() : "")}, names),
            bron.regel("machtiging", machtiging_limit)),
        div(cls("fields"), bron.dag("van", Needed::no, to_iso(bron.desk.today())), bron.dag("tot", Needed::no)));
}

Html end_role_fields(const Paneelbron& bron) {
    const std::string id_ = bron.typed("rol");
    for (const Rol& rol : bron.blad.beeld.rollen)
        if (to_string(rol.id) == id_)
            return join(hidden("rol", id_),
                        p(strong(rol.partij ? bron.blad.naam_van(rol.partij) : bron.blad.naam_van(rol.medewerker)), ", ", bron.t()("zaakrol." + woord(rol.soort))),
                        bron.dag("tot", Needed::yes, to_iso(bron.desk.today())));
    return {};
}

Html relation_fields(const Paneelbron& bron) {
    const Texts& t = bron.t();
    std::vector<Choice> kinds;
    for (const auto aard : {Aard::onderwerp, Aard::vervolg, Aard::bijdrage})
        kinds.push_back({woord(aard), t("zaakverband." + woord(aard)), t("zaakverband.uitleg." + woord(aard))});
    const bool can_be_sub = !bron.blad.zaak().is_deelzaak() && bron.blad.beeld.deelzaken.empty();
    if (can_be_sub) kinds.push_back({"deelzaak", t("zaakverband.word_deelzaak"), t("zaakverband.uitleg.deelzaak")});
    if (bron.blad.zaak().is_deelzaak()) kinds.push_back({"los", t("zaakverband.los_van_hoofdzaak"), ""});
    std::vector<Choice> known;
    for (const auto& [relatie, regel] : bron.blad.beeld.relaties) known.push_back({regel.zaak.id.text(), regel.zaak.nummer + " " + regel.zaak.omschrijving, ""});
    if (!known.empty()) kinds.push_back({"weg", t("zaakverband.weg"), ""});
    return join(bron.velden.radios({.name = "aard", .label = t("zaakveld.aard"), .value = bron.typed("aard", "onderwerp")}, kinds),
                div(attr("data-when", "aard=onderwerp|vervolg|bijdrage|deelzaak"), bron.regel("nummer", 30)), when(!known.empty(), [&] {
                    return div(attr("data-when", "aard=weg"),
                               bron.velden.select({.name = "andere", .label = t("zaakveld.andere"), .value = bron.typed("andere")}, known));
                }));
}

Html note_fields(const Paneelbron& bron) {
    const Texts& t = bron.t();
    return join(bron.velden.textarea({.name = "tekst",
                                      .label = t("taak.notitie"),
                                      .value = bron.typed("tekst"),
                                      .hint = t("taak.notitie_uitleg"),
                                      .attributes = {attr("maxlength", std::to_string(werk::notitie_limit))}},
                                     5),
                when(!bron.blad.collegas.empty(), [&] {
                    return bron.velden.select({.name = "medewerker", .label = t("taak.noem"), .value = bron.typed("medewerker"), .needed = Needed::no},
                                              bron.blad.collegas, t("taak.niemand"));
                }));
}

Html document_fields(const Paneelbron& bron) {
    const Texts& t = bron.t();
    if (!bron.paneel.grenzen) return {};
    const std::vector<Choice> kinds = documenttype_keuzes(t, bron.blad.beeld.zaaktype);
    return join(
        document::upload_field(t, bron.velden, {.name = "bestand", .label = t("zaakdocument.bestanden"), .is_multiple = true}, *bron.paneel.grenzen),
        when(!kinds.empty(),
             [&] {
                 return bron.velden.select({.name = "documenttype", .label = t("zaakdocument.soort"), .value = bron.typed("documenttype"), .needed = Needed::no}, kinds,
                                           t("zaakdocument.iets_anders"));
             }),
        bron.regel("titel", document::titel_limit, Needed::no), bron.regel("auteur", document::auteur_limit, Needed::no),
        bron.velden.select({.name = "richting", .label = t("zaakdocument.richting"), .value = bron.typed("richting", "inkomend")}, document::richting_choices(t)),
        bron.velden.select(
            {.name = "vertrouwelijkheid", .label = t("zaakveld.vertrouwelijkheid"), .value = bron.typed("vertrouwelijkheid", woord(bron.blad.zaak().vertrouwelijkheid))},
            document::vertrouwelijkheid_choices(t)),
        bron.velden.checkbox({.name = "inwoner_mag_zien", .label = t("zaakdocument.inwoner_ziet"), .hint = t("zaakdocument.inwoner_ziet_uitleg")},
                             bron.typed("inwoner_mag_zien") == "ja"));
}

}  // namespace

Html eigenschap_veld(const Texts& t, const Form& velden, const zaaktype::Eigenschap& one, const std::string& waarde) {
    Field field{.name = "eigenschappen." + one.code,
                .label = zaaktype::in_taal(t, one.vraag),
                .value = waarde,
                .needed = one.verplicht ? Needed::yes : Needed::no,
                .attributes = {attr("maxlength", std::to_string(waarde_limit))}};
    std::vector<Choice> choices;
    switch (one.soort) {
        case zaaktype::Eigenschapsoort::getal: field.attributes.push_back(attr("inputmode", "decimal")); return velden.input(field);
        case zaaktype::Eigenschapsoort::datum:
            field.type = "date";
            field.attributes.clear();
            return velden.input(field);
        case zaaktype::Eigenschapsoort::ja_nee:
            field.attributes.clear();
            choices = {{"ja", t("zaakblad.ja"), ""}, {"nee", t("zaakblad.nee"), ""}};
            if (!one.verplicht) choices.push_back({"", t("zaakblad.weet_niet"), ""});
            return velden.radio_segment(field, choices);
        case zaaktype::Eigenschapsoort::keuze:
            field.attributes.clear();
            for (const auto& keuze : one.keuzes) choices.push_back({keuze.nl, zaaktype::in_taal(t, keuze), ""});
            return velden.select(field, choices, t("taak.kies"));
        case zaaktype::Eigenschapsoort::adres:
            field.hint = t("zaakveld.adres_uitleg");
            field.attributes.push_back(attr("autocomplete", "off"));
            return velden.input(field);
        case zaaktype::Eigenschapsoort::tekst: break;
    }
    return velden.textarea(field, 2);
}

Html gegevens_velden(const Paneelbron& bron) {
    const std::string& naam = bron.paneel.naam;
    if (naam == "wijzig") return change_fields(bron);
    if (naam == "eigenschappen") return property_fields(bron);
    if (naam == "rol") return role_fields(bron);
    if (naam == "rol_einde") return end_role_fields(bron);
    if (naam == "verband") return relation_fields(bron);
    if (naam == "notitie") return note_fields(bron);
    return document_fields(bron);
}

}  // namespace dichtbij::zaak
