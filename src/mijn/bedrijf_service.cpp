#include "mijn/bedrijf_service.h"

#include <algorithm>

#include "base/text.h"
#include "journal/journal.h"
#include "organisatie/organisatie_service.h"
#include "partij/accountmanager_service.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::mijn {
namespace {

constexpr int cases_read = 200;

Bedrijfsmens& mens(std::vector<Bedrijfsmens>& all, Id<Partij> partij) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.partij == partij; });
    if (found != all.end()) return *found;
    all.push_back({partij, {}, false, {}});
    return all.back();
}

bool is_one_of(const std::vector<Id<Partij>>& all, Id<Partij> one) { return std::find(all.begin(), all.end(), one) != all.end(); }

}  // namespace

Result<partij::Partij> BedrijfService::bedrijf_of(store::Tx& tx, const portaal::Inwoner& inwoner) {
    const auto whose = inwoner.voor();
    if (!inwoner.is_ingelogd() || !whose) return not_found("no company");
    TRY(const partij::Inzage inzage, partijen_.read(tx, access::system_caller("portaal"), *whose));
    const auto& partij = std::get<partij::PartijBeeld>(inzage).partij;
    if (partij::soort(partij.gegevens) != partij::SoortPartij::organisatie) return not_found("no company: partij " + whose->text());
    return partij;
}

std::vector<Bedrijfszaaktype> BedrijfService::zaaktypen_of(store::Tx& tx, const portaal::Inwoner& inwoner) {
    std::vector<Bedrijfszaaktype> found;
    for (const auto& row : zaken_.of_partijen(tx, access::system_caller("portaal"), inwoner.van, cases_read)) {
        if (std::any_of(found.begin(), found.end(), [&](const auto& one) { return one.id == row.zaak.zaaktype; })) continue;
        if (const auto blad = zaaktype::versie(tx, row.zaak.zaaktype_versie)) found.push_back({row.zaak.zaaktype, blad->inhoud.naam});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return sort_key(a.naam.nl) < sort_key(b.naam.nl); });
    return found;
}

// Ids only: what a pseudonym calls himself is no matter of the journal.
void BedrijfService::tell(store::Tx& tx, const access::Caller& caller, const portaal::Inwoner& inwoner, std::string gebeurtenis) {
    const auto bedrijf = inwoner.voor();
    CHECK_THAT(bedrijf.has_value());
    auto entry = journal::entry(caller, clock_.now(), std::move(gebeurtenis), inwoner.gemeente, journal::Object::partij, bedrijf->bytes);
    entry.partij = *bedrijf;
    journal::append(tx, entry);
}

Result<Done> BedrijfService::set_naam(store::Tx& tx, const access::Caller& caller, const portaal::Inwoner& inwoner, std::string_view typed) {
    TRY_DONE(bedrijf_of(tx, inwoner));
    const auto recht = portaal::Bedrijfsrecht::of(tx, inwoner);
    if (!recht.medewerker() || recht.medewerker()->geblokkeerd) return not_found("no employee of the company");
    const std::string naam = cleaned(typed);
    if (naam.empty()) return invalid("naam", "mijn.bedrijf.fout.naam");
    if (length_in_characters(naam) > portaal::medewerkernaam_limit) return invalid("naam", "fout.veld.te_lang", {std::to_string(portaal::medewerkernaam_limit)});
    portaal::Bedrijfsmedewerker ik = *recht.medewerker();
    ik.naam = naam;
    portaal::save_bedrijfsmedewerker(tx, ik, portaal::zaaktypen_van(tx, ik.id));
    tell(tx, caller, inwoner, "bedrijf.naam_gekozen");
    return Done{};
}

Result<Done> BedrijfService::set_recht(store::Tx& tx, const access::Caller& caller, const portaal::Inwoner& inwoner, const Rechtwijziging& wijziging) {
    TRY_DONE(bedrijf_of(tx, inwoner));
    const auto recht = portaal::Bedrijfsrecht::of(tx, inwoner);
    if (!recht.is_beheerder()) return not_found("does not manage the company");
    const auto all = portaal::bedrijfsmedewerkers(tx, inwoner.van);
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == wijziging.medewerker; });
    if (found == all.end()) return not_found("no employee of the company: " + to_string(wijziging.medewerker));
    if (found->versie != wijziging.versie) return conflict("changed: employee of a company", "fout.gewijzigd");
    const bool is_self = found->id == recht.medewerker()->id;
    if (is_self && (wijziging.geblokkeerd || !wijziging.beheert)) return conflict("would take his own rights away", "mijn.bedrijf.fout.zelf");
    std::vector<Id<dichtbij::Zaaktype>> zaaktypen;
    if (!wijziging.beheert && wijziging.zicht == portaal::Bedrijfszicht::zaaktypen) {
        for (const Bedrijfszaaktype& one : zaaktypen_of(tx, inwoner))
            if (std::find(wijziging.zaaktypen.begin(), wijziging.zaaktypen.end(), one.id) != wijziging.zaaktypen.end()) zaaktypen.push_back(one.id);
        if (zaaktypen.empty()) return invalid("zaaktypen", "mijn.bedrijf.fout.zaaktypen");
    }
    portaal::Bedrijfsmedewerker changed = *found;
    changed.beheert = wijziging.beheert;
    changed.zicht = wijziging.beheert ? portaal::Bedrijfszicht::alles : wijziging.zicht;
    changed.geblokkeerd = wijziging.geblokkeerd;
    portaal::save_bedrijfsmedewerker(tx, changed, zaaktypen);
    tell(tx, caller, inwoner, changed.geblokkeerd ? "bedrijf.medewerker_geblokkeerd" : "bedrijf.recht_gewijzigd");
    return Done{};
}

Result<Bedrijfsbeeld> BedrijfService::get(store::Tx& tx, const portaal::Inwoner& inwoner) {
    TRY(const partij::Partij partij, bedrijf_of(tx, inwoner));
    Bedrijfsbeeld seen;
    const auto recht = portaal::Bedrijfsrecht::of(tx, inwoner);
    seen.ik = recht.medewerker();
    seen.mag_beheren = recht.is_beheerder();
    if (seen.mag_beheren) {
        for (const auto& one : portaal::bedrijfsmedewerkers(tx, inwoner.van)) seen.collegas.push_back({one, portaal::zaaktypen_van(tx, one.id), one.id == seen.ik->id});
        seen.zaaktypen = zaaktypen_of(tx, inwoner);
    }
    seen.naam = partij::volledige_naam(partij.gegevens);
    const Day today = day_of(clock_.now());
    for (const auto& of : inwoner.van)
        for (const auto& one : partijen_.vertegenwoordigingen(tx, of))
            if (one.vertegenwoordigde_partij == of) mens(seen.mensen, partijen_.survivor(tx, one.vertegenwoordigende_partij)).vertegenwoordigt = true;
    const auto gemeente = organisatie::gemeente(tx, inwoner.gemeente);
    const auto add_account = [&](Id<Medewerker> id) {
        const auto found = organisatie::medewerker(tx, id);
        if (!found || !organisatie::is_in_service(tx, id, today)) return;
        const Accountcontact one{found->naam, found->telefoon.empty() && gemeente ? gemeente->telefoon : found->telefoon};
        if (std::find(seen.accountmanagers.begin(), seen.accountmanagers.end(), one) == seen.accountmanagers.end()) seen.accountmanagers.push_back(one);
    };
    if (const auto own = partij::accountmanager_van(tx, partijen_, partij.id, today)) add_account(own->medewerker);
    for (const auto& zaak : volgen_.of(tx, inwoner, cases_read)) {
        for (const auto& rol : zaken_.rollen(tx, zaak.id)) {
            if (!rol.geldt_op(today)) continue;
            if (rol.medewerker && rol.soort == zaak::Rolsoort::klantcontacter) add_account(*rol.medewerker);
            const bool is_for_us = rol.partij && rol.soort == zaak::Rolsoort::gemachtigde && (!rol.namens || is_one_of(inwoner.van, *rol.namens));
            if (!is_for_us || is_one_of(inwoner.van, *rol.partij)) continue;
            mens(seen.mensen, partijen_.survivor(tx, *rol.partij)).zaken.push_back({zaak.id, zaak.nummer, zaak.soort, rol.tot});
        }
    }
    for (Bedrijfsmens& one : seen.mensen) one.naam = partijen_.naam_of(tx, one.partij);
    std::erase_if(seen.mensen, [](const Bedrijfsmens& one) { return one.naam.empty(); });
    std::sort(seen.mensen.begin(), seen.mensen.end(), [](const auto& a, const auto& b) { return sort_key(a.naam) < sort_key(b.naam); });
    return seen;
}

}  // namespace dichtbij::mijn
