#include "bericht/bericht_schema_store.h"

#include <array>

namespace dichtbij::bericht {
namespace {

constexpr std::string_view bericht_sql = R"(
-- persoonsgegevens: betrokkene (onderwerp, tekst), zolang het werk er is, zonder werk 2 jaar, of eerder op verzoek
create table bericht (
    id $id primary key,
    gemeente $id not null,
    partij $id not null,
    werk $id references werk (id),
    nummer $text not null,
    sjabloon $text not null,
    sjabloon_versie $text not null,
    taal $text not null,
    kanaal $text not null,
    onderwerp $text not null,
    tekst $text not null,
    staat $text not null,
    spoed $int not null,
    door $id,
    regel $text not null,
    oorzaak $int,
    handeling $id,
    ontstaan_op $int not null,
    niet_voor_op $int not null,
    gepland_op $int not null,
    bundel $id,
    verzonden_op $int,
    gelezen_op $int,
    ingetrokken_op $int,
    ingetrokken_door $id,
    intrekreden $text not null,
    versie $int not null
) $strict;
create index bericht_gemeente on bericht (gemeente, id);
create index bericht_staat on bericht (gemeente, staat, id);
create index bericht_nummer on bericht (nummer, id);
create index bericht_werk on bericht (werk, id) where werk is not null;
create index bericht_zonder_werk on bericht (id) where werk is null;
create index bericht_partij on bericht (partij, id);
create index bericht_door on bericht (door, id) where door is not null;
create index bericht_handeling on bericht (handeling) where handeling is not null;
create index bericht_bundel on bericht (bundel) where bundel is not null;
create index bericht_wacht on bericht (gepland_op, partij) where staat = 'wacht';
create unique index bericht_oorzaak on bericht (oorzaak) where oorzaak is not null;

-- persoonsgegevens: betrokkene (wie wanneer iets kreeg), 2 jaar
create table zending (
    id $id primary key,
    gemeente $id not null,
    partij $id not null,
    kanaal $text not null,
    taal $text not null,
    staat $text not null,
    spoed $int not null,
    pogingen $int not null,
    volgende_op $int not null,
    laatste_fout $text not null,
    ontstaan_op $int not null,
    verzonden_op $int
) $strict;
create index zending_klaar on zending (volgende_op, id) where staat = 'klaar';
create index zending_partij on zending (partij, ontstaan_op);
)";

constexpr std::string_view beheer_sql = R"(
-- geen persoonsgegevens
create table sjabloon_versie (
    gemeente $id not null references gemeente (id),
    code $text not null,
    nummer $int not null,
    status $text not null,
    onderwerp_nl $text not null,
    onderwerp_en $text not null,
    tekst_nl $text not null,
    tekst_en $text not null,
    gewijzigd_op $int not null,
    gepubliceerd_op $int,
    vervallen_op $int,
    revisie $int not null,
    primary key (gemeente, code, nummer)
) $strict;
create unique index sjabloon_ontwerp on sjabloon_versie (gemeente, code) where status = 'ontwerp';
create unique index sjabloon_gepubliceerd on sjabloon_versie (gemeente, code) where status = 'gepubliceerd';

-- geen persoonsgegevens
create table berichtregel (
    gemeente $id not null references gemeente (id),
    code $text not null,
    gebeurtenis $text not null,
    kenmerk $text not null,
    waarde $text not null,
    zaaktype $text not null,
    kanaal $text not null,
    sjabloon $text not null,
    actief $int not null,
    eigen $int not null,
    primary key (gemeente, code)
) $strict;

-- geen persoonsgegevens
create table stille_uren (
    gemeente $id primary key references gemeente (id),
    van $int not null,
    tot $int not null,
    stille_dagen $int not null,
    versie $int not null
) $strict;
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 2> list{{{"bericht.1.bericht", 1, bericht_sql}, {"bericht.1.beheer", 1, beheer_sql}}};
    return list;
}

}  // namespace dichtbij::bericht
