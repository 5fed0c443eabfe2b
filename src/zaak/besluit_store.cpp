#include "zaak/besluit_store.h"

namespace dichtbij::zaak {
namespace {

std::string select_taak(std::string_view rest) { return "select " + store::columns<Zaaktaak>() + " from zaaktaak where " + std::string(rest); }

}  // namespace

void insert_besluit(store::Tx& tx, const Besluit& besluit) { tx.insert("zaak_besluit", besluit); }

void save_besluit(store::Tx& tx, const Besluit& b) {
    tx.run("update zaak_besluit set verzonden_datum = ?2, reactie_datum = ?3, ingetrokken_datum = ?4, intrekkingsreden = ?5 where id = ?1", b.id,
           b.verzonden_datum, b.reactie_datum, b.ingetrokken_datum, b.intrekkingsreden);
}

std::optional<Besluit> find_besluit(store::Tx& tx, Id<dichtbij::Besluit> id) {
    static const std::string sql = "select " + store::columns<Besluit>() + " from zaak_besluit where id = ?1";
    return tx.row<Besluit>(sql, id);
}

std::vector<Besluit> besluiten_of(store::Tx& tx, Id<dichtbij::Zaak> zaak) {
    static const std::string sql = "select " + store::columns<Besluit>() + " from zaak_besluit where zaak = ?1 order by id";
    return tx.rows<Besluit>(sql, zaak);
}

void insert_zaaktaak(store::Tx& tx, const Zaaktaak& taak) { tx.insert("zaaktaak", taak); }

void save_zaaktaak(store::Tx& tx, const Zaaktaak& t) {
    tx.run("update zaaktaak set toelichting = ?2, uiterlijk_datum = ?3, gesteld_op = ?4, opschorting = ?5, uitkomst = ?6, antwoord = ?7, "
           "afgerond_op = ?8, afgerond_door = ?9, herinnerd_op = ?10 where id = ?1",
           t.id, t.toelichting, t.uiterlijk_datum, t.gesteld_op, t.opschorting, t.uitkomst, t.antwoord, t.afgerond_op, t.afgerond_door, t.herinnerd_op);
}

std::optional<Zaaktaak> find_zaaktaak(store::Tx& tx, Id<dichtbij::Zaaktaak> id) {
    static const std::string sql = select_taak("id = ?1");
    return tx.row<Zaaktaak>(sql, id);
}

std::optional<Zaaktaak> find_zaaktaak_of_werk(store::Tx& tx, Id<Werk> werk) {
    static const std::string sql = select_taak("werk = ?1");
    return tx.row<Zaaktaak>(sql, werk);
}

std::vector<Zaaktaak> zaaktaken_of(store::Tx& tx, Id<dichtbij::Zaak> zaak) {
    static const std::string sql = select_taak("zaak = ?1 order by id");
    return tx.rows<Zaaktaak>(sql, zaak);
}

bool zaaktaak_nummer_in_use(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer) {
    return tx.row<std::int64_t>("select 1 from zaaktaak where nummer = ?1 and gemeente = ?2", nummer, gemeente).has_value();
}

std::vector<Zaaktaak> vragen_to_remind(store::Tx& tx, Day day, int limit) {
    static const std::string sql =
        select_taak("uitkomst is null and gesteld_op is not null and herinnerd_op is null and uiterlijk_datum <= ?1 order by uiterlijk_datum, id limit ?2");
    return tx.rows<Zaaktaak>(sql, day, limit);
}

}  // namespace dichtbij::zaak
