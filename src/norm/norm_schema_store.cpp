#include <array>

#include "norm/norm_service.h"

namespace dichtbij::norm {
namespace {

constexpr std::string_view schema = R"(
-- geen persoonsgegevens
create table norm_stand (
    gemeente $id not null,
    lijst $text not null,
    stand $id not null,
    versie $int not null,
    primary key (gemeente, lijst)
) $strict;

-- geen persoonsgegevens
create table feestdagkeuze (
    gemeente $id primary key,
    goede_vrijdag $text not null,
    bevrijdingsdag $text not null,
    gelijkgestelde_dagen $text not null,
    weekend $text not null
) $strict;

-- geen persoonsgegevens
create table openingstijd (
    gemeente $id not null,
    weekdag $int not null,
    van $int not null,
    tot $int not null,
    primary key (gemeente, weekdag, van)
) $strict;

-- geen persoonsgegevens
create table sluitingsdag (
    gemeente $id not null,
    datum $int not null,
    reden $text not null,
    primary key (gemeente, datum)
) $strict;

-- geen persoonsgegevens
create table afwijkende_dag (
    gemeente $id not null,
    datum $int not null,
    reden $text not null,
    primary key (gemeente, datum)
) $strict;

-- geen persoonsgegevens
create table afwijkende_tijd (
    gemeente $id not null,
    datum $int not null,
    van $int not null,
    tot $int not null,
    primary key (gemeente, datum, van)
) $strict;

-- geen persoonsgegevens
create table servicenorm (
    gemeente $id not null,
    id $id not null,
    code $text not null,
    aanleiding $text not null,
    meet $text not null,
    soort $text not null,
    aantal $int not null,
    eenheid $text,
    telling $text,
    regime $text,
    kanaal $text,
    product $id,
    onderwerp $id,
    van $int not null,
    tot $int,
    bron $text not null,
    primary key (gemeente, id)
) $strict;
create unique index servicenorm_code on servicenorm (gemeente, code, van);
)";

constexpr std::array all_migrations = {store::Migration{"norm.1", 1, schema}};

}  // namespace

std::span<const store::Migration> migrations() { return all_migrations; }

}  // namespace dichtbij::norm
