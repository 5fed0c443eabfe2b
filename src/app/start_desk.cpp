#include "app/start_desk.h"

#include "app/first_start.h"
#include "base/text.h"
#include "html/form.h"
#include "html/parts.h"

namespace dichtbij::app {
namespace {

using namespace html;
using http::Request;
using http::Response;

FirstStart read_form(const Request& request) {
    FirstStart start;
    start.gemeente = cleaned(request.form.get("gemeente"));
    start.telefoon = cleaned(request.form.get("telefoon"));
    start.naam = cleaned(request.form.get("naam"));
    start.email = cleaned(request.form.get("email"));
    start.wachtwoord = request.form.get("wachtwoord");
    return start;
}

Html page_of(const Texts& t, std::string_view csrf, const FirstStart& start, std::vector<FieldError> errors) {
    const Form fields(t, std::move(errors));
    return join(fields.summary(), div(cls("panel"), h1(t("start.kop")), p(t("start.uitleg")),
                form(cls("form"), attr("method", "post"), action("/start"), flag("novalidate"), csrf_field(csrf),
                     fields.input({.name = "gemeente", .label = t("start.gemeente"), .value = start.gemeente, .attributes = {attr("maxlength", "100")}}),
                     fields.input({.name = "telefoon", .label = t("start.telefoon"), .value = start.telefoon, .hint = t("start.telefoon_uitleg"), .needed = Needed::no, .attributes = {attr("maxlength", "30")}}),
                     fields.input({.name = "naam", .label = t("start.naam"), .value = start.naam, .attributes = {attr("maxlength", "100"), attr("autocomplete", "name")}}),
                     fields.input({.name = "email", .label = t("start.email"), .value = start.email, .type = "email", .attributes = {attr("maxlength", "254"), attr("autocomplete", "username")}}),
                     fields.input({.name = "wachtwoord", .label = t("start.wachtwoord"), .hint = t("start.wachtwoord_uitleg"), .type = "password", .attributes = {attr("maxlength", "200"), attr("autocomplete", "new-password")}}),
                     submit(t("start.knop")))));
}

Response show(access::DeskSite& site, Request& request, const FirstStart& start, std::vector<FieldError> errors) {
    const Texts& t = site.texts_for(request);
    const bool is_error = !errors.empty();
    Response cookies;
    const std::string csrf = site.open_csrf(request, cookies);
    Response page = site.quiet_page(request, {t("start.kop"), is_error}, page_of(t, csrf, start, std::move(errors)), is_error ? 422 : 200);
    page.cookies.insert(page.cookies.end(), cookies.cookies.begin(), cookies.cookies.end());
    return page;
}

Response save(access::DeskSite& site, Installation& installation, Request& request) {
    FirstStart start = read_form(request);
    if (start.wachtwoord.empty()) return show(site, request, start, {{"wachtwoord", "start.fout.wachtwoord", {}}});
    const auto started = first_start(installation, start);
    if (started) return Response::redirect("/inloggen");
    if (started.error().reason == Reason::conflict) return Response::redirect("/inloggen");
    start.wachtwoord.clear();
    return show(site, request, start, started.error().fields);
}

}  // namespace

void add_start_screens(access::DeskSite& site, Installation& installation) {
    site.get_open("/start", [&](Request& request) {
        if (!needs_first_start(installation)) return Response::redirect("/");
        return show(site, request, {}, {});
    });
    site.post_open("/start", [&](Request& request) { return save(site, installation, request); });
}

}  // namespace dichtbij::app
