#include "opzoek/brp.h"

#include <algorithm>

#include "base/text.h"
#include "http/params.h"
#include "json/parse.h"
#include "json/writer.h"
#include "opzoek/velden.h"

namespace dichtbij::opzoek {
namespace {

constexpr std::size_t personen_limit = 30;  // the register gives no more to a search
constexpr seconds token_marge{30};

constexpr std::string_view velden_van_een[] = {"burgerservicenummer", "naam.volledigeNaam", "naam.voorletters", "naam.voornamen", "naam.voorvoegsel", "naam.geslachtsnaam",
                                               "geboorte.datum", "adressering.adresregel1", "adressering.adresregel2", "adressering.adresregel3", "adressering.land",
                                               "verblijfplaats.nummeraanduidingIdentificatie", "verblijfplaats.verblijfadres.officieleStraatnaam",
                                               "verblijfplaats.verblijfadres.huisnummer", "verblijfplaats.verblijfadres.huisletter",
                                               "verblijfplaats.verblijfadres.huisnummertoevoeging", "verblijfplaats.verblijfadres.postcode",
                                               "verblijfplaats.verblijfadres.woonplaats"};
constexpr std::string_view velden_van_lijst[] = {"burgerservicenummer", "naam.volledigeNaam", "geboorte.datum", "adressering.adresregel1", "adressering.adresregel2"};

template <std::size_t N>
void write_fields(json::Writer& out, const std::string_view (&velden)[N]) {
    out.key("fields").begin_array();
    for (const auto one : velden) out.text(one);
    out.end_array();
}

void write(json::Writer& out, const MetBsn& vraag) {
    out.key("type").text("RaadpleegMetBurgerservicenummer").key("burgerservicenummer").begin_array().text(vraag.bsn).end_array();
    write_fields(out, velden_van_een);
}

void write(json::Writer& out, const MetNaam& vraag) {
    out.key("type").text("ZoekMetGeslachtsnaamEnGeboortedatum").key("geslachtsnaam").text(vraag.geslachtsnaam).key("geboortedatum").day(vraag.geboortedatum);
    if (!vraag.voorvoegsel.empty()) out.key("voorvoegsel").text(vraag.voorvoegsel);
    write_fields(out, velden_van_lijst);
}

void write(json::Writer& out, const MetAdres& vraag) {
    out.key("type").text("ZoekMetPostcodeEnHuisnummer").key("postcode").text(vraag.postcode).key("huisnummer").integer(vraag.huisnummer);
    if (!vraag.huisletter.empty()) out.key("huisletter").text(vraag.huisletter);
    if (!vraag.toevoeging.empty()) out.key("huisnummertoevoeging").text(vraag.toevoeging);
    write_fields(out, velden_van_lijst);
}

std::optional<Vondstdatum> datum_of(const json::Value& persoon) {
    const auto* datum = veld(persoon, {"geboorte", "datum"});
    if (datum == nullptr) return std::nullopt;
    if (const auto whole = parse_day(tekst(*datum, {"datum"}))) {
        const auto parts = ymd(*whole);
        return Vondstdatum{int(parts.year()), static_cast<int>(unsigned(parts.month())), static_cast<int>(unsigned(parts.day()))};
    }
    const auto jaar = getal(*datum, {"jaar"});
    if (!jaar) return std::nullopt;
    return Vondstdatum{*jaar, getal(*datum, {"maand"}).value_or(0), 0};
}

Vondstadres adres_of(const json::Value& persoon) {
    Vondstadres adres;
    adres.nummeraanduiding_id = tekst(persoon, {"verblijfplaats", "nummeraanduidingIdentificatie"}, 16);
    if (const auto* verblijf = veld(persoon, {"verblijfplaats", "verblijfadres"})) {
        adres.straat = tekst(*verblijf, {"officieleStraatnaam"});
        if (adres.straat.empty()) adres.straat = tekst(*verblijf, {"korteStraatnaam"});
        adres.huisnummer = getal(*verblijf, {"huisnummer"});
        adres.toevoeging = toevoeging_of(tekst(*verblijf, {"huisletter"}, 1), tekst(*verblijf, {"huisnummertoevoeging"}, 4));
        adres.postcode = tekst(*verblijf, {"postcode"}, 6);
        adres.plaats = tekst(*verblijf, {"woonplaats"}, 80);
    }
    if (adres.straat.empty()) {
        adres.regel1 = tekst(persoon, {"adressering", "adresregel1"}, 80);
        adres.regel2 = tekst(persoon, {"adressering", "adresregel2"}, 80);
        adres.regel3 = tekst(persoon, {"adressering", "adresregel3"}, 80);
    }
    return adres;
}

bool is_overleden(const json::Value& persoon) {
    return tekst(persoon, {"opschortingBijhouding", "reden", "code"}) == "O" || veld(persoon, {"overlijden", "datum"}) != nullptr;
}

BrpPersoon persoon_of(const json::Value& one) {
    BrpPersoon persoon;
    persoon.bsn = tekst(one, {"burgerservicenummer"}, 9);
    persoon.voorletters = tekst(one, {"naam", "voorletters"}, 10);
    persoon.voornamen = tekst(one, {"naam", "voornamen"});
    persoon.voorvoegsel = tekst(one, {"naam", "voorvoegsel"}, 10);
    persoon.geslachtsnaam = tekst(one, {"naam", "geslachtsnaam"});
    persoon.naam = tekst(one, {"naam", "volledigeNaam"});
    if (persoon.naam.empty())
        for (const auto* part : {&persoon.voornamen, &persoon.voorvoegsel, &persoon.geslachtsnaam})
            if (!part->empty()) persoon.naam += (persoon.naam.empty() ? "" : " ") + *part;
    persoon.geboorte = datum_of(one);
    persoon.adres = adres_of(one);
    persoon.geheim = is_waar(one, {"geheimhoudingPersoonsgegevens"}) || getal(one, {"geheimhoudingPersoonsgegevens"}).value_or(0) > 0;
    persoon.overleden = is_overleden(one);
    return persoon;
}

}  // namespace

std::string brp_vraag(const Persoonsvraag& vraag) {
    std::string body;
    json::Writer out(body);
    out.begin_object();
    std::visit([&](const auto& one) { write(out, one); }, vraag);
    out.end_object();
    return body;
}

Uitkomst lees_brp(const json::Value& value, std::vector<BrpPersoon>& personen) {
    const auto* list = lijst(value, {"personen"});
    if (list == nullptr) return Uitkomst::onleesbaar;
    if (list->size() > personen_limit) return Uitkomst::te_veel;
    for (const auto& one : *list) {
        if (one.object() == nullptr) return Uitkomst::onleesbaar;
        personen.push_back(persoon_of(one));
        if (personen.back().bsn.size() != 9 || !all_digits(personen.back().bsn)) return Uitkomst::onleesbaar;
    }
    return personen.empty() ? Uitkomst::onbekend : Uitkomst::gevonden;
}

tl::expected<std::string, Uitkomst> Toegangsbewijs::geldig() {
    const std::lock_guard lock(mutex_);
    if (!token_.empty() && clock_.now() < tot_) return token_;
    client::Webvraag vraag{instelling_.url, {{"Accept", "application/json"}}, "grant_type=client_credentials&client_id=" + http::percent_encoded(instelling_.client_id) +
                                                                                   "&client_secret=" + http::percent_encoded(instelling_.client_secret)};
    if (!instelling_.scope.empty()) vraag.form += "&scope=" + http::percent_encoded(instelling_.scope);
    const auto answer = web_.send(vraag);
    if (!answer) return tl::make_unexpected(Uitkomst::geen_antwoord);
    if (answer->status >= 400 && answer->status < 500 && answer->status != 429) return tl::make_unexpected(Uitkomst::geweigerd);
    if (const auto status = uitkomst_van_status(answer->status)) return tl::make_unexpected(*status);
    const auto value = json::parse(answer->body);
    const std::string token = value ? tekst(*value, {"access_token"}, 8192) : std::string();
    if (token.empty()) return tl::make_unexpected(Uitkomst::onleesbaar);
    token_ = token;
    tot_ = clock_.now() + seconds(std::clamp(getal(*value, {"expires_in"}).value_or(60), 0, 86'400)) - token_marge;
    return token_;
}

void Toegangsbewijs::vergeet() {
    const std::lock_guard lock(mutex_);
    token_.clear();
}

tl::expected<client::Webvraag, Uitkomst> BrpBron::webvraag(const Persoonsvraag& vraag, const Vrager& vrager) {
    client::Webvraag out;
    out.url = instelling_.bron.url + "/personen";
    out.form = brp_vraag(vraag);
    out.headers = {{"Content-Type", "application/json; charset=utf-8"}, {"Accept", "application/json"}, {instelling_.doel_kop, vrager.doel}};
    if (!instelling_.bron.api_key.empty()) out.headers.emplace_back(instelling_.api_key_kop, instelling_.bron.api_key);
    if (!instelling_.gebruiker_kop.empty()) out.headers.emplace_back(instelling_.gebruiker_kop, vrager.gebruiker);
    if (!instelling_.oin.empty()) out.headers.emplace_back("X-ORIGIN-OIN", instelling_.oin);
    if (!instelling_.token.url.empty()) {
        auto token = bewijs_.geldig();
        if (!token) return tl::make_unexpected(token.error());
        out.headers.emplace_back("Authorization", "Bearer " + *token);
    }
    return out;
}

Antwoord<BrpPersoon> BrpBron::zoek(const Persoonsvraag& vraag, const Vrager& vrager) {
    Antwoord<BrpPersoon> antwoord;
    antwoord.uitkomst = bevraging_.vraag([&] { return webvraag(vraag, vrager); }, [&](const json::Value& value) { return lees_brp(value, antwoord.vondsten); });
    if (antwoord.uitkomst == Uitkomst::geweigerd) bewijs_.vergeet();
    if (antwoord.uitkomst != Uitkomst::gevonden) antwoord.vondsten.clear();
    return antwoord;
}

}  // namespace dichtbij::opzoek
