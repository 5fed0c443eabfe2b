#pragma once
// What stands in the place of a variable: words, a name, a number, a day, an amount; written out in the
// language of who reads it.

#include <map>
#include <string>
#include <variant>

#include "base/time.h"
#include "html/catalogue.h"

namespace dichtbij::bericht {

struct Bedrag {
    std::int64_t centen = 0;
    bool operator==(const Bedrag&) const = default;
};

// Words that differ per language, such as the name of a case type.
struct Tweetalig {
    std::string nl;
    std::string en;
    bool operator==(const Tweetalig&) const = default;
};

using Waarde = std::variant<std::string, Tweetalig, Day, Instant, Bedrag>;
using Waarden = std::map<std::string, Waarde, std::less<>>;

// "donderdag 26 november", "donderdag 26 november, 9.00 uur", "€ 23,00". Words of which there are none in
// English are given in Dutch; empty words stay empty.
std::string in_woorden(const html::Texts&, const Waarde&, Day today);

}  // namespace dichtbij::bericht
