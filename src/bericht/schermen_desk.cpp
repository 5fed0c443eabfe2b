#include "bericht/schermen_desk.h"

#include <charconv>

#include "organisatie/organisatie_service.h"

namespace dichtbij::bericht {

using namespace html;
using access::Desk;

std::vector<Choice> gemeenten_of(const BerichtSchermen& s, const access::Caller& caller) {
    std::vector<Choice> choices;
    for (const auto& one : s.store.read([](store::Tx& tx) { return organisatie::gemeenten(tx); }))
        if (s.berichten.may_see_outbox(caller, one.id)) choices.push_back({one.id.text(), one.naam});
    return choices;
}

Result<Plek> find_plek(const BerichtSchermen& s, const Desk& desk, std::string_view id_text) {
    const auto gemeente = Id<Gemeente>::parse(id_text);
    if (!gemeente || !access::is_active_in(desk.caller, *gemeente)) return not_found("no gemeente of the caller");
    if (!s.berichten.may_see_outbox(desk.caller, *gemeente)) return forbidden("no role for templates and rules");
    Plek plek{*gemeente, "", access::has_role(desk.caller, *gemeente, {access::Rol::beheerder}), gemeenten_of(s, desk.caller)};
    for (const Choice& one : plek.alle)
        if (one.value == gemeente->text()) plek.naam = one.label;
    return plek;
}

http::Response choose_plek(const BerichtSchermen& s, const Desk& desk, std::string_view prefix, std::string_view title_) {
    const auto gemeenten = gemeenten_of(s, desk.caller);
    const auto url = [&](const Choice& one) { return std::string(prefix) + "/" + one.value; };
    if (gemeenten.empty()) return desk.fail({Reason::forbidden, "no role for templates and rules", {}, {}});
    if (gemeenten.size() == 1) return http::Response::redirect(url(gemeenten.front()));
    const Texts& t = desk.t;
    return desk.page(title_, join(page_head(title_, t("bericht.scherm.kies_gemeente")),
                                  ul(cls("section stack-tight"), each(gemeenten, [&](const Choice& one) { return li(a(href(url(one)), one.label)); }))));
}

Html plek_tabs(const Plek& plek, std::string_view prefix) {
    if (plek.alle.size() < 2) return {};
    std::vector<Tab> list;
    for (const Choice& one : plek.alle) list.push_back({std::string(prefix) + "/" + one.value, one.label, {}, one.value == plek.id.text()});
    return tabs(list);
}

Html done_alert(const Texts& t, const http::Request& request) {
    const std::string key = "bericht.scherm.gedaan." + std::string(request.query.get("gedaan").substr(0, 40));
    if (!t.has(key)) return {};
    return div(cls("section"), attr("role", "status"), alert("check", p(t(key)), Tone::good));
}

std::int64_t number_in(const http::Params& form, std::string_view name) {
    const std::string_view text = form.get(name);
    std::int64_t number = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? number : -1;
}

Html act_button(const Desk& desk, std::string_view url, const std::vector<std::pair<std::string, std::string>>& fields, std::string_view label_, std::string_view icon_name) {
    return html::form(attr("method", "post"), action(url), csrf_field(desk.csrf), each(fields, [](const auto& one) { return hidden(one.first, one.second); }),
                      button(cls("btn"), type("submit"), icon(icon_name), label_));
}

}  // namespace dichtbij::bericht
