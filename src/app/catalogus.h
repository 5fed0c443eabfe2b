#pragma once
// The starter catalogue of case types that is shipped with the program.

#include <string>

#include "app/installation.h"

namespace dichtbij::app {

// The file in the share folder. Throws CommandFailure when it is not there: the folder is old.
std::string starter_catalogue();

// Every case type of the file becomes a draft of the gemeente, as the system.
Result<Done> add_catalogue(zaaktype::ZaaktypeService&, Id<Gemeente>, std::string_view bytes);

}  // namespace dichtbij::app
