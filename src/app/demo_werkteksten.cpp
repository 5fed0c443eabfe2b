// What colleagues write to each other and to residents while they work on a question.
#include "app/demo_inhoud.h"

namespace dichtbij::app::demo {

const Werkteksten& werkteksten() {
    static const Werkteksten alles{
        .notities =
            {"Dossier [opgezocht|erbij gepakt], [brief van {dag_terug} gelezen|laatste contact was in {maand}]. [Moet ik nog navragen.|Duidelijk verhaal.]",
             "[Nagevraagd bij de buitendienst|Gemaild met de aannemer|Gebeld met de leverancier], antwoord verwacht [morgen|voor het eind van de week].",
             "{Wie} [mailt nog stukken|stuurt vandaag foto's]. Daarna kan ik verder.",
             "Let op: {hij} belde hier eerder over, zie contact van {dag_terug}.",
             "Afgesproken dat ik [bel zodra ik iets weet|het schriftelijk bevestig].",
             "Aanvraag staat in het zaaksysteem onder {nummer}.",
             "[Lastige zaak|Gevoelig], eerst overleggen met {collega}.",
             "Was een fout van ons: [brief naar het oude adres|verkeerde datum in het systeem]. Hersteld.",
             "Kaart erbij gepakt, [is gemeentegrond|is particulier].", "Collega van de balie heeft het formulier al ingenomen."},
        .redenen_doorgeven =
            {"Hoort bij een ander team, [ging over iets anders dan eerst gedacht|verkeerd onderwerp gekozen].", "Heeft kennis nodig die ik niet heb.",
             "{collega} heeft dit dossier al in behandeling.", "Ligt in de wijk van een collega.", "Ik ben er [morgen|de rest van de week] niet, dit kan niet wachten.",
             "Is inmiddels een bezwaar geworden."},
        .redenen_verzetten =
            {"Wacht op advies van [de brandweer|de omgevingsdienst|de boomdeskundige].", "Collega die dit weet is ziek.", "Dossier is [nog niet compleet|in het archief opgevraagd].",
             "Locatiebezoek kan pas volgende week.", "Drukte door de aanslagen.", "Meer uitzoekwerk dan gedacht."},
        .berichten_verzetten =
            {"Beste {naam}, wij hebben meer tijd nodig voor uw vraag. U hoort uiterlijk {dag_later} van ons. Onze excuses voor het wachten.",
             "Goedendag {naam}, uw vraag is nog niet beantwoord omdat wij op informatie wachten. Wij reageren vóór {dag_later}.",
             "Geachte {naam}, helaas redden wij de afgesproken datum niet. De nieuwe datum is {dag_later}. Heeft u vragen? Bel ons gerust."},
        .vragen_collega =
            {"Weet jij of {adres} onder het beschermde dorpsgezicht valt?", "Kun jij kijken of de betaling van {naam} binnen is?", "Is hier in {maand} al eens gekeurd? Ik vind het niet terug.",
             "Staat deze boom op de lijst van waardevolle bomen?", "Mag ik dit zo vertellen, of moet dat per brief?", "Heb jij het verslag van het huisbezoek?"},
        .antwoorden_collega =
            {"Ja, sinds 2019. Zie de kaart.", "Betaald op {dag_terug}, staat nu goed.", "Nagekeken: nog niet, ik plan het in.", "Mag je vertellen, brief volgt.", "Staat in de map, laatste versie.", "Nee, dit is van de provincie."},
        .verwezen_naar =
            {"Belastingdienst", "Waterschap", "Juridisch Loket", "Politie 0900", "Sociale Verzekeringsbank (SVB)", "UWV", "Woningcorporatie", "Provincie", "Netbeheerder", "CBR", "RDW",
             "Dierenambulance", "Omgevingsdienst", "Logius (DigiD-helpdesk)", "CAK", "GGD"},
        .niet_bereikt = {"Drie keer gebeld, voicemail ingesproken en een e-mail gestuurd. {Wie} kan zelf weer bellen.", "Nummer is niet in gebruik; brief gestuurd."},
        .ingetrokken = {"Is al opgelost, {wie} heeft het zelf geregeld.", "{Wie} belde: hoeft niet meer.", "Dubbel: zelfde vraag staat ook onder een ander nummer."},
        .wachten = {"{Wie} stuurt nog [foto's|een machtiging|bankafschriften|de tekening] op.", "Advies van de omgevingsdienst gevraagd.", "Wacht op de aannemer."},
        .heropend = {"{Wie} belt terug: het is toch niet opgelost.", "Antwoord was niet volledig.", "Nieuwe stukken ontvangen."},
        .voorkeurstijden = {"na 15.00 uur", "'s ochtends", "tussen 9.00 en 11.00 uur", "in de lunchpauze", "niet op woensdag", "na 16.30 uur", "liefst dinsdag of donderdag", "tot 14.00 uur"},
        .engelse_vragen =
            {"I received a letter from the municipality but I cannot read Dutch. What should I do?", "Where can I pay this bill? The letter says it is urgent.", "Do I need a permit to park in front of my house?",
             "When is the garbage collected in my street ({straat})?", "Can I get an appointment in English, please? It is about my registration.", "My landlord does not let me register at {adres}. Is this allowed?"},
        .afspraken =
            {"Hoort slecht aan de telefoon. Spreek rustig en vat samen wat u afspreekt.", "Liever geen post, alles per e-mail.", "Belt namens {zijn} moeder, machtiging ligt in het dossier.",
             "Vaste contactpersoon is {collega}, zet door zonder nieuwe vraag.", "Spreekt weinig Nederlands, Engels gaat goed.", "Bij bellen eerst de voicemail laten overgaan, {hij} loopt met een stok."},
    };
    return alles;
}

}  // namespace dichtbij::app::demo
