#include "zaak/bewaring_store.h"

namespace dichtbij::zaak {
namespace {

// A main case waits for its parts, and a question for the cases it led to.
constexpr std::string_view destroyable =
    "z.archiefactiedatum < ?1 and z.archiefnominatie = 'vernietigen' and z.archiefstatus = 'nog_te_archiveren' and z.gesloten_op is not null "
    "and not exists (select 1 from zaak d where d.hoofdzaak = z.id)";

}  // namespace

std::vector<Uuid> zaken_to_destroy(store::Tx& tx, Instant voor, int limit) {
    static const std::string sql = "select z.id from zaak z where " + std::string(destroyable) + " order by z.archiefactiedatum, z.id limit ?2";
    return tx.rows<Uuid>(sql, day_of(voor), limit);
}

std::optional<Id<Werk>> werk_of_destroyable(store::Tx& tx, Id<dichtbij::Zaak> id, Instant voor) {
    static const std::string sql = "select z.werk from zaak z where " + std::string(destroyable) + " and z.id = ?2";
    return tx.row<Id<Werk>>(sql, day_of(voor), id);
}

void delete_zaak(store::Tx& tx, Id<dichtbij::Zaak> id) {
    for (const char* sql : {"delete from zaak_overname where zaak = ?1", "delete from zaaktaak where zaak = ?1", "delete from zaak_besluit where zaak = ?1", "delete from zaak_ingebrekestelling where zaak = ?1",
                            "delete from zaak_verlenging where zaak = ?1", "delete from zaak_opschorting where zaak = ?1",
                            "delete from zaak_relatie where zaak = ?1 or andere = ?1", "delete from zaak_eigenschap where zaak = ?1",
                            "delete from zaak_rol where zaak = ?1", "delete from zaak_status where zaak = ?1", "delete from zaak where id = ?1"})
        tx.run(sql, id);
}

}  // namespace dichtbij::zaak
