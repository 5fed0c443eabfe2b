#pragma once
// Questions and answers as they look on the pages of a resident and of an employee.

#include <functional>
#include <string>
#include <vector>

#include "formulier/invul_service.h"
#include "html/form.h"

namespace dichtbij::formulier {

// Errors with the words of one language: those of the form itself are in both.
std::vector<FieldError> in_taal(std::vector<FieldError>, std::string_view taal);

// All groups of a page, with what was typed.
html::Html vragen(const html::Texts&, const html::Form&, const Pagina&, const Concept&, const document::Inhoudsgrenzen&);
// The summary before sending; `wijzig` gives the address where a page is changed.
html::Html overzicht(const html::Texts&, const Concept&, const std::function<std::string(const std::string& pagina)>& wijzig, Day today);
// What was sent, by page.
html::Html antwoorden_lijst(const html::Texts&, const std::vector<Antwoordregel>&, Day today, int heading);
std::string waarde_in_woorden(const html::Texts&, const Antwoordregel&, Day today);

}  // namespace dichtbij::formulier
