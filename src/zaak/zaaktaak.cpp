#include "zaak/zaaktaak.h"

#include <algorithm>
#include <array>

namespace dichtbij::zaak {
namespace {

struct Einde {
    Taaksoort soort;
    Taakuitkomst uitkomst;
};

using enum Taakuitkomst;
constexpr std::array eindes{
    Einde{Taaksoort::intern_advies, positief},        Einde{Taaksoort::intern_advies, negatief},
    Einde{Taaksoort::intern_advies, gedaan},          Einde{Taaksoort::extern_advies, positief},
    Einde{Taaksoort::extern_advies, negatief},        Einde{Taaksoort::extern_advies, gedaan},
    Einde{Taaksoort::vraag_aan_aanvrager, beantwoord}, Einde{Taaksoort::vraag_aan_aanvrager, niet_beantwoord},
    Einde{Taaksoort::akkoord, positief},              Einde{Taaksoort::akkoord, negatief},
    Einde{Taaksoort::verstuur_document, gedaan},
};

}  // namespace

bool kan_eindigen(Taaksoort soort, Taakuitkomst uitkomst) {
    if (uitkomst == vervallen) return true;
    return std::any_of(eindes.begin(), eindes.end(), [&](const Einde& one) { return one.soort == soort && one.uitkomst == uitkomst; });
}

}  // namespace dichtbij::zaak
