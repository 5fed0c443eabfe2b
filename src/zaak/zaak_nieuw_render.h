#pragma once
// The page on which a case begins: choose a case type, then say who, what and when.

#include <map>
#include <set>

#include "html/form.h"
#include "zaak/zaak_acties_desk.h"

namespace dichtbij::zaak {

// Where the case comes from and what can be chosen.
struct Nieuwbron {
    Id<Gemeente> gemeente;
    std::string gemeente_naam;
    std::optional<Id<Klantcontact>> klantcontact;
    std::optional<Id<Taak>> taak;
    std::optional<Id<dichtbij::Zaak>> hoofdzaak;
    std::string hoofdzaak_naam;
    std::optional<werk::Werk> werk;                     // of the question; its words only when they may be read
    std::optional<Id<Partij>> hoofdzaak_aanvrager;      // who asked the main case, when that may be read
    std::vector<zaaktype::Zaaktyperegel> typen;         // in force today
    std::set<Id<dichtbij::Zaaktype>> voorgesteld;       // that the subject or product offers
    std::vector<html::Choice> gemeenten;                // of the reader
};

// What a case would promise and whose it would be.
struct Nieuwvoorstel {
    std::optional<Day> beloofd;
    bool met_besluit = false;                // it ends with a decision
    bool loopt_door = false;                            // the promise that was made to the question
    std::optional<Day> laatste;
    norm::Explanation wet;
    std::string team, eigenaar, regel;                  // rule of the routing, or ""
    bool is_persoon = false;
};

struct Nieuwformulier {
    const Nieuwbron& bron;
    zaaktype::Versieblad type;
    const http::Params& typed;
    std::vector<FieldError> errors = {};
    std::string bezwaar = {};                           // catalogue key
    std::optional<Id<Partij>> partij;
    std::string partij_naam;
    std::vector<Gevonden> gevonden = {};
    std::optional<Nieuwvoorstel> voorstel;
    Bezetting bezetting;
};

html::Html type_kiezen(const access::Desk&, const Nieuwbron&, std::string_view zoek);
html::Html nieuw_formulier(const access::Desk&, const Nieuwformulier&);
html::Html voorstel_part(const access::Desk&, const Nieuwvoorstel&);
std::string nieuw_url(const Nieuwbron&, const std::optional<Id<Partij>>&, std::string_view more = {});

}  // namespace dichtbij::zaak
