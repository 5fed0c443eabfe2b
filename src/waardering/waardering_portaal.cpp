#include "waardering/waardering_portaal.h"

#include <charconv>

#include "html/parts.h"
#include "waardering/waardering_render.h"
#include "zaak/volgen_render.h"

namespace dichtbij::waardering {
namespace {

using http::Request;
using http::Response;
using portaal::Mijn;

constexpr std::string_view pad = "/waardering";
constexpr std::string_view gedaan = "waardering";

// Asked for what is not his, or does not exist: both look alike, and both are written down.
Response refused(const Mijn& mijn, std::string_view soort, const Uuid& id, const Failure& failure) {
    if (failure.reason == Reason::not_found || failure.reason == Reason::forbidden) mijn.record(soort, id, false);
    return mijn.fail(failure);
}

std::string_view soort_of(const Waarover& over) { return over.soort == Soort::zaak ? "zaak" : "klantcontact"; }

Result<Eigenbeeld> seen(const WaarderingPortaal& in, const Mijn& mijn, const Waarover& over) {
    return in.store.read([&](store::Tx& tx) { return in.waarderingen.get(tx, mijn.inwoner, over); });
}

Waarderingvorm vorm_of(const Mijn& mijn, const Plek& plek, const Eigenbeeld& beeld) {
    Waarderingvorm v{plek.url + std::string(pad), plek.url, mijn.csrf, {}, mijn.today()};
    if (beeld.gegeven) v.getypt = {beeld.gegeven->waardering.cijfer, beeld.gegeven->woorden};
    return v;
}

int cijfer_in(std::string_view typed) {
    int cijfer = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), cijfer);
    return error == std::errc() && end == typed.data() + typed.size() ? cijfer : 0;
}

Response page_of(const Mijn& mijn, const Plek& plek, const Eigenbeeld& beeld, const html::Form& form, const Waarderingvorm& v) {
    portaal::Paginakop kop{.titel = mijn.t(beeld.gegeven ? "waardering.kop_wijzigen" : "waardering.kop"), .huidig = "mijn"};
    kop.kruimels = {{"/mijn", mijn.t("zaakportaal.kruimel")}, {plek.url, plek.titel, plek.titeltaal}};
    const html::Html main = waarderingspagina(mijn.t, beeld, plek.onderschrift, form, v);
    return form.has_errors() ? mijn.invalid_page(kop, main) : mijn.page(kop, main);
}

Plek plek_of(const Mijn& mijn, const zaak::Volgbeeld& beeld) {
    const std::string titel = zaak::volgtitel(mijn.t, beeld);
    return {Waarover::van(beeld.id), "/mijn/zaken/" + beeld.id.text(), titel, html::join(html::span(zaak::titeltaal(mijn.t, beeld), titel), ", ", html::span(html::cls("nowrap"), beeld.nummer)),
            beeld.omschrijving.empty() || mijn.t.taal() == html::Taal::nl ? "" : "nl"};
}

// The case when it is his and he is signed in well enough; else the page that says so.
tl::expected<Plek, Response> zaak_in(const WaarderingPortaal& in, const Mijn& mijn, const Request& request) {
    const auto id = Id<Zaak>::parse(request.param("id"));
    const auto beeld = id ? in.zaken.get(mijn.inwoner, *id) : Result<zaak::Volgbeeld>(not_found("no id"));
    if (!beeld) return tl::make_unexpected(refused(mijn, "zaak", id ? id->bytes : Uuid{}, beeld.error()));
    if (auto too_low = mijn.te_laag(beeld->niveau)) return tl::make_unexpected(std::move(*too_low));
    return plek_of(mijn, *beeld);
}

}  // namespace

html::Html waardering_op(const WaarderingPortaal& in, const Mijn& mijn, const Plek& plek) {
    const auto beeld = seen(in, mijn, plek.over);
    if (!beeld) return {};
    const bool just_done = beeld->gegeven && mijn.request.query.get("gedaan") == gedaan;
    const html::Html thanks = html::when(just_done, [&] {
        return html::div(html::cls("section"), html::attr("role", "status"), html::alert("circle-check", html::p(mijn.t("waardering.dank")), html::Tone::good));
    });
    return html::join(thanks, waarderingsdeel(mijn.t, *beeld, vorm_of(mijn, plek, *beeld)));
}

// Nothing to give or change any more: back to what it is about, which shows what was given.
Response toon_waardering(const WaarderingPortaal& in, const Mijn& mijn, const Plek& plek) {
    const auto beeld = seen(in, mijn, plek.over);
    if (!beeld) return refused(mijn, soort_of(plek.over), plek.over.id, beeld.error());
    if (!beeld->mag_geven && !beeld->mag_wijzigen) return Response::redirect(plek.url);
    mijn.record(soort_of(plek.over), plek.over.id, true);
    return page_of(mijn, plek, *beeld, html::Form(mijn.t), vorm_of(mijn, plek, *beeld));
}

Response neem_waardering(const WaarderingPortaal& in, const Request& request, const Mijn& mijn, const Plek& plek) {
    const Oordeel typed{cijfer_in(request.form.get("cijfer")), std::string(request.form.get("woorden"))};
    const auto done = in.waarderingen.rate(mijn.caller(), mijn.inwoner, plek.over, typed);
    if (done) return Response::redirect(plek.url + "?gedaan=" + std::string(gedaan) + "#h-waardering");
    if (done.error().reason != Reason::invalid) return refused(mijn, soort_of(plek.over), plek.over.id, done.error());
    const auto beeld = seen(in, mijn, plek.over);
    if (!beeld) return refused(mijn, soort_of(plek.over), plek.over.id, beeld.error());
    Waarderingvorm v = vorm_of(mijn, plek, *beeld);
    v.getypt = typed;
    return page_of(mijn, plek, *beeld, html::Form(mijn.t, done.error().fields), v);
}

html::Html na_stappen(const WaarderingPortaal& in, const Mijn& mijn, const zaak::Volgbeeld& beeld) { return waardering_op(in, mijn, plek_of(mijn, beeld)); }

void add_waardering_portaal(portaal::Routes& routes, const WaarderingPortaal& in) {
    using portaal::Eis;
    routes.get("/mijn/zaken/{id}/waardering", Eis::ingelogd(), [in](Request& request, Mijn& mijn) {
        const auto plek = zaak_in(in, mijn, request);
        return plek ? toon_waardering(in, mijn, *plek) : plek.error();
    });
    routes.post("/mijn/zaken/{id}/waardering", Eis::ingelogd(), [in](Request& request, Mijn& mijn) {
        const auto plek = zaak_in(in, mijn, request);
        return plek ? neem_waardering(in, request, mijn, *plek) : plek.error();
    });
}

}  // namespace dichtbij::waardering
