#pragma once
// A resource as somebody might send or get it, from the same table: of each field its example, else a value of its kind
// that the table takes.

#include "json/definition.h"

namespace dichtbij::json {

// sent: what may be sent, so without what is only read. answered: as it is given back, without what is only written.
enum class Side { sent, answered };

void write_example(Writer&, const Definition&, Side);

}  // namespace dichtbij::json
