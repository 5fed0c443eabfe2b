#pragma once
// Service norms as data, and which one applies. The most specific wins: a subject before a product,
// a product before a channel, a channel before a gemeente; among equals the one that began last.

#include <boost/describe/enum.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/id.h"
#include "norm/klok.h"
#include "norm/term.h"

namespace dichtbij::norm {

// What starts the clock.
enum class Aanleiding {
    vraag,            // a question came in, over any channel
    terugbelverzoek,  // a resident was promised a call
    toewijzing,       // work was given to someone who has not accepted it yet
};
BOOST_DESCRIBE_ENUM(Aanleiding, vraag, terugbelverzoek, toewijzing)

struct Servicenorm {
    Id<Norm> id;            // of a gemeente; the shipped ones have the same small ids in each
    std::string code;       // "email.antwoord", unique per gemeente
    Aanleiding aanleiding = Aanleiding::vraag;
    Meetmoment meet = Meetmoment::volledig_antwoord;
    Term term;
    // Absent: any.
    std::optional<std::string> kanaal;
    std::optional<Id<Product>> product;
    std::optional<Id<Onderwerp>> onderwerp;
    std::optional<Id<Gemeente>> gemeente;
    Day van{};               // [van, tot): the day on which the question came in
    std::optional<Day> tot;
    std::string bron;        // where it comes from: text, or a catalogue key of the shipped ones
    bool operator==(const Servicenorm&) const = default;
};

// What a norm is sought for.
struct Normvraag {
    Aanleiding aanleiding = Aanleiding::vraag;
    std::string kanaal;
    std::optional<Id<Product>> product;
    std::optional<Id<Onderwerp>> onderwerp;
    Id<Gemeente> gemeente;
    Day datum{};
};

// The norm that won for one measured moment, why, and which others applied but were less specific.
struct Gekozen {
    Servicenorm norm;
    Explanation waarom;
    std::vector<std::string> verloren;  // codes
};

std::optional<Gekozen> choose(std::span<const Servicenorm> norms, const Normvraag& vraag, Meetmoment meet);
// One for each measured moment that has a norm, in the order of Meetmoment.
std::vector<Gekozen> choose_all(std::span<const Servicenorm> norms, const Normvraag& vraag);

Normkeuze keuze_of(const Servicenorm& norm);

// What is shipped, each with the catalogue key of its source. They apply to any gemeente, from 1800 on.
std::vector<Servicenorm> shipped_norms();

// The channels of the shipped norms. Other channels take the norms without a channel.
inline constexpr std::string_view kanaal_email = "email";
inline constexpr std::string_view kanaal_formulier = "formulier";
inline constexpr std::string_view kanaal_brief = "brief";
inline constexpr std::string_view kanaal_chat = "chat";
inline constexpr std::string_view kanaal_social_media = "social_media";

// Code of small letters, digits, points, hyphens and underscores; code, source and channel within their
// lengths; a sound term; van before tot.
Result<Done> validate(const Servicenorm& norm);
inline constexpr std::size_t code_limit_characters = 60;
inline constexpr std::size_t bron_limit_characters = 300;
inline constexpr std::size_t kanaal_limit_characters = 50;

}  // namespace dichtbij::norm
