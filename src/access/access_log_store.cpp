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

constexpr std::string_view applications = "alter table inzage add column applicatie $id";

constexpr store::Migration all_migrations[] = {{"inzage.1", 1, schema}, {"inzage.2", 1, applications}};

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
    std::optional<Id<Applicatie>> applicatie;
};
BOOST_DESCRIBE_STRUCT(Gelezen, (),
                      (nummer, op, soort, medewerker, rollen, doel, scherm, gemeente, partij, zoek, object_soort, object,
                       verzoek, applicatie))

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

// Numbers rise with the moment, but for what threads and nodes wrote at the same time.
constexpr std::int64_t disorder = 10'000;

// The first number whose row is from `op` or later, by halving: cheaper than an index that every row has
// to go into.
std::optional<std::int64_t> first_number_from(store::Tx& tx, Instant op) {
    auto low = tx.row<std::int64_t>("select nummer from inzage order by nummer limit 1").value_or(0);
    auto high = tx.row<std::int64_t>("select nummer from inzage order by nummer desc limit 1").value_or(0) + 1;
    const std::int64_t end = high;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        const auto seen = tx.row<Instant>("select op from inzage where nummer >= ?1 order by nummer limit 1", middle);
        if (seen && *seen < op) low = middle + 1;
        else high = middle;
    }
    return low < end ? std::optional(low) : std::nullopt;
}

// Bounds on the number beside those on the moment: the list is in order of number.
void add_period(store::Tx& tx, Where& where, const InzageFilter& filter) {
    if (filter.van) {
        where.add("op >= " + where.mark(*filter.van));
        if (const auto first = first_number_from(tx, *filter.van)) where.add("nummer >= " + where.mark(*first - disorder));
    }
    if (filter.tot) {
        where.add("op < " + where.mark(*filter.tot));
        if (const auto end = first_number_from(tx, *filter.tot)) where.add("nummer < " + where.mark(*end + disorder));
    }
}

// Several rows in one statement, in two lengths so that the store prepares few of them.
constexpr std::size_t rows_per_statement = 25;

std::string insert_sql(std::size_t rows) {
    std::string sql = "insert into inzage (" + store::columns<InzageRij>() + ") values ";
    constexpr std::size_t width =
        boost::mp11::mp_size<boost::describe::describe_members<InzageRij, boost::describe::mod_public>>::value;
    for (std::size_t row = 0; row < rows; ++row) {
        sql += row ? ", (" : "(";
        for (std::size_t column = 0; column < width; ++column)
            sql += (column ? ", ?" : "?") + std::to_string(row * width + column + 1);
        sql += ")";
    }
    return sql;
}

void append_params(std::vector<store::Value>& params, const InzageRij& row) {
    boost::mp11::mp_for_each<boost::describe::describe_members<InzageRij, boost::describe::mod_public>>([&](auto member) {
        params.push_back(store::Column<std::decay_t<decltype(row.*member.pointer)>>::to(row.*member.pointer));
    });
}

void insert_partijen(store::Tx& tx, std::int64_t nummer, std::span<const Id<Partij>> partijen) {
    std::vector<store::Value> params{nummer};
    std::string sql = "insert into inzage_partij (partij, nummer) values ";
    for (const auto& partij : partijen) {
        params.push_back(store::Column<Id<Partij>>::to(partij));
        sql += (params.size() == 2 ? "(?" : ", (?") + std::to_string(params.size()) + ", ?1)";
    }
    tx.run_with(sql + " on conflict do nothing", params);
}

void insert_with_others(store::Tx& tx, const InzageNieuw& row) {
    std::vector<store::Value> params;
    append_params(params, row.rij);
    const auto nummer = tx.rows_with<std::int64_t>(insert_sql(1) + " returning nummer", params).at(0);
    std::vector<Id<Partij>> others = row.overige;
    std::erase(others, row.rij.partij);
    for (std::size_t at = 0; at < others.size(); at += rows_per_statement)
        insert_partijen(tx, nummer, std::span(others).subspan(at, std::min(rows_per_statement, others.size() - at)));
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
                      std::move(row.verzoek),
                      row.applicatie};
    if (!row.partij) return regel;
    regel.partijen.push_back(*row.partij);
    for (const auto& partij :
         tx.rows<Id<Partij>>("select partij from inzage_partij where nummer = ?1 order by partij", row.nummer))
        regel.partijen.push_back(partij);
    return regel;
}

}  // namespace

std::span<const store::Migration> access_log_migrations() { return all_migrations; }

void insert_inzage(store::Tx& tx, std::span<const InzageNieuw> rows) {
    std::vector<store::Value> params;
    std::size_t in_statement = 0;
    const auto flush = [&] {
        if (in_statement == 0) return;
        tx.run_with(insert_sql(in_statement), params);
        params.clear();
        in_statement = 0;
    };
    for (const InzageNieuw& row : rows) {
        if (!row.overige.empty()) {
            insert_with_others(tx, row);
            continue;
        }
        append_params(params, row.rij);
        if (++in_statement == rows_per_statement) flush();
    }
    flush();
}

InzagePage read_inzage(store::Tx& tx, const InzageFilter& filter, const std::optional<std::vector<Id<Gemeente>>>& gemeenten,
                       int limit) {
    Where where;
    if (gemeenten) add_gemeenten(where, *gemeenten);
    if (filter.gemeente) where.add("gemeente = " + where.mark(*filter.gemeente));
    if (filter.medewerker) where.add("medewerker = " + where.mark(*filter.medewerker));
    if (filter.partij) {
        const std::string mark = where.mark(*filter.partij);
        where.add("nummer in (select nummer from inzage where partij = " + mark +
                  " union all select nummer from inzage_partij where partij = " + mark + ")");
    }
    add_period(tx, where, filter);
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
    const auto last = tx.value<std::optional<std::int64_t>>(
        "select max(nummer) from (select nummer, op from inzage order by nummer limit ?2) as oudste where op < ?1", before,
        limit);
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
