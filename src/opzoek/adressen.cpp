#include "opzoek/adressen.h"

#include <algorithm>

#include "base/text.h"
#include "opzoek/velden.h"

namespace dichtbij::opzoek {
namespace {

constexpr int adressen_limit = 100;  // of one house number

struct Namen {
    std::string_view nummeraanduiding, straat, plaats;
};

Vondstadres adres_of(const json::Value& one, const Namen& namen) {
    Vondstadres adres;
    adres.nummeraanduiding_id = tekst(one, {namen.nummeraanduiding}, 16);
    adres.straat = tekst(one, {namen.straat});
    adres.huisnummer = getal(one, {"huisnummer"});
    adres.toevoeging = toevoeging_of(tekst(one, {"huisletter"}, 1), tekst(one, {"huisnummertoevoeging"}, 4));
    adres.postcode = tekst(one, {"postcode"}, 6);
    adres.plaats = tekst(one, {namen.plaats}, 80);
    return adres;
}

Uitkomst read_all(const json::Array& list, const Namen& namen, std::vector<Vondstadres>& adressen) {
    for (const auto& one : list) {
        Vondstadres adres = adres_of(one, namen);
        if (adres.straat.empty() || !adres.huisnummer || adres.plaats.empty()) return Uitkomst::onleesbaar;
        adressen.push_back(std::move(adres));
    }
    std::sort(adressen.begin(), adressen.end(), [](const auto& a, const auto& b) { return a.toevoeging < b.toevoeging; });
    return adressen.empty() ? Uitkomst::onbekend : Uitkomst::gevonden;
}

std::string locatieserver_pad(const MetAdres& vraag) {
    const std::string nummer = std::to_string(vraag.huisnummer);
    return "/free?q=" + vraag.postcode + "%20" + nummer + "&fq=type:adres&fq=postcode:" + vraag.postcode + "&fq=huisnummer:" + nummer + "&rows=" + std::to_string(adressen_limit) +
           "&fl=nummeraanduiding_id,straatnaam,huisnummer,huisletter,huisnummertoevoeging,postcode,woonplaatsnaam";
}

std::string bag_pad(const MetAdres& vraag) {
    return "/adressen?postcode=" + vraag.postcode + "&huisnummer=" + std::to_string(vraag.huisnummer) + "&exacteMatch=false&page=1&pageSize=" + std::to_string(adressen_limit);
}

}  // namespace

Uitkomst lees_locatieserver(const json::Value& value, std::vector<Vondstadres>& adressen) {
    const auto* docs = lijst(value, {"response", "docs"});
    return docs == nullptr ? Uitkomst::onleesbaar : read_all(*docs, {"nummeraanduiding_id", "straatnaam", "woonplaatsnaam"}, adressen);
}

Uitkomst lees_bag(const json::Value& value, std::vector<Vondstadres>& adressen) {
    if (value.object() == nullptr) return Uitkomst::onleesbaar;
    if (veld(value, {"_embedded"}) == nullptr) return veld(value, {"_links"}) == nullptr ? Uitkomst::onleesbaar : Uitkomst::onbekend;
    const auto* list = lijst(value, {"_embedded", "adressen"});
    return list == nullptr ? Uitkomst::onleesbaar : read_all(*list, {"nummeraanduidingIdentificatie", "openbareRuimteNaam", "woonplaatsNaam"}, adressen);
}

void beperk_tot(const MetAdres& vraag, std::vector<Vondstadres>& adressen) {
    const std::string wanted = folded(toevoeging_of(vraag.huisletter, vraag.toevoeging));
    const auto fits = [&](const Vondstadres& one) { return folded(one.toevoeging) == wanted; };
    if (std::none_of(adressen.begin(), adressen.end(), fits)) return;
    std::erase_if(adressen, [&](const Vondstadres& one) { return !fits(one); });
}

Antwoord<Vondstadres> AdresBron::zoek(const MetAdres& vraag) {
    const bool is_bag = instelling_.dienst == Adresdienst::bag;
    Antwoord<Vondstadres> antwoord;
    antwoord.uitkomst = bevraging_.vraag(
        [&] {
            client::Webvraag out{instelling_.bron.url + (is_bag ? bag_pad(vraag) : locatieserver_pad(vraag)), {{"Accept", is_bag ? "application/hal+json" : "application/json"}}};
            if (!instelling_.bron.api_key.empty()) out.headers.emplace_back("X-Api-Key", instelling_.bron.api_key);
            return out;
        },
        [&](const json::Value& value) { return is_bag ? lees_bag(value, antwoord.vondsten) : lees_locatieserver(value, antwoord.vondsten); });
    if (antwoord.uitkomst != Uitkomst::gevonden) antwoord.vondsten.clear();
    return antwoord;
}

}  // namespace dichtbij::opzoek
