#include "werk/regels_render.h"

#include <map>

#include "html/dates.h"
#include "html/form.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::werk {
namespace {

using namespace html;

// Looks each id up once for the whole list.
template <class Key, class Look>
const std::string& remembered(std::map<Key, std::string>& known, const Key& key, Look look) {
    const auto [found, is_new] = known.try_emplace(key);
    if (is_new) found->second = look();
    return found->second;
}

std::string onderwerp_naam(store::Tx& tx, Id<Onderwerp> id) {
    const auto found = organisatie::onderwerp(tx, id);
    return found ? found->naam : "";
}

std::string gemeente_naam(store::Tx& tx, Id<Gemeente> id) {
    const auto found = organisatie::gemeente(tx, id);
    return found ? found->naam : "";
}

Html title_cell(const Texts& t, const Regelbeeld& beeld) {
    const Werk& w = beeld.regel.werk;
    if (beeld.regel.afgeschermd)
        return join(w.soort == Soort::zaak ? a(cls("title"), href(url_of(w)), t("werk.afgeschermd")) : span(cls("title"), t("werk.afgeschermd")), span(cls("sub"), w.nummer + " · " + beeld.gemeente));
    std::string sub = w.nummer + " · " + beeld.gemeente;
    if (!beeld.onderwerp.empty()) sub += " · " + beeld.onderwerp;
    return join(a(cls("cover title"), href(url_of(w)), w.titel), span(cls("sub"), sub));
}

Html owner_cell(const Texts& t, const Regelbeeld& beeld) {
    const Werk& w = beeld.regel.werk;
    return join(beeld.eigenaar, when(w.is_open() && !w.aanvaard_op, [&] {
                    return join(" ", badge("hand-stop", t("werk.niet_aanvaard")));
                }));
}

std::string step_text(const Texts& t, const Werk& w) {
    const std::string key = "stap." + w.laatste_stap;
    return t.has(key) ? t(key) : t("stap.anders");
}

}  // namespace

int weekdays_late(Instant promised, Instant now) {
    int count = 0;
    for (Day day = day_of(promised); day < day_of(now) && count < 999; day += days(1))
        if (weekday_of(day + days(1)).iso_encoding() <= 5) ++count;
    return count;
}

std::vector<Regelbeeld> with_names(store::Tx& tx, const partij::PartijService& partijen, std::vector<Werkregel> regels, Instant now) {
    std::map<Id<Medewerker>, std::string> medewerkers;
    std::map<Id<Onderwerp>, std::string> onderwerpen;
    std::map<Id<Gemeente>, std::string> gemeenten;
    std::vector<Regelbeeld> beelden;
    for (Werkregel& regel : regels) {
        Regelbeeld beeld;
        const Werk& w = regel.werk;
        if (w.partij && !regel.afgeschermd) beeld.voor = partijen.naam_of(tx, *w.partij);
        beeld.eigenaar = remembered(medewerkers, w.eigenaar, [&] { return organisatie::naam_of(tx, w.eigenaar); });
        if (w.onderwerp) beeld.onderwerp = remembered(onderwerpen, *w.onderwerp, [&] { return onderwerp_naam(tx, *w.onderwerp); });
        beeld.gemeente = remembered(gemeenten, w.gemeente, [&] { return gemeente_naam(tx, w.gemeente); });
        if (w.beloofd_op && *w.beloofd_op < now) beeld.werkdagen_te_laat = weekdays_late(*w.beloofd_op, now);
        beeld.regel = std::move(regel);
        beelden.push_back(std::move(beeld));
    }
    return beelden;
}

std::string url_of(const Werk& w) {
    const std::string object = to_string(w.object);
    switch (w.soort) {
        case Soort::taak: return "/taken/" + object;
        case Soort::zaak: return "/zaken/" + object;
        case Soort::zaaktaak: return "/zaaktaken/" + object;
        case Soort::klantcontact: break;
    }
    return "/klantcontacten/" + object;
}

Html about_of(const Texts& t, const Attentieregel& one) {
    if (one.attentie.partij) return a(href("/personen/" + one.attentie.partij->text()), t("attentie.bekijk_persoon"));
    return one.werk.titel.empty() ? text(t("werk.afgeschermd")) : a(href(url_of(one.werk)), one.werk.titel);
}

Html due_of(const Texts& t, const Regelbeeld& beeld, Instant now) {
    const Werk& w = beeld.regel.werk;
    const std::optional<Instant> op = w.beloofd_op ? w.beloofd_op : std::optional(w.orde_op);
    const bool is_late = op && *op < now;
    return due(t, {op, beeld.werkdagen_te_laat, is_late, w.wacht.has_value() && !is_late}, now);
}

std::vector<Column> columns_of(const Texts& t, Kiezen kiezen) {
    std::vector<Column> columns{{t("lijst.beloofd"), "", true}, {t("lijst.vraag"), ""}, {t("lijst.voor_wie"), ""},
                                {t("lijst.eigenaar"), ""}, {t("lijst.laatste"), ""}};
    if (kiezen == Kiezen::ja) {
        Column choose;
        choose.label = t("lijst.kies_alles");
        choose.head = input(type("checkbox"), flag("data-choose-all"), attr("aria-label", t("lijst.kies_alles")));
        columns.insert(columns.begin(), std::move(choose));
    }
    return columns;
}

Html row_of(const Texts& t, const Regelbeeld& beeld, Instant now, Kiezen kiezen) {
    const Werk& w = beeld.regel.werk;
    const bool can_choose = kiezen == Kiezen::ja && !beeld.regel.afgeschermd;
    const auto classes = attr_if(can_choose, "class", "has-check");
    return row(
        attr("data-row-id", w.id.text()), attr_if(!beeld.regel.afgeschermd, "data-row-url", url_of(w)),
        when(kiezen == Kiezen::ja, [&] {
            return cell(cls("pick"), when(can_choose, [&] {
                            return input(type("checkbox"), name("keuze"), value(w.id.text() + ":" + std::to_string(w.versie)),
                                         flag("data-row"), attr("aria-label", t("lijst.kies", w.titel)));
                        }));
        }),
        cell(classes, due_of(t, beeld, now)), cell(classes, title_cell(t, beeld)),
        cell(classes, attr("data-l", t("lijst.voor_wie")),
             beeld.regel.afgeschermd ? join(icon("lock"), " ", t("werk.u_ziet_inhoud_niet")) : text(beeld.voor.empty() ? t("werk.anoniem") : beeld.voor)),
        cell(cls(can_choose ? "owner has-check" : "owner"), owner_cell(t, beeld)),
        cell(cls(can_choose ? "run has-check" : "run"), step_text(t, w), span(cls("sub"), near_day(t, day_of(w.laatste_op), day_of(now)))));
}

}  // namespace dichtbij::werk
