#pragma once
// Rows of an old system, stored through the services in groups that leave others room. What a row is and where it
// goes is told by who imports: contacts (import_contacten.h), cases (import_zaken.h).
//
// Repeatable: a row that is there already is left alone, also when an earlier run was killed half-way.

#include <cstdint>
#include <functional>
#include <istream>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "app/import_bestand.h"
#include "base/id.h"
#include "store/store.h"

namespace dichtbij::app::contactimport {

enum class Modus { bewaren, proef };  // proef: every row is stored and undone again

struct Opdracht {
    Id<Gemeente> gemeente;
    Modus modus = Modus::bewaren;
};

// gelezen = opgeslagen + bekend + afgekeurd.
struct Telling {
    std::int64_t gelezen = 0;
    std::int64_t opgeslagen = 0;
    std::int64_t open = 0;  // of those: with work to do
    std::int64_t bekend = 0;
    std::int64_t afgekeurd = 0;
    bool operator==(const Telling&) const = default;
};

struct Meldingen {
    // Before the first row.
    std::function<void(const Rijenbestand&)> begin;
    std::function<void(std::int64_t regel, const std::vector<Rijfout>&, const std::vector<std::string>& velden)> afgekeurd;
    // After each group; no more groups when it says stop. What was stored stays.
    enum class Verder { ja, stop };
    std::function<Verder(const Telling&, std::int64_t bytes_read)> voortgang;
};

class Wegwijzer;

enum class Lot { open, afgehandeld, bekend };

// A good row, as it waits to be stored.
struct Klaarstaand {
    std::string extern_id;
    std::function<Result<Lot>(store::Tx&, const Wegwijzer&)> bewaar;   // may run more than once
    std::function<std::vector<Rijfout>(const Failure&)> fouten;        // a refusal of a service, by column
};
using Beoordeeld = tl::expected<Klaarstaand, std::vector<Rijfout>>;

// What is imported.
struct Rijsoort {
    std::span<const CsvColumns::Column> kolommen;
    std::function<Beoordeeld(const CsvColumns&, const CsvRecord&, Instant now)> lees;
    std::string_view bekend_al;  // key of the conflict with which a service says that it is there
};

class Rijenimport {
  public:
    Rijenimport(store::Store&, const Clock&, Opdracht, Meldingen);

    // Invalid when the file as a whole is refused; nothing is stored then. After a stop: what was read. Throws store::Unavailable when
    // the store breaks: what was stored before stays, and a next run goes on behind it.
    Result<Telling> run(std::istream&, const Rijsoort&);

  private:
    struct Wachtend {
        std::int64_t regel = 0;
        std::vector<std::string> velden;
        Klaarstaand rij;
    };
    using Groep = std::vector<Wachtend>;

    std::size_t take_rows(const Groep&, std::size_t from, const Rijsoort&);
    Result<Done> store_rows(std::span<const Wachtend>, std::vector<Lot>&);
    bool is_told(const std::string& extern_id) const;
    void count(const Klaarstaand&, Lot);
    void refuse(std::int64_t regel, const std::vector<Rijfout>&, const std::vector<std::string>& velden);

    store::Store& store_;
    const Clock& clock_;
    const Opdracht opdracht_;
    const Meldingen meldingen_;
    Telling telling_;
    std::unordered_set<std::size_t> gezien_;  // of a proef, that stores nothing: which extern_ids would be there
};

// Pieces of at most `limit` characters: a note has a limit, what an old system wrote has none.
std::vector<std::string> pieces(std::string_view text, std::size_t limit);
// "name: value" on a line of its own; nothing without a value.
void add_line(std::string& text, std::string_view name, std::string_view value);

}  // namespace dichtbij::app::contactimport
