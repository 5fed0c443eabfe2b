#include "belofte/belofte_schema_store.h"

#include <array>

namespace dichtbij::belofte {
namespace {

// No references to zaak: a case may be destroyed without asking what is expected of it.
constexpr std::string_view belofte_sql = R"(
-- geen persoonsgegevens
create table doorlooptijd (
    zaaktype $id not null,
    status $text not null,
    jaar $int not null,
    werkdagen $int not null,
    aantal $int not null,
    primary key (zaaktype, status, jaar, werkdagen)
) $strict;

-- geen persoonsgegevens
create table belofte_stand (
    gemeente $id primary key,
    geteld_op $int not null,
    geteld_zaak $id not null,
    dag $int not null,
    sleutel $int,
    plaats $id not null,
    nieuw_vanaf $id not null
) $strict;

-- geen persoonsgegevens
create table verwachting (
    zaak $id primary key,
    werk $id not null,
    gemeente $id not null,
    beloofd_op $int not null,
    kans $text not null,
    verwacht_datum $int not null,
    nog_werkdagen $int not null,
    grond $text not null,
    zaken $int not null,
    sinds_op $int not null,
    eigenaar_op $int,
    teamleider_op $int
) $strict;
create index verwachting_gemeente on verwachting (gemeente, beloofd_op, zaak);
create index verwachting_werk on verwachting (werk);
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 1> list{{{"belofte.1.belofte", 1, belofte_sql}}};
    return list;
}

}  // namespace dichtbij::belofte
