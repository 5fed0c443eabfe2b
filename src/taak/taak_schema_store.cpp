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

// As klantcontact.1.standaard: a nummer of ten digits, and how many taken each contact led to.
constexpr std::string_view standaard_sql = R"(
alter table taak add column standaardnummer $text not null default '';
update taak set standaardnummer = substr(nummer, 3, 4) || substr(nummer, 8) where length(nummer) = 13;
update taak set standaardnummer = geteld.nieuw from (select id as oud, cast(1000000000 + row_number() over (partition by gemeente order by id) as text) as nieuw
    from taak where standaardnummer = '') geteld where taak.id = geteld.oud;
create unique index taak_standaardnummer on taak (standaardnummer, gemeente);
create index taak_gemeente on taak (gemeente, id);
create index taak_toegewezen on taak (gemeente, toegewezen_op, id);
update klantcontact set aantal_taken = geteld.aantal from (select klantcontact as van, count(*) as aantal from taak where klantcontact is not null group by klantcontact) geteld
    where klantcontact.id = geteld.van;
update klantcontact_telling set taken = coalesce((select cast(sum(k.aantal_taken) as bigint) from klantcontact k where k.gemeente = klantcontact_telling.gemeente
    and k.domein = klantcontact_telling.domein and k.vertrouwelijk = klantcontact_telling.vertrouwelijk and k.verborgen_op is null), 0) where deel = 0
)";

// For taken of other systems: taken away again (verborgen_op), and when it was done by what they said, which holds for the
// closing of its werk at gemeld_bij.
constexpr std::string_view aanlever_sql = R"(
alter table taak add column verborgen_op $int;
alter table taak add column gemeld_op $int;
alter table taak add column gemeld_bij $int
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 3> list{{{"taak.1.taak", 1, taak_sql}, {"taak.1.standaard", 1, standaard_sql}, {"taak.1.aanlevering", 1, aanlever_sql}}};
    return list;
}

}  // namespace dichtbij::taak
