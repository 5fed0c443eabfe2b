#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

#include "html/dates.h"
#include "zaaktype/regels.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaaktype {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements
using organisatie::posting;

template <class T>
std::string text_of(const std::optional<Id<T>>& id) {
    return id ? id->text() : std::string();
}
template <class T>
std::vector<std::string> texts_of(const std::vector<Id<T>>& ids) {
    std::vector<std::string> list;
    for (const auto& id : ids) list.push_back(id.text());
    return list;
}
template <class T>
std::vector<Id<T>> chosen(const Request& request, std::string_view field) {
    std::vector<Id<T>> ids;
    for (const std::string_view text : request.form.all(field))
        if (const auto id = Id<T>::parse(text)) ids.push_back(*id);
    return ids;
}

struct Stand {
    Inrichting inrichting;
    std::vector<FieldError> fouten = {};
    Html boven = {};
    int status = 200;
};

enum class Deel { inrichting, einde };
std::vector<FieldError> faults(const Stand& stand, Deel deel) {
    std::vector<FieldError> list = stand.fouten;
    std::erase_if(list, [&](const FieldError& fout) { return (fout.field == "geldig_tot") != (deel == Deel::einde); });
    return list;
}

struct Lijsten {  // what can be chosen
    std::vector<Choice> teams, mensen, producten, onderwerpen;
};

Lijsten lijsten_van(const Schermen& in, const Desk& desk, const Zaaktypeblad& blad) {
    Lijsten lijsten;
    lijsten.teams = organisatie::team_keuzes(in.organisatie, desk.caller);
    lijsten.mensen = organisatie::keuzes(in.organisatie.collegas(desk.caller, blad.gemeente));
    const auto stays = [](bool actief, const auto& list, const auto& id) { return actief || std::find(list.begin(), list.end(), id) != list.end(); };
    if (const auto list = in.organisatie.products(desk.caller, blad.gemeente))
        for (const auto& product : *list)
            if (stays(product.actief, blad.inrichting.producten, product.id)) lijsten.producten.push_back({product.id.text(), product.naam});
    if (const auto list = in.organisatie.onderwerpen(desk.caller, blad.gemeente))
        for (const auto& onderwerp : *list)
            if (stays(onderwerp.actief, blad.inrichting.onderwerpen, onderwerp.id)) lijsten.onderwerpen.push_back({onderwerp.id.text(), onderwerp.naam});
    return lijsten;
}

std::string names_of(const std::vector<Choice>& choices, const std::vector<std::string>& ids) {
    std::string text;
    for (const Choice& choice : choices)
        if (std::find(ids.begin(), ids.end(), choice.value) != ids.end()) text.append(text.empty() ? "" : ", ").append(choice.label);
    return text;
}

// Opened when something in it is chosen wrong.
Html keuzelijst(const Texts& t, const Form& form, const std::string& veld, const std::vector<Choice>& choices, const std::vector<std::string>& ids) {
    const std::string label = t("zaaktype.veld." + veld);
    if (choices.empty()) return {};
    return details(flag("open", form.error_of(veld).has_value()), summary(t("zaaktype.scherm.aantal_gekozen", label, ids.size())),
                   form.checkboxes({.name = veld, .label = label, .hint = t("zaaktype.uitleg." + veld)}, choices, ids));
}

Html inrichting_deel(const Schermen& in, const Desk& desk, const Zaaktypeblad& blad, const Stand& stand) {
    const Texts& t = desk.t;
    const Inrichting& i = stand.inrichting;
    const Lijsten lijsten = lijsten_van(in, desk, blad);
    if (!blad.regel.mag_wijzigen)
        return section_of({"h-inrichting", t("zaaktype.inrichting.kop"), {}, {}},
                          definitions({{t("zaaktype.veld.team"), text(names_of(lijsten.teams, {text_of(i.team)}))},
                                       {t("zaaktype.veld.proceseigenaar"), text(names_of(lijsten.mensen, {text_of(i.proceseigenaar)}))},
                                       {t("zaaktype.veld.producten"), text(names_of(lijsten.producten, texts_of(i.producten)))},
                                       {t("zaaktype.veld.onderwerpen"), text(names_of(lijsten.onderwerpen, texts_of(i.onderwerpen)))}}));
    const Form form(t, faults(stand, Deel::inrichting));
    return section_of({"h-inrichting", t("zaaktype.inrichting.kop"), {}, {}},
                      join(p(cls("prose"), t("zaaktype.inrichting.uitleg")),
                           posting(desk, url_van(blad.regel.id, "/inrichting"), hidden("versie", std::to_string(i.versie)), form.summary(),
                                   form.select({.name = "team", .label = t("zaaktype.veld.team"), .value = text_of(i.team)}, lijsten.teams, t("organisatie.kies_team")),
                                   form.select({.name = "proceseigenaar", .label = t("zaaktype.veld.proceseigenaar"), .value = text_of(i.proceseigenaar),
                                                .hint = t("zaaktype.uitleg.proceseigenaar")},
                                               lijsten.mensen, t("organisatie.kies_iemand")),
                                   keuzelijst(t, form, "producten", lijsten.producten, texts_of(i.producten)),
                                   keuzelijst(t, form, "onderwerpen", lijsten.onderwerpen, texts_of(i.onderwerpen)),
                                   div(cls("row below"), submit(t("formulier.bewaar"))))));
}

Html versie_rij(const Desk& desk, const Zaaktypeblad& blad, std::size_t at) {
    const Texts& t = desk.t;
    const Versie& versie = blad.versies[at];
    const std::string naam = t("zaaktype.scherm.versie", versie.nummer);
    return row(cell(cover(url_van(versie.id), naam, t("zaaktype.scherm.gewijzigd", moment(t, versie.gewijzigd_op, desk.now)))),
               cell(attr("data-l", t("zaaktype.scherm.stand")), staat_badge(t, staat_van(versie, desk.today()))),
               cell(attr("data-l", t("zaaktype.scherm.geldig")), dagen_van(desk, versie)),
               cell(when(at + 1 < blad.versies.size(), [&] {
                   const std::string query = "/vergelijken?oud=" + blad.versies[at + 1].id.text() + "&nieuw=" + versie.id.text();
                   return a(href(url_van(blad.regel.id, query)), t("zaaktype.vergelijk.met_vorige"), span(cls("sr"), " " + naam));
               })));
}

Html versies_deel(const Desk& desk, const Zaaktypeblad& blad) {
    const Texts& t = desk.t;
    std::vector<Html> rows;
    for (std::size_t i = 0; i < blad.versies.size(); ++i) rows.push_back(versie_rij(desk, blad, i));
    Html act;
    if (blad.regel.mag_wijzigen && blad.regel.ontwerp) act = button_link(url_van(*blad.regel.ontwerp), t("zaaktype.ontwerp.verder"), "pencil");
    else if (blad.regel.mag_wijzigen)
        act = el("form", cls("inline"), attr("method", "post"), html::action(url_van(blad.regel.id, "/ontwerp")), csrf_field(desk.csrf),
                 button(cls("btn"), type("submit"), icon("pencil"), t("zaaktype.ontwerp.begin")));
    return section_of({"h-versies", t("zaaktype.scherm.versies"), {}, act},
                      stackable_table(t("zaaktype.scherm.versies"),
                                      {{.label = t("zaaktype.scherm.versie_kop")}, {.label = t("zaaktype.scherm.stand")}, {.label = t("zaaktype.scherm.geldig")},
                                       {.label = t("zaaktype.vergelijk.kop")}},
                                      join(rows)));
}

Html einde_deel(const Desk& desk, const Zaaktypeblad& blad, const Stand& stand) {
    const Texts& t = desk.t;
    if (!blad.regel.mag_wijzigen || blad.regel.staat != Staat::gepubliceerd) return {};
    const std::string versie = std::to_string(blad.inrichting.versie);
    if (blad.regel.geldig_tot)
        return section_of({"h-einde", t("zaaktype.einde.kop"), {}, {}},
                          join(p(t("zaaktype.einde.op", full_date(t, *blad.regel.geldig_tot))),
                               el("form", attr("method", "post"), html::action(url_van(blad.regel.id, "/einde-weg")), csrf_field(desk.csrf), hidden("versie", versie),
                                  button(cls("btn"), type("submit"), t("zaaktype.einde.weg")))));
    const Form form(t, faults(stand, Deel::einde));
    const bool is_wrong = form.has_errors();
    return section(cls("section"),
                   details(flag("open", is_wrong), summary(t("zaaktype.einde.kop")),
                           div(cls("panel below"), p(t("zaaktype.einde.uitleg")),
                               posting(desk, url_van(blad.regel.id, "/einde"), hidden("versie", versie), form.summary(),
                                       form.input({.name = "geldig_tot", .label = t("zaaktype.einde.dag"), .value = to_iso(desk.today()), .hint = t("zaaktype.einde.dag_uitleg"),
                                                   .type = "date"}),
                                       div(cls("row below"), button(cls("btn btn-late"), type("submit"), t("zaaktype.einde.knop")))))));
}

Html kern(const Desk& desk, const Zaaktypeblad& blad, const Zaaktype& z) {
    const Texts& t = desk.t;
    const std::string termijn = z.wettelijke_termijn.aantal > 0
                                    ? termijn_in_woorden(t, z.wettelijke_termijn.aantal, boost::describe::enum_to_string(z.wettelijke_termijn.eenheid, ""))
                                    : t("zaaktype.scherm.geen_termijn");
    return join(p(cls("prose"), z.doel),
                facts({{t("zaaktype.scherm.stand"), join(staat_badge(t, blad.regel.staat), " ", te_bevestigen_badge(t, blad.regel.te_bevestigen))},
                       {t("zaaktype.veld.wettelijke_termijn"), text(termijn)},
                       {t("zaaktype.veld.servicenorm"), text(t("zaaktype.termijn.werkdagen", z.servicenorm.aantal))},
                       {t("zaaktype.veld.afhandelniveau"), text(std::to_string(z.afhandelniveau))},
                       {t("zaaktype.veld.domein"), text(z.domein.empty() ? "" : t("organisatie.domein." + z.domein))}}),
                p(a(href(url_van(blad.regel.versie)), t("zaaktype.scherm.bekijk", blad.regel.nummer)), " · ",
                  a(href(url_van(blad.regel.versie, "/voorbeeld")), t("zaaktype.voorbeeld.kop"))));
}

Response show(const Schermen& in, Request& request, Desk& desk, const Zaaktypeblad& blad, const Stand& stand) {
    const Texts& t = desk.t;
    const auto versie = in.zaaktypen.versie(desk.caller, blad.regel.versie);
    if (!versie) return desk.fail(versie.error());
    const std::string naam = in_taal(t, blad.regel.naam).empty() ? blad.regel.code : in_taal(t, blad.regel.naam);
    return desk.page({naam, stand.status != 200},
                     join(back_link(std::string(lijst_url) + "?gemeente=" + blad.gemeente.text(), t("zaaktype.scherm.kop")), page_head(naam, blad.regel.code),
                          gedaan_melding(desk, request), stand.boven, kern(desk, blad, versie->inhoud), versies_deel(desk, blad),
                          inrichting_deel(in, desk, blad, stand), einde_deel(desk, blad, stand)),
                     stand.status);
}

// The page again, with what went wrong; what can only be told as a page of its own is.
Response again(const Schermen& in, Request& request, Desk& desk, const Failure& failure, std::optional<Inrichting> typed = {}) {
    if (failure.reason != Reason::invalid && failure.reason != Reason::conflict) return desk.fail(failure);
    const auto blad = in.zaaktypen.zaaktype(desk.caller, id_in<dichtbij::Zaaktype>(request));
    if (!blad) return desk.fail(blad.error());
    Stand stand{typed.value_or(blad->inrichting), failure.fields, organisatie::bezwaar(desk.t, failure), failure.reason == Reason::invalid ? 422 : 409};
    stand.inrichting.versie = blad->inrichting.versie;
    if (!organisatie::is_stale(failure) || !typed) return show(in, request, desk, *blad, stand);
    const Texts& t = desk.t;
    const Lijsten lijsten = lijsten_van(in, desk, *blad);
    const Inrichting& nu = blad->inrichting;
    stand.boven = organisatie::beide_versies(
        t, {{t("zaaktype.veld.team"), names_of(lijsten.teams, {text_of(typed->team)}), names_of(lijsten.teams, {text_of(nu.team)})},
            {t("zaaktype.veld.proceseigenaar"), names_of(lijsten.mensen, {text_of(typed->proceseigenaar)}), names_of(lijsten.mensen, {text_of(nu.proceseigenaar)})},
            {t("zaaktype.veld.producten"), names_of(lijsten.producten, texts_of(typed->producten)), names_of(lijsten.producten, texts_of(nu.producten))},
            {t("zaaktype.veld.onderwerpen"), names_of(lijsten.onderwerpen, texts_of(typed->onderwerpen)), names_of(lijsten.onderwerpen, texts_of(nu.onderwerpen))}});
    return show(in, request, desk, *blad, stand);
}

}  // namespace

Response zaaktype_blad(const Schermen& in, Request& request, Desk& desk) {
    const auto blad = in.zaaktypen.zaaktype(desk.caller, id_in<dichtbij::Zaaktype>(request));
    if (!blad) return desk.fail(blad.error());
    return show(in, request, desk, *blad, {blad->inrichting});
}

Response bewaar_inrichting(const Schermen& in, Request& request, Desk& desk) {
    Inrichting typed;
    typed.zaaktype = id_in<dichtbij::Zaaktype>(request);
    typed.team = organisatie::id_of<dichtbij::Team>(request, "team");
    typed.proceseigenaar = organisatie::id_of<dichtbij::Medewerker>(request, "proceseigenaar");
    typed.producten = chosen<dichtbij::Product>(request, "producten");
    typed.onderwerpen = chosen<dichtbij::Onderwerp>(request, "onderwerpen");
    typed.versie = organisatie::versie_of(request);
    const auto done = in.zaaktypen.set_inrichting(desk.caller, typed);
    return done ? gedaan(url_van(typed.zaaktype), "bewaard") : again(in, request, desk, done.error(), typed);
}

Response begin_ontwerp(const Schermen& in, Request& request, Desk& desk) {
    const auto made = in.zaaktypen.start_ontwerp(desk.caller, id_in<dichtbij::Zaaktype>(request));
    return made ? gedaan(url_van(*made), "ontwerp") : again(in, request, desk, made.error());
}

Response beeindig(const Schermen& in, Request& request, Desk& desk) {
    const auto id = id_in<dichtbij::Zaaktype>(request);
    const auto day = parse_day(request.form.get("geldig_tot"));
    if (!day) return again(in, request, desk, {Reason::invalid, "no day", "", {{"geldig_tot", "zaaktype.scherm.fout.dag", {}}}});
    const auto done = in.zaaktypen.end(desk.caller, id, *day, organisatie::versie_of(request));
    return done ? gedaan(url_van(id), "einde") : again(in, request, desk, done.error());
}

Response trek_einde_in(const Schermen& in, Request& request, Desk& desk) {
    const auto id = id_in<dichtbij::Zaaktype>(request);
    const auto done = in.zaaktypen.end(desk.caller, id, std::nullopt, organisatie::versie_of(request));
    return done ? gedaan(url_van(id), "einde_weg") : again(in, request, desk, done.error());
}

}  // namespace dichtbij::zaaktype
