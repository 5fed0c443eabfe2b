#pragma once
// What a register answered, as what we keep of a person or company: the register is right about what it holds, and what
// it does not hold stays as it is. Pure.

#include "opzoek/opzoek.h"
#include "partij/partij.h"

namespace dichtbij::partij {

// Name, date of birth, address, number. Someone whom the BRP shields is shielded here; the other way round stays.
Gegevens overgenomen(Gegevens was, const opzoek::BrpPersoon&);
// Name, KvK-nummer, RSIN, vestigingsnummer, addresses. A vestiging that is there already stays the one it is.
Gegevens overgenomen(Gegevens was, const opzoek::Bedrijf&);

Adres adres_van(const opzoek::Vondstadres&);
std::string geboren_leesbaar(const opzoek::Vondstdatum&);  // "14-3-1984"

}  // namespace dichtbij::partij
