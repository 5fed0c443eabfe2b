#pragma once
// The headers of a mail: words, addresses, ids (RFC 5322, 2047, 6532), as they are found. Pure; never throws on input.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mail/mail.h"

namespace dichtbij::mail {

// In the order of the mail, names in lower case, values as bytes without line breaks.
class Kop {
  public:
    void add(std::string_view naam, std::string_view waarde);
    // Trimmed bytes of the first one, "" when there is none.
    std::string_view eerste(std::string_view naam) const;
    bool has(std::string_view naam) const;
    std::vector<std::string_view> alle(std::string_view naam) const;

  private:
    std::vector<std::pair<std::string, std::string>> regels_;
};

// One line of valid UTF-8, at most `tekens` long. Encoded words may be broken in all the ways that are known.
std::string in_woorden(std::string_view waarde, std::size_t tekens = 2000);

// At most 200; groups are taken apart, names without an address are left out. `is_zeker` false: something was left out.
struct Adressen {
    std::vector<Adres> lijst;
    bool is_zeker = true;
};
Adressen lees_adressen(std::string_view waarde);

// What stands in < >, without white space; of a value without < > the value itself when it is one word.
std::vector<std::string> lees_message_ids(std::string_view waarde);

}  // namespace dichtbij::mail
