#pragma once
// Used by the files of ZaakService: one act on one case, from reading it to writing it back.

#include <boost/describe/enum_to_string.hpp>

#include "zaak/zaak_service.h"

namespace dichtbij::zaak {

struct ZaakService::Act {
    store::Tx& tx;
    const access::Caller& caller;
    Instant now;
    Day today;
    Zaak before;
    Zaak zaak;
    werk::Werk werk;
    zaaktype::Zaaktype type;     // of its version
    norm::Kalender kalender;

    werk::Klokken klokken(IdSource& ids) const { return werk::Klokken(tx, ids, *kalender); }
    std::optional<Id<Medewerker>> door() const { return caller.employee(); }
};

// Whether an act can be done without words for the resident: then a rule may write to him.
enum class Woorden { verplicht, mag };

template <class E>
std::string code_of(E value) {
    return boost::describe::enum_to_string(value, "");
}

journal::Entry zaak_entry(const access::Caller&, Instant now, std::string gebeurtenis, const Zaak&, const werk::Werk&);

}  // namespace dichtbij::zaak
