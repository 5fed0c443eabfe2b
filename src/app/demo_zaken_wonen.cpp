// Cases about trees, building, parking, entertainment and the street.
#include "app/demo_zaken_inhoud.h"

namespace dichtbij::app::demo {
namespace {

constexpr Seizoen vlak{100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100};
constexpr Seizoen najaar{85, 80, 70, 45, 35, 35, 40, 70, 170, 230, 200, 140};
constexpr Seizoen voorjaar{80, 110, 150, 150, 130, 100, 70, 60, 100, 95, 80, 60};
constexpr Seizoen feesten{110, 170, 210, 190, 130, 90, 60, 50, 60, 55, 45, 40};
constexpr Seizoen terras{60, 150, 260, 220, 140, 90, 50, 40, 40, 40, 50, 50};
constexpr Seizoen verhuis{90, 85, 95, 100, 105, 115, 130, 140, 125, 100, 85, 75};
constexpr auto bedrijf = Vrager::bedrijf, oudere = Vrager::oudere, iedereen = Vrager::iedereen;

}  // namespace

const std::vector<Zaakinhoud>& zaken_van_wonen() {
    static const std::vector<Zaakinhoud> alle{
        {"kapvergunning", 160, najaar, iedereen, {8, 1, 1, 1, 0}, "kappen", "marit.olthof", 85,
         {"Kappen van een [beuk|berk|eik|es|esdoorn] aan de {straat}", "[Zieke|Dode] [es|kastanje|populier] in de voortuin, {straat}", "[Wilg|Den|Spar] te dicht op het huis, {straat}",
          "Drie coniferen in de achtertuin, {straat}"},
         {"De boom staat [heel dicht op de gevel|scheef sinds de storm] en ik ben bang voor schade.", "De takken vallen naar beneden. Een boomverzorger zei dat de boom niet meer te redden is.",
          "De wortels [drukken de tegels omhoog|zitten in het riool]. Wij willen een kleinere boom terugplanten.", ""},
         {"Wilt u ons een foto van de hele boom sturen, met het huis erop?", "Wilt u op een tekening aangeven waar de boom precies staat?", "Kunt u de brief van uw boomverzorger sturen?"},
         {{"aantal-bomen", "1-3"}, {"soort-boom", "[beuk|berk|eik|es|esdoorn|wilg|conifeer]"}},
         {{"verleend", 45, "U mag de boom kappen.", "De boom is niet beschermd en [ziek|onveilig]. De bomenadviseur heeft de boom bekeken."},
          {"verleend-herplant", 35, "U mag de boom kappen en plant een nieuwe boom terug.", "De boom bepaalt hier het beeld van de straat. Daarom vragen wij om een nieuwe boom voor [april|december]."},
          {"geweigerd", 14, "U mag de boom niet kappen.", "De boom is gezond en staat op de lijst van waardevolle bomen. Snoeien lost de overlast op."}}},
        {"omgevingsvergunning-bouwen", 100, voorjaar, iedereen, {8, 0, 0, 1, 0}, "bouwen", "noor.bakkali", 105,
         {"[Aanbouw|Uitbouw] aan de achterkant, {straat}", "Dakkapel aan de [voorkant|straatkant], {straat}", "[Schuur|Garage|Tuinhuis] op het erf, {straat}", "Verbouw van [winkel tot woning|schuur tot werkplaats], {straat}"},
         {"De tekeningen zijn gemaakt door [de aannemer|een architect]. De buren zijn akkoord.", "Wij willen graag [voor de zomer|na de bouwvak] beginnen.", ""},
         {"Wilt u een tekening met alle maten sturen?", "Wilt u de constructieberekening van de balk sturen?", "Welke kleur en welk materiaal krijgen de kozijnen?"},
         {{"bouwkosten", "8500-185000"}},
         {{"verleend", 74, "U mag bouwen volgens uw tekening.", "Het plan past in het omgevingsplan en de commissie vindt het uiterlijk goed."},
          {"geweigerd", 12, "U mag niet bouwen zoals u vroeg.", "Het plan is hoger dan het omgevingsplan toestaat. Met een lager dak kan het wel."},
          {"niet-behandeld", 6, "Wij behandelen uw aanvraag niet.", "De gegevens die wij vroegen hebben wij niet gekregen."}}},
        {"inrit-uitweg", 50, voorjaar, iedereen, {8, 1, 0, 1, 0}, "bouwen", "dennis.kraak", 80,
         {"Inrit naast het huis, {straat}", "Bredere inrit voor twee auto's, {straat}", "Inrit verplaatsen na verbouwing, {straat}"},
         {"Wij willen een laadpaal op eigen terrein.", "De stoep is nu te hoog voor de auto.", ""},
         {"Wilt u een foto van de stoep en het groen voor uw huis sturen?"}, {{"breedte", "3-6"}},
         {{"verleend", 72, "U mag de inrit maken.", "Er is genoeg ruimte en er verdwijnt geen openbare parkeerplaats."},
          {"verleend-anders", 14, "U mag een inrit maken, maar smaller dan u vroeg.", "Anders moet er een boom weg. Met drie meter past het wel."},
          {"geweigerd", 12, "U mag de inrit niet maken.", "De inrit komt uit op de bocht. Dat is gevaarlijk voor fietsers."}}},
        {"parkeervergunning-bewoners", 560, verhuis, iedereen, {9, 1, 1, 0, 0}, "parkeren", "", 60,
         {"Parkeervergunning {straat}", "Parkeervergunning voor een [nieuwe auto|auto van de zaak|deelauto], {straat}", "Tweede parkeervergunning, {straat}"},
         {"", "", "Wij zijn hier net komen wonen.", "De oude vergunning stond op een auto die verkocht is."},
         {"Wilt u het kentekenbewijs sturen, of een brief van uw werkgever?", "Op welke naam staat het leasecontract?"},
         {{"kenteken", "[G|H|K|L|N]-[412|538|661|907]-[BX|DT|FJ|RZ]"}},
         {{"verleend", 84, "U krijgt de parkeervergunning.", "U woont in het gebied en heeft geen eigen parkeerplek."},
          {"wachtlijst", 7, "U komt op de wachtlijst.", "In uw gebied zijn alle vergunningen uitgegeven."},
          {"geweigerd", 7, "U krijgt geen parkeervergunning.", "Bij uw woning hoort een eigen parkeerplek."}}},
        {"gehandicaptenparkeerplaats", 20, vlak, oudere, {5, 2, 2, 0, 1}, "parkeren", "dennis.kraak", 90,
         {"Parkeerplaats bij de woning, {straat}", "Eigen parkeerplek na verhuizing, {straat}"},
         {"In de straat is 's avonds geen plek vrij. Verder dan vijftig meter lopen lukt niet.", ""}, {"Wilt u een kopie van uw kaart sturen, voor- en achterkant?"},
         {{"kenteken-plek", "[R|S|T]-[118|250|377]-[GH|LN]"}, {"kaartnummer", "NL[0214|0488|0731][551|902]"}},
         {{"toegekend", 70, "U krijgt een eigen parkeerplaats bij uw huis.", "Uit de meting blijkt dat er vaak geen plek vrij is."},
          {"afgewezen", 20, "U krijgt geen eigen parkeerplaats.", "Op de meetdagen was er binnen vijftig meter steeds plek."}}},
        {"melding-openbare-ruimte", 300, vlak, iedereen, {6, 0, 3, 1, 0}, "straten", "", 75,
         {"[Losse|Verzakte] stoeptegels, {straat}", "Lantaarn uit bij {straat}", "[Grofvuil|Afval] naast de container, {straat}", "[Tak|Boom] hangt over het fietspad, {straat}", "Gat in het wegdek, {straat}"},
         {"Het is al een paar weken zo. Er is bijna iemand gevallen.", "Staat er elke maandag weer.", ""}, {"Aan welke kant van de straat is het precies?"},
         {{"omschrijving", "[Het ligt voor de deur van de buren.|Bij de brievenbus op de hoek.|Naast het speeltuintje.]"}},
         {{"opgelost", 78, "", ""}, {"ingepland", 12, "", ""}, {"doorgegeven", 5, "", ""}, {"niets-gevonden", 5, "", ""}}},
        {"evenementenvergunning", 120, feesten, bedrijf, {7, 0, 1, 2, 0}, "evenementen", "henk.jan.prins", 95,
         {"[Straatfeest|Buurtbarbecue|Zomermarkt] {straat}", "[Rommelmarkt|Braderie] in {plaats}", "[Muziekavond|Openluchtbioscoop] op het plein, {plaats}", "[Hardloopwedstrijd|Wielerronde] door {plaats}"},
         {"Net als vorig jaar, met de buren als vrijwilligers.", "Wij verwachten vooral bezoekers uit het dorp zelf.", ""},
         {"Wilt u een plattegrond sturen met de vrije route voor de brandweer?", "Wie regelt de verkeersregelaars?", "Hoe laat stopt de muziek?"},
         {{"eerste-dag", "35-160"}, {"naam-evenement", "[Zomerfeest|Dorpsdag|Buurtborrel|Muziek aan het water] {plaats}"}, {"aantal-bezoekers", "60-1800"}},
         {{"verleend", 82, "U mag het evenement houden.", "Politie, brandweer en wegbeheer zijn akkoord met uw plan."},
          {"geweigerd", 6, "U mag het evenement niet houden.", "Op die dag is er al een ander evenement op dezelfde plek."},
          {"niet-behandeld", 5, "Wij behandelen uw aanvraag niet.", "Het veiligheidsplan hebben wij niet gekregen."}}},
        {"exploitatievergunning-horeca", 16, vlak, bedrijf, {6, 1, 0, 2, 0}, "horeca", "", 95,
         {"Nieuwe [lunchroom|pizzeria|koffiebar] aan de {straat}", "Overname van het [eetcafé|restaurant] aan de {straat}"}, {"De huidige eigenaar stopt per 1 van de maand.", ""},
         {"Wilt u het ondertekende huurcontract sturen?"}, {{"naam-zaak", "[De Pont|Bij Noor|’t Hoekje|Zout & Peper]"}, {"openingstijden", "dinsdag tot en met zondag van [10|11|16] tot [18|22|23] uur"}},
         {{"verleend", 80, "U mag de zaak openen.", "Het onderzoek gaf geen bezwaar en de buurt houdt rust na sluitingstijd."}, {"geweigerd", 8, "U mag de zaak niet openen.", "De gegevens over het geld voor de overname kloppen niet."}}},
        {"terrasvergunning", 24, terras, bedrijf, {7, 1, 0, 1, 0}, "horeca", "dennis.kraak", 75,
         {"Terras voor de zaak, {straat}", "Groter terras in de zomer, {straat}"}, {"Twee rijen tafels, met plantenbakken aan de straatkant.", ""}, {"Hoe breed blijft de doorgang op de stoep?"},
         {{"oppervlakte", "8-40"}},
         {{"verleend", 70, "U mag het terras plaatsen.", "Er blijft genoeg ruimte over voor rolstoelen en kinderwagens."}, {"deels", 18, "U mag een kleiner terras plaatsen.", "Bij de oversteek moet de stoep vrij blijven."},
          {"geweigerd", 8, "U mag geen terras plaatsen.", "De stoep is daar te smal."}}},
        {"alcoholvergunning", 16, vlak, bedrijf, {6, 1, 0, 1, 0}, "horeca", "", 90,
         {"Alcohol schenken aan de {straat}", "Nieuwe leidinggevende in de kantine, {plaats}"}, {"", "Er komt een tweede leidinggevende bij."}, {"Wilt u het diploma Sociale Hygiëne sturen?"}, {{"aantal-leidinggevenden", "1-4"}},
         {{"verleend", 88, "U mag alcohol schenken.", "De leidinggevenden hebben hun diploma en de ruimte voldoet."}, {"geweigerd", 6, "U mag geen alcohol schenken.", "De ruimte heeft geen vaste afscheiding."}}},
    };
    return alle;
}

}  // namespace dichtbij::app::demo
