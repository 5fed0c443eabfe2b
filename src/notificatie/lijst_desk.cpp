#include "html/dates.h"
#include "html/parts.h"
#include "notificatie/schermen_desk.h"
#include "organisatie/parts_desk.h"

namespace dichtbij::notificatie {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

namespace {

constexpr std::string_view nieuw_url = "/beheer/notificaties/nieuw";

Html line(const Schermen& s, const Desk& desk, const Abonnementregel& regel, const std::string& gemeente) {
    const Texts& t = desk.t;
    const Abonnement& one = regel.abonnement;
    std::string where = host_van(s, one);
    if (!gemeente.empty()) where += (where.empty() ? "" : " · ") + gemeente;
    return row(cell(cover(abonnement_url(one.id), naam_van(t, regel), where)), cell(kanalen_in_woorden(t, one)),
               cell(one.gelukt_op ? moment(t, *one.gelukt_op, desk.now) : t("notificatie.nog_niets")),
               cell(regel.dood > 0 ? badge("alert-triangle", t("notificatie.aantal_mislukt", regel.dood), Tone::late) : Html(),
                    below(regel.wachtend > 0 ? t("notificatie.aantal_wachtend", regel.wachtend) : "")),
               cell(stand(s, desk, regel)));
}

std::int64_t given_up(const std::vector<Abonnementregel>& regels) {
    std::int64_t total = 0;
    for (const Abonnementregel& one : regels) total += one.dood;
    return total;
}

Html table_of(const Schermen& s, const Desk& desk, const std::vector<Abonnementregel>& regels) {
    const Texts& t = desk.t;
    const auto gemeenten = organisatie::beheerde_gemeenten(s.organisatie, desk.caller);
    const auto name_of = [&](Id<Gemeente> id) -> std::string {
        for (const auto& one : gemeenten)
            if (gemeenten.size() > 1 && one.id == id) return one.naam;
        return {};
    };
    return stackable_table(t("notificatie.kop"),
                           {{.label = t("notificatie.naar")}, {.label = t("notificatie.kanalen")}, {.label = t("notificatie.laatst")}, {.label = t("notificatie.onderweg")},
                            {.label = t("notificatie.stand")}},
                           each(regels, [&](const Abonnementregel& regel) { return line(s, desk, regel, name_of(regel.abonnement.gemeente)); }));
}

Response new_page(const Schermen& s, Desk& desk, Id<Gemeente> gemeente, const Ingevuld& in, int status) {
    const Texts& t = desk.t;
    const Form form(t, in.fouten);
    const auto kanalen = s.kanalen.kanalen(desk.caller, gemeente);
    if (!kanalen) return desk.fail(kanalen.error());
    std::vector<Choice> gemeenten;
    for (const auto& one : organisatie::beheerde_gemeenten(s.organisatie, desk.caller)) gemeenten.push_back({one.id.text(), one.naam});
    const Html where = gemeenten.size() < 2 ? hidden("gemeente", gemeente.text())
                                            : form.select({.name = "gemeente", .label = t("notificatie.gemeente"), .value = gemeente.text()}, gemeenten);
    return desk.page(PageHead{t("notificatie.nieuw"), form.has_errors()},
                     join(back_link(lijst_url, t("notificatie.kop")), page_head(t("notificatie.nieuw")), p(cls("prose soft"), t("notificatie.nieuw_uitleg")), ontbreekt(s, desk),
                          organisatie::posting(desk, nieuw_url, form.summary(), where, velden(t, form, in.webhook, *kanalen),
                                               div(cls("row below"), submit(t("notificatie.maak"))))),
                     status);
}

}  // namespace

Response lijst(const Schermen& s, Request&, Desk& desk) {
    const Texts& t = desk.t;
    const auto regels = s.abonnementen.list(desk.caller);
    if (!regels) return desk.fail(regels.error());
    const auto dead = given_up(*regels);
    return desk.page(t("notificatie.kop"),
                     join(page_head(t("notificatie.kop"), t("notificatie.uitleg"), button_link(nieuw_url, t("notificatie.nieuw"), "plus")),
                          klaar(desk), ontbreekt(s, desk),
                          when(dead > 0,
                               [&] {
                                   return alert("alert-triangle", p(t("notificatie.niet_aangekomen", dead), " ", a(href(mislukt_url), t("notificatie.bekijk_mislukt"))), Tone::late);
                               }),
                          regels->empty() ? empty_state(t("notificatie.leeg"), t("notificatie.leeg_uitleg"), "bell") : table_of(s, desk, *regels)));
}

Response nieuw(const Schermen& s, Request& request, Desk& desk) {
    const auto gemeente = organisatie::gekozen_gemeente(s.organisatie, desk, request);
    if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
    Ingevuld in;
    for (const EigenKanaal& one : eigen_kanalen()) in.webhook.kanalen.push_back({std::string(one.naam), {}});
    return new_page(s, desk, gemeente->id, in, 200);
}

Response maak(const Schermen& s, Request& request, Desk& desk) {
    const auto gemeente = organisatie::gekozen_gemeente(s.organisatie, desk, request);
    if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
    Ingevuld in = ingevuld(request);
    const auto made = s.abonnementen.make_webhook(desk.caller, gemeente->id, in.webhook);
    if (made) return eenmalig(desk, *made);
    if (made.error().reason == Reason::conflict) in.fouten = {{"naam", made.error().key, {}}};
    else if (made.error().reason == Reason::invalid) in.fouten = made.error().fields;
    else return desk.fail(made.error());
    return new_page(s, desk, gemeente->id, in, 422);
}

}  // namespace dichtbij::notificatie
