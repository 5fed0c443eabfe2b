#pragma once
// Plain text, and what only looks like it. Pure.

#include <string_view>

#include "document/bytes.h"

namespace dichtbij::document {

// Valid UTF-8 or Windows-1252, without control bytes but tab, line ends and form feed. Reads all of it.
bool is_tekst(Bytes&);
// HTML, SVG or other markup that a browser could run.
bool is_opmaaktaal(std::string_view begin);
// Something that a shell or interpreter runs.
bool is_script(std::string_view begin);
// Header fields of a mail (RFC 5322), of which at least one tells who or when.
bool is_mail(std::string_view begin);

}  // namespace dichtbij::document
