#pragma once
// The screens of signing in: password, code, enrolling an authenticator app, a new password; signing out
// and the language.

#include <functional>
#include <optional>
#include <string>

#include "access/desk_site.h"
#include "html/form.h"

namespace dichtbij::access {

// The way in through the organisation's own provider, which comes before the password.
struct Werkaccount {
    std::string pad;               // "/inloggen/werkaccount": begins there
    std::string naam_nl, naam_en;  // of the account on the button; empty: "je werkaccount"
    // Where the browser goes to sign out at the provider too; nothing: he did not come in through it, or there is no such page.
    std::function<std::optional<std::string>(const Session&)> afmelden;

    const std::string& naam(html::Taal taal) const { return taal == html::Taal::en ? naam_en : naam_nl; }
};

void add_sign_in_screens(DeskSite& site, std::optional<Werkaccount> werkaccount = std::nullopt);

// For the screens of one's own account too.
html::Html totp_enrolment(const html::Texts& t, const Accounts& accounts, const Session& session, std::string_view secret);
html::Html recovery_codes(const html::Texts& t, const std::vector<std::string>& codes, std::string_view next_url);
html::Html new_password_fields(const html::Texts& t, const html::Form& form);

}  // namespace dichtbij::access
