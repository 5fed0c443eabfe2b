#pragma once
// The receipt as a PDF: tagged, with title and language, so that a screen reader reads it in order. Pure.

#include <string>

#include "formulier/inzending.h"
#include "html/catalogue.h"

namespace dichtbij::formulier {

struct Ontvangstbewijs {
    Ingezonden ingezonden;
    std::string gemeente;   // "Gemeente Oeverland"
    std::string telefoon;   // may be empty
    std::string vervolg;    // what happens next
};

std::string ontvangst_pdf(const html::Texts&, const Ontvangstbewijs&);

}  // namespace dichtbij::formulier
