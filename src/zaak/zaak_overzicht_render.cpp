// The tabs of a case about what it is: overview, people, messages, timeline.

#include <algorithm>

#include "bericht/bericht_render.h"
#include "html/dates.h"
#include "zaak/zaak_blad_render.h"
#include "zaak/zaak_woorden_render.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a part is written in elements
using access::Desk;

namespace {

Html properties(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const auto& all = blad.beeld.zaaktype.eigenschappen;
    std::vector<Fact> known;
    for (const auto& one : all) {
        const auto found =
            std::find_if(blad.beeld.eigenschappen.begin(), blad.beeld.eigenschappen.end(), [&](const Eigenschapswaarde& value_) { return value_.code == one.code; });
        const bool is_there = found != blad.beeld.eigenschappen.end() && !found->waarde.empty();
        const std::string words = is_there ? eigenschap_in_woorden(t, one, found->waarde) : std::string();
        known.push_back({zaaktype::in_taal(t, one.vraag), is_there        ? text(words)
                                                          : one.verplicht ? badge("alert-circle", t("zaakblad.nog_niet_bekend"), Tone::today)
                                                                          : span(cls("soft"), t("zaakblad.niet_ingevuld"))});
    }
    const Html link = when(blad.beeld.mag_handelen && blad.zaak().is_open() && !all.empty(),
                           [&] { return a(href(paneel_url(blad.zaak().id, blad.tab, "eigenschappen")), icon("pencil"), " ", t("zaakpaneel.eigenschappen")); });
    return section_of({"h-gegevens", t("zaakblad.gegevens"), "", link}, all.empty() ? p(cls("soft"), t("zaakblad.geen_gegevens")) : definitions(known));
}

Html described(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const Zaak& zaak = blad.zaak();
    const Html link =
        when(blad.beeld.mag_handelen && zaak.is_open(), [&] { return a(href(paneel_url(zaak.id, blad.tab, "wijzig")), icon("pencil"), " ", t("zaakpaneel.wijzig")); });
    return section_of(
        {"h-toelichting", t("zaakblad.toelichting"), "", link},
        join(zaak.toelichting.empty() ? p(cls("soft"), t("zaakblad.geen_toelichting")) : p(cls("quote"), zaak.toelichting),
             when(zaak.klantcontact.has_value(), [&] { return p(cls("small"), a(href("/klantcontacten/" + zaak.klantcontact->text()), t("zaakblad.begon_met"))); })));
}

Html related_row(const Desk& desk, const Zaakregel& regel, const std::string& aard) {
    const Texts& t = desk.t;
    const Html what =
        regel.afgeschermd ? span(cls("title"), icon("lock"), " ", t("werk.afgeschermd")) : a(cls("cover title"), href(url_van(regel.zaak.id)), regel.zaak.omschrijving);
    return row(cell(what, below(regel.zaak.nummer)), cell(attr("data-l", t("zaakblad.verband")), aard),
               cell(regel.zaak.is_open() ? badge("clock", t("zaakblad.loopt")) : badge("circle-check", t("zaakblad.gesloten"), Tone::good)));
}

Html related(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    std::vector<Html> rows_;
    if (blad.beeld.hoofdzaak) rows_.push_back(related_row(desk, *blad.beeld.hoofdzaak, t("zaakverband.hoofdzaak")));
    for (const auto& one : blad.beeld.deelzaken) rows_.push_back(related_row(desk, one, t("zaakverband.deelzaak")));
    for (const auto& [relatie, regel] : blad.beeld.relaties) rows_.push_back(related_row(desk, regel, t("zaakverband." + woord(relatie.aard))));
    const Html links = when(blad.beeld.mag_handelen, [&] {
        return span(cls("row"), a(href(paneel_url(blad.zaak().id, blad.tab, "verband")), icon("link"), " ", t("zaakpaneel.verband")),
                    when(blad.zaak().is_open() && !blad.zaak().is_deelzaak(),
                         [&] { return a(href("/zaken/nieuw?hoofdzaak=" + blad.zaak().id.text()), icon("plus"), " ", t("zaakblad.nieuwe_deelzaak")); }));
    });
    return section_of({"h-verband", t("zaakblad.verbanden"), "", links},
                      rows_.empty() ? p(cls("soft"), t("zaakblad.geen_verbanden"))
                                    : stackable_table(t("zaakblad.verbanden"), {{t("zaakblad.zaak")}, {t("zaakblad.verband")}, {t("zaakblad.stand")}}, join(rows_)));
}

Html archive(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const Zaak& zaak = blad.zaak();
    if (zaak.is_open()) return {};
    const std::string keep = zaak.archiefactiedatum     ? t("zaakblad.archief_tot", full_date(t, *zaak.archiefactiedatum))
                             : zaak.zonder_archiefdatum ? t("zaakarchief." + woord(*zaak.zonder_archiefdatum))
                                                        : std::string();
    return section_of({"h-afloop", t("zaakblad.afloop")}, definitions({{t("zaakblad.resultaat"), text(resultaat_naam(t, blad.beeld.zaaktype, zaak.resultaat))},
                                                                       {t("zaakblad.einde"), zaak.einddatum ? text(formal_day(t, *zaak.einddatum)) : Html()},
                                                                       {t("zaakblad.archief"), text(keep)}}));
}

Html course(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    return join(div(cls("section-head"), h2(id("h-verloop"), t("taak.verloop")),
                    span(cls("badge badge-brand"), attr("role", "status"), attr("data-presence", "werk:" + blad.werk().id.text()), attr("data-self", desk.caller.naam),
                         flag("hidden"))),
                timeline(blad.verloop));
}

std::string rol_naam(const Desk& desk, const Zaakblad& blad, const Rol& rol) {
    const std::string naam = rol.partij ? blad.naam_van(rol.partij) : blad.naam_van(rol.medewerker);
    return naam.empty() ? desk.t("werk.anoniem") : naam;
}

Html rol_row(const Desk& desk, const Zaakblad& blad, const Rol& rol) {
    const Texts& t = desk.t;
    const bool now = rol.geldt_op(desk.today());
    const Html who =
        rol.partij ? a(cls("cover title"), href("/personen/" + rol.partij->text()), rol_naam(desk, blad, rol)) : span(cls("title"), rol_naam(desk, blad, rol));
    const std::string period = rol.tot ? t("zaakblad.rol_tot", full_date(t, *rol.tot)) : t("zaakblad.rol_sinds", full_date(t, rol.van));
    const std::string mandate = rol.namens ? t("zaakblad.namens", blad.naam_van(rol.namens)) + (rol.machtiging.empty() ? "" : ". " + rol.machtiging) : rol.machtiging;
    return row(cell(who, below(mandate)), cell(attr("data-l", t("zaakblad.rol")), t("zaakrol." + woord(rol.soort))),
               cell(attr("data-l", t("zaakblad.wanneer")), period, when(!now, [&] { return join(" ", badge("clock-off", t("zaakblad.rol_voorbij"))); })),
               cell(when(blad.beeld.mag_handelen && now && !rol.tot, [&] { return paneel_knop(desk, blad, "rol_einde", "rol=" + to_string(rol.id)); })));
}

}  // namespace

Html overzicht_part(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    return join(archive(desk, blad), properties(desk, blad), described(desk, blad), related(desk, blad),
                section(cls("section"), attr("aria-labelledby", "h-verloop"), course(desk, blad),
                        when(!blad.volgende_verloop.empty(), [&] { return p(a(href(blad.volgende_verloop + "#h-blad"), t("zaakblad.heel_verloop"))); })));
}

Html verloop_part(const Desk& desk, const Zaakblad& blad) {
    return section(cls("section"), attr("aria-labelledby", "h-verloop"), course(desk, blad),
                   when(!blad.volgende_verloop.empty(), [&] { return p(a(href(blad.volgende_verloop + "#h-blad"), attr("rel", "next"), desk.t("zaakblad.ouder"))); }));
}

Html betrokkenen_part(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const Html link = when(blad.beeld.mag_handelen && blad.zaak().is_open(),
                           [&] { return a(href(paneel_url(blad.zaak().id, blad.tab, "rol")), icon("user-plus"), " ", t("zaakpaneel.rol")); });
    const Html list = blad.beeld.rollen.empty()
                          ? empty_state(t("zaakblad.geen_rollen"), t("zaakblad.geen_rollen_uitleg"), "users")
                          : stackable_table(t("zaakblad.tab.betrokkenen"), {{t("zaakblad.wie")}, {t("zaakblad.rol")}, {t("zaakblad.wanneer")}, {t("team.doe_iets")}},
                                            each(blad.beeld.rollen, [&](const Rol& rol) { return rol_row(desk, blad, rol); }));
    return join(section_of({"h-wie", t("zaakblad.tab.betrokkenen"), "", link}, list),
                section_of({"h-bij-ons", t("zaakblad.bij_ons")},
                           definitions({{t("zaakblad.casemanager"), text(blad.casemanager + ", " + blad.team)},
                                        {t("zaakblad.telefoon"), blad.telefoon.empty() ? Html() : a(href("tel:" + blad.telefoon), blad.telefoon)}})));
}

Html berichten_part(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    return join(when(!blad.beeld.schrijft_inwoner,
                     [&] { return alert("info-circle", p(t(blad.zaak().is_deelzaak() ? "zaakblad.deelzaak_zwijgt" : "zaakblad.niemand_om_te_schrijven"))); }),
                bericht::berichten_deel(t, blad.berichten, blad.medewerkers, desk.now));
}

Html afgeschermd_part(const Desk& desk, const Afgeschermd& one) {
    const Texts& t = desk.t;
    const werk::Werk& w = one.regel.werk;
    return join(header(cls("section"),
                       div(cls("page-head"), h1(t("zaakblad.er_loopt_een_zaak")), span(cls("soft"), one.regel.zaak.nummer), badge("lock", t("werk.u_ziet_inhoud_niet"))),
                       facts({{t("zaakblad.casemanager"), text(one.casemanager)}, {t("zaakblad.team"), text(one.team)}, {t("lijst.gemeente"), text(one.gemeente)}})),
                when(w.beloofd_op.has_value() && w.is_open(),
                     [&] {
                         const Day day = day_of(*w.beloofd_op);
                         return section(cls("panel"), attr("aria-labelledby", "h-belofte"), h2(cls("sr"), id("h-belofte"), t("taak.belofte")),
                                        promise(t, day, text(t("zaakblad.zeg.hoort", long_day(t, day, desk.today())))));
                     }),
                section(cls("panel stack"), attr("aria-labelledby", "h-vraag-het"), h2(id("h-vraag-het"), t("zaakblad.vraag_het", one.casemanager)),
                        p(t("zaakblad.afgeschermd_uitleg")),
                        div(cls("row"), when(!one.telefoon.empty(), [&] { return a(cls("btn btn-primary"), href("tel:" + one.telefoon), icon("phone"), one.telefoon); }),
                            when(!one.email.empty(), [&] { return a(cls("btn"), href("mailto:" + one.email), icon("mail"), one.email); }))));
}

}  // namespace dichtbij::zaak
