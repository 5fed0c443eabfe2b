#pragma once
// What follows from the channel of a contact.

#include <string_view>

#include "norm/servicenorm.h"

namespace dichtbij::klantcontact {

// On the phone and at the counter a resident is spoken to while he asks.
bool is_spoken(std::string_view kanaal);
// What a question that is handed on is to who asked it: on the phone and at the counter he is promised a call.
norm::Aanleiding aanleiding_of(std::string_view kanaal);

}  // namespace dichtbij::klantcontact
