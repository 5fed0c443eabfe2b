// Cases about registration, marriage, extracts and becoming Dutch.
#include "app/demo_zaken_inhoud.h"

namespace dichtbij::app::demo {
namespace {

constexpr Seizoen vlak{100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100};
constexpr Seizoen verhuis{90, 85, 95, 100, 105, 115, 135, 140, 125, 100, 85, 75};
constexpr Seizoen trouw{120, 130, 130, 120, 110, 90, 70, 70, 90, 95, 90, 85};
constexpr auto iedereen = Vrager::iedereen, jongere = Vrager::jongere;

}  // namespace

const std::vector<Zaakinhoud>& zaken_van_burgerzaken() {
    static const std::vector<Zaakinhoud> alle{
        {"verhuizing", 160, verhuis, iedereen, {9, 1, 1, 0, 0}, "reisdocumenten", "", 60,
         {"Verhuizing naar de {straat}", "Verhuizing van een gezin naar {plaats}", "Inwonen bij familie, {straat}"}, {"", "Wij verhuizen met [ons tweeën|het hele gezin]."}, {"Wilt u het huurcontract of de toestemming van de bewoner sturen?"},
         {{"verhuisdatum", "-12-10"}, {"wie-mee", "[mijn partner|mijn partner en twee kinderen|niemand]"}},
         {{"verwerkt", 90, "", ""}, {"niet-verwerkt", 6, "", ""}}},
        {"uittreksel-brp", 150, vlak, iedereen, {8, 2, 0, 1, 1}, "akten", "", 70,
         {"Uittreksel voor [een huurcontract|de notaris|een nieuwe baan]", "Internationaal uittreksel", "Uittreksel met historie van adressen"}, {"", "Graag per post."}, {"Voor welk land is het uittreksel?"},
         {{"doel-uittreksel", "[huurwoning|notaris|werk|trouwen in het buitenland|verzekering]"}, {"aantal-stuks", "1-2"}},
         {{"verstrekt", 95, "Het uittreksel is gemaakt.", "U staat ingeschreven in deze gemeente."}, {"geweigerd", 2, "U krijgt het uittreksel niet.", "U vroeg gegevens van iemand anders, zonder machtiging."}}},
        {"naamgebruik", 40, trouw, iedereen, {8, 2, 0, 0, 0}, "akten", "", 60,
         {"Naam van de partner gebruiken", "Weer de eigen achternaam na scheiding"}, {""}, {"Wilt u de trouwakte uit het buitenland sturen, met vertaling?"}, {}, {{"verwerkt", 95, "", ""}, {"niet-verwerkt", 3, "", ""}}},
        {"huwelijk", 90, trouw, jongere, {8, 2, 0, 1, 0}, "huwelijken", "linde.faber", 110,
         {"Trouwen in [het gemeentehuis|de kerk van {plaats}|de boomgaard]", "Partnerschap zonder ceremonie", "Trouwen op een eigen plek in {plaats}"}, {"Wij willen graag dat een vriendin ons trouwt.", ""},
         {"Wilt u de kopieën van de paspoorten van de getuigen sturen?", "Wie zijn uw getuigen?"}, {{"gewenste-dag", "40-200"}, {"locatie", "[het gemeentehuis|de kerk|de boomgaard|thuis in de tuin]"}, {"aantal-getuigen", "2-4"}},
         {{"getrouwd", 80, "", ""}, {"partnerschap", 14, "", ""}, {"niet-toegestaan", 1, "", ""}}},
        {"naturalisatie", 22, vlak, iedereen, {1, 8, 1, 0, 0}, "naturalisatie", "", 110,
         {"Nederlander worden", "Nederlander worden, met [een kind|twee kinderen]"}, {"", "Woont sinds zes jaar in {plaats}."}, {"Wilt u de geboorteakte met legalisatie meebrengen?"},
         {{"jaren-nederland", "5-22"}, {"nationaliteit", "[Syrisch|Turks|Brits|Pools|Eritrees|Braziliaans]"}},
         {{"nederlander", 86, "U wordt Nederlander.", "U voldoet aan alle voorwaarden."}, {"afgewezen", 6, "U wordt nu geen Nederlander.", "U woont nog niet lang genoeg zonder onderbreking in Nederland."}}},
        {"briefadres", 28, vlak, iedereen, {2, 4, 3, 0, 0}, "adresonderzoek", "", 80,
         {"Briefadres na einde huur", "Briefadres bij een familielid", "Briefadres tijdens opname"}, {"{Wie} slaapt nu bij vrienden.", ""}, {"Kunt u laten zien waar u de afgelopen twee weken sliep?"},
         {{"slaapplek", "[Bij vrienden, steeds ergens anders|In de opvang|In de auto]"}},
         {{"toegekend", 66, "U krijgt een briefadres voor [drie|zes] maanden.", "U heeft op dit moment geen woonadres."}, {"woonadres", 16, "U schrijft zich in op een woonadres.", "U slaapt bijna elke nacht op hetzelfde adres."}, {"afgewezen", 10, "U krijgt geen briefadres.", "U heeft een woonadres in een andere gemeente."}}},
        {"adresonderzoek", 20, vlak, iedereen, {4, 1, 2, 1, 1}, "adresonderzoek", "ilse.van.den.brink", 90,
         {"Post voor vorige bewoners, {straat}", "Meer mensen ingeschreven dan er wonen, {straat}"}, {"Er komt al een jaar post voor mensen die hier niet wonen.", ""}, {"Sinds wanneer komt deze post?"}, {{"wie-woont-niet", "[De vorige huurder|Iemand die wij niet kennen]"}},
         {{"aangepast", 50, "De inschrijving op dit adres is aangepast.", "Bij twee bezoeken woonde deze persoon er niet."}, {"vertrokken", 30, "De persoon is uitgeschreven naar onbekend.", "Wij konden de persoon op geen adres vinden."}, {"klopt", 20, "De inschrijving blijft zoals die is.", "De persoon woont er wel."}}},
        {"grafrechten", 50, vlak, Vrager::oudere, {4, 2, 2, 1, 2}, "begraafplaatsen", "bas.nijland", 75,
         {"Graf verlengen", "Graf op naam van [een dochter|een zoon]", "Graf teruggeven"}, {"", "Mijn moeder is vorig jaar overleden. Ik wil het graf op mijn naam."}, {"Kunt u een verklaring van erfrecht sturen?"},
         {{"naam-overledene", "[J.H. van den Berg|M. de Boer-Prins|A. Jansma]"}, {"grafnummer", "vak [A|B|C], rij [3|7|11]"}, {"jaren-verlengen", "10-20"}},
         {{"verlengd", 62, "Het graf is verlengd.", "U betaalde de kosten voor tien jaar."}, {"overgeschreven", 26, "Het graf staat op uw naam.", "U bent erfgenaam."}, {"beeindigd", 8, "Het graf gaat terug naar de gemeente.", "Dat heeft u gevraagd."}}},
    };
    return alle;
}

}  // namespace dichtbij::app::demo
