#include "overleg/overleg_schema_store.h"

#include <array>

namespace dichtbij::overleg {
namespace {

// Ids, codes and instants only: what people wrote stands in the journal, and goes with the case. No references to
// zaak: a case may be destroyed without asking this folder; the next check takes its rows away.
constexpr std::string_view vastloper_sql = R"(
-- geen persoonsgegevens
create table vastloper (
    id $id primary key,
    zaak $id not null,
    werk $id not null,
    gemeente $id not null,
    sinds_op $int not null,
    behandeld_op $int,
    behandeld_door $id,
    afloop $text,
    journaal $int,
    versie $int not null
) $strict;
create unique index vastloper_open_zaak on vastloper (zaak) where behandeld_op is null;
create index vastloper_zaak on vastloper (zaak, id);
create index vastloper_open on vastloper (gemeente, sinds_op, id) where behandeld_op is null;
create index vastloper_behandeld on vastloper (gemeente, behandeld_op, id) where behandeld_op is not null;

-- geen persoonsgegevens
create table vastloper_aanleiding (
    vastloper $id not null references vastloper (id),
    oorzaak $text not null,
    aantal $int not null,
    op $int not null,
    door $id,
    journaal $int,
    primary key (vastloper, oorzaak)
) $strict;

-- geen persoonsgegevens
create table stilstand_grens (
    gemeente $id not null,
    zaaktype $id not null,
    werkdagen $int not null,
    primary key (gemeente, zaaktype)
) $strict;

-- geen persoonsgegevens
create table vastloper_stand (
    gemeente $id primary key,
    dag $int not null,
    begonnen_op $int not null,
    gezien_op $int not null,
    sleutel $int,
    plaats $id not null
) $strict;
)";

constexpr std::string_view verdelen_sql = R"(
-- persoonsgegevens: medewerker, zolang in dienst
create table capaciteit (
    team $id not null,
    medewerker $id not null,
    zaken $int not null,
    primary key (team, medewerker)
) $strict;
create index capaciteit_medewerker on capaciteit (medewerker);

-- persoonsgegevens: medewerker, zolang in dienst
create table lijstkeuze (
    id $id primary key,
    medewerker $id not null,
    plek $text not null,
    naam $text not null,
    vraag $text not null
) $strict;
create index lijstkeuze_medewerker on lijstkeuze (medewerker, plek);
)";

// A kept list can be shared with a team; and how someone last had a list before him.
constexpr std::string_view lijstvorm_sql = R"(
alter table lijstkeuze add column team $id;
create index lijstkeuze_team on lijstkeuze (team, plek) where team is not null;

-- persoonsgegevens: medewerker, zolang in dienst
create table lijstvorm (
    medewerker $id not null,
    plek $text not null,
    vorm $text not null,
    primary key (medewerker, plek)
) $strict;
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 3> list{
        {{"overleg.1.vastloper", 1, vastloper_sql}, {"overleg.1.verdelen", 1, verdelen_sql}, {"overleg.2.lijstvorm", 1, lijstvorm_sql}}};
    return list;
}

}  // namespace dichtbij::overleg
