#include <algorithm>
#include <array>

#include "html/dates.h"
#include "html/parts.h"
#include "organisatie/parts_desk.h"
#include "toepassing/schermen_desk.h"

namespace dichtbij::toepassing {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

namespace {

// How long the old one still works, in hours.
constexpr std::array old_hours{0, 24, 7 * 24, 30 * 24};
constexpr int usual_hours = 24;

std::string name_of(const Texts& t, const Token& token) { return token.soort == Tokensoort::zgw ? token.kenmerk : t("toepassing.token_einde", token.kenmerk); }

Html state(const Desk& desk, const Token& token) {
    const Texts& t = desk.t;
    if (token.ingetrokken_op) return badge("ban", t("toepassing.stand.ingetrokken"), Tone::late);
    if (!token.is_geldig(desk.now)) return badge("hourglass", t("toepassing.stand.verlopen"), Tone::late);
    if (token.verloopt_op) return badge("hourglass", t("toepassing.stand.tot", moment(t, *token.verloopt_op, desk.now)), Tone::today);
    return badge("check", t("toepassing.stand.geldig"), Tone::good);
}

// Beside its button in the row of a token: what it is stands in the choices themselves.
Html hour_choice(const Texts& t, const Token& token) {
    return el("select", name("oude"), attr("aria-label", t("toepassing.oude", name_of(t, token))), each(old_hours, [&](int hours_) {
                  const std::string value_ = std::to_string(hours_);
                  return el("option", value(value_), flag("selected", hours_ == usual_hours), t("toepassing.oude." + value_));
              }));
}

Html acts(const Desk& desk, Id<dichtbij::Applicatie> id, const Token& token) {
    if (!token.is_geldig(desk.now)) return {};
    const Texts& t = desk.t;
    const std::string who = name_of(t, token);
    return div(cls("row"),
               el("form", cls("row"), attr("method", "post"), html::action(blad_url(id, "/vervangen")), csrf_field(desk.csrf), hidden("token", token.id.text()), hour_choice(t, token),
                  button(cls("btn btn-small"), type("submit"), icon("refresh"), t("toepassing.vervang"), span(cls("sr"), " " + who))),
               organisatie::small_button(desk, {blad_url(id, "/intrekken"), t("toepassing.trek_in"), who, "ban", {{"token", token.id.text()}}}));
}

Html line(const Desk& desk, Id<dichtbij::Applicatie> id, const Token& token) {
    const Texts& t = desk.t;
    return row(cell(strong(name_of(t, token)), below(t(token.soort == Tokensoort::zgw ? "toepassing.soort.zgw" : "toepassing.soort.token"))),
               cell(t("toepassing.gemaakt_op", moment(t, token.gemaakt_op, desk.now)), below(used(desk, token.gebruikt_op))), cell(state(desk, token)),
               cell(acts(desk, id, token)));
}

Html new_token(const Desk& desk, const Applicatie& one, const Form& form) {
    const Texts& t = desk.t;
    const auto typed = [&](std::string_view name_) { return std::string(desk.request.form.get(name_)); };
    const std::string soort = typed("soort").empty() ? "token" : typed("soort");
    const std::vector<Choice> kinds{{"token", t("toepassing.soort.token"), t("toepassing.soort.token_uitleg")}, {"zgw", t("toepassing.soort.zgw"), t("toepassing.soort.zgw_uitleg")}};
    return organisatie::posting(
        desk, blad_url(one.id, "/tokens"), h3(t("toepassing.nieuw_token")), form.radios({.name = "soort", .label = t("toepassing.soort"), .value = soort}, kinds),
        div(attr("data-when", "soort=zgw"),
            form.input({.name = "client_id", .label = t("toepassing.client_id"), .value = typed("client_id"), .hint = t("toepassing.client_id_uitleg"), .needed = Needed::no,
                        .attributes = {attr("maxlength", std::to_string(client_id_limit)), attr("autocomplete", "off")}})),
        form.input({.name = "token_verloopt", .label = t("toepassing.token_verloopt"), .value = typed("token_verloopt"), .needed = Needed::no, .type = "date"}),
        div(cls("row below"), button(cls("btn"), type("submit"), icon("key"), t("toepassing.maak_token"))));
}

// Once, and never again: not kept by the browser either.
Response shown_once(Desk& desk, Id<dichtbij::Applicatie> id, const NieuwToken& made) {
    const Texts& t = desk.t;
    const bool is_zgw = made.soort == Tokensoort::zgw;
    const std::string title_ = t(is_zgw ? "toepassing.eenmalig.geheim" : "toepassing.eenmalig.token");
    return desk
        .page(title_, join(page_head(title_),
                           div(cls("section prose"),
                               alert("key", join(p(t("toepassing.eenmalig.uitleg")), when(is_zgw, [&] { return p(t("toepassing.client_id"), ": ", strong(code(made.client_id))); }),
                                                 p(strong(code(attr("id", "geheim"), made.geheim))),
                                                 button(cls("btn"), type("button"), flag("hidden"), attr("data-copy", "geheim"), attr("data-copied", t("toepassing.gekopieerd")),
                                                        icon("copy"), span(flag("data-copy-label"), t("toepassing.kopieer")))),
                                     Tone::today),
                               p(cls("soft"), t(is_zgw ? "toepassing.eenmalig.zgw_gebruik" : "toepassing.eenmalig.gebruik")),
                               p(button_link(blad_url(id), t("toepassing.eenmalig.verder"))))))
        .header("Cache-Control", "no-store");
}

std::vector<FieldError> as_form_errors(std::vector<FieldError> errors) {
    for (FieldError& one : errors)
        if (one.field == "verloopt") one.field = "token_verloopt";
    return errors;
}

Response refused(const Schermen& s, Desk& desk, Id<dichtbij::Applicatie> id, const Failure& failure) {
    if (failure.reason == Reason::invalid) return blad_met(s, desk, id, std::nullopt, as_form_errors(failure.fields), 422);
    if (failure.reason == Reason::conflict) return blad_met(s, desk, id, std::nullopt, {{"soort", failure.key, {}}}, 409);
    return desk.fail(failure);
}

struct Gekozen {
    Id<dichtbij::Applicatie> applicatie;
    Id<dichtbij::Token> token;
};
// Both as the page named them; a token of another application is not found.
Result<Gekozen> chosen(const Schermen& s, const Request& request, const Desk& desk) {
    const auto applicatie = Id<dichtbij::Applicatie>::parse(request.param("id"));
    const auto token = Id<dichtbij::Token>::parse(request.form.get("token"));
    if (!applicatie || !token) return not_found("no ids");
    TRY(const Blad found, s.service.get(desk.caller, *applicatie));
    const bool is_his = std::any_of(found.tokens.begin(), found.tokens.end(), [&](const Token& one) { return one.id == *token; });
    if (!is_his) return not_found("token of another application");
    return Gekozen{*applicatie, *token};
}

}  // namespace

Html tokens(const Schermen&, const Desk& desk, const Blad& blad, const Form& form) {
    const Texts& t = desk.t;
    return section(cls("section"), h2(attr("id", "tokens"), t("toepassing.tokens")),
                   blad.tokens.empty() ? empty_state(t("toepassing.geen_token"), t("toepassing.geen_token_uitleg"), "key")
                                       : stackable_table(t("toepassing.tokens"),
                                                         {{.label = t("toepassing.token")}, {.label = t("toepassing.gebruik")}, {.label = t("toepassing.stand")}, {.label = t("toepassing.wat")}},
                                                         each(blad.tokens, [&](const Token& one) { return line(desk, blad.applicatie.id, one); })),
                   new_token(desk, blad.applicatie, form));
}

Response maak_token(const Schermen& s, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::Applicatie>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "no id of an application", "", {}});
    std::vector<FieldError> errors;
    TokenWens wens;
    wens.soort = request.form.get("soort") == "zgw" ? Tokensoort::zgw : Tokensoort::token;
    if (wens.soort == Tokensoort::zgw) wens.client_id = request.form.get("client_id");
    wens.verloopt_op = einde_van(request.form.get("token_verloopt"), errors);
    if (!errors.empty()) return blad_met(s, desk, *id, std::nullopt, as_form_errors(std::move(errors)), 422);
    const auto made = s.service.add_token(desk.caller, *id, wens);
    return made ? shown_once(desk, *id, *made) : refused(s, desk, *id, made.error());
}

Response vervang_token(const Schermen& s, Request& request, Desk& desk) {
    const auto both = chosen(s, request, desk);
    if (!both) return desk.fail(both.error());
    int hours_ = usual_hours;
    for (const int known : old_hours)
        if (std::to_string(known) == request.form.get("oude")) hours_ = known;
    const auto made = s.service.rotate(desk.caller, both->token, desk.now + hours(hours_));
    return made ? shown_once(desk, both->applicatie, *made) : refused(s, desk, both->applicatie, made.error());
}

Response trek_token_in(const Schermen& s, Request& request, Desk& desk) {
    const auto both = chosen(s, request, desk);
    if (!both) return desk.fail(both.error());
    const auto done = s.service.revoke(desk.caller, both->token);
    return done ? Response::redirect(blad_url(both->applicatie, "?klaar=bewaard#tokens")) : refused(s, desk, both->applicatie, done.error());
}

}  // namespace dichtbij::toepassing
