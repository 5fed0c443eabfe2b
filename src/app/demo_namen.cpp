// Names that are common in the Netherlands, put together by chance: none of it is a person.
#include "app/demo_inhoud.h"

namespace dichtbij::app::demo {
namespace {

constexpr std::string_view vrouwen[] = {
    "Anna", "Maria", "Johanna", "Fatima", "Emma", "Sophie", "Julia", "Lisa", "Eva", "Sara", "Noor", "Tess", "Fleur", "Lotte", "Sanne", "Femke", "Ingrid", "Monique",
    "Petra", "Marjan", "Wilma", "Ans", "Truus", "Greet", "Riet", "Corrie", "Bep", "Hennie", "Janny", "Tineke", "Ria", "Willy", "Gerda", "Nel", "Joke", "Annie", "Yvonne",
    "Brigitte", "Esther", "Mirjam", "Naomi", "Chantal", "Danielle", "Patricia", "Saskia", "Astrid", "Carla", "Agnieszka", "Katarzyna", "Magdalena", "Ewa", "Aylin",
    "Zeynep", "Elif", "Şükran", "Hatice", "Emine", "Merve", "Khadija", "Naima", "Samira", "Hafsa", "Amina", "Yasmina", "Rachida", "Shanti", "Indira", "Farah", "Layla",
    "Maryam", "Zahra", "Selam", "Mebrat", "Oksana", "Olena", "Iryna", "Daria", "Ngozi", "Grace", "Rachel", "Emily", "Sofía", "Lucía", "Thi Lan", "Mei Ling", "Ayşe",
    "Roos", "Evi", "Saar", "Mila", "Nina", "Isa", "Liv", "Jet", "Guusje", "Renske", "Maaike", "Hilde", "Wendy", "Kim", "Daniëlle", "Zoë", "Chloé", "Loïs",
};
constexpr std::string_view mannen[] = {
    "Jan", "Piet", "Kees", "Henk", "Wim", "Gerard", "Cor", "Ab", "Arie", "Bert", "Frans", "Harry", "Hans", "Johan", "Peter", "Rob", "Ruud", "Theo", "Ton", "Willem",
    "Jan-Willem", "Hendrik", "Gerrit", "Dirk", "Klaas", "Sjoerd", "Wouter", "Jeroen", "Martijn", "Bas", "Tim", "Daan", "Sem", "Lucas", "Finn", "Thijs", "Bram", "Ruben",
    "Joris", "Niels", "Rik", "Sander", "Dennis", "Kevin", "Mark", "Marco", "Edwin", "Patrick", "Ronald", "Mohamed", "Ahmed", "Youssef", "Bilal", "Hamza", "Rachid", "Said",
    "Omar", "Ibrahim", "Mustafa", "Mehmet", "Emre", "Murat", "Hasan", "Yusuf", "Ömer", "Serkan", "Piotr", "Krzysztof", "Tomasz", "Marek", "Andrzej", "Rajesh", "Anil", "Winston",
    "Clyde", "Glenn", "Jayden", "Milan", "Levi", "Noah", "Luuk", "Stijn", "Koen", "Gijs", "Teun", "Ali", "Reza", "Hassan", "Abdi", "Tesfay", "Dawit", "Oleksandr", "Mykola",
    "Dmytro", "David", "Michael", "James", "Carlos", "José", "André", "René", "Xander", "Chidi", "Minh", "Wei",
};
constexpr Achternaam familie[] = {
    {"de", "Jong"}, {"", "Jansen"}, {"de", "Vries"}, {"van den", "Berg"}, {"van", "Dijk"}, {"", "Bakker"}, {"", "Janssen"}, {"", "Visser"}, {"", "Smit"}, {"", "Meijer"},
    {"de", "Boer"}, {"", "Mulder"}, {"de", "Groot"}, {"", "Bos"}, {"", "Vos"}, {"", "Peters"}, {"", "Hendriks"}, {"van", "Leeuwen"}, {"", "Dekker"}, {"", "Brouwer"},
    {"de", "Wit"}, {"", "Dijkstra"}, {"", "Smits"}, {"de", "Graaf"}, {"van der", "Meer"}, {"van der", "Linden"}, {"", "Kok"}, {"", "Jacobs"}, {"de", "Haan"}, {"", "Vermeulen"},
    {"van den", "Heuvel"}, {"van der", "Veen"}, {"van den", "Broek"}, {"de", "Bruijn"}, {"de", "Bruin"}, {"van der", "Heijden"}, {"", "Schouten"}, {"van", "Beek"}, {"", "Willems"},
    {"van", "Vliet"}, {"van de", "Ven"}, {"", "Hoekstra"}, {"", "Maas"}, {"", "Verhoeven"}, {"", "Koster"}, {"van", "Dam"}, {"van der", "Wal"}, {"", "Prins"}, {"", "Blom"},
    {"", "Huisman"}, {"", "Peeters"}, {"de", "Jonge"}, {"", "Kuipers"}, {"van", "Veen"}, {"", "Post"}, {"", "Kramer"}, {"van den", "Brink"}, {"", "Scholten"}, {"van", "Wijk"},
    {"", "Postma"}, {"", "Martens"}, {"", "Vink"}, {"de", "Ruiter"}, {"", "Timmermans"}, {"", "Groen"}, {"", "Gerritsen"}, {"", "Jonker"}, {"van", "Loon"}, {"", "Boer"},
    {"van der", "Velde"}, {"", "Willemsen"}, {"", "Smeets"}, {"de", "Lange"}, {"de", "Vos"}, {"van", "Dongen"}, {"", "Schipper"}, {"de", "Koning"}, {"van der", "Laan"}, {"", "Koning"},
    {"", "Driessen"}, {"van", "Doorn"}, {"", "Hermans"}, {"", "Evers"}, {"van den", "Bosch"}, {"van der", "Meulen"}, {"", "Hofman"}, {"", "Bosman"}, {"", "Wolters"}, {"", "Sanders"},
    {"van", "Dalen"}, {"", "Ruyssenaars"}, {"", "Groenewegen"}, {"", "Oosterhuis"}, {"", "Nieuwenhuizen"}, {"", "Pronk"}, {"", "Zijlstra"}, {"", "Wiersma"}, {"", "Terpstra"}, {"", "Feenstra"},
    {"ten", "Brinke"}, {"ter", "Horst"}, {"in 't", "Veld"}, {"van 't", "Hof"}, {"op den", "Kamp"}, {"", "Yılmaz"}, {"", "Kaya"}, {"", "Demir"}, {"", "Çelik"}, {"", "Öztürk"},
    {"", "Şahin"}, {"", "Aydın"}, {"", "Arslan"}, {"", "Doğan"}, {"", "Kılıç"}, {"", "Mohamed"}, {"", "Ahmed"}, {"", "Ali"}, {"", "Hassan"}, {"", "Abdi"}, {"El", "Idrissi"}, {"El", "Amrani"},
    {"", "Bakkali"}, {"", "Benali"}, {"", "Haddou"}, {"", "Bouzid"}, {"Ait", "Ouarab"}, {"", "Singh"}, {"", "Ramdin"}, {"", "Mohan"}, {"", "Ramsaran"}, {"", "Jagroep"}, {"", "Pinas"},
    {"", "Tjon-A-Fat"}, {"", "Kartowidjojo"}, {"", "Martina"}, {"", "Croes"}, {"", "Nguyen"}, {"", "Tran"}, {"", "Chen"}, {"", "Wong"}, {"", "Nowak"}, {"", "Kowalski"}, {"", "Wiśniewski"},
    {"", "Wójcik"}, {"", "Kamiński"}, {"", "Shevchenko"}, {"", "Bondarenko"}, {"", "Tesfamariam"}, {"", "Haile"}, {"", "Al-Masri"}, {"", "Haddad"}, {"", "Hosseini"}, {"", "Rahimi"},
    {"", "Osman"}, {"", "Warsame"}, {"", "Okafor"}, {"", "Silva"}, {"", "Fernandes"}, {"", "García"}, {"", "Rossi"}, {"", "Schmidt"}, {"", "Müller"}, {"", "O’Neill"}, {"", "Smith"},
    {"", "Tuinstra"}, {"", "Lubbers"}, {"", "Haverkamp"}, {"", "Oude Luttikhuis"}, {"", "Knol"}, {"", "Wassenaar"}, {"", "Veldhuis"}, {"", "Kamphuis"}, {"", "Bouwman"}, {"", "Snijders"},
};
constexpr std::string_view zaken[] = {
    "Bakkerij {achternaam}", "Aannemersbedrijf {achternaam} bv", "Eetcafé ’t Veer", "Autobedrijf {achternaam}", "Kapsalon {voornaam}", "Schildersbedrijf {achternaam}",
    "Restaurant De {dier}", "Fietsenwinkel {achternaam}", "{achternaam} & Zn. Installatietechniek", "Kwekerij De {dier}hof", "Cafetaria ’t Hoekje", "Hoveniersbedrijf {achternaam}",
    "Administratiekantoor {achternaam}", "{plaats}se Slijterij", "Camping De {dier}", "Makelaardij {achternaam}", "Bouwbedrijf {plaats} bv", "Transportbedrijf {achternaam}",
    "Loodgietersbedrijf {achternaam}", "Bloemsierkunst {voornaam}", "Kinderopvang De {dier}tjes", "Slagerij {achternaam}", "Webwinkel {voornaam} Wonen", "Sportschool {plaats}",
    "{achternaam} Advies", "Maatschap {achternaam}-{achternaam2}", "Stukadoorsbedrijf {achternaam}", "Pizzeria {voornaam}", "Dierenartspraktijk {plaats}", "Taxi {plaats}",
    "Schoonmaakbedrijf {achternaam}", "Tandartspraktijk {straat}", "Fysiotherapie {plaats}", "Architectenbureau {achternaam}", "Drukkerij {achternaam}", "Handelsonderneming {achternaam}",
};
constexpr std::string_view clubs[] = {
    "Dorpsraad {plaats}", "Stichting Oud-{plaats}", "VvE {straat}", "Voetbalvereniging {plaats}", "Muziekvereniging Eendracht {plaats}", "Buurtvereniging {straat}",
    "Stichting Speeltuin {straat}", "Tennisclub {plaats}", "Woonstichting {gemeente}", "Basisschool De {dier}", "Huurdersvereniging {plaats}", "Scouting {plaats}",
    "Ondernemersvereniging {plaats}", "Stichting Kermis {plaats}", "Zorgboerderij De {dier}", "Bewindvoering {achternaam}",
};

}  // namespace

std::span<const std::string_view> vrouwennamen() { return vrouwen; }
std::span<const std::string_view> mannennamen() { return mannen; }
std::span<const Achternaam> achternamen() { return familie; }
std::span<const std::string_view> bedrijfsnamen() { return zaken; }
std::span<const std::string_view> verenigingen() { return clubs; }

}  // namespace dichtbij::app::demo
