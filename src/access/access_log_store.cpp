#include "access/access_log_store.h"

namespace dichtbij::access {
namespace {

constexpr std::string_view schema = R"(
-- persoonsgegevens: inzage
create table inzage (
    nummer $serial,
    op $int not null,
    soort $text not null,
    medewerker $id,
    rollen $text not null,
    doel $text not null,
    scherm $text not null,
    gemeente $id not null,
    partij $id,
    zoek $text not null,
    object_soort $text not null,
    object $id,
    verzoek $text not null
) $strict;
create index inzage_op on inzage (op);
create index inzage_medewerker on inzage (medewerker, nummer) where medewerker is not null;
create index inzage_om_partij on inzage (partij, nummer) where partij is not null;

-- persoonsgegevens: inzage
create table inzage_partij (
    partij $id not null,
    nummer $int not null,
    primary key (partij, nummer)
) $strict;
create index inzage_partij_nummer on inzage_partij (nummer);

-- geen persoonsgegevens
create table inzage_stand (
    node $text primary key,
    schoon $int not null
) $strict;
)";

constexpr store::Migration all_migrations[] = {{"inzage.1", 1, schema}};

struct Gelezen {
    std::int64_t nummer = 0;
    Instant op;
    Inzagesoort soort = Inzagesoort::detail;
    std::optional<Id<Medewerker>> medewerker;
    std::string rollen;
    std::string doel;
    std::string scherm;
    Id<Gemeente> gemeente;
    std::optional<Id<Partij>> partij;
    std::string zoek;
    std::string object_soort;
    std::optional<Uuid> object;
    std::string verzoek;
};
BOOST_DESCRIBE_STRUCT(Gelezen, (),
                      (nummer, op, soort, medewerker, rollen, doel, scherm, gemeente, partij, zoek, object_soort, object,
                       verzoek))

// Collects conditions and their values.
class Where {
  public:
    template <class T>
    std::string mark(const T& value) {
        params.push_back(store::Column<T>::to(value));
        return "?" + std::to_string(params.size());
    }
    void add(const std::string& condition) { sql += (sql.empty() ? " where " : " and ") + condition; }
    std::string sql;
    std::vector<store::Value> params;
};

void add_gemeenten(Where& where, const std::vector<Id<Gemeente>>& gemeenten) {
    std::string list = where.mark(Id<Gemeente>{});
    for (const auto& gemeente : gemeenten) list += ", " + where.mark(gemeente);
    where.add("gemeente in (" + list + ")");
}

InzageRegel regel_of(store::Tx& tx, Gelezen&& row) {
    InzageRegel regel{row.nummer,
                      row.op,
                      row.soort,
                      row.medewerker,
                      std::move(row.rollen),
                      std::move(row.doel),
                      std::move(row.scherm),
                      row.gemeente,
                      {},
                      std::move(row.zoek),
                      std::move(row.object_soort),
                      row.object,
                      std::move(row.verzoek)};
    if (!row.partij) return regel;
    regel.partijen.push_back(*row.partij);
    for (const auto& partij :
         tx.rows<Id<Partij>>("select partij from inzage_partij where nummer = ?1 order by partij", row.nummer))
        regel.partijen.push_back(partij);
    return regel;
}

}  // namespace

std::span<const store::Migration> access_log_migrations() { return all_migrations; }

void insert_inzage(store::Tx& tx, const InzageRij& row, const std::vector<Id<Partij>>& partijen) {
    if (partijen.size() <= 1) return tx.insert("inzage", row);
    const auto nummer = tx.value<std::int64_t>(
        "insert into inzage (op, soort, medewerker, rollen, doel, scherm, gemeente, partij, zoek, object_soort, object, verzoek) "
        "values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) returning nummer",
        row.op, row.soort, row.medewerker, row.rollen, row.doel, row.scherm, row.gemeente, row.partij, row.zoek, row.object_soort,
        row.object, row.verzoek);
    for (const auto& partij : partijen)
        if (partij != row.partij)
            tx.run("insert into inzage_partij (partij, nummer) values (?1, ?2) on conflict do nothing", partij, nummer);
}

InzagePage read_inzage(store::Tx& tx, const InzageFilter& filter, const std::optional<std::vector<Id<Gemeente>>>& gemeenten,
                       int limit) {
    Where where;
    if (gemeenten) add_gemeenten(where, *gemeenten);
    if (filter.gemeente) where.add("gemeente = " + where.mark(*filter.gemeente));
    if (filter.medewerker) where.add("medewerker = " + where.mark(*filter.medewerker));
    if (filter.partij) {
        const std::string mark = where.mark(*filter.partij);
        where.add("(partij = " + mark + " or nummer in (select nummer from inzage_partij where partij = " + mark + "))");
    }
    if (filter.van) where.add("op >= " + where.mark(*filter.van));
    if (filter.tot) where.add("op < " + where.mark(*filter.tot));
    if (filter.voor) where.add("nummer < " + where.mark(*filter.voor));
    const std::string sql = "select " + store::columns<Gelezen>() + " from inzage" + where.sql + " order by nummer desc limit " +
                            where.mark(std::int64_t{limit} + 1);
    InzagePage page;
    for (Gelezen& row : tx.rows_with<Gelezen>(sql, where.params)) {
        if (page.regels.size() == static_cast<std::size_t>(limit)) {
            page.voor = page.regels.back().nummer;
            break;
        }
        page.regels.push_back(regel_of(tx, std::move(row)));
    }
    return page;
}

std::int64_t delete_inzage(store::Tx& tx, Instant before, int limit) {
    const auto last = tx.row<std::int64_t>(
        "select max(nummer) from (select nummer from inzage where op < ?1 order by nummer limit ?2) as oud having count(*) > 0",
        before, limit);
    if (!last) return 0;
    tx.run("delete from inzage_partij where nummer in (select nummer from inzage where op < ?1 and nummer <= ?2)", before, *last);
    return tx.run("delete from inzage where op < ?1 and nummer <= ?2", before, *last);
}

bool start_node(store::Tx& tx, std::string_view node) {
    const auto clean = tx.row<bool>("select schoon from inzage_stand where node = ?1", node);
    tx.run("insert into inzage_stand (node, schoon) values (?1, 0) on conflict (node) do update set schoon = 0", node);
    return clean.has_value() && !*clean;
}

void stop_node(store::Tx& tx, std::string_view node) { tx.run("update inzage_stand set schoon = 1 where node = ?1", node); }

}  // namespace dichtbij::access
