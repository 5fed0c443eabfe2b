#include "app/demo_vaste_personen.h"

namespace dichtbij::app::demo {
namespace {

constexpr auto mw = partij::Aanhef::mevrouw, dhr = partij::Aanhef::meneer, zaak = partij::Aanhef::geen;

constexpr VastePersoon alle[] = {
    {0, mw, "Fatima", "El", "Idrissi", 19840314, "653", "Kastanjelaan", 18, "3999AB", "Oeverdorp", "06 1234 5678", "f.elidrissi@voorbeeld.example", "na 15.00 uur", "", 14, Vrager::ouder},
    {0, dhr, "Jan-Willem", "", "Oosterhuis", 19610907, "412", "Dorpsstraat", 12, "3999AC", "Oeverdorp", "06 1234 5600", "jw.oosterhuis@thuis.example", "na 15.00 uur", "", 6, Vrager::iedereen},
    {0, dhr, "Henk", "van der", "Velde", 19480122, "7", "Veerdijk", 44, "3997EA", "Veerdijk", "0399 31 22 07", "", "", "", 12, Vrager::oudere},
    {0, mw, "Corrie", "", "Pronk-de Haan", 19390530, "1", "Schoolstraat", 9, "3999AL", "Oeverdorp", "0399 30 14 60", "", "'s ochtends", "", 8, Vrager::oudere},
    {0, mw, "Agnieszka", "", "Wójcik", 19900611, "8", "Touwslagersbaan", 61, "3999AP", "Oeverdorp", "06 1234 7719", "agnieszka.wojcik@mail.example", "", "pol", 6, Vrager::iedereen},
    {0, mw, "Şükran", "", "Öztürk", 19770218, "3", "Rietdreef", 102, "3998GA", "Rietwijk", "06 1234 3340", "s.ozturk@post.example", "", "", 6, Vrager::ouder},
    {1, mw, "Rachel", "", "Groenewegen-O’Neill", 19860725, "2", "Berkenlaan", 27, "3989AJ", "Heidedal", "06 1234 9021", "rachel.oneill@mail.example", "", "eng", 6, Vrager::iedereen},
    {0, dhr, "Joris", "", "Ruyssenaars", 19700403, "9", "Kerkpad", 2, "3999AD", "Oeverdorp", "06 1234 1180", "joris.ruyssenaars@snelnet.example", "", "", 5, Vrager::iedereen},
    {0, dhr, "Hassan", "", "Abdi-Verhoeven", 19820914, "5", "Lange Akker", 3, "3999CA", "Oeverdorp", "06 1234 4433", "h.abdi@thuis.example", "", "", 5, Vrager::ouder},
    {1, mw, "Trijntje", "", "Haverkamp", 19440812, "6", "Schaapsdrift", 15, "3989AD", "Heidedal", "0398 41 70 22", "", "", "", 7, Vrager::oudere},
    {0, zaak, "", "", "Bakkerij Van Loon", 0, "", "Dorpsstraat", 31, "3999AC", "Oeverdorp", "0399 30 55 10", "info@bakkerij-van-loon.example", "", "", 9, Vrager::bedrijf},
    {0, zaak, "", "", "Dorpsraad Veerdijk", 0, "", "Dorpsplein", 4, "3997EN", "Veerdijk", "0399 31 90 01", "secretaris@dorpsraad-veerdijk.example", "", "", 8, Vrager::bedrijf},
    {0, zaak, "", "", "Stichting Oud-Oeverdorp", 0, "", "Dorpsstraat", 41, "3999AC", "Oeverdorp", "0399 30 12 34", "bestuur@oud-oeverdorp.example", "", "", 5, Vrager::bedrijf},
    {1, zaak, "", "", "Aannemer De Graaf bv", 0, "", "Handelsweg", 12, "3989BA", "Heidedal", "0398 44 10 10", "planning@degraaf-bouw.example", "", "", 9, Vrager::bedrijf},
    {1, zaak, "", "", "Maatschap Van Rooijen-Şahin", 0, "", "Zandhuizerweg", 88, "3987CA", "Zandhuizen", "0398 46 20 31", "info@rooijen-sahin.example", "", "", 6, Vrager::bedrijf},
    {0, zaak, "", "", "Eetcafé ’t Veer", 0, "", "Veerdijk", 1, "3997EA", "Veerdijk", "0399 31 10 44", "hallo@eetcafe-veer.example", "", "", 7, Vrager::bedrijf},
};

}  // namespace

std::span<const VastePersoon> vaste_personen() { return alle; }

}  // namespace dichtbij::app::demo
