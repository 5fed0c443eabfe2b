#include <boost/describe/enum_to_string.hpp>

#include <map>

#include "access/account_beheer.h"
#include "access/account_store.h"
#include "access/beheer_desk.h"
#include "base/text.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"

namespace dichtbij::access {
namespace {

using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

// What was asked, as typed and as understood.
struct Vraag {
    InzageFilter filter;
    std::vector<FieldError> errors;
};

std::optional<Instant> day_start(const Request& request, std::string_view name, Vraag& vraag, days later) {
    const std::string_view typed = request.query.get(name);
    if (typed.empty()) return std::nullopt;
    const auto day = parse_day(typed);
    if (!day) vraag.errors.push_back({std::string(name), "access.inzage.dag_onjuist", {}});
    return day ? std::optional(start_of(*day + later)) : std::nullopt;
}

Vraag vraag_of(const Request& request, const Accounts& accounts) {
    Vraag vraag;
    vraag.filter.van = day_start(request, "van", vraag, days(0));
    vraag.filter.tot = day_start(request, "tot", vraag, days(1));  // the last day counts
    if (const auto email = request.query.get("medewerker"); !email.empty()) {
        const auto account = account_by_email(accounts, email);
        if (account) vraag.filter.medewerker = account->medewerker;
        else vraag.errors.push_back({"medewerker", "access.inzage.medewerker_onbekend", {}});
    }
    if (const auto partij = request.query.get("partij"); !partij.empty()) {
        vraag.filter.partij = Id<Partij>::parse(partij);
        if (!vraag.filter.partij) vraag.errors.push_back({"partij", "access.inzage.partij_onjuist", {}});
    }
    if (const auto gemeente = request.query.get("gemeente"); !gemeente.empty())
        vraag.filter.gemeente = Id<Gemeente>::parse(gemeente);
    if (const auto voor = request.query.get("voor"); all_digits(voor) && !voor.empty() && voor.size() < 19)
        vraag.filter.voor = std::stoll(std::string(voor));
    return vraag;
}

std::string next_url(const Request& request, std::int64_t voor) {
    std::string url = "/beheer/inzage?voor=" + std::to_string(voor);
    for (const auto& [name, value] : request.query)
        if (name != "voor") url += "&" + http::percent_encoded(name) + "=" + http::percent_encoded(value);
    return url;
}

Html filters(const Request& request, const Texts& t, const Form& form, const std::vector<Choice>& gemeenten) {
    const auto typed = [&](std::string_view name) { return std::string(request.query.get(name)); };
    return el("form", cls("filters"), attr("method", "get"), html::action("/beheer/inzage"),
              form.input({.name = "medewerker",
                          .label = t("access.inzage.medewerker"),
                          .value = typed("medewerker"),
                          .needed = Needed::no,
                          .type = "email",
                          .attributes = {attr("maxlength", "254")}}),
              form.input({.name = "partij",
                          .label = t("access.inzage.partij"),
                          .value = typed("partij"),
                          .needed = Needed::no,
                          .attributes = {attr("maxlength", "36")}}),
              form.select({.name = "gemeente",
                           .label = t("access.inzage.gemeente"),
                           .value = typed("gemeente"),
                           .needed = Needed::no},
                          gemeenten, t("access.inzage.alle")),
              form.input({.name = "van",
                          .label = t("access.inzage.van"),
                          .value = typed("van"),
                          .needed = Needed::no,
                          .type = "date"}),
              form.input({.name = "tot",
                          .label = t("access.inzage.tot"),
                          .value = typed("tot"),
                          .needed = Needed::no,
                          .type = "date"}),
              button(cls("btn"), html::type("submit"), icon("search"), t("access.inzage.zoek")));
}

struct Namen {
    std::map<Id<Medewerker>, std::string> medewerkers;
    std::map<Id<Applicatie>, std::string> applicaties;
};

template <class K>
std::string name_in(const std::map<K, std::string>& names, const K& id, std::string otherwise) {
    const auto found = names.find(id);
    return found == names.end() || found->second.empty() ? std::move(otherwise) : found->second;
}

Html what_was_seen(const Texts& t, const InzageRegel& regel) {
    switch (regel.soort) {
        case Inzagesoort::onderbreking: return strong(t("access.inzage.onderbreking"));
        case Inzagesoort::zoekopdracht: return join(t("access.inzage.zocht"), " ", em(regel.zoek));
        case Inzagesoort::detail: break;
    }
    return html::each(regel.partijen, [&](Id<Partij> partij) {
        return div(a(href("/personen/" + partij.text()), t("access.inzage.persoon", partij.text().substr(24))));
    });
}

Html line(const Desk& desk, const InzageRegel& regel, const Namen& namen) {
    const Texts& t = desk.t;
    const bool is_inwoner = regel.rollen == "inwoner";
    std::string wie = is_inwoner ? t("access.inzage.inwoner") : t("access.inzage.systeem");
    if (regel.medewerker) wie = name_in(namen.medewerkers, *regel.medewerker, t("access.inzage.weg"));
    if (regel.applicatie) wie = name_in(namen.applicaties, *regel.applicatie, t("access.inzage.applicatie"));
    std::string rollen;
    for (const std::string& rol : is_inwoner || regel.applicatie ? std::vector<std::string>() : words_of(regel.rollen))
        rollen += (rollen.empty() ? "" : ", ") + t("access.rol." + rol);
    return row(cell(moment(t, regel.op, desk.now)),
               cell(strong(wie), when(!rollen.empty(), [&] { return span(cls("sub"), rollen); })),
               cell(what_was_seen(t, regel)),
               cell(regel.scherm, when(!regel.verzoek.empty(), [&] { return span(cls("sub"), regel.verzoek); })));
}

class Screen {
  public:
    Screen(const Accounts& accounts, const Directory& directory, AccessLog& log)
        : accounts_(accounts), directory_(directory), log_(log) {}

    Response show(Request& request, Desk& desk) const {
        const Texts& t = desk.t;
        const Vraag vraag = vraag_of(request, accounts_);
        const Form form(t, vraag.errors);
        const Html top =
            join(div(cls("page-head"), h1(t("access.inzage.kop")), p(cls("soft"), t("access.inzage.uitleg"))),
                 form.summary(), filters(request, t, form, gemeenten(desk.caller)));
        if (!vraag.errors.empty()) return desk.invalid_page(t("access.inzage.kop"), top);
        const auto page = log_.zoek(desk.caller, vraag.filter);
        if (!page) return desk.fail(page.error());
        if (page->regels.empty())
            return desk.page(t("access.inzage.kop"),
                             join(top, empty_state(t("access.inzage.leeg"), t("access.inzage.leeg_uitleg"), "eye")));
        const Namen namen = names_of(*page);
        return desk.page(
            t("access.inzage.kop"),
            join(top,
                 stackable_table(
                     t("access.inzage.kop"),
                     {{t("access.inzage.wanneer"), ""},
                      {t("access.inzage.wie"), ""},
                      {t("access.inzage.wat"), ""},
                      {t("access.inzage.waar"), ""}},
                     html::each(page->regels, [&](const InzageRegel& regel) { return line(desk, regel, namen); })),
                 pager(t, page->voor ? next_url(request, *page->voor) : "")));
    }

  private:
    std::vector<Choice> gemeenten(const Caller& caller) const {
        std::vector<Choice> choices;
        if (directory_.gemeenten)
            for (const auto& one : accounts_.store().read([&](store::Tx& tx) { return directory_.gemeenten(tx); }))
                if (has_role(caller, one.id, {Rol::beheerder})) choices.push_back({one.id.text(), one.naam});
        return choices;
    }

    Namen names_of(const InzagePage& page) const {
        return accounts_.store().read([&](store::Tx& tx) {
            Namen namen;
            for (const InzageRegel& regel : page.regels) {
                if (regel.medewerker && !namen.medewerkers.contains(*regel.medewerker))
                    if (const auto account = find_account(tx, *regel.medewerker))
                        namen.medewerkers[*regel.medewerker] = account->naam;
                if (regel.applicatie && directory_.applicatie && !namen.applicaties.contains(*regel.applicatie))
                    namen.applicaties[*regel.applicatie] = directory_.applicatie(tx, *regel.applicatie);
            }
            return namen;
        });
    }

    const Accounts& accounts_;
    const Directory& directory_;
    AccessLog& log_;
};

}  // namespace

void add_access_log_screens(DeskSite& site, const Directory& directory, AccessLog& log) {
    const auto screen = std::make_shared<Screen>(site.accounts(), directory, log);
    site.get("/beheer/inzage", [screen](Request& request, Desk& desk) { return screen->show(request, desk); });
}

}  // namespace dichtbij::access
