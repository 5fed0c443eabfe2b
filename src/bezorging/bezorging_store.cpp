#include "bezorging/bezorging_store.h"

#include <algorithm>

#include "store/dialect.h"

namespace dichtbij::bezorging {
namespace {

const std::string& from_mailbezorging() {
    static const std::string sql = "select " + store::columns<Mailbezorging>() + " from mailbezorging";
    return sql;
}

}  // namespace

std::optional<Mailbezorging> find_bezorging(store::Tx& tx, Id<dichtbij::Zending> zending) {
    return tx.row<Mailbezorging>(from_mailbezorging() + " where zending = ?1", zending);
}

std::optional<Mailbezorging> bezorging_met(store::Tx& tx, std::string_view message_id) {
    return tx.row<Mailbezorging>(from_mailbezorging() + " where message_id = ?1", std::string(message_id));
}

void insert_bezorging(store::Tx& tx, const Mailbezorging& one) { tx.insert("mailbezorging", one); }

void save_bezorging(store::Tx& tx, const Mailbezorging& one) {
    tx.run("update mailbezorging set adres_sleutel = ?2, poging_op = ?3, aangenomen_op = ?4, code = ?5, status = ?6, uitleg = ?7, vertraagd_op = ?8, teruggekomen_op = ?9 "
           "where zending = ?1",
           one.zending, one.adres_sleutel, one.poging_op, one.aangenomen_op, one.code, one.status, one.uitleg, one.vertraagd_op, one.teruggekomen_op);
}

std::int64_t count_pogingen(store::Tx& tx, Instant sinds) { return tx.value<std::int64_t>("select count(*) from mailbezorging where poging_op > ?1", sinds); }

std::vector<Defect> defecten_of(store::Tx& tx, Id<Partij> partij) {
    static const std::string sql = "select " + store::columns<Defect>() + " from mailadres_defect where partij = ?1 order by sinds, adres_sleutel";
    return tx.rows<Defect>(sql, partij);
}

void put_defect(store::Tx& tx, const Defect& one) {
    tx.run("insert into mailadres_defect (partij, adres_sleutel, gemeente, sinds, status) values (?1, ?2, ?3, ?4, ?5) on conflict (partij, adres_sleutel) do nothing", one.partij,
           one.adres_sleutel, one.gemeente, one.sinds, one.status);
}

bool delete_defect(store::Tx& tx, Id<Partij> partij, std::string_view sleutel) {
    return tx.run("delete from mailadres_defect where partij = ?1 and adres_sleutel = ?2", partij, std::string(sleutel)) > 0;
}

std::vector<Gespreksmail> gesprek_of(store::Tx& tx, Id<Werk> werk, int limit) {
    static const std::string sql = "select " + store::columns<Gespreksmail>() + " from mailgesprek where werk = ?1 order by op desc, message_id desc limit ?2";
    auto list = tx.rows<Gespreksmail>(sql, werk, limit);
    std::reverse(list.begin(), list.end());
    return list;
}

void put_gespreksmail(store::Tx& tx, Id<Werk> werk, const Gespreksmail& one) {
    tx.run("insert into mailgesprek (werk, message_id, op, van_inwoner) values (?1, ?2, ?3, ?4) on conflict (werk, message_id) do nothing", werk, one.message_id, one.op, one.van_inwoner);
}

Serverstand stand_of(store::Tx& tx, std::string_view kanaal) {
    static const std::string sql = "select " + store::columns<Serverstand>() + " from mailserver where kanaal = ?1";
    auto found = tx.row<Serverstand>(sql, std::string(kanaal));
    return found ? *found : Serverstand{std::string(kanaal), {}, 0, {}, ""};
}

void put_stand(store::Tx& tx, const Serverstand& one) {
    tx.run("insert into mailserver (kanaal, storing_sinds, pogingen, volgende_op, fout) values (?1, ?2, ?3, ?4, ?5) on conflict (kanaal) do update set "
           "storing_sinds = excluded.storing_sinds, pogingen = excluded.pogingen, volgende_op = excluded.volgende_op, fout = excluded.fout",
           one.kanaal, one.storing_sinds, one.pogingen, one.volgende_op, one.fout);
}

void forget_partij_in_bezorging(store::Tx& tx, Id<Partij> partij) {
    tx.run("update mailbezorging set uitleg = '', adres_sleutel = '' where partij = ?1", partij);
    tx.run("delete from mailadres_defect where partij = ?1", partij);
}

std::int64_t delete_gesprek_of_werk(store::Tx& tx, Id<Werk> werk) { return tx.run("delete from mailgesprek where werk = ?1", werk); }

std::int64_t delete_old_bezorgingen(store::Tx& tx, Instant voor, int limit) {
    return tx.run("delete from mailbezorging where zending in (select zending from mailbezorging where poging_op < ?1 order by poging_op limit ?2)", voor, limit);
}

std::int64_t delete_old_defecten(store::Tx& tx, Instant voor, int limit) {
    return tx.run("delete from mailadres_defect where (partij, adres_sleutel) in (select partij, adres_sleutel from mailadres_defect where sinds < ?1 order by sinds limit ?2)", voor, limit);
}

}  // namespace dichtbij::bezorging
