#include "mijn/instelling_store.h"

#include <array>

#include "mijn/inzage_service.h"

namespace dichtbij::mijn {
namespace {

constexpr std::string_view instelling_sql = R"(
-- geen persoonsgegevens
create table mijn_instelling (
    gemeente $id primary key,
    toon_namen $int not null
) $strict;
)";

constexpr std::array all{store::Migration{"mijn.1", 1, instelling_sql}};

}  // namespace

std::span<const store::Migration> migrations() { return all; }

bool toon_namen(store::Tx& tx, Id<Gemeente> gemeente) {
    return tx.value<std::int64_t>("select count(*) from mijn_instelling where gemeente = ?1 and toon_namen = 1", gemeente) == 1;
}

void set_toon_namen(store::Tx& tx, Id<Gemeente> gemeente, bool toon) {
    tx.run("insert into mijn_instelling (gemeente, toon_namen) values (?1, ?2) on conflict (gemeente) do update set toon_namen = excluded.toon_namen", gemeente,
           std::int64_t{toon ? 1 : 0});
}

}  // namespace dichtbij::mijn
