#include "klantcontact/betrokkenheid_service.h"

#include "access/raadpleging.h"
#include "journal/journal.h"
#include "klantcontact/betrokkene_store.h"
#include "klantcontact/betrokkenheid_store.h"
#include "klantcontact/lijst_service.h"
#include "klantcontact/lijst_store.h"

namespace dichtbij::klantcontact {
namespace {

constexpr const char* gewijzigd = "klantcontact.betrokkene_gewijzigd";
constexpr access::Recht schrijft_contacten{access::Groep::klantcontacten, access::Actie::schrijven};

// Of a betrokkene only, in a contact that the caller does not see.
bool is_hidden(const partij::DigitaalAdresregel& row, const std::optional<KlantcontactId>& seen) { return row.betrokkene && !seen && !row.partij; }

}  // namespace

// None: there is no betrokkene, or none that the caller may see.
Result<std::optional<KlantcontactId>> BetrokkenheidService::contact_of(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, const std::optional<Uuid>& betrokkene) const {
    if (!betrokkene) return std::optional<KlantcontactId>();
    const access::Raadpleging reading(caller, gemeente);
    const auto found = LijstStore(tx, zicht_of(reading)).betrokkenen_by_id({*betrokkene});
    if (found.empty()) return std::optional<KlantcontactId>();
    TRY_DONE(access::require_recht(caller, gemeente, schrijft_contacten));
    return std::optional(found.front().klantcontact);
}

Result<Uuid> BetrokkenheidService::create_adres(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, partij::DigitaalAdresregel row) {
    TRY(const auto contact, contact_of(tx, caller, gemeente, row.betrokkene));
    if (row.betrokkene && !contact) return invalid("verstrekt_door_betrokkene.uuid", "api.fout.bestaat_niet", {"Betrokkene"});
    TRY(const Uuid id, partijen_.create_adres(tx, caller, gemeente, row));
    if (contact) record(tx, caller, gemeente, *contact, *row.betrokkene, gewijzigd);
    return id;
}

Result<Done> BetrokkenheidService::change_adres(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, partij::DigitaalAdresregel row, Verstrekker verstrekker) {
    const auto stored = partijen_.stored_adres(tx, gemeente, row.id);
    if (!stored) return not_found("digitaal adres " + to_string(row.id));
    TRY(const auto before, contact_of(tx, caller, gemeente, stored->betrokkene));
    if (is_hidden(*stored, before)) return not_found("digitaal adres of a contact that is not shown " + to_string(row.id));
    if (verstrekker == Verstrekker::blijft) row.betrokkene = stored->betrokkene;
    const bool is_other = row.betrokkene != stored->betrokkene;
    TRY(const auto contact, contact_of(tx, caller, gemeente, is_other ? row.betrokkene : std::nullopt));
    if (is_other && row.betrokkene && !contact) return invalid("verstrekt_door_betrokkene.uuid", "api.fout.bestaat_niet", {"Betrokkene"});
    // Somebody else's contact that this caller does not see keeps its address.
    if (is_other && stored->betrokkene && !before) return forbidden("belongs to a betrokkene that is not shown");
    TRY_DONE(partijen_.change_adres(tx, caller, gemeente, row));
    if (before) record(tx, caller, gemeente, *before, *stored->betrokkene, gewijzigd);
    if (contact) record(tx, caller, gemeente, *contact, *row.betrokkene, gewijzigd);
    return Done{};
}

Result<Done> BetrokkenheidService::remove_adres(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, const Uuid& id) {
    const auto stored = partijen_.stored_adres(tx, gemeente, id);
    if (!stored) return not_found("digitaal adres " + to_string(id));
    TRY(const auto contact, contact_of(tx, caller, gemeente, stored->betrokkene));
    if (is_hidden(*stored, contact)) return not_found("digitaal adres of a contact that is not shown " + to_string(id));
    if (stored->betrokkene && !contact) {
        partij::DigitaalAdresregel alone = *stored;
        alone.partij.reset();
        alone.is_standaard = false;
        return partijen_.change_adres(tx, caller, gemeente, alone);
    }
    TRY_DONE(partijen_.remove_adres(tx, caller, gemeente, id));
    if (contact) record(tx, caller, gemeente, *contact, *stored->betrokkene, gewijzigd);
    return Done{};
}

Result<Done> BetrokkenheidService::remove_partij(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, Id<Partij> partij) {
    TRY_DONE(access::require_recht(caller, gemeente, {access::Groep::partijen, access::Actie::schrijven}));
    if (!werk_.open_of_partijen(tx, access::system_caller(caller.scherm), {partij}, 1).empty()) return conflict("work for the partij is open", "klantcontact.fout.partij_heeft_werk");
    TRY_DONE(partijen_.remove(tx, caller, gemeente, partij));
    for (const auto& one : betrokkenen_of_partij(tx, partij)) {
        delete_betrokkene(tx, one.id);
        record(tx, caller, gemeente, KlantcontactId{one.van}, one.id, "klantcontact.betrokkene_verwijderd");
    }
    return Done{};
}

void BetrokkenheidService::record(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, KlantcontactId contact, const Uuid& betrokkene, const char* gebeurtenis) const {
    journal::Entry entry = journal::entry(caller, clock_.now(), gebeurtenis, gemeente, journal::Object::klantcontact, contact.bytes);
    entry.kenmerken = {{"betrokkene", to_string(betrokkene)}};
    journal::append(tx, entry);
}

}  // namespace dichtbij::klantcontact
