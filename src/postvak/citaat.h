#pragma once
// What somebody wrote now, and what he quotes below it: the mail that he answers, or earlier ones.

#include <string>
#include <string_view>

namespace dichtbij::postvak {

struct Gesplitst {
    std::string nieuw;
    std::string citaat;  // with the line that introduces it; "" when nothing is quoted
    bool operator==(const Gesplitst&) const = default;
};

// All of the text is in one of the two, but for blank lines between them. Of a mail that holds nothing but a quote
// (a forward) all is new.
Gesplitst splits_citaat(std::string_view tekst);

}  // namespace dichtbij::postvak
