#include "access/account_store.h"

// Roles, domains, recovery codes and attempts: the tables beside the account itself.

namespace dichtbij::access {
namespace {

struct RolRij {
    Rol rol = Rol::kcc_medewerker;
    Id<Gemeente> gemeente;
    std::optional<Id<Team>> team;
};
BOOST_DESCRIBE_STRUCT(RolRij, (), (rol, gemeente, team))

}  // namespace

std::vector<Grant> grants_of(store::Tx& tx, Id<Medewerker> medewerker) {
    std::vector<Grant> grants;
    tx.each<RolRij>(
        [&](RolRij&& row) {
            grants.push_back({row.rol, row.gemeente, row.team});
        },
        "select rol, gemeente, team from account_rol where account = ?1 order by gemeente, rol, team", medewerker);
    return grants;
}

std::vector<std::string> domeinen_of(store::Tx& tx, Id<Medewerker> medewerker) {
    return tx.rows<std::string>("select domein from account_domein where account = ?1 order by domein", medewerker);
}

void add_grant(store::Tx& tx, Id<Medewerker> medewerker, const Grant& grant) {
    tx.run("insert into account_rol (account, rol, gemeente, team) values (?1, ?2, ?3, ?4)", medewerker, grant.rol,
           grant.gemeente, grant.team);
}

void remove_grant(store::Tx& tx, Id<Medewerker> medewerker, const Grant& grant) {
    if (grant.team)
        tx.run("delete from account_rol where account = ?1 and rol = ?2 and gemeente = ?3 and team = ?4", medewerker, grant.rol,
               grant.gemeente, *grant.team);
    else
        tx.run("delete from account_rol where account = ?1 and rol = ?2 and gemeente = ?3 and team is null", medewerker,
               grant.rol, grant.gemeente);
}

void replace_domeinen(store::Tx& tx, Id<Medewerker> medewerker, const std::vector<std::string>& domeinen) {
    tx.run("delete from account_domein where account = ?1", medewerker);
    for (const std::string& domein : domeinen)
        tx.run("insert into account_domein (account, domein) values (?1, ?2)", medewerker, domein);
}

std::vector<Id<Medewerker>> holders_of(store::Tx& tx, Rol rol, Id<Gemeente> gemeente) {
    return tx.rows<Id<Medewerker>>(
        "select a.medewerker from account a where a.uit_op is null and exists (select 1 from account_rol r "
        "where r.account = a.medewerker and r.rol = ?1 and r.gemeente = ?2) order by a.naam_sleutel, a.medewerker",
        rol, gemeente);
}

void replace_recovery_codes(store::Tx& tx, Id<Medewerker> medewerker, const std::vector<std::string>& hashes) {
    tx.run("delete from herstelcode where account = ?1", medewerker);
    for (const std::string& hash : hashes)
        tx.run("insert into herstelcode (account, hash) values (?1, ?2)", medewerker, store::Blob{hash});
}

bool use_recovery_code(store::Tx& tx, Id<Medewerker> medewerker, std::string_view hash, Instant now) {
    return tx.run("update herstelcode set gebruikt_op = ?3 where account = ?1 and hash = ?2 and gebruikt_op is null", medewerker,
                  store::Blob{std::string(hash)}, now) == 1;
}

std::int64_t recovery_codes_left(store::Tx& tx, Id<Medewerker> medewerker) {
    return tx.value<std::int64_t>("select count(*) from herstelcode where account = ?1 and gebruikt_op is null", medewerker);
}

std::optional<Pogingen> attempts_of(store::Tx& tx, std::string_view key) {
    return tx.row<Pogingen>("select mislukt, laatste_op, geblokkeerd_tot from login_poging where sleutel = ?1", key);
}

void put_attempts(store::Tx& tx, std::string_view key, const Pogingen& attempts) {
    tx.run(
        "insert into login_poging (sleutel, mislukt, laatste_op, geblokkeerd_tot) values (?1, ?2, ?3, ?4) "
        "on conflict (sleutel) do update set mislukt = excluded.mislukt, laatste_op = excluded.laatste_op, "
        "geblokkeerd_tot = excluded.geblokkeerd_tot",
        key, attempts.mislukt, attempts.laatste_op, attempts.geblokkeerd_tot);
}

void forget_attempts(store::Tx& tx, std::string_view key) { tx.run("delete from login_poging where sleutel = ?1", key); }

}  // namespace dichtbij::access
