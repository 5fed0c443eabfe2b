#include "norm/normen_desk.h"

#include <algorithm>

#include "base/text.h"
#include "html/dates.h"
#include "html/parts.h"
#include "norm/normvorm_desk.h"
#include "norm/proef_desk.h"

namespace dichtbij::norm {
namespace {

using namespace html;
using access::Desk;
using http::Params;
using http::Request;
using http::Response;

constexpr std::string_view list_url = "/beheer/normen";

struct Normenbeeld {
    Plek plek;
    Normenlijst lijst;
    Normnamen namen;
    std::vector<Choice> kanalen;

    std::string url(std::string_view rest = "") const { return std::string(list_url) + "/" + plek.id.text() + std::string(rest); }
};

std::vector<Choice> channel_choices(const NormSchermen& s, const Texts& t, const Normenlijst& lijst) {
    std::vector<std::string> codes = s.kanalen;
    for (const Servicenorm& norm : lijst.normen)
        if (norm.kanaal && std::find(codes.begin(), codes.end(), *norm.kanaal) == codes.end()) codes.push_back(*norm.kanaal);
    std::vector<Choice> choices;
    for (const std::string& code : codes) choices.push_back({code, kanaal_words(t, code)});
    return choices;
}

Result<Normenbeeld> look(const NormSchermen& s, const Desk& desk, std::string_view gemeente) {
    Normenbeeld beeld;
    TRY(beeld.plek, find_plek(s, desk, gemeente));
    TRY(beeld.lijst, s.normen.servicenormen(desk.caller, beeld.plek.id));
    beeld.namen = {s.onderwerpen(desk.caller, beeld.plek.id), s.producten(desk.caller, beeld.plek.id)};
    beeld.kanalen = channel_choices(s, desk.t, beeld.lijst);
    return beeld;
}

std::optional<Servicenorm> find_norm(const Normenbeeld& beeld, std::string_view id_text) {
    const auto wanted = Id<Norm>::parse(id_text);
    const auto& all = beeld.lijst.normen;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Servicenorm& one) { return one.id == wanted; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

bool is_over(const Servicenorm& norm, Day today) { return norm.tot && *norm.tot <= today; }

Html norm_row(const Texts& t, const Normenbeeld& beeld, const Servicenorm& norm) {
    const Html code = beeld.plek.is_beheerder ? a(cls("cover title"), href(beeld.url("/" + norm.id.text())), norm.code) : span(cls("title"), norm.code);
    return row(cell(code, span(cls("sub"), t("norm.aanleiding." + word(norm.aanleiding)))),
               cell(attr("data-l", t("norm.scherm.norm.meet")), t("norm.meet." + word(norm.meet))),
               cell(attr("data-l", t("norm.scherm.norm.termijn")), term_words(t, norm.term)),
               cell(attr("data-l", t("norm.scherm.norm.waarvoor")), waarvoor_words(t, norm, beeld.namen)),
               cell(attr("data-l", t("norm.scherm.norm.geldig")), geldig_words(t, norm)),
               cell(attr("data-l", t("norm.scherm.norm.bron")), span(cls("small"), bron_words(t, norm.bron))));
}

Html norm_table(const Texts& t, const Normenbeeld& beeld, std::string_view caption_, const std::vector<Servicenorm>& normen) {
    const std::vector<Column> columns{{t("norm.scherm.norm.code"), ""},     {t("norm.scherm.norm.meet"), ""},   {t("norm.scherm.norm.termijn"), ""},
                                      {t("norm.scherm.norm.waarvoor"), ""}, {t("norm.scherm.norm.geldig"), ""}, {t("norm.scherm.norm.bron"), ""}};
    return stackable_table(caption_, columns, each(normen, [&](const Servicenorm& norm) { return norm_row(t, beeld, norm); }));
}

Html lists_part(const Desk& desk, const Normenbeeld& beeld) {
    const Texts& t = desk.t;
    std::vector<Servicenorm> current, over;
    for (const Servicenorm& norm : beeld.lijst.normen) (is_over(norm, desk.today()) ? over : current).push_back(norm);
    return section(cls("section"), attr("aria-labelledby", "h-normen"),
                   div(cls("section-head"), h2(id("h-normen"), t("norm.scherm.normen.nu")), span(cls("soft"), t("norm.scherm.normen.volgorde"))),
                   norm_table(t, beeld, t("norm.scherm.normen.nu"), current),
                   when(!over.empty(), [&] {
                       return details(cls("below"), summary(t("norm.scherm.normen.voorbij", over.size())),
                                      norm_table(t, beeld, t("norm.scherm.normen.voorbij", over.size()), over));
                   }));
}

Response show(const NormSchermen& s, Request& request, Desk& desk) {
    const auto beeld = look(s, desk, request.param("gemeente"));
    if (!beeld) return desk.fail(beeld.error());
    const auto proef = read_proef(s, desk, beeld->plek.id, request.query);
    if (!proef) return desk.fail(proef.error());
    const Texts& t = desk.t;
    const bool is_wrong = !proef->errors.empty();
    const std::string title_ = t("norm.scherm.normen.titel", beeld->plek.naam);
    return desk.page(PageHead{title_, is_wrong},
                     join(done_alert(t, request), Form(t, proef->errors).summary(),
                          div(cls("page-head"), h1(title_), when(beeld->lijst.versie == 0, [&] { return p(cls("soft"), t("norm.scherm.normen.meegeleverd")); }),
                              span(cls("push row"), button_link("/beheer/kalender/" + beeld->plek.id.text(), t("norm.scherm.naar_kalender"), "calendar"),
                                   when(beeld->plek.is_beheerder, [&] { return button_link(beeld->url("/nieuw"), t("norm.scherm.norm.nieuw"), "plus"); }))),
                          plek_tabs(beeld->plek, list_url), lists_part(desk, *beeld),
                          proef_part(t, *proef, beeld->plek, beeld->namen, beeld->kanalen, beeld->lijst.normen)),
                     is_wrong ? 422 : 200);
}

// A norm in its form; with what is wrong, or what a colleague changed meanwhile.
struct Normblad {
    std::optional<Servicenorm> norm;  // none: a new one
    Params values;
    std::vector<FieldError> errors = {};
    std::vector<Verschil> overtaken = {};
    int status = 200;
};

Html end_part(const Texts& t, const Normenbeeld& beeld, const Normblad& blad, const Form& form, const std::string& csrf) {
    const std::string url = beeld.url("/" + blad.norm->id.text() + "/einde");
    return section(cls("section"), attr("aria-labelledby", "h-einde"), h2(id("h-einde"), t("norm.scherm.einde.kop")), p(cls("prose"), t("norm.scherm.einde.uitleg")),
                   html::form(cls("form stack below"), attr("method", "post"), action(url), csrf_field(csrf), hidden("versie", std::to_string(beeld.lijst.versie)),
                              form.input({.name = "einde", .label = t("norm.scherm.norm.tot"), .value = std::string(blad.values.get("einde")),
                                          .hint = t("norm.scherm.norm.tot_uitleg"), .type = "date"}),
                              div(cls("row"), button(cls("btn"), type("submit"), icon("calendar-off"), t("norm.scherm.einde.knop")),
                                  button_link(beeld.url("/nieuw?kopie=" + blad.norm->id.text()), t("norm.scherm.norm.kopie"), "copy"))));
}

Response norm_page(Desk& desk, const Normenbeeld& beeld, const Normblad& blad) {
    const Texts& t = desk.t;
    const Form form(t, blad.errors);
    const std::string title_ = blad.norm ? t("norm.scherm.norm.titel", blad.norm->code) : t("norm.scherm.norm.nieuw");
    const std::string url = beeld.url(blad.norm ? "/" + blad.norm->id.text() : "/nieuw");
    return desk.page(PageHead{title_, blad.status != 200},
                     join(back_link(beeld.url(), t("norm.scherm.normen.titel", beeld.plek.naam)), form.summary(),
                          when(!blad.overtaken.empty(), [&] { return both_versions(t, blad.overtaken); }), div(cls("page-head"), h1(title_)),
                          html::form(cls("form-wide section"), attr("method", "post"), action(url), csrf_field(desk.csrf),
                                     hidden("versie", std::to_string(beeld.lijst.versie)), norm_fields(t, form, blad.values, beeld.namen, beeld.kanalen),
                                     div(cls("row"), submit(t("formulier.bewaar")), button_link(beeld.url(), t("formulier.annuleer")))),
                          when(blad.norm.has_value(), [&] { return end_part(t, beeld, blad, form, desk.csrf); })),
                     blad.status);
}

Params fresh_values(Day today) {
    Params values;
    values.add("aanleiding", word(Aanleiding::vraag));
    values.add("meet", word(Meetmoment::volledig_antwoord));
    values.add("soort", word(Termijnsoort::werkdagen));
    values.add("eenheid", word(Invoereenheid::dagen));
    values.add("van", to_iso(today));
    return values;
}

// The norm as it is, from today on.
Params copied_values(const Texts& t, Servicenorm norm, Day today) {
    norm.van = today;
    norm.tot.reset();
    return as_params(t, norm);
}

// What only a beheerder sees. The service refuses a change by another too.
Result<Normenbeeld> look_to_change(const NormSchermen& s, const Desk& desk, const Request& request) {
    TRY(Normenbeeld beeld, look(s, desk, request.param("gemeente")));
    TRY_DONE(access::require_role(desk.caller, beeld.plek.id, {access::Rol::beheerder}));
    return beeld;
}

Response fresh(const NormSchermen& s, Request& request, Desk& desk) {
    const auto beeld = look_to_change(s, desk, request);
    if (!beeld) return desk.fail(beeld.error());
    const auto example = find_norm(*beeld, request.query.get("kopie"));
    return norm_page(desk, *beeld, {{}, example ? copied_values(desk.t, *example, desk.today()) : fresh_values(desk.today())});
}

Response edit(const NormSchermen& s, Request& request, Desk& desk) {
    const auto beeld = look_to_change(s, desk, request);
    if (!beeld) return desk.fail(beeld.error());
    const auto norm = find_norm(*beeld, request.param("norm"));
    if (!norm) return desk.fail(not_found("no such norm").value());
    return norm_page(desk, *beeld, {norm, as_params(desk.t, *norm)});
}

// Carries out a change; when a colleague was first, both versions are shown on the newest list.
Response carry_out(const NormSchermen& s, Request& request, Desk& desk, Normblad blad, const Normwijziging& wijziging, std::string_view done) {
    const auto plek = find_plek(s, desk, request.param("gemeente"));
    if (!plek) return desk.fail(plek.error());
    const auto changed = s.normen.change_norms(desk.caller, plek->id, versie_of(request.form), wijziging);
    if (changed) return Response::redirect(std::string(list_url) + "/" + plek->id.text() + "?gedaan=" + std::string(done));
    const Failure& failure = changed.error();
    if (failure.reason != Reason::conflict && failure.reason != Reason::invalid) return desk.fail(failure);
    const auto beeld = look_to_change(s, desk, request);
    if (!beeld) return desk.fail(beeld.error());
    if (failure.reason == Reason::invalid) {
        blad.errors = failure.fields;
        blad.status = 422;
        return norm_page(desk, *beeld, blad);
    }
    blad.status = 409;
    if (blad.norm) blad.norm = find_norm(*beeld, request.param("norm"));
    if (const auto* ended = std::get_if<BeeindigdeNorm>(&wijziging)) {
        const auto& tot = blad.norm->tot;
        blad.overtaken = {{desk.t("norm.scherm.norm.tot"), tot ? full_date(desk.t, *tot) : "", full_date(desk.t, ended->tot)}};
    } else {
        const Servicenorm typed = std::holds_alternative<NieuweNorm>(wijziging) ? std::get<NieuweNorm>(wijziging).norm : std::get<GewijzigdeNorm>(wijziging).norm;
        blad.overtaken = differences(desk.t, beeld->namen, blad.norm, typed);
    }
    return norm_page(desk, *beeld, blad);
}

// Of a new norm and of a changed one.
Response save(const NormSchermen& s, Request& request, Desk& desk) {
    const auto beeld = look_to_change(s, desk, request);
    if (!beeld) return desk.fail(beeld.error());
    Normblad blad{.norm = find_norm(*beeld, request.param("norm")), .values = request.form};
    const bool is_new = request.param("norm").empty();
    if (!is_new && !blad.norm) return desk.fail(not_found("no such norm").value());
    auto norm = read_norm(request.form, beeld->namen);
    if (!norm) {
        blad.errors = norm.error().fields;
        blad.status = 422;
        return norm_page(desk, *beeld, blad);
    }
    norm->bron = bron_key(desk.t, norm->bron);
    if (is_new) return carry_out(s, request, desk, std::move(blad), NieuweNorm{*norm}, "norm-nieuw");
    norm->id = blad.norm->id;
    return carry_out(s, request, desk, std::move(blad), GewijzigdeNorm{*norm}, "norm-gewijzigd");
}

Response end(const NormSchermen& s, Request& request, Desk& desk) {
    const auto beeld = look_to_change(s, desk, request);
    if (!beeld) return desk.fail(beeld.error());
    const auto norm = find_norm(*beeld, request.param("norm"));
    if (!norm) return desk.fail(not_found("no such norm").value());
    Normblad blad{.norm = norm, .values = as_params(desk.t, *norm)};
    blad.values.add("einde", std::string(request.form.get("einde")));
    const auto tot = parse_day(trimmed(request.form.get("einde")));
    if (tot && *tot > norm->van) return carry_out(s, request, desk, std::move(blad), BeeindigdeNorm{norm->id, *tot}, "norm-beeindigd");
    blad.errors = {{"einde", tot ? "norm.fout.tot_voor_van" : "norm.scherm.fout.datum", {}}};
    blad.status = 422;
    return norm_page(desk, *beeld, blad);
}

}  // namespace

void add_normen_routes(access::DeskRoutes& routes, const Schermen& s) {
    const auto route = [s](Response (*screen)(const NormSchermen&, Request&, Desk&)) {
        return [s, screen](Request& request, Desk& desk) { return screen(*s, request, desk); };
    };
    const std::string url = std::string(list_url) + "/{gemeente}";
    routes.get(list_url, [s](Request&, Desk& desk) { return choose_plek(*s, desk, list_url, desk.t("norm.scherm.normen.kop")); });
    routes.get(url, route(show));
    routes.get(url + "/nieuw", route(fresh));
    routes.post(url + "/nieuw", route(save));
    routes.get(url + "/{norm}", route(edit));
    routes.post(url + "/{norm}", route(save));
    routes.post(url + "/{norm}/einde", route(end));
}

}  // namespace dichtbij::norm
