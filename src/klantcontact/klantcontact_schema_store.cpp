#include "klantcontact/klantcontact_schema_store.h"

#include <array>

namespace dichtbij::klantcontact {
namespace {

constexpr std::string_view klantcontact_sql = R"(
-- geen persoonsgegevens
create table gesprek (
    id $id primary key,
    gemeente $id not null,
    kanaal $text not null,
    begonnen_op $int not null
) $strict;

-- persoonsgegevens: betrokkene, 5 jaar na het contact, of eerder op verzoek
create table klantcontact (
    id $id primary key,
    gesprek $id not null references gesprek (id),
    gemeente $id not null,
    nummer $text not null,
    referentienummer $text not null,
    kanaal $text not null,
    onderwerp $text not null,
    inhoud $text not null,
    reactie $text not null,
    indicatie_contact_gelukt $int,
    hoofd_onderwerp_type $text not null,
    verdere_actie_ondernomen $int not null,
    taal $text not null,
    vertrouwelijk $int not null,
    plaatsgevonden_op $int not null,
    onderwerp_id $id,
    product $id,
    verwezen_naar $text not null,
    afloop $text not null,
    domein $text not null,
    werk $id not null references werk (id),
    door $id,
    geregistreerd_op $int not null,
    extern_id $text not null,
    verborgen_op $int,
    versie $int not null
) $strict;
create unique index klantcontact_nummer on klantcontact (nummer, gemeente);
create unique index klantcontact_extern on klantcontact (gemeente, extern_id) where extern_id <> '';
create unique index klantcontact_referentie on klantcontact (gemeente, referentienummer) where referentienummer <> '';
create index klantcontact_gesprek on klantcontact (gesprek);
create index klantcontact_werk on klantcontact (werk);
create index klantcontact_tijd on klantcontact (gemeente, plaatsgevonden_op, id);

-- persoonsgegevens: zoals klantcontact
create table klantcontact_versie (
    klantcontact $id not null references klantcontact (id),
    versie $int not null,
    vervangen_op $int not null,
    door $id,
    reden $text not null,
    kanaal $text not null,
    onderwerp $text not null,
    inhoud $text not null,
    reactie $text not null,
    indicatie_contact_gelukt $int,
    hoofd_onderwerp_type $text not null,
    verdere_actie_ondernomen $int not null,
    taal $text not null,
    vertrouwelijk $int not null,
    plaatsgevonden_op $int not null,
    onderwerp_id $id,
    product $id,
    verwezen_naar $text not null,
    primary key (klantcontact, versie)
) $strict;

-- persoonsgegevens: zoals klantcontact
create table klantcontact_metadata (
    klantcontact $id not null references klantcontact (id),
    sleutel $text not null,
    waarde $text not null,
    primary key (klantcontact, sleutel)
) $strict;

-- persoonsgegevens: zoals klantcontact
create table klantcontact_object (
    id $id primary key,
    klantcontact $id references klantcontact (id),
    gemeente $id not null,
    soort $text not null,
    object_id $text not null,
    code_objecttype $text not null,
    code_register $text not null,
    code_soort_object_id $text not null,
    was_klantcontact $id
) $strict;
create index klantcontact_object_klantcontact on klantcontact_object (klantcontact);
create index klantcontact_object_object on klantcontact_object (object_id) where object_id <> '';
)";

constexpr std::string_view betrokkene_sql = R"(
-- persoonsgegevens: zoals klantcontact
create table betrokkene (
    id $id primary key,
    klantcontact $id not null references klantcontact (id),
    gemeente $id not null,
    partij $id,
    rol $text not null,
    initiator $int not null,
    voorletters $text not null,
    voornaam $text not null,
    voorvoegsel_achternaam $text not null,
    achternaam $text not null,
    organisatienaam $text not null,
    op $int not null
) $strict;
create index betrokkene_klantcontact on betrokkene (klantcontact);
create index betrokkene_partij on betrokkene (partij, op, klantcontact) where partij is not null;

-- persoonsgegevens: zoals klantcontact
create table betrokkene_adres (
    betrokkene $id not null references betrokkene (id),
    soort $text not null,
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
    primary key (betrokkene, soort)
) $strict;

-- persoonsgegevens: zoals klantcontact
create table betrokkene_digitaal_adres (
    id $id primary key,
    betrokkene $id not null references betrokkene (id),
    gemeente $id not null,
    zoekvorm $text not null,
    soort $text not null,
    adres $text not null,
    is_standaard $int not null,
    omschrijving $text not null,
    referentie $text not null,
    verificatie_datum $int
) $strict;
create index betrokkene_digitaal_adres_betrokkene on betrokkene_digitaal_adres (betrokkene);
create index betrokkene_digitaal_adres_zoekvorm on betrokkene_digitaal_adres (zoekvorm);
)";

constexpr std::string_view actor_sql = R"(
-- persoonsgegevens: medewerker, zolang een klantcontact of taak hem noemt
create table actor (
    id $id primary key,
    gemeente $id not null,
    naam $text not null,
    soort_actor $text not null,
    indicatie_actief $int not null,
    object_id $text not null,
    code_objecttype $text not null,
    code_register $text not null,
    code_soort_object_id $text not null,
    functie $text not null,
    omschrijving $text not null,
    emailadres $text not null,
    telefoonnummer $text not null,
    faxnummer $text not null,
    medewerker $id,
    team $id
) $strict;
create index actor_gemeente on actor (gemeente, id);
create index actor_object on actor (object_id) where object_id <> '';

-- geen persoonsgegevens
create table klantcontact_actor (
    id $id primary key,
    klantcontact $id not null references klantcontact (id),
    actor $id not null references actor (id)
) $strict;
create unique index klantcontact_actor_paar on klantcontact_actor (klantcontact, actor);
create index klantcontact_actor_actor on klantcontact_actor (actor);
)";

// For Klantinteracties: a nummer of ten digits beside the one for people ("K-2026-048291" is 2026048291), what lists
// are filtered by, and how many contacts and taken a gemeente has, in parts so that writers do not wait for each other.
constexpr std::string_view standaard_sql = R"(
alter table klantcontact add column standaardnummer $text not null default '';
alter table klantcontact add column aantal_taken $int not null default 0;
update klantcontact set standaardnummer = substr(nummer, 3, 4) || substr(nummer, 8) where length(nummer) = 13;
update klantcontact set standaardnummer = geteld.nieuw from (select id as oud, cast(1000000000 + row_number() over (partition by gemeente order by id) as text) as nieuw
    from klantcontact where standaardnummer = '') geteld where klantcontact.id = geteld.oud;
create unique index klantcontact_standaardnummer on klantcontact (standaardnummer, gemeente);
create index klantcontact_object_gemeente on klantcontact_object (gemeente, soort, id);
create index klantcontact_object_was on klantcontact_object (was_klantcontact) where was_klantcontact is not null;
create index betrokkene_gemeente on betrokkene (gemeente, id);

-- geen persoonsgegevens
create table klantcontact_telling (
    gemeente $id not null,
    domein $text not null,
    vertrouwelijk $int not null,
    deel $int not null,
    contacten $int not null,
    taken $int not null,
    primary key (gemeente, domein, vertrouwelijk, deel)
) $strict;
insert into klantcontact_telling (gemeente, domein, vertrouwelijk, deel, contacten, taken)
    select gemeente, domein, vertrouwelijk, 0, count(*), 0 from klantcontact where verborgen_op is null group by gemeente, domein, vertrouwelijk
)";

// One table of digital addresses, as in Klantinteracties: of a partij, of a betrokkene, of both or of neither.
constexpr std::string_view adressen_sql = R"(
insert into digitaal_adres (id, gemeente, partij, betrokkene, volgorde, soort, adres, zoekvorm, is_standaard, omschrijving, referentie, verificatie_datum)
    select id, gemeente, null, betrokkene, 0, soort, adres, zoekvorm, is_standaard, omschrijving, referentie, verificatie_datum from betrokkene_digitaal_adres;
delete from betrokkene_digitaal_adres
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 5> list{{
        {"klantcontact.1.klantcontact", 1, klantcontact_sql},
        {"klantcontact.1.betrokkene", 1, betrokkene_sql},
        {"klantcontact.1.actor", 1, actor_sql},
        {"klantcontact.1.standaard", 1, standaard_sql},
        {"klantcontact.1.adressen", 1, adressen_sql},
    }};
    return list;
}

}  // namespace dichtbij::klantcontact
