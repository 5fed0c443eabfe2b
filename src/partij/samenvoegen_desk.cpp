// Linking doubles, and taking that back.
#include "partij/scherm_desk.h"

namespace dichtbij::partij {
namespace {

using access::Desk;
using http::Request;
using http::Response;

// What went wrong, said on the page that someone came from.
Response back_with(const Desk& desk, const Failure& failure, const std::string& back) {
    if (failure.reason == Reason::conflict && !failure.key.empty()) return Response::redirect(with_query(back, "melding", failure.key));
    if (failure.reason == Reason::invalid && !failure.fields.empty())
        return Response::redirect(with_query(back, "melding", failure.fields.front().key));
    return desk.fail(failure);
}

Response merge(const PartijSchermen& s, Request& request, Desk& desk) {
    const auto id = partij_in(request);
    if (!id) return desk.fail(id.error());
    const auto dubbel = PartijId::parse(request.form.get("dubbel"));
    if (!dubbel) return desk.fail({Reason::invalid, "no double", {}, {}});
    const auto done = s.partijen.merge(desk.caller, {*id, *dubbel});
    const std::string back = url_of(*id, gesprek_in(request));
    if (!done) return back_with(desk, done.error(), back);
    return Response::redirect(with_query(back, "samengevoegd", dubbel->text()));
}

Response split(const PartijSchermen& s, Request& request, Desk& desk) {
    const auto dubbel = partij_in(request);
    if (!dubbel) return desk.fail(dubbel.error());
    const auto done = s.partijen.split(desk.caller, {*dubbel, std::string(request.form.get("reden"))});
    const PartijId overlevend = s.store.read([&](store::Tx& tx) { return s.partijen.survivor(tx, *dubbel); });
    if (!done) return back_with(desk, done.error(), url_of(overlevend, gesprek_in(request)));
    return Response::redirect(with_query(url_of(*dubbel, gesprek_in(request)), "melding", "partij.scherm.gescheiden"));
}

}  // namespace

void add_samenvoegen_routes(access::DeskRoutes& routes, const PartijSchermen& s) {
    routes.post("/personen/{id}/samenvoegen", [s](Request& request, Desk& desk) { return merge(s, request, desk); });
    routes.post("/personen/{id}/splits", [s](Request& request, Desk& desk) { return split(s, request, desk); });
}

}  // namespace dichtbij::partij
