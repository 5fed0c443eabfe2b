#include "app/import_wegwijzer.h"

#include "base/text.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::app::contactimport {

template <class T>
void Wegwijzer::add(Namen<T>& namen, std::string_view naam, Id<T> id) {
    const std::string key = folded(naam);
    if (key.empty()) return;
    const auto [place, is_new] = namen.emplace(key, id);
    if (!is_new && place->second != id) place->second.reset();
}

template <class T>
std::optional<Id<T>> Wegwijzer::find(const Namen<T>& namen, std::string_view naam) {
    const auto found = namen.find(folded(naam));
    return found == namen.end() ? std::nullopt : found->second;
}

template std::optional<Id<Onderwerp>> Wegwijzer::find(const Namen<Onderwerp>&, std::string_view);
template std::optional<Id<Product>> Wegwijzer::find(const Namen<Product>&, std::string_view);
template std::optional<Id<Medewerker>> Wegwijzer::find(const Namen<Medewerker>&, std::string_view);

Wegwijzer::Wegwijzer(store::Tx& tx, Id<Gemeente> gemeente) {
    for (const auto& one : organisatie::onderwerpen(tx, gemeente)) add(onderwerpen_, one.naam, one.id);
    for (const auto& one : organisatie::products(tx, gemeente)) add(producten_, one.naam, one.id);
    std::map<Id<Afdeling>, std::string> afdelingen;
    for (const auto& one : organisatie::afdelingen(tx)) afdelingen.emplace(one.id, one.naam);
    for (const auto& team : organisatie::teams_of_gemeente(tx, gemeente)) {
        if (!team.actief) continue;
        add(teams_, team.naam, team.id);
        add(afdelingen_, afdelingen[team.afdeling], team.id);
        for (const auto& one : organisatie::members(tx, team.id)) {
            add(medewerkers_, one.naam, one.id);
            add(medewerkers_, one.email, one.id);
        }
    }
}

std::optional<Id<Team>> Wegwijzer::team(std::string_view naam) const {
    const auto by_name = find(teams_, naam);
    return by_name ? by_name : find(afdelingen_, naam);
}

}  // namespace dichtbij::app::contactimport
