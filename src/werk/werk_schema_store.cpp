#include <array>

#include "werk/werk_schema_store.h"

namespace dichtbij::werk {
namespace {

// The partial indexes hold open work only, so that a list costs the same beside a million closed rows;
// they carry what counts per bucket need.
constexpr std::string_view werk_sql = R"(
-- persoonsgegevens: betrokkene, 5 jaar na sluiten (titel en partij), of eerder op verzoek
create table werk (
    id $id primary key,
    soort $text not null,
    object $id not null,
    nummer $text not null,
    titel $text not null,
    gesprek $id,
    gemeente $id not null,
    partij $id,
    kanaal $text not null,
    product $id,
    onderwerp $id,
    taal $text not null,
    afhandelniveau $int not null,
    domein $text not null,
    team $id not null,
    eigenaar $id not null,
    toegewezen_aan $id,
    aanvaard_op $int,
    ouder $id references werk (id),
    telt_als_vraag $int not null,
    geopend_op $int not null,
    gesloten_op $int,
    uitkomst $text,
    beloofd_op $int,
    waarschuwing_op $int,
    orde_op $int not null,
    wacht $text,
    escalatie $int not null,
    aandacht_op $int,
    herinnering_op $int,
    laatste_stap $text not null,
    laatste_op $int not null,
    laatste_door $id,
    zoektekst $text not null,
    versie $int not null,
    check ((gesloten_op is null) = (uitkomst is null))
) $strict;
create unique index werk_object on werk (object);
create index werk_nummer on werk (nummer);
create index werk_partij on werk (partij, geopend_op) where partij is not null;
create index werk_gesprek on werk (gesprek) where gesprek is not null;
create index werk_ouder on werk (ouder) where ouder is not null;
create index werk_open_team on werk (team, orde_op, id, gemeente, wacht, eigenaar, aanvaard_op, onderwerp, waarschuwing_op) where gesloten_op is null;
create index werk_open_eigenaar on werk (eigenaar, orde_op, id, gemeente, wacht) where gesloten_op is null;
create index werk_open_gemeente on werk (gemeente, orde_op, id, wacht) where gesloten_op is null;
create index werk_open_aandacht on werk (aandacht_op, id) where gesloten_op is null and aandacht_op is not null;
create index werk_niet_aanvaard on werk (team, toegewezen_aan, eigenaar, id) where gesloten_op is null and aanvaard_op is null;
)";

constexpr std::string_view klok_sql = R"(
-- geen persoonsgegevens
create table klok (
    id $id primary key,
    werk $id not null references werk (id),
    gemeente $id not null,
    norm $text not null,
    meet $text not null,
    termijn $text not null,
    gestart_op $int not null,
    aanvankelijk_op $int not null,
    uiterlijk_op $int not null,
    gestopt_op $int,
    uitkomst $text,
    te_laat_op $int,
    gestart_door $id,
    gestopt_door $id,
    check ((gestopt_op is null) = (uitkomst is null))
) $strict;
create index klok_werk on klok (werk, id);
create index klok_lopend on klok (gemeente, id) where gestopt_op is null;

-- geen persoonsgegevens
create table klok_pauze (
    klok $id not null references klok (id),
    volgnummer $int not null,
    reden $text not null,
    van_op $int not null,
    tot_op $int,
    primary key (klok, volgnummer)
) $strict;
)";

constexpr std::string_view toezegging_sql = R"(
-- persoonsgegevens: betrokkene (reden, verteld_tekst), 5 jaar na sluiten van het werk, of eerder op verzoek
create table toezegging (
    id $id primary key,
    werk $id not null references werk (id),
    gemeente $id not null,
    volgnummer $int not null,
    beloofd_op $int not null,
    nauwkeurigheid $text not null,
    waarschuwing_op $int not null,
    tijdig_tot_op $int not null,
    herkomst $text not null,
    gedaan_op $int not null,
    door $id,
    stand $text not null,
    gemist_op $int,
    beeindigd_op $int,
    reden $text not null,
    hoe_verteld $text,
    verteld_kanaal $text not null,
    verteld_tekst $text not null,
    te_laat_verteld $int not null
) $strict;
create unique index toezegging_werk on toezegging (werk, volgnummer);
)";

constexpr std::string_view attentie_sql = R"(
-- persoonsgegevens: medewerker, 90 dagen na lezen
create table attentie (
    id $id primary key,
    medewerker $id not null,
    gemeente $id not null,
    werk $id references werk (id),
    soort $text not null,
    op $int not null,
    van $id,
    gelezen_op $int,
    handeling $id,
    partij $id
) $strict;
create index attentie_medewerker on attentie (medewerker, id);
create index attentie_ongelezen on attentie (medewerker) where gelezen_op is null;
create index attentie_werk on attentie (werk) where werk is not null;
create index attentie_partij on attentie (partij) where partij is not null;
create index attentie_gelezen on attentie (gelezen_op) where gelezen_op is not null;

-- geen persoonsgegevens
create table escalatiestap (
    gemeente $id not null,
    stap $int not null,
    ontvanger $text not null,
    anker $text not null,
    werkdagen $int not null,
    primary key (gemeente, stap)
) $strict;
)";

constexpr std::string_view ongedaan_sql = R"(
-- geen persoonsgegevens
create table werk_ongedaan (
    handeling $id not null,
    werk $id not null references werk (id),
    soort $text not null,
    door $id not null,
    verloopt_op $int not null,
    versie_na $int not null,
    team $id not null,
    domein $text not null,
    product $id,
    onderwerp $id,
    afhandelniveau $int not null,
    eigenaar $id not null,
    toegewezen_aan $id,
    aanvaard_op $int,
    wacht $text,
    herinnering_op $int,
    laatste_stap $text not null,
    laatste_op $int not null,
    laatste_door $id,
    primary key (handeling, werk)
) $strict;
create index werk_ongedaan_verloopt on werk_ongedaan (verloopt_op);
create index werk_ongedaan_werk on werk_ongedaan (werk);

-- geen persoonsgegevens
create table werk_dagstand (
    naam $text primary key,
    dag $int not null
) $strict;
)";

constexpr std::string_view weergave_sql = R"(
-- persoonsgegevens: medewerker, zolang in dienst
create table weergave (
    id $id primary key,
    medewerker $id not null,
    team $id,
    naam $text not null,
    vraag $text not null,
    versie $int not null
) $strict;
create index weergave_medewerker on weergave (medewerker);
create index weergave_team on weergave (team) where team is not null;
)";

}  // namespace

// The overview of a person with hundreds of closed rows shows the few that are open.
constexpr std::string_view open_partij_sql = R"(
create index werk_open_partij on werk (partij, orde_op, id) where gesloten_op is null and partij is not null;
)";

// How much a reader without a right to some domains does not see.
constexpr std::string_view domein_sql = R"(
create index werk_domein on werk (gemeente, domein) where domein <> '';
)";

// SQLite counts from an index alone only when the index holds what its own condition asks.
constexpr std::string_view tellen_sql = R"(
drop index werk_open_team;
drop index werk_open_eigenaar;
drop index werk_open_gemeente;
create index werk_open_team on werk (team, orde_op, id, gemeente, wacht, eigenaar, aanvaard_op, onderwerp, waarschuwing_op, gesloten_op) where gesloten_op is null;
create index werk_open_eigenaar on werk (eigenaar, orde_op, id, gemeente, wacht, gesloten_op) where gesloten_op is null;
create index werk_open_gemeente on werk (gemeente, orde_op, id, wacht, gesloten_op) where gesloten_op is null;
)";

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 9> list{{
        {"werk.1.werk", 1, werk_sql},
        {"werk.1.klok", 1, klok_sql},
        {"werk.1.toezegging", 1, toezegging_sql},
        {"werk.1.attentie", 1, attentie_sql},
        {"werk.1.ongedaan", 1, ongedaan_sql},
        {"werk.1.weergave", 1, weergave_sql},
        {"werk.1.open_partij", 1, open_partij_sql},
        {"werk.1.domein", 1, domein_sql},
        {"werk.1.tellen", 1, tellen_sql},
    }};
    return list;
}

}  // namespace dichtbij::werk
