#include "partij/accountmanager_store.h"

namespace dichtbij::partij {

constinit const std::string_view accountmanager_sql = R"(
-- persoonsgegevens: medewerker, zolang in dienst
create table partij_accountmanager (
    partij $id primary key references partij (id),
    medewerker $id not null
) $strict;
create index partij_accountmanager_medewerker on partij_accountmanager (medewerker);
)";

std::optional<Id<dichtbij::Medewerker>> accountmanager_of(store::Tx& tx, Id<dichtbij::Partij> partij) {
    return tx.row<Id<dichtbij::Medewerker>>("select medewerker from partij_accountmanager where partij = ?1", partij);
}

void save_accountmanager(store::Tx& tx, Id<dichtbij::Partij> partij, std::optional<Id<dichtbij::Medewerker>> medewerker) {
    tx.run("delete from partij_accountmanager where partij = ?1", partij);
    if (medewerker) tx.run("insert into partij_accountmanager (partij, medewerker) values (?1, ?2)", partij, *medewerker);
}

std::vector<access::Vernietigd> delete_old_accountmanagers(store::Tx& tx, Instant voor, int limit) {
    const auto rows = tx.run("delete from partij_accountmanager where partij in (select a.partij from partij_accountmanager a"
                             " join medewerker m on m.id = a.medewerker join partij p on p.id = a.partij"
                             " where m.in_dienst_tot < ?1 or p.gewist_op is not null order by a.partij limit ?2)",
                             day_of(voor), limit);
    if (rows == 0) return {};
    return {{"partij_accountmanager", std::nullopt, rows}};
}

}  // namespace dichtbij::partij
