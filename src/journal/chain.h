#pragma once
// The hash chain over the journal: hash(n) = SHA-256(hash(n-1), the row in full with the hash of its
// toelichting). It is made over rows that no open transaction can overtake any more. A toelichting that
// was destroyed leaves its hash, so the chain stays whole; one that was changed breaks it.

#include <string>
#include <vector>

#include "journal/follower.h"

namespace dichtbij::journal {

class ChainFollower final : public Follower {
  public:
    // `holder` names this process in the lease.
    ChainFollower(store::Store& store, std::string holder) : store_(store), holder_(std::move(holder)) {}
    std::string_view name() const override { return "keten"; }
    int run_once(Instant now, int limit) override;
    Cursor cursor() override;
    void release() override;

  private:
    store::Store& store_;
    std::string holder_;
};

// One sentence, in English, for each row that was changed, removed or slipped in, at most `limit`.
// Empty: the chain holds, as far as it was made.
std::vector<std::string> check_chain(store::Tx&, std::size_t limit = 100);

// Where the chain ends, for keeping outside the system: "<number of rows> <hash in hex>".
std::string chain_head(store::Tx&);

}  // namespace dichtbij::journal
