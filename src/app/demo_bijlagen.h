#pragma once
// Small files that are what they say: a PDF of a page, a text, a picture.

#include <string>
#include <string_view>
#include <vector>

#include "app/demo_toeval.h"

namespace dichtbij::app::demo {

struct Bijlage {
    std::string bestandsnaam;
    std::string bytes;
};

// A page of A4 with these lines; the first is its heading. Letters outside Latin-1 are left out.
std::string pdf_van(const std::vector<std::string>& regels);
// A picture of one colour in a few stripes: what a photo would be.
std::string png_van(Toeval&);

}  // namespace dichtbij::app::demo
