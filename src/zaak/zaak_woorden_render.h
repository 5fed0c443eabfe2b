#pragma once
// Small words and marks of a case, the same on its page, in lists and in panels.

#include <string>

#include "html/catalogue.h"
#include "html/form.h"
#include "html/writer.h"
#include "zaak/zaak_service.h"

namespace dichtbij::zaak {

html::Html zaak_badge(const html::Texts&, const Zaak&);                        // closed, suspended; nothing when it runs
html::Html wet_badge(const html::Texts&, const Zaak&, Day today);              // the last day by law; nothing when the law sets none
html::Html vertrouwelijk_badge(const html::Texts&, Vertrouwelijkheid);         // nothing up to zaakvertrouwelijk
std::string vertrouwelijkheid_naam(const html::Texts&, Vertrouwelijkheid);
std::string status_naam(const html::Texts&, const zaaktype::Zaaktype&, std::string_view code);
std::string resultaat_naam(const html::Texts&, const zaaktype::Zaaktype&, std::string_view code);
// A property as people read it: a day in words, yes or no.
std::string eigenschap_in_woorden(const html::Texts&, const zaaktype::Eigenschap&, const std::string& waarde);
// The kinds of document of the case type; which of them are confidential.
std::vector<html::Choice> documenttype_keuzes(const html::Texts&, const zaaktype::Zaaktype&);
std::string bedrag(const html::Texts&, std::int64_t cent);                     // "€ 1.442,00"
// "€ 120,50", "Geen leges", "Volgens de verordening": what the desk says aloud of it.
std::string leges_in_woorden(const html::Texts&, const zaaktype::Leges&);
std::string termijn_tekst(const html::Texts&, int aantal, zaaktype::Termijneenheid);

}  // namespace dichtbij::zaak
