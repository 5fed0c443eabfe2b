#pragma once
// The organisation that does the work: gemeenten served, departments, teams, employees, who replaces
// whom, products and subjects. One organisation may serve several gemeenten.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij::organisatie {

struct Gemeente {
    Id<dichtbij::Gemeente> id;
    std::string code;        // slug: "oeverland"
    std::string naam;        // "Oeverland"
    std::string telefoon;    // the number residents call: "14 0399"
    std::string email;
    std::string adres;       // of the town hall, one line
    std::string website;
    std::int64_t versie = 0;
    bool operator==(const Gemeente&) const = default;
};
BOOST_DESCRIBE_STRUCT(Gemeente, (), (id, code, naam, telefoon, email, adres, website, versie))

struct Afdeling {
    Id<dichtbij::Afdeling> id;
    std::string naam;
    std::int64_t versie = 0;
    bool operator==(const Afdeling&) const = default;
};
BOOST_DESCRIBE_STRUCT(Afdeling, (), (id, naam, versie))

// Serves the gemeenten in team_gemeente. `leider` is who owns work that nobody accepted yet.
struct Team {
    Id<dichtbij::Team> id;
    Id<dichtbij::Afdeling> afdeling;
    std::string naam;
    Id<dichtbij::Medewerker> leider;
    std::string domein;      // confidential domain the team works in: "", "wmo", "jeugd", "inkomen"
    bool is_kcc = false;     // the contact centre: answers what routing cannot place
    bool actief = true;      // false: lifted; takes no new work
    std::int64_t versie = 0;
    bool operator==(const Team&) const = default;
};
BOOST_DESCRIBE_STRUCT(Team, (), (id, afdeling, naam, leider, domein, is_kcc, actief, versie))

struct Medewerker {
    Id<dichtbij::Medewerker> id;
    std::string naam;        // "Sanne de Wit"
    std::string functie;
    std::string email;
    std::string telefoon;
    std::string taal;        // of the interface: "nl" or "en"
    int werkdagen = 0x1f;    // bit 0 is Monday
    std::optional<Day> in_dienst_tot;  // first day out of service
    std::int64_t versie = 0;
    bool operator==(const Medewerker&) const = default;
};
BOOST_DESCRIBE_STRUCT(Medewerker, (), (id, naam, functie, email, telefoon, taal, werkdagen, in_dienst_tot, versie))

// [van, tot): whole days.
struct Afwezigheid {
    Uuid id{};
    Id<dichtbij::Medewerker> medewerker;
    Day van{};
    Day tot{};
    std::string reden;       // code: "verlof", "ziekte", "anders"; no medical detail
    std::optional<Id<dichtbij::Medewerker>> vervanger;  // none: the standing substitute
    bool operator==(const Afwezigheid&) const = default;
};
BOOST_DESCRIBE_STRUCT(Afwezigheid, (), (id, medewerker, van, tot, reden, vervanger))

// The standing substitute of an employee, in a period.
struct Vervanging {
    Uuid id{};
    Id<dichtbij::Medewerker> medewerker;
    Id<dichtbij::Medewerker> vervanger;
    Day van{};
    std::optional<Day> tot;
    bool operator==(const Vervanging&) const = default;
};
BOOST_DESCRIBE_STRUCT(Vervanging, (), (id, medewerker, vervanger, van, tot))

struct Product {
    Id<dichtbij::Product> id;
    Id<dichtbij::Gemeente> gemeente;
    std::string naam;
    std::string upl_uri;     // Uniforme Productnamenlijst; empty when not from it
    Id<dichtbij::Medewerker> proceseigenaar;
    Id<dichtbij::Team> team;
    bool actief = true;
    std::int64_t versie = 0;
    bool operator==(const Product&) const = default;
};
BOOST_DESCRIBE_STRUCT(Product, (), (id, gemeente, naam, upl_uri, proceseigenaar, team, actief, versie))

// What a question is about, in the words of the desk.
struct Onderwerp {
    Id<dichtbij::Onderwerp> id;
    Id<dichtbij::Gemeente> gemeente;
    std::string naam;        // "Kapvergunning"
    std::optional<Id<dichtbij::Product>> product;
    Id<dichtbij::Team> team;
    Id<dichtbij::Medewerker> proceseigenaar;
    int afhandelniveau = 2;  // 1 to 5
    std::string domein;      // confidential domain, or ""
    std::string trefwoorden; // other words for it, space separated
    bool actief = true;
    std::int64_t versie = 0;
    bool operator==(const Onderwerp&) const = default;
};
BOOST_DESCRIBE_STRUCT(Onderwerp, (), (id, gemeente, naam, product, team, proceseigenaar, afhandelniveau, domein, trefwoorden, actief, versie))

// What routing looks at.
struct Vraag {
    Id<dichtbij::Gemeente> gemeente;
    std::string kanaal;
    std::string taal = "nld";
    std::optional<Id<dichtbij::Onderwerp>> onderwerp;
    std::optional<Id<dichtbij::Product>> product;
    Instant op;
    std::string vaardigheid;  // what the answer asks for, "gebarentaal"; empty: nothing special
};

// Where a question goes and why.
struct Route {
    Id<dichtbij::Team> team;
    Id<dichtbij::Medewerker> eigenaar;      // the team's lead or his substitute, unless the rule names someone
    bool is_persoon = false;                // the rule or the skill chose this person, not the lead
    std::string regel;                      // name of the row that decided; "" for the subject's own team
    std::vector<std::string> uitleg;        // catalogue keys and arguments, joined by '\x1f'
};

}  // namespace dichtbij::organisatie
