// Lists of cases that someone keeps under a name: links above the list.

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include "html/form.h"
#include "html/parts.h"
#include "organisatie/organisatie_service.h"
#include "overleg/verdelen_schermen_desk.h"
#include "werk/lijst_desk.h"

namespace dichtbij::overleg {

using namespace html;  // NOLINT: a screen is written in elements
using access::Desk;
using http::Request;
using http::Response;

namespace {

std::string url_of(Lijstplek plek, const std::string& vraag) { return "/" + std::string(boost::describe::enum_to_string(plek, "")) + "?" + vraag; }

Response save(const VerdeelSchermen& s, Request& request, Desk& desk) {
    Lijstplek plek = Lijstplek::zaken;
    boost::describe::enum_from_string(std::string(request.form.get("plek")).c_str(), plek);
    const std::string vraag(request.form.get("vraag"));
    const auto saved = s.verdelen.bewaar_keuze(desk.caller, {plek, std::string(request.form.get("naam")), vraag, Id<Team>::parse(request.form.get("delen_met"))});
    if (saved) return Response::redirect(werk::with_undo(url_of(plek, saved->vraag), std::nullopt, "keuzes.bewaard"));
    if (saved.error().reason == Reason::invalid) return Response::redirect(werk::with_undo(url_of(plek, vraag), std::nullopt, "keuzes.fout.naam"));
    return desk.fail(saved.error());
}

Response remove(const VerdeelSchermen& s, Request& request, Desk& desk) {
    const auto id_ = Id<dichtbij::Lijstkeuze>::parse(request.param("id"));
    if (!id_) return desk.fail({Reason::not_found, "list id", {}, {}});
    const auto done = s.verdelen.verwijder_keuze(desk.caller, *id_);
    if (!done) return desk.fail(done.error());
    return Response::redirect(werk::back_to(request, "/zaken"));
}

}  // namespace

Html keuzes_deel(const VerdeelSchermen& s, const Desk& desk, Lijstplek plek, const std::string& vraag) {
    const Texts& t = desk.t;
    std::vector<Choice> teams;
    std::vector<Lijstkeuze> to_throw_away;  // one's own, and what is shared with a team one leads
    const auto kept = s.store.read([&](store::Tx& tx) {
        to_throw_away.clear();
        teams.clear();
        for (const auto& team : organisatie::teams_of_medewerker(tx, desk.caller.medewerker)) teams.push_back({team.id.text(), team.naam, ""});
        auto all = s.verdelen.keuzes(tx, desk.caller, plek);
        for (const Lijstkeuze& one : all)
            if (one.medewerker == desk.caller.medewerker || (one.team && organisatie::lead_of(tx, *one.team, desk.today()) == desk.caller.medewerker)) to_throw_away.push_back(one);
        return all;
    });
    const auto shared = [&](const Lijstkeuze& one) { return when(one.team.has_value(), [&] { return join(" ", badge("users", t("weergave.gedeeld"))); }); };
    const Form velden(t);
    const Html links = when(!kept.empty(), [&] {
        return el("nav", cls("row"), attr("aria-label", t("keuzes.titel")), each(kept, [&](const Lijstkeuze& one) {
                      return a(cls("btn btn-small"), href(url_of(plek, one.vraag)), attr_if(one.vraag == vraag, "aria-current", "page"), icon("list"), one.naam, shared(one));
                  }));
    });
    const Html manage = details(cls("section"), summary(t("keuzes.bewaar_titel")),
                                form(cls("filters"), attr("method", "post"), action("/lijsten"), csrf_field(desk.csrf), hidden("plek", boost::describe::enum_to_string(plek, "")), hidden("vraag", vraag),
                                     velden.input({.name = "naam", .label = t("keuzes.naam"), .attributes = {attr("maxlength", std::to_string(keuzenaam_limit)), flag("required")}}),
                                     when(!teams.empty(), [&] { return velden.select({.name = "delen_met", .label = t("weergave.deel"), .needed = Needed::no}, teams, t("weergave.alleen_ik")); }),
                                     button(cls("btn"), type("submit"), t("keuzes.bewaar"))),
                                when(!to_throw_away.empty(), [&] {
                                    return ul(cls("list-plain"), each(to_throw_away, [&](const Lijstkeuze& one) {
                                                  return li(cls("row"), one.naam, shared(one), form(attr("method", "post"), action("/lijsten/" + one.id.text() + "/verwijder"), csrf_field(desk.csrf), hidden("terug", url_of(plek, vraag)), button(cls("btn-plain"), type("submit"), icon("x"), t("keuzes.verwijder", one.naam))));
                                              }));
                                }));
    return join(links, manage);
}

void add_keuzes_routes(access::DeskRoutes& routes, const VerdeelSchermen& s) {
    routes.post("/lijsten", [s](Request& request, Desk& desk) { return save(s, request, desk); });
    routes.post("/lijsten/{id}/verwijder", [s](Request& request, Desk& desk) { return remove(s, request, desk); });
}

}  // namespace dichtbij::overleg
