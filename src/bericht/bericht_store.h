#pragma once
// The rows of messages and departures. Reads return what is there; what a caller may see is the service's to say.

#include <optional>
#include <string_view>
#include <vector>

#include "bericht/bericht.h"
#include "bericht/zending.h"
#include "store/store.h"

namespace dichtbij::bericht {

void insert_bericht(store::Tx&, const Bericht&);
void save_bericht(store::Tx&, const Bericht&);  // everything but id, gemeente, partij, werk and origin
std::optional<Bericht> find_bericht(store::Tx&, Id<dichtbij::Bericht>);

// Newest first, older than `voor`.
struct Bladzijde {
    std::optional<Id<dichtbij::Bericht>> voor;
    int limit = 50;
};
std::vector<Bericht> berichten_of_gemeente(store::Tx&, Id<Gemeente>, std::optional<Staat>, const Bladzijde&);
std::vector<Bericht> berichten_of_nummer(store::Tx&, std::string_view nummer, const Bladzijde&);
std::vector<Bericht> berichten_of_door(store::Tx&, Id<Medewerker>, std::optional<Staat>, const Bladzijde&);
std::vector<Bericht> berichten_of_werk(store::Tx&, Id<Werk>, const Bladzijde&);
std::vector<Bericht> berichten_of_partij(store::Tx&, Id<Partij>, const Bladzijde&);
std::vector<Bericht> berichten_of_bundel(store::Tx&, const Uuid& bundel);  // oldest first
std::vector<Bericht> berichten_of_handeling(store::Tx&, const Uuid& handeling);
std::int64_t count_ongelezen(store::Tx&, Id<Partij>);
// A person wrote about this work at that very moment.
bool is_geschreven(store::Tx&, Id<Werk>, Instant op);
std::vector<Bericht> berichten_after(store::Tx&, Id<dichtbij::Bericht> after, int limit);  // by id

// Whom something waits for whose moment has come.
std::vector<Id<Partij>> partijen_due(store::Tx&, Instant now, int limit);
std::vector<Bericht> wachtend_of_partij(store::Tx&, Id<Partij>);
// Waiting messages of a gemeente are looked at again, from the moment they may go.
void plan_again(store::Tx&, Id<Gemeente>);

void insert_zending(store::Tx&, const Zending&);
void save_zending(store::Tx&, const Zending&);
std::optional<Zending> find_zending(store::Tx&, Id<dichtbij::Zending>);
std::vector<Zending> zendingen_due(store::Tx&, Instant now, int limit, std::string_view kanaal);  // empty: any channel
// When the person last heard from us, urgent messages not counted.
std::optional<Instant> laatste_zending(store::Tx&, Id<Partij>);

void forget_partij_in_berichten(store::Tx&, Id<Partij>);

}  // namespace dichtbij::bericht
