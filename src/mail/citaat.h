#pragma once
// Which part of a text is new, and which repeats earlier mails. Pure.

#include <string>
#include <string_view>

namespace dichtbij::mail {

struct Citaatsplitsing {
    std::string nieuw;   // never empty when the text is not
    std::string citaat;  // with the line that introduces it; "" when there is none
};

// Cuts at the first of: "Op ... schreef ...:" and "On ... wrote:" (Gmail, Apple Mail, Thunderbird; German and French
// too), "-----Oorspronkelijk bericht-----", a block "Van: / Verzonden: / Aan:" (Outlook), a line of underscores before
// one, or quoted lines ("> ") up to the end. Answers between quoted lines are not cut. What would leave nothing is not cut.
Citaatsplitsing splits_citaat(std::string_view tekst);

}  // namespace dichtbij::mail
