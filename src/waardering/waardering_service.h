#pragma once
// Giving, changing and reading what a resident thought of it. Giving: signed in, the initiator of a case or who acts for
// him today, or who asked the question. Reading, beside himself: the lead of the team that has the work, and the managers
// of the gemeente; of a confidential domain who may read it.

#include <optional>
#include <string>

#include "access/caller.h"
#include "klantcontact/klantcontact_service.h"
#include "portaal/inwoner.h"
#include "waardering/waardering.h"
#include "waardering/waardering_schema_store.h"
#include "zaak/zaak_service.h"

namespace dichtbij::waardering {

// With its words.
struct Gegeven {
    Waardering waardering;
    std::string woorden;
};

// For the resident.
struct Eigenbeeld {
    std::optional<Gegeven> gegeven;  // without words when another one wrote them
    bool mag_geven = false;          // it is done, and nobody gave anything yet
    bool mag_wijzigen = false;       // it is done, he gave it, and not too long ago
};

struct WaarderingBuren {
    zaak::ZaakService& zaken;
    klantcontact::KlantcontactService& contacten;
    werk::WerkService& werk;
};

class WaarderingService {
  public:
    WaarderingService(store::Store& store, const Clock& clock, IdSource& ids, const WaarderingBuren& buren) : store_(store), clock_(clock), ids_(ids), in_(buren) {}

    // not_found when it is not his to say; forbidden when he is not signed in surely enough.
    Result<Eigenbeeld> get(store::Tx&, const portaal::Inwoner&, const Waarover&);

    // Gives it, or changes what he gave. invalid "cijfer", "woorden"; conflict "waardering.fout.loopt" while it runs,
    // "waardering.fout.al_gegeven" by another, "waardering.fout.te_lang_geleden".
    Result<Waardering> rate(const access::Caller&, const portaal::Inwoner&, const Waarover&, const Oordeel&);
    Result<Waardering> rate(store::Tx&, const access::Caller&, const portaal::Inwoner&, const Waarover&, const Oordeel&);

    // For who may read it; nothing: he gave none.
    Result<std::optional<Gegeven>> of_werk(const access::Caller&, Id<Werk>);
    Result<std::optional<Gegeven>> of_werk(store::Tx&, const access::Caller&, Id<Werk>);

    // His words go, the figure stays. Before partij forgets.
    void forget_partij(store::Tx&, Id<Partij>, Instant now);

  private:
    struct Eigen;
    Result<Eigen> own(store::Tx&, const portaal::Inwoner&, const Waarover&);
    Result<Eigen> own_zaak(store::Tx&, const portaal::Inwoner&, Id<Zaak>);
    Result<Eigen> own_vraag(store::Tx&, const portaal::Inwoner&, Id<Klantcontact>);
    void note(store::Tx&, const access::Caller&, Waardering&, std::string_view gebeurtenis, std::string_view woorden);

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    const WaarderingBuren in_;
};

}  // namespace dichtbij::waardering
