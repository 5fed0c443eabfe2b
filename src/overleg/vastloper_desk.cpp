// One stuck case: its course in short, and what the team may do. And asking the team to look at a case.

#include <boost/describe/enum_from_string.hpp>

#include "base/text.h"
#include "html/dates.h"
#include "html/woord.h"
#include "organisatie/organisatie_service.h"
#include "overleg/overleg_schermen_desk.h"
#include "werk/lijst_desk.h"
#include "zaak/zaak_blad_desk.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::overleg {

using namespace html;  // NOLINT: a screen is written in elements
using access::Desk;
using http::Request;
using http::Response;

namespace {

struct Beeld {
    Vastloperblad blad;
    std::string eigenaar, team, behandeld_door, status;
    std::vector<std::string> vragers;  // as the causes
    std::vector<Moment> verloop;
    std::vector<Choice> collegas;      // "MEDEWERKER.TEAM"
    std::vector<Choice> teams;
    bool heeft_besloten = false;       // of some team the reader may not read the work
};

// What the last attempt was, when it went wrong.
struct Poging {
    const Request* request = nullptr;
    Failure failure = {};
};

Result<Beeld> look(const OverlegSchermen& s, const Desk& desk, Id<dichtbij::Vastloper> id_) {
    return s.store.read([&](store::Tx& tx) -> Result<Beeld> {
        Beeld beeld;
        TRY(beeld.blad, s.overleg.get(tx, desk.caller, id_));
        const Lijstregel& regel = beeld.blad.regel;
        beeld.eigenaar = organisatie::naam_of(tx, regel.zaak.werk.eigenaar);
        if (const auto team = organisatie::team(tx, regel.zaak.werk.team)) beeld.team = team->naam;
        if (regel.vastloper.behandeld_door) beeld.behandeld_door = organisatie::naam_of(tx, *regel.vastloper.behandeld_door);
        for (const Aanleiding& one : regel.aanleidingen) beeld.vragers.push_back(one.door ? organisatie::naam_of(tx, *one.door) : std::string());
        for (const auto& one : beeld.blad.zaaktype.statussen)
            if (one.code == regel.zaak.zaak.status) beeld.status = zaaktype::in_taal(desk.t, one.naam);
        zaak::Zaakblad names;
        names.beeld.zaaktype = beeld.blad.zaaktype;
        beeld.verloop = zaak::verloop_in_woorden(desk, tx, names, beeld.blad.verloop);
        if (!regel.vastloper.is_op_de_lijst()) return beeld;
        for (const auto& team : organisatie::teams_of_gemeente(tx, regel.vastloper.gemeente)) {
            // What goes there takes on the domain of the team.
            const bool is_closed = !access::may_read_domein(desk.caller, team.domein);
            const std::string team_words = is_closed ? desk.t("vastgelopen.leest_niet_mee", team.naam) : team.naam;
            beeld.heeft_besloten = beeld.heeft_besloten || is_closed;
            beeld.teams.push_back({team.id.text(), team_words, ""});
            for (const auto& lid : organisatie::members(tx, team.id, desk.today())) beeld.collegas.push_back({lid.id.text() + "." + team.id.text(), lid.naam + " (" + team_words + ")", ""});
        }
        std::sort(beeld.collegas.begin(), beeld.collegas.end(), [](const Choice& a_, const Choice& b_) { return a_.label < b_.label; });
        return beeld;
    });
}

class Formulieren {
  public:
    Formulieren(const Desk& desk, const Beeld& beeld, const Poging& poging) : desk_(desk), beeld_(beeld), poging_(poging), velden_(desk.t, poging.failure.fields) {}
    const Form& velden() const { return velden_; }

    Html reassign() const {
        const Texts& t = desk_.t;
        return act("toewijzen", "user-share",
                   join(velden_.radios({.name = "naar", .label = t("taak.naar"), .value = typed("naar", "medewerker")}, {{"medewerker", t("taak.naar.medewerker"), ""}, {"team", t("taak.naar.team"), ""}}),
                        div(attr("data-when", "naar=medewerker"), velden_.select({.name = "medewerker", .label = t("taak.collega"), .value = typed("medewerker")}, beeld_.collegas, t("taak.kies"))),
                        div(attr("data-when", "naar=team"), velden_.select({.name = "team", .label = t("taak.team"), .value = typed("team")}, beeld_.teams, t("taak.kies"))),
                        when(beeld_.heeft_besloten, [&] { return p(cls("small soft"), t("vastgelopen.leest_niet_mee_uitleg")); }), words("reden", werk::reden_limit)));
    }

    Html step() const {
        const Texts& t = desk_.t;
        std::vector<Choice> kinds;
        for (const auto soort : {zaak::Taaksoort::intern_advies, zaak::Taaksoort::extern_advies, zaak::Taaksoort::akkoord, zaak::Taaksoort::verstuur_document})
            kinds.push_back({woord(soort), t("zaaktaak.soort." + woord(soort)), ""});
        return act("stap", "list-check",
                   join(words("wat", zaak::taaknaam_limit), velden_.select({.name = "wie", .label = t("vastgelopen.veld.wie"), .value = typed("wie")}, beeld_.collegas, t("zaaktaak.naar_casemanager", beeld_.eigenaar)),
                        velden_.input({.name = "uiterlijk_datum", .label = t("vastgelopen.veld.uiterlijk_datum"), .value = typed("uiterlijk_datum"), .type = "date", .attributes = {attr("min", to_iso(desk_.today()))}}),
                        velden_.radios({.name = "vorm", .label = t("vastgelopen.veld.vorm"), .value = typed("vorm", "taak")}, {{"taak", t("vastgelopen.vorm.taak"), t("vastgelopen.vorm.taak_uitleg")}, {"notitie", t("vastgelopen.vorm.notitie"), t("vastgelopen.vorm.notitie_uitleg")}}),
                        div(attr("data-when", "vorm=taak"), velden_.select({.name = "soort", .label = t("vastgelopen.veld.soort"), .value = typed("soort", "intern_advies")}, kinds))));
    }

    Html settle() const {
        const Texts& t = desk_.t;
        std::vector<Choice> ends;
        for (const Afloop one : {Afloop::stap_afgesproken, Afloop::andere_eigenaar, Afloop::loopt_weer, Afloop::niet_nodig}) ends.push_back({woord(one), t("vastgelopen.afloop." + woord(one)), ""});
        return act("afronden", "circle-check", join(velden_.radios({.name = "afloop", .label = t("vastgelopen.veld.afloop"), .value = typed("afloop", "stap_afgesproken")}, ends), words("besluit", reden_limit)));
    }

  private:
    std::string typed(std::string_view naam, std::string_view otherwise = {}) const {
        const auto* given = poging_.request ? poging_.request->form.find(naam) : nullptr;
        return given ? *given : std::string(otherwise);
    }
    Html words(const std::string& naam, std::size_t limit) const {
        return velden_.textarea({.name = naam, .label = desk_.t("vastgelopen.veld." + naam), .value = typed(naam), .attributes = {attr("maxlength", std::to_string(limit))}}, 3);
    }
    Html act(const std::string& what, std::string_view icon_name, const Html& fields) const {
        const Lijstregel& regel = beeld_.blad.regel;
        const std::string heading = "h-" + what;
        return section(cls("panel stack"), attr("aria-labelledby", heading), h2(id(heading), icon(icon_name), " ", desk_.t("vastgelopen.doen." + what)),
                       form(cls("stack"), attr("method", "post"), action(vastloper_url(regel.vastloper.id) + "/" + what), csrf_field(desk_.csrf), hidden("versie", std::to_string(regel.vastloper.versie)),
                            hidden("werkversie", std::to_string(regel.zaak.werk.versie)), fields, div(cls("row"), submit(desk_.t("vastgelopen.knop." + what)))));
    }

    const Desk& desk_;
    const Beeld& beeld_;
    const Poging& poging_;
    Form velden_;
};

Html why(const Desk& desk, const Beeld& beeld) {
    const Texts& t = desk.t;
    std::vector<Moment> all;
    for (std::size_t i = 0; i < beeld.blad.regel.aanleidingen.size(); ++i) {
        const Aanleiding& one = beeld.blad.regel.aanleidingen[i];
        all.push_back({one.oorzaak == Oorzaak::gevraagd ? "message-question" : "hourglass", text(in_woorden(t, one)), moment(t, one.op, desk.now) + (beeld.vragers[i].empty() ? "" : " · " + beeld.vragers[i]), beeld.blad.redenen[i]});
    }
    return section_of({"h-waarom", t("vastgelopen.waarom")}, timeline(all));
}

Html outcome(const Desk& desk, const Beeld& beeld) {
    const Texts& t = desk.t;
    const Lijstregel& regel = beeld.blad.regel;
    const Vastloper& one = regel.vastloper;
    return section_of({"h-uitkomst", t("vastgelopen.uitkomst")},
                      join(definitions({{t("vastgelopen.kolom.besluit"), text(t("vastgelopen.afloop." + woord(*one.afloop)))},
                                        {t("vastgelopen.kolom.wanneer"), text(moment(t, *one.behandeld_op, desk.now) + (beeld.behandeld_door.empty() ? "" : " · " + beeld.behandeld_door))},
                                        {t("vastgelopen.kolom.gevolg"), gevolg_badge(t, regel.gevolg.value_or(Gevolg::loopt))}}),
                           when(!beeld.blad.besluit.empty(), [&] { return p(cls("quote"), beeld.blad.besluit); })));
}

Html page_of(const Request& request, const Desk& desk, const Beeld& beeld, const Poging& poging) {
    const Texts& t = desk.t;
    const Lijstregel& regel = beeld.blad.regel;
    const auto& zaak = regel.zaak.zaak;
    const Formulieren forms(desk, beeld, poging);
    const std::string url = "/zaken/" + zaak.id.text();
    const Html head = join(back_link("/vastgelopen", t("vastgelopen.titel")), page_head(zaak.omschrijving, zaak.nummer + " · " + zaaktype::in_taal(t, beeld.blad.zaaktype.naam), button_link(url, t("vastgelopen.naar_zaak"), "folder")),
                           facts({{t("zaakblad.casemanager"), text(beeld.eigenaar)}, {t("zaakblad.team"), text(beeld.team)}, {t("zaakblad.stand"), text(beeld.status)},
                                  {t("lijst.beloofd"), regel.zaak.werk.beloofd_op ? text(short_day(t, day_of(*regel.zaak.werk.beloofd_op), desk.today())) : Html()},
                                  {t("vastgelopen.kolom.sinds"), text(short_day(t, day_of(regel.vastloper.sinds_op), desk.today()))}}));
    const Html course = section_of({"h-verloop", t("vastgelopen.verloop"), "", a(href(url + "?blad=verloop#h-blad"), t("zaakblad.heel_verloop"))}, timeline(beeld.verloop));
    const Html problem = when(!poging.failure.key.empty(), [&] { return alert("alert-triangle", p(attr("role", "alert"), t(poging.failure.key)), Tone::late); });
    if (!regel.vastloper.is_op_de_lijst()) return join(werk::undo_bar_of(request, desk), head, outcome(desk, beeld), why(desk, beeld), course);
    return join(werk::undo_bar_of(request, desk), head, problem, forms.velden().summary(),
                div(cls("desk-split"), div(cls("stack"), why(desk, beeld), course), div(cls("stack"), p(cls("soft"), t("vastgelopen.mandaat")), forms.reassign(), forms.step(), forms.settle())));
}

Response show(const OverlegSchermen& s, const Request& request, Desk& desk, const Poging& poging) {
    const auto id_ = Id<dichtbij::Vastloper>::parse(request.param("id"));
    if (!id_) return desk.fail({Reason::not_found, "vastloper id", {}, {}});
    const auto beeld = look(s, desk, *id_);
    if (!beeld) return desk.fail(beeld.error());
    const std::string title_ = desk.t("vastgelopen.blad", beeld->blad.regel.zaak.zaak.omschrijving);
    const Html main_ = page_of(request, desk, *beeld, poging);
    if (!poging.request) return desk.page(title_, main_);
    return poging.failure.reason == Reason::invalid ? desk.invalid_page(title_, main_) : desk.page(PageHead{title_, true}, main_, 409);
}

Response after(const OverlegSchermen& s, const Request& request, Desk& desk, const Failure& failure) {
    if (failure.reason == Reason::invalid || (failure.reason == Reason::conflict && !failure.key.empty())) return show(s, request, desk, {&request, failure});
    return desk.fail(failure);
}

template <class T>
Response finish(const OverlegSchermen& s, const Request& request, Desk& desk, const Result<T>& done, std::string_view words_key, const std::string& to) {
    return done ? Response::redirect(werk::with_undo(to, std::nullopt, words_key)) : after(s, request, desk, done.error());
}

Result<Bij> read_bij(const Request& request) {
    const auto id_ = Id<dichtbij::Vastloper>::parse(request.param("id"));
    if (!id_) return not_found("vastloper id");
    const auto number = [&](std::string_view naam) { return std::strtoll(std::string(request.form.get(naam)).c_str(), nullptr, 10); };
    return Bij{*id_, number("versie"), number("werkversie")};
}

// "MEDEWERKER.TEAM"
std::optional<werk::NaarMedewerker> read_colleague(std::string_view chosen) {
    const auto dot = chosen.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto medewerker = Id<Medewerker>::parse(chosen.substr(0, dot));
    const auto team = Id<Team>::parse(chosen.substr(dot + 1));
    if (!medewerker || !team) return std::nullopt;
    return werk::NaarMedewerker{*medewerker, *team};
}

Result<werk::Doorgave> read_handing_on(const Request& request) {
    werk::Doorgave doorgave{werk::NaarTeam{}, std::string(request.form.get("reden"))};
    if (request.form.get("naar") == "team") {
        const auto team = Id<Team>::parse(request.form.get("team"));
        if (!team) return invalid("team", "taak.fout.team");
        doorgave.naar = werk::NaarTeam{*team};
    } else {
        const auto colleague = read_colleague(request.form.get("medewerker"));
        if (!colleague) return invalid("medewerker", "taak.fout.collega");
        doorgave.naar = *colleague;
    }
    return doorgave;
}

Result<Stap> read_step(const Request& request, const Desk& desk) {
    const auto colleague = read_colleague(request.form.get("wie"));
    const std::optional<Id<Medewerker>> wie = colleague ? std::optional(colleague->medewerker) : std::nullopt;
    const auto day = parse_day(request.form.get("uiterlijk_datum"));
    if (!day) return invalid("uiterlijk_datum", "zaakveld.fout.datum");
    const std::string wat = cleaned(request.form.get("wat"));
    if (wat.empty()) return invalid("wat", "fout.veld.verplicht");
    if (request.form.get("vorm") == "notitie") return Stap(Notitiestap{desk.t("vastgelopen.stap_in_notitie", wat, long_day(desk.t, *day, desk.today())), wie});
    Taakstap stap{wat, zaak::Taaksoort::intern_advies, wie, day};
    boost::describe::enum_from_string(std::string(request.form.get("soort")).c_str(), stap.soort);
    if (stap.soort == zaak::Taaksoort::vraag_aan_aanvrager) return invalid("soort", "zaakveld.fout.kies");  // asking has a form of its own
    return Stap(stap);
}

Response reassign(const OverlegSchermen& s, Request& request, Desk& desk) {
    const auto bij = read_bij(request);
    if (!bij) return desk.fail(bij.error());
    const auto doorgave = read_handing_on(request);
    if (!doorgave) return after(s, request, desk, doorgave.error());
    const auto done = s.overleg.reassign(desk.caller, *bij, *doorgave);
    if (done && !access::may_read_domein(desk.caller, done->domein)) return finish(s, request, desk, done, "vastgelopen.gedaan.toewijzen_besloten", "/vastgelopen");
    return finish(s, request, desk, done, "vastgelopen.gedaan.toewijzen", vastloper_url(bij->id));
}

Response fix_step(const OverlegSchermen& s, Request& request, Desk& desk) {
    const auto bij = read_bij(request);
    if (!bij) return desk.fail(bij.error());
    const auto stap = read_step(request, desk);
    if (!stap) return after(s, request, desk, stap.error());
    return finish(s, request, desk, s.overleg.fix_step(desk.caller, *bij, *stap), "vastgelopen.gedaan.stap", vastloper_url(bij->id));
}

Response settle(const OverlegSchermen& s, Request& request, Desk& desk) {
    const auto bij = read_bij(request);
    if (!bij) return desk.fail(bij.error());
    Behandeling behandeling{Afloop::gesloten, std::string(request.form.get("besluit"))};
    boost::describe::enum_from_string(std::string(request.form.get("afloop")).c_str(), behandeling.afloop);
    return finish(s, request, desk, s.overleg.settle(desk.caller, *bij, behandeling), "vastgelopen.gedaan.afronden", "/vastgelopen");
}

Response show_question(const OverlegSchermen& s, const Request& request, Desk& desk, const Poging& poging) {
    const Texts& t = desk.t;
    const auto id_ = Id<dichtbij::Zaak>::parse(request.param("id"));
    if (!id_) return desk.fail({Reason::not_found, "zaak id", {}, {}});
    const auto zaak = s.zaken.get_masked(desk.caller, *id_);
    if (!zaak) return desk.fail(zaak.error());
    if (zaak->afgeschermd) return desk.fail({Reason::forbidden, "in a confidential domain", {}, {}});
    const Form velden(t, poging.failure.fields);
    const std::string url = "/zaken/" + id_->text();
    const Html main_ = join(back_link(url, zaak->zaak.omschrijving), page_head(t("vastgelopen.vraag"), zaak->zaak.nummer + " · " + zaak->zaak.omschrijving),
                            when(!poging.failure.key.empty(), [&] { return alert("alert-triangle", p(attr("role", "alert"), t(poging.failure.key)), Tone::late); }), velden.summary(),
                            section(cls("panel stack"), p(t("vastgelopen.vraag_uitleg")),
                                    form(cls("stack"), attr("method", "post"), action(url + "/overleg"), csrf_field(desk.csrf),
                                         velden.textarea({.name = "reden", .label = t("vastgelopen.veld.waarom_overleg"), .value = poging.request ? std::string(poging.request->form.get("reden")) : "", .attributes = {attr("maxlength", std::to_string(reden_limit))}}, 5),
                                         div(cls("row"), submit(t("vastgelopen.knop.vraag")), a(href(url), t("formulier.annuleer"))))));
    if (!poging.request) return desk.page(t("vastgelopen.vraag"), main_);
    return poging.failure.reason == Reason::invalid ? desk.invalid_page(t("vastgelopen.vraag"), main_) : desk.page(PageHead{t("vastgelopen.vraag"), true}, main_, 409);
}

Response ask(const OverlegSchermen& s, Request& request, Desk& desk) {
    const auto id_ = Id<dichtbij::Zaak>::parse(request.param("id"));
    if (!id_) return desk.fail({Reason::not_found, "zaak id", {}, {}});
    const auto asked = s.overleg.ask(desk.caller, *id_, request.form.get("reden"));
    if (asked) return Response::redirect(werk::with_undo("/zaken/" + id_->text(), std::nullopt, "vastgelopen.gedaan.vraag"));
    const Failure& failure = asked.error();
    if (failure.reason == Reason::invalid || (failure.reason == Reason::conflict && !failure.key.empty())) return show_question(s, request, desk, {&request, failure});
    return desk.fail(failure);
}

}  // namespace

Html naast_zaak(const OverlegSchermen& s, const Desk& desk, const zaak::Zaak& zaak) {
    const Texts& t = desk.t;
    if (!zaak.is_open()) return {};
    const auto listed = s.store.read([&](store::Tx& tx) { return s.overleg.of_zaak(tx, zaak.id); });
    if (!listed) return p(a(cls("btn"), href("/zaken/" + zaak.id.text() + "/overleg"), icon("users"), t("vastgelopen.knop.vraag")));
    const bool may_open = access::has_role(desk.caller, zaak.gemeente, {access::Rol::teamleider, access::Rol::manager});
    return alert("hourglass", p(may_open ? a(href(vastloper_url(listed->id)), t("vastgelopen.staat_op_lijst")) : text(t("vastgelopen.staat_op_lijst"))));
}

void add_vastloper_routes(access::DeskRoutes& routes, const OverlegSchermen& s) {
    routes.get("/vastgelopen/{id}", [s](Request& request, Desk& desk) { return show(s, request, desk, {}); });
    routes.post("/vastgelopen/{id}/toewijzen", [s](Request& request, Desk& desk) { return reassign(s, request, desk); });
    routes.post("/vastgelopen/{id}/stap", [s](Request& request, Desk& desk) { return fix_step(s, request, desk); });
    routes.post("/vastgelopen/{id}/afronden", [s](Request& request, Desk& desk) { return settle(s, request, desk); });
    routes.get("/zaken/{id}/overleg", [s](Request& request, Desk& desk) { return show_question(s, request, desk, {}); });
    routes.post("/zaken/{id}/overleg", [s](Request& request, Desk& desk) { return ask(s, request, desk); });
}

}  // namespace dichtbij::overleg
