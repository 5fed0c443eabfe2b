#include "overleg/overleg_store.h"

#include <algorithm>

#include "store/params.h"

namespace dichtbij::overleg {
namespace {

struct Behandeling {
    Id<dichtbij::Zaak> zaak;
    Instant op;
};
BOOST_DESCRIBE_STRUCT(Behandeling, (), (zaak, op))

struct Moment {
    Id<Werk> werk;
    Instant op;
    std::string gebeurtenis;
};
BOOST_DESCRIBE_STRUCT(Moment, (), (werk, op, gebeurtenis))

struct Grensrij {
    Id<dichtbij::Zaaktype> zaaktype;
    int werkdagen = 0;
};
BOOST_DESCRIBE_STRUCT(Grensrij, (), (zaaktype, werkdagen))

// Beside what the index orders by, so that it stays the entrance.
std::string beside(const std::string& condition) { return "case when " + condition + " then 1 else 0 end = 1"; }

}  // namespace

std::optional<Stand> find_stand(store::Tx& tx, Id<Gemeente> gemeente) {
    return tx.row<Stand>("select " + store::columns<Stand>() + " from vastloper_stand where gemeente = ?1", gemeente);
}

void save_stand(store::Tx& tx, const Stand& stand) {
    tx.run("delete from vastloper_stand where gemeente = ?1", stand.gemeente);
    tx.insert("vastloper_stand", stand);
}

std::vector<Openzaak> open_zaken(store::Tx& tx, const Stand& stand, int limit) {
    return tx.rows<Openzaak>("select z.id, w.id, z.zaaktype, z.opgeschort, w.wacht, w.orde_op, w.laatste_op, (select max(k.laatste_op) from werk k where k.ouder = w.id) "
                             "from werk w cross join zaak z where z.werk = w.id and w.gemeente = ?1 and w.gesloten_op is null and w.soort = 'zaak' and z.gesloten_op is null "
                             "and (w.orde_op, w.id) > (?2, ?3) order by w.orde_op, w.id limit ?4",
                             stand.gemeente, *stand.sleutel, stand.plaats, limit);
}

std::map<Id<dichtbij::Zaak>, Instant> laatst_behandeld(store::Tx& tx, const Zaakids& zaken) {
    std::map<Id<dichtbij::Zaak>, Instant> all;
    if (zaken.empty()) return all;
    store::Params params;
    const std::string marks = params.list(zaken);
    for (const Behandeling& one : tx.rows_with<Behandeling>("select zaak, max(behandeld_op) from vastloper where zaak in (" + marks + ") and behandeld_op is not null group by zaak", params.values()))
        all.emplace(one.zaak, one.op);
    return all;
}

std::map<Id<dichtbij::Zaak>, Vastloper> op_de_lijst(store::Tx& tx, const Zaakids& zaken) {
    std::map<Id<dichtbij::Zaak>, Vastloper> all;
    if (zaken.empty()) return all;
    store::Params params;
    const std::string marks = params.list(zaken);
    for (Vastloper& one : tx.rows_with<Vastloper>("select " + store::columns<Vastloper>() + " from vastloper where zaak in (" + marks + ") and behandeld_op is null", params.values()))
        all.emplace(one.zaak, one);
    return all;
}

std::map<Id<Werk>, std::vector<Instant>> doorgegeven(store::Tx& tx, const Werkids& werk) {
    std::map<Id<Werk>, std::vector<Instant>> all;
    if (werk.empty()) return all;
    store::Params params;
    const std::string marks = params.list(werk);
    std::vector<Moment> moments = tx.rows_with<Moment>("select werk, op, gebeurtenis from journaal where werk in (" + marks + ") and gebeurtenis in ('werk.doorgegeven', 'zaak.teruggegeven') order by nummer", params.values());
    for (const Moment& one : moments)
        if (one.gebeurtenis == "werk.doorgegeven") all[one.werk].push_back(one.op);
    for (const Moment& one : moments) {  // each takes the hand-on away that it was
        if (one.gebeurtenis == "werk.doorgegeven") continue;
        auto& given = all[one.werk];
        const auto last = std::find_if(given.rbegin(), given.rend(), [&](Instant op) { return op <= one.op; });
        if (last != given.rend()) given.erase(std::next(last).base());
    }
    return all;
}

std::map<Id<Werk>, std::vector<Instant>> verzet(store::Tx& tx, const Werkids& werk) {
    std::map<Id<Werk>, std::vector<Instant>> all;
    if (werk.empty()) return all;
    store::Params params;
    const std::string marks = params.list(werk);
    for (const Moment& one : tx.rows_with<Moment>("select werk, beeindigd_op, stand from toezegging where werk in (" + marks + ") and stand = 'verzet' and beeindigd_op is not null", params.values()))
        all[one.werk].push_back(one.op);
    return all;
}

void insert_vastloper(store::Tx& tx, const Vastloper& one) { tx.insert("vastloper", one); }

void save_vastloper(store::Tx& tx, const Vastloper& one) {
    tx.run("update vastloper set behandeld_op = ?2, behandeld_door = ?3, afloop = ?4, journaal = ?5, versie = ?6 where id = ?1", one.id, one.behandeld_op, one.behandeld_door, one.afloop,
           one.journaal, one.versie);
}

void insert_aanleiding(store::Tx& tx, const Aanleiding& one) { tx.insert("vastloper_aanleiding", one); }

std::optional<Vastloper> find_vastloper(store::Tx& tx, Id<dichtbij::Vastloper> id) {
    return tx.row<Vastloper>("select " + store::columns<Vastloper>() + " from vastloper where id = ?1", id);
}

std::optional<Vastloper> open_vastloper(store::Tx& tx, Id<dichtbij::Zaak> zaak) {
    return tx.row<Vastloper>("select " + store::columns<Vastloper>() + " from vastloper where zaak = ?1 and behandeld_op is null", zaak);
}

std::map<Id<dichtbij::Vastloper>, std::vector<Aanleiding>> aanleidingen(store::Tx& tx, const std::vector<Id<dichtbij::Vastloper>>& ids) {
    std::map<Id<dichtbij::Vastloper>, std::vector<Aanleiding>> all;
    if (ids.empty()) return all;
    store::Params params;
    const std::string marks = params.list(ids);
    for (Aanleiding& one : tx.rows_with<Aanleiding>("select " + store::columns<Aanleiding>() + " from vastloper_aanleiding where vastloper in (" + marks + ") order by op, oorzaak", params.values()))
        all[one.vastloper].push_back(one);
    return all;
}

std::map<Id<Werk>, std::vector<Beloftestand>> beloftestanden(store::Tx& tx, const Werkids& werk) {
    std::map<Id<Werk>, std::vector<Beloftestand>> all;
    if (werk.empty()) return all;
    store::Params params;
    const std::string marks = params.list(werk);
    for (const Beloftestand& one : tx.rows_with<Beloftestand>("select werk, stand, beeindigd_op, gemist_op from toezegging where werk in (" + marks + ")", params.values()))
        all[one.werk].push_back(one);
    return all;
}

std::vector<Id<dichtbij::Vastloper>> weer_vastgelopen(store::Tx& tx, const std::vector<Id<dichtbij::Vastloper>>& ids) {
    if (ids.empty()) return {};
    store::Params params;
    const std::string marks = params.list(ids);
    return tx.rows_with<Id<dichtbij::Vastloper>>("select v.id from vastloper v where v.id in (" + marks + ") and exists (select 1 from vastloper n where n.zaak = v.zaak and n.id > v.id)",
                                                 params.values());
}

std::string woorden(store::Tx& tx, std::int64_t journaal) {
    return tx.row<std::string>("select coalesce(v.tekst, t.tekst, '') from toelichting t left join toelichting v on v.nummer = t.vervangen_door where t.nummer = ?1", journaal).value_or("");
}

void ruim_op(store::Tx& tx, Id<Gemeente> gemeente, Instant now) {
    tx.run("update vastloper set behandeld_op = ?2, afloop = 'gesloten', versie = versie + 1 where gemeente = ?1 and behandeld_op is null "
           "and exists (select 1 from zaak z where z.id = vastloper.zaak and z.gesloten_op is not null)",
           gemeente, now);
    constexpr std::string_view gone = "(select v.id from vastloper v where v.gemeente = ?1 and not exists (select 1 from zaak z where z.id = v.zaak))";
    tx.run("delete from vastloper_aanleiding where vastloper in " + std::string(gone), gemeente);
    tx.run("delete from vastloper where id in " + std::string(gone), gemeente);
}

// The row of nobody's case type is that of the gemeente.
Grenzen find_grenzen(store::Tx& tx, Id<Gemeente> gemeente) {
    Grenzen grenzen;
    for (const Grensrij& one : tx.rows<Grensrij>("select zaaktype, werkdagen from stilstand_grens where gemeente = ?1", gemeente)) {
        if (one.zaaktype.is_nil()) grenzen.standaard = one.werkdagen;
        else grenzen.van_type.emplace(one.zaaktype, one.werkdagen);
    }
    return grenzen;
}

void replace_grenzen(store::Tx& tx, Id<Gemeente> gemeente, const Grenzen& grenzen) {
    tx.run("delete from stilstand_grens where gemeente = ?1", gemeente);
    const auto put = [&](Id<dichtbij::Zaaktype> type, int werkdagen) { tx.run("insert into stilstand_grens (gemeente, zaaktype, werkdagen) values (?1, ?2, ?3)", gemeente, type, werkdagen); };
    put({}, grenzen.standaard);
    for (const auto& [type, werkdagen] : grenzen.van_type) put(type, werkdagen);
}

std::vector<Vastloper> blad(store::Tx& tx, const access::Caller& caller, const Bladvraag& vraag) {
    store::Params params;
    const std::string key = vraag.behandeld ? "v.behandeld_op" : "v.sinds_op";
    std::string sql = "select " + store::columns<Vastloper>("v") + " from vastloper v join werk w on w.id = v.werk where v.behandeld_op is " + (vraag.behandeld ? "not null" : "null") + " and " +
                      access::gemeente_condition(caller, "v.gemeente", params.values());
    if (!vraag.behandeld) sql += " and w.gesloten_op is null";
    if (vraag.oorzaak) sql += " and exists (select 1 from vastloper_aanleiding a where a.vastloper = v.id and a.oorzaak = " + params.mark(*vraag.oorzaak) + ")";
    if (vraag.team) sql += " and " + beside("w.team = " + params.mark(*vraag.team));
    if (vraag.zaaktype) {  // a filter on what is masked must not find what is masked
        sql += " and exists (select 1 from zaak z where z.id = v.zaak and z.zaaktype = " + params.mark(*vraag.zaaktype) + ")";
        sql += " and " + access::domein_condition(caller, "w.domein", params.values());
    }
    if (vraag.na) {
        const std::string from = params.mark(vraag.na->first);
        sql += " and (" + key + ", v.id) " + (vraag.behandeld ? "<" : ">") + " (" + from + ", " + params.mark(vraag.na->second) + ")";
    }
    const std::string way = vraag.behandeld ? " desc" : "";
    sql += " order by " + key + way + ", v.id" + way + " limit " + params.mark(vraag.limit);
    return tx.rows_with<Vastloper>(sql, params.values());
}

std::int64_t aantal(store::Tx& tx, const access::Caller& caller) {
    store::Params params;
    const std::string sql = "select count(*) from vastloper v join werk w on w.id = v.werk where v.behandeld_op is null and w.gesloten_op is null and " +
                            access::gemeente_condition(caller, "v.gemeente", params.values());
    return tx.rows_with<std::int64_t>(sql, params.values()).at(0);
}

}  // namespace dichtbij::overleg
