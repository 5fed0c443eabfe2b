#pragma once
// The addresses of signing in through the provider, and its page for the beheerder.

#include <span>
#include <string>

#include "aanmelding/aanmeld_service.h"
#include "aanmelding/aanmeldbeheer_service.h"
#include "access/desk_site.h"
#include "access/sign_in_desk.h"
#include "http/router.h"
#include "organisatie/organisatie_beheer.h"

namespace dichtbij::aanmelding {

std::span<const store::Migration> migrations();

inline constexpr std::string_view begin_pad = "/inloggen/werkaccount";
inline constexpr std::string_view terug_pad = "/inloggen/werkaccount/terug";      // the redirect address at the provider
inline constexpr std::string_view afmeld_pad = "/inloggen/werkaccount/afmelden";  // its logout address, both channels

// For add_sign_in_screens. `terug`: where the provider sends the browser after signing out.
access::Werkaccount werkaccount(AanmeldService&, std::string terug);
// All outlive the router's last request.
void add_sign_in_routes(access::DeskSite&, http::Router&, AanmeldService&);
void add_routes(access::DeskRoutes&, AanmeldbeheerService&, const organisatie::OrganisatieService&);

}  // namespace dichtbij::aanmelding
