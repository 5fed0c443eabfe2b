#include <CLI/CLI.hpp>

#include "app/import_adressen.h"
#include "app/import_opdracht.h"
#include "app/installation.h"

namespace dichtbij::app {
namespace {

using namespace contactimport;

Result<Telling> import_addresses(Installation& in, Opdracht opdracht, Meldingen meldingen, std::istream& file) {
    return import_adressen(in.store, in.clock, opdracht, std::move(meldingen), file);
}

}  // namespace

void add_import_adressen(CLI::App& import, Chosen& chosen) {
    auto options = std::make_shared<Rijenopties>();
    auto* command = import.add_subcommand("adressen", "Addresses, for when the register of addresses is off or does not answer");
    command->add_option("FILE,--bestand", options->file, "CSV with the columns postcode, huisnummer, huisletter, toevoeging, straat, plaats, in any order")->required();
    add_rijen_opties(*command, *options, Rijengemeente::geen);
    command->footer("Required: postcode, huisnummer, straat, plaats. UTF-8 or Windows-1252, comma or semicolon.\n"
                    "Good rows go in; refused ones stand in FILE.afgekeurd.csv, to be mended there and read again.\n"
                    "Repeatable: what is there already is left, what has another street or town is changed. Exit code 1 when a row was refused.\n\n"
                    "Example:\n  dichtbij import adressen --bestand adressen.csv --data /var/lib/dichtbij");
    command->final_callback([&chosen, options] { kies_rijen(chosen, options, {"adressen", "", import_addresses}); });
}

}  // namespace dichtbij::app
