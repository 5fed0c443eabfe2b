#include "zaak/archief.h"

#include <algorithm>

namespace dichtbij::zaak {
namespace {

using zaaktype::Afleiding;
using Brondatum = std::variant<Day, Zonder_archiefdatum>;

Day years_later(Day from, int jaren) {
    const auto date = ymd(from) + std::chrono::years(jaren);
    return date.ok() ? Day(date) : Day(date.year() / date.month() / std::chrono::last);
}

Brondatum of_besluiten(const std::vector<Besluit>& besluiten, std::optional<Day> Besluit::*which) {
    std::optional<Day> latest;
    for (const Besluit& one : besluiten)
        if (one.geldt() && one.*which && (!latest || *(one.*which) > *latest)) latest = one.*which;
    if (!latest) return Zonder_archiefdatum::geen_besluitdatum;
    return *latest;
}

Brondatum of_gerelateerde(const std::vector<std::optional<Day>>& ends) {
    if (ends.empty() || std::any_of(ends.begin(), ends.end(), [](const auto& one) { return !one; })) return Zonder_archiefdatum::gerelateerde_open;
    return **std::max_element(ends.begin(), ends.end());
}

// The property that the result names; without a name the only one that is a day.
Brondatum of_eigenschap(const zaaktype::Zaaktype& type, const std::string& datumkenmerk, const std::vector<Eigenschapswaarde>& answers) {
    const zaaktype::Eigenschap* found = nullptr;
    for (const auto& one : type.eigenschappen) {
        if (one.soort != zaaktype::Eigenschapsoort::datum || (!datumkenmerk.empty() && one.code != datumkenmerk)) continue;
        if (found != nullptr) return Zonder_archiefdatum::geen_eigenschap;
        found = &one;
    }
    if (found != nullptr)
        for (const auto& answer : answers)
            if (answer.code == found->code)
                if (const auto day = parse_day(answer.waarde)) return *day;
    return Zonder_archiefdatum::geen_eigenschap;
}

Brondatum brondatum(const zaaktype::Zaaktype& type, const zaaktype::Archief& archief, const Archiefgegevens& known) {
    switch (archief.afleiding) {
        case Afleiding::afgehandeld: return known.einddatum;
        case Afleiding::hoofdzaak:
            if (!known.einddatum_hoofdzaak) return Zonder_archiefdatum::hoofdzaak_open;
            return *known.einddatum_hoofdzaak;
        case Afleiding::eigenschap: return of_eigenschap(type, archief.datumkenmerk, known.eigenschappen);
        case Afleiding::ingangsdatum_besluit: return of_besluiten(known.besluiten, &Besluit::ingang_datum);
        case Afleiding::vervaldatum_besluit: return of_besluiten(known.besluiten, &Besluit::verval_datum);
        case Afleiding::termijn:
            if (archief.procestermijn_jaren == 0) return Zonder_archiefdatum::procestermijn_onbekend;
            return years_later(known.einddatum, archief.procestermijn_jaren);
        case Afleiding::gerelateerde_zaak: return of_gerelateerde(known.gerelateerde);
        case Afleiding::zaakobject:
        case Afleiding::ander_datumkenmerk: break;
    }
    return Zonder_archiefdatum::met_de_hand;
}

}  // namespace

Archivering archivering(const zaaktype::Zaaktype& type, const zaaktype::Archief& archief, const Archiefgegevens& known) {
    if (archief.nominatie == zaaktype::Nominatie::blijvend_bewaren && archief.jaren == 0)
        return {archief.nominatie, Zonder_archiefdatum::blijvend_bewaren};
    const Brondatum bron = brondatum(type, archief, known);
    if (const auto* day = std::get_if<Day>(&bron)) return {archief.nominatie, years_later(*day, archief.jaren)};
    return {archief.nominatie, std::get<Zonder_archiefdatum>(bron)};
}

void set_archivering(Zaak& zaak, const Archivering& archivering) {
    zaak.archiefnominatie = archivering.nominatie;
    zaak.archiefactiedatum.reset();
    zaak.zonder_archiefdatum.reset();
    if (const auto* day = std::get_if<Day>(&archivering.datum)) zaak.archiefactiedatum = *day;
    else zaak.zonder_archiefdatum = std::get<Zonder_archiefdatum>(archivering.datum);
}

}  // namespace dichtbij::zaak
