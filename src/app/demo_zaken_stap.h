#pragma once
// Employees work on cases: one planned step at a time, done by who is there.

#include <optional>
#include <span>
#include <string_view>

#include "app/demo_afhandeling.h"
#include "app/demo_zaken.h"

namespace dichtbij::app::demo {

// The next step of one case, at `nu`. `stuk` is the file it brings, received before.
struct Zaakmoment {
    const LopendeZaak& zaak;
    std::span<const LopendeZaak> alle;
    const document::Ontvangen* stuk = nullptr;
    Instant nu;
};

struct Zaakstap {
    Stapuitslag uitslag;
    std::optional<LopendeZaak> deelzaak;  // that was made
};

class Zaakbehandeling {
  public:
    Zaakbehandeling(const Diensten& diensten, const Wereld& wereld, const Bevolking& bevolking, const Rooster& rooster, const std::vector<Zaaktypelijst>& soorten)
        : diensten_(diensten), wereld_(wereld), bevolking_(bevolking), rooster_(rooster), soorten_(soorten), vuller_(wereld.organisatie, bevolking) {}

    // Changes nothing but the store.
    Result<Zaakstap> step(store::Tx&, const Zaakmoment&) const;
    // The file that the next step brings; none: it brings none.
    std::optional<Bijlage> stuk_van(const LopendeZaak&) const;

  private:
    struct Beurt;
    std::optional<std::size_t> actor(store::Tx&, const LopendeZaak&, const werk::Werk&, Day, Toeval&) const;
    std::optional<std::size_t> acceptor(const LopendeZaak&, const werk::Werk&, Day, Toeval&) const;
    Uitgesteld next_morning(const LopendeZaak&, Instant nu, Toeval&) const;
    Result<Done> take(store::Tx&, Beurt&) const;
    Result<Done> take_term(store::Tx&, Beurt&) const;

    Result<Done> next_status(store::Tx&, Beurt&) const;
    Result<Done> give_advice_away(store::Tx&, Beurt&) const;
    Result<Done> finish_tasks(store::Tx&, Beurt&) const;
    std::optional<Id<dichtbij::Document>> document_to_send(store::Tx&, const Beurt&) const;
    Result<Done> ask(store::Tx&, Beurt&) const;
    Result<Done> answer(store::Tx&, Beurt&, zaak::Taakuitkomst) const;
    Result<Done> suspend(store::Tx&, Beurt&) const;
    Result<Done> resume(store::Tx&, Beurt&) const;
    Result<Done> extend(store::Tx&, Beurt&) const;
    Result<Done> move(store::Tx&, Beurt&) const;
    Result<Done> default_notice(store::Tx&, Beurt&) const;
    Result<Done> hand_on(store::Tx&, Beurt&) const;
    Result<Done> mandate(store::Tx&, Beurt&) const;
    Result<Done> relate(store::Tx&, Beurt&) const;
    Result<Done> split_off(store::Tx&, Beurt&) const;
    Result<Done> add_document(store::Tx&, Beurt&) const;
    Result<Done> decide(store::Tx&, Beurt&) const;
    Result<Done> close(store::Tx&, Beurt&) const;
    Result<Done> withdraw(store::Tx&, Beurt&) const;
    Result<Done> reopen(store::Tx&, Beurt&) const;

    std::vector<werk::Werk> open_tasks(store::Tx&, const Beurt&) const;
    bool is_decided(store::Tx&, const Beurt&) const;
    std::optional<zaak::Inwonerbericht> message(store::Tx&, const Beurt&, std::string_view sjabloon, const bericht::Waarden&) const;
    const Zaakuitslag& outcome_of(const LopendeZaak&) const;
    std::string words(const Beurt&, std::span<const std::string_view>) const;

    const Diensten& diensten_;
    const Wereld& wereld_;
    const Bevolking& bevolking_;
    const Rooster& rooster_;
    const std::vector<Zaaktypelijst>& soorten_;
    Tekstvuller vuller_;
};

}  // namespace dichtbij::app::demo
