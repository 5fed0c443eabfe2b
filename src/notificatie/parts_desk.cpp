#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

#include "html/dates.h"
#include "html/parts.h"
#include "notificatie/schermen_desk.h"
#include "organisatie/parts_desk.h"

namespace dichtbij::notificatie {

using http::Request;
using namespace html;  // NOLINT: a screen is written in elements

namespace {

template <class E>
std::string enum_code(E value) {
    return boost::describe::enum_to_string(value, "");
}

// "geweigerd (503)": the answer tells the administrator where to look.
std::string reason(const Texts& t, const Levering& one) {
    if (one.fout == Leverfout::geweigerd) return t("notificatie.waarom.geweigerd", one.status);
    return t("notificatie.waarom." + enum_code(one.fout));
}

std::string kanaal_naam(const Texts& t, std::string_view naam) { return eigen_kanaal(naam) ? t("notificatie.kanaal." + std::string(naam)) : std::string(naam); }

std::string what(const Texts& t, const Notificatie& one) {
    if (!eigen_kanaal(one.kanaal)) return one.resource + ": " + one.actie;
    return t("notificatie.gebeurd." + one.actie, t("notificatie.resource." + one.kanaal));
}

Html dead_row(const access::Desk& desk, const Leveringregel& one, std::string_view terug) {
    const Texts& t = desk.t;
    const std::string name_ = one.naar.empty() ? t("notificatie.component") : one.naar;
    return row(cell(strong(name_), below(one.host)), cell(what(t, one.notificatie), below(moment(t, one.notificatie.op, desk.now))),
               cell(reason(t, one.levering), below(t("notificatie.pogingen", one.levering.pogingen))),
               cell(one.levering.fout_sinds ? moment(t, *one.levering.fout_sinds, desk.now) : std::string()),
               cell(organisatie::small_button(desk, {std::string(mislukt_url) + "/opnieuw", t("notificatie.opnieuw"), name_, "refresh",
                                                     {{"levering", one.levering.id.text()}, {"terug", std::string(terug)}}})));
}

}  // namespace

std::string abonnement_url(Id<dichtbij::Abonnement> id, std::string_view rest) { return std::string(lijst_url) + "/" + id.text() + std::string(rest); }

Ingevuld ingevuld(const Request& request) {
    Ingevuld made;
    made.webhook.naam = request.form.get("naam");
    made.webhook.callback_url = request.form.get("callback_url");
    for (const auto naam : request.form.all("kanalen")) made.webhook.kanalen.push_back({std::string(naam), {}});
    return made;
}

Html velden(const Texts& t, const Form& form, const Webhook& in, const std::vector<Kanaal>& kanalen) {
    std::vector<Choice> choices;
    std::vector<std::string> chosen;
    for (const Kanaal& one : kanalen)
        choices.push_back({one.naam, kanaal_naam(t, one.naam), one.is_eigen ? t("notificatie.kanaal_uitleg." + one.naam) : t("notificatie.kanaal_van_ander")});
    for (const Kanaalkeuze& one : in.kanalen) chosen.push_back(one.naam);
    return join(form.input({.name = "naam", .label = t("notificatie.naam"), .value = in.naam, .hint = t("notificatie.naam_uitleg"),
                            .attributes = {attr("maxlength", std::to_string(naam_limit)), attr("autocomplete", "off")}}),
                form.input({.name = "callback_url", .label = t("notificatie.adres"), .value = in.callback_url, .hint = t("notificatie.adres_uitleg"), .type = "url",
                            .attributes = {attr("maxlength", std::to_string(url_limit)), attr("autocomplete", "off"), attr("inputmode", "url")}}),
                form.checkboxes({.name = "kanalen", .label = t("notificatie.kanalen"), .hint = t("notificatie.kanalen_uitleg")}, choices, chosen));
}

std::string naam_van(const Texts& t, const Abonnementregel& regel) {
    if (regel.abonnement.soort == Abonnementsoort::component) return t("notificatie.component");
    if (!regel.abonnement.naam.empty()) return regel.abonnement.naam;
    return regel.van.empty() ? t("notificatie.onbekend") : regel.van;
}

std::string host_van(const Schermen& s, const Abonnement& one) {
    const std::string& url = one.soort == Abonnementsoort::component ? s.abonnementen.opties().component.url : one.callback_url;
    const auto adres = adres_van(url);
    return adres ? adres->hostnaam : std::string();
}

std::string kanalen_in_woorden(const Texts& t, const Abonnement& one) {
    if (one.soort == Abonnementsoort::component) return t("notificatie.alle_eigen");
    std::vector<std::string> names;
    for (const Kanaalkeuze& each : one.kanalen) {
        std::string name_ = kanaal_naam(t, each.naam);
        if (!each.filters.empty()) name_ = t("notificatie.met_filter", name_);
        if (std::find(names.begin(), names.end(), name_) == names.end()) names.push_back(std::move(name_));
    }
    std::string words;
    for (const std::string& each : names) words += (words.empty() ? "" : ", ") + each;
    return words;
}

Html stand(const Schermen& s, const access::Desk& desk, const Abonnementregel& regel) {
    const Texts& t = desk.t;
    const Abonnement& one = regel.abonnement;
    if (one.uit_op) return badge("ban", t("notificatie.stand.uit"), Tone::plain);
    if (one.soort == Abonnementsoort::component && s.abonnementen.opties().component.url.empty()) return badge("ban", t("notificatie.stand.niet_ingesteld"), Tone::late);
    if (one.rust_tot && desk.now < *one.rust_tot) return badge("player-pause", t("notificatie.stand.rust"), Tone::late);
    if (one.storingen > 0) return badge("alert-triangle", t("notificatie.stand.storing"), Tone::late);
    if (!one.gelukt_op) return badge("hourglass", t("notificatie.stand.nieuw"), Tone::plain);
    return badge("check", t("notificatie.stand.goed"), Tone::good);
}

Html klaar(const access::Desk& desk) {
    if (desk.request.query.get("klaar") != "opnieuw") return organisatie::klaar_melding(desk, desk.request);
    return div(cls("section"), attr("role", "status"), alert("circle-check", p(desk.t("notificatie.gaat_opnieuw")), Tone::good));
}

Html ontbreekt(const Schermen& s, const access::Desk& desk) {
    const Opties& in = s.abonnementen.opties();
    return join(when(in.basis.empty(), [&] { return alert("alert-triangle", p(desk.t("notificatie.zonder_basis")), Tone::late); }),
                when(in.bestemmingen.empty(), [&] { return alert("alert-triangle", p(desk.t("notificatie.zonder_lijst")), Tone::today); }));
}

Html dode_tabel(const access::Desk& desk, const Leveringpagina& page, std::string_view terug) {
    const Texts& t = desk.t;
    return stackable_table(t("notificatie.mislukt"),
                           {{.label = t("notificatie.naar")}, {.label = t("notificatie.wat")}, {.label = t("notificatie.waarom")}, {.label = t("notificatie.sinds")},
                            {.label = t("notificatie.doen")}},
                           each(page.regels, [&](const Leveringregel& one) { return dead_row(desk, one, terug); }));
}

}  // namespace dichtbij::notificatie
