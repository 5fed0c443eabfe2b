// Dividing the cases of a team: choose several, give them to one, over several by capacity, or back to the team.

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "html/dates.h"
#include "html/parts.h"
#include "html/woord.h"
#include "organisatie/organisatie_service.h"
#include "overleg/verdeellijst_desk.h"
#include "werk/lijst_desk.h"
#include "werk/regels_render.h"
#include "zaak/typefilter_service.h"
#include "zaak/zaak_woorden_render.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::overleg {

using namespace html;  // NOLINT: a screen is written in elements
using access::Desk;
using http::Request;
using http::Response;

namespace {

struct Persoon {
    Bezetting bezetting;
    std::string naam;
    std::int64_t open_werk = 0;  // of every team and kind
};

struct Beeld {
    std::vector<Lijstrij> rijen;
    std::optional<zaak::Plaats> volgende;
    std::vector<Persoon> personen;
    std::vector<Choice> gemeenten, teams, zaaktypen, eigenaren;
    std::string team;
};

// What was tried, when it must be shown again.
struct Poging {
    const Request* request = nullptr;
    std::vector<FieldError> errors = {};
    Html uitslag = {};
};

Result<Beeld> look(const VerdeelSchermen& s, const Desk& desk, const Verdeelvraag& v) {
    return s.store.read([&](store::Tx& tx) -> Result<Beeld> {
        Beeld beeld;
        TRY(const Teambezetting team, s.verdelen.bezetting(tx, desk.caller, *v.vraag.team));
        for (const Bezetting& one : team.personen) {
            beeld.personen.push_back({one, organisatie::naam_of(tx, one.medewerker), s.verdelen.open_werk(tx, one.medewerker)});
            beeld.eigenaren.push_back({one.medewerker.text(), beeld.personen.back().naam, ""});
        }
        TRY(const zaak::Zakenpagina page, s.zaken.list(tx, desk.caller, v.vraag));
        beeld.volgende = page.volgende;
        Namen namen(s, tx, desk.t);
        for (const auto& regel : page.regels) beeld.rijen.push_back({regel, namen.of(regel)});
        for (const auto& gemeente : access::scope_of(desk.caller).gemeenten) {
            if (s.verdelen.teams(tx, desk.caller, gemeente).empty()) continue;
            if (const auto found = organisatie::gemeente(tx, gemeente)) beeld.gemeenten.push_back({gemeente.text(), found->naam, ""});
        }
        for (const auto& id_ : s.verdelen.teams(tx, desk.caller, v.vraag.gemeente))
            if (const auto found = organisatie::team(tx, id_)) beeld.teams.push_back({id_.text(), found->naam, ""});
        for (const Choice& one : beeld.teams)
            if (one.value == v.vraag.team->text()) beeld.team = one.label;
        for (const auto& one : zaak::typefilter(tx, v.vraag.gemeente, zaak::Loopt::open, v.vraag.zaaktype, desk.today()).typen)
            beeld.zaaktypen.push_back({one.id.text(), zaaktype::in_taal(desk.t, one.naam), ""});
        std::sort(beeld.zaaktypen.begin(), beeld.zaaktypen.end(), [](const Choice& a_, const Choice& b_) { return a_.label < b_.label; });
        return beeld;
    });
}

// What the list asks, so that a form leads back to it.
Html vraag_velden(const Verdeelvraag& v) {
    return join(hidden("gemeente", v.vraag.gemeente.text()), hidden("team", v.vraag.team->text()), when(v.vraag.eigenaar.has_value(), [&] { return hidden("eigenaar", v.vraag.eigenaar->text()); }),
                when(v.vraag.zaaktype.has_value(), [&] { return hidden("zaaktype", v.vraag.zaaktype->text()); }), hidden("op", woord(v.orde)),
                each(v.kolommen, [](Kolom one) { return hidden("kolom", woord(one)); }));
}

std::string load_words(const Texts& t, const Bezetting& one) {
    return one.capaciteit ? t("verdelen.belasting_van", one.zaken, *one.capaciteit) : t("verdelen.belasting", one.zaken);
}

Html cell_of(const Desk& desk, Kolom kolom, const Lijstrij& rij) {
    const Texts& t = desk.t;
    const zaak::Zaak& zaak = rij.zaak.zaak;
    const auto words = [&](const std::string& text_) { return cell(cls("has-check"), attr("data-l", kolom_kop(t, kolom)), text_); };
    switch (kolom) {
        case Kolom::beloofd: {
            werk::Regelbeeld due_;
            due_.regel.werk = rij.zaak.werk;
            if (rij.zaak.werk.beloofd_op && *rij.zaak.werk.beloofd_op < desk.now) due_.werkdagen_te_laat = werk::weekdays_late(*rij.zaak.werk.beloofd_op, desk.now);
            return cell(cls("has-check"), werk::due_of(t, due_, desk.now));
        }
        case Kolom::aanvrager: return words(rij.zaak.afgeschermd ? t("werk.u_ziet_inhoud_niet") : rij.woorden.aanvrager.empty() ? t("werk.anoniem") : rij.woorden.aanvrager);
        case Kolom::zaaktype: return words(rij.woorden.zaaktype);
        case Kolom::stand: return words(rij.woorden.stand);
        case Kolom::wet: return cell(cls("has-check"), attr("data-l", t("zaaklijst.wet")), zaak.laatste_datum ? zaak::wet_badge(t, zaak, desk.today()) : Html());
        case Kolom::ontvangen: return words(short_day(t, zaak.startdatum, desk.today()));
        case Kolom::casemanager:
            return cell(cls("has-check owner"), attr("data-l", t("zaakblad.casemanager")), rij.woorden.casemanager, when(!rij.woorden.is_aanvaard, [&] { return join(" ", badge("hand-stop", t("werk.niet_aanvaard"))); }));
    }
    return {};
}

std::string keuze_of(const werk::Werk& werk) { return werk.id.text() + ":" + std::to_string(werk.versie); }

using Gekozen = std::set<std::string>;  // ids of work

// What was chosen before a fault.
Gekozen chosen_in(const Request* request) {
    Gekozen chosen;
    if (request != nullptr)
        for (const auto words : request->form.all("keuze")) chosen.emplace(words.substr(0, words.find(':')));
    return chosen;
}

Html pick_cell(const Texts& t, const Lijstrij& rij, const std::string& title_, const Gekozen& chosen) {
    // What he may not read he does not divide.
    if (rij.zaak.afgeschermd) return td(cls("pick"), attr("role", "cell"), icon("lock"));
    return td(cls("pick"), attr("role", "cell"), input(type("checkbox"), name("keuze"), value(keuze_of(rij.zaak.werk)), flag("checked", chosen.contains(rij.zaak.werk.id.text())),
                                                       attr("aria-label", t("deel.kies", title_))));
}

Html list_row(const Desk& desk, const Verdeelvraag& v, const Lijstrij& rij, const Gekozen& chosen) {
    const Texts& t = desk.t;
    const zaak::Zaak& zaak = rij.zaak.zaak;
    const std::string url = "/zaken/" + zaak.id.text();
    const std::string title_ = rij.zaak.afgeschermd ? t("zaakblad.er_loopt_een_zaak") : zaak.omschrijving;
    return row(attr("data-row-id", zaak.id.text()), attr("data-row-url", url), pick_cell(t, rij, title_, chosen), cell(cls("has-check"), cover(url, title_, zaak.nummer)), each(v.kolommen, [&](Kolom one) { return cell_of(desk, one, rij); }));
}

Html table(const Desk& desk, const Verdeelvraag& v, const Beeld& beeld, const Gekozen& chosen) {
    const Texts& t = desk.t;
    if (beeld.rijen.empty()) return empty_state(t("zaaklijst.leeg"), t(v.vraag.eigenaar || v.vraag.zaaktype ? "lijst.leeg_filter" : "zaaklijst.leeg.team"), "folder");
    std::vector<Column> columns{choose_all_column(t), {t("zaakblad.zaak")}};
    for (const Kolom one : v.kolommen) {
        Column column{.label = kolom_kop(t, one)};
        if (one == Kolom::beloofd || one == Kolom::wet) {
            Verdeelvraag other = v;
            other.orde = one == Kolom::wet ? Orde::wet : Orde::beloofd;
            column.sort_url = "/verdelen?" + query_of(other);
            column.is_sorted = other.orde == v.orde;
        }
        columns.push_back(column);
    }
    return stackable_table(t("verdelen.titel_team", beeld.team), columns, each(beeld.rijen, [&](const Lijstrij& one) { return list_row(desk, v, one, chosen); }));
}

Html list_filters(const Desk& desk, const Verdeelvraag& v, const Beeld& beeld) {
    const Texts& t = desk.t;
    const Form velden(t);
    std::vector<Choice> columns;
    std::vector<std::string> chosen;
    for (const Kolom one : {Kolom::beloofd, Kolom::aanvrager, Kolom::zaaktype, Kolom::stand, Kolom::wet, Kolom::ontvangen, Kolom::casemanager}) columns.push_back({woord(one), kolom_kop(t, one), ""});
    for (const Kolom one : v.kolommen) chosen.push_back(woord(one));
    return form(cls("filters"), action("/verdelen"), attr("role", "search"), attr("aria-label", t("lijst.filter")), hidden("op", woord(v.orde)),
                when(beeld.gemeenten.size() > 1, [&] { return velden.select({.name = "gemeente", .label = t("lijst.gemeente"), .value = v.vraag.gemeente.text()}, beeld.gemeenten); }),
                when(beeld.teams.size() > 1, [&] { return velden.select({.name = "team", .label = t("zaakblad.team"), .value = v.vraag.team->text()}, beeld.teams); }),
                velden.select({.name = "eigenaar", .label = t("zaakblad.casemanager"), .value = v.vraag.eigenaar ? v.vraag.eigenaar->text() : ""}, beeld.eigenaren, t("lijst.iedereen")),
                velden.select({.name = "zaaktype", .label = t("zaakblad.zaaktype"), .value = v.vraag.zaaktype ? v.vraag.zaaktype->text() : ""}, beeld.zaaktypen, t("zaaklijst.alle_typen")),
                details(summary(t("zaaklijst.kolommen")), velden.checkboxes({.name = "kolom", .label = t("zaaklijst.kolommen"), .needed = Needed::no}, columns, chosen)), button(cls("btn"), type("submit"), t("lijst.toon")));
}

class Paneel {
  public:
    Paneel(const Desk& desk, const Verdeelvraag& v, const Beeld& beeld, const Poging& poging) : desk_(desk), v_(v), beeld_(beeld), poging_(poging), velden_(desk.t, poging.errors) {}
    const Form& velden() const { return velden_; }

    Html html() const {
        const Texts& t = desk_.t;
        std::vector<Choice> one, several;
        for (const Persoon& p_ : beeld_.personen) {
            const std::string load = load_words(t, p_.bezetting) + (p_.bezetting.aanwezig ? "" : ", " + t("verdelen.afwezig"));
            one.push_back({p_.bezetting.medewerker.text(), p_.naam + " (" + load + ")", ""});
            several.push_back({p_.bezetting.medewerker.text(), p_.naam, load});
        }
        return section(cls("panel stack"), attr("aria-labelledby", "h-verdeel"), h2(id("h-verdeel"), t("verdelen.verdeel")), vraag_velden(v_),
                       each(beeld_.rijen, [&](const Lijstrij& rij) { return rij.zaak.afgeschermd ? Html() : hidden("blad", keuze_of(rij.zaak.werk)); }),
                       velden_.checkbox({.name = "alles", .label = t("verdelen.alles"), .value = "1", .needed = Needed::yes}, typed("alles") == "1"),
                       velden_.radios({.name = "hoe", .label = t("verdelen.hoe"), .value = typed("hoe", "een")}, {{"een", t("verdelen.hoe.een"), ""}, {"meer", t("verdelen.hoe.meer"), t("verdelen.hoe.meer_uitleg")}, {"vrij", t("verdelen.hoe.vrij"), t("verdelen.hoe.vrij_uitleg")}}),
                       div(attr("data-when", "hoe=een"), velden_.select({.name = "medewerker", .label = t("taak.collega"), .value = typed("medewerker")}, one, t("taak.kies"))),
                       div(attr("data-when", "hoe=meer"), velden_.checkboxes({.name = "medewerkers", .label = t("verdelen.over_wie")}, several, all_typed("medewerkers"))),
                       velden_.checkbox({.name = "boven", .label = t("verdelen.boven"), .value = "1"}, typed("boven") == "1"),
                       velden_.textarea({.name = "reden", .label = t("vastgelopen.veld.reden"), .value = typed("reden"), .attributes = {attr("maxlength", std::to_string(werk::reden_limit))}}, 2), div(cls("row"), submit(t("verdelen.verdeel"))));
    }

  private:
    std::string typed(std::string_view naam, std::string_view otherwise = {}) const {
        const auto* given = poging_.request ? poging_.request->form.find(naam) : nullptr;
        return given ? *given : std::string(otherwise);
    }
    std::vector<std::string> all_typed(std::string_view naam) const {
        std::vector<std::string> all;
        if (!poging_.request) return all;
        for (const auto one : poging_.request->form.all(naam)) all.emplace_back(one);
        return all;
    }

    const Desk& desk_;
    const Verdeelvraag& v_;
    const Beeld& beeld_;
    const Poging& poging_;
    Form velden_;
};

// `poging`: of setting capacity.
Html people(const Desk& desk, const Verdeelvraag& v, const Beeld& beeld, const Poging& poging) {
    const Texts& t = desk.t;
    const Form velden(t, poging.errors);
    const auto typed = [&](const std::string& naam, const Bezetting& one) {
        const auto* given = poging.request ? poging.request->form.find(naam) : nullptr;
        return given ? *given : one.capaciteit ? std::to_string(*one.capaciteit) : std::string();
    };
    const Html rows_ = each(beeld.personen, [&](const Persoon& one) {
        const std::string naam = "capaciteit." + one.bezetting.medewerker.text();
        return row(cell(one.naam, when(!one.bezetting.aanwezig, [&] { return join(" ", badge("user-off", t("verdelen.afwezig"))); }), when(one.bezetting.is_vol(), [&] { return join(" ", badge("alert-triangle", t("verdelen.vol"), Tone::late)); })),
                   cell(cls("r num"), attr("data-l", t("verdelen.zaken_nu")), one.bezetting.zaken), cell(cls("r num"), attr("data-l", t("verdelen.open_werk")), one.open_werk),
                   cell(velden.input({.name = naam, .label = t("verdelen.hoogstens"), .value = typed(naam, one.bezetting), .needed = Needed::no, .type = "number", .attributes = {attr("aria-label", t("verdelen.hoogstens") + ", " + one.naam), attr("min", "0"), attr("max", std::to_string(capaciteit_hoogste)), attr("inputmode", "numeric")}})));
    });
    return section_of({"h-capaciteit", t("verdelen.capaciteit")},
                      join(p(cls("soft"), t("verdelen.capaciteit_uitleg")),
                           form(cls("stack"), attr("method", "post"), action("/verdelen/capaciteit"), flag("novalidate"), csrf_field(desk.csrf), vraag_velden(v), velden.summary(),
                                stackable_table(t("verdelen.capaciteit"), {{t("taak.collega")}, {.label = t("verdelen.zaken_nu"), .is_number = true}, {.label = t("verdelen.open_werk"), .is_number = true}, {t("verdelen.hoogstens")}}, rows_),
                                div(cls("row below"), button(cls("btn"), type("submit"), t("formulier.bewaar"))))));
}

Response show(const VerdeelSchermen& s, const Request& request, Desk& desk, const Verdeelvraag& v, const Poging& poging) {
    const Texts& t = desk.t;
    const auto beeld = look(s, desk, v);
    if (!beeld) return desk.fail(beeld.error());
    const std::string query = query_of(v);
    const std::string title_ = t("verdelen.titel_team", beeld->team);
    const bool was_capacity = poging.request && poging.request->path == "/verdelen/capaciteit";
    const Poging dividing = was_capacity ? Poging{} : poging;
    const Paneel paneel(desk, v, *beeld, dividing);
    const Html main_ =
        join(werk::undo_bar_of(request, desk), page_head(title_, t("verdelen.uitleg"), button_link("/verdelen/export.csv?" + query, t("lijst.exporteer"), "download")), poging.uitslag, keuzes_deel(s, desk, Lijstplek::verdelen, query),
             list_filters(desk, v, *beeld), paneel.velden().summary(),
             form(attr("method", "post"), action("/verdelen"), csrf_field(desk.csrf), div(cls("desk-split"), div(table(desk, v, *beeld, chosen_in(dividing.request)), pager(t, beeld->volgende ? "/verdelen?" + query + "&na=" + beeld->volgende->text() : "")), paneel.html())),
             people(desk, v, *beeld, was_capacity ? poging : Poging{}));
    return poging.errors.empty() ? desk.page(title_, main_) : desk.invalid_page(title_, main_);
}

Response open(const VerdeelSchermen& s, const Request& request, Desk& desk) {
    const auto v = read_vraag(s, request.query, desk);
    if (!v) return desk.fail({Reason::forbidden, "leads no team", {}, {}});
    if (request.query.has("kolom")) static_cast<void>(s.verdelen.onthoud_vorm(desk.caller, Lijstplek::verdelen, vorm_of(*v)));
    return show(s, request, desk, *v, {});
}

std::vector<werk::Keuze> read_keuzes(const Request& request) {
    std::vector<werk::Keuze> keuzes;
    std::set<Id<Werk>> seen;
    for (const auto words : request.form.all(request.form.get("alles") == "1" ? "blad" : "keuze")) {
        const auto colon = words.find(':');
        const auto werk = Id<Werk>::parse(words.substr(0, colon));
        if (!werk || colon == std::string_view::npos || !seen.insert(*werk).second) continue;
        keuzes.push_back({*werk, std::strtoll(std::string(words.substr(colon + 1)).c_str(), nullptr, 10)});
    }
    return keuzes;
}

Result<Verdeling> read_verdeling(const Request& request, Id<Team> team) {
    Verdeling act{team, read_keuzes(request), Vrijgeven{}, std::string(request.form.get("reden")), request.form.get("boven") == "1" ? Vol::toegestaan : Vol::weigeren};
    if (request.form.get("hoe") == "meer") {
        OverMeer several;
        for (const auto words : request.form.all("medewerkers"))
            if (const auto id_ = Id<Medewerker>::parse(words)) several.medewerkers.push_back(*id_);
        act.hoe = several;
    } else if (request.form.get("hoe") != "vrij") {
        const auto id_ = Id<Medewerker>::parse(request.form.get("medewerker"));
        if (!id_) return invalid("medewerker", "taak.fout.collega");
        act.hoe = AanEen{*id_};
    }
    return act;
}

std::string refused_because(const Texts& t, const Failure& failure) {
    if (!failure.key.empty()) return t(failure.key);
    if (!failure.fields.empty()) return t(failure.fields.front().key);
    return t(failure.reason == Reason::forbidden ? "verdelen.fout.mag_niet" : "verdelen.fout.niet_gevonden");
}

Html report(const VerdeelSchermen& s, const Desk& desk, const Uitslag& uitslag) {
    const Texts& t = desk.t;
    const int done = uitslag.gelukt(), refused = static_cast<int>(uitslag.regels.size()) - done;
    std::map<Id<Medewerker>, int> given;
    for (const Verdeelregel& one : uitslag.regels)
        if (!one.fout && one.naar) ++given[*one.naar];
    const Html per_person = s.store.read([&](store::Tx& tx) {
        std::vector<Html> all;
        for (const auto& [medewerker, aantal] : given) all.push_back(li(t("verdelen.kreeg", aantal, organisatie::naam_of(tx, medewerker))));
        return ul(all);
    });
    std::vector<Html> why;
    for (const Verdeelregel& one : uitslag.regels)
        if (one.fout) why.push_back(li(one.nummer.empty() ? t("verdelen.onbekende_zaak") : one.nummer, ": ", refused_because(t, *one.fout)));
    return alert(refused > 0 ? "alert-triangle" : "check", join(p(attr("role", "status"), t("verdelen.gelukt", done), when(refused > 0, [&] { return text(" " + t("verdelen.geweigerd", refused)); })), when(!given.empty(), [&] { return per_person; }), when(!why.empty(), [&] { return ul(why); })),
                 refused > 0 ? Tone::late : Tone::good);
}

Response divide(const VerdeelSchermen& s, Request& request, Desk& desk) {
    const auto v = read_vraag(s, request.form, desk);
    if (!v) return desk.fail({Reason::forbidden, "leads no team", {}, {}});
    const auto act = read_verdeling(request, *v->vraag.team);
    const auto done = act ? s.verdelen.verdeel(desk.caller, *act) : Result<Uitslag>(Fail(act.error()));
    if (done) return show(s, request, desk, *v, {nullptr, {}, report(s, desk, *done)});
    if (done.error().reason == Reason::invalid) return show(s, request, desk, *v, {&request, done.error().fields, {}});
    return desk.fail(done.error());
}

Response set_capacity(const VerdeelSchermen& s, Request& request, Desk& desk) {
    const auto v = read_vraag(s, request.form, desk);
    if (!v) return desk.fail({Reason::forbidden, "leads no team", {}, {}});
    std::map<Id<Medewerker>, std::optional<int>> wanted;
    for (const auto& [naam, waarde] : request.form) {
        if (!naam.starts_with("capaciteit.")) continue;
        const auto id_ = Id<Medewerker>::parse(std::string_view(naam).substr(11));
        if (!id_) continue;
        const auto words = trimmed(waarde);
        if (words.empty()) wanted[*id_] = std::nullopt;
        else wanted[*id_] = words.size() <= 5 && all_digits(words) ? static_cast<int>(std::strtol(std::string(words).c_str(), nullptr, 10)) : -1;
    }
    const auto done = s.verdelen.set_capaciteiten(desk.caller, *v->vraag.team, wanted);
    if (done) return Response::redirect(werk::with_undo("/verdelen?" + query_of(*v), std::nullopt, "vastgelopen.gedaan.grenzen"));
    if (done.error().reason == Reason::invalid) return show(s, request, desk, *v, {&request, done.error().fields, {}});
    return desk.fail(done.error());
}

}  // namespace

void add_verdelen_routes(access::DeskRoutes& routes, const VerdeelSchermen& s) {
    routes.get("/verdelen", [s](Request& request, Desk& desk) { return open(s, request, desk); });
    routes.post("/verdelen", [s](Request& request, Desk& desk) { return divide(s, request, desk); });
    routes.get("/verdelen/export.csv", [s](Request& request, Desk& desk) { return export_lijst(s, request, desk); });
    routes.post("/verdelen/capaciteit", [s](Request& request, Desk& desk) { return set_capacity(s, request, desk); });
}

}  // namespace dichtbij::overleg
