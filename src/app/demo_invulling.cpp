#include "app/demo_invulling.h"

#include <algorithm>
#include <array>

namespace dichtbij::app::demo {
namespace {

constexpr std::array<std::string_view, 7> dagen_van_de_week{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"};
constexpr std::array<std::string_view, 12> maanden{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"};
constexpr int misslag_promille = 45;  // texts with a slip of the keys

constexpr std::string_view namen[] = {"naam", "Wie", "wie", "hij", "Hij", "zijn", "hem", "straat", "huisnummer", "adres", "plaats", "gemeente", "dag", "dag_later", "dag_terug",
                                      "maand", "jaar", "bedrag", "bedrag_klein", "bedrag_groot", "nummer", "collega", "tijd", "leeftijd", "leeftijd_volwassen", "kind", "weken", "gezin", "paal"};

Day weekday_near(Day day, int stap) {
    while (weekday_of(day) == std::chrono::Saturday || weekday_of(day) == std::chrono::Sunday) day += days(stap);
    return day;
}

std::string euros(int bedrag, int centen) {
    const std::string text = std::to_string(bedrag);
    const std::string grouped = text.size() > 3 ? text.substr(0, text.size() - 3) + "." + text.substr(text.size() - 3) : text;
    return "€ " + grouped + (centen == 0 ? "" : "," + std::to_string(centen));
}

std::string_view month_name(Day day) { return maanden[static_cast<unsigned>(ymd(day).month()) - 1]; }

Invulling of_someone(const GemeenteInhoud& gemeente, Toeval& toeval) {
    const Kern& kern = toeval.pick(gemeente.kernen);
    const Straat& straat = toeval.pick(kern.straten);
    const std::string huisnummer = std::to_string(toeval.between(1, straat.hoogste_nummer));
    return {{"naam", "een inwoner"}, {"Wie", "Beller"}, {"wie", "de beller"}, {"hij", "die"}, {"zijn", "zijn"}, {"hem", "hem"},
            {"straat", std::string(straat.naam)}, {"huisnummer", huisnummer}, {"adres", std::string(straat.naam) + " " + huisnummer},
            {"plaats", std::string(kern.naam)}, {"gemeente", std::string(gemeente.naam)}};
}

}  // namespace

bool is_known_name(std::string_view name) { return std::find(std::begin(namen), std::end(namen), name) != std::end(namen); }

std::string dag_in_woorden(Day day) {
    return std::string(dagen_van_de_week[weekday_of(day).iso_encoding() - 1]) + " " + std::to_string(static_cast<unsigned>(ymd(day).day())) + " " + std::string(month_name(day));
}

Invulling Tekstvuller::values(const Tekstplek& plek, Toeval& toeval) const {
    const GemeenteInhoud& gemeente = *organisatie_.gemeenten[plek.gemeente].inhoud;
    Invulling waarden = plek.persoon ? bevolking_.invulling(*plek.persoon) : of_someone(gemeente, toeval);
    waarden["Hij"] = waarden["hij"] == "zij" ? "Zij" : "Hij";
    const Day today = day_of(plek.nu);
    waarden["dag"] = dag_in_woorden(weekday_near(today + days(toeval.between(2, 8)), 1));
    waarden["dag_later"] = dag_in_woorden(weekday_near(today + days(toeval.between(10, 40)), 1));
    waarden["dag_terug"] = dag_in_woorden(weekday_near(today - days(toeval.between(3, 25)), -1));
    waarden["maand"] = month_name(today - days(toeval.between(20, 75)));
    waarden["jaar"] = std::to_string(static_cast<int>(ymd(today).year()));
    const int bedrag = toeval.between(38, 940);
    waarden["bedrag"] = euros(bedrag, toeval.chance(50) ? 0 : toeval.between(10, 95));
    waarden["bedrag_klein"] = euros(toeval.between(15, 45), 0);
    waarden["bedrag_groot"] = euros(toeval.between(840, 1990), 0);
    waarden["nummer"] = std::to_string(toeval.between(10'000'000, 89'999'999));
    waarden["collega"] = toeval.pick(organisatie_.medewerkers).inhoud->naam;
    waarden["tijd"] = std::to_string(toeval.between(9, 16)) + (toeval.chance(50) ? ".00 uur" : ".20 uur");
    waarden["leeftijd"] = std::to_string(toeval.between(0, 15)) + " jaar";
    waarden["leeftijd_volwassen"] = std::to_string(toeval.between(20, 31)) + " jaar";
    waarden["kind"] = toeval.pick(toeval.chance(50) ? vrouwennamen() : mannennamen());
    waarden["weken"] = std::to_string(toeval.between(3, 9));
    waarden["gezin"] = std::to_string(toeval.between(4, 7)) + " personen";
    waarden["paal"] = std::to_string(toeval.between(3, 88));
    return waarden;
}

std::string Tekstvuller::fill(std::string_view sjabloon, const Tekstplek& plek, Toeval& toeval) const {
    return fill_in(sjabloon, values(plek, toeval), toeval);
}

std::string Tekstvuller::typed(std::string_view sjabloon, const Tekstplek& plek, Toeval& toeval) const {
    std::string text = fill(sjabloon, plek, toeval);
    return toeval.per_mille(misslag_promille) ? mistyped(text, toeval) : text;
}

}  // namespace dichtbij::app::demo
