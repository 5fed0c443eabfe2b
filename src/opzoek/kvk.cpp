#include "opzoek/kvk.h"

#include "base/text.h"
#include "http/params.h"
#include "opzoek/velden.h"

namespace dichtbij::opzoek {
namespace {

void read_binnenlands(const json::Value& from, Vondstadres& adres) {
    adres.straat = tekst(from, {"straatnaam"});
    adres.huisnummer = getal(from, {"huisnummer"});
    adres.toevoeging = toevoeging_of(tekst(from, {"huisletter"}, 1), tekst(from, {"huisnummerToevoeging"}, 8));
    adres.postcode = tekst(from, {"postcode"}, 7);
    std::erase(adres.postcode, ' ');
    adres.plaats = tekst(from, {"plaats"}, 80);
    if (const std::string postbus = tekst(from, {"postbusnummer"}, 10); adres.straat.empty() && !postbus.empty()) {
        adres.straat = "Postbus";
        adres.huisnummer = getal(from, {"postbusnummer"});
    }
}

Vondstadres adres_van_zoeken(const json::Value& one) {
    Vondstadres adres;
    if (const auto* binnen = veld(one, {"adres", "binnenlandsAdres"})) read_binnenlands(*binnen, adres);
    if (const auto* buiten = veld(one, {"adres", "buitenlandsAdres"})) {
        adres.regel1 = tekst(*buiten, {"straatHuisnummer"}, 80);
        adres.regel2 = tekst(*buiten, {"postcodeWoonplaats"}, 80);
        adres.regel3 = tekst(*buiten, {"land"}, 80);
    }
    return adres;
}

// An address that the register shields is not given; then there is none.
Vondstadres adres_van_profiel(const json::Value& one) {
    Vondstadres adres;
    if (is_waar(one, {"indAfgeschermd"})) return adres;
    read_binnenlands(one, adres);
    if (adres.straat.empty()) adres.regel1 = tekst(one, {"volledigAdres"}, 80);
    const std::string land = tekst(one, {"land"}, 80);
    if (adres.straat.empty() && !land.empty() && land != "Nederland") adres.regel2 = land;
    return adres;
}

bool is_kvk_nummer(const std::string& nummer) { return nummer.size() == 8 && all_digits(nummer); }

}  // namespace

Uitkomst lees_zoeken(const json::Value& value, Antwoord<Bedrijf>& antwoord) {
    const auto* list = lijst(value, {"resultaten"});
    if (list == nullptr) return Uitkomst::onleesbaar;
    for (const auto& one : *list) {
        Bedrijf bedrijf;
        bedrijf.kvk_nummer = tekst(one, {"kvkNummer"}, 8);
        bedrijf.vestigingsnummer = tekst(one, {"vestigingsnummer"}, 12);
        bedrijf.rsin = tekst(one, {"rsin"}, 9);
        bedrijf.naam = tekst(one, {"naam"});
        bedrijf.soort = tekst(one, {"type"}, 30);
        bedrijf.adres = adres_van_zoeken(one);
        bedrijf.is_opgeheven = tekst(one, {"actief"}) == "Nee";
        if (!is_kvk_nummer(bedrijf.kvk_nummer)) return Uitkomst::onleesbaar;
        antwoord.vondsten.push_back(std::move(bedrijf));
    }
    antwoord.is_meer = getal(value, {"totaal"}).value_or(0) > static_cast<int>(antwoord.vondsten.size());
    return antwoord.vondsten.empty() ? Uitkomst::onbekend : Uitkomst::gevonden;
}

Uitkomst lees_basisprofiel(const json::Value& value, Antwoord<Bedrijf>& antwoord) {
    Bedrijf bedrijf;
    bedrijf.kvk_nummer = tekst(value, {"kvkNummer"}, 8);
    bedrijf.naam = tekst(value, {"naam"});
    if (!is_kvk_nummer(bedrijf.kvk_nummer) || bedrijf.naam.empty()) return Uitkomst::onleesbaar;
    bedrijf.rsin = tekst(value, {"_embedded", "eigenaar", "rsin"}, 9);
    bedrijf.is_opgeheven = !tekst(value, {"materieleRegistratie", "datumEinde"}).empty();
    if (const auto* vestiging = veld(value, {"_embedded", "hoofdvestiging"})) {
        bedrijf.soort = "hoofdvestiging";
        bedrijf.vestigingsnummer = tekst(*vestiging, {"vestigingsnummer"}, 12);
        if (const auto* adressen = lijst(*vestiging, {"adressen"}))
            for (const auto& one : *adressen) (tekst(one, {"type"}) == "bezoekadres" ? bedrijf.adres : bedrijf.postadres) = adres_van_profiel(one);
    } else {
        bedrijf.soort = "rechtspersoon";
    }
    antwoord.vondsten.push_back(std::move(bedrijf));
    return Uitkomst::gevonden;
}

Antwoord<Bedrijf> KvkBron::vraag(const std::string& pad, Lees lees) {
    Antwoord<Bedrijf> antwoord;
    antwoord.uitkomst = bevraging_.vraag(
        [&] {
            return client::Webvraag{instelling_.bron.url + pad, {{"apikey", instelling_.bron.api_key}, {"Accept", "application/json"}}};
        },
        [&](const json::Value& value) { return lees(value, antwoord); });
    if (antwoord.uitkomst != Uitkomst::gevonden) antwoord.vondsten.clear();
    return antwoord;
}

Antwoord<Bedrijf> KvkBron::zoek(const Bedrijfsvraag& over) {
    const std::string wat = over.kvk_nummer.empty() ? "naam=" + http::percent_encoded(over.naam) : "kvkNummer=" + over.kvk_nummer;
    return vraag("/v2/zoeken?" + wat + "&pagina=1&resultatenPerPagina=" + std::to_string(bedrijven_per_keer), lees_zoeken);
}

Antwoord<Bedrijf> KvkBron::profiel(const std::string& kvk_nummer) { return vraag("/v1/basisprofielen/" + kvk_nummer, lees_basisprofiel); }

}  // namespace dichtbij::opzoek
