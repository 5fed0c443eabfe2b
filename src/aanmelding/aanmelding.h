#pragma once
// What the organisation's own provider says of an employee, and what his groups give him here. Pure.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "access/caller.h"
#include "access/extern.h"
#include "aanmelding/werkaanbieder.h"

namespace dichtbij::aanmelding {

inline constexpr std::size_t groepen_limit = 2000;           // in one token
inline constexpr std::size_t groep_characters = 200;
inline constexpr std::size_t toewijzingen_limit = 1000;

// What one group gives: a role in a gemeente or in a team of it (then he is a member too), membership of a team without a
// role, or reading a confidential domain. A domain is never given by a role.
struct Teamlid {
    Id<Team> team;
    bool operator==(const Teamlid&) const = default;
};
struct Vertrouwelijk {
    std::string domein;
    bool operator==(const Vertrouwelijk&) const = default;
};
using Gave = std::variant<access::Grant, Teamlid, Vertrouwelijk>;

struct Toewijzing {
    Id<Toewijzing> id;
    std::string groep;         // as the provider writes it: a name, a path or an object id
    std::string omschrijving;  // for people, when `groep` says nothing to them
    Gave gave;
    bool operator==(const Toewijzing&) const = default;
};

// "/kcc" and "kcc" are one group: Keycloak writes paths with and without.
std::string groepsnaam(std::string_view typed);

struct Gaven {  // each once
    std::vector<access::Grant> rollen;
    std::vector<Id<Team>> teams;
    std::vector<std::string> domeinen;
    bool empty() const { return rollen.empty() && teams.empty() && domeinen.empty(); }
    bool operator==(const Gaven&) const = default;
};
Gaven gaven_van(const std::vector<Toewijzing>&, const std::vector<std::string>& groepen);
// Of what there is: what is new, and what was given before by groups and is given no more. What was given by hand stays.
struct Verschil {
    Gaven erbij, eraf;
};
Verschil verschil(const Gaven& nu, const Gaven& eerder_gegeven, const Gaven& gewenst);

// Why someone who signed in at the provider does not come in here; each has its words.
enum class Afwijzing {
    geen_groep,        // none of his groups gives anything
    groepen_elders,    // the provider left the groups out: too many for a token
    geen_email,        // it does not say his e-mail address
    te_koppelen,       // an employee or account with this e-mail is here; a beheerder must say that it is his
    uitgezet,          // his account is off, or he left service
};
BOOST_DESCRIBE_ENUM(Afwijzing, geen_groep, groepen_elders, geen_email, te_koppelen, uitgezet)

// What a provider says of an employee, verified.
struct Verklaring {
    std::string onderwerp;       // never changes, never someone else's
    std::string sub;             // of the token; the same, unless the settings name another claim for `onderwerp`
    std::string sid;             // of the session there; may be empty
    std::string email;           // lower case
    bool email_bevestigd = false;
    std::string naam;
    std::vector<std::string> groepen;
    bool groepen_elders = false;
    access::Factoren factoren = access::Factoren::een;
    bool operator==(const Verklaring&) const = default;
};
// `meer`: of userinfo. nullopt: it does not say who it is.
std::optional<Verklaring> verklaring_van(const Werkaanbieder&, const boost::json::object& id, const boost::json::object& meer);
// Whether userinfo must be asked too.
bool is_onvolledig(const Werkaanbieder&, const boost::json::object& id);

}  // namespace dichtbij::aanmelding
