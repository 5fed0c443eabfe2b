#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <map>

#include "base/text.h"
#include "zaaktype/regels.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaaktype {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements
using organisatie::posting;

// Of ?gemeente=..., else the first where the caller has a role. nullopt: none, or not his.
std::optional<organisatie::Gemeente> gevraagd(const Schermen& in, const Desk& desk, const Request& request) {
    const std::string_view asked = request.query.has("gemeente") ? request.query.get("gemeente") : request.form.get("gemeente");
    for (auto& gemeente : in.organisatie.own_gemeenten(desk.caller))
        if (asked.empty() || gemeente.id.text() == asked) return std::move(gemeente);
    return std::nullopt;
}

bool beheert(const Desk& desk, Id<dichtbij::Gemeente> gemeente) { return access::has_role(desk.caller, gemeente, {access::Rol::beheerder}); }

struct Vraag {  // what the address asks of the list
    std::string zoek;
    std::string staat;
    std::string sorteer;
};

struct Namen {  // of teams and owners, by id
    std::map<std::string, std::string> teams, mensen;
    static std::string of(const std::map<std::string, std::string>& names, const std::string& id) {
        const auto found = names.find(id);
        return found == names.end() ? std::string() : found->second;
    }
    std::string team(const Zaaktyperegel& regel) const { return regel.team ? of(teams, regel.team->text()) : std::string(); }
    std::string eigenaar(const Zaaktyperegel& regel) const { return regel.proceseigenaar ? of(mensen, regel.proceseigenaar->text()) : std::string(); }
};

Namen namen_van(const Schermen& in, const Desk& desk, Id<dichtbij::Gemeente> gemeente) {
    Namen namen;
    for (const Choice& team : organisatie::team_keuzes(in.organisatie, desk.caller)) namen.teams.emplace(team.value, team.label);
    for (const auto& naam : in.organisatie.collegas(desk.caller, gemeente)) namen.mensen.emplace(naam.id.text(), naam.naam);
    return namen;
}

bool past(const Vraag& vraag, const Namen& namen, const Zaaktyperegel& regel) {
    const bool has_state = vraag.staat.empty() || vraag.staat == boost::describe::enum_to_string(regel.staat, "") ||
                           (vraag.staat == "ontwerp" && regel.ontwerp) || (vraag.staat == "te_bevestigen" && regel.te_bevestigen > 0);
    const std::string words = regel.code + " " + regel.naam.nl + " " + regel.naam.en + " " + namen.team(regel) + " " + namen.eigenaar(regel);
    return has_state && folded(words).find(folded(vraag.zoek)) != std::string::npos;
}

void sorteer(std::vector<Zaaktyperegel>& regels, const Vraag& vraag, const Namen& namen, const Texts& t) {
    const auto by = [&](auto key) {
        std::stable_sort(regels.begin(), regels.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    };
    if (vraag.sorteer == "code") by([](const Zaaktyperegel& r) { return r.code; });
    else if (vraag.sorteer == "team") by([&](const Zaaktyperegel& r) { return folded(namen.team(r)); });
    else if (vraag.sorteer == "eigenaar") by([&](const Zaaktyperegel& r) { return folded(namen.eigenaar(r)); });
    else if (vraag.sorteer == "staat") by([](const Zaaktyperegel& r) { return r.staat; });
    else by([&](const Zaaktyperegel& r) { return folded(in_taal(t, r.naam)); });
}

Column kolom(const Texts& t, const std::string& key, std::string_view veld, const Vraag& vraag, const std::string& address) {
    const bool is_sorted = vraag.sorteer == veld || (vraag.sorteer.empty() && veld == "naam");
    return {.label = t(key), .sort_url = address + "&sorteer=" + std::string(veld), .is_sorted = is_sorted};
}

Html regel_rij(const Texts& t, const Namen& namen, const Zaaktyperegel& regel) {
    const std::string team = namen.team(regel), eigenaar = namen.eigenaar(regel);
    return row(cell(cover(url_van(regel.id), in_taal(t, regel.naam).empty() ? regel.code : in_taal(t, regel.naam), regel.code)),
               cell(attr("data-l", t("zaaktype.scherm.stand")), staat_badge(t, regel.staat),
                    when(regel.ontwerp && regel.staat != Staat::ontwerp, [&] { return join(" ", staat_badge(t, Staat::ontwerp)); }),
                    when(regel.te_bevestigen > 0, [&] { return join(" ", te_bevestigen_badge(t, regel.te_bevestigen)); }),
                    when(!regel.domein.empty(), [&] { return join(" ", badge("lock", t("organisatie.domein." + regel.domein))); })),
               cell(attr("data-l", t("zaaktype.veld.team")), team.empty() ? t("zaaktype.scherm.niet_gekozen") : team),
               cell(attr("data-l", t("zaaktype.veld.proceseigenaar")), eigenaar.empty() ? t("zaaktype.scherm.niet_gekozen") : eigenaar));
}

Html keuzen(const Desk& desk, const Form& form, const Vraag& vraag, const std::string& gemeente) {
    const Texts& t = desk.t;
    return filters(t, lijst_url,
                   join(hidden("gemeente", gemeente),
                        form.input({.name = "q", .label = t("zaaktype.scherm.zoek"), .value = vraag.zoek, .type = "search"}),
                        form.select({.name = "staat", .label = t("zaaktype.scherm.stand"), .value = vraag.staat},
                                    {{"gepubliceerd", t("zaaktype.staat.gepubliceerd")}, {"ontwerp", t("zaaktype.staat.ontwerp")},
                                     {"beeindigd", t("zaaktype.staat.beeindigd")}, {"te_bevestigen", t("zaaktype.scherm.met_te_bevestigen")}},
                                    t("zaaktype.scherm.alle"))));
}

Html gemeenten(const Schermen& in, const Desk& desk, Id<dichtbij::Gemeente> current) {
    const auto list = in.organisatie.own_gemeenten(desk.caller);
    if (list.size() < 2) return {};
    std::vector<Tab> all;
    for (const auto& gemeente : list)
        all.push_back({std::string(lijst_url) + "?gemeente=" + gemeente.id.text(), gemeente.naam, std::nullopt, gemeente.id == current});
    return tabs(all);
}

struct Nieuw {
    Zaaktype zaaktype;
    std::vector<FieldError> fouten = {};
    int status = 200;
};

Response show(Desk& desk, const organisatie::Gemeente& gemeente, const Nieuw& nieuw) {
    const Texts& t = desk.t;
    const Form form(t, nieuw.fouten);
    const auto most = [](std::size_t limit) { return std::vector<Attribute>{attr("maxlength", std::to_string(limit))}; };
    return desk.page({t("zaaktype.nieuw.kop"), nieuw.status != 200},
                     join(back_link(std::string(lijst_url) + "?gemeente=" + gemeente.id.text(), t("zaaktype.scherm.kop")), page_head(t("zaaktype.nieuw.kop"), gemeente.naam),
                          p(cls("prose"), t("zaaktype.nieuw.uitleg")),
                          posting(desk, std::string(lijst_url) + "/nieuw", hidden("gemeente", gemeente.id.text()), form.summary(),
                                  form.input({.name = "naam.nl", .label = t("zaaktype.nieuw.naam"), .value = nieuw.zaaktype.naam.nl, .attributes = most(naam_limit)}),
                                  form.input({.name = "code", .label = t("zaaktype.veld.code"), .value = nieuw.zaaktype.code, .hint = t("zaaktype.uitleg.code"),
                                              .attributes = most(code_limit)}),
                                  div(cls("row"), submit(t("zaaktype.nieuw.knop"))))),
                     nieuw.status);
}

}  // namespace

Response zaaktypen_lijst(const Schermen& in, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto gemeente = gevraagd(in, desk, request);
    if (!gemeente) return desk.fail({Reason::not_found, "no such gemeente", "", {}});
    auto regels = in.zaaktypen.zaaktypen(desk.caller, gemeente->id);
    if (!regels) return desk.fail(regels.error());
    const bool is_none = regels->empty();
    const Vraag vraag{std::string(trimmed(request.query.get("q"))), std::string(request.query.get("staat")), std::string(request.query.get("sorteer"))};
    const Namen namen = namen_van(in, desk, gemeente->id);
    std::erase_if(*regels, [&](const Zaaktyperegel& regel) { return !past(vraag, namen, regel); });
    sorteer(*regels, vraag, namen, t);
    const std::string id = gemeente->id.text();
    const std::string address = std::string(lijst_url) + "?gemeente=" + id + "&q=" + http::percent_encoded(vraag.zoek) + "&staat=" + http::percent_encoded(vraag.staat);
    const Html acts = join(when(beheert(desk, gemeente->id), [&] {
                               return join(button_link(std::string(lijst_url) + "/nieuw?gemeente=" + id, t("zaaktype.nieuw.kop"), "plus"), " ",
                                           button_link(std::string(lijst_url) + "/import?gemeente=" + id, t("zaaktype.import.kop"), "upload"), " ");
                           }),
                           button_link(std::string(lijst_url) + ".json?gemeente=" + id, t("zaaktype.export.knop"), "download"));
    Html list = stackable_table(t("zaaktype.scherm.kop"),
                                {kolom(t, "zaaktype.scherm.zaaktype", "naam", vraag, address), kolom(t, "zaaktype.scherm.stand", "staat", vraag, address),
                                 kolom(t, "zaaktype.veld.team", "team", vraag, address), kolom(t, "zaaktype.veld.proceseigenaar", "eigenaar", vraag, address)},
                                each(*regels, [&](const Zaaktyperegel& regel) { return regel_rij(t, namen, regel); }));
    if (is_none) list = empty_state(t("zaaktype.scherm.leeg"), t("zaaktype.scherm.leeg_uitleg"), "folders");
    else if (regels->empty()) list = empty_state(t("zaaktype.scherm.niets_gevonden"), t("zaaktype.scherm.niets_gevonden_uitleg"), "search");
    return desk.page(t("zaaktype.scherm.kop"),
                     join(when(organisatie::is_beheerder(desk.caller), [&] { return back_link("/beheer", t("organisatie.beheer.kop")); }),
                          page_head(t("zaaktype.scherm.kop"), gemeente->naam, acts), gedaan_melding(desk, request), gemeenten(in, desk, gemeente->id),
                          keuzen(desk, Form(t), vraag, id), list));
}

Response nieuw_formulier(const Schermen& in, Request& request, Desk& desk) {
    const auto gemeente = gevraagd(in, desk, request);
    if (!gemeente) return desk.fail({Reason::not_found, "no such gemeente", "", {}});
    if (!beheert(desk, gemeente->id)) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
    return show(desk, *gemeente, {});
}

Response maak_zaaktype(const Schermen& in, Request& request, Desk& desk) {
    const auto gemeente = gevraagd(in, desk, request);
    if (!gemeente) return desk.fail({Reason::not_found, "no such gemeente", "", {}});
    Nieuw nieuw;
    nieuw.zaaktype.code = request.form.get("code");
    nieuw.zaaktype.naam.nl = request.form.get("naam.nl");
    nieuw.zaaktype.rollen = {Rolsoort::initiator, Rolsoort::behandelaar};
    if (trimmed(nieuw.zaaktype.naam.nl).empty()) nieuw.fouten.push_back({"naam.nl", "fout.veld.verplicht", {}});
    if (nieuw.fouten.empty()) {
        const auto made = in.zaaktypen.add(desk.caller, gemeente->id, nieuw.zaaktype);
        if (made) return gedaan(url_van(*made), "ontwerp");
        if (made.error().reason != Reason::invalid) return desk.fail(made.error());
        nieuw.fouten = made.error().fields;
    }
    nieuw.status = 422;
    return show(desk, *gemeente, nieuw);
}

}  // namespace dichtbij::zaaktype
