#pragma once
// What is asked of werk: opening it, passing it on, ending it.

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "norm/servicenorm.h"
#include "werk/toezegging.h"
#include "werk/werk.h"

namespace dichtbij::werk {

// Whether the resident was spoken to while he asked: then the first reaction is given, unless what he was
// promised is a call.
enum class Gereageerd { nog_niet, bij_intake };

struct Belofte {
    Instant beloofd_op;
    Nauwkeurigheid nauwkeurigheid = Nauwkeurigheid::dag;
    Herkomst herkomst = Herkomst::medewerker;
    bool operator==(const Belofte&) const = default;
};

struct Opening {
    Soort soort = Soort::klantcontact;
    Uuid object{};
    std::string nummer;
    std::string titel;
    std::optional<Id<Gesprek>> gesprek;
    Id<Gemeente> gemeente;
    std::optional<Id<Partij>> partij;
    std::string kanaal;
    std::optional<Id<Product>> product;
    std::optional<Id<Onderwerp>> onderwerp;
    std::string taal = "nld";
    int afhandelniveau = 2;
    std::string domein;
    Id<Team> team;
    std::optional<Id<Medewerker>> toegewezen_aan;  // named by a rule or a person; none: the lead
    std::optional<Id<dichtbij::Werk>> ouder;       // internal: no promise, not counted
    Instant op;                                    // when the question came in
    norm::Aanleiding aanleiding = norm::Aanleiding::vraag;
    Gereageerd gereageerd = Gereageerd::nog_niet;
    std::optional<Belofte> belofte;                // none: what the norm says
    Herkomst herkomst = Herkomst::norm;            // of that; `overgenomen` for an import
};

// How a question that was answered at once ended. Without a moment (an import that does not know it) the
// work has no clocks and counts in no norm.
struct Intakeafloop {
    Uitkomst uitkomst = Uitkomst::beantwoord;
    Id<Medewerker> eigenaar;
    std::optional<Instant> gesloten_op;
};

struct Overname {  // a taak takes over the werk of its klantcontact, a zaak that of the taak
    Soort soort = Soort::taak;
    Uuid object{};
    std::string nummer;
    std::string titel;
};

struct NaarTeam {
    Id<Team> team;
};
struct NaarMedewerker {
    Id<Medewerker> medewerker;
    Id<Team> team;  // one of his
};
struct NaarRoutering {  // by subject or product, as if the question came in now; neither: those it has
    std::optional<Id<Onderwerp>> onderwerp;
    std::optional<Id<Product>> product;
};
using Bestemming = std::variant<NaarTeam, NaarMedewerker, NaarRoutering>;

struct Doorgave {
    Bestemming naar;
    std::string reden;  // required
};

struct Notitie {
    std::string tekst;
    std::vector<Id<Medewerker>> genoemd;  // each gets a notice
};

// Of a journal entry: ids, codes, instants and amounts.
using Kenmerken = std::vector<std::pair<std::string, std::string>>;

struct Afsluiting {
    Uitkomst uitkomst = Uitkomst::beantwoord;
    Kenmerken kenmerken;
    std::optional<std::string> toelichting;
};

struct Heropening {
    std::string reden;               // required
    std::optional<Belofte> belofte;  // none: what the norm says to a question that comes back now
};

// One of several chosen in a list, with the version the list showed.
struct Keuze {
    Id<dichtbij::Werk> werk;
    std::int64_t versie = 0;
};
inline constexpr std::size_t keuze_limit = 200;

enum class Omvang { alles_of_niets, wat_kan };

struct Bulkregel {
    Id<dichtbij::Werk> werk;
    std::optional<Failure> fout;  // none: done
};
struct Bulkuitslag {
    std::vector<Bulkregel> regels;  // in the order given
    std::optional<Uuid> ongedaan;   // takes all of them back; none: nothing was done
    int gelukt() const;
};

}  // namespace dichtbij::werk
