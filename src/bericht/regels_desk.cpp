#include <algorithm>

#include "base/text.h"
#include "bericht/schermen_desk.h"

namespace dichtbij::bericht {
namespace {

using namespace html;
using access::Desk;
using http::Params;
using http::Request;
using http::Response;

constexpr std::string_view list_url = "/beheer/berichtregels";

const std::string& in_language(const Texts& t, const Tweetalig& words) { return t.taal() == html::Taal::en ? words.en : words.nl; }

// All that the page shows; which form came back, with what is wrong in it.
struct Blad {
    Plek plek;
    std::vector<Berichtregel> regels;
    Stiltebeeld stilte;
    std::vector<Choice> zaaktypen;
    Params typed = {};
    std::string paneel = {};  // "regel" or "stilte"
    std::vector<FieldError> errors = {};
    bool is_stale = false;
    int status = 200;

    std::string url(std::string_view rest = "") const { return std::string(list_url) + "/" + plek.id.text() + std::string(rest); }
    std::vector<FieldError> errors_of(std::string_view which) const { return paneel == which ? errors : std::vector<FieldError>(); }
};

Result<Blad> look(const BerichtSchermen& s, const Request& request, const Desk& desk) {
    TRY(Plek plek, find_plek(s, desk, request.param("gemeente")));
    TRY(auto regels, s.beheer.regels(desk.caller, plek.id));
    TRY(const Stiltebeeld stilte, s.verzenden.stilte(desk.caller, plek.id));
    Blad blad{std::move(plek), std::move(regels), stilte, {}};
    if (s.zaaktypen) blad.zaaktypen = s.zaaktypen(desk.caller, blad.plek.id);
    return blad;
}

std::string label_in(const std::vector<Choice>& choices, const std::string& code) {
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const Choice& one) { return one.value == code; });
    return found == choices.end() ? code : found->label;
}

std::string gebeurtenis_words(const BerichtSchermen& s, const Texts& t, const std::string& code) {
    for (const Gebeurtenis& one : s.beheer.standaard().gebeurtenissen)
        if (one.code == code) return in_language(t, one.naam);
    return code;
}

std::string sjabloon_words(const BerichtSchermen& s, const Texts& t, const std::string& code) {
    if (code.empty()) return t("bericht.scherm.niets");
    const Sjabloon* sjabloon = s.beheer.standaard().sjabloon(code);
    return sjabloon ? in_language(t, sjabloon->naam) : code;
}

std::string voorwaarde_words(const Blad& blad, const Texts& t, const Berichtregel& regel) {
    std::string words;
    const auto add = [&](const std::string& one) { words += (words.empty() ? "" : " " + t("bericht.scherm.en") + " ") + one; };
    if (!regel.kenmerk.empty()) add(t("bericht.scherm.met_kenmerk", regel.kenmerk, regel.waarde));
    if (!regel.zaaktype.empty()) add(t("bericht.scherm.bij_zaaktype", label_in(blad.zaaktypen, regel.zaaktype)));
    if (const std::string kanaal = "kanaal." + regel.kanaal; !regel.kanaal.empty()) add(t("bericht.scherm.via_kanaal", t.has(kanaal) ? t(kanaal) : regel.kanaal));
    return words;
}

Html below_words(const std::string& words) { return words.empty() ? Html() : span(cls("sub"), words); }

Html rules_part(const BerichtSchermen& s, const Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    const std::vector<Column> columns{{t("bericht.scherm.als")}, {t("bericht.scherm.dan")}, {t("bericht.scherm.staat")}, {.head = span(cls("sr"), t("bericht.scherm.doen"))}};
    return stackable_table(t("bericht.scherm.regels"), columns, each(blad.regels, [&](const Berichtregel& one) {
                               const std::string url = blad.url("/" + one.code);
                               return row(cell(strong(gebeurtenis_words(s, t, one.gebeurtenis)), below_words(voorwaarde_words(blad, t, one))),
                                          cell(attr("data-l", t("bericht.scherm.dan")), sjabloon_words(s, t, one.sjabloon),
                                               when(one.eigen, [&] { return span(cls("sub"), t("bericht.scherm.eigen")); })),
                                          cell(attr("data-l", t("bericht.scherm.staat")),
                                               one.actief ? badge("check", t("bericht.scherm.aan_staat"), Tone::good) : badge("ban", t("bericht.scherm.uit_staat"))),
                                          cell(when(blad.plek.is_beheerder, [&] {
                                              return div(cls("row"),
                                                         act_button(desk, url + (one.actief ? "/uit" : "/aan"), {},
                                                                    t(one.actief ? "bericht.scherm.zet_uit" : "bericht.scherm.zet_aan"), one.actief ? "ban" : "check"),
                                                         when(one.eigen, [&] { return act_button(desk, url + "/verwijder", {}, t("bericht.scherm.verwijder"), "trash"); }));
                                          })));
                           }));
}

std::vector<Choice> gebeurtenis_choices(const BerichtSchermen& s, const Texts& t) {
    std::vector<Choice> choices;
    for (const Gebeurtenis& one : s.beheer.standaard().gebeurtenissen) choices.push_back({one.code, in_language(t, one.naam)});
    return choices;
}

// What a rule looks at; shared by the form for a new one and the try box.
Html condition_fields(const BerichtSchermen& s, const Texts& t, const Form& form, const Blad& blad, const Params& values, const std::string& prefix) {
    std::vector<Choice> kenmerken, kanalen;
    for (const Gebeurtenis& one : s.beheer.standaard().gebeurtenissen)
        for (const std::string& kenmerk : one.kenmerken)
            if (std::none_of(kenmerken.begin(), kenmerken.end(), [&](const Choice& had) { return had.value == kenmerk; })) kenmerken.push_back({kenmerk, kenmerk});
    for (const std::string& one : s.kanalen) kanalen.push_back({one, t("kanaal." + one)});
    const auto of = [&](const char* name_) { return std::string(values.get(name_)); };
    const std::string any = t("bericht.scherm.elk");
    const Field zaaktype{.name = "zaaktype", .label = t("bericht.scherm.zaaktype"), .value = of("zaaktype"), .needed = Needed::no, .id = prefix + "zaaktype"};
    return div(cls("fields"), form.select({.name = "gebeurtenis", .label = t("bericht.scherm.als"), .value = of("gebeurtenis"), .id = prefix + "gebeurtenis"}, gebeurtenis_choices(s, t)),
               form.select({.name = "kenmerk", .label = t("bericht.scherm.kenmerk"), .value = of("kenmerk"), .needed = Needed::no, .id = prefix + "kenmerk"}, kenmerken, any),
               form.input({.name = "waarde", .label = t("bericht.scherm.waarde"), .value = of("waarde"), .needed = Needed::no, .id = prefix + "waarde"}),
               blad.zaaktypen.empty() ? form.input(zaaktype) : form.select(zaaktype, blad.zaaktypen, any),
               form.select({.name = "kanaal", .label = t("bericht.scherm.inkomend"), .value = of("kanaal"), .needed = Needed::no, .id = prefix + "kanaal"}, kanalen, any));
}

Html new_rule_part(const BerichtSchermen& s, const Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    const Form form(t, blad.errors_of("regel"));
    std::vector<Choice> sjablonen;
    for (const Sjabloon& one : s.beheer.standaard().sjablonen) sjablonen.push_back({one.code, in_language(t, one.naam)});
    return details(cls("section"), flag("open", form.has_errors()), summary(t("bericht.scherm.nieuwe_regel")),
                   html::form(cls("form-wide below"), attr("method", "post"), action(blad.url("/nieuw")), csrf_field(desk.csrf), condition_fields(s, t, form, blad, blad.typed, "nieuw-"),
                              form.select({.name = "sjabloon", .label = t("bericht.scherm.dan"), .value = std::string(blad.typed.get("sjabloon")), .id = "nieuw-sjabloon"}, sjablonen,
                                          t("bericht.scherm.niets_sturen")),
                              div(cls("row"), submit(t("bericht.scherm.voeg_toe")))));
}

Voorval voorval_in(const Params& values) {
    Voorval voorval{std::string(values.get("gebeurtenis")), {}, cleaned(values.get("zaaktype")), std::string(values.get("kanaal"))};
    if (!values.get("kenmerk").empty()) voorval.kenmerken.emplace_back(values.get("kenmerk"), cleaned(values.get("waarde")));
    return voorval;
}

Html outcome_part(const BerichtSchermen& s, const Desk& desk, const Blad& blad, const Params& query) {
    const Texts& t = desk.t;
    const auto uitslag = s.beheer.probeer(desk.caller, blad.plek.id, voorval_in(query));
    if (!uitslag) return {};
    const std::string code = uitslag->regel ? uitslag->regel->sjabloon : "";
    std::vector<Html> others;
    for (const Berichtregel& one : uitslag->regels)
        if (!uitslag->regel || one.code != uitslag->regel->code)
            others.push_back(li(sjabloon_words(s, t, one.sjabloon), " ", span(cls("soft"), voorwaarde_words(blad, t, one)), " ",
                                when(!one.actief, [&] { return badge("ban", t("bericht.scherm.uit_staat")); })));
    Html words;
    if (!code.empty()) {
        const auto geldend = s.store.read([&](store::Tx& tx) { return s.beheer.geldend(tx, blad.plek.id, code); });
        const Ingevuld ingevuld = vul_voorbeeld_in(t, geldend->inhoud, s.beheer.standaard().variabelen);
        words = leesbeeld(t, ingevuld.onderwerp, ingevuld.tekst, t.taal() == html::Taal::en ? "eng" : "nld");
    }
    return div(id("uitslag"), attr("role", "status"), p(cls("below"), strong(code.empty() ? t("bericht.scherm.proef_niets") : t("bericht.scherm.proef_wel", sjabloon_words(s, t, code)))), words,
               when(!others.empty(), [&] { return join(p(cls("soft"), t("bericht.scherm.proef_ook")), ul(others)); }));
}

Html try_part(const BerichtSchermen& s, const Desk& desk, const Blad& blad, const Params& query) {
    const Texts& t = desk.t;
    return section(cls("section panel"), attr("aria-labelledby", "h-proef"), h2(id("h-proef"), t("bericht.scherm.proef")), p(cls("soft"), t("bericht.scherm.proef_uitleg")),
                   html::form(cls("form-wide"), attr("method", "get"), action(blad.url()), condition_fields(s, t, Form(t), blad, query, "proef-"),
                              div(cls("row"), button(cls("btn"), type("submit"), icon("player-play"), t("bericht.scherm.probeer")))),
                   when(!query.get("gebeurtenis").empty(), [&] { return div(cls("below"), outcome_part(s, desk, blad, query)); }));
}

std::string clock_words(int minutes_) {
    const int rest = minutes_ % 60;
    return std::to_string(minutes_ / 60) + "." + (rest < 10 ? "0" : "") + std::to_string(rest);
}

// "20.00", "20:00" or "20"; -1 for what is no time, which the service refuses.
int minutes_of(std::string_view typed) {
    typed = trimmed(typed);
    const auto split = typed.find_first_of(".:");
    const std::string_view hour = typed.substr(0, split);
    const std::string_view rest = split == std::string_view::npos ? "0" : typed.substr(split + 1);
    if (!all_digits(hour) || !all_digits(rest) || hour.empty() || hour.size() > 2 || rest.empty() || rest.size() > 2) return -1;
    const int h = std::stoi(std::string(hour)), m = std::stoi(std::string(rest));
    return h < 24 && m < 60 ? h * 60 + m : -1;
}

Html quiet_part(const Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    const Form form(t, blad.errors_of("stilte"));
    const bool is_again = blad.paneel == "stilte";
    std::vector<Choice> dagen;
    std::vector<std::string> gekozen;
    for (int day = 0; day < 7; ++day) {
        dagen.push_back({std::to_string(day), t("bericht.scherm.dag." + std::to_string(day))});
        if (blad.stilte.stilte.stille_dagen >> day & 1) gekozen.push_back(std::to_string(day));
    }
    const std::string van = is_again ? std::string(blad.typed.get("van")) : clock_words(blad.stilte.stilte.van);
    const std::string tot = is_again ? std::string(blad.typed.get("tot")) : clock_words(blad.stilte.stilte.tot);
    const Html fields = join(div(cls("fields"), form.input({.name = "van", .label = t("bericht.scherm.stil_van"), .value = van, .attributes = {attr("inputmode", "decimal")}}),
                                 form.input({.name = "tot", .label = t("bericht.scherm.stil_tot"), .value = tot, .attributes = {attr("inputmode", "decimal")}})),
                             form.checkboxes({.name = "stille_dagen", .label = t("bericht.scherm.stille_dagen"), .needed = Needed::no}, dagen, gekozen));
    const Html words = p(t("bericht.scherm.stil_van"), " ", van, ", ", t("bericht.scherm.stil_tot"), " ", tot);
    return section(cls("section"), attr("aria-labelledby", "h-stilte"), h2(id("h-stilte"), t("bericht.scherm.stilte")), p(cls("soft prose"), t("bericht.scherm.stilte_uitleg")),
                   blad.plek.is_beheerder ? html::form(cls("form"), attr("method", "post"), action(blad.url("/stilte")), csrf_field(desk.csrf),
                                                       hidden("versie", std::to_string(blad.stilte.versie)), fields, div(cls("row"), submit(t("formulier.bewaar"))))
                                          : words);
}

Response page_of(const BerichtSchermen& s, Request& request, Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    return desk.page(PageHead{t("bericht.scherm.regels"), blad.status != 200},
                     join(done_alert(t, request), Form(t, blad.errors).summary(),
                          when(blad.is_stale, [&] { return div(cls("section"), attr("role", "alert"), alert("refresh", p(t("bericht.scherm.gewijzigd")), Tone::today)); }),
                          page_head(t("bericht.scherm.regels"), blad.plek.naam, button_link("/beheer/sjablonen/" + blad.plek.id.text(), t("bericht.scherm.sjablonen"), "file-text")),
                          p(cls("soft prose"), t("bericht.scherm.regels_uitleg")), plek_tabs(blad.plek, list_url), rules_part(s, desk, blad),
                          blad.plek.is_beheerder ? new_rule_part(s, desk, blad) : p(cls("soft"), t("bericht.scherm.alleen_lezen")), try_part(s, desk, blad, request.query),
                          quiet_part(desk, blad)),
                     blad.status);
}

Response show(const BerichtSchermen& s, Request& request, Desk& desk) {
    const auto blad = look(s, request, desk);
    if (!blad) return desk.fail(blad.error());
    return page_of(s, request, desk, *blad);
}

template <class T>
Response finish(const BerichtSchermen& s, Request& request, Desk& desk, const Result<T>& done, std::string_view paneel, std::string_view gedaan) {
    auto blad = look(s, request, desk);
    if (!blad) return desk.fail(blad.error());
    if (done) return Response::redirect(blad->url("?gedaan=" + std::string(gedaan)));
    blad->is_stale = done.error().reason == Reason::conflict && done.error().key == "fout.gewijzigd";
    if (done.error().reason != Reason::invalid && !blad->is_stale) return desk.fail(done.error());
    blad->typed = request.form;
    blad->paneel = std::string(paneel);
    blad->errors = done.error().fields;
    blad->status = blad->is_stale ? 409 : 422;
    return page_of(s, request, desk, *blad);
}

Response add(const BerichtSchermen& s, Request& request, Desk& desk) {
    const auto plek = find_plek(s, desk, request.param("gemeente"));
    if (!plek) return desk.fail(plek.error());
    const Voorval voorval = voorval_in(request.form);
    Berichtregel regel{.code = "", .gebeurtenis = voorval.gebeurtenis, .kenmerk = std::string(request.form.get("kenmerk")), .waarde = std::string(request.form.get("waarde")),
                       .zaaktype = voorval.zaaktype, .kanaal = voorval.kanaal, .sjabloon = std::string(request.form.get("sjabloon"))};
    return finish(s, request, desk, s.beheer.add_regel(desk.caller, plek->id, std::move(regel)), "regel", "regel");
}

enum class Daad { aan, uit, verwijder };

Response act(const BerichtSchermen& s, Request& request, Desk& desk, Daad daad) {
    const auto plek = find_plek(s, desk, request.param("gemeente"));
    if (!plek) return desk.fail(plek.error());
    const auto code = request.param("code");
    const auto done = daad == Daad::verwijder ? s.beheer.remove_regel(desk.caller, plek->id, code) : s.beheer.set_actief(desk.caller, plek->id, code, daad == Daad::aan);
    return finish(s, request, desk, done, "", "regel");
}

Response quiet(const BerichtSchermen& s, Request& request, Desk& desk) {
    const auto plek = find_plek(s, desk, request.param("gemeente"));
    if (!plek) return desk.fail(plek.error());
    Stilte stilte{minutes_of(request.form.get("van")), minutes_of(request.form.get("tot")), 0};
    for (const std::string_view day : request.form.all("stille_dagen"))
        if (day.size() == 1 && day.front() >= '0' && day.front() <= '6') stilte.stille_dagen |= 1 << (day.front() - '0');
    return finish(s, request, desk, s.verzenden.set_stilte(desk.caller, plek->id, stilte, number_in(request.form, "versie")), "stilte", "bewaard");
}

}  // namespace

void add_regels_routes(access::DeskRoutes& routes, const Schermen& s) {
    const auto route = [s](Response (*screen)(const BerichtSchermen&, Request&, Desk&)) {
        return [s, screen](Request& request, Desk& desk) { return screen(*s, request, desk); };
    };
    const auto daad = [s](Daad which) { return [s, which](Request& request, Desk& desk) { return act(*s, request, desk, which); }; };
    routes.get("/beheer/berichtregels", [s](Request&, Desk& desk) { return choose_plek(*s, desk, list_url, desk.t("bericht.scherm.regels")); });
    routes.get("/beheer/berichtregels/{gemeente}", route(show));
    routes.post("/beheer/berichtregels/{gemeente}/nieuw", route(add));
    routes.post("/beheer/berichtregels/{gemeente}/stilte", route(quiet));
    routes.post("/beheer/berichtregels/{gemeente}/{code}/aan", daad(Daad::aan));
    routes.post("/beheer/berichtregels/{gemeente}/{code}/uit", daad(Daad::uit));
    routes.post("/beheer/berichtregels/{gemeente}/{code}/verwijder", daad(Daad::verwijder));
}

}  // namespace dichtbij::bericht
