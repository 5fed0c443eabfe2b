#include "werk/ongedaan_store.h"

namespace dichtbij::werk {

void insert_ongedaan(store::Tx& tx, const Ongedaan& row) { tx.insert("werk_ongedaan", row); }

std::vector<Ongedaan> ongedaan_of(store::Tx& tx, const Uuid& handeling) {
    static const std::string sql = "select " + store::columns<Ongedaan>() + " from werk_ongedaan where handeling = ?1 order by werk";
    return tx.rows<Ongedaan>(sql, handeling);
}

std::optional<Ongedaan> last_ongedaan(store::Tx& tx, Id<dichtbij::Werk> werk, Instant now) {
    static const std::string sql =
        "select " + store::columns<Ongedaan>() + " from werk_ongedaan where werk = ?1 and verloopt_op >= ?2 order by handeling desc limit 1";
    return tx.row<Ongedaan>(sql, werk, now);
}

void delete_ongedaan(store::Tx& tx, const Uuid& handeling) {
    tx.run("delete from werk_ongedaan where handeling = ?1", handeling);
}

void delete_expired_ongedaan(store::Tx& tx, Instant now) { tx.run("delete from werk_ongedaan where verloopt_op < ?1", now); }

}  // namespace dichtbij::werk
