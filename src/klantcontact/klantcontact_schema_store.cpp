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

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 3> list{{
        {"klantcontact.1.klantcontact", 1, klantcontact_sql},
        {"klantcontact.1.betrokkene", 1, betrokkene_sql},
        {"klantcontact.1.actor", 1, actor_sql},
    }};
    return list;
}

}  // namespace dichtbij::klantcontact
