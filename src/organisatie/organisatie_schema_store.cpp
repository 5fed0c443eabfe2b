#include <array>

#include "organisatie/organisatie_service.h"

namespace dichtbij::organisatie {
namespace {

// Colours and logo stand apart from the gemeente: they are read by pages, not by services.
constexpr std::string_view gemeenten_sql = R"(
-- geen persoonsgegevens
create table gemeente (
    id $id primary key,
    code $text not null unique,
    naam $text not null,
    telefoon $text not null,
    email $text not null,
    adres $text not null,
    website $text not null,
    versie $int not null,
    naam_sleutel $blob not null
) $strict;

-- geen persoonsgegevens
create table gemeente_stijl (
    gemeente $id primary key references gemeente (id),
    kleuren $text not null,
    logo $blob,
    logo_soort $text not null,
    versie $int not null
) $strict;
)";

constexpr std::string_view mensen_sql = R"(
-- persoonsgegevens: medewerker, zolang in dienst; de naam daarna zolang er werk bestaat dat hem noemt
create table medewerker (
    id $id primary key,
    naam $text not null,
    functie $text not null,
    email $text not null,
    telefoon $text not null,
    taal $text not null,
    werkdagen $int not null,
    in_dienst_tot $int,
    versie $int not null,
    naam_sleutel $blob not null,
    zoekwoorden $text not null
) $strict;
create unique index medewerker_email on medewerker (email) where email <> '';
create index medewerker_naam on medewerker (naam_sleutel, id);

-- persoonsgegevens: medewerker, zolang in dienst
create table medewerker_gemeente (
    medewerker $id not null references medewerker (id),
    gemeente $id not null references gemeente (id),
    primary key (medewerker, gemeente)
) $strict;
create index medewerker_gemeente_gemeente on medewerker_gemeente (gemeente, medewerker);

-- persoonsgegevens: medewerker, zolang in dienst
create table medewerker_vaardigheid (
    medewerker $id not null references medewerker (id),
    vaardigheid $text not null,
    primary key (medewerker, vaardigheid)
) $strict;
create index medewerker_vaardigheid_naam on medewerker_vaardigheid (vaardigheid, medewerker);

-- persoonsgegevens: medewerker, zolang in dienst
create table gemeente_manager (
    gemeente $id not null references gemeente (id),
    medewerker $id not null references medewerker (id),
    primary key (gemeente, medewerker)
) $strict;

-- persoonsgegevens: medewerker, 2 jaar na het einde van de afwezigheid
create table afwezigheid (
    id $id primary key,
    medewerker $id not null references medewerker (id),
    van $int not null,
    tot $int not null,
    reden $text not null,
    vervanger $id references medewerker (id)
) $strict;
create index afwezigheid_medewerker on afwezigheid (medewerker, tot);
create index afwezigheid_tot on afwezigheid (tot, van);

-- persoonsgegevens: medewerker, 2 jaar na het einde van de vervanging
create table vervanging (
    id $id primary key,
    medewerker $id not null references medewerker (id),
    vervanger $id not null references medewerker (id),
    van $int not null,
    tot $int
) $strict;
create index vervanging_medewerker on vervanging (medewerker, van);
create index vervanging_vervanger on vervanging (vervanger, van);

-- persoonsgegevens: medewerker, 1 dag
create table aanwezigheid (
    medewerker $id primary key references medewerker (id),
    staat $text not null,
    sinds $int not null
) $strict;
)";

constexpr std::string_view teams_sql = R"(
-- geen persoonsgegevens
create table afdeling (
    id $id primary key,
    naam $text not null,
    versie $int not null,
    gemeente $id not null references gemeente (id),
    naam_sleutel $blob not null
) $strict;

-- persoonsgegevens: medewerker (leider), tot een ander leidt
create table team (
    id $id primary key,
    afdeling $id not null references afdeling (id),
    naam $text not null,
    leider $id not null references medewerker (id),
    domein $text not null,
    is_kcc $int not null,
    actief $int not null,
    versie $int not null,
    naam_sleutel $blob not null,
    zoekwoorden $text not null
) $strict;
create index team_leider on team (leider);
create index team_afdeling on team (afdeling);

-- geen persoonsgegevens
create table team_gemeente (
    team $id not null references team (id),
    gemeente $id not null references gemeente (id),
    primary key (gemeente, team)
) $strict;
create index team_gemeente_team on team_gemeente (team, gemeente);

-- persoonsgegevens: medewerker, zolang lid
create table team_lid (
    team $id not null references team (id),
    medewerker $id not null references medewerker (id),
    primary key (team, medewerker)
) $strict;
create index team_lid_medewerker on team_lid (medewerker, team);
)";

constexpr std::string_view onderwerpen_sql = R"(
-- persoonsgegevens: medewerker (proceseigenaar), tot een ander het is
create table product (
    id $id primary key,
    gemeente $id not null references gemeente (id),
    naam $text not null,
    upl_uri $text not null,
    proceseigenaar $id not null references medewerker (id),
    team $id not null references team (id),
    actief $int not null,
    versie $int not null,
    naam_sleutel $blob not null,
    zoekwoorden $text not null
) $strict;
create unique index product_upl on product (gemeente, upl_uri) where upl_uri <> '';
create index product_naam on product (gemeente, naam_sleutel, id);
create index product_team on product (team);

-- persoonsgegevens: medewerker (proceseigenaar), tot een ander het is
create table onderwerp (
    id $id primary key,
    gemeente $id not null references gemeente (id),
    naam $text not null,
    product $id references product (id),
    team $id not null references team (id),
    proceseigenaar $id not null references medewerker (id),
    afhandelniveau $int not null,
    domein $text not null,
    trefwoorden $text not null,
    actief $int not null,
    versie $int not null,
    naam_sleutel $blob not null,
    zoekwoorden $text not null
) $strict;
create index onderwerp_naam on onderwerp (gemeente, naam_sleutel, id);
create index onderwerp_product on onderwerp (product);
create index onderwerp_team on onderwerp (team);
)";

// `regel` keeps its conditions also when what they point at is gone: that is the storing to show.
constexpr std::string_view routering_sql = R"(
-- persoonsgegevens: medewerker (doel), tot de regel verandert
create table routeringsregel (
    id $id primary key,
    gemeente $id not null references gemeente (id),
    volgorde $int not null,
    naam $text not null,
    onderwerp $id,
    product $id,
    kanaal $text not null,
    taal $text not null,
    vaardigheid $text not null,
    weekdagen $int not null,
    openingstijd $text not null,
    doel_team $id,
    doel_medewerker $id,
    doel_vaardigheid $text not null,
    actief $int not null,
    versie $int not null
) $strict;
create index routeringsregel_gemeente on routeringsregel (gemeente, volgorde);

-- geen persoonsgegevens
create table routering_storing (
    regel $id not null references routeringsregel (id),
    oorzaak $text not null,
    gemeente $id not null references gemeente (id),
    sinds $int not null,
    primary key (regel, oorzaak)
) $strict;
create index routering_storing_gemeente on routering_storing (gemeente, sinds);
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 5> list{{
        {"organisatie.1.gemeente", 1, gemeenten_sql},
        {"organisatie.1.medewerker", 1, mensen_sql},
        {"organisatie.1.team", 1, teams_sql},
        {"organisatie.1.onderwerp", 1, onderwerpen_sql},
        {"organisatie.1.routering", 1, routering_sql},
    }};
    return list;
}

}  // namespace dichtbij::organisatie
