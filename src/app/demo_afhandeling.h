#pragma once
// Employees work on what was handed on to them: one planned step at a time, done by who is there.

#include <optional>
#include <variant>

#include "app/demo_gesprek.h"
#include "app/demo_rooster.h"

namespace dichtbij::app::demo {

struct Gezet {           // the step was taken
    std::optional<Instant> antwoord_op;      // a colleague was asked and will answer then
    std::optional<Id<Werk>> vraag;           // the work of that question
    bool is_klaar = false;                   // nothing left to plan
};
struct Uitgesteld {      // nobody could take it: again at this moment
    Instant tot;
};
struct EerstAanvaard {  // somebody accepted it first; the step comes after
    Instant verder_op;
};
using Stapuitslag = std::variant<Gezet, Uitgesteld, EerstAanvaard>;

class Afhandeling {
  public:
    Afhandeling(const Diensten& diensten, const Wereld& wereld, const Bevolking& bevolking, const Rooster& rooster)
        : diensten_(diensten), wereld_(wereld), rooster_(rooster), vuller_(wereld.organisatie, bevolking) {}

    // The next step of the work, at `nu`. Changes nothing but the store.
    Result<Stapuitslag> step(store::Tx&, const Lopend&, Instant nu) const;
    // The colleague who was asked answers.
    Result<std::optional<Uitgesteld>> answer(store::Tx&, const Lopend&, Id<Werk> vraag, Instant nu) const;

  private:
    struct Zet;
    std::optional<std::size_t> actor(store::Tx&, const Lopend&, const werk::Werk&, Day, Toeval&) const;
    const DemoTeam& team_of(const werk::Werk&) const;
    std::optional<std::size_t> acceptor(const werk::Werk&, Day, Toeval&) const;
    Uitgesteld next_morning(const Lopend&, Instant nu, Toeval&) const;
    Result<Gezet> take(store::Tx&, const Zet&, Toeval&) const;
    Result<Gezet> assign(store::Tx&, const Zet&, Toeval&) const;
    Result<Gezet> note(store::Tx&, const Zet&, Toeval&) const;
    Result<Gezet> ask(store::Tx&, const Zet&, Toeval&) const;
    Result<Gezet> hand_on(store::Tx&, const Zet&, Toeval&) const;
    Result<Gezet> call(store::Tx&, const Zet&) const;
    Result<Gezet> move(store::Tx&, const Zet&, Toeval&) const;
    Result<Gezet> finish(store::Tx&, const Zet&, Toeval&) const;

    const Diensten& diensten_;
    const Wereld& wereld_;
    const Rooster& rooster_;
    Tekstvuller vuller_;
};

}  // namespace dichtbij::app::demo
