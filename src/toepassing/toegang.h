#pragma once
// Who shows a token, and as whom he then acts.

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "toepassing/toepassing.h"

namespace dichtbij::toepassing {

// Who came in: an application with the token it showed.
struct Toegang {
    Applicatie applicatie;
    Id<dichtbij::Token> token;
};

// Why nobody came in. All answer 401; the log tells them apart.
enum class Geweigerd { geen, onleesbaar, onbekend, ingetrokken, verlopen, uit };
BOOST_DESCRIBE_ENUM(Geweigerd, geen, onleesbaar, onbekend, ingetrokken, verlopen, uit)

// What one operation asks: a right, and as which employee the application then acts in services that ask for a role.
// Empty: the roles that come with the right (rollen_bij).
struct Eis {
    access::Recht recht;
    std::vector<access::Rol> rollen = {};
};
std::vector<access::Rol> rollen_bij(access::Recht);

// The caller that an application is during one operation. It has the right of `eis`, or: forbidden. Roles it has only those
// of `eis`, in its own gemeente; it is no employee and not the system.
Result<access::Caller> caller_of(const Applicatie&, const Eis& eis, std::string_view scherm, std::string_view request_id);

}  // namespace dichtbij::toepassing
