#include "document/document_schema_store.h"

#include <array>

namespace dichtbij::document {
namespace {

// No reference to the object or the werk: documents know neither.
constexpr std::string_view document_sql = R"(
-- persoonsgegevens: zolang het object waar het document bij hoort
create table document (
    id $id primary key,
    gemeente $id not null,
    object_soort $text not null,
    object $id not null,
    werk $id,
    titel $text not null,
    documenttype $text not null,
    auteur $text not null,
    creatiedatum $int not null,
    ontvangstdatum $int,
    verzenddatum $int,
    richting $text not null,
    vertrouwelijkheid $text not null,
    inwoner_mag_zien $int not null,
    status $text not null,
    taal $text not null,
    ingetrokken_op $int,
    ingetrokken_door $id,
    ingetrokken_reden $text not null,
    versies $int not null,
    revisie $int not null
) $strict;
create index document_object on document (object, object_soort, id);

-- persoonsgegevens: zoals document
create table document_versie (
    id $id primary key,
    document $id not null references document (id),
    nummer $int not null,
    bestandsnaam $text not null,
    soort $text not null,
    bytes $int not null,
    sha256 $text not null,
    bestand $id not null,
    op $int not null,
    door $id,
    door_partij $id,
    reden $text not null,
    controle $text not null,
    vondst $text not null
) $strict;
create unique index document_versie_nummer on document_versie (document, nummer);
create unique index document_versie_bestand on document_versie (bestand);
create index document_versie_wacht on document_versie (id) where controle = 'wacht';
create index document_versie_partij on document_versie (door_partij) where door_partij is not null;

-- persoonsgegevens: zoals document; alleen gebruikt als bestanden in de database staan
create table bestand (
    id $id primary key,
    bytes $int not null,
    deel_bytes $int not null
) $strict;

-- persoonsgegevens: zoals document; alleen gebruikt als bestanden in de database staan
create table bestand_deel (
    bestand $id not null,
    volgnummer $int not null,
    inhoud $blob not null,
    primary key (bestand, volgnummer)
) $strict;
)";

constexpr std::string_view elders_sql = R"(
-- geen persoonsgegevens
create table bestand_elders (
    bestand $id primary key,
    waar $text not null
) $strict;
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 2> list{{{"document.1.document", 1, document_sql}, {"document.2.elders", 1, elders_sql}}};
    return list;
}

}  // namespace dichtbij::document
