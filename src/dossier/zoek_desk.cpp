// The search box: one line, read as what it can be, over persons, companies, tasks and contacts.
#include "dossier/dossier_desk.h"
#include "dossier/klantbeeld_render.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "organisatie/organisatie_service.h"
#include "partij/invoer_desk.h"
#include "partij/partij_follow.h"
#include "partij/scherm_desk.h"
#include "werk/lijst_desk.h"
#include "zaak/zaak_follow.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace dichtbij::dossier {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;
using partij::Treffer;
using partij::Zoekvraag;

constexpr int names_max = 25;
constexpr int loose_contacts_max = 10;
constexpr int titles_max = 25;

struct Gevonden {
    Zoekvraag vraag;
    std::vector<Treffer> exact;
    std::vector<Treffer> names;
    bool by_guess = false;        // they sound or look like what was typed
    bool names_unavailable = false;
    std::vector<werk::Regelbeeld> werk;
    std::vector<klantcontact::Contactregel> contacten;  // by number, or of nobody who is known
    std::map<Id<Gemeente>, std::string> gemeenten;

    bool is_empty() const { return exact.empty() && names.empty() && werk.empty() && contacten.empty(); }
};

// ---- Looking

// Cases whose title says it; those found by number stand there already.
void look_at_titles(const DossierSchermen& s, store::Tx& tx, const access::Caller& caller, Instant now, Gevonden& found) {
    if (s.zaken == nullptr || found.vraag.woorden.empty() || !found.exact.empty()) return;
    std::string words;
    for (const auto& word : found.vraag.woorden) words += (words.empty() ? "" : " ") + word;
    std::vector<werk::Werkregel> regels;
    const auto grenzen = werk::bakgrenzen(now);
    for (zaak::Zaakregel& one : zaak::find_titles(s.index, *s.zaken, tx, caller, words, titles_max).regels) {
        const bool is_there = std::any_of(found.werk.begin(), found.werk.end(), [&](const auto& had) { return had.regel.werk.id == one.werk.id; });
        const auto bak = werk::bak_of(one.werk, grenzen);
        if (!is_there) regels.push_back({std::move(one.werk), false, bak});
    }
    for (werk::Regelbeeld& one : werk::with_names(tx, s.partijen, std::move(regels), now)) found.werk.push_back(std::move(one));
}

void look_in_index(const DossierSchermen& s, store::Tx& tx, const access::Caller& caller, Gevonden& found) {
    if (found.vraag.woorden.empty() || !found.exact.empty()) return;
    auto by_name = partij::find_names(s.index, s.partijen, tx, caller, found.vraag, names_max);
    found.names = std::move(by_name.treffers);
    found.by_guess = by_name.by_guess;
    found.names_unavailable = by_name.is_unavailable;
}

void look_by_keys(const DossierSchermen& s, store::Tx& tx, const access::Caller& caller, Instant now, Gevonden& found) {
    std::vector<werk::Werkregel> regels;
    const auto grenzen = werk::bakgrenzen(now);
    for (const auto& sleutel : found.vraag.sleutels) {
        using Kind = partij::SoortSleutel;
        std::vector<klantcontact::Contactregel> contacten;
        if (sleutel.soort == Kind::referentie) {
            for (werk::Werk& one : s.werk.by_nummer(tx, caller, sleutel.waarde)) {
                const bool closed = one.titel.empty();
                const auto bak = werk::bak_of(one, grenzen);
                regels.push_back({std::move(one), closed, bak});
            }
            contacten = s.klantcontacten.by_nummer(tx, caller, sleutel.waarde);
        } else if (sleutel.soort == Kind::telefoonnummer || sleutel.soort == Kind::email) {
            contacten = s.klantcontacten.with_adres(tx, caller, sleutel.waarde, loose_contacts_max);
        }
        for (auto& one : contacten)
            if (!one.afgeschermd) found.contacten.push_back(std::move(one));
    }
    found.werk = werk::with_names(tx, s.partijen, std::move(regels), now);
}

Result<Gevonden> look(const DossierSchermen& s, const Desk& desk, std::string_view typed) {
    return s.store.read([&](store::Tx& tx) -> Result<Gevonden> {
        Gevonden found;
        found.vraag = partij::parse_zoekvraag(typed, desk.today());
        TRY(found.exact, s.partijen.find(tx, desk.caller, found.vraag));
        look_in_index(s, tx, desk.caller, found);
        look_by_keys(s, tx, desk.caller, desk.now, found);
        look_at_titles(s, tx, desk.caller, desk.now, found);
        for (const auto& id_ : access::scope_of(desk.caller).gemeenten) {
            const auto gemeente = organisatie::gemeente(tx, id_);
            if (gemeente) found.gemeenten[id_] = gemeente->naam;
        }
        return found;
    });
}

// ---- Showing

// Where a hit leads: to the person, or back to who asked for one.
struct Doel {
    std::optional<Id<Gesprek>> gesprek;
    std::string terug;
    std::string url(Id<Partij> id_) const { return terug.empty() ? partij::url_of(id_, gesprek) : partij::with_query(terug, "partij", id_.text()); }
};

// The one page that an exact key leads to; empty when there are none or several.
std::string only_page(const Gevonden& found, const Doel& doel) {
    if (found.vraag.sleutels.empty() || !found.names.empty()) return {};
    std::set<std::string> urls;
    for (const auto& one : found.exact) urls.insert(doel.url(one.id));
    for (const auto& one : found.werk) urls.insert(one.regel.afgeschermd ? "" : werk::url_of(one.regel.werk));
    for (const auto& one : found.contacten) urls.insert("/klantcontacten/" + one.klantcontact.id.text());
    return urls.size() == 1 ? *urls.begin() : std::string();
}

std::string matched_on(const Texts& t, const Zoekvraag& vraag) {
    std::string words;
    const auto add = [&](const std::string& key) {
        const std::string more = t("dossier.gevonden." + key);
        if (words.find(more) == std::string::npos) words += (words.empty() ? "" : ", ") + more;
    };
    for (const auto& sleutel : vraag.sleutels)
        if (sleutel.soort != partij::SoortSleutel::referentie) add(boost::describe::enum_to_string(sleutel.soort, ""));
    if (vraag.postcode) add("adres");
    if (vraag.geboortedatum && (!vraag.geboortedatum_is_gok || vraag.sleutels.empty())) add("geboortedatum");
    if (!vraag.woorden.empty()) add("naam");
    return words;
}

Html person_row(const Desk& desk, const Gevonden& found, const Treffer& one, const Doel& doel, const std::string& why) {
    const Texts& t = desk.t;
    const auto gemeente = found.gemeenten.find(one.gemeente);
    const std::string kind = t("partij.soort." + std::string(boost::describe::enum_to_string(one.soort, "")));
    return row(attr("data-row-url", doel.url(one.id)),
               cell(cover(doel.url(one.id), one.naam.empty() ? t("dossier.naamloos") : one.naam, kind),
                    each(one.waarschuwingen, [&](partij::Waarschuwing w) {
                        return join(" ", badge(warning_icon(w), t("dossier.let_op." + std::string(boost::describe::enum_to_string(w, ""))), Tone::today));
                    })),
               cell(attr("data-l", t("dossier.geboren")), one.geboortedatum ? partij::geboortedatum_getypt(*one.geboortedatum) : ""),
               cell(attr("data-l", t("dossier.gemeente")), gemeente == found.gemeenten.end() ? "" : gemeente->second),
               cell(attr("data-l", t("dossier.gevonden_op")), why));
}

Html persons_part(const Desk& desk, const Gevonden& found, const Doel& doel) {
    const Texts& t = desk.t;
    if (found.exact.empty() && found.names.empty()) return {};
    const std::string exact = matched_on(t, found.vraag);
    const std::string names = t(found.by_guess ? "dossier.gevonden.lijkt" : "dossier.gevonden.naam");
    const auto rows = join(each(found.exact, [&](const Treffer& one) { return person_row(desk, found, one, doel, exact); }),
                           each(found.names, [&](const Treffer& one) { return person_row(desk, found, one, doel, names); }));
    return section_of({"h-personen", t("dossier.personen"), std::to_string(found.exact.size() + found.names.size())},
                      join(when(found.by_guess, [&] { return p(cls("soft"), t("dossier.lijkt_uitleg")); }),
                           stackable_table(t("dossier.personen"),
                                           {{t("dossier.naam")}, {t("dossier.geboren")}, {t("dossier.gemeente")}, {t("dossier.gevonden_op")}}, rows)));
}

Html work_part(const Desk& desk, const Gevonden& found) {
    const Texts& t = desk.t;
    if (found.werk.empty()) return {};
    return section_of({"h-werk", t("dossier.taken"), std::to_string(found.werk.size())},
                      stackable_table(t("dossier.taken"), werk::columns_of(t, werk::Kiezen::nee), each(found.werk, [&](const werk::Regelbeeld& one) {
                                          return werk::row_of(t, one, desk.now, werk::Kiezen::nee);
                                      })));
}

Html contacts_part(const Desk& desk, const Gevonden& found) {
    const Texts& t = desk.t;
    if (found.contacten.empty()) return {};
    return section_of({"h-contacten", t("dossier.contacten"), std::to_string(found.contacten.size())},
                      stackable_table(t("dossier.contacten"), {{t("dossier.vraag")}, {t("dossier.kanaal")}, {t("dossier.wanneer")}},
                                      each(found.contacten, [&](const klantcontact::Contactregel& one) {
                                          const auto& k = one.klantcontact;
                                          const std::string url = "/klantcontacten/" + k.id.text();
                                          const std::string& kanaal = k.inhoud.kanaal;
                                          return row(attr("data-row-url", url), cell(cover(url, k.inhoud.onderwerp, k.nummer)),
                                                     cell(attr("data-l", t("dossier.kanaal")), t.has("kanaal." + kanaal) ? t("kanaal." + kanaal) : kanaal),
                                                     cell(attr("data-l", t("dossier.wanneer")), moment(t, k.inhoud.plaatsgevonden_op, desk.now)));
                                      })));
}

std::string new_url(std::string_view kind, std::string_view typed, const Doel& doel) {
    std::string url = partij::with_query("/personen/nieuw", "soort", kind);
    url = partij::with_query(url, "q", typed);
    if (doel.gesprek) url = partij::with_query(url, "gesprek", doel.gesprek->text());
    return doel.terug.empty() ? url : partij::with_query(url, "terug", doel.terug);
}

Html next_steps(const Texts& t, std::string_view typed, const Doel& doel) {
    return section_of({"h-niet", t("dossier.staat_er_niet")},
                      div(cls("row"), button_link(new_url("persoon", typed, doel), t("dossier.nieuwe_persoon"), "user-plus"),
                          button_link(new_url("organisatie", typed, doel), t("dossier.nieuw_bedrijf"), "building"),
                          when(doel.terug.empty() && !doel.gesprek, [&] { return button_link("/contact/nieuw", t("dossier.nieuw_contact"), "plus"); }),
                          when(!typed.empty(), [&] {
                              return a(href(partij::with_query("/werk?wie=alles", "tekst", typed)), t("dossier.zoek_in_werk"));
                          })));
}

Html box(const Texts& t, std::string_view typed, const Doel& doel) {
    const Form fields(t);
    return form(cls("filters"), action("/zoeken"), attr("role", "search"), attr("aria-label", t("dossier.zoek")),
                when(doel.gesprek.has_value(), [&] { return hidden("gesprek", doel.gesprek->text()); }),
                when(!doel.terug.empty(), [&] { return hidden("terug", doel.terug); }),
                fields.input({.name = "q", .label = t("dossier.zoek_wat"), .value = std::string(typed), .type = "search",
                              .attributes = {attr("maxlength", std::to_string(partij::zoekvraag_max_bytes)), attr("autocomplete", "off")}, .id = "zoek-hier"}),
                button(cls("btn"), type("submit"), icon("search"), t("dossier.zoek")));
}

Response show(const DossierSchermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const std::string typed(request.query.get("q").substr(0, partij::zoekvraag_max_bytes));
    const Doel doel{partij::gesprek_in(request), partij::terug_in(request)};
    desk.frame.search = typed;
    const Html top = join(werk::undo_bar_of(request, desk), page_head(t("dossier.zoeken"), typed.empty() ? "" : t("dossier.gezocht_op", typed)), box(t, typed, doel));
    if (partij::parse_zoekvraag(typed, desk.today()).is_empty())
        return desk.page(t("dossier.zoeken"), join(top, empty_state(t("dossier.zoek_leeg"), t("dossier.zoek_uitleg"), "search"), next_steps(t, "", doel)));
    const auto found = look(s, desk, typed);
    if (!found) return desk.fail(found.error());
    if (const std::string url = only_page(*found, doel); !url.empty()) return Response::redirect(url);
    const Html nothing = when(found->is_empty(), [&] { return empty_state(t("dossier.niets_gevonden"), t("dossier.niets_gevonden_uitleg"), "search"); });
    const Html broken = when(found->names_unavailable, [&] { return alert("info-circle", p(t("dossier.geen_namen"))); });
    return desk.page(t("dossier.zoeken"), join(top, broken, nothing, persons_part(desk, *found, doel), work_part(desk, *found), contacts_part(desk, *found),
                                               next_steps(t, typed, doel)));
}

}  // namespace

void add_zoek_routes(access::DeskRoutes& routes, const DossierSchermen& s) {
    routes.get("/zoeken", [s](Request& request, Desk& desk) { return show(s, request, desk); });
}

}  // namespace dichtbij::dossier
