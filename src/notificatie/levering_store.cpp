#include "notificatie/levering_store.h"

namespace dichtbij::notificatie {
namespace {

struct NotificatieRij {
    Id<dichtbij::Notificatie> id;
    Id<Gemeente> gemeente;
    std::string kanaal;
    std::string hoofd_object;
    std::string resource;
    std::string resource_url;
    std::string actie;
    Instant op;
    std::string kenmerken;
    bool kenmerken_bekend = true;
    Uuid object{};
    std::optional<std::int64_t> oorzaak;
};
BOOST_DESCRIBE_STRUCT(NotificatieRij, (), (id, gemeente, kanaal, hoofd_object, resource, resource_url, actie, op, kenmerken, kenmerken_bekend, object, oorzaak))

std::string select_levering() { return "select " + store::columns<Levering>() + " from levering "; }

}  // namespace

void insert_notificatie(store::Tx& tx, const Notificatie& one) {
    tx.insert("notificatie", NotificatieRij{one.id, one.gemeente, one.kanaal, one.hoofd_object, one.resource, one.resource_url, one.actie, one.op, as_text(one.kenmerken),
                                 one.kenmerken_bekend, one.object, one.oorzaak});
}

bool is_verteld(store::Tx& tx, std::int64_t oorzaak) { return tx.value<std::int64_t>("select count(*) from notificatie where oorzaak = ?1", oorzaak) > 0; }

std::optional<Notificatie> find_notificatie(store::Tx& tx, Id<dichtbij::Notificatie> id) {
    auto row = tx.row<NotificatieRij>("select " + store::columns<NotificatieRij>() + " from notificatie where id = ?1", id);
    if (!row) return std::nullopt;
    return Notificatie{row->id, row->gemeente, row->kanaal, row->hoofd_object, row->resource, row->resource_url, row->actie, row->op, kenmerken_from(row->kenmerken),
                       row->kenmerken_bekend, row->object, row->oorzaak};
}

void insert_levering(store::Tx& tx, const Levering& one) { tx.insert("levering", one); }

std::optional<Levering> find_levering(store::Tx& tx, Id<dichtbij::Levering> id) { return tx.row<Levering>(select_levering() + "where id = ?1", id); }

void save_levering(store::Tx& tx, const Levering& one) {
    tx.run("update levering set staat = ?2, pogingen = ?3, volgende_op = ?4, fout_sinds = ?5, fout = ?6, status = ?7, klaar_op = ?8 where id = ?1", one.id, one.staat,
           one.pogingen, one.volgende_op, one.fout_sinds, one.fout, one.status, one.klaar_op);
}

void requeue_levering(store::Tx& tx, const Levering& one) {
    tx.run("delete from levering where id = ?1", one.id);
    insert_levering(tx, one);
}

bool has_open(store::Tx& tx, Id<dichtbij::Abonnement> abonnement, const Uuid& object) {
    return tx.row<std::int64_t>("select nummer from levering where abonnement = ?1 and object = ?2 and klaar_op is null limit 1", abonnement, object).has_value();
}

void promote_next(store::Tx& tx, Id<dichtbij::Abonnement> abonnement, const Uuid& object, Instant now) {
    tx.run("update levering set staat = 'klaar', volgende_op = ?3 where nummer = (select min(nummer) from levering where abonnement = ?1 and object = ?2 and "
           "klaar_op is null) and staat = 'wacht'",
           abonnement, object, now);
}

std::vector<Levering> leveringen_due(store::Tx& tx, Id<dichtbij::Abonnement> abonnement, Instant now, int limit) {
    return tx.rows<Levering>(select_levering() + "where abonnement = ?1 and staat = 'klaar' and volgende_op <= ?2 order by volgende_op, nummer limit ?3", abonnement, now, limit);
}

std::int64_t drop_open(store::Tx& tx, Id<dichtbij::Abonnement> abonnement, Leverfout fout, Instant now) {
    return tx.run("update levering set staat = 'vervallen', fout = ?2, klaar_op = ?3 where abonnement = ?1 and klaar_op is null", abonnement, fout, now);
}

std::vector<Levering> open_before(store::Tx& tx, Instant voor, int limit) {
    return tx.rows<Levering>(select_levering() + "where klaar_op is null and sinds < ?1 order by sinds, nummer limit ?2", voor, limit);
}

Tellingen tellingen_of(store::Tx& tx, Id<dichtbij::Abonnement> id) {
    return {tx.value<std::int64_t>("select count(*) from levering where abonnement = ?1 and klaar_op is null", id),
            tx.value<std::int64_t>("select count(*) from levering where abonnement = ?1 and staat = 'dood'", id)};
}

std::vector<Plaats> dode_of(store::Tx& tx, Id<Gemeente> gemeente, std::optional<std::int64_t> voor, int limit) {
    return tx.rows<Plaats>("select nummer, id from levering where gemeente = ?1 and staat = 'dood' and nummer < ?2 order by nummer desc limit ?3", gemeente,
                           voor.value_or(INT64_MAX), limit);
}

std::vector<Plaats> dode_of(store::Tx& tx, Id<dichtbij::Abonnement> abonnement, std::optional<std::int64_t> voor, int limit) {
    return tx.rows<Plaats>("select nummer, id from levering where abonnement = ?1 and staat = 'dood' and nummer < ?2 order by nummer desc limit ?3", abonnement,
                           voor.value_or(INT64_MAX), limit);
}

std::vector<Id<dichtbij::Levering>> stuck_leveringen(store::Tx& tx, int limit) {
    return tx.rows<Id<dichtbij::Levering>>(
        "select l.id from levering l where l.klaar_op is null and ((l.staat = 'wacht' and not exists (select 1 from levering e where e.abonnement = l.abonnement and "
        "e.object = l.object and e.klaar_op is null and e.nummer < l.nummer)) or (l.staat = 'klaar' and exists (select 1 from levering e where "
        "e.abonnement = l.abonnement and e.object = l.object and e.klaar_op is null and e.nummer < l.nummer))) order by l.nummer limit ?1",
        limit);
}

}  // namespace dichtbij::notificatie
