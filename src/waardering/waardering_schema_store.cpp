#include "waardering/waardering_schema_store.h"

namespace dichtbij::waardering {
namespace {

// No references to zaak, klantcontact and werk: they may be destroyed first, in the same transaction.
constexpr std::string_view waardering_sql = R"(
-- persoonsgegevens: betrokkene (wie het gaf), zoals het werk waarover het gaat
create table waardering (
    id $id primary key,
    soort $text not null,
    object $id not null,
    werk $id not null,
    gemeente $id not null,
    door $id,
    cijfer $int not null,
    gegeven_op $int not null,
    gewijzigd_op $int,
    journaal $int,
    check (cijfer between 1 and 5)
) $strict;
create unique index waardering_object on waardering (object, soort);
create index waardering_werk on waardering (werk);
create index waardering_door on waardering (door) where door is not null;
)";

constexpr store::Migration all_migrations[] = {{"waardering.1.waardering", 1, waardering_sql}};

}  // namespace

std::span<const store::Migration> migrations() { return all_migrations; }

}  // namespace dichtbij::waardering
