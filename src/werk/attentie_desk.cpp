#include <boost/describe/enum_to_string.hpp>

#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "werk/lijst_desk.h"
#include "werk/regels_render.h"

namespace dichtbij::werk {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

constexpr int per_page = 50;

std::string_view icon_of(Attentiesoort soort) {
    switch (soort) {
        case Attentiesoort::genoemd: return "note";
        case Attentiesoort::vraag_van_collega: return "message-question";
        case Attentiesoort::antwoord_van_collega: return "message-2";
        case Attentiesoort::herinnering: return "phone";
        case Attentiesoort::waarschuwing:
        case Attentiesoort::aanvaarding_verlopen: return "clock";
        case Attentiesoort::bericht_niet_aangekomen:
        case Attentiesoort::partij_geopend:
        case Attentiesoort::geescaleerd: return "alert-triangle";
        case Attentiesoort::ingetrokken: return "x";
        case Attentiesoort::heropend: return "refresh";
        case Attentiesoort::overleg_stap_afgesproken:
        case Attentiesoort::overleg_andere_eigenaar:
        case Attentiesoort::overleg_loopt_weer:
        case Attentiesoort::overleg_niet_nodig: return "users";
        case Attentiesoort::nieuw_werk: break;
    }
    return "arrow-forward-up";
}

Response show(const Schermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto regels = s.attenties.list(desk.caller, parse_uuid(request.query.get("voor")), per_page);
    std::map<Id<Medewerker>, std::string> namen;
    s.store.read([&](store::Tx& tx) {
        for (const auto& r : regels)
            if (r.attentie.van) namen.try_emplace(*r.attentie.van, organisatie::naam_of(tx, *r.attentie.van));
    });
    std::vector<Moment> moments;
    for (const auto& r : regels) {
        const std::string key = "attentie." + std::string(boost::describe::enum_to_string(r.attentie.soort, ""));
        const bool is_new = !r.attentie.gelezen_op;
        moments.push_back({std::string(icon_of(r.attentie.soort)),
                           join(strong(t(key, r.attentie.van ? namen[*r.attentie.van] : "Dichtbij")), " ",
                                about_of(t, r),
                                when(is_new, [&] { return join(" ", badge("bell", t("attentie.nieuw"), Tone::brand)); })),
                           moment(t, r.attentie.op, desk.now) + (r.werk.nummer.empty() ? "" : " · " + r.werk.nummer), ""});
    }
    const std::string next = static_cast<int>(regels.size()) < per_page ? "" : "/attenties?voor=" + to_string(regels.back().attentie.id);
    return desk.page(t("attentie.titel"),
                     join(div(cls("page-head"), h1(t("attentie.titel")),
                              when(desk.frame.unread > 0, [&] {
                                  return span(cls("push"), post_button("/attenties/gelezen", desk.csrf, t("attentie.alles_gelezen"), "check"));
                              })),
                          regels.empty() ? empty_state(t("attentie.leeg"), t("attentie.leeg_uitleg")) : timeline(moments), pager(t, next)));
}

}  // namespace

void add_attentie_routes(access::DeskRoutes& routes, const Schermen& s) {
    routes.get("/attenties", [s](Request& request, Desk& desk) { return show(s, request, desk); });
    routes.post("/attenties/gelezen", [s](Request&, Desk& desk) {
        s.attenties.read_all(desk.caller);
        return Response::redirect("/attenties");
    });
}

}  // namespace dichtbij::werk
