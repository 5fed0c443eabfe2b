#pragma once
// A row of a file with klantcontacten of an old system, read and judged. Pure.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/import_velden.h"

namespace dichtbij::app::contactimport {

// extern_id, kanaal, tijdstip and vraag are required. The columns of a reject file are known, so that
// a mended one can be read again.
std::span<const CsvColumns::Column> kolommen();

enum class Status { open, afgehandeld };

struct Contactrij {
    std::string extern_id;
    std::string kanaal;                     // code
    Instant tijdstip;
    std::string onderwerp;                  // empty in the file: begin of the question
    std::string vraag;
    std::string antwoord;
    std::string afdeling;
    std::string medewerker;
    Status status = Status::open;
    std::optional<Instant> afgehandeld_op;
    std::optional<partij::Gegevens> wie;    // none: nothing is known of who asked
    std::string telefoon;                   // to ring, for people
    std::string notitie;                    // "column: text" of the columns that are not known, line by line
};

using Gelezen = tl::expected<Contactrij, std::vector<Rijfout>>;  // all that is wrong

// Without a status: afgehandeld when it has an answer or an end, else open. A tijdstip without time is
// the begin of that day; an afgehandeld_op without time its end, at most `now`.
Gelezen read_contactrij(const CsvColumns&, const CsvRecord&, Instant now);

}  // namespace dichtbij::app::contactimport
