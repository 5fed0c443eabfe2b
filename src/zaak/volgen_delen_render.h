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
html::Html besluiten(const html::Texts&, const Volgbeeld&, Day today, std::string_view contact_url);
// How often the date was moved, and what he was told each time; nothing when it stands as it was first promised.
html::Html beloften(const html::Texts&, const std::vector<Volgbelofte>&, Day today);
// What a person wrote, in paragraphs.
html::Html lopende_tekst(std::string_view);

}  // namespace dichtbij::zaak
