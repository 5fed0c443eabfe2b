#include <boost/describe/enum_from_string.hpp>

#include "base/text.h"
#include "html/parts.h"
#include "organisatie/parts_desk.h"
#include "postvak/schermen_desk.h"

namespace dichtbij::postvak {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

constexpr std::string_view nieuw_pad = "/beheer/postvakken/nieuw";

std::string blad_url(Id<dichtbij::Postvak> id) { return std::string(beheer_url) + "/" + id.text(); }

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty() && lines.size() <= adressen_limit + 1) {
        const auto end = text.find_first_of("\n,;");
        lines.emplace_back(trimmed(text.substr(0, end)));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return lines;
}

Postvak ingevuld(const Request& request) {
    Postvak one;
    one.naam = request.form.get("naam");
    one.adressen = lines_of(request.form.get("adressen"));
    one.taal = request.form.get("taal");
    one.onderwerp = organisatie::id_of<Onderwerp>(request, "onderwerp");
    one.team = organisatie::id_of<Team>(request, "team");
    one.actief = !request.form.get("actief").empty();
    return normalised(one);
}

Html velden(const Schermen& s, const Desk& desk, const Form& form, const Postvak& one) {
    const Texts& t = desk.t;
    std::string adressen;
    for (const std::string& adres : one.adressen) adressen += (adressen.empty() ? "" : "\n") + adres;
    std::vector<Choice> onderwerpen, teams;
    if (const auto list = s.organisatie.onderwerpen(desk.caller, one.gemeente))
        for (const auto& each_ : *list)
            if (each_.actief) onderwerpen.push_back({each_.id.text(), each_.naam, ""});
    s.store.read([&](store::Tx& tx) {
        teams.clear();
        for (const auto& team : organisatie::teams_of_gemeente(tx, one.gemeente)) teams.push_back({team.id.text(), team.naam, ""});
    });
    return join(form.input({.name = "naam", .label = t("postvak.naam"), .value = one.naam, .hint = t("postvak.naam_uitleg"), .attributes = {attr("maxlength", std::to_string(naam_limit))}}),
                form.textarea({.name = "adressen", .label = t("postvak.adressen"), .value = adressen, .hint = t("postvak.adressen_uitleg")}, 3),
                form.radios({.name = "taal", .label = t("postvak.taal"), .value = one.taal}, {{"nld", t("postvak.taal.nld"), ""}, {"eng", t("postvak.taal.eng"), ""}}),
                form.select({.name = "onderwerp", .label = t("postvak.onderwerp"), .value = one.onderwerp ? one.onderwerp->text() : "", .hint = t("postvak.onderwerp_uitleg"), .needed = Needed::no},
                            onderwerpen, t("postvak.geen")),
                form.select({.name = "team", .label = t("postvak.team"), .value = one.team ? one.team->text() : "", .hint = t("postvak.team_uitleg"), .needed = Needed::no}, teams, t("postvak.geen")),
                form.checkbox({.name = "actief", .label = t("postvak.actief"), .value = "ja", .hint = t("postvak.actief_uitleg"), .needed = Needed::no}, one.actief));
}

Response page_of(const Schermen& s, Desk& desk, const Postvak& one, const std::vector<FieldError>& fouten, int status) {
    const Texts& t = desk.t;
    const bool is_new = one.id.is_nil();
    const Form form(t, fouten);
    const std::string title_ = is_new ? t("postvak.nieuw") : one.naam;
    return desk.page(PageHead{title_, form.has_errors()},
                     join(back_link(beheer_url, t("postvak.kop")), page_head(title_), organisatie::klaar_melding(desk, desk.request),
                          organisatie::posting(desk, is_new ? std::string(nieuw_pad) : blad_url(one.id), form.summary(), hidden("gemeente", one.gemeente.text()),
                                               hidden("versie", std::to_string(one.versie)), velden(s, desk, form, one), div(cls("row below"), submit(t("formulier.bewaar"))))),
                     status);
}

Response again(const Schermen& s, Desk& desk, const Postvak& in, const Failure& failure) {
    if (failure.reason == Reason::invalid) return page_of(s, desk, in, failure.fields, 422);
    if (failure.reason == Reason::conflict) return page_of(s, desk, in, {{"naam", failure.key, {}}}, 409);
    return desk.fail(failure);
}

}  // namespace

Response postvakken_lijst(const Schermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto gemeente = organisatie::gekozen_gemeente(s.organisatie, desk, request);
    if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
    const auto list = s.postvakken.list(desk.caller, gemeente->id);
    if (!list) return desk.fail(list.error());
    const Html rows = each(*list, [&](const Postvak& one) {
        std::string more;
        for (std::size_t i = 1; i < one.adressen.size(); ++i) more += (more.empty() ? "" : ", ") + one.adressen[i];
        return row(cell(cover(blad_url(one.id), one.naam)), cell(one.adressen.empty() ? "" : one.adressen.front(), below(more)), cell(t("postvak.weg." + std::string(one.weg == Weg::imap ? "imap" : "lmtp"))),
                   cell(one.actief ? badge("check", t("postvak.aan"), Tone::good) : badge("ban", t("postvak.uit"))));
    });
    return desk.page(t("postvak.kop"),
                     join(page_head(t("postvak.kop"), t("postvak.uitleg"), button_link(std::string(nieuw_pad) + "?gemeente=" + gemeente->id.text(), t("postvak.nieuw"), "plus")),
                          organisatie::klaar_melding(desk, request), organisatie::gemeente_tabs(s.organisatie, desk, beheer_url, gemeente->id),
                          list->empty() ? empty_state(t("postvak.leeg"), t("postvak.leeg_uitleg"), "mail")
                                        : stackable_table(t("postvak.kop"), {{.label = t("postvak.naam")}, {.label = t("postvak.adressen")}, {.label = t("postvak.weg")}, {.label = t("postvak.stand")}}, rows)));
}

Response postvak_nieuw(const Schermen& s, Request& request, Desk& desk) {
    const auto gemeente = organisatie::gekozen_gemeente(s.organisatie, desk, request);
    if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
    Postvak one;
    one.gemeente = gemeente->id;
    one.naam = "Gemeente " + gemeente->naam;
    return page_of(s, desk, one, {}, 200);
}

Response postvak_maak(const Schermen& s, Request& request, Desk& desk) {
    const auto gemeente = organisatie::id_of<Gemeente>(request, "gemeente");
    if (!gemeente) return desk.fail({Reason::not_found, "gemeente id", "", {}});
    Postvak in = ingevuld(request);
    in.gemeente = *gemeente;
    const auto made = s.postvakken.add(desk.caller, *gemeente, in);
    return made ? Response::redirect(blad_url(made->id) + "?klaar=bewaard") : again(s, desk, in, made.error());
}

Response postvak_blad(const Schermen& s, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::Postvak>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "postvak id", "", {}});
    const auto found = s.postvakken.get(desk.caller, *id);
    return found ? page_of(s, desk, *found, {}, 200) : desk.fail(found.error());
}

Response postvak_bewaar(const Schermen& s, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::Postvak>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "postvak id", "", {}});
    const auto stored = s.postvakken.get(desk.caller, *id);
    if (!stored) return desk.fail(stored.error());
    Postvak in = ingevuld(request);
    in.id = *id;
    in.gemeente = stored->gemeente;
    in.weg = stored->weg;
    in.versie = stored->versie;
    const auto done = s.postvakken.change(desk.caller, *id, organisatie::versie_of(request), in);
    return done ? Response::redirect(blad_url(*id) + "?klaar=bewaard") : again(s, desk, in, done.error());
}

}  // namespace dichtbij::postvak
