#pragma once
// How partijen hang together: who represents whom, and the categories of a gemeente.

#include <boost/describe/class.hpp>

#include <string>

#include "base/id.h"

namespace dichtbij::partij {

struct Vertegenwoordiging {
    Uuid id{};
    Id<dichtbij::Gemeente> gemeente;
    Id<dichtbij::Partij> vertegenwoordigende_partij;
    Id<dichtbij::Partij> vertegenwoordigde_partij;
    bool operator==(const Vertegenwoordiging&) const = default;
};
BOOST_DESCRIBE_STRUCT(Vertegenwoordiging, (), (id, gemeente, vertegenwoordigende_partij, vertegenwoordigde_partij))

struct Categorie {
    Uuid id{};
    Id<dichtbij::Gemeente> gemeente;
    std::string naam;
    bool operator==(const Categorie&) const = default;
};
BOOST_DESCRIBE_STRUCT(Categorie, (), (id, gemeente, naam))

inline constexpr std::size_t categorie_naam_max = 80;  // characters

}  // namespace dichtbij::partij
