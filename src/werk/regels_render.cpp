#include "werk/regels_render.h"

#include <map>

#include "html/dates.h"
#include "organisatie/organisatie_service.h"
#include "werk/kolommen_render.h"

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

std::vector<Column> columns_of(const Texts& t, Kiezen kiezen) { return columns_of(t, kiezen, eerste_werkkolommen()); }

Html row_of(const Texts& t, const Regelbeeld& beeld, Instant now, Kiezen kiezen) { return row_of(t, beeld, now, kiezen, eerste_werkkolommen()); }

}  // namespace dichtbij::werk
