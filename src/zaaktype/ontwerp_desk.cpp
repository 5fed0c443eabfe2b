#include <algorithm>

#include "zaaktype/regels.h"
#include "zaaktype/samenvoegen.h"
#include "zaaktype/velden_desk.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaaktype {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

constexpr std::string_view kies = "kies:";  // of a difference by path: whose text stays

struct Stand {
    Invoer invoer;
    std::int64_t revisie = 0;
    std::vector<FieldError> fouten = {};
    std::vector<Keuzeverschil> verschillen = {};  // with what someone else saved meanwhile
    std::string focus = {};
    bool is_nog_niet_bewaard = false;
    int status = 200;
};

Html keuzerij(const Texts& t, const Keuzeverschil& one) {
    const std::string naam = pad_in_woorden(t, one.pad);
    const auto keuze = [&](const char* wie, const std::string& waarde, bool is_chosen) {
        return label(cls("choice"), input(type("radio"), name(std::string(kies) + one.pad), value(wie), flag("checked", is_chosen)),
                     span(t("zaaktype.gewijzigd." + std::string(wie)), span(cls("hint"), waarde_in_woorden(t, one.pad, waarde))));
    };
    return fieldset(cls("field"), legend(naam), div(cls("choices"), keuze("mijn", one.mijn, true), keuze("hun", one.hun, false)));
}

Html gewijzigd(const Texts& t, const Stand& stand) {
    if (stand.status != 409) return {};
    return div(cls("section panel stack"), id("gewijzigd"), attr("role", "alert"), attr("tabindex", "-1"), attr("data-focus", ""),
               h2(t("zaaktype.gewijzigd.kop")),
               p(stand.verschillen.empty() ? t("zaaktype.gewijzigd.gelijk") : t("zaaktype.gewijzigd.uitleg")),
               each(stand.verschillen, [&](const Keuzeverschil& one) { return keuzerij(t, one); }), div(cls("row below"), submit(t("zaaktype.gewijzigd.bewaar"))));
}

Html knoppen(const Texts& t) {
    return div(cls("row section"), submit(t("formulier.bewaar")), submit_named("daarna", "publiceren", t("zaaktype.ontwerp.bewaar_en_publiceer")));
}

Response show(Request& request, Desk& desk, const Versieblad& blad, const Stand& stand) {
    const Texts& t = desk.t;
    std::vector<FieldError> fouten = stand.fouten;
    for (FieldError& fout : fouten) fout.field = veld_van(fout.field);
    const Form form(t, fouten);
    const Veldstand velden{t, form, stand.invoer, stand.focus};
    const Tweetalig namen{stand.invoer.get("naam.nl"), stand.invoer.get("naam.en")};
    const std::string& typed = in_taal(t, namen);
    const std::string naam = typed.empty() ? blad.inhoud.code : typed;
    const auto& v = blad.versie;
    return desk.page(
        {t("zaaktype.ontwerp.kop", naam), stand.status != 200},
        join(back_link(url_van(v.zaaktype), naam),
             page_head(t("zaaktype.ontwerp.kop", naam), t("zaaktype.scherm.versie", v.nummer), button_link(url_van(v.id, "/voorbeeld"), t("zaaktype.voorbeeld.kop"), "eye")),
             gedaan_melding(desk, request), form.summary(),
             when(stand.is_nog_niet_bewaard, [&] { return div(cls("section"), attr("role", "status"), alert("pencil", p(t("zaaktype.ontwerp.nog_niet_bewaard")), Tone::today)); }),
             el("form", cls("form-wide"), attr("method", "post"), html::action(url_van(v.id)), flag("novalidate"), csrf_field(desk.csrf),
                hidden("versie", std::to_string(stand.revisie)), hidden("code", blad.inhoud.code), gewijzigd(t, stand), knoppen(t), inhoudsopgave(t), alle_velden(velden), knoppen(t)),
             section(cls("section"), p(a(href(url_van(v.id, "/weg")), t("zaaktype.weg.kop"))))),
        stand.status);
}

// What is wrong: first what cannot be read, then what may not be kept.
std::vector<FieldError> faults_of(const Invoer::Gelezen& gelezen) {
    std::vector<FieldError> fouten = gelezen.fouten;
    for (FieldError& fout : vormfouten(opgeschoond(gelezen.zaaktype)))
        if (std::none_of(fouten.begin(), fouten.end(), [&](const FieldError& known) { return known.field == fout.field; })) fouten.push_back(std::move(fout));
    return fouten;
}

std::vector<std::string> paths_of_theirs(const Request& request) {
    std::vector<std::string> paden;
    for (const auto& [naam, waarde] : request.form)
        if (naam.starts_with(kies) && waarde == "hun") paden.push_back(naam.substr(kies.size()));
    return paden;
}

Response press(Request& request, Desk& desk, const Versieblad& blad, const Rijknop& knop) {
    Stand stand{Invoer(request.form), organisatie::versie_of(request)};
    const std::size_t at = doe(stand.invoer, knop);
    stand.focus = stand.invoer.rijen(knop.lijst) == 0 ? knop.lijst : knop.lijst + "[" + std::to_string(at) + "]";
    stand.is_nog_niet_bewaard = true;
    return show(request, desk, blad, stand);
}

}  // namespace

Response versie_blad(const Schermen& in, Request& request, Desk& desk) {
    const auto blad = in.zaaktypen.versie(desk.caller, id_in<dichtbij::ZaaktypeVersie>(request));
    if (!blad) return desk.fail(blad.error());
    if (!blad->mag_wijzigen || blad->versie.status != Status::ontwerp) return versie_lezen(in, request, desk, *blad);
    return show(request, desk, *blad, {Invoer(blad->inhoud), blad->versie.revisie});
}

Response bewaar_ontwerp(const Schermen& in, Request& request, Desk& desk) {
    const auto id = id_in<dichtbij::ZaaktypeVersie>(request);
    const auto blad = in.zaaktypen.versie(desk.caller, id);
    if (!blad) return desk.fail(blad.error());
    if (!blad->mag_wijzigen) return desk.fail({Reason::forbidden, "may not change this case type", "", {}});
    if (blad->versie.status != Status::ontwerp) return desk.fail({Reason::conflict, "published meanwhile", "zaaktype.fout.geen_ontwerp", {}});
    if (const auto knop = rijknop_of(request.form.get("doe"))) return press(request, desk, *blad, *knop);
    Stand stand{Invoer(request.form), organisatie::versie_of(request)};
    const auto gelezen = stand.invoer.lees();
    stand.fouten = faults_of(gelezen);
    if (stand.fouten.empty()) {
        const auto theirs = paths_of_theirs(request);
        const Zaaktype wanted = theirs.empty() ? gelezen.zaaktype : samengevoegd(blad->inhoud, gelezen.zaaktype, theirs);
        const auto saved = in.zaaktypen.save_ontwerp(desk.caller, id, wanted, stand.revisie);
        if (saved && request.form.get("daarna") == "publiceren") return Response::redirect(url_van(id, "/publiceren"));
        if (saved) return gedaan(url_van(id), "bewaard");
        if (organisatie::is_stale(saved.error())) {
            stand.verschillen = keuzeverschillen(blad->inhoud, opgeschoond(wanted));
            stand.invoer = Invoer(wanted);
            stand.revisie = blad->versie.revisie;
            stand.status = 409;
            return show(request, desk, *blad, stand);
        }
        if (saved.error().reason != Reason::invalid) return desk.fail(saved.error());
        stand.fouten = saved.error().fields;
    }
    stand.status = 422;
    return show(request, desk, *blad, stand);
}

}  // namespace dichtbij::zaaktype
