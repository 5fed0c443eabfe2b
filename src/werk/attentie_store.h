#pragma once
// Notices on screen, and the escalation ladder that sends some of them.

#include <cstdint>
#include <optional>
#include <vector>

#include "store/store.h"
#include "werk/attentie.h"
#include "werk/escalatie.h"

namespace dichtbij::werk {

void insert_attentie(store::Tx&, const Attentie&);
std::optional<Attentie> find_attentie(store::Tx&, const Uuid& id);
// Newest first, older than `before`.
std::vector<Attentie> attenties_of(store::Tx&, Id<Medewerker>, std::optional<Uuid> before, int limit);
std::int64_t unread_attenties(store::Tx&, Id<Medewerker>);
void mark_read(store::Tx&, const Uuid& id, Instant now);
void mark_all_read(store::Tx&, Id<Medewerker>, Instant now);
// Those about a werk: opening it is reading them.
void mark_read_of_werk(store::Tx&, Id<Medewerker>, Id<dichtbij::Werk>, Instant now);
void delete_attenties_of_act(store::Tx&, Id<dichtbij::Werk>, const Uuid& handeling);

// Empty when the gemeente has none of its own.
Ladder ladder_of(store::Tx&, Id<Gemeente>);
void replace_ladder(store::Tx&, Id<Gemeente>, const Ladder&);

}  // namespace dichtbij::werk
