#pragma once
// Followers read the journal from their own cursor, in an order that loses nothing: rows of
// transactions that nobody can overtake any more, by (transaction id, number).
//
// Shared followers (figures, messages, webhooks) run on one node at a time, under a lease, and move
// their cursor in the transaction in which they write. Local followers (search index, live screens) run
// on every node and keep their cursor with their own data.

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "journal/journal_store.h"

namespace dichtbij::journal {

class Follower {
  public:
    virtual ~Follower() = default;
    virtual std::string_view name() const = 0;
    // Handles at most `limit` rows; returns how many. 0: nothing to do, or another node has the lease.
    virtual int run_once(Instant now, int limit) = 0;
    virtual Cursor cursor() = 0;
    // At a clean stop: lets another node go on at once.
    virtual void release() {}
};

class SharedFollower final : public Follower {
  public:
    // Writes in the given transaction only; may run more than once for the same rows until that commits.
    using Apply = std::function<void(store::Tx&, std::span<const Line>)>;

    // `holder` names this process in the lease.
    SharedFollower(store::Store& store, std::string name, std::string holder, Apply apply);
    std::string_view name() const override { return name_; }
    int run_once(Instant now, int limit) override;
    Cursor cursor() override;
    void release() override;

  private:
    store::Store& store_;
    std::string name_;
    std::string holder_;
    Apply apply_;
};

// What a local follower feeds. apply is called on the runner's thread, outside a transaction; cursor on any.
class LocalProjection {
  public:
    virtual ~LocalProjection() = default;
    virtual Cursor cursor() = 0;  // {} when empty: it is then rebuilt from the first row
    // Takes in the rows and keeps `end` with them, both or neither.
    virtual void apply(std::span<const Line> lines, const Cursor& end) = 0;
};

class LocalFollower final : public Follower {
  public:
    LocalFollower(store::Store& store, std::string name, LocalProjection& projection);
    std::string_view name() const override { return name_; }
    int run_once(Instant now, int limit) override;
    Cursor cursor() override { return projection_.cursor(); }

  private:
    store::Store& store_;
    std::string name_;
    LocalProjection& projection_;
};

// The end of the journal, for a local projection that starts from now (live screens).
Cursor settled_end(store::Tx&);

}  // namespace dichtbij::journal
