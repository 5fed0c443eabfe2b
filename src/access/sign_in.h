#pragma once
// Signing in: e-mail and password, then a code from an authenticator app where role and network ask for
// it, then a new password where the old one was given by someone else.

#include <string>
#include <string_view>
#include <vector>

#include "access/session.h"

namespace dichtbij::access {

// Where a request comes from.
struct Origin {
    std::string adres;  // of the client
    std::string user_agent;
};

struct SignedIn {
    std::string token;  // for the cookie; a new one at each step
    Fase fase = Fase::volledig;
    Instant einde_op;
};

// Failures carry one field error: access.inloggen.onjuist (the same, and as slow, for an account that does
// not exist or is disabled) or access.inloggen.wacht with the number of minutes. After five wrong attempts
// the wait doubles from 30 seconds to 15 minutes; it never lasts.
Result<SignedIn> sign_in(const Accounts&, std::string_view email, std::string_view wachtwoord, const Origin&);

// The second step: a code of the app, or a recovery code, which works once. For Fase::totp_vragen.
Result<SignedIn> enter_code(const Accounts&, const Session&, std::string_view code, const Origin&);

// Is `key` a failure of waiting? The edge answers 429 then.
bool is_wait(const Failure&);

}  // namespace dichtbij::access
