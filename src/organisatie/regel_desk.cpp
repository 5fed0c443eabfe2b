#include "organisatie/regel_desk.h"

#include <algorithm>
#include <array>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include "organisatie/parts_desk.h"
#include "organisatie/schermen_desk.h"
#include "organisatie/toetsing.h"

namespace dichtbij::organisatie {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

Regelwoorden::Regelwoorden(const OrganisatieService& service, const Desk& desk, Id<dichtbij::Gemeente> gemeente) : t_(desk.t) {
    if (const auto list = service.onderwerpen(desk.caller, gemeente))
        for (const Onderwerp& onderwerp : *list) onderwerpen_.push_back({onderwerp.id.text(), onderwerp.naam});
    if (const auto list = service.products(desk.caller, gemeente))
        for (const Product& product : *list) producten_.push_back({product.id.text(), product.naam});
    teams_ = team_keuzes(service, desk.caller);
    mensen_ = keuzes(service.collegas(desk.caller, gemeente));
    for (const std::string& vaardigheid : service.vaardigheden(desk.caller)) vaardigheden_.push_back({vaardigheid, vaardigheid_tekst(vaardigheid)});
}

std::string Regelwoorden::naam_van(const std::vector<Choice>& list, const std::string& value) const {
    const auto found = std::find_if(list.begin(), list.end(), [&](const Choice& c) { return c.value == value; });
    return found == list.end() ? t_("organisatie.bestaat_niet") : found->label;
}

std::string Regelwoorden::naam(Id<dichtbij::Medewerker> id) const { return naam_van(mensen_, id.text()); }
std::string Regelwoorden::team(Id<dichtbij::Team> id) const { return naam_van(teams_, id.text()); }

std::string Regelwoorden::voorwaarden(const Routeringsregel& r) const {
    std::string text;
    const auto add = [&](const std::string& words) { text.append(text.empty() ? "" : ", ").append(words); };
    if (r.onderwerp) add(t_("organisatie.als.onderwerp", naam_van(onderwerpen_, r.onderwerp->text())));
    if (r.product) add(t_("organisatie.als.product", naam_van(producten_, r.product->text())));
    if (!r.kanaal.empty()) add(t_("organisatie.als.kanaal", t_("kanaal." + r.kanaal)));
    if (!r.taal.empty()) add(t_("organisatie.als.taal", t_("organisatie.taal." + r.taal)));
    if (!r.vaardigheid.empty()) add(t_("organisatie.als.vaardigheid", r.vaardigheid));
    if (r.weekdagen != 0) add(dagen_tekst(t_, r.weekdagen));
    if (r.openingstijd != Openingstijd::altijd) add(t_("organisatie.als." + std::string(boost::describe::enum_to_string(r.openingstijd, ""))));
    return text.empty() ? t_("organisatie.als.altijd") : text;
}

std::string Regelwoorden::doel(const Routeringsregel& r) const {
    if (r.doel_medewerker) return naam(*r.doel_medewerker);
    if (!r.doel_team) return t_("organisatie.bestaat_niet");
    if (r.doel_vaardigheid.empty()) return team(*r.doel_team);
    return t_("organisatie.dan.vaardigheid", team(*r.doel_team), r.doel_vaardigheid);
}

std::vector<Choice> kanaal_keuzes(const Texts& t) {
    std::vector<Choice> list;
    for (const char* kanaal : {"telefoon", "email", "formulier", "balie", "brief", "chat", "whatsapp", "social_media", "video", "huisbezoek"})
        list.push_back({kanaal, t("kanaal." + std::string(kanaal))});
    return list;
}

std::vector<Choice> taal_keuzes(const Texts& t) {
    std::vector<Choice> list;
    for (const char* taal : {"nld", "eng", "deu", "fra", "pol", "ara", "tur", "ukr"}) list.push_back({taal, t("organisatie.taal." + std::string(taal))});
    return list;
}

namespace {

struct Formulier {
    Routeringsregel regel;
    std::vector<FieldError> fouten = {};
    std::optional<Routeringsregel> nu = {};  // what someone else saved meanwhile
    int status = 200;
    bool is_new() const { return regel.id.is_nil(); }
};

template <class T>
std::string text_of(const std::optional<Id<T>>& id) {
    return id ? id->text() : std::string();
}

Html voorwaarden_velden(const Texts& t, const Form& form, const Regelwoorden& woorden, const Routeringsregel& r) {
    return fieldset(
        legend(t("organisatie.als")), p(cls("hint"), t("organisatie.regel.als_uitleg")),
        div(cls("fields"),
            form.select({.name = "onderwerp", .label = t("organisatie.onderwerp"), .value = text_of(r.onderwerp)}, woorden.onderwerpen(), t("organisatie.maakt_niet_uit")),
            form.select({.name = "product", .label = t("organisatie.product"), .value = text_of(r.product)}, woorden.producten(), t("organisatie.maakt_niet_uit")),
            form.select({.name = "kanaal", .label = t("organisatie.kanaal"), .value = r.kanaal}, kanaal_keuzes(t), t("organisatie.maakt_niet_uit")),
            form.select({.name = "taal", .label = t("organisatie.taal"), .value = r.taal}, taal_keuzes(t), t("organisatie.maakt_niet_uit")),
            form.select({.name = "vaardigheid", .label = t("organisatie.vaardigheid_gevraagd"), .value = r.vaardigheid}, woorden.vaardigheden(), t("organisatie.maakt_niet_uit")),
            form.select({.name = "openingstijd", .label = t("organisatie.openingstijd"), .value = boost::describe::enum_to_string(r.openingstijd, "")},
                        {{"altijd", t("organisatie.openingstijd.altijd")}, {"binnen", t("organisatie.openingstijd.binnen")}, {"buiten", t("organisatie.openingstijd.buiten")}})),
        div(cls("below"), form.checkboxes({.name = "weekdagen", .label = t("organisatie.weekdagen"), .hint = t("organisatie.weekdagen.uitleg")},
                                          dag_keuzes(t), gekozen_dagen(r.weekdagen))));
}

Html doel_velden(const Texts& t, const Form& form, const Regelwoorden& woorden, const Routeringsregel& r) {
    return fieldset(
        legend(t("organisatie.dan")), p(cls("hint"), t("organisatie.regel.dan_uitleg")),
        div(cls("fields"),
            form.select({.name = "doel_team", .label = t("organisatie.team"), .value = text_of(r.doel_team)}, woorden.teams(), t("organisatie.geen")),
            form.select({.name = "doel_vaardigheid", .label = t("organisatie.dan.wie_kan"), .value = r.doel_vaardigheid}, woorden.vaardigheden(), t("organisatie.maakt_niet_uit")),
            form.select({.name = "doel_medewerker", .label = t("organisatie.dan.persoon"), .value = text_of(r.doel_medewerker)}, woorden.mensen(), t("organisatie.geen"))));
}

Response show(const OrganisatieService& service, Request& request, Desk& desk, const Formulier& f) {
    const Texts& t = desk.t;
    const Routeringsregel& r = f.regel;
    const Form form(t, f.fouten);
    const Regelwoorden woorden(service, desk, r.gemeente);
    const std::string title = f.is_new() ? t("organisatie.regel.nieuw") : r.naam;
    const std::string url = "/beheer/routering/" + (f.is_new() ? std::string("nieuw") : r.id.text());
    const std::string versie = std::to_string(f.nu ? f.nu->versie : r.versie);
    return desk.page(
        {title, f.status != 200},
        join(back_link("/beheer/routering?gemeente=" + r.gemeente.text(), t("organisatie.beheer.routering")), page_head(title), klaar_melding(desk, request),
             f.nu ? beide_versies(t, {{t("organisatie.regel.naam"), r.naam, f.nu->naam}, {t("organisatie.als"), woorden.voorwaarden(r), woorden.voorwaarden(*f.nu)},
                                      {t("organisatie.dan"), woorden.doel(r), woorden.doel(*f.nu)}})
                  : Html(),
             el("form", cls("form-wide"), attr("method", "post"), html::action(url), flag("novalidate"), csrf_field(desk.csrf),
                hidden("gemeente", r.gemeente.text()), hidden("versie", versie), form.summary(),
                form.input({.name = "naam", .label = t("organisatie.regel.naam"), .value = r.naam, .hint = t("organisatie.regel.naam_uitleg"),
                            .attributes = {attr("maxlength", std::to_string(naam_limit))}}),
                voorwaarden_velden(t, form, woorden, r), doel_velden(t, form, woorden, r),
                form.checkbox({.name = "actief", .label = t("organisatie.actief")}, r.actief), div(cls("row"), submit(t("formulier.bewaar")))),
             when(!f.is_new(), [&] {
                 return ingrijpend(desk, {.title = t("organisatie.regel.verwijder"), .uitleg = t("organisatie.regel.verwijder_uitleg"), .url = url + "/weg",
                                          .knop = t("organisatie.regel.verwijder"), .fields = {{"versie", versie}}});
             })),
        f.status);
}

Routeringsregel typed_form(const Request& request, Routeringsregel start) {
    start.naam = request.form.get("naam");
    start.onderwerp = id_of<dichtbij::Onderwerp>(request, "onderwerp");
    start.product = id_of<dichtbij::Product>(request, "product");
    start.kanaal = request.form.get("kanaal");
    start.taal = request.form.get("taal");
    start.vaardigheid = request.form.get("vaardigheid");
    start.weekdagen = werkdagen_of(request, "weekdagen");
    start.openingstijd = Openingstijd::altijd;
    boost::describe::enum_from_string(std::string(request.form.get("openingstijd")).c_str(), start.openingstijd);
    start.doel_team = id_of<dichtbij::Team>(request, "doel_team");
    start.doel_medewerker = id_of<dichtbij::Medewerker>(request, "doel_medewerker");
    start.doel_vaardigheid = request.form.get("doel_vaardigheid");
    start.actief = request.form.has("actief");
    start.versie = versie_of(request);
    return start;
}

Result<Routeringsregel> asked(const OrganisatieService& service, const Request& request, const Desk& desk) {
    const auto id = Id<Routeringsregel>::parse(request.param("id"));
    if (!id) return not_found("no row id");
    return service.regel(desk.caller, *id);
}

}  // namespace

Response regel_formulier(const OrganisatieService& service, Request& request, Desk& desk) {
    if (request.param("id") == "nieuw") {
        const auto gemeente = gekozen_gemeente(service, desk, request);
        if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
        Formulier f;
        f.regel.gemeente = gemeente->id;
        return show(service, request, desk, f);
    }
    const auto regel = asked(service, request, desk);
    if (!regel) return desk.fail(regel.error());
    return show(service, request, desk, {*regel});
}

Response bewaar_regel(const OrganisatieService& service, Request& request, Desk& desk) {
    const bool is_new = request.param("id") == "nieuw";
    Routeringsregel start;
    if (is_new) {
        const auto gemeente = gekozen_gemeente(service, desk, request);
        if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
        start.gemeente = gemeente->id;
    } else {
        const auto current = asked(service, request, desk);
        if (!current) return desk.fail(current.error());
        start = *current;
    }
    Formulier f{typed_form(request, start)};
    const auto done = is_new ? service.add(desk.caller, f.regel).map([](const auto&) { return Done{}; }) : service.change(desk.caller, f.regel);
    if (done) return klaar("/beheer/routering?gemeente=" + start.gemeente.text(), is_new ? "gemaakt" : "bewaard");
    if (is_stale(done.error())) f.nu = start;
    else if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    f.fouten = done.error().fields;
    f.status = f.nu ? 409 : 422;
    return show(service, request, desk, f);
}

Response verwijder_regel(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto regel = asked(service, request, desk);
    if (!regel) return desk.fail(regel.error());
    const auto done = service.remove(desk.caller, regel->id, versie_of(request));
    if (done) return klaar("/beheer/routering?gemeente=" + regel->gemeente.text(), "verwijderd");
    return desk.fail(done.error());
}

}  // namespace dichtbij::organisatie
