// Cases about care, youth, income and school.
#include "app/demo_zaken_inhoud.h"

namespace dichtbij::app::demo {
namespace {

constexpr Seizoen vlak{100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100};
constexpr Seizoen winter{140, 120, 105, 95, 85, 80, 70, 75, 95, 105, 115, 115};
constexpr Seizoen school{60, 70, 80, 90, 150, 220, 160, 130, 80, 60, 50, 50};
constexpr Seizoen jeugdjaar{105, 105, 115, 100, 100, 100, 60, 50, 105, 120, 130, 110};
constexpr auto oudere = Vrager::oudere, ouder = Vrager::ouder, iedereen = Vrager::iedereen;

}  // namespace

const std::vector<Zaakinhoud>& zaken_van_samenleving() {
    static const std::vector<Zaakinhoud> alle{
        {"wmo-huishoudelijke-hulp", 180, winter, oudere, {3, 1, 5, 0, 1}, "huishoudelijke hulp", "", 90,
         {"Hulp bij het huishouden", "Hulp in huis na ziekenhuisopname", "Meer uren hulp in huis"},
         {"{Wie} kan na een heupoperatie niet meer stofzuigen en bedden opmaken.", "De dochter hielp altijd, maar die is verhuisd.", "Er is nu twee uur hulp per week. Dat is te weinig geworden.", ""},
         {"Wilt u laten weten wanneer wij bij u thuis kunnen komen voor een gesprek?", "Klopt het verslag van het gesprek? Wilt u het tekenen en terugsturen?"},
         {{"wat-lukt-niet", "[Stofzuigen, ramen lappen en het bed opmaken.|Zware boodschappen en de badkamer schoonmaken.|Bijna alles waarvoor ik moet bukken.]"}, {"helpt-nu", "[Mijn dochter, een keer per week|De buurvrouw doet boodschappen|Niemand]"}},
         {{"toegekend", 70, "U krijgt hulp bij het huishouden, [twee|drie] uur per week.", "U kunt het zware werk in huis niet zelf doen en er is niemand die het kan overnemen."},
          {"deels-toegekend", 16, "U krijgt [anderhalf|twee] uur hulp per week, minder dan u vroeg.", "Een deel van het werk kan uw huisgenoot doen."}, {"afgewezen", 8, "U krijgt geen hulp bij het huishouden.", "Uw huisgenoot kan het huishouden doen."}}},
        {"wmo-hulpmiddel-woningaanpassing", 90, vlak, oudere, {3, 1, 5, 0, 1}, "hulpmiddelen", "margriet.tromp", 100,
         {"[Traplift|Scootmobiel|Rolstoel]", "Aanpassing van de badkamer", "Drempels weg en beugels in het toilet"},
         {"Traplopen gaat sinds de beroerte niet meer.", "{Wie} slaapt nu beneden in de woonkamer.", ""}, {"Wilt u de brief van de huisarts of fysiotherapeut sturen?", "Is de verhuurder akkoord met de aanpassing?"},
         {{"wat-is-moeilijk", "[De trap op en af|In en uit bad stappen|Buiten meer dan honderd meter lopen]"}},
         {{"toegekend", 72, "U krijgt [het hulpmiddel|de aanpassing].", "Zonder dit kunt u niet veilig in uw huis blijven wonen."}, {"deels-toegekend", 12, "U krijgt een eenvoudigere oplossing dan u vroeg.", "Met beugels en een douchestoel kunt u veilig douchen."},
          {"afgewezen", 10, "U krijgt het hulpmiddel niet.", "U kunt dit lenen bij de thuiszorgwinkel."}}},
        {"gehandicaptenparkeerkaart", 100, vlak, oudere, {5, 3, 1, 0, 1}, "vervoer", "", 90,
         {"Gehandicaptenparkeerkaart", "Verlenging van de parkeerkaart", "Parkeerkaart als passagier"}, {"De oude kaart verloopt over twee maanden.", "{Wie} kan met de rollator nog maar een klein stuk lopen.", ""},
         {"Wilt u een recente pasfoto sturen?", "Mogen wij gegevens opvragen bij uw huisarts? Wilt u het formulier tekenen?"}, {{"loopafstand", "20-200"}},
         {{"verleend", 78, "U krijgt de gehandicaptenparkeerkaart.", "De keuringsarts vindt dat u minder dan honderd meter kunt lopen."}, {"geweigerd", 14, "U krijgt de kaart niet.", "De keuringsarts vindt dat u met een hulpmiddel meer dan honderd meter kunt lopen."},
          {"niet-behandeld", 4, "Wij behandelen uw aanvraag niet.", "De medische gegevens hebben wij niet gekregen."}}},
        {"jeugdhulp", 90, jeugdjaar, ouder, {4, 0, 5, 1, 0}, "jeugdhulp", "", 95,
         {"Hulp voor [een kind|een zoon|een dochter]", "Begeleiding thuis en op school", "Onderzoek en behandeling na verwijzing"}, {"Op school gaat het al maanden niet goed.", "De huisarts raadt begeleiding aan.", ""},
         {"Mogen wij met de school overleggen? Wilt u het formulier tekenen?", "Wanneer kunnen wij samen een plan maken?"},
         {{"zorgen", "[Veel ruzie thuis en slecht slapen.|Durft niet meer naar school.|Kan zich niet concentreren, ook niet bij huiswerk.]"}, {"leeftijd-kind", "5-17"}},
         {{"toegekend", 72, "Uw kind krijgt begeleiding.", "Met begeleiding thuis en op school kan uw kind weer meedoen."}, {"andere-hulp", 16, "Uw kind krijgt andere hulp dan u vroeg.", "Een groepstraining past beter bij wat er nu speelt."},
          {"afgewezen", 6, "Uw kind krijgt geen jeugdhulp van ons.", "De school kan deze begeleiding zelf geven."}}},
        {"leerlingenvervoer", 56, school, ouder, {8, 0, 1, 1, 0}, "leerlingenvervoer", "", 80,
         {"Vervoer naar [de Korenbloem|het speciaal onderwijs|de Wegwijzer]", "Vervoer met begeleiding naar school"}, {"De school is te ver om te fietsen.", ""}, {"Wilt u de verklaring van de school sturen?"},
         {{"eerste-schooldag", "20-120"}, {"naam-school", "[De Korenbloem|De Wegwijzer|Het Palet]"}}, {{"taxi", 60, "Uw kind gaat met de taxi naar school.", "Uw kind kan niet zelfstandig reizen."},
          {"vergoeding", 26, "U krijgt een vergoeding voor het vervoer.", "Met het openbaar vervoer en begeleiding is de school bereikbaar."}, {"afgewezen", 10, "U krijgt geen vervoer naar school.", "Er is een passende school binnen zes kilometer."}}},
        {"bijstandsuitkering", 130, winter, iedereen, {7, 2, 2, 0, 0}, "bijstand", "", 85,
         {"Bijstand na einde van de WW", "Bijstand na scheiding", "Aanvraag bijstandsuitkering", "Aanvulling op inkomen uit deeltijdwerk"}, {"De WW stopt aan het eind van de maand.", "Sinds de scheiding is er geen inkomen.", ""},
         {"Wilt u de bankafschriften van de laatste drie maanden sturen?", "Wilt u het huurcontract en de laatste loonstrook sturen?", "Hoe heeft u de afgelopen maanden geleefd?"}, {{"inkomen-nu", "0-900"}, {"spaargeld", "0-6500"}},
         {{"toegekend", 70, "U krijgt een bijstandsuitkering.", "Uw inkomen en vermogen zijn lager dan de norm."}, {"afgewezen", 16, "U krijgt geen bijstandsuitkering.", "Uw [vermogen|inkomen] is hoger dan mag."}, {"niet-behandeld", 8, "Wij behandelen uw aanvraag niet.", "De papieren die wij vroegen hebben wij niet gekregen."}}},
        {"bijzondere-bijstand", 150, winter, iedereen, {7, 2, 2, 0, 0}, "bijzondere bijstand", "", 80,
         {"Kosten van [een bril|een koelkast|een wasmachine]", "[Tandarts|Orthodontist] van een kind", "Eigen bijdrage rechtshulp", "Inrichting van de eerste woning"}, {"De oude is kapot en niet meer te maken.", ""}, {"Wilt u een offerte of rekening sturen?"},
         {{"soort-kosten", "[bril|koelkast|wasmachine|tandarts|rechtshulp]"}, {"bedrag", "90-1450"}},
         {{"toegekend", 64, "U krijgt de kosten vergoed.", "De kosten zijn nodig en u kunt ze niet zelf betalen."}, {"deels-toegekend", 18, "U krijgt een deel van de kosten vergoed.", "Wij vergoeden de goedkoopste oplossing die goed genoeg is."},
          {"afgewezen", 14, "U krijgt deze kosten niet vergoed.", "Uw verzekering vergoedt deze kosten."}}},
        {"schuldhulp", 60, winter, iedereen, {4, 1, 5, 0, 0}, "schuldhulp", "", 95,
         {"Hulp bij schulden", "Achterstand bij huur en energie", "Schulden na faillissement van eigen zaak"}, {"Er komt een deurwaarder.", ""}, {"Wilt u alle brieven van schuldeisers meenemen of sturen?"},
         {{"aantal-schulden", "3-19"}, {"bereikbaar", "[na 17.00 uur|overdag|het liefst per e-mail]"}},
         {{"toegekend", 74, "U krijgt hulp bij uw schulden.", "Wij maken met u een plan en vragen uitstel aan de bedrijven."}, {"doorverwezen", 14, "U krijgt hulp van [de kredietbank|een vrijwilliger van het maatjesproject].", "Uw schulden zijn te overzien. Deze hulp past daar beter bij."},
          {"afgewezen", 6, "U krijgt geen schuldhulp van ons.", "U heeft kort geleden al een traject gehad dat u zelf stopte."}}},
    };
    return alle;
}

}  // namespace dichtbij::app::demo
