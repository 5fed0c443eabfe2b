#include "organisatie/bewaring_store.h"

namespace dichtbij::organisatie {
using access::counted;

std::vector<access::Vernietigd> delete_old_absences(store::Tx& tx, Instant voor, int limit) {
    return counted("afwezigheid", tx.run("delete from afwezigheid where id in (select id from afwezigheid where tot < ?1 order by id limit ?2)",
                                         day_of(voor), limit));
}

std::vector<access::Vernietigd> delete_old_substitutions(store::Tx& tx, Instant voor, int limit) {
    return counted("vervanging", tx.run("delete from vervanging where id in (select id from vervanging where tot < ?1 order by id limit ?2)",
                                        day_of(voor), limit));
}

std::vector<access::Vernietigd> delete_old_presence(store::Tx& tx, Instant voor, int limit) {
    return counted("aanwezigheid",
                   tx.run("delete from aanwezigheid where medewerker in (select medewerker from aanwezigheid where sinds < ?1 "
                          "order by medewerker limit ?2)", voor, limit));
}

std::vector<access::Vernietigd> forget_who_left(store::Tx& tx, Instant voor, int limit) {
    const auto left = tx.rows<Id<Medewerker>>("select id from medewerker where in_dienst_tot < ?1 and (email <> '' or telefoon <> '' or functie <> '') "
                                              "order by id limit ?2", day_of(voor), limit);
    std::vector<access::Vernietigd> destroyed;
    for (const auto& id : left) {
        for (const char* sql : {"delete from medewerker_vaardigheid where medewerker = ?1", "delete from gemeente_manager where medewerker = ?1",
                                "delete from team_lid where medewerker = ?1"})
            tx.run(sql, id);
        tx.run("update medewerker set email = '', telefoon = '', functie = '', zoekwoorden = '', versie = versie + 1 where id = ?1", id);
        destroyed.push_back({"medewerker", std::nullopt, 1});
    }
    return destroyed;
}

}  // namespace dichtbij::organisatie
