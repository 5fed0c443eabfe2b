#pragma once
// The field in which an employee writes to a resident, with what makes the text hard to read beside it. Without
// scripts a button shows the same on a page of its own (POST /berichten/taalhulp).

#include "html/form.h"
#include "taal/taal.h"

namespace dichtbij::bericht {

struct Schrijfveld {
    html::Field veld;
    int rijen = 12;
    std::string taal = "nld";  // "eng"; anything else is Dutch
};
html::Html schrijfveld(const html::Texts&, const html::Form&, const Schrijfveld&);

// Line ends as the browser counts them, which is what places are given in.
std::string getypte_tekst(std::string_view);

enum class Knoppen { script, formulier };
// What was found in the text of a field: counts, indicators, findings with what can stand in their place. `script`:
// buttons that a script works, hidden until it does; `formulier`: buttons that send the form they stand in.
html::Html taaloordeel(const html::Texts&, std::string_view veld_id, std::string_view tekst, taal::Taal, Knoppen);

}  // namespace dichtbij::bericht
