#include "zaaktype/zaaktype_schema_store.h"

#include <array>

namespace dichtbij::zaaktype {
namespace {

// `inhoud` is the whole content as JSON; the columns beside it are what lists and cases ask without reading it.
// Who wrote a version stands in the journal only.
constexpr std::string_view zaaktype_sql = R"(
-- persoonsgegevens: medewerker (proceseigenaar), tot een ander het is
create table zaaktype (
    id $id primary key,
    gemeente $id not null references gemeente (id),
    code $text not null,
    team $id references team (id),
    proceseigenaar $id references medewerker (id),
    versie $int not null
) $strict;
create unique index zaaktype_code on zaaktype (gemeente, code);
create index zaaktype_team on zaaktype (team);
create index zaaktype_proceseigenaar on zaaktype (proceseigenaar);

-- geen persoonsgegevens
create table zaaktype_versie (
    id $id primary key,
    zaaktype $id not null references zaaktype (id),
    nummer $int not null,
    status $text not null,
    bron $text not null,
    gemaakt_op $int not null,
    gewijzigd_op $int not null,
    gepubliceerd_op $int,
    geldig_van $int,
    geldig_tot $int,
    revisie $int not null,
    naam_nl $text not null,
    naam_en $text not null,
    aanleiding $text not null,
    domein $text not null,
    afhandelniveau $int not null,
    betrouwbaarheidsniveau $text not null,
    zonder_inloggen $int not null,
    te_bevestigen $int not null,
    inhoud $text not null
) $strict;
create unique index zaaktype_versie_nummer on zaaktype_versie (zaaktype, nummer);
create unique index zaaktype_versie_ontwerp on zaaktype_versie (zaaktype) where status = 'ontwerp';

-- geen persoonsgegevens
create table zaaktype_product (
    zaaktype $id not null references zaaktype (id),
    product $id not null references product (id),
    primary key (zaaktype, product)
) $strict;
create index zaaktype_product_product on zaaktype_product (product, zaaktype);

-- geen persoonsgegevens
create table zaaktype_onderwerp (
    zaaktype $id not null references zaaktype (id),
    onderwerp $id not null references onderwerp (id),
    primary key (zaaktype, onderwerp)
) $strict;
create index zaaktype_onderwerp_onderwerp on zaaktype_onderwerp (onderwerp, zaaktype);
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 1> list{{{"zaaktype.1", 1, zaaktype_sql}}};
    return list;
}

}  // namespace dichtbij::zaaktype
