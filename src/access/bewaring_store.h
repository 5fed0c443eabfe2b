#pragma once
// All SQL of retention, for the tables of access.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::access {

// What a table says of itself in its migration.
struct Verklaring {
    std::string tabel;
    bool is_verklaard = false;
    bool is_persoonlijk = false;
};
std::vector<Verklaring> declared_tables(std::span<const store::Migration>);

void insert_destruction(store::Tx&, const Vernietigd&, std::string_view regel, Instant now);
bool has_destruction(store::Tx&, const Uuid& object);

std::vector<Vernietigd> delete_old_sessions(store::Tx&, Instant voor, int limit);
std::vector<Vernietigd> delete_old_attempts(store::Tx&, Instant voor, int limit);
std::vector<Vernietigd> delete_old_accounts(store::Tx&, Instant voor, int limit);

}  // namespace dichtbij::access
