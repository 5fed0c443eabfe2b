#pragma once
// Haal Centraal BRP personen bevragen 2: the question that goes out and the answer that comes back.

#include <memory>
#include <mutex>
#include <string>

#include "opzoek/bevraging.h"

namespace dichtbij::opzoek {

// Who asks, and why: goes along in headers.
struct Vrager {
    std::string doel;       // code
    std::string gebruiker;  // number of the employee
};

// The body of POST /personen. Only the fields that are shown or taken over are asked.
std::string brp_vraag(const Persoonsvraag&);
// onleesbaar when it is not such an answer; onbekend when it names nobody.
Uitkomst lees_brp(const json::Value&, std::vector<BrpPersoon>& personen);

// An access token by client credentials, kept until shortly before it ends. Thread-safe.
class Toegangsbewijs {
  public:
    Toegangsbewijs(client::Web& web, const Clock& clock, const Tokeninstelling& instelling) : web_(web), clock_(clock), instelling_(instelling) {}
    tl::expected<std::string, Uitkomst> geldig();
    void vergeet();  // it was refused

  private:
    client::Web& web_;
    const Clock& clock_;
    const Tokeninstelling& instelling_;
    std::mutex mutex_;  // guards what follows
    std::string token_;
    Instant tot_;
};

class BrpBron {
  public:
    BrpBron(client::Web& web, const Clock& clock, const BrpInstelling& instelling)
        : instelling_(instelling), bewijs_(web, clock, instelling.token), bevraging_(web, clock, instelling.bron) {}
    Antwoord<BrpPersoon> zoek(const Persoonsvraag&, const Vrager&);
    Brontoestand toestand() const { return bevraging_.toestand(); }

  private:
    tl::expected<client::Webvraag, Uitkomst> webvraag(const Persoonsvraag&, const Vrager&);

    const BrpInstelling& instelling_;
    Toegangsbewijs bewijs_;
    Bevraging bevraging_;
};

}  // namespace dichtbij::opzoek
