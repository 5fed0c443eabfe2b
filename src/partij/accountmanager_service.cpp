#include "partij/accountmanager_service.h"

#include <initializer_list>

#include "organisatie/organisatie_service.h"
#include "partij/accountmanager_store.h"
#include "partij/partij_store.h"

namespace dichtbij::partij {
namespace {

constexpr std::initializer_list<access::Rol> kiezers{access::Rol::behandelaar, access::Rol::teamleider, access::Rol::manager, access::Rol::beheerder};

}  // namespace

bool mag_accountmanager_kiezen(const access::Caller& caller, GemeenteId gemeente) { return access::has_role(caller, gemeente, kiezers); }

Result<Done> AccountmanagerService::set(const access::Caller& caller, PartijId partij, std::optional<Id<dichtbij::Medewerker>> medewerker) {
    return store_.write([&](store::Tx& tx) { return set(tx, caller, partij, medewerker); });
}

Result<Done> AccountmanagerService::set(store::Tx& tx, const access::Caller& caller, PartijId asked, std::optional<Id<dichtbij::Medewerker>> medewerker) {
    const auto found = PartijStore(tx).find(partijen_.survivor(tx, asked));
    if (!found || found->gewist_op || !access::is_active_in(caller, found->gemeente)) return not_found("partij " + asked.text());
    TRY_DONE(access::require_role(caller, found->gemeente, kiezers));
    if (soort(found->gegevens) != SoortPartij::organisatie) return conflict("no company: partij " + found->id.text(), "partij.accountmanager.geen_bedrijf");
    if (medewerker && !organisatie::is_in_service(tx, *medewerker, day_of(clock_.now()))) return invalid("accountmanager", "werk.fout.medewerker_uit_dienst");
    if (accountmanager_of(tx, found->id) == medewerker) return Done{};
    save_accountmanager(tx, found->id, medewerker);
    auto line = journal::entry(caller, clock_.now(), "partij.accountmanager", found->gemeente, journal::Object::partij, found->id.bytes);
    line.partij = found->id;
    if (medewerker) line.kenmerken = {{"medewerker", medewerker->text()}};
    journal::append(tx, line);
    return Done{};
}

std::optional<Accountmanager> accountmanager_van(store::Tx& tx, const PartijService& partijen, PartijId partij, Day today) {
    for (const PartijId one : partijen.familie(tx, partij)) {
        const auto id = accountmanager_of(tx, one);
        if (!id || !organisatie::is_in_service(tx, *id, today)) continue;
        if (const auto medewerker = organisatie::medewerker(tx, *id)) return Accountmanager{*id, medewerker->naam, medewerker->telefoon};
    }
    return std::nullopt;
}

}  // namespace dichtbij::partij
