#include "werk/bewaring_store.h"

namespace dichtbij::werk {
namespace {

constexpr int deep = 16;

using access::counted;

// False when any of it must stay.
bool collect(store::Tx& tx, Id<dichtbij::Werk> id, Instant voor, std::vector<Id<dichtbij::Werk>>& found, int levels) {
    if (levels == 0 || !tx.row<std::int64_t>("select 1 from werk where id = ?1 and gesloten_op < ?2", id, voor)) return false;
    for (const auto& child : tx.rows<Id<dichtbij::Werk>>("select id from werk where ouder = ?1 order by id", id))
        if (!collect(tx, child, voor, found, levels - 1)) return false;
    found.push_back(id);
    return true;
}

}  // namespace

std::vector<Uuid> werk_closed_before(store::Tx& tx, Instant voor, int limit) {
    return tx.rows<Uuid>("select w.id from werk w where w.gesloten_op < ?1 and w.ouder is null and w.soort <> 'zaak' and not exists "
                         "(select 1 from werk c where c.ouder = w.id and (c.gesloten_op is null or c.gesloten_op >= ?1)) "
                         "order by w.id limit ?2", voor, limit);
}

std::vector<Id<dichtbij::Werk>> familie_closed_before(store::Tx& tx, Id<dichtbij::Werk> id, Instant voor) {
    std::vector<Id<dichtbij::Werk>> found;
    if (!collect(tx, id, voor, found, deep)) return {};
    return found;
}

void delete_werk(store::Tx& tx, Id<dichtbij::Werk> id) {
    for (const char* sql : {"delete from klok_pauze where klok in (select id from klok where werk = ?1)", "delete from klok where werk = ?1",
                            "delete from toezegging where werk = ?1", "delete from attentie where werk = ?1",
                            "delete from werk_ongedaan where werk = ?1", "delete from werk where id = ?1"})
        tx.run(sql, id);
}

std::vector<access::Vernietigd> delete_old_attenties(store::Tx& tx, Instant voor, int limit) {
    return counted("attentie", tx.run("delete from attentie where id in (select id from attentie where gelezen_op < ?1 "
                                      "order by gelezen_op limit ?2)", voor, limit));
}

std::vector<access::Vernietigd> delete_unread_attenties(store::Tx& tx, Instant voor, int limit) {
    return counted("attentie", tx.run("delete from attentie where id in (select id from attentie where gelezen_op is null and op < ?1 "
                                      "order by id limit ?2)", voor, limit));
}

std::vector<access::Vernietigd> delete_weergaven_of_who_left(store::Tx& tx, Instant voor, int limit) {
    return counted("weergave", tx.run("delete from weergave where id in (select v.id from weergave v join medewerker m on m.id = v.medewerker "
                                      "where v.team is null and m.in_dienst_tot < ?1 order by v.id limit ?2)", day_of(voor), limit));
}

}  // namespace dichtbij::werk
