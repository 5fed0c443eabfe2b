#pragma once
// What a mail is about and in which language it is, proposed from its words; with the words that decided, so that
// whoever looks can see why. Names and keywords of subjects count, and what was learned from corrections.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace dichtbij::postvak {

inline constexpr std::size_t lesgrootte = 60;  // words learned from one correction

struct Kandidaat {
    Id<Onderwerp> onderwerp;
    std::string naam;
    std::string trefwoorden;  // space separated
    std::string product;      // name of the product; ""
};

// Of one word: how often it stood in a mail that a person put under this subject.
struct Les {
    std::string woord;
    Id<Onderwerp> onderwerp;
    std::int64_t aantal = 0;
};

struct Voorstel {
    Id<Onderwerp> onderwerp;
    std::vector<std::string> woorden;  // that decided, strongest first; at most five
    double punten = 0;
    bool operator==(const Voorstel&) const = default;
};

// nullopt when no subject stands out: a wrong one costs more time than none.
std::optional<Voorstel> stel_onderwerp_voor(const std::vector<Kandidaat>&, const std::vector<Les>&, std::string_view onderwerp, std::string_view tekst);

// The words of a mail that lessons are about: folded, long enough to mean something, each once.
std::vector<std::string> leswoorden(std::string_view onderwerp, std::string_view tekst);

// "nld" or "eng"; nullopt when too little of it is either.
std::optional<std::string> gok_taal(std::string_view tekst);

}  // namespace dichtbij::postvak
