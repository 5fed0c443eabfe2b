#pragma once
// What lists of internetaken are asked by, and their lines. An empty filter is not asked; all that are asked hold
// together.

#include <optional>
#include <string>
#include <vector>

#include "taak/taak.h"

namespace dichtbij::taak {

enum class Volgorde { nieuwste_eerst, laatst_toegewezen_eerst, eerst_toegewezen_eerst };

struct Taakvraag {
    std::string nummer;                       // of the standard
    std::string referentienummer;
    std::optional<Taakstatus> status;
    std::vector<Id<Klantcontact>> klantcontacten;  // each of them: two different ones find nothing
    std::string klantcontact_nummer;          // of the standard
    std::string klantcontact_referentienummer;
    std::optional<Uuid> actor;
    std::string actor_naam;                   // exactly
    std::optional<Instant> toegewezen_op;
    std::optional<Instant> van;               // [van, tot) of toegewezen_op
    std::optional<Instant> tot;
    std::vector<std::string> woorden;         // each stands in gevraagde_handeling or toelichting
    Volgorde volgorde = Volgorde::nieuwste_eerst;
};

struct Taakregel {
    Taak taak;                                // always of a klantcontact
    std::vector<Uuid> actoren;                // in the order in which they were given
    std::optional<Id<Partij>> partij;         // whose matter it is
    bool operator==(const Taakregel&) const = default;
};

}  // namespace dichtbij::taak
