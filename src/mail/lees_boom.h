#pragma once
// The tree of parts of a mail, as gmime sees it, without gmime's types: the one place that includes it is lees_boom.cpp.

#include <string>
#include <string_view>
#include <vector>

#include "mail/lees_kop.h"
#include "mail/lees_soort.h"
#include "mail/mail.h"

namespace dichtbij::mail {

struct Boom {
    bool is_gelezen = false;           // false: not even headers were recognised
    Kop kop;
    std::string tekst, html;           // valid UTF-8, within the limits
    std::vector<Deel> delen;
    Sporen sporen;
    bool ondertekend = false, versleuteld = false;
    std::vector<std::string> gebreken; // may hold a code more than once
};

// Opens what reading may need from disk, so that it can be done where no file may be opened any more.
void bereid_lezen_voor();

// `ruw` is within Grenzen::bytes and its headers within Grenzen::kopregels already.
Boom lees_boom(std::string_view ruw, const Grenzen&);

// At most so many bytes, cut between characters. True when something was cut.
bool knip(std::string& utf8, std::size_t bytes);

}  // namespace dichtbij::mail
