#include <array>

#include "zaak/zaak_schema_store.h"

namespace dichtbij::zaak {
namespace {

// Owner, promise and domain stand in werk alone.
constexpr std::string_view zaak_sql = R"(
-- persoonsgegevens: betrokkene, tot de archiefactiedatum van het resultaat, of eerder op verzoek
create table zaak (
    id $id primary key,
    gemeente $id not null,
    nummer $text not null,
    zaaktype $id not null references zaaktype (id),
    zaaktype_versie $id not null references zaaktype_versie (id),
    omschrijving $text not null,
    toelichting $text not null,
    startdatum $int not null,
    geregistreerd_op $int not null,
    kanaal $text not null,
    status $text not null,
    resultaat $text not null,
    vertrouwelijkheid $text not null,
    hoofdzaak $id references zaak (id),
    klantcontact $id,
    termijn_vanaf $int not null,
    laatste_datum $int,
    opgeschort $int not null,
    archiefnominatie $text,
    archiefactiedatum $int,
    archiefstatus $text not null,
    zonder_archiefdatum $text,
    gesloten_op $int,
    einddatum $int,
    werk $id not null references werk (id),
    versie $int not null,
    check ((gesloten_op is null) = (resultaat = '')),
    check ((gesloten_op is null) = (einddatum is null))
) $strict;
create unique index zaak_nummer on zaak (nummer, gemeente);
create unique index zaak_werk on zaak (werk);
create index zaak_hoofdzaak on zaak (hoofdzaak) where hoofdzaak is not null;
create index zaak_open_termijn on zaak (gemeente, laatste_datum, id) where gesloten_op is null and laatste_datum is not null;
create index zaak_gesloten on zaak (gemeente, gesloten_op, id) where gesloten_op is not null;
create index zaak_archief on zaak (archiefactiedatum, id) where archiefactiedatum is not null;
create index zaak_zaaktype on zaak (zaaktype);

-- persoonsgegevens: betrokkene (toelichting), zoals zaak
create table zaak_status (
    id $id primary key,
    zaak $id not null references zaak (id),
    status $text not null,
    op $int not null,
    door $id,
    toelichting $text not null
) $strict;
create index zaak_status_zaak on zaak_status (zaak, id);

-- persoonsgegevens: betrokkene, zoals zaak
create table zaak_rol (
    id $id primary key,
    zaak $id not null references zaak (id),
    soort $text not null,
    partij $id,
    medewerker $id,
    namens $id,
    machtiging $text not null,
    van $int not null,
    tot $int,
    check ((partij is null) <> (medewerker is null))
) $strict;
create index zaak_rol_zaak on zaak_rol (zaak, id);
create index zaak_rol_partij on zaak_rol (partij, zaak) where partij is not null;
create index zaak_rol_namens on zaak_rol (namens) where namens is not null;

-- persoonsgegevens: betrokkene, zoals zaak
create table zaak_eigenschap (
    zaak $id not null references zaak (id),
    volgnummer $int not null,
    code $text not null,
    waarde $text not null,
    primary key (zaak, code)
) $strict;

-- geen persoonsgegevens
create table zaak_relatie (
    zaak $id not null references zaak (id),
    andere $id not null references zaak (id),
    aard $text not null,
    primary key (zaak, andere)
) $strict;
create index zaak_relatie_andere on zaak_relatie (andere);
)";

constexpr std::string_view termijn_sql = R"(
-- persoonsgegevens: betrokkene (reden, wachten_op), zoals zaak
create table zaak_opschorting (
    id $id primary key,
    zaak $id not null references zaak (id),
    grond $text not null,
    van $int not null,
    tot $int,
    tot_uiterlijk $int,
    wachten_op $text not null,
    reden $text not null,
    begonnen_op $int not null,
    door $id,
    geeindigd_op $int,
    check (tot is null or tot >= van)
) $strict;
create index zaak_opschorting_zaak on zaak_opschorting (zaak, id);
create unique index zaak_opschorting_loopt on zaak_opschorting (zaak, grond) where tot is null;
create index zaak_opschorting_uiterlijk on zaak_opschorting (tot_uiterlijk, id) where tot is null and tot_uiterlijk is not null;

-- persoonsgegevens: betrokkene (reden), zoals zaak
create table zaak_verlenging (
    id $id primary key,
    zaak $id not null references zaak (id),
    grond $text not null,
    aantal $int not null,
    eenheid $text not null,
    medegedeeld_datum $int not null,
    reden $text not null,
    op $int not null,
    door $id
) $strict;
create index zaak_verlenging_zaak on zaak_verlenging (zaak, id);

-- persoonsgegevens: betrokkene (toelichting), zoals zaak
create table zaak_ingebrekestelling (
    id $id primary key,
    zaak $id not null references zaak (id),
    ontvangen_datum $int not null,
    termijn_datum $int not null,
    toelichting $text not null,
    op $int not null,
    door $id
) $strict;
create unique index zaak_ingebrekestelling_zaak on zaak_ingebrekestelling (zaak);
)";

constexpr std::string_view besluit_sql = R"(
-- persoonsgegevens: betrokkene, zoals zaak
create table zaak_besluit (
    id $id primary key,
    zaak $id not null references zaak (id),
    omschrijving $text not null,
    toelichting $text not null,
    datum $int not null,
    verzonden_datum $int,
    ingang_datum $int,
    verval_datum $int,
    rechtsmiddel $text not null,
    reactie_datum $int,
    ingetrokken_datum $int,
    intrekkingsreden $text not null,
    door $id,
    vastgelegd_op $int not null
) $strict;
create index zaak_besluit_zaak on zaak_besluit (zaak, id);

-- persoonsgegevens: betrokkene (toelichting, antwoord), zoals zaak
create table zaaktaak (
    id $id primary key,
    zaak $id not null references zaak (id),
    gemeente $id not null,
    nummer $text not null,
    naam $text not null,
    soort $text not null,
    toelichting $text not null,
    sjabloon $text not null,
    uiterlijk_datum $int not null,
    gesteld_op $int,
    opschorting $id,
    uitkomst $text,
    antwoord $text not null,
    afgerond_op $int,
    afgerond_door $id,
    werk $id not null references werk (id),
    herinnerd_op $int,
    check ((uitkomst is null) = (afgerond_op is null))
) $strict;
create unique index zaaktaak_nummer on zaaktaak (nummer, gemeente);
create unique index zaaktaak_werk on zaaktaak (werk);
create index zaaktaak_zaak on zaaktaak (zaak, id);
create index zaaktaak_gesteld on zaaktaak (uiterlijk_datum, id) where uitkomst is null and gesteld_op is not null and herinnerd_op is null;
)";

constexpr std::string_view overname_sql = R"(
-- persoonsgegevens: betrokkene (nummer van zijn zaak in een ander systeem), zoals zaak
create table zaak_overname (
    gemeente $id not null,
    extern_id $text not null,
    zaak $id not null references zaak (id),
    primary key (gemeente, extern_id)
) $strict;
create unique index zaak_overname_zaak on zaak_overname (zaak);
)";

// By law also those without a last day; and which case types and versions are in use.
constexpr std::string_view lijst_sql = R"(
drop index zaak_open_termijn;
create index zaak_open_wet on zaak (gemeente, laatste_datum, id) where gesloten_op is null;
create index zaak_open_versie on zaak (zaaktype, zaaktype_versie) where gesloten_op is null;
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 5> list{{
        {"zaak.1.zaak", 1, zaak_sql},
        {"zaak.1.termijn", 1, termijn_sql},
        {"zaak.1.besluit", 1, besluit_sql},
        {"zaak.1.overname", 1, overname_sql},
        {"zaak.2.lijst", 1, lijst_sql},
    }};
    return list;
}

}  // namespace dichtbij::zaak
