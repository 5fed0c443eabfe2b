#pragma once
// A row of a file with cases of an old system, read and judged. Pure.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/import_velden.h"

namespace dichtbij::app::contactimport {

// extern_id, zaaktype and startdatum are required, and who asked so that he can be known again.
std::span<const CsvColumns::Column> zaakkolommen();

struct Zaakrij {
    std::string extern_id;
    std::string zaaktype;                    // code
    std::string omschrijving;                // empty: name of the case type
    Day startdatum{};                        // of receipt
    std::string kanaal;                      // code
    partij::Gegevens indiener;
    std::string behandelaar;
    std::string status;                      // code or name; empty: the first
    std::optional<Moment> toegezegd;
    std::string resultaat;                   // code or name
    std::optional<Day> einddatum;            // together with `resultaat`: it ended
    std::string notitie;                     // "column: text" of the columns that are not known, line by line
};

using Gelezenzaak = tl::expected<Zaakrij, std::vector<Rijfout>>;  // all that is wrong

Gelezenzaak read_zaakrij(const CsvColumns&, const CsvRecord&, Instant now);

}  // namespace dichtbij::app::contactimport
