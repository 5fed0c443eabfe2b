#pragma once
// What the screens of applications share; toepassing_routes.cpp gives each its address.

#include <string>
#include <string_view>

#include "access/desk.h"
#include "html/form.h"
#include "organisatie/organisatie_beheer.h"
#include "toepassing/toepassing_service.h"

namespace dichtbij::toepassing {

struct Schermen {
    ToepassingService& service;
    const organisatie::OrganisatieService& organisatie;
};

inline constexpr std::string_view lijst_url = "/beheer/koppelingen";
std::string blad_url(Id<dichtbij::Applicatie>, std::string_view rest = "");

// What was filled in, to be shown again.
struct Ingevuld {
    Gegevens gegevens;
    std::string verloopt;  // as typed
    std::vector<FieldError> fouten = {};
};
Ingevuld ingevuld(const http::Request&);
Ingevuld ingevuld(const Applicatie&);
// name, contact, rights, confidentiality, end
html::Html velden(const html::Texts&, const html::Form&, const Ingevuld&);
html::Html stand(const html::Texts&, const Applicatie&, Instant now);
std::string used(const access::Desk&, const std::optional<Instant>& gebruikt_op);
std::string rechten_in_woorden(const html::Texts&, access::Rechten);
// The last day, typed: the end is the start of the day after.
std::optional<Instant> einde_van(std::string_view typed, std::vector<FieldError>& fouten);

// lijst_desk.cpp
http::Response lijst(const Schermen&, http::Request&, access::Desk&);
http::Response nieuw(const Schermen&, http::Request&, access::Desk&);
http::Response maak(const Schermen&, http::Request&, access::Desk&);
// blad_desk.cpp
http::Response blad(const Schermen&, http::Request&, access::Desk&);
http::Response bewaar(const Schermen&, http::Request&, access::Desk&);
http::Response zet_uit(const Schermen&, http::Request&, access::Desk&);
http::Response zet_aan(const Schermen&, http::Request&, access::Desk&);
// token_desk.cpp
http::Response maak_token(const Schermen&, http::Request&, access::Desk&);
http::Response vervang_token(const Schermen&, http::Request&, access::Desk&);
http::Response trek_token_in(const Schermen&, http::Request&, access::Desk&);
html::Html tokens(const Schermen&, const access::Desk&, const Blad&, const html::Form&);

// What the application page looks like with what went wrong.
http::Response blad_met(const Schermen&, access::Desk&, Id<dichtbij::Applicatie>, const std::optional<Ingevuld>&, const std::vector<FieldError>&, int status);

}  // namespace dichtbij::toepassing
