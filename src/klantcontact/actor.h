#pragma once
// The actor of Klantinteracties: an employee, a department or a machine, as another system names it. Kept
// and given back as sent; it has no duties here, those have an owner (werk).

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"

namespace dichtbij::klantcontact {

enum class SoortActor { medewerker, geautomatiseerde_actor, organisatorische_eenheid };
BOOST_DESCRIBE_ENUM(SoortActor, medewerker, geautomatiseerde_actor, organisatorische_eenheid)

struct Actor {
    Uuid id{};
    Id<Gemeente> gemeente;
    std::string naam;
    SoortActor soort_actor = SoortActor::medewerker;
    bool indicatie_actief = true;
    std::string object_id;  // actoridentificator
    std::string code_objecttype;
    std::string code_register;
    std::string code_soort_object_id;
    std::string functie;
    std::string omschrijving;
    std::string emailadres;
    std::string telefoonnummer;
    std::string faxnummer;
    std::optional<Id<Medewerker>> medewerker;  // who it is here, when known
    std::optional<Id<Team>> team;
    bool operator==(const Actor&) const = default;
};
BOOST_DESCRIBE_STRUCT(Actor, (),
                      (id, gemeente, naam, soort_actor, indicatie_actief, object_id, code_objecttype, code_register, code_soort_object_id,
                       functie, omschrijving, emailadres, telefoonnummer, faxnummer, medewerker, team))

std::vector<FieldError> problems(const Actor&);

struct Actorvraag {  // empty: any
    std::string naam;
    std::optional<SoortActor> soort_actor;
    std::optional<bool> indicatie_actief;
    std::string object_id;
    std::string code_objecttype;
    std::string code_register;
    std::string code_soort_object_id;
    std::optional<Uuid> before;  // newest first, older than this
    int limit = 100;
};

struct ActorKlantcontact {
    Uuid id{};
    Id<dichtbij::Klantcontact> klantcontact;
    Uuid actor{};
    bool operator==(const ActorKlantcontact&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActorKlantcontact, (), (id, klantcontact, actor))

}  // namespace dichtbij::klantcontact
