#pragma once
// What the screens about accounts share. Internal to access.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/account_beheer.h"
#include "access/beheer_desk.h"
#include "html/form.h"

namespace dichtbij::access {

inline constexpr std::string_view accounts_url = "/beheer/accounts";
std::string account_url(Id<Medewerker> id, std::string_view rest = "");

// Names of places a role can be for, read once per screen.
struct Places {
    std::vector<Directory::GemeenteNaam> gemeenten;  // where the caller is beheerder
    std::vector<Directory::TeamNaam> teams;

    std::string name_of(const html::Texts& t, const Grant& grant) const;
};
Places places_of(const Accounts& accounts, const Directory& directory, const Caller& caller);

std::string role_text(const html::Texts& t, Rol rol);
std::vector<html::Choice> role_choices(const html::Texts& t);
std::vector<html::Choice> place_choices(const html::Texts& t, const Places& places);
// "gemeente" or "gemeente|team" of a form.
std::string place_value(const Grant& grant);
// From the fields `rol` and `waar`.
std::optional<Grant> grant_of(const http::Request& request);

html::Html account_badges(const html::Texts& t, const AccountInfo& account);
// Shows a one-time password, once.
http::Response one_time_password_page(const Desk& desk, std::string_view password, Id<Medewerker> id);

void add_account_detail_screens(DeskSite& site, const Directory& directory);

}  // namespace dichtbij::access
