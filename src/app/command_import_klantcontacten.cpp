#include <CLI/CLI.hpp>

#include "app/import_contacten.h"
#include "app/import_opdracht.h"
#include "app/installation.h"

namespace dichtbij::app {
namespace {

using namespace contactimport;

Result<Telling> import_contacts(Installation& in, Opdracht opdracht, Meldingen meldingen, std::istream& file) {
    return Contactimport({in.store, in.clock, in.partijen, in.werk, in.contacten, in.taken}, opdracht, std::move(meldingen)).run(file);
}

}  // namespace

void add_import_klantcontacten(CLI::App& import, Chosen& chosen) {
    auto options = std::make_shared<Rijenopties>();
    auto* command = import.add_subcommand("klantcontacten", "Contacts of an old system, open and closed");
    command->add_option("FILE", options->file, "CSV with the columns extern_id, kanaal, tijdstip, naam, geboortedatum, postcode, huisnummer, telefoon, email, bsn, "
                                               "kvk, onderwerp, vraag, antwoord, afdeling, medewerker, status, afgehandeld_op, in any order")->required();
    add_rijen_opties(*command, *options);
    command->footer("Required: extern_id, kanaal, tijdstip, vraag. Status is open or afgehandeld. Dates as 2026-11-22 or 22-11-2026, with or without a time.\n"
                    "UTF-8 or Windows-1252, comma or semicolon. Columns that are not known are kept as a note.\n"
                    "Good rows go in; refused ones stand in FILE.afgekeurd.csv, to be mended there and read again. No message is sent.\n"
                    "Repeatable: what is there under its extern_id is left as it is. Exit code 1 when a row was refused.\n\n"
                    "Example:\n  dichtbij import klantcontacten contacten.csv --data /var/lib/dichtbij --gemeente oeverland");
    command->final_callback([&chosen, options] { kies_rijen(chosen, options, {"klantcontacten", "open vragen met een eigenaar", import_contacts}); });
}

}  // namespace dichtbij::app
