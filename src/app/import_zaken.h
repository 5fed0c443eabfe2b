#pragma once
// Cases of an old system, known again by their extern_id (import_rijen.h). A running one gets a casemanager (who the
// file names, else by the case type and routing), its legal term and clocks from the day of receipt, and an inherited
// promise. One that ended gets its result and day of archiving, and counts in no norm. Nobody is written to.

#include <istream>

#include "app/import_rijen.h"
#include "app/import_zaakrij.h"
#include "partij/partij_service.h"
#include "werk/werk_service.h"
#include "zaak/zaak_service.h"

namespace dichtbij::app::contactimport {

// All on one store and clock.
struct Zaakdiensten {
    store::Store& store;
    const Clock& clock;
    partij::PartijService& partijen;
    werk::WerkService& werk;
    zaak::ZaakService& zaken;
};

class Zaakimport {
  public:
    Zaakimport(const Zaakdiensten&, Opdracht, Meldingen);

    // As Rijenimport::run.
    Result<Telling> run(std::istream&);

  private:
    Beoordeeld read(const CsvColumns&, const CsvRecord&, Instant now);
    Result<Lot> store_row(store::Tx&, const Wegwijzer&, const Zaakrij&);
    Result<Id<Partij>> who(store::Tx&, const partij::Gegevens&);
    Result<zaaktype::Versieblad> type_of(store::Tx&, const Zaakrij&) const;

    const Zaakdiensten diensten_;
    const Opdracht opdracht_;
    Rijenimport rijen_;
    const access::Caller caller_ = access::system_caller("import");
};

}  // namespace dichtbij::app::contactimport
