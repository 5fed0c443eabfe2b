#include <boost/describe/enum_from_string.hpp>

#include <charconv>

#include "belofte/belofte_schermen_desk.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "html/woord.h"
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

std::string why(const Texts& t, const Gevaar& gevaar) {
    const std::string left = gevaar.over == 0 ? t("beloften.over_niets") : t("beloften.over", gevaar.over);
    return t("beloften.waarom." + woord(gevaar.verwachting.grond), gevaar.verwachting.nog_werkdagen) + " " + left;
}

Html state(const Texts& t, const Gevaar& gevaar) {
    const bool fails = gevaar.verwachting.kans == Kans::niet_haalbaar;
    return join(badge(fails ? "alert-triangle" : "clock", t("beloften.kans." + woord(gevaar.verwachting.kans)), fails ? Tone::late : Tone::today),
                when(fails && gevaar.niet_verteld, [&] { return join(" ", badge("message-question", t("beloften.niet_verteld"), Tone::late)); }));
}

Html other_date(const Texts& t, Id<dichtbij::Zaak> zaak) { return button_link("/zaken/" + zaak.text() + "?paneel=verzet#h-paneel", t("beloften.verzet"), "calendar-event"); }

Html list_row(const Desk& desk, const Lijstregel& regel, const std::string& eigenaar) {
    const Texts& t = desk.t;
    const zaak::Zaakregel& zaak = regel.zaak;
    const Verwachting& verwachting = regel.gevaar.verwachting;
    const std::string url = "/zaken/" + verwachting.zaak.text();
    werk::Regelbeeld due_;
    due_.regel.werk = zaak.werk;
    if (verwachting.beloofd_op < desk.now) due_.werkdagen_te_laat = werk::weekdays_late(verwachting.beloofd_op, desk.now);
    const Html title_ = zaak.afgeschermd ? join(a(cls("cover title"), href(url), icon("lock"), " ", t("zaakblad.er_loopt_een_zaak")), below(zaak.zaak.nummer)) : cover(url, zaak.zaak.omschrijving, zaak.zaak.nummer);
    const Html act = zaak.afgeschermd ? Html() : other_date(t, verwachting.zaak);
    return row(attr("data-row-id", verwachting.zaak.text()), attr("data-row-url", url), cell(werk::due_of(t, due_, desk.now)), cell(title_),
               cell(attr("data-l", t("beloften.kolom.verwacht")), short_day(t, verwachting.verwacht_datum, desk.today()), " ", state(t, regel.gevaar), below(why(t, regel.gevaar))),
               cell(attr("data-l", t("beloften.kolom.sinds")), short_day(t, day_of(verwachting.sinds_op), desk.today())),
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

Html naast_zaak(const BelofteSchermen& s, const Desk& desk, const zaak::Zaak& zaak) {
    if (!zaak.is_open()) return {};
    const Texts& t = desk.t;
    return s.store.read([&](store::Tx& tx) -> Html {
        const auto gevaar = s.beloften.of_zaak(tx, zaak.id);
        if (!gevaar) return {};
        const auto werk = s.werk.stored(tx, zaak.werk);
        const bool may_move = werk && s.werk.may_act(tx, desk.caller, *werk);
        const Verwachting& verwachting = gevaar->verwachting;
        const std::string day = long_day(t, verwachting.verwacht_datum, desk.today());
        return alert(verwachting.kans == Kans::niet_haalbaar ? "alert-triangle" : "clock",
                     div(cls("stack-tight"), p(strong(t("beloften.op_zaak." + woord(verwachting.kans), day))), p(why(t, *gevaar)),
                         when(may_move, [&] { return p(other_date(t, zaak.id)); })),
                     Tone::today);
    });
}

void add_belofte_routes(access::DeskRoutes& routes, const BelofteSchermen& s) {
    routes.get("/beloften", [s](Request& request, Desk& desk) { return show(s, request, desk); });
}

}  // namespace dichtbij::belofte
