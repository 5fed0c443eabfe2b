#include <array>

#include "partij/accountmanager_store.h"
#include "partij/partij_store.h"

namespace dichtbij::partij {
namespace {

constexpr std::string_view partij_sql = R"(
-- persoonsgegevens: 5 jaar na het laatste contact of de laatste zaak, dan gewist; de rij zelf blijft als bewijs van het wissen
create table partij (
    id $id primary key,
    gemeente $id not null,
    soort $text not null,
    versie $int not null,
    nummer $text not null,
    voorletters $text not null,
    voornaam $text not null,
    voorvoegsel_achternaam $text not null,
    achternaam $text not null,
    aanhef $text not null,
    organisatienaam $text not null,
    werkte_voor $id,
    geboortedatum $int,
    naam_sleutel $blob not null,
    voorkeurskanaal $text not null,
    voorkeurstaal $text not null,
    zelfredzaamheid $text not null,
    voorkeurstijd $text not null,
    voorkeurs_digitaal_adres $id,
    voorkeurs_rekeningnummer $id,
    indicatie_actief $int not null,
    indicatie_geheimhouding $int,
    indicatie_overleden $int not null,
    medewerker $id,
    interne_notitie $text not null,
    gemaakt_op $int not null,
    gewijzigd_op $int not null,
    gewijzigd_door $id,
    gewist_op $int
) $strict;
create index partij_geboortedatum on partij (geboortedatum, gemeente) where geboortedatum is not null;
create index partij_gemeente on partij (gemeente, id);
create index partij_naam on partij (gemeente, naam_sleutel, id);
create index partij_werkte_voor on partij (werkte_voor) where werkte_voor is not null;
create index partij_nummer on partij (gemeente, nummer) where nummer <> '';

-- persoonsgegevens: zoals partij
create table partij_adres (
    partij $id not null references partij (id),
    gemeente $id not null,
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
    primary key (partij, soort)
) $strict;
create index partij_adres_postcode on partij_adres (postcode, huisnummer) where postcode <> '';
)";

// A digitaal adres or rekeningnummer may stand alone (Klantinteracties: unlinked, not deleted); a
// digitaal adres may also belong to the betrokkene of a klantcontact.
constexpr std::string_view bereik_sql = R"(
-- persoonsgegevens: zoals partij; los van een partij 1 jaar na het vastleggen
create table digitaal_adres (
    id $id primary key,
    gemeente $id not null,
    partij $id references partij (id),
    betrokkene $id,
    volgorde $int not null,
    soort $text not null,
    adres $text not null,
    zoekvorm $text not null,
    is_standaard $int not null,
    omschrijving $text not null,
    referentie $text not null,
    verificatie_datum $int
) $strict;
create index digitaal_adres_zoekvorm on digitaal_adres (zoekvorm, soort);
create index digitaal_adres_partij on digitaal_adres (partij, volgorde) where partij is not null;
create index digitaal_adres_betrokkene on digitaal_adres (betrokkene) where betrokkene is not null;

-- persoonsgegevens: zoals partij
create table partij_identificator (
    id $id primary key,
    gemeente $id not null,
    partij $id references partij (id),
    volgorde $int not null,
    code_objecttype $text not null,
    code_register $text not null,
    code_soort_object_id $text not null,
    object_id $text not null,
    andere_partij_identificator $text not null,
    sub_identificator_van $id references partij_identificator (id)
) $strict;
create unique index partij_identificator_uniek on partij_identificator (object_id, code_soort_object_id, code_register, code_objecttype, gemeente) where sub_identificator_van is null and object_id <> '';
create unique index partij_identificator_onder on partij_identificator (object_id, sub_identificator_van, code_soort_object_id, code_register, code_objecttype, gemeente) where sub_identificator_van is not null;
create index partij_identificator_partij on partij_identificator (partij, volgorde) where partij is not null;
create index partij_identificator_sub on partij_identificator (sub_identificator_van) where sub_identificator_van is not null;

-- persoonsgegevens: zoals partij; los van een partij 1 jaar na het vastleggen
create table rekeningnummer (
    id $id primary key,
    gemeente $id not null,
    partij $id references partij (id),
    volgorde $int not null,
    iban $text not null,
    bic $text not null
) $strict;
create index rekeningnummer_iban on rekeningnummer (iban, gemeente);
create index rekeningnummer_partij on rekeningnummer (partij, volgorde) where partij is not null;
)";

constexpr std::string_view verband_sql = R"(
-- geen persoonsgegevens
create table categorie (
    id $id primary key,
    gemeente $id not null,
    naam $text not null
) $strict;
create unique index categorie_naam on categorie (gemeente, naam);

-- persoonsgegevens: zoals partij
create table categorie_relatie (
    id $id primary key,
    gemeente $id not null,
    partij $id references partij (id),
    volgorde $int not null,
    categorie $id not null references categorie (id),
    begin_datum $int,
    eind_datum $int
) $strict;
create index categorie_relatie_partij on categorie_relatie (partij, volgorde) where partij is not null;
create index categorie_relatie_categorie on categorie_relatie (categorie);

-- persoonsgegevens: zoals partij
create table vertegenwoordiging (
    id $id primary key,
    gemeente $id not null,
    vertegenwoordigende_partij $id not null references partij (id),
    vertegenwoordigde_partij $id not null references partij (id),
    unique (vertegenwoordigende_partij, vertegenwoordigde_partij)
) $strict;
create index vertegenwoordiging_vertegenwoordigde on vertegenwoordiging (vertegenwoordigde_partij);

-- persoonsgegevens: tot een jaar na de dag waarop er weer naar gekeken wordt, of zoals partij
create table partij_afspraak (
    id $id primary key,
    gemeente $id not null,
    partij $id not null references partij (id),
    volgorde $int not null,
    tekst $text not null,
    van $int not null,
    bekijk_datum $int not null
) $strict;
create index partij_afspraak_partij on partij_afspraak (partij, volgorde);
create index partij_afspraak_bekijken on partij_afspraak (gemeente, bekijk_datum);

-- persoonsgegevens: zoals partij
create table partij_samenvoeging (
    dubbel $id primary key references partij (id),
    overlevend $id not null references partij (id),
    gemeente $id not null,
    door $id,
    op $int not null
) $strict;
create index partij_samenvoeging_overlevend on partij_samenvoeging (overlevend);
)";

// What was answered is not kept: only which question and whether it was right.
constexpr std::string_view identificatie_sql = R"(
-- geen persoonsgegevens
create table controlevraag (
    gemeente $id not null,
    code $text not null,
    volgorde $int not null,
    tekst $text not null,
    primary key (gemeente, code)
) $strict;

-- geen persoonsgegevens
create table controlevraag_instelling (
    gemeente $id primary key,
    aantal_goed $int not null,
    versie $int not null
) $strict;

-- persoonsgegevens: 1 jaar na het gesprek
create table identificatie (
    id $id primary key,
    gemeente $id not null,
    gesprek $id not null,
    partij $id not null references partij (id),
    medewerker $id,
    methode $text not null,
    geslaagd $int not null,
    op $int not null
) $strict;
create index identificatie_gesprek on identificatie (gesprek, partij);
create index identificatie_partij on identificatie (partij, op);

-- persoonsgegevens: 1 jaar na het gesprek
create table identificatie_antwoord (
    identificatie $id not null references identificatie (id),
    gemeente $id not null,
    vraag $text not null,
    oordeel $text not null,
    primary key (identificatie, vraag)
) $strict;

-- persoonsgegevens: 2 jaar, voor toezicht op wie waarom een afgeschermde persoon opende
create table partij_opening (
    id $id primary key,
    gemeente $id not null,
    partij $id not null references partij (id),
    medewerker $id not null,
    reden $text not null,
    op $int not null
) $strict;
create index partij_opening_partij on partij_opening (partij, medewerker, op);
)";

// What lists over Klantinteracties are read by. An address that no number or e-mail can be read from is found as it stands.
constexpr std::string_view standaard_sql = R"(
create index partij_bestaand on partij (gemeente, id) where gewist_op is null;
create index partij_adres_nummeraanduiding on partij_adres (nummeraanduiding_id) where nummeraanduiding_id <> '';
create index partij_identificator_gemeente on partij_identificator (gemeente, id);
create index digitaal_adres_gemeente on digitaal_adres (gemeente, id);
create index digitaal_adres_los on digitaal_adres (id) where partij is null and betrokkene is null;
update digitaal_adres set zoekvorm = adres where zoekvorm = ''
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static const std::array<store::Migration, 6> list{{
        {"partij.1", 1, partij_sql},
        {"partij.1.bereik", 1, bereik_sql},
        {"partij.1.verband", 1, verband_sql},
        {"partij.1.identificatie", 1, identificatie_sql},
        {"partij.1.standaard", 1, standaard_sql},
        {"partij.2.accountmanager", 1, accountmanager_sql},
    }};
    return list;
}

}  // namespace dichtbij::partij
