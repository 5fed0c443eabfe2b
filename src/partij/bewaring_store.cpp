#include "partij/bewaring_store.h"

#include <boost/describe/class.hpp>

namespace dichtbij::partij {
using access::counted;

std::vector<access::Vernietigd> delete_old_identificaties(store::Tx& tx, Instant voor, int limit) {
    const auto old = tx.rows<Uuid>("select id from identificatie where op < ?1 order by id limit ?2", voor, limit);
    for (const Uuid& id : old) {
        tx.run("delete from identificatie_antwoord where identificatie = ?1", id);
        tx.run("delete from identificatie where id = ?1", id);
    }
    return counted("identificatie", static_cast<std::int64_t>(old.size()));
}

std::vector<access::Vernietigd> delete_old_openingen(store::Tx& tx, Instant voor, int limit) {
    return counted("partij_opening", tx.run("delete from partij_opening where id in (select id from partij_opening where op < ?1 "
                                            "order by id limit ?2)", voor, limit));
}

std::vector<access::Vernietigd> delete_old_afspraken(store::Tx& tx, Instant voor, int limit) {
    const auto old = tx.rows<Uuid>("select id from partij_afspraak where bekijk_datum < ?1 order by id limit ?2", day_of(voor), limit);
    for (const Uuid& id : old) {
        // A new version: who has the form open gets to see that it changed.
        tx.run("update partij set versie = versie + 1 where id = (select partij from partij_afspraak where id = ?1)", id);
        tx.run("delete from partij_afspraak where id = ?1", id);
    }
    return counted("partij_afspraak", static_cast<std::int64_t>(old.size()));
}

std::vector<access::Vernietigd> delete_loose(store::Tx& tx, Instant voor, int limit) {
    const Uuid before = access::eerste_id_van(voor);
    std::int64_t rows = 0;
    for (const char* sql :
         {"delete from digitaal_adres where id in (select id from digitaal_adres where partij is null and betrokkene is null and id < ?1 order by id limit ?2)",
          "delete from rekeningnummer where id in (select id from rekeningnummer where partij is null and id < ?1 order by id limit ?2)",
          "delete from categorie_relatie where id in (select id from categorie_relatie where partij is null and id < ?1 order by id limit ?2)",
          "delete from partij_identificator where id in (select i.id from partij_identificator i where i.partij is null and i.id < ?1 and not exists "
          "(select 1 from partij_identificator s where s.sub_identificator_van = i.id) order by i.id limit ?2)"})
        rows += tx.run(sql, before, limit);
    return counted("los_gegeven", rows);
}

}  // namespace dichtbij::partij
