#pragma once
// An employee of the contact centre takes a conversation and registers it, question by question.

#include <optional>
#include <utility>
#include <vector>

#include "app/demo_diensten.h"
#include "app/demo_drukte.h"
#include "app/demo_invulling.h"
#include "app/demo_taakplan.h"

namespace dichtbij::app::demo {

// A question that was handed on and how the work on it is planned.
struct Lopend {
    Id<dichtbij::Taak> taak;
    Id<Werk> werk;
    std::size_t gemeente = 0;
    std::size_t onderwerp = 0;
    std::optional<std::size_t> persoon;
    const Vraagtekst* tekst = nullptr;  // what was asked
    std::uint64_t zaad = 0;
    std::vector<GeplandeStap> stappen;
    std::size_t volgende = 0;
    int uitgesteld = 0;  // times in a row that nobody was there
};

struct Opname {  // what to register, by whom and when
    const Binnenkomst& binnenkomst;
    std::size_t medewerker = 0;
    Instant nu;                       // the end of the conversation, or when the message is read
    std::optional<Day> beloof_op;     // promise some of it on this very day
};

struct Opgenomen {
    std::optional<std::pair<std::size_t, Id<Partij>>> nieuwe_partij;
    std::vector<Lopend> taken;
    int vragen = 0;
};

class Gesprekken {
  public:
    Gesprekken(const Diensten& diensten, const Wereld& wereld, const Bevolking& bevolking)
        : diensten_(diensten), wereld_(wereld), bevolking_(bevolking), vuller_(wereld.organisatie, bevolking) {}

    // Changes nothing but the store, so that it may run twice.
    Result<Opgenomen> register_gesprek(store::Tx&, const Opname&) const;

  private:
    struct Beller {
        std::optional<std::size_t> persoon;
        std::optional<Id<Partij>> partij;
        klantcontact::Betrokkene betrokkene;
        bool is_onbekend = true;
    };
    struct Vraag;
    Result<Beller> who(store::Tx&, const Opname&, Toeval&, Opgenomen&) const;
    Result<Done> register_vraag(store::Tx&, const Vraag&, Toeval&, Opgenomen&) const;
    klantcontact::NieuwKlantcontact contact_of(const Vraag&, Toeval&) const;
    klantcontact::Afloop outcome(const Vraag&, Toeval&) const;
    void address(const Vraag&, Toeval&, klantcontact::NieuwKlantcontact&) const;
    Result<Done> hand_on(store::Tx&, const Vraag&, const klantcontact::Geregistreerd&, Toeval&, Opgenomen&) const;
    static bool is_promised_today(const Vraag&, const werk::Werk&);
    Result<Done> acknowledge(store::Tx&, const Vraag&, const werk::Werk&, Toeval&) const;

    const Diensten& diensten_;
    const Wereld& wereld_;
    const Bevolking& bevolking_;
    Tekstvuller vuller_;
};

}  // namespace dichtbij::app::demo
