#pragma once
// What other systems call the things that a contact is about.

#include <algorithm>
#include <iterator>
#include <string_view>

namespace dichtbij::klantcontact {

// A case has two names: one front end writes "zgw-Zaak", the others "zaak". Kept as written, understood as the same.
inline constexpr std::string_view objecttypes_zaak[] = {"zaak", "zgw-Zaak"};
inline bool is_zaak(std::string_view code_objecttype) { return std::find(std::begin(objecttypes_zaak), std::end(objecttypes_zaak), code_objecttype) != std::end(objecttypes_zaak); }

}  // namespace dichtbij::klantcontact
