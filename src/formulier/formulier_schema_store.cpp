#include "formulier/formulier_schema_store.h"

namespace dichtbij::formulier {
namespace {

// No references to werk, klantcontact and zaak: they may be destroyed first, in the same transaction. A published
// version is never changed: drafts and what was sent in say by which one they were made.
constexpr std::string_view formulier_sql = R"(
-- geen persoonsgegevens
create table formulier_versie (
    id $id primary key,
    gemeente $id not null,
    code $text not null,
    nummer $int not null,
    hash $text not null,
    definitie $text not null,
    gepubliceerd_op $int not null
) $strict;
create unique index formulier_versie_nummer on formulier_versie (gemeente, code, nummer);

-- geen persoonsgegevens
create table formulier_stand (
    gemeente $id not null,
    code $text not null,
    aan $int not null,
    primary key (gemeente, code)
) $strict;

-- persoonsgegevens: formulier_concept
create table formulier_concept (
    id $id primary key,
    gemeente $id not null,
    versie $id not null,
    code $text not null,
    browser_hash $blob not null,
    wie $text not null,
    partij $id,
    taal $text not null,
    antwoorden $text not null,
    email $text not null,
    bevestigd $text not null,
    sleutel_hash $blob,
    code_hash $blob,
    code_op $int not null,
    pogingen $int not null,
    pagina $text not null,
    begonnen_op $int not null,
    gewijzigd_op $int not null,
    verloopt_op $int not null,
    revisie $int not null,
    inzending $id
) $strict;
create index formulier_concept_verloopt on formulier_concept (verloopt_op);
create unique index formulier_concept_sleutel on formulier_concept (sleutel_hash) where sleutel_hash is not null;
create index formulier_concept_partij on formulier_concept (partij) where partij is not null;
create index formulier_concept_code on formulier_concept (gemeente, code);

-- persoonsgegevens: formulier_inzending
create table formulier_inzending (
    id $id primary key,
    gemeente $id not null,
    versie $id not null,
    code $text not null,
    titel_nl $text not null,
    titel_en $text not null,
    klantcontact $id not null,
    werk $id not null,
    zaak $id,
    nummer $text not null,
    partij $id,
    taal $text not null,
    ontvangen_op $int not null,
    beloofd_op $int
) $strict;
create index formulier_inzending_werk on formulier_inzending (werk);
create index formulier_inzending_partij on formulier_inzending (partij) where partij is not null;

-- persoonsgegevens: formulier_inzending
create table formulier_antwoord (
    inzending $id not null,
    volgnummer $int not null,
    kop $text not null,
    vraag $text not null,
    soort $text not null,
    waarde $text not null,
    primary key (inzending, volgnummer)
) $strict;

-- geen persoonsgegevens
create table formulier_telling (
    gemeente $id not null,
    code $text not null,
    soort $text not null,
    sleutel $text not null,
    aantal $int not null,
    som $int not null,
    primary key (gemeente, code, soort, sleutel)
) $strict;
)";

constexpr store::Migration all_migrations[] = {{"formulier.1.formulier", 1, formulier_sql}};

}  // namespace

std::span<const store::Migration> migrations() { return all_migrations; }

}  // namespace dichtbij::formulier
