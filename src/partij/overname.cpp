#include "partij/overname.h"

#include <algorithm>

#include "base/text.h"

namespace dichtbij::partij {
namespace {

void set_number(Gegevens& gegevens, std::string_view soort, const std::string& nummer) {
    if (nummer.empty()) return;
    for (Identificator& one : gegevens.identificatoren)
        if (one.code_soort_object_id == soort) {
            one.object_id = nummer;
            return;
        }
    gegevens.identificatoren.push_back(make_identificator(soort, nummer));
}

// "F. M." of the register is "F.M." here.
std::string voorletters_van(std::string_view voorletters) {
    std::string all;
    for (const char c : voorletters)
        if (c != ' ') all += c;
    return all;
}

}  // namespace

Adres adres_van(const opzoek::Vondstadres& vondst) {
    Adres adres;
    adres.nummeraanduiding_id = vondst.nummeraanduiding_id;
    adres.straatnaam = vondst.straat;
    adres.huisnummer = vondst.huisnummer;
    adres.huisnummertoevoeging = vondst.toevoeging;
    adres.postcode = vondst.postcode;
    adres.stad = vondst.plaats;
    adres.adresregel1 = vondst.regel1;
    adres.adresregel2 = vondst.regel2;
    adres.adresregel3 = vondst.regel3;
    adres.land = vondst.land;
    return adres;
}

std::string geboren_leesbaar(const opzoek::Vondstdatum& datum) {
    std::string text = std::to_string(datum.jaar);
    if (datum.maand > 0) text = std::to_string(datum.maand) + "-" + text;
    return datum.dag > 0 ? std::to_string(datum.dag) + "-" + text : text;
}

Gegevens overgenomen(Gegevens was, const opzoek::BrpPersoon& vondst) {
    auto* bekend = std::get_if<Persoon>(&was.wie);
    Persoon persoon = bekend == nullptr ? Persoon{} : *bekend;
    if (!vondst.geslachtsnaam.empty()) {
        const std::string roepnaam = persoon.naam.voornaam;
        persoon.naam = {voorletters_van(vondst.voorletters), vondst.voornamen, vondst.voorvoegsel, vondst.geslachtsnaam};
        if (persoon.naam.voornaam.empty()) persoon.naam.voornaam = roepnaam;
    }
    if (vondst.geboorte) persoon.geboortedatum = Geboortedatum{vondst.geboorte->jaar, vondst.geboorte->maand, vondst.geboorte->dag};
    was.wie = std::move(persoon);
    if (!vondst.adres.is_leeg()) was.bezoekadres = adres_van(vondst.adres);
    if (vondst.geheim) was.indicaties.geheimhouding = true;
    if (vondst.overleden) was.indicaties.overleden = true;
    set_number(was, soort_bsn, vondst.bsn);
    return was;
}

Gegevens overgenomen(Gegevens was, const opzoek::Bedrijf& vondst) {
    was.wie = Organisatie{vondst.naam};
    set_number(was, soort_kvk_nummer, vondst.kvk_nummer);
    set_number(was, soort_rsin, vondst.rsin);
    const Identificator* vestiging = find_identificator(was, soort_vestigingsnummer);
    const bool is_other = vestiging != nullptr && !vondst.vestigingsnummer.empty() && vestiging->object_id != vondst.vestigingsnummer;
    if (is_other) return was;
    set_number(was, soort_vestigingsnummer, vondst.vestigingsnummer);
    if (!vondst.adres.is_leeg()) was.bezoekadres = adres_van(vondst.adres);
    if (!vondst.postadres.is_leeg()) was.correspondentieadres = adres_van(vondst.postadres);
    return was;
}

}  // namespace dichtbij::partij
