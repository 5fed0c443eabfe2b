#include "journal/journal_store.h"

#include <limits>

#include "journal/kenmerk.h"
#include "store/dialect.h"
#include "store/insert_numbered.h"

namespace dichtbij::journal {
namespace {

constexpr std::string_view schema = R"(
-- geen persoonsgegevens
create table journaal (
    nummer $serial,
    xid $xid,
    gebeurtenis $text not null,
    gemeente $id not null,
    object_soort $text not null,
    object $id not null,
    op $int not null,
    door $id,
    werk $id,
    partij $id,
    kenmerken $text not null,
    toelichting_hash $blob
) $strict;

create index journaal_volgorde on journaal (xid, nummer);
create index journaal_werk on journaal (werk, nummer) where werk is not null;
create index journaal_partij on journaal (partij, nummer) where partij is not null;
create index journaal_object on journaal (object, nummer);

-- persoonsgegevens: toelichting
create table toelichting (
    nummer $int primary key references journaal (nummer),
    zout $blob,
    tekst $text,
    vernietigd_op $int,
    vervangen_door $int
) $strict;
create index toelichting_vervangen on toelichting (vervangen_door) where vervangen_door is not null;

-- geen persoonsgegevens
create table keten (
    volgnummer $int primary key,
    nummer $int not null,
    hash $blob not null
) $strict;

-- geen persoonsgegevens
create table volger (
    naam $text primary key,
    xid $int not null,
    nummer $int not null,
    houder $text not null,
    tot_op $int not null
) $strict;
)";

constexpr store::Migration all_migrations[] = {{"journal.1", 1, schema}};

// A row with its words: those of its replacement when it was corrected.
constexpr std::string_view select_lines = R"(
select j.xid, j.nummer, j.gebeurtenis, j.gemeente, j.object_soort, j.object, j.op, j.door, j.werk, j.partij, j.kenmerken,
       coalesce(v.tekst, t.tekst)
from journaal j
left join toelichting t on t.nummer = j.nummer
left join toelichting v on v.nummer = t.vervangen_door)";

struct Gelezen {
    std::int64_t xid = 0;
    std::int64_t nummer = 0;
    std::string gebeurtenis;
    Id<Gemeente> gemeente;
    Object object_soort = Object::systeem;
    Uuid object{};
    Instant op;
    std::optional<Id<Medewerker>> door;
    std::optional<Id<Werk>> werk;
    std::optional<Id<Partij>> partij;
    std::string kenmerken;
    std::optional<std::string> toelichting;
};
BOOST_DESCRIBE_STRUCT(Gelezen, (),
                      (xid, nummer, gebeurtenis, gemeente, object_soort, object, op, door, werk, partij, kenmerken, toelichting))

Line line_of(Gelezen&& row) {
    Line line{.nummer = row.nummer,
              .gebeurtenis = std::move(row.gebeurtenis),
              .gemeente = row.gemeente,
              .object_soort = row.object_soort,
              .object = row.object,
              .op = row.op,
              .door = row.door,
              .werk = row.werk,
              .partij = row.partij,
              .kenmerken = decode_kenmerken(row.kenmerken),
              .toelichting = std::move(row.toelichting)};
    return line;
}

}  // namespace

std::span<const store::Migration> migrations() { return all_migrations; }

std::int64_t insert_row(store::Tx& tx, const Rij& row, const std::optional<Woorden>& words) {
    static const std::string insert =
        "insert into journaal (gebeurtenis, gemeente, object_soort, object, op, door, werk, partij, kenmerken, toelichting_hash) "
        "values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    const std::int64_t nummer = store::insert_numbered(
        tx, insert, "nummer", row.gebeurtenis, row.gemeente, row.object_soort, row.object, row.op, row.door, row.werk, row.partij, row.kenmerken,
        row.toelichting_hash);
    if (words) tx.run("insert into toelichting (nummer, zout, tekst) values (?1, ?2, ?3)", nummer, words->zout, words->tekst);
    return nummer;
}

std::vector<Line> read_timeline(store::Tx& tx, const Keuze& keuze, std::optional<std::int64_t> before, int limit) {
    std::vector<store::Value> params{store::Column<Uuid>::to(keuze.id), std::int64_t{limit},
                                     before.value_or(std::numeric_limits<std::int64_t>::max())};
    std::string sql(select_lines);
    switch (keuze.op) {
        case Keuze::Op::werk: sql += " where j.werk = ?1"; break;
        case Keuze::Op::partij: sql += " where j.partij = ?1"; break;
        case Keuze::Op::object:
            sql += " where j.object = ?1 and j.object_soort = ?4";
            params.push_back(store::Column<Object>::to(keuze.soort));
            break;
    }
    sql += " and j.nummer < ?3 order by j.nummer desc limit ?2";
    std::vector<Line> lines;
    for (Gelezen& row : tx.rows_with<Gelezen>(sql, params)) lines.push_back(line_of(std::move(row)));
    return lines;
}

Settled read_settled(store::Tx& tx, const Cursor& after, int limit) {
    Settled settled;
    each_after<Gelezen>(tx, select_lines, {after, Rijen::vast, limit}, [&](Gelezen&& row) {
        settled.end = Cursor{row.xid, row.nummer};
        settled.lines.push_back(line_of(std::move(row)));
    });
    return settled;
}

bool has_settled(store::Tx& tx, const Cursor& after) {
    bool found = false;
    each_after<std::int64_t>(tx, "select j.nummer from journaal j", {after, Rijen::vast, 1},
                             [&](std::int64_t&&) { found = true; });
    return found;
}

Cursor read_settled_end(store::Tx& tx) {
    std::string sql("select xid, nummer from journaal where ");
    sql += store::settled_condition(tx.dialect());
    return tx.row<Cursor>(sql + " order by xid desc, nummer desc limit 1").value_or(Cursor{});
}

std::int64_t destroy_words(store::Tx& tx, Object soort, const Uuid& id, Instant now) {
    std::string rows = "select nummer from journaal where (object = ?1 and object_soort = ?2)";
    if (soort == Object::partij) rows += " or partij = ?1";
    if (soort == Object::werk) rows += " or werk = ?1";
    return tx.run(
        "update toelichting set zout = null, tekst = null, vernietigd_op = ?3 "
        "where tekst is not null and nummer in (" +
            rows + ")",
        id, soort, now);
}

void destroy_words(store::Tx& tx, std::int64_t nummer, Instant now) {
    tx.run("update toelichting set zout = null, tekst = null, vernietigd_op = ?2 where tekst is not null and nummer = ?1", nummer, now);
}

void replace_words(store::Tx& tx, std::int64_t nummer, std::int64_t replacement) {
    tx.run("update toelichting set zout = null, tekst = null, vervangen_door = ?2 where nummer = ?1 or vervangen_door = ?1",
           nummer, replacement);
}

bool has_words(store::Tx& tx, std::int64_t nummer) {
    return tx.row<std::int64_t>("select 1 from toelichting where nummer = ?1 and tekst is not null", nummer).has_value();
}

// One "key=value" a line: readable in the database itself, and the same bytes on both stores.
std::string encode_kenmerken(const std::vector<std::pair<std::string, std::string>>& kenmerken) {
    std::string text;
    for (const auto& [key, value] : kenmerken) {
        CHECK_THAT(!key.empty() && key.find_first_of("=\n") == std::string::npos);
        CHECK_THAT(value.size() <= kenmerk_bytes && value.find('\n') == std::string::npos);
        text.append(key).append("=").append(value).append("\n");
    }
    return text;
}

std::vector<std::pair<std::string, std::string>> decode_kenmerken(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> kenmerken;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        const auto equals = line.find('=');
        if (equals != std::string_view::npos) kenmerken.emplace_back(line.substr(0, equals), line.substr(equals + 1));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return kenmerken;
}

}  // namespace dichtbij::journal
