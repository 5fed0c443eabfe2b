#pragma once
// Case types for tests of this folder and of those below it.

#include "zaaktype/zaaktype.h"

namespace dichtbij::zaaktype::testing {

// Complete: everything that publishing asks of the content.
Zaaktype kapvergunning();
Zaaktype klacht();  // the smallest that is complete

}  // namespace dichtbij::zaaktype::testing
