#pragma once
// What a file is, by its content, and whether a gemeente takes it. Everything here reads bytes from
// outside: nothing is unpacked to disk, and all that is inflated has a ceiling.

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/bestandssoort.h"
#include "document/bytes.h"

namespace dichtbij::document {

// Why a file is refused. Catalogue: "document.weigering.<name>".
enum class Weigering {
    leeg,
    te_groot,             // args: the limit in MB
    programma,            // a program or script
    webpagina,            // HTML, SVG and the like: they can carry scripts
    archief,
    versleuteld_archief,
    versleutelde_pdf,
    versleuteld_document, // Office or OpenDocument with a password
    macros,
    oud_office,           // doc, xls, ppt
    zipbom,
    beschadigd,           // args: the kind
    naam_klopt_niet,      // args: what the name says, what the content is
    onbekend,
    virus,
};
BOOST_DESCRIBE_ENUM(Weigering, leeg, te_groot, programma, webpagina, archief, versleuteld_archief, versleutelde_pdf, versleuteld_document,
                    macros, oud_office, zipbom, beschadigd, naam_klopt_niet, onbekend, virus)

struct Geweigerd {
    Weigering reden = Weigering::onbekend;
    std::vector<std::string> args = {};
    bool operator==(const Geweigerd&) const = default;
};
FieldError as_field_error(const Geweigerd&, std::string_view veld);

inline constexpr std::int64_t mebibyte = 1024 * 1024;

struct Inhoudsgrenzen {
    std::int64_t bestand_bytes = 50 * mebibyte;
    std::int64_t uitgepakt_bytes = 400 * mebibyte;   // of one document that is a zip inside
    int verhouding = 250;                            // unpacked to packed, from verhouding_vanaf_bytes on
    std::int64_t verhouding_vanaf_bytes = 32 * mebibyte;
    std::size_t zip_delen = 10'000;
    std::int64_t zip_lijst_bytes = 4 * mebibyte;     // of the central directory
};

// The kind of the content, held against what the name claims. A name without a known extension claims nothing.
tl::expected<Bestandssoort, Geweigerd> keur(Bytes&, std::string_view bestandsnaam, const Inhoudsgrenzen&);

}  // namespace dichtbij::document
