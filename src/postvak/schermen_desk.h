#pragma once
// The screens of mail: mailboxes, what came in, and a mail beside its work.

#include "access/desk.h"
#include "html/form.h"
#include "organisatie/organisatie_beheer.h"
#include "postvak/mail_service.h"
#include "postvak/postvak_service.h"

namespace dichtbij::postvak {

// All outlive the routes.
struct Schermen {
    store::Store& store;
    PostvakService& postvakken;
    MailService& post;
    const organisatie::OrganisatieService& organisatie;
};

inline constexpr std::string_view beheer_url = "/beheer/postvakken";
inline constexpr std::string_view post_url = "/post";

// postvak_desk.cpp
http::Response postvakken_lijst(const Schermen&, http::Request&, access::Desk&);
http::Response postvak_nieuw(const Schermen&, http::Request&, access::Desk&);
http::Response postvak_maak(const Schermen&, http::Request&, access::Desk&);
http::Response postvak_blad(const Schermen&, http::Request&, access::Desk&);
http::Response postvak_bewaar(const Schermen&, http::Request&, access::Desk&);
// post_desk.cpp
http::Response post_lijst(const Schermen&, http::Request&, access::Desk&);
http::Response post_behandel(const Schermen&, http::Request&, access::Desk&);
http::Response post_laat(const Schermen&, http::Request&, access::Desk&);
http::Response post_ruw(const Schermen&, http::Request&, access::Desk&);
// mail_desk.cpp
http::Response mail_onderwerp(const Schermen&, http::Request&, access::Desk&);
http::Response mail_koppel(const Schermen&, http::Request&, access::Desk&);
http::Response mail_bijlage(const Schermen&, http::Request&, access::Desk&);
http::Response mail_opmaak(const Schermen&, http::Request&, access::Desk&);
// The mails of a work, newest first; nothing when there are none.
html::Html naast_werk(const Schermen&, const access::Desk&, Id<Werk>);

void add_routes(access::DeskRoutes&, const Schermen&);

}  // namespace dichtbij::postvak
