#include "organisatie/organisatie_opbouw.h"

#include "base/text.h"
#include "organisatie/organisatie_store.h"

namespace dichtbij::organisatie {

void add(store::Tx& tx, const Gemeente& gemeente) { OrganisatieStore(tx).insert(gemeente); }

void add(store::Tx& tx, const Afdeling& afdeling, Id<dichtbij::Gemeente> gemeente) {
    OrganisatieStore(tx).insert(afdeling, gemeente);
}

void add(store::Tx& tx, const Team& team, std::span<const Id<dichtbij::Gemeente>> gemeenten) {
    const OrganisatieStore rows(tx);
    rows.insert(team);
    for (const auto& gemeente : gemeenten) rows.add_team_gemeente(team.id, gemeente);
    add_member(tx, team.id, team.leider);
}

void add(store::Tx& tx, const Medewerker& medewerker, Id<dichtbij::Gemeente> gemeente) {
    Medewerker row = medewerker;
    row.email = lower_ascii(row.email);
    const OrganisatieStore rows(tx);
    rows.insert(row);
    rows.add_medewerker_gemeente(row.id, gemeente);
}

void add(store::Tx& tx, const Product& product) { OrganisatieStore(tx).insert(product); }
void add(store::Tx& tx, const Onderwerp& onderwerp) { OrganisatieStore(tx).insert(onderwerp); }
void add(store::Tx& tx, const Afwezigheid& afwezigheid) { OrganisatieStore(tx).insert(afwezigheid); }
void add(store::Tx& tx, const Vervanging& vervanging) { OrganisatieStore(tx).insert(vervanging); }

void add_member(store::Tx& tx, Id<dichtbij::Team> team, Id<dichtbij::Medewerker> medewerker) {
    const OrganisatieStore rows(tx);
    rows.add_member(team, medewerker);
    for (const auto& gemeente : rows.gemeenten_of_team(team)) rows.add_medewerker_gemeente(medewerker, gemeente);
}

void remove_member(store::Tx& tx, Id<dichtbij::Team> team, Id<dichtbij::Medewerker> medewerker) { OrganisatieStore(tx).remove_member(team, medewerker); }

void add_manager(store::Tx& tx, Id<dichtbij::Gemeente> gemeente, Id<dichtbij::Medewerker> medewerker) {
    const OrganisatieStore rows(tx);
    rows.add_manager(gemeente, medewerker);
    rows.add_medewerker_gemeente(medewerker, gemeente);
}

void add_skill(store::Tx& tx, Id<dichtbij::Medewerker> medewerker, std::string_view vaardigheid) {
    OrganisatieStore(tx).add_skill(medewerker, skill_key(vaardigheid));
}

std::string skill_key(std::string_view vaardigheid) { return folded(vaardigheid); }

}  // namespace dichtbij::organisatie
