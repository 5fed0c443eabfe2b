#pragma once
// An identity provider as it stands in the settings: "identity_provider.CODE.FIELD = value". Pure.

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oidc/provider.h"
#include "portaal/inwoner.h"

namespace dichtbij::portaal {

enum class Aanbiedersoort { digid, eherkenning };
BOOST_DESCRIBE_ENUM(Aanbiedersoort, digid, eherkenning)

using oidc::Claimpad;

struct Niveauwaarde {
    std::string waarde;  // as the provider writes it in acr
    Betrouwbaarheidsniveau niveau = Betrouwbaarheidsniveau::laag;
    bool operator==(const Niveauwaarde&) const = default;
};

struct Aanbieder : oidc::Provider {
    Aanbiedersoort soort = Aanbiedersoort::digid;
    std::vector<std::string> gemeenten;      // codes; empty: all
    Claimpad bsn, kvk_nummer, vestiging, pseudoniem, niveau;
    Claimpad vertegenwoordigde_bsn, vertegenwoordigde_kvk_nummer;  // for whom: the claims above are who acts
    std::vector<Niveauwaarde> niveaus;       // from low to high
    std::optional<Betrouwbaarheidsniveau> niveau_zonder_claim;

    bool geldt_voor(std::string_view gemeente) const;
    std::optional<Betrouwbaarheidsniveau> niveau_van(std::string_view waarde) const;
    // acr_values to ask for: all that are enough, the lowest first. Empty: the provider has none.
    std::string acr_values(Betrouwbaarheidsniveau nodig) const;
    bool kan(Betrouwbaarheidsniveau nodig) const { return !acr_values(nodig).empty(); }
};

using Aanbiederfout = oidc::Veldfout;
using oidc::Leesbestand;

// From the settings of one provider, by field. All that is wrong with it stops the start.
tl::expected<Aanbieder, Aanbiederfout> read_aanbieder(std::string_view code, const oidc::Velden& velden, Leesbestand lees);
// The fields with what they mean, for the help of the program.
std::vector<std::pair<std::string_view, std::string_view>> aanbieder_velden();

}  // namespace dichtbij::portaal
