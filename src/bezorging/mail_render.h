#pragma once
// A message as a mail: plain text and HTML from the same words. Nothing is loaded from elsewhere and nothing tells us that it
// was opened; it reads at 360 px, in the dark, and aloud.

#include <string>

#include "html/catalogue.h"
#include "html/theme.h"

namespace dichtbij::bezorging {

struct Mailwoorden {
    std::string taal = "nld";   // nld or eng
    std::string gemeente;       // name
    std::string onderwerp;
    std::string tekst;          // an empty line begins a paragraph
    std::string mijn_url;       // where the resident reads it too; "": not named
    std::string telefoon;       // of the gemeente; "": not named
    bool antwoordbaar = false;  // an answer to this mail is read
};

std::string mail_tekst(const html::Texts&, const Mailwoorden&);
std::string mail_html(const html::Texts&, const Mailwoorden&, const html::Theme&);

}  // namespace dichtbij::bezorging
