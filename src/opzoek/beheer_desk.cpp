#include <boost/describe/enum_from_string.hpp>

#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "opzoek/opzoek_routes.h"
#include "organisatie/parts_desk.h"

namespace dichtbij::opzoek {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

constexpr std::string_view url = "/beheer/opzoeken";

Html stand(const Texts& t, const Bronoverzicht& een) {
    if (!een.is_ingesteld) return badge("circle", t("opzoek.stand.niet_ingesteld"));
    if (een.uit_op) return badge("ban", t("opzoek.stand.uit"), Tone::late);
    if (een.toestand.stand == Onderbreekstand::open) return badge("alert-triangle", t("opzoek.stand.onderbroken"), Tone::late);
    if (een.toestand.stand == Onderbreekstand::proef) return badge("hourglass", t("opzoek.stand.proef"), Tone::today);
    return badge("check", t("opzoek.stand.aan"), Tone::good);
}

Html last_failure(const Desk& desk, const Bronoverzicht& een) {
    const Texts& t = desk.t;
    if (!een.laatst_mislukt_op) return span(cls("soft"), t("opzoek.nooit_mislukt"));
    return join(moment(t, *een.laatst_mislukt_op, desk.now), below(t("opzoek.mislukt." + een.laatst_mislukt)));
}

Html switch_form(const Desk& desk, const Bronoverzicht& een, Id<Gemeente> gemeente, const std::string& naam) {
    if (!een.is_ingesteld) return {};
    const Texts& t = desk.t;
    return organisatie::small_button(desk, {std::string(url), t(een.uit_op ? "opzoek.zet_aan" : "opzoek.zet_uit"), naam, {},
                                            {{"gemeente", gemeente.text()}, {"bron", naam_of(een.bron)}, {"stand", een.uit_op ? "aan" : "uit"}}});
}

Html sources(const Desk& desk, const Overzicht& overzicht, Id<Gemeente> gemeente) {
    const Texts& t = desk.t;
    const auto line = [&](const Bronoverzicht& een) {
        const std::string naam = t("opzoek.bron." + naam_of(een.bron));
        const std::string counts = t("opzoek.vandaag_aantal", std::to_string(een.vandaag), std::to_string(een.mislukt_vandaag));
        const bool is_open = een.toestand.stand == Onderbreekstand::open && een.toestand.open_tot;
        return row(cell(strong(naam), when(een.toestand.fouten_op_rij > 0, [&] { return below(t("opzoek.op_rij", een.toestand.fouten_op_rij)); })),
                   cell(attr("data-l", t("opzoek.stand_kop")), stand(t, een), when(is_open, [&] { return below(t("opzoek.weer_na", moment(t, *een.toestand.open_tot, desk.now))); })),
                   cell(attr("data-l", t("opzoek.vandaag")), counts), cell(attr("data-l", t("opzoek.laatste_fout")), last_failure(desk, een)),
                   cell(switch_form(desk, een, gemeente, naam)));
    };
    const auto lokaal = overzicht.lokale_adressen;
    return section_of({"h-bronnen", t("opzoek.bronnen")},
                      join(stackable_table(t("opzoek.bronnen"),
                                           {{.label = t("opzoek.bron_kop")}, {.label = t("opzoek.stand_kop")}, {.label = t("opzoek.vandaag")}, {.label = t("opzoek.laatste_fout")},
                                            {.label = t("opzoek.schakelaar")}},
                                           each(overzicht.bronnen, line)),
                           p(cls("soft below"), lokaal == 0 ? t("opzoek.lokaal_leeg")
                                                      : t(lokaal < lokaal_geteld_tot ? "opzoek.lokaal_aantal" : "opzoek.lokaal_veel", std::to_string(lokaal)))));
}

std::string doel_words(const std::vector<Doelbinding>& doelen, const std::string& code) {
    for (const Doelbinding& one : doelen)
        if (one.code == code) return one.naam;
    return code;
}

Html log_lines(const Desk& desk, const Opzoekpagina& pagina, const std::vector<Doelbinding>& doelen, const std::string& next) {
    const Texts& t = desk.t;
    const auto line = [&](const Opzoekregel& one) {
        const std::string aantal = one.uitkomst == "gevonden" ? t("opzoek.gevonden_aantal", one.aantal) : t("opzoek.mislukt." + one.uitkomst);
        return row(cell(moment(t, one.op, desk.now)), cell(attr("data-l", t("opzoek.wie")), one.door),
                   cell(attr("data-l", t("opzoek.bron_kop")), t("opzoek.bron." + one.bron), below(t("opzoek.soort." + one.soort))),
                   cell(attr("data-l", t("opzoek.doel_kop")), one.doel.empty() ? t("opzoek.doel_niet_nodig") : doel_words(doelen, one.doel)),
                   cell(attr("data-l", t("opzoek.uitkomst_kop")), aantal, below(t("opzoek.herkomst." + one.herkomst, one.duur_ms))));
    };
    return section_of({"h-gevraagd", t("opzoek.gevraagd"), t("opzoek.gevraagd_uitleg")},
                      pagina.regels.empty() ? empty_state(t("opzoek.gevraagd_leeg"), t("opzoek.gevraagd_leeg_uitleg"), "search")
                                            : join(stackable_table(t("opzoek.gevraagd"),
                                                                   {{.label = t("opzoek.wanneer")}, {.label = t("opzoek.wie")}, {.label = t("opzoek.bron_kop")}, {.label = t("opzoek.doel_kop")},
                                                                    {.label = t("opzoek.uitkomst_kop")}},
                                                                   each(pagina.regels, line)),
                                                   pager(t, next)));
}

Response show(const Schermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto gemeente = organisatie::gekozen_gemeente(s.organisatie, desk, request);
    if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
    const auto overzicht = s.service.overzicht(desk.caller, gemeente->id);
    if (!overzicht) return desk.fail(overzicht.error());
    const auto pagina = s.service.regels(desk.caller, gemeente->id, parse_uuid(request.query.get("voor")));
    if (!pagina) return desk.fail(pagina.error());
    const std::string next = pagina->voor ? std::string(url) + "?gemeente=" + gemeente->id.text() + "&voor=" + to_string(*pagina->voor) + "#h-gevraagd" : "";
    return desk.page(t("opzoek.kop"), join(page_head(t("opzoek.kop"), t("opzoek.uitleg")), organisatie::klaar_melding(desk, request),
                                           organisatie::gemeente_tabs(s.organisatie, desk, url, gemeente->id), sources(desk, *overzicht, gemeente->id),
                                           log_lines(desk, *pagina, s.service.alle_doelen(gemeente->code), next)));
}

Response switch_source(const Schermen& s, Request& request, Desk& desk) {
    const auto gemeente = Id<Gemeente>::parse(request.form.get("gemeente"));
    Bron bron{};
    if (!gemeente || !boost::describe::enum_from_string(std::string(request.form.get("bron")).c_str(), bron)) return desk.fail({Reason::not_found, "gemeente or source", "", {}});
    const auto done = s.service.schakel(desk.caller, *gemeente, bron, request.form.get("stand") == "uit" ? Schakeling::uit : Schakeling::aan);
    return done ? organisatie::klaar(std::string(url) + "?gemeente=" + gemeente->text(), "bewaard") : desk.fail(done.error());
}

}  // namespace

void add_routes(access::DeskRoutes& routes, const Schermen& s) {
    routes.get(url, [s](Request& request, Desk& desk) { return show(s, request, desk); });
    routes.post(url, [s](Request& request, Desk& desk) { return switch_source(s, request, desk); });
}

}  // namespace dichtbij::opzoek
