#pragma once
// The Bron that knows work and persons: name, number, gemeente, owner, promise. What knows cases adds to it:
// case type, status, reason, and that a sub-case stays silent.

#include <functional>
#include <vector>

#include "bericht/bron.h"
#include "werk/werk_service.h"

namespace dichtbij::bericht {

class WerkBron final : public Bron {
  public:
    // `line` is nullptr when it is about the work as it stands. It may change everything, also `zwijg`.
    using Aanvulling = std::function<void(store::Tx&, const journal::Line* line, Geadresseerde&)>;

    WerkBron(werk::WerkService& werk, const html::Catalogue& texts) : werk_(werk), texts_(texts) {}
    void add(Aanvulling aanvulling) { aanvullingen_.push_back(std::move(aanvulling)); }  // before serving

    std::optional<Geadresseerde> bij_werk(store::Tx&, Id<Werk>) const override;
    std::optional<Geadresseerde> bij_gebeurtenis(store::Tx&, const journal::Line&) const override;

  private:
    std::optional<Geadresseerde> read(store::Tx&, Id<Werk>, const journal::Line*) const;

    werk::WerkService& werk_;
    const html::Catalogue& texts_;
    std::vector<Aanvulling> aanvullingen_;
};

}  // namespace dichtbij::bericht
