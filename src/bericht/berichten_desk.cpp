#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <map>

#include "base/text.h"
#include "bericht/schermen_desk.h"
#include "html/dates.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::bericht {
namespace {

using namespace html;
using access::Desk;
using http::Params;
using http::Request;
using http::Response;

constexpr std::string_view list_url = "/berichten";
constexpr int per_page = 50;

std::string word(Staat staat) { return boost::describe::enum_to_string(staat, ""); }

// Names beside a list: whom it went to, who wrote it.
struct Namen {
    std::map<Id<Partij>, std::string> partijen;
    std::map<Id<Medewerker>, std::string> medewerkers;
};

Namen namen_of(const BerichtSchermen& s, const std::vector<Bericht>& berichten) {
    return s.store.read([&](store::Tx& tx) {
        Namen namen;
        for (const Bericht& one : berichten) {
            if (!one.onderwerp.empty()) namen.partijen.try_emplace(one.partij, s.partijen.naam_of(tx, one.partij));
            if (one.door) namen.medewerkers.try_emplace(*one.door, organisatie::naam_of(tx, *one.door));
            if (one.ingetrokken_door) namen.medewerkers.try_emplace(*one.ingetrokken_door, organisatie::naam_of(tx, *one.ingetrokken_door));
        }
        return namen;
    });
}

Filter filter_of(const Params& query, bool has_outbox) {
    Filter filter;
    filter.wie = query.get("wie") == "van_mij" || !has_outbox ? Wie::van_mij : Wie::alle;
    filter.gemeente = Id<Gemeente>::parse(query.get("gemeente"));
    Staat staat{};
    if (boost::describe::enum_from_string(std::string(query.get("staat")).c_str(), staat)) filter.staat = staat;
    filter.nummer = cleaned(query.get("nummer")).substr(0, 40);
    filter.voor = Id<dichtbij::Bericht>::parse(query.get("voor"));
    filter.limit = per_page;
    return filter;
}

std::string url_with(const Filter& filter, std::optional<Staat> staat, std::string_view voor = {}) {
    std::string url = std::string(list_url) + "?wie=" + (filter.wie == Wie::van_mij ? "van_mij" : "alle");
    if (filter.gemeente) url += "&gemeente=" + filter.gemeente->text();
    if (staat) url += "&staat=" + word(*staat);
    if (!filter.nummer.empty()) url += "&nummer=" + http::percent_encoded(filter.nummer);
    if (!voor.empty()) url += "&voor=" + std::string(voor);
    return url;
}

Html staat_tabs(const Texts& t, const Filter& filter) {
    std::vector<Tab> list{{url_with(filter, {}), t("bericht.scherm.alles"), {}, !filter.staat}};
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Staat>>(
        [&](auto one) { list.push_back({url_with(filter, one.value), t("bericht.staat." + std::string(one.name)), {}, filter.staat == one.value}); });
    return tabs(list);
}

Html filter_part(const Texts& t, const Filter& filter, const std::vector<Choice>& gemeenten) {
    const Form form(t);
    const std::string wie = filter.wie == Wie::van_mij ? "van_mij" : "alle";
    return filters(t, list_url,
                   join(when(filter.staat.has_value(), [&] { return hidden("staat", word(*filter.staat)); }),
                        when(!gemeenten.empty(), [&] {
                            return form.select({.name = "wie", .label = t("bericht.scherm.wie"), .value = wie},
                                               {{"alle", t("bericht.scherm.van_allen")}, {"van_mij", t("bericht.scherm.door_mij")}});
                        }),
                        when(gemeenten.size() > 1, [&] {
                            return form.select({.name = "gemeente", .label = t("bericht.scherm.gemeente"), .value = filter.gemeente ? filter.gemeente->text() : "", .needed = Needed::yes},
                                               gemeenten, t("bericht.scherm.alle_gemeenten"));
                        }),
                        form.input({.name = "nummer", .label = t("bericht.scherm.nummer"), .value = filter.nummer, .type = "search"})));
}

std::string when_words(const Texts& t, const Bericht& one, Instant now) {
    switch (one.staat) {
        case Staat::wacht: return t("bericht.scherm.gaat", short_moment(t, one.gepland_op, now));
        case Staat::gelezen: return t("bericht.scherm.gelezen_op", short_moment(t, *one.gelezen_op, now));
        case Staat::ingetrokken: return t("bericht.scherm.ingetrokken_op", short_moment(t, *one.ingetrokken_op, now));
        default: return short_moment(t, one.verzonden_op.value_or(one.gepland_op), now);
    }
}

Html line_of(const Texts& t, const Bericht& one, const Namen& namen, Instant now) {
    const std::string title_ = one.onderwerp.empty() ? t("bericht.scherm.vertrouwelijk") : one.onderwerp;
    const auto naam = namen.partijen.find(one.partij);
    return row(cell(cover(std::string(list_url) + "/" + one.id.text(), title_, one.nummer)),
               cell(attr("data-l", t("bericht.scherm.aan")), naam == namen.partijen.end() ? std::string() : naam->second),
               cell(attr("data-l", t("bericht.scherm.staat")), staat_badge(t, one.staat)), cell(attr("data-l", t("bericht.scherm.wanneer")), when_words(t, one, now)),
               cell(attr("data-l", t("bericht.scherm.door")), one.door ? namen.medewerkers.at(*one.door) : t("bericht.scherm.regel")));
}

Html empty_of(const Texts& t, const Filter& filter) {
    if (filter.staat == Staat::mislukt) return empty_state(t("bericht.scherm.leeg_mislukt"), t("bericht.scherm.leeg_mislukt_uitleg"));
    return empty_state(t("bericht.scherm.leeg"), t("bericht.scherm.leeg_uitleg"), "mail");
}

Response show_list(const BerichtSchermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto gemeenten = gemeenten_of(s, desk.caller);
    const Filter filter = filter_of(request.query, !gemeenten.empty());
    const auto berichten = s.berichten.list(desk.caller, filter);
    if (!berichten) return desk.fail(berichten.error());
    const Namen namen = namen_of(s, *berichten);
    const std::string next = static_cast<int>(berichten->size()) < per_page ? "" : url_with(filter, filter.staat, berichten->back().id.text());
    const std::vector<Column> columns{{t("bericht.scherm.onderwerp")}, {t("bericht.scherm.aan")}, {t("bericht.scherm.staat")}, {t("bericht.scherm.wanneer")}, {t("bericht.scherm.door")}};
    return desk.page(t("bericht.scherm.titel"),
                     join(done_alert(t, request), page_head(t("bericht.scherm.titel")), p(cls("soft prose"), t("bericht.scherm.uitleg")),
                          when(s.bovenaan != nullptr, [&] { return s.bovenaan(desk); }), staat_tabs(t, filter),
                          filter_part(t, filter, gemeenten),
                          berichten->empty() ? empty_of(t, filter)
                                             : stackable_table(t("bericht.scherm.titel"), columns,
                                                               each(*berichten, [&](const Bericht& one) { return line_of(t, one, namen, desk.now); })),
                          pager(t, next)));
}

// One message, with what was typed in a form that came back.
struct Blad {
    Bericht bericht;
    Params typed = {};
    std::vector<FieldError> errors = {};
    std::string paneel = {};   // "tekst" or "intrekken"
    bool is_stale = false;
    int status = 200;
};

Html change_part(const Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    const Form form(t, blad.paneel == "tekst" ? blad.errors : std::vector<FieldError>());
    const bool is_again = blad.paneel == "tekst";
    const std::string url = std::string(list_url) + "/" + blad.bericht.id.text();
    Woordenveld veld{blad.bericht.onderwerp, blad.bericht.tekst, blad.bericht.taal, ""};
    if (is_again) veld = woorden_uit(blad.typed);
    return details(cls("section"), flag("open", is_again), summary(t("bericht.scherm.aanpassen")), p(cls("soft"), t("bericht.scherm.aanpassen_uitleg")),
                   html::form(cls("form below"), attr("method", "post"), action(url), csrf_field(desk.csrf), hidden("versie", std::to_string(blad.bericht.versie)),
                              woorden_velden(t, form, veld), div(cls("row"), submit(t("formulier.bewaar")))));
}

Html withdraw_part(const Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    const bool is_again = blad.paneel == "intrekken";
    const Form form(t, is_again ? blad.errors : std::vector<FieldError>());
    return details(cls("section"), flag("open", is_again), summary(t("bericht.scherm.intrekken")), p(cls("soft"), t("bericht.scherm.intrekken_uitleg")),
                   html::form(cls("form below"), attr("method", "post"), action(std::string(list_url) + "/" + blad.bericht.id.text() + "/intrekken"), csrf_field(desk.csrf),
                              hidden("versie", std::to_string(blad.bericht.versie)),
                              form.textarea({.name = "reden", .label = t("bericht.scherm.reden"), .value = std::string(blad.typed.get("reden")),
                                             .attributes = {attr("maxlength", std::to_string(reden_limit))}},
                                            3),
                              button(cls("btn"), type("submit"), icon("x"), t("bericht.scherm.trek_in"))));
}

Html facts_part(const Desk& desk, const Bericht& b, const Namen& namen, const std::optional<Zending>& zending) {
    const Texts& t = desk.t;
    const auto naam = namen.partijen.find(b.partij);
    const Html to = b.onderwerp.empty() ? Html() : a(href("/personen/" + b.partij.text()), naam == namen.partijen.end() || naam->second.empty() ? t("bericht.inwoner") : naam->second);
    std::vector<Fact> list{{t("bericht.scherm.aan"), to},
                           {t("bericht.scherm.over"), text(b.nummer)},
                           {t("bericht.scherm.wanneer"), text(when_words(t, b, desk.now))},
                           {t("bericht.scherm.door"), text(b.door ? namen.medewerkers.at(*b.door) : t("bericht.scherm.regel"))},
                           {t("bericht.scherm.taal"), text(t("bericht.taal." + b.taal))},
                           {t("bericht.scherm.kanaal"), text(t("bericht.kanaal." + b.kanaal))},
                           {t("bericht.scherm.sjabloon"), text(b.sjabloon.empty() ? "" : b.sjabloon + " (" + b.sjabloon_versie + ")")}};
    if (zending && zending->kanaal != mijn_dichtbij) list.push_back({t("bericht.scherm.pogingen"), text(std::to_string(zending->pogingen))});
    if (zending && !zending->laatste_fout.empty()) {
        const std::string key = "bericht.zendfout." + zending->laatste_fout;
        list.push_back({t("bericht.scherm.fout"), text(t.has(key) ? t(key) : zending->laatste_fout)});
    }
    if (!b.intrekreden.empty()) list.push_back({t("bericht.scherm.reden"), text(b.intrekreden)});
    return definitions(list);
}

Response page_of(const BerichtSchermen& s, Request& request, Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    const Bericht& b = blad.bericht;
    const Namen namen = namen_of(s, {b});
    const auto zending = s.store.read([&](store::Tx& tx) { return s.verzenden.zending_of(tx, b); });
    const bool is_masked = b.onderwerp.empty();
    const std::string title_ = is_masked ? t("bericht.scherm.vertrouwelijk") : b.onderwerp;
    const bool may_change = !is_masked && s.berichten.may_change(desk.caller, b);
    const bool may_withdraw = !is_masked && s.berichten.may_withdraw(desk.caller, b);
    const bool may_retry = !is_masked && b.staat == Staat::mislukt && s.berichten.may_see_outbox(desk.caller, b.gemeente);
    return desk.page(
        PageHead{title_, blad.status != 200},
        join(back_link(list_url, t("bericht.scherm.terug")), done_alert(t, request), Form(t, blad.errors).summary(),
             when(blad.is_stale, [&] { return div(cls("section"), attr("role", "alert"), alert("refresh", p(t("bericht.scherm.gewijzigd")), Tone::today)); }),
             div(cls("page-head"), h1(title_), staat_badge(t, b.staat)), facts_part(desk, b, namen, zending),
             when(s.bezorging && zending && zending->kanaal != mijn_dichtbij, [&] { return s.bezorging(desk, b, *zending); }),
             is_masked ? alert("lock", p(t("bericht.scherm.vertrouwelijk_uitleg")))
                       : section_of({.id = "h-zo", .title = t("bericht.scherm.zo_leest")}, leesbeeld(t, b.onderwerp, b.tekst, b.taal)),
             when(may_change, [&] { return change_part(desk, blad); }), when(may_withdraw, [&] { return withdraw_part(desk, blad); }),
             when(may_retry, [&] {
                 return div(cls("row section"), act_button(desk, std::string(list_url) + "/" + b.id.text() + "/opnieuw", {{"versie", std::to_string(b.versie)}},
                                                           t("bericht.scherm.opnieuw"), "refresh"));
             })),
        blad.status);
}

Result<Bericht> asked(const BerichtSchermen& s, const Request& request, const Desk& desk) {
    const auto id = Id<dichtbij::Bericht>::parse(request.param("id"));
    if (!id) return not_found("bericht id");
    return s.berichten.get(desk.caller, *id);
}

Response show(const BerichtSchermen& s, Request& request, Desk& desk) {
    const auto bericht = asked(s, request, desk);
    if (!bericht) return desk.fail(bericht.error());
    return page_of(s, request, desk, {*bericht});
}

// After an act: back to the message; wrong or stale input shows the form again with what was typed.
template <class T>
Response finish(const BerichtSchermen& s, Request& request, Desk& desk, const Result<T>& done, std::string_view paneel, std::string_view gedaan) {
    if (done) return Response::redirect(std::string(list_url) + "/" + std::string(request.param("id")) + "?gedaan=" + std::string(gedaan));
    const bool is_stale = done.error().reason == Reason::conflict && done.error().key == "fout.gewijzigd";
    if (done.error().reason != Reason::invalid && !is_stale) return desk.fail(done.error());
    const auto bericht = asked(s, request, desk);
    if (!bericht) return desk.fail(bericht.error());
    return page_of(s, request, desk, {*bericht, request.form, woorden_fouten(done.error().fields), std::string(paneel), is_stale, is_stale ? 409 : 422});
}

Response change(const BerichtSchermen& s, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::Bericht>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "bericht id", {}, {}});
    const Woordenveld typed = woorden_uit(request.form);
    return finish(s, request, desk, s.berichten.change(desk.caller, {*id, number_in(request.form, "versie"), typed.onderwerp, typed.tekst}), "tekst", "bewaard");
}

Response withdraw(const BerichtSchermen& s, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::Bericht>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "bericht id", {}, {}});
    return finish(s, request, desk, s.berichten.withdraw(desk.caller, {*id, number_in(request.form, "versie"), std::string(request.form.get("reden"))}), "intrekken", "ingetrokken");
}

Response retry(const BerichtSchermen& s, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::Bericht>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "bericht id", {}, {}});
    return finish(s, request, desk, s.verzenden.retry(desk.caller, *id, number_in(request.form, "versie")), "", "opnieuw");
}

// What is typed, as it will be read: beside any form with words to a resident.
Response preview(Request& request, Desk& desk) {
    const Woordenveld typed = woorden_uit(request.form);
    return desk.fragment(leesbeeld(desk.t, typed.onderwerp, shortened(typed.tekst, tekst_limit), typed.taal));
}

}  // namespace

void add_berichten_routes(access::DeskRoutes& routes, const Schermen& s) {
    const auto route = [s](Response (*screen)(const BerichtSchermen&, Request&, Desk&)) {
        return [s, screen](Request& request, Desk& desk) { return screen(*s, request, desk); };
    };
    routes.get("/berichten", route(show_list));
    routes.post("/berichten/voorbeeld", [](Request& request, Desk& desk) { return preview(request, desk); });
    routes.get("/berichten/{id}", route(show));
    routes.post("/berichten/{id}", route(change));
    routes.post("/berichten/{id}/intrekken", route(withdraw));
    routes.post("/berichten/{id}/opnieuw", route(retry));
}

}  // namespace dichtbij::bericht
