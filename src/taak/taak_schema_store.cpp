#include "taak/taak_schema_store.h"

#include <array>

namespace dichtbij::taak {
namespace {

// Whether a taak is done is said by its werk alone.
constexpr std::string_view taak_sql = R"(
-- persoonsgegevens: betrokkene, 5 jaar na sluiten van het werk, of eerder op verzoek
create table taak (
    id $id primary key,
    gemeente $id not null,
    nummer $text not null,
    referentienummer $text not null,
    klantcontact $id references klantcontact (id),
    gevraagde_handeling $text not null,
    toelichting $text not null,
    toegewezen_op $int not null,
    telefoonnummer $text not null,
    voorkeursmoment $text not null,
    antwoord $text not null,
    inwoner_weet_het $int,
    werk $id not null references werk (id),
    versie $int not null
) $strict;
create unique index taak_nummer on taak (nummer, gemeente);
create unique index taak_referentie on taak (gemeente, referentienummer) where referentienummer <> '';
create index taak_klantcontact on taak (klantcontact) where klantcontact is not null;
create index taak_werk on taak (werk);

-- persoonsgegevens: medewerker (door), zoals taak
create table belpoging (
    id $id primary key,
    taak $id not null references taak (id),
    op $int not null,
    door $id not null,
    resultaat $text not null,
    volgende_op $int
) $strict;
create index belpoging_taak on belpoging (taak, id);

-- geen persoonsgegevens
create table taak_actor (
    taak $id not null references taak (id),
    volgnummer $int not null,
    actor $id not null references actor (id),
    primary key (taak, volgnummer)
) $strict;
create index taak_actor_actor on taak_actor (actor);
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 1> list{{{"taak.1.taak", 1, taak_sql}}};
    return list;
}

}  // namespace dichtbij::taak
