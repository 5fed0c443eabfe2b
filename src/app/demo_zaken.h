#pragma once
// Cases of the demo year: how they come in, by web form, at the counter, by telephone, mail or letter.

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "app/demo_bijlagen.h"
#include "app/demo_diensten.h"
#include "app/demo_invulling.h"
#include "app/demo_zaken_plan.h"

namespace dichtbij::app::demo {

struct DemoZaaktype {
    Id<Zaaktype> id;
    zaaktype::Zaaktype inhoud;
    const Zaakinhoud* over = nullptr;
    std::size_t team = 0;
    std::optional<Id<Onderwerp>> onderwerp;
};
using Zaaktypelijst = std::vector<DemoZaaktype>;  // in the order of zaakinhouden()

// What each gemeente handles cases of; empty without published case types.
Result<std::vector<Zaaktypelijst>> published_zaaktypen(const Diensten&, const DemoOrganisatie&);

struct Aanvraag {
    Instant op;
    std::size_t gemeente = 0;
    std::size_t soort = 0;                 // in the Zaaktypelijst of the gemeente
    std::string_view kanaal;
    std::uint64_t zaad = 0;
    std::optional<std::size_t> persoon;    // none: drawn
    std::vector<GeplandeZet> zetten = {};  // none: planned by chance
};

struct LopendeZaak {
    Id<Zaak> zaak;
    std::size_t gemeente = 0;
    std::size_t soort = 0;
    std::optional<std::size_t> persoon;
    std::uint64_t zaad = 0;
    std::vector<GeplandeZet> zetten;
    std::size_t volgende = 0;
    int uitgesteld = 0;                    // times in a row that nobody was there
    bool is_deelzaak = false;
};

// How many requests come in on a day, and when. The same for the same seed and day.
class Zaakdrukte {
  public:
    struct Plan {
        std::uint64_t zaad = 0;
        double zaken_per_jaar = 3000;
    };
    Zaakdrukte(const Plan&, const DemoOrganisatie&, const std::vector<Zaaktypelijst>&, const std::vector<norm::Kalender>&);
    std::vector<Aanvraag> of_day(Day) const;  // in order of time

  private:
    Aanvraag draw(Toeval&, Day, std::size_t gemeente, std::size_t soort) const;

    Plan plan_;
    const DemoOrganisatie& organisatie_;
    const std::vector<Zaaktypelijst>& soorten_;
    const std::vector<norm::Kalender>& kalenders_;
};

// Fills in what a case type asks.
std::vector<zaak::Eigenschapswaarde> plausible_answers(const DemoZaaktype&, const Tekstvuller&, const Tekstplek&, Toeval&);

class Zaakbegin {
  public:
    Zaakbegin(const Diensten& diensten, const Wereld& wereld, const Bevolking& bevolking, const std::vector<Zaaktypelijst>& soorten)
        : diensten_(diensten), wereld_(wereld), bevolking_(bevolking), soorten_(soorten), vuller_(wereld.organisatie, bevolking) {}

    struct Aangelegd {
        std::optional<std::pair<std::size_t, Id<Partij>>> nieuwe_partij;
        std::optional<LopendeZaak> zaak;   // none: who asked cannot have one
        int contacten = 0;
    };
    // Changes nothing but the store. `medewerker` takes what is not typed into a form.
    Result<Aangelegd> register_aanvraag(store::Tx&, const Aanvraag&, std::size_t medewerker, Instant nu) const;

  private:
    Result<Id<Klantcontact>> contact(store::Tx&, const Aanvraag&, std::size_t medewerker, const zaak::NieuweZaak&) const;

    const Diensten& diensten_;
    const Wereld& wereld_;
    const Bevolking& bevolking_;
    const std::vector<Zaaktypelijst>& soorten_;
    Tekstvuller vuller_;
};

}  // namespace dichtbij::app::demo
