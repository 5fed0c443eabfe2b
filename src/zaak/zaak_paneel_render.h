#pragma once
// The panel beside a case: one form for each act, named in the address. Wrong input shows it again.

#include <string>
#include <vector>

#include "bericht/voorstel_service.h"
#include "html/form.h"
#include "zaak/zaak_blad_desk.h"

namespace dichtbij::zaak {

// What someone else changed while this form was open.
struct Anders {
    std::string label;
    std::string getypt;
    std::string nu;
};

// A person or case that a panel searched for.
struct Gevonden {
    std::string id;
    std::string naam;
    std::string onder;
};

struct Paneel {
    std::string naam;                                   // empty: none is open
    const http::Params& typed;                          // of the last attempt, else of the address
    std::vector<FieldError> errors = {};
    std::string bezwaar = {};                           // catalogue key of why it could not be done
    std::vector<Anders> anders = {};                    // after "fout.gewijzigd"
    std::optional<bericht::Voorstel> voorstel = {};     // words to the resident to start from
    std::vector<Gevonden> gevonden = {};
    std::vector<html::Choice> documenttypen = {};
    const document::Inhoudsgrenzen* grenzen = nullptr;  // of files
    std::vector<html::Choice> sjablonen = {};           // that the words to the resident can start from instead
};

// The template that the words to the resident start from; "" for an act without such words.
std::string_view sjabloon_van(std::string_view paneel);
bool is_paneel(std::string_view naam);

// Nothing for a name that is no panel, or one that does not fit the case as it is.
html::Html paneel_part(const access::Desk&, const Zaakblad&, const Paneel&);

// What the forms are made with.
struct Paneelbron {
    const access::Desk& desk;
    const Zaakblad& blad;
    const Paneel& paneel;
    const html::Form& velden;

    const html::Texts& t() const { return desk.t; }
    std::string typed(std::string_view name, std::string otherwise = {}) const;
    std::string label_key(std::string_view name) const;  // the field as this panel calls it, else as all do
    html::Html tekst(std::string_view name, std::size_t limit, html::Needed = html::Needed::yes, int rows = 3) const;
    html::Html regel(std::string_view name, std::size_t limit, html::Needed = html::Needed::yes) const;
    html::Html dag(std::string_view name, html::Needed = html::Needed::yes, std::string otherwise = {}) const;
    html::Html belofte() const;                         // another promise, told with the message
    // Why it goes on without the documents that one of these moments requires, by name; nothing when none is missing.
    html::Html ontbreekt(std::initializer_list<zaaktype::Verplichtbij>) const;
    // The words to the resident, or why there are none; nothing in a case that writes to nobody.
    html::Html woorden() const;
    html::Html sjabloonkeuze() const;                   // the panel again, with the words of another template
};

// By subject; each file of these has its own.
html::Html termijn_velden(const Paneelbron&);           // opschorten, hervatten, verlengen, ingebreke, verzet
html::Html besluit_velden(const Paneelbron&);           // besluit, bekendmaken, besluit_intrekken
html::Html taak_velden(const Paneelbron&);              // taak, vraag, antwoord, taak_af, taak_door
html::Html leven_velden(const Paneelbron&);             // status, terug, sluiten, ingetrokken, heropenen, archiefdatum, geef_door
html::Html gegevens_velden(const Paneelbron&);          // wijzig, eigenschappen, rol, rol_einde, verband, notitie, document

// One property of a case type as a field; name "eigenschappen.CODE".
html::Html eigenschap_veld(const html::Texts&, const html::Form&, const zaaktype::Eigenschap&, const std::string& waarde);

}  // namespace dichtbij::zaak
