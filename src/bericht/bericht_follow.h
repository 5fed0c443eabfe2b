#pragma once
// The follower that makes messages by rule. An effect: it writes messages and moves its cursor in one
// transaction, and is never rebuilt.

#include <memory>
#include <span>
#include <string>

#include "bericht/voorstel_service.h"
#include "journal/follower.h"

namespace dichtbij::bericht {

// What is older when the follower sees it (after a long standstill, an import) is told no more.
inline constexpr seconds te_oud_termijn{2 * 24 * 3600};

class Berichtmaker {
  public:
    Berichtmaker(BerichtService& berichten, const VoorstelService& voorstellen) : berichten_(berichten), voorstellen_(voorstellen) {}

    // In the given transaction only; may run more than once for the same rows until that commits.
    void apply(store::Tx&, std::span<const journal::Line>);

  private:
    void look_at(store::Tx&, const journal::Line&, const std::vector<Berichtregel>&);
    void skipped(store::Tx&, const journal::Line&, const Geadresseerde&, const Berichtregel&, const std::string& reden);

    BerichtService& berichten_;
    const VoorstelService& voorstellen_;
};

// `holder` names this process in the lease. `maker` outlives the follower.
std::unique_ptr<journal::SharedFollower> bericht_follower(store::Store&, std::string holder, Berichtmaker& maker);

}  // namespace dichtbij::bericht
