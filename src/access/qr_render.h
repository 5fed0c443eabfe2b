#pragma once
// A text as QR code, for the camera of a phone.

#include <string_view>

#include "html/writer.h"

namespace dichtbij::access {

// One <svg> with its name for who cannot see it. Black on white in every theme: cameras need that.
html::Html qr_code(std::string_view text, std::string_view label);

}  // namespace dichtbij::access
