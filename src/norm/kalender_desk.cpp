#include "norm/kalender_desk.h"

#include "html/dates.h"
#include "html/parts.h"
#include "norm/jaar_desk.h"
#include "norm/kalender_invoer_desk.h"
#include "norm/uren_desk.h"

namespace dichtbij::norm {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

constexpr std::string_view list_url = "/beheer/kalender";

int year_of(Day day) { return int(ymd(day).year()); }

struct Kalenderbeeld {
    Plek plek;
    int jaar = 0;
    Openingstijden tijden;
    std::vector<Kalenderdag> dagen;
    Kalenderdag vandaag;
    Bijzonderheden bijzonder;

    std::string url() const { return std::string(list_url) + "/" + plek.id.text(); }
    std::string url(int year) const { return url() + "?jaar=" + std::to_string(year); }
};

// A form that came back: with what is wrong, or with what a colleague changed meanwhile.
struct Poging {
    const http::Params* typed = nullptr;
    std::vector<FieldError> errors = {};
    std::optional<Kalenderwijziging> overtaken = std::nullopt;
    int status = 200;
};

// The year that was asked for; this year for what is none.
int read_year(std::string_view text, Day today) {
    const auto day = text.size() == 4 ? parse_day(std::string(text) + "-01-01") : std::nullopt;
    return day ? year_of(*day) : year_of(today);
}

bool is_known(int year, Day today) { return year >= first_calendar_year && year <= year_of(today) + calendar_years_ahead; }

Result<Kalenderbeeld> look(const NormSchermen& s, const Desk& desk, Plek plek, int year) {
    if (!is_known(year, desk.today())) return not_found("a year without a calendar");
    return s.store.read([&](store::Tx& tx) -> Result<Kalenderbeeld> {
        Kalenderbeeld beeld;
        TRY(beeld.tijden, s.normen.opening_hours(tx, desk.caller, plek.id));
        TRY(beeld.dagen, s.normen.year(tx, desk.caller, plek.id, year));
        TRY(const Kalender calendar, s.normen.kalender(tx, plek.id));
        beeld.vandaag = {desk.today(), calendar->intervals_of(desk.today()), calendar->why_closed(desk.today()), false};
        beeld.plek = std::move(plek);
        beeld.jaar = year;
        beeld.bijzonder = bijzonderheden(year, beeld.tijden.uren);
        return beeld;
    });
}

Html head(const Desk& desk, const Kalenderbeeld& beeld) {
    const Texts& t = desk.t;
    return join(div(cls("page-head"), h1(t("norm.scherm.kalender.titel", beeld.plek.naam)),
                    p(cls("soft"), t("norm.scherm.vandaag", open_words(t, beeld.vandaag))),
                    span(cls("push"), button_link("/beheer/normen/" + beeld.plek.id.text(), t("norm.scherm.naar_normen"), "hourglass"))),
                plek_tabs(beeld.plek, list_url));
}

Html year_part(const Desk& desk, const Kalenderbeeld& beeld) {
    const Texts& t = desk.t;
    const auto link = [&](int year, std::string_view icon_name) {
        return when(is_known(year, desk.today()), [&] { return button_link(beeld.url(year), std::to_string(year), icon_name); });
    };
    return section(cls("section"), attr("aria-labelledby", "h-jaar"),
                   div(cls("section-head"), h2(id("h-jaar"), t("norm.scherm.jaar.kop", beeld.jaar)),
                       nav(cls("row push"), attr("aria-label", t("norm.scherm.jaar.kies")), link(beeld.jaar - 1, "arrow-left"), link(beeld.jaar + 1, "arrow-right"))),
                   year_grid(t, beeld.dagen, beeld.bijzonder, desk.today()), year_legend(t));
}

Html special_part(const Desk& desk, const Kalenderbeeld& beeld, const Kalendervorm& vorm) {
    const Texts& t = desk.t;
    const auto buttons = [&](Day day, const Bijzonder& one) {
        if (!beeld.plek.is_beheerder) return Html();
        const bool can_close = one.feestdag && one.feestdag->keuze == Feestdagkeuze::open && !one.sluiting && !one.afwijkend;
        return div(cls("row"), when(can_close, [&] { return vorm.at_once("sluitingsdag", day, t(one.feestdag->key), t("norm.scherm.sluit_dag"), "calendar-off"); }),
                   when(one.sluiting.has_value(), [&] { return vorm.at_once("sluitingsdag-weg", day, "", t("norm.scherm.sluiting.weg"), "x"); }),
                   when(one.afwijkend.has_value(), [&] { return vorm.at_once("afwijkend-weg", day, "", t("norm.scherm.afwijkend.weg"), "x"); }));
    };
    return aside(cls("side"), attr("aria-labelledby", "h-bijzonder"), h2(id("h-bijzonder"), t("norm.scherm.bijzonder", beeld.jaar)),
                 special_days(t, beeld.dagen, beeld.bijzonder, buttons));
}

Html part(std::string_view heading_id, std::string_view heading, std::string_view why, const Html& content) {
    return section(cls("section"), attr("aria-labelledby", heading_id), div(cls("section-head"), h2(id(heading_id), heading)),
                   when(!why.empty(), [&] { return p(cls("prose"), why); }), div(cls("below"), content));
}

Html week_facts(const Texts& t, const WeekHours& week) {
    std::vector<Html> lines;
    for (std::size_t i = 0; i < week.size(); ++i)
        lines.push_back(join(dt(t("datum.dag." + std::to_string(i + 1))), dd(week[i].empty() ? t("norm.scherm.dicht") : hours_text(week[i]))));
    return dl(cls("dl"), lines);
}

Html forms_part(const Desk& desk, const Kalenderbeeld& beeld, const Kalendervorm& vorm) {
    const Texts& t = desk.t;
    const OpeningHours& uren = beeld.tijden.uren;
    if (!beeld.plek.is_beheerder)
        return join(part("h-week", t("norm.scherm.week.kop"), "", week_facts(t, uren.week)), p(cls("soft below"), icon("lock"), " " + t("norm.scherm.alleen_beheerder")));
    return join(part("h-week", t("norm.scherm.week.kop"), t("norm.scherm.week.telt"), vorm.week(uren.week)),
                part("h-feestdagen", t("norm.scherm.feestdagen.kop"), t("norm.scherm.feestdagen.uitleg"), vorm.feestdagen(uren.feestdagen)),
                part("h-sluiting", t("norm.scherm.sluiting.kop"), t("norm.scherm.sluiting.uitleg"), vorm.sluitingsdag()),
                part("h-afwijkend", t("norm.scherm.afwijkend.kop"), t("norm.scherm.afwijkend.uitleg"), vorm.afwijkend()));
}

Response page(const Request& request, Desk& desk, const Kalenderbeeld& beeld, const Poging& poging) {
    const Texts& t = desk.t;
    const Form form(t, poging.errors);
    const Kalendervorm vorm{t, form, poging.typed, beeld.url(), desk.csrf, beeld.tijden.versie, beeld.jaar};
    return desk.page(
        PageHead{t("norm.scherm.kalender.titel", beeld.plek.naam), poging.status != 200},
        join(done_alert(t, request), form.summary(),
             when(poging.overtaken.has_value(), [&] { return both_versions(t, differences(t, beeld.tijden.uren, *poging.overtaken)); }),
             head(desk, beeld), div(cls("desk-split"), year_part(desk, beeld), special_part(desk, beeld, vorm)), forms_part(desk, beeld, vorm),
             legal_calendar_part(t, beeld.jaar)),
        poging.status);
}

Response show(const NormSchermen& s, const Request& request, Desk& desk, std::string_view year_text, const Poging& poging) {
    auto plek = find_plek(s, desk, request.param("gemeente"));
    if (!plek) return desk.fail(plek.error());
    const auto beeld = look(s, desk, std::move(*plek), read_year(year_text, desk.today()));
    if (!beeld) return desk.fail(beeld.error());
    return page(request, desk, *beeld, poging);
}

Response change(const NormSchermen& s, const Kalenderdeel& deel, Request& request, Desk& desk) {
    const auto plek = find_plek(s, desk, request.param("gemeente"));
    if (!plek) return desk.fail(plek.error());
    // The service refuses too; this is before wrong input is shown in a form that is not there.
    if (const auto may = access::require_role(desk.caller, plek->id, {access::Rol::beheerder}); !may) return desk.fail(may.error());
    const std::string_view year = request.form.get("jaar");
    const auto wijziging = deel.read(request.form);
    if (!wijziging && wijziging.error().reason != Reason::invalid) return desk.fail(wijziging.error());
    if (!wijziging) return show(s, request, desk, year, {&request.form, wijziging.error().fields, {}, 422});
    const auto datum = date_of(*wijziging);
    const bool is_seen = !datum || is_known(year_of(*datum), desk.today());
    if (!is_seen && !request.form.has("datum"))
        return show(s, request, desk, year, {&request.form, {{std::string(deel.pad == "afwijkend" ? "afwijkend_datum" : "sluiting_datum"), "norm.fout.jaren", {}}}, {}, 422});

    const auto changed = s.normen.change_calendar(desk.caller, plek->id, versie_of(request.form), *wijziging);
    if (changed) {
        const int shown = datum && is_seen ? year_of(*datum) : read_year(year, desk.today());
        return Response::redirect(std::string(list_url) + "/" + plek->id.text() + "?jaar=" + std::to_string(shown) + "&gedaan=" + std::string(deel.pad));
    }
    const Failure& failure = changed.error();
    if (failure.reason == Reason::conflict) return show(s, request, desk, year, {&request.form, {}, *wijziging, 409});
    if (failure.reason == Reason::invalid) return show(s, request, desk, year, {&request.form, as_form_errors(failure.fields), {}, 422});
    return desk.fail(failure);
}

}  // namespace

void add_kalender_routes(access::DeskRoutes& routes, const Schermen& s) {
    routes.get(list_url, [s](Request&, Desk& desk) { return choose_plek(*s, desk, list_url, desk.t("norm.scherm.kalender.kop")); });
    routes.get(std::string(list_url) + "/{gemeente}",
               [s](Request& request, Desk& desk) { return show(*s, request, desk, request.query.get("jaar"), {}); });
    for (const Kalenderdeel& deel : kalenderdelen())
        routes.post(std::string(list_url) + "/{gemeente}/" + std::string(deel.pad),
                    [s, &deel](Request& request, Desk& desk) { return change(*s, deel, request, desk); });
}

}  // namespace dichtbij::norm
