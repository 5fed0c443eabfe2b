#pragma once
// Who makes a request and what they may see. Made by the session filter, the token filter or a timer;
// passed to every public service operation.

#include <boost/describe/enum.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/recht.h"
#include "base/id.h"
#include "base/result.h"
#include "store/store.h"

namespace dichtbij {
struct Applicatie;
}

namespace dichtbij::access {

// What a person does in one gemeente, or in one team of it. Nothing is implied: a teamleider who also
// answers the phone has both roles.
enum class Rol { kcc_medewerker, behandelaar, teamleider, manager, beheerder };
BOOST_DESCRIBE_ENUM(Rol, kcc_medewerker, behandelaar, teamleider, manager, beheerder)

struct Grant {
    Rol rol = Rol::kcc_medewerker;
    Id<Gemeente> gemeente;
    std::optional<Id<Team>> team;  // none: the whole gemeente
    bool operator==(const Grant&) const = default;
};

// What a caller may read, as data: becomes SQL in the stores.
struct Scope {
    std::vector<Id<Gemeente>> gemeenten;
    // Confidential domains ("wmo", "jeugd", "inkomen") whose content the caller may read. What belongs
    // to no domain ("") may always be read. Of other domains only that something runs.
    std::vector<std::string> domeinen;
    bool operator==(const Scope&) const = default;
};

// Another system that calls with a token of its own; it serves one gemeente. It is neither the system nor an
// employee: the columns that name who did something stay empty, the journal and the access log name the application.
struct Applicatietoegang {
    Id<Applicatie> id;
    Id<Gemeente> gemeente;
    Rechten rechten;
    bool vertrouwelijk = false;  // reads contacts that are marked confidential
    bool operator==(const Applicatietoegang&) const = default;
};

struct Caller {
    Id<Medewerker> medewerker;  // nil for the system itself (timers, followers) and for an application
    std::optional<Applicatietoegang> applicatie;
    std::string naam;
    // Of an application: only what its rights give for the operation at hand (toepassing/toegang.h), so that has_role
    // answers by its rights.
    std::vector<Grant> grants;
    std::vector<std::string> domeinen;
    std::string request_id;     // stands in the access log and in the log lines
    std::string scherm;         // the screen or API operation: "taak", "klantbeeld"
    std::string doel;           // purpose of the processing: "dienstverlening", "beheer"

    bool is_system() const { return medewerker.is_nil() && !applicatie; }
    bool is_employee() const { return !medewerker.is_nil(); }
    // Who stands as the one who did it: none for the system and for an application.
    std::optional<Id<Medewerker>> employee() const { return is_employee() ? std::optional(medewerker) : std::nullopt; }
    bool operator==(const Caller&) const = default;
};

// The system acting by rule, with the right to everything in every gemeente: timers and followers.
Caller system_caller(std::string_view scherm);

// Whether the caller has one of the roles in the gemeente, in any team of it. The system has all.
bool has_role(const Caller&, Id<Gemeente>, std::initializer_list<Rol>);
bool has_role_in_team(const Caller&, Id<Gemeente>, Id<Team>, std::initializer_list<Rol>);
bool is_active_in(const Caller&, Id<Gemeente>);  // any role there
Scope scope_of(const Caller&);                   // CHECKs that it is not the system

// A gemeente where the caller has no role does not exist for them (404); one where the role is not
// enough is refused (403).
Result<Done> require_role(const Caller&, Id<Gemeente>, std::initializer_list<Rol>);
// The same for a right of an application. The system has all; an employee has roles, no rights: forbidden.
Result<Done> require_recht(const Caller&, Id<Gemeente>, Recht);
bool may_read_domein(const Caller&, std::string_view domein);

// "<column> in (?4, ?5)" with the gemeenten of the caller added to `params`; "1 = 1" for the system.
std::string gemeente_condition(const Caller&, std::string_view column, std::vector<store::Value>& params);
// The same for the confidential domain: `''` and those the caller may read.
std::string domein_condition(const Caller&, std::string_view column, std::vector<store::Value>& params);

}  // namespace dichtbij::access
