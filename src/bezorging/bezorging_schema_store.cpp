#include "bezorging/bezorging_schema_store.h"

namespace dichtbij::bezorging {
namespace {

// No references: what it is about may be destroyed first.
constexpr std::string_view bezorging_sql = R"(
-- persoonsgegevens: betrokkene (wie wanneer een mail kreeg, wat zijn mailserver zei), 2 jaar
create table mailbezorging (
    zending $id primary key,
    gemeente $id not null,
    partij $id not null,
    werk $id,
    message_id $text not null,
    adres_sleutel $text not null,
    poging_op $int not null,
    aangenomen_op $int,
    code $int not null,
    status $text not null,
    uitleg $text not null,
    vertraagd_op $int,
    teruggekomen_op $int
) $strict;
create unique index mailbezorging_message_id on mailbezorging (message_id);
create index mailbezorging_poging on mailbezorging (poging_op);
create index mailbezorging_partij on mailbezorging (partij);

-- persoonsgegevens: betrokkene (dat een adres niet werkt), 2 jaar
create table mailadres_defect (
    partij $id not null,
    adres_sleutel $text not null,
    gemeente $id not null,
    sinds $int not null,
    status $text not null,
    primary key (partij, adres_sleutel)
) $strict;
create index mailadres_defect_sinds on mailadres_defect (sinds);

-- persoonsgegevens: betrokkene (welke mails bij een zaak horen), zoals het werk
create table mailgesprek (
    werk $id not null,
    message_id $text not null,
    op $int not null,
    van_inwoner $int not null,
    primary key (werk, message_id)
) $strict;

-- geen persoonsgegevens
create table mailserver (
    kanaal $text primary key,
    storing_sinds $int,
    pogingen $int not null,
    volgende_op $int not null,
    fout $text not null
) $strict;
)";

constexpr store::Migration all_migrations[] = {{"bezorging.1.bezorging", 1, bezorging_sql}};

}  // namespace

std::span<const store::Migration> migrations() { return all_migrations; }

}  // namespace dichtbij::bezorging
