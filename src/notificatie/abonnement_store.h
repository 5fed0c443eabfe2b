#pragma once
// The rows of abonnementen and of channels that others made.

#include <optional>
#include <string_view>
#include <vector>

#include "notificatie/notificatie.h"
#include "store/store.h"

namespace dichtbij::notificatie {

// Sealed as they stand in the store (toepassing/zegel.h).
struct Geheimen {
    store::Blob auth;
    store::Blob geheim;
};

std::optional<Abonnement> find_abonnement(store::Tx&, Id<dichtbij::Abonnement>);
std::vector<Abonnement> abonnementen_of(store::Tx&, Id<Gemeente>);  // oldest first
std::vector<Abonnement> abonnementen_of(store::Tx&, Id<Applicatie>);
std::optional<Abonnement> component_of(store::Tx&, Id<Gemeente>);
std::int64_t count_abonnementen(store::Tx&, Id<Gemeente>);
void insert_abonnement(store::Tx&, const Abonnement&, const Geheimen&);
// Name, address, channels, off, version; and those secrets that are given.
void save_abonnement(store::Tx&, const Abonnement&, const std::optional<store::Blob>& auth = {}, const std::optional<store::Blob>& geheim = {});
// How it goes: failures, rest, last arrival and failure.
void save_gang(store::Tx&, const Abonnement&);
void delete_abonnement(store::Tx&, Id<dichtbij::Abonnement>);
Geheimen geheimen_of(store::Tx&, Id<dichtbij::Abonnement>);

// Who has something that may go now, who had a turn longest ago first.
std::vector<Id<dichtbij::Abonnement>> abonnementen_due(store::Tx&, Instant now, int limit);
void note_beurt(store::Tx&, Id<dichtbij::Abonnement>, Instant now);

std::vector<Kanaal> kanalen_of(store::Tx&, Id<Gemeente>);  // made by others, by name
void insert_kanaal(store::Tx&, const Kanaal&, std::optional<Id<Applicatie>> door, Instant now);

}  // namespace dichtbij::notificatie
