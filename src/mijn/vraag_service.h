#pragma once
// Reading the questions of a resident. Whose a question is follows from who asked it.

#include <optional>
#include <string_view>
#include <vector>

#include "klantcontact/klantcontact_service.h"
#include "mijn/vraag.h"
#include "taak/taak_service.h"
#include "werk/werk_service.h"

namespace dichtbij::mijn {

struct Vraagburen {
    store::Store& store;
    const Clock& clock;
    klantcontact::KlantcontactService& contacten;
    taak::TaakService& taken;
    werk::WerkService& werk;
};

class VraagService {
  public:
    explicit VraagService(const Vraagburen& buren) : in_(buren) {}

    // Running ones, then newest first. What became a case is left out: the case tells it.
    std::vector<Vraagbeeld> of(store::Tx&, const portaal::Inwoner&, int limit);
    // All that he ever asked, newest first; also what became a case.
    std::vector<Vraagbeeld> all(store::Tx&, const portaal::Inwoner&, int limit);
    // By the number of the question or of its task. not_found when it is not his.
    Result<Vraagbeeld> get(store::Tx&, const portaal::Inwoner&, std::string_view nummer);

    // The question that this work is about, none when it is about something else. No rights asked.
    std::optional<Id<Klantcontact>> of_werk(store::Tx&, Id<Werk>);

    // For following by number: no rights asked.
    struct Gevonden {
        Vraagbeeld beeld;
        std::vector<Id<Partij>> van;
        std::string domein;
    };
    std::optional<Gevonden> by_nummer(store::Tx&, Id<Gemeente>, std::string_view nummer);
    std::optional<Gevonden> by_id(store::Tx&, Id<Gemeente>, Id<Klantcontact>);

  private:
    std::optional<klantcontact::Klantcontact> find(store::Tx&, Id<Gemeente>, std::string_view nummer);
    Vraagbeeld beeld(store::Tx&, const klantcontact::Klantcontact&);
    std::optional<Gevonden> gevonden(store::Tx&, const std::optional<klantcontact::Klantcontact>&);

    const Vraagburen in_;
};

}  // namespace dichtbij::mijn
