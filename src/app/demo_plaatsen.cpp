// Oeverland and Heidedal: villages and streets. The area code 0399 and the places do not exist.
#include "app/demo_inhoud.h"

namespace dichtbij::app::demo {
namespace {

constexpr Straat oeverdorp[] = {
    {"Kastanjelaan", "AB", 64}, {"Dorpsstraat", "AC", 148}, {"Kerkpad", "AD", 22}, {"Molenweg", "AE", 130}, {"Raadhuisplein", "AA", 18},
    {"Haven Westzijde", "AG", 40}, {"Beukenlaan", "AH", 72}, {"Lindelaan", "AJ", 66}, {"Wilgenstraat", "AK", 54}, {"Schoolstraat", "AL", 38},
    {"Prinsenhof", "AM", 44}, {"Weverstraat", "AN", 58}, {"Touwslagersbaan", "AP", 92}, {"Kuipersweg", "AR", 76}, {"Brouwerslaan", "AT", 80},
    {"Grote Wetering", "AV", 110}, {"Rietzangerstraat", "BA", 48}, {"Karekietlaan", "BB", 52}, {"Futenlaan", "BC", 60}, {"Aalscholverweg", "BD", 36},
    {"IJsvogelhof", "BE", 28}, {"Zilverreigerlaan", "BG", 70}, {"Burgemeester Van Oeverenlaan", "BH", 96}, {"Stationsweg", "BJ", 88},
    {"Industrieweg", "BK", 60}, {"Handelskade", "BL", 48}, {"Ambachtsweg", "BM", 52}, {"Tuinderslaan", "BN", 64}, {"Kersengaarde", "BP", 42},
    {"Perenhof", "BR", 30}, {"Meidoornstraat", "BS", 62}, {"Vlierstraat", "BT", 50}, {"Oude Dijk", "BV", 75}, {"Lange Akker", "CA", 44},
};
constexpr Straat veerdijk[] = {
    {"Veerdijk", "EA", 120}, {"Pontweg", "EB", 46}, {"Veerhuisstraat", "EC", 34}, {"Uiterwaardenlaan", "ED", 58}, {"Kribstraat", "EE", 40},
    {"Schippersgang", "EG", 26}, {"Zalmstraat", "EH", 52}, {"Steurlaan", "EJ", 44}, {"Fuikstraat", "EK", 36}, {"Bakenhof", "EL", 24},
    {"Kribbenpad", "EM", 20}, {"Dorpsplein", "EN", 30},
};
constexpr Straat rietwijk[] = {
    {"Rietdreef", "GA", 210}, {"Lisdoddelaan", "GB", 90}, {"Waterlelieplein", "GC", 60}, {"Gele Plomp", "GD", 48}, {"Kikkerbeet", "GE", 56},
    {"Zwanenbloem", "GG", 52}, {"Kalmoeslaan", "GH", 66}, {"Watermunt", "GJ", 44}, {"Dotterbloem", "GK", 50}, {"Pijlkruid", "GL", 38},
};
constexpr Straat nieuw_oever[] = {
    {"Polderweg", "JA", 84}, {"Sluisstraat", "JB", 40}, {"Gemaalweg", "JC", 32}, {"Tochtsloot", "JD", 46}, {"Zandpad", "JE", 28},
    {"Griendweg", "JG", 50}, {"Houtkade", "JH", 36},
};

constexpr Straat heidedal[] = {
    {"Heidelaan", "AA", 110}, {"Marktstraat", "AB", 72}, {"Brinkstraat", "AC", 54}, {"Schaapsdrift", "AD", 66}, {"Jeneverbeslaan", "AE", 48},
    {"Dennenweg", "AG", 130}, {"Zandverstuiving", "AH", 40}, {"Berkenlaan", "AJ", 82}, {"Eikenhorst", "AK", 56}, {"Vossenbos", "AL", 38},
    {"Reeënspoor", "AM", 44}, {"Dopheide", "AN", 62}, {"Struikheide", "AP", 58}, {"Wolfskers", "AR", 30}, {"Essenkamp", "AS", 46},
    {"Turfstraat", "AT", 50}, {"Kloosterweg", "AV", 64}, {"Molenberg", "AX", 28}, {"Bosrand", "AZ", 90}, {"Handelsweg", "BA", 48},
};
constexpr Straat zandhuizen[] = {
    {"Zandhuizerweg", "CA", 140}, {"Achterveld", "CB", 34}, {"Kampstraat", "CC", 42}, {"Hooiland", "CD", 38}, {"Roggeveld", "CE", 36},
    {"Boekweitakker", "CG", 30}, {"Spinnerij", "CH", 24},
};
constexpr Straat beekhem[] = {
    {"Beekstraat", "EA", 88}, {"Watermolenlaan", "EB", 46}, {"Elzenbroek", "EC", 40}, {"Populierenlaan", "ED", 72}, {"Vonderpad", "EE", 26},
    {"Kapelstraat", "EG", 52}, {"Meulenhof", "EH", 34},
};

constexpr Kern van_oeverland[] = {
    {"Oeverdorp", 52, "3999", oeverdorp},
    {"Rietwijk", 22, "3998", rietwijk},
    {"Veerdijk", 16, "3997", veerdijk},
    {"Nieuw-Oever", 10, "3996", nieuw_oever},
};
constexpr Kern van_heidedal[] = {
    {"Heidedal", 58, "3989", heidedal},
    {"Beekhem", 24, "3988", beekhem},
    {"Zandhuizen", 18, "3987", zandhuizen},
};

constexpr GemeenteInhoud alle[] = {
    {"oeverland", "Oeverland", 36'000, "14 0399", "gemeente@oeverland.example", "Raadhuisplein 1, 3999 AA Oeverdorp", "https://www.oeverland.example", van_oeverland},
    {"heidedal", "Heidedal", 24'000, "14 0398", "gemeente@heidedal.example", "Brinkstraat 2, 3989 AC Heidedal", "https://www.heidedal.example", van_heidedal},
};

}  // namespace

std::span<const GemeenteInhoud> gemeenten() { return alle; }

}  // namespace dichtbij::app::demo
