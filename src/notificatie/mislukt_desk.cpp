#include <charconv>

#include "html/parts.h"
#include "notificatie/schermen_desk.h"
#include "organisatie/parts_desk.h"

namespace dichtbij::notificatie {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

namespace {

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Only to pages of our own.
std::string back_from(const Request& request) {
    const std::string_view to = request.form.get("terug");
    return to.starts_with(lijst_url) && to.find_first_of("\r\n\\") == std::string_view::npos ? std::string(to) : std::string(mislukt_url);
}

}  // namespace

Response mislukt(const Schermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto gemeente = organisatie::gekozen_gemeente(s.organisatie, desk, request);
    if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
    const auto page = s.bezorgen.dode(desk.caller, gemeente->id, number(request.query.get("voor")));
    if (!page) return desk.fail(page.error());
    const std::string here = std::string(mislukt_url) + "?gemeente=" + gemeente->id.text();
    return desk.page(t("notificatie.mislukt"),
                     join(back_link(lijst_url, t("notificatie.kop")), page_head(t("notificatie.mislukt"), t("notificatie.mislukt_uitleg")),
                          klaar(desk), organisatie::gemeente_tabs(s.organisatie, desk, mislukt_url, gemeente->id),
                          page->regels.empty() ? empty_state(t("notificatie.niets_mislukt"), t("notificatie.niets_mislukt_uitleg")) : dode_tabel(desk, *page, here),
                          pager(t, page->volgende ? here + "&voor=" + std::to_string(*page->volgende) : "")));
}

Response opnieuw(const Schermen& s, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::Levering>::parse(request.form.get("levering"));
    if (!id) return desk.fail({Reason::not_found, "no id of a levering", "", {}});
    const auto done = s.bezorgen.send_again(desk.caller, *id);
    if (!done) return desk.fail(done.error());
    const std::string to = back_from(request);
    return Response::redirect(to + (to.find('?') == std::string::npos ? "?" : "&") + "klaar=opnieuw");
}

}  // namespace dichtbij::notificatie
