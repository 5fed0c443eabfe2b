#pragma once
// A first gemeente, with a contact centre, its first beheerder, opening hours, the shipped defaults and the
// starter catalogue of case types as drafts: the same for `dichtbij init` and the page of the first start.

#include <string>

#include "app/installation.h"

namespace dichtbij::app {

struct FirstStart {
    std::string gemeente;    // "Oeverland"
    std::string code;        // slug; empty: made from the name
    std::string telefoon;
    std::string naam;        // of the beheerder
    std::string email;
    std::string wachtwoord;  // empty: a one-time password is made
};

struct Started {
    std::string code;
    std::string wachtwoord;  // the one-time password, when one was made
};

bool needs_first_start(Installation&);
// "gemeente-met-spaties" of a name.
std::string slug_of(std::string_view naam);
// conflict when there is a gemeente already.
Result<Started> first_start(Installation&, const FirstStart&);

}  // namespace dichtbij::app
