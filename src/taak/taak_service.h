#pragma once
// The acts on a taak. What is about owner and promise alone (accept, assign, hand on, move the promise, note)
// stands in werk::WerkService; this adds what a taak knows itself.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/caller.h"
#include "klantcontact/klantcontact_service.h"
#include "store/store.h"
#include "taak/taak.h"
#include "taak/taak_schema_store.h"
#include "werk/werk_service.h"

namespace dichtbij::taak {

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

    Result<Taak> change(const access::Caller&, const Wijziging&);
    Result<Taak> change(store::Tx&, const access::Caller&, const Wijziging&);

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

    // For other services: no rights checked.
    std::optional<Taak> stored(store::Tx&, Id<dichtbij::Taak>);
    std::optional<Taak> of_werk(store::Tx&, Id<Werk>);
    std::vector<Taak> of_klantcontact(store::Tx&, Id<Klantcontact>);
    std::vector<Uuid> actoren(store::Tx&, Id<dichtbij::Taak>);
    std::vector<Taak> after(store::Tx&, Id<dichtbij::Taak> after, int limit);  // by id
    // Before klantcontact and werk forget.
    void forget_partij(store::Tx&, Id<Partij>, Instant now);

  private:
    Result<Gemaakt> acted_on(store::Tx&, const access::Caller&, werk::Keuze);
    Result<werk::Werk> handed_on(store::Tx&, const access::Caller&, const klantcontact::Klantcontact&);
    Result<werk::Werk> take_over(store::Tx&, const access::Caller&, const NieuweTaak&, const klantcontact::Klantcontact&, const Taak&);
    void number(store::Tx&, Taak&, std::string_view given);
    Taak seen(store::Tx&, Taak) const;
    void tell_asker(store::Tx&, const access::Caller&, const werk::Werk& child, const Afronding&);

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    werk::WerkService& werk_;
    klantcontact::KlantcontactService& contacten_;
};

std::vector<std::string> taak_check(store::Tx&, werk::WerkService&);

}  // namespace dichtbij::taak
