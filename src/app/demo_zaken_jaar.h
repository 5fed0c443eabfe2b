#pragma once
// All cases of the demo year: which come in when, and what is next in each.

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "app/demo_zaken_stap.h"

namespace dichtbij::app::demo {

// Residents whose case shows all there is: documents, a promise that was moved, a question that waits for them.
inline constexpr std::string_view bekende_met_zaak[] = {"El Idrissi", "Groenewegen-O’Neill"};

struct Zaakjaarplan {
    Zaakdrukte::Plan drukte;
    Day vandaag{};
};

// What one event did, kept apart until it is durable.
struct Zaakverslag {
    std::size_t at = 0;
    std::optional<Zaakbegin::Aangelegd> begonnen;
    std::optional<Zaakstap> stap;
};

class Zaakjaar {
  public:
    struct Moment {
        Instant op;
        std::size_t at = 0;
    };

    Zaakjaar(const Diensten&, const Wereld&, const Bevolking&, const Rooster&, std::vector<Zaaktypelijst>, const Zaakjaarplan&);

    // Requests of the day, by the moment that they are registered.
    std::vector<Moment> expect(Day);
    std::string_view kanaal_of(std::size_t aanvraag) const { return aanvragen_[aanvraag].kanaal; }
    // The file that the next step of the case brings. Outside any transaction.
    Result<std::optional<document::Ontvangen>> receive_for(std::size_t zaak) const;
    Result<Zaakverslag> begin(store::Tx&, std::size_t aanvraag, std::size_t medewerker, Instant nu) const;
    Result<Zaakverslag> go_on(store::Tx&, std::size_t zaak, const document::Ontvangen*, Instant nu) const;
    // Once durable: when the case goes on, and one that was made of it.
    std::vector<Moment> remember(Zaakverslag, Instant nu);

    std::int64_t begonnen() const { return static_cast<std::int64_t>(zaken_.size()); }
    std::string_view next_of(std::size_t zaak) const;  // for a fault: the step that was refused

  private:
    void add_known(Day vandaag);
    Moment add(LopendeZaak);

    const Diensten& diensten_;
    const Wereld& wereld_;
    const Bevolking& bevolking_;
    const std::vector<Zaaktypelijst> soorten_;
    const Zaakdrukte drukte_;
    const Zaakbegin begin_;
    const Zaakbehandeling behandeling_;
    std::vector<Aanvraag> bekende_;
    std::vector<Aanvraag> aanvragen_;
    std::vector<LopendeZaak> zaken_;
};

}  // namespace dichtbij::app::demo
