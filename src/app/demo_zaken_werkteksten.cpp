// What is written in cases, whatever they are about.
#include "app/demo_zaken_inhoud.h"

namespace dichtbij::app::demo {

const Zaakwerkteksten& zaakwerkteksten() {
    static const Zaakwerkteksten alles{
        .adviezen =
            {"Ter plaatse bekeken op {dag_terug}. Geen bezwaar.", "Akkoord, [mits de stoep vrij blijft|als de werktijden worden gehouden|zonder voorwaarden].", "Past binnen het beleid. [Wel vastleggen in het besluit.|]",
             "Gegevens gecontroleerd, [kloppen met de basisregistratie|komen overeen met de stukken].", "Positief. Foto's staan in de map van de wijk.", "Besproken met {collega}: zelfde oordeel."},
        .adviezen_negatief =
            {"Negatief: [te dicht op de weg|de boom is gezond en beeldbepalend|de ruimte is te klein]. Zo niet doen.", "Niet akkoord. Een eenvoudiger oplossing is hier genoeg."},
        .akkoorden = {"Akkoord.", "Gelezen, akkoord. [Let op de datum in de brief.|]", "Akkoord, graag de uitleg iets korter."},
        .antwoorden_aanvrager =
            {"Hierbij wat u vroeg. [De foto is van gisteren.|]", "Bijgevoegd. Laat maar weten als er nog iets mist.", "Ik heb het aan de balie afgegeven.", "Dat was ik vergeten, excuses. Hierbij.", "Ja, dat klopt. [Liefst na 15.00 uur.|]"},
        .redenen_opschorten =
            {"U bent tot {dag_later} niet bereikbaar en vroeg ons zo lang te wachten.", "U wilt eerst met de buren overleggen en vroeg om uitstel.", "Wij wachten samen met u op het oordeel van uw arts."},
        .redenen_verlengen =
            {"Het advies van [de brandweer|de commissie|de omgevingsdienst] komt later dan gedacht.", "Er zijn reacties van buren gekomen. Die willen wij goed meewegen.", "Uw aanvraag vraagt meer onderzoek dan wij hadden gepland."},
        .redenen_verzetten =
            {"Het onderzoek duurt langer dan wij dachten.", "De collega die uw zaak behandelt was ziek.", "Wij wachten nog op een advies van buiten.", "Het is erg druk, waardoor uw zaak langer duurt."},
        .redenen_verzetten_weer = {"Het advies is er nu, maar er is nog een vraag over.", "Wij willen het besluit nog een keer goed nakijken."},
        .intrekkingen =
            {"Ik heb een andere oplossing gevonden.", "Het gaat niet door.", "[De verkoop|De verhuizing|Het feest] is afgezegd.", "Ik wil het volgend jaar opnieuw proberen.", ""},
        .ingebrekestellingen =
            {"Ik wacht al weken op uw besluit. Ik stel u in gebreke.", "De termijn is voorbij. U heeft twee weken om te besluiten.", "Brief van de gemachtigde: de termijn is verstreken, graag binnen twee weken een besluit."},
        .notities =
            {"Gebeld met {naam}: [uitleg gegeven over de stappen|stukken komen nog|geen haast].", "Dossier compleet, kan door naar de volgende stap.", "Eerder een zaak op dit adres, zie [archief|zaak van vorig jaar].", "Let op: {hij} wil liever [gebeld worden|alles per post].",
             "Locatie bekeken op {dag_terug}. Foto's volgen.", "Navraag gedaan bij {collega}.", "Overleg gepland op {dag}."},
        .doorgeven = {"{collega} heeft hier meer ervaring mee.", "Ik ben een paar weken met verlof.", "Hoort bij een andere wijk.", "Verdeling van de werkvoorraad."},
        .heropend = {"Er zijn nieuwe stukken gekomen die wij moeten meewegen.", "In het besluit stond een fout."},
        .machtigingen = {"Machtiging van {dag_terug}, zie documenten.", "Volmacht aan dochter, kopie in de map.", "Rechtsbijstand, machtiging ontvangen op {dag_terug}."},
        .vragen = {"Wilt u de ontbrekende gegevens sturen?", "Wilt u ons bellen om een afspraak te maken?", "Kunt u uw aanvraag ondertekenen?"},
        .toelichting_status = {"Stuk bleek niet compleet, terug naar de vorige stap.", "Nieuw gegeven van de aanvrager, opnieuw bekijken."},
    };
    return alles;
}

}  // namespace dichtbij::app::demo
