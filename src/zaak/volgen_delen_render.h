#pragma once
// Parts of the page of a case for its resident: when, how far, what was decided.

#include <string>
#include <string_view>

#include "html/catalogue.h"
#include "html/writer.h"
#include "zaak/volgen_beeld.h"

namespace dichtbij::zaak {

html::Html wanneer(const html::Texts&, const Volgbeeld&, Day today);
html::Html stappen(const html::Texts&, const Volgbeeld&, Day today);
// Only the one that runs, for who may see no more.
html::Html huidige_stap(const html::Texts&, const Volgbeeld&, Day today);
// Where a letter to the gemeente goes; `adres` may be empty.
struct Bezwaaradres {
    std::string gemeente;
    std::string adres;
    std::string contact_url;
};
html::Html besluiten(const html::Texts&, const Volgbeeld&, Day today, const Bezwaaradres&);
// Of a decision with a last day.
html::Html bezwaarweg(const html::Texts&, const Volgbeeld&, const Volgbesluit&, const Bezwaaradres&);
// What it is about, what it costs, what he told us.
html::Html aanvraag(const html::Texts&, const Volgbeeld&);
html::Html antwoorden(const html::Texts&, const Volgbeeld&);
std::string kosten_zin(const html::Texts&, const zaaktype::Leges&);
// How often the date was moved, and what he was told each time; nothing when it stands as it was first promised.
html::Html beloften(const html::Texts&, const std::vector<Volgbelofte>&, Day today);
// What a person wrote, in paragraphs; `taal` is the language of those, when it is not that of the page.
html::Html lopende_tekst(std::string_view, const html::Attribute& taal = {});
// For what employees wrote: Dutch, also on a page in English.
html::Attribute in_het_nederlands(const html::Texts&);

}  // namespace dichtbij::zaak
