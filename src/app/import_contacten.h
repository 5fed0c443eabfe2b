#pragma once
// Klantcontacten of an old system, known again by their extern_id (import_rijen.h). An open question gets an owner
// (the team that the file names, else by routing), clocks from its own tijdstip and an inherited promise; no message
// goes out.

#include <istream>

#include "app/import_contactrij.h"
#include "app/import_rijen.h"
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

class Contactimport {
  public:
    Contactimport(const Diensten&, Opdracht, Meldingen);

    // As Rijenimport::run.
    Result<Telling> run(std::istream&);

  private:
    Beoordeeld read(const CsvColumns&, const CsvRecord&, Instant now);
    Result<Lot> store_row(store::Tx&, const Wegwijzer&, const Contactrij&);
    Result<klantcontact::Betrokkene> who(store::Tx&, const partij::Gegevens&);
    Result<Done> add_taak(store::Tx&, const klantcontact::Klantcontact&, const Contactrij&);

    const Diensten diensten_;
    const Opdracht opdracht_;
    Rijenimport rijen_;
    const access::Caller caller_ = access::system_caller("import");
};

}  // namespace dichtbij::app::contactimport
