#include "html/parts.h"
#include "organisatie/parts_desk.h"
#include "toepassing/schermen_desk.h"

namespace dichtbij::toepassing {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

namespace {

constexpr std::string_view nieuw_url = "/beheer/koppelingen/nieuw";

Html line(const Desk& desk, const Regel& regel, const std::string& gemeente) {
    const Texts& t = desk.t;
    const Applicatie& one = regel.applicatie;
    return row(cell(cover(blad_url(one.id), one.naam, gemeente)), cell(rechten_in_woorden(t, one.rechten)),
               cell(t("toepassing.tokens_aantal", regel.tokens)),
               cell(used(desk, regel.gebruikt_op)), cell(stand(t, one, desk.now)));
}

Response new_page(const Schermen& s, Desk& desk, Id<Gemeente> gemeente, const Ingevuld& in, int status) {
    const Texts& t = desk.t;
    const Form form(t, in.fouten);
    std::vector<Choice> gemeenten;
    for (const auto& one : organisatie::beheerde_gemeenten(s.organisatie, desk.caller)) gemeenten.push_back({one.id.text(), one.naam});
    const Html where = gemeenten.size() < 2 ? hidden("gemeente", gemeente.text())
                                            : form.select({.name = "gemeente", .label = t("toepassing.gemeente"), .value = gemeente.text()}, gemeenten);
    return desk.page(PageHead{t("toepassing.nieuw"), form.has_errors()},
                     join(back_link(lijst_url, t("toepassing.kop")), page_head(t("toepassing.nieuw")),
                          organisatie::posting(desk, nieuw_url, form.summary(), where, velden(t, form, in), div(cls("row below"), submit(t("toepassing.maak"))))),
                     status);
}

}  // namespace

Response lijst(const Schermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto regels = s.service.list(desk.caller);
    if (!regels) return desk.fail(regels.error());
    const auto gemeenten = organisatie::beheerde_gemeenten(s.organisatie, desk.caller);
    const auto name_of = [&](Id<Gemeente> id) -> std::string {
        for (const auto& one : gemeenten)
            if (gemeenten.size() > 1 && one.id == id) return one.naam;
        return {};
    };
    return desk.page(t("toepassing.kop"),
                     join(page_head(t("toepassing.kop"), t("toepassing.uitleg"), button_link(nieuw_url, t("toepassing.nieuw"), "plus")),
                          organisatie::klaar_melding(desk, request), p(a(href("/koppelvlakken"), t("toepassing.koppelvlakken"))),
                          regels->empty() ? empty_state(t("toepassing.leeg"), t("toepassing.leeg_uitleg"), "plug")
                                          : stackable_table(t("toepassing.kop"),
                                                            {{.label = t("toepassing.naam")}, {.label = t("toepassing.rechten")}, {.label = t("toepassing.tokens")},
                                                             {.label = t("toepassing.gebruik")}, {.label = t("toepassing.stand")}},
                                                            each(*regels, [&](const Regel& regel) { return line(desk, regel, name_of(regel.applicatie.gemeente)); }))));
}

Response nieuw(const Schermen& s, Request& request, Desk& desk) {
    const auto gemeente = organisatie::gekozen_gemeente(s.organisatie, desk, request);
    if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
    return new_page(s, desk, gemeente->id, {}, 200);
}

Response maak(const Schermen& s, Request& request, Desk& desk) {
    const auto gemeente = organisatie::gekozen_gemeente(s.organisatie, desk, request);
    if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
    Ingevuld in = ingevuld(request);
    if (!in.fouten.empty()) return new_page(s, desk, gemeente->id, in, 422);
    const auto made = s.service.make(desk.caller, gemeente->id, in.gegevens);
    if (made) return Response::redirect(blad_url(made->id, "?klaar=gemaakt#tokens"));
    if (made.error().reason == Reason::conflict) in.fouten = {{"naam", made.error().key, {}}};
    else if (made.error().reason == Reason::invalid) in.fouten = made.error().fields;
    else return desk.fail(made.error());
    return new_page(s, desk, gemeente->id, in, 422);
}

}  // namespace dichtbij::toepassing
