#include "mijn/bedrijf_service.h"

#include <algorithm>

#include "base/text.h"
#include "organisatie/organisatie_service.h"

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

Result<Bedrijfsbeeld> BedrijfService::get(store::Tx& tx, const portaal::Inwoner& inwoner) {
    const auto whose = inwoner.voor();
    if (!inwoner.is_ingelogd() || !whose) return not_found("no company");
    TRY(const partij::Inzage inzage, partijen_.read(tx, access::system_caller("portaal"), *whose));
    const auto& partij = std::get<partij::PartijBeeld>(inzage).partij;
    if (partij::soort(partij.gegevens) != partij::SoortPartij::organisatie) return not_found("no company: partij " + whose->text());
    Bedrijfsbeeld seen;
    seen.naam = partij::volledige_naam(partij.gegevens);
    const Day today = day_of(clock_.now());
    for (const auto& of : inwoner.van)
        for (const auto& one : partijen_.vertegenwoordigingen(tx, of))
            if (one.vertegenwoordigde_partij == of) mens(seen.mensen, partijen_.survivor(tx, one.vertegenwoordigende_partij)).vertegenwoordigt = true;
    for (const auto& zaak : volgen_.of(tx, inwoner, cases_read)) {
        for (const auto& rol : zaken_.rollen(tx, zaak.id)) {
            if (!rol.geldt_op(today)) continue;
            if (rol.medewerker && rol.soort == zaak::Rolsoort::klantcontacter) {
                const std::string naam = organisatie::naam_of(tx, *rol.medewerker);
                if (std::find(seen.accountmanagers.begin(), seen.accountmanagers.end(), naam) == seen.accountmanagers.end()) seen.accountmanagers.push_back(naam);
            }
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
