#include "app/bewaring_store.h"

namespace dichtbij::app {
namespace {

// Doubles go before their survivor: as long as one is there, the survivor is named.
constexpr std::string_view unused =
    "p.gewist_op is null and p.gewijzigd_op < ?1 "
    "and not exists (select 1 from betrokkene x where x.partij = p.id) "
    "and not exists (select 1 from werk x where x.partij = p.id) "
    "and not exists (select 1 from attentie x where x.partij = p.id) "
    "and not exists (select 1 from zaak_rol x where x.partij = p.id or x.namens = p.id) "
    "and not exists (select 1 from document_versie x where x.door_partij = p.id) "
    "and not exists (select 1 from bericht x where x.partij = p.id) "
    "and not exists (select 1 from concept x where x.partij = p.id) "
    "and not exists (select 1 from identificatie x where x.partij = p.id and x.op >= ?1) "
    "and not exists (select 1 from partij x where x.werkte_voor = p.id and x.gewist_op is null) "
    "and not exists (select 1 from partij_samenvoeging x where x.overlevend = p.id) "
    "and not exists (select 1 from vertegenwoordiging x where x.vertegenwoordigende_partij = p.id or x.vertegenwoordigde_partij = p.id)";

}  // namespace

std::vector<Uuid> ongebruikte_partijen(store::Tx& tx, Instant voor, int limit) {
    static const std::string sql = "select p.id from partij p where " + std::string(unused) + " order by p.id limit ?2";
    return tx.rows<Uuid>(sql, voor, limit);
}

bool is_ongebruikt(store::Tx& tx, Id<Partij> id, Instant voor) {
    static const std::string sql = "select 1 from partij p where " + std::string(unused) + " and p.id = ?2";
    return tx.row<std::int64_t>(sql, voor, id).has_value();
}

}  // namespace dichtbij::app
