#pragma once
// Registers that answer from memory.

#include "opzoek/opzoek_service.h"

namespace dichtbij::testing {

struct Nepregisters final : client::Web {
    tl::expected<client::Webantwoord, std::string> send(const client::Webvraag& vraag) override {
        const bool is_profile = vraag.url.find("basisprofielen") != std::string::npos;
        const std::string kvk = R"("kvkNummer":"90001234","naam":"Bakkerij Oever")";
        if (vraag.url.ends_with("/personen")) return json(R"({"type":"x","personen":[{"burgerservicenummer":"999990019","naam":{"volledigeNaam":"Fatima El Idrissi","geslachtsnaam":"El Idrissi"}}]})");
        if (vraag.url.find("/free?") != std::string::npos)
            return json(R"({"response":{"docs":[{"straatnaam":"Kastanjelaan","huisnummer":18,"postcode":"3999AB","woonplaatsnaam":"Oeverdorp"}]}})");
        return json(is_profile ? "{" + kvk + "}" : R"({"totaal":1,"resultaten":[{)" + kvk + "}]}");
    }
    static client::Webantwoord json(std::string body) { return {200, "application/json", std::move(body)}; }

    static opzoek::Opties opties() {
        opzoek::Opties all;
        all.sleutel = std::string(32, 'z');
        for (auto* bron : {&all.instellingen.brp.bron, &all.instellingen.kvk.bron, &all.instellingen.adressen.bron}) {
            bron->url = "https://register.example";
            bron->bewaar = seconds(0);
        }
        all.instellingen.brp.doelen = {{"BZ", "Burgerzaken", ""}};
        all.instellingen.adressen.dienst = opzoek::Adresdienst::locatieserver;
        return all;
    }
};

}  // namespace dichtbij::testing
