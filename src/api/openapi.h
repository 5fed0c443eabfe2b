#pragma once
// The OpenAPI 3.0.3 description of an API, made of the operations that it declared and of the tables of their resources. It
// stands at PLACE/openapi.json, as the Dutch API design rules ask, and `dichtbij openapi` prints it.

#include <string>
#include <string_view>

#include "api/api.h"

namespace dichtbij::api {

// `base`: where clients reach the API, with its place. In the language of the texts.
std::string openapi(const Api&, const html::Texts&, std::string_view base);

// An example of what the operation takes or gives, as JSON; empty for neither.
std::string example_sent(const Declared&);
std::string example_answered(const Declared&, std::string_view base);

}  // namespace dichtbij::api
