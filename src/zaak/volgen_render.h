#pragma once
// A case as its resident reads it: the page and its parts, from the Volgbeeld alone.

#include <string>

#include "document/inhoud.h"
#include "html/form.h"
#include "zaak/volgen_beeld.h"

namespace dichtbij::zaak {

struct Volgweergave {
    Instant now;
    std::string csrf;
    html::Html telefoon;          // of who handles it, else of the gemeente; empty: none
    std::string contact_url;      // the page that tells how to reach the gemeente
    std::string gemeente;         // its name
    std::string adres;            // of its town hall, for a letter; may be empty
    document::Inhoudsgrenzen grenzen;
    std::string melding;          // what he just did; empty: nothing
    std::string tegengehouden;    // why what he wanted was not done; empty: nothing
    std::string tekst;            // of the message he was writing
    html::Html na_stappen = {};   // below how far it is, of who sees all
};

// What the case is called to a resident, in his language when there are words in it.
std::string volgtitel(const html::Texts&, const Volgbeeld&);
// The language of that, when it is not the one of the page.
html::Attribute titeltaal(const html::Texts&, const Volgbeeld&);
const std::string& vertaald(const html::Texts&, const zaaktype::Tweetalig&);

// "Uiterlijk vrijdag 27 november krijgt u ons besluit."; empty when nothing is promised.
std::string belofte_zin(const html::Texts&, const Volgbeeld&, Day today);
// "Stap 4 van 5: Besluit." or how it ended.
std::string stap_zin(const html::Texts&, const Volgbeeld&);

// All of the page below its heading. `form` holds the faults of the message he was writing.
html::Html volgpagina(const html::Texts&, const Volgbeeld&, const html::Form& form, const Volgweergave&);
html::Html antwoordpagina(const html::Texts&, const Volgbeeld&, const Volgvraag&, const html::Form& form, const Volgweergave&);
html::Html intrekpagina(const html::Texts&, const Volgbeeld&, const html::Form& form, const Volgweergave&);

}  // namespace dichtbij::zaak
