#include "klantcontact/bewaring_store.h"

#include "klantcontact/telling_store.h"

namespace dichtbij::klantcontact {

std::vector<Id<dichtbij::Klantcontact>> all_of_werk(store::Tx& tx, Id<Werk> werk) {
    return tx.rows<Id<dichtbij::Klantcontact>>("select id from klantcontact where werk = ?1 order by id", werk);
}

std::optional<Id<dichtbij::Gesprek>> delete_klantcontact(store::Tx& tx, Id<dichtbij::Klantcontact> id) {
    const auto gesprek = tx.value<Id<dichtbij::Gesprek>>("select gesprek from klantcontact where id = ?1", id);
    const auto counted = find_counted(tx, id);
    for (const char* sql : {"delete from betrokkene_adres where betrokkene in (select id from betrokkene where klantcontact = ?1)",
                            "delete from digitaal_adres where partij is null and betrokkene in (select id from betrokkene where klantcontact = ?1)",
                            "update digitaal_adres set betrokkene = null where betrokkene in (select id from betrokkene where klantcontact = ?1)",
                            "delete from betrokkene where klantcontact = ?1", "delete from klantcontact_actor where klantcontact = ?1",
                            "delete from klantcontact_object where klantcontact = ?1", "delete from klantcontact_metadata where klantcontact = ?1",
                            "delete from klantcontact_versie where klantcontact = ?1", "delete from klantcontact where id = ?1"})
        tx.run(sql, id);
    if (counted) recount(tx, *counted);
    const bool is_last = tx.run("delete from gesprek where id = ?1 and not exists (select 1 from klantcontact where gesprek = ?1)", gesprek) > 0;
    return is_last ? std::optional(gesprek) : std::nullopt;
}

std::vector<access::Vernietigd> delete_loose_objects(store::Tx& tx, Instant voor, int limit) {
    const auto rows = tx.run("delete from klantcontact_object where id in (select id from klantcontact_object where klantcontact is null "
                             "and id < ?1 order by id limit ?2)", access::eerste_id_van(voor), limit);
    if (rows == 0) return {};
    return {{"klantcontact_object", std::nullopt, rows}};
}

}  // namespace dichtbij::klantcontact
