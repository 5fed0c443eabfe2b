#pragma once
// The rows of the organisation. Reads return what is there; what a caller may see is the service's to say.

#include <optional>
#include <string_view>
#include <vector>

#include "organisatie/organisatie.h"
#include "store/store.h"

namespace dichtbij::organisatie {

class OrganisatieStore {
  public:
    explicit OrganisatieStore(store::Tx& tx) : tx_(tx) {}

    std::optional<Gemeente> gemeente(Id<dichtbij::Gemeente>) const;
    std::optional<Gemeente> gemeente_by_code(std::string_view code) const;
    std::vector<Gemeente> gemeenten() const;

    std::optional<Afdeling> afdeling(Id<dichtbij::Afdeling>) const;
    std::vector<Afdeling> afdelingen() const;
    std::optional<Team> team(Id<dichtbij::Team>) const;
    std::vector<Team> teams_of_gemeente(Id<dichtbij::Gemeente>) const;  // active, by name
    std::vector<Team> teams_of_medewerker(Id<dichtbij::Medewerker>) const;
    std::vector<Team> teams_led_by(Id<dichtbij::Medewerker>) const;
    std::vector<Id<dichtbij::Gemeente>> gemeenten_of_team(Id<dichtbij::Team>) const;
    std::optional<Team> kcc_of(Id<dichtbij::Gemeente>) const;  // or any active team of it

    std::optional<Medewerker> medewerker(Id<dichtbij::Medewerker>) const;
    std::optional<Medewerker> medewerker_by_email(std::string_view lower_case) const;
    std::vector<Medewerker> members(Id<dichtbij::Team>) const;
    std::vector<Medewerker> members_with(Id<dichtbij::Team>, std::string_view vaardigheid) const;
    std::vector<Id<dichtbij::Gemeente>> gemeenten_of_medewerker(Id<dichtbij::Medewerker>) const;  // where he is known
    std::optional<Id<dichtbij::Gemeente>> keeper_of(Id<dichtbij::Afdeling>) const;
    std::vector<Id<dichtbij::Medewerker>> managers(Id<dichtbij::Gemeente>) const;  // by name

    // The absence that covers the day; of several the one that names a substitute, then the latest.
    std::optional<Afwezigheid> absence_on(Id<dichtbij::Medewerker>, Day) const;
    std::optional<Vervanging> substitution_on(Id<dichtbij::Medewerker>, Day) const;  // the latest that covers it
    std::vector<Id<dichtbij::Medewerker>> absent_on(Day) const;

    std::optional<Product> product(Id<dichtbij::Product>) const;
    std::vector<Product> products(Id<dichtbij::Gemeente>) const;  // active, by name
    std::vector<Product> all_products(Id<dichtbij::Gemeente>) const;    // active first, by name
    std::vector<Onderwerp> all_onderwerpen(Id<dichtbij::Gemeente>) const;
    std::optional<Onderwerp> onderwerp(Id<dichtbij::Onderwerp>) const;
    std::vector<Onderwerp> onderwerpen(Id<dichtbij::Gemeente>) const;  // active, by name

    // Active products and subjects that name the team, or the process owner.
    std::int64_t count_active_at(Id<dichtbij::Team>) const;
    std::int64_t count_active_of(Id<dichtbij::Medewerker> proceseigenaar) const;

    void insert(const Gemeente&) const;
    void insert(const Afdeling&, Id<dichtbij::Gemeente>) const;
    void insert(const Team&) const;
    void insert(const Medewerker&) const;
    void insert(const Product&) const;
    void insert(const Onderwerp&) const;
    void insert(const Afwezigheid&) const;
    void insert(const Vervanging&) const;
    // False: gone, or changed by someone else since `versie`.
    bool update(const Gemeente&) const;
    bool update(const Afdeling&) const;
    bool update(const Team&) const;
    bool update(const Medewerker&) const;
    bool update(const Product&) const;
    bool update(const Onderwerp&) const;

    // These may be there, or gone, already.
    void add_team_gemeente(Id<dichtbij::Team>, Id<dichtbij::Gemeente>) const;
    void remove_team_gemeente(Id<dichtbij::Team>, Id<dichtbij::Gemeente>) const;
    void add_member(Id<dichtbij::Team>, Id<dichtbij::Medewerker>) const;
    void remove_member(Id<dichtbij::Team>, Id<dichtbij::Medewerker>) const;
    void add_medewerker_gemeente(Id<dichtbij::Medewerker>, Id<dichtbij::Gemeente>) const;
    void add_skill(Id<dichtbij::Medewerker>, std::string_view vaardigheid) const;
    void remove_skills(Id<dichtbij::Medewerker>) const;
    void remove_managers(Id<dichtbij::Gemeente>) const;
    void add_manager(Id<dichtbij::Gemeente>, Id<dichtbij::Medewerker>) const;

  private:
    store::Tx& tx_;
};

}  // namespace dichtbij::organisatie
