#pragma once
// Klantcontacten of an old system, stored through the services, in groups that leave others room.
//
// Repeatable: a row whose extern_id the gemeente has already is left alone, also when an earlier run was
// killed half-way. An open question gets an owner (the team that the file names, else by routing), clocks
// from its own tijdstip and an inherited promise; no message goes out.

#include <cstdint>
#include <functional>
#include <istream>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "app/import_bestand.h"
#include "klantcontact/klantcontact_service.h"
#include "partij/partij_service.h"
#include "store/store.h"
#include "taak/taak_service.h"
#include "werk/werk_service.h"

namespace dichtbij::app::contactimport {

// All on one store and clock.
struct Diensten {
    store::Store& store;
    const Clock& clock;
    partij::PartijService& partijen;
    werk::WerkService& werk;
    klantcontact::KlantcontactService& contacten;
    taak::TaakService& taken;
};

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
    std::function<void(const Contactbestand&)> begin;
    std::function<void(std::int64_t regel, const std::vector<Rijfout>&, const std::vector<std::string>& velden)> afgekeurd;
    // After each group; no more groups when it says stop. What was stored stays.
    enum class Verder { ja, stop };
    std::function<Verder(const Telling&, std::int64_t bytes_read)> voortgang;
};

class Wegwijzer;

class Contactimport {
  public:
    Contactimport(const Diensten&, Opdracht, Meldingen);

    // Invalid when the file as a whole is refused; nothing is stored then. After a stop: what was read. Throws store::Unavailable when
    // the store breaks: what was stored before stays, and a next run goes on behind it.
    Result<Telling> run(std::istream&);

  private:
    enum class Lot { open, afgehandeld, bekend };
    using Groep = std::vector<Bestandsrij>;

    std::size_t take_rows(const Groep&, std::size_t from);
    Result<Done> store_rows(std::span<const Bestandsrij>, std::vector<Lot>&);
    Result<Lot> store_row(store::Tx&, const Wegwijzer&, const Contactrij&);
    Result<klantcontact::Betrokkene> who(store::Tx&, const partij::Gegevens&);
    Result<Done> add_taak(store::Tx&, const klantcontact::Klantcontact&, const Contactrij&);
    Result<Done> add_notities(store::Tx&, Id<Werk>, std::string_view);
    bool is_told(const Contactrij&) const;
    void count(const Contactrij&, Lot);
    void refuse(const Bestandsrij&, const std::vector<Rijfout>&);

    const Diensten diensten_;
    const Opdracht opdracht_;
    const Meldingen meldingen_;
    const access::Caller caller_ = access::system_caller("import");
    Telling telling_;
    std::unordered_set<std::size_t> gezien_;  // of a proef, that stores nothing: which extern_ids would be there
};

}  // namespace dichtbij::app::contactimport
