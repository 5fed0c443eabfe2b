#pragma once
// What kind of mail it is, from headers and form alone, and what a report says of the mail it is about. Pure.

#include <string>
#include <string_view>

#include "mail/lees_kop.h"
#include "mail/mail.h"

namespace dichtbij::mail {

// What was seen while the mail was read, beside its headers.
struct Sporen {
    std::string rapportsoort;      // report-type of multipart/report, lower case
    std::string bezorgstatus;      // content of message/delivery-status
    bool is_leesbevestiging = false;  // there is a message/disposition-notification
    std::string terug_message_id;  // of the mail that was returned, without < >
    std::string terug_bericht;     // its X-Dichtbij-Bericht
};

// Sets soort, soort_reden, rapport, geen_antwoord and spam from headers, text and traces.
void bepaal_soort(const Kop&, const Sporen&, Mail&);

// The report of RFC 3464; of several recipients the first that failed, else the first.
struct Bezorgstatus {
    std::string actie;  // "failed", "delayed", "delivered", "relayed", "expanded"; ""
    Rapport rapport;
};
Bezorgstatus lees_bezorgstatus(std::string_view status);
// A report in words, of servers that do not know RFC 3464: recipient, code and the id of the mail, as far as they stand there.
Rapport rapport_uit_tekst(std::string_view tekst);

}  // namespace dichtbij::mail
