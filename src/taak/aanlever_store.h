#pragma once
// What other systems change of a taak.

#include <optional>
#include <string_view>
#include <vector>

#include "store/store.h"
#include "taak/taak.h"

namespace dichtbij::taak {

void save_nummers(store::Tx&, Id<dichtbij::Taak>, std::string_view standaardnummer, std::string_view referentienummer);
void save_werk_of(store::Tx&, Id<dichtbij::Taak>, Id<Werk>);
void save_klantcontact_of(store::Tx&, Id<dichtbij::Taak>, Id<Klantcontact>);
void replace_actoren(store::Tx&, Id<dichtbij::Taak>, const std::vector<Uuid>& actoren);
void delete_actor_everywhere(store::Tx&, const Uuid& actor);

// When another system says that it was done. It holds for that closing of the werk only.
struct Melding {
    Instant afgehandeld_op;
    Instant gesloten_op;
};
BOOST_DESCRIBE_STRUCT(Melding, (), (afgehandeld_op, gesloten_op))
std::optional<Melding> melding_of(store::Tx&, Id<dichtbij::Taak>);
void save_melding(store::Tx&, Id<dichtbij::Taak>, const Melding&);

void save_hidden(store::Tx&, Id<dichtbij::Taak>, Instant op);
bool is_hidden(store::Tx&, Id<dichtbij::Taak>);

}  // namespace dichtbij::taak
