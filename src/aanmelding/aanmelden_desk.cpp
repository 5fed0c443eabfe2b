// The page of the beheerder: which group gives what, trying it out, who could not come in, and emergency access.
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include "aanmelding/aanmelding_routes.h"
#include "base/text.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "organisatie/parts_desk.h"

namespace dichtbij::aanmelding {
namespace {

using namespace html;  // NOLINT: a screen is written in elements
using access::Desk;
using access::Rol;
using http::Request;
using http::Response;

constexpr std::string_view lijst_url = "/beheer/aanmelden";
constexpr std::string_view lid = "lid";
constexpr std::string_view domein_begin = "domein:";

struct Schermen {
    AanmeldbeheerService& service;
    const organisatie::OrganisatieService& organisatie;
};

struct Namen {  // of what a group gives, for the caller
    std::vector<organisatie::Gemeente> gemeenten;
    std::vector<organisatie::Teamregel> teams;

    std::string gemeente(Id<Gemeente> id) const {
        for (const auto& one : gemeenten)
            if (one.id == id) return one.naam;
        return {};
    }
    std::string team(Id<Team> id) const {
        for (const auto& one : teams)
            if (one.team.id == id) return one.team.naam;
        return {};
    }
};

Namen namen_of(const Schermen& s, const Desk& desk) { return {organisatie::beheerde_gemeenten(s.organisatie, desk.caller), s.organisatie.teams(desk.caller)}; }

std::string rol_tekst(const Texts& t, Rol rol) { return t(std::string("access.rol.") + boost::describe::enum_to_string(rol, "")); }

std::string gave_tekst(const Texts& t, const Namen& namen, const Gave& gave) {
    if (const auto* rol = std::get_if<access::Grant>(&gave))
        return rol->team ? t("aanmelding.rol_in_team", rol_tekst(t, rol->rol), namen.team(*rol->team), namen.gemeente(rol->gemeente))
                         : t("aanmelding.rol_in_gemeente", rol_tekst(t, rol->rol), namen.gemeente(rol->gemeente));
    if (const auto* member = std::get_if<Teamlid>(&gave)) return t("aanmelding.lid_van", namen.team(member->team));
    return t("aanmelding.leest_domein", t("access.domein." + std::get<Vertrouwelijk>(gave).domein));
}

Html toewijzing_regel(const Desk& desk, const Namen& namen, const Toewijzing& one) {
    const std::string gives = gave_tekst(desk.t, namen, one.gave);
    return row(cell(strong(one.groep), below(one.omschrijving)), cell(gives),
               cell(organisatie::small_button(desk, {std::string(lijst_url) + "/" + one.id.text() + "/weg", desk.t("aanmelding.haal_weg"), one.groep + ", " + gives, "", {}})));
}

std::vector<Choice> wat_keuzes(const Texts& t) {
    std::vector<Choice> all;
    for (const auto rol : {Rol::kcc_medewerker, Rol::behandelaar, Rol::teamleider, Rol::manager, Rol::beheerder}) all.push_back({boost::describe::enum_to_string(rol, ""), rol_tekst(t, rol)});
    all.push_back({std::string(lid), t("aanmelding.alleen_lid")});
    for (const auto domein : access::vertrouwelijke_domeinen)
        all.push_back({std::string(domein_begin) + std::string(domein), t("aanmelding.leest_domein", t("access.domein." + std::string(domein)))});
    return all;
}

// "GEMEENTE" or "GEMEENTE TEAM".
std::vector<Choice> waar_keuzes(const Schermen& s, const Texts& t, const Namen& namen) {
    std::vector<Choice> all;
    for (const auto& gemeente : namen.gemeenten) {
        all.push_back({gemeente.id.text(), t("aanmelding.hele_gemeente", gemeente.naam)});
        for (const auto& team : namen.teams) {
            const auto served = s.organisatie.store().read([&](store::Tx& tx) { return organisatie::gemeenten_of_team(tx, team.team.id); });
            if (std::find(served.begin(), served.end(), gemeente.id) != served.end())
                all.push_back({gemeente.id.text() + " " + team.team.id.text(), namen.gemeenten.size() > 1 ? team.team.naam + ", " + gemeente.naam : team.team.naam});
        }
    }
    return all;
}

struct Ingevuld {
    std::string groep, omschrijving, wat, waar;
    std::vector<FieldError> fouten;
};

std::optional<Gave> gave_of(Ingevuld& in) {
    if (in.wat.starts_with(domein_begin)) return Vertrouwelijk{in.wat.substr(domein_begin.size())};
    const auto space = in.waar.find(' ');
    const auto gemeente = Id<Gemeente>::parse(in.waar.substr(0, space));
    const auto team = space == std::string::npos ? std::nullopt : Id<Team>::parse(in.waar.substr(space + 1));
    if (in.wat == lid) {
        if (team) return Teamlid{*team};
        in.fouten.push_back({"waar", "aanmelding.fout.kies_team", {}});
        return std::nullopt;
    }
    access::Grant grant;
    if (!boost::describe::enum_from_string(in.wat.c_str(), grant.rol)) in.fouten.push_back({"wat", "aanmelding.fout.wat", {}});
    if (!gemeente) in.fouten.push_back({"waar", "aanmelding.fout.waar", {}});
    if (!in.fouten.empty()) return std::nullopt;
    grant.gemeente = *gemeente;
    grant.team = team;
    return grant;
}

Html toewijzing_form(const Schermen& s, const Desk& desk, const Namen& namen, const Ingevuld& in) {
    const Texts& t = desk.t;
    const Form form(t, in.fouten);
    return organisatie::posting(
        desk, lijst_url, form.summary(),
        div(cls("fields"), form.input({.name = "groep", .label = t("aanmelding.groep"), .value = in.groep, .hint = t("aanmelding.groep_uitleg"), .attributes = {attr("maxlength", "200"), attr("autocomplete", "off")}}),
            form.input({.name = "omschrijving", .label = t("aanmelding.omschrijving"), .value = in.omschrijving, .needed = Needed::no, .attributes = {attr("maxlength", "200"), attr("autocomplete", "off")}})),
        div(cls("fields"), form.select({.name = "wat", .label = t("aanmelding.wat"), .value = in.wat}, wat_keuzes(t), t("aanmelding.kies")),
            form.select({.name = "waar", .label = t("aanmelding.waar"), .value = in.waar, .hint = t("aanmelding.waar_uitleg"), .needed = Needed::no}, waar_keuzes(s, t, namen), t("aanmelding.kies"))),
        div(cls("row below"), submit(t("aanmelding.voeg_toe"))));
}

Html toewijzingen_deel(const Schermen& s, const Desk& desk, const Namen& namen, const std::vector<Toewijzing>& all, const Ingevuld& in) {
    const Texts& t = desk.t;
    return section_of({"h-groepen", t("aanmelding.groepen"), t("aanmelding.groepen_uitleg"), {}},
                      join(all.empty() ? empty_state(t("aanmelding.leeg"), t("aanmelding.leeg_uitleg"), "users")
                                       : stackable_table(t("aanmelding.groepen"), {{.label = t("aanmelding.groep")}, {.label = t("aanmelding.krijgt")}, {.label = t("aanmelding.doen")}},
                                                         each(all, [&](const Toewijzing& one) { return toewijzing_regel(desk, namen, one); })),
                           toewijzing_form(s, desk, namen, in)));
}

std::vector<std::string> groepen_of(std::string_view typed) {
    std::vector<std::string> all;
    while (!typed.empty() && all.size() < groepen_limit) {
        const auto end = std::min(typed.find_first_of("\r\n,"), typed.size());
        if (const auto one = trimmed(typed.substr(0, end)); !one.empty()) all.emplace_back(one);
        typed.remove_prefix(std::min(end + 1, typed.size()));
    }
    return all;
}

Html proef_deel(const Schermen& s, const Desk& desk, const Namen& namen, std::string_view typed) {
    const Texts& t = desk.t;
    const Form form(t);
    Html outcome;
    if (const auto groepen = groepen_of(typed); !groepen.empty()) {
        const auto gaven = s.service.probeer(desk.caller, groepen);
        std::vector<std::string> lines;
        if (gaven) {
            for (const auto& rol : gaven->rollen) lines.push_back(gave_tekst(t, namen, rol));
            for (const auto& team : gaven->teams) lines.push_back(gave_tekst(t, namen, Teamlid{team}));
            for (const auto& domein : gaven->domeinen) lines.push_back(gave_tekst(t, namen, Vertrouwelijk{domein}));
        }
        outcome = lines.empty() ? alert("info-circle", p(t("aanmelding.proef_niets")), Tone::today)
                                : alert("info-circle", join(p(t("aanmelding.proef_krijgt")), ul(each(lines, [](const std::string& one) { return li(one); }))));
    }
    return section_of({"h-proef", t("aanmelding.proef"), t("aanmelding.proef_uitleg"), {}},
                      join(el("form", cls("form"), attr("method", "get"), html::action(std::string(lijst_url) + "#h-proef"),
                              form.textarea({.name = "proef", .label = t("aanmelding.proef_groepen"), .value = std::string(typed), .hint = t("aanmelding.proef_hint")}, 3),
                              div(cls("row below"), button(cls("btn"), type("submit"), t("aanmelding.proef_knop")))),
                           outcome));
}

Html afgewezen_regel(const Desk& desk, const Afgewezen& one) {
    const Texts& t = desk.t;
    std::string groups = one.wie.groepen;
    for (char& c : groups)
        if (c == '\n') c = ',';
    const Html act = when(!one.kandidaat.empty(), [&] {
        return organisatie::small_button(desk, {std::string(lijst_url) + "/koppel", t("aanmelding.koppel", one.kandidaat), one.wie.email, "", {{"onderwerp", one.wie.onderwerp}}});
    });
    return row(cell(strong(one.wie.naam.empty() ? one.wie.email : one.wie.naam), below(one.wie.email)), cell(text(moment(t, one.wie.op, desk.now))),
               cell(t(std::string("aanmelding.reden.") + boost::describe::enum_to_string(one.wie.reden, "")), below(groups.empty() ? t("aanmelding.zonder_groepen") : shortened(groups, 200))), cell(act));
}

Html afgewezen_deel(const Desk& desk, const std::vector<Afgewezen>& all) {
    const Texts& t = desk.t;
    return section_of({"h-buiten", t("aanmelding.buiten"), t("aanmelding.buiten_uitleg"), {}},
                      all.empty() ? empty_state(t("aanmelding.niemand_buiten"), t("aanmelding.niemand_buiten_uitleg"))
                                  : stackable_table(t("aanmelding.buiten"), {{.label = t("aanmelding.wie")}, {.label = t("aanmelding.wanneer")}, {.label = t("aanmelding.waarom")}, {.label = t("aanmelding.doen")}},
                                                    each(all, [&](const Afgewezen& one) { return afgewezen_regel(desk, one); })));
}

Html geen_nood(const Texts& t, const Werkaanbieder* aanbieder) {
    const bool is_only = aanbieder && aanbieder->alleen;
    return alert("alert-triangle", p(t(is_only ? "aanmelding.nood_geen" : "aanmelding.nood_nog_geen")), is_only ? Tone::late : Tone::today);
}

Html nood_deel(const Desk& desk, const Werkaanbieder* aanbieder, const std::vector<Noodtoegang>& all, const std::vector<Noodtoegang>& kandidaten) {
    const Texts& t = desk.t;
    const Form form(t);
    std::vector<Choice> choices;
    for (const auto& one : kandidaten) choices.push_back({one.medewerker.text(), one.naam});
    const Html lines = each(all, [&](const Noodtoegang& one) {
        return row(cell(strong(one.naam), below(one.email)), cell(one.ingelogd_op ? text(moment(t, *one.ingelogd_op, desk.now)) : text(t("access.account.nooit"))),
                   cell(organisatie::small_button(desk, {std::string(lijst_url) + "/nood-weg", t("aanmelding.nood_weg"), one.naam, "", {{"medewerker", one.medewerker.text()}}})));
    });
    return section_of({"h-nood", t("aanmelding.nood"), t("aanmelding.nood_uitleg"), {}},
                      join(all.empty() ? geen_nood(t, aanbieder)
                                       : stackable_table(t("aanmelding.nood"), {{.label = t("aanmelding.wie")}, {.label = t("aanmelding.laatst")}, {.label = t("aanmelding.doen")}}, lines),
                           when(!choices.empty(), [&] {
                               return organisatie::posting(desk, std::string(lijst_url) + "/nood", form.select({.name = "medewerker", .label = t("aanmelding.nood_wie")}, choices, t("aanmelding.kies")),
                                                           div(cls("row below"), button(cls("btn"), type("submit"), t("aanmelding.nood_geef"))));
                           })));
}

Html aanbieder_deel(const Desk& desk, const AanmeldbeheerService& service) {
    const Texts& t = desk.t;
    const Werkaanbieder* one = service.aanbieder();
    if (!one) return alert("info-circle", p(t("aanmelding.geen_aanbieder")));
    const auto without = service.zonder_controle(desk.caller);
    std::string claim;
    for (const auto& name : one->groepen) claim += (claim.empty() ? "" : " > ") + name;
    return join(facts({{t("aanmelding.aanbieder"), text(one->issuer)}, {t("aanmelding.claim"), text(claim)},
                       {t("aanmelding.controle"), text(t("aanmelding.elke_minuten", one->controle_na.count()))},
                       {t("aanmelding.wachtwoorden"), text(t(one->alleen ? "aanmelding.alleen_nood" : "aanmelding.ook_wachtwoord"))}}),
                when(without && *without > 0, [&] { return alert("alert-triangle", p(t("aanmelding.zonder_controle", *without)), Tone::late); }));
}

Response page(const Schermen& s, Request& request, Desk& desk, const Ingevuld& in, int status) {
    const Texts& t = desk.t;
    const auto all = s.service.toewijzingen(desk.caller);
    if (!all) return desk.fail(all.error());
    const auto outside = s.service.afgewezenen(desk.caller);
    const auto emergency = s.service.noodtoegangen(desk.caller);
    const auto candidates = s.service.kandidaten(desk.caller);
    if (!outside || !emergency || !candidates) return desk.fail({Reason::forbidden, "no beheerder", "", {}});
    const Namen namen = namen_of(s, desk);
    return desk.page(PageHead{t("aanmelding.kop"), !in.fouten.empty()},
                     join(page_head(t("aanmelding.kop"), t("aanmelding.uitleg")), organisatie::klaar_melding(desk, request), aanbieder_deel(desk, s.service),
                          toewijzingen_deel(s, desk, namen, *all, in), proef_deel(s, desk, namen, request.query.get("proef")), afgewezen_deel(desk, *outside),
                          nood_deel(desk, s.service.aanbieder(), *emergency, *candidates)),
                     status);
}

Response add(const Schermen& s, Request& request, Desk& desk) {
    Ingevuld in{std::string(request.form.get("groep")), std::string(request.form.get("omschrijving")), std::string(request.form.get("wat")), std::string(request.form.get("waar")), {}};
    const auto gave = gave_of(in);
    if (!gave) return page(s, request, desk, in, 422);
    const auto made = s.service.add(desk.caller, {in.groep, in.omschrijving, *gave});
    if (made) return organisatie::klaar(std::string(lijst_url), "bewaard");
    if (made.error().reason == Reason::conflict) in.fouten = {{"groep", made.error().key, {}}};
    else if (made.error().reason == Reason::invalid) in.fouten = made.error().fields;
    else return desk.fail(made.error());
    return page(s, request, desk, in, 422);
}

Response remove(const Schermen& s, Request& request, Desk& desk) {
    const auto id = Id<Toewijzing>::parse(request.param("id"));
    if (!id) return desk.fail(not_found("not an id").value());
    const auto gone = s.service.remove(desk.caller, *id);
    return gone ? organisatie::klaar(std::string(lijst_url), "verwijderd") : desk.fail(gone.error());
}

Response give_emergency(const Schermen& s, Request& request, Desk& desk) {
    const auto id = organisatie::id_of<Medewerker>(request, "medewerker");
    if (!id) return Response::redirect(std::string(lijst_url));
    const auto password = s.service.geef_noodtoegang(desk.caller, *id);
    if (!password) return desk.fail(password.error());
    const Texts& t = desk.t;
    Response shown = desk.page(t("access.eenmalig.kop"), join(page_head(t("access.eenmalig.kop")),
                                                              div(cls("section prose"), alert("key", join(p(t("access.eenmalig.uitleg")), p(strong(code(*password)))), Tone::today),
                                                                  p(t("aanmelding.nood_bewaar")), p(button_link(lijst_url, t("access.eenmalig.verder"))))));
    return shown.header("Cache-Control", "no-store");
}

}  // namespace

void add_routes(access::DeskRoutes& routes, AanmeldbeheerService& service, const organisatie::OrganisatieService& organisatie) {
    const Schermen s{service, organisatie};
    routes.get(lijst_url, [s](Request& request, Desk& desk) { return page(s, request, desk, {}, 200); });
    routes.post(lijst_url, [s](Request& request, Desk& desk) { return add(s, request, desk); });
    routes.post("/beheer/aanmelden/{id}/weg", [s](Request& request, Desk& desk) { return remove(s, request, desk); });
    routes.post("/beheer/aanmelden/koppel", [s](Request& request, Desk& desk) {
        const auto linked = s.service.koppel(desk.caller, request.form.get("onderwerp"));
        return linked ? organisatie::klaar(std::string(lijst_url), "bewaard") : desk.fail(linked.error());
    });
    routes.post("/beheer/aanmelden/nood", [s](Request& request, Desk& desk) { return give_emergency(s, request, desk); });
    routes.post("/beheer/aanmelden/nood-weg", [s](Request& request, Desk& desk) {
        const auto id = organisatie::id_of<Medewerker>(request, "medewerker");
        if (!id) return Response::redirect(std::string(lijst_url));
        const auto taken = s.service.neem_noodtoegang(desk.caller, *id);
        return taken ? organisatie::klaar(std::string(lijst_url), "bewaard") : desk.fail(taken.error());
    });
}

}  // namespace dichtbij::aanmelding
