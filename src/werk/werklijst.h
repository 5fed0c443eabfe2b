#pragma once
// What a worklist is asked for and what it gives. Ordered by promise; paged by key.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "werk/werk.h"

namespace dichtbij::werk {

enum class Wie { van_mij, team, vervanging, alles };
BOOST_DESCRIBE_ENUM(Wie, van_mij, team, vervanging, alles)

// By urgency. What waits for someone else stands apart, unless its promise has passed. The week ends on
// Sunday.
enum class Bak { alles, te_laat, vandaag, deze_week, later, wacht };
BOOST_DESCRIBE_ENUM(Bak, alles, te_laat, vandaag, deze_week, later, wacht)

enum class Aanvaarding { alle, niet_aanvaard, aanvaard };
BOOST_DESCRIBE_ENUM(Aanvaarding, alle, niet_aanvaard, aanvaard)

inline constexpr int werklijst_limit = 200;      // rows of a page
inline constexpr std::size_t zoek_limit = 100;   // characters of the text filter
inline constexpr std::size_t weergavenaam_limit = 80;
inline constexpr int weergaven_limit = 50;       // per employee

struct Bladwijzer {  // the last row of a page
    Instant orde_op;
    Id<dichtbij::Werk> id;
    bool operator==(const Bladwijzer&) const = default;
    std::string text() const;
    static std::optional<Bladwijzer> parse(std::string_view);
};

struct WerklijstVraag {
    Wie wie = Wie::van_mij;
    std::optional<Id<Team>> team;             // of Wie::team
    Bak bak = Bak::alles;
    std::optional<Id<Medewerker>> eigenaar;
    std::optional<Id<Onderwerp>> onderwerp;
    std::string kanaal;
    std::optional<Id<Gemeente>> gemeente;
    std::optional<Soort> soort;
    Aanvaarding aanvaarding = Aanvaarding::alle;
    std::string tekst;                        // in title or number
    std::optional<Bladwijzer> na;
    int limit = 50;
    bool operator==(const WerklijstVraag&) const = default;
};

// For a saved view; without bookmark and limit. Reading skips what it does not know.
std::string as_text(const WerklijstVraag&);
WerklijstVraag vraag_from(std::string_view text);

struct Bakgrenzen {  // [te_laat_voor, morgen) is today, [morgen, volgende_week) this week
    Instant nu;
    Instant morgen;
    Instant volgende_week;
};
Bakgrenzen bakgrenzen(Instant now);
Bak bak_of(const Werk&, const Bakgrenzen&);

struct Werkregel {
    Werk werk;                 // masked when `afgeschermd`
    bool afgeschermd = false;
    Bak bak = Bak::later;
};

struct Werkpagina {
    std::vector<Werkregel> regels;
    std::optional<Bladwijzer> volgende;  // none: the end
};

struct Tellingen {
    std::int64_t totaal = 0;
    std::int64_t te_laat = 0;
    std::int64_t vandaag = 0;
    std::int64_t deze_week = 0;
    std::int64_t later = 0;
    std::int64_t wacht = 0;
    bool operator==(const Tellingen&) const = default;
    std::int64_t of(Bak) const;
};
BOOST_DESCRIBE_STRUCT(Tellingen, (), (totaal, te_laat, vandaag, deze_week, later, wacht))
void add(Tellingen&, const Tellingen&);
void count(Tellingen&, Bak);

struct Persoonsregel {
    Id<Medewerker> medewerker;
    Tellingen tellingen;
};
struct Onderwerpregel {
    std::optional<Id<Onderwerp>> onderwerp;  // none: without a subject, or in a domain the caller may not read
    std::int64_t totaal = 0;
    std::int64_t te_laat = 0;
    std::int64_t binnenkort = 0;
};
struct Teamoverzicht {
    Tellingen tellingen;
    std::int64_t binnenkort = 0;     // warned of, not yet late
    std::int64_t niet_aanvaard = 0;
    std::vector<Persoonsregel> personen;      // every member, and whoever else owns work of the team; most late first
    std::vector<Onderwerpregel> onderwerpen;  // most late first
    std::vector<Werkregel> dringend;          // late or warned of, by promise
};

struct Weergave {  // a saved view
    Uuid id{};
    Id<Medewerker> medewerker;           // who made it
    std::optional<Id<Team>> team;        // shared with
    std::string naam;
    std::string vraag;                   // as_text
    std::int64_t versie = 1;
};
BOOST_DESCRIBE_STRUCT(Weergave, (), (id, medewerker, team, naam, vraag, versie))

}  // namespace dichtbij::werk
