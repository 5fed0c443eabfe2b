#pragma once
// What is kept beside an employee: skills, absence, substitutes, presence; and the directory.

#include <optional>
#include <string>
#include <vector>

#include "organisatie/aanwezigheid.h"
#include "organisatie/organisatie.h"
#include "store/store.h"

namespace dichtbij::organisatie {

struct Gidszoek {                 // folded words, all of which must begin a word of name, function, team or skill
    std::vector<std::string> woorden;
    std::vector<Id<dichtbij::Gemeente>> gemeenten;  // at least one
    std::optional<Id<dichtbij::Team>> team;
    std::string vaardigheid;
    Day today{};
    std::optional<Id<dichtbij::Medewerker>> after;  // the last one of the page before
    int limit = 50;
};

class MedewerkerStore {
  public:
    explicit MedewerkerStore(store::Tx& tx) : tx_(tx) {}

    std::vector<Medewerker> search(const Gidszoek&) const;  // in service, by name
    std::vector<std::string> skills_of(Id<dichtbij::Medewerker>) const;
    std::vector<std::string> skills_in(Id<dichtbij::Gemeente>) const;

    std::optional<Afwezigheid> afwezigheid(const Uuid& id) const;
    std::vector<Afwezigheid> absences_until(Id<dichtbij::Medewerker>, Day from) const;  // that end after `from`, in order
    bool overlaps(const Afwezigheid&) const;  // with another one of the same employee
    void update(const Afwezigheid&) const;
    void remove_afwezigheid(const Uuid& id) const;

    std::optional<Vervanging> vervanging(const Uuid& id) const;
    std::vector<Vervanging> substitutions_until(Id<dichtbij::Medewerker>, Day from) const;
    bool overlaps(const Vervanging&) const;
    void update(const Vervanging&) const;
    void remove_vervanging(const Uuid& id) const;
    // From `day` on nobody is replaced by `medewerker` any more.
    void end_as_substitute(Id<dichtbij::Medewerker>, Day day) const;

    std::optional<Aanwezigheid> presence_of(Id<dichtbij::Medewerker>) const;
    void set_presence(const Aanwezigheid&) const;
    std::int64_t remove_presence_before(Instant) const;

    void remove_memberships(Id<dichtbij::Medewerker>) const;
    std::vector<Medewerker> still_member_after_leaving(Day today) const;

  private:
    store::Tx& tx_;
};

}  // namespace dichtbij::organisatie
