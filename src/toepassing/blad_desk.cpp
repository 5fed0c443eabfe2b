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

Html rights(const Desk& desk, const Applicatie& one, const Form& form, const Ingevuld& in) {
    return section(cls("section"), h2(desk.t("toepassing.gegevens")),
                   organisatie::posting(desk, blad_url(one.id), hidden("versie", std::to_string(one.versie)), velden(desk.t, form, in),
                                        div(cls("row below"), submit(desk.t("formulier.bewaar")))));
}

Html switching(const Desk& desk, const Applicatie& one) {
    const Texts& t = desk.t;
    const std::vector<std::pair<std::string, std::string>> fields{{"versie", std::to_string(one.versie)}};
    if (one.uit_op)
        return section(cls("section"), p(t("toepassing.uit_sinds", moment(t, *one.uit_op, desk.now))),
                       organisatie::small_button(desk, {blad_url(one.id, "/aan"), t("toepassing.zet_aan"), one.naam, "check", fields}));
    return organisatie::ingrijpend(desk, {t("toepassing.uitzetten"), t("toepassing.uitzetten_uitleg"), blad_url(one.id, "/uit"), t("toepassing.zet_uit"), fields});
}

std::optional<Id<dichtbij::Applicatie>> id_in(const Request& request) { return Id<dichtbij::Applicatie>::parse(request.param("id")); }

Failure no_id() { return {Reason::not_found, "no id of an application", "", {}}; }

template <class Act>
Response switch_it(const Schermen& s, Request& request, Desk& desk, Act act) {
    const auto id = id_in(request);
    if (!id) return desk.fail(no_id());
    const auto done = act(*id, organisatie::versie_of(request));
    if (done) return Response::redirect(blad_url(*id, "?klaar=bewaard"));
    if (done.error().reason == Reason::conflict) return blad_met(s, desk, *id, std::nullopt, {{"naam", done.error().key, {}}}, 409);
    return desk.fail(done.error());
}

}  // namespace

Response blad_met(const Schermen& s, Desk& desk, Id<dichtbij::Applicatie> id, const std::optional<Ingevuld>& in, const std::vector<FieldError>& fouten, int status) {
    const auto found = s.service.get(desk.caller, id);
    if (!found) return desk.fail(found.error());
    const Texts& t = desk.t;
    const Applicatie& one = found->applicatie;
    const Form form(t, fouten);
    return desk.page(PageHead{one.naam, form.has_errors()},
                     join(back_link(lijst_url, t("toepassing.kop")), page_head(one.naam, one.contact, stand(t, one, desk.now)), organisatie::klaar_melding(desk, desk.request),
                          form.summary(), tokens(s, desk, *found, form), rights(desk, one, form, in ? *in : ingevuld(one)), switching(desk, one)),
                     status);
}

Response blad(const Schermen& s, Request& request, Desk& desk) {
    const auto id = id_in(request);
    return id ? blad_met(s, desk, *id, std::nullopt, {}, 200) : desk.fail(no_id());
}

Response bewaar(const Schermen& s, Request& request, Desk& desk) {
    const auto id = id_in(request);
    if (!id) return desk.fail(no_id());
    Ingevuld in = ingevuld(request);
    if (!in.fouten.empty()) return blad_met(s, desk, *id, in, in.fouten, 422);
    const auto done = s.service.change(desk.caller, *id, organisatie::versie_of(request), in.gegevens);
    if (done) return Response::redirect(blad_url(*id, "?klaar=bewaard"));
    if (done.error().reason == Reason::invalid) return blad_met(s, desk, *id, in, done.error().fields, 422);
    if (done.error().reason == Reason::conflict) return blad_met(s, desk, *id, in, {{"naam", done.error().key, {}}}, 409);
    return desk.fail(done.error());
}

Response zet_uit(const Schermen& s, Request& request, Desk& desk) {
    return switch_it(s, request, desk, [&](Id<dichtbij::Applicatie> id, std::int64_t versie) { return s.service.switch_off(desk.caller, id, versie); });
}

Response zet_aan(const Schermen& s, Request& request, Desk& desk) {
    return switch_it(s, request, desk, [&](Id<dichtbij::Applicatie> id, std::int64_t versie) { return s.service.switch_on(desk.caller, id, versie); });
}

}  // namespace dichtbij::toepassing
