#pragma once
// An identity provider as it stands in the settings: "identity_provider.CODE.FIELD = value". Pure.

#include <boost/describe/enum.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portaal/inwoner.h"
#include "portaal/jose.h"

namespace dichtbij::portaal {

enum class Aanbiedersoort { digid, eherkenning };
BOOST_DESCRIBE_ENUM(Aanbiedersoort, digid, eherkenning)

// Where a claim stands: one name, or names one inside the other. Written "act > sub". Empty: not asked.
using Claimpad = std::vector<std::string>;

struct Niveauwaarde {
    std::string waarde;  // as the provider writes it in acr
    Betrouwbaarheidsniveau niveau = Betrouwbaarheidsniveau::laag;
    bool operator==(const Niveauwaarde&) const = default;
};

struct Aanbieder {
    std::string code;                        // [a-z0-9-], in addresses
    Aanbiedersoort soort = Aanbiedersoort::digid;
    std::vector<std::string> gemeenten;      // codes; empty: all
    std::string issuer;
    std::string client_id;
    std::string client_secret;               // or:
    Sleutelwaarde private_key;               // then private_key_jwt
    std::string key_id;
    Algoritme algoritme = Algoritme::PS256;  // of private_key_jwt
    std::vector<std::string> hosts;          // that may be called beside the one of the issuer
    std::string scopes = "openid";
    Claimpad bsn, kvk_nummer, vestiging, pseudoniem, niveau;
    Claimpad vertegenwoordigde_bsn, vertegenwoordigde_kvk_nummer;  // for whom: the claims above are who acts
    std::vector<Niveauwaarde> niveaus;       // from low to high
    std::optional<Betrouwbaarheidsniveau> niveau_zonder_claim;
    std::string naam_nl, naam_en;            // on the button

    bool geldt_voor(std::string_view gemeente) const;
    const std::string& naam(std::string_view taal) const { return taal == "en" ? naam_en : naam_nl; }
    std::optional<Betrouwbaarheidsniveau> niveau_van(std::string_view waarde) const;
    // acr_values to ask for: all that are enough, the lowest first. Empty: the provider has none.
    std::string acr_values(Betrouwbaarheidsniveau nodig) const;
    bool kan(Betrouwbaarheidsniveau nodig) const { return !acr_values(nodig).empty(); }
    // https, or http to this machine itself when the issuer is; a host of the issuer or of `hosts`.
    bool mag_heen(std::string_view url) const;
};

struct Aanbiederfout {
    std::string veld;
    std::string wat;  // one English sentence, for who starts the program
};

// Reads a file that a setting names (a secret, a key); nothing: it cannot be read.
using Leesbestand = std::optional<std::string> (*)(const std::string& path);

// From the settings of one provider, by field. All that is wrong with it stops the start.
tl::expected<Aanbieder, Aanbiederfout> read_aanbieder(std::string_view code, const std::map<std::string, std::string>& velden, Leesbestand lees);
// The fields with what they mean, for the help of the program.
std::vector<std::pair<std::string_view, std::string_view>> aanbieder_velden();

}  // namespace dichtbij::portaal
