#include "opzoek/opzoek_schema_store.h"

#include <array>

#include "opzoek/bewaring.h"

namespace dichtbij::opzoek {
namespace {

constexpr int bewaar_dagen = 730;  // as long as it is kept who looked at whom

constexpr std::string_view schema = R"(
-- persoonsgegevens: wie wat opzocht en waarom, met een zegel in plaats van het nummer; twee jaar
create table opzoeking (
    id $id primary key,
    gemeente $id not null,
    bron $text not null,
    soort $text not null,
    kenmerk $blob not null,
    doel $text not null,
    uitkomst $text not null,
    mislukt $int not null,
    aantal $int not null,
    herkomst $text not null,
    duur_ms $int not null,
    door $id,
    op $int not null
) $strict;
create index opzoeking_gemeente on opzoeking (gemeente, id);
create index opzoeking_mislukt on opzoeking (gemeente, bron, mislukt, id);

-- geen persoonsgegevens
create table opzoekbron_uit (
    gemeente $id not null,
    bron $text not null,
    uit_op $int not null,
    primary key (gemeente, bron)
) $strict;

-- geen persoonsgegevens
create table lokaal_adres (
    postcode $text not null,
    huisnummer $int not null,
    huisletter $text not null,
    toevoeging $text not null,
    straat $text not null,
    plaats $text not null,
    primary key (postcode, huisnummer, huisletter, toevoeging)
) $strict;
)";

std::vector<access::Vernietigd> delete_old(store::Tx& tx, Instant before, int limit) {
    const auto rows = tx.run("delete from opzoeking where id in (select id from opzoeking where id < ?1 order by id limit ?2)", access::eerste_id_van(before), limit);
    if (rows == 0) return {};
    return {{"opzoeking", std::nullopt, rows}};
}

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 1> list{{{"opzoek.1", 1, schema}}};
    return list;
}

std::vector<access::BewaarRegel> bewaar_regels() {
    return {{"opzoeking", {"opzoeking"}, "own choice: two years, as long as it is kept who looked at whom", bewaar_dagen, access::Vernietig(delete_old)}};
}

}  // namespace dichtbij::opzoek
