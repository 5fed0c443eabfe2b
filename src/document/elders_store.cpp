#include "document/elders_store.h"

namespace dichtbij::document {

void insert_elders(store::Tx& tx, Id<Bestand> id, std::string_view waar) { tx.run("insert into bestand_elders (bestand, waar) values (?1, ?2)", id, std::string(waar)); }

void delete_elders(store::Tx& tx, Id<Bestand> id) { tx.run("delete from bestand_elders where bestand = ?1", id); }

bool is_elders(store::Tx& tx, Id<Bestand> id) { return tx.row<std::int64_t>("select 1 from bestand_elders where bestand = ?1", id).has_value(); }

}  // namespace dichtbij::document
