// A new person or company, and changing one.
#include "html/form.h"
#include "html/parts.h"
#include "organisatie/organisatie_service.h"
#include "partij/formulier_render.h"
#include "partij/opzoek_desk.h"
#include "partij/scherm_desk.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

namespace dichtbij::partij {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

SoortPartij kind_in(std::string_view typed) {
    SoortPartij kind{};
    return boost::describe::enum_from_string(std::string(typed).c_str(), kind) ? kind : SoortPartij::persoon;
}

std::string word(SoortPartij kind) { return boost::describe::enum_to_string(kind, ""); }

struct Blad {  // what the form needs beside what was typed
    Keuzes keuzes;
    std::vector<Choice> gemeenten;
    std::string gemeente;
};

Blad blad_for(store::Tx& tx, const PartijSchermen& s, const Desk& desk, std::optional<GemeenteId> chosen, const Gegevens& gegevens) {
    Blad blad;
    for (const auto& id : access::scope_of(desk.caller).gemeenten) {
        const auto found = organisatie::gemeente(tx, id);
        if (found) blad.gemeenten.push_back({id.text(), found->naam});
    }
    if (!chosen && !blad.gemeenten.empty()) chosen = GemeenteId::parse(blad.gemeenten.front().value);
    if (!chosen) return blad;
    blad.gemeente = chosen->text();
    for (const auto& team : organisatie::teams_of_gemeente(tx, *chosen))
        for (const auto& lid : organisatie::members(tx, team.id)) {
            const Choice choice{lid.id.text(), lid.naam};
            const auto same = [&](const Choice& had) { return had.value == choice.value; };
            if (std::none_of(blad.keuzes.collegas.begin(), blad.keuzes.collegas.end(), same)) blad.keuzes.collegas.push_back(choice);
        }
    std::sort(blad.keuzes.collegas.begin(), blad.keuzes.collegas.end(), [](const Choice& a, const Choice& b) { return a.label < b.label; });
    const auto* contact = std::get_if<Contactpersoon>(&gegevens.wie);
    if (contact && contact->werkte_voor)
        blad.keuzes.organisaties.push_back({contact->werkte_voor->text(), s.partijen.naam_of(tx, *contact->werkte_voor)});
    return blad;
}

// What Enter does in a form that also has a button to look something up: the first button counts.
Html enter_saves() { return button(cls("sr"), type("submit"), attr("tabindex", "-1"), attr("aria-hidden", "true")); }

void tell(Blad& blad, const Adresmelding& melding) {
    blad.keuzes.adres_pad = melding.pad;
    blad.keuzes.adres_gevonden = melding.tekst;
}

// ---- New

Html kind_tabs(const Desk& desk, const Request& request, SoortPartij kind) {
    const auto tab = [&](SoortPartij one, std::string_view key) {
        std::string url = with_query("/personen/nieuw", "soort", word(one));
        for (const char* kept : {"q", "gesprek", "terug", "gemeente"})
            if (request.query.has(kept)) url = with_query(url, kept, request.query.get(kept));
        return Tab{url, desk.t(key), std::nullopt, one == kind};
    };
    return tabs({tab(SoortPartij::persoon, "partij.soort.persoon"), tab(SoortPartij::organisatie, "partij.soort.organisatie")});
}

struct Nieuw {
    SoortPartij kind = SoortPartij::persoon;
    std::optional<GemeenteId> gemeente;
    Invoer invoer;
    std::vector<FieldError> errors = {};
    Adresmelding melding = {};
};

std::string title_of(const Texts& t, SoortPartij kind) { return t("partij.scherm.nieuw." + word(kind)); }

Html new_page(const PartijSchermen& s, const Request& request, const Desk& desk, const Nieuw& nieuw) {
    const Texts& t = desk.t;
    Blad blad = s.store.read([&](store::Tx& tx) { return blad_for(tx, s, desk, nieuw.gemeente, nieuw.invoer.gegevens); });
    tell(blad, nieuw.melding);
    const auto gemeente = GemeenteId::parse(blad.gemeente);
    blad.keuzes.zoekt_adressen = gemeente && zoekt_adressen(s, desk, *gemeente);
    const Form fields(t, nieuw.errors);
    const auto gesprek = gesprek_in(request);
    const std::string terug = terug_in(request);
    return join(fields.summary(), page_head(title_of(t, nieuw.kind), {}, register_links(s, desk, zoekplek(s, request, desk), request.query.get("q"))),
                when(nieuw.kind != SoortPartij::contactpersoon, [&] { return kind_tabs(desk, request, nieuw.kind); }),
                form(cls("stack"), attr("method", "post"), action("/personen/nieuw"), flag("novalidate"), csrf_field(desk.csrf),
                     enter_saves(), hidden("soort", word(nieuw.kind)), when(gesprek.has_value(), [&] { return hidden("gesprek", gesprek->text()); }),
                     when(!terug.empty(), [&] { return hidden("terug", terug); }),
                     blad.gemeenten.size() > 1 ? fields.select({.name = "gemeente", .label = t("partij.scherm.gemeente"), .value = blad.gemeente}, blad.gemeenten)
                                               : hidden("gemeente", blad.gemeente),
                     fields_of(t, fields, nieuw.invoer, blad.keuzes),
                     div(cls("row toolbar"), submit(t("partij.scherm.bewaar")),
                         button_link(terug.empty() ? "/zoeken" : terug, t("formulier.annuleer")))));
}

Response show_new(const PartijSchermen& s, Request& request, Desk& desk) {
    Nieuw nieuw;
    nieuw.kind = kind_in(request.query.get("soort"));
    nieuw.gemeente = GemeenteId::parse(request.query.get("gemeente"));
    nieuw.invoer = invoer_from_zoekvraag(request.query.get("q"), nieuw.kind, desk.today());
    if (auto* contact = std::get_if<Contactpersoon>(&nieuw.invoer.gegevens.wie))
        contact->werkte_voor = PartijId::parse(request.query.get("organisatie"));
    return desk.page(title_of(desk.t, nieuw.kind), new_page(s, request, desk, nieuw));
}

Response save_new(const PartijSchermen& s, Request& request, Desk& desk) {
    Nieuw nieuw;
    nieuw.kind = kind_in(request.form.get("soort"));
    nieuw.gemeente = GemeenteId::parse(request.form.get("gemeente"));
    nieuw.invoer = read_invoer(request, {}, desk.today());
    if (!nieuw.gemeente) return desk.fail({Reason::invalid, "no gemeente", {}, {}});
    nieuw.errors = nieuw.invoer.fouten;
    if (request.form.has("zoek_adres")) {
        nieuw.melding = vul_adres_aan(s, request, desk, *nieuw.gemeente, nieuw.invoer);
        nieuw.errors = nieuw.melding.fouten;
        const Html main = new_page(s, request, desk, nieuw);
        return nieuw.errors.empty() ? desk.page(title_of(desk.t, nieuw.kind), main) : desk.invalid_page(title_of(desk.t, nieuw.kind), main);
    }
    if (nieuw.errors.empty()) {
        const auto made = s.partijen.create(desk.caller, *nieuw.gemeente, nieuw.invoer.gegevens);
        const std::string terug = terug_in(request);
        if (made) return Response::redirect(terug.empty() ? url_of(*made, gesprek_in(request)) : with_query(terug, "partij", made->text()));
        if (made.error().reason != Reason::invalid) return desk.fail(made.error());
        nieuw.errors = as_form_errors(made.error().fields, nieuw.invoer.gegevens);
    }
    return desk.invalid_page(title_of(desk.t, nieuw.kind), new_page(s, request, desk, nieuw));
}

// ---- Changing

// The partij in full, or why it cannot be changed now.
Result<Partij> to_change(const PartijSchermen& s, const Request& request, const Desk& desk) {
    TRY(const PartijId id, partij_in(request));
    TRY(Inzage seen, s.partijen.read(desk.caller, id, gesprek_in(request)));
    auto* beeld = std::get_if<PartijBeeld>(&seen);
    if (!beeld) return conflict("a warned partij is opened first", "partij.eerst_openen");
    if (beeld->zicht == Zicht::beperkt) return conflict("nobody was identified", "partij.eerst_identificeren");
    return std::move(beeld->partij);
}

struct Wijzigen {
    Partij partij;
    Invoer invoer;
    std::vector<FieldError> errors = {};
    std::vector<Verschil> versions = {};  // of a stale edit
    Adresmelding melding = {};
};

Html change_page(const PartijSchermen& s, const Request& request, const Desk& desk, const Wijzigen& w) {
    const Texts& t = desk.t;
    Blad blad = s.store.read([&](store::Tx& tx) { return blad_for(tx, s, desk, w.partij.gemeente, w.invoer.gegevens); });
    tell(blad, w.melding);
    blad.keuzes.zoekt_adressen = zoekt_adressen(s, desk, w.partij.gemeente);
    const Form fields(t, w.errors);
    const auto gesprek = gesprek_in(request);
    const std::string back = url_of(w.partij.id, gesprek);
    return join(fields.summary(), back_link(back, volledige_naam(w.partij.gegevens)), page_head(t("partij.scherm.wijzig")),
                when(!w.versions.empty(), [&] {
                    return div(cls("section"), attr("role", "alert"),
                               alert("alert-triangle", p(t("partij.scherm.stale")), Tone::today), versions_table(t, w.versions));
                }),
                form(cls("stack"), attr("method", "post"), action("/personen/" + w.partij.id.text() + "/wijzig"), flag("novalidate"),
                     csrf_field(desk.csrf), enter_saves(), hidden("versie", std::to_string(w.partij.versie)), hidden("soort", word(soort(w.invoer.gegevens))),
                     when(gesprek.has_value(), [&] { return hidden("gesprek", gesprek->text()); }), fields_of(t, fields, w.invoer, blad.keuzes),
                     div(cls("row toolbar"), submit(t(w.versions.empty() ? "partij.scherm.bewaar" : "partij.scherm.bewaar_mijne")),
                         button_link(back, t("formulier.annuleer")))));
}

Response show_change(const PartijSchermen& s, Request& request, Desk& desk) {
    auto partij = to_change(s, request, desk);
    if (!partij) return desk.fail(partij.error());
    Invoer invoer = invoer_of(partij->gegevens);
    return desk.page(desk.t("partij.scherm.wijzig"), change_page(s, request, desk, {std::move(*partij), std::move(invoer)}));
}

Response save_change(const PartijSchermen& s, Request& request, Desk& desk) {
    const auto partij = to_change(s, request, desk);
    if (!partij) return desk.fail(partij.error());
    Wijzigen w{*partij, read_invoer(request, partij->gegevens, desk.today())};
    w.errors = w.invoer.fouten;
    if (request.form.has("zoek_adres")) {
        w.melding = vul_adres_aan(s, request, desk, partij->gemeente, w.invoer);
        w.errors = w.melding.fouten;
        w.partij.versie = std::strtoll(std::string(request.form.get("versie")).c_str(), nullptr, 10);  // what was read stays what was read
        const Html main = change_page(s, request, desk, w);
        return w.errors.empty() ? desk.page(desk.t("partij.scherm.wijzig"), main) : desk.invalid_page(desk.t("partij.scherm.wijzig"), main);
    }
    const auto seen = std::strtoll(std::string(request.form.get("versie")).c_str(), nullptr, 10);
    if (w.errors.empty()) {
        const auto saved = s.partijen.change(desk.caller, {partij->id, seen, w.invoer.gegevens, gesprek_in(request)});
        if (saved) return Response::redirect(with_query(url_of(partij->id, gesprek_in(request)), "melding", "partij.scherm.gewijzigd"));
        if (saved.error().reason == Reason::conflict && seen != partij->versie) w.versions = verschillen(partij->gegevens, normalised(w.invoer.gegevens, desk.today()));
        else if (saved.error().reason != Reason::invalid) return desk.fail(saved.error());
        w.errors = as_form_errors(saved.error().fields, w.invoer.gegevens);
        if (!w.versions.empty()) return desk.page({desk.t("partij.scherm.wijzig"), true}, change_page(s, request, desk, w), 409);
        if (w.errors.empty()) return Response::redirect(url_of(partij->id, gesprek_in(request)));  // someone made the same change
    }
    return desk.invalid_page(desk.t("partij.scherm.wijzig"), change_page(s, request, desk, w));
}

}  // namespace

void add_formulier_routes(access::DeskRoutes& routes, const PartijSchermen& s) {
    routes.get("/personen/nieuw", [s](Request& request, Desk& desk) { return show_new(s, request, desk); });
    routes.post("/personen/nieuw", [s](Request& request, Desk& desk) { return save_new(s, request, desk); });
    routes.get("/personen/{id}/wijzig", [s](Request& request, Desk& desk) { return show_change(s, request, desk); });
    routes.post("/personen/{id}/wijzig", [s](Request& request, Desk& desk) { return save_change(s, request, desk); });
}

}  // namespace dichtbij::partij
