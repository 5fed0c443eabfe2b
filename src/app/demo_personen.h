#pragma once
// The residents, companies and clubs of the demo year. Drawn by chance; BSNs are valid test numbers that
// begin with 9999, mail addresses end in .example, telephone numbers stand in ranges that ring nobody.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/demo_organisatie.h"
#include "app/demo_tekst.h"
#include "app/demo_toeval.h"
#include "partij/partij.h"

namespace dichtbij::app::demo {

struct DemoPersoon {
    std::size_t gemeente = 0;
    partij::Gegevens gegevens;
    Vrager aard = Vrager::iedereen;  // a company, someone old, with children, or young
    int drukte = 1;                  // how often he comes, against others
    std::optional<Id<Partij>> id;    // once stored
};

// The test numbers there are, in order: 9999 and five digits for which the elfproef holds.
std::vector<std::string> test_bsns();

class Bevolking {
  public:
    // `aantal` persons and companies over the gemeenten. `vandaag` is what ages are counted from.
    Bevolking(std::uint64_t zaad, const DemoOrganisatie&, int aantal, Day vandaag);

    std::vector<DemoPersoon>& personen() { return personen_; }
    const DemoPersoon& operator[](std::size_t at) const { return personen_[at]; }

    // Someone of the gemeente who would ask this.
    std::size_t draw(Toeval&, std::size_t gemeente, Vrager) const;

    // What texts about this person are filled in with: {naam}, {wie}, {hij}, {straat}, ...
    Invulling invulling(std::size_t persoon) const;

  private:
    struct Groep {
        std::vector<std::size_t> personen;
        std::vector<int> tot;  // sums of drukte
    };
    void index();
    const Groep& groep(std::size_t gemeente, Vrager) const;

    const DemoOrganisatie& organisatie_;
    std::vector<DemoPersoon> personen_;
    std::vector<Groep> groepen_;
};

}  // namespace dichtbij::app::demo
