#pragma once

#include <optional>
#include <vector>

#include "organisatie/routering.h"
#include "store/store.h"

namespace dichtbij::organisatie {

// A row of the routing table that could not be evaluated: shown to the administrator until it is mended.
struct Storing {
    Id<Routeringsregel> regel;
    Oorzaak oorzaak = Oorzaak::geen_doel;
    Id<dichtbij::Gemeente> gemeente;
    Instant sinds;
    bool operator==(const Storing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Storing, (), (regel, oorzaak, gemeente, sinds))

class RouteringStore {
  public:
    explicit RouteringStore(store::Tx& tx) : tx_(tx) {}

    std::vector<Routeringsregel> regels(Id<dichtbij::Gemeente>) const;  // in order, also those switched off
    std::vector<Routeringsregel> regels_for(Id<dichtbij::Gemeente>, const std::optional<Id<dichtbij::Onderwerp>>&) const;  // without those of another subject
    std::optional<Routeringsregel> regel(Id<Routeringsregel>) const;
    void insert(const Routeringsregel&) const;
    bool update(const Routeringsregel&) const;  // false: someone else changed it; versie is one higher then
    void set_order(Id<Routeringsregel>, int volgorde) const;
    bool remove(Id<Routeringsregel>, std::int64_t versie) const;
    int next_order(Id<dichtbij::Gemeente>) const;

    std::vector<Storing> storingen(Id<dichtbij::Gemeente>) const;  // oldest first
    bool note(const Storing&) const;                               // false: it was known
    void forget(const Storing&) const;
    // Rows of the routing table that point at these.
    std::vector<Id<dichtbij::Gemeente>> gemeenten_pointing_at(Id<dichtbij::Team>) const;
    std::vector<Id<dichtbij::Gemeente>> gemeenten_pointing_at(Id<dichtbij::Medewerker>) const;

  private:
    store::Tx& tx_;
};

}  // namespace dichtbij::organisatie
