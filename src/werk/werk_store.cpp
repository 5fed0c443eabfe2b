#include "werk/werk_store.h"

namespace dichtbij::werk {
namespace {

std::string select(std::string_view rest) { return "select " + store::columns<Werk>() + " from werk " + std::string(rest); }

std::vector<Werk> of_partijen(store::Tx& tx, const std::vector<Id<Partij>>& partijen, std::string_view rest, int limit) {
    if (partijen.empty()) return {};
    std::vector<store::Value> params;
    std::string in;
    for (const auto& partij : partijen) {
        params.push_back(store::Column<Id<Partij>>::to(partij));
        in += (in.empty() ? "?" : ", ?") + std::to_string(params.size());
    }
    params.push_back(store::Column<int>::to(limit));
    return tx.rows_with<Werk>(select("where partij in (" + in + ") " + std::string(rest) + " limit ?" + std::to_string(params.size())), params);
}

}  // namespace

std::optional<Werk> find_werk(store::Tx& tx, Id<dichtbij::Werk> id) {
    static const std::string sql = select("where id = ?1");
    return tx.row<Werk>(sql, id);
}

std::optional<Werk> find_werk_of_object(store::Tx& tx, const Uuid& object) {
    static const std::string sql = select("where object = ?1");
    return tx.row<Werk>(sql, object);
}

std::vector<Werk> werk_by_nummer(store::Tx& tx, std::string_view nummer) {
    static const std::string sql = select("where nummer = ?1 order by id");
    return tx.rows<Werk>(sql, nummer);
}

std::vector<Werk> children_of(store::Tx& tx, Id<dichtbij::Werk> ouder) {
    static const std::string sql = select("where ouder = ?1 order by id");
    return tx.rows<Werk>(sql, ouder);
}

std::vector<Werk> werk_of_partij(store::Tx& tx, Id<Partij> partij) {
    static const std::string sql = select("where partij = ?1 order by geopend_op, id");
    return tx.rows<Werk>(sql, partij);
}

std::vector<Werk> werk_of_partijen(store::Tx& tx, const std::vector<Id<Partij>>& partijen, int limit) {
    return of_partijen(tx, partijen, "order by case when gesloten_op is null then 0 else 1 end, case when gesloten_op is null then orde_op else -geopend_op end, id", limit);
}

std::vector<Werk> open_werk_of_partijen(store::Tx& tx, const std::vector<Id<Partij>>& partijen, int limit) {
    return of_partijen(tx, partijen, "and gesloten_op is null order by orde_op, id", limit);
}

std::int64_t open_werk_of(store::Tx& tx, Id<Medewerker> eigenaar) {
    return tx.value<std::int64_t>("select count(*) from werk where eigenaar = ?1 and gesloten_op is null", eigenaar);
}

std::int64_t open_werk_of(store::Tx& tx, Id<Team> team) {
    return tx.value<std::int64_t>("select count(*) from werk where team = ?1 and gesloten_op is null", team);
}

void insert_werk(store::Tx& tx, const Werk& werk) { tx.insert("werk", werk); }

void save_werk(store::Tx& tx, const Werk& werk) {
    tx.run("update werk set product = ?2, onderwerp = ?3, afhandelniveau = ?4, domein = ?5, team = ?6, eigenaar = ?7, "
           "toegewezen_aan = ?8, aanvaard_op = ?9, gesloten_op = ?10, uitkomst = ?11, beloofd_op = ?12, waarschuwing_op = ?13, "
           "orde_op = ?14, wacht = ?15, escalatie = ?16, aandacht_op = ?17, herinnering_op = ?18, laatste_stap = ?19, "
           "laatste_op = ?20, laatste_door = ?21, versie = ?22 where id = ?1",
           werk.id, werk.product, werk.onderwerp, werk.afhandelniveau, werk.domein, werk.team, werk.eigenaar, werk.toegewezen_aan,
           werk.aanvaard_op, werk.gesloten_op, werk.uitkomst, werk.beloofd_op, werk.waarschuwing_op, werk.orde_op, werk.wacht,
           werk.escalatie, werk.aandacht_op, werk.herinnering_op, werk.laatste_stap, werk.laatste_op, werk.laatste_door,
           werk.versie);
}

void save_timer(store::Tx& tx, const Werk& werk) {
    tx.run("update werk set escalatie = ?2, aandacht_op = ?3, herinnering_op = ?4 where id = ?1", werk.id, werk.escalatie,
           werk.aandacht_op, werk.herinnering_op);
}

void save_kind(store::Tx& tx, const Werk& werk) {
    tx.run("update werk set soort = ?2, object = ?3, nummer = ?4, titel = ?5, zoektekst = ?6 where id = ?1", werk.id, werk.soort,
           werk.object, werk.nummer, werk.titel, zoektekst_of(werk.titel, werk.nummer));
}

void save_titel(store::Tx& tx, const Werk& werk) {
    tx.run("update werk set titel = ?2, zoektekst = ?3, product = ?4, onderwerp = ?5, partij = ?6, versie = ?7, domein = ?8 "
           "where id = ?1",
           werk.id, werk.titel, zoektekst_of(werk.titel, werk.nummer), werk.product, werk.onderwerp, werk.partij, werk.versie, werk.domein);
}

std::vector<Eigenaarsgroep> unaccepted_groups(store::Tx& tx) {
    return tx.rows<Eigenaarsgroep>("select distinct team, toegewezen_aan, eigenaar from werk where gesloten_op is null and aanvaard_op is null");
}

std::vector<Werk> unaccepted_in(store::Tx& tx, const Eigenaarsgroep& groep) {
    static const std::string team = select("where gesloten_op is null and aanvaard_op is null and team = ?1 and eigenaar = ?2 ");
    static const std::string of_team = team + "and toegewezen_aan is null order by id";
    static const std::string of_named = team + "and toegewezen_aan = ?3 order by id";
    if (!groep.toegewezen_aan) return tx.rows<Werk>(of_team, groep.team, groep.eigenaar);
    return tx.rows<Werk>(of_named, groep.team, groep.eigenaar, *groep.toegewezen_aan);
}

void save_eigenaar(store::Tx& tx, const Werk& werk) { tx.run("update werk set eigenaar = ?2 where id = ?1", werk.id, werk.eigenaar); }

std::vector<Werk> werk_due(store::Tx& tx, Instant now, int limit) {
    static const std::string sql = select("where gesloten_op is null and aandacht_op <= ?1 order by aandacht_op, id limit ?2");
    return tx.rows<Werk>(sql, now, limit);
}

std::vector<Werk> werk_after(store::Tx& tx, Id<dichtbij::Werk> after, int limit) {
    static const std::string sql = select("where id > ?1 order by id limit ?2");
    return tx.rows<Werk>(sql, after, limit);
}

void forget_partij_in_werk(store::Tx& tx, Id<Partij> partij) {
    tx.run("update toezegging set reden = '', verteld_tekst = '' where werk in (select id from werk where partij = ?1)", partij);
    tx.run("delete from attentie where partij = ?1", partij);
    tx.run("update werk set titel = '', zoektekst = replace(lower(nummer), '-', ' '), partij = null where partij = ?1", partij);
}

std::optional<Day> dagstand(store::Tx& tx, std::string_view naam) {
    return tx.row<Day>("select dag from werk_dagstand where naam = ?1", naam);
}

void save_dagstand(store::Tx& tx, std::string_view naam, Day dag) {
    tx.run("insert into werk_dagstand (naam, dag) values (?1, ?2) on conflict (naam) do update set dag = excluded.dag", naam, dag);
}

}  // namespace dichtbij::werk
