// What a gemeente chose about Mijn Dichtbij, by its beheerder.
#include "html/form.h"
#include "html/parts.h"
#include "mijn/mijn_routes.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::mijn {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

Result<Id<Gemeente>> gemeente_in(const Request& request, const Desk& desk) {
    const auto typed = request.query.has("gemeente") ? request.query.get("gemeente") : request.form.get("gemeente");
    auto chosen = Id<Gemeente>::parse(typed);
    for (const auto& id : access::scope_of(desk.caller).gemeenten)
        if (!chosen && access::has_role(desk.caller, id, {access::Rol::beheerder})) chosen = id;
    if (!chosen) return forbidden("beheerder of no gemeente");
    return *chosen;
}

// The other gemeenten of this beheerder.
Html choose(const MijnDelen& in, const Desk& desk, Id<Gemeente> chosen) {
    std::vector<Tab> all;
    in.store.read([&](store::Tx& tx) {
        all.clear();
        for (const auto& id : access::scope_of(desk.caller).gemeenten)
            if (access::has_role(desk.caller, id, {access::Rol::beheerder}))
                if (const auto found = organisatie::gemeente(tx, id)) all.push_back({"/beheer/mijn-dichtbij?gemeente=" + id.text(), found->naam, std::nullopt, id == chosen});
    });
    return all.size() < 2 ? Html() : tabs(all);
}

Response show(const MijnDelen& in, Request& request, Desk& desk) {
    const auto gemeente = gemeente_in(request, desk);
    if (!gemeente) return desk.fail(gemeente.error());
    const auto chosen = in.inzagen.instelling(desk.caller, *gemeente);
    if (!chosen) return desk.fail(chosen.error());
    const Texts& t = desk.t;
    const Form form_(t);
    return desk.page(t("mijn.instelling.kop"),
                     join(page_head(t("mijn.instelling.kop")), choose(in, desk, *gemeente),
                          when(request.query.get("gedaan") == "ja", [&] { return alert("check", p(attr("role", "status"), t("mijn.instelling.bewaard")), Tone::good); }),
                          p(t("mijn.instelling.uitleg")),
                          form(cls("stack section"), attr("method", "post"), action("/beheer/mijn-dichtbij"), csrf_field(desk.csrf), hidden("gemeente", gemeente->text()),
                               form_.checkbox({.name = "toon_namen", .label = t("mijn.instelling.toon_namen"), .value = "1"}, chosen->toon_namen), div(submit(t("mijn.instelling.bewaar"))))));
}

Response save(const MijnDelen& in, Request& request, Desk& desk) {
    const auto gemeente = gemeente_in(request, desk);
    if (!gemeente) return desk.fail(gemeente.error());
    const auto done = in.inzagen.set_instelling(desk.caller, *gemeente, {request.form.get("toon_namen") == "1"});
    if (!done) return desk.fail(done.error());
    return Response::redirect("/beheer/mijn-dichtbij?gemeente=" + gemeente->text() + "&gedaan=ja");
}

}  // namespace

void add_instelling_routes(access::DeskRoutes& routes, const MijnDelen& in) {
    routes.get("/beheer/mijn-dichtbij", [in](Request& request, Desk& desk) { return show(in, request, desk); });
    routes.post("/beheer/mijn-dichtbij", [in](Request& request, Desk& desk) { return save(in, request, desk); });
}

}  // namespace dichtbij::mijn
