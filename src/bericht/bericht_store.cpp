#include "bericht/bericht_store.h"

#include "store/dialect.h"

namespace dichtbij::bericht {
namespace {

const std::string& from_bericht() {
    static const std::string sql = "select " + store::columns<Bericht>() + " from bericht";
    return sql;
}

const std::string& from_zending() {
    static const std::string sql = "select " + store::columns<Zending>() + " from zending";
    return sql;
}

// `where` uses ?1 and further; the page comes behind it.
std::vector<Bericht> page(store::Tx& tx, const std::string& where, std::vector<store::Value> params, const Bladzijde& bladzijde) {
    std::string sql = from_bericht() + " where " + where;
    if (bladzijde.voor) {
        params.push_back(store::Column<Id<dichtbij::Bericht>>::to(*bladzijde.voor));
        sql += " and id < ?" + std::to_string(params.size());
    }
    params.push_back(store::Column<int>::to(bladzijde.limit));
    return tx.rows_with<Bericht>(sql + " order by id desc limit ?" + std::to_string(params.size()), params);
}

template <class T>
store::Value as_value(const T& value) {
    return store::Column<T>::to(value);
}

}  // namespace

void insert_bericht(store::Tx& tx, const Bericht& bericht) { tx.insert("bericht", bericht); }

void save_bericht(store::Tx& tx, const Bericht& b) {
    tx.run("update bericht set onderwerp = ?2, tekst = ?3, staat = ?4, gepland_op = ?5, bundel = ?6, verzonden_op = ?7, gelezen_op = ?8, "
           "ingetrokken_op = ?9, ingetrokken_door = ?10, intrekreden = ?11, versie = ?12 where id = ?1",
           b.id, b.onderwerp, b.tekst, b.staat, b.gepland_op, b.bundel, b.verzonden_op, b.gelezen_op, b.ingetrokken_op, b.ingetrokken_door, b.intrekreden, b.versie);
}

std::optional<Bericht> find_bericht(store::Tx& tx, Id<dichtbij::Bericht> id) { return tx.row<Bericht>(from_bericht() + " where id = ?1", id); }

std::vector<Bericht> berichten_of_gemeente(store::Tx& tx, Id<Gemeente> gemeente, std::optional<Staat> staat, const Bladzijde& bladzijde) {
    if (staat) return page(tx, "gemeente = ?1 and staat = ?2", {as_value(gemeente), as_value(*staat)}, bladzijde);
    return page(tx, "gemeente = ?1", {as_value(gemeente)}, bladzijde);
}

std::vector<Bericht> berichten_of_nummer(store::Tx& tx, std::string_view nummer, const Bladzijde& bladzijde) {
    return page(tx, "nummer = ?1", {as_value(std::string(nummer))}, bladzijde);
}

std::vector<Bericht> berichten_of_door(store::Tx& tx, Id<Medewerker> door, std::optional<Staat> staat, const Bladzijde& bladzijde) {
    if (staat) return page(tx, "door = ?1 and staat = ?2", {as_value(door), as_value(*staat)}, bladzijde);
    return page(tx, "door = ?1", {as_value(door)}, bladzijde);
}

std::vector<Bericht> berichten_of_werk(store::Tx& tx, Id<Werk> werk, const Bladzijde& bladzijde) { return page(tx, "werk = ?1", {as_value(werk)}, bladzijde); }

std::vector<Bericht> berichten_of_partij(store::Tx& tx, Id<Partij> partij, const Bladzijde& bladzijde) {
    return page(tx, "partij = ?1", {as_value(partij)}, bladzijde);
}

std::vector<Bericht> berichten_of_bundel(store::Tx& tx, const Uuid& bundel) { return tx.rows<Bericht>(from_bericht() + " where bundel = ?1 order by id", bundel); }

std::vector<Bericht> berichten_of_handeling(store::Tx& tx, const Uuid& handeling) {
    return tx.rows<Bericht>(from_bericht() + " where handeling = ?1 order by id", handeling);
}

std::int64_t count_ongelezen(store::Tx& tx, Id<Partij> partij) {
    return tx.value<std::int64_t>("select count(*) from bericht where partij = ?1 and staat in ('klaar', 'verzonden', 'mislukt')", partij);
}

bool is_geschreven(store::Tx& tx, Id<Werk> werk, Instant op) {
    // The act looked at the clock first; the next second may have begun before its words were written.
    return tx.row<std::int64_t>("select 1 from bericht where werk = ?1 and ontstaan_op >= ?2 and ontstaan_op <= ?3 and oorzaak is null limit 1", werk, op, op + seconds(1))
        .has_value();
}

std::vector<Bericht> berichten_after(store::Tx& tx, Id<dichtbij::Bericht> after, int limit) {
    return tx.rows<Bericht>(from_bericht() + " where id > ?1 order by id limit ?2", after, limit);
}

std::vector<Id<Partij>> partijen_due(store::Tx& tx, Instant now, int limit) {
    // Asked every minute: set apart first, or SQLite groups by walking along every message there ever was.
    return tx.rows<Id<Partij>>("with klaar as materialized (select partij, gepland_op from bericht where staat = 'wacht' and gepland_op <= ?1) "
                               "select partij from klaar group by partij order by min(gepland_op) limit ?2",
                               now, limit);
}

std::vector<Bericht> wachtend_of_partij(store::Tx& tx, Id<Partij> partij) {
    return tx.rows<Bericht>(from_bericht() + " where partij = ?1 and staat = 'wacht' order by id", partij);
}

void plan_again(store::Tx& tx, Id<Gemeente> gemeente) {
    tx.run("update bericht set gepland_op = niet_voor_op where gemeente = ?1 and staat = 'wacht'", gemeente);
}

void insert_zending(store::Tx& tx, const Zending& zending) { tx.insert("zending", zending); }

void save_zending(store::Tx& tx, const Zending& z) {
    tx.run("update zending set staat = ?2, pogingen = ?3, volgende_op = ?4, laatste_fout = ?5, verzonden_op = ?6, kanaal = ?7 where id = ?1", z.id, z.staat, z.pogingen,
           z.volgende_op, z.laatste_fout, z.verzonden_op, z.kanaal);
}

std::optional<Zending> find_zending(store::Tx& tx, Id<dichtbij::Zending> id) { return tx.row<Zending>(from_zending() + " where id = ?1", id); }

std::vector<Zending> zendingen_due(store::Tx& tx, Instant now, int limit, std::string_view kanaal) {
    if (!kanaal.empty())
        return tx.rows<Zending>(from_zending() + " where staat = 'klaar' and volgende_op <= ?1 and kanaal = ?3 order by volgende_op, id limit ?2" +
                                    std::string(store::skip_locked(tx.dialect())),
                                now, limit, std::string(kanaal));
    return tx.rows<Zending>(from_zending() + " where staat = 'klaar' and volgende_op <= ?1 order by volgende_op, id limit ?2" + std::string(store::skip_locked(tx.dialect())),
                            now, limit);
}

std::optional<Instant> laatste_zending(store::Tx& tx, Id<Partij> partij) {
    return tx.row<Instant>("select ontstaan_op from zending where partij = ?1 and spoed = 0 order by ontstaan_op desc limit 1", partij);
}

void forget_partij_in_berichten(store::Tx& tx, Id<Partij> partij) {
    tx.run("update bericht set onderwerp = '', tekst = '', intrekreden = '', versie = versie + 1 where partij = ?1", partij);
    tx.run("update zending set staat = 'mislukt', laatste_fout = 'gewist' where partij = ?1 and staat = 'klaar'", partij);
    tx.run("update bericht set staat = 'mislukt' where partij = ?1 and staat = 'klaar'", partij);
}

}  // namespace dichtbij::bericht
