#include "belofte/belofte_store.h"

#include "store/params.h"

namespace dichtbij::belofte {
namespace {

using store::Params;

// The status it has now was set by the last row.
constexpr std::string_view openzaak =
    "select z.id, w.id, z.zaaktype, z.zaaktype_versie, z.status, z.startdatum, z.opgeschort, w.orde_op, w.geopend_op, w.beloofd_op, w.waarschuwing_op, "
    "(select s.op from zaak_status s where s.zaak = z.id order by s.id desc limit 1) ";

struct Stilrij {
    Id<dichtbij::Zaak> zaak;
    Day van{};
    std::optional<Day> tot;
    std::optional<Day> tot_uiterlijk;
};
BOOST_DESCRIBE_STRUCT(Stilrij, (), (zaak, van, tot, tot_uiterlijk))

struct Lengterij {
    Id<dichtbij::Zaaktype> zaaktype;
    std::string status;
    int werkdagen = 0;
    std::int64_t aantal = 0;
};
BOOST_DESCRIBE_STRUCT(Lengterij, (), (zaaktype, status, werkdagen, aantal))

// A promise that was moved since takes its row from every list at once. One owner has less work than his
// gemeente has promises in danger: then it begins there.
std::string of_page(const access::Caller& caller, const Bladvraag& vraag, Params& params) {
    const std::string from = vraag.eigenaar ? " from werk w cross join verwachting v" : " from verwachting v cross join werk w";
    std::string sql = from + " where w.id = v.werk and w.gesloten_op is null and w.beloofd_op = v.beloofd_op and " +
                      access::gemeente_condition(caller, "v.gemeente", params.values());
    if (vraag.eigenaar) sql += " and w.eigenaar = " + params.mark(*vraag.eigenaar);
    if (!vraag.teams.empty()) sql += " and w.team in (" + params.list(vraag.teams) + ")";
    if (vraag.gewaarschuwd_voor) sql += " and w.waarschuwing_op <= " + params.mark(*vraag.gewaarschuwd_voor);
    return sql;
}

}  // namespace

std::optional<Stand> find_stand(store::Tx& tx, Id<Gemeente> gemeente) {
    return tx.row<Stand>("select " + store::columns<Stand>() + " from belofte_stand where gemeente = ?1", gemeente);
}

void save_stand(store::Tx& tx, const Stand& stand) {
    tx.run("delete from belofte_stand where gemeente = ?1", stand.gemeente);
    tx.insert("belofte_stand", stand);
}

std::vector<Openzaak> open_zaken(store::Tx& tx, const Stand& stand, int limit) {
    return tx.rows<Openzaak>(std::string(openzaak) +
                                 "from werk w cross join zaak z where z.werk = w.id and w.gemeente = ?1 and w.gesloten_op is null and w.soort = 'zaak' and z.gesloten_op is null "
                                 "and w.beloofd_op is not null and w.waarschuwing_op is not null and (w.orde_op, w.id) > (?2, ?3) order by w.orde_op, w.id limit ?4",
                             stand.gemeente, *stand.sleutel, stand.plaats, limit);
}

std::vector<Openzaak> nieuwe_zaken(store::Tx& tx, const Stand& stand, int limit) {
    return tx.rows<Openzaak>(std::string(openzaak) +
                                 "from zaak z cross join werk w where z.werk = w.id and z.id > ?2 and z.gemeente = ?1 and z.gesloten_op is null and w.gesloten_op is null "
                                 "and w.beloofd_op is not null and w.waarschuwing_op is not null order by z.id limit ?3",
                             stand.gemeente, stand.nieuw_vanaf, limit);
}

std::vector<Vanstap> gesloten_stappen(store::Tx& tx, const Stand& stand, Instant voor, int limit) {
    return tx.rows<Vanstap>("select z.id, z.zaaktype, z.gesloten_op, z.startdatum, z.einddatum, w.uitkomst, coalesce(s.status, ''), s.op from "
                            "(select id, werk, zaaktype, gesloten_op, startdatum, einddatum from zaak where gemeente = ?1 and gesloten_op is not null and gesloten_op < ?2 "
                            "and (gesloten_op, id) > (?3, ?4) order by gesloten_op, id limit ?5) z join werk w on w.id = z.werk and w.uitkomst is not null left join zaak_status s on s.zaak = z.id order by z.gesloten_op, z.id",
                            stand.gemeente, voor, stand.geteld_op, stand.geteld_zaak, limit);
}

Stilstanden stilstanden(store::Tx& tx, const std::vector<Id<dichtbij::Zaak>>& zaken) {
    Stilstanden all;
    if (zaken.empty()) return all;
    Params params;
    const std::string marks = params.list(zaken);
    for (const Stilrij& row : tx.rows_with<Stilrij>("select zaak, van, tot, tot_uiterlijk from zaak_opschorting where zaak in (" + marks + ")", params.values()))
        all[row.zaak].push_back({row.van, row.tot, row.tot_uiterlijk});
    return all;
}

void tel_bij(store::Tx& tx, const std::map<Lengte, std::map<int, std::int64_t>>& lengten) {
    for (const auto& [lengte, tellingen] : lengten)
        for (const auto& [werkdagen, aantal] : tellingen)
            tx.run("insert into doorlooptijd (zaaktype, status, jaar, werkdagen, aantal) values (?1, ?2, ?3, ?4, ?5) "
                   "on conflict (zaaktype, status, jaar, werkdagen) do update set aantal = doorlooptijd.aantal + excluded.aantal",
                   lengte.zaaktype, lengte.status, lengte.jaar, werkdagen, aantal);
}

std::map<std::pair<Id<dichtbij::Zaaktype>, std::string>, Doorlooptijd> doorlooptijden(store::Tx& tx, Id<Gemeente> gemeente, int vanaf_jaar) {
    std::map<std::pair<Id<dichtbij::Zaaktype>, std::string>, std::vector<Telling>> tellingen;
    tx.each<Lengterij>([&](Lengterij&& row) { tellingen[{row.zaaktype, row.status}].push_back({row.werkdagen, row.aantal}); },
                       "select d.zaaktype, d.status, d.werkdagen, d.aantal from zaaktype t join doorlooptijd d on d.zaaktype = t.id where t.gemeente = ?1 and d.jaar >= ?2", gemeente,
                       vanaf_jaar);
    std::map<std::pair<Id<dichtbij::Zaaktype>, std::string>, Doorlooptijd> all;
    for (auto& [key, list] : tellingen) all.emplace(key, Doorlooptijd(std::move(list)));
    return all;
}

std::map<Id<dichtbij::Zaak>, Verwachting> verwachtingen(store::Tx& tx, const std::vector<Id<dichtbij::Zaak>>& zaken) {
    std::map<Id<dichtbij::Zaak>, Verwachting> all;
    if (zaken.empty()) return all;
    Params params;
    const std::string marks = params.list(zaken);
    // From the cases on: on a morning when few rows are known to be there SQLite would read all of them for each page.
    for (Verwachting& one :
         tx.rows_with<Verwachting>("select " + store::columns<Verwachting>("v") + " from zaak z cross join verwachting v where z.id in (" + marks + ") and v.zaak = z.id", params.values()))
        all.emplace(one.zaak, one);
    return all;
}

std::optional<Verwachting> find_verwachting(store::Tx& tx, Id<dichtbij::Zaak> zaak) {
    return tx.row<Verwachting>("select " + store::columns<Verwachting>() + " from verwachting where zaak = ?1", zaak);
}

void save_verwachting(store::Tx& tx, const Verwachting& v, const Verwachting* before) {
    if (!before) return tx.insert("verwachting", v);
    if (before->beloofd_op == v.beloofd_op && before->werk == v.werk && before->gemeente == v.gemeente) {
        // What the lists are sorted by stays where it is: most rows of most mornings.
        tx.run("update verwachting set kans = ?2, verwacht_datum = ?3, nog_werkdagen = ?4, grond = ?5, zaken = ?6, sinds_op = ?7, eigenaar_op = ?8, teamleider_op = ?9 where zaak = ?1", v.zaak,
               v.kans, v.verwacht_datum, v.nog_werkdagen, v.grond, v.zaken, v.sinds_op, v.eigenaar_op, v.teamleider_op);
        return;
    }
    delete_verwachting(tx, v.zaak);
    tx.insert("verwachting", v);
}

void delete_verwachting(store::Tx& tx, Id<dichtbij::Zaak> zaak) { tx.run("delete from verwachting where zaak = ?1", zaak); }

void delete_verlopen(store::Tx& tx, Id<Gemeente> gemeente) {
    tx.run("delete from verwachting where gemeente = ?1 and not exists (select 1 from werk w where w.id = verwachting.werk and w.gesloten_op is null "
           "and w.object = verwachting.zaak)",
           gemeente);
}

std::vector<Verwachting> blad(store::Tx& tx, const access::Caller& caller, const Bladvraag& vraag) {
    Params params;
    std::string sql = "select " + store::columns<Verwachting>("v") + of_page(caller, vraag, params);
    if (vraag.na) {
        const std::string from = params.mark(vraag.na->first);
        sql += " and (v.beloofd_op, v.zaak) > (" + from + ", " + params.mark(vraag.na->second) + ")";
    }
    sql += " order by v.beloofd_op, v.zaak limit " + params.mark(vraag.limit);
    return tx.rows_with<Verwachting>(sql, params.values());
}

std::int64_t aantal(store::Tx& tx, const access::Caller& caller, const Bladvraag& vraag) {
    Params params;
    const std::string sql = "select count(*)" + of_page(caller, vraag, params);
    return tx.rows_with<std::int64_t>(sql, params.values()).at(0);
}

}  // namespace dichtbij::belofte
