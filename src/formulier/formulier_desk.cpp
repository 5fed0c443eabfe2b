#include "formulier/formulier_desk.h"

#include <algorithm>
#include <map>

#include "document/bestand_desk.h"
#include "document/document_render.h"
#include "formulier/formulier_render.h"
#include "html/dates.h"
#include "html/parts.h"
#include "html/woord.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::formulier {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

Result<Id<Gemeente>> chosen_gemeente(const Request& request, const Desk& desk) {
    const auto typed = request.query.has("gemeente") ? request.query.get("gemeente") : request.form.get("gemeente");
    auto chosen = Id<Gemeente>::parse(typed);
    for (const auto& id_ : access::scope_of(desk.caller).gemeenten)
        if (!chosen && access::has_role(desk.caller, id_, {access::Rol::beheerder})) chosen = id_;
    if (!chosen) return forbidden("beheerder of no gemeente");
    return *chosen;
}

Html other_gemeenten(const FormulierSchermen& s, const Desk& desk, Id<Gemeente> chosen) {
    std::vector<Tab> all;
    s.store.read([&](store::Tx& tx) {
        all.clear();
        for (const auto& id_ : access::scope_of(desk.caller).gemeenten)
            if (access::has_role(desk.caller, id_, {access::Rol::beheerder}))
                if (const auto found = organisatie::gemeente(tx, id_)) all.push_back({"/beheer/formulieren?gemeente=" + id_.text(), found->naam, std::nullopt, id_ == chosen});
    });
    return all.size() < 2 ? Html() : tabs(all);
}

std::string title_of(const Desk& desk, const Definitie& definitie) { return definitie.titel.in(to_string(desk.taal())); }

std::string state_of(const Desk& desk, const Aanbod& one) { return desk.t("formulier.beheer.waarom." + woord(one.waarom), one.ontbreekt); }

std::string destination_of(const Desk& desk, const Definitie& definitie) {
    return definitie.bestemming.wordt == Wordt::zaak ? desk.t("formulier.beheer.wordt_zaak", definitie.bestemming.zaaktype) : desk.t("formulier.beheer.wordt_taak");
}

Response list_page(const FormulierSchermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto gemeente = chosen_gemeente(request, desk);
    if (!gemeente) return desk.fail(gemeente.error());
    const auto all = s.formulieren.lijst(desk.caller, *gemeente);
    if (!all) return desk.fail(all.error());
    const Html rows = each(*all, [&](const Aanbod& one) {
        return row(cell(cover("/beheer/formulieren/" + one.definitie->code + "?gemeente=" + gemeente->text(), title_of(desk, *one.definitie), one.definitie->code)), cell(destination_of(desk, *one.definitie)),
                   cell(badge(one.is_aangeboden() ? "circle-check" : "alert-circle", state_of(desk, one), one.is_aangeboden() ? Tone::good : one.waarom == Waarom::uitgezet ? Tone::plain : Tone::late)));
    });
    return desk.page(t("formulier.beheer.kop"), join(page_head(t("formulier.beheer.kop")), other_gemeenten(s, desk, *gemeente), p(t("formulier.beheer.uitleg")),
                                                     stackable_table(t("formulier.beheer.kop"), {{.label = t("formulier.beheer.formulier")}, {.label = t("formulier.beheer.wordt")}, {.label = t("formulier.beheer.staat")}}, rows)));
}

struct Getallen {
    std::int64_t aantal = 0, som = 0;
};

std::string name_of_key(const Desk& desk, const Definitie& definitie, const std::string& key) {
    const std::string taal(to_string(desk.taal()));
    if (key == "controle") return desk.t("formulier.controle.kop");
    for (const Pagina& pagina : definitie.paginas)
        if (pagina.code == key) return pagina.titel.in(taal);
    // "groep.0.vraag" and "vraag.postcode" are about one question.
    for (std::size_t from = 0; from <= key.size();) {
        const auto end = std::min(key.find('.', from), key.size());
        if (const Vraag* vraag = definitie.vraag(std::string_view(key).substr(from, end - from))) return vraag->vraag.in(taal);
        from = end + 1;
    }
    return key;
}

Html counted_table(const Desk& desk, const Definitie& definitie, const Cijfers& figures_, std::string_view soort, const std::string& caption) {
    std::map<std::string, std::int64_t> by_name;
    for (const Telling& one : figures_.tellingen)
        if (one.soort == soort) by_name[name_of_key(desk, definitie, one.sleutel)] += one.aantal;
    if (by_name.empty()) return {};
    std::vector<std::pair<std::string, std::int64_t>> rows(by_name.begin(), by_name.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return section(h2(caption), figures_table(desk.t, caption, {{.label = desk.t("formulier.beheer.waar")}, {.label = desk.t("formulier.beheer.aantal"), .is_number = true}},
                                              each(rows, [](const auto& one) { return tr(th(attr("scope", "row"), one.first), td(cls("num"), one.second)); })));
}

Response form_page(const FormulierSchermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto gemeente = chosen_gemeente(request, desk);
    if (!gemeente) return desk.fail(gemeente.error());
    const auto counted = s.formulieren.cijfers(desk.caller, *gemeente, request.param("code"));
    if (!counted) return desk.fail(counted.error());
    const auto offer = s.store.read([&](store::Tx& tx) { return s.formulieren.find(tx, *gemeente, request.param("code")); });
    Getallen begun, sent;
    for (const Telling& one : counted->tellingen) {
        if (one.soort == "gestart") begun.aantal += one.aantal;
        if (one.soort == "ingezonden") sent = {sent.aantal + one.aantal, sent.som + one.som};
    }
    const bool is_on = offer->waarom != Waarom::uitgezet;
    const std::string title = title_of(desk, *offer->definitie);
    const Html switch_ = form(cls("section"), attr("method", "post"), action("/beheer/formulieren/" + offer->definitie->code), csrf_field(desk.csrf), hidden("gemeente", gemeente->text()), hidden("aan", is_on ? "nee" : "ja"),
                              button(cls("btn"), type("submit"), t(is_on ? "formulier.beheer.zet_uit" : "formulier.beheer.zet_aan")));
    return desk.page(title, join(back_link("/beheer/formulieren?gemeente=" + gemeente->text(), t("formulier.beheer.kop")), page_head(title), p(state_of(desk, *offer)),
                                 figures({{t("formulier.beheer.gestart"), std::to_string(begun.aantal)}, {t("formulier.beheer.ingezonden"), std::to_string(sent.aantal)},
                                          {t("formulier.beheer.bezig"), std::to_string(counted->bezig)}, {t("formulier.beheer.tijd"), sent.aantal == 0 ? "–" : span_of(t, seconds(sent.som / sent.aantal))}}),
                                 counted_table(desk, *offer->definitie, *counted, "pagina", t("formulier.beheer.paginas")), counted_table(desk, *offer->definitie, *counted, "verlaten", t("formulier.beheer.verlaten")),
                                 counted_table(desk, *offer->definitie, *counted, "fout", t("formulier.beheer.fouten")), p(cls("soft"), t("formulier.beheer.privacy")), switch_));
}

Response set_form(const FormulierSchermen& s, Request& request, Desk& desk) {
    const auto gemeente = chosen_gemeente(request, desk);
    if (!gemeente) return desk.fail(gemeente.error());
    const auto done = s.formulieren.set_aangeboden(desk.caller, *gemeente, request.param("code"), request.form.get("aan") == "ja");
    if (!done) return desk.fail(done.error());
    return Response::redirect("/beheer/formulieren?gemeente=" + gemeente->text());
}

Response show_file(const FormulierSchermen& s, Request& request, Desk& desk) {
    const auto id_ = Id<DocumentVersie>::parse(request.param("versie"));
    if (!id_) return desk.fail(Failure{Reason::not_found, "no such file", {}, {}});
    const auto chosen = s.invullen.open_bestand(desk.caller, *id_);
    if (!chosen) return desk.fail(chosen.error());
    auto answer = document::serve(s.documenten, request, chosen->versie, document::Tonen::opslaan);
    return answer ? std::move(*answer) : desk.fail(answer.error());
}

}  // namespace

Html naast_werk(const FormulierSchermen& s, const Desk& desk, Id<Werk> werk) {
    const Texts& t = desk.t;
    const auto all = s.invullen.of_werk(desk.caller, werk);
    if (!all || all->empty()) return {};
    std::vector<Html> panels;
    for (const Ingezonden& sent : *all) {
        const auto files = s.store.read([&](store::Tx& tx) { return s.invullen.bestanden_of(tx, sent.inzending); });
        const std::string heading = "h-inzending-" + sent.inzending.id.text();
        panels.push_back(section(cls("panel stack-tight"), attr("aria-labelledby", heading), h2(id(heading), t("formulier.balie.kop", sent.inzending.titel(to_string(desk.taal())))),
                                 p(cls("soft"), moment(t, sent.inzending.ontvangen_op, desk.now)), div(attr_if(sent.inzending.taal != to_string(desk.taal()), "lang", sent.inzending.taal), antwoorden_lijst(t, sent.antwoorden, desk.today(), 3)),
                                 when(!files.empty(), [&] { return ul(each(files, [&](const document::Documentregel& file) { return li(a(href("/formulieren/bestand/" + file.versie.id.text()), file.versie.bestandsnaam), " (" + document::size_in_words(t, file.versie.bytes) + ")"); })); })));
    }
    return join(panels);
}

void add_routes(access::DeskRoutes& routes, const FormulierSchermen& s) {
    routes.get("/beheer/formulieren", [s](Request& request, Desk& desk) { return list_page(s, request, desk); });
    routes.get("/beheer/formulieren/{code}", [s](Request& request, Desk& desk) { return form_page(s, request, desk); });
    routes.post("/beheer/formulieren/{code}", [s](Request& request, Desk& desk) { return set_form(s, request, desk); });
    routes.get("/formulieren/bestand/{versie}", [s](Request& request, Desk& desk) { return show_file(s, request, desk); });
}

}  // namespace dichtbij::formulier
