#pragma once
// What is personal in a case type: its process owner.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::zaaktype {

inline std::vector<access::BewaarRegel> bewaar_regels() {
    return {{"proceseigenaar", {"zaaktype"}, "names an employee until someone else takes over", 0, access::Volgt{"medewerker"}}};
}

}  // namespace dichtbij::zaaktype
