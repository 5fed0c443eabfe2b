#pragma once
// Used by the services of this folder: a message in the journal. It stands with its werk and its person.

#include <string>
#include <string_view>

#include "bericht/bericht.h"
#include "journal/journal.h"

namespace dichtbij::bericht {

void append_bericht(store::Tx&, const access::Caller&, Instant now, std::string gebeurtenis, const Bericht&, std::string_view reden = {});

}  // namespace dichtbij::bericht
