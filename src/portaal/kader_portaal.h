#pragma once
// The frame around every page of a resident, and parts that several pages share.

#include <optional>
#include <string>

#include "portaal/portaal_site.h"

namespace dichtbij::portaal {

struct Kader {
    const html::Texts& t;
    const html::AssetUrl& assets;
    organisatie::Gemeente gemeente;
    html::Brand brand;
    std::string open_vandaag;   // "Vandaag open van 8.30 tot 17.00 uur."
    std::string pad;            // of this page, to switch language
    std::string csrf;
    const Sessie* sessie = nullptr;
    Instant now;
};

std::string kader_page(const Kader& kader, const Paginakop& kop, const html::Html& main);

// "Bel 14 0399": a link when there is a number.
html::Html telefoon_link(std::string_view telefoon);
// A big link to act on: the one primary button.
html::Html hoofdknop(std::string_view url, std::string_view label);

}  // namespace dichtbij::portaal
