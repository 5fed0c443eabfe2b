// Signing in to a demo by choosing who to be. Never beside a real provider: the program refuses to start then.
#include "html/form.h"
#include "html/parts.h"
#include "portaal/portaal_routes.h"

namespace dichtbij::portaal {
namespace {

using namespace html;
using http::Request;
using http::Response;

std::vector<Demobewoner> bewoners(const Mijn& mijn) {
    const auto& delen = mijn.site.delen();
    return delen.sessies.store().read([&](store::Tx& tx) { return delen.demo(tx, mijn.gemeente.id); });
}

Response choose(Request& request, Mijn& mijn) {
    const Texts& t = mijn.t;
    const std::string naar = veilig_pad(request.query.get("naar"));
    const auto all = bewoners(mijn);
    const Html list = each(all, [&](const Demobewoner& one) {
        return li(form(attr("method", "post"), action(mijn.openbaar("/demo")), csrf_field(mijn.csrf), hidden("naar", naar), hidden("partij", one.partij.text()),
                       button(cls("btn"), type("submit"), icon("user"), " ", one.naam),
                       when(!one.toelichting.empty(), [&] { return span(cls("soft small"), " ", one.toelichting); })));
    });
    return mijn.page({.titel = t("portaal.demo.kies")},
                     join(h1(t("portaal.demo.kies")), div(cls("section prose"), alert("alert-triangle", p(t("portaal.demo.waarschuwing")), Tone::today)),
                          all.empty() ? p(cls("section"), t("portaal.demo.niemand")) : ul(cls("list-plain demo-list section"), list)));
}

Response sign_in(Request& request, Mijn& mijn) {
    const auto wanted = Id<Partij>::parse(request.form.get("partij"));
    for (const Demobewoner& one : bewoners(mijn)) {
        if (!wanted || one.partij != *wanted) continue;
        if (mijn.sessie) mijn.site.delen().sessies.end(*mijn.sessie);
        NieuweSessie nieuw{.gemeente = mijn.gemeente.id, .wijze = Aanmeldwijze::demo};
        nieuw.partij = one.partij;
        nieuw.taal = mijn.inwoner.taal;
        nieuw.user_agent = request.headers.get("User-Agent");
        Response answer = Response::redirect(veilig_pad(request.form.get("naar")));
        answer.cookies.push_back(sessie_cookie(request, mijn.site.delen().sessies.begin(nieuw)));
        return answer;
    }
    return mijn.site.status_page(request, 404);
}

}  // namespace

void add_demo_routes(Site& site) {
    site.get("/demo", Eis::openbaar(), choose);
    site.post("/demo", Eis::openbaar(), sign_in);
}

}  // namespace dichtbij::portaal
