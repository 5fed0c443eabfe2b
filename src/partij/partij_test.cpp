#include "partij/partij.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "partij/beeld.h"
#include "partij/identificatie.h"

namespace dichtbij::partij::partij_test {
namespace {

const Day today = make_day(2026, 11, 22);

Gegevens fatima() {
    Gegevens gegevens;
    gegevens.wie = Persoon{{"F.", "Fatima", "El", "Idrissi"}, Aanhef::mevrouw, Geboortedatum{1984, 3, 14}};
    Adres adres;
    adres.straatnaam = "Kastanjelaan";
    adres.huisnummer = 18;
    adres.postcode = "3999AB";
    adres.stad = "Oeverdorp";
    gegevens.bezoekadres = adres;
    DigitaalAdres phone;
    phone.adres = "06 1234 5678";
    phone.is_standaard = true;
    gegevens.digitale_adressen = {phone};
    gegevens.identificatoren = {make_identificator(soort_bsn, "999990019")};
    return gegevens;
}

std::string first_problem(const Gegevens& gegevens) {
    const auto found = problems(gegevens, today);
    return found.empty() ? "" : found.front().field + " " + found.front().key;
}

}  // namespace

TEST_CASE("a name is said in full") {
    CHECK(volledige_naam(fatima()) == "Fatima El Idrissi");
    Gegevens initials;
    initials.wie = Persoon{{"F.", "", "El", "Idrissi"}, Aanhef::geen, {}};
    CHECK(volledige_naam(initials) == "F. El Idrissi");
    Gegevens company;
    company.wie = Organisatie{"Bakkerij Van Loon"};
    CHECK(volledige_naam(company) == "Bakkerij Van Loon");
    CHECK(soort(company) == SoortPartij::organisatie);
}

TEST_CASE("good data has no problems and is its own normal form") {
    CHECK(first_problem(fatima()).empty());
    CHECK(normalised(fatima(), today) == fatima());
}

TEST_CASE("a wrong field is named by its path, with what to do about it") {
    struct Row {
        const char* problem;
        void (*spoil)(Gegevens&);
    };
    const Row rows[] = {
        {"naam partij.leeg", [](Gegevens& g) { g = Gegevens{}; }},
        {"contactnaam.voorletters fout.veld.te_lang", [](Gegevens& g) { std::get<Persoon>(g.wie).naam.voorletters = "A.B.C.D.E.F."; }},
        {"geboortedatum partij.geboortedatum.fout", [](Gegevens& g) { std::get<Persoon>(g.wie).geboortedatum = Geboortedatum{2027, 1, 1}; }},
        {"bezoekadres.postcode partij.postcode.fout", [](Gegevens& g) { g.bezoekadres->postcode = "39999"; }},
        {"bezoekadres.huisnummer partij.huisnummer.fout", [](Gegevens& g) { g.bezoekadres->huisnummer = 0; }},
        {"digitale_adressen.0.adres partij.telefoonnummer.fout", [](Gegevens& g) { g.digitale_adressen[0].adres = "112"; }},
        {"digitale_adressen.0.adres fout.veld.verplicht", [](Gegevens& g) { g.digitale_adressen[0].adres = ""; }},
        {"identificatoren.0.object_id partij.bsn.fout", [](Gegevens& g) { g.identificatoren[0].object_id = "999990018"; }},
        {"identificatoren.0.code_register partij.register.fout", [](Gegevens& g) { g.identificatoren[0].code_register = "hr"; }},
        {"identificatoren.1.code_soort_object_id partij.identificator.dubbel", [](Gegevens& g) { g.identificatoren.push_back(make_identificator(soort_bsn, "123456782")); }},
        {"voorkeuren.taal partij.taal.fout", [](Gegevens& g) { g.voorkeuren.taal = "nl"; }},
        {"rekeningnummers.0.iban partij.iban.fout", [](Gegevens& g) { g.rekeningnummers.push_back({{}, "NL91ABNA0417164301", ""}); }},
        {"interne_notitie fout.veld.te_lang", [](Gegevens& g) { g.interne_notitie = std::string(1001, 'a'); }},
        {"interne_notitie fout.veld.tekens", [](Gegevens& g) { g.interne_notitie = "\xc3\x28"; }},
        {"afspraken.0.bekijk_datum fout.veld.einde_voor_begin", [](Gegevens& g) { g.afspraken.push_back({{}, "Bel na 15.00 uur", today, today - days(1)}); }},
    };
    for (const Row& row : rows) {
        Gegevens gegevens = fatima();
        row.spoil(gegevens);
        CAPTURE(std::string(row.problem));
        CHECK(first_problem(gegevens) == std::string(row.problem));
    }
    Gegevens bank = fatima();
    bank.rekeningnummers = {{{}, "nl91 abna 0417 1643 00", ""}};
    CHECK(first_problem(normalised(bank, today)).empty());
}

TEST_CASE("of two standard numbers only the first stays standard, of each kind") {
    Gegevens gegevens = fatima();
    DigitaalAdres mail;
    mail.soort = SoortDigitaalAdres::email;
    mail.adres = "f@voorbeeld.example";
    mail.is_standaard = true;
    gegevens.digitale_adressen.push_back(gegevens.digitale_adressen[0]);
    gegevens.digitale_adressen.push_back(mail);
    const Gegevens normal = normalised(gegevens, today);
    CHECK(normal.digitale_adressen[0].is_standaard);
    CHECK_FALSE(normal.digitale_adressen[1].is_standaard);
    CHECK(normal.digitale_adressen[2].is_standaard);
}

TEST_CASE("what changed is told field by field") {
    Gegevens after = fatima();
    std::get<Persoon>(after.wie).naam.achternaam = "Jansen";
    after.bezoekadres.reset();
    after.interne_notitie = "nieuw";
    const auto changes = verschillen(fatima(), after);
    CHECK(std::find(changes.begin(), changes.end(), Verschil{"contactnaam.achternaam", "Idrissi", "Jansen"}) != changes.end());
    CHECK(std::find(changes.begin(), changes.end(), Verschil{"bezoekadres.postcode", "3999AB", ""}) != changes.end());
    CHECK(std::find(changes.begin(), changes.end(), Verschil{"interne_notitie", "", "nieuw"}) != changes.end());
    CHECK(verschillen(fatima(), fatima()).empty());
}

TEST_CASE("a limited view has no address and only masked numbers") {
    Partij partij;
    partij.gegevens = fatima();
    const Partij seen = beperkt(partij);
    CHECK_FALSE(seen.gegevens.bezoekadres);
    CHECK(seen.gegevens.digitale_adressen[0].adres == "06 •••• ••78");
    CHECK(seen.gegevens.identificatoren[0].object_id == "•••••• 019");
    CHECK(volledige_naam(seen.gegevens) == "Fatima El Idrissi");
}

TEST_CASE("a hit of a warned person tells the name and the warning only") {
    Partij partij;
    partij.gegevens = fatima();
    CHECK(treffer_of(partij).geboortedatum == Geboortedatum{1984, 3, 14});
    partij.gegevens.indicaties.geheimhouding = true;
    CHECK_FALSE(treffer_of(partij).geboortedatum);
    CHECK(treffer_of(partij).waarschuwingen == std::vector{Waarschuwing::geheimhouding});
    partij.gegevens.indicaties.geheimhouding = false;
    CHECK(treffer_of(partij).waarschuwingen.empty());
}

TEST_CASE("answers to control questions are judged against what is stored") {
    struct Row {
        const char* vraag;
        const char* gegeven;
        Oordeel oordeel;
    };
    const Row rows[] = {
        {"geboortedatum", "14 maart 1984", Oordeel::goed}, {"geboortedatum", "15-3-1984", Oordeel::fout}, {"geboortedatum", "", Oordeel::overgeslagen},
        {"postcode_huisnummer", "3999 ab 18", Oordeel::goed}, {"postcode_huisnummer", "3999AB, 18-2", Oordeel::goed}, {"postcode_huisnummer", "3999AB 1", Oordeel::fout},
        {"postcode_huisnummer", "3999AB", Oordeel::fout}, {"telefoonnummer", "+31 6 12345678", Oordeel::goed}, {"telefoonnummer", "112", Oordeel::fout},
        {"email", "a@b.nl", Oordeel::overgeslagen}, {"bsn_einde", "019", Oordeel::goed}, {"bsn_einde", "19", Oordeel::fout}, {"bsn_einde", "018", Oordeel::fout},
        {"laatste_contact", "over de kapvergunning", Oordeel::overgeslagen},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.vraag));
        CAPTURE(std::string(row.gegeven));
        CHECK(beoordeel(fatima(), {row.vraag, row.gegeven, Oordeel::overgeslagen}, today) == row.oordeel);
    }
    // What the program can compare, an employee cannot wave through.
    CHECK(beoordeel(fatima(), {"geboortedatum", "", Oordeel::goed}, today) == Oordeel::overgeslagen);
    CHECK(beoordeel(fatima(), {"email", "", Oordeel::goed}, today) == Oordeel::overgeslagen);
    CHECK(beoordeel(fatima(), {"laatste_contact", "", Oordeel::goed}, today) == Oordeel::goed);
}

TEST_CASE("one wrong answer fails an identification, whatever else was right") {
    CHECK(is_geslaagd({{"a", Oordeel::goed}, {"b", Oordeel::goed}, {"c", Oordeel::overgeslagen}}, 2));
    CHECK_FALSE(is_geslaagd({{"a", Oordeel::goed}, {"b", Oordeel::goed}, {"c", Oordeel::fout}}, 2));
    CHECK_FALSE(is_geslaagd({{"a", Oordeel::goed}}, 2));
}

TEST_CASE("a choice of control questions can be asked") {
    CHECK(problems(shipped_controlevragen()).empty());
    Controlevragen none;
    CHECK_FALSE(problems(none).empty());
    Controlevragen own;
    own.vragen = {{"huisdier", 1, ""}};
    own.aantal_goed = 1;
    CHECK(problems(own).front().field == "vragen.0.tekst");
    own.vragen[0].tekst = "Hoe heet uw huisdier?";
    CHECK(problems(own).empty());
    own.aantal_goed = 2;
    CHECK(problems(own).front().field == "aantal_goed");
}

}  // namespace dichtbij::partij::partij_test
