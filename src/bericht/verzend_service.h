#pragma once
// What leaves the outbox: messages whose moment has come depart, together where that is meant; a sender takes
// departures for its channel, at least once, and says what became of them. Called by the shell, the demo and
// tests with `now`; nothing here waits.
//
// Every message that departs stands in Mijn Dichtbij. Who prefers a channel for which there is no sender (yet)
// has it there only.

#include <string>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "bericht/bericht.h"
#include "bericht/stilte.h"
#include "bericht/zending.h"
#include "html/catalogue.h"
#include "store/store.h"

namespace dichtbij::bericht {

struct Vertrokken {
    int personen = 0;    // looked at
    int berichten = 0;   // departed
    int zendingen = 0;
    bool meer = false;   // there are more persons than the limit
    bool operator==(const Vertrokken&) const = default;
};

// A departure for a sender. `id` stays the same over all attempts: for a Message-ID.
struct Uitgaand {
    Id<dichtbij::Zending> id;
    Id<Gemeente> gemeente;
    Id<Partij> partij;
    std::string kanaal;
    std::string taal;
    std::string onderwerp;
    std::string tekst;
    std::vector<Id<dichtbij::Bericht>> berichten;  // oldest first
    int poging = 1;
};

struct Stiltebeeld {
    Stilte stilte;
    std::int64_t versie = 0;  // 0: as shipped
};

class VerzendService {
  public:
    // `kanalen`: those for which something calls `due`. Catalogue and clock outlive it.
    VerzendService(store::Store& store, const Clock& clock, IdSource& ids, const html::Catalogue& texts, std::vector<std::string> kanalen = {})
        : store_(store), clock_(clock), ids_(ids), texts_(texts), kanalen_(std::move(kanalen)) {}

    // Lets depart what may, for at most `limit` persons, in transactions of at most `batch`. Each minute.
    Vertrokken release(Instant now, int limit);
    static constexpr int batch = 50;

    // What may be sent now, over this channel; empty: over any. Who takes it has it for `in_hand`; after that
    // it is given again.
    std::vector<Uitgaand> due(Instant now, int limit, std::string_view kanaal = {});
    std::vector<Uitgaand> due(store::Tx&, Instant now, int limit, std::string_view kanaal);
    static constexpr seconds in_hand{600};
    // What became of it; the departure as it is now. `fout`: a code. Harmless when said again.
    // Delivered to the next system.
    Result<Done> sent(Id<dichtbij::Zending>, Instant now);
    Result<Zending> sent(store::Tx&, Id<dichtbij::Zending>, Instant now);
    // Tried again after wacht_na; then its messages have failed.
    Result<Done> failed(Id<dichtbij::Zending>, std::string_view fout, Instant now);
    Result<Zending> failed(store::Tx&, Id<dichtbij::Zending>, std::string_view fout, Instant now);
    // Will never be taken: its messages have failed. Also of what was delivered and came back.
    Result<Zending> refused(store::Tx&, Id<dichtbij::Zending>, std::string_view fout, Instant now);
    // There was nobody to take it: it waits until `tot`, and this attempt does not count.
    Result<Zending> postponed(store::Tx&, Id<dichtbij::Zending>, std::string_view fout, Instant tot);
    // The person cannot be reached over this channel: it goes by letter when something sends letters, else it stands
    // in Mijn Dichtbij only.
    Result<Zending> diverted(store::Tx&, Id<dichtbij::Zending>, std::string_view fout, Instant now);
    // A person wants a failed message tried again: who sees the outbox.
    Result<Done> retry(const access::Caller&, Id<dichtbij::Bericht>, std::int64_t versie);
    std::optional<Zending> zending_of(store::Tx&, const Bericht&) const;
    std::vector<Bericht> berichten_of(store::Tx&, Id<dichtbij::Zending>) const;  // for senders: no rights checked

    Result<Stiltebeeld> stilte(const access::Caller&, Id<Gemeente>) const;  // any role there
    // Beheerder. What waits is planned again.
    Result<Done> set_stilte(const access::Caller&, Id<Gemeente>, const Stilte&, std::int64_t versie) const;

  private:
    void release_of(store::Tx&, Id<Partij>, Instant now, Vertrokken&);
    void depart(store::Tx&, const std::vector<Bericht>&, Instant now, Vertrokken&);
    Uitgaand composed(store::Tx&, const Zending&) const;
    void delivered(store::Tx&, Zending&, Instant now);
    void gave_up(store::Tx&, Zending&, std::string_view fout, Instant now);
    bool has_sender(std::string_view kanaal) const;

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    const html::Catalogue& texts_;
    std::vector<std::string> kanalen_;
};

}  // namespace dichtbij::bericht
