#include "bericht/beheer_store.h"

namespace dichtbij::bericht {
namespace {

struct Stilterij {
    int van = 0;
    int tot = 0;
    int stille_dagen = 0;
    std::int64_t versie = 0;
};
BOOST_DESCRIBE_STRUCT(Stilterij, (), (van, tot, stille_dagen, versie))

struct Regelrij {
    Id<Gemeente> gemeente;
    std::string code, gebeurtenis, kenmerk, waarde, zaaktype, kanaal, sjabloon;
    bool actief = true;
    bool eigen = false;
};
BOOST_DESCRIBE_STRUCT(Regelrij, (), (gemeente, code, gebeurtenis, kenmerk, waarde, zaaktype, kanaal, sjabloon, actief, eigen))

const std::string& from_versie() {
    static const std::string sql = "select " + store::columns<Sjabloonversie>() + " from sjabloon_versie where gemeente = ?1";
    return sql;
}

}  // namespace

std::vector<Sjabloonversie> versies_of(store::Tx& tx, Id<Gemeente> gemeente, std::string_view code) {
    return tx.rows<Sjabloonversie>(from_versie() + " and code = ?2 order by nummer desc", gemeente, code);
}

std::vector<Sjabloonversie> levende_versies(store::Tx& tx, Id<Gemeente> gemeente) {
    return tx.rows<Sjabloonversie>(from_versie() + " and status in ('ontwerp', 'gepubliceerd') order by code, nummer", gemeente);
}

std::optional<Sjabloonversie> versie_met(store::Tx& tx, Id<Gemeente> gemeente, std::string_view code, Versiestatus status) {
    return tx.row<Sjabloonversie>(from_versie() + " and code = ?2 and status = ?3 order by nummer desc limit 1", gemeente, code, status);
}

int laatste_nummer(store::Tx& tx, Id<Gemeente> gemeente, std::string_view code) {
    return tx.row<int>("select nummer from sjabloon_versie where gemeente = ?1 and code = ?2 order by nummer desc limit 1", gemeente, code).value_or(0);
}

void insert_versie(store::Tx& tx, const Sjabloonversie& versie) { tx.insert("sjabloon_versie", versie); }

void save_versie(store::Tx& tx, const Sjabloonversie& v) {
    tx.run("update sjabloon_versie set status = ?4, onderwerp_nl = ?5, onderwerp_en = ?6, tekst_nl = ?7, tekst_en = ?8, gewijzigd_op = ?9, "
           "gepubliceerd_op = ?10, vervallen_op = ?11, revisie = ?12 where gemeente = ?1 and code = ?2 and nummer = ?3",
           v.gemeente, v.code, v.nummer, v.status, v.onderwerp_nl, v.onderwerp_en, v.tekst_nl, v.tekst_en, v.gewijzigd_op, v.gepubliceerd_op, v.vervallen_op, v.revisie);
}

void delete_versie(store::Tx& tx, const Sjabloonversie& v) {
    tx.run("delete from sjabloon_versie where gemeente = ?1 and code = ?2 and nummer = ?3", v.gemeente, v.code, v.nummer);
}

std::vector<Berichtregel> eigen_regels(store::Tx& tx, Id<Gemeente> gemeente) {
    static const std::string sql = "select " + store::columns<Berichtregel>() + " from berichtregel where gemeente = ?1 order by code";
    return tx.rows<Berichtregel>(sql, gemeente);
}

void put_regel(store::Tx& tx, Id<Gemeente> gemeente, const Berichtregel& r) {
    delete_regel(tx, gemeente, r.code);
    tx.insert("berichtregel", Regelrij{gemeente, r.code, r.gebeurtenis, r.kenmerk, r.waarde, r.zaaktype, r.kanaal, r.sjabloon, r.actief, r.eigen});
}

void delete_regel(store::Tx& tx, Id<Gemeente> gemeente, std::string_view code) {
    tx.run("delete from berichtregel where gemeente = ?1 and code = ?2", gemeente, code);
}

Stiltestand stilte_of(store::Tx& tx, Id<Gemeente> gemeente) {
    const auto row = tx.row<Stilterij>("select van, tot, stille_dagen, versie from stille_uren where gemeente = ?1", gemeente);
    if (!row) return {};
    return {{row->van, row->tot, row->stille_dagen}, row->versie};
}

void put_stilte(store::Tx& tx, Id<Gemeente> gemeente, const Stilte& stilte, std::int64_t versie) {
    tx.run("delete from stille_uren where gemeente = ?1", gemeente);
    tx.run("insert into stille_uren (gemeente, van, tot, stille_dagen, versie) values (?1, ?2, ?3, ?4, ?5)", gemeente, stilte.van, stilte.tot, stilte.stille_dagen, versie);
}

}  // namespace dichtbij::bericht
