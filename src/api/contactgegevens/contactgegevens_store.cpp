#include "api/contactgegevens/contactgegevens_store.h"

#include <array>

#include "api/contactgegevens/bewaring.h"
#include "api/contactgegevens/contactgegevens_service.h"

namespace dichtbij::contactgegevens {
namespace {

constexpr std::string_view schema = R"(
-- persoonsgegevens: contactpersonen, zeven jaar na de laatste wijziging
create table contact_organisatie (
    id $id primary key,
    gemeente $id not null,
    handelsnaam $text not null,
    oprichtingsdatum $int,
    opheffingsdatum $int,
    heeft_adres $int not null,
    nummeraanduiding_id $text not null,
    straatnaam $text not null,
    huisnummer $int,
    huisnummertoevoeging $text not null,
    postcode $text not null,
    stad $text not null,
    adresregel1 $text not null,
    adresregel2 $text not null,
    adresregel3 $text not null,
    land $text not null,
    versie $int not null,
    gewijzigd_op $int not null
) $strict;
create index contact_organisatie_gemeente on contact_organisatie (gemeente, id);
create index contact_organisatie_gewijzigd on contact_organisatie (gewijzigd_op);

-- persoonsgegevens: personen, zeven jaar na de laatste wijziging
create table contact_persoon (
    id $id primary key,
    gemeente $id not null,
    geboortedatum $int not null,
    overlijdensdatum $int,
    geslachtsnaam $text not null,
    geslacht $text,
    voorvoegsel $text not null,
    voornamen $text not null,
    heeft_adres $int not null,
    nummeraanduiding_id $text not null,
    straatnaam $text not null,
    huisnummer $int,
    huisnummertoevoeging $text not null,
    postcode $text not null,
    stad $text not null,
    adresregel1 $text not null,
    adresregel2 $text not null,
    adresregel3 $text not null,
    land $text not null,
    versie $int not null,
    gewijzigd_op $int not null
) $strict;
create index contact_persoon_gemeente on contact_persoon (gemeente, id);
create index contact_persoon_gewijzigd on contact_persoon (gewijzigd_op);
)";

// A row holds its address beside the rest; which of the two rows it is makes no difference for that.
struct OrganisatieRij {
    Id<Organisatie> id;
    Id<Gemeente> gemeente;
    std::string handelsnaam;
    std::optional<Day> oprichtingsdatum;
    std::optional<Day> opheffingsdatum;
    bool heeft_adres = false;
    std::string nummeraanduiding_id;
    std::string straatnaam;
    std::optional<int> huisnummer;
    std::string huisnummertoevoeging;
    std::string postcode;
    std::string stad;
    std::string adresregel1;
    std::string adresregel2;
    std::string adresregel3;
    std::string land;
    std::int64_t versie = 0;
};
BOOST_DESCRIBE_STRUCT(OrganisatieRij, (), (id, gemeente, handelsnaam, oprichtingsdatum, opheffingsdatum, heeft_adres, nummeraanduiding_id, straatnaam, huisnummer,
                                           huisnummertoevoeging, postcode, stad, adresregel1, adresregel2, adresregel3, land, versie))

struct PersoonRij {
    Id<Persoon> id;
    Id<Gemeente> gemeente;
    Day geboortedatum{};
    std::optional<Day> overlijdensdatum;
    std::string geslachtsnaam;
    std::optional<Geslacht> geslacht;
    std::string voorvoegsel;
    std::string voornamen;
    bool heeft_adres = false;
    std::string nummeraanduiding_id;
    std::string straatnaam;
    std::optional<int> huisnummer;
    std::string huisnummertoevoeging;
    std::string postcode;
    std::string stad;
    std::string adresregel1;
    std::string adresregel2;
    std::string adresregel3;
    std::string land;
    std::int64_t versie = 0;
};
BOOST_DESCRIBE_STRUCT(PersoonRij, (), (id, gemeente, geboortedatum, overlijdensdatum, geslachtsnaam, geslacht, voorvoegsel, voornamen, heeft_adres, nummeraanduiding_id,
                                       straatnaam, huisnummer, huisnummertoevoeging, postcode, stad, adresregel1, adresregel2, adresregel3, land, versie))

template <class Row>
std::optional<Adres> address_of(Row& row) {
    if (!row.heeft_adres) return std::nullopt;
    return Adres{std::move(row.nummeraanduiding_id), std::move(row.straatnaam), row.huisnummer, std::move(row.huisnummertoevoeging), std::move(row.postcode),
                 std::move(row.stad), std::move(row.adresregel1), std::move(row.adresregel2), std::move(row.adresregel3), std::move(row.land)};
}

Organisatie value_of(OrganisatieRij&& row) {
    auto adres = address_of(row);
    return {row.id, row.gemeente, std::move(row.handelsnaam), row.oprichtingsdatum, row.opheffingsdatum, std::move(adres), row.versie};
}

Persoon value_of(PersoonRij&& row) {
    auto adres = address_of(row);
    return {row.id, row.gemeente, row.geboortedatum, row.overlijdensdatum, std::move(row.geslachtsnaam), row.geslacht, std::move(row.voorvoegsel),
            std::move(row.voornamen), std::move(adres), row.versie};
}

// The same statement changes and inserts: a row is written whole.
template <class Row>
std::string upsert(std::string_view table) {
    constexpr std::size_t width = boost::mp11::mp_size<boost::describe::describe_members<Row, boost::describe::mod_public>>::value;
    std::string sql = std::string("insert into ").append(table).append(" (").append(store::columns<Row>()).append(", gewijzigd_op) values (");
    for (std::size_t i = 1; i <= width + 1; ++i) sql += (i == 1 ? "?" : ", ?") + std::to_string(i);
    sql += ") on conflict (id) do update set ";
    std::string sets;
    boost::mp11::mp_for_each<boost::describe::describe_members<Row, boost::describe::mod_public>>([&](auto member) {
        if (std::string_view(member.name) != "id") sets += std::string(member.name) + " = excluded." + member.name + ", ";
    });
    return sql + sets + "gewijzigd_op = excluded.gewijzigd_op";
}

template <class Row>
void write(store::Tx& tx, std::string_view table, const Row& row, Instant now) {
    static const std::string sql = upsert<Row>(table);
    std::vector<store::Value> params;
    boost::mp11::mp_for_each<boost::describe::describe_members<Row, boost::describe::mod_public>>([&](auto member) {
        params.push_back(store::Column<std::decay_t<decltype(row.*member.pointer)>>::to(row.*member.pointer));
    });
    params.push_back(store::Column<Instant>::to(now));
    tx.run_with(sql, params);
}

template <class Row>
void put_address(Row& row, const std::optional<Adres>& adres) {
    row.heeft_adres = adres.has_value();
    const Adres& a = adres ? *adres : Adres{};
    row.nummeraanduiding_id = a.nummeraanduiding_id;
    row.straatnaam = a.straatnaam;
    row.huisnummer = a.huisnummer;
    row.huisnummertoevoeging = a.huisnummertoevoeging;
    row.postcode = a.postcode;
    row.stad = a.stad;
    row.adresregel1 = a.adresregel1;
    row.adresregel2 = a.adresregel2;
    row.adresregel3 = a.adresregel3;
    row.land = a.land;
}

template <class Row, class T>
Lijst<T> page(store::Tx& tx, std::string_view table, Id<Gemeente> gemeente, const Venster& venster) {
    Lijst<T> found;
    found.count = tx.value<std::int64_t>(std::string("select count(*) from ").append(table).append(" where gemeente = ?1"), gemeente);
    found.rows.reserve(static_cast<std::size_t>(venster.aantal));
    const std::string sql = "select " + store::columns<Row>() + " from " + std::string(table) + " where gemeente = ?1 order by id desc limit ?2 offset ?3";
    tx.each<Row>([&](Row&& row) { found.rows.push_back(value_of(std::move(row))); }, sql, gemeente, venster.aantal, venster.vanaf);
    return found;
}

std::vector<access::Vernietigd> delete_from(store::Tx& tx, std::string_view table, std::string_view soort, Instant before, int limit) {
    std::vector<access::Vernietigd> gone;
    const std::string sql = "select id from " + std::string(table) + " where gewijzigd_op < ?1 order by gewijzigd_op limit ?2";
    for (const Uuid& id : tx.rows<Uuid>(sql, before, limit)) {
        tx.run("delete from " + std::string(table) + " where id = ?1", id);
        gone.push_back({std::string(soort), id});
    }
    return gone;
}

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 1> list{{{"contactgegevens.1", 1, schema}}};
    return list;
}

std::vector<access::BewaarRegel> bewaar_regels() {
    constexpr int seven_years = 2557;
    const auto rule = [](const char* table) {
        return access::BewaarRegel{table, {table}, "own choice: seven years after the system that keeps it changed it last", seven_years,
                                   access::Vernietig([table](store::Tx& tx, Instant before, int limit) { return delete_from(tx, table, table, before, limit); })};
    };
    return {rule("contact_organisatie"), rule("contact_persoon")};
}

std::optional<Organisatie> find_organisatie(store::Tx& tx, Id<Organisatie> id) {
    static const std::string sql = "select " + store::columns<OrganisatieRij>() + " from contact_organisatie where id = ?1";
    auto row = tx.row<OrganisatieRij>(sql, id);
    return row ? std::optional(value_of(std::move(*row))) : std::nullopt;
}

Lijst<Organisatie> organisaties(store::Tx& tx, Id<Gemeente> gemeente, const Venster& venster) {
    return page<OrganisatieRij, Organisatie>(tx, "contact_organisatie", gemeente, venster);
}

void insert(store::Tx& tx, const Organisatie& one, Instant now) { save(tx, one, now); }

void save(store::Tx& tx, const Organisatie& one, Instant now) {
    OrganisatieRij row;
    row.id = one.id;
    row.gemeente = one.gemeente;
    row.handelsnaam = one.handelsnaam;
    row.oprichtingsdatum = one.oprichtingsdatum;
    row.opheffingsdatum = one.opheffingsdatum;
    put_address(row, one.adres);
    row.versie = one.versie;
    write(tx, "contact_organisatie", row, now);
}

void remove(store::Tx& tx, Id<Organisatie> id) { tx.run("delete from contact_organisatie where id = ?1", id); }

std::optional<Persoon> find_persoon(store::Tx& tx, Id<Persoon> id) {
    static const std::string sql = "select " + store::columns<PersoonRij>() + " from contact_persoon where id = ?1";
    auto row = tx.row<PersoonRij>(sql, id);
    return row ? std::optional(value_of(std::move(*row))) : std::nullopt;
}

Lijst<Persoon> personen(store::Tx& tx, Id<Gemeente> gemeente, const Venster& venster) { return page<PersoonRij, Persoon>(tx, "contact_persoon", gemeente, venster); }

void insert(store::Tx& tx, const Persoon& one, Instant now) { save(tx, one, now); }

void save(store::Tx& tx, const Persoon& one, Instant now) {
    PersoonRij row;
    row.id = one.id;
    row.gemeente = one.gemeente;
    row.geboortedatum = one.geboortedatum;
    row.overlijdensdatum = one.overlijdensdatum;
    row.geslachtsnaam = one.geslachtsnaam;
    row.geslacht = one.geslacht;
    row.voorvoegsel = one.voorvoegsel;
    row.voornamen = one.voornamen;
    put_address(row, one.adres);
    row.versie = one.versie;
    write(tx, "contact_persoon", row, now);
}

void remove(store::Tx& tx, Id<Persoon> id) { tx.run("delete from contact_persoon where id = ?1", id); }

}  // namespace dichtbij::contactgegevens
