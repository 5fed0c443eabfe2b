#include <algorithm>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include "html/dates.h"
#include "organisatie/parts_desk.h"
#include "organisatie/schermen_desk.h"

namespace dichtbij::organisatie {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements
using MedewerkerId = Id<dichtbij::Medewerker>;

// Which of the two forms on the page came back with errors.
struct Poging {
    std::vector<FieldError> afwezigheid;
    std::vector<FieldError> vervanging;
};

std::string naam_uit(const std::vector<Naam>& namen, MedewerkerId id) {
    const auto found = std::find_if(namen.begin(), namen.end(), [&](const Naam& n) { return n.id == id; });
    return found == namen.end() ? std::string() : found->naam;
}

std::string van_tot(const Desk& desk, Day van, const std::optional<Day>& tot) {
    const Texts& t = desk.t;
    if (!tot) return t("organisatie.vanaf", long_day(t, van, desk.today()));
    return t("organisatie.van_tot", long_day(t, van, desk.today()), long_day(t, *tot - days(1), desk.today()));
}

Html afwezigheid_lijst(const Desk& desk, const Persoon& persoon, const std::string& terug) {
    const Texts& t = desk.t;
    if (persoon.afwezigheid.empty()) return p(cls("soft"), t("organisatie.afwezigheid.geen"));
    const std::string url = persoon_url(persoon.collega.medewerker.id) + "/afwezigheid/weg";
    return stackable_table(
        t("organisatie.afwezigheid.gepland"),
        {{.label = t("organisatie.wanneer")}, {.label = t("organisatie.reden")}, {.label = t("organisatie.vervanger")}, {.label = t("organisatie.doe_iets")}},
        each(persoon.afwezigheid, [&](const Afwezigheid& a) {
            const bool begun = a.van <= desk.today();
            const std::string wanneer = van_tot(desk, a.van, a.tot);
            return row(cell(wanneer), cell(t("organisatie.reden." + a.reden)),
                       cell(a.vervanger ? naam_uit(persoon.namen, *a.vervanger) : t("organisatie.vaste_vervanger")),
                       cell(small_button(desk, {.url = url, .label = t(begun ? "organisatie.afwezigheid.terug" : "organisatie.afwezigheid.weg"),
                                                .about = wanneer, .fields = {{"afwezigheid", to_string(a.id)}, {"terug", terug}}})));
        }));
}

Html vervanging_lijst(const Desk& desk, const Persoon& persoon, const std::string& terug) {
    const Texts& t = desk.t;
    if (persoon.vervanging.empty())
        return alert("alert-triangle", p(t("organisatie.vervanging.geen")), Tone::today);
    const std::string url = persoon_url(persoon.collega.medewerker.id) + "/vervanging/weg";
    return stackable_table(t("organisatie.vervanging.kop"),
                           {{.label = t("organisatie.vervanger")}, {.label = t("organisatie.wanneer")}, {.label = t("organisatie.doe_iets")}},
                           each(persoon.vervanging, [&](const Vervanging& v) {
                               const std::string naam = naam_uit(persoon.namen, v.vervanger);
                               return row(cell(naam), cell(van_tot(desk, v.van, v.tot)),
                                          cell(small_button(desk, {.url = url, .label = t("organisatie.vervanging.weg"), .about = naam,
                                                                   .fields = {{"vervanging", to_string(v.id)}, {"terug", terug}}})));
                           }));
}

Html afwezigheid_formulier(const Desk& desk, const Request& request, const Persoon& persoon, const Poging& poging, const std::string& terug) {
    const Texts& t = desk.t;
    const Form form(t, poging.afwezigheid);
    const bool is_again = form.has_errors();
    const auto typed = [&](std::string_view name) { return is_again ? std::string(request.form.get(name)) : std::string(); };
    return posting(
        desk, persoon_url(persoon.collega.medewerker.id) + "/afwezigheid", hidden("terug", terug), form.summary(),
        div(cls("fields"),
            form.input({.name = "van", .label = t("organisatie.eerste_dag"), .value = is_again ? typed("van") : to_iso(desk.today()), .type = "date"}),
            form.input({.name = "tot", .label = t("organisatie.laatste_dag_weg"), .value = typed("tot"), .type = "date"})),
        form.select({.name = "reden", .label = t("organisatie.reden"), .value = typed("reden"), .hint = t("organisatie.reden.uitleg")},
                    {{"verlof", t("organisatie.reden.verlof")}, {"ziekte", t("organisatie.reden.ziekte")}, {"anders", t("organisatie.reden.anders")}}),
        form.select({.name = "vervanger", .label = t("organisatie.vervanger"), .value = typed("vervanger"),
                     .hint = t("organisatie.afwezigheid.vervanger_uitleg"), .needed = Needed::no},
                    keuzes(persoon.mogelijke_vervangers), t("organisatie.vaste_vervanger")),
        div(cls("row"), submit(t("organisatie.afwezigheid.meld"))));
}

Html vervanging_formulier(const Desk& desk, const Request& request, const Persoon& persoon, const Poging& poging, const std::string& terug) {
    const Texts& t = desk.t;
    const Form form(t, poging.vervanging);
    const bool is_again = form.has_errors();
    const auto typed = [&](std::string_view name) { return is_again ? std::string(request.form.get(name)) : std::string(); };
    return posting(
        desk, persoon_url(persoon.collega.medewerker.id) + "/vervanging", hidden("terug", terug), form.summary(),
        form.select({.name = "vaste_vervanger", .label = t("organisatie.vervanger"), .value = typed("vaste_vervanger")},
                    keuzes(persoon.mogelijke_vervangers), t("organisatie.kies_iemand")),
        div(cls("fields"),
            form.input({.name = "vaste_van", .label = t("organisatie.eerste_dag"), .value = is_again ? typed("vaste_van") : to_iso(desk.today()),
                        .type = "date"}),
            form.input({.name = "vaste_tot", .label = t("organisatie.laatste_dag_periode"), .value = typed("vaste_tot"),
                        .needed = Needed::no, .type = "date"})),
        div(cls("row"), button(cls("btn"), type("submit"), t("organisatie.vervanging.wijs_aan"))));
}

Html planning(const Desk& desk, const Request& request, const Persoon& persoon, const Poging& poging, const std::string& terug) {
    const Texts& t = desk.t;
    return join(section_of({"h-afwezig", t("organisatie.afwezigheid.kop"), t("organisatie.afwezigheid.uitleg"), {}},
                           join(afwezigheid_lijst(desk, persoon, terug),
                                div(cls("panel below"), h3(t("organisatie.afwezigheid.nieuw")),
                                    afwezigheid_formulier(desk, request, persoon, poging, terug)))),
                section_of({"h-vervanging", t("organisatie.vervanging.kop"), t("organisatie.vervanging.uitleg"), {}},
                           join(vervanging_lijst(desk, persoon, terug),
                                div(cls("panel below"), h3(t("organisatie.vervanging.nieuw")),
                                    vervanging_formulier(desk, request, persoon, poging, terug)))));
}

Html presence_form(const Desk& desk, const Persoon& persoon) {
    const Texts& t = desk.t;
    std::vector<Choice> staten;
    for (const char* code : {"aanwezig", "in_gesprek", "pauze", "afwezig"}) staten.push_back({code, t("organisatie.staat." + std::string(code))});
    const auto& staat = persoon.collega.beschikbaarheid.staat;
    const Form form(t);
    return section_of({"h-nu", t("organisatie.nu.kop"), t("organisatie.nu.uitleg"), {}},
                      posting(desk, "/aanwezigheid",
                              form.radio_segment({.name = "staat", .label = t("organisatie.nu.ik_ben"),
                                                  .value = staat ? boost::describe::enum_to_string(*staat, "") : "aanwezig"}, staten),
                              div(cls("row"), button(cls("btn"), type("submit"), t("organisatie.nu.meld")))));
}

Response show(const OrganisatieService& service, Request& request, Desk& desk, MedewerkerId id, const Poging& poging) {
    const Texts& t = desk.t;
    const auto persoon = service.persoon(desk.caller, id);
    if (!persoon) return desk.fail(persoon.error());
    const bool is_me = request.path == "/afwezigheid" || request.form.get("terug") == "ik";
    const Medewerker& m = persoon->collega.medewerker;
    const bool is_error = !poging.afwezigheid.empty() || !poging.vervanging.empty();
    Html content;
    if (is_me) {
        content = join(page_head(t("organisatie.mijn_afwezigheid")), klaar_melding(desk, request), presence_form(desk, *persoon),
                       planning(desk, request, *persoon, poging, "ik"));
    } else {
        const Html actions = when(persoon->mag == Mag::beheren, [&] {
            return button_link("/beheer/medewerkers/" + m.id.text(), t("organisatie.wijzig"), "edit");
        });
        content = join(back_link("/gids", t("organisatie.gids.kop")), page_head(m.naam, {}, actions), klaar_melding(desk, request),
                       persoon_kop(desk, *persoon),
                       when(persoon->mag >= Mag::plannen, [&] { return planning(desk, request, *persoon, poging, "persoon"); }));
    }
    return desk.page({is_me ? t("organisatie.mijn_afwezigheid") : m.naam, is_error}, content, is_error ? 422 : 200);
}

std::string back_url(const Request& request, MedewerkerId id) {
    return request.form.get("terug") == "ik" ? "/afwezigheid" : persoon_url(id);
}

// A day that was typed; an error of the field when it is none.
std::optional<Day> day_of_field(const Request& request, std::string_view field, std::vector<FieldError>& errors) {
    const auto day = parse_day(request.form.get(field));
    if (!day) errors.push_back({std::string(field), "organisatie.fout.datum", {}});
    return day;
}

}  // namespace

Response mijn_afwezigheid(const OrganisatieService& service, Request& request, Desk& desk) {
    return show(service, request, desk, desk.caller.medewerker, {});
}

Response persoon(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto id = MedewerkerId::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "no employee id", "", {}});
    return show(service, request, desk, *id, {});
}

Response meld_afwezig(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto id = MedewerkerId::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "no employee id", "", {}});
    Poging poging;
    Afwezigheid wanted;
    wanted.medewerker = *id;
    wanted.reden = request.form.get("reden");
    wanted.vervanger = id_of<dichtbij::Medewerker>(request, "vervanger");
    const auto van = day_of_field(request, "van", poging.afwezigheid);
    const auto last = day_of_field(request, "tot", poging.afwezigheid);
    if (!poging.afwezigheid.empty()) return show(service, request, desk, *id, poging);
    wanted.van = *van;
    wanted.tot = *last + days(1);
    const auto done = service.add_afwezigheid(desk.caller, wanted);
    if (done) return klaar(back_url(request, *id), "bewaard");
    if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    poging.afwezigheid = done.error().fields;
    return show(service, request, desk, *id, poging);
}

Response trek_afwezigheid_in(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto id = MedewerkerId::parse(request.param("id"));
    const auto absence = parse_uuid(request.form.get("afwezigheid"));
    if (!id || !absence) return desk.fail({Reason::not_found, "no id", "", {}});
    const auto done = service.remove_afwezigheid(desk.caller, *absence);
    return done ? klaar(back_url(request, *id), "bewaard") : desk.fail(done.error());
}

Response wijs_vervanger_aan(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto id = MedewerkerId::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "no employee id", "", {}});
    Poging poging;
    Vervanging wanted;
    wanted.medewerker = *id;
    const auto vervanger = id_of<dichtbij::Medewerker>(request, "vaste_vervanger");
    if (!vervanger) poging.vervanging.push_back({"vaste_vervanger", "organisatie.fout.kies_medewerker", {}});
    const auto van = day_of_field(request, "vaste_van", poging.vervanging);
    if (!request.form.get("vaste_tot").empty())
        if (const auto last = day_of_field(request, "vaste_tot", poging.vervanging)) wanted.tot = *last + days(1);
    if (!poging.vervanging.empty()) return show(service, request, desk, *id, poging);
    wanted.vervanger = *vervanger;
    wanted.van = *van;
    const auto done = service.add_vervanging(desk.caller, wanted);
    if (done) return klaar(back_url(request, *id), "bewaard");
    if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    poging.vervanging = done.error().fields;
    for (FieldError& error : poging.vervanging) error.field = "vaste_" + error.field;
    return show(service, request, desk, *id, poging);
}

Response neem_vervanger_weg(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto id = MedewerkerId::parse(request.param("id"));
    const auto vervanging = parse_uuid(request.form.get("vervanging"));
    if (!id || !vervanging) return desk.fail({Reason::not_found, "no id", "", {}});
    const auto done = service.remove_vervanging(desk.caller, *vervanging);
    return done ? klaar(back_url(request, *id), "bewaard") : desk.fail(done.error());
}

Response meld_aanwezigheid(const OrganisatieService& service, Request& request, Desk& desk) {
    Staat staat{};
    if (!boost::describe::enum_from_string(std::string(request.form.get("staat")).c_str(), staat))
        return desk.fail({Reason::invalid, "unknown presence", "", {}});
    const auto done = service.set_presence(desk.caller, staat);
    return done ? klaar("/afwezigheid", "bewaard") : desk.fail(done.error());
}

}  // namespace dichtbij::organisatie
