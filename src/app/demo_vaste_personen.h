#pragma once
// A few residents that every demo has, whatever the seed, so that manuals and tests can name them.

#include <span>
#include <string_view>

#include "app/demo_inhoud.h"
#include "partij/partij.h"

namespace dichtbij::app::demo {

struct VastePersoon {
    std::size_t gemeente = 0;
    partij::Aanhef aanhef = partij::Aanhef::geen;  // geen: a company or club, by its last name
    std::string_view voornaam, voorvoegsel, achternaam;
    int geboren = 0;                               // 19840314
    std::string_view bsn_einde;                    // last digits
    std::string_view straat;
    int huisnummer = 1;
    std::string_view postcode, plaats, telefoon, email;
    std::string_view tijd = {};
    std::string_view taal = {};
    int drukte = 4;
    Vrager aard = Vrager::iedereen;
};
std::span<const VastePersoon> vaste_personen();

}  // namespace dichtbij::app::demo
