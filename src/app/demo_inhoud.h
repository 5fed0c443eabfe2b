#pragma once
// What the demo year is made of, as data: two fictional gemeenten, the people who work for them, what
// residents ask and how that is answered. Nobody in it exists.

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace dichtbij::app::demo {

struct Straat {
    std::string_view naam;
    std::string_view letters;  // of the postcode
    int hoogste_nummer = 60;
};

struct Kern {  // a village or neighbourhood
    std::string_view naam;
    int gewicht = 1;           // how many of the inhabitants live there, of all kernen together
    std::string_view cijfers;  // of the postcode
    std::span<const Straat> straten;
};

struct GemeenteInhoud {
    std::string_view code;
    std::string_view naam;
    int inwoners = 0;
    std::string_view telefoon, email, adres, website;
    std::span<const Kern> kernen;
};
std::span<const GemeenteInhoud> gemeenten();  // the larger first

struct TeamInhoud {
    std::string_view code;
    std::string_view naam;
    std::string_view afdeling;
    std::string_view domein;
    std::string_view leider;      // e-mail name of an employee
    bool is_kcc = false;
};
std::span<const std::string_view> afdelingen();
std::span<const TeamInhoud> teams();

// What someone may do, beside the team he works in.
enum class Functierol { medewerker, teamleider, manager, beheerder };

struct MedewerkerInhoud {
    std::string_view naam;
    std::string_view functie;
    std::string_view team;         // code; empty: manager or administrator of the whole
    int werkdagen = 0x1f;          // bit 0 is Monday
    std::string_view vaardigheden = {};  // separated by a comma
    Functierol rol = Functierol::medewerker;
    std::string_view vervanger = {};     // e-mail name
};
std::span<const MedewerkerInhoud> medewerkers();
std::string_view mail_domain();

// Who asks: bends which residents a subject draws.
enum class Vrager { iedereen, bedrijf, oudere, ouder, jongere };

// How strongly each channel is used; see kanaal_gewichten.
enum class Kanaalsoort { gewoon, loket, buiten, geld, zorg, zakelijk };

using Seizoen = std::array<int, 12>;  // percent of an even year, January first

struct OnderwerpInhoud {
    std::string_view code;
    std::string_view naam;
    std::string_view team;
    std::string_view product;      // name of the product; empty: none
    std::string_view upl;          // its term in the Uniforme Productnamenlijst, as it stands in the URI
    int niveau = 2;                // who can answer it: 1 anyone at the desk, 5 a specialist
    std::string_view domein;
    std::string_view trefwoorden;
    int gewicht = 10;              // how often it is asked
    Seizoen seizoen;
    int direct = 70;               // of a hundred, answered at once by telephone
    Kanaalsoort kanalen = Kanaalsoort::gewoon;
    Vrager vrager = Vrager::iedereen;
};
std::span<const OnderwerpInhoud> onderwerpen();

struct Kanaalgewicht {
    std::string_view kanaal;
    int gewicht = 0;
};
std::span<const Kanaalgewicht> kanaal_gewichten(Kanaalsoort);

// A row of the routing table: where what goes. Empty conditions hold always.
struct RegelInhoud {
    std::string_view naam;
    std::string_view onderwerp;    // code
    std::string_view kanaal;
    std::string_view taal;
    std::string_view vaardigheid;  // what the answer asks for
    std::string_view team;         // the target, or
    std::string_view medewerker;   // e-mail name, or
    std::string_view doel_vaardigheid;  // who has it in `team`
};
std::span<const RegelInhoud> regels();

// Texts hold [one|or another] and {names} that are filled in; see demo_tekst.h.
struct Teksten {
    std::string_view onderwerp;              // code
    std::vector<std::string_view> titels;
    std::vector<std::string_view> vragen;    // what an employee notes
    std::vector<std::string_view> berichten; // what a resident writes
    std::vector<std::string_view> antwoorden;
};
const Teksten& teksten(std::string_view onderwerp);  // CHECKs that there are any

// One text with the titles and answers of its subject that fit it best: those that share most words with it,
// all answers when none does, no title when none does.
struct Vraagtekst {
    std::string_view tekst;
    std::vector<std::string_view> titels;
    std::vector<std::string_view> antwoorden;
};
struct Vraagteksten {
    std::vector<Vraagtekst> vragen, berichten;
};
const Vraagteksten& vraagteksten(std::string_view onderwerp);  // CHECKs that there are any

// By team; put together by teksten().
const std::vector<Teksten>& teksten_burgerzaken();
const std::vector<Teksten>& teksten_wonen();
const std::vector<Teksten>& teksten_belastingen();
const std::vector<Teksten>& teksten_openbare_ruimte();
const std::vector<Teksten>& teksten_samenleving();
const std::vector<Teksten>& teksten_overig();

// What colleagues write to each other, whatever the subject.
struct Werkteksten {
    std::vector<std::string_view> notities, redenen_doorgeven, redenen_verzetten, berichten_verzetten, vragen_collega,
        antwoorden_collega, verwezen_naar, niet_bereikt, ingetrokken, wachten, heropend, voorkeurstijden, engelse_vragen, afspraken;
};
const Werkteksten& werkteksten();

// Names of people who do not exist.
struct Achternaam {
    std::string_view voorvoegsel;
    std::string_view naam;
};
std::span<const std::string_view> vrouwennamen();
std::span<const std::string_view> mannennamen();
std::span<const Achternaam> achternamen();
std::span<const std::string_view> bedrijfsnamen();  // hold {naam}, {plaats} or {straat}
std::span<const std::string_view> verenigingen();

}  // namespace dichtbij::app::demo
