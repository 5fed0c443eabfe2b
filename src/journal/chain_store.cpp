#include "journal/chain_store.h"

#include "store/dialect.h"

namespace dichtbij::journal {
namespace {

// One row of the check, flat; a journal row that is gone shows as NULL in its columns.
struct Vlak {
    std::int64_t volgnummer = 0;
    std::int64_t nummer = 0;
    store::Blob hash;
    std::optional<std::int64_t> xid;
    std::optional<std::string> gebeurtenis;
    std::optional<Id<Gemeente>> gemeente;
    std::optional<std::string> object_soort;
    std::optional<Uuid> object;
    std::optional<std::int64_t> op;
    std::optional<Id<Medewerker>> door;
    std::optional<Id<Werk>> werk;
    std::optional<Id<Partij>> partij;
    std::optional<std::string> kenmerken;
    std::optional<store::Blob> toelichting_hash;
    std::optional<store::Blob> zout;
    std::optional<std::string> tekst;
    std::int64_t weg_met_reden = 0;
};
BOOST_DESCRIBE_STRUCT(Vlak, (),
                      (volgnummer, nummer, hash, xid, gebeurtenis, gemeente, object_soort, object, op, door, werk, partij,
                       kenmerken, toelichting_hash, zout, tekst, weg_met_reden))

constexpr std::string_view select_links = R"(
select k.volgnummer, k.nummer, k.hash, j.xid, j.gebeurtenis, j.gemeente, j.object_soort, j.object, j.op, j.door, j.werk,
       j.partij, j.kenmerken, j.toelichting_hash, t.zout, t.tekst,
       case when t.vernietigd_op is not null or t.vervangen_door is not null then 1 else 0 end
from keten k
left join journaal j on j.nummer = k.nummer
left join toelichting t on t.nummer = k.nummer
where k.volgnummer > ?1 order by k.volgnummer limit ?2)";

Toetsing toetsing_of(Vlak&& row) {
    Toetsing made{
        {row.volgnummer, row.nummer, std::move(row.hash)}, {}, std::move(row.zout), std::move(row.tekst), row.weg_met_reden != 0};
    if (row.xid)
        made.bron = KetenBron{*row.xid,
                              row.nummer,
                              std::move(*row.gebeurtenis),
                              *row.gemeente,
                              std::move(*row.object_soort),
                              *row.object,
                              *row.op,
                              row.door,
                              row.werk,
                              row.partij,
                              std::move(*row.kenmerken),
                              std::move(row.toelichting_hash)};
    return made;
}

}  // namespace

std::vector<KetenBron> settled_sources(store::Tx& tx, const Cursor& after, int limit) {
    std::vector<KetenBron> rows;
    each_after<KetenBron>(tx, "select " + store::columns<KetenBron>("j") + " from journaal j", {after, Rijen::vast, limit},
                          [&](KetenBron&& row) { rows.push_back(std::move(row)); });
    return rows;
}

std::optional<Schakel> last_link(store::Tx& tx) {
    return tx.row<Schakel>("select volgnummer, nummer, hash from keten order by volgnummer desc limit 1");
}

void add_link(store::Tx& tx, const Schakel& link) { tx.insert("keten", link); }

std::vector<Toetsing> links_after(store::Tx& tx, std::int64_t volgnummer, int limit) {
    std::vector<Toetsing> links;
    tx.each<Vlak>([&](Vlak&& row) { links.push_back(toetsing_of(std::move(row))); }, select_links, volgnummer, limit);
    return links;
}

std::vector<std::int64_t> unchained_before(store::Tx& tx, const Cursor& cursor, int limit) {
    // Counting first: an index on keten.nummer, only for this question, would slow down every row.
    constexpr std::string_view passed = "(j.xid < ?1 or (j.xid = ?1 and j.nummer <= ?2))";
    const auto rows =
        tx.value<std::int64_t>("select count(*) from journaal j where " + std::string(passed), cursor.xid, cursor.nummer);
    if (rows ==
        tx.value<std::int64_t>("select count(*) from keten k where exists (select 1 from journaal j where j.nummer = k.nummer)"))
        return {};
    return tx.rows<std::int64_t>("select j.nummer from journaal j where " + std::string(passed) +
                                     " and j.nummer not in (select k.nummer from keten k) order by j.nummer limit ?3",
                                 cursor.xid, cursor.nummer, limit);
}

}  // namespace dichtbij::journal
