#include <CLI/CLI.hpp>

#include "app/import_opdracht.h"
#include "app/import_zaken.h"
#include "app/installation.h"

namespace dichtbij::app {
namespace {

using namespace contactimport;

Result<Telling> import_cases(Installation& in, Opdracht opdracht, Meldingen meldingen, std::istream& file) {
    return Zaakimport({in.store, in.clock, in.partijen, in.werk, in.zaken}, opdracht, std::move(meldingen)).run(file);
}

}  // namespace

void add_import_zaken(CLI::App& import, Chosen& chosen) {
    auto options = std::make_shared<Rijenopties>();
    auto* command = import.add_subcommand("zaken", "Cases of an old system, running and ended");
    command->add_option("FILE", options->file, "CSV with the columns extern_id, zaaktype, omschrijving, startdatum, kanaal, naam, geboortedatum, postcode, huisnummer, telefoon, "
                                               "email, bsn, kvk, behandelaar, status, toegezegd_op, einddatum, resultaat, in any order")->required();
    add_rijen_opties(*command, *options);
    command->footer("Required: extern_id, zaaktype (code of a published case type), startdatum (day of receipt), and of who asked a bsn, a kvk, or a naam with\n"
                    "an e-mail address, telephone number, address or date of birth. A case that ended has both einddatum and resultaat.\n"
                    "Dates as 2026-11-22 or 22-11-2026. UTF-8 or Windows-1252, comma or semicolon. Columns that are not known are kept as a note.\n"
                    "Good rows go in; refused ones stand in FILE.afgekeurd.csv, to be mended there and read again. Nothing is sent to residents.\n"
                    "Repeatable: what is there under its extern_id is left as it is. Exit code 1 when a row was refused.\n\n"
                    "Example:\n  dichtbij import zaken zaken.csv --data /var/lib/dichtbij --gemeente oeverland --dry-run");
    command->final_callback([&chosen, options] { kies_rijen(chosen, options, {"zaken", "lopende zaken met een casemanager", import_cases}); });
}

}  // namespace dichtbij::app
