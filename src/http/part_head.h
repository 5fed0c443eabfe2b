#pragma once
// The head of one part of a multipart form. Internal to http.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/form.h"

namespace dichtbij::http {

struct PartHead {
    std::string name;
    std::optional<std::string> filename;  // none: a field; else without folders
    std::string content_type;
};
// `head` is without the empty line behind it.
Result<PartHead> parse_part_head(std::string_view head, const FormLimits& limits);

}  // namespace dichtbij::http
