#include <boost/describe/enum_to_string.hpp>

#include "balie/balie_routes.h"
#include "balie/contact_render.h"
#include "balie/wie_render.h"
#include "base/text.h"
#include "html/dates.h"
#include "html/parts.h"
#include "werk/regels_render.h"

namespace dichtbij::balie {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

Keuzes read_keuzes(store::Tx& tx, const Desk& desk, Id<Gemeente> gemeente) {
    Keuzes keuzes;
    for (const auto& id : access::scope_of(desk.caller).gemeenten)
        if (const auto found = organisatie::gemeente(tx, id)) keuzes.gemeenten.push_back({id.text(), found->naam, ""});
    for (const auto& onderwerp : organisatie::onderwerpen(tx, gemeente)) keuzes.onderwerpen.push_back({onderwerp.id.text(), onderwerp.naam, ""});
    for (const auto& team : organisatie::teams_of_gemeente(tx, gemeente)) {
        Keuzes::Groep groep{{"t:" + team.id.text(), team.naam, ""}, {}};
        for (const auto& lid : organisatie::members(tx, team.id)) groep.medewerkers.push_back({"m:" + lid.id.text(), lid.naam, ""});
        keuzes.naar.push_back(std::move(groep));
    }
    return keuzes;
}

std::vector<std::optional<Voorstel>> proposals(const BalieSchermen& s, const Desk& desk, const Concept& c) {
    std::vector<std::optional<Voorstel>> list(c.invoer.vragen.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (c.invoer.vragen[i].afloop != Afloop::doorgezet) continue;
        if (auto voorstel = s.balie.propose(desk.caller, c.gemeente, c.invoer, i)) list[i] = std::move(*voorstel);
    }
    return list;
}

Response show(const BalieSchermen& s, const Request& request, Desk& desk, const Concept& c, std::vector<FieldError> errors) {
    const Texts& t = desk.t;
    const bool is_error = !errors.empty();
    const Keuzes keuzes = s.store.read([&](store::Tx& tx) { return read_keuzes(tx, desk, c.gemeente); });
    const Html beside = wie_part(s, desk, c, request.query.get("q"));
    const Html panel = contact_panel(desk, {c, keuzes, std::move(errors), proposals(s, desk, c)});
    return desk.page({t("balie.titel"), is_error}, join(h1(cls("sr"), t("balie.titel")), div(cls("desk-split"), div(beside), panel)), is_error ? 422 : 200);
}

std::optional<Id<Gemeente>> first_gemeente(const Desk& desk, const Request& request) {
    const auto gemeenten = access::scope_of(desk.caller).gemeenten;
    const auto asked = Id<Gemeente>::parse(request.query.get("gemeente"));
    if (asked && access::is_active_in(desk.caller, *asked)) return asked;
    return gemeenten.empty() ? std::nullopt : std::optional(gemeenten.front());
}

Response begin(const BalieSchermen& s, const Request& request, Desk& desk, ContactInvoer invoer) {
    auto gemeente = first_gemeente(desk, request);
    if (invoer.partij) {
        const auto of_partij = s.store.read([&](store::Tx& tx) { return s.partijen.gemeente_of(tx, *invoer.partij); });
        if (!of_partij || !access::is_active_in(desk.caller, *of_partij)) return desk.fail({Reason::not_found, "partij", {}, {}});
        gemeente = *of_partij;
    }
    if (!gemeente) return desk.fail({Reason::forbidden, "no gemeente", {}, {}});
    const auto started = s.balie.start(desk.caller, *gemeente, invoer);
    if (!started) return desk.fail(started.error());
    return Response::redirect("/contact/" + started->text());
}

Response begin_contact(const BalieSchermen& s, Request& request, Desk& desk) {
    ContactInvoer invoer;
    if (is_kanaal(request.query.get("kanaal"))) invoer.kanaal = request.query.get("kanaal");
    invoer.partij = Id<Partij>::parse(request.query.get("partij"));
    return begin(s, request, desk, invoer);
}

// A telephone system opens this address: one known caller is filled in, several are shown to choose from.
Response begin_call(const BalieSchermen& s, Request& request, Desk& desk) {
    ContactInvoer invoer;
    invoer.telefoon = shortened(cleaned(request.query.get("nummer")), telefoon_limit);
    const auto known = s.partijen.find_caller(desk.caller, invoer.telefoon);
    if (known && known->size() == 1 && known->front().waarschuwingen.empty()) invoer.partij = known->front().id;
    return begin(s, request, desk, invoer);
}

Result<Concept> find(const BalieSchermen& s, const Request& request, const Desk& desk) {
    const auto id = Id<Gesprek>::parse(request.param("id"));
    if (!id) return not_found("contact id");
    return s.balie.get(desk.caller, *id);
}

Response open(const BalieSchermen& s, Request& request, Desk& desk) {
    const auto c = find(s, request, desk);
    if (!c) return desk.fail(c.error());
    return show(s, request, desk, *c, {});
}

Response keep(const BalieSchermen& s, Request& request, Desk& desk) {
    const auto c = find(s, request, desk);
    if (!c) return desk.fail(c.error());
    const auto kept = s.balie.keep(desk.caller, c->id, read_contact(request.form));
    if (!kept) return desk.fail(kept.error());
    return Response::empty();
}

Response propose(const BalieSchermen& s, Request& request, Desk& desk) {
    const auto c = find(s, request, desk);
    if (!c) return desk.fail(c.error());
    const ContactInvoer invoer = read_contact(request.form);
    const auto index = static_cast<std::size_t>(std::strtoul(std::string(request.query.get("vraag")).c_str(), nullptr, 10));
    if (index >= invoer.vragen.size() || invoer.vragen[index].afloop != Afloop::doorgezet) return desk.fragment({});
    const auto voorstel = s.balie.propose(desk.caller, invoer.gemeente.value_or(c->gemeente), invoer, index);
    if (!voorstel) return desk.fragment(p(cls("small soft"), desk.t("balie.geen_voorstel")));
    return desk.fragment(voorstel_part(desk, *voorstel, invoer.vragen[index]));
}

Response save(const BalieSchermen& s, Request& request, Desk& desk, Concept c) {
    const auto saved = s.balie.save(desk.caller, c.id, c.invoer);
    if (saved) return Response::redirect("/gesprekken/" + saved->gesprek.text() + "?gedaan=balie.vastgelegd");
    if (saved.error().reason != Reason::invalid) return desk.fail(saved.error());
    return show(s, request, desk, c, saved.error().fields);
}

Response act(const BalieSchermen& s, Request& request, Desk& desk) {
    auto c = find(s, request, desk);
    if (!c) return desk.fail(c.error());
    const std::string actie(request.form.get("actie"));
    if (actie == "weggooien") {
        const auto gone = s.balie.discard(desk.caller, c->id);
        return gone ? Response::redirect("/?gedaan=balie.weggegooid") : desk.fail(gone.error());
    }
    c->invoer = read_contact(request.form);
    if (actie == "vraag_erbij" && c->invoer.vragen.size() < vragen_limit) c->invoer.vragen.emplace_back();
    const auto kept = s.balie.keep(desk.caller, c->id, c->invoer);
    if (!kept) return kept.error().reason == Reason::invalid ? show(s, request, desk, *c, kept.error().fields) : desk.fail(kept.error());
    if (c->invoer.gemeente) c->gemeente = *c->invoer.gemeente;
    if (actie == "bewaar") return save(s, request, desk, std::move(*c));
    if (actie == "even_weg") return Response::redirect("/");
    const std::string fragment = actie == "vraag_erbij" ? "#vraag-" + std::to_string(c->invoer.vragen.size()) : "";
    return Response::redirect("/contact/" + c->id.text() + fragment);
}

// A question is of the gemeente where the person lives, unless a subject of another one was chosen already.
std::optional<Id<Gemeente>> gemeente_for(const BalieSchermen& s, const Desk& desk, const Concept& c) {
    for (const auto& vraag : c.invoer.vragen)
        if (vraag.onderwerp) return c.invoer.gemeente;
    const auto lives_in = s.store.read([&](store::Tx& tx) { return s.partijen.gemeente_of(tx, *c.invoer.partij); });
    if (!lives_in || !access::is_active_in(desk.caller, *lives_in)) return c.invoer.gemeente;
    return *lives_in;
}

Response choose_person(const BalieSchermen& s, Request& request, Desk& desk) {
    auto c = find(s, request, desk);
    if (!c) return desk.fail(c.error());
    c->invoer.partij = Id<Partij>::parse(request.form.get("partij"));
    if (c->invoer.partij) {
        c->invoer.contactnaam.clear();
        c->invoer.gemeente = gemeente_for(s, desk, *c);
    }
    const auto kept = s.balie.keep(desk.caller, c->id, c->invoer);
    if (!kept) return desk.fail(kept.error());
    return Response::redirect("/contact/" + c->id.text());
}

Response recorded(const BalieSchermen& s, Request& request, Desk& desk) {
    const auto id = Id<Gesprek>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "gesprek id", {}, {}});
    const Texts& t = desk.t;
    struct Row {
        klantcontact::Contactregel regel;
        std::optional<werk::Werk> werk;
        std::string eigenaar;
    };
    std::vector<Row> rows_;
    s.store.read([&](store::Tx& tx) {
        for (auto& regel : s.contacten.of_gesprek(tx, desk.caller, *id)) {
            Row row_{regel, std::nullopt, ""};
            if (auto found = s.werk.get_masked(tx, desk.caller, regel.klantcontact.werk)) {
                row_.eigenaar = organisatie::naam_of(tx, found->eigenaar);
                row_.werk = std::move(*found);
            }
            rows_.push_back(std::move(row_));
        }
    });
    if (rows_.empty()) return desk.fail({Reason::not_found, "gesprek", {}, {}});
    const Html list = each(rows_, [&](const Row& r) {
        const auto& k = r.regel.klantcontact;
        const bool runs = r.werk && r.werk->is_open();
        const std::string kind = boost::describe::enum_to_string(k.afloop, "");
        return section(cls("panel section"), h2(r.regel.afgeschermd ? t("werk.afgeschermd") : k.inhoud.onderwerp),
                       p(cls("soft"), (r.werk ? r.werk->nummer : k.nummer) + " · " + t("balie.afloop." + kind)),
                       when(runs && r.werk->beloofd_op, [&] {
                           const Day day = day_of(*r.werk->beloofd_op);
                           return div(cls("say"), promise(t, day, join(span(cls("soft small"), t("balie.beloofd_aan")), t("balie.zeg", long_day(t, day, desk.today()), ""))));
                       }),
                       when(runs, [&] { return p(t("balie.eigenaar_is", r.eigenaar)); }),
                       div(cls("row below"),
                           when(runs && r.werk->soort == werk::Soort::taak, [&] { return a(cls("btn btn-small"), href("/taken/" + to_string(r.werk->object)), icon("list-check"), t("balie.naar_taak")); }),
                           r.werk && r.werk->soort == werk::Soort::zaak
                               ? a(href(werk::url_of(*r.werk)), icon("folder"), " ", t("zaaknieuw.naar_zaak"))
                               : a(cls("btn btn-small"), href("/zaken/nieuw?klantcontact=" + k.id.text()), icon("folder-plus"), t("zaaknieuw.van_vraag"))));
    });
    return desk.page(t("balie.vastgelegd_titel"),
                     join(when(request.query.has("gedaan"), [&] { return alert("check", p(attr("role", "status"), t("balie.vastgelegd")), Tone::good); }),
                          div(cls("page-head"), h1(t("balie.vastgelegd_titel")),
                              p(cls("soft"), moment(t, rows_.front().regel.klantcontact.inhoud.plaatsgevonden_op, desk.now))),
                          list, div(cls("row below"), a(cls("btn btn-primary"), href("/contact/nieuw"), icon("plus"), t("kader.nieuw_contact"), " ", kbd("n")),
                                    a(cls("btn"), href("/"), t("kader.start")))));
}

}  // namespace

void add_routes(access::DeskRoutes& routes, const BalieSchermen& s) {
    routes.get("/contact/nieuw", [s](Request& request, Desk& desk) { return begin_contact(s, request, desk); });
    routes.get("/balie/oproep", [s](Request& request, Desk& desk) { return begin_call(s, request, desk); });
    routes.get("/contact/{id}", [s](Request& request, Desk& desk) { return open(s, request, desk); });
    routes.post("/contact/{id}", [s](Request& request, Desk& desk) { return act(s, request, desk); });
    routes.post("/contact/{id}/concept", [s](Request& request, Desk& desk) { return keep(s, request, desk); });
    routes.post("/contact/{id}/voorstel", [s](Request& request, Desk& desk) { return propose(s, request, desk); });
    routes.post("/contact/{id}/partij", [s](Request& request, Desk& desk) { return choose_person(s, request, desk); });
    routes.get("/gesprekken/{id}", [s](Request& request, Desk& desk) { return recorded(s, request, desk); });
}

}  // namespace dichtbij::balie
