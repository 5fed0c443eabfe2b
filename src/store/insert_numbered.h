#pragma once
// Inserting into a table that numbers its own rows.

#include <cstdint>
#include <string>
#include <string_view>

#include "store/dialect.h"

namespace dichtbij::store {

// Inserts a row and gives the number that its $serial column `number` got. RETURNING costs SQLite as much as
// the insert itself.
template <class... A>
std::int64_t insert_numbered(Tx& tx, const std::string& insert, std::string_view number, const A&... args) {
    if (tx.dialect() == Dialect::postgres) return tx.value<std::int64_t>(insert + " returning " + std::string(number), args...);
    tx.run(insert, args...);
    return tx.value<std::int64_t>("select last_insert_rowid()");
}

}  // namespace dichtbij::store
