#pragma once
// The parts of the page of a case.

#include "zaak/zaak_blad_desk.h"

namespace dichtbij::zaak {

// Above the tabs: what it is, whose, what was promised, how far it is, and what must be done now.
html::Html kop_part(const access::Desk&, const Zaakblad&);
html::Html nu_te_doen_part(const access::Desk&, const Zaakblad&);
html::Html belofte_part(const access::Desk&, const Zaakblad&);
html::Html stappen_part(const access::Desk&, const Zaakblad&);
html::Html tabs_part(const access::Desk&, const Zaakblad&);
html::Html tab_part(const access::Desk&, const Zaakblad&);
html::Html handelingen_part(const access::Desk&, const Zaakblad&);  // beside the case, when no panel is open

// The tabs.
html::Html overzicht_part(const access::Desk&, const Zaakblad&);
html::Html taken_part(const access::Desk&, const Zaakblad&);
html::Html documenten_part(const access::Desk&, const Zaakblad&);
html::Html besluiten_part(const access::Desk&, const Zaakblad&);
html::Html berichten_part(const access::Desk&, const Zaakblad&);
html::Html betrokkenen_part(const access::Desk&, const Zaakblad&);
html::Html verloop_part(const access::Desk&, const Zaakblad&);

// Of a case in a confidential domain the reader may not read: that it runs, who to ask, what was promised.
struct Afgeschermd {
    Zaakregel regel;
    std::string casemanager, telefoon, email, team, gemeente;
};
html::Html afgeschermd_part(const access::Desk&, const Afgeschermd&);

// A link to a panel, and an act that needs nothing but a press.
html::Html paneel_knop(const access::Desk&, const Zaakblad&, std::string_view paneel, std::string_view over = {});
html::Html doe_knop(const access::Desk&, std::string_view url, const std::vector<std::pair<std::string, std::string>>& velden, const html::Html& knop);

}  // namespace dichtbij::zaak
