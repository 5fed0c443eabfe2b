#include "ketenpartner/advies_schema_store.h"

namespace dichtbij::ketenpartner {
namespace {

// No references to zaak and werk: they may be destroyed first, in the same transaction.
constexpr std::string_view advies_sql = R"(
-- persoonsgegevens: contactpersoon van een andere organisatie, zoals de zaak
create table adviesvraag (
    id $id primary key,
    gemeente $id not null,
    zaak $id not null,
    taak $id not null,
    werk $id not null,
    organisatie $text not null,
    contactpersoon $text not null,
    email $text not null,
    codeweg $text not null,
    code_naar $text not null,
    vraag $text not null,
    taal $text not null,
    laatste_datum $int not null,
    link_hash $blob not null,
    code_hash $blob not null,
    pogingen $int not null,
    gesteld_op $int not null,
    gesteld_door $id not null,
    geopend_op $int,
    slot $text,
    slot_op $int,
    revisie $int not null,
    check ((slot is null) = (slot_op is null))
) $strict;
create unique index adviesvraag_link on adviesvraag (link_hash);
create unique index adviesvraag_taak_open on adviesvraag (taak) where slot is null;
create index adviesvraag_zaak on adviesvraag (zaak, id);
create index adviesvraag_werk on adviesvraag (werk);

-- geen persoonsgegevens
create table adviesdocument (
    adviesvraag $id not null references adviesvraag (id),
    document $id not null,
    versie $id not null,
    primary key (adviesvraag, versie)
) $strict;

-- persoonsgegevens: dat iemand van een andere organisatie keek, een dag
create table adviesbezoek (
    hash $blob primary key,
    adviesvraag $id not null,
    einde_op $int not null
) $strict;
create index adviesbezoek_einde on adviesbezoek (einde_op);
create index adviesbezoek_adviesvraag on adviesbezoek (adviesvraag);
)";

constexpr store::Migration all_migrations[] = {{"ketenpartner.1.advies", 1, advies_sql}};

}  // namespace

std::span<const store::Migration> migrations() { return all_migrations; }

}  // namespace dichtbij::ketenpartner
