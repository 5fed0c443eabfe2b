#pragma once
// What the cases of the demo year are about, as data: how often, in which season, who asks, what is typed and
// how it ends. Nobody in it exists.

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "app/demo_inhoud.h"

namespace dichtbij::app::demo {

struct Zaakkanalen {  // weights
    int formulier = 6, balie = 1, telefoon = 1, email = 1, brief = 0;
};

struct Zaakuitslag {
    std::string_view resultaat;  // code of the case type
    int gewicht = 1;
    std::string_view besluit;    // what is decided, in one sentence
    std::string_view reden;
};

struct Zaakinhoud {
    std::string_view zaaktype;
    int gewicht = 1;             // how many a year, of all together
    Seizoen seizoen{};
    Vrager vrager = Vrager::iedereen;
    Zaakkanalen kanalen;
    std::string_view vaardigheid;  // of who usually gets it
    std::string_view adviseur;     // mail name of who gives internal advice; empty: in the team
    int vlot = 70;                 // percent of the service norm that it usually takes
    std::vector<std::string_view> titels;
    std::vector<std::string_view> toelichtingen;
    std::vector<std::string_view> vragen;
    std::vector<std::pair<std::string_view, std::string_view>> antwoorden;  // eigenschap: text, or "low-high" of a number
    std::vector<Zaakuitslag> uitslagen;
};
std::span<const Zaakinhoud> zaakinhouden();

// By team; put together by zaakinhouden().
const std::vector<Zaakinhoud>& zaken_van_wonen();
const std::vector<Zaakinhoud>& zaken_van_samenleving();
const std::vector<Zaakinhoud>& zaken_van_burgerzaken();
const std::vector<Zaakinhoud>& zaken_van_overig();

// What is written in cases of any kind.
struct Zaakwerkteksten {
    std::vector<std::string_view> adviezen, adviezen_negatief, akkoorden, antwoorden_aanvrager, redenen_opschorten, redenen_verlengen, redenen_verzetten,
        redenen_verzetten_weer, intrekkingen, ingebrekestellingen, notities, doorgeven, heropend, machtigingen, vragen, toelichting_status;
};
const Zaakwerkteksten& zaakwerkteksten();

}  // namespace dichtbij::app::demo
