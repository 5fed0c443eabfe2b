#pragma once
// The routing table: rows with conditions and a target, and which of them decides about a question. Pure.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <string>
#include <vector>

#include "organisatie/organisatie.h"

namespace dichtbij::organisatie {

enum class Openingstijd { altijd, binnen, buiten };
BOOST_DESCRIBE_ENUM(Openingstijd, altijd, binnen, buiten)

// A condition that is absent (nullopt, "", 0, altijd) holds for every question. The target is a person,
// or a team, or in that team who has the skill.
struct Routeringsregel {
    Id<Routeringsregel> id;
    Id<dichtbij::Gemeente> gemeente;
    int volgorde = 0;
    std::string naam;
    std::optional<Id<dichtbij::Onderwerp>> onderwerp;
    std::optional<Id<dichtbij::Product>> product;
    std::string kanaal;
    std::string taal;
    std::string vaardigheid;
    int weekdagen = 0;  // bit 0 is Monday
    Openingstijd openingstijd = Openingstijd::altijd;
    std::optional<Id<dichtbij::Team>> doel_team;
    std::optional<Id<dichtbij::Medewerker>> doel_medewerker;
    std::string doel_vaardigheid;
    bool actief = true;
    std::int64_t versie = 0;
    bool operator==(const Routeringsregel&) const = default;
};
BOOST_DESCRIBE_STRUCT(Routeringsregel, (), (id, gemeente, volgorde, naam, onderwerp, product, kanaal, taal, vaardigheid, weekdagen,
                                            openingstijd, doel_team, doel_medewerker, doel_vaardigheid, actief, versie))

// Why a row cannot be evaluated or followed.
enum class Oorzaak { onderwerp_weg, product_weg, kalender_ontbreekt, geen_doel, team_weg, team_elders, medewerker_uit_dienst,
                     medewerker_zonder_team, niemand_met_vaardigheid };
BOOST_DESCRIBE_ENUM(Oorzaak, onderwerp_weg, product_weg, kalender_ontbreekt, geen_doel, team_weg, team_elders, medewerker_uit_dienst,
                    medewerker_zonder_team, niemand_met_vaardigheid)

// Why a row does not match.
enum class Verschil { onderwerp, product, kanaal, taal, vaardigheid, weekdag, openingstijd };
BOOST_DESCRIBE_ENUM(Verschil, onderwerp, product, kanaal, taal, vaardigheid, weekdag, openingstijd)

// What the tables say about what a row points at.
struct Stand {
    bool onderwerp_known = true;
    bool product_known = true;
    bool team_active = true;
    bool team_serves_gemeente = true;
    bool medewerker_in_service = true;
    bool medewerker_in_team = true;   // of the gemeente
    bool skill_in_team = true;        // somebody has it, present or not
};

// The moment of the question, as the conditions see it.
struct Moment {
    int weekdag = 0;               // 0 is Monday
    std::optional<bool> is_open;   // nullopt: no calendar to ask
};

enum class Uitkomst { uit, past, past_niet, storing };
BOOST_DESCRIBE_ENUM(Uitkomst, uit, past, past_niet, storing)

struct Oordeel {  // one row against one question
    Uitkomst uitkomst = Uitkomst::past_niet;
    std::vector<Verschil> verschillen;   // past_niet: all conditions that fail
    std::vector<Oorzaak> oorzaken;       // storing
    bool could_match = false;            // storing: what could be evaluated, holds
    bool operator==(const Oordeel&) const = default;
};

// How specific the conditions are, as with norms: a subject before a product, before a skill, a language,
// a channel, opening hours, weekdays. Higher is more specific; 0 is a row for everything.
int weight_of(const Routeringsregel&);

// What is wrong with the row itself, whatever the question.
std::vector<Oorzaak> oorzaken_of(const Routeringsregel&, const Stand&, const Moment&);

Oordeel judge(const Routeringsregel&, const Vraag&, const Moment&, const Stand&);

// The index of the row that decides: of those that match the most specific, of equal ones the lowest
// `volgorde`. nullopt: none matches.
std::optional<std::size_t> winner(const std::vector<Routeringsregel>&, const std::vector<Oordeel>&);

}  // namespace dichtbij::organisatie
