#pragma once
// The screens of signing in: password, code, enrolling an authenticator app, a new password; signing out
// and the language.

#include "access/desk_site.h"
#include "html/form.h"

namespace dichtbij::access {

void add_sign_in_screens(DeskSite& site);

// For the screens of one's own account too.
html::Html totp_enrolment(const html::Texts& t, const Accounts& accounts, const Session& session, std::string_view secret);
html::Html recovery_codes(const html::Texts& t, const std::vector<std::string>& codes, std::string_view next_url);
html::Html new_password_fields(const html::Texts& t, const html::Form& form);

}  // namespace dichtbij::access
