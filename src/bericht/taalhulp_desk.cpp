#include "bericht/taalhulp_desk.h"

#include <charconv>

#include "base/text.h"
#include "bericht/taalhulp_render.h"
#include "html/parts.h"

namespace dichtbij::bericht {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

constexpr std::size_t veldnaam_limit = 60;

struct Vraag {
    std::string veld;
    std::string taal;
    std::string tekst;
    taal::Taal in() const { return taal == "eng" ? taal::Taal::en : taal::Taal::nl; }
};

Vraag read(const Request& request) {
    Vraag vraag;
    vraag.veld = shortened(request.query.get("veld"), veldnaam_limit);
    vraag.taal = request.query.get("taal") == "eng" ? "eng" : "nld";
    const auto* own = request.form.find("taaltekst");
    vraag.tekst = getypte_tekst(own ? std::string_view(*own) : std::string_view(request.form.get(vraag.veld)));
    return vraag;
}

// "12-20-0": the first of what can stand in the place of bytes 12 to 20. Nothing changes when it is not there any more.
void replace(Vraag& vraag, std::string_view which) {
    std::size_t numbers[3] = {};
    const char* at = which.data();
    const char* end = which.data() + which.size();
    for (std::size_t& one : numbers) {
        const auto read_one = std::from_chars(at, end, one);
        if (read_one.ec != std::errc()) return;
        at = read_one.ptr + (read_one.ptr != end);
    }
    for (const auto& one : taal::beoordeel(vraag.tekst, vraag.in()).bevindingen) {
        if (one.plek.begin != numbers[0] || one.plek.einde != numbers[1] || numbers[2] >= one.beter.size()) continue;
        vraag.tekst.replace(one.plek.begin, one.plek.einde - one.plek.begin, one.beter[numbers[2]]);
        return;
    }
}

Response taalhulp(Request& request, Desk& desk) {
    const Texts& t = desk.t;
    Vraag vraag = read(request);
    if (request.query.get("deel") == "1") return desk.fragment(taaloordeel(t, vraag.veld, vraag.tekst, vraag.in(), Knoppen::script));
    replace(vraag, request.form.get("vervang"));
    const Form form(t);
    const std::string url = "/berichten/taalhulp?taal=" + vraag.taal;
    return desk.page(t("taalhulp.kop"),
                     join(page_head(t("taalhulp.kop")), p(cls("soft prose"), t("taalhulp.zonder_script")),
                          html::form(cls("desk-split"), attr("method", "post"), action(url), csrf_field(desk.csrf),
                                     div(cls("stack"), form.textarea({.name = "taaltekst", .label = t("bericht.scherm.tekst"), .value = vraag.tekst, .attributes = {attr("lang", vraag.taal == "eng" ? "en" : "nl")}}, 14),
                                         div(cls("row"), submit(t("taalhulp.controleer")))),
                                     section(attr("aria-labelledby", "h-punten"), h2(id("h-punten"), t("taalhulp.gevonden")), taaloordeel(t, "taaltekst", vraag.tekst, vraag.in(), Knoppen::formulier)))));
}

}  // namespace

void add_taalhulp_routes(access::DeskRoutes& routes) {
    routes.post("/berichten/taalhulp", [](Request& request, Desk& desk) { return taalhulp(request, desk); });
}

}  // namespace dichtbij::bericht
