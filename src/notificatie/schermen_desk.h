#pragma once
// What the screens of notificaties share; notificatie_routes.cpp gives each its address.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/desk.h"
#include "html/form.h"
#include "notificatie/abonnement_service.h"
#include "notificatie/bezorg_service.h"
#include "notificatie/kanaal_service.h"
#include "organisatie/organisatie_beheer.h"

namespace dichtbij::notificatie {

struct Schermen {
    AbonnementService& abonnementen;
    const KanaalService& kanalen;
    BezorgService& bezorgen;
    const organisatie::OrganisatieService& organisatie;
};

inline constexpr std::string_view lijst_url = "/beheer/notificaties";
inline constexpr std::string_view mislukt_url = "/beheer/notificaties/mislukt";
std::string abonnement_url(Id<dichtbij::Abonnement>, std::string_view rest = "");

// What was filled in, to be shown again.
struct Ingevuld {
    Webhook webhook;
    std::vector<FieldError> fouten = {};
};
Ingevuld ingevuld(const http::Request&);
html::Html velden(const html::Texts&, const html::Form&, const Webhook&, const std::vector<Kanaal>&);
std::string naam_van(const html::Texts&, const Abonnementregel&);
std::string host_van(const Schermen&, const Abonnement&);
std::string kanalen_in_woorden(const html::Texts&, const Abonnement&);
html::Html stand(const Schermen&, const access::Desk&, const Abonnementregel&);
// What was just done.
html::Html klaar(const access::Desk&);
// What keeps everything from going out: settings that are not made.
html::Html ontbreekt(const Schermen&, const access::Desk&);
// What was given up: who, what, why, since when, with a button to send it once more.
html::Html dode_tabel(const access::Desk&, const Leveringpagina&, std::string_view terug);

// lijst_desk.cpp
http::Response lijst(const Schermen&, http::Request&, access::Desk&);
http::Response nieuw(const Schermen&, http::Request&, access::Desk&);
http::Response maak(const Schermen&, http::Request&, access::Desk&);
// mislukt_desk.cpp
http::Response mislukt(const Schermen&, http::Request&, access::Desk&);
http::Response opnieuw(const Schermen&, http::Request&, access::Desk&);
// abonnement_desk.cpp
http::Response blad(const Schermen&, http::Request&, access::Desk&);
http::Response bewaar(const Schermen&, http::Request&, access::Desk&);
http::Response vervang(const Schermen&, http::Request&, access::Desk&);
http::Response zet_uit(const Schermen&, http::Request&, access::Desk&);
http::Response zet_aan(const Schermen&, http::Request&, access::Desk&);
http::Response verwijder(const Schermen&, http::Request&, access::Desk&);
http::Response alles_opnieuw(const Schermen&, http::Request&, access::Desk&);
// The secret of a webhook, once.
http::Response eenmalig(access::Desk&, const NieuweWebhook&);

}  // namespace dichtbij::notificatie
