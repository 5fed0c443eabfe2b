#include "html/dates.h"
#include "html/parts.h"
#include "notificatie/schermen_desk.h"
#include "organisatie/parts_desk.h"

namespace dichtbij::notificatie {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

namespace {

using Velden = std::vector<std::pair<std::string, std::string>>;

Failure no_id() { return {Reason::not_found, "no id of an abonnement", "", {}}; }
std::optional<Id<dichtbij::Abonnement>> id_in(const Request& request) { return Id<dichtbij::Abonnement>::parse(request.param("id")); }

Html how_it_goes(const Schermen& s, const Desk& desk, const Abonnementregel& regel) {
    const Texts& t = desk.t;
    const Abonnement& one = regel.abonnement;
    const std::string url = one.soort == Abonnementsoort::component ? s.abonnementen.opties().component.url : one.callback_url;
    const auto when_ = [&](const std::optional<Instant>& op) { return op ? span(moment(t, *op, desk.now)) : Html(); };
    return section(cls("section"), definitions({{t("notificatie.adres"), url.empty() ? Html() : code(url)},
                                                {t("notificatie.kanalen"), span(kanalen_in_woorden(t, one))},
                                                {t("notificatie.laatst"), one.gelukt_op ? when_(one.gelukt_op) : span(t("notificatie.nog_niets"))},
                                                {t("notificatie.laatste_fout"), when_(one.mislukt_op)},
                                                {t("notificatie.rust_tot"), one.rust_tot && desk.now < *one.rust_tot ? when_(one.rust_tot) : Html()},
                                                {t("notificatie.onderweg"), regel.wachtend > 0 ? span(t("notificatie.aantal_wachtend", regel.wachtend)) : Html()}}));
}

Html not_arrived(const Desk& desk, const Abonnementregel& regel, const Leveringpagina& page) {
    const Texts& t = desk.t;
    if (page.regels.empty()) return {};
    const std::string url = abonnement_url(regel.abonnement.id);
    return section(cls("section"), h2(attr("id", "mislukt"), t("notificatie.mislukt")), p(cls("soft"), t("notificatie.mislukt_uitleg")),
                   when(regel.dood > 1, [&] { return p(post_button(url + "/opnieuw", desk.csrf, t("notificatie.alles_opnieuw", regel.dood), "refresh")); }),
                   dode_tabel(desk, page, url));
}

Html secret(const Desk& desk, const Abonnement& one) {
    const Texts& t = desk.t;
    return section(cls("section"), h2(t("notificatie.geheim")), p(cls("prose"), t("notificatie.geheim_uitleg")),
                   organisatie::ingrijpend(desk, {t("notificatie.vervangen"), t("notificatie.vervangen_uitleg"), abonnement_url(one.id, "/geheim"), t("notificatie.vervang"),
                                                  {{"versie", std::to_string(one.versie)}}}));
}

Html switching(const Desk& desk, const Abonnementregel& regel) {
    const Texts& t = desk.t;
    const Abonnement& one = regel.abonnement;
    const Velden fields{{"versie", std::to_string(one.versie)}};
    const Html off_or_on =
        one.uit_op ? section(cls("section"), p(t("notificatie.uit_sinds", moment(t, *one.uit_op, desk.now))),
                             organisatie::small_button(desk, {abonnement_url(one.id, "/aan"), t("notificatie.zet_aan"), naam_van(t, regel), "check", fields}))
                   : organisatie::ingrijpend(desk, {t("notificatie.uitzetten"), t("notificatie.uitzetten_uitleg"), abonnement_url(one.id, "/uit"), t("notificatie.zet_uit"), fields});
    if (one.soort == Abonnementsoort::component) return off_or_on;
    return join(off_or_on, organisatie::ingrijpend(desk, {t("notificatie.verwijderen"), t("notificatie.verwijderen_uitleg"), abonnement_url(one.id, "/verwijder"),
                                                          t("notificatie.verwijder"), fields}));
}

Html changing(const Schermen& s, const Desk& desk, const Abonnement& one, const Form& form, const Webhook& in) {
    const auto kanalen = s.kanalen.kanalen(desk.caller, one.gemeente);
    return section(cls("section"), h2(desk.t("notificatie.gegevens")),
                   organisatie::posting(desk, abonnement_url(one.id), hidden("versie", std::to_string(one.versie)),
                                        velden(desk.t, form, in, kanalen ? *kanalen : std::vector<Kanaal>{}), div(cls("row below"), submit(desk.t("formulier.bewaar")))));
}

Response page_with(const Schermen& s, Desk& desk, Id<dichtbij::Abonnement> id, const std::optional<Ingevuld>& in, const std::vector<FieldError>& fouten, int status) {
    const auto found = s.abonnementen.get(desk.caller, id);
    if (!found) return desk.fail(found.error());
    const auto dead = s.bezorgen.dode(desk.caller, id);
    if (!dead) return desk.fail(dead.error());
    const Texts& t = desk.t;
    const Abonnement& one = found->abonnement;
    const bool is_webhook = one.soort == Abonnementsoort::webhook;
    const Form form(t, fouten);
    const Webhook stored{one.naam, one.callback_url, one.kanalen};
    const std::string title_ = naam_van(t, *found);
    return desk.page(PageHead{title_, form.has_errors()},
                     join(back_link(lijst_url, t("notificatie.kop")),
                          page_head(title_, t(is_webhook ? "notificatie.soort.webhook" : one.soort == Abonnementsoort::component ? "notificatie.soort.component" : "notificatie.soort.notificaties"),
                                    stand(s, desk, *found)),
                          klaar(desk), form.summary(), ontbreekt(s, desk), how_it_goes(s, desk, *found), not_arrived(desk, *found, *dead),
                          when(is_webhook, [&] { return join(changing(s, desk, one, form, in ? in->webhook : stored), secret(desk, one)); }), switching(desk, *found)),
                     status);
}

Response refused(const Schermen& s, Desk& desk, Id<dichtbij::Abonnement> id, const Failure& failure) {
    if (failure.reason == Reason::conflict) return page_with(s, desk, id, std::nullopt, {{"naam", failure.key, {}}}, 409);
    return desk.fail(failure);
}

template <class Act>
Response act_on(const Schermen& s, Request& request, Desk& desk, Act act, std::string_view said = "?klaar=bewaard") {
    const auto id = id_in(request);
    if (!id) return desk.fail(no_id());
    const auto done = act(*id, organisatie::versie_of(request));
    return done ? Response::redirect(abonnement_url(*id, said)) : refused(s, desk, *id, done.error());
}

}  // namespace

Response blad(const Schermen& s, Request& request, Desk& desk) {
    const auto id = id_in(request);
    return id ? page_with(s, desk, *id, std::nullopt, {}, 200) : desk.fail(no_id());
}

Response bewaar(const Schermen& s, Request& request, Desk& desk) {
    const auto id = id_in(request);
    if (!id) return desk.fail(no_id());
    Ingevuld in = ingevuld(request);
    // What a channel is filtered on is not on this form: it stays.
    if (const auto found = s.abonnementen.get(desk.caller, *id))
        for (Kanaalkeuze& one : in.webhook.kanalen)
            for (const Kanaalkeuze& had : found->abonnement.kanalen)
                if (had.naam == one.naam) one.filters = had.filters;
    const auto done = s.abonnementen.change_webhook(desk.caller, *id, organisatie::versie_of(request), in.webhook);
    if (done) return Response::redirect(abonnement_url(*id, "?klaar=bewaard"));
    if (done.error().reason == Reason::invalid) return page_with(s, desk, *id, in, done.error().fields, 422);
    if (done.error().reason == Reason::conflict) return page_with(s, desk, *id, in, {{"naam", done.error().key, {}}}, 409);
    return desk.fail(done.error());
}

Response zet_uit(const Schermen& s, Request& request, Desk& desk) {
    return act_on(s, request, desk, [&](Id<dichtbij::Abonnement> id, std::int64_t versie) { return s.abonnementen.switch_off(desk.caller, id, versie); });
}

Response zet_aan(const Schermen& s, Request& request, Desk& desk) {
    return act_on(s, request, desk, [&](Id<dichtbij::Abonnement> id, std::int64_t versie) { return s.abonnementen.switch_on(desk.caller, id, versie); });
}

Response alles_opnieuw(const Schermen& s, Request& request, Desk& desk) {
    return act_on(s, request, desk, [&](Id<dichtbij::Abonnement> id, std::int64_t) { return s.bezorgen.send_all_again(desk.caller, id); }, "?klaar=opnieuw");
}

Response verwijder(const Schermen& s, Request& request, Desk& desk) {
    const auto id = id_in(request);
    if (!id) return desk.fail(no_id());
    const auto done = s.abonnementen.remove(desk.caller, *id, organisatie::versie_of(request));
    return done ? Response::redirect(std::string(lijst_url) + "?klaar=bewaard") : refused(s, desk, *id, done.error());
}

Response vervang(const Schermen& s, Request& request, Desk& desk) {
    const auto id = id_in(request);
    if (!id) return desk.fail(no_id());
    const auto made = s.abonnementen.replace_geheim(desk.caller, *id, organisatie::versie_of(request));
    return made ? eenmalig(desk, *made) : refused(s, desk, *id, made.error());
}

// Once, and never again: not kept by the browser either.
Response eenmalig(Desk& desk, const NieuweWebhook& made) {
    const Texts& t = desk.t;
    const std::string title_ = t("notificatie.eenmalig");
    return desk
        .page(title_, join(page_head(title_), div(cls("section prose"),
                                                  alert("key", join(p(t("notificatie.eenmalig_uitleg")), p(strong(code(attr("id", "geheim"), made.geheim))),
                                                                    button(cls("btn"), type("button"), flag("hidden"), attr("data-copy", "geheim"),
                                                                           attr("data-copied", t("notificatie.gekopieerd")), icon("copy"),
                                                                           span(flag("data-copy-label"), t("notificatie.kopieer")))),
                                                        Tone::today),
                                                  p(cls("soft"), t("notificatie.eenmalig_gebruik")), p(button_link(abonnement_url(made.abonnement.id), t("notificatie.verder"))))))
        .header("Cache-Control", "no-store");
}

}  // namespace dichtbij::notificatie
