#pragma once
// A mail in hand, between the steps that make it a contact. For the sources of InnameService.

#include <optional>
#include <string>
#include <vector>

#include "mail/citaat.h"
#include "postvak/inname_service.h"
#include "postvak/voorstel.h"

namespace dichtbij::postvak {

struct InnameService::Bezig {
    Bezig(const RuweMailRij& row, const mail::Mail& read);
    // A transaction may run twice: what the first run decided is forgotten, files that were received stay.
    void begin(const RuweMailRij& row);

    const mail::Mail& mail;
    mail::Citaatsplitsing tekst;
    std::vector<document::Ontvangen> bestanden;
    std::string geweigerd;              // "name\tkey" a line

    RuweMailRij rij;
    std::vector<Id<dichtbij::Postvak>> postvakken;
    Echtheid echtheid = Echtheid::onbekend;
    std::string taal = "nld";
    std::optional<Id<Partij>> partij;
    std::optional<werk::Werk> draad;    // it belongs to this
    std::optional<Id<Werk>> suggestie;  // it may belong to this
    std::optional<Voorstel> voorstel;
    std::optional<Id<Onderwerp>> onderwerp;
    std::optional<Id<Team>> team;
    std::optional<klantcontact::Klantcontact> contact;
    std::optional<werk::Werk> werk;
};

// The parts as uploads, outside any transaction. What is refused is named and stays in the raw mail.
template <class B>
void receive_files(document::DocumentService& documenten, B& bezig) {
    constexpr std::size_t klein_plaatje = 8 * 1024;  // a logo in a signature
    std::size_t number = 0;
    for (const mail::Deel& deel : bezig.mail.delen) {
        if (deel.ingesloten && deel.inhoud.size() < klein_plaatje) continue;
        ++number;
        const std::string naam = deel.naam.empty() ? "bijlage-" + std::to_string(number) : deel.naam;
        const auto refuse = [&](const std::string& key) { bezig.geweigerd += bezig.geweigerd.size() < 8000 ? naam + "\t" + key + "\n" : ""; };
        if (bezig.bestanden.size() >= bijlagen_limit) {
            refuse("postvak.geweigerd.te_veel");
            continue;
        }
        document::MemoryBytes bytes(deel.inhoud);
        auto received = documenten.receive(naam, bytes);
        if (received) bezig.bestanden.push_back(std::move(*received));
        else refuse(received.error().fields.empty() ? "postvak.geweigerd.anders" : received.error().fields.front().key);
    }
}

}  // namespace dichtbij::postvak
