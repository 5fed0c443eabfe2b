#pragma once
// What a person does with his own account.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/sign_in.h"

namespace dichtbij::access {

struct PasswordChange {
    std::string huidig;  // not asked in Fase::wachtwoord_wijzigen
    std::string nieuw;
    std::string herhaald;
};
// Ends the other sessions of the account and gives this one a new token.
Result<SignedIn> change_password(const Accounts&, const Session&, const PasswordChange&, const Origin&);

// The secret to enrol, for the QR code; nothing when enrolment was not begun.
std::optional<std::string> totp_in_progress(const Accounts&, const Session&);
// Begins the enrolment of a (new) authenticator app, after the password. In Fase::totp_instellen it has
// begun already.
Result<Done> begin_totp(const Accounts&, const Session&, std::string_view wachtwoord, const Origin&);

struct Enrolled {
    SignedIn session;
    std::vector<std::string> herstelcodes;  // shown once
};
Result<Enrolled> confirm_totp(const Accounts&, const Session&, std::string_view code, const Origin&);

// `taal` "nl" or "en".
enum class Sneltoetsen { uit, aan };
Result<Done> set_profile(const Accounts&, const Session&, std::string_view taal, Sneltoetsen sneltoetsen);

}  // namespace dichtbij::access
