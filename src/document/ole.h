#pragma once
// OLE compound files (MS-CFB): only the names of what is in them, to tell which program made it.

#include "document/bytes.h"

namespace dichtbij::document {

enum class Olesoort { geen, bericht, office, versleuteld, anders };
// geen: it is none, or its directory cannot be read.
Olesoort ole_soort(Bytes&);

}  // namespace dichtbij::document
