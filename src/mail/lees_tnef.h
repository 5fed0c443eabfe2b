#pragma once
// winmail.dat: what Outlook and Exchange wrap a mail in (MS-OXTNEF, MS-OXRTFCP). Pure; never throws on input.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mail/mail.h"

namespace dichtbij::mail {

struct Tnef {
    std::string onderwerp;
    std::string tekst;        // from plain text, else from RTF; ""
    std::string html;
    std::vector<Deel> delen;
    bool is_heel = true;      // false: it ends early, or a limit was reached; what was read is there
};

struct Tnefgrenzen {
    int delen = 200;
    int diepte = 5;               // of a mail within a mail
    std::size_t tekst = 1u << 20;
};

Tnef lees_tnef(std::string_view bytes, const Tnefgrenzen& = {});

// MS-OXRTFCP: "LZFu" and "MELA". "" when it is broken, at most `bytes` long.
std::string pak_rtf_uit(std::string_view ingepakt, std::size_t bytes);
// The words of RTF, without fonts, pictures and styles; of HTML within RTF the words too.
std::string tekst_van_rtf(std::string_view rtf, std::size_t bytes);

}  // namespace dichtbij::mail
