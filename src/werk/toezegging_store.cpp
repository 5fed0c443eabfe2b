#include "werk/toezegging_store.h"

namespace dichtbij::werk {

void insert_toezegging(store::Tx& tx, const Toezegging& toezegging) { tx.insert("toezegging", toezegging); }

void save_stand(store::Tx& tx, const Toezegging& toezegging) {
    tx.run("update toezegging set stand = ?2, gemist_op = ?3, beeindigd_op = ?4 where id = ?1", toezegging.id, toezegging.stand,
           toezegging.gemist_op, toezegging.beeindigd_op);
}

std::optional<Toezegging> last_toezegging(store::Tx& tx, Id<dichtbij::Werk> werk) {
    static const std::string sql =
        "select " + store::columns<Toezegging>() + " from toezegging where werk = ?1 order by volgnummer desc limit 1";
    return tx.row<Toezegging>(sql, werk);
}

std::vector<Toezegging> toezeggingen_of(store::Tx& tx, Id<dichtbij::Werk> werk) {
    static const std::string sql = "select " + store::columns<Toezegging>() + " from toezegging where werk = ?1 order by volgnummer";
    return tx.rows<Toezegging>(sql, werk);
}

}  // namespace dichtbij::werk
