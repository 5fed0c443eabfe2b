#include "taal/woordenlijst.h"

namespace dichtbij::taal {

// How to read a row: woordenlijst.h.
std::string_view woorden_nl() {
    return R"(
aangaande = over
aangezien = omdat
aanmerkelijk/aanmerkelijke = groot/grote
aansluitend = daarna
aanvang = begin, start
aanvankelijk/aanvankelijke = eerst/eerste
w aanvangen = beginnen
w aanwenden = gebruiken
additioneel/additionele = extra/extra
adequaat/adequate = goed/goede, passend/passende
w accorderen = goedkeuren
w adviseren = aanraden
afgeven = geven
alsmede = en, en ook
alsnog = toch nog
alsook = en ook
alvorens = voordat
ambtshalve = uit onszelf
w annuleren = afzeggen
anderszins = op een andere manier
anticiperen op = rekening houden met
w appelleren = ~een beroep doen
w arriveren = aankomen
aspect/aspecten = punt/punten, kant/kanten
beduidend = veel
w beëindigen = stoppen
beëindiging = einde
bekrachtiging = bevestiging
behelst = gaat over
behoeft = ~heeft nodig
behoeven = hoeven, nodig hebben
behoudens = behalve
behulpzaam zijn = helpen
belanghebbende/belanghebbenden = betrokkene/betrokkenen
benodigd/benodigde = nodig/nodige
beschikking/beschikkingen = besluit/besluiten
bescheiden = papieren, documenten
betreffende = over
bewerkstelligen = zorgen voor
bewijsstuk/bewijsstukken = bewijs/bewijzen
bezwaarlijk/bezwaarlijke = moeilijk/moeilijke
bij brief van = in de brief van
bijgevolg = daarom, dus
bij gebreke van = ~als er geen
bij wijze van uitzondering = deze ene keer
binnen afzienbare tijd = snel, binnenkort
binnen de kaders van = binnen
w completeren = aanvullen
w communiceren = vertellen
compensatie = vergoeding
complex/complexe = moeilijk/moeilijke, ingewikkeld/ingewikkelde
conceptbesluit/conceptbesluiten = voorlopig besluit/voorlopige besluiten
w concluderen = besluiten
conform = volgens
consequentie/consequenties = gevolg/gevolgen
w consulteren = vragen
w constateren = zien, merken
w continueren = doorgaan
correspondentie = brieven en mails
correspondentieadres = postadres
criterium/criteria = eis/eisen
daar waar = waar
daartoe = daarvoor
daarenboven = ook
daaromtrent = daarover
dan wel = of
de dato = van
w declareren = terugvragen
deelgenoot maken van = vertellen over
w deponeren = neerleggen
dergelijk/dergelijke = ~zulk/zulke
derhalve = daarom, dus
desalniettemin = toch
desbetreffend/desbetreffende = ~dit/deze
desgevraagd = als ernaar wordt gevraagd
desgewenst = als u dat wilt
deswege = daarom
devies = advies
dientengevolge = daardoor
dienaangaande = daarover
dient u = moet u
dienen te = moeten
dient te = moet
discrepantie/discrepanties = verschil/verschillen
doch = maar
doeleinde/doeleinden = doel/doelen
door middel van = met, door
draagkracht = ~inkomen en vermogen
draagvlak = steun
echter = ~maar
eenieder = iedereen
eensluidend/eensluidende = gelijk/gelijke
w effectueren = uitvoeren
emolumenten = extra inkomsten
enerzijds = aan de ene kant
enigerlei = een of andere
enigszins = een beetje
erkentelijk = dankbaar
essentieel/essentiële = nodig/nodige, belangrijk/belangrijke
w evalueren = bekijken
w excuseren = ~sorry zeggen
exclusief = zonder
expliciet/expliciete = duidelijk/duidelijke
faciliteit/faciliteiten = voorziening/voorzieningen
w faciliteren = helpen
fiatteren = goedkeuren
w finaliseren = afmaken
w financieren = betalen
w fourneren = geven
frequent = vaak
w functioneren = werken
gaarne = graag
gebezigd/gebezigde = gebruikt/gebruikte
gedurende = tijdens, in
gegadigde/gegadigden = ~wie interesse heeft/wie interesse hebben
gelet op = door, omdat
gelieve = ~wilt u
w genereren = maken
geschiedt = gebeurt
geschieden = gebeuren
gesteld dat = als
gevolg geven aan = ~doen wat staat in
gezien het feit dat = omdat
grosso modo = ongeveer
hangende = tijdens
heden = nu, vandaag
hedenavond = vanavond
hernieuwd/hernieuwde = nieuw/nieuwe
hetgeen = wat
hetwelk = dat
hieraangaande = hierover
hierbij doe ik u toekomen = u krijgt hierbij
hierbij treft u aan = u krijgt hierbij
hiertoe = hiervoor
hieromtrent = hierover
hoedanigheid = rol
w honoreren = ~goedkeuren
huidig/huidige = ~van nu/van nu
identiek/identieke = gelijk/gelijke
w identificeren = herkennen
w implementeren = invoeren
w impliceren = betekenen
in acht nemen = rekening houden met
in afwachting van = tot
in afwijking van = anders dan
in beginsel = meestal
in casu = in dit geval
in de gelegenheid stellen = de kans geven
in gebreke blijven = ~niet doen wat moet
in het bezit van = met
in het bijzonder = vooral
in het geval dat = als
in het kader van = voor, bij
in het licht van = door
in mindering brengen = aftrekken
in overeenstemming met = volgens
in overweging nemen = nadenken over
in principe = meestal
in samenspraak met = samen met
in samenwerking met = samen met
in verband met = door, vanwege
incidenteel/incidentele = ~soms/losse
inclusief = met
incompleet/incomplete = niet compleet/niet complete
indien = als
indienen bij = sturen naar
w indiceren = aangeven
individu/individuen = persoon/personen
w informeren = vertellen
ingaande = vanaf
ingevolge = volgens
inhoudelijk/inhoudelijke = ~over de inhoud/over de inhoud
initiatief nemen = ~beginnen
w initiëren = beginnen
initieel/initiële = eerst/eerste
inherent aan = ~hoort bij
insteek = bedoeling
instemming = goedkeuring
w instrueren = uitleggen
integraal/integrale = ~in zijn geheel/hele
inwilligen = goedkeuren
inwilliging = goedkeuring
inzake = over
inzichtelijk maken = laten zien
inzonderheid = vooral
jegens = tegen, voor
jongstleden = afgelopen
kenbaar maken = laten weten
kennisgeving/kennisgevingen = bericht/berichten
kennis nemen van = lezen
klaarblijkelijk/klaarblijkelijke = duidelijk/duidelijke
krachtens = volgens
kwijtschelding = ~niet hoeven betalen
leges = kosten
legitimatiebewijs/legitimatiebewijzen = paspoort of identiteitskaart/paspoorten of identiteitskaarten
w legitimeren = ~laten zien wie u bent
mede = ook
mede namens = ook namens
mededeling/mededelingen = bericht/berichten
mededelen = laten weten
medio = rond half
mits = alleen als
middels = met, door
minimaal = minstens
mocht u = als u
mogelijkerwijs = misschien
momenteel = nu
motivatie = reden
motivering = uitleg
w motiveren = uitleggen
naar aanleiding van = door, na
naar behoren = goed
naar verwachting = waarschijnlijk
nader/nadere = meer/meer
naderhand = later
namelijk = ~want
nadien = daarna
nalatig = ~slordig
w nalaten = niet doen
navolgend/navolgende = volgend/volgende
nihil = nul
niettegenstaande = ondanks
niettemin = toch
nimmer = nooit
nochtans = toch
nogmaals = nog een keer
noodzakelijk/noodzakelijke = nodig/nodige
noodzakelijkerwijs = ~omdat het moet
nopens = over
onderhavig/onderhavige = ~dit/deze
w onderbouwen = uitleggen
onderstaand/onderstaande = ~dit/deze
omtrent = over
omwille van = voor
onverlet laten = niet veranderen
onontbeerlijk/onontbeerlijke = nodig/nodige
ontberen = missen
ontvankelijk verklaren = in behandeling nemen
onverhoopt = toch
onverminderd = ook
onverwijld = meteen, direct
op basis van = door, met
op grond van = volgens, door
op het gebied van = over
op korte termijn = snel
op voorhand = vooraf
op welke wijze = hoe
optimaal/optimale = zo goed mogelijk/beste
w optimaliseren = verbeteren
opteren voor = kiezen voor
overeenkomstig = volgens
van overheidswege = door de overheid
overleggen van = laten zien van
w participeren = meedoen
participatie = ~meedoen
per abuis = per ongeluk
per direct = meteen
per omgaande = meteen
periodiek/periodieke = regelmatig/regelmatige
permanent/permanente = altijd/blijvende
plaatshebben = gebeuren
plaatsvinden = zijn, gebeuren
w prefereren = ~liever willen
preventief/preventieve = vooraf/voorkomende
primair/primaire = vooral/eerste
w prioriteren = ~kiezen wat eerst moet
prioriteit/prioriteiten = ~wat eerst moet/wat eerst moet
procedure/procedures = stappen/stappen
proces-verbaal = verslag
w profiteren = ~voordeel hebben
w prolongeren = verlengen
pro forma = voorlopig
qua = met, van
w realiseren = maken
w reageren = antwoorden
recentelijk = pas, kortgeleden
recent/recente = kortgeleden/nieuwe
w reduceren = ~kleiner maken
w refereren = verwijzen
regelgeving = regels
relevant/relevante = belangrijk/belangrijke
w registreren = opschrijven
w rectificeren = verbeteren
respectievelijk = en
w resulteren = leiden
restitutie = teruggave
w retourneren = terugsturen
reeds = al
rechthebbende/rechthebbenden = ~wie recht heeft/wie recht hebben
richtlijn/richtlijnen = regel/regels
schade toebrengen = schade maken
schriftelijk/schriftelijke = ~in een brief/in een brief
sedert = sinds
w selecteren = kiezen
significant/significante = groot/grote
sommatie/sommaties = laatste waarschuwing/laatste waarschuwingen
staven = bewijzen
stagneert = stopt
strekt tot = is voor
structureel/structurele = vast/vaste
w stimuleren = helpen
w suggereren = voorstellen
te allen tijde = altijd
te dien einde = daarvoor
te zijner tijd = later
ten aanzien van = over, voor
ten behoeve van = voor
ten bedrage van = van
ten dele = voor een deel
ten deze = hierbij
ten einde = om
teneinde = om
ten gevolge van = door
ten gunste van = voor
ten laste van = op kosten van
ten minste = minstens
ten spoedigste = zo snel mogelijk
ten tijde van = tijdens
ter attentie van = voor
ter beschikking stellen = geven
ter hand stellen = geven
ter inzage liggen = te lezen zijn
ter kennisname = om te lezen
ter plaatse = daar
ter zake = hierover
terzake = hierover
termijn stellen = een datum afspreken
terstond = meteen
terugkoppeling = antwoord
terugkoppelen = laten weten
tevens = ook
thans = nu
toekennen = geven
toekenning = goedkeuring
toelichten = uitleggen
toelichting = uitleg
toereikend/toereikende = genoeg/genoeg
toezenden = sturen
tot en met heden = tot vandaag
tot stand brengen = maken
tot op heden = tot nu toe
w transformeren = veranderen
uit dien hoofde = daarom
uit hoofde van = door
uitgezonderd = behalve
uiteenzetting = uitleg
uiteenzetten = uitleggen
uitsluitend/uitsluitende = alleen/enige
uitsluitsel = antwoord
urgent/urgente = dringend/dringende
van rechtswege = volgens de wet
van toepassing zijn = gelden
van toepassing = geldig
vanaf heden = vanaf nu
vanwege het feit dat = omdat
vereist/vereiste = nodig/nodige
verificatie = controle
w verifiëren = controleren
verlangen dat = willen dat
verlenen = geven
verleent = geeft
verlet = vertraging
vermits = omdat
verschuldigd/verschuldigde = ~te betalen/te betalen
verstrekken = geven
verstrekt = geeft, gegeven
verstrekking = ~het geven
verwijtbaar = ~uw schuld
verzoeken wij u = vragen wij u
verzoek ik u = vraag ik u
verzuim = fout
verzuimen = vergeten
vice versa = andersom
vigerend/vigerende = geldend/geldende
voldoen aan = ~doen wat staat in
volgaarne = graag
volstaan met = genoeg zijn
voltooien = afmaken
voor wat betreft = over
voornemens zijn = van plan zijn
voornoemd/voornoemde = ~dit/deze
voorts = ook, verder
vooralsnog = voorlopig
voorafgaand aan = voor
vooruitlopend op = voor
voorhanden zijn = er zijn
voorziet in = zorgt voor
voorzover = als
vorderen = terugvragen
vordering/vorderingen = ~bedrag dat u moet betalen/bedragen die u moet betalen
vrijstelling verlenen = vrijstellen
waarborgen = zorgen voor
wederom = weer
wederpartij = de ander
weigeringsgrond/weigeringsgronden = ~reden om nee te zeggen/redenen om nee te zeggen
wenselijk/wenselijke = goed/goede
wijziging/wijzigingen = verandering/veranderingen
wijze = manier
woonachtig = ~wonend
zienswijze/zienswijzen = mening/meningen
zodoende = zo
zonder voorafgaande = zonder
zorg dragen voor = zorgen voor
zorgdragen voor = zorgen voor
zulks = dat
zijdens = van
)";
}

std::string_view werkwoorden_nl() {
    return R"(
aanvangen/vang/vangt/ving/vingen/aangevangen
aankomen/-/-/-/-/aangekomen
aangeven/-/-/-/-/aangegeven
aanraden/-/-/-/-/aangeraden
aanvullen/-/-/-/-/aangevuld
aanwenden/wend/wendt/wendde/wendden/aangewend
adviseren/adviseer/adviseert/adviseerde/adviseerden/geadviseerd
afgeven/-/-/-/-/afgegeven
afmaken/-/-/-/-/afgemaakt
afzeggen/-/-/-/-/afgezegd
antwoorden/antwoord/antwoordt/antwoordde/antwoordden/geantwoord
beginnen/begin/begint/begon/begonnen/begonnen
bekijken/bekijk/bekijkt/bekeek/bekeken/bekeken
besluiten/besluit/besluit/besloot/besloten/besloten
beëindigen/beëindig/beëindigt/beëindigde/beëindigden/beëindigd
controleren/controleer/controleert/controleerde/controleerden/gecontroleerd
doorgaan/-/-/-/-/doorgegaan
geven/geef/geeft/gaf/gaven/gegeven
goedkeuren/-/-/-/-/goedgekeurd
initiëren/initieer/initieert/initieerde/initieerden/geïnitieerd
invoeren/-/-/-/-/ingevoerd
kiezen/kies/kiest/koos/kozen/gekozen
leiden/leid/leidt/leidde/leidden/geleid
meedoen/-/-/-/-/meegedaan
nalaten/-/-/-/-/nagelaten
neerleggen/-/-/-/-/neergelegd
opschrijven/-/-/-/-/opgeschreven
sturen/stuur/stuurt/stuurde/stuurden/gestuurd
terugsturen/-/-/-/-/teruggestuurd
terugvragen/-/-/-/-/teruggevraagd
uitleggen/-/-/-/-/uitgelegd
uitvoeren/-/-/-/-/uitgevoerd
veranderen/verander/verandert/veranderde/veranderden/veranderd
verbeteren/verbeter/verbetert/verbeterde/verbeterden/verbeterd
verifiëren/verifieer/verifieert/verifieerde/verifieerden/geverifieerd
verwijzen/verwijs/verwijst/verwees/verwezen/verwezen
voorstellen/-/-/-/-/voorgesteld
vragen/vraag/vraagt/vroeg/vroegen/gevraagd
zien/zie/ziet/zag/zagen/gezien
)";
}

}  // namespace dichtbij::taal
