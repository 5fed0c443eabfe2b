#include "norm/scherm_desk.h"

#include <algorithm>
#include <charconv>

#include "html/parts.h"

namespace dichtbij::norm {

using namespace html;
using access::Desk;

Result<Plek> find_plek(const NormSchermen& s, const Desk& desk, std::string_view id_text) {
    const auto gemeente = Id<Gemeente>::parse(id_text);
    if (!gemeente || !access::is_active_in(desk.caller, *gemeente)) return not_found("no gemeente of the caller");
    Plek plek{*gemeente, "", access::has_role(desk.caller, *gemeente, {access::Rol::beheerder}), s.gemeenten(desk.caller)};
    for (const Choice& one : plek.alle)
        if (one.value == gemeente->text()) plek.naam = one.label;
    return plek;
}

http::Response choose_plek(const NormSchermen& s, const Desk& desk, std::string_view prefix, std::string_view title_) {
    const auto gemeenten = s.gemeenten(desk.caller);
    const auto url = [&](const Choice& one) { return std::string(prefix) + "/" + one.value; };
    if (gemeenten.size() == 1) return http::Response::redirect(url(gemeenten.front()));
    const Texts& t = desk.t;
    return desk.page(title_, join(div(cls("page-head"), h1(title_), p(cls("soft"), t("norm.scherm.kies_gemeente"))),
                                  gemeenten.empty()
                                      ? empty_state(t("norm.scherm.geen_gemeente"), t("norm.scherm.geen_gemeente_uitleg"), "lock")
                                      : ul(cls("section stack-tight"), each(gemeenten, [&](const Choice& one) { return li(a(href(url(one)), one.label)); }))));
}

Html plek_tabs(const Plek& plek, std::string_view prefix) {
    if (plek.alle.size() < 2) return {};
    std::vector<Tab> list;
    for (const Choice& one : plek.alle) list.push_back({std::string(prefix) + "/" + one.value, one.label, {}, one.value == plek.id.text()});
    return tabs(list);
}

Html done_alert(const Texts& t, const http::Request& request) {
    std::string key = "norm.scherm.gedaan." + std::string(request.query.get("gedaan").substr(0, 40));
    std::replace(key.begin(), key.end(), '-', '_');  // addresses have hyphens, keys have not
    if (!t.has(key)) return {};
    return div(cls("section"), attr("role", "status"), alert("check", p(t(key)), Tone::good));
}

Html both_versions(const Texts& t, const std::vector<Verschil>& rows) {
    const std::vector<Column> columns{{t("norm.scherm.veld"), ""}, {t("norm.scherm.staat_er_nu"), ""}, {t("norm.scherm.jij_vulde_in"), ""}};
    return section(cls("section"), id("intussen"), attr("tabindex", "-1"), attr("role", "alert"), attr("data-focus", ""),
                   attr("aria-labelledby", "h-intussen"),
                   alert("refresh", join(h2(id("h-intussen"), t("norm.scherm.intussen")), p(t("norm.scherm.intussen_uitleg"))), Tone::today),
                   div(cls("below"), stackable_table(t("norm.scherm.intussen"), columns, each(rows, [&](const Verschil& one) {
                       const auto shown = [&](const std::string& words) { return words.empty() ? t("norm.scherm.niets") : words; };
                       return row(cell(strong(one.label)), cell(attr("data-l", t("norm.scherm.staat_er_nu")), shown(one.nu)),
                                  cell(attr("data-l", t("norm.scherm.jij_vulde_in")), shown(one.getypt),
                                       when(one.nu != one.getypt, [&] { return join(" ", badge("arrows-diff", t("norm.scherm.anders"), Tone::today)); })));
                   }))));
}

std::int64_t versie_of(const http::Params& form) {
    const std::string_view text = form.get("versie");
    std::int64_t versie = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), versie);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? versie : -1;
}

}  // namespace dichtbij::norm
