#include "notificatie/bewaring.h"

namespace dichtbij::notificatie {
namespace {

constexpr int told_days = 30;

using access::counted;

std::vector<access::Vernietigd> delete_leveringen(store::Tx& tx, Instant before, int limit) {
    return counted("levering", tx.run("delete from levering where nummer in (select nummer from levering where klaar_op is not null and klaar_op < ?1 order by klaar_op limit ?2)",
                                      before, limit));
}

std::vector<access::Vernietigd> delete_notificaties(store::Tx& tx, Instant before, int limit) {
    return counted("notificatie", tx.run("delete from notificatie where id in (select n.id from notificatie n where n.id < ?1 and not exists (select 1 from levering l "
                                         "where l.notificatie = n.id) order by n.id limit ?2)",
                                         access::eerste_id_van(before), limit));
}

}  // namespace

std::vector<access::BewaarRegel> bewaar_regels() {
    return {{"levering", {"levering"}, "own choice: thirty days after it arrived or was given up, to answer what was told", told_days, access::Vernietig(delete_leveringen)},
            {"notificatie", {"notificatie"}, "own choice: thirty days, and as long as it is on its way", told_days, access::Vernietig(delete_notificaties)}};
}

}  // namespace dichtbij::notificatie
