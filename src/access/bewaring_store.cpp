#include "access/bewaring_store.h"

namespace dichtbij::access {
namespace {

// The word behind "create table".
std::string table_in(std::string_view statement) {
    static constexpr std::string_view create = "create table ";
    const auto at = statement.find(create);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = statement.substr(at + create.size());
    return std::string(rest.substr(0, rest.find_first_of(" (\n")));
}

}  // namespace

std::vector<Verklaring> declared_tables(std::span<const store::Migration> migrations) {
    std::vector<Verklaring> tables;
    for (const store::Migration& migration : migrations) {
        std::string_view sql = migration.sql;
        while (!sql.empty()) {
            const auto end = sql.find(";\n");
            const std::string_view statement = sql.substr(0, end);
            sql = end == std::string_view::npos ? std::string_view() : sql.substr(end + 2);
            std::string tabel = table_in(statement);
            if (tabel.empty()) continue;
            const bool is_personal = statement.find("-- persoonsgegevens:") != std::string_view::npos;
            const bool is_not = statement.find("-- geen persoonsgegevens") != std::string_view::npos;
            tables.push_back({std::move(tabel), is_personal != is_not, is_personal});
        }
    }
    return tables;
}

void insert_destruction(store::Tx& tx, const Vernietigd& destroyed, std::string_view regel, Instant now) {
    tx.run("insert into vernietiging (soort, object, regel, op, aantal) values (?1, ?2, ?3, ?4, ?5)", destroyed.soort,
           destroyed.object, regel, now, destroyed.aantal);
}

bool has_destruction(store::Tx& tx, const Uuid& object) {
    return tx.row<std::int64_t>("select 1 from vernietiging where object = ?1 limit 1", object).has_value();
}

std::vector<Vernietigd> delete_old_sessions(store::Tx& tx, Instant voor, int limit) {
    return counted("sessie", tx.run("delete from sessie where hash in "
                                    "(select hash from sessie where einde_op < ?1 order by einde_op limit ?2)",
                                    voor, limit));
}

std::vector<Vernietigd> delete_old_attempts(store::Tx& tx, Instant voor, int limit) {
    return counted("login_poging", tx.run("delete from login_poging where sleutel in "
                                          "(select sleutel from login_poging where laatste_op < ?1 order by laatste_op limit ?2)",
                                          voor, limit));
}

std::vector<Vernietigd> delete_old_accounts(store::Tx& tx, Instant voor, int limit) {
    std::vector<Vernietigd> destroyed;
    for (const auto& account : tx.rows<Id<Medewerker>>(
             "select medewerker from account where uit_op < ?1 order by uit_op, medewerker limit ?2", voor, limit)) {
        tx.run("delete from sessie where account = ?1", account);
        tx.run("delete from herstelcode where account = ?1", account);
        tx.run("delete from account_domein where account = ?1", account);
        tx.run("delete from account_rol where account = ?1", account);
        tx.run("delete from account where medewerker = ?1", account);
        destroyed.push_back({"account", account.bytes});
    }
    return destroyed;
}

}  // namespace dichtbij::access
