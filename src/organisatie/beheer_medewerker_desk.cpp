#include <algorithm>

#include "html/dates.h"
#include "organisatie/parts_desk.h"
#include "organisatie/schermen_desk.h"
#include "organisatie/toetsing.h"

namespace dichtbij::organisatie {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements
using MedewerkerId = Id<dichtbij::Medewerker>;

constexpr std::string_view lijst_url = "/beheer/medewerkers";

std::string url_of(MedewerkerId id, std::string_view rest = {}) { return std::string(lijst_url) + "/" + id.text() + std::string(rest); }

struct Formulier {
    Medewerker medewerker;
    std::vector<FieldError> fouten = {};
    Html boven = {};
    int status = 200;
    bool is_new() const { return medewerker.id.is_nil(); }
};

Html velden(const OrganisatieService& service, const Desk& desk, const Formulier& f, std::string_view gemeente) {
    const Texts& t = desk.t;
    const Form form(t, f.fouten);
    const Medewerker& m = f.medewerker;
    std::vector<Choice> gemeenten;
    for (const Gemeente& one : beheerde_gemeenten(service, desk.caller)) gemeenten.push_back({one.id.text(), one.naam});
    const auto most = [](std::size_t limit) { return std::vector<Attribute>{attr("maxlength", std::to_string(limit)), attr("autocomplete", "off")}; };
    return posting(
        desk, f.is_new() ? std::string(lijst_url) + "/nieuw" : url_of(m.id), hidden("versie", std::to_string(m.versie)), form.summary(),
        form.input({.name = "naam", .label = t("organisatie.medewerker.naam"), .value = m.naam, .attributes = most(naam_limit)}),
        when(f.is_new(), [&] {
            return form.select({.name = "gemeente", .label = t("organisatie.gemeente"), .value = std::string(gemeente)}, gemeenten);
        }),
        form.input({.name = "email", .label = t("organisatie.email"), .value = m.email, .hint = t("organisatie.medewerker.email_uitleg"),
                    .type = "email", .attributes = most(email_limit)}),
        form.input({.name = "functie", .label = t("organisatie.functie"), .value = m.functie, .needed = Needed::no, .attributes = most(naam_limit)}),
        form.input({.name = "telefoon", .label = t("organisatie.telefoon"), .value = m.telefoon, .hint = t("organisatie.medewerker.telefoon_uitleg"), .needed = Needed::no, .type = "tel",
                    .attributes = most(telefoon_limit)}),
        form.select({.name = "taal", .label = t("organisatie.medewerker.taal"), .value = m.taal}, {{"nl", "Nederlands"}, {"en", "English"}}),
        form.checkboxes({.name = "werkdagen", .label = t("organisatie.werkdagen")}, dag_keuzes(t), gekozen_dagen(m.werkdagen)),
        div(cls("row"), submit(t("formulier.bewaar"))));
}

std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& item : list) text += (text.empty() ? "" : ", ") + vaardigheid_tekst(item);
    return text;
}

Html vaardigheid_formulier(const Desk& desk, const Persoon& persoon) {
    const Texts& t = desk.t;
    const Form form(t);
    return section_of({"h-vaardigheden", t("organisatie.vaardigheden"), {}, {}},
                      posting(desk, url_of(persoon.collega.medewerker.id, "/vaardigheden"),
                              form.input({.name = "vaardigheden", .label = t("organisatie.vaardigheden"),
                                          .value = joined(persoon.collega.vaardigheden), .hint = t("organisatie.vaardigheden.uitleg"),
                                          .needed = Needed::no, .attributes = {attr("maxlength", "2000")}}),
                              div(cls("row"), button(cls("btn"), type("submit"), t("formulier.bewaar")))));
}

Html uit_dienst(const Desk& desk, const Persoon& persoon) {
    const Texts& t = desk.t;
    const Medewerker& m = persoon.collega.medewerker;
    const std::string versie = std::to_string(m.versie);
    if (m.in_dienst_tot)
        return section_of({"h-dienst", t("organisatie.uit_dienst.kop"), {}, {}},
                          join(p(t("organisatie.uit_dienst.is", long_day(t, *m.in_dienst_tot - days(1), desk.today()))),
                               small_button(desk, {.url = url_of(m.id, "/in-dienst"), .label = t("organisatie.uit_dienst.toch_niet"), .about = m.naam,
                                                   .fields = {{"versie", versie}}})));
    const Form form(t);
    return ingrijpend(desk, {.title = t("organisatie.uit_dienst.kop"), .uitleg = t("organisatie.uit_dienst.uitleg"),
                             .url = url_of(m.id, "/uit-dienst"), .knop = t("organisatie.uit_dienst.meld"), .fields = {{"versie", versie}},
                             .more = form.input({.name = "in_dienst_tot", .label = t("organisatie.laatste_dag"), .type = "date"})});
}

Response show(const OrganisatieService& service, Request& request, Desk& desk, const Formulier& f) {
    const Texts& t = desk.t;
    const std::string title = f.is_new() ? t("organisatie.medewerker.nieuw") : f.medewerker.naam;
    Html more;
    Html actions;
    if (!f.is_new()) {
        const auto persoon = service.persoon(desk.caller, f.medewerker.id);
        if (!persoon) return desk.fail(persoon.error());
        more = join(vaardigheid_formulier(desk, *persoon), uit_dienst(desk, *persoon));
        actions = join(button_link(persoon_url(f.medewerker.id), t("organisatie.medewerker.afwezigheid"), "calendar-off"),
                       button_link("/beheer/accounts/" + f.medewerker.id.text(), t("organisatie.medewerker.account"), "key"));
    }
    return desk.page({title, f.status != 200},
                     join(back_link(lijst_url, t("organisatie.beheer.medewerkers")), page_head(title, {}, actions), klaar_melding(desk, request),
                          f.boven, velden(service, desk, f, request.form.get("gemeente")), more),
                     f.status);
}

Result<Persoon> asked(const OrganisatieService& service, const Request& request, const Desk& desk) {
    const auto id = MedewerkerId::parse(request.param("id"));
    if (!id) return not_found("no employee id");
    TRY(Persoon persoon, service.persoon(desk.caller, *id));
    if (persoon.mag != Mag::beheren) return forbidden("not a beheerder of this employee");
    return persoon;
}

Medewerker typed_form(const Request& request, Medewerker start) {
    start.naam = request.form.get("naam");
    start.email = request.form.get("email");
    start.functie = request.form.get("functie");
    start.telefoon = request.form.get("telefoon");
    start.taal = request.form.get("taal");
    start.werkdagen = werkdagen_of(request, "werkdagen");
    start.versie = versie_of(request);
    return start;
}

Html vergelijking(const Desk& desk, const Medewerker& typed, const Medewerker& nu) {
    const Texts& t = desk.t;
    return beide_versies(t, {{t("organisatie.medewerker.naam"), typed.naam, nu.naam}, {t("organisatie.email"), typed.email, nu.email},
                             {t("organisatie.functie"), typed.functie, nu.functie}, {t("organisatie.telefoon"), typed.telefoon, nu.telefoon},
                             {t("organisatie.medewerker.taal"), typed.taal, nu.taal},
                             {t("organisatie.werkdagen"), dagen_tekst(t, typed.werkdagen), dagen_tekst(t, nu.werkdagen)}});
}

// What the service refused on a part of the page: fields above the form, reasons as a sentence.
Response refused(const OrganisatieService& service, Request& request, Desk& desk, const Persoon& persoon, const Failure& failure) {
    if (failure.reason == Reason::invalid) return show(service, request, desk, {persoon.collega.medewerker, failure.fields, {}, 422});
    if (failure.reason == Reason::conflict && !is_stale(failure))
        return show(service, request, desk, {persoon.collega.medewerker, {}, bezwaar(desk.t, failure), 409});
    return desk.fail(failure);
}

}  // namespace

Response medewerkers_lijst(const OrganisatieService& service, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    if (!is_beheerder(desk.caller)) return desk.fail({Reason::forbidden, "no beheerder anywhere", "", {}});
    Gidsvraag vraag;
    vraag.zoek = request.query.get("q");
    vraag.after = MedewerkerId::parse(request.query.get("na"));
    const auto found = service.gids(desk.caller, vraag);
    if (!found) return desk.fail(found.error());
    const Form form(t);
    const std::string next = found->has_more ? std::string(lijst_url) + "?q=" + http::percent_encoded(vraag.zoek) +
                                                   "&na=" + found->collegas.back().medewerker.id.text()
                                             : "";
    return desk.page(
        t("organisatie.beheer.medewerkers"),
        join(back_link("/beheer", t("organisatie.beheer.kop")),
             page_head(t("organisatie.beheer.medewerkers"), {}, button_link("/beheer/medewerkers/nieuw", t("organisatie.medewerker.nieuw"), "user-plus")),
             klaar_melding(desk, request),
             filters(t, lijst_url, form.input({.name = "q", .label = t("organisatie.gids.zoek"), .value = vraag.zoek, .type = "search",
                                               .attributes = {attr("maxlength", "100")}})),
             found->collegas.empty()
                 ? empty_state(t("organisatie.gids.leeg"), t("organisatie.gids.leeg_uitleg"), "users")
                 : stackable_table(t("organisatie.beheer.medewerkers"),
                                   {{.label = t("organisatie.wie")}, {.label = t("organisatie.teams")}, {.label = t("organisatie.email")},
                                    {.label = t("organisatie.werkdagen")}},
                                   each(found->collegas, [&](const Collega& collega) {
                                       const Medewerker& m = collega.medewerker;
                                       return row(cell(cover(url_of(m.id), m.naam, m.functie)), cell(team_links(collega.teams)), cell(m.email),
                                                  cell(dagen_tekst(t, m.werkdagen)));
                                   })),
             pager(t, next)));
}

Response medewerker_formulier(const OrganisatieService& service, Request& request, Desk& desk) {
    if (request.param("id") == "nieuw") {
        if (!is_beheerder(desk.caller)) return desk.fail({Reason::forbidden, "no beheerder anywhere", "", {}});
        return show(service, request, desk, {});
    }
    const auto persoon = asked(service, request, desk);
    if (!persoon) return desk.fail(persoon.error());
    return show(service, request, desk, {persoon->collega.medewerker});
}

Response bewaar_medewerker(const OrganisatieService& service, Request& request, Desk& desk) {
    if (request.param("id") == "nieuw") {
        const auto gemeente = gekozen_gemeente(service, desk, request);
        if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
        const Medewerker typed = typed_form(request, {});
        const auto made = service.add_medewerker(desk.caller, gemeente->id, typed);
        if (made) return klaar(url_of(*made), "gemaakt");
        if (made.error().reason != Reason::invalid) return desk.fail(made.error());
        return show(service, request, desk, {typed, made.error().fields, {}, 422});
    }
    const auto current = asked(service, request, desk);
    if (!current) return desk.fail(current.error());
    const Medewerker& nu = current->collega.medewerker;
    Medewerker typed = typed_form(request, nu);
    const auto done = service.change(desk.caller, typed);
    if (done) return klaar(url_of(typed.id), "bewaard");
    if (is_stale(done.error())) {
        typed.versie = nu.versie;
        return show(service, request, desk, {typed, {}, vergelijking(desk, typed, nu), 409});
    }
    if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    return show(service, request, desk, {typed, done.error().fields, {}, 422});
}

Response bewaar_vaardigheden(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto persoon = asked(service, request, desk);
    if (!persoon) return desk.fail(persoon.error());
    std::vector<std::string> wanted;
    std::string_view typed = request.form.get("vaardigheden");
    while (!typed.empty()) {
        const auto part = typed.substr(0, typed.find_first_of(",;"));
        wanted.emplace_back(part);
        typed.remove_prefix(std::min(typed.size(), part.size() + 1));
    }
    const auto done = service.set_vaardigheden(desk.caller, persoon->collega.medewerker.id, wanted);
    if (done) return klaar(url_of(persoon->collega.medewerker.id), "bewaard");
    return refused(service, request, desk, *persoon, done.error());
}

Response meld_uit_dienst(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto persoon = asked(service, request, desk);
    if (!persoon) return desk.fail(persoon.error());
    const auto last_day = parse_day(request.form.get("in_dienst_tot"));
    if (!last_day) return refused(service, request, desk, *persoon, {Reason::invalid, "", "", {{"in_dienst_tot", "organisatie.fout.datum", {}}}});
    const auto done = service.leave_service(desk.caller, persoon->collega.medewerker.id, *last_day + days(1), versie_of(request));
    if (done) return klaar(url_of(persoon->collega.medewerker.id), "uit_dienst");
    return refused(service, request, desk, *persoon, done.error());
}

Response meld_in_dienst(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto persoon = asked(service, request, desk);
    if (!persoon) return desk.fail(persoon.error());
    const auto done = service.stay_in_service(desk.caller, persoon->collega.medewerker.id, versie_of(request));
    if (done) return klaar(url_of(persoon->collega.medewerker.id), "bewaard");
    return refused(service, request, desk, *persoon, done.error());
}

}  // namespace dichtbij::organisatie
