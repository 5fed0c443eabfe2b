#pragma once
// What a resident may know of a question he asked: over which channel, who has it, what was promised, what was
// tried, what was answered. Notes of employees have no place here.

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

#include "portaal/inwoner.h"
#include "zaak/volgen_beeld.h"

namespace dichtbij::mijn {

enum class Vraagstand { loopt, beantwoord, doorverwezen, niet_bereikt, gestopt };
BOOST_DESCRIBE_ENUM(Vraagstand, loopt, beantwoord, doorverwezen, niet_bereikt, gestopt)

enum class Vraagstap { gesteld, doorgezet, aanvaard, geen_gehoor, gesproken, klaar };
BOOST_DESCRIBE_ENUM(Vraagstap, gesteld, doorgezet, aanvaard, geen_gehoor, gesproken, klaar)

struct Vraagmoment {
    Vraagstap stap = Vraagstap::gesteld;
    Instant op;
    std::string wie;                                    // name of the employee; "": nobody in particular
    std::optional<Instant> volgende_op;                 // of an attempt: when we call again
};

struct Vraagbeeld {
    Id<Klantcontact> id;
    Id<Werk> werk;
    std::string nummer;                                 // the one he knows: "T-2026-048291"
    std::string onderwerp;
    std::string kanaal;
    std::string woorden;                                // his own, when he wrote them here
    std::string antwoord;                               // what he was told
    std::string verwezen_naar;
    Vraagstand stand = Vraagstand::loopt;
    Instant gesteld_op;
    std::optional<Instant> klaar_op;
    std::string behandelaar;
    std::string telefoon;                               // of who helps now; "": the number of the gemeente
    bool is_aanvaard = false;
    bool bellen = false;                                // a call was promised
    std::optional<zaak::Volgbelofte> belofte;           // the one that runs
    bool belofte_gemist = false;
    std::vector<zaak::Volgbelofte> beloften;            // newest first
    std::vector<Vraagmoment> verloop;                   // oldest first
    std::optional<Id<dichtbij::Zaak>> zaak;             // it became this case
    bool vertrouwelijk = false;                         // of a confidential domain: signing in more surely is asked

    bool is_open() const { return stand == Vraagstand::loopt; }
    // How surely he must be signed in to see it.
    portaal::Betrouwbaarheidsniveau niveau() const {
        return vertrouwelijk ? portaal::Betrouwbaarheidsniveau::substantieel : portaal::Betrouwbaarheidsniveau::laag;
    }
};

}  // namespace dichtbij::mijn
