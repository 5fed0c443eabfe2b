#include "zaak/termijn_store.h"

namespace dichtbij::zaak {

void insert_opschorting(store::Tx& tx, const Opschorting& opschorting) { tx.insert("zaak_opschorting", opschorting); }

void save_opschorting(store::Tx& tx, const Opschorting& opschorting) {
    tx.run("update zaak_opschorting set tot = ?2, geeindigd_op = ?3, tot_uiterlijk = ?4 where id = ?1", opschorting.id, opschorting.tot,
           opschorting.geeindigd_op, opschorting.tot_uiterlijk);
}

std::vector<Opschorting> opschortingen_of(store::Tx& tx, Id<dichtbij::Zaak> zaak) {
    static const std::string sql = "select " + store::columns<Opschorting>() + " from zaak_opschorting where zaak = ?1 order by id";
    return tx.rows<Opschorting>(sql, zaak);
}

std::vector<Opschorting> lapsed_opschortingen(store::Tx& tx, Day day, int limit) {
    static const std::string sql = "select " + store::columns<Opschorting>() +
                                   " from zaak_opschorting where tot is null and tot_uiterlijk <= ?1 order by tot_uiterlijk, id limit ?2";
    return tx.rows<Opschorting>(sql, day, limit);
}

void insert_verlenging(store::Tx& tx, const Verlenging& verlenging) { tx.insert("zaak_verlenging", verlenging); }

std::vector<Verlenging> verlengingen_of(store::Tx& tx, Id<dichtbij::Zaak> zaak) {
    static const std::string sql = "select " + store::columns<Verlenging>() + " from zaak_verlenging where zaak = ?1 order by id";
    return tx.rows<Verlenging>(sql, zaak);
}

void insert_ingebrekestelling(store::Tx& tx, const Ingebrekestelling& ingebrekestelling) { tx.insert("zaak_ingebrekestelling", ingebrekestelling); }

std::optional<Ingebrekestelling> ingebrekestelling_of(store::Tx& tx, Id<dichtbij::Zaak> zaak) {
    static const std::string sql = "select " + store::columns<Ingebrekestelling>() + " from zaak_ingebrekestelling where zaak = ?1";
    return tx.row<Ingebrekestelling>(sql, zaak);
}

}  // namespace dichtbij::zaak
