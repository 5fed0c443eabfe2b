#include "partij/beeld.h"

namespace dichtbij::partij {

Partij beperkt(Partij partij) {
    Gegevens& gegevens = partij.gegevens;
    gegevens.bezoekadres.reset();
    gegevens.correspondentieadres.reset();
    gegevens.interne_notitie.clear();
    gegevens.rekeningnummers.clear();
    for (DigitaalAdres& adres : gegevens.digitale_adressen) adres.adres = masked(adres);
    for (Identificator& identificator : gegevens.identificatoren)
        if (identificator.code_soort_object_id != soort_kvk_nummer && identificator.code_soort_object_id != soort_vestigingsnummer)
            identificator.object_id = masked_object_id(identificator.object_id);
    return partij;
}

Treffer treffer_of(const Partij& partij) {
    Treffer treffer{partij.id, partij.gemeente, soort(partij.gegevens), volledige_naam(partij.gegevens), std::nullopt,
                    waarschuwingen(partij.gegevens.indicaties)};
    const auto* persoon = std::get_if<Persoon>(&partij.gegevens.wie);
    if (persoon && treffer.waarschuwingen.empty()) treffer.geboortedatum = persoon->geboortedatum;
    return treffer;
}

}  // namespace dichtbij::partij
