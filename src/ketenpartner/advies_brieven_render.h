#pragma once
// The messages to who is asked outside, in his language. No word of the case but its number goes by mail.

#include <string>

#include "html/catalogue.h"
#include "ketenpartner/advies_service.h"
#include "organisatie/organisatie.h"

namespace dichtbij::ketenpartner {

struct Afzender {
    organisatie::Gemeente gemeente;
    std::string zaaknummer;
    std::string naam;       // of the employee who asks
    std::string basis;      // "https://mijn.oeverland.nl": where the residents' side answers
};

Brief linkbrief(const html::Texts&, const Afzender&, const NieuweAdviesvraag&, const std::string& link);
Brief codebrief(const html::Texts&, const std::string& gemeente, const std::string& code);
Brief intrekbrief(const html::Texts&, const Afzender&, const Adviesvraag&);
Brief verlengbrief(const html::Texts&, const Afzender&, const Adviesvraag&, Day laatste_datum);

// Below the residents' side of a gemeente: "/g/oeverland/advies/link?taal=nl&k=SECRET". Behind the question mark, because
// the log of requests holds paths and no queries.
std::string link_pad(const organisatie::Gemeente&, const std::string& link, std::string_view taal);

}  // namespace dichtbij::ketenpartner
