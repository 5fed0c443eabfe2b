#pragma once
// What the commands that import rows of an old system have in common: their options, how the server is asked, and what
// the terminal and the reject file are told.

#include <functional>
#include <istream>
#include <memory>
#include <string>

#include "app/cli.h"
#include "app/import_rijen.h"

namespace CLI {
class App;
}

namespace dichtbij::app {

class Installation;

struct Rijenopties {
    Place place;
    std::string file;
    std::string rejects;  // empty: FILE.afgekeurd.csv
    std::string gemeente;  // empty: the rows are of none
    bool dry_run = false;
};

struct Rijenopdracht {
    std::string naam;         // of the command: "klantcontacten"
    std::string open_rijen;   // what is counted as open, for people
    std::function<Result<contactimport::Telling>(Installation&, contactimport::Opdracht, contactimport::Meldingen, std::istream&)> doe;
};

enum class Rijengemeente { verplicht, geen };
// All but FILE, which says its columns.
void add_rijen_opties(CLI::App& command, Rijenopties&, Rijengemeente = Rijengemeente::verplicht);
// Once the command line was read: whole paths, and the work.
void kies_rijen(Chosen&, std::shared_ptr<Rijenopties>, Rijenopdracht);

}  // namespace dichtbij::app
