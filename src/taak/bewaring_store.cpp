#include "taak/bewaring_store.h"

namespace dichtbij::taak {

std::vector<Id<dichtbij::Taak>> all_of_werk(store::Tx& tx, Id<Werk> werk) {
    return tx.rows<Id<dichtbij::Taak>>("select id from taak where werk = ?1 order by id", werk);
}

void delete_taak(store::Tx& tx, Id<dichtbij::Taak> id) {
    for (const char* sql : {"delete from belpoging where taak = ?1", "delete from taak_actor where taak = ?1", "delete from taak where id = ?1"})
        tx.run(sql, id);
}

std::vector<access::Vernietigd> delete_unnamed_actoren(store::Tx& tx, Instant voor, int limit) {
    const auto rows = tx.run("delete from actor where id in (select a.id from actor a where a.id < ?1 "
                             "and not exists (select 1 from klantcontact_actor k where k.actor = a.id) "
                             "and not exists (select 1 from taak_actor t where t.actor = a.id) order by a.id limit ?2)",
                             access::eerste_id_van(voor), limit);
    if (rows == 0) return {};
    return {{"actor", std::nullopt, rows}};
}

}  // namespace dichtbij::taak
