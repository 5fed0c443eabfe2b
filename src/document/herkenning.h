#pragma once
// The kinds of file by their magic bytes and structure. `begin` is the first few kB of the bytes.

#include <optional>
#include <string_view>

#include "document/inhoud.h"

namespace dichtbij::document {

bool is_programma(std::string_view begin);
bool is_archief(Bytes&, std::string_view begin);

// Nothing: it is not of this family.
std::optional<tl::expected<Bestandssoort, Geweigerd>> herken_pdf(Bytes&, std::string_view begin);
std::optional<tl::expected<Bestandssoort, Geweigerd>> herken_beeld(Bytes&, std::string_view begin);  // pictures and film
// What begins as RTF, or as a zip.
tl::expected<Bestandssoort, Geweigerd> herken_rtf(Bytes&);
tl::expected<Bestandssoort, Geweigerd> herken_zip(Bytes&, const Inhoudsgrenzen&);

}  // namespace dichtbij::document
