#include "notificatie/notificatie_schema_store.h"

#include <array>

namespace dichtbij::notificatie {
namespace {

constexpr std::string_view schema = R"(
-- geen persoonsgegevens
create table notificatie_kanaal (
    id $id primary key,
    gemeente $id not null,
    naam $text not null,
    documentatie_link $text not null,
    filters $text not null,
    applicatie $id,
    gemaakt_op $int not null
) $strict;
create unique index notificatie_kanaal_naam on notificatie_kanaal (gemeente, naam);

-- geen persoonsgegevens
create table abonnement (
    id $id primary key,
    gemeente $id not null,
    soort $text not null,
    applicatie $id,
    naam $text not null,
    callback_url $text not null,
    auth $blob not null,
    geheim $blob not null,
    kanalen $text not null,
    uit_op $int,
    storingen $int not null,
    rust_tot $int,
    gelukt_op $int,
    mislukt_op $int,
    beurt_op $int not null,
    gemaakt_op $int not null,
    versie $int not null
) $strict;
create index abonnement_gemeente on abonnement (gemeente, id);

-- persoonsgegevens: betrokkene (naar wie verwezen wordt, en wanneer), 30 dagen
create table notificatie (
    id $id primary key,
    gemeente $id not null,
    kanaal $text not null,
    hoofd_object $text not null,
    resource $text not null,
    resource_url $text not null,
    actie $text not null,
    op $int not null,
    kenmerken $text not null,
    kenmerken_bekend $int not null,
    object $id not null,
    oorzaak $int
) $strict;
create unique index notificatie_oorzaak on notificatie (oorzaak) where oorzaak is not null;

-- persoonsgegevens: betrokkene (over wie wanneer iets werd verteld), 30 dagen
create table levering (
    nummer $serial,
    id $id not null,
    abonnement $id not null,
    notificatie $id not null,
    gemeente $id not null,
    object $id not null,
    staat $text not null,
    pogingen $int not null,
    sinds $int not null,
    volgende_op $int not null,
    fout_sinds $int,
    fout $text not null,
    status $int not null,
    klaar_op $int
) $strict;
create unique index levering_id on levering (id);
create index levering_klaar on levering (abonnement, volgende_op) where staat = 'klaar';
create index levering_open on levering (abonnement, object, nummer) where klaar_op is null;
create index levering_sinds on levering (sinds) where klaar_op is null;
create index levering_dood on levering (gemeente, nummer) where staat = 'dood';
create index levering_dood_bij on levering (abonnement, nummer) where staat = 'dood';
create index levering_af on levering (klaar_op) where klaar_op is not null;
create index levering_notificatie on levering (notificatie);
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 1> list{{{"notificatie.1", 1, schema}}};
    return list;
}

}  // namespace dichtbij::notificatie
