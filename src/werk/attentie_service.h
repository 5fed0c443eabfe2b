#pragma once
// The notices of an employee, and the escalation ladder of a gemeente.

#include <vector>

#include "access/caller.h"
#include "store/store.h"
#include "werk/attentie.h"
#include "werk/escalatie.h"
#include "werk/werk.h"

namespace dichtbij::werk {

inline constexpr int attenties_limit = 100;

struct Attentieregel {
    Attentie attentie;
    Werk werk;  // masked where the caller may not read; empty when it is about a partij
};

class AttentieService {
  public:
    AttentieService(store::Store& store, const Clock& clock) : store_(store), clock_(clock) {}

    // Newest first, older than `before`.
    std::vector<Attentieregel> list(const access::Caller&, std::optional<Uuid> before, int limit);
    std::int64_t unread(const access::Caller&);
    std::int64_t unread(store::Tx&, const access::Caller&);
    Result<Done> read(const access::Caller&, const Uuid& attentie);
    void read_all(const access::Caller&);
    void read_all(store::Tx&, const access::Caller&);
    // Whoever opens the work has read what was said about it. Writes, so not in a read.
    void opened(store::Tx&, const access::Caller&, Id<dichtbij::Werk>);

    // For managers and administrators. An empty ladder: the default again.
    Result<Ladder> ladder(const access::Caller&, Id<Gemeente>);
    Result<Done> set_ladder(const access::Caller&, Id<Gemeente>, const Ladder&);

  private:
    store::Store& store_;
    const Clock& clock_;
};

}  // namespace dichtbij::werk
