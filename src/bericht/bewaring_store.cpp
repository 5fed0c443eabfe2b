#include "bericht/bewaring_store.h"

namespace dichtbij::bericht {
using access::counted;

std::vector<access::Vernietigd> delete_without_werk(store::Tx& tx, Instant voor, int limit) {
    std::vector<access::Vernietigd> destroyed;
    for (const auto& id : tx.rows<Uuid>("select id from bericht where werk is null and id < ?1 order by id limit ?2", access::eerste_id_van(voor), limit)) {
        tx.run("delete from bericht where id = ?1", id);
        destroyed.push_back({"bericht", id});
    }
    return destroyed;
}

std::vector<access::Vernietigd> delete_old_zendingen(store::Tx& tx, Instant voor, int limit) {
    return counted("zending", tx.run("delete from zending where id in (select id from zending where id < ?1 and staat <> 'klaar' order by id limit ?2)",
                                     access::eerste_id_van(voor), limit));
}

std::vector<Uuid> ids_of_werk(store::Tx& tx, Id<Werk> werk) { return tx.rows<Uuid>("select id from bericht where werk = ?1 order by id", werk); }

void delete_of_werk(store::Tx& tx, Id<Werk> werk) { tx.run("delete from bericht where werk = ?1", werk); }

}  // namespace dichtbij::bericht
