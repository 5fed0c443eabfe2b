#pragma once
// Our own table of addresses, from a CSV file: for when the register of addresses is off, down, or not there at all.

#include <istream>

#include "app/import_rijen.h"
#include "opzoek/opzoek_store.h"

namespace dichtbij::app::contactimport {

std::span<const CsvColumns::Column> adreskolommen();
// One row, or what is wrong with it, by column.
tl::expected<opzoek::LokaalAdres, std::vector<Rijfout>> read_adresrij(const CsvColumns&, const CsvRecord&, Instant now);

// Rows that are there already count as such; one whose street or town changed is changed. `opdracht` names no gemeente:
// an address is an address for everyone.
Result<Telling> import_adressen(store::Store&, const Clock&, Opdracht, Meldingen, std::istream&);

}  // namespace dichtbij::app::contactimport
