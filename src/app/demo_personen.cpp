#include "app/demo_personen.h"

#include <algorithm>
#include <cmath>

#include "app/demo_vaste_personen.h"
#include "base/text.h"
#include "partij/adres.h"
#include "partij/identificator.h"

namespace dichtbij::app::demo {
namespace {

constexpr int vragersoorten = 5;
constexpr std::string_view mailhuizen[] = {"post.example", "thuis.example", "mail.example", "postbus.example", "snelnet.example"};

struct Woonplek {
    partij::Adres adres;
    std::string_view kern;
};

class Trekker {
  public:
    Trekker(std::uint64_t zaad, const DemoOrganisatie& organisatie, Day vandaag)
        : toeval_(Toeval::voor(zaad, 0x9e5)), organisatie_(organisatie), jaar_(static_cast<int>(ymd(vandaag).year())), bsns_(test_bsns()) {
        for (std::size_t i = bsns_.size(); i > 1; --i) std::swap(bsns_[i - 1], bsns_[static_cast<std::size_t>(toeval_.below(static_cast<int>(i)))]);
    }

    std::vector<DemoPersoon> draw(int aantal) {
        std::vector<DemoPersoon> all;
        for (const VastePersoon& vast : vaste_personen()) {
            if (vast.gemeente >= organisatie_.gemeenten.size()) continue;
            all.push_back(known(vast));
        }
        while (static_cast<int>(all.size()) < aantal) {
            const std::size_t gemeente = draw_gemeente();
            const int soort = toeval_.below(100);
            if (soort < 8) all.push_back(company(gemeente, bedrijfsnamen()));
            else if (soort < 10) all.push_back(company(gemeente, verenigingen()));
            else all.push_back(person(gemeente));
            if (soort == 10) all.push_back(as_double(all.back()));
            if (soort == 11 && organisatie_.gemeenten.size() > 1) all.push_back(elsewhere(all.back()));
        }
        return all;
    }

  private:
    std::size_t draw_gemeente() {
        std::vector<int> inwoners;
        for (const DemoGemeente& gemeente : organisatie_.gemeenten) inwoners.push_back(gemeente.inhoud->inwoners);
        return toeval_.weighted(inwoners);
    }

    Woonplek home(std::size_t gemeente) {
        const auto kernen = organisatie_.gemeenten[gemeente].inhoud->kernen;
        std::vector<int> gewichten;
        for (const Kern& kern : kernen) gewichten.push_back(kern.gewicht);
        const Kern& kern = kernen[toeval_.weighted(gewichten)];
        const Straat& straat = toeval_.pick(kern.straten);
        Woonplek plek;
        plek.kern = kern.naam;
        plek.adres.straatnaam = straat.naam;
        plek.adres.huisnummer = toeval_.between(1, straat.hoogste_nummer);
        if (toeval_.chance(9)) plek.adres.huisnummertoevoeging = std::string(1, static_cast<char>('a' + toeval_.below(3)));
        plek.adres.postcode = std::string(kern.cijfers) + std::string(straat.letters);
        plek.adres.stad = kern.naam;
        return plek;
    }

    std::string mobile() {
        const std::string last = std::to_string(10'000 + toeval_.below(10'000)).substr(1);
        return toeval_.chance(25) ? "061234" + last : "06 1234 " + last;
    }
    std::string landline(std::size_t gemeente) {
        const std::string digits = std::to_string(200'000 + toeval_.below(800'000));
        return (gemeente == 0 ? "0399 " : "0398 ") + digits.substr(0, 2) + " " + digits.substr(2, 2) + " " + digits.substr(4);
    }

    static void add_adres(partij::Gegevens& gegevens, partij::SoortDigitaalAdres soort, std::string adres) {
        partij::DigitaalAdres row;
        row.soort = soort;
        row.adres = std::move(adres);
        row.is_standaard = std::none_of(gegevens.digitale_adressen.begin(), gegevens.digitale_adressen.end(), [&](const auto& one) { return one.soort == soort; });
        gegevens.digitale_adressen.push_back(std::move(row));
    }

    // The Netherlands roughly: few children call, many around forty and seventy.
    int draw_age() {
        const int groep = toeval_.below(100);
        if (groep < 14) return toeval_.between(18, 29);
        if (groep < 50) return toeval_.between(30, 54);
        if (groep < 78) return toeval_.between(55, 72);
        return toeval_.between(73, 97);
    }

    static std::string initials(std::string_view voornaam) {
        std::string all;
        bool first = true;
        for (std::size_t i = 0; i < voornaam.size(); ++i) {
            const auto lead = static_cast<unsigned char>(voornaam[i]);
            if (first && lead != '-' && lead != ' ') {
                const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : 3;
                all += std::string(voornaam.substr(i, length)) + ".";
                i += length - 1;
                first = false;
            } else if (lead == '-' || lead == ' ') {
                first = true;
            }
        }
        return all;
    }

    DemoPersoon person(std::size_t gemeente) {
        DemoPersoon made;
        made.gemeente = gemeente;
        const int leeftijd = draw_age();
        made.aard = leeftijd >= 70 ? Vrager::oudere : leeftijd < 30 ? Vrager::jongere : leeftijd < 50 && toeval_.chance(55) ? Vrager::ouder : Vrager::iedereen;
        made.drukte = busyness();
        partij::Persoon wie;
        const bool vrouw = toeval_.chance(52);
        wie.aanhef = vrouw ? partij::Aanhef::mevrouw : partij::Aanhef::meneer;
        wie.naam = name(vrouw, leeftijd);
        wie.geboortedatum = partij::Geboortedatum{jaar_ - leeftijd, toeval_.between(1, 12), toeval_.between(1, 28)};
        add_reach(made.gegevens, gemeente, wie.naam, leeftijd);
        made.gegevens.wie = wie;
        made.gegevens.bezoekadres = home(gemeente).adres;
        if (toeval_.chance(78) && next_bsn_ < bsns_.size())
            made.gegevens.identificatoren.push_back(partij::make_identificator(partij::soort_bsn, bsns_[next_bsn_++]));
        add_particulars(made.gegevens, leeftijd);
        return made;
    }

    partij::Contactnaam name(bool vrouw, int leeftijd) {
        partij::Contactnaam naam;
        naam.voornaam = toeval_.pick(vrouw ? vrouwennamen() : mannennamen());
        naam.voorletters = initials(naam.voornaam);
        if (toeval_.chance(25)) naam.voorletters += std::string(1, static_cast<char>('A' + toeval_.below(26))) + ".";
        if (naam.voorletters.size() > 10) naam.voorletters.resize(2);
        const Achternaam& achter = toeval_.pick(achternamen());
        naam.voorvoegsel_achternaam = achter.voorvoegsel;
        naam.achternaam = achter.naam;
        if (vrouw && leeftijd > 45 && toeval_.chance(45)) {
            const Achternaam& eigen = toeval_.pick(achternamen());
            naam.achternaam += "-" + (eigen.voorvoegsel.empty() ? "" : std::string(eigen.voorvoegsel) + " ") + std::string(eigen.naam);
        }
        return naam;
    }

    void add_reach(partij::Gegevens& gegevens, std::size_t gemeente, const partij::Contactnaam& naam, int leeftijd) {
        const bool has_mobile = toeval_.chance(leeftijd > 75 ? 60 : 93);
        if (has_mobile) add_adres(gegevens, partij::SoortDigitaalAdres::telefoonnummer, mobile());
        if (!has_mobile || toeval_.chance(leeftijd > 60 ? 55 : 8)) add_adres(gegevens, partij::SoortDigitaalAdres::telefoonnummer, landline(gemeente));
        if (toeval_.chance(leeftijd > 78 ? 35 : 82)) add_adres(gegevens, partij::SoortDigitaalAdres::email, mail_of(naam));
    }

    std::string mail_of(const partij::Contactnaam& naam) {
        std::string left = folded(naam.voornaam), right = folded(naam.achternaam);
        for (auto* text : {&left, &right}) text->erase(std::remove(text->begin(), text->end(), ' '), text->end());
        std::string local = toeval_.chance(40) ? left.substr(0, 1) + "." + right : left + "." + right;
        if (toeval_.chance(30)) local += std::to_string(toeval_.between(1, 99));
        return local + "@" + std::string(toeval_.pick(mailhuizen));
    }

    void add_particulars(partij::Gegevens& gegevens, int leeftijd) {
        auto& voorkeuren = gegevens.voorkeuren;
        if (toeval_.chance(12)) voorkeuren.kanaal = toeval_.chance(60) ? "telefoon" : "email";
        if (toeval_.chance(8)) voorkeuren.tijd = toeval_.pick(werkteksten().voorkeurstijden);
        const int taal = toeval_.below(1000);
        if (taal < 28) voorkeuren.taal = "eng";
        else if (taal < 36) voorkeuren.taal = "pol";
        else if (taal < 42) voorkeuren.taal = "tur";
        if (toeval_.chance(leeftijd > 80 ? 20 : 3)) voorkeuren.zelfredzaamheid = partij::Zelfredzaamheid::beperkt;
        else if (toeval_.chance(20)) voorkeuren.zelfredzaamheid = partij::Zelfredzaamheid::zelfstandig;
        if (toeval_.per_mille(5)) gegevens.indicaties.geheimhouding = true;
        if (leeftijd > 70 && toeval_.per_mille(10)) gegevens.indicaties.overleden = true;
        if (toeval_.per_mille(1)) gegevens.indicaties.medewerker = organisatie_.medewerkers[static_cast<std::size_t>(toeval_.below(40))].id;
    }

    DemoPersoon company(std::size_t gemeente, std::span<const std::string_view> namen) {
        DemoPersoon made;
        made.gemeente = gemeente;
        made.aard = Vrager::bedrijf;
        made.drukte = busyness() + 2;
        const Woonplek plek = home(gemeente);
        const auto achter = [&] {
            const Achternaam& one = toeval_.pick(achternamen());
            std::string voor(one.voorvoegsel);
            if (!voor.empty() && voor[0] >= 'a' && voor[0] <= 'z') voor[0] = static_cast<char>(voor[0] - 'a' + 'A');
            return (voor.empty() ? "" : voor + " ") + std::string(one.naam);
        };
        constexpr std::string_view dieren[] = {"Zwaan", "Kievit", "Gouden Leeuw", "Reiger", "Zalm", "Grutto", "Haas", "Buizerd", "Vuurtoren"};
        const Invulling waarden{{"achternaam", achter()},
                                {"achternaam2", achter()},
                                {"voornaam", std::string(toeval_.pick(toeval_.chance(50) ? vrouwennamen() : mannennamen()))},
                                {"dier", std::string(toeval_.pick(dieren))},
                                {"plaats", std::string(plek.kern)},
                                {"straat", plek.adres.straatnaam},
                                {"gemeente", std::string(organisatie_.gemeenten[gemeente].inhoud->naam)}};
        partij::Organisatie wie{fill_in(toeval_.pick(namen), waarden, toeval_)};
        std::string host = folded(wie.naam);
        std::replace(host.begin(), host.end(), ' ', '-');
        add_adres(made.gegevens, partij::SoortDigitaalAdres::telefoonnummer, landline(gemeente));
        add_adres(made.gegevens, partij::SoortDigitaalAdres::email, "info@" + host.substr(0, 50) + ".example");
        made.gegevens.wie = std::move(wie);
        made.gegevens.bezoekadres = plek.adres;
        if (toeval_.chance(85)) made.gegevens.identificatoren.push_back(partij::make_identificator(partij::soort_kvk_nummer, "00" + std::to_string(900'000 + next_kvk_++)));
        return made;
    }

    // The same person again, as someone typed him in a hurry: without BSN and with a shorter name.
    DemoPersoon as_double(const DemoPersoon& of) {
        DemoPersoon twice = of;
        twice.drukte = 1;
        twice.gegevens.identificatoren.clear();
        twice.gegevens.voorkeuren = {};
        if (auto* wie = std::get_if<partij::Persoon>(&twice.gegevens.wie)) {
            wie->geboortedatum.reset();
            wie->naam.voornaam.clear();
            wie->naam.achternaam = wie->naam.achternaam.substr(0, wie->naam.achternaam.find('-'));
        }
        return twice;
    }

    // Moved to the other gemeente in the year: known in both.
    DemoPersoon elsewhere(const DemoPersoon& of) {
        DemoPersoon there = of;
        there.gemeente = 1 - of.gemeente;
        there.gegevens.bezoekadres = home(there.gemeente).adres;
        there.gegevens.indicaties.medewerker.reset();
        return there;
    }

    DemoPersoon known(const VastePersoon& vast) {
        DemoPersoon made;
        made.gemeente = vast.gemeente;
        made.drukte = vast.drukte;
        made.aard = vast.aard;
        if (vast.aanhef == partij::Aanhef::geen) {
            made.gegevens.wie = partij::Organisatie{std::string(vast.achternaam)};
        } else {
            partij::Persoon wie;
            wie.aanhef = vast.aanhef;
            wie.naam = {initials(vast.voornaam), std::string(vast.voornaam), std::string(vast.voorvoegsel), std::string(vast.achternaam)};
            wie.geboortedatum = partij::Geboortedatum::of_number(vast.geboren);
            made.gegevens.wie = wie;
            made.gegevens.identificatoren.push_back(partij::make_identificator(partij::soort_bsn, take_bsn(vast.bsn_einde)));
        }
        partij::Adres adres;
        adres.straatnaam = vast.straat;
        adres.huisnummer = vast.huisnummer;
        adres.postcode = vast.postcode;
        adres.stad = vast.plaats;
        made.gegevens.bezoekadres = adres;
        if (!vast.telefoon.empty()) add_adres(made.gegevens, partij::SoortDigitaalAdres::telefoonnummer, std::string(vast.telefoon));
        if (!vast.email.empty()) add_adres(made.gegevens, partij::SoortDigitaalAdres::email, std::string(vast.email));
        made.gegevens.voorkeuren.tijd = vast.tijd;
        if (!vast.tijd.empty()) made.gegevens.voorkeuren.kanaal = "telefoon";
        if (!vast.taal.empty()) made.gegevens.voorkeuren.taal = vast.taal;
        return made;
    }

    std::string take_bsn(std::string_view einde) {
        const auto at = std::find_if(bsns_.begin() + static_cast<std::ptrdiff_t>(next_bsn_), bsns_.end(), [&](const std::string& bsn) { return bsn.ends_with(einde); });
        CHECK_THAT(at != bsns_.end());
        std::swap(*at, bsns_[next_bsn_]);
        return bsns_[next_bsn_++];
    }

    // Most people come once or twice a year, a few every week.
    int busyness() {
        const double heavy = 1.0 / std::pow(1.0 - toeval_.unit() * 0.999, 0.62);
        return std::clamp(static_cast<int>(heavy * 2), 1, 40);
    }

    Toeval toeval_;
    const DemoOrganisatie& organisatie_;
    int jaar_;
    std::vector<std::string> bsns_;
    std::size_t next_bsn_ = 0;
    int next_kvk_ = 1;
};

}  // namespace

std::vector<std::string> test_bsns() {
    std::vector<std::string> all;
    for (int last = 0; last < 100'000; ++last)
        if (std::string bsn = "9999" + std::to_string(100'000 + last).substr(1); partij::elfproef(bsn)) all.push_back(std::move(bsn));
    return all;
}

Bevolking::Bevolking(std::uint64_t zaad, const DemoOrganisatie& organisatie, int aantal, Day vandaag)
    : organisatie_(organisatie), personen_(Trekker(zaad, organisatie, vandaag).draw(aantal)) {
    index();
}

void Bevolking::index() {
    groepen_.resize(organisatie_.gemeenten.size() * vragersoorten);
    for (std::size_t i = 0; i < personen_.size(); ++i)
        for (int soort = 0; soort < vragersoorten; ++soort) {
            const auto vrager = static_cast<Vrager>(soort);
            const bool fits = vrager == Vrager::iedereen ? personen_[i].aard != Vrager::bedrijf || i % 4 == 0 : personen_[i].aard == vrager;
            if (!fits) continue;
            Groep& groep = groepen_[personen_[i].gemeente * vragersoorten + static_cast<std::size_t>(soort)];
            groep.personen.push_back(i);
            groep.tot.push_back((groep.tot.empty() ? 0 : groep.tot.back()) + personen_[i].drukte);
        }
}

const Bevolking::Groep& Bevolking::groep(std::size_t gemeente, Vrager vrager) const {
    const Groep& wanted = groepen_[gemeente * vragersoorten + static_cast<std::size_t>(vrager)];
    return wanted.personen.empty() ? groepen_[gemeente * vragersoorten] : wanted;
}

std::size_t Bevolking::draw(Toeval& toeval, std::size_t gemeente, Vrager vrager) const {
    // Whom a subject suits asks it most, not alone.
    const Groep& from = groep(gemeente, vrager != Vrager::iedereen && toeval.chance(25) ? Vrager::iedereen : vrager);
    CHECK_THAT(!from.personen.empty());
    const int at = toeval.below(from.tot.back());
    return from.personen[static_cast<std::size_t>(std::upper_bound(from.tot.begin(), from.tot.end(), at) - from.tot.begin())];
}

Invulling Bevolking::invulling(std::size_t persoon) const {
    const DemoPersoon& one = personen_[persoon];
    const auto* wie = std::get_if<partij::Persoon>(&one.gegevens.wie);
    const bool vrouw = wie == nullptr || wie->aanhef == partij::Aanhef::mevrouw;
    Invulling waarden{{"naam", partij::volledige_naam(one.gegevens)},
                      {"gemeente", std::string(organisatie_.gemeenten[one.gemeente].inhoud->naam)}};
    waarden["Wie"] = wie == nullptr ? "Ondernemer" : vrouw ? "Mevrouw" : "Meneer";
    waarden["wie"] = wie == nullptr ? "de ondernemer" : vrouw ? "mevrouw" : "meneer";
    waarden["hij"] = vrouw ? "zij" : "hij";
    waarden["zijn"] = vrouw ? "haar" : "zijn";
    waarden["hem"] = vrouw ? "haar" : "hem";
    if (one.gegevens.bezoekadres) {
        const partij::Adres& adres = *one.gegevens.bezoekadres;
        waarden["straat"] = adres.straatnaam;
        waarden["huisnummer"] = std::to_string(adres.huisnummer.value_or(1));
        waarden["adres"] = adres.straatnaam + " " + std::to_string(adres.huisnummer.value_or(1)) + adres.huisnummertoevoeging;
        waarden["plaats"] = adres.stad;
    }
    return waarden;
}

}  // namespace dichtbij::app::demo
