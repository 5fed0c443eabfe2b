#pragma once
// Messages on a page: the list of a case or person for employees and for residents, a message as the resident
// reads it, and the part of a form in which an employee writes words to the resident.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "bericht/bericht.h"
#include "html/form.h"
#include "html/parts.h"
#include "http/params.h"

namespace dichtbij::bericht {

html::Html staat_badge(const html::Texts&, Staat);

// The message as the resident reads it: subject, paragraphs, language marked for who hears it.
html::Html leesbeeld(const html::Texts&, std::string_view onderwerp, std::string_view tekst, std::string_view taal);

// For employees: subject (linked to /berichten/ID), state, when. Empty: says so. `namen` are those of who wrote.
html::Html berichten_deel(const html::Texts&, const std::vector<Bericht>&, const std::map<Id<Medewerker>, std::string>& namen, Instant now);

// For residents: newest first, what is unread marked. `url` of a message on their page.
html::Html inwoner_berichten(const html::Texts&, const std::vector<Bericht>&, Instant now, const std::function<std::string(const Bericht&)>& url);
// One message on its page; `gemeente` is who wrote it.
html::Html inwoner_bericht(const html::Texts&, const Bericht&, std::string_view gemeente, Instant now);

// Fields "bericht_onderwerp" and "bericht_tekst" in the form of another screen, with a button that shows the
// preview beside it (POST /berichten/voorbeeld). FieldErrors of the service come for "onderwerp" and "tekst";
// woorden_fouten gives them the names of these fields.
struct Woordenveld {
    std::string onderwerp;
    std::string tekst;
    std::string taal = "nld";
    std::string gemeente;    // name
};
html::Html woorden_velden(const html::Texts&, const html::Form&, const Woordenveld&);
std::vector<FieldError> woorden_fouten(std::vector<FieldError>);
// What was typed in it.
Woordenveld woorden_uit(const http::Params& form);

}  // namespace dichtbij::bericht
