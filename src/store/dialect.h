#pragma once
// The only place where the two stores speak differently.

#include <span>
#include <string>
#include <string_view>

#include "store/store.h"

namespace dichtbij::store {

// One step of the schema, applied once, in the order of the list. `sql` holds one or more statements
// separated by ";\n" and uses these words, which become the dialect's:
//   $id (16 bytes)  $int  $text (collation C)  $blob  $strict (behind the closing bracket of a table)
//   $serial (an integer primary key that rises)  $xid (the transaction that wrote the row, default)
//   $real (double precision)
// Words inside '...' stay as they are. No triggers, and no deferred constraints: they would fail at the
// commit, and with it the neighbours in a group.
// First add and fill; remove only one release later.
struct Migration {
    std::string_view name;  // "werk.1"
    int release;            // of the program that brought it
    std::string_view sql;
};

// The release of this program. A store that a release more than one newer has touched is refused.
inline constexpr int current_release = 1;

// Applies what is missing, all in one transaction. Throws Unavailable, or std::runtime_error with a
// plain sentence when the store is too new.
void migrate(Store& store, std::span<const Migration> migrations);

std::string translate_ddl(Dialect, std::string_view sql);

// A condition on the column `xid` of a table written with $xid: only rows of transactions that can no
// longer be overtaken by one still open. SQLite numbers in commit order: always true.
std::string_view settled_condition(Dialect);

// Order and cursor of rows that followers read: (xid as bigint, id).
std::string_view xid_as_int(Dialect);  // expression on column `xid`

// Behind a select that takes waiting rows to work on, so that two workers do not take the same ones.
// SQLite has one writer and needs nothing.
std::string_view skip_locked(Dialect);

}  // namespace dichtbij::store
