#pragma once
// The case types of the demo: the starter catalogue, set up by the teams of the demo and mostly published.

#include "app/demo_diensten.h"

namespace dichtbij::app::demo {

// Imports the file for each gemeente, as the beheerder does it, and publishes what is not kept as a draft.
Result<Done> set_zaaktypen(const Diensten&, const DemoOrganisatie&, std::string_view bytes);

}  // namespace dichtbij::app::demo
