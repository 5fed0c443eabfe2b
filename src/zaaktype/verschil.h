#pragma once
// Two case types side by side. Pure.

#include <string>
#include <vector>

#include "zaaktype/zaaktype.h"

namespace dichtbij::zaaktype {

// One field that differs. Elements with a code are held against each other by code, wherever they stand:
// "statussen[in-behandeling].naam.en"; another order shows as "statussen" with the codes in order. Numbers
// as digits, ja and nee as "true" and "false", enums by name; empty: not there.
struct Verschil {
    std::string pad;
    std::string oud;
    std::string nieuw;
    bool operator==(const Verschil&) const = default;
};
BOOST_DESCRIBE_STRUCT(Verschil, (), (pad, oud, nieuw))

// In the order of the fields; what only `oud` has stands behind what `nieuw` has.
std::vector<Verschil> verschillen(const Zaaktype& oud, const Zaaktype& nieuw);

}  // namespace dichtbij::zaaktype
