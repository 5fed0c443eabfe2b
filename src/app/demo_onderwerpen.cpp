// The subjects that residents ask about, with how often, in which season and how much of it is answered at once.

#include "app/demo_inhoud.h"
#include "base/result.h"

namespace dichtbij::app::demo {
namespace {

// Percent of an even year, January first.
constexpr Seizoen voorzomer{85, 105, 130, 150, 165, 130, 80, 65, 80, 75, 70, 60};
constexpr Seizoen zomer{90, 100, 125, 135, 140, 125, 75, 65, 90, 90, 85, 80};
constexpr Seizoen verhuis{90, 85, 95, 100, 105, 115, 135, 140, 125, 100, 85, 75};
constexpr Seizoen vlak{100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100};
constexpr Seizoen winter{190, 150, 90, 60, 45, 35, 35, 40, 60, 110, 160, 210};
constexpr Seizoen trouw{120, 130, 120, 110, 100, 90, 80, 80, 95, 100, 90, 85};
constexpr Seizoen verkiezing{60, 180, 520, 30, 20, 20, 20, 20, 60, 90, 30, 20};
constexpr Seizoen voorjaar{70, 85, 140, 170, 165, 125, 80, 65, 90, 90, 65, 50};
constexpr Seizoen najaar{80, 75, 85, 85, 80, 70, 60, 70, 130, 175, 185, 120};
constexpr Seizoen hitte{60, 60, 90, 120, 140, 150, 150, 120, 90, 70, 60, 50};
constexpr Seizoen aanslag{60, 210, 330, 150, 90, 70, 50, 45, 55, 55, 50, 40};
constexpr Seizoen woz{40, 260, 370, 170, 60, 40, 30, 25, 40, 45, 45, 40};
constexpr Seizoen kwijt{70, 180, 230, 180, 130, 90, 70, 60, 70, 70, 60, 50};
constexpr Seizoen donker{140, 120, 90, 60, 45, 35, 40, 60, 100, 150, 175, 170};
constexpr Seizoen grof{80, 85, 110, 125, 120, 115, 110, 100, 100, 95, 80, 75};
constexpr Seizoen afvaljaar{150, 90, 90, 95, 100, 95, 90, 85, 90, 90, 95, 145};
constexpr Seizoen kerstboom{330, 30, 20, 60, 60, 40, 30, 30, 60, 170, 230, 110};
constexpr Seizoen water{110, 100, 80, 70, 90, 140, 150, 130, 90, 110, 120, 110};
constexpr Seizoen ongedierte{40, 40, 60, 110, 200, 260, 170, 100, 80, 60, 40, 30};
constexpr Seizoen vakantiekaart{50, 70, 100, 150, 180, 170, 110, 60, 40, 40, 40, 50};
constexpr Seizoen school{60, 60, 80, 100, 130, 150, 90, 180, 140, 70, 60, 60};
constexpr Seizoen minima{120, 110, 100, 90, 80, 75, 70, 75, 95, 115, 130, 140};
constexpr Seizoen terras{70, 120, 200, 190, 150, 110, 70, 60, 60, 60, 50, 50};
constexpr Seizoen evenement{120, 140, 150, 140, 120, 90, 60, 60, 80, 85, 80, 90};

constexpr auto gewoon = Kanaalsoort::gewoon, loket = Kanaalsoort::loket, buiten = Kanaalsoort::buiten;
constexpr auto geld = Kanaalsoort::geld, zorg = Kanaalsoort::zorg, zakelijk = Kanaalsoort::zakelijk;
constexpr auto iedereen = Vrager::iedereen, bedrijf = Vrager::bedrijf, oudere = Vrager::oudere, ouder = Vrager::ouder;
constexpr auto jongere = Vrager::jongere;

// code, name, team, product, term, level, domain, other words, weight, season, answered at once, channels, who
constexpr OnderwerpInhoud alle[] = {
    {"paspoort", "Paspoort of identiteitskaart", "burgerzaken", "Paspoort", "paspoort", 1, "",
     "reisdocument id-kaart verlopen ID pasfoto kind", 62, voorzomer, 93, loket, iedereen},
    {"paspoort_spoed", "Paspoort met spoed", "burgerzaken", "Paspoort", "paspoort", 2, "",
     "noodpaspoort spoedaanvraag reis morgen", 7, voorzomer, 85, loket, iedereen},
    {"document_kwijt", "Paspoort of rijbewijs kwijt", "burgerzaken", "Vermissing reisdocument", "identiteitskaart", 2, "",
     "verloren gestolen vermissing aangifte", 14, zomer, 80, gewoon, iedereen},
    {"rijbewijs", "Rijbewijs aanvragen of verlengen", "burgerzaken", "Rijbewijs", "rijbewijs", 1, "",
     "verlengen categorie eigen verklaring CBR", 40, zomer, 92, loket, iedereen},
    {"verhuizing", "Verhuizing doorgeven", "burgerzaken", "Verhuismelding", "verhuismelding", 1, "",
     "adreswijziging verhuizen inwonen nieuw adres", 38, verhuis, 82, gewoon, iedereen},
    {"inschrijven_buitenland", "Inschrijven vanuit het buitenland", "burgerzaken", "Inschrijving uit het buitenland", "", 3, "",
     "immigratie registration BRP eerste inschrijving RNI emigratie", 13, verhuis, 55, gewoon, iedereen},
    {"uittreksel", "Uittreksel uit de basisregistratie (BRP)", "burgerzaken", "Uittreksel BRP", "brpUittr", 1, "",
     "bewijs inschrijving woongeschiedenis afschrift", 24, vlak, 88, loket, iedereen},
    {"geboorte", "Geboorte aangeven", "burgerzaken", "Geboorteaangifte", "geboorteaangifte", 2, "",
     "baby erkenning naamkeuze kind", 12, vlak, 85, loket, ouder},
    {"overlijden", "Overlijden aangeven", "burgerzaken", "Overlijdensaangifte", "overlijdensaangifte", 2, "",
     "nabestaanden akte uitvaart", 10, winter, 72, gewoon, oudere},
    {"trouwen", "Trouwen of partnerschap", "burgerzaken", "Huwelijk", "huwelijksaangifte", 3, "",
     "huwelijk bruiloft partnerschap trouwdatum locatie getuigen", 14, trouw, 55, gewoon, jongere},
    {"naturalisatie", "Nederlander worden", "burgerzaken", "Naturalisatie", "naturalisatieverzoek", 4, "",
     "naturalisatie optie nationaliteit", 8, vlak, 40, gewoon, iedereen},
    {"vog", "Verklaring omtrent het gedrag (VOG)", "burgerzaken", "Verklaring omtrent het gedrag", "verklaring_omtrent_gedrag_(vog)", 1, "",
     "VOG werk stage vrijwilliger", 13, vlak, 90, loket, iedereen},
    {"verkiezingen", "Verkiezingen en stempas", "burgerzaken", "Verkiezingen", "volmachtbewijs_verkiezingen", 2, "",
     "stempas machtiging stembureau stemmen kiezerspas", 12, verkiezing, 85, gewoon, iedereen},
    {"briefadres", "Briefadres", "burgerzaken", "Briefadres", "briefadres", 4, "",
     "geen vaste woonplek postadres dakloos", 5, vlak, 30, gewoon, iedereen},
    {"geheimhouding", "Geheimhouding van gegevens", "burgerzaken", "Geheimhouding", "brpGehhVzk", 3, "",
     "privacy adres afschermen verstrekking", 4, vlak, 60, gewoon, iedereen},
    {"afspraak", "Afspraak maken of verzetten", "kcc", "", "", 1, "",
     "afspraak balie annuleren tijdstip reserveren", 58, zomer, 97, gewoon, iedereen},
    {"digid", "Inloggen met DigiD", "kcc", "", "", 1, "",
     "digid inloggen wachtwoord machtigen app website", 16, vlak, 94, gewoon, oudere},
    {"openingstijden", "Openingstijden en contact", "kcc", "", "", 1, "",
     "openingstijden adres bezoek telefoonnummer route", 30, vlak, 99, gewoon, iedereen},
    {"doorverbinden", "Contact met een medewerker", "kcc", "", "", 1, "",
     "doorverbinden collega terugbellen bereiken naam", 34, vlak, 55, gewoon, iedereen},
    {"voortgang", "Stand van zaken van een aanvraag", "kcc", "", "", 2, "",
     "status voortgang hoe ver aanvraag wachten", 34, vlak, 48, gewoon, iedereen},
    {"bouwen", "Vergunning om te bouwen of verbouwen", "wonen", "Omgevingsvergunning bouwen", "omgevingsvergunning_bouw", 3, "",
     "omgevingsvergunning aanbouw uitbouw schuur verbouwing omgevingsloket", 26, voorjaar, 38, gewoon, iedereen},
    {"dakkapel", "Dakkapel, schutting of zonnepanelen", "wonen", "Vergunningcheck", "", 3, "",
     "vergunningvrij vergunningcheck erfafscheiding", 16, voorjaar, 58, gewoon, iedereen},
    {"kapvergunning", "Kapvergunning", "wonen", "Kapvergunning", "omgevingsvergunning_kap", 3, "",
     "boom kappen vellen herplant leges", 12, najaar, 42, gewoon, iedereen},
    {"inrit", "Inrit of uitweg maken", "wonen", "Uitweg", "omgVgUitweg", 3, "",
     "oprit stoepverlaging uitweg parkeerplaats eigen terrein", 6, voorjaar, 45, gewoon, iedereen},
    {"parkeren", "Parkeervergunning", "wonen", "Parkeervergunning", "parkeervergunning", 2, "",
     "bewonersvergunning bezoekersregeling kenteken blauwe zone", 26, verhuis, 70, gewoon, iedereen},
    {"overlast", "Overlast van buren", "wonen", "Handhaving overlast", "", 4, "",
     "geluid warmtepomp stank hinder buurtbemiddeling ruzie", 14, hitte, 28, gewoon, iedereen},
    {"handhaving", "Illegaal bouwen of wonen melden", "wonen", "Handhaving", "", 4, "",
     "handhaving zonder vergunning verhuur kamerbewoning vakantiehuis", 6, vlak, 20, gewoon, iedereen},
    {"omgevingsplan", "Omgevingsplan en bouwplannen in de buurt", "wonen", "Omgevingsplan", "omgevingsvergunning_ruimtelijke_ordening", 4, "",
     "bestemmingsplan zienswijze inzage nieuwbouw project", 10, vlak, 35, gewoon, iedereen},
    {"monument", "Monumenten", "wonen", "Monument", "monumentaanwijzing", 4, "",
     "gemeentelijk monument subsidie restauratie", 3, vlak, 30, gewoon, iedereen},
    {"woning", "Woning zoeken of urgentie", "wonen", "Urgentie woning", "urgBewWoning", 3, "",
     "huurwoning urgentieverklaring inschrijving woningcorporatie wachtlijst", 14, vlak, 60, gewoon, jongere},
    {"starterslening", "Starterslening", "wonen", "Starterslening", "starterslening", 3, "",
     "eerste huis hypotheek lening koopwoning", 4, verhuis, 60, gewoon, jongere},
    {"ozb", "Aanslag gemeentelijke belastingen", "belastingen", "Onroerendezaakbelasting", "onroerendezaakbelasting_(ozb)", 2, "",
     "ozb aanslagbiljet rioolheffing hoogte bedrag", 30, aanslag, 66, geld, iedereen},
    {"woz", "WOZ-waarde en taxatieverslag", "belastingen", "WOZ-beschikking", "woz-beschikking", 3, "",
     "woz taxatie waarde te hoog bezwaar", 18, woz, 48, geld, iedereen},
    {"afvalstoffenheffing", "Afvalstoffenheffing", "belastingen", "Afvalstoffenheffing", "afvalstoffenheffing", 2, "",
     "afvalbelasting aantal ledigingen tarief meerpersoons", 16, aanslag, 68, geld, iedereen},
    {"kwijtschelding", "Kwijtschelding", "belastingen", "Kwijtschelding", "belastingkwijtschelding", 3, "",
     "niet kunnen betalen laag inkomen kwijtgescholden", 16, kwijt, 52, geld, iedereen},
    {"betalen", "Betalen, incasso of uitstel", "belastingen", "Betalingsregeling", "", 2, "",
     "automatische incasso termijnen betalingsregeling aanmaning herinnering uitstel", 22, aanslag, 66, geld, iedereen},
    {"hondenbelasting", "Hondenbelasting", "belastingen", "Hondenbelasting", "hondenbelasting", 1, "",
     "hond aanmelden afmelden", 6, aanslag, 82, geld, iedereen},
    {"toeristenbelasting", "Toeristenbelasting", "belastingen", "Toeristenbelasting", "toeristenbelasting", 3, "",
     "verhuur overnachtingen camping nachtregister", 3, zomer, 45, zakelijk, bedrijf},
    {"straatverlichting", "Straatverlichting kapot", "openbare_ruimte", "Melding straatverlichting", "melding_openbare_ruimte_(straatverlichting)", 1, "",
     "lantaarnpaal lamp donker storing", 18, donker, 82, buiten, iedereen},
    {"bestrating", "Losse tegel of gat in de weg", "openbare_ruimte", "Melding wegen", "melding_openbare_ruimte_(algemeen)", 1, "",
     "stoep tegel weg gat verzakking fietspad", 20, vlak, 78, buiten, iedereen},
    {"zwerfafval", "Zwerfvuil of dumping", "openbare_ruimte", "Melding zwerfvuil", "", 1, "",
     "rommel vuil gedumpt prullenbak afval naast container", 20, vlak, 80, buiten, iedereen},
    {"container", "Container kapot, vol of niet geleegd", "openbare_ruimte", "Afvalcontainer", "afvalcontainer", 1, "",
     "kliko gft restafval ondergrondse container vol niet opgehaald deksel", 44, grof, 84, buiten, iedereen},
    {"grofvuil", "Grofvuil laten ophalen", "openbare_ruimte", "Grofvuil", "afvalinzameling_grofvuil", 1, "",
     "bankstel ophalen afspraak grof huisvuil", 32, grof, 95, gewoon, iedereen},
    {"afvalpas", "Afvalpas", "openbare_ruimte", "Afvalpas", "afvalinzamelstation", 1, "",
     "milieupas pas kwijt werkt niet nieuwe bewoner", 24, afvaljaar, 93, gewoon, iedereen},
    {"milieustraat", "Milieustraat", "openbare_ruimte", "Milieustraat", "", 1, "",
     "afval brengen tarief openingstijd puin asbest verf", 20, grof, 97, gewoon, iedereen},
    {"afvalkalender", "Afvalkalender en inzameldagen", "openbare_ruimte", "Afvalkalender", "afvalkalender", 1, "",
     "wanneer ophaaldag papier pmd feestdag", 20, afvaljaar, 97, gewoon, iedereen},
    {"tuinafval", "Tuinafval, bladeren en kerstbomen", "openbare_ruimte", "Tuinafval", "huishoudelijk_afvalinzameling", 1, "",
     "bladkorf snoeiafval kerstboom gft bladeren", 14, kerstboom, 90, buiten, iedereen},
    {"gladheid", "Gladheid en strooien", "openbare_ruimte", "Gladheidsbestrijding", "", 2, "",
     "strooien sneeuw glad ijzel strooiroute", 3, winter, 75, buiten, iedereen},
    {"groen", "Bomen, struiken en onkruid", "openbare_ruimte", "Melding groen", "melding_openbare_ruimte_(groenvoorziening)", 2, "",
     "snoeien overhangend onkruid gras maaien plantsoen boom gevaarlijk", 24, voorjaar, 58, buiten, iedereen},
    {"riool", "Riool, put of wateroverlast", "openbare_ruimte", "Riolering", "rioolonderhoud", 2, "",
     "verstopt kolk put stank water op straat verstopping", 13, water, 60, buiten, iedereen},
    {"ongedierte", "Ratten, eikenprocessierups en andere dieren", "openbare_ruimte", "Plaagdieren", "", 2, "",
     "rat wespen rups jeuk muizen dode dieren", 14, ongedierte, 72, buiten, iedereen},
    {"speeltuin", "Speelplekken en honden", "openbare_ruimte", "Speelplekken", "melding_openbare_ruimte_(straatmeubilair)", 1, "",
     "speeltoestel hondenpoep losloopveld kapot bankje", 8, zomer, 78, buiten, ouder},
    {"begraafplaats", "Begraafplaats en grafrechten", "openbare_ruimte", "Grafrechten", "grafrechten", 3, "",
     "graf verlengen ruimen kosten grafonderhoud", 7, najaar, 45, gewoon, oudere},
    {"huishoudelijke_hulp", "Hulp bij het huishouden", "zorg", "Huishoudelijke hulp", "huishHulp", 3, "wmo",
     "wmo schoonmaak hulp uren indicatie", 24, vlak, 34, zorg, oudere},
    {"wmo_vervoer", "Vervoer: regiotaxi en vervoerspas", "zorg", "Wmo-vervoer", "wmo-voorziening", 3, "wmo",
     "regiotaxi vervoerspas taxi kosten", 11, vlak, 46, zorg, oudere},
    {"hulpmiddel", "Rolstoel, scootmobiel of ander hulpmiddel", "zorg", "Hulpmiddelen", "rolstSctMob", 3, "wmo",
     "rolstoel scootmobiel reparatie inleveren", 11, vlak, 40, zorg, oudere},
    {"woningaanpassing", "Aanpassing van de woning", "zorg", "Woningaanpassing", "woningaanpassing", 4, "wmo",
     "traplift drempel douche beugel", 7, vlak, 28, zorg, oudere},
    {"parkeerkaart", "Gehandicaptenparkeerkaart", "zorg", "Gehandicaptenparkeerkaart", "gehandicaptenparkeerkaart", 3, "",
     "invalidenkaart medische keuring verlengen gpk", 10, vakantiekaart, 58, zorg, oudere},
    {"mantelzorg", "Mantelzorg", "zorg", "Mantelzorgondersteuning", "mantelzorgondersteuning", 2, "wmo",
     "mantelzorger waardering respijtzorg steunpunt", 6, najaar, 60, zorg, oudere},
    {"jeugdhulp", "Hulp voor kinderen en ouders", "jeugd", "Jeugdhulp", "jeugdhulp", 4, "jeugd",
     "jeugdzorg opvoeden pgb begeleiding consulent", 14, school, 25, zorg, ouder},
    {"leerlingenvervoer", "Leerlingenvervoer", "jeugd", "Leerlingenvervoer", "leerlingenvervoer", 3, "",
     "schoolbus taxi speciaal onderwijs vervoerder", 9, school, 45, zorg, ouder},
    {"leerplicht", "Leerplicht en verlof van school", "jeugd", "Leerplicht", "leerplichtvrijstelling", 3, "",
     "verlof buiten schoolvakantie verzuim vrijstelling", 5, school, 50, zorg, ouder},
    {"bijstand", "Bijstandsuitkering", "inkomen", "Bijstand", "bijstand", 4, "inkomen",
     "uitkering aanvragen klantmanager betaling inkomstenformulier", 20, minima, 32, zorg, iedereen},
    {"bijzondere_bijstand", "Bijzondere bijstand en toeslagen", "inkomen", "Bijzondere bijstand", "bijzBijstUitk", 3, "inkomen",
     "individuele inkomenstoeslag kosten vergoeding wasmachine", 12, minima, 38, zorg, iedereen},
    {"schuldhulp", "Hulp bij schulden", "inkomen", "Schuldhulpverlening", "schuldhulpverlening", 4, "inkomen",
     "schulden deurwaarder budget betalingsachterstand", 10, minima, 28, zorg, iedereen},
    {"minima", "Regelingen bij een laag inkomen", "inkomen", "Minimaregelingen", "indInkToesl", 2, "",
     "meedoen stadspas kindpakket energie sport laag inkomen", 13, minima, 72, zorg, iedereen},
    {"inburgering", "Inburgering en statushouders", "inkomen", "Inburgering", "inburgPlOnth", 4, "inkomen",
     "inburgeren taalles statushouder woning PIP", 7, vlak, 30, zorg, iedereen},
    {"bezwaar", "Bezwaar maken", "juridisch", "Bezwaar", "bezwaar", 3, "",
     "bezwaarschrift beslissing hoorzitting commissie termijn", 8, aanslag, 45, geld, iedereen},
    {"klacht", "Klacht over de gemeente", "juridisch", "Klacht", "klacht", 3, "",
     "klacht ontevreden medewerker bejegening", 8, vlak, 22, geld, iedereen},
    {"schade", "Schade door de gemeente", "juridisch", "Aansprakelijkstelling", "overhEigSchMld", 4, "",
     "aansprakelijk gevallen auto schade claim", 5, winter, 25, geld, iedereen},
    {"woo", "Woo-verzoek en inzage", "juridisch", "Woo-verzoek", "", 4, "",
     "wet open overheid documenten opvragen AVG inzage", 2, vlak, 25, geld, iedereen},
    {"horeca", "Horeca en terras", "bedrijven", "Horecavergunning", "terrasvergunning", 3, "",
     "terras alcoholvergunning exploitatie leidinggevende", 8, terras, 38, zakelijk, bedrijf},
    {"evenement", "Evenement organiseren", "bedrijven", "Evenementenvergunning", "evenementenvergunning", 3, "",
     "buurtfeest braderie barbecue vergunning melding podium", 10, evenement, 45, zakelijk, iedereen},
    {"markt", "Markt en standplaats", "bedrijven", "Standplaats", "standplaatsvergunning", 3, "",
     "marktkraam standplaats weekmarkt foodtruck", 4, vlak, 45, zakelijk, bedrijf},
    {"ondernemen", "Ondernemen in de gemeente", "bedrijven", "Bedrijvenloket", "starterskrediet_ondernemer", 3, "",
     "bedrijf starten kavel bedrijventerrein subsidie bbz", 9, vlak, 45, zakelijk, bedrijf},
};

constexpr Kanaalgewicht per_gewoon[] = {{"telefoon", 56}, {"balie", 9}, {"email", 15}, {"formulier", 8}, {"chat", 7}, {"social_media", 3}, {"brief", 2}};
constexpr Kanaalgewicht aan_loket[] = {{"telefoon", 40}, {"balie", 44}, {"email", 7}, {"formulier", 2}, {"chat", 6}, {"social_media", 1}};
constexpr Kanaalgewicht van_buiten[] = {{"telefoon", 46}, {"balie", 2}, {"email", 12}, {"formulier", 28}, {"chat", 5}, {"social_media", 7}};
constexpr Kanaalgewicht over_geld[] = {{"telefoon", 55}, {"balie", 5}, {"email", 20}, {"formulier", 8}, {"chat", 4}, {"brief", 8}};
constexpr Kanaalgewicht over_zorg[] = {{"telefoon", 70}, {"balie", 7}, {"email", 12}, {"formulier", 4}, {"chat", 2}, {"brief", 5}};
constexpr Kanaalgewicht van_zaken[] = {{"telefoon", 48}, {"balie", 6}, {"email", 30}, {"formulier", 12}, {"brief", 4}};

}  // namespace

std::span<const OnderwerpInhoud> onderwerpen() { return alle; }

std::span<const Kanaalgewicht> kanaal_gewichten(Kanaalsoort soort) {
    switch (soort) {
        case Kanaalsoort::gewoon: return per_gewoon;
        case Kanaalsoort::loket: return aan_loket;
        case Kanaalsoort::buiten: return van_buiten;
        case Kanaalsoort::geld: return over_geld;
        case Kanaalsoort::zorg: return over_zorg;
        case Kanaalsoort::zakelijk: return van_zaken;
    }
    fail_check("kanaalsoort", __FILE__, __LINE__);
}

namespace {

constexpr RegelInhoud alle_regels[] = {
    {"Vertrouwelijk: hulp bij het huishouden", "huishoudelijke_hulp", "", "", "", "zorg", "", ""},
    {"Vertrouwelijk: vervoer", "wmo_vervoer", "", "", "", "zorg", "", ""},
    {"Vertrouwelijk: hulpmiddelen", "hulpmiddel", "", "", "", "zorg", "", ""},
    {"Vertrouwelijk: woningaanpassing", "woningaanpassing", "", "", "", "zorg", "", ""},
    {"Vertrouwelijk: mantelzorg", "mantelzorg", "", "", "", "zorg", "", ""},
    {"Vertrouwelijk: jeugdhulp", "jeugdhulp", "", "", "", "jeugd", "", ""},
    {"Vertrouwelijk: bijstand", "bijstand", "", "", "", "inkomen", "", ""},
    {"Vertrouwelijk: bijzondere bijstand", "bijzondere_bijstand", "", "", "", "inkomen", "", ""},
    {"Vertrouwelijk: inburgering", "inburgering", "", "", "", "inkomen", "", ""},
    {"Engels: wie Engels spreekt", "", "telefoon", "eng", "", "kcc", "", "Engels"},
    {"Turks: wie Turks spreekt", "", "", "tur", "", "kcc", "", "Turks"},
    {"Pools: wie Pools spreekt", "", "", "pol", "", "kcc", "", "Pools"},
    {"Gebarentaal aan de balie", "", "balie", "", "gebarentaal", "kcc", "", "gebarentaal"},
    {"Bomen kappen: adviseur", "kapvergunning", "", "", "", "wonen", "", "kappen"},
    {"Parkeren", "parkeren", "", "", "", "wonen", "", "parkeren"},
    {"Overlast: toezicht", "overlast", "", "", "", "wonen", "", "overlast"},
    {"WOZ in de post", "woz", "brief", "", "", "belastingen", "", "woz"},
    {"Kwijtschelding", "kwijtschelding", "", "", "", "belastingen", "", "kwijtschelding"},
    {"Grafrechten", "begraafplaats", "", "", "", "openbare_ruimte", "bas.nijland", ""},
    {"Afval", "container", "", "", "", "openbare_ruimte", "", "afval"},
    {"Schuldhulp", "schuldhulp", "", "", "", "inkomen", "zeynep.celik", ""},
    {"Trouwen", "trouwen", "", "", "", "burgerzaken", "linde.faber", ""},
    {"Klachten naar de coördinator", "klacht", "", "", "", "juridisch", "tessa.quint", ""},
    {"Social media eerst bij het klantcontactcentrum", "", "social_media", "", "", "kcc", "", ""},
};

}  // namespace

std::span<const RegelInhoud> regels() { return alle_regels; }

}  // namespace dichtbij::app::demo
