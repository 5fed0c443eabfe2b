#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include <charconv>

#include "belofte/belofte_schermen_desk.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "organisatie/organisatie_service.h"
#include "werk/regels_render.h"

namespace dichtbij::belofte {
namespace {

using namespace html;
using access::Desk;
using access::Rol;
using http::Request;
using http::Response;

struct Beeld {
    Lijstblad blad;
    std::vector<std::string> eigenaren;  // as the rows
};

template <class E>
std::string woord(E value) {
    return boost::describe::enum_to_string(value, "");
}

bool holds(const access::Caller& caller, Rol rol) {
    return std::any_of(caller.grants.begin(), caller.grants.end(), [&](const access::Grant& one) { return one.rol == rol; });
}

// Without a choice: what asks most of who looks.
Wie wie_of(const Request& request, const access::Caller& caller) {
    Wie wie{};
    if (boost::describe::enum_from_string(std::string(request.query.get("lijst")).c_str(), wie)) return wie;
    if (holds(caller, Rol::manager)) return Wie::alles;
    return holds(caller, Rol::teamleider) ? Wie::team : Wie::ik;
}

// "1794585600.ID", as next_url writes it; anything else is the begin.
std::optional<std::pair<Instant, Uuid>> place_of(std::string_view text) {
    std::int64_t at = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), at);
    if (error != std::errc() || end == text.data() + text.size() || *end != '.') return std::nullopt;
    const auto id_ = parse_uuid(text.substr(static_cast<std::size_t>(end - text.data()) + 1));
    if (!id_) return std::nullopt;
    return std::pair{Instant(seconds(at)), *id_};
}

std::string next_url(const Lijstblad& blad, Wie wie) {
    if (!blad.volgende) return {};
    return "/beloften?lijst=" + woord(wie) + "&na=" + std::to_string(blad.volgende->first.time_since_epoch().count()) + "." + to_string(blad.volgende->second);
}

Html tabs_for(const Desk& desk, Wie now) {
    std::vector<Tab> all;
    for (const Wie one : {Wie::ik, Wie::team, Wie::alles}) {
        if (one == Wie::team && !holds(desk.caller, Rol::teamleider)) continue;
        if (one == Wie::alles && !holds(desk.caller, Rol::manager)) continue;
        all.push_back({"/beloften?lijst=" + woord(one), desk.t("beloften.lijst." + woord(one)), std::nullopt, one == now});
    }
    return tabs(all);
}

std::string why(const Texts& t, const Lijstregel& regel) {
    const std::string left = regel.over == 0 ? t("beloften.over_niets") : t("beloften.over", regel.over);
    return t("beloften.waarom." + woord(regel.verwachting.grond), regel.verwachting.nog_werkdagen) + " " + left;
}

Html state(const Texts& t, const Lijstregel& regel) {
    const bool fails = regel.verwachting.kans == Kans::niet_haalbaar;
    return join(badge(fails ? "alert-triangle" : "clock", t("beloften.kans." + woord(regel.verwachting.kans)), fails ? Tone::late : Tone::today),
                when(fails && regel.niet_verteld, [&] { return join(" ", badge("message-question", t("beloften.niet_verteld"), Tone::late)); }));
}

Html list_row(const Desk& desk, const Lijstregel& regel, const std::string& eigenaar) {
    const Texts& t = desk.t;
    const zaak::Zaakregel& zaak = regel.zaak;
    const std::string url = "/zaken/" + regel.verwachting.zaak.text();
    werk::Regelbeeld due_;
    due_.regel.werk = zaak.werk;
    if (regel.verwachting.beloofd_op < desk.now) due_.werkdagen_te_laat = werk::weekdays_late(regel.verwachting.beloofd_op, desk.now);
    const Html title_ = zaak.afgeschermd ? join(a(cls("cover title"), href(url), icon("lock"), " ", t("zaakblad.er_loopt_een_zaak")), below(zaak.zaak.nummer)) : cover(url, zaak.zaak.omschrijving, zaak.zaak.nummer);
    const Html act = zaak.afgeschermd ? Html() : button_link(url + "?paneel=verzet#h-paneel", t("beloften.verzet"), "calendar-event");
    return row(attr("data-row-id", regel.verwachting.zaak.text()), attr("data-row-url", url), cell(werk::due_of(t, due_, desk.now)), cell(title_),
               cell(attr("data-l", t("beloften.kolom.verwacht")), short_day(t, regel.verwachting.verwacht_datum, desk.today()), " ", state(t, regel), below(why(t, regel))),
               cell(attr("data-l", t("beloften.kolom.sinds")), short_day(t, day_of(regel.verwachting.sinds_op), desk.today())),
               cell(cls("owner"), attr("data-l", t("zaakblad.casemanager")), eigenaar), cell(act));
}

Html content(const Desk& desk, const Beeld& beeld, Wie wie) {
    const Texts& t = desk.t;
    if (beeld.blad.regels.empty()) return empty_state(t("beloften.leeg"), t("beloften.leeg." + woord(wie)));
    std::vector<Html> rows;
    for (std::size_t i = 0; i < beeld.blad.regels.size(); ++i) rows.push_back(list_row(desk, beeld.blad.regels[i], beeld.eigenaren[i]));
    const std::vector<Column> columns{{t("lijst.beloofd")}, {t("zaakblad.zaak")}, {t("beloften.kolom.verwacht")}, {t("beloften.kolom.sinds")}, {t("zaakblad.casemanager")}, {t("beloften.kolom.doen")}};
    return stackable_table(t("beloften.titel"), columns, each(rows, [](const Html& one) { return one; }));
}

Response show(const BelofteSchermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const Wie wie = wie_of(request, desk.caller);
    const auto beeld = s.store.read([&](store::Tx& tx) -> Result<Beeld> {
        Beeld read;
        TRY(read.blad, s.beloften.list(tx, desk.caller, {wie, place_of(request.query.get("na")), 50}));
        for (const Lijstregel& one : read.blad.regels) read.eigenaren.push_back(organisatie::naam_of(tx, one.zaak.werk.eigenaar));
        return read;
    });
    if (!beeld) return desk.fail(beeld.error());
    desk.frame.live_topics = "werk";
    return desk.page(t("beloften.titel"), join(page_head(t("beloften.titel"), t("beloften.uitleg")), tabs_for(desk, wie), content(desk, *beeld, wie), pager(t, next_url(beeld->blad, wie))));
}

}  // namespace

void add_belofte_routes(access::DeskRoutes& routes, const BelofteSchermen& s) {
    routes.get("/beloften", [s](Request& request, Desk& desk) { return show(s, request, desk); });
}

}  // namespace dichtbij::belofte
