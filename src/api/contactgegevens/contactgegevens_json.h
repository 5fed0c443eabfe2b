#pragma once
// Contact data as it stands in JSON.

#include "api/contactgegevens/contactgegevens.h"
#include "json/resource.h"

namespace dichtbij::contactgegevens {

extern const json::Resource<Organisatie> organisatie_json;
extern const json::Resource<Persoon> persoon_json;

}  // namespace dichtbij::contactgegevens
