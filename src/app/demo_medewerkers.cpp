// The organisation that works for both gemeenten: departments, teams and about sixty employees.
#include "app/demo_inhoud.h"

namespace dichtbij::app::demo {
namespace {

constexpr int vijf = 0x1f;
constexpr int zonder_ma = 0x1e, zonder_di = 0x1d, zonder_wo = 0x1b, zonder_do = 0x17, zonder_vr = 0x0f;
constexpr int ma_di_do = 0x0b, ma_wo_do = 0x0d, di_wo_do = 0x0e, di_do_vr = 0x1a, ma_di_wo = 0x07, wo_do_vr = 0x1c;
constexpr auto leider = Functierol::teamleider;

constexpr std::string_view alle_afdelingen[] = {"Dienstverlening", "Ruimte", "Samenleving", "Bedrijfsvoering"};

constexpr TeamInhoud alle_teams[] = {
    {"kcc", "Klantcontactcentrum", "Dienstverlening", "", "esther.dijkgraaf", true},
    {"burgerzaken", "Burgerzaken", "Dienstverlening", "", "corinne.bos", false},
    {"bedrijven", "Ondernemers en evenementen", "Dienstverlening", "", "arjan.terpstra", false},
    {"wonen", "Wonen en vergunningen", "Ruimte", "", "marleen.koster", false},
    {"openbare_ruimte", "Openbare ruimte", "Ruimte", "", "gerrit.van.der.meulen", false},
    {"zorg", "Zorg en ondersteuning", "Samenleving", "wmo", "anita.wassenberg", false},
    {"jeugd", "Jeugd", "Samenleving", "jeugd", "lotte.hendriksen", false},
    {"inkomen", "Werk en inkomen", "Samenleving", "inkomen", "rachid.amrani", false},
    {"belastingen", "Belastingen", "Bedrijfsvoering", "", "wim.kooistra", false},
    {"juridisch", "Juridische zaken", "Bedrijfsvoering", "", "judith.scheltema", false},
};

constexpr MedewerkerInhoud iedereen[] = {
    // Contact centre
    {"Esther Dijkgraaf", "Teamleider klantcontactcentrum", "kcc", vijf, "Engels", leider, "mehmet.yildiz"},
    {"Sanne de Wit", "Medewerker klantcontact", "kcc", vijf, "Engels,Duits,chat", {}, "tom.baars"},
    {"Tom Baars", "Medewerker klantcontact", "kcc", vijf, "Engels,belastingen", {}, "sanne.de.wit"},
    {"Priya Ramdin", "Medewerker klantcontact", "kcc", zonder_wo, "Engels,Sarnami,sociaal domein", {}, "hanna.kowalczyk"},
    {"Mehmet Yıldız", "Senior medewerker klantcontact", "kcc", vijf, "Turks,Engels,burgerzaken", {}, "esther.dijkgraaf"},
    {"Hanna Kowalczyk", "Medewerker klantcontact", "kcc", zonder_vr, "Pools,Engels,chat", {}, "priya.ramdin"},
    {"Joost Verkerk", "Medewerker klantcontact", "kcc", vijf, "Engels,social media", {}, "yara.benali"},
    {"Yara Benali", "Medewerker klantcontact", "kcc", zonder_ma, "Arabisch,Frans,Engels", {}, "joost.verkerk"},
    {"Marijke Stoffels", "Medewerker balie", "kcc", ma_wo_do, "gebarentaal,balie", {}, "bram.huizinga"},
    {"Bram Huizinga", "Medewerker balie", "kcc", vijf, "Engels,balie", {}, "marijke.stoffels"},
    {"Femke Aalders", "Medewerker klantcontact", "kcc", di_do_vr, "Engels,chat", {}, "kevin.pinas"},
    {"Kevin Pinas", "Medewerker klantcontact", "kcc", vijf, "Engels,Papiaments", {}, "femke.aalders"},
    {"Gea Oldenburg", "Medewerker post en e-mail", "kcc", ma_di_do, "post", {}, "wouter.slot"},
    {"Wouter Slot", "Medewerker klantcontact", "kcc", zonder_do, "Engels,Duits", {}, "gea.oldenburg"},
    {"Nadia Osman", "Medewerker klantcontact", "kcc", vijf, "Somalisch,Engels", {}, "wouter.slot"},
    // Burgerzaken
    {"Corinne Bos", "Teamleider burgerzaken", "burgerzaken", vijf, "", leider, "peter.van.gelder"},
    {"Peter van Gelder", "Medewerker burgerzaken", "burgerzaken", vijf, "naturalisatie,Engels", {}, "saskia.mulder"},
    {"Saskia Mulder", "Medewerker burgerzaken", "burgerzaken", zonder_wo, "reisdocumenten", {}, "peter.van.gelder"},
    {"Ömer Demirci", "Medewerker burgerzaken", "burgerzaken", zonder_vr, "Turks,adresonderzoek", {}, "linde.faber"},
    {"Linde Faber", "Trouwambtenaar en medewerker burgerzaken", "burgerzaken", di_wo_do, "huwelijken", {}, "omer.demirci"},
    {"Jolanda Pruis", "Medewerker burgerzaken", "burgerzaken", vijf, "akten", {}, "saskia.mulder"},
    // Ondernemers en evenementen
    {"Arjan Terpstra", "Teamleider ondernemers en evenementen", "bedrijven", vijf, "", leider, "chantal.de.roo"},
    {"Chantal de Roo", "Bedrijvenloket", "bedrijven", zonder_vr, "horeca,Engels", {}, "sven.hoogland"},
    {"Sven Hoogland", "Adviseur evenementen", "bedrijven", vijf, "evenementen", {}, "chantal.de.roo"},
    // Wonen en vergunningen
    {"Marleen Köster", "Teamleider wonen en vergunningen", "wonen", vijf, "", leider, "pieter.hoekstra"},
    {"Ruben Tjon-A-Fat", "Casemanager vergunningen", "wonen", vijf, "bouwen,Engels", {}, "ilse.van.den.brink"},
    {"Pieter Hoekstra", "Senior vergunningverlener", "wonen", zonder_wo, "kappen,bouwen,parkeren", {}, "ruben.tjon.a.fat"},
    {"Noor Bakkali", "Medewerker omgevingsplan", "wonen", vijf, "omgevingsplan,monumenten", {}, "daan.scholte"},
    {"Ilse van den Brink", "Toezichthouder bouwen en wonen", "wonen", zonder_vr, "handhaving,overlast", {}, "ruben.tjon.a.fat"},
    {"Daan Scholte", "Medewerker wonen", "wonen", ma_di_wo, "huisvesting,Engels", {}, "noor.bakkali"},
    {"Gülay Aksoy", "Medewerker parkeren", "wonen", zonder_di, "parkeren,Turks", {}, "pieter.hoekstra"},
    // Openbare ruimte
    {"Gerrit van der Meulen", "Teamleider openbare ruimte", "openbare_ruimte", vijf, "", leider, "dennis.kraak"},
    {"Dennis Kraak", "Wijkbeheerder Oeverdorp", "openbare_ruimte", vijf, "straten", {}, "henk.jan.prins"},
    {"Henk-Jan Prins", "Wijkbeheerder Veerdijk en Rietwijk", "openbare_ruimte", vijf, "straten,gladheid", {}, "dennis.kraak"},
    {"Marit Olthof", "Adviseur groen", "openbare_ruimte", zonder_wo, "groen,bomen", {}, "jeroen.wiersma"},
    {"Jeroen Wiersma", "Wijkbeheerder Heidedal", "openbare_ruimte", vijf, "straten,groen", {}, "marit.olthof"},
    {"Samira El Yaakoubi", "Medewerker afval", "openbare_ruimte", zonder_vr, "afval", {}, "bas.nijland"},
    {"Bas Nijland", "Medewerker riolering en water", "openbare_ruimte", vijf, "riool,begraafplaatsen", {}, "samira.el.yaakoubi"},
    // Zorg en ondersteuning
    {"Anita Wassenberg", "Teamleider zorg en ondersteuning", "zorg", vijf, "", leider, "fenna.de.groot"},
    {"Fenna de Groot", "Wmo-consulent", "zorg", zonder_vr, "huishoudelijke hulp", {}, "bilal.haddou"},
    {"Bilal Haddou", "Wmo-consulent", "zorg", vijf, "hulpmiddelen,Arabisch", {}, "fenna.de.groot"},
    {"Margriet Tromp", "Wmo-consulent", "zorg", wo_do_vr, "woningaanpassing", {}, "bilal.haddou"},
    {"Stella Obaseki", "Medewerker Wmo-administratie", "zorg", zonder_ma, "vervoer,Engels", {}, "fenna.de.groot"},
    // Jeugd
    {"Lotte Hendriksen", "Teamleider jeugd", "jeugd", vijf, "", leider, "martijn.vogel"},
    {"Martijn Vogel", "Jeugdconsulent", "jeugd", vijf, "jeugdhulp", {}, "aisha.mohan"},
    {"Aisha Mohan", "Jeugdconsulent", "jeugd", zonder_wo, "jeugdhulp,Engels", {}, "martijn.vogel"},
    {"Carla Ruiter", "Leerplichtambtenaar", "jeugd", ma_di_do, "leerplicht,leerlingenvervoer", {}, "aisha.mohan"},
    // Werk en inkomen
    {"Rachid Amrani", "Teamleider werk en inkomen", "inkomen", vijf, "Arabisch", leider, "willemijn.postma"},
    {"Willemijn Postma", "Klantmanager inkomen", "inkomen", zonder_vr, "bijstand", {}, "david.lijnse"},
    {"David Lijnse", "Klantmanager inkomen", "inkomen", vijf, "bijzondere bijstand", {}, "willemijn.postma"},
    {"Zeynep Çelik", "Schuldhulpverlener", "inkomen", zonder_wo, "schuldhulp,Turks", {}, "david.lijnse"},
    {"Herman Blaak", "Consulent inburgering", "inkomen", di_wo_do, "inburgering,Engels", {}, "zeynep.celik"},
    // Belastingen
    {"Wim Kooistra", "Teamleider belastingen", "belastingen", vijf, "", leider, "ingrid.haverkate"},
    {"Ingrid Haverkate", "Medewerker heffen", "belastingen", vijf, "woz,ozb", {}, "patrick.snoek"},
    {"Patrick Snoek", "Medewerker invordering", "belastingen", zonder_vr, "betalingsregeling", {}, "ingrid.haverkate"},
    {"Soraya Ramsaran", "Medewerker kwijtschelding", "belastingen", zonder_ma, "kwijtschelding", {}, "patrick.snoek"},
    {"Theo van Lier", "Taxateur", "belastingen", ma_di_do, "woz", {}, "ingrid.haverkate"},
    // Juridische zaken
    {"Judith Scheltema", "Teamleider juridische zaken", "juridisch", zonder_vr, "", leider, "olivier.brandsma"},
    {"Olivier Brandsma", "Juridisch medewerker bezwaar", "juridisch", vijf, "bezwaar,Woo", {}, "tessa.quint"},
    {"Tessa Quint", "Klachtencoördinator", "juridisch", di_wo_do, "klachten,schade", {}, "olivier.brandsma"},
    // Whole organisation
    {"Karin Veenstra", "Manager dienstverlening", "", vijf, "", Functierol::manager, "ronald.bouwhuis"},
    {"Ronald Bouwhuis", "Manager ruimte en samenleving", "", vijf, "", Functierol::manager, "karin.veenstra"},
    {"Inge Roelofs", "Functioneel beheerder", "", vijf, "", Functierol::beheerder, {}},
};

}  // namespace

std::span<const std::string_view> afdelingen() { return alle_afdelingen; }
std::span<const TeamInhoud> teams() { return alle_teams; }
std::span<const MedewerkerInhoud> medewerkers() { return iedereen; }
std::string_view mail_domain() { return "oeverland.example"; }

}  // namespace dichtbij::app::demo
