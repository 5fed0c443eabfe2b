#pragma once
// All that a resident may take along of what is kept about him: as a file for machines and as a page to read.

#include <string>
#include <string_view>
#include <vector>

#include "bericht/bericht.h"
#include "mijn/gegevens_service.h"
#include "mijn/inzage_service.h"
#include "mijn/vraag.h"
#include "waardering/waardering_service.h"

namespace dichtbij::mijn {

inline constexpr int download_limit = 500;  // questions, cases, messages each

struct Eigenwaardering {
    std::string nummer;                  // of the case or question
    waardering::Gegeven gegeven;
};

struct Eigendossier {
    Gegevensbeeld gegevens;
    std::vector<zaak::Volgbeeld> zaken;
    std::vector<Vraagbeeld> vragen;
    std::vector<bericht::Bericht> berichten;
    std::vector<Keek> inzagen;
    std::vector<Eigenwaardering> waarderingen = {};
};

// JSON with the names of the standards; no internal word is in an Eigendossier. `site` stands before the addresses of his
// documents: "https://mijn.oeverland.example".
std::string to_json(const Eigendossier&, Instant gemaakt_op, std::string_view site);

}  // namespace dichtbij::mijn
