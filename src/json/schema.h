#pragma once
// The description of a resource (OpenAPI 3.0.3 schema object), from the table that reads and writes it.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "json/definition.h"

namespace dichtbij::json {

// The words of a field by its catalogue key; "" for none.
using Words = std::function<std::string(std::string_view key)>;

// full: as it is answered and as POST and PUT take it. patched: nothing is required ("PatchedOrganisatie").
enum class Variant { full, patched };

// {"type":"object",...}: objects inside are named by "$ref":"#/components/schemas/NAME".
void write_schema(Writer&, const Definition&, Variant, const Words& = {});
// The definition itself and all that stand inside it, each once, the innermost first.
std::vector<const Definition*> all_inside(const Definition&);

}  // namespace dichtbij::json
