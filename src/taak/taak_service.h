#pragma once
// The acts on a taak. What is about owner and promise alone (accept, assign, hand on, move the promise, note)
// stands in werk::WerkService; this adds what a taak knows itself.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/caller.h"
#include "klantcontact/klantcontact_service.h"
#include "store/dialect.h"
#include "store/store.h"
#include "taak/taak.h"
#include "werk/werk_service.h"

namespace dichtbij::taak {

std::span<const store::Migration> migrations();

struct Gemaakt {
    Taak taak;
    werk::Werk werk;
};

struct TaakBeeld {
    Taak taak;
    werk::Werk werk;
    std::optional<klantcontact::Klantcontact> klantcontact;
    std::vector<Belpoging> belpogingen;    // oldest first
    std::vector<Gemaakt> collegavragen;    // oldest first
};

class TaakService {
  public:
    TaakService(store::Store&, const Clock&, IdSource&, werk::WerkService&, klantcontact::KlantcontactService&);

    Result<Gemaakt> create(const access::Caller&, const NieuweTaak&);
    Result<Gemaakt> create(store::Tx&, const access::Caller&, const NieuweTaak&);

    // In detail; the reading stands in the access log when it shows a person.
    Result<TaakBeeld> get(const access::Caller&, Id<dichtbij::Taak>);
    Result<TaakBeeld> get(store::Tx&, const access::Caller&, Id<dichtbij::Taak>);

    Result<Gemaakt> record_belpoging(const access::Caller&, const NieuweBelpoging&);
    Result<Gemaakt> record_belpoging(store::Tx&, const access::Caller&, const NieuweBelpoging&);
    Result<Gemaakt> ask_colleague(const access::Caller&, const Collegavraag&);
    Result<Gemaakt> ask_colleague(store::Tx&, const access::Caller&, const Collegavraag&);
    // Never without an outcome and whether the resident knows; niet_bereikt only after belpogingen_minimum.
    Result<werk::Gedaan> close(const access::Caller&, const Afronding&);
    Result<werk::Gedaan> close(store::Tx&, const access::Caller&, const Afronding&);
    Result<Gemaakt> reopen(const access::Caller&, werk::Keuze, std::string_view reden);
    Result<Gemaakt> reopen(store::Tx&, const access::Caller&, werk::Keuze, std::string_view reden);
    // Takes back any act within a minute, also closing.
    Result<werk::WerkService::Teruggenomen> undo(const access::Caller&, const Uuid& handeling);

    std::optional<Taak> stored(store::Tx&, Id<dichtbij::Taak>);
    std::optional<Taak> of_werk(store::Tx&, Id<Werk>);
    void forget_partij(store::Tx&, Id<Partij>, Instant now);

  private:
    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    werk::WerkService& werk_;
    klantcontact::KlantcontactService& contacten_;
};

std::vector<std::string> taak_check(store::Tx&, werk::WerkService&);

}  // namespace dichtbij::taak
