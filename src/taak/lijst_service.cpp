#include "taak/lijst_service.h"

#include "klantcontact/lijst_service.h"
#include "taak/lijst_store.h"

namespace dichtbij::taak {
namespace {

LijstStore lists_of(store::Tx& tx, const access::Raadpleging& reading) { return {tx, klantcontact::zicht_of(reading)}; }

void note_persons(access::Raadpleging& reading, const std::vector<Taakregel>& regels) {
    for (const Taakregel& regel : regels)
        if (regel.partij) reading.shows(*regel.partij);
}

}  // namespace

Result<store::Listed<Taakregel>> LijstService::taken(store::Tx& tx, Raadpleging& reading, const Taakvraag& vraag, const store::Page& page) const {
    TRY_DONE(reading.may_read(access::Groep::taken));
    auto found = lists_of(tx, reading).taken(vraag, page, klantcontact::count_taken_of_visible);
    note_persons(reading, found.rows);
    return found;
}

Result<Taakregel> LijstService::taak(store::Tx& tx, Raadpleging& reading, Id<dichtbij::Taak> id) const {
    TRY_DONE(reading.may_read(access::Groep::taken));
    auto found = lists_of(tx, reading).taken_by_id({id});
    if (found.empty()) return not_found("taak " + id.text());
    note_persons(reading, found);
    return std::move(found.front());
}

Result<std::vector<Taakregel>> LijstService::taken_of(store::Tx& tx, Raadpleging& reading, const std::vector<Id<Klantcontact>>& ids) const {
    TRY_DONE(reading.may_read(access::Groep::taken));
    auto found = lists_of(tx, reading).taken_of(ids);
    note_persons(reading, found);
    return found;
}

std::vector<partij::Verwijzing> LijstService::taak_ids_of(store::Tx& tx, const Raadpleging& reading, const std::vector<Id<Klantcontact>>& ids) const {
    return lists_of(tx, reading).taak_ids_of(ids);
}

}  // namespace dichtbij::taak
