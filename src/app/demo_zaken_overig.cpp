// Cases about taxes, objections, complaints, damage and information; and the table of all.
#include "app/demo_zaken_inhoud.h"

namespace dichtbij::app::demo {
namespace {

constexpr Seizoen vlak{100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100};
constexpr Seizoen woz{10, 90, 620, 290, 70, 25, 15, 15, 15, 15, 15, 15};
constexpr Seizoen kwijt{50, 160, 290, 220, 140, 80, 50, 45, 50, 45, 40, 35};
constexpr Seizoen glad{190, 160, 100, 80, 70, 70, 70, 70, 80, 90, 110, 150};
constexpr auto iedereen = Vrager::iedereen;

}  // namespace

const std::vector<Zaakinhoud>& zaken_van_overig() {
    static const std::vector<Zaakinhoud> alle{
        {"kwijtschelding", 220, kwijt, iedereen, {7, 1, 2, 0, 1}, "kwijtschelding", "", 80,
         {"Kwijtschelding afvalstoffenheffing", "Kwijtschelding voor [een alleenstaande|een gezin]", "Kwijtschelding na verlies van werk"}, {"", "Vorig jaar ging het vanzelf, nu kreeg ik weer een aanslag."}, {"Wilt u een overzicht van uw bankrekeningen sturen?"},
         {{"aanslagnummer", "[20481|30552|41190][7|8|9]3"}, {"woonkosten", "380-890"}},
         {{"toegekend", 62, "U hoeft de aanslag niet te betalen.", "Uw inkomen is op of onder de norm en u heeft geen vermogen."}, {"deels-toegekend", 16, "U betaalt een deel van de aanslag.", "U kunt een deel zelf betalen."}, {"afgewezen", 20, "U moet de aanslag betalen.", "Uw auto is meer waard dan is toegestaan."}}},
        {"bezwaar-woz", 230, woz, iedereen, {7, 0, 1, 1, 3}, "woz", "theo.van.lier", 100,
         {"WOZ-waarde te hoog, {straat}", "WOZ-waarde na [verzakking|brand|verbouwing], {straat}", "WOZ-waarde vergeleken met de buren, {straat}"}, {"De buren met dezelfde woning hebben een veel lagere waarde.", "Het dak is van 1974 en er zit asbest in de schuur.", ""},
         {"Wilt u foto's sturen van de gebreken aan het huis?", "Wilt u het verkoopcontract van uw woning sturen?"},
         {{"beschikkingsnummer", "[7102|7188|7341]-{jaar}"}, {"eigen-waarde", "185000-498000"}, {"redenen-woz", "[Het huis van de buren is gelijk en lager getaxeerd.|Achterstallig onderhoud aan dak en kozijnen.|De oppervlakte klopt niet.]"}},
         {{"gegrond", 22, "Uw WOZ-waarde gaat omlaag.", "Bij de taxatie is het onderhoud niet goed meegeteld."}, {"deels-gegrond", 20, "Uw WOZ-waarde gaat een beetje omlaag.", "De oppervlakte van de aanbouw klopte niet."}, {"ongegrond", 48, "Uw WOZ-waarde blijft gelijk.", "De verkopen in uw straat passen bij deze waarde."}, {"te-laat", 5, "Wij behandelen uw bezwaar niet.", "Het kwam na de laatste dag binnen."}}},
        {"bezwaarschrift", 60, vlak, iedereen, {4, 0, 0, 2, 5}, "bezwaar", "", 110,
         {"Bezwaar tegen [geweigerde parkeervergunning|een dakkapel van de buren]", "Bezwaar tegen een dwangsom", "Bezwaar tegen afwijzing van een subsidie"}, {"Het besluit houdt geen rekening met onze situatie.", ""}, {"Wilt u het bezwaar ondertekenen en de reden toevoegen?", "Wilt u het besluit sturen waartegen u bezwaar maakt?"},
         {{"datum-besluit", "-40--8"}, {"redenen-bezwaar", "[De feiten kloppen niet.|Anderen kregen wel toestemming.|Er is niet met mij gesproken.]"}},
         {{"gegrond", 22, "U krijgt gelijk. Wij nemen een nieuw besluit.", "Het eerste besluit was niet goed uitgelegd."}, {"deels-gegrond", 14, "U krijgt voor een deel gelijk.", "De voorwaarde over de breedte vervalt."}, {"ongegrond", 48, "Het besluit blijft zoals het is.", "De commissie vindt dat de regels goed zijn toegepast."}, {"niet-ontvankelijk", 6, "Wij behandelen uw bezwaar niet.", "Het kwam na zes weken binnen."}}},
        {"klacht", 50, vlak, iedereen, {5, 1, 2, 2, 1}, "klachten", "", 90,
         {"Klacht over [een telefoongesprek|de balie|een huisbezoek]", "Klacht over lang wachten op antwoord", "Klacht over de toon van een brief"}, {"Ik werd drie keer doorverbonden en toen viel de lijn weg.", "Ik voelde mij niet serieus genomen.", ""}, {"Wanneer was dit gesprek, en met wie sprak u?"},
         {{"wat-gebeurde", "[De medewerker liet mij niet uitpraten.|Niemand belde terug, ook niet na drie keer vragen.|Mijn brief is kwijt.]"}, {"gewenste-oplossing", "[Excuses|Iemand die mij belt|Dat het niet meer gebeurt]"}},
         {{"opgelost", 56, "", ""}, {"gegrond", 24, "Uw klacht is terecht.", "Wij hadden u eerder moeten bellen. Daarvoor bieden wij onze excuses aan."}, {"ongegrond", 12, "Uw klacht is niet terecht.", "Uit het gesprek blijkt dat de medewerker u goed heeft uitgelegd wat kon."}, {"niet-behandeld", 3, "", ""}}},
        {"schadeclaim", 44, glad, iedereen, {6, 0, 1, 2, 1}, "schade", "dennis.kraak", 95,
         {"Schade aan auto door [gat in de weg|vallende tak], {straat}", "Gevallen over een losse tegel, {straat}", "Schade aan de schutting door snoeiwerk, {straat}"}, {"Foto's zijn gemaakt op de dag zelf.", ""}, {"Wilt u de rekening van de garage sturen?", "Waren er getuigen bij?"},
         {{"dag-schade", "-30--2"}, {"wat-kapot", "[Velg en band|Schutting|Bril en broek|Zijspiegel]"}, {"bedrag-schade", "85-1900"}},
         {{"betaald", 34, "Wij betalen uw schade.", "Het gat was gemeld en niet op tijd gemaakt."}, {"deels-betaald", 14, "Wij betalen een deel van uw schade.", "Een deel betaalt uw eigen verzekering."}, {"afgewezen", 48, "Wij betalen uw schade niet.", "Wij wisten niet van het gebrek en controleren de weg elk kwartaal."}}},
        {"woo-verzoek", 26, vlak, iedereen, {4, 0, 0, 4, 2}, "Woo", "", 110,
         {"Documenten over [de nieuwe weg|het zwembad|de opvanglocatie]", "Kosten van [de verbouwing van het gemeentehuis|externe adviseurs]", "Geluidsmetingen bij {plaats}"}, {"Ook e-mails en verslagen graag.", ""}, {"Over welke periode wilt u documenten?"},
         {{"onderwerp", "[Besluitvorming en e-mails|Offertes en rekeningen|Metingen en adviezen]"}, {"vanaf", "-700--300"}, {"tot", "-60--10"}},
         {{"openbaar", 26, "U krijgt de documenten.", "Er is geen reden om ze geheim te houden."}, {"deels-openbaar", 58, "U krijgt de documenten, met weggelakte namen.", "Namen en telefoonnummers van personen maken wij niet openbaar."}, {"geen-documenten", 10, "Wij hebben deze documenten niet.", "Wij zochten in alle systemen en in het archief."}}},
        {"avg-inzageverzoek", 16, vlak, iedereen, {6, 1, 0, 2, 1}, "Woo", "", 90,
         {"Inzage in eigen gegevens", "Wie keek er in mijn dossier?"}, {"", "Ik wil weten wat er over mijn uitkering is vastgelegd."}, {"Wilt u zich legitimeren aan de balie of met DigiD?"}, {{"welke-gegevens", "[Alles van de afgelopen twee jaar|Gegevens over de uitkering|Aantekeningen van gesprekken]"}},
         {{"gegeven", 76, "U krijgt een overzicht van uw gegevens.", "U heeft recht op uw eigen gegevens."}, {"deels-gegeven", 16, "U krijgt bijna al uw gegevens.", "Gegevens van andere personen zijn weggelaten."}, {"geen-gegevens", 6, "Wij hebben geen gegevens van u.", "U komt in onze systemen niet voor."}}},
    };
    return alle;
}

std::span<const Zaakinhoud> zaakinhouden() {
    static const std::vector<Zaakinhoud> alles = [] {
        std::vector<Zaakinhoud> all;
        for (const auto* of_team : {&zaken_van_wonen(), &zaken_van_samenleving(), &zaken_van_burgerzaken(), &zaken_van_overig()}) all.insert(all.end(), of_team->begin(), of_team->end());
        return all;
    }();
    return alles;
}

}  // namespace dichtbij::app::demo
