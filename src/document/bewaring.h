#pragma once
// How long documents are kept: as long as the object they belong to, whose owner calls
// DocumentService::destroy_of_object in the transaction in which it destroys the object.

#include <string>
#include <vector>

#include "access/bewaring.h"

namespace dichtbij::document {

// `waarmee`: the rule of the objects that documents belong to ("zaak").
std::vector<access::BewaarRegel> bewaar_regels(std::string waarmee);

}  // namespace dichtbij::document
